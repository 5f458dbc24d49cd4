package grapheme

import "khabar/pkg/span"

// Offsets converts byte offsets of s into cluster numbers, in one pass. The number
// of an offset is the number of clusters that end at or before it: at a boundary,
// the clusters before it; inside a cluster, the number of that cluster, counted
// from 0. The offsets should be sorted upwards: one that is smaller than the one
// before it costs a new pass. Offsets outside s count as 0 and len(s).
func Offsets(s string, sorted []int) []int {
	out := make([]int, len(sorted))
	n, end, before := 0, 0, 0 // end is the boundary behind n clusters
	for i, offset := range sorted {
		offset = max(0, min(offset, len(s)))
		if offset < before {
			n, end = 0, 0
		}
		before = offset
		if offset > end {
			var passed int
			passed, end = advance(s, end, offset)
			n += passed
		}
		out[i] = n
		if end > offset {
			out[i]--
		}
	}
	return out
}

// stride is the distance in bytes of the marks of an Index. A lookup reads half a
// stride on average; an Index takes an eighth of the size of its text.
const stride = 128

// Index converts byte ranges of one text into ranges of cluster numbers, in any
// order. Making it is one pass over the text. It is safe for concurrent use.
type Index struct {
	s string
	// marks[k] is the first boundary at or behind k*stride.
	marks []point
	count int
}

// point is a boundary and the number of clusters before it.
type point struct{ offset, cluster int }

// NewIndex reads s.
func NewIndex(s string) *Index {
	ix := &Index{s: s, marks: make([]point, 0, len(s)/stride+1)}
	var at point
	for k := 0; k <= len(s); k += stride {
		if at.offset < k {
			n, end := advance(s, at.offset, k)
			at = point{end, at.cluster + n}
		}
		ix.marks = append(ix.marks, at)
	}
	n, _ := advance(s, at.offset, len(s))
	ix.count = at.cluster + n
	return ix
}

// Count returns the number of clusters of the text.
func (ix *Index) Count() int { return ix.count }

// Range converts a byte range into the clusters that it touches, as a half-open
// range of cluster numbers. A range that ends inside a cluster takes all of it. An
// empty range stays empty.
func (ix *Index) Range(r span.Span) span.Span {
	first := ix.around(r.Start)
	if r.End <= r.Start {
		return span.Span{Start: first.cluster, End: first.cluster}
	}
	last := ix.around(r.End)
	if last.offset < r.End && last.offset < len(ix.s) {
		last.cluster++
	}
	return span.Span{Start: first.cluster, End: last.cluster}
}

// around returns the last boundary at or before offset.
func (ix *Index) around(offset int) point {
	if offset <= 0 {
		return point{}
	}
	if offset >= len(ix.s) {
		return point{len(ix.s), ix.count}
	}
	k := offset / stride
	for ix.marks[k].offset > offset { // a cluster longer than a stride
		k--
	}
	p := ix.marks[k]
	if p.offset == offset {
		return p
	}
	n, end := advance(ix.s, p.offset, offset)
	if end == offset {
		return point{end, p.cluster + n}
	}
	// offset is inside the cluster that ends at end.
	return point{Snap(ix.s, offset, Down), p.cluster + n - 1}
}
