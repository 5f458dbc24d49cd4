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

// knownWord fills one line of the processor's cache, so that a word that is known costs
// one access: the letters stand in it and not behind a pointer.
type knownWord struct {
	folded  devanagari.Word
	class   lexicon.Class
	length  uint8
	surface [31]byte // as printed
}

// of returns what is known of the word s, which is learnt where it is new; false where s
// folds to nothing and is no word, or is longer than what is kept.
func (v *vocabulary) of(s string, lx *lexicon.Lexicon) (*knownWord, bool) {
	k := &v[devanagari.Hash(s)%uint64(len(v))]
	if string(k.surface[:k.length&31]) == s {
		return k, true
	}
	if len(s) > len(k.surface) {
		return nil, false
	}
	key := devanagari.Fold(s)
	if key == "" {
		return nil, false
	}
	// the text that s stands in is not to be kept
	k.folded = devanagari.WordOf(strings.Clone(key))
	k.class = lx.ClassesOf(k.folded)
	k.length = uint8(copy(k.surface[:], s))
	return k, true
}
