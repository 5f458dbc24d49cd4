package moment

import (
	"strings"

	"khabar/pkg/span"
)

// Relative times of page furniture:
//
//	समय := संख्या इकाई "पहले"    "56 मिनट पहले", "एक दिन पहले", "रीवा8 घंटे पहले"
//	ago := number unit "ago"   "4 hours ago", "a day ago"

var relativeUnits = func() map[string]unit {
	m := make(map[string]unit)
	for u, words := range map[unit]string{
		second: "सेकंड सेकेंड सेकण्ड second seconds sec secs s",
		minute: "मिनट मिनिट minute minutes min mins m",
		hour:   "घंटा घंटे घंटों घण्टे घन्टे hour hours hr hrs h",
		day:    "दिन दिनों day days d",
		week:   "हफ्ता हफ्ते हफ्तों सप्ताह week weeks wk wks w",
		month:  "महीना महीने महीनों माह month months mo mos",
		year:   "साल सालों वर्ष वर्षों बरस year years yr yrs y",
	} {
		for w := range index([]string{words}) {
			m[w] = u
		}
	}
	return m
}()

var agoNumbers = index([]string{"एक a an one", "दो two", "तीन three", "चार four", "पांच five", "छह छः छे six", "सात seven", "आठ eight", "नौ nine", "दस ten", "ग्यारह eleven", "बारह twelve"})

// relativeAt reads a relative time at piece i.
func (s *scanner) relativeAt(i int) (next int, ok bool) {
	if len(s.line) > maxRelativeLine {
		return 0, false
	}
	n := s.number(i, 1, 3)
	if n < 0 {
		if n = s.word(i, agoNumbers); n == 0 {
			return 0, false
		}
	}
	key, _ := s.key(i + 1)
	u := relativeUnits[key]
	if u == noUnit || i+2 >= len(s.pieces) || s.pieces[i+2].kind != pieceWord {
		return 0, false
	}
	p := &s.pieces[i+2]
	end := p.end
	switch w := s.line[p.start:p.end]; {
	case p.latin && strings.EqualFold(w, "ago"):
	case strings.HasPrefix(w, "पहले"): // also glued: पहलेइमेज स्रोत
		end = p.start + len("पहले")
	default:
		return 0, false
	}
	// A sentence (दो दिन पहले हुई बैठक) is no stamp: behind the time may stand only a
	// mark, a number, or text glued to it.
	if i+3 < len(s.pieces) && s.pieces[i+3].kind == pieceWord && end == p.end && !s.pieces[i+3].latin {
		return 0, false
	}
	st := Stamp{Role: Relative, ago: n, unit: u, Text: span.Span{Start: s.pieces[i].start, End: end}}
	_, st.Label = s.labelBefore(i)
	words := 0
	for j := s.done; j < i; j++ {
		if s.pieces[j].kind == pieceWord {
			words++
		}
	}
	if st.Label.Empty() && words > 4 && s.mark(i-1) == 0 {
		return 0, false
	}
	s.emit(st)
	s.done = i + 3
	return i + 3, true
}
