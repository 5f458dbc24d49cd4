package segment

import (
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
)

// Builder analyses one text after the other in the same memory, for a reader of long
// streams. A document that it built is gone with the next Build: it must not be kept.
type Builder struct {
	known *Vocabulary
	mem   buffers
}

// NewBuilder returns a Builder whose documents have the word classes of lx.
func NewBuilder(lx *lexicon.Lexicon) *Builder { return &Builder{known: NewVocabulary(lx)} }

// Build is the function Build, in memory that the next call takes again.
func (b *Builder) Build(raw string, blocks []document.Block) *document.Document {
	return b.mem.build(raw, blocks, b.known.lx, nil, b.known)
}

// Vocabulary returns the words that b knows, for who looks through a text before it is
// built.
func (b *Builder) Vocabulary() *Vocabulary { return b.known }

// Vocabulary remembers the words that were read last, with their folded form and their
// classes: a text says the same few thousand words again and again, and to compare the
// hash of a word with the one that stands in its slot is cheaper than to fold it and look
// it up. Most words are their own folded form; the few others have a table of their own,
// so that both are small enough for the processor's cache. It is not for concurrent use.
type Vocabulary struct {
	lx    *lexicon.Lexicon
	plain [1 << 15]struct {
		surface uint64 // hash of the word as printed
		class   lexicon.Class
	}
	spelt [1 << 11]struct {
		surface uint64
		class   lexicon.Class
		folded  devanagari.Word
	}
}

// NewVocabulary returns an empty Vocabulary that learns words from lx.
func NewVocabulary(lx *lexicon.Lexicon) *Vocabulary { return &Vocabulary{lx: lx} }

// Of returns the folded form and the classes of the word w as printed, which are learnt
// where w is new; false where w folds to nothing and is no word.
func (v *Vocabulary) Of(w devanagari.Word) (devanagari.Word, lexicon.Class, bool) {
	k := &v.plain[w.Hash%uint64(len(v.plain))]
	if k.surface == w.Hash {
		return w, k.class, true
	}
	s := &v.spelt[w.Hash%uint64(len(v.spelt))]
	if s.surface == w.Hash {
		return s.folded, s.class, true
	}
	if !devanagari.Folded(w.Key) {
		key := devanagari.Fold(w.Key)
		if key == "" {
			return w, 0, false
		}
		if key != w.Key {
			s.surface, s.folded = w.Hash, devanagari.WordOf(strings.Clone(key)) // the text that w stands in is not to be kept
			s.class = v.lx.ClassesOf(s.folded)
			return s.folded, s.class, true
		}
	}
	k.surface, k.class = w.Hash, v.lx.ClassesOf(w)
	return w, k.class, true
}
