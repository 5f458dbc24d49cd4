package moment

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/numeral"
	"khabar/pkg/span"
)

// Date is a calendar expression of the text with what it says.
type Date struct {
	Range document.Range
	Span  span.Span
	// Value is ISO 8601: 2020, 2020-05, 2020-05-18, 2020-05-18T08:00+05:30, or an
	// interval a/b; "" where there is nothing to resolve it against.
	Value    string
	Grain    string // year, month, week, day, hour, minute
	Relative bool   // resolved against the article's date: बुधवार, कल, 3 मई
	Rule     string
}

// Result is what Find read in a document.
type Result struct {
	Dates []Date
	// Claimed are the calendar and clock expressions, the reported and the others (सुबह
	// 9 बजे, 10 तारीख): their digits count nothing. Spans of time (24 घंटे, दो दिन) are
	// numbers and not among them.
	Claimed []document.Range
}

// expr is an expression on its way to a Date.
type expr struct {
	first, end int
	claim      document.Range
	when       when
	relative   bool
	report     bool
	rule       string
	clock      clockRef // the time of day as written, also where its half is not known
}

func (e *expr) claimAll() { e.claim = document.Range{First: e.first, End: e.end} }

type parser struct {
	d          *document.Document
	t          []document.Token
	ref        Reference
	today      point
	start, end int // of the sentence
	tenseFrom  int
	tenseValue tense
	headline   bool
	lastDay    when // the last day written in full, and the token behind it
	lastEnd    int
	yearHint   int // of "2019 में", for the day or month that starts at hintEnd
	hintEnd    int
	days       []point // explicit days read so far, for "28 तक"
	bare       []int   // tokens of such numbers
	numbers    bool    // only what holds a number is wanted

	cached   int // 1 + the token whose numeral is kept: several rules ask for the same
	cachedOK bool
	cachedN  numeral.Numeral
}

// single is numeral.Single, kept for the next rule that asks.
func (p *parser) single(i int) (numeral.Numeral, bool) {
	if p.cached != i+1 {
		p.cached = i + 1
		p.cachedN, p.cachedOK = numeral.Single(p.d, i)
	}
	return p.cachedN, p.cachedOK
}

// Find reads the dates of d, in text order. ref is the article's own date.
func Find(d *document.Document, ref Reference) Result {
	var res Result
	p := parser{ref: ref}
	for _, e := range p.expressions(d, nil) {
		if e.claim.Len() > 0 {
			res.Claimed = append(res.Claimed, e.claim)
		}
		if !e.report {
			continue
		}
		// A second print of a sentence gives nothing new in an article. In text of which
		// nothing is known every print counts.
		if s := d.SentenceOf(e.first); s.Repeat && d.Blocks()[s.Block].Kind != document.Other {
			continue
		}
		r := document.Range{First: e.first, End: e.end}
		res.Dates = append(res.Dates, Date{r, d.SpanOf(r), e.when.String(), e.when.grain, e.relative, e.rule})
	}
	return res
}

// Ranges returns where the calendar and clock expressions of d stand, in text order: what
// Find claims, and the dates that it reports without a claim (पिछले साल). Of those some are
// read only where the day of the text is known; which day it is changes nothing here.
func Ranges(d *document.Document) []document.Range {
	found := Find(d, ReferenceOf("2000-01-01"))
	out := found.Claimed
	for _, x := range found.Dates {
		out = append(out, x.Range)
	}
	slices.SortFunc(out, func(a, b document.Range) int { return cmp.Compare(a.First, b.First) })
	return out
}

// Claims reads the Claimed of Find and nothing else, one document after the other in the
// same memory, for a reader of long streams: no value is worked out. The zero Claims is
// ready; it is not for concurrent use.
type Claims struct {
	p       parser
	found   []expr
	claimed []document.Range
}

// Of returns the claimed ranges of d, a document without a date. The next call writes over
// them.
func (c *Claims) Of(d *document.Document) []document.Range {
	c.p = parser{days: c.p.days[:0], bare: c.p.bare[:0], numbers: true}
	c.found = c.p.expressions(d, c.found[:0])
	c.claimed = c.claimed[:0]
	for i := range c.found {
		if r := c.found[i].claim; r.Len() > 0 {
			c.claimed = append(c.claimed, r)
		}
	}
	return c.claimed
}

// expressions appends to out every calendar and clock expression of d, in text order and
// without overlap.
func (p *parser) expressions(d *document.Document, out []expr) []expr {
	p.d, p.t = d, d.Tokens()
	if p.ref.Known {
		p.today = dayPoint(p.ref.Time.In(IST))
	}
	may := leadWords()
	blocks := d.Blocks()
	for _, s := range d.Sentences() {
		p.start, p.end, p.tenseFrom = s.Tokens.First, s.Tokens.End, -1
		p.headline = blocks[s.Block].Kind == document.Headline
		for i := p.start; i < p.end; {
			if k := p.t[i].Kind; k == document.Punct || k == document.Word && !may.May(p.t[i].Word) {
				i++
				continue
			}
			if p.numbers && p.t[i].Kind == document.Word && !p.numberNear(i) {
				i++
				continue
			}
			if e, ok := p.at(i); ok && e.end > i {
				out = append(out, e)
				i = e.end
				continue
			}
			if t := &p.t[i]; t.Kind == document.Number && len(t.Key) <= 2 && p.key(i+1) == "तक" {
				p.bare = append(p.bare, i)
			}
			i++
		}
	}
	return p.dayNumbers(out)
}

// numberNear reports whether a number stands at token i or as near behind it as any does
// behind the first word of an expression: अगले महीने की आगामी 5 तारीख.
func (p *parser) numberNear(i int) bool {
	for j := i; j < min(i+8, p.end); j++ {
		if t := &p.t[j]; t.Kind == document.Number || t.Class.Has(lexicon.Numeral) {
			return true
		}
	}
	return false
}

// hinted reports whether a year stands before token i, with में or a comma between.
//
// A place may stand between them too: 2001 में इस इलाके में 26 जनवरी को.
func (p *parser) hinted(i int) bool {
	if p.yearHint == 0 || p.hintEnd > i || p.hintEnd < i-4 || p.hintEnd < p.start {
		return false
	}
	if p.hintEnd == i {
		return true
	}
	for j := p.hintEnd; j < i; j++ {
		if k := p.t[j].Key; p.t[j].Kind != document.Word || k == "ने" || pastWords[k] || strings.HasSuffix(k, "ने") && k != "ने" {
			return false
		}
	}
	switch p.key(p.hintEnd) {
	case "इस", "इसी", "उस", "उसी", "यहां":
	default:
		if i != p.hintEnd+2 { // in 2001 मध्य गुजरात में it may be anything else
			return false
		}
	}
	return p.key(i-1) == "में" && p.key(p.hintEnd-1) == "में"
}

// key returns the key of token i of the sentence, "" outside it.
func (p *parser) key(i int) string {
	if i < p.start || i >= p.end {
		return ""
	}
	return p.t[i].Key
}

func (p *parser) word(i int) word {
	if i < p.start || i >= p.end || p.t[i].Kind != document.Word {
		return word{}
	}
	return senses.Of(p.t[i].Word)
}

func (p *parser) is(i int, s sense) bool { return p.word(i).sense == s }

// glued reports whether token i follows token i-1 with no space between.
func (p *parser) glued(i int) bool { return i > p.start && i < p.end && !p.t[i].Space }

// at reads the expression that starts at token i.
func (p *parser) at(i int) (expr, bool) {
	t := &p.t[i]
	switch t.Kind {
	case document.Punct:
		return expr{}, false
	case document.Number:
		return p.numberAt(i)
	}
	w := senses.Of(t.Word)
	switch w.sense {
	case noSense:
		if t.Class.Has(lexicon.Numeral) {
			return p.numberAt(i)
		}
		if f, ok := p.festival(i); ok {
			return f, true
		}
		if t.Key == "आने" && p.key(i+1) == "वाले" {
			if e, ok := p.dayExpr(i); ok {
				return e, true
			}
			return p.detPeriod(i)
		}
	case monthWord:
		if e, ok := p.dayExpr(i); ok {
			return e, true
		}
		return p.monthExpr(i)
	case weekdayWord, dayWord:
		return p.dayExpr(i)
	case detPast, detThis, detNext:
		if e, ok := p.dayExpr(i); ok {
			return e, true
		}
		return p.detPeriod(i)
	case every: // हर सोमवार, हर साल अप्रैल: no day of the calendar
		if x := p.word(i + 1); x.sense == weekdayWord || x.sense == unitWord || x.sense == yearMark {
			e := expr{first: i, end: i + 2}
			if p.is(e.end, monthWord) {
				e.end++
			}
			if k := p.key(e.end); x.sense == unitWord && (k == "के" || k == "का") { // हर महीने के दूसरे और चौथे शनिवार
				j := e.end + 1
				for {
					_, next, ok := p.nth(j)
					if !ok {
						break
					}
					if j = next; p.is(j, weekdayWord) {
						e.end = j + 1
						break
					}
					if k := p.key(j); k == "और" || k == "व" || k == "," {
						j++
					}
				}
			}
			if x.sense == weekdayWord {
				e.claimAll()
			}
			return e, true
		}
	case partWord, late, approx:
		return p.clockExpr(i)
	case unitWord:
		if w.n == int8(day) && (p.key(i+1) == "के" || p.key(i+1) == "में") {
			return p.clockExpr(i)
		}
	case yearMark, fiscal:
		return p.yearExpr(i)
	}
	return expr{}, false
}

// plainNumber reports whether no expression can start with the number at token i, digits
// or a number word, as is so for most: what stands right behind it is no word of the
// calendar or the clock, no numeral, no conjunction or case marker of a list or a range
// (7,773 मरीज, दो लोग, 40 %, 332।), or such a word and then none (1000 से ज्यादा). Four digits
// may be a year by what stands before them, and 18.05.2020 is a date by itself.
func (p *parser) plainNumber(i int) bool {
	t := &p.t[i]
	n := 2 // as 5 or पांच
	if t.Kind == document.Number {
		n = len(t.Key)
		if n == 4 || n >= 5 && strings.Count(t.Key, ".") == 2 || n == 3 && p.inEra(i) {
			return false
		}
	}
	if i+1 >= p.end {
		return true
	}
	next := &p.t[i+1]
	if next.Kind == document.Word {
		follow := followWords()
		if !follow.May(next.Word) {
			return true
		}
		switch next.Key {
		case "से", "और", "का", "के", "की", "में":
			return i+2 < p.end && p.t[i+2].Kind == document.Word && !follow.May(p.t[i+2].Word) && (next.Key != "से" || i > p.start) // 25 से खुलेंगे
		}
		return false
	}
	if next.Kind != document.Punct {
		return false
	}
	switch next.Key {
	case "%", "।", ")", "”", "’", "?", "!", ";", "|":
		return true
	case ",": // 5, 12 और 19 मई; but 40, जिनमें
		return n > 2 || i+2 >= p.end || p.t[i+2].Kind == document.Punct || p.t[i+2].Kind == document.Word && !p.t[i+2].Class.Has(lexicon.Numeral)
	}
	return false
}

// numberAt reads the expressions that start with a number.
func (p *parser) numberAt(i int) (expr, bool) {
	if p.plainNumber(i) {
		return expr{}, false
	}
	return p.numberRules(i)
}

func (p *parser) numberRules(i int) (expr, bool) {
	if k := p.t[i].Key; (k == "26" || k == "9") && p.key(i+1) == "/" && p.key(i+2) == "11" && p.glued(i+1) && p.glued(i+2) && !p.chained(i, i+3) {
		e := expr{first: i, end: i + 3, rule: "date/event"} // the attacks of 26/11 and 9/11: names
		e.claimAll()
		return e, true
	}
	if e, ok := p.otherEra(i); ok {
		return e, true
	}
	if e, ok := p.dayExpr(i); ok {
		return e, true
	}
	if e, ok := p.yearRow(i); ok {
		return e, true
	}
	if e, ok := p.appointment(i); ok {
		return e, true
	}
	if e, ok := p.clockExpr(i); ok {
		return e, true
	}
	if e, ok := p.eraExpr(i); ok {
		return e, true
	}
	if e, ok := p.yearExpr(i); ok {
		return e, true
	}
	return p.ago(i)
}

// otherEra reads the years of other eras, 3000 ईसा पूर्व and विक्रम संवत 2078: claimed, and no
// years of the contract.
func (p *parser) otherEra(i int) (expr, bool) {
	e := expr{first: i, rule: "date/other-era"}
	switch {
	case p.key(i+1) == "ईसा" && p.key(i+2) == "पूर्व":
		e.end = i + 3
	case p.key(i+1) == "ई" && p.key(i+2) == "." && p.key(i+3) == "पू":
		e.end = i + 4
	case p.t[i].Kind == document.Number && (len(p.t[i].Key) == 4 || len(p.t[i].Key) == 3) && p.inEra(i):
		e.end = i + 1
	default:
		return e, false
	}
	e.claimAll()
	return e, true
}

// inEra reports whether the name of another era stands before token i: शक-1942.
func (p *parser) inEra(i int) bool {
	i--
	if k := p.key(i); k == "-" || k == "–" {
		i--
	}
	return eras[p.key(i)]
}

var eras = setOf("संवत संवत् शक शाके हिजरी युगाब्द")

// integer reads a small whole number at token i, digits or words.
func (p *parser) integer(i, lo, hi int) (n, next int, ok bool) {
	if i < p.start || i >= p.end {
		return 0, 0, false
	}
	t := &p.t[i]
	switch t.Kind {
	case document.Number:
		if len(t.Key) > 4 {
			return 0, 0, false
		}
		for _, c := range []byte(t.Key) {
			if c < '0' || c > '9' {
				return 0, 0, false
			}
			n = n*10 + int(c-'0')
		}
		return n, i + 1, n >= lo && n <= hi
	case document.Word:
		if !t.Class.Has(lexicon.Numeral) {
			return 0, 0, false
		}
		x, ok := p.single(i)
		if !ok || x.Form != numeral.Cardinal || x.Scaled || x.Value != float64(int(x.Value)) || x.Range.End > p.end {
			return 0, 0, false
		}
		n = int(x.Value)
		return n, x.Range.End, n >= lo && n <= hi
	}
	return 0, 0, false
}

// digits returns the value of a token of exactly n ASCII digits.
func (p *parser) digits(i, n int) (int, bool) {
	if i < p.start || i >= p.end || p.t[i].Kind != document.Number || len(p.t[i].Key) != n {
		return 0, false
	}
	v := 0
	for _, c := range []byte(p.t[i].Key) {
		if c < '0' || c > '9' {
			return 0, false
		}
		v = v*10 + int(c-'0')
	}
	return v, true
}

// weekday returns the weekday of a day.
func (p point) weekday() int { return int(p.time().Weekday()) }

// distance is the number of days from a to b.
func distance(a, b point) int {
	return int(b.time().Truncate(time.Hour).Sub(a.time().Truncate(time.Hour)).Hours()) / 24
}
