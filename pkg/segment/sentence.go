package segment

import (
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
		if !ends(tokens, start, i) {
			continue
		}
		j := i + 1
		for j < len(tokens) && (terminator(tokens[j].Key) && !tokens[j].Space || closes(tokens, start, j)) {
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

// ends reports whether the punctuation token i ends the sentence that started at
// token start.
func ends(tokens []document.Token, start, i int) bool {
	t := &tokens[i]
	if t.Kind != document.Punct {
		return false
	}
	switch t.Key {
	case "।", "॥", "?", "!":
		return true
	case "|":
		// A bar for a danda stands behind a word and before white space; a bar
		// between two items of furniture has white space on both sides and no verb.
		return i > start && tokens[i-1].Kind == document.Word && tokens[i-1].Class.Has(lexicon.Auxiliary) &&
			(i+1 == len(tokens) || tokens[i+1].Space)
	case ".":
		return fullStop(tokens, start, i)
	}
	return false
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
		return !(i-1 == start && next.Kind == document.Word && len(prev.Key) <= 2)
	case document.Word:
		if latin(prev) && latin(next) && !next.Space { // etvbharat.com
			return false
		}
		if prev.Class.Has(lexicon.Honorific) || prev.Class.Has(lexicon.Abbreviation) && !prev.Class.Has(lexicon.Letter) {
			return next.Kind == document.Punct && next.Key != "(" && next.Key != ","
		}
		if prev.Class.Has(lexicon.Letter) {
			return !initial(tokens, start, i-1)
		}
	}
	return true
}

// initial reports whether the spelled letter at token k, which a full stop follows,
// is an initial or part of an abbreviation and not the last word of a sentence.
// जी, आई, के, ई and ए are also words (गांधी जी. … बारिश आई. …): they are initials only
// beside another initial or before a name.
func initial(tokens []document.Token, start, k int) bool {
	next := &tokens[k+2]
	if next.Kind != document.Word {
		return next.Kind == document.Punct && (next.Key == "," || next.Key == "(") || next.Kind == document.Number && !next.Space
	}
	if next.Class.Has(lexicon.Letter) && k+3 < len(tokens) && tokens[k+3].Key == "." && !tokens[k+3].Space {
		return true // जे.पी.
	}
	if !next.Space {
		return true // के.सिंह
	}
	if k-1 >= start && tokens[k-1].Key == "." && k-2 >= start && tokens[k-2].Class.Has(lexicon.Letter) {
		// The last letter of जे.पी. — unless a new sentence plainly starts.
		return !next.Class.Has(lexicon.Pronoun | lexicon.Conjunction | lexicon.Demonstrative)
	}
	switch tokens[k].Key {
	case "जी", "आई", "के", "ई", "ए", "वी", "ओ":
		return k == start && next.Class.Has(lexicon.GivenName|lexicon.Surname)
	}
	return next.Class.Has(lexicon.GivenName|lexicon.Surname) || k == start
}

func latin(t *document.Token) bool {
	return t.Kind == document.Word && t.Key[0] < 0x80
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
		if !t.Space {
			// glued to the stop and to the next word: it opens the next sentence
			return j+1 == len(tokens) || tokens[j+1].Space || tokens[j+1].Kind == document.Punct || odd(tokens, start, j, t.Key, t.Key)
		}
		return odd(tokens, start, j, t.Key, t.Key)
	case "‘", "“": // used as closers by some papers: ‘ … ‘
		return !t.Space && (j+1 == len(tokens) || tokens[j+1].Space)
	}
	return false
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
