package moment

import (
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/numeral"
)

// clockTime is one reading of the clock as written.
type clockTime struct {
	h, mi, s  int
	hasSecond bool
	coarse    bool // no minutes written
	part      int8
	half      int8 // 1 AM, 2 PM
	sure      bool // the 24-hour clock, or a part of the day, says which half it is
	shift     int  // days to add: रात 2 बजे is of the next morning
}

// clockRef is a clock expression: a time, a range of times, or a part of the day only.
type clockRef struct {
	first, end int
	a, b       clockTime
	interval   bool
	ok         bool // has a time
	part       int8
}

// clockExpr reads a clock expression that belongs to no day. It is claimed, and not
// reported: सुबह 9 बजे, 8-10 बजे, रात करीब 11:40 बजे.
func (p *parser) clockExpr(i int) (expr, bool) {
	c, ok := p.clock(i)
	if !ok || !c.ok {
		return expr{}, false
	}
	e := expr{first: i, end: c.end, relative: true, rule: "date/clock", clock: c}
	if p.ref.Known {
		e.when = c.on(onDay(p.today))
	}
	e.claimAll()
	return e, true
}

// partAt reads a part of the day: सुबह, देर रात, आधी रात, दोपहर बाद, दिन के (before a time).
func (p *parser) partAt(j int) (part int8, next int) {
	lateMark := false
	if p.is(j, late) {
		lateMark = true
		j++
	}
	switch w := p.word(j); {
	case w.sense == partWord:
		part, next = w.n, j+1
		if lateMark && part == night && (p.key(j-1) == "आधी" || p.key(j-1) == "मध्य") {
			part = midnight
		}
		if part == noon && p.key(next) == "बाद" {
			part, next = afternoon, next+1
		}
		if part == morning && p.is(next, partWord) && p.word(next).n == morning { // सुबह तड़के, सुबह सवेरे
			next++
		}
		return part, next
	case w.sense == unitWord && w.n == int8(day) && !lateMark && (p.key(j+1) == "के" || p.key(j+1) == "में"):
		return day0, j + 1
	}
	return noPart, j
}

// clock reads
//
//	समय := [पहर [के|को|में]] [करीब] (संख्या|घंटा:मिनट) [(से|-) …] (बजे | बजकर मिनट | AM|PM)
//
// "सुबह 8 बजे", "साढ़े चार बजे", "8:30 बजे", "4.55 पर", "9 बजकर 16 मिनट और 46 सेकेंड", "सुबह 8-10 बजे",
// "सुबह 9 बजे से शाम 6 बजे".
func (p *parser) clock(i int) (clockRef, bool) {
	c := clockRef{first: i}
	part, j := p.partAt(i)
	c.part = part
	if part != noPart {
		c.end = j
		switch p.key(j) {
		case "के", "को", "में":
			j++
		}
	}
	if p.is(j, approx) {
		j++
	}
	a, next, marked, ok := p.timeAt(j, part != noPart)
	if !ok {
		return c, part != noPart
	}
	a.part = part
	// a second time: सुबह 8-10 बजे, 9 बजे से 6 बजे, सुबह 9 से शाम 6 बजे
	k := next
	switch p.key(k) {
	case "से":
		if k++; p.key(k) == "लेकर" {
			k++
		}
	case "-", "–", "—", "व", "और":
		k++
	}
	if k > next && (!marked || p.key(next) != "और" && p.key(next) != "व") {
		part2, k := p.partAt(k)
		if p.is(k, approx) {
			k++
		}
		b, end, marked2, ok := p.timeAt(k, part2 != noPart || marked)
		between := part != noPart && p.key(end) == "के" && p.key(end+1) == "बीच" // शाम 4 और 5 के बीच
		if ok && (marked2 || between) {
			b.part = part2
			if !marked && a.half == 0 {
				a.half = b.half
				if part == noPart && part2 == noPart && b.half != 0 && a.h > b.h {
					a.half = 3 - b.half
				}
			}
			switch {
			case part2 != noPart || part == noPart:
			case b.h >= a.h && b.h <= 12: // सुबह 6 से 10 बजे, रात 8 से 12 बजे
				b.part = part
			case (part == night || part == evening) && b.h < 8: // रात 10 से 5 बजे
				b.part = morning
			}
			if part2 != noPart && part == noPart && a.h <= b.h && !marked {
				a.part = part2
			}
			c.a, c.b, c.interval, c.ok, c.end = a, b, true, true, end
			c.a.fix()
			c.b.fix()
			if c.a.sure && !c.b.sure && c.b.h < c.a.h && c.b.h+12 >= c.a.h { // 10 से 4 बजे तक
				c.b.h, c.b.sure = c.b.h+12, true
			}
			return c, true
		}
	}
	if !marked {
		return c, part != noPart
	}
	c.a, c.ok, c.end = a, true, next
	c.a.fix()
	return c, true
}

// timeAt reads one time at token j. marked is set where बजे or another mark makes it
// certain; parted says that a part of the day stands before it.
func (p *parser) timeAt(j int, parted bool) (t clockTime, next int, marked, ok bool) {
	if j < p.start || j >= p.end {
		return
	}
	t.coarse = true
	colon := false
	switch tok := &p.t[j]; tok.Kind {
	case document.Number:
		k := tok.Key
		switch {
		case len(k) <= 2 && allDigits(k):
			t.h, next = num(k), j+1
			if s := p.key(next); (s == ":" || s == "ः") && p.glued(next) && (p.glued(next+1) || p.is(next+2, oClock)) {
				m, isMinute := p.digits(next+1, 2)
				if !isMinute || m > 59 {
					return
				}
				t.mi, t.coarse, colon = m, false, true
				next += 2
				if p.key(next) == ":" && p.glued(next) {
					if s, ok := p.digits(next+1, 2); ok && s < 60 && p.glued(next+1) {
						t.s, t.hasSecond = s, true
						next += 2
					}
				}
			}
		case len(k) == 4 && allDigits(k) && p.is(j+1, oClock): // 2100 बजे
			t.h, t.mi, t.coarse, t.sure, next = num(k[:2]), num(k[2:]), false, true, j+1
		case len(k) >= 4 && len(k) <= 5 && k[len(k)-3] == '.' && allDigits(k[:len(k)-3]) && allDigits(k[len(k)-2:]):
			t.h, t.mi, t.coarse, next = num(k[:len(k)-3]), num(k[len(k)-2:]), false, j+1
		default:
			return
		}
	case document.Word:
		if !tok.Class.Has(lexicon.Numeral) {
			return
		}
		x, isNum := p.single(j)
		if !isNum || x.Form != numeral.Cardinal || x.Scaled || x.Value > 24 || x.Range.End > p.end {
			return
		}
		q := x.Value * 4
		if q != float64(int(q)) {
			return
		}
		t.h, t.mi, next = int(x.Value), int(q)%4*15, x.Range.End
		t.coarse = t.mi == 0
	default:
		return
	}
	if t.h > 24 || t.mi > 59 {
		return
	}
	ok = true
	w := p.word(next)
	if p.key(next) == "बज" && (p.key(next+1) == "कर" || p.key(next+1) == "के") { // आठ बज कर 30 मिनट
		next++
		w.sense = struck
	}
	switch {
	case w.sense == oClock:
		marked = true
		next++
	case w.sense == struck:
		if next++; p.key(next) == "," {
			next++
		}
		if m, n, isNum := p.integer(next, 0, 59); isNum && p.is(n, unitWord) && p.word(n).n == int8(minute) {
			t.mi, t.coarse, marked = m, false, true
			next = n + 1
			k := next
			if p.key(k) == "और" || p.key(k) == "," || p.key(k) == "व" {
				k++
			}
			if s, n, isNum := p.integer(k, 0, 59); isNum && p.is(n, unitWord) && p.word(n).n == int8(second) {
				t.s, t.hasSecond = s, true
				next = n + 1
			}
		} else {
			ok = false
		}
	case w.sense == halfDay:
		t.half, marked = w.n, true
		next++
	case w.sense == partWord && (w.n == afternoon && p.key(next) != "दोपहर" || p.key(next) == "पूर्वाह्न"): // 1:30 अपराह्न
		t.half, marked = 1, true
		if w.n == afternoon {
			t.half = 2
		}
		next++
	case p.t[j].Kind == document.Number && (p.key(next) == "a" || p.key(next) == "p") && p.key(next+1) == "." && p.key(next+2) == "m":
		t.half, marked = 1, true
		if p.key(next) == "p" {
			t.half = 2
		}
		if next += 3; p.key(next) == "." && p.glued(next) {
			next++
		}
	case !t.coarse && p.t[j].Kind == document.Number && (colon || parted):
		switch p.key(next) {
		case "पर", "ist", "hrs":
			marked = colon || p.key(next) == "पर"
		case "तक", "से":
			marked = parted
		case "मिनट": // सुबह 2.52 मिनट पर
			if k := p.key(next + 1); k == "पर" || k == "की" {
				marked = parted
				next++
			}
		default:
			marked = parted && colon
		}
	}
	return t, next, marked, ok
}

// fix moves the time to the 24-hour clock, as its part of the day says.
func (t *clockTime) fix() {
	if t.h > 12 || t.h == 0 {
		t.sure = true
	}
	switch {
	case t.sure:
	case t.half == 1:
		t.h, t.sure = t.h%12, true
	case t.half == 2:
		t.h, t.sure = t.h%12+12, true
	default:
		switch t.part {
		case morning:
			t.sure = true
		case noon, afternoon:
			if t.h < 10 {
				t.h += 12
			}
			t.sure = true
		case evening:
			if t.h < 12 {
				t.h += 12
			} else {
				t.h, t.shift = 0, 1
			}
			t.sure = true
		case night, midnight:
			switch {
			case t.h == 12:
				t.h, t.shift = 0, 1
			case t.h < 6:
				t.shift = 1
			default:
				t.h += 12
			}
			t.sure = true
		case day0:
			if t.h < 6 {
				t.h += 12
			}
			t.sure = true
		default:
			t.sure = t.h >= 7 && t.h <= 12 // 10 बजे is of the morning; 4 बजे may be either
		}
	}
	if t.h == 24 {
		t.h, t.shift = 0, 1
	}
}

// attach reads a part of the day and a clock time behind the day r and moves e.end over
// them.
func (p *parser) attach(r *dayRef, e *expr) clockRef {
	var none clockRef
	if r.last != 0 || len(r.list) > 0 {
		return none
	}
	j := r.end
	link := p.key(j)
	switch link {
	case "की", "के", "को", ",":
		j++
	}
	if r.part != noPart { // बीती रात 11 बजे
		if c, ok := p.clock(j); ok && c.ok && c.part == noPart {
			c.a.part = r.part
			c.a.sure = false
			c.a.h %= 24
			c.a.shift = 0
			c.a.fix()
			e.end = c.end
			return c
		}
		return none
	}
	c, ok := p.clock(j)
	if !ok {
		return none
	}
	if !c.ok {
		if link != "को" && link != "," && link != "के" && c.part != day0 {
			e.end = c.end
		}
		return none
	}
	if link == "," && c.part == noPart {
		return none
	}
	e.end = c.end
	return c
}

// on gives the day w the clock time of c. Where the half of the day is not known, the
// day stays a day.
func (c clockRef) on(w when) when {
	if !c.ok || !w.known || w.interval || !c.a.sure || c.interval && !c.b.sure {
		return w
	}
	w.grain = GrainHour
	set := func(t clockTime) point {
		q := w.a.addDays(t.shift)
		q.h, q.mi, q.s, q.hasClock, q.hasSecond = t.h, t.mi, t.s, true, t.hasSecond
		if !t.coarse {
			w.grain = GrainMinute
		}
		return q
	}
	a := set(c.a)
	if c.interval {
		w.b, w.interval = set(c.b), true
		if w.b.before(a) {
			w.b = w.b.addDays(1)
		}
	}
	w.a = a
	return w
}
