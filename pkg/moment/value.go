package moment

import (
	"time"
)

// The grains of a Date.
const (
	GrainYear   = "year"
	GrainMonth  = "month"
	GrainWeek   = "week"
	GrainDay    = "day"
	GrainHour   = "hour"
	GrainMinute = "minute"
)

// point is a point of the calendar; month, day and hour are 0, 0 and -1 where the
// point is coarser.
type point struct {
	y, m, d   int
	h, mi, s  int
	hasClock  bool
	hasSecond bool
}

func dayPoint(t time.Time) point { return point{y: t.Year(), m: int(t.Month()), d: t.Day()} }

func (p point) time() time.Time {
	return time.Date(p.y, time.Month(max(p.m, 1)), max(p.d, 1), p.h, p.mi, p.s, 0, IST)
}

// before reports whether p starts before q.
func (p point) before(q point) bool { return p.time().Before(q.time()) }

// addDays moves a day by n.
func (p point) addDays(n int) point {
	t := p.time().AddDate(0, 0, n)
	p.y, p.m, p.d = t.Year(), int(t.Month()), t.Day()
	return p
}

// append formats p as ISO 8601: 2020, 2020-05, 2020-05-18, 2020-05-18T08:00+05:30.
func (p point) append(b []byte) []byte {
	b = appendInt(b, p.y, 4)
	if p.m == 0 {
		return b
	}
	b = appendInt(append(b, '-'), p.m, 2)
	if p.d == 0 {
		return b
	}
	b = appendInt(append(b, '-'), p.d, 2)
	if !p.hasClock {
		return b
	}
	b = appendInt(append(b, 'T'), p.h, 2)
	b = appendInt(append(b, ':'), p.mi, 2)
	if p.hasSecond {
		b = appendInt(append(b, ':'), p.s, 2)
	}
	return append(b, "+05:30"...)
}

func appendInt(b []byte, n, width int) []byte {
	var d [8]byte
	i := len(d)
	for n > 0 || width > 0 {
		i--
		d[i] = byte('0' + n%10)
		n /= 10
		width--
	}
	return append(b, d[i:]...)
}

// when is the value of an expression: a point, or the interval from a to b.
type when struct {
	a, b     point
	interval bool
	known    bool
	grain    string
}

func (w when) String() string {
	if !w.known || w.a.y < 1 || w.a.y > 9999 || w.interval && (w.b.y < 1 || w.b.y > 9999) {
		return ""
	}
	var buf [64]byte
	b := w.a.append(buf[:0])
	if w.interval {
		b = w.b.append(append(b, '/'))
	}
	return string(b)
}

func onDay(p point) when { return when{a: p, known: true, grain: GrainDay} }

// weekOf is the week, Monday to Sunday, that lies n weeks from the day.
func weekOf(p point, n int) when {
	wd := (int(p.time().Weekday()) + 6) % 7
	a := p.addDays(-wd + 7*n)
	return when{a: a, b: a.addDays(6), interval: true, known: true, grain: GrainWeek}
}

// monthOf is month m of year y.
func monthOf(y, m int) when {
	for ; m < 1; m += 12 {
		y--
	}
	for ; m > 12; m -= 12 {
		y++
	}
	return when{a: point{y: y, m: m}, known: true, grain: GrainMonth}
}

func yearOf(y int) when { return when{a: point{y: y}, known: true, grain: GrainYear} }

// fiscalYear is the Indian financial year that begins on 1 April of y.
func fiscalYear(y int) when {
	return when{a: point{y: y, m: 4, d: 1}, b: point{y: y + 1, m: 3, d: 31}, interval: true, known: true, grain: GrainYear}
}

// quarterOf is the quarter of the calendar that holds the month m, n quarters on.
func quarterOf(y, m, n int) when {
	q := y*4 + (m-1)/3 + n
	y, m = q/4, q%4*3+1
	return when{a: point{y: y, m: m}, b: point{y: y, m: m + 2}, interval: true, known: true, grain: GrainMonth}
}

// timeHours is h hours as a duration.
func timeHours(h float64) time.Duration { return time.Duration(h * float64(time.Hour)) }
