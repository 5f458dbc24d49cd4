// Package person finds the people that an article names, the offices they hold, and
// later mentions of them.
//
// It takes an analysed Document with its organisations, place names and, where one
// ran, the proposals of a tagger, and promises one Person for each person, with all
// mentions in text order, and the roles as the text writes them. Names inside the names
// of bodies, schemes and roads are no people (राजीव गांधी किसान न्याय योजना), nor are
// governments called after their head (मोदी सरकार), gods or storms.
//
// Worked example: "डीएसपी पांवटा वीर बहादुर ने बताया। बहादुर ने कहा …" gives वीर बहादुर,
// role डीएसपी, jurisdiction पांवटा, official, two mentions.
//
// How it works, in four steps:
//
//   - role.go reads offices as a grammar over roles.tsv: modifiers, fields and bodies
//     left of a head noun (प्रदेश बीजेपी | अध्यक्ष, जल शक्ति विभाग के | अधिशासी अभियंता), a
//     wing or a field right of it (एसपी | सिटी, प्रमुख सचिव | स्वास्थ्य). Relations are roles
//     too (पत्नी सावित्री देवी), except in police records (अनीता पत्नी महेश).
//   - find.go walks the text once. Each stretch of words that may be names is read
//     (read.go) and weighed: what each word may be in a name (word.go: lists of given
//     names and surnames; shape.go: words built like names; initials.go), the office or
//     honorific before it (introduce.go), age, father and home behind it, ने and के
//     मुताबिक, its neighbours in a list (context.go), and what the tagger says. A name that
//     is also a word (विकास, आशा) or a place needs more. The words that speak for or
//     against a name are in name_words.tsv.
//   - join.go makes one person of the full name and its short forms (बिंदल, डॉ. बिंदल),
//     with loose spelling (बिन्दल) and aliases (उर्फ). Two that share a surname stay two;
//     a lone surname is the one last named.
//   - A role alone (प्रदेश अध्यक्ष ने कहा) becomes a RoleMention of the person who was named
//     with it, so that speakers can be resolved.
//
// What stands behind a name is told from it: a home (हरिओम | बौठा का रहने वाला, मनोज | हिसार के),
// an adverb (यासीन | गंभीर रूप से), a body (डीएम | कोर्ट). A list of people makes people of the lone
// names in it (रमेश ठाकुर, विशाल, अजय और इंद्र सिंह).
//
// The threshold and the weights are hand-set. testdata/gold/SCORES.txt and
// testdata/held/SCORES.txt have what they reach on whole articles; on sentences out of the
// news that no list was made from, without the rest of an article, nine of ten people found
// are people.
package person
