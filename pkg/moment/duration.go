package moment

import (
	"strconv"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/numeral"
	"khabar/pkg/span"
)

// Duration is a length of time: साढ़े तीन घंटे, 2 साल 3 महीने. It is no Date; it is what a count of
// a unit of time amounts to.
type Duration struct {
	Range  document.Range
	Span   span.Span
	Amount float64 // in Unit, whole wherever a smaller unit makes it so
	Unit   string  // year, month, week, day, hour, minute, second

	seconds float64
	max     float64                 // upper end in seconds, 0 where it is no range
	parts   [len(unitNames)]float64 // the amount of each unit, for ISO
}

var unitNames = [...]string{second: "second", minute: "minute", hour: "hour", day: "day", week: "week", month: "month", year: "year"}

// seconds is the length of each unit; a month counts 30 days and a year 365.
var seconds = [...]float64{second: 1, minute: 60, hour: 3600, day: 86400, week: 7 * 86400, month: 30 * 86400, year: 365 * 86400}

// Seconds returns the length in seconds, a month being 30 days and a year 365.
func (x Duration) Seconds() float64 { return x.seconds }

// Max returns the upper end of a range (दो-तीन घंटे, 3 से 5 दिन) in seconds, 0 where there is none.
func (x Duration) Max() float64 { return x.max }

// ISO returns the length as ISO 8601 writes it, each unit as the text has it: P14D, PT90M,
// PT3H20M, P2Y3M.
func (x Duration) ISO() string {
	n := x.parts
	if w := n[week]; w > 0 && w*seconds[week] != x.seconds { // weeks stand alone
		n[day], n[week] = n[day]+7*w, 0
	}
	b, clock := []byte("P"), false
	for _, u := range [...]unit{year, month, week, day, hour, minute, second} {
		if n[u] == 0 && !(x.seconds == 0 && unitNames[u] == x.Unit) {
			continue
		}
		if seconds[u] < seconds[day] && !clock {
			b, clock = append(b, 'T'), true
		}
		b = strconv.AppendFloat(b, n[u], 'f', -1, 64)
		b = append(b, unitNames[u][0]-'a'+'A')
	}
	return string(b)
}

// Durations returns the lengths of time that d names, in text order, also those that are
// part of a date (पिछले 24 घंटे).
func Durations(d *document.Document) []Duration {
	var out []Duration
	for i := 0; i < d.Len(); {
		x, ok := durationAt(d, i)
		if !ok {
			i++
			continue
		}
		out = append(out, x)
		i = x.Range.End
	}
	return out
}

// durationAt reads the length of time that starts at token i:
//
//	अवधि := (संख्या इकाई) {["," | "और"] संख्या इकाई} | संख्या (से|-) संख्या इकाई | इकाई alone (दिवस) | पखवाड़ा
//
// "डेढ़ घंटा" = 90 minutes, "सवा 2 साल" = 27 months, "2 साल और 3 महीना" = 27 months.
func durationAt(d *document.Document, i int) (Duration, bool) {
	if i < 0 || i >= d.Len() {
		return Duration{}, false
	}
	s := d.SentenceOf(i).Tokens
	p := parser{d: d, t: d.Tokens(), start: s.First, end: s.End}
	if p.key(i) == "दिवस" && i != p.start || fortnight(p.key(i)) && i != p.start && p.t[i-1].Kind == document.Word && !p.t[i-1].Class.Has(lexicon.Postposition|lexicon.Demonstrative) {
		return Duration{}, false // स्वतंत्रता दिवस, स्वच्छता पखवाड़ा
	}
	if i < p.end && (p.t[i].Kind == document.Number || numeral.Starts(p.key(i))) {
		if n, ok := numeral.At(d, i); ok && n.HasMax && n.Form == numeral.Cardinal && n.Range.End < p.end {
			if u, end, ok := p.unitAt(n.Range.End); ok {
				x := whole(n.Value, u)
				x.Range = document.Range{First: i, End: end}
				x.Span, x.max = d.SpanOf(x.Range), n.Max*seconds[u]
				return x, true
			}
		}
	}
	var parts []Duration
	j := i
	for {
		amount, u, next, ok := p.amount(j, len(parts) > 0)
		if !ok {
			break
		}
		x := whole(amount, u)
		x.Range = document.Range{First: j, End: next}
		parts = append(parts, x)
		j = next
		if k := p.key(j); k == "," || k == "और" || k == "व" {
			j++
		}
	}
	if parts == nil {
		return Duration{}, false
	}
	sum, all := parts[0], [len(unitNames)]float64{}
	for _, x := range parts[1:] {
		sum = sum.plus(x)
	}
	sum.Range = document.Range{First: i, End: parts[len(parts)-1].Range.End}
	for _, x := range parts {
		for u, n := range x.parts {
			all[u] += n
		}
	}
	sum.parts = all
	sum.Span = d.SpanOf(sum.Range)
	return sum, true
}

// amount reads one count of a unit. A unit alone counts one (दिवस, पखवाड़ा), but not where
// more than the start is read.
func (p *parser) amount(i int, more bool) (n float64, u unit, next int, ok bool) {
	n, next = 1, i
	counted := false
	switch p.key(i) {
	case "पूरे", "पूरा", "सारा", "सारे":
		counted, next = true, i+1
	case "आधा", "आधे", "आधी":
		n, counted, next = 0.5, true, i+1
	default:
		if p.is(i, approx) || p.key(i) == "केवल" || p.key(i) == "बिल्कुल" {
			return 0, 0, i, false
		}
		if i < p.end && (p.t[i].Kind == document.Number || numeral.Starts(p.key(i))) {
			if x, isNum := p.single(i); isNum && (x.Form == numeral.Cardinal || x.Form == numeral.Fraction) && x.Range.End <= p.end {
				n, counted, next = x.Value, true, x.Range.End
			}
		}
	}
	if !counted && more {
		return 0, 0, i, false
	}
	if fortnight(p.key(next)) {
		return n * 14, day, next + 1, true
	}
	u, end, ok := p.unitAt(next)
	if !ok || !counted && p.key(next) != "दिवस" {
		return 0, 0, i, false
	}
	return n, u, end, true
}

func fortnight(key string) bool {
	return key == "पखवाडा" || key == "पखवाडे" || key == "पखवारा" || key == "पखवारे"
}

// unitAt reads the unit of time at token i.
func (p *parser) unitAt(i int) (unit, int, bool) {
	w := p.word(i)
	if w.sense != unitWord && w.sense != yearMark || int(w.n) >= len(unitNames) || unitNames[w.n] == "" {
		return 0, i, false
	}
	return unit(w.n), i + 1, true
}

// whole writes an amount in the largest unit that makes it whole: 1.5 hours = 90
// minutes, 2.25 years = 27 months.
func whole(n float64, u unit) Duration {
	type step struct {
		to unit
		by float64
	}
	total := n * seconds[u]
	down := map[unit]step{year: {month, 12}, month: {day, 30}, week: {day, 7}, day: {hour, 24}, hour: {minute, 60}, minute: {second, 60}}
	for n != float64(int64(n)) {
		s, ok := down[u]
		if !ok {
			break
		}
		n, u = n*s.by, s.to
	}
	x := Duration{Amount: n, Unit: unitNames[u], seconds: total}
	x.parts[u] = n
	return x
}

// plus adds two lengths: years and months in months, everything else in seconds.
func (x Duration) plus(y Duration) Duration {
	months := func(d Duration) (float64, bool) {
		switch d.Unit {
		case "year":
			return d.Amount * 12, true
		case "month":
			return d.Amount, true
		}
		return 0, false
	}
	a, ok := months(x)
	b, ok2 := months(y)
	switch {
	case x.Unit == y.Unit:
		return Duration{Amount: x.Amount + y.Amount, Unit: x.Unit, seconds: x.seconds + y.seconds}
	case ok && ok2:
		return Duration{Amount: a + b, Unit: "month", seconds: x.seconds + y.seconds}
	}
	return Duration{Amount: x.seconds + y.seconds, Unit: "second", seconds: x.seconds + y.seconds}
}
