package devanagari

import "math/bits"

// Word is a folded word and its hash, which is computed once, when the text is cut into
// tokens: every table of words finds it by that hash. The zero Word is the empty word.
type Word struct {
	Key  string
	Hash uint64 // Hash(Key); so long that no two words of a text share it
}

// WordOf returns the Word of a folded key.
func WordOf(key string) Word { return Word{key, Hash(key)} }

// The multipliers of Hash: odd, their bits in no order.
const (
	mix0 = 0x9e3779b97f4a7c15
	mix1 = 0xd6e8feb86659fd93
	mix2 = 0xa0761d6478bd642f
)

// Hash mixes the bytes of a folded word: three blocks of eight bytes, padded with zeros,
// which hold eight Hindi letters, and for longer words the blocks before them. Its low
// half, by which tables find a word, is 0 only for the empty word. Compiled tables hold
// it, so it is the same on every machine.
func Hash(s string) uint64 {
	if s == "" {
		return 0
	}
	seed := uint64(len(s))
	for len(s) > 24 {
		seed = mix(seed^load64(s), mix2)
		s = s[8:]
	}
	switch {
	case len(s) >= 16:
		return hash3(seed, load64(s), load64(s[8:]), last(s, len(s)-16))
	case len(s) >= 8:
		return hash3(seed, load64(s), last(s, len(s)-8), 0)
	case len(s) >= 4:
		return hash3(seed, uint64(load32(s))|uint64(load32(s[len(s)-4:]))<<(8*len(s)-32), 0, 0)
	}
	var a uint64
	for i := len(s) - 1; i >= 0; i-- {
		a = a<<8 | uint64(s[i])
	}
	return hash3(seed, a, 0, 0)
}

// last returns the last n bytes of s, n <= 8 <= len(s), as a block.
func last(s string, n int) uint64 { return load64(s[len(s)-8:]) >> (64 - 8*n) }

func hash3(seed, a, b, c uint64) uint64 {
	h := mix(mix(a^mix0, b^seed^mix1)^c, mix2)
	if uint32(h) == 0 {
		h++
	}
	return h
}

// mix multiplies a and b and folds the 128 bits of the product into 64.
func mix(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return hi ^ lo
}

func load64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func load32(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// breaks tells which of the two letters that the low six bytes of v should be are none:
// bit 22 for the first, bit 46 for the second. The first byte of a letter (IsLetter) is
// E0, the second A4 or A5; only under A5 does the third tell letters from dandas, digits
// and the abbreviation sign, which have bit 5 of it set. The rare ॠ-ॣ and ॱ-ॿ have it too:
// WordAt asks WordEnd there.
func breaks(v uint64) uint64 {
	bad := (v^0x00_a4_e0_00_a4_e0)&0x00_fe_ff_00_fe_ff | v&(v<<13)&(1<<21|1<<45)
	return (bad + 0x3f_ff_ff_3f_ff_ff) & (1<<22 | 1<<46) // a letter's 24 bits carry into bit 22
}

// keep masks the blocks of a word of n letters.
var keep = func() (m [9][3]uint64) {
	for n := range m {
		for i := range 3 * n {
			m[n][i/8] |= 0xff << (8 * (i % 8))
		}
	}
	return m
}()

// window is how many bytes run looks at: eight letters and the one behind them.
const window = 27

// run returns how many of the first eight letters of s, which has window bytes, are
// letters, from the first on. It has no branch that depends on their number, which the
// processor would guess wrong at every other word.
func run(s string) int {
	m := breaks(load64(s))>>22 | breaks(load64(s[6:]))>>20 | breaks(load64(s[12:]))>>18 | breaks(load64(s[18:]))>>16
	return bits.TrailingZeros8(uint8(m | m>>23))
}

// WordAt returns the run of Devanagari letters that starts at byte i of s, with its hash,
// and its end: the empty Word and i where there is none. Words of up to eight letters are
// nearly all.
func WordAt(s string, i int) (Word, int) {
	if i+window <= len(s) {
		t := s[i : i+window]
		n := run(t)
		end := 3 * n
		if t[end] != 0xe0 || !letter(t[end+1], t[end+2]) {
			if n == 0 {
				return Word{}, i
			}
			m := &keep[n]
			return Word{t[:end], hash3(uint64(end), load64(t)&m[0], load64(t[8:])&m[1], load64(t[16:])&m[2])}, i + end
		}
	}
	end := WordEnd(s, i)
	return WordOf(s[i:end]), end
}

// WordEnd returns the end of the run of Devanagari letters that starts at byte i of s, i
// where there is none.
func WordEnd(s string, i int) int {
	if i+window <= len(s) {
		i += 3 * run(s[i:i+window])
	}
	for i+2 < len(s) && s[i] == 0xe0 && letter(s[i+1], s[i+2]) {
		i += 3
	}
	return i
}

// letter reports whether the bytes a and b behind an E0 make a letter (IsLetter): ऀ to ॣ
// and ॱ to ॿ.
func letter(a, b byte) bool { return a == 0xa4 || a == 0xa5 && (b < 0xa4 || b > 0xb0) }
