// Package similar finds texts that are nearly the same: an agency story that two papers
// printed with other first lines, a page that was crawled again with one number changed.
//
// It takes folded text and promises: Sign depends on nothing but the text; Find returns
// the latest text that was added whose shingles (runs of six extended grapheme
// clusters, spaces and stops left out) agree with those asked for by a Jaccard
// similarity of about 0.8 or more; memory is bounded, since only the last Window texts
// are remembered, at about 700 bytes each and their ids: 90 MB at most.
//
// How. One-permutation MinHash (Li, Owen, Zhang 2012): each shingle is hashed once, and
// falls into one of 60 bins, each of which keeps its smallest hash; an empty bin borrows
// from the next one (Shrivastava, Li 2014). The share of equal bins estimates the
// similarity, with a standard error of 0.05. Texts are looked up by 12 bands of 5 bins:
// at 0.8 one band agrees with probability 0.99. The libraries for this
// (ekzhu/minhash-lsh, dgryski/go-minhash) have had no release for years and build their
// index once, not while texts come in.
//
//	"नाहन. मेले में हजारों लोग पहुंचे हैं. डीसी अजय राणा ने कहा कि पचास बसें चलेंगी …"
//	"नाहन. मेले में हजारों लोग पहुंचे हैं. डीसी अजय राणा ने कहा कि चालीस बसें चलेंगी …"
package similar

import (
	"khabar/pkg/grapheme"
)

const (
	bands   = 12
	rows    = 5
	bins    = bands * rows
	shingle = 6 // clusters

	// least is how many bins must agree: 0.8 of them.
	least = bins * 8 / 10
)

// Window is how many texts an Index remembers.
const Window = 1 << 17

// Signature stands for a text. The zero Signature is like none.
type Signature struct {
	bins [bins]uint32
	ok   bool
}

// Sign returns the signature of text, the zero one where it has fewer clusters than a
// shingle.
func Sign(text string) Signature {
	const none = ^uint32(0)
	var s Signature
	var full [bins]bool
	for i := range s.bins {
		s.bins[i] = none
	}
	var last [shingle]uint64 // hashes of the last clusters, as a ring
	n := 0
	for len(text) > 0 {
		size := grapheme.Next(text)
		if size <= 0 {
			break
		}
		c := text[:size]
		text = text[size:]
		if size == 1 && (c[0] <= ' ' || c[0] == '.' || c[0] == ',') || c == "।" {
			continue
		}
		last[n%shingle] = hash(c)
		if n++; n < shingle {
			continue
		}
		var h uint64
		for k := range shingle {
			h = mix(h ^ last[(n+k)%shingle])
		}
		bin := (h >> 32) * bins >> 32
		s.bins[bin] = min(s.bins[bin], uint32(h))
		full[bin] = true
		s.ok = true
	}
	if !s.ok {
		return Signature{}
	}
	borrowed := s.bins
	for i := range s.bins {
		far := 0
		for !full[(i+far)%bins] {
			far++
		}
		borrowed[i] = s.bins[(i+far)%bins] + uint32(far)*0x9e3779b9
	}
	s.bins = borrowed
	return s
}

// hash is FNV-1a, mixed.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h)
}

// mix is the finaliser of SplitMix64.
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// Alike estimates the Jaccard similarity of two texts.
func Alike(a, b Signature) float64 {
	n := 0
	for i := range a.bins {
		if uint16(a.bins[i]) == uint16(b.bins[i]) {
			n++
		}
	}
	if !a.ok || !b.ok {
		return 0
	}
	return float64(n) / bins
}

// Index holds the signatures of the last Window texts.
type Index struct {
	size  int
	ring  []entry
	next  int               // of ring, the oldest once it is full
	bands map[uint64]uint32 // key of a band → the latest entry with it
}

type entry struct {
	id    string
	short [bins]uint16 // enough to compare by
	keys  [bands]uint64
}

// NewIndex returns an empty Index.
func NewIndex() *Index { return &Index{size: Window, bands: make(map[uint64]uint32)} }

// keys returns the key of each band.
func (s *Signature) keys() (out [bands]uint64) {
	for b := range bands {
		h := uint64(b + 1)
		for _, v := range s.bins[b*rows : (b+1)*rows] {
			h = mix(h ^ uint64(v))
		}
		out[b] = h
	}
	return out
}

// Find returns the id of the text most like s among those remembered, "" where none is
// nearly the same.
func (x *Index) Find(s Signature) string {
	if !s.ok {
		return ""
	}
	id, best := "", least-1
	for _, key := range s.keys() {
		at, ok := x.bands[key]
		if !ok {
			continue
		}
		e := &x.ring[at]
		n := 0
		for i, v := range e.short {
			if v == uint16(s.bins[i]) {
				n++
			}
		}
		if n > best {
			id, best = e.id, n
		}
	}
	return id
}

// Add remembers a text, and forgets the oldest one when there are Window of them.
func (x *Index) Add(id string, s Signature) {
	if !s.ok {
		return
	}
	e := entry{id: id, keys: s.keys()}
	for i, v := range s.bins {
		e.short[i] = uint16(v)
	}
	at := len(x.ring)
	if at < x.size {
		x.ring = append(x.ring, e)
	} else {
		at = x.next
		x.next = (x.next + 1) % x.size
		for _, key := range x.ring[at].keys {
			if x.bands[key] == uint32(at) {
				delete(x.bands, key)
			}
		}
		x.ring[at] = e
	}
	for _, key := range e.keys {
		x.bands[key] = uint32(at)
	}
}
