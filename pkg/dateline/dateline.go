package dateline

import (
	"strings"
	"unicode/utf8"

	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
	"khabar/pkg/span"
)

// Place is a place name in a dateline. Name is none where the gazetteer lacks it.
type Place struct {
	Span span.Span
	Text string
	Name gazetteer.Name
}

// Found reports whether there is such a place.
func (p Place) Found() bool { return p.Text != "" }

// Dateline is what the opening of a body tells.
type Dateline struct {
	Place    Place     // where the story is told from
	Second   Place     // of two places with a slash, the second (बेरीनाग/पिथौरागढ़)
	District Place     // the district given in brackets or behind a comma
	State    Place     // the state or country given so
	Edition  Place     // HT syndication: the town of the edition, before the inner dateline
	Agency   string    // भाषा, एएनआइ/रायटर, संवाद सूत्र, अमर उजाला: as written
	AgencyAt span.Span // its bytes
	Reporter string
	At       span.Span // the reporter's bytes
	Date     span.Span // 14 अगस्त, 19-10-2024
	Span     span.Span // the whole dateline, closing sign included
	End      int       // where the story starts
	Weak     bool      // a topic or the seat of a desk: any other evidence is better
	Proven   bool      // the place is in the gazetteer, or stands beside an agency, a date or a district
	Rule     string
}

// headBytes is how far a dateline may reach: the longest of them (desk, paper, place,
// district, date, agency) stay under 200 bytes.
const headBytes = 360

// Parse reads the dateline at the start of text, the first paragraph of a body or a line
// that stands before it.
func Parse(text string, gaz *gazetteer.Table, lx *lexicon.Lexicon) (Dateline, bool) {
	start := len(text) - len(strings.TrimLeft(text, " \t\r\n\u00a0\u200b\ufeff"))
	line := text[start:]
	if i := strings.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	whole := true
	if len(line) > headBytes {
		cut := headBytes
		for cut > 0 && !utf8.RuneStart(line[cut]) {
			cut--
		}
		line, whole = line[:cut], false
	}
	d := segment.Plain(line, lx)
	p := &parser{text: text, raw: line, base: start, toks: d.Tokens(), gaz: gaz, lists: words(lx), whole: whole}
	if len(p.toks) == 0 {
		return Dateline{}, false
	}
	dl, ok := p.dateline(0)
	if !ok {
		return Dateline{}, false
	}
	for dl.End < len(text) && strings.IndexByte(" \t\r\n", text[dl.End]) >= 0 {
		dl.End++
	}
	return dl, true
}

// Shift returns d with every position moved by n bytes: from the paragraph's to the raw
// text's.
func (d Dateline) Shift(n int) Dateline {
	move := func(s span.Span) span.Span {
		if s.Empty() {
			return s
		}
		return span.Span{Start: s.Start + n, End: s.End + n}
	}
	for _, p := range []*Place{&d.Place, &d.Second, &d.District, &d.State, &d.Edition} {
		p.Span = move(p.Span)
	}
	d.AgencyAt, d.At, d.Date, d.Span = move(d.AgencyAt), move(d.At), move(d.Date), move(d.Span)
	d.End += n
	return d
}
