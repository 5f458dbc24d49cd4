package layout

import (
	"fmt"
	"strings"
	"sync"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
)

// template is a line of templates.tsv: the lines that a publisher's pages have, token
// by token. "<x>" stands for a class of tokens.
type template struct {
	s     source
	lines [][]string
}

var templates = sync.OnceValue(func() []template {
	kinds := map[string]source{}
	for _, r := range lexicon.Rows("publishers") {
		kinds[r.Field(0)] = source{name: r.Field(0), agency: r.Field(1) == "agency"}
	}
	var out []template
	for _, r := range lexicon.Rows("templates") {
		t := template{s: kinds[r.Field(0)]}
		if t.s.name == "" {
			panic(fmt.Sprintf("templates.tsv:%d: %q is not in publishers.tsv", r.Line, r.Field(0)))
		}
		for _, line := range strings.Split(r.Field(1), " & ") {
			var keys []string
			for _, w := range strings.Fields(line) {
				if len(w) > 2 && w[0] == '<' {
					keys = append(keys, w)
					continue
				}
				for _, tok := range segment.Plain(w, lexicon.Default()).Tokens() {
					keys = append(keys, tok.Key)
				}
			}
			t.lines = append(t.lines, keys)
		}
		out = append(out, t)
	}
	return out
})

// template calls f for each template that the page shows, with the line that shows it.
func (p *page) template(f func(source, document.Range)) {
	var cand []document.Range
	for i := range p.parts {
		q := &p.parts[i]
		switch {
		case q.keep, q.list && q.label != labelTicker, q.label == labelRelated, q.label == labelForeign, q.label == labelEmbed && len(q.stamps) > 0:
			continue
		case q.words > 25 && !(len(q.stamps) > 0 && q.words <= 45):
			continue
		}
		cand = append(cand, q.tok)
	}
	for _, t := range templates() {
		var at document.Range
		for _, line := range t.lines {
			ok := false
			for _, r := range cand {
				if p.shaped(line, r) {
					ok, at = true, r
					break
				}
			}
			if !ok {
				at = document.Range{}
				break
			}
		}
		if at.Len() > 0 {
			f(t.s, at)
		}
	}
}

// shaped reports whether the line of tokens r has the given shape.
func (p *page) shaped(shape []string, r document.Range) bool {
	edge := func(i int) bool {
		k := p.doc.Key(i)
		return isBullet(k) || k == "|"
	}
	for r.Len() > len(shape) && edge(r.First) {
		r.First++
	}
	for r.Len() > len(shape) && edge(r.End-1) {
		r.End--
	}
	return p.fits(shape, r.First, r.End)
}

func (p *page) fits(shape []string, i, end int) bool {
	for n, k := range shape {
		if k == "<*>" {
			if n == len(shape)-1 {
				return true
			}
			for ; i < end; i++ {
				if p.fits(shape[n+1:], i, end) {
					return true
				}
			}
			return false
		}
		if i >= end {
			return false
		}
		e := p.fit(k, i, end)
		if e == 0 {
			return false
		}
		i = e
	}
	return i == end
}

// fit returns the token behind what k stands for at token i, 0 where it is not there.
func (p *page) fit(k string, i, end int) int {
	t := &p.doc.Tokens()[i]
	number := func(ok bool) int {
		if t.Kind == document.Number && ok {
			return i + 1
		}
		return 0
	}
	word := func(ok bool) int {
		if ok {
			return i + 1
		}
		return 0
	}
	switch k {
	case "<n>":
		return number(true)
	case "<d>":
		return number(len(t.Key) <= 2)
	case "<y>":
		return number(len(t.Key) == 4)
	case "<yh>":
		return number(len(t.Key) == 5 || len(t.Key) == 6)
	case "<c>", "<c24>":
		if t.Kind != document.Number || len(t.Key) > 2 || i+2 >= end || p.doc.Key(i+1) != ":" || p.doc.Tokens()[i+2].Kind != document.Number {
			return 0
		}
		if k == "<c24>" && t.Key != "00" && (len(t.Key) < 2 || t.Key < "13") {
			return 0
		}
		return i + 3
	case "<m>":
		return word(t.Class.Has(lexicon.Month))
	case "<hm>":
		return word(t.Class.Has(lexicon.Month) && native(t.Key))
	case "<w>":
		return word(t.Class.Has(lexicon.Weekday))
	case "<ap>":
		return word(t.Key == "am" || t.Key == "pm")
	case "<hap>":
		return word(t.Key == devanagari.Fold("अपराह्न") || t.Key == devanagari.Fold("पूर्वाह्न"))
	case "<ord>":
		return word(t.Key == "st" || t.Key == "nd" || t.Key == "rd" || t.Key == "th")
	}
	return word(t.Key == k)
}
