package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"sort"
	"strings"
)

// clusters puts words that occur between like neighbours into one class (Brown et al.
// 1992: greedy agglomeration that keeps the mutual information of adjacent classes
// high). The classes are leaves of a binary tree.
type clusters struct {
	of    map[string]int
	paths [][]byte // bits of each class from the root, 0 or 1
}

// brown clusters the words of the sentences that occur at least so often into n
// classes. Words enter by falling frequency; each new one takes a free class, and
// then the two classes whose union loses least are joined.
func brown(sents [][]string, n, least int) *clusters {
	freq := make(map[string]int)
	for _, s := range sents {
		for _, w := range s {
			freq[w]++
		}
	}
	var vocab []string
	for w, c := range freq {
		if c >= least {
			vocab = append(vocab, w)
		}
	}
	sort.Slice(vocab, func(i, j int) bool {
		if a, b := freq[vocab[i]], freq[vocab[j]]; a != b {
			return a > b
		}
		return vocab[i] < vocab[j]
	})
	n = min(n, len(vocab))
	if n < 2 {
		return nil
	}
	id := make(map[string]int32, len(vocab))
	for i, w := range vocab {
		id[w] = int32(i)
	}
	right := make([]map[int32]int32, len(vocab)) // successors with counts
	left := make([]map[int32]int32, len(vocab))
	for i := range right {
		right[i], left[i] = make(map[int32]int32), make(map[int32]int32)
	}
	total := 0
	for _, s := range sents {
		prev := int32(-1)
		for _, w := range s {
			k, ok := id[w]
			if !ok {
				k = -1
			}
			if prev >= 0 && k >= 0 {
				right[prev][k]++
				left[k][prev]++
				total++
			}
			prev = k
		}
	}

	b := newBrown(n+1, total)
	slotOf := make([]int32, len(vocab)) // word → class slot, -1 before it enters
	for i := range slotOf {
		slotOf[i] = -1
	}
	members := make([][]int32, n+1)
	enter := func(word int32, slot int) {
		row, col := make([]int32, n+1), make([]int32, n+1)
		slotOf[word] = int32(slot)
		members[slot] = append(members[slot][:0:0], word)
		for to, c := range right[word] {
			if s := slotOf[to]; s >= 0 {
				row[s] += c
			}
		}
		for from, c := range left[word] {
			if s := slotOf[from]; s >= 0 && from != word {
				col[s] += c
			}
		}
		// A class counts all its neighbours, also those that have not entered yet.
		nr, nl := 0, 0
		for _, c := range right[word] {
			nr += int(c)
		}
		for _, c := range left[word] {
			nl += int(c)
		}
		b.add(slot, row, col, nr, nl)
	}
	for i := 0; i < n; i++ {
		enter(int32(i), i)
	}
	b.allLosses()
	free := n
	for i := n; i < len(vocab); i++ {
		enter(int32(i), free)
		b.addLosses(free)
		s, t := b.cheapest()
		b.join(s, t)
		for _, w := range members[t] {
			slotOf[w] = int32(s)
		}
		members[s] = append(members[s], members[t]...)
		members[t] = nil
		free = t
	}

	// Join on to the root, and read the bits off the way back.
	type node struct{ left, right, slot int }
	var nodes []node
	nodeOf := make([]int, n+1)
	var slots []int
	for s := range members {
		if len(members[s]) > 0 {
			nodeOf[s] = len(nodes)
			nodes = append(nodes, node{-1, -1, s})
			slots = append(slots, s)
		}
	}
	for k := 1; k < len(slots); k++ {
		s, t := b.cheapest()
		b.join(s, t)
		nodes = append(nodes, node{nodeOf[s], nodeOf[t], -1})
		nodeOf[s] = len(nodes) - 1
	}
	out := &clusters{of: make(map[string]int, len(vocab))}
	var walk func(n int, bits []byte)
	walk = func(n int, bits []byte) {
		if x := nodes[n]; x.slot < 0 {
			walk(x.left, append(bits[:len(bits):len(bits)], 0))
			walk(x.right, append(bits[:len(bits):len(bits)], 1))
			return
		}
		for _, w := range members[nodes[n].slot] {
			out.of[vocab[w]] = len(out.paths)
		}
		out.paths = append(out.paths, bits)
	}
	walk(len(nodes)-1, nil)
	return out
}

// brownState holds the counts between classes and, for each pair of classes, what the
// mutual information would lose by joining them.
type brownState struct {
	n      int
	live   []bool
	right  []int     // how often the class stands left of another word
	left   []int     // how often it stands right of one
	count  [][]int32 // count[a][b]: a before b
	q      [][]float32
	loss   [][]float32 // for a < b
	log    []float64
	logAll float64
}

func newBrown(n, total int) *brownState {
	b := &brownState{n: n, live: make([]bool, n), right: make([]int, n), left: make([]int, n)}
	b.count, b.q, b.loss = make([][]int32, n), make([][]float32, n), make([][]float32, n)
	for i := range b.count {
		b.count[i], b.q[i], b.loss[i] = make([]int32, n), make([]float32, n), make([]float32, n)
	}
	b.log = make([]float64, total+2)
	for i := 1; i < len(b.log); i++ {
		b.log[i] = math.Log(float64(i))
	}
	b.logAll = b.log[max(total, 1)]
	return b
}

// term is the part of the mutual information of c bigrams between classes that occur r
// times on the left and l times on the right.
func (b *brownState) term(c, r, l int) float32 {
	if c == 0 {
		return 0
	}
	return float32(float64(c) * (b.log[c] + b.logAll - b.log[r] - b.log[l]))
}

// add puts a class into slot s.
func (b *brownState) add(s int, row, col []int32, right, left int) {
	b.live[s] = true
	b.right[s], b.left[s] = right, left
	for t := 0; t < b.n; t++ {
		if !b.live[t] {
			b.count[s][t], b.count[t][s], b.q[s][t], b.q[t][s] = 0, 0, 0, 0
			continue
		}
		b.count[s][t] = row[t]
		b.q[s][t] = b.term(int(row[t]), b.right[s], b.left[t])
		if t != s {
			b.count[t][s] = col[t]
			b.q[t][s] = b.term(int(col[t]), b.right[t], b.left[s])
		}
	}
}

// with returns the change that class w makes to the loss of joining s and t.
func (b *brownState) with(s, t, w int) float32 {
	var v float32
	cs, ct := b.count[s][w], b.count[t][w]
	if cs|ct != 0 {
		v += b.q[s][w] + b.q[t][w] - b.term(int(cs+ct), b.right[s]+b.right[t], b.left[w])
	}
	cs, ct = b.count[w][s], b.count[w][t]
	if cs|ct != 0 {
		v += b.q[w][s] + b.q[w][t] - b.term(int(cs+ct), b.right[w], b.left[s]+b.left[t])
	}
	return v
}

// lossOf computes the loss of joining s and t from nothing.
func (b *brownState) lossOf(s, t int) float32 {
	var v float32
	for w := 0; w < b.n; w++ {
		if b.live[w] && w != s && w != t {
			v += b.with(s, t, w)
		}
	}
	v += b.q[s][s] + b.q[s][t] + b.q[t][s] + b.q[t][t]
	c := b.count[s][s] + b.count[s][t] + b.count[t][s] + b.count[t][t]
	return v - b.term(int(c), b.right[s]+b.right[t], b.left[s]+b.left[t])
}

func (b *brownState) allLosses() {
	for s := 0; s < b.n; s++ {
		for t := s + 1; t < b.n; t++ {
			if b.live[s] && b.live[t] {
				b.loss[s][t] = b.lossOf(s, t)
			}
		}
	}
}

// addLosses brings the losses up to date after class w was added.
func (b *brownState) addLosses(w int) {
	b.shift(w, 1)
	for s := 0; s < b.n; s++ {
		if b.live[s] && s != w {
			b.loss[min(s, w)][max(s, w)] = b.lossOf(s, w)
		}
	}
}

// shift adds sign times the part of class w to the loss of every pair without w.
func (b *brownState) shift(w int, sign float32) {
	for s := 0; s < b.n; s++ {
		if !b.live[s] || s == w {
			continue
		}
		row := b.loss[s]
		none := b.count[s][w]|b.count[w][s] == 0
		for t := s + 1; t < b.n; t++ {
			if !b.live[t] || t == w || none && b.count[t][w]|b.count[w][t] == 0 {
				continue
			}
			row[t] += sign * b.with(s, t, w)
		}
	}
}

// cheapest returns the pair of classes, s < t, whose union loses least.
func (b *brownState) cheapest() (int, int) {
	bs, bt, best := -1, -1, float32(math.Inf(1))
	for s := 0; s < b.n; s++ {
		if !b.live[s] {
			continue
		}
		for t, v := range b.loss[s] {
			if t > s && b.live[t] && v < best {
				bs, bt, best = s, t, v
			}
		}
	}
	return bs, bt
}

// join makes s the union of s and t and frees t.
func (b *brownState) join(s, t int) {
	b.shiftPair(s, t)
	row, col := make([]int32, b.n), make([]int32, b.n)
	for w := 0; w < b.n; w++ {
		if b.live[w] && w != s && w != t {
			row[w] = b.count[s][w] + b.count[t][w]
			col[w] = b.count[w][s] + b.count[w][t]
		}
	}
	row[s] = b.count[s][s] + b.count[s][t] + b.count[t][s] + b.count[t][t]
	b.live[t] = false
	b.add(s, row, col, b.right[s]+b.right[t], b.left[s]+b.left[t])
	for w := 0; w < b.n; w++ {
		b.count[t][w], b.count[w][t], b.q[t][w], b.q[w][t] = 0, 0, 0, 0
	}
	b.addLosses(s)
}

// shiftPair takes the parts of s and t out of the losses of all pairs without them.
func (b *brownState) shiftPair(s, t int) {
	for a := 0; a < b.n; a++ {
		if !b.live[a] || a == s || a == t {
			continue
		}
		row := b.loss[a]
		for c := a + 1; c < b.n; c++ {
			if b.live[c] && c != s && c != t {
				row[c] -= b.with(a, c, s) + b.with(a, c, t)
			}
		}
	}
}

// write saves the clusters: a word, its class, the class's bits.
func (cl *clusters) write(path string) error {
	var words []string
	for w := range cl.of {
		words = append(words, w)
	}
	sort.Slice(words, func(i, j int) bool {
		if a, b := cl.of[words[i]], cl.of[words[j]]; a != b {
			return a < b
		}
		return words[i] < words[j]
	})
	var b strings.Builder
	for _, w := range words {
		c := cl.of[w]
		fmt.Fprintf(&b, "%s\t%d\t", w, c)
		for _, bit := range cl.paths[c] {
			b.WriteByte('0' + bit)
		}
		b.WriteByte('\n')
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}

// readClusters reads what write wrote.
func readClusters(path string) (*clusters, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	cl := &clusters{of: make(map[string]int)}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		cols := strings.Split(sc.Text(), "\t")
		if len(cols) != 3 {
			return nil, fmt.Errorf("%s: want three columns: %q", path, sc.Text())
		}
		c := len(cl.paths)
		if fmt.Sprint(c-1) == cols[1] {
			c--
		} else {
			bits := []byte(cols[2])
			for i := range bits {
				bits[i] -= '0'
			}
			cl.paths = append(cl.paths, bits)
		}
		cl.of[cols[0]] = c
	}
	return cl, sc.Err()
}
