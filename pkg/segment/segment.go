package segment

import (
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/span"
)

// Build analyses the given blocks of raw, which must be in text order and not
// overlap. Text outside the blocks (page furniture) gets no tokens.
func Build(raw string, blocks []document.Block, lx *lexicon.Lexicon) *document.Document {
	return build(raw, blocks, lx, nil)
}

// Rebuild is Build for blocks of a text that was analysed before: the tokens of d are
// taken over where they lie in a block, so that cutting a page into lines and then
// into blocks costs one reading of the text. The result is that of Build.
func Rebuild(d *document.Document, blocks []document.Block, lx *lexicon.Lexicon) *document.Document {
	return build(d.Raw(), blocks, lx, d)
}

func build(raw string, blocks []document.Block, lx *lexicon.Lexicon, before *document.Document) *document.Document {
	size := 8
	for _, b := range blocks {
		size += b.Len()/10 + 1
	}
	if before != nil {
		size = before.Len()
	}
	t := tokenizer{raw: raw, lx: lx, tokens: make([]document.Token, 0, size)}
	first := make([]int, len(blocks)+1)
	for b := range blocks {
		first[b] = len(t.tokens)
		if before == nil || !t.take(before, blocks[b].Span) {
			t.scan(blocks[b].Span)
		}
	}
	first[len(blocks)] = len(t.tokens)
	t.finish()
	var sents []document.Sentence
	out := make([]document.Block, len(blocks))
	for b := range blocks {
		n := len(sents)
		sents = sentences(sents, t.tokens[:first[b+1]], first[b], b)
		out[b] = blocks[b]
		out[b].Sentences = document.Range{First: n, End: len(sents)}
	}
	for _, b := range out {
		if b.Kind != document.Other { // plain text has no second print
			markRepeats(sents, t.tokens)
			break
		}
	}
	return document.New(lx, raw, out, sents, t.tokens)
}

// take appends the tokens of d that lie in s, and reports whether it could: not where
// s starts or ends inside a token.
func (t *tokenizer) take(d *document.Document, s span.Span) bool {
	all, r := d.Tokens(), d.RangeOf(s)
	if r.First > 0 && all[r.First-1].End > s.Start || r.End < len(all) && all[r.End].Start < s.End {
		return false
	}
	at := len(t.tokens)
	t.tokens = append(t.tokens, all[r.First:r.End]...)
	if r.First < r.End {
		t.tokens[at].Space = true // it opens a block
	}
	return true
}

// Plain analyses text of which nothing is known: every line is a block.
func Plain(raw string, lx *lexicon.Lexicon) *document.Document {
	return Build(raw, Lines(raw), lx)
}

// Lines returns one block per line of raw that is not blank, line end excluded.
func Lines(raw string) []document.Block {
	var out []document.Block
	for i := 0; i < len(raw); {
		end := strings.IndexByte(raw[i:], '\n')
		if end < 0 {
			end = len(raw)
		} else {
			end += i
		}
		if strings.TrimSpace(raw[i:end]) != "" {
			out = append(out, document.Block{Span: span.Span{Start: i, End: end}, Kind: document.Other})
		}
		i = end + 1
	}
	return out
}

// minRepeat is the number of tokens under which a repeated sentence is taken as
// chance (उन्होंने कहा।) and not as a second print.
const minRepeat = 6

// markRepeats sets Repeat on each sentence whose words were all printed before in
// one sentence of the article. An opener that papers put before the second print
// (दरअसल, बता दें) does not count.
func markRepeats(sents []document.Sentence, tokens []document.Token) {
	if len(sents) < 2 {
		return
	}
	seen := make(map[string]bool, len(sents))
	var key []byte
	for i := range sents {
		s := &sents[i]
		r := s.Tokens
		for r.First < r.End && (tokens[r.First].Kind == document.Punct || openers[tokens[r.First].Key]) {
			r.First++
		}
		key = key[:0]
		n := 0
		for _, t := range tokens[r.First:r.End] {
			if t.Kind != document.Punct {
				key = append(append(key, t.Key...), ' ')
				n++
			}
		}
		if n < minRepeat {
			continue
		}
		if seen[string(key)] {
			s.Repeat = true
			continue
		}
		seen[string(key)] = true
	}
}

// openers are the words that open the second print of a standfirst.
var openers = map[string]bool{
	"दरअसल": true, "बता": true, "दें": true, "बताते": true, "चलें": true, "गौरतलब": true, "आपको": true, "कि": true, "है": true,
}
