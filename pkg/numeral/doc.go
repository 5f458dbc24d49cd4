// Package numeral reads Hindi numerals: what number the words and digits at a token
// say, and nothing about what is counted.
//
// It takes a document.Document and a token index, and promises the longest numeral
// that starts there, its value exact where the text is (2.56 लाख is 256000), its bytes in
// the raw text, and no panic on any tokens.
//
// Why a package of its own: counts (pkg/number) and dates and clock times
// (pkg/moment) read the same numerals, दो मार्च and साढ़े तीन बजे as well as साढ़े तीन लाख.
//
// The grammar, as papers write it:
//
//	digits      7,773  1,25,000  १५००  3.5
//	words       0-99 in every current spelling, शून्य … निन्यानवे
//	scales      सौ हजार लाख करोड़ अरब खरब, मिलियन बिलियन; 25 हजार 332, ढाई लाख करोड़
//	fractions   सवा सौ = 125, डेढ़ = 1.5, पौने दो = 1.75, साढ़े तीन = 3.5; दो तिहाई, 3/4
//	collective  दो दर्जन = 24, दर्जन भर
//	ranges      10-12, 10 से 12, दो-चार, 5-6 हजार, डेढ़-दो हजार, 50 हजार से लेकर 5 लाख
//	each        दो-दो, 50-50 हजार: the value for each one
//	ordinals    पहला … सौवां, 5वीं, 19 वां
//	multiples   दोगुना, डेढ़ गुना
//	indefinite  दर्जनों, हजारों, कई सौ: no value
//
// Example: in "पार्टी ने साढ़े तीन लाख कवर बांटे", At(d, 2) is {Value: 350000, Form: Cardinal},
// and its span covers साढ़े तीन लाख.
package numeral
