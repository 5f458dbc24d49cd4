// Package person finds the people that an article names, the offices they hold, and
// later mentions of them.
//
// It takes an analysed Document with its organisations and place names and promises
// one Person for each person, with all mentions in text order, and the roles as the
// text writes them. Names inside the names of bodies, schemes and roads are no people
// (राजीव गांधी किसान न्याय योजना), nor are governments called after their head (मोदी सरकार).
package person
