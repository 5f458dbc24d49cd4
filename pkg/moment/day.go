package moment

import (
	"slices"
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/numeral"
)

// dayRef is a day as the text names it, before it is resolved.
type dayRef struct {
	first, end int
	y, m, d    int   // as written; y is 0 where it is not
	last       int   // last day of a run: 15 से 19 फरवरी, 14 और 15 मई; else 0
	list       []int // other days of a list that is no run: 5, 12 और 19 मई
	starts     []int // the tokens where the days of the list stand
	dow        int   // 1 + weekday; 0 where none is written
	word       bool  // आज कल परसों
	off        int   // of word: distance
	dir        tense // बीते, आगामी before it
	strict     bool  // the direction excludes the article's own day
	this       bool  // इस शुक्रवार
	part       int8  // रात of बीती रात
	rule       string
}

func (r *dayRef) explicit() bool { return r.d != 0 }

// dayExpr reads an expression of the grain of a day or finer:
//
//	दिन := [वार ","] तारीख | [बीते|आगामी] वार | आज | कल | परसों, each with "(…)" for a second name
//	     [की|को] [देर] [पहर] [करीब] [समय बजे]
//	     | दिन से दिन
//
// "3 मई", "बुधवार (1 जून 2022)", "शनिवार तड़के करीब साढ़े चार बजे", "1 जनवरी से 31 अक्टूबर".
func (p *parser) dayExpr(i int) (expr, bool) {
	r, ok := p.day(i)
	if !ok {
		return expr{}, false
	}
	p.apposition(&r)
	if r.explicit() && r.y == 0 && p.hinted(i) {
		r.y = p.yearHint
	}
	e := expr{first: i, end: r.end, report: true, rule: r.rule}
	if r.word && r.off == 0 && p.figurative(r.end) {
		e.report = false
		for p.key(e.end) == "कल" || p.key(e.end) == "-" && p.key(e.end+1) == "कल" {
			e.end++
		}
		e.claimAll()
		return e, true
	}
	if b, ok := p.rangeEnd(&r); ok {
		e.end = b.end
		tn := p.tense(e.end)
		var wa, wb when
		if (tn == unknownTense || tn == announced || tn == planned) && r.explicit() && r.y == 0 && b.explicit() && b.y == 0 {
			// No verb decides: the start is the nearest, the end the first after it.
			wa, wb = p.resolve(&r, tn), p.resolve(&b, tn)
			for wa.known && wb.known && wb.a.before(wa.a) {
				wb.a.y++
			}
			for wa.known && wb.known && distance(wa.a, wb.a) > 366 {
				wb.a.y--
			}
		} else {
			wb = p.resolve(&b, tn)
			wa = p.resolveBefore(&r, wb, tn)
		}
		e.when = when{a: wa.a, b: wb.a, interval: true, known: wa.known && wb.known, grain: GrainDay}
		if e.when.known && e.when.b.before(e.when.a) {
			e.when.known = false
		}
		e.relative = r.y == 0 || b.y == 0
		e.rule = "date/day-range"
		e.claimAll()
		return e, true
	}
	if e2, ok := p.fromToday(&r); ok {
		return e2, true
	}
	c := p.attach(&r, &e)
	e.clock = c
	tn := p.tense(e.end)
	if len(r.list) > 0 {
		return p.listed(&r, tn)
	}
	w := p.resolve(&r, tn)
	if !r.explicit() {
		if s, ok := p.namely(e.end, tn); ok && r.fits(s, p.today) {
			w = onDay(s)
		} else if k := p.key(i - 1); p.lastDay.known && p.lastEnd >= i-2 && p.lastEnd < i && namelyWords[k] && r.fits(p.lastDay.a, p.today) { // 14 अप्रैल यानी कल
			w = onDay(p.lastDay.a)
		}
	}
	if r.explicit() {
		p.lastDay, p.lastEnd = w, e.end
	}
	e.relative = r.y == 0
	if x := p.word(e.end + 1); p.key(e.end) == "के" && x.sense == unitWord && x.n == int8(week) && r.explicit() && !c.ok && w.known { // 10 अप्रैल के सप्ताह
		e.end += 2
		w, e.rule = weekOf(w.a, 0), "date/week-of-day"
	}
	e.when = c.on(w)
	if c.ok {
		e.rule += "-clock"
	}
	if r.explicit() && w.known {
		p.days = append(p.days, w.a)
	}
	e.claimAll()
	return e, true
}

// namely reads the date behind यानी: कल यानी 19 जुलाई को, शनिवार अर्थात 20 जून. It is an
// expression of its own; here it only says which कल is meant.
func (p *parser) namely(j int, tn tense) (point, bool) {
	switch p.key(j) {
	case "को":
		j++
	}
	if !namelyWords[p.key(j)] {
		return point{}, false
	}
	s, ok := p.day(j + 1)
	if !ok || !s.explicit() || s.last != 0 || len(s.list) > 0 {
		return point{}, false
	}
	w := p.resolve(&s, tn)
	return w.a, w.known
}

var namelyWords = setOf("यानी यानि यानीकि अर्थात मतलब याने")

// fits reports whether the day may be the one that r names without a date.
func (r *dayRef) fits(day, today point) bool {
	if r.word {
		n := distance(today, day)
		return n == r.off || n == -r.off
	}
	return r.dow != 0 && day.weekday() == r.dow-1
}

// fromToday reads आज से दो दिन पहले, कल से तीन दिन बाद: a count of days from a named day. The
// count is a number, so only the day's name is claimed.
func (p *parser) fromToday(r *dayRef) (expr, bool) {
	if !r.word || p.key(r.end) != "से" {
		return expr{}, false
	}
	n, j, ok := p.integer(r.end+1, 1, 999)
	if !ok {
		return expr{}, false
	}
	w := p.word(j)
	if w.sense != unitWord && w.sense != yearMark {
		return expr{}, false
	}
	tn := futureTense
	switch p.key(j + 1) {
	case "पहले", "पूर्व":
		tn, n = pastTense, -n
	case "बाद":
	default:
		return expr{}, false
	}
	e := expr{first: r.first, end: j + 2, report: true, relative: true, rule: "date/from-day"}
	base := p.resolve(r, tn)
	if !base.known {
		base.a = p.today
	}
	switch unit(w.n) {
	case day:
		e.when = onDay(base.a.addDays(n))
	case week:
		e.when = weekOf(base.a, n)
	case month:
		e.when = monthOf(base.a.y, base.a.m+n)
	case year:
		e.when = yearOf(base.a.y + n)
	default:
		return expr{}, false
	}
	p.known(&e)
	e.claim = document.Range{First: r.first, End: r.end}
	return e, true
}

// listed returns the first day of a list (5, 12 और 19 मई) as an expression of its own;
// the scan comes back for the others, which then are lists without it.
func (p *parser) listed(r *dayRef, tn tense) (expr, bool) {
	one := *r
	one.list = nil
	w := p.resolve(&one, tn)
	e := expr{first: r.first, end: r.starts[0] + 1, report: true, rule: r.rule, when: w, relative: r.y == 0}
	if _, next, ok := p.integer(r.first, 1, 31); ok {
		e.end = next
	}
	e.claimAll()
	return e, true
}

// figurative reports whether आज before token i means "these days": आज भी, आज तक, आज के दौर में.
func (p *parser) figurative(i int) bool {
	switch p.key(i) {
	case "भी", "तक", "कल":
		return true
	case "-":
		return p.key(i+1) == "कल"
	case "के":
		switch p.key(i + 1) {
		case "दौर", "समय", "युग", "जमाने", "परिवेश", "माहौल", "हालात", "संदर्भ", "परिप्रेक्ष्य", "वक्त":
			return true
		}
	}
	return false
}

// day reads one name of a day at token i.
func (p *parser) day(i int) (dayRef, bool) {
	if i < p.start || i >= p.end {
		return dayRef{}, false
	}
	r := dayRef{first: i}
	w := p.word(i)
	switch w.sense {
	case detPast, detNext, detThis:
		return p.detDay(i, i+1, w.sense)
	case weekdayWord: // शनिवार को
		if w.latin && !p.latinDay(i) || p.key(i+1) == "पेठ" || p.key(i+1) == "वाडा" {
			return r, false
		}
		r.dow, r.end, r.rule = int(w.n)+1, i+1, "date/weekday"
		return r, true
	case dayWord:
		if w.n == 1 && (p.key(i+1) == "-" && (strings.HasPrefix(p.key(i+2), "कारखान") || strings.HasPrefix(p.key(i+2), "पुर्ज")) || strings.HasPrefix(p.key(i+1), "पुर्ज") || strings.HasPrefix(p.key(i+1), "कारखान") || p.key(i+1) == "कल" || p.key(i-1) == "कल") {
			return r, false
		}
		if w.n == 0 && p.key(i+1) == "तक" && p.glued(i+1) {
			return r, false
		}
		r.word, r.off, r.end, r.rule = true, int(w.n), i+1, "date/relative-day"
		return r, true
	case monthWord: // मई 18, 2020
		return p.monthDay(i)
	}
	if p.key(i) == "आने" && p.key(i+1) == "वाले" {
		return p.detDay(i, i+2, detNext)
	}
	if p.t[i].Kind == document.Number {
		if r, ok := p.numericDay(i); ok {
			return r, true
		}
	}
	return p.dayMonth(i)
}

// latinDay reports whether an English weekday stands beside a date: Monday, 18 May.
func (p *parser) latinDay(i int) bool {
	j := i + 1
	if p.key(j) == "," {
		j++
	}
	return j < p.end && (p.t[j].Kind == document.Number || p.is(j, monthWord))
}

// detDay reads a day with its direction: आगामी सोमवार, बीते मंगलवार, गत 5 मई, बीती रात, बीते
// कल.
func (p *parser) detDay(i, j int, s sense) (dayRef, bool) {
	r := dayRef{first: i}
	w := p.word(j)
	switch w.sense {
	case weekdayWord:
		if w.latin {
			return r, false
		}
		r.dow, r.end = int(w.n)+1, j+1
	case dayWord:
		if w.n != 1 || s == detThis {
			return r, false
		}
		r.word, r.off, r.end = true, 1, j+1
	case partWord, late:
		if s != detPast || w.sense == late && !p.is(j+1, partWord) {
			return r, false
		}
		if w.sense == late {
			j++
		}
		if n := p.word(j).n; n != night && n != evening && n != midnight {
			return r, false
		}
		r.word, r.off, r.end, r.part = true, 1, j+1, night
	default:
		x, ok := dayRef{}, false
		if j < p.end && p.t[j].Kind != document.Punct {
			x, ok = p.dayMonth(j)
		}
		if !ok {
			return r, false
		}
		x.first = i
		r = x
	}
	r.rule = "date/directed-day"
	switch s {
	case detPast:
		r.dir, r.strict = pastTense, true
	case detNext:
		r.dir, r.strict = futureTense, true
	default:
		r.this = true
	}
	return r, true
}

// numericDay reads 18/05/2020, 18-5-2020, 18.05.2020, 2020-05-18 and 18/05/20.
func (p *parser) numericDay(i int) (dayRef, bool) {
	r := dayRef{first: i, rule: "date/numeric"}
	if k := p.t[i].Key; strings.Count(k, ".") == 2 {
		f := strings.Split(k, ".")
		if allDigits(f[0]) && allDigits(f[1]) && allDigits(f[2]) && r.setNumeric(f[0], f[1], f[2]) {
			r.end = i + 1
			return r, !p.chained(i, r.end)
		}
		return r, false
	}
	sep := p.key(i + 1)
	if sep == "/" && p.glued(i+1) && p.glued(i+2) && len(p.key(i)) == 2 && len(p.key(i+2)) == 2 { // 22/04 को
		d, ok1 := p.digits(i, 2)
		m, ok2 := p.digits(i+2, 2)
		if k := p.key(i + 3); ok1 && ok2 && d > 12 && validDay(0, m, d) && (k == "को" || k == "तक") && !p.chained(i, i+3) {
			r.d, r.m, r.end = d, m, i+3
			return r, true
		}
	}
	if sep != "/" && sep != "-" && sep != "–" || p.key(i+3) != sep || !p.glued(i+1) || !p.glued(i+2) || !p.glued(i+3) || !p.glued(i+4) {
		return r, false
	}
	a, b, c := p.key(i), p.key(i+2), p.key(i+4)
	if !allDigits(a) || !allDigits(b) || !allDigits(c) {
		return r, false
	}
	if len(c) == 2 && len(a) <= 2 && (sep != "/" || len(b) != 2) {
		return r, false
	}
	r.end = i + 5
	return r, r.setNumeric(a, b, c) && !p.chained(i, r.end)
}

// chained reports whether the tokens [i, end) are part of a longer chain of numbers.
func (p *parser) chained(i, end int) bool {
	joins := func(k string) bool { return k == "-" || k == "/" || k == "–" }
	return joins(p.key(i-1)) && p.glued(i) && i-2 >= p.start && p.t[i-2].Kind == document.Number ||
		joins(p.key(end)) && p.glued(end) && p.glued(end+1) && p.t[end+1].Kind == document.Number
}

// setNumeric sets day, month and year from digits in the order of India, or month
// first where only that is a date.
func (r *dayRef) setNumeric(a, b, c string) bool {
	if len(a) == 4 && len(b) <= 2 && len(c) <= 2 {
		r.y, r.m, r.d = num(a), num(b), num(c)
	} else if len(a) <= 2 && len(b) <= 2 && (len(c) == 4 || len(c) == 2) {
		r.d, r.m, r.y = num(a), num(b), num(c)
		if len(c) == 2 {
			r.y += 2000
		}
		if r.m > 12 && r.d <= 12 {
			r.d, r.m = r.m, r.d
		}
	} else {
		return false
	}
	return r.y >= 1800 && r.y <= 2099 && validDay(r.y, r.m, r.d)
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// dayMonth reads
//
//	तारीख := दिन {(","|और|से|-) दिन} मास [","] [वर्ष]
//
// "3 मई", "दो मई", "15 अगस्त, 1947", "पहली अप्रैल", "14 और 15 मई", "15 से 19 फरवरी", "18-May-2020".
func (p *parser) dayMonth(i int) (dayRef, bool) {
	if r, ok := p.commaDays(i); ok {
		return r, true
	}
	r := dayRef{first: i, rule: "date/day-month"}
	days := [8]int{}
	starts := [8]int{}
	n := 0
	run := false
	j := i
	for n < len(days) {
		d, next, ok := p.dayNumber(j)
		if !ok || n > 0 && d <= days[n-1] {
			return r, false
		}
		days[n], starts[n] = d, j
		n++
		j = next
		if m, next := p.monthAt(j); m != 0 {
			r.m, j = m, next
			break
		}
		switch p.key(j) {
		case "से":
			run = true
			if p.key(j+1) == "लेकर" {
				j++
			}
		case "-", "–", "—", "to":
			run = true
		case "और", "व", "एवं", "तथा", "या", "and", "&":
		case ",":
		default:
			return r, false
		}
		if run && n > 1 {
			return r, false
		}
		j++
	}
	if r.m == 0 || r.m == 3 && n == 1 && !p.marchDate(i, j) {
		return r, false
	}
	if n == 2 && p.key(starts[1]-1) == "," && days[1] != days[0]+1 {
		return r, false // 8, 12 मई: the first number is another thing
	}
	if r.m == 6 && n == 1 && days[0] == 2 && p.key(j) == "की" && meals[p.key(j+1)] {
		return r, false
	}
	r.d = days[0]
	r.end = j
	r.y, r.end = p.yearBehind(j)
	if n > 1 {
		if days[n-1]-days[0] == n-1 || run || n == 2 && p.key(r.end) == "के" && p.key(r.end+1) == "बीच" {
			r.last = days[n-1]
		} else {
			r.list, r.starts = slices.Clone(days[1:n]), slices.Clone(starts[:n]) // so that the others cost no memory
		}
	}
	year := r.y
	for k := 0; k < n; k++ {
		if !validDay(year, r.m, days[k]) {
			return r, false
		}
	}
	return r, true
}

// meals are what "दो जून की" (two times a day) is said of.
var meals = setOf("रोटी रोटियां रोजी भोजन खाना कमाई चिंता")

// commaDays reads days that commas without spaces make one token: 19,20,21 फरवरी.
func (p *parser) commaDays(i int) (dayRef, bool) {
	r := dayRef{first: i, rule: "date/day-month"}
	if p.t[i].Kind != document.Number || !strings.Contains(p.t[i].Key, ",") {
		return r, false
	}
	last := 0
	for _, f := range strings.Split(p.t[i].Key, ",") {
		if len(f) > 2 || !allDigits(f) || last != 0 && num(f) != last+1 || num(f) == 0 {
			return r, false
		}
		if last = num(f); r.d == 0 {
			r.d = last
		}
	}
	if r.m, r.end = p.monthAt(i + 1); r.m == 0 {
		return r, false
	}
	r.last = last
	r.y, r.end = p.yearBehind(r.end)
	return r, validDay(r.y, r.m, r.d) && validDay(r.y, r.m, r.last)
}

// dayNumber reads the number of a day: 3, तीन, 3rd, पहली.
func (p *parser) dayNumber(j int) (d, next int, ok bool) {
	d, next, ok = p.integer(j, 1, 31)
	if ok {
		if p.t[j].Kind == document.Number {
			if len(p.t[j].Key) > 2 || p.glued(j) && j > p.start && p.joined(j) {
				return 0, 0, false
			}
			switch p.key(next) {
			case "st", "nd", "rd", "th":
				if p.glued(next) {
					next++
				}
			}
		}
		return d, next, true
	}
	if strings.HasSuffix(p.key(j), "ी") || strings.HasSuffix(p.key(j), "ीं") { // पहली अप्रैल, चौबीसवीं जनवरी
		if x, isNum := p.single(j); isNum && x.Form == numeral.Ordinal && x.Value >= 1 && x.Value <= 31 && x.Range.End < p.end && p.is(x.Range.End, monthWord) {
			return int(x.Value), x.Range.End, true
		}
	}
	return 0, 0, false
}

// joined reports whether the number at token j is glued to a name or a number before
// it: कोविड-19, 3/5.
func (p *parser) joined(j int) bool {
	if !p.glued(j) {
		return false
	}
	switch p.key(j - 1) {
	case "/":
		return true
	case "-", "–":
		return j-2 >= p.start && p.glued(j-1) && p.t[j-2].Kind == document.Word && !p.t[j-2].Space
	}
	return false
}

// monthAt reads the name of a month at token j, with a hyphen before it (18-May).
func (p *parser) monthAt(j int) (m, next int) {
	if (p.key(j) == "-" || p.key(j) == "/") && p.glued(j) && p.glued(j+1) {
		j++
	}
	if w := p.word(j); w.sense == monthWord {
		if p.key(j+1) == "दिवस" {
			return 0, 0
		}
		return int(w.n), j + 1
	}
	if j < p.end && p.t[j].Kind == document.Word {
		if m := monthsShort[p.t[j].Key]; m != 0 && (p.key(j+1) == "." && p.glued(j+1) || isYear(p, j+1)) { // 5 जन. 2020
			if p.key(j+1) == "." {
				return m, j + 2
			}
			return m, j + 1
		}
	}
	return 0, 0
}

func isYear(p *parser, j int) bool {
	y, ok := p.digits(j, 4)
	return ok && y >= 1900 && y <= 2099
}

// marchDate reports whether मार्च behind the number at token i is the month: one or two
// marches (एक मार्च निकाला) may also be walked.
func (p *parser) marchDate(i, j int) bool {
	switch p.key(i) {
	case "एक", "दो", "तीन", "चार":
	default:
		return true
	}
	switch p.key(j) {
	case "को", "से", "तक", "के", "की", ",", "और", "(", "-":
		return true
	}
	return isYear(p, j)
}

// yearBehind reads the year at token j, with a comma, slash or hyphen before it: 15
// अगस्त, 1947.
func (p *parser) yearBehind(j int) (y, end int) {
	k := j
	switch p.key(k) {
	case ",":
		k++
	case "-", "/", ".":
		if p.glued(k) && p.glued(k+1) {
			k++
		}
	}
	if p.is(k, yearMark) && p.word(k).n == int8(year) && (p.key(k) == "सन" || p.key(k) == "सन्" || p.key(k) == "वर्ष" || p.key(k) == "साल") {
		k++
	}
	y, ok := p.digits(k, 4)
	if !ok || y < 1500 || y > 2099 || p.key(k+1) == "/" && p.glued(k+1) || p.key(k+1) == "-" && p.glued(k+1) && p.glued(k+2) && p.t[k+2].Kind == document.Number && !p.is(k+3, monthWord) {
		return 0, j
	}
	if k > j && p.key(j) == "," && p.counted(k+1) {
		return 0, j
	}
	return y, k + 1
}

// monthDay reads the English order: May 18, 2020; मई 18, 2020; नवम्बर 12 -- .
func (p *parser) monthDay(i int) (dayRef, bool) {
	w := p.word(i)
	r := dayRef{first: i, m: int(w.n), rule: "date/month-day"}
	j := i + 1
	comma := p.key(j) == ","
	if p.key(j) == "." && w.latin || comma {
		j++
	}
	d, next, ok := p.integer(j, 1, 31)
	if !ok || len(p.key(j)) > 2 && p.t[j].Kind == document.Number || p.key(next) == ":" || p.is(next, oClock) {
		return r, false
	}
	switch p.key(next) {
	case "st", "nd", "rd", "th":
		next++
	}
	r.d = d
	if r.y, r.end = p.yearBehind(next); r.y == 0 {
		k := p.key(next)
		_, clock := p.clock(next)
		if comma && k != "को" && !(k == "के" && p.key(next+1) == "लिए") {
			return r, false
		}
		if !(k == "को" || comma || clock && !w.latin || k == "-" && p.key(next+1) == "-" || k == "," && w.latin || w.latin && r.m != 3 && r.m != 5) {
			return r, false
		}
	}
	return r, validDay(r.y, r.m, r.d)
}

// apposition reads a second name of the same day behind r: बुधवार (1 जून 2022), सोमवार, 18
// मई, 20 जून (शनिवार), 20 जून शनिवार को.
func (p *parser) apposition(r *dayRef) {
	j := r.end
	bracket := false
	switch p.key(j) {
	case "(":
		bracket = true
		j++
	case ",", "-":
		j++
	case "दिन", "दिनांक": // 16 जुलाई दिन मंगलवार, मंगलवार दिनांक 16 जुलाई
		if r.dow == 0 && !r.explicit() {
			return
		}
		j++
	}
	s, ok := p.day(j)
	if !ok || s.last != 0 || len(s.list) > 0 || s.dir != unknownTense || s.this {
		return
	}
	if bracket {
		if p.key(s.end) != ")" {
			return
		}
		s.end++
	}
	switch {
	case s.explicit() && !r.explicit() && (bracket || r.dow != 0): // बुधवार (1 जून), सोमवार, 18 मई; आज (18 मई)
		r.y, r.m, r.d, r.rule = s.y, s.m, s.d, s.rule
		r.word = false
	case s.dow != 0 && r.explicit() && r.dow == 0 && r.last == 0 && len(r.list) == 0: // 20 जून (शनिवार)
		r.dow = s.dow
	case s.dow != 0 && r.word && bracket: // आज (बुधवार)
		r.dow = 0
	default:
		return
	}
	r.end = s.end
}

// rangeEnd reads the other end of a range of days that r opens: 1 जनवरी से 31 अक्टूबर,
// सोमवार से शुक्रवार, 25 मार्च-14 अप्रैल.
func (p *parser) rangeEnd(r *dayRef) (dayRef, bool) {
	if r.last != 0 || len(r.list) > 0 {
		return dayRef{}, false
	}
	j := r.end
	switch p.key(j) {
	case "से":
		if j++; p.key(j) == "लेकर" {
			j++
		}
	case "-", "–", "—":
		if !r.explicit() {
			return dayRef{}, false
		}
		j++
	default:
		return dayRef{}, false
	}
	b, ok := p.day(j)
	if !ok || b.last != 0 || len(b.list) > 0 || b.explicit() != r.explicit() && !(b.explicit() && (r.dow != 0 || r.word)) || r.word && !b.explicit() {
		return dayRef{}, false
	}
	p.apposition(&b)
	return b, true
}

// resolve turns a day into its value.
func (p *parser) resolve(r *dayRef, tn tense) when {
	if r.dir != unknownTense {
		tn = r.dir
	}
	if tn == reached && r.explicit() {
		tn = pastTense
	}
	switch {
	case r.explicit():
		y := r.y
		if y == 0 {
			if !p.ref.Known {
				return when{grain: GrainDay}
			}
			y = p.yearFor(r, tn)
		}
		if !validDay(y, r.m, r.d) || r.last != 0 && !validDay(y, r.m, r.last) {
			return when{grain: GrainDay}
		}
		w := onDay(point{y: y, m: r.m, d: r.d})
		if r.last != 0 {
			w.b, w.interval = point{y: y, m: r.m, d: r.last}, true
		}
		return w
	case !p.ref.Known:
		return when{grain: GrainDay}
	case r.word:
		switch {
		case r.off == 0:
		case tn == futureTense, tn == unknownTense && p.headline && r.dir == unknownTense && r.part == noPart:
			return onDay(p.today.addDays(r.off))
		default:
			return onDay(p.today.addDays(-r.off))
		}
		return onDay(p.today)
	}
	ahead := (r.dow - 1 - p.today.weekday() + 7) % 7
	switch {
	case tn == futureTense || r.this && tn == unknownTense,
		(tn == announced || tn == reached) && (ahead == 1 || ahead == 2), // the past day would be five or six days back, which no paper calls by its bare name
		tn == planned && 1 <= ahead && ahead <= 3,                        // the plan lies nearer than the act
		tn == unknownTense && ahead == 1:
		if ahead == 0 && r.strict {
			ahead = 7
		}
		return onDay(p.today.addDays(ahead))
	case ahead == 0 && r.strict:
		return onDay(p.today.addDays(-7))
	case ahead == 0:
		return onDay(p.today)
	}
	return onDay(p.today.addDays(ahead - 7))
}

// farDays is the distance from which on a day of the other year is not believed on the
// tense alone: 28 फरवरी of an article of 21 February is a week ahead whatever the verb.
const farDays = 320

// yearFor finds the year of a day without one: the weekday beside it decides, else the
// tense, else the nearest.
func (p *parser) yearFor(r *dayRef, tn tense) int {
	y := p.today.y
	if r.this {
		return y
	}
	if r.dow != 0 {
		for _, o := range [...]int{0, -1, 1} {
			if validDay(y+o, r.m, r.d) && (point{y: y + o, m: r.m, d: r.d}).weekday() == r.dow-1 {
				return y + o
			}
		}
	}
	past, next := y, y
	if (point{y: y, m: r.m, d: r.d}).before(p.today) {
		next++
	} else if d := (point{y: y, m: r.m, d: r.d}); d == p.today {
		return y
	} else {
		past--
	}
	back := distance(point{y: past, m: r.m, d: r.d}, p.today)
	ahead := distance(p.today, point{y: next, m: r.m, d: r.d})
	switch {
	case r.strict && tn == pastTense:
		return past
	case r.strict && tn == futureTense:
		return next
	case tn == pastTense && back < farDays, tn != pastTense && ahead >= farDays:
		return past
	case tn == futureTense && ahead < farDays, tn == pastTense && back >= farDays:
		return next
	case back <= ahead:
		return past
	}
	return next
}

// resolveBefore resolves the start of a range whose end is b: the last such day before
// it.
func (p *parser) resolveBefore(r *dayRef, b when, tn tense) when {
	if !b.known {
		return p.resolve(r, tn)
	}
	switch {
	case r.explicit() && r.y == 0 && r.dow == 0:
		y := b.a.y
		if b.a.before(point{y: y, m: r.m, d: r.d}) {
			y--
		}
		if validDay(y, r.m, r.d) {
			return onDay(point{y: y, m: r.m, d: r.d})
		}
		return when{grain: GrainDay}
	case !r.explicit() && r.dow != 0:
		back := (b.a.weekday() - (r.dow - 1) + 7) % 7
		return onDay(b.a.addDays(-back))
	}
	return p.resolve(r, tn)
}

// distanceNear reports whether पहले, पूर्व or बाद stands where the longest count of days or years
// that starts at token i may end.
func (p *parser) distanceNear(i int) bool {
	for j := i + 2; j < min(i+8, p.end); j++ {
		switch p.t[j].Key {
		case "पहले", "पूर्व", "बाद":
			return true
		}
	}
	return false
}

// ago reads संख्या इकाई (पहले|पूर्व|बाद): दो दिन पहले, एक साल पहले, and तीन दिन बाद before a future. Behind
// से or के the count starts at some event (चुनाव से दो दिन पहले): that is no date.
func (p *parser) ago(i int) (expr, bool) {
	if !p.distanceNear(i) {
		return expr{}, false
	}
	x, ok := p.single(i)
	if !ok || x.Form != numeral.Cardinal || x.Range.End > p.end || x.Value > 1000 {
		return expr{}, false
	}
	j := x.Range.End
	w := p.word(j)
	if w.sense != unitWord && w.sense != yearMark {
		return expr{}, false
	}
	n := int(x.Value)
	back := false
	switch p.key(j + 1) {
	case "पहले", "पूर्व":
		back = true
	case "बाद":
		if !p.soon(j + 2) {
			return expr{}, false
		}
	default:
		return expr{}, false
	}
	u := unit(w.n)
	if x.Value != float64(n) && u == year && x.Value*12 == float64(int(x.Value*12)) { // डेढ़ साल पहले
		n, u = int(x.Value*12), month
	} else if x.Value != float64(n) || n == 0 {
		return expr{}, false
	}
	for k := i - 1; k >= p.start && k >= i-2; k-- {
		switch p.key(k) {
		case "से", "के", "इसके", "उसके", "जिसके", "ठीक", "महज", "बाद":
			if w := p.key(k - 1); p.key(k) == "से" && (w == "ओर" || w == "तरफ") { // विभाग की ओर से सात दिन पहले
				break
			}
			return expr{}, false
		}
		if !p.is(k, approx) && p.key(k) != "ही" {
			break
		}
	}
	if back {
		n = -n
	}
	e := expr{first: i, end: j + 2, report: true, relative: true, rule: "date/ago"}
	switch u {
	case day:
		e.when = onDay(p.today.addDays(n))
	case week:
		e.when = weekOf(p.today, n)
	case month:
		e.when = monthOf(p.today.y, p.today.m+n)
	case year:
		e.when = yearOf(p.today.y + n)
	default:
		return expr{}, false
	}
	if !p.ref.Known {
		e.when.known = false
	}
	return e, true
}

// soon reports whether the clause at token j closes in the future: तीन दिन बाद मतदान होगा.
func (p *parser) soon(j int) bool {
	for k := j; k < p.end && k < j+14; k++ {
		switch key := p.t[k].Key; {
		case key == "कि" || key == "," || key == "।" || pastWords[key] && key != "की" || isWords[key] || wasWords[key]:
			return pastWords[key] && strings.HasPrefix(p.key(k+1), "जाए")
		case p.t[k].Kind == document.Word && future(key):
			return true
		}
	}
	return false
}

// dayNumbers adds to list the bare numbers that stand for a day which the article
// names in full elsewhere: "28 तक पैसा नहीं मिला" beside "28 फरवरी तक".
func (p *parser) dayNumbers(list []expr) []expr {
	if len(p.days) == 0 {
		return list
	}
	var out []expr
	for _, i := range p.bare {
		s := p.d.SentenceOf(i)
		p.start, p.end, p.tenseFrom = s.Tokens.First, s.Tokens.End, -1
		if p.joined(i) || strings.HasPrefix(p.key(i+2), "पहुंच") {
			continue
		}
		if i > p.start {
			switch p.key(i - 1) {
			case "से", "संख्या", "आंकडा", "नंबर":
				continue
			case "-", "–":
				if p.glued(i) {
					continue
				}
			}
		}
		d, ok := p.digits(i, len(p.t[i].Key))
		if !ok {
			continue
		}
		for _, x := range p.days {
			if x.d == d {
				e := expr{first: i, end: i + 1, report: true, relative: true, when: onDay(x), rule: "date/bare-day"}
				e.claimAll()
				out = append(out, e)
				break
			}
		}
	}
	if out == nil {
		return list
	}
	merged := make([]expr, 0, len(list)+len(out))
	for len(list) > 0 || len(out) > 0 {
		if len(out) == 0 || len(list) > 0 && list[0].first < out[0].first {
			merged = append(merged, list[0])
			list = list[1:]
		} else {
			merged = append(merged, out[0])
			out = out[1:]
		}
	}
	return merged
}
