package main

import "math/rand"

// trainPerceptron fits the weights by the averaged structured perceptron: where the best
// path under the weights is wrong, the features of the right one gain and its own lose.
// It is here to compare with the CRF.
func trainPerceptron(sents []sentence, fs *featureSet, opt options) *crf {
	c := &crf{w: make([][numStates]float32, len(fs.hash)), extra: make([][][numStates]float32, 1), scale: 1}
	sum := make([][numStates]float32, len(fs.hash)) // of each change times the step it came at
	var sumTrans [numStates][numStates]float32
	rng := rand.New(rand.NewSource(opt.seed))
	order := make([]int, len(sents))
	for i := range order {
		order[i] = i
	}
	step := float32(0)
	for epoch := 0; epoch < opt.epochs; epoch++ {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			s := &sents[k]
			step++
			guess := c.best(s)
			change := func(path []int, sign float32) {
				for i, t := range path {
					for _, id := range s.feats[i] {
						c.w[id][t] += sign
						sum[id][t] += sign * step
					}
					if i > 0 {
						c.trans[path[i-1]][t] += sign
						sumTrans[path[i-1]][t] += sign * step
					}
				}
			}
			for i := range guess {
				if guess[i] != s.states[i] {
					change(s.states, 1)
					change(guess, -1)
					break
				}
			}
		}
	}
	for id := range c.w {
		for t := range c.w[id] {
			c.w[id][t] -= sum[id][t] / step
		}
	}
	for p := range c.trans {
		for t := range c.trans[p] {
			c.trans[p][t] -= sumTrans[p][t] / step
		}
	}
	return c
}

// best returns the states of the best path through s.
func (c *crf) best(s *sentence) []int {
	n := len(s.feats)
	path := make([]int, n)
	if n == 0 {
		return path
	}
	c.emissions(s)
	const never = -1e30
	from := make([][numStates]int, n)
	for i := 0; i < n; i++ {
		for t := 0; t < numStates; t++ {
			if i == 0 {
				if c.alpha[0][t] = never; starts[t] {
					c.alpha[0][t] = c.emit[0][t]
				}
				continue
			}
			best := 2 * never
			for _, p := range preds[t] {
				if v := c.alpha[i-1][p] + float64(c.trans[p][t])*c.scale; v > best {
					best, from[i][t] = v, p
				}
			}
			c.alpha[i][t] = best + c.emit[i][t]
		}
	}
	last, top := 0, 2*never
	for t, v := range c.alpha[n-1] {
		if ends[t] && v > top {
			last, top = t, v
		}
	}
	for i := n - 1; i >= 0; i-- {
		path[i] = last
		last = from[i][last]
	}
	return path
}
