package moment

import (
	"strings"
	"time"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/numeral"
)

// detPeriod reads a period that is named by its distance:
//
//	अवधि := (बीते|गत|पिछले|इस|अगले|आगामी|चालू) (साल|महीने|हफ्ते|तिमाही|वित्त वर्ष|मास का नाम)
//	      | … साल [के] मास | … साल [में] दिन मास
//	      | (पिछले|अगले) संख्या (घंटे|दिन|साल …)
//
// "पिछले साल जून" = 2020-06, "अगले महीने", "इसी हफ्ते", "बीते जुलाई", "पिछले 24 घंटे".
func (p *parser) detPeriod(i int) (expr, bool) {
	s, j := p.word(i).sense, i+1
	if s == noSense { // आने वाले
		s, j = detNext, i+2
	}
	n := map[sense]int{detPast: -1, detThis: 0, detNext: 1}[s]
	e := expr{first: i, report: true, relative: true}
	w := p.word(j)
	switch {
	case w.sense == monthWord && !w.latin: // बीते जुलाई
		e.end, e.rule = j+1, "date/directed-month"
		y := p.today.y
		switch {
		case n < 0 && int(w.n) >= p.today.m:
			y--
		case n > 0 && int(w.n) <= p.today.m:
			y++
		}
		if yy, end := p.yearBehind(j + 1); yy != 0 {
			y, e.end = yy, end
		}
		e.when = monthOf(y, int(w.n))
		p.known(&e)
		e.claimAll()
		return e, true
	case w.sense == fiscal: // चालू वित्त वर्ष
		k := j + 1
		if p.is(k, yearMark) {
			k++
		} else if p.key(j) != "वित्तवर्ष" {
			return expr{}, false
		}
		if _, isNumber := p.digits(k, 4); isNumber { // इस वित्त वर्ष 2020-21
			return p.yearExpr(j)
		}
		e.end, e.rule = k, "date/directed-fiscal-year"
		y := p.today.y
		if p.today.m < 4 {
			y--
		}
		e.when = fiscalYear(y + n)
		p.known(&e)
		return e, true
	case w.sense == yearMark:
		if strings.HasPrefix(p.key(j), "सन") || plural(p.key(j)) {
			return expr{}, false
		}
		if _, isNumber := p.digits(j+1, 4); isNumber { // बीते साल 2019 में
			x, ok := p.yearExpr(j)
			x.first = i
			if ok {
				x.claimAll()
			}
			return x, ok
		}
		e.end, e.rule = j+1, "date/directed-year"
		e.when = yearOf(p.today.y + n)
		p.within(&e, p.today.y+n)
		p.known(&e)
		return e, true
	case w.sense == unitWord:
		if plural(p.key(j)) {
			return expr{}, false
		}
		switch unit(w.n) {
		case hour: // अगले घंटे
			if n == 0 || p.key(j) == "घंटों" || !p.ref.HasClock {
				return expr{}, false
			}
			e.end, e.rule = j+1, "date/span"
			e.when = p.hours(float64(n))
			return e, true
		case week:
			e.when = weekOf(p.today, n)
			if x, k := p.word(j+1), j+1; x.sense == weekdayWord || p.key(k) == "के" && p.is(k+1, weekdayWord) { // अगले हफ्ते सोमवार
				if x.sense != weekdayWord {
					k++
				}
				r := dayRef{first: i, end: k + 1, rule: "date/week-day"}
				e.end, e.rule = k+1, r.rule
				c := p.attach(&r, &e)
				e.clock = c
				e.when = c.on(onDay(e.when.a.addDays((int(p.word(k).n) + 6) % 7)))
				p.known(&e)
				e.claimAll()
				return e, true
			}
		case month:
			e.when = monthOf(p.today.y, p.today.m+n)
		case quarter:
			e.when = quarterOf(p.today.y, max(p.today.m, 1), n)
		default:
			return expr{}, false
		}
		e.end, e.rule = j+1, "date/directed-period"
		if unit(w.n) == month && p.key(j+1) == "की" { // इस महीने की 20 तारीख
			if d, next, ok := p.dayNumber(j + 2); ok && p.key(next) == "तारीख" && p.ref.Known && validDay(e.when.a.y, e.when.a.m, d) {
				e.end = next + 1
				e.when = onDay(point{y: e.when.a.y, m: e.when.a.m, d: d})
				e.claimAll()
			}
		}
		p.known(&e)
		if unit(w.n) == month {
			p.weekOfMonth(&e)
		}
		return e, true
	}
	return p.spanOf(i, j, n)
}

// known takes the value away where there is no article date.
func (p *parser) known(e *expr) {
	if !p.ref.Known {
		e.when.known = false
	}
}

// plural reports whether a unit is oblique plural: पिछले सालों is no year.
func plural(k string) bool { return strings.HasSuffix(k, "ों") }

// within reads a month or a day behind a year: पिछले साल जून, इस साल के मार्च, पिछले साल 15 मार्च,
// इस साल जनवरी से अगस्त.
func (p *parser) within(e *expr, y int) {
	j := e.end
	switch p.key(j) {
	case "में", ",": // 2019 में 15 मार्च को: two expressions, and the year of the second
		if y > 100 { // there is a reference
			p.yearHint, p.hintEnd = y, j+1
		}
		return
	case "के", "की":
		j++
	}
	linked := j > e.end
	if f, end, ok := p.feastAt(j); ok && y != 0 { // 2010 के पृथ्वी दिवस पर
		e.end, e.when, e.rule = end, onDay(point{y: y, m: f.month, d: f.day}), "date/festival"
		return
	}
	if r, ok := p.day(j); ok && r.explicit() && r.y == 0 && len(r.list) == 0 && r.dir == unknownTense && !r.this {
		r.y = y
		r.first = e.first
		p.apposition(&r)
		e.end = r.end
		c := p.attach(&r, e)
		e.when = c.on(p.resolve(&r, unknownTense))
		e.rule = "date/year-day"
		e.claimAll()
		return
	}
	w := p.word(j)
	if w.sense != monthWord || w.latin || w.n == 3 && linked && !p.monthNoun(j) {
		return
	}
	if y == 0 { // no reference
		e.end = j + 1
		return
	}
	e.end = j + 1
	e.when = monthOf(y, int(w.n))
	e.rule = "date/year-month"
	if m, end := p.monthTo(e.end); m != 0 { // जनवरी से अगस्त
		e.end = end
		b := monthOf(y, m)
		if m < int(w.n) {
			b = monthOf(y+1, m)
		}
		e.when.b, e.when.interval = b.a, true
	}
	if p.is(e.end, unitWord) && p.word(e.end).n == int8(month) { // मार्च महीने
		e.end++
	}
	e.claimAll()
}

// monthTo reads the end of a range of months: से अगस्त, -जून.
func (p *parser) monthTo(j int) (m, end int) {
	switch p.key(j) {
	case "से", "-", "–":
		j++
	default:
		return 0, j
	}
	if p.key(j) == "लेकर" {
		j++
	}
	if w := p.word(j); w.sense == monthWord && !w.latin {
		return int(w.n), j + 1
	}
	return 0, j
}

// spanOf reads पिछले 24 घंटे, अगले तीन दिन, बीते डेढ़ साल: an interval that ends or starts at the
// article's date. Its number is a number, so nothing is claimed.
func (p *parser) spanOf(i, j, n int) (expr, bool) {
	if n == 0 {
		return expr{}, false
	}
	x, ok := numeral.At(p.d, j)
	if !ok || x.Range.End > p.end || x.Form != numeral.Cardinal || x.Value <= 0 || x.Value > 10000 {
		return expr{}, false
	}
	k := x.Range.End
	w := p.word(k)
	if w.sense != unitWord && w.sense != yearMark || strings.HasPrefix(p.key(k), "सन") {
		return expr{}, false
	}
	v := x.Value
	if x.HasMax {
		v = x.Max
	}
	e := expr{first: i, end: k + 1, report: true, relative: true, rule: "date/span"}
	c := int(v + 0.999)
	switch unit(w.n) {
	case hour:
		if p.ref.HasClock {
			e.when = p.hours(v * float64(n))
			p.known(&e)
			return e, true
		} else {
			days := max(1, (c+23)/24)
			e.when = when{a: p.today, b: p.today.addDays(n * days), interval: true, known: true, grain: GrainDay}
		}
	case day:
		e.when = when{a: p.today, b: p.today.addDays(n * c), interval: true, known: true, grain: GrainDay}
		if n > 0 && c > 1 { // अगले 3 दिन start tomorrow
			e.when.a = e.when.a.addDays(1)
		}
	case week:
		e.when = when{a: p.today, b: p.today.addDays(n * int(7*v)), interval: true, known: true, grain: GrainWeek}
	case month:
		e.when = when{a: monthOf(p.today.y, p.today.m).a, b: monthOf(p.today.y, p.today.m+n*c).a, interval: true, known: true, grain: GrainMonth}
	case year:
		if v != float64(int(v)) {
			m := int(12 * v)
			e.when = when{a: monthOf(p.today.y, p.today.m).a, b: monthOf(p.today.y, p.today.m+n*m).a, interval: true, known: true, grain: GrainMonth}
		} else {
			e.when = when{a: point{y: p.today.y}, b: point{y: p.today.y + n*c}, interval: true, known: true, grain: GrainYear}
		}
	default:
		return expr{}, false
	}
	if n < 0 {
		e.when.a, e.when.b = e.when.b, e.when.a
	}
	p.known(&e)
	return e, true
}

// hours is the interval of n hours before or after the article's time.
func (p *parser) hours(n float64) when {
	t := p.ref.Time.In(IST)
	u := t.Add(timeHours(n))
	if n < 0 {
		t, u = u, t
	}
	at := func(t time.Time) point {
		return point{y: t.Year(), m: int(t.Month()), d: t.Day(), h: t.Hour(), mi: t.Minute(), hasClock: true}
	}
	return when{a: at(t), b: at(u), interval: true, known: true, grain: GrainHour}
}

// monthExpr reads a month that stands without a day: मई में, मई 2020, अप्रैल-मई, अप्रैल से जून, मई
// माह, जून के दूसरे सप्ताह.
func (p *parser) monthExpr(i int) (expr, bool) {
	w := p.word(i)
	e := expr{first: i, end: i + 1, report: true, rule: "date/month"}
	y, end := p.yearBehind(i + 1)
	m2, end2 := 0, 0
	if y == 0 {
		if m2, end2 = p.monthTo(i + 1); m2 != 0 {
			y, end = p.yearBehind(end2)
		}
	} else if m2, end2 = p.monthTo(end); m2 != 0 { // अप्रैल 2019 से मार्च 2020
		if y2, end3 := p.yearBehind(end2); y2 != 0 {
			e.end = end3
			e.when = when{a: point{y: y, m: int(w.n)}, b: point{y: y2, m: m2}, interval: true, known: true, grain: GrainMonth}
			e.rule = "date/month-range"
			e.claimAll()
			return e, true
		}
		m2 = 0
	}
	if y != 0 {
		e.end = end
		e.when = monthOf(y, int(w.n))
		if m2 != 0 {
			e.when.b, e.when.interval = point{y: y, m: m2}, true
			if m2 < int(w.n) {
				e.when.a.y--
			}
		}
		e.rule = "date/month-year"
		e.claimAll()
		p.weekOfMonth(&e)
		return e, true
	}
	if w.latin || m2 == 0 && !p.monthNoun(i) {
		return expr{}, false
	}
	if m2 != 0 {
		e.end = end2
	}
	if x := p.word(e.end); x.sense == unitWord && x.n == int8(month) {
		e.end++
	}
	e.relative = true
	last := int(w.n)
	if m2 != 0 {
		last = m2
	}
	tn := p.tense(e.end)
	if k := p.key(e.end); (k == "का" || k == "की" || k == "के") && dues[p.key(e.end+1)] {
		tn = unknownTense // अगस्त का वेतन नहीं मिला तो काम बंद करेंगे: what is due for the month next to the article
	}
	if y = p.yearOfMonth(last, tn); p.hinted(i) {
		y = p.yearHint
		e.relative = false
	}
	e.when = monthOf(y, last)
	if m2 != 0 {
		e.when.b, e.when.interval = e.when.a, true
		e.when.a = monthOf(y, int(w.n)).a
		if int(w.n) > m2 {
			e.when.a.y--
		}
	}
	if e.relative {
		p.known(&e)
	}
	e.claimAll()
	p.weekOfMonth(&e)
	return e, true
}

// weekOfMonth reads a part of the month in e:
//
//	मास के (पहले|तीसरे|आखिरी) सप्ताह    the week, Monday to Sunday, whose Thursday lies in the month
//	मास के (पहले|दूसरे|अंतिम) वार      a day: मई के दूसरे शनिवार
//
// The ordinal is a number too, so only the month is claimed.
func (p *parser) weekOfMonth(e *expr) {
	if k := p.key(e.end); k != "के" && k != "का" && k != "की" || e.when.interval {
		return
	}
	n, k, ok := p.nth(e.end + 1)
	if !ok || n > 5 {
		return
	}
	w := p.word(k)
	dow := 4 // Thursday
	switch {
	case w.sense == unitWord && w.n == int8(week):
		e.rule, e.when.grain = "date/week-of-month", GrainWeek
	case w.sense == weekdayWord && !w.latin:
		dow = int(w.n)
		e.rule, e.when.grain = "date/weekday-of-month", GrainDay
	default:
		return
	}
	e.end = k + 1
	if !e.when.known {
		return
	}
	a := point{y: e.when.a.y, m: e.when.a.m, d: 1}
	a = a.addDays((dow-a.weekday()+7)%7 + 7*max(n-1, 0))
	for n < 0 && a.addDays(7).m == e.when.a.m {
		a = a.addDays(7)
	}
	if a.m != e.when.a.m {
		e.when.known = false
		return
	}
	if w.sense == unitWord {
		e.when = weekOf(a, 0)
		return
	}
	r := dayRef{first: e.first, end: e.end}
	c := p.attach(&r, e)
	e.clock = c
	e.when = c.on(onDay(a))
}

// nth reads पहले, तीसरा, 2nd; -1 for the last (आखिरी, अंतिम).
func (p *parser) nth(j int) (n, next int, ok bool) {
	switch p.key(j) {
	case "आखिरी", "अंतिम", "आखरी":
		return -1, j + 1, true
	}
	x, ok := p.single(j)
	if !ok || x.Form != numeral.Ordinal || x.Range.End > p.end || x.Value < 1 {
		return 0, j, false
	}
	return int(x.Value), x.Range.End, true
}

// yearOfMonth finds the year of a month without one.
func (p *parser) yearOfMonth(m int, tn tense) int {
	y := p.today.y
	d := m - p.today.m
	switch {
	case tn == pastTense && d > 0, tn == unknownTense && d > 6:
		return y - 1
	case tn == futureTense && d < 0, tn == unknownTense && d < -6:
		return y + 1
	}
	return y
}

// marching are the words behind "मार्च में" or "मार्च के" that make it one that is walked.
var marching = setOf("शामिल भाग हिस्सा दौरान आगे नेतृत्व समर्थन विरोध लिए जरिए माध्यम बाद साथ दौरन")

// dues are what is paid by the month.
var dues = setOf(`वेतन तनख्वाह सैलरी पेंशन मानदेय पगार बिल किराया बकाया भुगतान किस्त किश्त राशन`)

// monthly are the words behind "मार्च के", "मार्च की" and "मार्च का" that only a month has.
var monthly = setOf(`अंत आखिर आखिरी आखिरकार शुरू शुरुआत शुरूआत शुरुआती शुरूआती मध्य पहले दूसरे तीसरे चौथे अंतिम प्रथम द्वितीय महीने महीना माह मुकाबले वेतन मौसम बिल राशन किराया
	पहला दूसरा तीसरा आखिरी तापमान पखवाड़े पहली दूसरी तनख्वाह सैलरी पेंशन तुलना`)

// beforeTime are the words that a time may follow and the name of a protest does not:
// लेकिन मार्च में, यहां मार्च में.
var beforeTime = setOf(`में को से पर ने इसी इस अब बाद पहले बीते गत था थे थी है हैं अगले पिछले साल वर्ष फिलहाल यहां वहां जहां अभी बार दौरान अगर दरअसल हालांकि करीब लगभग केवल सिर्फ सिवाय
	जो वह यह वे ये कि और लेकिन मगर तब जब आमतौर अक्सर शायद मसलन जैसे वहीं इधर उधर इससे उससे संभवतः`)

// monthNoun reports whether the month's name at token i, alone, is the month: its
// neighbours are those of a time. For मार्च that must be plain, since it is also a
// protest: कैंडल मार्च, पैदल मार्च में शामिल.
func (p *parser) monthNoun(i int) bool {
	next, after := p.key(i+1), p.key(i+2)
	if i > p.start && p.t[i-1].Kind == document.Number && len(p.t[i-1].Key) <= 2 { // 31 फरवरी
		return false
	}
	if next == "की" && p.word(i).n == 6 && meals[after] { // दो जून की रोटी
		return false
	}
	switch next {
	case "दिवस", "पास्ट":
		return false
	case "माह", "महीने", "महीना", "मास":
		return true
	}
	if p.word(i).n != 3 {
		return true
	}
	switch next {
	case "के", "की", "का":
		if monthly[after] {
			return true
		}
		if next == "का" || marching[after] {
			return false
		}
	case "में":
		if marching[after] {
			return false
		}
	case "होने": // मार्च होने वाले सत्र
		return after == "वाले" || after == "वाली" || after == "वाला"
	case "तक", "से":
	case "-", ",", "और", "या":
		return p.is(i+2, monthWord)
	default:
		return false
	}
	if i == p.start {
		return true
	}
	prev := &p.t[i-1]
	return prev.Kind == document.Punct || beforeTime[prev.Key] ||
		prev.Class.Has(lexicon.Conjunction|lexicon.Pronoun|lexicon.Particle|lexicon.Demonstrative) && !prev.Class.Has(lexicon.GivenName|lexicon.Surname)
}

// yearContext are the words behind a bare year.
var yearContext = setOf("में के की का से तक को और व एवं या तथा")

// yearHeads are what a year names: 2019 विधानसभा चुनाव, 2012 बैच.
var yearHeads = setOf(`फीफा विधानसभा लोकसभा चुनाव चुनावों इलेक्शन ओलंपिक ओलिंपिक एशियाड बैच सीजन विश्व वर्ल्ड एशिया बजट संस्करण सत्र जनगणना परीक्षा राष्ट्रमंडल कॉमनवेल्थ
	पैरालंपिक टी विश्वकप दशक election elections olympics world asia batch दंगे दंगों दंगा ईस्वी ई फाइनल`)

// yearOwners are what carries its year behind it: विधेयक, 2024; ओलंपिक 2024.
var yearOwners = setOf(`खेल खेलों विधेयक अधिनियम कानून एक्ट बिल अध्यादेश नियम नियमावली नियमों संहिता नीति बजट चुनाव इलेक्शन ओलंपिक ओलिंपिक कप सीजन मिशन विजन योजना परीक्षा सर्वेक्षण
	रिपोर्ट गेम्स लीग ट्रॉफी अवार्ड अवॉर्ड पुरस्कार सम्मेलन समिट महाकुंभ कुंभ अभियान result results election elections act bill olympics cup policy exam
	ipl आईपीएल रिजल्ट परिणाम भर्ती नीट नेट सीटेट रीट ctet neet cbse rbse board बोर्ड सत्र सर्वे पोल पोल्स budget संशोधन चैंपियनशिप ओपन`)

// quantityBehind are the words behind "2000 से" that make it a quantity.
var quantityBehind = setOf("अधिक ज्यादा ज़्यादा कम ऊपर नीचे आगे लेकर")

// yearExpr reads a year:
//
//	वर्ष := [वित्त] [वर्ष|साल|सन] YYYY [में|के …] | YYYY-YY | YYYY से YYYY
//
// "वर्ष 2006", "2017 के विधानसभा चुनाव", "वित्त वर्ष 2021-22", "2025-26 से 2029-30", "साल 2020 के मार्च".
func (p *parser) yearExpr(i int) (expr, bool) {
	e := expr{first: i, report: true, rule: "date/year"}
	j := i
	marked, fiscalMark := false, false
	if p.is(j, fiscal) {
		fiscalMark = true
		if j++; !p.is(j, yearMark) && p.key(i) != "वित्तवर्ष" {
			return expr{}, false
		}
	}
	if p.is(j, yearMark) {
		marked = true
		if plural(p.key(j)) {
			return expr{}, false
		}
		if j++; p.key(j) == "." || p.key(j) == ":" || p.key(j) == "-" && p.glued(j) {
			j++
		}
	}
	y, w, next, ok := p.yearAt(j)
	if z, short := p.digits(j, 2); !ok && fiscalMark && short && z >= 10 && z <= 49 && yearContext[p.key(j+1)] { // वित्त वर्ष 24 में
		e.end, e.when, e.rule = j+1, fiscalYear(2000+z-1), "date/fiscal-year"
		e.claimAll()
		return e, true
	}
	if !ok {
		return expr{}, false
	}
	pair := w.interval || w.a.m != 0
	switch {
	case marked || fiscalMark:
		if !pair && p.is(next, unitWord) {
			return expr{}, false
		}
	case pair:
		if i > p.start && p.joinedYear(i) {
			return expr{}, false
		}
	case p.key(next) == "~" && isYear(p, next+1): // 2014 ~ 2018
	case !p.bareYear(j, next, y):
		return expr{}, false
	}
	if fiscalMark && !pair { // वित्त वर्ष 2021 में: the year that ends then
		w = fiscalYear(y - 1)
	}
	e.end, e.when = next, w
	if pair {
		e.rule = "date/fiscal-year"
		if w.a.m != 0 && !w.interval {
			e.rule = "date/numeric-month"
			e.claimAll()
			return e, true
		}
	}
	// से YYYY: 2015 से 2020, 2025-26 से 2029-30
	k := next
	switch p.key(k) {
	case "से":
		if k++; p.key(k) == "लेकर" {
			k++
		}
	case "-", "–", "~":
		k++
	}
	if k > next {
		if p.is(k, yearMark) {
			k++
		}
		if y2, w2, next2, ok := p.yearAt(k); ok && w2.interval == pair && y2 > y && !p.quantified(next2) {
			e.end = next2
			if pair {
				e.when.b = w2.b
			} else {
				e.when = when{a: w.a, b: w2.a, interval: true, known: true, grain: GrainYear}
			}
			e.rule = "date/year-range"
			e.claimAll()
			return e, true
		}
	}
	if p.key(e.end) == "ई" || p.key(e.end) == "ईस्वी" || p.key(e.end) == "ईसवी" {
		e.end++
		if p.key(e.end) == "." && p.glued(e.end) {
			e.end++
		}
	}
	e.claimAll()
	if !pair {
		if p.weekOfYear(&e, y) {
			return e, true
		}
		p.within(&e, y)
	}
	return e, true
}

// weekOfYear reads 2019 के पहले सप्ताह: the ISO week.
func (p *parser) weekOfYear(e *expr, y int) bool {
	if k := p.key(e.end); k != "के" && k != "का" {
		return false
	}
	n, k, ok := p.nth(e.end + 1)
	if w := p.word(k); !ok || w.sense != unitWord || w.n != int8(week) || n > 53 {
		return false
	}
	first := weekOf(point{y: y, m: 1, d: 4}, 0) // 4 January lies in week 1
	if n < 0 {
		e.when = weekOf(point{y: y + 1, m: 1, d: 4}, -1)
	} else {
		e.when = weekOf(first.a, n-1)
	}
	e.end, e.rule = k+1, "date/week-of-year"
	return true
}

// joinedYear reports whether the number at token i is glued to a number before it.
func (p *parser) joinedYear(i int) bool {
	k := p.key(i - 1)
	return (k == "-" || k == "/" || k == "–") && p.glued(i) && i-2 >= p.start && p.t[i-2].Kind == document.Number
}

// yearAt reads YYYY or YYYY-YY at token j.
func (p *parser) yearAt(j int) (y int, w when, next int, ok bool) {
	y, ok = p.digits(j, 4)
	if !ok || y < 1000 || y > 2199 {
		return 0, w, j, false
	}
	sep := p.key(j + 1)
	if (sep == "-" || sep == "–" || sep == "/") && p.glued(j+2) {
		after := p.key(j + 3)
		if (after == "-" || after == "/") && p.glued(j+3) && p.glued(j+4) {
			return 0, w, j, false
		}
		if z, ok := p.digits(j+2, 2); ok && y >= 1900 && y <= 2099 {
			if z == (y+1)%100 {
				return y, fiscalYear(y), j + 3, true
			}
			if z > y%100 && z-y%100 <= 15 && sep != "/" {
				return y, when{a: point{y: y}, b: point{y: y - y%100 + z}, interval: true, known: true, grain: GrainYear}, j + 3, true
			}
			if z >= 1 && z <= 12 && sep == "-" { // 2015-12
				return y, monthOf(y, z), j + 3, true
			}
			return 0, w, j, false
		}
		if z, ok := p.digits(j+2, 4); ok && y >= 1900 && z > y && z <= 2099 {
			if z == y+1 {
				return y, fiscalYear(y), j + 3, true
			}
			return y, when{a: point{y: y}, b: point{y: z}, interval: true, known: true, grain: GrainYear}, j + 3, true
		}
		if p.glued(j+1) && j+2 < p.end && p.t[j+2].Kind == document.Number {
			return 0, w, j, false
		}
	}
	return y, yearOf(y), j + 1, true
}

// quantified reports whether what stands at token j makes a quantity of the number
// before it: से अधिक, करोड़, लोग.
func (p *parser) quantified(j int) bool {
	if j >= p.end {
		return false
	}
	k := p.t[j].Key
	if p.t[j].Kind == document.Word {
		if numeral.Starts(k) && k != "एक" && k != "दो" {
			return true
		}
		return !yearContext[k] && !yearHeads[k] && p.t[j].Class&^lexicon.Numeral == 0
	}
	return k == "%" || k == "₹"
}

// countedNouns are what a number of four digits behind a date and a comma counts: 18 मई, 2020
// मरीज.
var countedNouns = setOf(`रुपए रुपये रुपया रु लोग लोगों मामले मामलों केस मरीज मरीजों वोट वोटों सीट सीटें पद पदों बूथ बूथों गांव गांवों किमी किलोमीटर मीटर मेगावाट
	छात्र छात्रों अभ्यर्थी अभ्यर्थियों किसान किसानों मकान घर परिवार परिवारों मतदाता मतदाताओं नए अंक अंकों क्विंटल टन लीटर किलो`)

// counted reports whether what stands at token j is counted by the number before it.
func (p *parser) counted(j int) bool {
	if j >= p.end {
		return false
	}
	k := p.t[j].Key
	return k == "%" || countedNouns[k] || p.t[j].Kind == document.Word && numeral.Starts(k) && k != "एक" && k != "दो"
}

// levels are the nouns whose level a number behind them is, not a year: संख्या 2020।
var levels = setOf(`संख्या आंकड़ा आंकडे आंकड़े कीमत मूल्य भाव दाम रेट नंबर कुल क्रमांक तक पार करीब लगभग महज सिर्फ केवल कोड पिन ट्रेन धारा सेक्टर वार्ड अंक रुपए रुपये रु पहुंचा पहुंची बढ़कर घटकर
	मरीज मामले केस मौतें मौत घायल स्कोर अंकों शुल्क फीस वेतन राशि किराया मीटर किमी संवत होकर हुए हुई मिले पास फेल उम्र वजन फोन मोबाइल हेल्पलाइन`)

// titleEnd reports whether the four digits at token j close a title: यूरो 2024:, पेरिस 2024, …
func (p *parser) titleEnd(j, next int) bool {
	if j == p.start || next < p.end && p.t[next].Kind != document.Punct {
		return false
	}
	switch p.key(next) {
	case "", ":", ",", "।", "|", ")", "'", "’", "\"", "”", "!", "?":
	case "-", "–":
		if p.glued(next + 1) {
			return false
		}
	default:
		return false
	}
	prev := &p.t[j-1]
	return prev.Kind == document.Word && prev.Space && p.t[j].Space && !levels[prev.Key] && senses.Of(prev.Word).sense == noSense && !prev.Class.Has(lexicon.Numeral) &&
		!prev.Class.Has(lexicon.Postposition|lexicon.Auxiliary|lexicon.Particle|lexicon.Conjunction|lexicon.Pronoun)
}

// bareYear decides whether the four digits at token j are a year: by what stands
// around them. 2017 के चुनाव, 2020 तक are; 2019 करोड़, 2000 के नोट, 2020 बूथ are not.
func (p *parser) bareYear(j, next, y int) bool {
	if k := p.key(next); k == "ई" || k == "ईस्वी" || k == "ईसवी" { // 1192 ई. में
		return true
	}
	if y < 1500 || y > 2099 || j > p.start && p.joined(j) || p.joinedYear(j) {
		return false
	}
	if j > p.start {
		switch p.key(j - 1) {
		case "₹", "रु", "रुपए", "$", "धारा", "संख्या", "नंबर", "क्रमांक", "सं", "नं", "कुल", "करीब", "लगभग", "महज", "सिर्फ", "केवल", "#", "@", "+":
			return false
		case "(":
			k := p.key(next)
			if (k == "-" || k == "–") && p.key(next+2) == ")" { // (1888 - 1958)
				z, ok := p.digits(next+1, 4)
				return ok && z > y && z-y < 130
			}
			return y >= 1900 && (k == ")" || k == "," || yearHeads[k] || yearContext[k])
		}
	}
	if p.key(j-1) == "से" && strings.HasSuffix(p.key(j-2), "में") { // इनमें से 1981 को छुट्टी मिली
		return false
	}
	k := p.key(next)
	round := y%1000 == 0
	owner := yearOwners[p.key(j-1)] || (p.key(j-1) == "," || p.key(j-1) == "-") && yearOwners[p.key(j-2)]
	if owner && y >= 1850 && !(next < p.end && p.t[next].Kind == document.Word && !yearContext[k] && p.quantified(next)) {
		return true
	}
	if w := p.word(next); w.sense == monthWord && !w.latin && y >= 1900 { // 2018 जनवरी में
		return true
	}
	if yearHeads[k] {
		return !round || k != "टी"
	}
	if (k == ":" || (k == "-" || k == "–") && !p.glued(next)) && j == p.start && y >= 1900 && next+1 < p.end && p.t[next+1].Kind == document.Word { // 1957: a heading of a chronicle
		return !round
	}
	if !yearContext[k] {
		return y >= 1990 && y <= 2040 && y%100 != 0 && p.titleEnd(j, next)
	}
	after := p.key(next + 1)
	switch k {
	case "से":
		if after == "लेकर" && (isYear(p, next+2) || p.key(next+2) == "अब" || p.key(next+2) == "आज") {
			return true
		}
		if quantityBehind[after] {
			return false
		}
		if _, _, _, ok := p.yearAt(next + 1); !ok && after == "" {
			return false
		}
		if z, _, ok := p.integer(next+1, 0, 9999); ok && z > y && !isYear(p, next+1) { // 2000 से 3000
			return false
		}
	case "में":
		if after == "से" || round && (strings.HasPrefix(after, "बेच") || strings.HasPrefix(after, "खरीद") || strings.HasPrefix(after, "बिक") || strings.HasPrefix(after, "मिल")) {
			return false
		}
	case "के":
		if after == "नोट" || after == "नोटों" || after == "पार" || after == "करीब" || after == "आसपास" && round || after == "आंकड़े" {
			return false
		}
	case "की":
		if after == "रेंज" || after == "संख्या" || after == "आबादी" || after == "भीड़" {
			return false
		}
	case "और", "व", "एवं", "या", "तथा":
		if after == "बाद" || after == "उसके" { // 2018 या बाद
			return true
		}
		if !isYear(p, next+1) {
			return false
		}
		k2 := p.key(next + 2)
		if !yearContext[k2] && !yearHeads[k2] {
			return false
		}
		return !(k2 == "के" && (p.key(next+3) == "नोट" || p.key(next+3) == "नोटों"))
	case "का", "को":
		if round {
			return false
		}
	}
	if round {
		return k == "में" || k == "के" && (after == "बाद" || after == "दशक" || after == "दौरान" || yearHeads[after])
	}
	return y >= 1900 || k == "में" || k == "की" || k == "के" || k == "से" && y >= 1800 && y%50 != 0
}

// eraExpr reads decades and centuries: 90 के दशक, नब्बे के दशक, 21वीं सदी; and a day of an
// unnamed month: 10 तारीख.
func (p *parser) eraExpr(i int) (expr, bool) {
	if !p.eraNear(i) {
		return expr{}, false
	}
	e := expr{first: i, report: true, rule: "date/decade"}
	x, ok := p.single(i)
	if !ok || x.Range.End > p.end {
		return expr{}, false
	}
	j := x.Range.End
	n := int(x.Value)
	if x.Form == numeral.Ordinal {
		w := p.word(j)
		if w.sense == unitWord && unit(w.n) == century && n >= 1 && n <= 30 {
			e.end, e.rule = j+1, "date/century"
			e.when = when{a: point{y: n*100 - 99}, b: point{y: n * 100}, interval: true, known: true, grain: GrainYear}
			return e, true
		}
		return expr{}, false
	}
	if x.Form != numeral.Cardinal || x.Value != float64(n) {
		return expr{}, false
	}
	linked := 0
	if p.key(j) == "के" || p.key(j) == "का" {
		linked = 1
	}
	if j += linked; p.is(j, unitWord) && unit(p.word(j).n) == decade && n%10 == 0 && (linked == 1 || n > 1000) {
		switch {
		case n >= 10 && n <= 90:
			n += 1900
		case n < 1000 || n > 2090:
			return expr{}, false
		}
		e.end = j + 1
		e.when = when{a: point{y: n}, b: point{y: n + 9}, interval: true, known: true, grain: GrainYear}
		e.claimAll()
		return e, true
	}
	if linked != 0 {
		return expr{}, false
	}
	if k := p.key(j); (k == "तारीख" || k == "तारिख") && n >= 1 && n <= 31 && !x.HasMax {
		e.end, e.rule, e.relative = j+1, "date/day-of-month", true
		e.when = when{grain: GrainDay}
		if p.ref.Known && !p.repeated(i) {
			e.when = p.dayOfMonth(n, p.tense(j+1))
		} else {
			e.report = false
		}
		e.claimAll()
		return e, true
	}
	return expr{}, false
}

// eraNear reports whether a word that eraExpr needs stands where the longest number that
// starts at token i may end: उन्नीस सौ नब्बे के दशक.
func (p *parser) eraNear(i int) bool {
	for j := i + 1; j < min(i+7, p.end); j++ {
		switch w := p.word(j); {
		case w.sense == unitWord && (unit(w.n) == decade || unit(w.n) == century), p.key(j) == "तारीख", p.key(j) == "तारिख":
			return true
		}
	}
	return false
}

// repeated reports whether हर महीने की stands before token i: no one day.
func (p *parser) repeated(i int) bool {
	for k := i - 1; k >= p.start && k >= i-4; k-- {
		if p.is(k, every) || p.key(k) == "महीने" && p.key(k-1) != "इस" && p.key(k-1) != "इसी" {
			return true
		}
	}
	return false
}

// yearRow reads a row of a table whose year stands in a column before the day: 1897 12 जून शिलांग.
func (p *parser) yearRow(i int) (expr, bool) {
	y, ok := p.digits(i, 4)
	if !ok || i != p.start || y < 1700 || y > 2099 || i+2 >= p.end || p.t[i+1].Kind != document.Number || !p.is(i+2, monthWord) {
		return expr{}, false
	}
	r, ok := p.day(i + 1)
	if !ok || r.y != 0 || r.last != 0 || len(r.list) > 0 || !validDay(y, r.m, r.d) {
		return expr{}, false
	}
	e := expr{first: i, end: r.end, report: true, when: onDay(point{y: y, m: r.m, d: r.d}), rule: "date/year-row"}
	e.claimAll()
	return e, true
}

// appointment reads a day without its month at the head of a sentence or behind what is set for
// it: 18 को होगी सुनवाई; मतदान 18 को, मतगणना 23 को. What stands there may also be people (18 को नोटिस).
func (p *parser) appointment(i int) (expr, bool) {
	if k := p.key(i + 1); k != "को" && k != "से" && k != "तक" && k != "की" || p.t[i].Kind != document.Number || len(p.t[i].Key) > 2 || p.joined(i) {
		return expr{}, false
	}
	n, _, ok := p.integer(i, 1, 31)
	if !ok {
		return expr{}, false
	}
	set := p.key(i+1) == "को" && appointments[p.key(i-1)]
	if h := p.key(i - 1); p.key(i+1) == "को" && (i == p.start || h == "," || h == ":" || h == ";") {
		for j := i + 2; j < i+6 && j < p.end && p.t[j].Kind == document.Word; j++ {
			if appointments[p.t[j].Key] {
				set = true
				break
			}
		}
	}
	if i == p.start {
		switch k := p.key(i + 2); p.key(i + 1) {
		case "की": // 26 की सुबह
			set = p.is(i+2, partWord)
		case "से": // 18 से खुलेंगे स्कूल
			set = future(k)
		case "तक": // 24 तक दाखिल होगी चार्जशीट; but 40 तक पहुंचेगा पारा
			set = deadlines[k] && future(p.key(i+3))
		}
	}
	if !set {
		return expr{}, false
	}
	e := expr{first: i, end: i + 1, report: p.ref.Known, relative: true, rule: "date/appointment", when: when{grain: GrainDay}}
	if p.ref.Known {
		e.when = p.dayOfMonth(n, p.tense(i+1))
	}
	e.claimAll()
	return e, true
}

// appointments are what a day is set for.
var appointments = setOf(`सुनवाई बैठक मतदान मतगणना वोटिंग चुनाव परीक्षा परीक्षाएं रैली धरना प्रदर्शन शपथ शपथग्रहण उद्घाटन लोकार्पण शिलान्यास आएंगे आएंगी आएगा पहुंचेंगे महारैली महापंचायत पंचायत हड़ताल चक्काजाम सम्मेलन मेला शिविर मुकाबला मैच फाइनल फैसला पेशी काउंसिलिंग नामांकन परिणाम रिजल्ट`)

// deadlines are what is done until a day, before the auxiliary.
var deadlines = setOf(`दाखिल जारी पूरा पूरी पूरे तैयार बंद खुल बन लागू शुरू जमा घोषित`)

// dayOfMonth resolves 10 तारीख in the month that the tense allows, else in the nearest.
func (p *parser) dayOfMonth(n int, tn tense) when {
	y, m := p.today.y, p.today.m
	switch {
	case tn == futureTense && n < p.today.d, tn == unknownTense && p.today.d-n > 15:
		m++
	case tn == pastTense && n > p.today.d, tn == unknownTense && n-p.today.d > 15:
		m--
	}
	w := monthOf(y, m)
	if !validDay(w.a.y, w.a.m, n) {
		return when{grain: GrainDay}
	}
	return onDay(point{y: w.a.y, m: w.a.m, d: n})
}
