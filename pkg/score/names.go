package score

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"khabar/pkg/document"
	"khabar/pkg/dump"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
	"khabar/pkg/place"
	"khabar/pkg/record"
	"khabar/pkg/segment"
	"khabar/pkg/span"
)

// The kinds of name that khabar finds.
var nameKinds = []string{"PER", "LOC", "ORG"}

// kindOf maps the tag names in use (B-PERSON, I-LOC, B-NEL) to a kind, "" for others.
func kindOf(tag string) string {
	_, name, ok := strings.Cut(tag, "-")
	if !ok {
		return ""
	}
	switch strings.ToUpper(name) {
	case "PERSON", "PER", "NEP":
		return "PER"
	case "LOCATION", "LOC", "NEL":
		return "LOC"
	case "ORGANIZATION", "ORG", "NEO":
		return "ORG"
	}
	return ""
}

// TaggedSentence is a sentence with its annotated names; spans are bytes of Text, the
// words joined by single blanks.
type TaggedSentence struct {
	Text  string
	Names map[string][]span.Span
}

// ReadTagged reads CoNLL: a word, a tab and its IOB2 tag a line, a blank line between
// sentences. Other columns between word and tag are passed over.
func ReadTagged(r io.Reader) ([]TaggedSentence, error) {
	var out []TaggedSentence
	var text strings.Builder
	names := make(map[string][]span.Span)
	open := ""
	flush := func() {
		if text.Len() > 0 {
			out = append(out, TaggedSentence{text.String(), names})
		}
		text.Reset()
		names, open = make(map[string][]span.Span), ""
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" {
			flush()
			continue
		}
		f := strings.Fields(line)
		if len(f) < 2 {
			return nil, fmt.Errorf("line %d: want a word and its tag, got %q", n, line)
		}
		if text.Len() > 0 {
			text.WriteByte(' ')
		}
		start := text.Len()
		text.WriteString(f[0])
		tag := f[len(f)-1]
		kind := kindOf(tag)
		if kind != "" && kind == open && strings.HasPrefix(tag, "I-") {
			list := names[kind]
			list[len(list)-1].End = text.Len()
		} else if kind != "" {
			names[kind] = append(names[kind], span.Span{Start: start, End: text.Len()})
		}
		open = kind
	}
	flush()
	return out, sc.Err()
}

// NameScores are the figures of tagged sentences, for each kind of name.
type NameScores struct {
	Sentences int
	Exact     map[string]*Counts // the same bytes
	Overlap   map[string]*Counts // bytes in common
	Misses    []string
}

// Names runs the whole extraction over each sentence, as an article of its own, and
// scores the mentions of people, places and organisations.
func Names(list []TaggedSentence) *NameScores {
	s := &NameScores{Sentences: len(list), Exact: make(map[string]*Counts), Overlap: make(map[string]*Counts)}
	for _, k := range nameKinds {
		s.Exact[k], s.Overlap[k] = &Counts{}, &Counts{}
	}
	x := record.NewExtractor(record.Options{})
	for _, t := range list {
		found := mentions(x.Extract(dump.Article{Raw: t.Text}))
		for _, k := range nameKinds {
			s.count(k, t.Names[k], found[k], t.Text)
		}
	}
	return s
}

// mentions gives the bytes of every name in a record.
func mentions(r *record.Record) map[string][]span.Span {
	out := make(map[string][]span.Span)
	add := func(kind string, list []record.Span) {
		for _, m := range list {
			out[kind] = append(out[kind], bytesOf(m))
		}
	}
	for _, p := range r.People {
		add("PER", p.Mentions)
	}
	for _, p := range r.Places {
		add("LOC", p.Mentions)
	}
	for _, o := range r.Organizations {
		add("ORG", o.Mentions)
	}
	return out
}

func (s *NameScores) count(kind string, want, got []span.Span, text string) {
	exact, overlap := s.Exact[kind], s.Overlap[kind]
	same := make(map[span.Span]bool)
	for _, w := range want {
		same[w] = true
	}
	right := 0
	for _, g := range got {
		if same[g] {
			right++
		}
		if overlapsAny(g, want) {
			overlap.TP++
		} else {
			overlap.FP++
			s.Misses = append(s.Misses, fmt.Sprintf("%s spurious %s in %s", kind, g.In(text), text))
		}
	}
	exact.TP += right
	exact.FP += len(got) - right
	exact.FN += len(want) - right
	for _, w := range want {
		if !overlapsAny(w, got) {
			overlap.FN++
			s.Misses = append(s.Misses, fmt.Sprintf("%s missed %s in %s", kind, w.In(text), text))
		}
	}
}

// Write prints the table.
func (s *NameScores) Write(w io.Writer) {
	fmt.Fprintf(w, "%d sentences\n\n%-5s %6s   %-23s   %s\n", s.Sentences, "", "", "exact", "overlap")
	fmt.Fprintf(w, "%-5s %6s   %7s %7s %7s   %7s %7s %7s\n", "", "n", "P", "R", "F1", "P", "R", "F1")
	for _, k := range nameKinds {
		p, r, f := s.Exact[k].Row()
		op, or, of := s.Overlap[k].Row()
		fmt.Fprintf(w, "%-5s %6d   %7.3f %7.3f %7.3f   %7.3f %7.3f %7.3f\n", k, s.Exact[k].TP+s.Exact[k].FN, p, r, f, op, or, of)
	}
}

// SpanDocument is a text in which places are marked, as the EDNIL shared task does:
// spans are [start, end, label, …] in code points.
type SpanDocument struct {
	Text  string
	Spans []json.RawMessage
}

// Coverage counts how many marked places the reported places cover.
type Coverage struct {
	Documents, Marked int
	Named, Covered    int // spans that hold a name of the gazetteer; those that a reported place overlaps
	Misses            []string
}

// PlaceCoverage reads JSON Lines of SpanDocument and extracts each text. A span with
// the given label counts as named where it holds a name of the gazetteer that is
// neither an ordinary word nor a person's name: spans that only describe (जेल का द्वार,
// घटनास्थल) cannot be found by name.
func PlaceCoverage(r io.Reader, label string) (*Coverage, error) {
	c := &Coverage{}
	gaz, lx := gazetteer.Default(), lexicon.Default()
	x := record.NewExtractor(record.Options{})
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 16<<20)
	for n := 1; sc.Scan(); n++ {
		if strings.TrimSpace(sc.Text()) == "" {
			continue
		}
		var d SpanDocument
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		c.Documents++
		rec := x.Extract(dump.Article{Raw: d.Text})
		found := mentions(rec)["LOC"]
		if rec.Place != nil {
			found = append(found, bytesOf(rec.Place.Span))
		}
		for _, raw := range d.Spans {
			var f [3]any
			if json.Unmarshal(raw, &f) != nil || f[2] != label {
				continue
			}
			start, _ := f[0].(float64)
			end, _ := f[1].(float64)
			s := runeSpan(d.Text, int(start), int(end))
			c.Marked++
			if !named(s.In(d.Text), gaz, lx) {
				continue
			}
			c.Named++
			if overlapsAny(s, found) {
				c.Covered++
			} else {
				c.Misses = append(c.Misses, fmt.Sprintf("%d: %s", n, s.In(d.Text)))
			}
		}
	}
	return c, sc.Err()
}

// named reports whether text holds a place name that is nothing else.
func named(text string, gaz *gazetteer.Table, lx *lexicon.Lexicon) bool {
	d := segment.Build(text, []document.Block{{Span: span.Span{End: len(text)}, Kind: document.Other}}, lx)
	for _, c := range place.Candidates(d, gaz) {
		if c.Name.Clash()&^gazetteer.Many == 0 {
			return true
		}
	}
	return false
}

// runeSpan converts a range of code points to bytes.
func runeSpan(text string, start, end int) span.Span {
	var s span.Span
	n := 0
	for i := range text {
		if n == start {
			s.Start = i
		}
		if n == end {
			s.End = i
			return s
		}
		n++
	}
	if end >= utf8.RuneCountInString(text) {
		s.End = len(text)
	}
	return s
}

// Write prints the counts.
func (c *Coverage) Write(w io.Writer) {
	share := 0.0
	if c.Named > 0 {
		share = float64(c.Covered) / float64(c.Named)
	}
	fmt.Fprintf(w, "documents  %d\nmarked     %d\nnamed      %d\ncovered    %d (%.1f %%)\n", c.Documents, c.Marked, c.Named, c.Covered, 100*share)
}
