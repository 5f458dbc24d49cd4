package moment

import (
	"strconv"
	"sync"

	"khabar/pkg/lexicon"
)

// feast is a day of the year that has a name.
type feast struct{ month, day int }

var feasts = sync.OnceValue(func() *lexicon.Phrases[feast] {
	p := &lexicon.Phrases[feast]{}
	for _, r := range lexicon.Rows("festivals") {
		m, _ := strconv.Atoi(r.Field(2))
		d, _ := strconv.Atoi(r.Field(3))
		if !validDay(0, m, d) {
			panic("moment: festivals.tsv: " + r.Field(0))
		}
		p.Add(r.Field(0), feast{m, d})
		for _, v := range r.List(1) {
			p.Add(v, feast{m, d})
		}
	}
	return p
})

// festival reads a day that is known by its name, where the text uses it as a time:
//
//	दिवस := नाम (पर|को|तक|के दिन|के मौके पर|के अवसर पर)    "गणतंत्र दिवस पर", "2010 के पृथ्वी दिवस पर"
//
// Elsewhere the name is that of an event or a ceremony (स्वतंत्रता दिवस समारोह की तैयारी).
func (p *parser) festival(i int) (expr, bool) {
	f, end, ok := p.feastAt(i)
	if !ok {
		return expr{}, false
	}
	e := expr{first: i, end: end, report: true, relative: true, rule: "date/festival"}
	r := dayRef{first: i, end: end, m: f.month, d: f.day}
	tn := p.tense(end)
	e.when = p.resolve(&r, tn)
	return e, true
}

// feastAt reads the name of a day at token i that stands as a time.
func (p *parser) feastAt(i int) (f feast, end int, ok bool) {
	table := feasts()
	if i >= p.end || !table.StartsWith(p.t[i].Word) {
		return f, i, false
	}
	n, f := table.Longest(func(k int) string { return p.key(i + k) })
	if n == 0 {
		return f, i, false
	}
	end = i + n
	switch p.key(end) {
	case "पर", "को", "तक":
		return f, end, true
	case "के":
		switch p.key(end + 1) {
		case "दिन", "मौके", "अवसर", "उपलक्ष्य", "मौक़े":
			return f, end, true
		}
	}
	return f, i, false
}
