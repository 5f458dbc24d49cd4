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
		if c == ' ' {
			i++
			continue
		}
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
		w := wordAt(text, i)
		if w.Key == "" {
			i += 3
			continue
		}
		end := i + len(w.Key)
		if w, class, _ := known.Of(w); class.Has(lexicon.Numeral) {
			hit = triggers(text, start, i, end, w, known)
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

// wordAt returns the Devanagari word at i as printed: as devanagari.WordAt, but joiners in it
// belong to it.
func wordAt(text string, i int) devanagari.Word {
	w, end := devanagari.WordAt(text, i)
	for from := end; end+2 < len(text) && text[end] == 0xe2 && text[end+1] == 0x80 && text[end+2]|1 == 0x8d; {
		if end = devanagari.WordEnd(text, end+3); end > from {
			from = end
			w = devanagari.WordOf(text[i:end])
		}
	}
	return w
}

// triggers reports whether the number word w at text[i:end] can make a number here, in the
// sentence that started at start. एक, पहले and कुछ are common as article, adverb and pronoun,
// and need the right neighbour.
func triggers(text string, start, i, end int, w devanagari.Word, known *segment.Vocabulary) bool {
	switch w.Key {
	case "एक":
		next, class := nextWord(text, end, known)
		switch next.Key {
		case "की", "घायल", "लापता", "मृत", "जख्मी", "गिरफ्तार", "चौथाई", "तिहाई", "":
			return true
		}
		if class.Has(lexicon.Numeral) || table().units.StartsWith(next) {
			return true
		}
		switch lastWord(text[start:i]) {
		case "सिर्फ", "केवल", "महज", "मात्र", "कम", "करीब", "लगभग", "अधिकतम":
			return true
		}
		return false
	case "पहले":
		next, _ := nextWord(text, end, known)
		t := table()
		x := t.of(next)
		return x.listed || next.Key == "ही" || x.flags&adjective != 0 || t.units.StartsWith(next) || t.compound.StartsWith(next)
	case "चौथाई", "तिहाई":
		next, _ := nextWord(text, end, known)
		return table().of(next).listed || table().units.StartsWith(next)
	case "कुछ", "कई", "चंद", "अनेक":
		_, class := nextWord(text, end, known)
		return class.Has(lexicon.Numeral)
	}
	return true
}

// nextWord returns the folded word behind white space or a hyphen at i, and its classes.
func nextWord(text string, i int, known *segment.Vocabulary) (devanagari.Word, lexicon.Class) {
	for i < len(text) && (text[i] == ' ' || text[i] == '-') {
		i++
	}
	w, class, ok := known.Of(wordAt(text, i))
	if !ok {
		return devanagari.Word{}, 0
	}
	return w, class
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
