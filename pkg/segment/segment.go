package segment

import (
	"slices"
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
// into blocks costs one reading of the text. The result is that of Build. It may take
// the memory of d over too: d is not to be read afterwards.
func Rebuild(d *document.Document, blocks []document.Block, lx *lexicon.Lexicon) *document.Document {
	return build(d.Raw(), blocks, lx, d)
}

func build(raw string, blocks []document.Block, lx *lexicon.Lexicon, before *document.Document) *document.Document {
	var once buffers
	return once.build(raw, blocks, lx, before, nil)
}

// buffers is the memory of a document.
type buffers struct {
	tokens []document.Token
	sents  []document.Sentence
	blocks []document.Block
	first  []int
}

func (m *buffers) build(raw string, blocks []document.Block, lx *lexicon.Lexicon, before *document.Document, known *Vocabulary) *document.Document {
	t := tokenizer{raw: raw, lx: lx, known: known}
	var sents []document.Sentence
	first := slices.Grow(m.first[:0], len(blocks)+1)[:len(blocks)+1]
	if before == nil || !t.takeAll(before, blocks, first) {
		size := 8
		for _, b := range blocks {
			size += b.Len()/10 + 1
		}
		t.tokens = slices.Grow(m.tokens[:0], size)
		for b := range blocks {
			first[b] = len(t.tokens)
			if before == nil || !t.take(before, blocks[b].Span) {
				t.scan(blocks[b].Span)
			}
		}
		first[len(blocks)] = len(t.tokens)
		t.finish()
		sents = slices.Grow(m.sents[:0], len(blocks)+len(raw)/200)
	} else {
		sents = before.Sentences()[:0]
	}
	out := slices.Grow(m.blocks[:0], len(blocks))[:len(blocks)]
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
	*m = buffers{t.tokens, sents, out, first}
	return document.New(lx, raw, out, sents, t.tokens)
}

// takeAll moves the tokens of d that lie in the blocks to the front of d's own, and
// notes where those of each block start. It reports whether it could: not where the
// blocks are out of order, or one of them starts or ends inside a token.
func (t *tokenizer) takeAll(d *document.Document, blocks []document.Block, first []int) bool {
	all := d.Tokens()
	ranges := make([]document.Range, len(blocks))
	last := 0
	for b := range blocks {
		r, ok := whole(d, blocks[b].Span)
		if !ok || r.First < last {
			return false
		}
		ranges[b], last = r, max(last, r.End)
	}
	n := 0
	for b, r := range ranges {
		first[b] = n
		if n < r.First {
			copy(all[n:], all[r.First:r.End])
		}
		if r.First < r.End {
			all[n].Space = true // it opens a block
		}
		n += max(0, r.Len())
	}
	first[len(blocks)] = n
	t.tokens = all[:n]
	return true
}

// take appends the tokens of d that lie in s, and reports whether it could: not where
// s starts or ends inside a token.
func (t *tokenizer) take(d *document.Document, s span.Span) bool {
	r, ok := whole(d, s)
	if !ok {
		return false
	}
	at := len(t.tokens)
	t.tokens = append(t.tokens, d.Tokens()[r.First:r.End]...)
	if r.First < r.End {
		t.tokens[at].Space = true // it opens a block
	}
	return true
}

// whole returns the tokens of d that lie in s, and whether s cuts none.
func whole(d *document.Document, s span.Span) (document.Range, bool) {
	all, r := d.Tokens(), d.RangeOf(s)
	return r, !(r.First > 0 && all[r.First-1].End > s.Start || r.End < len(all) && all[r.End].Start < s.End)
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
	seen := make(map[uint64]document.Range, len(sents)) // by a hash of the words
	for i := range sents {
		s := &sents[i]
		r := s.Tokens
		for r.First < r.End && (tokens[r.First].Kind == document.Punct || openers[tokens[r.First].Key]) {
			r.First++
		}
		h := uint64(0)
		n := 0
		for k := r.First; k < r.End; k++ {
			if t := &tokens[k]; t.Kind != document.Punct {
				h = h*0x9e3779b97f4a7c15 + t.Hash
				n++
			}
		}
		if n < minRepeat {
			continue
		}
		if q, ok := seen[h]; !ok {
			seen[h] = r
		} else {
			s.Repeat = sameWords(tokens[q.First:q.End], tokens[r.First:r.End])
		}
	}
}

// sameWords reports whether two sentences have the same words, whatever their marks.
func sameWords(a, b []document.Token) bool {
	for {
		for len(a) > 0 && a[0].Kind == document.Punct {
			a = a[1:]
		}
		for len(b) > 0 && b[0].Kind == document.Punct {
			b = b[1:]
		}
		if len(a) == 0 || len(b) == 0 {
			return len(a) == len(b)
		}
		if a[0].Key != b[0].Key {
			return false
		}
		a, b = a[1:], b[1:]
	}
}

// openers are the words that open the second print of a standfirst.
var openers = map[string]bool{
	"दरअसल": true, "बता": true, "दें": true, "बताते": true, "चलें": true, "गौरतलब": true, "आपको": true, "कि": true, "है": true,
}
