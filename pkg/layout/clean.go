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
	t = norm.NFC.String(strings.ToValidUTF8(unescape(dropTags(t)), "\ufffd"))
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
		b.WriteRune(r)
		prev = r
	}
	return b.String()
}

// plain reports whether t needs no cleaning: Devanagari without the letters that NFC
// takes apart, ASCII without tags and entities, single blanks.
func plain(t string) bool {
	for i := 0; i < len(t); {
		c := t[i]
		if c < 0x80 {
			if c < 0x20 || c == 0x7f || c == '<' || c == '&' || c == ' ' && (i == 0 || i+1 == len(t) || t[i+1] == ' ') {
				return false
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(t[i:])
		if r < 0x900 || r > 0x97f || r >= 0x958 && r <= 0x95f || r == devanagari.Nukta {
			return false
		}
		i += n
	}
	return true
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
			if n := segment.Tag(t[i:]); n > 0 {
				if breakTag(t[i:]) > 0 {
					b.WriteByte(' ')
				}
				i += n
				continue
			}
		}
		b.WriteByte(t[i])
		i++
	}
	return b.String()
}
