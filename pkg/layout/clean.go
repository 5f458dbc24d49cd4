package layout

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"khabar/pkg/devanagari"
	"khabar/pkg/segment"
	"khabar/pkg/span"
)

// CleanText returns the text of a paragraph of raw as it goes into a record: HTML
// entities decoded, leaked tags dropped, every kind of space and line end one blank,
// invisible characters dropped (joiners inside a word stay: they are spelling), NFC.
func CleanText(raw string, s span.Span) string {
	t := s.In(raw)
	if plain(t) {
		return t
	}
	t = strings.ToValidUTF8(unescape(dropTags(t)), "\ufffd")
	t = lostGlyph(t)
	if !stable(t) {
		t = norm.NFC.String(t)
	}
	var b strings.Builder
	b.Grow(len(t))
	space, prev := false, rune(0)
	for _, r := range t {
		switch {
		case unicode.IsSpace(r) || r < 0x20 || r == 0x7f || r == 0x85:
			space = true
			continue
		case r == devanagari.ZWJ || r == devanagari.ZWNJ:
			if space || prev == 0 || !(devanagari.IsLetter(prev)) {
				continue
			}
		case devanagari.IsInvisible(r):
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		if base := builtIn(r); base != 0 {
			b.WriteRune(base)
			r = devanagari.Nukta
		}
		b.WriteRune(r)
		prev = r
	}
	return b.String()
}

// plain reports whether t needs no cleaning: Devanagari and marks that NFC leaves alone,
// ASCII without tags and entities, single blanks, joiners only inside words.
func plain(t string) bool {
	for i := 0; i < len(t); {
		c := t[i]
		if c < 0x80 {
			if c < 0x20 || c == 0x7f || c == '<' || c == '&' || c == ' ' && (i == 0 || i+1 == len(t) || t[i-1] == ' ') {
				return false
			}
			i++
			continue
		}
		if c == 0xe0 && i+2 < len(t) && t[i+1]|1 == 0xa5 && t[i+2]&0xc0 == 0x80 { // U+0900–U+097F
			switch last := t[i+2]; {
			case t[i+1] == 0xa4:
				if last != 0xbc { // the nukta
					break
				}
				if prev, _ := utf8.DecodeLastRuneInString(t[:i]); !stableAfter(devanagari.Nukta, prev) {
					return false
				}
			case last >= 0x91 && last <= 0x94, last >= 0x98 && last <= 0x9f: // the accents, the letters with a nukta built in
				return false
			}
			i += 3
			continue
		}
		r, n := utf8.DecodeRuneInString(t[i:])
		switch {
		case r == devanagari.ZWJ || r == devanagari.ZWNJ:
			if prev, _ := utf8.DecodeLastRuneInString(t[:i]); !devanagari.IsLetter(prev) {
				return false
			}
		case r >= 0x2010 && r <= 0x2027 || r >= 0x2030 && r <= 0x205e || r == '₹':
		default:
			return false
		}
		i += n
	}
	return true
}

// stable reports whether all that NFC does to valid UTF-8 is to take apart the letters
// with a built-in nukta. It knows the letters and marks that Hindi pages use; of other
// text it says no.
func stable(t string) bool {
	prev := rune(0)
	for i := 0; i < len(t); {
		if t[i] < 0x80 {
			prev = rune(t[i])
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(t[i:])
		switch {
		case r >= 0x900 && r <= 0x97f:
			if !stableAfter(r, prev) {
				return false
			}
		case r >= 0x80 && r <= 0x2ff, r >= 0x2002 && r <= 0x20bf:
		default:
			return false
		}
		i += n
		prev = r
	}
	return true
}

// stableAfter reports whether NFC leaves Devanagari r where it is behind prev: it joins
// a nukta with न र ळ, and puts a nukta before a virama.
func stableAfter(r, prev rune) bool {
	switch {
	case r >= 0x951 && r <= 0x954:
		return false
	case r == devanagari.Nukta:
		return prev != 'न' && prev != 'र' && prev != 'ळ' && prev != devanagari.Virama
	}
	return true
}

// builtIn returns the letter without its nukta for the letters that have one built in
// (U+0958 to U+095F: क़ ख़ ग़ ज़ ड़ ढ़ फ़ य़), which NFC spells with two signs; else 0.
func builtIn(r rune) rune {
	if r < 0x958 || r > 0x95f {
		return 0
	}
	return [...]rune{'क', 'ख', 'ग', 'ज', 'ड', 'ढ', 'फ', 'य'}[r-0x958]
}

// lostGlyph writes the sign out that Jagran's old font leaves: ¨ before a consonant is
// ि and ं behind it (¨सह → सिंह, ब¨ठडा → बठिंडा, क¨स्टग → कस्टिंग).
func lostGlyph(t string) string {
	const sign = "¨"
	if !strings.Contains(t, sign) {
		return t
	}
	runes := []rune(t)
	out := make([]rune, 0, len(runes)+8)
	for i := 0; i < len(runes); i++ {
		if runes[i] != '¨' || i+1 >= len(runes) || !devanagari.IsConsonant(runes[i+1]) {
			out = append(out, runes[i])
			continue
		}
		i++
		out = append(out, runes[i])
		for i+1 < len(runes) && runes[i+1] == devanagari.Nukta || i+2 < len(runes) && runes[i+1] == devanagari.Virama && devanagari.IsConsonant(runes[i+2]) {
			if runes[i+1] == devanagari.Virama {
				i++
				out = append(out, runes[i])
			}
			i++
			out = append(out, runes[i])
		}
		out = append(out, 'ि', 'ं')
	}
	return string(out)
}

// unescape decodes HTML entities, twice: &amp;quot; is a quote too.
func unescape(t string) string {
	for n := 0; n < 2 && strings.IndexByte(t, '&') >= 0; n++ {
		t = html.UnescapeString(t)
	}
	return t
}

// dropTags replaces leaked HTML tags: a tag between two words without a space
// (<strong>298</strong>) goes, a break becomes a blank.
func dropTags(t string) string {
	if strings.IndexByte(t, '<') < 0 {
		return t
	}
	var b strings.Builder
	for i := 0; i < len(t); {
		if t[i] == '<' {
			if n := breakTag(t[i:]); n > 0 {
				b.WriteByte(' ')
				i += n
				continue
			}
			if n := segment.Tag(t[i:]); n > 0 {
				i += n
				continue
			}
		}
		b.WriteByte(t[i])
		i++
	}
	return b.String()
}
