// Package devanagari says what a Devanagari code point is and folds the spelling
// variation of written Hindi into one matching form.
//
// It takes runes and strings, allocates only when a word really changes, and
// never touches the raw text: a fold is a key beside the text, compared with other
// folds, never printed. Text and lexicon go through the same Fold, so हिन्दी and
// हिंदी, हज़ार and हजार, पाँच and पांच are one entry.
//
// Source of the letter classes: The Unicode Standard 17.0, chapter 12.1 and the
// Devanagari code chart (U+0900–U+097F).
package devanagari

// Code points that the rules name.
const (
	Candrabindu = 'ँ' // ँ
	Anusvara    = 'ं' // ं
	Visarga     = 'ः' // ः
	Nukta       = '़' // ़
	Virama      = '्' // ् (halant)
	Danda       = '।' // ।
	DoubleDanda = '॥' // ॥
	Abbrev      = '॰' // ॰ (लाघव चिह्न)

	ZWSP = '\u200b'
	ZWNJ = '\u200c'
	ZWJ  = '\u200d'
	SHY  = '\u00ad'
	BOM  = '\ufeff'
)

// IsConsonant reports whether r is a Devanagari consonant letter, nukta forms
// included (क … ह, क़ … य़, ॸ … ॿ).
func IsConsonant(r rune) bool {
	return r >= 'क' && r <= 'ह' || r >= '\u0958' && r <= '\u095f' || r >= 'ॸ' && r <= 'ॿ'
}

// IsVowel reports whether r is an independent vowel (अ … औ, ॠ, ॡ, ॲ …).
func IsVowel(r rune) bool {
	return r >= 'ऄ' && r <= 'औ' || r == 'ॠ' || r == 'ॡ' || r >= 'ॲ' && r <= 'ॷ'
}

// IsMatra reports whether r is a dependent vowel sign (ा … ौ, ॢ, ॣ …).
func IsMatra(r rune) bool {
	return r >= 'ा' && r <= 'ौ' || r == 'ॎ' || r == 'ॏ' || r == 'ऺ' || r == 'ऻ' || r == 'ॢ' || r == 'ॣ' || r >= 'ॕ' && r <= 'ॗ'
}

// IsDigit reports whether r is a Devanagari digit (० … ९).
func IsDigit(r rune) bool { return r >= '०' && r <= '९' }

// IsLetter reports whether r belongs inside a Devanagari word: letters, matras,
// virama, nukta, anusvara, candrabindu and visarga. Dandas, digits and the
// abbreviation sign do not.
func IsLetter(r rune) bool {
	return r >= 'ऀ' && r <= 'ॣ' || r >= 'ॱ' && r <= 'ॿ'
}

// IsInvisible reports whether r has no width and no part in spelling: joiners,
// zero-width space, soft hyphen, byte order mark, direction marks.
func IsInvisible(r rune) bool {
	switch r {
	case ZWSP, ZWNJ, ZWJ, SHY, BOM, '\u200e', '\u200f', '\u2060', '\u180e':
		return true
	}
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// isStop reports whether r is one of the 20 oral stops क ख ग घ च … भ, before
// which a nasal consonant is written as anusvara.
func isStop(r rune) bool {
	switch {
	case r >= 'क' && r <= 'घ', r >= 'च' && r <= 'झ', r >= 'ट' && r <= 'ढ', r >= 'त' && r <= 'ध', r >= 'प' && r <= 'भ':
		return true
	}
	return false
}

// isNasal reports whether r is a class nasal ङ ञ ण न म.
func isNasal(r rune) bool {
	return r == 'ङ' || r == 'ञ' || r == 'ण' || r == 'न' || r == 'म'
}

// bare returns the letter without its nukta: क़ → क, ड़ → ड, ऩ → न.
func bare(r rune) rune {
	switch r {
	case '\u0958': // क़
		return 'क'
	case '\u0959': // ख़
		return 'ख'
	case '\u095a': // ग़
		return 'ग'
	case '\u095b': // ज़
		return 'ज'
	case '\u095c': // ड़
		return 'ड'
	case '\u095d': // ढ़
		return 'ढ'
	case '\u095e': // फ़
		return 'फ'
	case '\u095f': // य़
		return 'य'
	case '\u0929': // ऩ
		return 'न'
	case '\u0931': // ऱ
		return 'र'
	case '\u0934': // ऴ
		return 'ळ'
	}
	return r
}
