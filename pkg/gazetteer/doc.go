// Package gazetteer holds the named places that khabar knows: the states, districts,
// sub-districts, towns, villages, stations and regions of India, the countries of the
// world and their cities, with their Hindi names and spelling variants, English
// names, parents, codes, coordinates and population.
//
// It takes folded words (devanagari.Fold) and promises: the longest name that starts
// there, in one hash look-up, without allocation; every place that bears the name, the
// most prominent first. What it does not do is decide whether the words mean the place
// at all (गया the town, गया "went"): that is pkg/place. Clash tells what a name may be
// besides.
//
// A town, its sub-district and its district often bear one name; they are faces of one
// Entry (सोलन the town, सोलन the district), and Face gives the one that the text asks for
// (सोलन जिले में).
//
//	t := gazetteer.Default()
//	e := t.Lookup("प्रयागराज")[0]
//	e.NameEn()            // Prayagraj
//	e.State().NameEn()    // Uttar Pradesh
//	t.Lookup("इलाहाबाद")[0] == e   // the old name is the same place
//
// With adds the places of a user, which go before shipped ones of their name, and takes
// shipped names away (user.go). The result is a table of its own: t stays as it was.
//
// The data are the reviewed tables in data/*.tsv. go generate compiles them into
// table.bin, a flat table with offsets which is embedded and used as it lies: nothing is
// parsed or copied at start-up, and only the pages that look-ups touch are read. A test
// compiles the tables again and compares.
//
// Decisions. 2026-11: rows whose Hindi name was made by machine transliteration are left
// out (two in three are wrong). Railway stations are kept as weak evidence (Trust).
// Rivers, seas, passes, parks and dams are entries so that they claim their words
// (बंगाल की खाड़ी is not Bengal); whether they are reported is up to pkg/place.
package gazetteer

//go:generate go run ./internal/gen
