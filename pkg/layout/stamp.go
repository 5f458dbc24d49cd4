package layout

import (
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/moment"
	"khabar/pkg/span"
)

// found is a stamp in a line, with the tokens that it takes.
type found struct {
	moment.Stamp
	at  span.Span // the value as written, in raw
	tok document.Range
}

// stamps reads the times of the line in tokens r.
func (p *page) stamps(r document.Range) []found {
	// in a paragraph only a stamp at its start counts
	const long, reach = 80, 60 // tokens
	if r.Len() > long {
		r.End = r.First + reach
	}
	line := p.doc.SpanOf(r)
	var out []found
	for _, s := range moment.Stamps(line.In(p.raw)) {
		all := span.Span{Start: line.Start + s.Span.Start, End: line.Start + s.Span.End}
		f := found{Stamp: s, at: span.Span{Start: line.Start + s.Text.Start, End: line.Start + s.Text.End}, tok: p.doc.RangeOf(all)}
		if f.tok.Len() > 0 {
			out = append(out, f)
		}
	}
	return out
}

// explicit reports whether a stamp is furniture wherever it stands: it has a clock
// time, or a word says what it is.
func (f *found) explicit() bool {
	switch f.Role {
	case moment.Published, moment.Updated, moment.Crawl, moment.Relative, moment.Tweet:
		return true
	}
	return f.HasClock
}

// times chooses the publish and the update time among the stamps of the page:
// published before unlabelled before crawl. Dates of other stories, of tweets and of
// the masthead are not the article's.
func (p *page) times() {
	carry := moment.Unlabelled // role of a label whose value stands on the next line
	rank := 0
	last := len(p.parts) // below the text
	for last > 0 && !p.parts[last-1].keep {
		last--
	}
	headed := false // an update time with a clock stands above the text or in it
	set := func(f *found, n int) {
		if n <= rank || f.Value == "" {
			return
		}
		rank = n
		p.out.Published = Stamp{Span: f.at, Value: f.Value, HasClock: f.HasClock}
	}
	body := 0
	for i := range p.parts {
		q := &p.parts[i]
		if q.keep && q.kind == document.Body {
			// a date that opens the text: 23 अक्तूबर 2021- पांवटा साहिब से …
			if body++; body == 1 && len(q.stamps) > 0 && q.stamps[0].tok.First < q.tok.First+9 {
				set(&q.stamps[0], 2)
			}
		}
		if q.keep {
			carry = moment.Unlabelled
			continue
		}
		if q.list || q.label == labelRelated || q.label == labelForeign || q.label == labelEmbed {
			continue
		}
		if len(q.stamps) == 0 {
			if q.words > 8 {
				carry = moment.Unlabelled
			} else if role, _, ok := moment.Label(q.In(p.raw)); ok {
				carry = role
			} else if q.label != labelTime && q.label != labelByline && q.label != labelMark {
				carry = moment.Unlabelled
			}
			continue
		}
		for k := range q.stamps {
			f := &q.stamps[k]
			role := f.Role
			if role == moment.Unlabelled {
				role = p.labelledAhead(q, f)
			}
			if (role == moment.Unlabelled || role == moment.Masthead) && carry != moment.Unlabelled {
				role = carry
			}
			switch role {
			case moment.Published:
				set(f, 6)
			case moment.Updated:
				headed = headed || f.HasClock && i < last
				if f.Value != "" {
					p.out.Updated = Stamp{Span: f.at, Value: f.Value, HasClock: f.HasClock}
				}
			case moment.Unlabelled:
				if !f.HasClock && k == len(q.stamps)-1 {
					f = p.clockBelow(i, f)
				}
				switch {
				case i >= p.tail && (p.ended() || p.othersBelow()):
				case i >= last && !f.HasClock && headed:
					// the page has told its times above the text: a bare day among the furniture
					// below is that of another list or of the print
				case f.HasClock:
					set(f, 5)
				default:
					set(f, 4)
				}
			case moment.Masthead:
				// a day heading right above the headline, not the date under a site's name
				if p.issueLine(q.tok) || i == 0 && p.head == 1 || p.head >= 0 && i > p.head && i < p.body {
					set(f, 3)
				}
			case moment.Crawl:
				set(f, 1)
			case moment.Relative:
				if p.out.Relative == nil && i < p.tail {
					s := f.Stamp
					p.out.Relative = &s
					p.out.RelativeSpan = f.at
				}
			}
		}
		carry = moment.Unlabelled
	}
}

// clockBelow returns stamp f of part i with the clock time that stands alone on the next line.
//
//	August 17, 2025 ⏎ 4:05 PM
func (p *page) clockBelow(i int, f *found) *found {
	if i+1 >= len(p.parts) {
		return f
	}
	n := &p.parts[i+1]
	if n.keep || len(n.stamps) > 0 || n.words > 3 || !p.clockLine(n) || f.at.End != p.parts[i].End {
		return f
	}
	all := span.Span{Start: f.at.Start, End: n.End}
	text := strings.Join(strings.Fields(all.In(p.raw)), " ")
	if s := moment.Stamps(text); len(s) == 1 && s[0].HasClock && s[0].Text.End == len(text) {
		g := *f
		g.Stamp, g.at = s[0], all
		return &g
	}
	return f
}

// labelledAhead returns the role that a label at the head of line q gives to the stamp f
// behind it, where only a place stands between: Last Modified: नई दिल्ली, शनिवार, ….
func (p *page) labelledAhead(q *part, f *found) moment.Role {
	first := inner(p.doc, q.tok).First
	for i := first; i < f.tok.First && i < first+4; i++ {
		if p.doc.Key(i) != ":" {
			continue
		}
		role, _, ok := moment.Label(p.raw[q.Start:p.doc.Tokens()[i].End])
		if between := (document.Range{First: i + 1, End: f.tok.First}); ok && between.Len() > 0 && p.isPlace(between) {
			return role
		}
		break
	}
	return f.Role
}

// ended reports whether the tail starts with a marker that closes the article.
func (p *page) ended() bool {
	return p.tail < len(p.parts) && p.parts[p.tail].marker != nil && p.parts[p.tail].marker.match == matchEnds
}

// othersBelow reports whether titles of other stories stand below the article: the
// dates between them are theirs.
func (p *page) othersBelow() bool {
	for i := p.tail; i < len(p.parts); i++ {
		if p.parts[i].label == labelRelated {
			return true
		}
	}
	return false
}

// leadingStamp returns the end of a time line that r opens with and that other text
// is glued to, and the stamps in it; 0 where there is none.
func (p *page) leadingStamp(r document.Range, st []found) (int, []found) {
	d := p.doc
	for k := range st {
		f := &st[k]
		if f.tok.First < r.First {
			continue
		}
		before := document.Range{First: r.First, End: f.tok.First}
		if words(d, before) > 10 || !p.nominal(before) {
			return 0, nil
		}
		end := f.tok.End
		for end < r.End && (delimiter(d.Key(end)) || d.Key(end) == ")" || d.Key(end) == ",") {
			end++
		}
		// more stamps of the same line: Publish Date: … | Updated Date: …
		if k+1 < len(st) {
			if gap := (document.Range{First: end, End: st[k+1].tok.First}); words(d, gap) <= 6 && p.nominal(gap) {
				continue
			}
		}
		explicit := false
		for j := 0; j <= k; j++ {
			explicit = explicit || st[j].explicit()
		}
		if !explicit || words(d, document.Range{First: end, End: r.End}) < 7 || end < r.End && followsDate(d.Key(end)) {
			return 0, nil
		}
		if f.Role == moment.Relative && !p.gluedAgo(f, r) {
			return 0, nil
		}
		return end, st[:k+1]
	}
	return 0, nil
}

// gluedAgo reports whether a relative time is a line's own furniture and not the start
// of a sentence (दो दिन पहले …): text is glued to it, or a place before it.
func (p *page) gluedAgo(f *found, r document.Range) bool {
	toks := p.doc.Tokens()
	return f.tok.End < r.End && !toks[f.tok.End].Space || f.tok.First > r.First && !toks[f.tok.First].Space
}

// followsDate reports whether the word behind a date makes it part of a sentence:
// 18 मई 2020 को …, 10:30 बजे ….
func followsDate(key string) bool {
	switch key {
	case "को", "से", "तक", "की", "के", "का", "में", "बजे", "पर", "और", "भी", "ही":
		return true
	}
	return false
}

// timeLine reports whether a line of n words is a publish line: a stamp with little
// else around it.
func (p *page) timeLine(r document.Range, st []found, n int) bool {
	if len(st) == 0 {
		return false
	}
	rest := n
	explicit := false
	for k := range st {
		rest -= words(p.doc, st[k].tok)
		explicit = explicit || st[k].explicit()
	}
	if rest > 12 || rest > 4 && stops(p.doc.Tokens()[r.First:r.End]) {
		return false
	}
	for i := r.First; i < r.End; i++ {
		in := false
		for k := range st {
			in = in || st[k].tok.Contains(i)
		}
		if !in && (followsDate(p.doc.Key(i)) && p.doc.Key(i) != "का" && p.doc.Key(i) != "से" || p.doc.Class(i).Has(lexicon.Pronoun)) {
			return false
		}
	}
	if st[0].Role == moment.Relative { // सीकर6 घंटे पहले, but no sentence: चौहान ने 13 साल पहले …
		return rest <= 4 && p.nominal(document.Range{First: r.First, End: st[0].tok.First}) && p.nominal(document.Range{First: st[0].tok.End, End: r.End})
	}
	return explicit || rest <= 4 && st[0].Value != ""
}
