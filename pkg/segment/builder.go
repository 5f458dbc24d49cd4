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
	lx    *lexicon.Lexicon
	known vocabulary
	mem   buffers
}

// NewBuilder returns a Builder whose documents have the word classes of lx.
func NewBuilder(lx *lexicon.Lexicon) *Builder { return &Builder{lx: lx} }

// Build is the function Build, in memory that the next call takes again.
func (b *Builder) Build(raw string, blocks []document.Block) *document.Document {
	return b.mem.build(raw, blocks, b.lx, nil, &b.known)
}

// vocabulary remembers the words that were read last, with their folded form and their
// classes: a text says the same few thousand words again and again, and to compare a
// word with the one that stood in its slot is cheaper than to fold it and look it up.
type vocabulary [1 << 12]knownWord

type knownWord struct {
	surface lexicon.Word // as printed, with the hash of that
	folded  lexicon.Word
	class   lexicon.Class
}

// of returns what is known of the word s, which is learnt where it is new; false where s
// folds to nothing and is no word.
func (v *vocabulary) of(s string, lx *lexicon.Lexicon) (*knownWord, bool) {
	w := lexicon.WordOf(s)
	k := &v[w.Hash%uint64(len(v))]
	if k.surface == w {
		return k, true
	}
	w.Key = strings.Clone(s) // the text that s stands in is not to be kept
	key := devanagari.Fold(w.Key)
	if key == "" {
		return nil, false
	}
	*k = knownWord{surface: w, folded: lexicon.WordOf(key)}
	k.class = lx.ClassesOf(k.folded)
	return k, true
}
