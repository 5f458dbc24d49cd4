package moment

import (
	"fmt"
	"strings"
	"time"

	"khabar/pkg/devanagari"
	"khabar/pkg/span"
)

// Role says what a stamp is the time of.
type Role uint8

// The roles of stamps.
const (
	Unlabelled Role = iota // a time with no word of its role beside it: on most pages the publish time
	Published
	Updated
	Relative // 3 घंटे पहले, 4 hours ago: no value without the time of the crawl
	Crawl    // " date 2025-08-21 " at the start of a dump: the crawler's own stamp
	Masthead // a date with its weekday alone on the line: today's date, or a day heading
	Tweet    // the date of an embedded post: — ANI (@ANI) February 20, 2019
)

// Stamp is a time that a line of page furniture carries.
type Stamp struct {
	Span  span.Span // label, value and the brackets around them, in the line
	Label span.Span // "Publish Date", "अपडेटेड"; empty where there is none
	Text  span.Span // the value as written: "Mon, 09 Mar 2020 05:18 PM (IST)"
	Role  Role
	// Value is RFC 3339 with +05:30 where a clock time is given (HasClock), else
	// YYYY-MM-DD or, for a crawler's stamp, YYYY-MM. It is "" for a relative time and
	// for a date without a year: see Resolve.
	Value    string
	HasClock bool

	month, day int // of a date without a year
	ago        int // of a relative time: so many
	unit       unit
}

// unit is a unit of the calendar or the clock.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hour
	day
	week
	month
	quarter
	year
	decade
	century
)

// Resolve returns the value of a stamp that has none of its own: a relative time
// counted back from ref, or the latest day with that name that is not more than a week
// after ref. It returns "" where ref is unknown.
func (s Stamp) Resolve(ref Reference) (value string, hasClock bool) {
	switch {
	case s.Value != "" || !ref.Known:
		return s.Value, s.HasClock
	case s.month != 0:
		limit := ref.Time.AddDate(0, 0, 7)
		for y := limit.Year(); y > limit.Year()-5; y-- {
			if validDay(y, s.month, s.day) && !time.Date(y, time.Month(s.month), s.day, 0, 0, 0, 0, IST).After(limit) {
				return fmt.Sprintf("%04d-%02d-%02d", y, s.month, s.day), false
			}
		}
		return "", false
	case s.unit == noUnit:
		return "", false
	}
	t := ref.Time
	switch s.unit {
	case second:
		t = t.Add(-time.Duration(s.ago) * time.Second)
	case minute:
		t = t.Add(-time.Duration(s.ago) * time.Minute)
	case hour:
		t = t.Add(-time.Duration(s.ago) * time.Hour)
	case day:
		t = t.AddDate(0, 0, -s.ago)
	case week:
		t = t.AddDate(0, 0, -7*s.ago)
	case month:
		t = addMonths(t, -s.ago)
	case year:
		t = addMonths(t, -12*s.ago)
	}
	if t.Year() < 1 {
		return "", false
	}
	if s.unit <= hour && ref.HasClock {
		return t.Format("2006-01-02T15:04:05-07:00"), true
	}
	return t.Format("2006-01-02"), false
}

// addMonths is t moved by n months, to the last day of the month where the day does
// not exist (31 March less one month is the last of February).
func addMonths(t time.Time, n int) time.Time {
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, t.Hour(), t.Minute(), t.Second(), 0, t.Location())
	return first.AddDate(0, 0, min(t.Day(), daysIn(first.Year(), int(first.Month())))-1)
}

// Stamps returns the time stamps of one line of a page, in order. A date inside a
// sentence (18 मई 2020 को …) is none. Most lines have none, and are turned away after
// one look at their bytes.
func Stamps(line string) []Stamp {
	if !mayHaveStamp(line) {
		return nil
	}
	var buf [64]piece
	s := scanner{line: line, pieces: pieces(buf[:0], line)}
	for i := 0; i < len(s.pieces); {
		i = s.at(i)
	}
	machine(line, s.found)
	return s.found
}

// machine gives the times for machines that are glued behind a time for readers their
// roles: a pair is when the page was published and when it was changed, one alone says
// again what stands before it.
//
//	Published: November 23, 2024 06:47 PM2024-11-23T18:47:00+5:302024-11-23T20:05:22+5:30
func machine(line string, found []Stamp) {
	iso := func(k int) bool {
		f := &found[k]
		text := f.Text.In(line)
		return f.Role == Unlabelled && f.HasClock && f.Text.Start == found[k-1].Text.End && len(text) > 18 && text[4] == '-' && text[10]|0x20 == 't'
	}
	for k := 1; k < len(found); k++ {
		switch {
		case !iso(k):
		case k+1 < len(found) && iso(k+1):
			found[k].Role, found[k+1].Role = Published, Updated
			k++
		default:
			found[k].Role = found[k-1].Role
		}
	}
}

// mayHaveStamp reports whether line holds a digit beside which a stamp could stand, or
// the word of a relative time.
func mayHaveStamp(line string) bool {
	digits := 0
	for i := 0; i < len(line); i++ {
		c := line[i]
		if c >= '0' && c <= '9' || c == 0xe0 && i+2 < len(line) && line[i+1] == 0xa5 && line[i+2] >= 0xa6 && line[i+2] <= 0xaf {
			if digits++; digits >= 3 {
				return true
			}
		}
	}
	if digits > 0 {
		return len(line) <= maxRelativeLine || strings.Contains(line[:min(len(line), maxRelativeLine)], "--")
	}
	return len(line) <= maxRelativeLine && (strings.Contains(line, "पहले") || strings.Contains(line, "ago"))
}

// maxRelativeLine is the length in bytes of the longest line that can be a relative
// time: "3 घंटे पहले" beside a place or a credit. Longer lines are sentences.
const maxRelativeLine = 160

// scanner reads the stamps of one line.
type scanner struct {
	line   string
	pieces []piece
	found  []Stamp
	done   int // pieces before this one belong to stamps that were found
	buf    [48]byte
}

// word looks the word at piece i up in table; 0 where it is none.
func (s *scanner) word(i int, table map[string]int) int {
	if i < 0 || i >= len(s.pieces) || s.pieces[i].kind != pieceWord || s.pieces[i].end-s.pieces[i].start > cap(s.buf) {
		return 0
	}
	return table[string(devanagari.AppendFold(s.buf[:0], s.line[s.pieces[i].start:s.pieces[i].end]))]
}

// mark returns the punctuation mark at piece i, 0 where there is none.
func (s *scanner) mark(i int) rune {
	if i < 0 || i >= len(s.pieces) || s.pieces[i].kind != pieceMark {
		return 0
	}
	return s.pieces[i].r
}

// number returns the value of piece i where it is a number of lo to hi digits, else -1.
func (s *scanner) number(i, lo, hi int) int {
	if i < 0 || i >= len(s.pieces) || s.pieces[i].kind != pieceNumber || s.pieces[i].digits < lo || s.pieces[i].digits > hi {
		return -1
	}
	return s.pieces[i].n
}

// glued reports whether piece i follows the piece before it with nothing between.
func (s *scanner) glued(i int) bool {
	return i > 0 && i < len(s.pieces) && s.pieces[i].start == s.pieces[i-1].end
}

// skip moves over at most n marks of set.
func (s *scanner) skip(i, n int, set string) int {
	for ; n > 0 && s.mark(i) != 0 && strings.ContainsRune(set, s.mark(i)); n-- {
		i++
	}
	return i
}

// date is a calendar date as written; year 0 where it has none.
type date struct {
	year, month, day int
	weekday          bool
	numeric          bool
	iso              bool
	monthFirst       bool // month name before day
	next             int  // the piece behind it
	glued            int  // hour digits glued to the year (202511:06 → 11), -1: none
	end              int  // byte behind the year, where glued
	otherOrder       int  // for 5/2/2021: day and month may change places; holds the month if so
}

// clock is a time of day as written.
type clock struct {
	hour, min, sec int
	offset         int // minutes east of UTC
	zoned          bool
	half           bool // AM/PM stood behind it
	bare           bool // the hour has no leading zero
	seconds        bool
	spoken         bool // बजे, or a part of the day: the words of a sentence
	next, end      int
}

// at tries to read a stamp that starts at piece i and returns the piece to go on with.
func (s *scanner) at(i int) int {
	p := &s.pieces[i]
	if p.kind == pieceMark {
		return i + 1
	}
	if i == 0 && s.word(0, crawlWords) != 0 {
		if next, ok := s.crawl(); ok {
			return next
		}
	}
	if p.kind == pieceWord && !s.nearNumber(i) {
		if r, ok := s.relativeAt(i); ok {
			return r
		}
		return i + 1
	}
	if d, ok := s.dateAt(i); ok {
		return s.dated(i, d, nil)
	}
	if p.kind == pieceNumber {
		// 02:41 PM Nov 03, 2022 IST
		if c, ok := s.clockAt(i, true); ok && (c.half || c.zoned) {
			j := s.skip(c.next, 2, ",|-–—•/")
			if d, ok := s.dateAt(j); ok && d.year != 0 && d.glued < 0 {
				return s.dated(i, d, &c)
			}
			return c.next
		}
	}
	if r, ok := s.relativeAt(i); ok {
		return r
	}
	return i + 1
}

// crawl reads the crawler's stamp at the start of a dump: date 2025-08-21, date 2020-07.
func (s *scanner) crawl() (next int, ok bool) {
	y, m := s.number(1, 4, 4), s.number(3, 2, 2)
	if s.mark(2) != '-' || y < 1950 || y > 2099 || m < 1 || m > 12 {
		return 0, false
	}
	value, next := fmt.Sprintf("%04d-%02d", y, m), 4
	if s.mark(4) == '-' && s.glued(4) {
		if value, ok = isoDay(y, m, s.number(5, 2, 2)); !ok {
			return 0, false
		}
		next = 6
	}
	s.emit(Stamp{Role: Crawl, Value: value,
		Label: span.Span{Start: s.pieces[0].start, End: s.pieces[0].end},
		Text:  span.Span{Start: s.pieces[1].start, End: s.pieces[next-1].end}})
	s.done = next
	return next, true
}

// nearNumber reports whether a number stands within three pieces behind the word i.
func (s *scanner) nearNumber(i int) bool {
	for j := i + 1; j < len(s.pieces) && j <= i+4; j++ {
		if s.pieces[j].kind == pieceNumber {
			return true
		}
	}
	return false
}

// dateAt reads a date at piece i.
func (s *scanner) dateAt(i int) (date, bool) {
	d := date{glued: -1}
	if s.word(i, weekdays) != 0 || s.word(i, weekdaysShort) != 0 {
		d.weekday = true
		i = s.skip(i+1, 2, ",.|-–—।(")
	}
	switch {
	case s.month(i) != 0: // May 18, 2020; सितम्बर 22, 2024; Feb 23rd, 2017; मई-18-2020
		d.month = s.month(i)
		j := s.skip(i+1, 1, ".,-/")
		if d.day = s.number(j, 1, 2); d.day < 1 || d.day > 31 {
			return d, false
		}
		d.monthFirst = true
		if s.mark(j+1) == ':' { // मई 18:30
			return d, false
		}
		j = s.skip(s.ordinal(j+1), 2, ",.-/ ")
		if !s.year(&d, j) {
			d.year, d.next = 0, s.ordinal(indexAfterDay(s, j))
		}
	case s.number(i, 1, 2) >= 0 && s.number(i, 1, 2) <= 31: // 18 May 2020, 28-Nov-2025, 06 Apr,2024
		d.day = s.number(i, 1, 2)
		if i > 0 && s.glued(i) && (s.mark(i-1) == '.' || s.mark(i-1) == ',' || s.mark(i-1) == ':') && s.number(i-2, 1, 9) >= 0 && s.glued(i-1) {
			return d, false // the end of 1,018 May
		}
		j := s.skip(s.ordinal(i+1), 1, ",.-/")
		if d.month = s.month(j); d.month != 0 {
			sep := s.mark(j + 1)
			j = s.skip(j+1, 2, ",.-/'’‘")
			if !s.year(&d, j) {
				if y := s.number(j, 2, 2); y >= 0 && (sep == '-' || sep == '/' || sep == '\'' || sep == '’' || sep == '‘') && s.mark(j+1) != ':' {
					d.year, d.next = 2000+y, j+1 // 18-May-20
				} else {
					d.year, d.next = 0, j
					for s.mark(d.next-1) != 0 {
						d.next--
					}
				}
			}
			break
		}
		if !s.numericDate(&d, i) {
			return d, false
		}
	case s.number(i, 4, 4) >= 0:
		if !s.numericDate(&d, i) {
			return d, false
		}
	default:
		return d, false
	}
	if d.year != 0 && (d.year < 1950 || d.year > 2099) || !validDay(d.year, d.month, d.day) {
		return d, false
	}
	return d, true
}

// indexAfterDay steps back over the marks before j: the date ends at its day.
func indexAfterDay(s *scanner, j int) int {
	for s.mark(j-1) != 0 {
		j--
	}
	return j
}

// weekday reports whether the word at piece i names a weekday.
func (s *scanner) weekday(i int) bool {
	return s.word(i, weekdays) != 0 || s.word(i, weekdaysShort) != 0
}

// month returns the month that the word at piece i names, short forms included.
func (s *scanner) month(i int) int {
	if m := s.word(i, months); m != 0 {
		return m
	}
	return s.word(i, monthsShort)
}

// ordinal steps over st, nd, rd, th glued to a day, and over "of".
func (s *scanner) ordinal(i int) int {
	if i < len(s.pieces) && s.pieces[i].latin {
		switch strings.ToLower(s.line[s.pieces[i].start:s.pieces[i].end]) {
		case "st", "nd", "rd", "th", "of":
			return i + 1
		}
	}
	return i
}

// year reads a year of four digits at piece j, also with the hour glued to it:
// 202511:06 PM.
func (s *scanner) year(d *date, j int) bool {
	if y := s.number(j, 4, 4); y >= 1950 && y <= 2099 {
		d.year, d.next, d.end = y, j+1, s.pieces[j].end
		return true
	}
	if n := s.number(j, 5, 6); n >= 0 && s.mark(j+1) == ':' {
		cut := 10
		if s.pieces[j].digits == 6 {
			cut = 100
		}
		d.year, d.glued, d.next = n/cut, n%cut, j+1
		d.end = byteAfterDigits(s.line, s.pieces[j].start, 4)
		return d.year >= 1950 && d.year <= 2099
	}
	return false
}

// byteAfterDigits returns the offset behind the first n digits at i.
func byteAfterDigits(line string, i, n int) int {
	for ; n > 0 && i < len(line); n-- {
		if line[i] < 0x80 {
			i++
		} else {
			i += 3
		}
	}
	return i
}

// numericDate reads 2020-05-18, 18/05/2020, 19-10-2024, 18.5.2020 at piece i: three
// numbers glued with one and the same mark.
func (s *scanner) numericDate(d *date, i int) bool {
	sep := s.mark(i + 1)
	if sep != '-' && sep != '/' && sep != '.' && sep != '–' || s.mark(i+3) != sep || !s.glued(i+1) || !s.glued(i+2) || !s.glued(i+3) || !s.glued(i+4) {
		return false
	}
	d.numeric = true
	if y := s.number(i, 4, 4); y >= 0 {
		d.year, d.month, d.day = y, s.number(i+2, 1, 2), s.number(i+4, 1, 2)
		d.next, d.iso = i+5, true
		return d.month > 0 && d.day > 0
	}
	a, b := s.number(i, 1, 2), s.number(i+2, 1, 2)
	if a < 0 || b < 0 {
		return false
	}
	if !s.year(d, i+4) {
		y := s.number(i+4, 2, 2)
		if y < 0 || sep == '.' {
			return false
		}
		d.year, d.next = 2000+y, i+5
	}
	if i > 1 && s.glued(i) && s.mark(i-1) == sep { // part of a longer chain: 1-2-3-2020
		return false
	}
	if d.next < len(s.pieces) && s.mark(d.next) == sep && s.glued(d.next) && s.number(d.next+1, 1, 9) >= 0 && s.glued(d.next+1) {
		return false
	}
	d.day, d.month = a, b
	switch {
	case b > 12 && a <= 12 && a > 0:
		d.day, d.month = b, a
	case a <= 12 && b <= 12 && sep == '/' && s.pieces[i].digits == 1:
		d.otherOrder = a
	}
	return d.day > 0 && d.month > 0
}

// clockAt reads a time of day at piece i: 10:06, 02:53:00 PM, 12:00PM, 8.05 PM, 6:16
// अपराह्न, with its zone. An hour alone (5 PM) needs its AM or PM.
func (s *scanner) clockAt(i int, zone bool) (clock, bool) {
	var c clock
	if i < len(s.pieces) && s.pieces[i].kind == pieceWord {
		if half := s.word(i, halves); half != 0 { // अपराह्न 6:16
			c, ok := s.clockAt(i+1, zone)
			if ok && !c.half {
				c.half = true
				c.toward(half)
			}
			return c, ok
		}
		if part := s.word(i, stampParts); part != 0 { // शाम 7:15 बजे
			c, ok := s.clockAt(i+1, zone)
			if ok && !c.half && c.hour <= 12 && c.hour > 0 {
				if part == 3 && c.hour < 7 || part == 3 && c.hour == 12 {
					part = 1 // रात 2 बजे
				}
				c.toward(min(part, 2))
			}
			c.spoken = true
			return c, ok
		}
	}
	c.hour = s.number(i, 1, 2)
	if c.hour < 0 || c.hour > 24 {
		return c, false
	}
	c.bare = s.pieces[i].digits == 1
	c.next, c.end = i+1, s.pieces[i].end
	return s.clockRest(c, zone)
}

// clockRest reads what follows the hour.
func (s *scanner) clockRest(c clock, zone bool) (clock, bool) {
	sep := s.mark(c.next)
	minutes := false
	if (sep == ':' || sep == '.' || sep == 'ः') && s.glued(c.next) {
		if m := s.number(c.next+1, 2, 2); m >= 0 && m < 60 {
			c.min, minutes = m, true
			c.next += 2
			c.end = s.pieces[c.next-1].end
			if s.mark(c.next) == sep && s.glued(c.next) {
				if sec := s.number(c.next+1, 2, 2); sec >= 0 && sec < 60 {
					c.sec, c.seconds = sec, true
					c.next += 2
					c.end = s.pieces[c.next-1].end
					if s.mark(c.next) == '.' && s.glued(c.next) && s.glued(c.next+1) && s.number(c.next+1, 1, 9) >= 0 {
						c.next += 2
						c.end = s.pieces[c.next-1].end
					}
				}
			}
		} else if sep == ':' {
			return c, false
		}
	}
	half := 0
	if half = s.word(c.next, halves); half != 0 {
		c.end = s.pieces[c.next].end
		c.next++
		if half > 2 { // PMIST
			half -= 2
			c.zoned, c.offset = true, 330
		}
	} else if h := s.dotted(c.next); h != 0 {
		half = h
		c.next += 3
		c.end = s.pieces[c.next-1].end
		if s.mark(c.next) == '.' {
			c.end = s.pieces[c.next].end
			c.next++
		}
	}
	if half == 0 && s.is(c.next, "बजे") {
		c.spoken = true
		c.end = s.pieces[c.next].end
		c.next++
	} else if half == 0 && (!minutes || sep == '.') {
		return c, false
	}
	if half != 0 {
		c.half = true
		c.toward(half)
	}
	if c.hour > 23 {
		if c.hour > 24 || c.min > 0 {
			return c, false
		}
		c.hour = 0
	}
	if zone && !c.zoned {
		s.zone(&c)
	}
	return c, true
}

// stampParts are the parts of the day: 1 before noon, 2 after it, 3 the night.
var stampParts = index([]string{"सुबह तड़के प्रातः", "दोपहर शाम सायं", "रात देर"})

// toward moves a 12-hour time into its half of the day: 1 is AM, 2 is PM. Hours that
// only the 24-hour clock has stay.
func (c *clock) toward(half int) {
	switch {
	case half == 2 && c.hour < 12:
		c.hour += 12
	case half == 1 && c.hour == 12:
		c.hour = 0
	}
}

// dotted reads a.m. and p.m.
func (s *scanner) dotted(i int) int {
	if i+2 >= len(s.pieces) || s.mark(i+1) != '.' || !s.pieces[i].latin || !s.pieces[i+2].latin {
		return 0
	}
	a, m := s.line[s.pieces[i].start:s.pieces[i].end], s.line[s.pieces[i+2].start:s.pieces[i+2].end]
	if m != "m" && m != "M" {
		return 0
	}
	switch a {
	case "a", "A":
		return 1
	case "p", "P":
		return 2
	}
	return 0
}

// zone reads IST, (IST), [IST], UTC, GMT+05:30, +05:30, +0530 or Z behind a time.
func (s *scanner) zone(c *clock) {
	i := c.next
	open := s.mark(i)
	if open == '(' || open == '[' {
		i++
	} else {
		open = 0
	}
	name := s.word(i, zones)
	sign := s.mark(i)
	switch {
	case name != 0:
		c.offset = name - zoneShift
		i++
		if sign := s.mark(i); c.offset == 0 && (sign == '+' || sign == '-') {
			if off, next, ok := s.offset(i); ok {
				c.offset, i = off, next
			}
		}
	case open == 0 && s.glued(i) && (sign == '+' || sign == '-'):
		off, next, ok := s.offset(i)
		if !ok {
			return
		}
		c.offset, i = off, next
	default:
		return
	}
	if open != 0 {
		if m := s.mark(i); m != ')' && m != ']' {
			return
		}
		i++
	}
	c.zoned, c.next, c.end = true, i, s.pieces[i-1].end
}

// offset reads +05:30 or +0530 at its sign.
func (s *scanner) offset(i int) (minutes, next int, ok bool) {
	sign := 1
	if s.mark(i) == '-' {
		sign = -1
	}
	if n := s.number(i+1, 4, 4); n >= 0 && s.glued(i+1) {
		return sign * (n/100*60 + n%100), i + 2, n <= 1400
	}
	h := s.number(i+1, 1, 2)
	if h < 0 || h > 14 || !s.glued(i+1) {
		return 0, 0, false
	}
	if m := s.number(i+3, 2, 2); s.mark(i+2) == ':' && m >= 0 && m < 60 {
		return sign * (h*60 + m), i + 4, true
	}
	return sign * h * 60, i + 2, true
}

// dated finishes the stamp with the date d, whose first piece is i; before is a clock
// that stood in front of the date.
func (s *scanner) dated(i int, d date, before *clock) int {
	next := d.next
	end := s.pieces[next-1].end
	var c clock
	hasClock := false
	secondLabel := -1
	switch {
	case before != nil:
		c, hasClock = *before, true
		if !c.zoned {
			z := clock{next: next, end: end}
			if s.zone(&z); z.zoned {
				c.zoned, c.offset, next, end = true, z.offset, z.next, z.end
			}
		}
	case d.glued >= 0:
		c, hasClock = s.clockRest(clock{hour: d.glued, next: next, end: s.pieces[next-1].end}, true)
		if hasClock {
			next, end = c.next, c.end
		} else {
			end = d.end
		}
	case d.year == 0 && !d.monthFirst: // 14 Jun, 07:15 PM
		if c, hasClock = s.clockAt(s.skip(next, 2, ",|-–—•/"), true); hasClock && (c.half || c.zoned) && !c.spoken {
			next, end = c.next, c.end
		} else {
			hasClock = false
		}
	default:
		j := next
		if k := s.skip(next, 2, ",(-|"); s.weekday(k) { // 14 जून 2024, शुक्रवार
			if next, end, j = k+1, s.pieces[k].end, k+1; s.mark(next) == ')' {
				next, end, j = next+1, s.pieces[next].end, j+1
			}
			d.weekday = true
		}
		if s.iso(j) {
			j++
		} else {
			j = s.skip(j, 4, ",|/-–—•@(।.⏰🕒🕐🕑🕓🕔🕕🕖🕗🕘🕙🕚🕛⌚\ufe0f")
			j = s.skipWord(j, "at")
			j = s.skipWord(j, "पर")                                    // अपडेटेड Aug 01, 2025 पर 4:12 PM
			if r, after := s.labelAt(j); r == Updated && d.year != 0 { // …, अपडेटेड 20:05 IST
				secondLabel = j
				j = s.skip(after, 2, ":-–")
			}
		}
		if c, hasClock = s.clockAt(j, true); hasClock {
			if _, label := s.labelBefore(i); s.prose(c.next) || c.spoken && label.Empty() && !s.alone(i, c.next) {
				hasClock = false
			} else if secondLabel < 0 {
				if s.mark(j-1) == '(' && s.mark(c.next) == ')' && c.next < len(s.pieces) { // 4 जून 2020 (14:37 IST)
					c.next, c.end = c.next+1, s.pieces[c.next].end
				}
				next, end = c.next, c.end
			}
		}
	}
	if d.otherOrder != 0 && hasClock && c.bare && c.seconds && c.half {
		d.day, d.month = d.month, d.otherOrder // an American blog: 5/2/2021 10:47:00 am
		if !validDay(d.year, d.month, d.day) {
			return i + 1
		}
	}
	st := Stamp{Text: span.Span{Start: s.pieces[i].start, End: end}}
	st.Role, st.Label = s.labelBefore(i)
	if d.year != 0 {
		if hasClock && secondLabel < 0 {
			st.setTime(d, c)
		} else {
			st.Value = fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
		}
	} else {
		st.month, st.day = d.month, d.day
	}
	if st.Label.Empty() && !s.unlabelled(&st, i, next, d, secondLabel >= 0, hasClock) {
		return max(i+1, d.next)
	}
	if d.year == 0 && !st.Label.Empty() && st.Role == Unlabelled {
		return i + 1
	}
	s.emit(st)
	if secondLabel >= 0 && hasClock {
		up := Stamp{Role: Updated}
		up.Label = span.Span{Start: s.pieces[secondLabel].start}
		_, after := s.labelAt(secondLabel)
		up.Label.End = s.pieces[after-1].end
		first := s.skip(after, 2, ":-–")
		up.Text = span.Span{Start: s.pieces[first].start, End: c.end}
		up.setTime(d, c)
		s.done = secondLabel
		s.emit(up)
		next = c.next
	}
	s.done = next
	return next
}

// setTime gives the stamp its date and clock, in IST. Midnight to the minute is what
// content systems print for "no time known".
func (st *Stamp) setTime(d date, c clock) {
	if c.hour == 0 && c.min == 0 && c.sec == 0 && !(c.zoned && c.offset != 330) {
		st.Value = fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
		return
	}
	t := time.Date(d.year, time.Month(d.month), d.day, c.hour, c.min, c.sec, 0, IST)
	if c.zoned {
		t = t.Add(time.Duration(330-c.offset) * time.Minute)
	}
	st.Value, st.HasClock = t.Format("2006-01-02T15:04:05-07:00"), true
}

// iso reports whether the T of an ISO time stands at piece i.
func (s *scanner) iso(i int) bool {
	return i < len(s.pieces) && s.pieces[i].latin && s.pieces[i].end-s.pieces[i].start == 1 && s.line[s.pieces[i].start]|0x20 == 't' && s.glued(i) && s.glued(i+1)
}

func (s *scanner) skipWord(i int, w string) int {
	if i < len(s.pieces) && s.pieces[i].kind == pieceWord && strings.EqualFold(s.line[s.pieces[i].start:s.pieces[i].end], w) {
		return i + 1
	}
	return i
}

// emit adds the stamp with its whole span: label, value, and a pair of brackets around
// them.
func (s *scanner) emit(st Stamp) {
	st.Span = st.Text.Cover(st.Label)
	a, b := strings.TrimRight(s.line[:st.Span.Start], " "), strings.TrimLeft(s.line[st.Span.End:], " ")
	for _, pair := range [...]string{"()", "[]"} {
		if strings.HasSuffix(a, pair[:1]) && strings.HasPrefix(b, pair[1:]) {
			st.Span = span.Span{Start: len(a) - 1, End: len(s.line) - len(b) + 1}
			break
		}
	}
	s.found = append(s.found, st)
}

// unlabelled decides what a time without a label is: a stamp or a date of a sentence.
// i is its first piece and next the one behind it.
func (s *scanner) unlabelled(st *Stamp, i, next int, d date, paired, hasClock bool) bool {
	words := 0
	for j := s.done; j < i; j++ {
		if s.pieces[j].kind == pieceWord {
			words++
		}
	}
	if s.mark(i-1) == '©' || s.prose(next) {
		return false
	}
	switch {
	case s.tweet(i):
		st.Role = Tweet
		return true
	case paired:
		st.Role = Published
		return true
	case d.year == 0 && hasClock:
		return words <= 8
	case st.HasClock || d.glued >= 0:
		return d.year != 0
	case s.alone(i, next):
		if d.weekday {
			st.Role = Masthead
			return true
		}
		return d.year != 0
	case d.year == 0: // बदायूं, नवम्बर 12 -- …: the day of an edition
		return d.monthFirst && words <= 3 && s.mark(next) == '-' && s.mark(next+1) == '-'
	case s.prose(i - 1):
		return false
	case words <= 6 && next < len(s.pieces) && (s.pieces[next].kind == pieceMark && s.mark(next) != ',' || s.pieces[next].latin || s.glued(next) && s.mark(next) == 0 || d.numeric):
		return true
	}
	return words <= 8 && next >= len(s.pieces)
}

// alone reports whether the pieces [i, next) are all of the line but for marks and
// bullets.
func (s *scanner) alone(i, next int) bool {
	for j := range s.pieces {
		if (j < i || j >= next) && s.pieces[j].kind != pieceMark {
			return false
		}
	}
	return true
}

// tweet reports whether the handle of a post stands before piece i: — ANI (@ANI).
func (s *scanner) tweet(i int) bool {
	if s.mark(i-1) != ')' {
		return false
	}
	for j := i - 2; j >= 0 && j > i-16; j-- {
		switch s.mark(j) {
		case '@':
			return true
		case '(':
			return false
		}
	}
	return false
}

// prose reports whether piece i, beside a date, shows that it belongs to a sentence:
// 18 मई 2020 को, 10:30 बजे, सोमवार और 18 मई 2020.
func (s *scanner) prose(i int) bool { return s.word(i, proseWords) != 0 }

var proseWords = index([]string{"को से में तक के की का पर और या तथा एवं व ने वाले वाली वाला तारीख बजे बजकर बीच दौरान यानी भी ही था थी थे है हैं बाद पहले सुबह शाम दोपहर रात and to till until the"})

// halves are the words of the halves of the day: 1 AM, 2 PM; 3 and 4 are the same with
// the zone glued to them.
var halves = index([]string{
	"am पूर्वाह्न पूर्वान्ह पूर्वाहन एएम",
	"pm अपराह्न अपरान्ह अपराहन अपराह्\u200dन पीएम",
	"amist",
	"pmist",
})

var crawlWords = index([]string{"date"})

// zoneShift is added to the offsets in zones, so that no entry is 0.
const zoneShift = 1000

// zones gives the offset in minutes of the zone names that news pages print.
var zones = map[string]int{
	"ist": zoneShift + 330, "आईएसटी": zoneShift + 330, "भामास": zoneShift + 330,
	"gmt": zoneShift, "utc": zoneShift, "z": zoneShift, "bst": zoneShift + 60, "cet": zoneShift + 60, "cest": zoneShift + 120,
	"pst": zoneShift - 480, "pdt": zoneShift - 420, "est": zoneShift - 300, "edt": zoneShift - 240,
	"npt": zoneShift + 345, "pkt": zoneShift + 300, "gst": zoneShift + 240,
}
