package lexicon

// Index is a read-only hash table from word to value, for the look-ups that every token
// of every text needs: a Go map would make them the largest single cost of the
// analysis. The zero Index is empty.
type Index[T any] struct {
	slots []slot[T] // a power of two of them, at least half of them empty
}

type slot[T any] struct {
	key   string
	value T
}

// NewIndex returns the Index of m. The empty word is left out.
func NewIndex[T any](m map[string]T) Index[T] {
	size := 2
	for size < 2*len(m) {
		size *= 2
	}
	x := Index[T]{make([]slot[T], size)}
	for key, value := range m {
		if key == "" {
			continue
		}
		i := hash(key) & uint64(size-1)
		for x.slots[i].key != "" {
			i = (i + 1) & uint64(size-1)
		}
		x.slots[i] = slot[T]{key, value}
	}
	return x
}

// Get returns the value of key, the zero value for a word that is not in the table.
func (x *Index[T]) Get(key string) (value T) {
	if len(x.slots) == 0 || key == "" {
		return value
	}
	mask := uint64(len(x.slots) - 1)
	for i := hash(key) & mask; ; i = (i + 1) & mask {
		s := &x.slots[i]
		if s.key == key {
			return s.value
		}
		if s.key == "" {
			return value
		}
	}
}

// hash mixes the bytes of a word, eight at a time.
func hash(s string) uint64 {
	const k = 0x9e3779b97f4a7c15
	h := uint64(len(s)) * k
	for len(s) >= 8 {
		h = (h ^ (uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56)) * k
		h ^= h >> 32
		s = s[8:]
	}
	var tail uint64
	for i := 0; i < len(s); i++ {
		tail |= uint64(s[i]) << (8 * i)
	}
	h = (h ^ tail) * k
	return h ^ h>>32
}
