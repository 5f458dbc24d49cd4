package layout

// keySet tells quickly that a folded word is in none of a list's entries, so that most
// words of running text cost no map lookup. It may say yes to a word that is not in it.
type keySet [64]uint64

func keyHash(k string) uint {
	h := uint(len(k)) * 0x9e3779b1
	// Devanagari letters differ in their third byte
	if n := len(k); n >= 3 {
		h ^= uint(k[2])*0x85ebca6b + uint(k[n-1])*0xc2b2ae35
		if n >= 6 {
			h ^= uint(k[5]) * 0x27d4eb2f
		}
	} else if n > 0 {
		h ^= uint(k[0])*0x85ebca6b + uint(k[n-1])*0xc2b2ae35
	}
	return h >> 7 & (64*64 - 1)
}

func (s *keySet) add(k string) { h := keyHash(k); s[h>>6] |= 1 << (h & 63) }

func (s *keySet) may(k string) bool { h := keyHash(k); return s[h>>6]&(1<<(h&63)) != 0 }
