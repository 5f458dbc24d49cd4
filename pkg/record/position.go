package record

import (
	"unicode/utf8"

	"khabar/pkg/grapheme"
	"khabar/pkg/span"
)

// positions converts byte spans of one raw text into the units that a record gives.
type positions struct {
	clusters *grapheme.Index
	marks    []mark // Offsets only: rune and UTF-16 counts at every markEvery bytes
	raw      string
}

// mark is how many runes and UTF-16 units end at or before a byte.
type mark struct{ runes, utf16 int }

// markEvery is the distance between two marks; a lookup reads at most that many
// bytes.
const markEvery = 512

func newPositions(raw string, offsets bool) *positions {
	p := &positions{clusters: grapheme.NewIndex(raw), raw: raw}
	if !offsets {
		return p
	}
	var m mark
	next := 0
	for i, r := range raw {
		for i >= next {
			p.marks = append(p.marks, m)
			next += markEvery
		}
		m.runes++
		m.utf16++
		if r > 0xffff {
			m.utf16++
		}
	}
	p.marks = append(p.marks, m)
	return p
}

// at returns the position of the bytes s.
func (p *positions) at(s span.Span) Position {
	c := p.clusters.Range(s)
	out := Position{Span: pair(s), Clusters: Span{c.Start, c.End}}
	if p.marks != nil {
		a, b := p.count(s.Start), p.count(s.End)
		out.Runes = &Span{a.runes, b.runes}
		out.UTF16 = &Span{a.utf16, b.utf16}
	}
	return out
}

// count returns the runes and UTF-16 units before byte i, which starts a rune.
func (p *positions) count(i int) mark {
	k := min(i/markEvery, len(p.marks)-1)
	m := p.marks[k]
	at := k * markEvery
	for at < i && !utf8.RuneStart(p.raw[at]) {
		at++ // the mark was set at the first rune that starts at or after it
	}
	for at < i {
		r, n := utf8.DecodeRuneInString(p.raw[at:])
		m.runes++
		m.utf16++
		if r > 0xffff {
			m.utf16++
		}
		at += n
	}
	return m
}

// pair turns a span into the form that a record prints.
func pair(s span.Span) Span { return Span{s.Start, s.End} }
