package tagger

import (
	"encoding/binary"

	"khabar/pkg/document"
)

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

// lexeme is what the model knows of a word by itself: its facts, and the sums of the
// features that read it alone, by where it stands from the token that is tagged. Text
// repeats its words, so half of all rows need not be fetched again: the last words are
// kept in a table by hash.
type lexeme struct {
	word  uint64 // hash of the token's key
	kind  document.Kind
	space bool
	known bool // false: the slot is empty
	facts facts
	sums  wordSums
}

type wordSums struct {
	own sums // of the word itself
	m1  sums // of its neighbours: it stands one before …
	p1  sums // … one behind
	m1x sums // one before a word that is no function word, on top of m1
	m2  sums // two before such a word
	p2  sums
}

// lexemes is the number of words that are kept; a power of two. They take 1.8 MB.
const lexemes = 8192

// The numbers of rows that the kept sums add up to for a token, a function word or not.
const (
	sumsSmall = 2 + 2 + 2                  // own, m1, p1
	sumsFull  = numOwn + 2 + 2 + 1 + 2 + 2 // own, m1, p1, m1x, m2, p2
)

// add adds the sums of the features that read w alone.
func (s *wordSums) add(m *Model, w *facts) {
	*s = wordSums{}
	var x [numOwn]uint64
	m.add(&s.own, x[:w.own(&x)])
	m.add(&s.m1, append(x[:0], one(tWm1, w.hash), one(tCm1, w.paths&path2)))
	m.add(&s.p1, append(x[:0], one(tWp1, w.hash), one(tCp1, w.paths&path2)))
	m.add(&s.m1x, append(x[:0], one(tS3m1, low(w.suffix, 3))))
	m.add(&s.m2, append(x[:0], one(tWm2, w.hash), one(tCm2, w.paths&path2)))
	m.add(&s.p2, append(x[:0], one(tWp2, w.hash), one(tCp2, w.paths&path2)))
}

// lexeme returns what the model knows of a token's word.
func (m *Model) lexeme(s *scratch, tok *document.Token) *lexeme {
	e := &s.lexemes[tok.Hash>>40%lexemes]
	if !e.known || e.word != tok.Hash || e.kind != tok.Kind || e.space != tok.Space {
		e.known, e.word, e.kind, e.space = true, tok.Hash, tok.Kind, tok.Space
		e.facts.load(tok, &m.words)
		e.sums.add(m, &e.facts)
	}
	return e
}

// load reads the tokens of one sentence into s.
func (m *Model) load(s *scratch, tokens []document.Token) {
	if s.lexemes == nil {
		s.lexemes = make([]lexeme, lexemes)
		s.bos.add(m, &bos)
		s.eos.add(m, &eos)
	}
	n := len(tokens)
	words := s.features.size(n)
	if cap(s.sums) < n+2*pad {
		s.sums = make([]wordSums, 2*(n+2*pad))
	}
	s.sums = s.sums[:n+2*pad]
	for i := range tokens {
		e := m.lexeme(s, &tokens[i])
		words[i], s.sums[pad+i] = e.facts, e.sums
	}
	for i := range pad {
		s.sums[i], s.sums[pad+n+i] = s.bos, s.eos
	}
	s.features.join(&m.words)
}

// emissions scores every token of the sentence that s holds.
func (m *Model) emissions(s *scratch, emit [][NumStates]int32) {
	words := s.features.words
	for i := range emit {
		w := s.sums[i : i+2*pad+1 : i+2*pad+1]
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
