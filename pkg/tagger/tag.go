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
	lexemes  []lexeme           // see lexeme
	sums     []wordSums         // by token, pad included
	bos, eos wordSums           // of the boundary tokens
	emit     [][NumStates]int32 // by token
	forward  [][NumStates]int32 // best score of a path that ends here in the state
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
	}
	emit, forward := s.emit[:n], s.forward[:n]
	m.load(s, tokens)
	m.emissions(s, emit)

	// Forward: the best path into each state.
	for t := range forward[0] {
		if forward[0][t] = never; Follows(stateO, t) {
			forward[0][t] = emit[0][t]
		}
	}
	for i := 1; i < n; i++ {
		m.step(&forward[i-1], &emit[i], &forward[i])
	}

	// Backward: the best path out of each state, with it the best path through each state
	// of the token, and the states of the best path of all.
	var ahead [NumStates]int32
	for t := range ahead {
		if ahead[t] = never; Follows(t, stateO) {
			ahead[t] = 0
		}
	}
	state, top := 0, int32(2*never)
	for t := range ahead {
		if v := forward[n-1][t] + ahead[t]; v > top {
			top, state = v, t
		}
	}
	for i := n - 1; ; i-- {
		label := labelOf[state]
		out[i] = Tag{label, float32(top-second(&forward[i], &ahead, label)) / m.scale}
		if i == 0 {
			return
		}
		f, best := &forward[i-1], int32(math.MinInt32)
		last := state
		for _, p := range before[last] {
			if v := f[p] + m.trans[p][last]; v > best {
				best, state = v, int(p)
			}
		}
		m.stepBack(&ahead, &emit[i])
	}
}

// before lists, for each state, the states that may stand before it.
var before = func() (b [NumStates][]uint8) {
	for p := 0; p < NumStates; p++ {
		for t := 0; t < NumStates; t++ {
			if Follows(p, t) {
				b[t] = append(b[t], uint8(p))
			}
		}
	}
	return b
}()

// The states that may end before another name or O, and those that may start behind them:
// O, and E and S, B and S of each type.
const numOuter = 7

var (
	closing = [numOuter]uint8{0, 3, 4, 7, 8, 11, 12}
	opening = [numOuter]uint8{0, 1, 4, 5, 8, 9, 12}
)

// arrange copies the transition weights into the order in which step reads them.
func (m *Model) arrange() {
	for b, t := range opening {
		for a, p := range closing {
			m.into[b][a] = m.trans[p][t]
			m.outOf[a][b] = m.trans[p][t]
		}
	}
	for k := range m.inner {
		b := 1 + 4*k
		m.inner[k] = [4]int32{m.trans[b][b+1], m.trans[b+1][b+1], m.trans[b][b+2], m.trans[b+1][b+2]}
	}
}

// step computes, from the scores f of the best paths into the states of a token, those
// of the next token, whose emissions are e.
func (m *Model) step(f, e, next *[NumStates]int32) {
	g0, g1, g2, g3, g4, g5, g6 := f[0], f[3], f[4], f[7], f[8], f[11], f[12]
	for b := range m.into {
		w := &m.into[b]
		v := max(g0+w[0], g1+w[1], g2+w[2], g3+w[3], g4+w[4], g5+w[5], g6+w[6])
		t := opening[b] & 15
		next[t] = v + e[t]
	}
	for k := range m.inner {
		b, w := 1+4*k, &m.inner[k]
		next[b+1] = max(f[b]+w[0], f[b+1]+w[1]) + e[b+1]
		next[b+2] = max(f[b]+w[2], f[b+1]+w[3]) + e[b+2]
	}
}

// stepBack is step from right to left: it turns the scores of the best paths out of the
// states of a token, whose emissions are e, into those of the token before.
func (m *Model) stepBack(ahead, e *[NumStates]int32) {
	var h [NumStates]int32
	for t := range h {
		h[t] = ahead[t] + e[t]
	}
	g0, g1, g2, g3, g4, g5, g6 := h[0], h[1], h[4], h[5], h[8], h[9], h[12]
	for a := range m.outOf {
		w := &m.outOf[a]
		ahead[closing[a]&15] = max(g0+w[0], g1+w[1], g2+w[2], g3+w[3], g4+w[4], g5+w[5], g6+w[6])
	}
	for k := range m.inner {
		b, w := 1+4*k, &m.inner[k]
		ahead[b] = max(h[b+1]+w[0], h[b+2]+w[2])
		ahead[b+1] = max(h[b+1]+w[1], h[b+2]+w[3])
	}
}

// second returns the score of the best path that gives the token another label.
func second(f, ahead *[NumStates]int32, label Label) int32 {
	by := [8]int32{f[0] + ahead[0]}
	for k := 0; k < 3; k++ {
		b := 1 + 4*k
		by[1+2*k] = max(f[b]+ahead[b], f[b+3]+ahead[b+3])
		by[2+2*k] = max(f[b+1]+ahead[b+1], f[b+2]+ahead[b+2])
	}
	by[label&7] = 2 * never
	return max(by[0], by[1], by[2], by[3], by[4], by[5], by[6])
}
