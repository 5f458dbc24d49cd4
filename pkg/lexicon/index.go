package lexicon

import "khabar/pkg/devanagari"

// Index is a read-only hash table from word to value, for the look-ups that every token
// of every text needs: a Go map would make them the largest single cost of the
// analysis. The hashes stand apart from the words, so that a word that is not in the
// table, as most are, is told from four bytes. The zero Index is empty.
type Index[T any] struct {
	hashes  []uint32 // a power of two of them, at least half of them 0: empty
	entries []entry[T]
	used    int
}

type entry[T any] struct {
	key   string
	value T
}

// NewIndex returns the Index of m. The empty word is left out.
func NewIndex[T any](m map[string]T) Index[T] {
	x := MakeIndex[T](len(m))
	for key, value := range m {
		if key != "" {
			*x.At(key) = value
		}
	}
	return x
}

// MakeIndex returns an empty Index with room for n words, to be filled with At.
func MakeIndex[T any](n int) Index[T] {
	size := 2
	for size < 2*n {
		size *= 2
	}
	return Index[T]{hashes: make([]uint32, size), entries: make([]entry[T], size)}
}

// Each calls yield with every word and its value, in no order.
func (x *Index[T]) Each(yield func(key string, value T) bool) {
	for i, h := range x.hashes {
		if h != 0 && !yield(x.entries[i].key, x.entries[i].value) {
			return
		}
	}
}

// At returns the value of key to be set, which it enters where it is new: for who builds
// the table. key must not be empty; the pointer holds until the next call.
func (x *Index[T]) At(key string) *T {
	if 2*(x.used+1) > len(x.hashes) {
		old := *x
		size := max(2, 2*len(old.hashes))
		x.hashes, x.entries = make([]uint32, size), make([]entry[T], size)
		for i, h := range old.hashes {
			if h != 0 {
				k := x.slot(devanagari.Word{Key: old.entries[i].key, Hash: uint64(h)})
				x.hashes[k], x.entries[k] = h, old.entries[i]
			}
		}
	}
	w := devanagari.WordOf(key)
	i := x.slot(w)
	if x.hashes[i] == 0 {
		x.hashes[i], x.entries[i].key = uint32(w.Hash), key
		x.used++
	}
	return &x.entries[i].value
}

// slot returns the slot of w, or the one to put it into.
func (x *Index[T]) slot(w devanagari.Word) uint32 {
	mask := uint32(len(x.hashes) - 1)
	h := uint32(w.Hash)
	i := h & mask
	for x.hashes[i] != 0 && (x.hashes[i] != h || x.entries[i].key != w.Key) {
		i = (i + 1) & mask
	}
	return i
}

// Get returns the value of key, the zero value for a word that is not in the table.
func (x *Index[T]) Get(key string) (value T) { return x.Of(devanagari.WordOf(key)) }

// Of returns the value of w, the zero value for a word that is not in the table.
func (x *Index[T]) Of(w devanagari.Word) (value T) {
	hashes := x.hashes
	if len(hashes) == 0 {
		return value
	}
	want := uint32(w.Hash)
	for i := want; ; i++ {
		i &= uint32(len(hashes) - 1)
		h := hashes[i]
		if h == 0 {
			return value
		}
		if h == want {
			if e := &x.entries[i]; e.key == w.Key {
				return e.value
			}
		}
	}
}
