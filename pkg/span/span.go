// Package span holds the half-open byte range that every value of khabar
// carries as its evidence.
//
// A Span counts bytes in the raw text exactly as it was read (after
// decompression and decoding, before any normalisation), so that
// raw[s.Start:s.End] is always the surface form. It never counts runes,
// clusters, or positions in normalised text.
package span

// Span is the half-open byte range [Start, End) of a raw text.
// The zero Span is empty and stands for "not found".
type Span struct {
	Start, End int
}

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s covers no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Cover returns the smallest Span that holds both s and t. An empty operand
// adds nothing.
func (s Span) Cover(t Span) Span {
	switch {
	case s.Empty():
		return t
	case t.Empty():
		return s
	}
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}

// In returns the bytes of raw that s covers. It panics if s does not lie inside
// raw: a span that points outside its text is a bug, not bad input.
func (s Span) In(raw string) string { return raw[s.Start:s.End] }
