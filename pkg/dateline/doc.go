// Package dateline reads the dateline that opens the body of an article: the place the
// story is told from, the agency or the reporter, sometimes a date.
//
// It takes the first paragraph of a body and the gazetteer, and promises: the places with
// their bytes in the text, the agency and reporter, and End, where the story itself
// starts. It looks at the first few words only. Words that stand in the slot but name no
// place (कोरोना वायरस:, डॉ., सवाल:, डीसी अमित कुमार :) are no dateline.
//
//	d, ok := dateline.Parse("संवाद सूत्र, नवहट्टा (सहरसा): प्रखंड के कई गांवों में…", gaz, lexicon.Default())
//	d.Place.Text     // नवहट्टा
//	d.District.Text  // सहरसा
//	d.Agency         // संवाद सूत्र
//
// A dateline is a row of items (place, agency, paper, reporter, date) parted by ',' '/'
// '@', spaces or brackets, and closed by one of । ।। . : ः :- — – - -- | ! // or the end of
// the line. A known place needs no more than the closing sign; a name that the gazetteer
// lacks needs an agency, a date, or a district in brackets beside it (Proven tells), or,
// in a sentence of that one word (कफोटा।), is given as not proven.
//
// Weak marks what should yield to any better evidence: a topic (बिहार: …, अमेरिका: …) and the
// seat of a desk (नई दिल्ली, लाइफस्टाइल डेस्क।).
package dateline
