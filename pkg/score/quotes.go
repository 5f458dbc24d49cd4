package score

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"sort"
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
	"khabar/pkg/organization"
	"khabar/pkg/person"
	"khabar/pkg/place"
	"khabar/pkg/quotation"
	"khabar/pkg/segment"
	"khabar/pkg/span"
)

// QuoteCase is one line of a quote set: a text and the quotes that stand in it, none
// for a case that only looks like speech. testdata/quotes/README.md documents the
// format.
type QuoteCase struct {
	ID           string      `json:"id"`
	Construction string      `json:"construction"`
	Block        string      `json:"block"` // body or headline
	Text         string      `json:"text"`
	Quotes       []GoldQuote `json:"quotes"`
}

// GoldQuote is an annotated quote; spans are bytes of the text.
type GoldQuote struct {
	Cue      *[2]int `json:"cue"`
	Source   *[2]int `json:"source"`
	Content  [2]int  `json:"content"`
	Speaker  *string `json:"speaker"`
	Kind     string  `json:"kind"`
	Act      string  `json:"act"`
	Resolved string  `json:"resolved"`
	Via      *string `json:"via"`
}

// ReadQuotes reads a quote set, one JSON object a line.
func ReadQuotes(r io.Reader) ([]QuoteCase, error) {
	var out []QuoteCase
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		if strings.TrimSpace(sc.Text()) == "" {
			continue
		}
		var c QuoteCase
		if err := json.Unmarshal(sc.Bytes(), &c); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		for _, q := range c.Quotes {
			for _, s := range []*[2]int{q.Cue, q.Source, &q.Content} {
				if s != nil && (s[0] < 0 || s[0] > s[1] || s[1] > len(c.Text)) {
					return nil, fmt.Errorf("line %d: %s: span %v outside the text", n, c.ID, *s)
				}
			}
		}
		out = append(out, c)
	}
	return out, sc.Err()
}

// FindQuotes runs the extractors that quotes need over the text of a case.
func FindQuotes(c QuoteCase) []quotation.Quote {
	blocks := segment.Lines(c.Text)
	for i := range blocks {
		blocks[i].Kind = document.Body
		if c.Block == "headline" {
			blocks[i].Kind = document.Headline
		}
	}
	d := segment.Build(c.Text, blocks, lexicon.Default())
	var names []organization.Place
	for _, p := range place.Candidates(d, gazetteer.Default()) {
		names = append(names, organization.Place{Range: p.Range})
	}
	bodies := organization.Find(d, organization.Input{Places: names})
	people := person.Find(d, person.Input{Organizations: bodies, Places: names})
	return quotation.Find(d, quotation.Input{People: people, Organizations: bodies, Places: names})
}

// Spans counts spans of one kind.
type Spans struct {
	Gold, Found int
	Exact       int
	// Covered are sums of shares: of each found span the part that its gold span covers,
	// and of each gold span the part that was found.
	FoundCovered, GoldCovered float64
}

// Row returns precision, recall and F1, exact or by overlap.
func (s *Spans) Row(exact bool) (p, r, f float64) {
	if exact {
		return prf(float64(s.Exact), float64(s.Exact), s.Found, s.Gold)
	}
	return prf(s.FoundCovered, s.GoldCovered, s.Found, s.Gold)
}

func prf(hitP, hitR float64, found, gold int) (p, r, f float64) {
	if found > 0 {
		p = hitP / float64(found)
	}
	if gold > 0 {
		r = hitR / float64(gold)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

func (s *Spans) add(gold, found span.Span) {
	if !gold.Empty() {
		s.Gold++
	}
	if !found.Empty() {
		s.Found++
	}
	if gold.Empty() || found.Empty() {
		return
	}
	if gold == found {
		s.Exact++
	}
	common := float64(min(gold.End, found.End) - max(gold.Start, found.Start))
	if common > 0 {
		s.FoundCovered += common / float64(found.Len())
		s.GoldCovered += common / float64(gold.Len())
	}
}

// Share counts right answers.
type Share struct{ Right, Of int }

func (s *Share) add(ok bool) {
	s.Of++
	if ok {
		s.Right++
	}
}

// QuoteScores are the figures of a quote set.
type QuoteScores struct {
	Cases, Negatives     int
	Cue, Source, Content Spans
	// of the quotes whose content was found
	Speaker, Kind, Act, Resolved Share
	// Clean are the negatives in which nothing was found.
	Clean Share
	// Constructions counts, for each, the cases that came out as annotated in every
	// respect.
	Constructions map[string]*Share
	Misses        []string
}

// Quotes scores find on cases. Quotes are paired by the overlap of their contents, best
// first; what is left over counts as missed or spurious.
func Quotes(cases []QuoteCase, find func(QuoteCase) []quotation.Quote) QuoteScores {
	s := QuoteScores{Constructions: make(map[string]*Share)}
	for _, c := range cases {
		s.Cases++
		found := find(c)
		ok := s.pair(c, found)
		if len(c.Quotes) == 0 {
			s.Negatives++
			s.Clean.add(len(found) == 0)
		}
		name := c.Construction
		if len(c.Quotes) == 0 {
			name += " (no quote)"
		}
		if s.Constructions[name] == nil {
			s.Constructions[name] = &Share{}
		}
		s.Constructions[name].add(ok)
	}
	return s
}

// pair scores one case and reports whether it came out as annotated.
func (s *QuoteScores) pair(c QuoteCase, found []quotation.Quote) bool {
	type match struct{ g, f, common int }
	var all []match
	for g := range c.Quotes {
		gs := toSpan(&c.Quotes[g].Content)
		for f := range found {
			if common := min(gs.End, found[f].Span.End) - max(gs.Start, found[f].Span.Start); common > 0 {
				all = append(all, match{g, f, common})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].common > all[j].common })
	goldOf := make([]int, len(found))
	usedGold := make([]bool, len(c.Quotes))
	for i := range goldOf {
		goldOf[i] = -1
	}
	for _, m := range all {
		if goldOf[m.f] < 0 && !usedGold[m.g] {
			goldOf[m.f], usedGold[m.g] = m.g, true
		}
	}
	ok := true
	miss := func(format string, args ...any) {
		ok = false
		s.Misses = append(s.Misses, c.ID+": "+fmt.Sprintf(format, args...))
	}
	for g, used := range usedGold {
		if used {
			continue
		}
		q := &c.Quotes[g]
		s.Cue.add(toSpan(q.Cue), span.Span{})
		s.Source.add(toSpan(q.Source), span.Span{})
		s.Content.add(toSpan(&q.Content), span.Span{})
		miss("missed %q", c.Text[q.Content[0]:q.Content[1]])
	}
	for f := range found {
		q := &found[f]
		if goldOf[f] < 0 {
			s.Cue.add(span.Span{}, q.CueSpan)
			s.Source.add(span.Span{}, q.SpeakerSpan)
			s.Content.add(span.Span{}, q.Span)
			miss("spurious %q (%s)", q.Span.In(c.Text), q.Rule)
			continue
		}
		g := &c.Quotes[goldOf[f]]
		s.Cue.add(toSpan(g.Cue), q.CueSpan)
		s.Source.add(toSpan(g.Source), q.SpeakerSpan)
		s.Content.add(toSpan(&g.Content), q.Span)
		for _, x := range []struct {
			what      string
			want, got span.Span
		}{{"cue", toSpan(g.Cue), q.CueSpan}, {"source", toSpan(g.Source), q.SpeakerSpan}, {"content", toSpan(&g.Content), q.Span}} {
			if x.want != x.got {
				miss("%s: want %q got %q", x.what, x.want.In(c.Text), x.got.In(c.Text))
			}
		}
		for _, x := range []struct {
			share     *Share
			what      string
			want, got string
		}{
			{&s.Speaker, "speaker", deref(g.Speaker), q.Speaker},
			{&s.Kind, "kind", g.Kind, q.Kind},
			{&s.Act, "act", g.Act, q.Act},
			{&s.Resolved, "resolved", g.Resolved, q.Resolved},
		} {
			x.share.add(x.want == x.got)
			if x.want != x.got {
				miss("%s: want %q got %q", x.what, x.want, x.got)
			}
		}
		if deref(g.Via) != q.Via {
			miss("via: want %q got %q", deref(g.Via), q.Via)
		}
	}
	return ok
}

func toSpan(s *[2]int) span.Span {
	if s == nil {
		return span.Span{}
	}
	return span.Span{Start: s[0], End: s[1]}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// Write prints the figures as a table.
func (s *QuoteScores) Write(w io.Writer) {
	fmt.Fprintf(w, "%d cases, %d of them without a quote\n\n", s.Cases, s.Negatives)
	fmt.Fprintf(w, "%-9s %5s %6s   %-23s   %s\n", "", "", "", "exact", "overlap")
	fmt.Fprintf(w, "%-9s %5s %6s   %7s %7s %7s   %7s %7s %7s\n", "span", "gold", "found", "P", "R", "F1", "P", "R", "F1")
	for _, x := range []struct {
		name string
		s    *Spans
	}{{"cue", &s.Cue}, {"source", &s.Source}, {"content", &s.Content}} {
		p, r, f := x.s.Row(true)
		op, or, of := x.s.Row(false)
		fmt.Fprintf(w, "%-9s %5d %6d   %7.3f %7.3f %7.3f   %7.3f %7.3f %7.3f\n", x.name, x.s.Gold, x.s.Found, p, r, f, op, or, of)
	}
	fmt.Fprintf(w, "\n%-28s %5s %7s\n", "", "n", "right")
	for _, x := range []struct {
		name string
		s    Share
	}{{"speaker", s.Speaker}, {"kind", s.Kind}, {"act", s.Act}, {"resolved", s.Resolved}, {"nothing found where none is", s.Clean}} {
		right := 0.0
		if x.s.Of > 0 {
			right = float64(x.s.Right) / float64(x.s.Of)
		}
		fmt.Fprintf(w, "%-28s %5d %7.3f\n", x.name, x.s.Of, right)
	}
	fmt.Fprintf(w, "\n%-36s %5s %6s\n", "construction", "cases", "right")
	names := make([]string, 0, len(s.Constructions))
	for name := range s.Constructions {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		c := s.Constructions[name]
		fmt.Fprintf(w, "%-36s %5d %6d\n", name, c.Of, c.Right)
	}
}
