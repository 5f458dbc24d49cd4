package number

import (
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/numeral"
	"khabar/pkg/span"
	"slices"
)

// The kinds of number.
const (
	Count    = "count"
	Money    = "money"
	Percent  = "percent"
	Measure  = "measure"
	Age      = "age"
	Ordinal  = "ordinal"
	Score    = "score"
	Fraction = "fraction"
	Multiple = "multiple"
)

// Number is a quantity of the text.
type Number struct {
	Range     document.Range // the numeral, with its scale and range, without unit and qualifier
	Span      span.Span
	Value     *float64 // nil where indefinite
	Max       *float64 // upper end of a range, second half of a score
	Unit      string   // normalised; "" where not found
	UnitSpan  span.Span
	Kind      string
	Qualifier string // about over under at_least at_most indefinite, or ""
	Rule      string
}

// Find returns the quantities of d in text order. claimed holds the tokens that are
// dates and clock times, in text order; no number is read in them. A sentence that is
// a second print (Sentence.Repeat) is left out, except in plain text (blocks of kind
// Other).
func Find(d *document.Document, claimed []document.Range) []Number {
	return new(Finder).Find(d, claimed)
}

// Finder finds the quantities of one document after the other in the same memory, for a
// reader of long streams. The zero Finder is ready; it is not for concurrent use.
type Finder struct {
	f   finder
	out []Number
}

// Find is the function Find. The next call writes over its result.
func (x *Finder) Find(d *document.Document, claimed []document.Range) []Number {
	f := &x.f
	infos := slices.Grow(f.infos[:0], d.Len())[:d.Len()]
	clear(infos)
	*f = finder{d: d, t: d.Tokens(), tab: table(), claimed: claimed, infos: infos, cands: f.cands[:0]}
	out := slices.Grow(x.out[:0], d.Len()/20)
	for i := range d.Sentences() {
		s := &d.Sentences()[i]
		if s.Repeat && d.Blocks()[s.Block].Kind != document.Other {
			continue
		}
		f.at, f.newBlock = i, i == 0 || d.Sentences()[i-1].Block != s.Block
		out = f.sentence(s, out)
	}
	x.out = out
	return out
}

// finder reads one document.
type finder struct {
	d       *document.Document
	t       []document.Token
	tab     *tables
	claimed []document.Range
	next    int // first claimed range that may still matter

	at         int // index of the sentence
	first, end int // its tokens
	newBlock   bool
	rowAt      int // the last row of a table, and the sentence with its heads
	rowHead    int
	runs       bool // a run of tabs parts two cells
	many       bool // the number whose noun is looked for asks for a plural
	market     int8 // whether the sentence speaks of the share market: 0 not known yet, 1 yes, -1 no
	sport      int8
	cands      []candidate
	infos      []*info  // what the tables know of each token, nil: not looked up yet
	last       resolved // unit of the last count before this sentence
	lastFrom   int      // the token it was counted at
	person     string   // unit of the last count of persons before this sentence
	personFrom int      // the token it was counted at
}

// resolved is a unit that a later number without noun may take over.
type resolved struct {
	unit string
	kind string
	ok   bool
}

// candidate is a number of the sentence before its unit is settled.
type candidate struct {
	num        numeral.Numeral
	first, end int // tokens of the number
	tail       int // token after number, qualifier and unit
	unit       string
	unitRange  document.Range
	kind       string
	qualifier  string
	conf       int8 // 0 no unit, 1 guess, 2 sure
	noUnit     bool // must not inherit a unit
	article    bool // एक: counts only where contrasted
	bracket    bool
	rule       string
	pair       *float64 // second half of a score
	neg        bool
}

func (f *finder) key(i int) string {
	if i < f.first || i >= f.end {
		return ""
	}
	return f.t[i].Key
}

// sentence appends the numbers of s.
func (f *finder) sentence(s *document.Sentence, out []Number) []Number {
	f.first, f.end = s.Tokens.First, s.Tokens.End
	f.market, f.sport = 0, 0
	f.cands = f.cands[:0]
	for i := f.first; i < f.end; {
		if c, ok := f.claimedAt(i); ok {
			i = max(c.End, i+1)
			continue
		}
		t := &f.t[i]
		switch t.Kind {
		case document.Punct:
			i++
			continue
		case document.Word:
			if !t.Class.Has(lexicon.Numeral) {
				i++
				continue
			}
		}
		i = max(f.read(i), i+1)
	}
	if len(f.cands) == 0 {
		return out
	}
	f.settle()
	f.rows()
	return f.emit(out)
}

// claimedAt returns the claimed range that holds token i. Calls come in text order.
func (f *finder) claimedAt(i int) (document.Range, bool) {
	for f.next < len(f.claimed) && f.claimed[f.next].End <= i {
		f.next++
	}
	if f.next < len(f.claimed) && f.claimed[f.next].First <= i {
		return f.claimed[f.next], true
	}
	return document.Range{}, false
}

// limit returns the first claimed token at or after i, or the end of the sentence.
func (f *finder) limit(i int) int {
	for k := f.next; k < len(f.claimed); k++ {
		if c := f.claimed[k]; c.First >= i {
			return min(c.First, f.end)
		}
	}
	return f.end
}

// read reads the number at token i, adds a candidate where it is one, and returns the
// token to go on from.
func (f *finder) read(i int) int {
	if end, ok := f.score(i); ok {
		return end
	}
	n, ok := numeral.At(f.d, i)
	if ok && n.Range.End > f.limit(i) {
		n, ok = numeral.Single(f.d, i)
		ok = ok && n.Range.End <= f.limit(i)
	}
	if ok && n.HasMax && n.Digits && f.apart(i, &n) {
		n, ok = numeral.Single(f.d, i)
	}
	if !ok {
		return f.skipDigits(i)
	}
	if end, not := f.notNumber(i, &n); not {
		return end
	}
	c := candidate{num: n, first: i, end: n.Range.End, tail: n.Range.End, rule: n.Rule}
	if !f.classify(&c) {
		return c.end
	}
	if w := f.key(i); (w == "चौथाई" || w == "तिहाई") && (c.conf < 2 || c.unitRange.First != c.end) {
		return c.end // only चौथाई प्रतिशत, तिहाई हिस्सा
	}
	f.cands = append(f.cands, c)
	return max(c.end, c.tail)
}

// apart reports whether a range of digits with a dash between spaces is two columns of a
// table: चीन - 3169 - 80,778.
func (f *finder) apart(i int, n *numeral.Numeral) bool {
	d := i + 1
	if d >= f.end || f.t[d].Kind != document.Punct || !f.t[d].Space || !f.t[min(d+1, f.end-1)].Space {
		return false
	}
	return n.Max > 10*n.Value || i-1 > f.first && f.t[i-1].Key == f.t[d].Key && f.t[i].Space
}

// skipDigits passes a digit token that is no numeral, with all that is glued to it.
func (f *finder) skipDigits(i int) int {
	j := i + 1
	if f.t[i].Kind != document.Number {
		return j
	}
	for j < f.end && !f.t[j].Space && (f.t[j].Kind == document.Number || f.key(j) == "-" || f.key(j) == "/" || f.key(j) == ":") {
		j++
	}
	return j
}

// emit appends the candidates that stand, as numbers.
func (f *finder) emit(out []Number) []Number {
	for i := range f.cands {
		c := &f.cands[i]
		if c.kind == "" {
			continue
		}
		r := document.Range{First: c.first, End: c.end}
		n := Number{Range: r, Span: f.d.SpanOf(r), Unit: c.unit, UnitSpan: f.d.SpanOf(c.unitRange), Kind: c.kind, Qualifier: c.qualifier, Rule: c.rule}
		if c.num.Form != numeral.Indefinite {
			v := c.num.Value
			if c.neg {
				v = -v
			}
			n.Value = &v
			if c.num.HasMax {
				m := c.num.Max
				n.Max = &m
			}
		}
		if c.pair != nil {
			n.Max = c.pair
		}
		out = append(out, n)
		if c.unit != "" && (c.kind == Count || c.kind == Fraction) && c.unit != "बार" {
			f.last, f.lastFrom = resolved{c.unit, Count, true}, c.first
			if c.unitRange.End > c.unitRange.First && f.nounClass(c.unitRange.End-1) == person {
				f.person, f.personFrom = c.unit, c.first
			}
		}
	}
	return out
}

// info is what the tables know of one word.
type info struct {
	flags  roles
	listed bool
	noun   noun
	starts opener
}

// opener is a set of tables that have an entry which starts with the word.
type opener uint8

const (
	opensUnit opener = 1 << iota
	opensCompound
	opensIdiom
	opensAfter
	opensNumeral
)

var nothing = new(info)

// info returns what the tables know of token i.
func (f *finder) info(i int) *info {
	if i < f.first || i >= f.end {
		return nothing
	}
	var x *info
	if f.infos != nil {
		x = f.infos[i]
	}
	if x == nil {
		if x = f.tab.infos.Of(f.t[i].Word); x == nil {
			x = nothing
		}
		if f.infos != nil {
			f.infos[i] = x
		}
	}
	return x
}

func (f *finder) flags(i int) roles { return f.info(i).flags }

// nounOf returns the listed noun of which token i is a form.
func (f *finder) nounOf(i int) (noun, bool) {
	x := f.info(i)
	return x.noun, x.listed
}

func (f *finder) nounIs(i int) noun { return f.info(i).noun }

// unitOf returns the unit whose words start at token i.
func (f *finder) unitOf(i int) (unit, int, bool) {
	if f.info(i).starts&opensUnit == 0 {
		return unit{}, i, false
	}
	return forward(f, &f.tab.units, i)
}

// compoundOf returns the noun of several words that starts at token i.
func (f *finder) compoundOf(i int) (noun, int, bool) {
	if f.info(i).starts&opensCompound == 0 {
		return noun{}, i, false
	}
	return forward(f, &f.tab.compound, i)
}

// idiomAt returns the token after the idiom that starts at token i.
func (f *finder) idiomAt(i int) (bool, int, bool) {
	if f.info(i).starts&opensIdiom == 0 {
		return false, i, false
	}
	return forward(f, &f.tab.idioms, i)
}

// afterAt returns the token after the words behind a number that make it a name or a
// clock time.
func (f *finder) afterAt(i int) (bool, int, bool) {
	if f.info(i).starts&opensAfter == 0 {
		return false, i, false
	}
	return forward(f, &f.tab.after, i)
}
