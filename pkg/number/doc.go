// Package number finds the quantities of a Hindi article: their value, what is counted
// or measured, and how sure the writer is.
//
// It takes a document.Document and the tokens that are dates (pkg/moment), and promises
// the numbers of the text in order, each with the bytes it stands at, and none for what
// only looks like one: कोविड-19, धारा 144, वार्ड नंबर 5, phone and vehicle numbers, clock
// times, years, the article एक, the adverb पहले.
//
// How it reads, as a Hindi reader does:
//
//  1. The numeral (pkg/numeral): साढ़े तीन लाख.
//  2. Is it a number at all (context.go)? The words before and after decide: धारा, नंबर, बजे,
//     मई, a letter glued to it.
//  3. The qualifier (classify.go): करीब, से अधिक, के पार, कम से कम, तक.
//  4. The unit: a currency, measure or percent (units.tsv), an age, an amount whose
//     currency is left out (38 करोड़ की योजना), or the noun that is counted (phrase.go),
//     adjectives skipped, in the direct singular (नई ट्रेनों → ट्रेन).
//  5. A number without a noun takes the one that the sentence implies (settle.go): 27 और
//     दूसरे चरण में 19 गांवों, 577 बूथों में से 431 पर, मृतकों की संख्या 52.
//
// Where no noun is found the unit is empty; nothing is guessed from outside the text.
//
// Example: "पहले चरण में 14 हजार से ज्यादा कार्यकर्ताओं को जोड़ा" gives {1, चरण, ordinal} and
// {14000, कार्यकर्ता, count, over}.
//
// Notes. A score (2-1, 245/6) keeps its second half in Max. लोग, which has no singular,
// stays; people without any noun (चार की हालत नाजुक) are व्यक्ति. A span of time (तीन दिन) is a
// measure in its Hindi word, other measures have the symbol of units.tsv. The unit of an
// age is वर्ष. What the lists hold: nouns.tsv the counted nouns with their paradigm,
// units.tsv measures and currencies, counting.tsv adjectives, predicates and verbs around
// the noun, namers.tsv the words that make a number a name. A noun in no list is read by
// its plural ending, or by its place.
package number
