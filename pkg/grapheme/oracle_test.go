package grapheme

import "sort"

// What the other functions are compared with.

// boundary reports whether offset is a cluster boundary of s. 0 and len(s) are; an
// offset outside s is not.
func boundary(s string, offset int) bool {
	if offset < 0 || offset > len(s) {
		return false
	}
	return Snap(s, offset, Down) == offset
}

// byteToCluster returns the number of clusters that end at or before offset: see
// Offsets.
func (ix *Index) byteToCluster(offset int) int {
	p := ix.around(offset)
	return p.cluster
}

// clusterToByte returns the byte offset at which cluster n starts, len of the text
// for n = Count. A number outside gives 0 or the length.
func (ix *Index) clusterToByte(n int) int {
	if n <= 0 {
		return 0
	}
	if n >= ix.count {
		return len(ix.s)
	}
	k := sort.Search(len(ix.marks), func(k int) bool { return ix.marks[k].cluster > n }) - 1
	p := ix.marks[k]
	for p.cluster < n {
		_, p.offset = advance(ix.s, p.offset, p.offset+1)
		p.cluster++
	}
	return p.offset
}
