package normalize

import (
	"bytes"
	"fmt"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"khabar/pkg/devanagari"
	"khabar/pkg/lexicon"
)

// Form is the form of letters.
type Form uint8

// The forms.
const (
	NFC  Form = iota // Unicode normalisation form C
	Fold             // devanagari.Fold: the form in which khabar compares words
)

// Digits says which digits the output has.
type Digits uint8

// The digits.
const (
	Keep       Digits = iota
	Latin             // १२ → 12
	Devanagari        // 12 → १२
)

// ParseForm reads "nfc" or "fold".
func ParseForm(s string) (Form, error) {
	switch s {
	case "nfc":
		return NFC, nil
	case "fold":
		return Fold, nil
	}
	return 0, fmt.Errorf("%q: want nfc or fold", s)
}

// ParseDigits reads "keep", "latin" or "devanagari".
func ParseDigits(s string) (Digits, error) {
	switch s {
	case "keep":
		return Keep, nil
	case "latin":
		return Latin, nil
	case "devanagari":
		return Devanagari, nil
	}
	return 0, fmt.Errorf("%q: want latin, devanagari or keep", s)
}

// Options say what is cleaned besides the form. The zero value is NFC alone.
type Options struct {
	Form     Form
	Digits   Digits
	Entities bool // HTML entities become their characters, however often they were encoded
	Spaces   bool // every space is one blank, none at the ends; invisible and control characters go
	Quotes   bool // “ ” ‘‘ ’’ `` become ", ‘ ’ ` become '
	Danda    bool // ।। and, behind a verb, | and I become ।; no space before a danda
}

// Line returns the clean form of one line, without its line end.
func Line(line string, o Options) string {
	line = once(line, o)
	// A cleaned line is clean as a rule; what one step removed may have kept another
	// from its work (न, a zero-width space, a nukta).
	for n := 0; n < 16; n++ {
		next := once(line, o)
		if next == line {
			break
		}
		line = next
	}
	return line
}

func once(s string, o Options) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	if o.Entities && strings.IndexByte(s, '&') >= 0 {
		s = entities(s)
	}
	if strings.ContainsAny(s, "\n\r") {
		s = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(s)
	}
	if o.Spaces {
		s = spaces(s)
	}
	if o.Quotes {
		s = quotes.Replace(singles.Replace(s))
	}
	if o.Danda {
		s = danda(s)
	}
	if o.Form == Fold {
		s = devanagari.Fold(s)
	} else {
		s = norm.NFC.String(s)
	}
	switch o.Digits {
	case Latin:
		s = strings.Map(func(r rune) rune {
			if devanagari.IsDigit(r) {
				return r - '०' + '0'
			}
			return r
		}, s)
	case Devanagari:
		if o.Form != Fold { // the fold has ASCII digits
			s = devanagariDigits(s)
		}
	}
	return s
}

// devanagariDigits writes 12 as १२, but leaves a numeric entity (&#2309;) readable.
func devanagariDigits(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 16)
	entity := 0 // end of the entity that holds the byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '&' && i+1 < len(s) && s[i+1] == '#' {
			if n := strings.IndexByte(s[i:min(len(s), i+maxEntity)], ';'); n > 0 && html.UnescapeString(s[i:i+n+1]) != s[i:i+n+1] {
				entity = i + n
			}
		}
		if c >= '0' && c <= '9' && i >= entity {
			b.WriteRune(rune(c) - '0' + '०')
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// maxEntity is the length of the longest entity name, '&' and ';' included.
const maxEntity = 40

// entities decodes the entities of s, each that ends with ';', until none is left
// (&amp;quot; is a quote). It works on the end of its output, so that an entity whose
// letters are entities themselves is decoded too, in one pass.
func entities(s string) string {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		out = append(out, s[i])
		for len(out) > 0 && out[len(out)-1] == ';' {
			from := max(0, len(out)-maxEntity)
			amp := bytes.LastIndexByte(out[from:], '&')
			if amp < 0 {
				break
			}
			name := string(out[from+amp:])
			text := html.UnescapeString(name)
			if text == name || strings.HasSuffix(text, ";") && len(text) > 1 {
				break // not an entity, or one without ';' and text behind it (&ampx;)
			}
			out = append(out[:from+amp], text...)
		}
	}
	return string(out)
}

// spaces makes every run of white space one blank, trims, and drops what has no width.
func spaces(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap, prev := false, rune(0)
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) || r == 0x85:
			gap = true
			continue
		case r == devanagari.ZWJ || r == devanagari.ZWNJ:
			if gap || !devanagari.IsLetter(prev) {
				continue
			}
		case devanagari.IsInvisible(r) || unicode.IsControl(r):
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(r)
		prev = r
	}
	return b.String()
}

// singles and quotes are applied one after the other: ‘‘ is two singles, then a double.
var (
	singles = strings.NewReplacer("‘", "'", "’", "'", "‚", "'", "‛", "'", "`", "'", "´", "'", "“", "\"", "”", "\"", "„", "\"", "‟", "\"", "«", "\"", "»", "\"")
	quotes  = strings.NewReplacer("''", "\"")
)

// danda mends the sentence ends of s:
//
//	गया है ।   → गया है।         space before it
//	गया है ।।  → गया है।         doubled
//	गया है |   → गया है।         a bar, or the letter I, behind a verb and before a space
func danda(s string) string {
	if !strings.ContainsAny(s, "|।Il") {
		return s
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch r {
		case devanagari.Danda:
		case '|', 'I', 'l':
			next, _ := utf8.DecodeRuneInString(s[i+n:])
			if !(i+n == len(s) || unicode.IsSpace(next) || strings.ContainsRune("\"'”’)", next)) || !behindVerb(out) {
				out = append(out, s[i:i+n]...)
				i += n
				continue
			}
		default:
			out = append(out, s[i:i+n]...)
			i += n
			continue
		}
		i += n
		out = bytes.TrimRightFunc(out, unicode.IsSpace)
		if bytes.HasSuffix(out, []byte("।")) {
			continue
		}
		if len(out) == 0 { // a danda that opens the line stays what it is
			out = append(out, s[i-n:i]...)
			continue
		}
		out = append(out, "।"...)
	}
	return string(out)
}

// behindVerb reports whether the last word of out is a verb form that closes Hindi
// sentences (है था गया …).
func behindVerb(out []byte) bool {
	t := bytes.TrimRightFunc(out, unicode.IsSpace)
	i := len(t)
	for i > 0 {
		r, n := utf8.DecodeLastRune(t[:i])
		if !devanagari.IsLetter(r) && !devanagari.IsInvisible(r) {
			break
		}
		i -= n
	}
	return i < len(t) && lexicon.Default().Classes(devanagari.Fold(string(t[i:]))).Has(lexicon.Auxiliary)
}
