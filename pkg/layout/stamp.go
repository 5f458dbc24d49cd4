package layout

import (
	"fmt"
	"strconv"
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/span"
)

// role says whose time a stamp is.
type role uint8

const (
	unlabelled role = iota
	published
	updated
	relative // 3 घंटे पहले: no value
	crawl    // date 2025-08-21
	masthead // Saturday, August 02, 2025
)

// found is a stamp in a line.
type found struct {
	span.Span
	tok   document.Range
	role  role
	value string
	clock bool
}

// stamps reads the times of the tokens r. It is the one door to pkg/moment.
func (p *page) stamps(r document.Range) []found {
	var out []found
	d := p.doc
	for i := r.First; i < r.End; i++ {
		f, ok := p.stampAt(i, r)
		if !ok {
			continue
		}
		f.tok.End = min(f.tok.End, r.End)
		f.Span = d.SpanOf(f.tok)
		out = append(out, f)
		i = f.tok.End - 1
	}
	return out
}

var monthNumber = func() map[string]int {
	m := map[string]int{}
	for n, names := range [...]string{
		"जनवरी january jan", "फरवरी february feb", "मार्च march mar", "अप्रैल अप्रेल april apr", "मई may", "जून june jun",
		"जुलाई जूलाई july jul", "अगस्त august aug", "सितंबर september sep sept", "अक्टूबर अक्तूबर october oct", "नवंबर november nov", "दिसंबर december dec",
	} {
		for _, w := range strings.Fields(names) {
			m[w] = n + 1
		}
	}
	return m
}()

func num(key string) (int, bool) {
	n, err := strconv.Atoi(key)
	return n, err == nil
}

// stampAt reads a date with its clock time at token i.
func (p *page) stampAt(i int, r document.Range) (found, bool) {
	d := p.doc
	key := func(k int) string {
		if k >= r.End {
			return ""
		}
		return d.Key(k)
	}
	skip := func(k int) int {
		for k < r.End && (key(k) == "," || key(k) == "." || key(k) == "/" || key(k) == "-" || key(k) == "|" || key(k) == "को") {
			k++
		}
		return k
	}
	var y, m, day int
	j := i
	switch {
	case monthNumber[key(i)] > 0: // May 18, 2020
		m = monthNumber[key(i)]
		j = i + 1
		if key(j) == "." {
			j++
		}
		day, _ = num(key(j))
		if day < 1 || day > 31 {
			return found{}, false
		}
		j = skip(j + 1)
		y, _ = num(key(j))
		if len(key(j)) > 4 && y > 0 { // 202511:08
			y, _ = num(key(j)[:4])
		}
		j++
	case i+2 < r.End && monthNumber[key(skip(i+1))] > 0: // 18 May, 2020
		day, _ = num(key(i))
		if day < 1 || day > 31 {
			return found{}, false
		}
		k := skip(i + 1)
		m = monthNumber[key(k)]
		k = skip(k + 1)
		y, _ = num(key(k))
		j = k + 1
	default: // 2020-05-18
		y, _ = num(key(i))
		if y < 1990 || y > 2099 || key(i+1) != "-" {
			return found{}, false
		}
		m, _ = num(key(i + 2))
		j = i + 3
		if key(j) == "-" {
			if n, ok := num(key(j + 1)); ok && n <= 31 {
				day = n
				j += 2
			}
		}
	}
	if y < 1990 || y > 2099 || m < 1 || m > 12 {
		return found{}, false
	}
	f := found{tok: document.Range{First: i, End: j}}
	f.value = fmt.Sprintf("%04d-%02d", y, m)
	if day > 0 {
		f.value += fmt.Sprintf("-%02d", day)
	}
	k := skip(j)
	mid := published
	for key(k) == "अपडेटेड" {
		mid = updated
		k++
	}
	if h, ok := num(key(k)); ok && h < 24 && key(k+1) == ":" && day > 0 {
		if mn, ok := num(key(k + 2)); ok && mn < 60 {
			k += 3
			if key(k) == ":" {
				if _, ok := num(key(k + 1)); ok {
					k += 2
				}
			}
			switch key(k) {
			case "pm", "अपराह्न", "अपरान्ह":
				if h < 12 {
					h += 12
				}
				k++
			case "am", "पूर्वाह्न", "पूर्वान्ह":
				if h == 12 {
					h = 0
				}
				k++
			}
			f.value += fmt.Sprintf("T%02d:%02d:00+05:30", h, mn)
			f.clock = true
			f.tok.End = k
			if (key(k) == "(" || key(k) == "[") && key(k+1) == "ist" {
				f.tok.End = k + 3
			} else if key(k) == "ist" {
				f.tok.End = k + 1
			}
		}
	}
	f.role = unlabelled
	if mid == updated {
		f.role = updated
	}
	for b := i - 1; b >= r.First && b >= i-6; b-- {
		switch key(b) {
		case "published", "publish", "posted", "प्रकाशित", "प्रविष्टि":
			f.role = published
			f.tok.First = b
		case "updated", "modified", "अपडेटेड":
			f.role = updated
			f.tok.First = b
			if key(b-1) == "last" {
				f.tok.First--
			}
		case "date":
			if b == r.First && !f.clock {
				f.role = crawl
				f.tok.First = b
			}
			continue
		default:
			if d.Tokens()[b].Kind == document.Punct || d.Class(b).Has(lexicon.Weekday) || key(b) == "on" || key(b) == "at" || key(b) == "तिथि" {
				continue
			}
		}
		break
	}
	return f, true
}
