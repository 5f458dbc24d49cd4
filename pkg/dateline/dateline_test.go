package dateline

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
)

type corpusLine struct {
	line        int
	shape, text string
	want        map[string]string
}

func corpus(t testing.TB) []corpusLine {
	data, err := os.ReadFile("testdata/corpus.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out []corpusLine
	for i, l := range strings.Split(string(data), "\n") {
		if l == "" || l[0] == '#' {
			continue
		}
		f := strings.Split(l, "\t")
		if len(f) != 3 {
			t.Fatalf("corpus.tsv:%d: %d columns", i+1, len(f))
		}
		c := corpusLine{i + 1, f[0], f[1], map[string]string{}}
		for _, kv := range strings.Split(f[2], "; ") {
			k, v, _ := strings.Cut(kv, "=")
			c.want[k] = v
		}
		out = append(out, c)
	}
	return out
}

// shapes is how many shapes of dateline the format catalogue has: each has its case.
const shapes = 46

func TestCorpus(t *testing.T) {
	seen := map[string]bool{}
	defer func() {
		for n := 1; n <= shapes; n++ {
			if !seen[strconv.Itoa(n)] {
				t.Errorf("corpus.tsv: no case of shape %d", n)
			}
		}
	}()
	for _, c := range corpus(t) {
		seen[c.shape] = true
		d, ok := Parse(c.text, gazetteer.Default(), lexicon.Default())
		if _, none := c.want["none"]; none || !ok {
			if none == ok {
				t.Errorf("%d (%s) %q: found %v: %+v", c.line, c.shape, c.text, ok, d)
			}
			continue
		}
		got := map[string]string{
			"place": d.Place.Text, "second": d.Second.Text, "district": d.District.Text, "state": d.State.Text,
			"edition": d.Edition.Text, "agency": d.Agency, "reporter": d.Reporter, "date": c.text[d.Date.Start:d.Date.End],
		}
		for k, v := range got {
			if want, said := c.want[k]; v != want && (said || k != "reporter" && k != "agency") {
				t.Errorf("%d (%s) %q: %s = %q, want %q (%s)", c.line, c.shape, c.text, k, v, want, d.Rule)
			}
		}
		if _, weak := c.want["weak"]; weak != d.Weak {
			t.Errorf("%d (%s) %q: weak = %v (%s)", c.line, c.shape, c.text, d.Weak, d.Rule)
		}
		if _, un := c.want["unproven"]; d.Place.Found() && un == d.Proven {
			t.Errorf("%d (%s) %q: proven = %v (%s)", c.line, c.shape, c.text, d.Proven, d.Rule)
		}
		if s := c.want["story"]; s != "" && !strings.HasPrefix(c.text[d.End:], s) {
			t.Errorf("%d (%s) %q: story starts %q", c.line, c.shape, c.text, c.text[d.End:])
		}
		check(t, c.text, d)
	}
}

// check holds the invariants of a dateline.
func check(t *testing.T, text string, d Dateline) {
	for _, p := range []Place{d.Place, d.Second, d.District, d.State, d.Edition} {
		if p.Found() && text[p.Span.Start:p.Span.End] != p.Text {
			t.Errorf("%q: place %q at %v", text, p.Text, p.Span)
		}
	}
	if d.Agency != text[d.AgencyAt.Start:d.AgencyAt.End] || d.Reporter != text[d.At.Start:d.At.End] {
		t.Errorf("%q: agency %q or reporter %q misplaced", text, d.Agency, d.Reporter)
	}
	if d.End < 0 || d.End > len(text) || d.Span.End > len(text) || d.Span.Start > d.Span.End {
		t.Errorf("%q: End %d, Span %v", text, d.End, d.Span)
	}
	if d.End < len(text) && !utf8.RuneStart(text[d.End]) && utf8.ValidString(text) {
		t.Errorf("%q: End %d splits a letter", text, d.End)
	}
	if d.Rule == "" {
		t.Errorf("%q: no rule", text)
	}
}

func FuzzParse(f *testing.F) {
	for _, c := range corpus(f) {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, ok := Parse(s, gazetteer.Default(), lexicon.Default()); ok {
			check(t, s, d)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	var texts []string
	for _, c := range corpus(b) {
		texts = append(texts, c.text)
	}
	gaz := gazetteer.Default()
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range texts {
			Parse(s, gaz, lexicon.Default())
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(texts)), "ns/text")
}
