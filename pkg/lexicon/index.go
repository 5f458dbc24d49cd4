package lexicon

// Word is a folded word and its hash, which is computed once, when the text is cut into
// tokens: every table of words finds it by that hash. The zero Word is the empty word.
type Word struct {
	Key  string
	Hash uint32 // HashOf(Key)
}

// WordOf returns the Word of a folded key.
func WordOf(key string) Word { return Word{key, HashOf(key)} }

// Index is a read-only hash table from word to value, for the look-ups that every token
// of every text needs: a Go map would make them the largest single cost of the
// analysis. The zero Index is empty.
type Index[T any] struct {
	slots []slot[T] // a power of two of them, at least half of them empty
	used  int
}

type slot[T any] struct {
	hash  uint32 // 0: empty
	key   string
	value T
}

// NewIndex returns the Index of m. The empty word is left out.
func NewIndex[T any](m map[string]T) Index[T] {
	size := 2
	for size < 2*len(m) {
		size *= 2
	}
	x := Index[T]{slots: make([]slot[T], size)}
	for key, value := range m {
		if key != "" {
			*x.at(key) = value
		}
	}
	return x
}

// at returns the value of key to be set, which it enters where it is new. The pointer
// holds until the next call.
func (x *Index[T]) at(key string) *T {
	if 2*(x.used+1) > len(x.slots) {
		old := x.slots
		x.slots = make([]slot[T], max(2, 2*len(old)))
		for i := range old {
			if s := &old[i]; s.hash != 0 {
				*x.free(Word{s.key, s.hash}) = *s
			}
		}
	}
	w := WordOf(key)
	s := x.free(w)
	if s.hash == 0 {
		s.hash, s.key = w.Hash, key
		x.used++
	}
	return &s.value
}

// free returns the slot of w, or the one to put it into.
func (x *Index[T]) free(w Word) *slot[T] {
	mask := uint32(len(x.slots) - 1)
	i := w.Hash & mask
	for x.slots[i].hash != 0 && (x.slots[i].hash != w.Hash || x.slots[i].key != w.Key) {
		i = (i + 1) & mask
	}
	return &x.slots[i]
}

// Get returns the value of key, the zero value for a word that is not in the table.
func (x *Index[T]) Get(key string) (value T) { return x.Of(WordOf(key)) }

// Of returns the value of w, the zero value for a word that is not in the table.
func (x *Index[T]) Of(w Word) (value T) {
	if len(x.slots) == 0 {
		return value
	}
	mask := uint32(len(x.slots) - 1)
	for i := w.Hash & mask; ; i = (i + 1) & mask {
		s := &x.slots[i]
		if s.hash == 0 {
			return value
		}
		if s.hash == w.Hash && s.key == w.Key {
			return s.value
		}
	}
}

// HashOf mixes the bytes of a folded word, eight at a time; 0 only for the empty word.
func HashOf(s string) uint32 {
	if s == "" {
		return 0
	}
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
	return max(1, uint32(h^h>>32))
}
