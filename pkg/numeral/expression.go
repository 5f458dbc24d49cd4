package numeral

import (
	"math"
	"strconv"

	"khabar/pkg/document"
	"khabar/pkg/lexicon/numberword"
)

// Expression returns the number that starts at token i as people say and calculate it:
// what Single reads, and besides
//
//	signs         माइनस पांच, -9.2, .08
//	powers        1e10, 2.5^-1, 10k
//	sums          तीन सौ और 21, एक सौ तीन और एक तिहाई, 2 1/4
//	decimals      दो सौ दशमलव शून्य तीन
//	parts         तेईस का पाँचवाँ (भाग), तीन में से एक, पांच बटा आठ
//	space groups  1 234 567
//
// News text hardly uses these forms, and some of its commonest sentences would be
// misread by them (14 में से 9 are two counts), so that At leaves them out.
func Expression(d *document.Document, i int) (Numeral, bool) {
	p := parser{d: d, t: d.Tokens(), sums: true}
	if i < 0 || i >= len(p.t) {
		return Numeral{}, false
	}
	p.end = d.SentenceOf(i).Tokens.End
	sign, j := 1.0, i
	switch p.key(i) {
	case "माइनस", "निगेटिव", "ऋण", "minus":
		sign, j = -1, i+1
	case "-", "−":
		if i > 0 && !p.t[i].Space && p.t[i-1].Sentence == p.t[i].Sentence {
			return Numeral{}, false
		}
		sign, j = -1, i+1
	}
	v, end, ok := p.sum(j)
	if !ok && p.key(j) == "." { // .08 may open a sentence, and its point ends one
		p.end = len(p.t)
		v, end, _, ok = p.operand(j)
	}
	if !ok {
		return Numeral{}, false
	}
	r := document.Range{First: i, End: end}
	return Numeral{Range: r, Span: d.SpanOf(r), Value: sign * v, Form: Cardinal, Rule: "number/expression"}, true
}

// sum := operand { और operand }, where all but the last are whole and only a fraction may
// follow, else the figures stand apart (3 सौ और 2 सौ).
func (p *parser) sum(i int) (float64, int, bool) {
	v, end, fraction, ok := p.operand(i)
	if !ok || fraction {
		return v, end, ok
	}
	// सौ का … and बीस और तीन और तीन बटे पांच
	total, at := v, end
	for p.key(at) == "और" {
		w, next, frac, ok := p.operand(at + 1)
		if !ok {
			break
		}
		if frac && w < 1 {
			return total + w, next, true
		}
		if frac { // बीस … और 130 का पांचवां: not a part of the sum
			break
		}
		if w >= 100 || w >= total {
			break
		}
		total, at = total+w, next
	}
	// 2 1/4
	if end < p.end && p.t[end].Kind == document.Number && p.t[end-1].Kind == document.Number {
		if w, next, frac, ok := p.operand(end); ok && frac && w < 1 {
			return v + w, next, true
		}
	}
	return v, end, true
}

// operand is one figure with its power, decimal words and parts.
func (p *parser) operand(i int) (v float64, end int, fraction, ok bool) {
	if p.key(i) == "." && i+1 < p.end && p.t[i+1].Kind == document.Number && !p.t[i+1].Space { // .08
		f, err := strconv.ParseFloat("0."+p.t[i+1].Key, 64)
		if err != nil || !p.free(i+2) {
			return 0, 0, false, false
		}
		return f, i + 2, false, true
	}
	f, n, ok := p.single(i)
	if !ok || n.Form == Ordinal || n.Form == Multiple || n.Form == Indefinite {
		return 0, 0, false, false
	}
	if p.t[i].Kind == document.Number && i > 0 && !p.t[i].Space && p.t[i-1].Kind == document.Word && p.t[i-1].Sentence == p.t[i].Sentence {
		return 0, 0, false, false
	}
	v, end, fraction = n.Value, f.end, n.Form == Fraction
	if fraction && n.Rule == "number/fraction-ratio" && p.t[i].Kind == document.Number && (i > 0 && p.key(i-1) == "/" || v >= 1 && p.key(i+1) == "/") {
		return f.value.value(), i + 1, false, true // 5/17/2018, 2222/2222
	}
	if !fraction && n.Digits {
		if w, e, ok := p.spaced(i); ok {
			return w, e, false, true
		}
		if w, e, ok := p.power(v, end); ok {
			v, end = w, e
		}
		if !p.free(end) {
			return 0, 0, false, false
		}
	}
	if fraction {
		return v, end, true, true
	}
	switch p.key(end) {
	case "दशमलव", "पॉइंट", "प्वाइंट", "point": // दो सौ दशमलव शून्य तीन; पॉइंट इकहत्तर
		digits, scale, at := 0.0, 1.0, end+1
		for {
			c, next, e, ok := p.coefficient(at)
			if !ok || e.Role != numberword.Atom && e.Role != numberword.None || e.Ord || c.value() >= 100 {
				break
			}
			n := 10.0
			if c.value() >= 10 {
				n = 100
			}
			digits, scale, at = digits*n+c.value(), scale*n, next
			if n == 100 {
				break
			}
		}
		if scale > 1 {
			return v + digits/scale, at, false, true
		}
	case "का", "की", "के", "में":
		if p.key(end) == "में" && p.key(end+1) == "से" { // तीन में से एक
			if g, ok := p.cardinal(end + 2); ok && !g.ord && v > 0 && g.value.value() < v {
				return g.value.value() / v, g.end, true, true
			}
			break
		}
		g, ok := p.cardinal(end + 1)
		if ok && g.ord && g.value.value() > 1 { // तेईस का पाँचवाँ
			return v / g.value.value(), g.end, true, true
		}
		if e := p.word(end + 1); e.Role == numberword.Ordinal && e.Value > 2 && (p.key(end+2) == "भाग" || p.key(end+2) == "हिस्सा" || p.key(end+2) == "हिस्से") {
			return v / e.Value, end + 2, true, true
		}
	}
	return v, end, false, true
}

// spaced reads groups of three digits set apart by spaces: 1 234 567.
func (p *parser) spaced(i int) (float64, int, bool) {
	if len(p.t[i].Key) > 3 {
		return 0, 0, false
	}
	s, j := p.t[i].Key, i+1
	for j < p.end && p.t[j].Kind == document.Number && p.t[j].Space && len(p.t[j].Key) == 3 {
		s += p.t[j].Key
		j++
	}
	if j < i+3 {
		return 0, 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, j, err == nil
}

// power reads what may follow digits: 10k, 1e10, 12e-1, 1.1^+23.
func (p *parser) power(v float64, j int) (float64, int, bool) {
	switch p.key(j) {
	case "k":
		return v * 1000, j + 1, true
	case "e", "^":
		at, sign := j+1, 1.0
		for k := 0; k < 2 && (p.key(at) == "-" || p.key(at) == "+"); k++ {
			if p.key(at) == "-" {
				sign = -1
			}
			at++
		}
		if at >= p.end || p.t[at].Kind != document.Number || p.t[j].Space {
			return v, j, false
		}
		x, ok := digits(p.t[at].Key)
		if !ok {
			return v, j, false
		}
		base := v
		if p.key(j) == "e" {
			w, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', -1, 64)+"e"+strconv.Itoa(int(sign*x.value())), 64)
			return w, at + 1, err == nil
		}
		return math.Pow(base, sign*x.value()), at + 1, true
	}
	return v, j, false
}

// free reports whether no letter is glued to the figure that ends before token j: 29किमी
// is a measure.
func (p *parser) free(j int) bool {
	return j >= p.end || p.t[j].Space || p.t[j].Kind != document.Word
}
