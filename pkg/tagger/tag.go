package tagger

import (
	"math"

	"khabar/pkg/document"
)

// Tag is what the model says of one token.
type Tag struct {
	Label Label
	// Margin says how sure the model is: the score by which the best tagging of the
	// sentence beats the best one that labels this token otherwise, in nats (3 is about
	// twenty to one).
	Margin float32
}

// never is the weight of a transition that may not be.
const never = math.MinInt32 / 4

// longest is the number of tokens after which a sentence is cut for tagging, so that
// a text without any stop costs no more than another.
const longest = 400

// scratch is the working memory of one call of Tag.
type scratch struct {
	features Features
	x        [NumTemplates]uint64
	emit     [][NumStates]int32 // by token
	forward  [][NumStates]int32 // best score of a path that ends here in the state
	back     [][NumStates]uint8 // the state before it on that path
}

// Tag labels the tokens of d and appends one Tag for each to dst. Sentences are
// labelled one by one, each by the best path through it.
func (m *Model) Tag(d *document.Document, dst []Tag) []Tag {
	s := m.pool.Get().(*scratch)
	defer m.pool.Put(s)
	tokens := d.Tokens()
	n := len(dst)
	if need := n + len(tokens); cap(dst) < need {
		grown := make([]Tag, n, need)
		copy(grown, dst)
		dst = grown
	}
	dst = dst[:n+len(tokens)]
	out := dst[n:]
	for _, sent := range d.Sentences() {
		for first := sent.Tokens.First; first < sent.Tokens.End; first += longest {
			end := min(first+longest, sent.Tokens.End)
			m.tag(s, tokens[first:end], out[first:end])
		}
	}
	return dst
}

// tag labels one sentence.
func (m *Model) tag(s *scratch, tokens []document.Token, out []Tag) {
	n := len(tokens)
	if n == 0 {
		return
	}
	if cap(s.emit) < n {
		s.emit = make([][NumStates]int32, 2*n)
		s.forward = make([][NumStates]int32, 2*n)
		s.back = make([][NumStates]uint8, 2*n)
	}
	emit, forward, back := s.emit[:n], s.forward[:n], s.back[:n]
	s.features.Load(tokens, &m.words)
	for i := range emit {
		s.features.At(i, &s.x)
		m.score(&s.x, &emit[i])
	}

	// Forward: the best path into each state.
	for t := 0; t < NumStates; t++ {
		if forward[0][t] = never; Follows(stateO, t) {
			forward[0][t] = emit[0][t]
		}
	}
	for i := 1; i < n; i++ {
		f := &forward[i-1]
		for t := 0; t < NumStates; t++ {
			best, from := int32(2*never), uint8(0)
			for _, p := range before[t] {
				if v := f[p] + m.trans[p][t]; v > best {
					best, from = v, p
				}
			}
			forward[i][t] = best + emit[i][t]
			back[i][t] = from
		}
	}

	// Backward: the best path out of each state, kept for one token at a time, and with
	// it the best path through each state of the token.
	var ahead [NumStates]int32
	for t := range ahead {
		if ahead[t] = never; Follows(t, stateO) {
			ahead[t] = 0
		}
	}
	state := uint8(0)
	top := int32(2 * never)
	for t := range ahead {
		if v := forward[n-1][t] + ahead[t]; v > top {
			top, state = v, uint8(t)
		}
	}
	for i := n - 1; i >= 0; i-- {
		label := labelOf[state]
		second := int32(2 * never)
		for t := range ahead {
			if labelOf[t] != label {
				second = max(second, forward[i][t]+ahead[t])
			}
		}
		out[i] = Tag{label, float32(top-second) / m.scale}
		if i == 0 {
			break
		}
		var next [NumStates]int32
		for p := range next {
			best := int32(2 * never)
			for _, t := range after[p] {
				best = max(best, ahead[t]+emit[i][t]+m.trans[p][t])
			}
			next[p] = best
		}
		ahead = next
		state = back[i][state]
	}
}

// before and after list, for each state, the states that may stand next to it.
var before, after = func() (b, a [NumStates][]uint8) {
	for p := 0; p < NumStates; p++ {
		for t := 0; t < NumStates; t++ {
			if Follows(p, t) {
				b[t] = append(b[t], uint8(p))
				a[p] = append(a[p], uint8(t))
			}
		}
	}
	return b, a
}()

const lanes = 0x00ff00ff00ff00ff

// score adds up the rows of the features x for each state, relative to O. The weight
// bytes of a row are added four at a time in 16-bit lanes; they are biased to be
// positive, and the bias, equal for all states, falls out.
func (m *Model) score(x *[NumTemplates]uint64, e *[NumStates]int32) {
	var even0, odd0, even1, odd1 uint64
	for _, h := range x {
		check := checkOf(h)
		at := int(bucketOf(h, m.count)) * bucketSize
		row := m.rows[at : at+bucketSize]
		for k := 0; k < bucketSize; k += rowSize {
			hi := le64(row, k+8)
			if hi>>40 != check {
				continue
			}
			lo := le64(row, k)
			even0 += lo & lanes
			odd0 += lo >> 8 & lanes
			even1 += hi & lanes
			odd1 += hi >> 8 & lanes
			break
		}
	}
	o := int32(even0 & 0xffff)
	for k := 0; k < 4; k++ {
		e[2*k] = int32(even0>>(16*k)&0xffff) - o
		e[2*k+1] = int32(odd0>>(16*k)&0xffff) - o
	}
	e[8] = int32(even1&0xffff) - o
	e[9] = int32(odd1&0xffff) - o
	e[10] = int32(even1>>16&0xffff) - o
	e[11] = int32(odd1>>16&0xffff) - o
	e[12] = int32(even1>>32&0xffff) - o
}
