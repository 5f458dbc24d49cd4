package numeral

import (
	"math"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/lexicon/numberword"
	"khabar/pkg/span"
)

// Form is the grammatical form of a numeral.
type Form uint8

// The forms.
const (
	Cardinal   Form = iota // तीन, 7,773, साढ़े तीन लाख, दो दर्जन
	Ordinal                // दूसरे, 5वीं, पच्चीसवां
	Fraction               // आधा, दो तिहाई, 3/4
	Multiple               // दोगुना, डेढ़ गुना
	Indefinite             // दर्जनों, हजारों, कई सौ: no value
)

// Numeral is a numeral of the text.
type Numeral struct {
	Range  document.Range
	Span   span.Span
	Value  float64
	Max    float64 // upper end of a range (दो-चार, 10 से 12), where HasMax
	HasMax bool
	Form   Form

	Digits       bool // written in digits alone, without scale: 10, 7,773, 10-12
	Scaled       bool // has a scale or a collective: 5 हजार, दो दर्जन
	Approx       bool // दर्जन भर
	Distributive bool // दो-दो, 50-50 हजार: the value for each
	English      bool // has an English word: फिफ्टी, टेन
	Rule         string
}

// At returns the longest numeral that starts at token i of d, ranges included.
func At(d *document.Document, i int) (Numeral, bool) {
	p := parser{d: d, t: d.Tokens()}
	if i < 0 || i >= len(p.t) {
		return Numeral{}, false
	}
	switch p.t[i].Kind {
	case document.Punct:
		return Numeral{}, false
	case document.Word:
		if lookup(p.t[i].Word).Role == numberword.None {
			return Numeral{}, false
		}
	}
	p.end = d.SentenceOf(i).Tokens.End
	return p.at(i)
}

// Single is At without ranges and pairs: of 10 से 12 मई it reads 10.
func Single(d *document.Document, i int) (Numeral, bool) {
	p := parser{d: d, t: d.Tokens()}
	if i < 0 || i >= len(p.t) || p.t[i].Kind == document.Punct {
		return Numeral{}, false
	}
	p.end = d.SentenceOf(i).Tokens.End
	f, n, ok := p.single(i)
	if !ok {
		return Numeral{}, false
	}
	return p.finish(i, f, n), true
}

// Starts reports whether the folded word key can start a numeral. It needs no document and
// is meant for a quick look before analysing a text; a token says it by its class,
// lexicon.Numeral.
func Starts(key string) bool { return lookup(devanagari.WordOf(key)).Opens() }

// Words calls yield with every folded word that Starts, in no order: a package that
// looks for numerals in every token can put them into a filter of its own.
func Words(yield func(key string) bool) {
	for k := range words {
		if Starts(k) && !yield(k) {
			return
		}
	}
}

// Known calls yield with every folded word that can be part of a numeral, those that start
// none included (तिहाई, गुना), in no order.
func Known(yield func(key string) bool) {
	for k := range words {
		if !yield(k) {
			return
		}
	}
}

func (p *parser) at(i int) (Numeral, bool) {
	f, n, ok := p.lone(i)
	if ok {
		return p.finish(i, f, n), true
	}
	if f, n, ok = p.grow(i); !ok {
		return Numeral{}, false
	}
	if n.Form == Cardinal {
		if f2, n2, ok := p.pair(i, f, n); ok {
			f, n = f2, n2
		}
		// गुना behind a number or a range: तीन गुना, दो-तीन गुना
		if e := p.word(f.end); e.Role == numberword.Times && !f.ord {
			f.end++
			n.Form, n.Rule = Multiple, "number/multiple"
		}
	}
	return p.finish(i, f, n), true
}

// finish sets the range and span.
func (p *parser) finish(i int, f figure, n Numeral) Numeral {
	n.Range = document.Range{First: i, End: f.end}
	n.Span = p.d.SpanOf(n.Range)
	return n
}

// alone reports whether nothing behind token i can go on with a numeral that starts there,
// as is so for most: 7,773 मरीज, दो लोग, 40%, 1000 से ज्यादा.
func (p *parser) alone(i int) bool {
	if i+1 >= p.end {
		return true
	}
	switch next := &p.t[i+1]; next.Kind {
	case document.Word:
		if !further.May(next.Word) {
			return true
		}
		if next.Key == "से" && i+2 < p.end {
			to := &p.t[i+2]
			return to.Kind == document.Word && !to.Class.Has(lexicon.Numeral) && to.Key != "लेकर" && to.Key != "ले"
		}
	case document.Punct:
		switch next.Key {
		case "%", "।", ")", "(", ".", ":":
			return true
		}
	}
	return false
}

// lone reads a numeral of one token behind which none goes on (alone), digits or a word
// for 0 to 99; false where there is another or none.
func (p *parser) lone(i int) (f figure, n Numeral, ok bool) {
	if i >= p.end || !p.alone(i) {
		return f, n, false
	}
	t := &p.t[i]
	if t.Kind == document.Number {
		v, ok := digits(t.Key)
		f = figure{value: v, end: i + 1, mult: whole(1), plain: true, terms: 1, lead: v, digit: true}
		return f, Numeral{Value: v.value(), Form: Cardinal, Digits: true, Rule: "number/digits"}, ok
	}
	e := lookup(t.Word)
	if e.Role != numberword.Atom || e.Ord {
		return f, n, false
	}
	v := whole(e.Value)
	f = figure{value: v, end: i + 1, mult: whole(1), plain: true, terms: 1, lead: v, eng: e.English}
	return f, Numeral{Value: e.Value, Form: Cardinal, English: e.English, Rule: "number/word"}, true
}

// single reads one numeral without pairs.
func (p *parser) single(i int) (f figure, n Numeral, ok bool) {
	if f, n, ok = p.lone(i); ok {
		return f, n, true
	}
	return p.grow(i)
}

// grow is single for a numeral of any length. What lone reads it reads the same.
func (p *parser) grow(i int) (f figure, n Numeral, ok bool) {
	e := p.word(i)
	switch e.Role {
	case numberword.Ordinal:
		f.end = i + 1
		return f, Numeral{Value: e.Value, Form: Ordinal, English: e.English, Rule: "number/ordinal"}, true
	case numberword.Multiple:
		f.end = i + 1
		return f, Numeral{Value: e.Value, Form: Multiple, Rule: "number/multiple"}, true
	case numberword.Part: // तिहाई = 1/3
		f.end = i + 1
		return f, Numeral{Value: 1 / e.Value, Form: Fraction, Rule: "number/fraction"}, true
	case numberword.Times:
		return f, n, false
	case numberword.Indefinite: // हजारों, सैकड़ों-हजारों, हजारों करोड़
		f.end = i + 1
		if p.hyphen(f.end) && p.word(f.end+1).Role == numberword.Indefinite {
			f.end += 2
		}
		for s := p.word(f.end); s.Role == numberword.Scale && !s.Ord; s = p.word(f.end) {
			f.end++
		}
		return f, Numeral{Form: Indefinite, Scaled: true, Rule: "number/indefinite"}, true
	case numberword.Vague: // कई हजार, कई दर्जन
		j := i + 1
		for s := p.word(j); (s.Role == numberword.Scale || s.Role == numberword.Bunch) && !s.Ord && !p.arab(j); s = p.word(j) {
			j++
		}
		if j == i+1 {
			return f, n, false
		}
		f.end = j
		return f, Numeral{Form: Indefinite, Scaled: true, Rule: "number/indefinite"}, true
	case numberword.Half:
		if s := p.word(i + 1); s.Role != numberword.Scale && s.Role != numberword.Bunch {
			f.end = i + 1
			return f, Numeral{Value: e.Value, Form: Fraction, Rule: "number/fraction"}, true
		}
	}
	f, ok = p.cardinal(i)
	if !ok {
		return f, n, false
	}
	n = Numeral{Value: f.value.value(), Form: Cardinal, Digits: f.digit && !f.scaled, Scaled: f.scaled, Approx: f.approx, English: f.eng, Rule: rule(&f)}
	if f.ord {
		n.Form, n.Rule = Ordinal, "number/ordinal"
		return f, n, true
	}
	if q, ok := p.ordinalSuffix(&f); ok {
		f.end, f.ord = q, true
		n.Form, n.Rule = Ordinal, "number/ordinal-digits"
		return f, n, true
	}
	// थर्टी थर्ड
	if o := p.word(f.end); o.Role == numberword.Ordinal && o.English && f.eng && f.terms == 1 && n.Value >= 20 && o.Value < 10 {
		f.end++
		f.ord = true
		n.Value, n.Form, n.Rule = n.Value+o.Value, Ordinal, "number/ordinal"
		return f, n, true
	}
	// 10 1/2
	if n.Digits && n.Value == float64(int(n.Value)) && f.end+2 < p.end && p.t[f.end].Kind == document.Number && p.key(f.end+1) == "/" && p.t[f.end].Space {
		if g, ok := p.cardinal(f.end); ok {
			if v, end, ok := p.ratio(&g); ok && v < 1 && len(p.t[end-1].Key) <= 2 && len(p.t[end-3].Key) == 1 {
				f.end = end
				f.value = decimal{n.Value*1000 + math.Round(v*1000), -3}
				n.Value += v
				return f, n, true
			}
		}
	}
	// भाग: एक तिहाई, दो-तिहाई, तीन चौथाई
	j := f.end
	if p.hyphen(j) {
		j++
	}
	if s := p.word(j); s.Role == numberword.Part && f.terms == 1 && !f.scaled {
		f.end = j + 1
		n.Value, n.Form, n.Rule = n.Value/s.Value, Fraction, "number/fraction"
		return f, n, true
	}
	// 3/4, तीन बटा चार
	if v, end, ok := p.ratio(&f); ok {
		f.end = end
		n.Value, n.Form, n.Rule = v, Fraction, "number/fraction-ratio"
	}
	return f, n, true
}

func rule(f *figure) string {
	switch {
	case f.scaled && f.scale == 0:
		return "number/dozen"
	case f.scaled:
		return "number/scale"
	case f.digit:
		return "number/digits"
	}
	return "number/word"
}

// ordinalSuffix reads वां वीं वें … behind digits: 5वीं, 19 वां, 10th.
func (p *parser) ordinalSuffix(f *figure) (end int, ok bool) {
	if !f.digit || f.scaled || f.end >= p.end {
		return 0, false
	}
	j := f.end
	if p.hyphen(j) && j+1 < p.end && !p.t[j].Space && !p.t[j+1].Space { // 19-वां
		j++
	}
	apart, known := digitSuffixes[p.t[j].Key]
	if !known || p.t[j].Space && !apart {
		return 0, false
	}
	return j + 1, true
}

// ratio reads "/ M" or "बटा M" behind a number: 1/3, तीन बटा चार.
func (p *parser) ratio(f *figure) (v float64, end int, ok bool) {
	j := f.end
	switch p.key(j) {
	case "/":
		if f.scaled || !f.digit || j+1 >= p.end || p.t[j].Space || p.t[j+1].Space || p.t[j+1].Kind != document.Number {
			return 0, 0, false
		}
		den, ok := digits(p.t[j+1].Key)
		if !ok || den.value() == 0 || p.key(j+2) == "/" && !p.t[j+2].Space {
			return 0, 0, false
		}
		return f.value.value() / den.value(), j + 2, true
	case "बटा", "बटे", "बाय":
		g, ok := p.cardinal(j + 1)
		if !ok || g.value.value() == 0 || g.ord {
			return 0, 0, false
		}
		return f.value.value() / g.value.value(), g.end, true
	}
	return 0, 0, false
}

// pair reads what makes a range or a distributive of the cardinal f at i:
//
//	hyphen: 10-12, दो-चार, 5-6 हजार, डेढ़-दो हजार, दो-दो, 50-50 हजार
//	से:     10 से 12, 15 से 20 हजार, 50 हजार से लेकर 5 लाख
//	side by side: दो तीन दिन, दो दो घंटे
func (p *parser) pair(i int, f figure, n Numeral) (figure, Numeral, bool) {
	j := f.end
	link := ""
	switch {
	case p.hyphen(j):
		link = "-"
		j++
		if j < p.end && f.digit && p.t[j].Kind == document.Number && p.t[j].Space != p.t[j-1].Space {
			return f, n, false
		}
	case p.key(j) == "से":
		link = "से"
		j++
		if p.key(j) == "लेकर" || p.key(j) == "ले" && p.key(j+1) == "कर" {
			j++
		}
	case !f.digit && !f.scaled && f.terms == 1 && !f.mixed && p.word(j).Role == numberword.Atom:
		link = " "
		switch p.key(j + 1) {
		case "पहिया", "पहिए", "पहिये", "चकिया", "चक्का":
			return f, n, false // दो चार पहिया वाहन: two of them
		}
		if f.lead.value() == 1 && p.word(j).Value > 2 {
			return f, n, false // एक तीन साल की बच्ची: the article; but एक दो
		}
	default:
		return f, n, false
	}
	if j >= p.end || p.t[j].Kind == document.Punct {
		return f, n, false
	}
	g, ok := p.cardinal(j)
	if !ok || g.ord || g.eng != f.eng {
		return f, n, false
	}
	if _, ok := p.ordinalSuffix(&g); ok {
		return f, n, false
	}
	if p.word(g.end).Role == numberword.Part {
		return f, n, false
	}
	if link == "-" && p.hyphen(g.end) && g.end+1 < p.end && !p.t[g.end].Space && !p.t[g.end+1].Space && p.t[g.end+1].Kind == document.Number {
		return f, n, false // 1-222-2222
	}
	a, b := f.value, g.value
	same := f.lead == g.lead && f.terms == 1 && g.plain
	if link != "से" && same && (!f.scaled || f.mult == g.mult) {
		if link == " " && !g.scaled && f.lead.value() > 10 {
			return f, n, false
		}
		// each: 2-2 लाख, दो-दो, लाख-लाख रुपये
		n.Value, n.Distributive, n.Rule = b.value(), true, "number/each"
		n.Scaled, n.Digits = g.scaled, f.digit && g.digit && !g.scaled
		f.end, f.value, f.scaled = g.end, b, g.scaled
		return f, n, true
	}
	if !f.scaled && g.scaled && g.plain && f.lead.value() < g.lead.value() {
		a = f.lead.times(g.mult) // the scale counts for both: 15 से 20 हजार
	}
	lo, hi := a.value(), b.value()
	if lo >= hi {
		return f, n, false
	}
	if link == " " && !(lo >= 1 && hi <= 10 && hi-lo <= 2 && !g.scaled || g.scaled && f.lead.value() < g.lead.value() && g.lead.value() <= 10) {
		return f, n, false
	}
	n.Value, n.Max, n.HasMax, n.Rule = lo, hi, true, "number/range"
	n.Scaled, n.Digits = f.scaled || g.scaled, f.digit && g.digit && !f.scaled && !g.scaled
	f.end, f.scaled = g.end, n.Scaled
	return f, n, true
}
