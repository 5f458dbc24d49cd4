// Package similar finds texts that are nearly the same: an agency story that two papers
// printed with other first lines, a page that was crawled again with one number changed.
//
// It takes folded text and promises: Sign depends on nothing but the text; Find returns
// a text that was added whose shingles (runs of six extended grapheme clusters, spaces
// and stops left out) agree with those asked for by a Jaccard similarity of about 0.8 or
// more, the most like of them; memory is bounded, since only the last Window texts are
// remembered, at 168 bytes each and 6 MB of tables: 28 MB at most.
//
// How. One-permutation MinHash (Li, Owen, Zhang 2012): each shingle is hashed once, and
// falls into one of 60 bins, each of which keeps its smallest hash; an empty bin borrows
// from the next one (Shrivastava, Li 2014). The share of equal bins estimates the
// similarity, with a standard error of 0.05; 16 bits of a bin are enough to compare by.
// Texts are looked up by 12 bands of 5 bins: at 0.8 one band agrees with probability 0.99. The libraries for this
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

// Window is how many texts an Index remembers, a power of two.
const Window = 1 << 17

// Signature stands for a text: its bins. The zero Signature is like none.
type Signature [bins]uint16

// Sign returns the signature of text, the zero one where it has fewer clusters than a
// shingle.
func Sign(text string) Signature {
	var low [bins]uint32
	var full [bins]bool
	any := false
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
		if v := uint32(h); !full[bin] || v < low[bin] {
			low[bin] = v
		}
		full[bin], any = true, true
	}
	var s Signature
	if !any {
		return s
	}
	for i := range s {
		far := 0
		for !full[(i+far)%bins] {
			far++
		}
		s[i] = uint16(low[(i+far)%bins] + uint32(far)*0x9e3779b9)
	}
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

// agree is how many bins are equal.
func agree(a, b *Signature) int {
	n := 0
	for i, v := range a {
		if v == b[i] {
			n++
		}
	}
	return n
}

const (
	buckets = 1 << 17 // of each band
	chunk   = 1 << 10 // entries that are allocated together: memory follows what is held

	// tries is how many of the latest texts in a bucket are compared. Pages that share a
	// frame of menus fall into one bucket in their thousands.
	tries = 16
)

// Index holds the signatures of the last Window texts.
//
// Texts are numbered as they are added; the ring keeps number n at n modulo its size,
// and a bucket the number of the latest text in it, each text that of the one before.
// A number that has left the ring ends the chain, so nothing is ever taken out.
type Index struct {
	size  uint32
	ring  [][]entry
	next  uint32          // number of the next text; the first is out of reach of 0, which is none
	heads [bands][]uint32 // bucket → number of the latest text
}

type entry struct {
	sign   Signature
	before [bands]uint32 // in the bucket of each band
}

// NewIndex returns an empty Index.
func NewIndex() *Index { return newIndex(Window) }

func newIndex(size uint32) *Index {
	x := &Index{size: size, next: size + 1}
	for b := range x.heads {
		x.heads[b] = make([]uint32, buckets)
	}
	return x
}

func (x *Index) at(number uint32) *entry {
	i := number % x.size
	return &x.ring[i/chunk][i%chunk]
}

// bucket is where a text falls by band b.
func (s *Signature) bucket(b int) uint64 {
	h := uint64(b + 1)
	for _, v := range s[b*rows : (b+1)*rows] {
		h = mix(h ^ uint64(v))
	}
	return h % buckets
}

// Find returns how many texts ago the text most like s was added, 1 for the last one,
// and false where none is nearly the same.
func (x *Index) Find(s Signature) (ago int, ok bool) {
	if s == (Signature{}) {
		return 0, false
	}
	best := least - 1
	for b := range bands {
		number := x.heads[b][s.bucket(b)]
		for range tries {
			if x.next-number > x.size || x.next-number == 0 {
				break
			}
			e := x.at(number)
			if n := agree(&e.sign, &s); n > best {
				best, ago, ok = n, int(x.next-number), true
			}
			number = e.before[b]
		}
	}
	return ago, ok
}

// Add remembers a text, and forgets the oldest one when there are Window of them.
func (x *Index) Add(s Signature) {
	if s == (Signature{}) {
		return
	}
	if i := x.next % x.size; int(i/chunk) == len(x.ring) {
		x.ring = append(x.ring, make([]entry, min(chunk, x.size)))
	}
	e := x.at(x.next)
	e.sign = s
	for b := range bands {
		head := &x.heads[b][s.bucket(b)]
		e.before[b], *head = *head, x.next
	}
	x.next++
}
