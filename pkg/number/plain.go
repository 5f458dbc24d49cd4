package number

import (
	"strconv"
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/numeral"
	"khabar/pkg/segment"
	"khabar/pkg/span"
)

// Candidates returns the stretches of text that may hold a number, as blocks of plain
// text for segment.Build: sentences, or lines without a sentence end, with a digit or a
// number word in them. It looks at bytes and single words only, with the words of the
// texts before in known, so that a text is read much faster than by analysing all of it;
// Find on the result finds what Find on the whole text finds.
func Candidates(text string, known *segment.Vocabulary) []document.Block {
	out := make([]document.Block, 0, len(text)/400)
	start, hit := 0, false
	flush := func(end int) {
		if hit {
			out = append(out, document.Block{Span: span.Span{Start: start, End: end}, Kind: document.Other})
		}
		start, hit = end, false
	}
	n := len(text)
	for i := 0; i < n; {
		if hit { // only the end of the sentence matters now
			if i = stopFrom(text, i); i >= n {
				break
			}
		}
		c := text[i]
		if c < 0x80 {
			switch {
			case c >= '0' && c <= '9':
				hit = true
			case c == '\t': // a row of a table: its heads say what the others count
				hit = true
			case c == '\n' || c == '?' || c == '!':
				flush(i + 1)
			case c == '.' && i+1 < n && text[i+1] == ' ' && finiteEnd(text[:i]):
				flush(i + 1)
			case c|0x20 >= 'a' && c|0x20 <= 'z' && !hit:
				j := i
				for j < n && text[j]|0x20 >= 'a' && text[j]|0x20 <= 'z' {
					j++
				}
				hit = numeral.Starts(strings.ToLower(text[i:j]))
				i = j
				continue
			}
			i++
			continue
		}
		if c != 0xe0 || i+2 >= n {
			i++
			continue
		}
		if b, d := text[i+1], text[i+2]; b == 0xa5 && d >= 0xa4 && d <= 0xb0 { // dandas, digits, ॰
			if d <= 0xa5 {
				flush(i + 3)
			} else if d <= 0xaf {
				hit = true
			}
			i += 3
			continue
		}
		w, end := devanagari.WordAt(text, i)
		if end == i {
			i += 3
			continue
		}
		if end+2 < n && text[end] == 0xe2 { // a joiner may stand in the word
			end = wordEnd(text, end)
			w = devanagari.WordOf(text[i:end])
		}
		if w, class, _ := known.Of(w); class.Has(lexicon.Numeral) {
			hit = triggers(text, start, i, end, w.Key)
		}
		i = end
	}
	flush(len(text))
	return out
}

// stopFrom returns where the next mark stands at or behind i that may end a sentence, or
// len(text) or more.
func stopFrom(text string, i int) int {
	for i < len(text) {
		switch text[i] {
		case '\n', '?', '!', '.':
			return i
		case 0xe0: // the first byte of a Devanagari letter or danda
			if i+2 < len(text) && text[i+1] == 0xa5 && text[i+2]|1 == 0xa5 {
				return i
			}
			i += 3
		default:
			i++
		}
	}
	return i
}

func wordEnd(s string, i int) int {
	for i+2 < len(s) {
		if s[i] == 0xe0 && (s[i+1] == 0xa4 || s[i+1] == 0xa5) && !(s[i+1] == 0xa5 && s[i+2] >= 0xa4 && s[i+2] <= 0xb0) {
			i += 3
			continue
		}
		if s[i] == 0xe2 && s[i+1] == 0x80 && (s[i+2] == 0x8c || s[i+2] == 0x8d) { // joiners
			i += 3
			continue
		}
		break
	}
	return i
}

// triggers reports whether a number word can make a number here. एक, पहले and कुछ are
// common as article, adverb and pronoun, and need the right neighbour.
func triggers(text string, start, i, end int, key string) bool {
	switch key {
	case "एक":
		switch next := nextWord(text, end); next {
		case "की", "घायल", "लापता", "मृत", "जख्मी", "गिरफ्तार":
			return true
		default:
			if numeral.Starts(next) || next == "चौथाई" || next == "तिहाई" || table().units.Starts(next) || next == "" {
				return true
			}
		}
		switch lastWord(text[start:i]) {
		case "सिर्फ", "केवल", "महज", "मात्र", "कम", "करीब", "लगभग", "अधिकतम":
			return true
		}
		return false
	case "पहले":
		next := nextWord(text, end)
		t := table()
		noun := t.of(next).listed
		return noun || next == "ही" || t.of(next).flags&adjective != 0 || t.units.Starts(next) || t.compound.Starts(next)
	case "चौथाई", "तिहाई":
		next := nextWord(text, end)
		noun := table().of(next).listed
		return noun || table().units.Starts(next)
	case "कुछ", "कई", "चंद", "अनेक":
		return numeral.Starts(nextWord(text, end))
	}
	return true
}

// nextWord returns the folded word behind white space or a hyphen at i.
func nextWord(text string, i int) string {
	for i < len(text) && (text[i] == ' ' || text[i] == '-') {
		i++
	}
	return devanagari.Fold(text[i:wordEnd(text, i)])
}

// lastWord returns the folded last word of s.
func lastWord(s string) string {
	s = strings.TrimRight(s, " ")
	return devanagari.Fold(s[strings.LastIndexByte(s, ' ')+1:])
}

// finiteEnd reports whether s ends in a finite verb, so that a full stop behind it ends
// the sentence: है. था. जाएगा. It is not behind रु. or डॉ.
func finiteEnd(s string) bool {
	for _, v := range [...]string{"है", "हैं", "था", "थे", "थी", "गा", "गी", "गे", "गया", "गई", "गए", "दिया", "किया", "हुई", "हुआ", "हुए"} {
		if strings.HasSuffix(s, v) {
			return true
		}
	}
	return false
}

// Normalised returns n as digits, as a text reads in which every cardinal is written so:
// 350000 for साढ़े तीन लाख, 5000-6000 for 5-6 हजार, 2-2 for दो-दो. Ordinals, scores, fractions,
// multiples and indefinite numbers have no such form: "".
func Normalised(n Number) string {
	switch n.Kind {
	case Ordinal, Score, Fraction, Multiple:
		return ""
	}
	if n.Value == nil || n.Rule == "number/coins" {
		return ""
	}
	s := strconv.FormatFloat(*n.Value, 'f', -1, 64)
	switch {
	case n.Max != nil:
		return s + "-" + strconv.FormatFloat(*n.Max, 'f', -1, 64)
	case n.Rule == "number/each":
		return s + "-" + s
	}
	return s
}
