package layout

import "khabar/pkg/devanagari"

// keySet tells quickly that a folded word is in none of a list's entries, so that most
// words of running text cost no map lookup. It may say yes to a word that is not in it.
type keySet [256]uint64

// bit returns the bit of w: the high bits of its hash, which tables do not use.
func (s *keySet) bit(w devanagari.Word) (*uint64, uint64) {
	h := w.Hash >> 40
	return &s[h>>6%uint64(len(s))], 1 << (h & 63)
}

func (s *keySet) add(key string) {
	set, bit := s.bit(devanagari.WordOf(key))
	*set |= bit
}

func (s *keySet) may(w devanagari.Word) bool {
	set, bit := s.bit(w)
	return *set&bit != 0
}
