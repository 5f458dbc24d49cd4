package numeral

import (
	"khabar/pkg/document"
	"khabar/pkg/lexicon/numberword"
)

// figure is a cardinal on its way: what was read so far, kept as a decimal so that
// 2.56 लाख is 256000 and not 255999.99999.
type figure struct {
	value  decimal
	end    int     // token after the figure
	mult   decimal // product of the scales behind the only coefficient; 1 where none
	plain  bool    // one coefficient and its scales, so that a range may share the scales
	terms  int     // coefficients read
	lead   decimal // the first coefficient
	scale  int8    // exponent of the smallest scale so far, 127 before the first
	ord    bool    // ended in an ordinal word
	digit  bool    // all coefficients are digits
	eng    bool    // has an English word
	approx bool    // दर्जन भर
	scaled bool    // has a scale or bunch
	mixed  bool    // has सवा, डेढ़, साढ़े …
}

type parser struct {
	d    *document.Document
	t    []document.Token
	end  int  // end of the sentence
	sums bool // और joins: तीन सौ और 21
}

func (p *parser) key(i int) string {
	if i < p.end {
		return p.t[i].Key
	}
	return ""
}

func (p *parser) word(i int) entry {
	if i < p.end && p.t[i].Kind == document.Word {
		return lookup(p.t[i].Word)
	}
	return entry{}
}

// hyphen reports whether token i is a hyphen or dash.
func (p *parser) hyphen(i int) bool {
	switch p.key(i) {
	case "-", "–", "—", "‐", "‑", "−":
		return true
	}
	return false
}

// coefficient := [सवा|साढ़े|पौने] (digits | atom) | सवा | डेढ़ | ढाई      "साढ़े तीन", "332", "पौने दो"
// A bare scale (सौ, हजार) has the coefficient 1 and consumes nothing.
func (p *parser) coefficient(i int) (v decimal, next int, e entry, ok bool) {
	if i >= p.end {
		return
	}
	t := &p.t[i]
	if t.Kind == document.Number {
		v, ok = digits(t.Key)
		if w, joined := p.split(i); joined {
			return w, i + 3, entry{Role: numberword.None}, true
		}
		return v, i + 1, entry{Role: numberword.None}, ok
	}
	if t.Kind != document.Word {
		return
	}
	e = lookup(t.Word)
	switch e.Role {
	case numberword.Atom:
		return whole(e.Value), i + 1, e, true
	case numberword.Mixed:
		return decimal{e.Value * 10, -1}, i + 1, e, true
	case numberword.Raise:
		quarter := decimal{e.Value * 100, -2}
		if j := i + 1; j < p.end {
			f := p.word(j)
			if p.t[j].Kind == document.Number || f.Role == numberword.Atom {
				if n, next, f, ok := p.coefficient(j); ok && n.value() >= 1 && !f.Ord {
					return n.plus(quarter), next, e, true
				}
			}
			if f.Role == numberword.Scale || f.Role == numberword.Bunch {
				if e.Value == 0.5 { // साढ़े needs a number
					return
				}
				return whole(1).plus(quarter), j, e, true
			}
		}
		if e.Value == 0.25 { // सवा घंटा
			return decimal{125, -2}, i + 1, e, true
		}
		if e.Value < 0 { // पौने घंटे
			return decimal{75, -2}, i + 1, e, true
		}
	case numberword.Half: // only before a scale: आधा दर्जन, आधे मिलियन
		if f := p.word(i + 1); f.Role == numberword.Scale || f.Role == numberword.Bunch {
			return decimal{e.Value * 100, -2}, i + 1, e, true
		}
	}
	return v, 0, entry{}, false
}

// split joins digits that print has torn apart behind a comma: "78, 589.35", "80, 000". The
// second part must look like the rest of one number: 000, or three digits and decimals.
func (p *parser) split(i int) (decimal, bool) {
	if i+2 >= p.end || len(p.t[i].Key) > 3 || p.t[i+1].Key != "," || p.t[i+1].Space {
		return decimal{}, false
	}
	u := &p.t[i+2]
	if u.Kind != document.Number || !u.Space || !(u.Key == "000" || len(u.Key) > 4 && u.Key[3] == '.' && len(u.Key) <= 6) {
		return decimal{}, false
	}
	return digits(p.t[i].Key + "," + u.Key)
}

// cardinal := term { term }, term := coefficient { scale }, each term smaller than the
// scale before it; a scale that follows a finished sum multiplies the whole sum.
//
//	"एक लाख तेईस हजार चार सौ"   "25 हजार 332"   "सवा तीन सौ करोड़"   "2.5 लाख करोड़"
func (p *parser) cardinal(i int) (f figure, ok bool) {
	f = figure{scale: 127, mult: whole(1), digit: true}
	at := i
	for {
		if p.sums && f.terms > 0 && f.scale >= 2 && f.scale != 127 && p.key(at) == "और" {
			if c, next, e, ok := p.coefficient(at + 1); ok && c.value() >= 1 && !e.Ord && p.word(next).Role != numberword.Part && p.key(next) != "बटा" && p.key(next) != "बटे" {
				at++
			}
		}
		c, next, e, has := p.coefficient(at)
		bare := false
		if !has {
			if s := p.word(at); f.terms == 0 && (s.Role == numberword.Scale && s.Bare || s.Role == numberword.Bunch) {
				c, next, bare, has = whole(1), at, true, true
			}
		}
		if !has {
			break
		}
		if f.ord {
			break
		}
		// the scales behind the coefficient
		mult, low, scaled, about := whole(1), int8(127), false, false
		j := next
		ord := e.Ord
		eng := e.English
		for !ord {
			s := p.word(j)
			if s.Role == numberword.Bunch {
				mult = mult.times(whole(s.Value))
				scaled, low = true, 0
				about = s.About
				j++
				break
			}
			if s.Role != numberword.Scale || scaled && (s.Exp <= low || f.terms > 0 && s.Exp > f.scale) || !s.Bare && s.Exp >= 9 && p.arab(j) {
				break
			}
			if s.English != eng && s.English {
				break
			}
			mult.exp += int(s.Exp)
			low, scaled = s.Exp, true
			ord = s.Ord
			j++
		}
		if !scaled {
			low = 0
		}
		switch {
		case f.terms == 0:
			f.value, f.mult, f.lead = c.times(mult), mult, c
			f.plain = true
		case f.scale == 127 || f.scale == 0: // 25 332, बीस पांच: two numbers
			if !f.eng || !eng || f.value.value() < 20 || c.value() >= 10 || scaled { // फिफ्टी टू
				return f, true
			}
			f.value = f.value.plus(c)
		case c.times(mult).value() < pow10(int(f.scale)):
			// 1 लाख 24 हजार 54; but after a decimal or a fraction nothing may follow,
			// and a lone small number in digits behind lakhs is a number of its own
			if !f.integral() || !scaled && f.scale >= 5 && c.value() < 100 && e.Role == numberword.None {
				return f, true
			}
			f.value = f.value.plus(c.times(mult))
			f.plain = false
		case scaled && c.value() < pow10(int(f.scale)) && (f.scale == 2 || mult.exp >= 7) && f.value.value() < pow10(mult.exp):
			// तीन सौ पचास करोड़, 1 लाख 20 हजार 500 करोड़
			f.value = f.value.plus(c).times(mult)
			f.plain = false
		default:
			return f, true
		}
		f.terms++
		f.end = j
		f.scale = low
		f.ord = ord
		f.approx = about
		f.scaled = f.scaled || scaled
		f.digit = f.digit && e.Role == numberword.None && !bare
		f.eng = f.eng || eng
		f.mixed = f.mixed || e.Role == numberword.Mixed || e.Role == numberword.Raise || e.Role == numberword.Half
		at = j
		// a scale behind the sum: 1 लाख 20 हजार करोड़
		for f.scaled && !f.ord {
			s := p.word(at)
			if s.Role != numberword.Scale || s.Exp <= f.scale || f.terms < 2 || !s.Bare && p.arab(at) {
				break
			}
			f.value.exp += int(s.Exp)
			f.ord = s.Ord
			at++
			f.end = at
		}
		if ord {
			break
		}
	}
	if f.terms == 0 {
		return f, false
	}
	// दर्जन भर, दर्जनभर
	if f.scaled && f.scale == 0 && p.key(f.end) == "भर" {
		f.end++
		f.approx = true
	}
	return f, true
}

// integral reports whether the figure so far is a whole multiple of its scale: 25 हजार
// may go on with 332, 2.5 लाख and डेढ़ लाख may not.
func (f *figure) integral() bool { return f.lead.exp >= 0 && !f.mixed }

// arab reports whether अरब at token i is the Arab of दो अरब देश and not 10^9.
func (p *parser) arab(i int) bool {
	if p.key(i) != "अरब" {
		return false
	}
	switch p.key(i + 1) {
	case "देश", "देशों", "राष्ट्र", "राष्ट्रों", "नागरिक", "नागरिकों", "मूल", "अमीरात", "लीग", "सागर", "मुल्क", "मुल्कों", "जगत", "दुनिया", "शासकों", "शेख", "शेखों":
		return true
	}
	return false
}
