package segment

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/span"
)

// tokenizer appends the tokens of one text. Folded keys that differ from their
// surface go into one arena, so that a document costs a handful of allocations.
type tokenizer struct {
	raw    string
	lx     *lexicon.Lexicon
	known  *Vocabulary // of a Builder, else nil
	tokens []document.Token
	arena  []byte
	keys   []arenaKey
	recent [recentWords]int32 // tokens of late words, by hash
}

// recentWords is how many words are remembered, so that a text does not look up the
// words that it repeats.
const recentWords = 256

// arenaKey says that the key of tokens[token] is arena[start:end].
type arenaKey struct{ token, start, end int }

// scan appends the tokens of raw[s.Start:s.End].
func (t *tokenizer) scan(s span.Span) {
	raw := t.raw[:s.End]
	spaced := true
	for i := s.Start; i < len(raw); {
		c := raw[i]
		start := i
		switch {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r' || c < 0x20 || c == 0x7f:
			spaced = true
			i++
			continue
		case c >= '0' && c <= '9':
			i = number(raw, i)
			t.put(document.Number, start, i, spaced)
		case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
			i = foreignWord(raw, i)
			t.put(document.Word, start, i, spaced)
		case c == '&':
			n, r := entity(raw[i:])
			i += n
			switch {
			case r == ' ':
				spaced = true
				continue
			case r == 0:
				t.putKey(start, i, spaced, "&")
			default:
				t.putKey(start, i, spaced, string(r))
			}
		case c == '<' && Tag(raw[i:]) > 0:
			i += Tag(raw[i:])
			continue
		case c == '.':
			for i < len(raw) && raw[i] == '.' {
				i++
			}
			t.put(document.Punct, start, i, spaced)
		case c < 0x80:
			i++
			t.put(document.Punct, start, i, spaced)
		default:
			if c == 0xe0 {
				if w, end := devanagari.WordAt(raw, i); closed(raw, i, end) {
					t.putWord(w, start, end, spaced)
					i = end
					break
				}
			}
			r, n := utf8.DecodeRuneInString(raw[i:])
			switch {
			case devanagari.IsDigit(r):
				i = number(raw, i)
				t.put(document.Number, start, i, spaced)
			case devanagari.IsLetter(r) || r == '¨':
				i = word(raw, i)
				if i == start || r == '\u0903' && i == start+n { // a mark that opens no word: the ः of नाहनः
					i = start + n
					t.put(document.Punct, start, i, spaced)
					break
				}
				t.put(document.Word, start, i, spaced)
			case unicode.IsSpace(r):
				spaced = true
				i += n
				continue
			case devanagari.IsInvisible(r):
				i += n
				continue
			case unicode.IsLetter(r):
				i = foreignWord(raw, i)
				t.put(document.Word, start, i, spaced)
			default:
				i += n
				i = marks(raw, i)
				t.put(document.Punct, start, i, spaced)
			}
		}
		spaced = false
	}
}

// closed reports whether the run of Devanagari letters s[start:end] is a word by itself,
// as nearly all are: no joiner or foreign mark goes on with it, and no visarga ends it,
// which may stand for a colon (see word).
func closed(s string, start, end int) bool {
	if end == start || end < len(s) && s[end] >= 0x80 && (s[end] != 0xe0 || end+2 < len(s) && s[end+1] != 0xa5) {
		return false
	}
	return s[end-1] != 0x83 || s[end-2] != 0xa4
}

// putWord appends the word raw[start:end], of which w is the surface.
func (t *tokenizer) putWord(w devanagari.Word, start, end int, spaced bool) {
	var class lexicon.Class
	switch {
	case t.known != nil:
		var ok bool
		if w, class, ok = t.known.Of(w); !ok {
			t.put(document.Word, start, end, spaced)
			return
		}
	case devanagari.Folded(w.Key):
		class = t.classes(w)
	default:
		t.put(document.Word, start, end, spaced)
		return
	}
	// in place: a token is longer than what a processor copies at once
	n := len(t.tokens)
	if n == cap(t.tokens) {
		t.tokens = append(t.tokens, document.Token{})
	}
	t.tokens = t.tokens[:n+1]
	tok := &t.tokens[n]
	tok.Start, tok.End = start, end
	tok.Word = w
	tok.Class = class
	tok.Sentence, tok.Kind, tok.Space = 0, document.Word, spaced
}

// put appends the token raw[start:end].
func (t *tokenizer) put(k document.Kind, start, end int, spaced bool) {
	s := t.raw[start:end]
	tok := document.Token{Span: span.Span{Start: start, End: end}, Kind: k, Space: spaced}
	if !devanagari.Folded(s) { // few words
		a := len(t.arena)
		switch t.arena = devanagari.AppendFold(t.arena, s); {
		case len(t.arena) == a: // a lone nukta or joiner: no word
			tok.Kind = document.Punct
		case string(t.arena[a:]) == s:
			t.arena = t.arena[:a]
		default:
			t.keys = append(t.keys, arenaKey{len(t.tokens), a, len(t.arena)})
			t.tokens = append(t.tokens, tok)
			return
		}
	}
	tok.Word = devanagari.WordOf(s)
	if tok.Kind != document.Punct {
		tok.Class = t.classes(tok.Word)
	}
	t.tokens = append(t.tokens, tok)
}

// classes returns the classes of w, the word of the token to be appended: those of the
// last token of that word, where it is remembered.
func (t *tokenizer) classes(w devanagari.Word) lexicon.Class {
	at := &t.recent[w.Hash>>32%recentWords]
	if k := int(*at); k < len(t.tokens) && t.tokens[k].Hash == w.Hash {
		return t.tokens[k].Class
	}
	*at = int32(len(t.tokens))
	return t.lx.ClassesOf(w)
}

// putKey appends a Punct token whose key is given, not folded from its surface.
func (t *tokenizer) putKey(start, end int, spaced bool, key string) {
	t.tokens = append(t.tokens, document.Token{Span: span.Span{Start: start, End: end}, Kind: document.Punct, Space: spaced, Word: devanagari.WordOf(key)})
}

// finish sets the keys that stand in the arena, and the classes of their words.
func (t *tokenizer) finish() {
	keys := string(t.arena)
	for _, k := range t.keys {
		tok := &t.tokens[k.token]
		tok.Word = devanagari.WordOf(keys[k.start:k.end])
		tok.Class = t.lx.ClassesOf(tok.Word)
	}
}

// number returns the end of the digit group at i: digits of either script, with
// single ',' or '.' between digits (7,773  1,25,000  3.5  १२.५  18.05.2020).
func number(s string, i int) int {
	for {
		j := digits(s, i)
		if j == i {
			return i
		}
		i = j
		if i+1 < len(s) && (s[i] == ',' || s[i] == '.') && digits(s, i+1) > i+1 {
			i++
			continue
		}
		return i
	}
}

func digits(s string, i int) int {
	for i < len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			i++
			continue
		}
		if i+2 < len(s) && s[i] == 0xe0 && s[i+1] == 0xa5 && s[i+2] >= 0xa6 && s[i+2] <= 0xaf {
			i += 3
			continue
		}
		break
	}
	return i
}

// word returns the end of the Devanagari word at i. Joiners inside it belong to it.
// A final visarga that stands for a colon (नाहनः) is left out; in words that are
// spelt with one (अतः, प्रातः, छः) it stays.
func word(s string, start int) int {
	i, end := start, start
	visarga := -1
	for i < len(s) {
		c := s[i]
		if c < 0x80 {
			break
		}
		if c == 0xe0 && i+2 < len(s) && (s[i+1] == 0xa4 || s[i+1] == 0xa5) { // U+0900–U+097F
			b := s[i+2]
			if s[i+1] == 0xa5 && (b >= 0xa4 && b <= 0xb0) { // dandas, digits, ॰
				break
			}
			visarga = -1
			if s[i+1] == 0xa4 && b == 0x83 {
				visarga = i
			}
			i += 3
			end = i
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case devanagari.IsInvisible(r):
			i += n
			if r == devanagari.ZWJ || r == devanagari.ZWNJ {
				end = i // a joiner belongs to the cluster before it
			}
			continue
		case r == '¨' && lostGlyph(s[i+n:]):
			i += n
			end = i
			visarga = -1
			continue
		case unicode.Is(unicode.Mn, r):
			i += n
			end = i
			continue
		}
		break
	}
	if visarga > start && end == visarga+3 && !visargaWords[devanagari.Fold(s[start:end])] {
		return visarga
	}
	return end
}

// lostGlyph reports whether rest goes on with a consonant, as after the ¨ that
// Jagran's old font left for ि+ं (¨सह for सिंह).
func lostGlyph(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return devanagari.IsConsonant(r)
}

// visargaWords are the words in use that end in visarga. Before any other final
// visarga papers mean a colon.
var visargaWords = func() map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(`अतः प्रातः छः पुनः स्वतः क्रमशः अंशतः मूलतः सामान्यतः सामान्यतया विशेषतः
		पूर्णतः संभवतः प्रायः अंततः अन्ततः शब्दशः वस्तुतः अक्षरशः मुख्यतः साधारणतः फलतः परिणामतः नमः निः दुः अंतः
		अन्तः मनः तपः यशः स्वः भूः भुवः संपूर्णतः सर्वतः अधिकांशतः न्यूनतः प्रथमतः यथार्थतः तत्वतः शतशः कोटिशः
		आंशिकतः व्यक्तिशः अधः मिथः पूर्वतः विधितः`) {
		m[devanagari.Fold(w)] = true
	}
	return m
}()

// foreignWord returns the end of the run of non-Devanagari letters at i, with their
// combining marks.
func foreignWord(s string, i int) int {
	for i < len(s) {
		c := s[i]
		if c < 0x80 {
			if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
				i++
				continue
			}
			break
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r >= 0x900 && r <= 0x97f {
			if !unicode.Is(unicode.M, r) {
				break
			}
			i += n // a stray matra joins the cluster before it
			continue
		}
		if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) && r != devanagari.ZWJ && r != devanagari.ZWNJ {
			break
		}
		i += n
	}
	return i
}

// marks skips the combining marks and joiners at i, which belong to the cluster of
// the symbol before them.
func marks(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.Is(unicode.M, r) && r != devanagari.ZWJ && r != devanagari.ZWNJ {
			break
		}
		i += n
	}
	return i
}

// entity reads the HTML character reference that s starts with: its length in bytes
// and its character, ' ' for any white space. A '&' that starts none has length 1
// and the character 0.
func entity(s string) (n int, r rune) {
	limit := min(len(s), 12)
	end := strings.IndexByte(s[:limit], ';')
	if end < 2 {
		return 1, 0
	}
	ref := s[:end+1]
	dec := html.UnescapeString(ref)
	if dec == ref {
		return 1, 0
	}
	r, size := utf8.DecodeRuneInString(dec)
	if size != len(dec) || r == utf8.RuneError {
		return 1, 0
	}
	if unicode.IsSpace(r) || devanagari.IsInvisible(r) {
		r = ' '
	}
	return end + 1, r
}

// Tag returns the length of the HTML tag or comment that opens s, 0 where '<' is only
// a sign (5 < 6). A leaked tag (<strong>298</strong>) is no text: it gets no token.
func Tag(s string) int {
	if strings.HasPrefix(s, "<!--") {
		if e := strings.Index(s, "-->"); e >= 0 {
			return e + 3
		}
		return 0
	}
	i := 1
	if i < len(s) && (s[i] == '/' || s[i] == '!') {
		i++
	}
	if i >= len(s) || !(s[i] >= 'a' && s[i] <= 'z' || s[i] >= 'A' && s[i] <= 'Z') {
		return 0
	}
	for ; i < len(s) && i < maxTag; i++ {
		switch s[i] {
		case '>':
			return i + 1
		case '<', '\n':
			return 0
		}
	}
	return 0
}

// maxTag bounds the length of a tag, so that a lone '<' costs little.
const maxTag = 2000
