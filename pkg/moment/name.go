package moment

import (
	"fmt"
	"strings"
	"time"
)

// InName returns the date that a file name or an address carries: 2020-05-18.txt,
// AU-2020-APR-01.txt, 18_05_2020.html, news/2020/05/18/story.txt, and the ids of sites
// that put the publish time into them: hp20200415205729944 (ETV: to the millisecond, so
// the value has a clock), hrs24062704061 (ETV new: YYMMDD and a serial number),
// 1756878625891 (Zee: milliseconds since 1970). The last part of the path is read first.
func InName(name string) (value string, ok bool) {
	name = strings.TrimRight(name, "/\\")
	base := name
	if i := strings.LastIndexAny(name, "/\\"); i >= 0 {
		base = name[i+1:]
	}
	if value, ok = inName(base); !ok && len(base) < len(name) {
		value, ok = inName(name)
	}
	return value, ok
}

// nameMonths are the months in names, with a swap of letters that occurs in file sets.
var nameMonths = func() map[string]int {
	m := make(map[string]int)
	for k, v := range months {
		m[k] = v
	}
	m["arp"] = 4
	return m
}()

func inName(name string) (string, bool) {
	if len(name) > 1<<12 {
		name = name[len(name)-1<<12:]
	}
	var buf [64]piece
	s := scanner{line: name, pieces: pieces(buf[:0], name)}
	for i := range s.pieces {
		if v, ok := s.nameAt(i); ok {
			return v, true
		}
	}
	return "", false
}

// nameAt reads a date at piece i of a name.
func (s *scanner) nameAt(i int) (string, bool) {
	p := &s.pieces[i]
	if p.kind != pieceNumber {
		return "", false
	}
	switch {
	case p.digits == 4: // 2020-05-18, 2003_11_30, 2020-APR-01
		j := s.nameSep(i + 1)
		m := s.number(j, 1, 2)
		if m < 0 {
			m = s.word(j, nameMonths)
		}
		if k := s.nameSep(j + 1); m > 0 {
			if v, ok := isoDay(p.n, m, s.number(k, 1, 2)); ok {
				return v, true
			}
		}
	case p.digits <= 2: // 18-05-2020, 18-May-2020, 01APR2020
		j := s.nameSep(i + 1)
		m := s.number(j, 1, 2)
		if m < 0 {
			m = s.word(j, nameMonths)
		}
		k := s.nameSep(j + 1)
		if y := s.number(k, 4, 4); m > 0 && y >= 0 {
			if v, ok := isoDay(y, m, p.n); ok {
				return v, true
			}
			if s.number(j, 1, 2) > 12 {
				return isoDay(y, p.n, m) // 05-18-2020
			}
		}
	}
	before := i - 1
	if s.nameSep(before) > before {
		before--
	}
	if m := s.word(before, nameMonths); m != 0 && p.digits <= 2 { // May-18-2020
		if y := s.number(s.nameSep(i+1), 4, 4); y >= 0 {
			return isoDay(y, m, p.n)
		}
	}
	if p.digits < 8 || p.n < 0 {
		return "", false
	}
	digits := s.line[p.start:p.end]
	if len(digits) != p.digits { // Devanagari digits: no id is written so
		return "", false
	}
	switch {
	case p.digits == 11 && i > 0 && s.glued(i) && s.pieces[i-1].latin && p.start-s.pieces[i-1].start <= 4:
		// state, s, YYMMDD, serial
		if y := num(digits[:2]); y >= 20 && y <= 49 {
			if v, ok := isoDay(2000+y, num(digits[2:4]), num(digits[4:6])); ok {
				return v, true
			}
		}
	case p.digits == 13:
		if v, ok := epoch(digits); ok {
			return v, true
		}
	case p.digits == 15 && strings.HasPrefix(digits, "20"): // Live Hindustan: 20 + epoch
		if v, ok := epoch(digits[2:]); ok {
			return v, true
		}
	}
	v, ok := isoDay(num(digits[:4]), num(digits[4:6]), num(digits[6:8]))
	if !ok || p.digits > 8 && p.digits < 12 {
		return "", false
	}
	if p.digits >= 14 {
		h, m, sec := num(digits[8:10]), num(digits[10:12]), num(digits[12:14])
		if h < 24 && m < 60 && sec < 60 {
			return fmt.Sprintf("%sT%02d:%02d:%02d+05:30", v, h, m, sec), true
		}
		return "", false
	}
	return v, true
}

// nameSep steps over one separator of a name.
func (s *scanner) nameSep(i int) int {
	switch s.mark(i) {
	case '-', '_', '.', '/', '\\', ',', '–':
		return i + 1
	}
	return i
}

// isoDay formats a day of the years that news dumps come from.
func isoDay(y, m, d int) (string, bool) {
	if y < 1950 || y > 2099 || !validDay(y, m, d) {
		return "", false
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d), true
}

// epoch reads milliseconds since 1970, in the years 2001 to 2065.
func epoch(digits string) (string, bool) {
	n := num(digits)
	if n < 1_000_000_000_000 || n > 3_000_000_000_000 {
		return "", false
	}
	return time.UnixMilli(int64(n)).In(IST).Format("2006-01-02T15:04:05-07:00"), true
}

func num(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
