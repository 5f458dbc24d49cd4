package number

import (
	"khabar/pkg/document"
	"khabar/pkg/numeral"
	"khabar/pkg/span"
)

// Find reads news. Some texts are read otherwise: a column of figures, answers to a form,
// instructions to a program. Figures, Limits and Places are the readings of such texts.

// Figure is a number by itself, with nothing counted.
type Figure struct {
	Span  span.Span
	Value float64
}

// Figures returns every number of d as people say and calculate it, what it counts or
// names left aside: माइनस पांच, तीन सौ और 21, 2 1/4, 10k, 1e10, पांच में से दो
// (numeral.Expression says which forms).
func Figures(d *document.Document) []Figure {
	var out []Figure
	for i := 0; i < d.Len(); {
		n, ok := numeral.Expression(d, i)
		if !ok {
			i++
			continue
		}
		out = append(out, Figure{n.Span, n.Value})
		i = n.Range.End
	}
	return out
}

// Limits returns the intervals that phrases of d name, in text order.
func Limits(d *document.Document) []Bounds {
	var out []Bounds
	for i := 0; i < d.Len(); {
		b, ok := boundsAt(d, i)
		if !ok {
			i++
			continue
		}
		out = append(out, b)
		i = b.Range.End
	}
	return out
}

// Place is a place in a row: the second, the last, the one before the last, the next.
type Place struct {
	Span     span.Span
	Value    float64 // 2 of the start; 0 of the end is the last, -1 the one before it; 1 of the current is the next
	From     string  // start, end or current
	Unit     string  // what stands in the row, "" where not found
	UnitSpan span.Span
}

// Places returns the ordinals of d in text order: the absolute ones (दूसरे चरण), also
// those that name something and that Find leaves alone (प्रथम श्रेणी, थर्ड पर्सन), and the
// relative ones (अंतिम चरण, आखिरी से दूसरा, अगली बैठक). The adverb पहले and दूसरे in the sense
// of other are none. claimed is as in Find: पिछले साल is a date.
func Places(d *document.Document, claimed []document.Range) []Place {
	var out []Place
	counted := false // a number stands before the token: 9.8 सेकंड
	f := finder{d: d, t: d.Tokens(), tab: table(), claimed: claimed}
	found := Find(d, claimed)
	for i := 0; i < d.Len(); {
		for len(found) > 0 && (found[0].Kind != Ordinal || found[0].Range.End <= i) {
			found = found[1:]
		}
		if len(found) > 0 && found[0].Range.First <= i {
			n := found[0]
			out = append(out, Place{Span: n.Span, Value: *n.Value, From: "start", Unit: n.Unit, UnitSpan: n.UnitSpan})
			i = n.Range.End
			continue
		}
		if c, ok := f.claimedAt(i); ok {
			i = max(c.End, i+1)
			continue
		}
		var p Place
		var end int
		if r, ok := numeral.RelativeAt(d, i); ok {
			p, end = Place{Span: d.SpanOf(r.Range), Value: float64(r.Offset), From: r.Anchor}, r.Range.End
		} else if n, ok := numeral.Single(d, i); ok && n.Form == numeral.Ordinal && !adverbs[d.Key(i)] {
			p, end = Place{Span: n.Span, Value: n.Value, From: "start"}, n.Range.End
		} else if k := d.Key(i); (k == "सेकेंड" || k == "सेकंड") && !counted {
			p, end = Place{Span: d.Tokens()[i].Span, Value: 2, From: "start"}, i+1
		} else {
			counted = ok || d.Tokens()[i].Kind == document.Number || numeral.Starts(k)
			i++
			continue
		}
		s := d.SentenceOf(i)
		f.first, f.end = s.Tokens.First, s.Tokens.End
		if name, _, at, sure := f.phrase(end, false); sure > 0 {
			p.Unit, p.UnitSpan = name, d.SpanOf(at)
		} else if d.Key(i) == "सेकेंड" || d.Key(i) == "सेकंड" { // सेकेंड लिस्ट; a bare one is the time
			i = end
			continue
		}
		out = append(out, p)
		i = end
	}
	return out
}

// adverbs are the ordinals that are mostly none: पहले is before, दूसरा another.
var adverbs = set(`पहले दूसरा दूसरी दूसरे दुसरा दुसरी दुसरे`)
