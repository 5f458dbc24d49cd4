package tagger

import (
	"slices"
	"strings"
	"testing"

	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
)

// TestEmissions holds the kept sums of words, and the features of pairs, to At: the
// features that the model was trained with.
func TestEmissions(t *testing.T) {
	m := Default()
	s := new(scratch)
	var x [NumTemplates]uint64
	for _, text := range []string{golden, news, strings.Repeat("क ", 50), "वह 12 मार्च 2020 को (नई दिल्ली) गया! bjp ने कहा, 'ठीक'।"} {
		d := segment.Plain(text, lexicon.Default())
		for _, sent := range d.Sentences() {
			tokens := d.Tokens()[sent.Tokens.First:sent.Tokens.End]
			m.load(s, tokens)
			got := make([][NumStates]int32, len(tokens))
			m.emissions(s, got)
			for i := range tokens {
				n := s.features.At(i, &x)
				var sum sums
				m.add(&sum, x[:n])
				var want [NumStates]int32
				if sum.spread(n, &want); got[i] != want {
					t.Fatalf("%q: got %v, want %v", tokens[i].Key, got[i], want)
				}

				var parts []uint64
				var pair [NumTemplates]uint64
				parts = append(parts, pair[:s.features.rare(i, pair[:])]...)
				parts = append(parts, pair[:s.features.pairs(i, pair[:])]...)
				all := len(parts) + sumsFull
				if s.features.words[i+pad].small {
					all = len(parts) + sumsSmall
				}
				var own [numOwn]uint64
				parts = append(parts, own[:s.features.words[i+pad].own(&own)]...)
				if all != n {
					t.Fatalf("%q: %d features, want %d", tokens[i].Key, all, n)
				}
				for _, h := range parts {
					if !slices.Contains(x[:n], h) {
						t.Fatalf("%q: feature %x is none of At", tokens[i].Key, h)
					}
				}
			}
		}
	}
}
