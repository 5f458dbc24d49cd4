package grapheme

import (
	"iter"
	"unicode/utf8"
)

// Next returns the number of bytes of the first cluster of s, 0 for the empty
// string.
func Next(s string) int {
	_, n := advance(s, 0, 1)
	return n
}

// Count returns the number of clusters of s.
func Count(s string) int {
	n, _ := advance(s, 0, len(s))
	return n
}

// All yields the byte offset and the text of each cluster of s.
func All(s string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i := 0; i < len(s); {
			_, end := advance(s, i, i+1)
			if !yield(i, s[i:end]) {
				return
			}
			i = end
		}
	}
}

// Direction says to which side Snap moves.
type Direction int

const (
	Down Direction = iota // to the start of the cluster that holds the offset
	Up                    // to its end
)

// Snap returns the cluster boundary of s nearest to the byte offset on the given
// side: offset itself where it is a boundary. An offset outside s gives 0 or len(s).
func Snap(s string, offset int, d Direction) int {
	if offset <= 0 {
		return 0
	}
	if offset >= len(s) {
		return len(s)
	}
	for i := safe(s, offset); ; {
		if i == offset {
			return i
		}
		_, end := advance(s, i, i+1)
		if end > offset {
			if d == Up {
				return end
			}
			return i
		}
		i = end
	}
}

// safe returns an offset at or below limit at which a cluster surely starts, told
// from the two characters around it alone. In Hindi text one stands at least at
// every word; where there is none it is 0.
func safe(s string, limit int) int {
	for i := limit; i > 0; i-- {
		if !utf8.RuneStart(s[i]) {
			continue
		}
		switch c, _ := class(s, i); c {
		case other, control, carriage:
			if tabled(s, i) {
				return i
			}
		case consonant:
			// After a letter, a matra or a danda, but not after a linker, and not
			// after a mark that may stand behind one.
			if c, ok := classBefore(s, i); ok && (c == other || c == consonant || c == control || c == carriage) {
				return i
			}
		}
	}
	return 0
}

// tabled reports whether the character before i has a class in the table, so that
// it neither prepends to what follows nor is part of an emoji.
func tabled(s string, i int) bool {
	_, ok := classBefore(s, i)
	return ok
}

// classBefore returns the class of the character that ends at i.
func classBefore(s string, i int) (uint8, bool) {
	_, n := utf8.DecodeLastRuneInString(s[:i])
	c, w := class(s, i-n)
	return c, w == n && c < untabled
}
