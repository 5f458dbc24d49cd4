package segment

import (
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/span"
)

// sentences cuts tokens[first:] into sentences of block b and appends them.
func sentences(dst []document.Sentence, tokens []document.Token, first, b int) []document.Sentence {
	start := first
	flush := func(end int) {
		if end > start {
			for i := start; i < end; i++ {
				tokens[i].Sentence = int32(len(dst))
			}
			dst = append(dst, document.Sentence{
				Span:   span.Span{Start: tokens[start].Start, End: tokens[end-1].End},
				Tokens: document.Range{First: start, End: end},
				Block:  b,
			})
		}
		start = end
	}
	for i := first; i < len(tokens); i++ {
		if tokens[i].Kind != document.Punct && len(tokens[i].Key) > 1 {
			continue // no bullet, no letter for a danda, no stop
		}
		if i > start && tokens[i].Space && bullet(tokens[i].Key) {
			flush(i)
		}
		lostDanda(tokens, start, i)
		if !ends(tokens, start, i) {
			continue
		}
		j := i + 1
		for j < len(tokens) && (again(tokens, j) || closes(tokens, start, j)) {
			j++
		}
		flush(j)
		i = j - 1
	}
	flush(len(tokens))
	return dst
}

// terminator reports whether a punctuation key may stand in a run of sentence ends:
// ।। ?! …
func terminator(key string) bool {
	switch key {
	case "।", "॥", "?", "!", ".", "...", "…":
		return true
	}
	return false
}

// again reports whether token j, behind a sentence end, is one more: ।। or ?! written
// together, or a second stop that stands alone (. .).
func again(tokens []document.Token, j int) bool {
	t := &tokens[j]
	if t.Kind != document.Punct || !terminator(t.Key) {
		return false
	}
	return !t.Space || t.Key != "..." && t.Key != "…" && (j+1 == len(tokens) || tokens[j+1].Space)
}

// bullet reports whether key is a mark that opens an item of a list.
func bullet(key string) bool {
	switch key {
	case "•", "●", "○", "■", "□", "▪", "◆", "➤", "►", "▶", "⦁", "✓", "✔", "➡", "👉", "☛":
		return true
	}
	return false
}

// lostDanda turns token i into a danda where a converter or a typist wrote the letter
// I, the letter l or a bar for one: behind a verb and before white space, "हैI उन्होंने",
// "हो गया l", "करें|".
func lostDanda(tokens []document.Token, start, i int) {
	t := &tokens[i]
	if t.Key != "i" && t.Key != "l" && t.Key != "|" {
		return
	}
	if i > start && tokens[i-1].Kind == document.Word && tokens[i-1].Class.Has(lexicon.Auxiliary) &&
		(i+1 == len(tokens) || tokens[i+1].Space) {
		t.Kind, t.Word, t.Class = document.Punct, devanagari.WordOf("।"), 0
	}
}

// ends reports whether the punctuation token i ends the sentence that started at
// token start.
func ends(tokens []document.Token, start, i int) bool {
	t := &tokens[i]
	if t.Kind != document.Punct {
		return false
	}
	switch t.Key {
	case "।", "॥":
		return true
	case "?", "!":
		// not inside a web address: a.in/b?c=d
		return !(i > start && i+1 < len(tokens) && !t.Space && !tokens[i+1].Space && latin(&tokens[i-1]) && latin(&tokens[i+1]))
	case ".":
		return fullStop(tokens, start, i)
	case "..":
		return i > start && !continues(tokens, i)
	case "...", "…", "....", ".....":
		return dots(tokens, start, i)
	}
	return false
}

// dots reports whether the ellipsis at token i ends a sentence. It is a pause (मैं...
// मैं नहीं जानता) unless it closes a quote (मैं तो...") or stands behind a finite verb
// and before a word that may open a sentence (क्या हुआ... सब हैरान).
func dots(tokens []document.Token, start, i int) bool {
	if i == start || i+1 == len(tokens) {
		return i+1 == len(tokens)
	}
	next := &tokens[i+1]
	if next.Kind == document.Punct {
		if tokens[i-1].Key == "[" { // […] stands for what was left out
			return false
		}
		return !next.Space && closes(tokens, start, i+1)
	}
	return (!tokens[i].Space || next.Space) && finite(&tokens[i-1]) && !continues(tokens, i)
}

// continues reports whether the word behind the stop at i plainly goes on with the
// sentence before it: a conjunction, a case marker, a particle.
func continues(tokens []document.Token, i int) bool {
	return i+1 < len(tokens) && tokens[i+1].Class.Has(lexicon.Conjunction|lexicon.Postposition|lexicon.Particle)
}

// finite reports whether t is a form of होना or a light verb, or has the ending of a
// future (जीतेंगे, जाएगा, करूंगी).
func finite(t *document.Token) bool {
	if t.Class.Has(lexicon.Auxiliary) {
		return true
	}
	for _, end := range []string{"ेंगे", "ेंगी", "ेगा", "ेगी", "ूंगा", "ूंगी", "एंगे", "एंगी", "एगा", "एगी"} {
		if strings.HasSuffix(t.Key, end) {
			return true
		}
	}
	return t.Key == "कहा" || t.Key == "बोले"
}

// fullStop reports whether the '.' at token i ends a sentence.
func fullStop(tokens []document.Token, start, i int) bool {
	if i == start {
		return true
	}
	if i+1 == len(tokens) {
		return true
	}
	prev, next := &tokens[i-1], &tokens[i+1]
	if t := &tokens[i]; t.Space && !next.Space { // " .5", ".com"
		return false
	}
	switch prev.Kind {
	case document.Number:
		// "1. पहला नियम": a list marker, not a sentence.
		return !(i-1 == start && (next.Kind == document.Word || next.Kind == document.Number && next.Space) && len(prev.Key) <= 2)
	case document.Word:
		if !next.Space && (latin(prev) && latin(next) || next.Key == "कॉम") { // etvbharat.com, ईटीवीभारत.कॉम
			return false
		}
		if caseMarker(next) && !prev.Class.Has(lexicon.Auxiliary) {
			return false // U.P. में, डीएम. ने: no sentence starts with a case marker
		}
		switch {
		case abbreviation(tokens, start, i-1):
			return next.Kind == document.Punct && next.Key != "(" && next.Key != ","
		case prev.Class.Has(lexicon.Letter):
			return !initial(tokens, start, i-1)
		case latin(prev) && len(prev.Key) == 1:
			// J.P. Nadda, A. Raja
			return !(latin(next) || !next.Space || dotted(tokens, start, i-1)) || opensSentence(next)
		}
	}
	return true
}

// caseMarker reports whether t is a postposition that is no other word at the start
// of a sentence (पर is also 'but').
func caseMarker(t *document.Token) bool {
	switch t.Key {
	case "ने", "में", "का", "के", "की", "को":
		return true
	}
	return false
}

// opensSentence reports whether t is a word that rarely stands behind an initial.
func opensSentence(t *document.Token) bool {
	return t.Class.Has(lexicon.Pronoun | lexicon.Conjunction | lexicon.Demonstrative)
}

// dotted reports whether a full stop stands right before token k and a word before
// it: the पी of जे.पी.
func dotted(tokens []document.Token, start, k int) bool {
	return k-2 >= start && tokens[k-1].Key == "." && tokens[k-2].Kind == document.Word
}

// abbreviation reports whether the word at token k, which a full stop follows, is an
// abbreviation there: डॉ., रु., कि.मी., उ.प्र., 300 ई.पू.
func abbreviation(tokens []document.Token, start, k int) bool {
	t, next := &tokens[k], &tokens[k+2]
	numbered := k > start && tokens[k-1].Kind == document.Number
	named := next.Class.Has(lexicon.GivenName | lexicon.Surname | lexicon.Letter | lexicon.Honorific)
	switch {
	case t.Key == "ई":
		return numbered // 1947 ई. में
	case t.Key == "से":
		// 40 डि. से.  24.8 डिग्री से.
		return dotted(tokens, start, k) && tokens[k-2].Key == "डि" || k > start && tokens[k-1].Key == "डिग्री"
	case t.Key == "सर":
		return named // वह प्रथम रहा सर. फिर …
	case t.Class.Has(lexicon.Letter):
		return false
	case t.Class.Has(lexicon.Abbreviation):
		// ली, ले, कि, न are also words of their own.
		return !t.Class.Has(lexicon.Auxiliary|lexicon.Particle|lexicon.Conjunction|lexicon.Postposition) ||
			numbered || dotted(tokens, start, k) || !next.Space || next.Class.Has(lexicon.Honorific)
	case t.Class.Has(lexicon.Honorific):
		// One that is spelt out (महाराज, डॉक्टर) takes a stop only by mistake.
		return named
	case len(t.Key) == 3 && devanagari.IsConsonant(rune(0x900|int(t.Key[1]&1)<<6|int(t.Key[2]&0x3f))):
		// क. पहला नियम; a single consonant is no word, but व and न
		return !t.Class.Has(lexicon.Conjunction|lexicon.Particle) && !opensSentence(next)
	}
	return false
}

// initial reports whether the spelled letter at token k, which a full stop follows,
// is an initial or part of an abbreviation and not the last word of a sentence.
func initial(tokens []document.Token, start, k int) bool {
	next := &tokens[k+2]
	if next.Kind != document.Word {
		return plate(tokens, start, k) || next.Kind == document.Punct && (next.Key == "," || next.Key == "(") || next.Kind == document.Number && !next.Space
	}
	if next.Class.Has(lexicon.Letter) && k+3 < len(tokens) && tokens[k+3].Key == "." && !tokens[k+3].Space {
		return true // जे.पी.
	}
	if !next.Space {
		return true // के.सिंह
	}
	if dotted(tokens, start, k) && tokens[k-2].Class.Has(lexicon.Letter) {
		// The last letter of जे.पी., unless a new sentence plainly starts. In टी.वी. पर
		// it does not.
		return !opensSentence(next) || next.Key == "पर"
	}
	if t := tokens[k].Key; t == "जी" || t == "आई" {
		// The two that end sentences: गांधी जी. बारिश आई.
		if k > start && t == "जी" && (tokens[k-1].Class.Has(lexicon.Conjunction) || tokens[k-1].Key == ",") {
			return !opensSentence(next) // और जी. परमेश्वर
		}
		return k == start && next.Class.Has(lexicon.GivenName|lexicon.Surname)
	}
	// डॉक्टर आर. गंगाखेड़कर, सलाहकार के. विजय राघवन: no sentence ends in a case marker, and
	// few in the name of a letter.
	return !opensSentence(next)
}

// plate reports whether the stop behind the letter at token k stands inside the number of a vehicle:
// आर.जे. 13 जी.ए. 2208.
func plate(tokens []document.Token, start, k int) bool {
	next := &tokens[k+2]
	if next.Kind != document.Number || !dotted(tokens, start, k) || !tokens[k-2].Class.Has(lexicon.Letter) {
		return false
	}
	if len(next.Key) <= 2 {
		return k+3 < len(tokens) && tokens[k+3].Class.Has(lexicon.Letter)
	}
	j := k - 2
	for n := 0; n < 2 && j-2 >= start && tokens[j-1].Key == "." && tokens[j-2].Class.Has(lexicon.Letter); n++ {
		j -= 2 // 8 सी.ए.एफ. 2209
	}
	return len(next.Key) == 4 && j-1 >= start && tokens[j-1].Kind == document.Number && len(tokens[j-1].Key) <= 2
}

func latin(t *document.Token) bool {
	return t.Kind == document.Word && t.Key != "" && t.Key[0] < 0x80
}

// closes reports whether token j, behind a sentence end, still belongs to the
// sentence: a closing quote or bracket. A straight quote closes when it is glued to
// the stop, or when the sentence holds an odd number of them.
func closes(tokens []document.Token, start, j int) bool {
	t := &tokens[j]
	if t.Kind != document.Punct {
		return false
	}
	switch t.Key {
	case "”", "’", "»", ")", "]", "}":
		return !t.Space || odd(tokens, start, j, opener(t.Key), t.Key)
	case "\"", "'", "`":
		k := quoteRun(tokens, j)
		last := k == len(tokens)
		if !t.Space {
			// glued to the stop and to the next word: it opens the next sentence
			return last || tokens[k].Space || tokens[k].Kind == document.Punct || odd(tokens, start, j, t.Key, t.Key)
		}
		// between white space and a word it opens, even where one is missing before
		return (last || tokens[k].Space || tokens[k].Kind == document.Punct) && odd(tokens, start, j, t.Key, t.Key)
	case "‘", "“": // used as closers by some papers: ‘ … ‘
		k := quoteRun(tokens, j)
		if k < len(tokens) && !tokens[k].Space {
			return false
		}
		return !t.Space || unclosed(tokens, start, j)
	}
	return false
}

// quoteRun returns the end of the run of equal quotes at token j, written without
// space: ” ‘‘
func quoteRun(tokens []document.Token, j int) int {
	k := j + 1
	for k < len(tokens) && tokens[k].Key == tokens[j].Key && !tokens[k].Space {
		k++
	}
	return k
}

// unclosed reports whether tokens[start:j] hold an odd number of curly quotes of
// either direction: ” हम जीतेंगे। “
func unclosed(tokens []document.Token, start, j int) bool {
	n := 0
	for _, t := range tokens[start:j] {
		switch t.Key {
		case "“", "”", "‘", "’":
			n++
		}
	}
	return n&1 == 1
}

func opener(closer string) string {
	switch closer {
	case "”":
		return "“"
	case "’":
		return "‘"
	case "»":
		return "«"
	case ")":
		return "("
	case "]":
		return "["
	}
	return "{"
}

// odd reports whether tokens[start:j] hold an unclosed opener.
func odd(tokens []document.Token, start, j int, open, shut string) bool {
	n := 0
	for i := start; i < j; i++ {
		switch tokens[i].Key {
		case open:
			n++
		case shut:
			n--
		}
		if open == shut {
			n &= 1
		}
	}
	return n > 0
}
