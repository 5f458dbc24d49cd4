package main

import (
	"math"
	"math/rand"

	"khabar/pkg/tagger"
)

const numStates = tagger.NumStates

// sentence is one training sentence: the ids of each token's features and the right
// states.
type sentence struct {
	feats  [][]int32
	states []int
	domain int
	weight float64
}

// featureSet numbers the features of the training sentences.
type featureSet struct {
	id    map[uint64]int32
	hash  []uint64
	count []int32
}

// extract returns the sentences of the examples and numbers their features. Templates
// for which skip is true are left out.
func (fs *featureSet) extract(examples []example, words *tagger.WordTable, skip func(template int) bool) []sentence {
	if fs.id == nil {
		fs.id = make(map[uint64]int32)
	}
	var out []sentence
	var f tagger.Features
	var x [tagger.NumTemplates]uint64
	for e := range examples {
		ex := &examples[e]
		states := ex.states()
		for _, s := range ex.doc.Sentences() {
			tokens := ex.doc.Tokens()[s.Tokens.First:s.Tokens.End]
			f.Load(tokens, words)
			sent := sentence{states: states[s.Tokens.First:s.Tokens.End], domain: ex.domain, weight: ex.weight}
			for i := range tokens {
				n := f.At(i, &x)
				ids := make([]int32, 0, n)
				for t, h := range x[:n] {
					if skip(t) {
						continue
					}
					id, ok := fs.id[h]
					if !ok {
						id = int32(len(fs.hash))
						fs.id[h] = id
						fs.hash = append(fs.hash, h)
						fs.count = append(fs.count, 0)
					}
					fs.count[id]++
					ids = append(ids, id)
				}
				sent.feats = append(sent.feats, ids)
			}
			out = append(out, sent)
		}
	}
	return out
}

// prune drops features that occur less than min times.
func (fs *featureSet) prune(sents []sentence, min int32) {
	for _, s := range sents {
		for i, ids := range s.feats {
			kept := ids[:0]
			for _, id := range ids {
				if fs.count[id] >= min {
					kept = append(kept, id)
				}
			}
			s.feats[i] = kept
		}
	}
}

// crf is a linear-chain conditional random field under training. The weights are kept as
// scale·w, so that the L2 penalty is one multiplication a step.
type crf struct {
	w     [][numStates]float32 // by feature
	extra [][][numStates]float32
	trans [numStates][numStates]float32
	scale float64

	emit, alpha, beta [][numStates]float64
	prob              [][numStates]float64
}

// options are the settings of the learner.
type options struct {
	epochs     int
	l2         float64 // penalty
	rate       float64 // first learning rate
	dropout    float64 // share of a token's features left out at each step
	perceptron bool
	seed       int64
}

var allowed, starts, ends = func() (a [numStates][numStates]bool, s, e [numStates]bool) {
	for p := 0; p < numStates; p++ {
		for t := 0; t < numStates; t++ {
			a[p][t] = tagger.Follows(p, t)
		}
		s[p] = tagger.Follows(0, p)
		e[p] = tagger.Follows(p, 0)
	}
	return
}()

var preds, succs = func() (b, a [numStates][]int) {
	for p := 0; p < numStates; p++ {
		for t := 0; t < numStates; t++ {
			if allowed[p][t] {
				b[t] = append(b[t], p)
				a[p] = append(a[p], t)
			}
		}
	}
	return
}()

// train fits the weights to the sentences by stochastic gradient descent on the
// penalised log-likelihood (Bottou's schedule), averaging the weights of the last half of the epochs.
func train(sents []sentence, fs *featureSet, domains int, opt options) *crf {
	features := len(fs.hash)
	var drop dropper
	var mean average
	c := &crf{w: make([][numStates]float32, features), scale: 1}
	c.extra = make([][][numStates]float32, domains)
	if domains > 1 {
		for d := range c.extra {
			c.extra[d] = make([][numStates]float32, features)
		}
	}
	rng := rand.New(rand.NewSource(opt.seed))
	order := make([]int, len(sents))
	for i := range order {
		order[i] = i
	}
	lambda := opt.l2 / float64(len(sents))
	t0 := 1 / (lambda * opt.rate)
	step := 0.0
	for epoch := 0; epoch < opt.epochs; epoch++ {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			eta := 1 / (lambda * (t0 + step))
			step++
			c.scale *= 1 - eta*lambda
			s := sents[k]
			if opt.dropout > 0 {
				s = drop.of(&s, opt, rng)
			}
			c.update(&s, eta*s.weight/c.scale)
			if c.scale < 1e-6 {
				c.rescale()
			}
		}
		if epoch >= opt.epochs/2 {
			mean.add(c)
		}
	}
	c.rescale()
	mean.into(c)
	return c
}

// average sums up the weights as they stand after some epochs. Their mean is steadier
// than any of them.
type average struct {
	n     float32
	w     [][numStates]float32
	extra [][][numStates]float32
	trans [numStates][numStates]float32
}

func (a *average) add(c *crf) {
	c.rescale()
	if a.n == 0 {
		a.w = make([][numStates]float32, len(c.w))
		for _, e := range c.extra {
			a.extra = append(a.extra, make([][numStates]float32, len(e)))
		}
	}
	a.n++
	addRows(a.w, c.w)
	for d := range c.extra {
		addRows(a.extra[d], c.extra[d])
	}
	addRows(a.trans[:], c.trans[:])
}

func addRows(dst, src [][numStates]float32) {
	for i := range src {
		for k := range src[i] {
			dst[i][k] += src[i][k]
		}
	}
}

// into puts the mean into c.
func (a *average) into(c *crf) {
	if a.n == 0 {
		return
	}
	c.w, c.trans = a.w, a.trans
	for d := range c.extra {
		if c.extra[d] != nil {
			c.extra[d] = a.extra[d]
		}
	}
	c.scale = 1 / float64(a.n)
	c.rescale()
}

// dropper makes copies of sentences with features left out at random, so that no
// feature learns to rely on another: on new text the word itself is often unknown, and
// its endings, neighbours and cluster must decide alone.
type dropper struct {
	feats [][]int32
	ids   []int32
}

func (d *dropper) of(s *sentence, opt options, rng *rand.Rand) sentence {
	d.feats, d.ids = d.feats[:0], d.ids[:0]
	for _, ids := range s.feats {
		first := len(d.ids)
		for _, id := range ids {
			if rng.Float64() < opt.dropout {
				continue
			}
			d.ids = append(d.ids, id)
		}
		d.feats = append(d.feats, d.ids[first:len(d.ids):len(d.ids)])
	}
	return sentence{d.feats, s.states, s.domain, s.weight}
}

func (c *crf) rescale() {
	s := float32(c.scale)
	for i := range c.w {
		for k := range c.w[i] {
			c.w[i][k] *= s
		}
	}
	for _, e := range c.extra {
		for i := range e {
			for k := range e[i] {
				e[i][k] *= s
			}
		}
	}
	for a := range c.trans {
		for b := range c.trans[a] {
			c.trans[a][b] *= s
		}
	}
	c.scale = 1
}

func (c *crf) emissions(s *sentence) {
	n := len(s.feats)
	if cap(c.emit) < n {
		c.emit = make([][numStates]float64, 2*n)
		c.alpha = make([][numStates]float64, 2*n)
		c.beta = make([][numStates]float64, 2*n)
		c.prob = make([][numStates]float64, 2*n)
	}
	c.emit, c.alpha, c.beta, c.prob = c.emit[:n], c.alpha[:n], c.beta[:n], c.prob[:n]
	extra := c.extra[s.domain]
	for i, ids := range s.feats {
		var e [numStates]float32
		for _, id := range ids {
			row := &c.w[id]
			for k := range e {
				e[k] += row[k]
			}
		}
		if extra != nil {
			for _, id := range ids {
				row := &extra[id]
				for k := range e {
					e[k] += row[k]
				}
			}
		}
		for k := range e {
			c.emit[i][k] = float64(e[k]) * c.scale
		}
	}
}

// update moves the weights along the gradient of one sentence's log-likelihood.
func (c *crf) update(s *sentence, eta float64) {
	n := len(s.feats)
	if n == 0 {
		return
	}
	c.emissions(s)
	var et [numStates][numStates]float64
	for p := range et {
		for t := range et[p] {
			if allowed[p][t] {
				et[p][t] = math.Exp(float64(c.trans[p][t]) * c.scale)
			}
		}
	}
	// Scaled forward-backward in probabilities.
	for i := 0; i < n; i++ {
		top := math.Inf(-1)
		for k := range c.emit[i] {
			top = max(top, c.emit[i][k])
		}
		for k := range c.emit[i] {
			c.emit[i][k] = math.Exp(c.emit[i][k] - top)
		}
		sum := 0.0
		for t := 0; t < numStates; t++ {
			v := 0.0
			if i == 0 {
				if starts[t] {
					v = 1
				}
			} else {
				a := &c.alpha[i-1]
				for _, p := range preds[t] {
					v += a[p] * et[p][t]
				}
			}
			v *= c.emit[i][t]
			c.alpha[i][t] = v
			sum += v
		}
		for t := range c.alpha[i] {
			c.alpha[i][t] /= sum
		}
	}
	for i := n - 1; i >= 0; i-- {
		sum := 0.0
		for p := 0; p < numStates; p++ {
			v := 0.0
			if i == n-1 {
				if ends[p] {
					v = 1
				}
			} else {
				for _, t := range succs[p] {
					v += et[p][t] * c.emit[i+1][t] * c.beta[i+1][t]
				}
			}
			c.beta[i][p] = v
			sum += v
		}
		for p := range c.beta[i] {
			c.beta[i][p] /= sum
		}
	}
	e := float32(eta)
	extra := c.extra[s.domain]
	for i := 0; i < n; i++ {
		var g [numStates]float32
		sum := 0.0
		for t := range g {
			sum += c.alpha[i][t] * c.beta[i][t]
		}
		for t := range g {
			g[t] = -e * float32(c.alpha[i][t]*c.beta[i][t]/sum)
		}
		g[s.states[i]] += e
		for _, id := range s.feats[i] {
			row := &c.w[id]
			for k := range g {
				row[k] += g[k]
			}
		}
		if extra != nil {
			for _, id := range s.feats[i] {
				row := &extra[id]
				for k := range g {
					row[k] += g[k]
				}
			}
		}
		if i > 0 {
			a, b, em := &c.alpha[i-1], &c.beta[i], &c.emit[i]
			sum := 0.0
			for p := 0; p < numStates; p++ {
				for _, t := range succs[p] {
					sum += a[p] * et[p][t] * em[t] * b[t]
				}
			}
			for p := 0; p < numStates; p++ {
				for _, t := range succs[p] {
					c.trans[p][t] -= e * float32(a[p]*et[p][t]*em[t]*b[t]/sum)
				}
			}
			c.trans[s.states[i-1]][s.states[i]] += e
		}
	}
}

// weights returns the model of the features, as the domain sees it, for writing.
func (c *crf) weights(fs *featureSet, domain int, words *tagger.WordTable) *tagger.Weights {
	w := &tagger.Weights{Features: make(map[uint64][numStates]float32, len(c.w)), Transitions: c.trans, Words: words}
	for id, h := range fs.hash {
		row := c.w[id]
		if e := c.extra[domain]; e != nil {
			for k := range row {
				row[k] += e[id][k]
			}
		}
		zero := true
		for _, v := range row {
			zero = zero && v == 0
		}
		if !zero {
			w.Features[h] = row
		}
	}
	return w
}
