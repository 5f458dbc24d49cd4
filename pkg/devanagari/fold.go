package devanagari

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the matching form of s, the only form in which khabar compares
// words. It is idempotent: Fold(Fold(s)) == Fold(s).
//
// What it folds, and why each is spelling and not meaning:
//
//   - NFC, so that composed and decomposed letters meet (only where s has code
//     points other than ASCII and Devanagari);
//   - nukta dropped, wherever it stands: ज़ → ज, पढ़ें → पढें, पढे़ं → पढें;
//   - candrabindu → anusvara: पाँच → पांच;
//   - class nasal + virama before a stop, and न् before ह स श → anusvara:
//     हिन्दी → हिंदी, मुम्बई → मुंबई, सिन्ह → सिंह;
//   - final ये यी यें यीं after another sound → ए ई एं ईं: रुपये → रुपए, गयी → गई;
//   - misordered vowel signs of bad converters: का + े → को, अ + ो → ओ, डा + ॅ → डॉ;
//   - the lost glyph of Jagran's old font: ¨स → सिं (¨सह is सिंह);
//   - joiners, soft hyphen and other invisible characters deleted;
//   - every Unicode space → one ASCII space, none at the ends;
//   - Devanagari digits → ASCII; letters with case → lower case;
//   - the abbreviation sign ॰ and its stand-ins → '.' (डॉ० is left: see below).
//
// Matras, virama and visarga are never folded: जून and जन, दिन and दीन stay apart.
func Fold(s string) string {
	if plain(s) {
		return s
	}
	return string(AppendFold(make([]byte, 0, len(s)+8), s))
}

// plain reports whether s folds to itself for certain, looking only at bytes: the
// common case of a Hindi word with none of the variable letters.
func plain(s string) bool {
	for i := 0; i < len(s); {
		c := s[i]
		if c < 0x80 {
			if c >= 'A' && c <= 'Z' || c <= ' ' || c == 0x7f {
				return false
			}
			i++
			continue
		}
		if c != 0xe0 || i+2 >= len(s) {
			return false
		}
		switch s[i+1] {
		case 0xa4: // U+0900–U+093F
			switch s[i+2] {
			case 0x81, 0xa9, 0xb1, 0xb4, 0xbc: // ँ ऩ ऱ ऴ ़
				return false
			case 0x85, 0x86: // अ, आ before a stray vowel sign
				if signAt(s, i+3) {
					return false
				}
			case 0xbe: // ा before another vowel sign
				if signAt(s, i+3) {
					return false
				}
			case 0x99, 0x9e, 0xa3, 0xa8, 0xae: // class nasal before virama
				if i+5 < len(s) && s[i+3] == 0xe0 && s[i+4] == 0xa5 && s[i+5] == 0x8d {
					return false
				}
			case 0xaf: // final ये यी
				if i > 0 && i+5 < len(s) && i+9 >= len(s) {
					return false
				}
			}
		case 0xa5: // U+0940–U+097F
			switch c := s[i+2]; {
			case c >= 0x98 && c <= 0x9f, c >= 0xa6 && c <= 0xb0: // nukta forms, digits, ॰
				return false
			case c == 0x87 || c == 0x88: // े ै before ा
				if signAt(s, i+3) {
					return false
				}
			}
		default:
			return false
		}
		i += 3
	}
	return true
}

// signAt reports whether a vowel sign ा ि ी े ै ॅ ॉ ो ौ starts at byte i.
func signAt(s string, i int) bool {
	if i+2 >= len(s) || s[i] != 0xe0 {
		return false
	}
	return s[i+1] == 0xa4 && s[i+2] >= 0xbe || s[i+1] == 0xa5 && s[i+2] >= 0x80 && s[i+2] <= 0x8c
}

// Folded reports whether s is its own fold for certain, by a quick look at its bytes;
// false says nothing.
func Folded(s string) bool { return plain(s) }

// AppendFold appends Fold(s) to dst and returns the extended slice.
func AppendFold(dst []byte, s string) []byte {
	if plain(s) {
		return append(dst, s...)
	}
	if foreign(s) {
		s = norm.NFC.String(s)
	}
	base := len(dst)
	var prev, prev2 rune // the last two runes written, for rules that look back
	put := func(r rune) {
		dst = utf8.AppendRune(dst, r)
		prev2, prev = prev, r
	}
	replace := func(r rune) { // replaces prev
		dst = dst[:len(dst)-utf8.RuneLen(prev)]
		dst = utf8.AppendRune(dst, r)
		prev = r
	}
	lost := false // a ¨ waits for its consonant
	for _, r := range s {
		if r < 0x80 {
			switch {
			case r >= 'A' && r <= 'Z':
				r += 'a' - 'A'
			case r <= ' ' || r == 0x7f:
				r = ' '
			}
		}
		switch {
		case r == Nukta || IsInvisible(r):
			continue
		case r == '¨':
			lost = true
			continue
		case r == Candrabindu:
			r = Anusvara
		case IsDigit(r):
			r = '0' + r - '०'
		case r == Abbrev:
			r = '.'
		case r < 0x80 || IsLetter(r):
		case unicode.IsSpace(r):
			r = ' '
		default:
			r = unicode.ToLower(r)
		}
		r = bare(r)
		if r == ' ' {
			if len(dst) == base || prev == ' ' {
				continue
			}
			put(' ')
			continue
		}
		// Nasal + virama + stop: hold back one step, decide when the stop comes.
		if prev == Virama && isNasal(prev2) && (isStop(r) || prev2 == 'न' && (r == 'ह' || r == 'स' || r == 'श')) {
			dst = dst[:len(dst)-2*3]
			dst = utf8.AppendRune(dst, Anusvara)
			prev2, prev = 0, Anusvara
		}
		if j, ok := joined(prev, r); ok {
			replace(j)
			continue
		}
		put(r)
		if lost && IsConsonant(r) {
			put('ि')
			put(Anusvara)
			lost = false
		}
	}
	if len(dst) > base && dst[len(dst)-1] == ' ' {
		dst = dst[:len(dst)-1]
	}
	return finalGlide(dst, base)
}

// joined repairs vowel signs that a converter wrote as two: ा+े → ो, ा+ै → ौ, ा+ॅ → ॉ
// in either order, and अ+ो → ओ, अ+ा → आ and their kin.
func joined(a, b rune) (rune, bool) {
	switch a {
	case 'ा':
		switch b {
		case 'े':
			return 'ो', true
		case 'ै':
			return 'ौ', true
		case 'ॅ':
			return 'ॉ', true
		case 'ा':
			return 'ा', true
		}
	case 'े', 'ै', 'ॅ':
		if b == 'ा' {
			return map[rune]rune{'े': 'ो', 'ै': 'ौ', 'ॅ': 'ॉ'}[a], true
		}
	case 'अ':
		switch b {
		case 'ा':
			return 'आ', true
		case 'ॉ':
			return 'ऑ', true
		case 'ो':
			return 'ओ', true
		case 'ौ':
			return 'औ', true
		case 'ॅ':
			return 'ऍ', true
		}
	case 'आ':
		switch b {
		case 'े':
			return 'ओ', true
		case 'ै':
			return 'औ', true
		case 'ॅ':
			return 'ऑ', true
		}
	}
	return 0, false
}

// finalGlide rewrites a word-final ये यी यें यीं, after another sound than virama, as
// ए ई एं ईं: रुपये → रुपए, नयी → नई, आयें → आएं. A word that is only ये (the pronoun)
// keeps it.
func finalGlide(dst []byte, base int) []byte {
	for end := base; end <= len(dst); end++ {
		if end < len(dst) && dst[end] != ' ' {
			continue
		}
		w := end
		if w-3 >= base && string(dst[w-3:w]) == "ं" {
			w -= 3
		}
		if w-9 < base || string(dst[w-6:w-3]) != "य" {
			continue
		}
		before := string(dst[w-9 : w-6])
		if before == "्" || before[0] != 0xe0 {
			continue
		}
		var v string
		switch string(dst[w-3 : w]) {
		case "े":
			v = "ए"
		case "ी":
			v = "ई"
		default:
			continue
		}
		copy(dst[w-6:], v)
		copy(dst[w-3:], dst[w:])
		dst = dst[:len(dst)-3]
		end -= 3
	}
	return dst
}

// foreign reports whether s has a code point that NFC could change and that
// Fold does not handle itself: anything outside ASCII and Devanagari but the dashes,
// quotes and dots of U+2010–U+2027 and the rupee sign, which NFC leaves as they are. The
// Vedic accents are what it could put in another order beside those.
func foreign(s string) bool {
	marks, accents := false, false
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c < 0x80:
			i++
		case c == 0xe0 && i+2 < len(s) && s[i+1]|1 == 0xa5 && s[i+2]&0xc0 == 0x80: // U+0900–U+097F
			accents = accents || s[i+1] == 0xa5 && s[i+2] >= 0x91 && s[i+2] <= 0x94
			i += 3
		case c == 0xe2 && i+2 < len(s) && (s[i+1] == 0x80 && s[i+2] >= 0x90 && s[i+2] <= 0xa7 || s[i+1] == 0x82 && s[i+2] == 0xb9):
			marks = true
			i += 3
		default:
			return true
		}
	}
	return marks && accents
}
