package tagger

import "encoding/binary"

// lanes has one byte in two: the bytes of a weight row are added in 16-bit lanes.
const lanes = 0x00ff00ff00ff00ff

// sums are the added weight rows of some features for the states behind O, in twelve
// 16-bit lanes; spread says which state has which. The bytes of a row are biased to be
// positive, so no lane borrows from another, and 65535/255 = 257 rows fit.
type sums [3]uint64

// add adds the rows of the features x. A feature that the model does not have adds the
// neutral row behind the last bucket, so that nothing branches on what is found.
func (m *Model) add(t *sums, x []uint64) {
	even, odd, last := t[0], t[1], t[2]
	rows, neutral, count := m.rows, len(m.rows)-rowSize, m.count
	for _, h := range x {
		at := int(bucketOf(h, count)) * bucketSize
		checks := rows[at : at+bucketRows*checkSize]
		c := checkOf(h)
		c01, c23 := binary.LittleEndian.Uint64(checks), binary.LittleEndian.Uint64(checks[8:])
		k := neutral
		if uint32(c01) == c {
			k = at + 16
		}
		if uint32(c01>>32) == c {
			k = at + 28
		}
		if uint32(c23) == c {
			k = at + 40
		}
		if uint32(c23>>32) == c {
			k = at + 52
		}
		row := rows[k : k+rowSize]
		lo, hi := binary.LittleEndian.Uint64(row), uint64(binary.LittleEndian.Uint32(row[8:]))
		even += lo & lanes
		odd += lo >> 8 & lanes
		last += (hi | hi<<24) & lanes
	}
	t[0], t[1], t[2] = even, odd, last
}

// known keeps in x the features that the model may have, and returns how many there are.
// What it drops would add the neutral row: of the features that join two words, nine in
// ten, each of them another line of a table that fits no near cache.
func (m *Model) known(x []uint64) int {
	n := 0
	for _, h := range x {
		x[n] = h
		n += int(m.seen[bucketOf(h, m.count)] >> seenBit(h) & 1)
	}
	return n
}

// seenBit returns the bit of Model.seen for a feature in its bucket.
func seenBit(h uint64) uint64 { return h >> 1 & 15 }

// spread writes the scores of n added rows by state, relative to O.
func (t *sums) spread(n int, e *[NumStates]int32) {
	o := int32(n) * bias
	even, odd, last := t[0], t[1], t[2]
	e[0] = 0
	e[1] = int32(even&0xffff) - o
	e[2] = int32(odd&0xffff) - o
	e[3] = int32(even>>16&0xffff) - o
	e[4] = int32(odd>>16&0xffff) - o
	e[5] = int32(even>>32&0xffff) - o
	e[6] = int32(odd>>32&0xffff) - o
	e[7] = int32(even>>48) - o
	e[8] = int32(odd>>48) - o
	e[9] = int32(last&0xffff) - o
	e[10] = int32(last>>32&0xffff) - o
	e[11] = int32(last>>16&0xffff) - o
	e[12] = int32(last>>48) - o
}

// wordSums are the sums of the features that read one word alone, by where it stands
// from the token that is tagged. Text repeats its words, so half of all rows need not
// be fetched again: the sums of the last words are kept in a table by hash.
type wordSums struct {
	hash  uint64
	shape uint32
	own   sums // of the word itself
	m1    sums // of its neighbours: it stands one before …
	p1    sums // … one behind
	m1x   sums // one before a word that is no function word, on top of m1
	m2    sums // two before such a word
	p2    sums
}

// wordSlots is the number of words that are kept; a power of two. At 160 bytes each
// they take a share of the second-level cache.
const wordSlots = 2048

// The numbers of rows that the kept sums add up to for a token, a function word or not.
const (
	sumsSmall = 2 + 2 + 2                  // own, m1, p1
	sumsFull  = numOwn + 2 + 2 + 1 + 2 + 2 // own, m1, p1, m1x, m2, p2
)

// sumsOf returns the sums of w.
func (m *Model) sumsOf(s *scratch, w *facts) *wordSums {
	e := &s.words[w.hash>>40%wordSlots]
	if e.hash == w.hash && e.shape == w.shape {
		return e
	}
	*e = wordSums{hash: w.hash, shape: w.shape}
	var x [numOwn]uint64
	m.add(&e.own, x[:w.own(&x)])
	m.add(&e.m1, append(x[:0], one(tWm1, w.hash), one(tCm1, w.paths&path2)))
	m.add(&e.p1, append(x[:0], one(tWp1, w.hash), one(tCp1, w.paths&path2)))
	m.add(&e.m1x, append(x[:0], one(tS3m1, low(w.suffix, 3))))
	m.add(&e.m2, append(x[:0], one(tWm2, w.hash), one(tCm2, w.paths&path2)))
	m.add(&e.p2, append(x[:0], one(tWp2, w.hash), one(tCp2, w.paths&path2)))
	return e
}

// emissions scores every token of the sentence that s.features holds.
func (m *Model) emissions(s *scratch, emit [][NumStates]int32) {
	if s.words == nil {
		s.words = make([]wordSums, wordSlots)
	}
	words := s.features.words
	if cap(s.sums) < len(words) {
		s.sums = make([]wordSums, 2*len(words))
	}
	all := s.sums[:len(words)]
	for i := range words {
		all[i] = *m.sumsOf(s, &words[i])
	}
	for i := range emit {
		w := all[i : i+2*pad+1 : i+2*pad+1]
		m2, m1, w0, p1, p2 := &w[0], &w[1], &w[2], &w[3], &w[4]
		t := w0.own
		for k := range t {
			t[k] += m1.m1[k] + p1.p1[k]
		}
		n := sumsSmall
		if !words[i+pad].small {
			n = sumsFull
			for k := range t {
				t[k] += m1.m1x[k] + m2.m2[k] + p2.p2[k]
			}
		}
		x := s.x[:]
		k := m.known(x[:s.features.rare(i, x[:numRare])])
		k += s.features.pairs(i, x[k:])
		m.add(&t, x[:k])
		t.spread(n+k, &emit[i])
	}
}
