// Package place finds the places that an article names, decides which of several places
// of one name is meant, and says where the article reports from.
//
// It takes the analysed document, the gazetteer, the ranges that persons and
// organisations have taken, the dateline and the places of the page furniture, and
// promises: one Place per distinct place (यूपी and उत्तर प्रदेश are one), in order of first
// mention, each with the bytes of every mention, its parents, code and coordinates.
//
// Three steps, one file each:
//
//   - Candidates (candidate.go): the longest names of the gazetteer, one hash look-up per
//     word.
//   - marked (marked.go): names that the gazetteer may lack but a word beside them proves:
//     ग्राम सुंदरपुर, बेंदुआ गांव, निवासी बरौली, साहो, कीड़ी और पधरूंई पंचायतों.
//   - Resolve (resolve.go): which candidates are places at all (evidence.go), which place
//     each one is, and the article's own place.
//
// Evidence. A name that can be nothing else is a place wherever it stands. A name that is
// also a word (मंडी, बस्ती, गया), a person's name (सागर, आनंद) or little known needs a
// witness: a word that proves a place (जिला, थाना, निवासी, डीसी), a case marker of place
// (में, से), a place that governs it (बिहार के गया में) or stands beside it in a list, or the
// dateline. A name inside a person's or an organisation's is none; before पुलिस and प्रशासन
// it is.
//
// Choice. Of several places of one name the one is meant that the sentence says (बिहार के
// औरंगाबाद में), else that lies in the district or state of the dateline, of the page, of
// the other places, else the most prominent.
//
// A village that no table holds gets the district and state of the place that governs it
// in the sentence (करछना थाना क्षेत्र के बेंदुआ गांव), else the state of the article's place:
// papers name villages to readers of that state. Its code and coordinates stay empty.
// The same holds for a small place whose only namesakes lie in states of which the
// article says nothing.
//
// Adjectives and people are no places: भारतीय, बिहारी, दिल्लीवासी, अमेरिकी. Rivers, seas,
// passes, parks and dams keep their words (बंगाल की खाड़ी) but are not listed.
package place
