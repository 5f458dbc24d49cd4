package grapheme

import (
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// rest returns the number of bytes of the first cluster of s, which is not empty
// and may hold any text. It is the slow path, right for every string: uniseg's
// clusters, joined where rule GB9c joins them.
func rest(s string) int {
	if r, n := utf8.DecodeRuneInString(s); r == utf8.RuneError && n == 1 {
		return 1
	}
	n := unit(s)
	for first := 0; n < len(s); {
		r, _ := utf8.DecodeRuneInString(s[n:])
		if !has(consonants, r) || !linkable(s[first:n]) {
			break
		}
		// A consonant has no property but this one, so the text behind it can be
		// cut as if it were the start.
		first = n
		n += unit(s[n:])
	}
	return n
}

// linkable reports whether cluster ends in a consonant, a linker and any number of
// characters with InCB=Extend or Linker behind the consonant, so that a consonant
// after it joins (UAX #29 GB9c).
func linkable(cluster string) bool {
	linked := false
	for len(cluster) > 0 {
		r, n := utf8.DecodeLastRuneInString(cluster)
		switch {
		case has(linkers, r):
			linked = true
		case has(consonants, r):
			return linked
		case !has(extends, r):
			return false
		}
		cluster = cluster[:len(cluster)-n]
	}
	return false
}

// unit returns the number of bytes of the first cluster of s by all rules but
// GB9c.
func unit(s string) int {
	c, _, _, _ := uniseg.FirstGraphemeClusterInString(s, -1)
	// uniseg's answer rests on the characters of the cluster and the one behind it.
	for i := 0; i < len(s) && i <= len(c); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1: // uniseg takes it for a letter
			if i >= len(c) && i > 0 {
				return len(c)
			}
			return max(i, 1)
		case r >= firstChanged && standIn(r) != asItIs:
			return corrected(s)
		}
		i += n
	}
	return len(c)
}

// corrected is unit for text with characters whose property changed since the
// Unicode version of uniseg: uniseg reads a copy in which others that have the new
// property stand for them.
func corrected(s string) int {
	var space [256]byte
	for limit := 48; ; limit *= 4 {
		copied := space[:0]
		i, left := 0, limit
		for ; i < len(s) && left > 0; left-- {
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && n == 1 {
				break
			}
			if as := standIn(r); as != asItIs {
				r = as
			}
			copied = utf8.AppendRune(copied, r)
			i += n
		}
		c, behind, _, _ := uniseg.FirstGraphemeCluster(copied, -1)
		if len(behind) == 0 && left == 0 && i < len(s) {
			continue // the cluster may go on behind the copy
		}
		n := 0
		for range utf8.RuneCount(c) {
			_, w := utf8.DecodeRuneInString(s[n:])
			n += w
		}
		return n
	}
}

// has reports whether r is in the sorted table.
func has(table []runes, r rune) bool {
	if r < table[0].first {
		return false
	}
	lo, hi := 0, len(table)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		switch {
		case r < table[m].first:
			hi = m
		case r > table[m].last:
			lo = m + 1
		default:
			return true
		}
	}
	return false
}

// standIn returns the character that stands for r before uniseg, asItIs where r
// can stand for itself.
func standIn(r rune) rune {
	lo, hi := 0, len(changed)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		switch {
		case r < changed[m].first:
			hi = m
		case r > changed[m].last:
			lo = m + 1
		default:
			return changed[m].as
		}
	}
	return asItIs
}
