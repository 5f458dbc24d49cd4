package tagger

import "encoding/binary"

// WordTable says of a word (or of a place name of several words) which cluster and
// which lists it belongs to. It is part of the model file and read in place: open
// addressing over rows of 8 bytes, four of the hash and four of the Attr.
type WordTable struct {
	rows  string
	mask  uint64
	paths string // 8 bytes a cluster
}

const wordRow = 8

// find returns the Attr of the word or phrase with hash h, 0 where there is none.
func (t *WordTable) find(h uint64) Attr {
	if len(t.rows) == 0 {
		return 0
	}
	want := uint32(h >> 32)
	for i := h & t.mask; ; i = (i + 1) & t.mask {
		row := le64(t.rows, int(i)*wordRow)
		if row == 0 {
			return 0
		}
		if uint32(row) == want {
			return Attr(row >> 32)
		}
	}
}

// lookup returns the Attr of the word with hash h and the paths of its cluster.
func (t *WordTable) lookup(h uint64) (Attr, uint64) {
	a := t.find(h)
	return a, le64(t.paths, int(a&ClusterMask)*8)
}

// A cluster is a leaf of a binary tree; words of near leaves are alike. paths holds
// three prefixes of the bit string of a leaf, coarse to fine, and the leaf, 16 bits
// each: the longer ones tell more, the shorter ones are seen more often.
const (
	path0 = 0xffff
	path1 = 0xffff << 16
	path2 = 0xffff << 32
	path3 = 0xffff << 48
)

// pathLengths are the lengths of the three prefixes.
var pathLengths = [3]int{4, 6, 10}

// Paths packs the prefixes of a leaf's bit string (bits[0] is the root's) and the
// number of the leaf. Each prefix gets a 1 in front, so that no two lengths meet.
func Paths(bits []byte, leaf int) uint64 {
	out := uint64(leaf) << 48
	for k, n := range pathLengths {
		p := uint64(1)
		for i := 0; i < n && i < len(bits); i++ {
			p = p<<1 | uint64(bits[i])
		}
		out |= p << (16 * k)
	}
	return out
}

// longestPlace is the number of words of the longest name that is looked for.
const longestPlace = 4

// places marks the listed names in w, longest first: नई दिल्ली, not दिल्ली.
func (t *WordTable) places(w []facts) {
	for i := 0; i < len(w); i++ {
		c := w[i].class
		n, kinds := 0, Attr(0)
		if c&kindMask != 0 {
			n, kinds = 1, c&kindMask
		}
		if c&First != 0 {
			h := w[i].hash
			for j := 1; j < longestPlace && i+j < len(w); j++ {
				h = HashPhrase(h, w[i+j].hash)
				if a := t.find(h); a&kindMask != 0 {
					n, kinds = j+1, a&kindMask
				}
			}
		}
		if n == 0 {
			continue
		}
		v := uint32(kinds) >> ClusterBits << 3
		for j := 0; j < n; j++ {
			pos := posI
			switch {
			case n == 1:
				pos = posS
			case j == 0:
				pos = posB
			case j == n-1:
				pos = posE
			}
			w[i+j].place = v | uint32(pos)<<1 | 1
		}
		i += n - 1
	}
}

// NewWordTable returns a table of the given words (by HashKey or HashPhrase) and
// cluster paths; paths[0] is that of words in no cluster. Where two hashes share the
// 32 bits that are kept, the Attrs are joined.
func NewWordTable(words map[uint64]Attr, paths []uint64) *WordTable {
	size := 1
	for size < len(words)*3/2+1 {
		size *= 2
	}
	rows := make([]byte, size*wordRow)
	t := &WordTable{mask: uint64(size - 1)}
	for _, h := range sortedKeys(words) {
		a := words[h]
		want := uint32(h >> 32)
		if want == 0 || a == 0 {
			continue
		}
		for i := h & t.mask; ; i = (i + 1) & t.mask {
			at := int(i) * wordRow
			row := binary.LittleEndian.Uint64(rows[at:])
			if row == 0 || uint32(row) == want {
				if row != 0 {
					a |= Attr(row>>32) &^ ClusterMask
				}
				binary.LittleEndian.PutUint64(rows[at:], uint64(a)<<32|uint64(want))
				break
			}
		}
	}
	t.rows = string(rows)
	p := make([]byte, 8*(int(ClusterMask)+1))
	for i, v := range paths {
		binary.LittleEndian.PutUint64(p[8*i:], v)
	}
	t.paths = string(p)
	return t
}

// le64 reads the 8 bytes at s[i:], lowest first. The compiler makes it one load.
func le64(s string, i int) uint64 {
	b := s[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}
