// Package document is the analysed article that every extractor reads: the raw
// text, its blocks, sentences and tokens, and nothing that could change them.
//
// It takes what pkg/segment built and promises:
//
//   - the raw text is kept as it was read; every position is a byte offset into it;
//   - tokens are in text order, do not overlap, and between two of them stands only
//     white space, invisible characters, or text of no block (page furniture);
//   - sentences nest in blocks, tokens in sentences;
//   - a token's Key is devanagari.Fold of its surface, computed once, so that a rule
//     compares keys and never folds.
//
// A Document is built once and then only read, so that extractors can run on it
// side by side. The slices that the accessors return are shared: do not write to
// them.
package document

import (
	"sort"

	"khabar/pkg/devanagari"
	"khabar/pkg/lexicon"
	"khabar/pkg/span"
)

// Kind says what a token is made of.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters of one script: सरकार, bjp
	Number             // digits with inner separators: 7,773  3.5  १५००
	Punct              // one punctuation mark or symbol: । , ₹ % (a run of dots is one)
)

// Token is a word, a digit group or a punctuation mark.
type Token struct {
	span.Span                     // bytes in the raw text
	devanagari.Word               // Key: folded surface; ASCII digits; for an HTML entity, the character
	Class           lexicon.Class // word classes of Key
	Sentence        int32         // index of its sentence
	Kind            Kind
	Space           bool // white space stands before it (or it opens a block)
}

// Range is the half-open range [First, End) of token or sentence indexes.
type Range struct{ First, End int }

// Len returns the number of indexes in r.
func (r Range) Len() int { return r.End - r.First }

// Contains reports whether i lies in r.
func (r Range) Contains(i int) bool { return r.First <= i && i < r.End }

// Overlaps reports whether r and s share an index.
func (r Range) Overlaps(s Range) bool { return r.First < s.End && s.First < r.End }

// BlockKind says what part of the article a block is.
type BlockKind uint8

// The kinds of block that extractors read.
const (
	Headline BlockKind = iota
	Summary            // standfirst
	Body               // a body paragraph
	Subhead            // a heading inside the body
	Other              // plain text of which nothing is known (khabar segment, khabar numbers)
)

// Block is a paragraph or a heading.
type Block struct {
	span.Span
	Kind      BlockKind
	Sentences Range
}

// Sentence is a sentence, its closing punctuation and quotes included.
type Sentence struct {
	span.Span
	Tokens Range
	Block  int
	// Repeat is set where the sentence says again, word for word, what an earlier one
	// of the article said (a standfirst printed again in the body): facts in it are
	// listed once, from the first print.
	Repeat bool
}

// Document is the immutable analysed article.
type Document struct {
	lx        *lexicon.Lexicon
	raw       string
	blocks    []Block
	sentences []Sentence
	tokens    []Token
}

// New returns the Document of these parts, which it keeps. lx is the lexicon that the
// classes of the tokens come from. Only pkg/segment calls it.
func New(lx *lexicon.Lexicon, raw string, blocks []Block, sentences []Sentence, tokens []Token) *Document {
	return &Document{lx, raw, blocks, sentences, tokens}
}

// Lexicon returns the word knowledge that d was analysed with. Extractors read their
// tables from it, so that a user's own names count in every step.
func (d *Document) Lexicon() *lexicon.Lexicon { return d.lx }

// Raw returns the text that all spans point into.
func (d *Document) Raw() string { return d.raw }

// Blocks returns the blocks in text order.
func (d *Document) Blocks() []Block { return d.blocks }

// Sentences returns the sentences in text order.
func (d *Document) Sentences() []Sentence { return d.sentences }

// Tokens returns the tokens in text order.
func (d *Document) Tokens() []Token { return d.tokens }

// Len returns the number of tokens.
func (d *Document) Len() int { return len(d.tokens) }

// Key returns the folded form of token i, "" where there is no such token.
func (d *Document) Key(i int) string {
	if i < 0 || i >= len(d.tokens) {
		return ""
	}
	return d.tokens[i].Key
}

// WordAt returns the folded form of token i and its hash, the empty word where there is no
// such token.
func (d *Document) WordAt(i int) devanagari.Word {
	if i < 0 || i >= len(d.tokens) {
		return devanagari.Word{}
	}
	return d.tokens[i].Word
}

// Class returns the word classes of token i, 0 where there is no such token.
func (d *Document) Class(i int) lexicon.Class {
	if i < 0 || i >= len(d.tokens) {
		return 0
	}
	return d.tokens[i].Class
}

// Text returns the raw text of s.
func (d *Document) Text(s span.Span) string { return s.In(d.raw) }

// SpanOf returns the bytes from the first to the last token of r; the empty Span
// for an empty r.
func (d *Document) SpanOf(r Range) span.Span {
	if r.First >= r.End {
		return span.Span{}
	}
	return span.Span{Start: d.tokens[r.First].Start, End: d.tokens[r.End-1].End}
}

// RangeOf returns the tokens that lie wholly inside s.
func (d *Document) RangeOf(s span.Span) Range {
	first := sort.Search(len(d.tokens), func(i int) bool { return d.tokens[i].Start >= s.Start })
	end := first + sort.Search(len(d.tokens)-first, func(i int) bool { return d.tokens[first+i].End > s.End })
	return Range{first, end}
}

// SentenceOf returns the sentence of token i.
func (d *Document) SentenceOf(i int) *Sentence { return &d.sentences[d.tokens[i].Sentence] }

// BlockOf returns the block of token i.
func (d *Document) BlockOf(i int) *Block { return &d.blocks[d.sentences[d.tokens[i].Sentence].Block] }
