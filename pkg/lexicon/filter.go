package lexicon

import "khabar/pkg/devanagari"

// Filter is a set of words that may say yes to a word it does not hold, about once in a
// hundred times. It is far smaller than an Index, so that rules which look for the few
// words that can open them turn away the rest of a text at the cost of two bits.
type Filter [1 << 16 / 64]uint64

// Add enters the folded word key.
func (f *Filter) Add(key string) {
	h := uint32(devanagari.Hash(key))
	f[h>>22] |= 1 << (h >> 16 & 63)
	f[h>>6&1023] |= 1 << (h & 63)
}

// May reports whether f may hold w.
func (f *Filter) May(w devanagari.Word) bool {
	h := uint32(w.Hash)
	return f[h>>22]>>(h>>16&63)&1 != 0 && f[h>>6&1023]>>(h&63)&1 != 0
}
