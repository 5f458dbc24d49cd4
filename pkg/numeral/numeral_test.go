package numeral

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
)

// show prints a numeral as the corpus does: value, value..max, with a letter for the
// form (o ordinal, f fraction, m multiple, ? indefinite) and × for "each".
func show(n Numeral) string {
	s := strconv.FormatFloat(n.Value, 'f', -1, 64)
	if n.HasMax {
		s += ".." + strconv.FormatFloat(n.Max, 'f', -1, 64)
	}
	switch n.Form {
	case Ordinal:
		s = "o" + s
	case Fraction:
		s = fmt.Sprintf("f%.4g", n.Value)
	case Multiple:
		s = "m" + s
	case Indefinite:
		s = "?"
	}
	if n.Distributive {
		s += "×"
	}
	return s
}

// TestCorpus reads testdata/corpus.txt: a value, then surface forms that must be read
// whole as that value; "-" lists texts whose first token starts no numeral; "<" lists
// texts of which the numeral in [ ] must be read.
func TestCorpus(t *testing.T) {
	f, err := os.Open("testdata/corpus.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lx := lexicon.Default()
	sc := bufio.NewScanner(f)
	for line := 1; sc.Scan(); line++ {
		text := strings.TrimSpace(sc.Text())
		if text == "" || text[0] == '#' {
			continue
		}
		want, forms, _ := strings.Cut(text, "\t")
		for _, form := range strings.Split(forms, "|") {
			form = strings.TrimSpace(form)
			raw := strings.NewReplacer("[", "", "]", "").Replace(form)
			whole := raw
			at := 0
			if open := strings.IndexByte(form, '['); open >= 0 {
				at = open
				whole = form[open+1 : strings.IndexByte(form, ']')]
			}
			d := segment.Plain(raw, lx)
			i := 0
			for i < d.Len() && d.Tokens()[i].Start < at {
				i++
			}
			n, ok := At(d, i)
			switch {
			case want == "-":
				if ok {
					t.Errorf("line %d: %q: read as %s, want nothing", line, form, show(n))
				}
			case !ok:
				t.Errorf("line %d: %q: not read, want %s", line, form, want)
			case show(n) != want || d.Text(n.Span) != whole:
				t.Errorf("line %d: %q: got %s %q, want %s", line, form, show(n), d.Text(n.Span), want)
			}
		}
	}
}

// FuzzAt holds the invariants on any bytes: no panic, a numeral starts at its token and
// ends in its sentence, and its value is finite.
func FuzzAt(f *testing.F) {
	for _, s := range []string{"साढ़े तीन लाख 25 हजार 332 दो-चार 10 से 12", "1/0 1,2,3,4 18.05.2020 9999999999999999999 करोड़ करोड़", "- .08 1e400 5-^9 एक का शून्यवां सवा सवा पौने", "-", "5 +"} {
		f.Add(s)
	}
	lx := lexicon.Default()
	f.Fuzz(func(t *testing.T, text string) {
		d := segment.Plain(text, lx)
		for i := range d.Tokens() {
			for _, read := range []func(*document.Document, int) (Numeral, bool){At, Single, Expression} {
				n, ok := read(d, i)
				if !ok {
					continue
				}
				if n.Range.First != i || n.Range.End <= i || n.Range.End > d.Len() || n.Span != d.SpanOf(n.Range) {
					t.Fatalf("token %d: range %v span %v", i, n.Range, n.Span)
				}
				if math.IsNaN(n.Value) || math.IsNaN(n.Max) {
					t.Fatalf("%q is %v..%v", d.Text(n.Span), n.Value, n.Max)
				}
			}
		}
	})
}

func BenchmarkAt(b *testing.B) {
	text, err := os.ReadFile("testdata/corpus.txt")
	if err != nil {
		b.Fatal(err)
	}
	d := segment.Plain(string(text), lexicon.Default())
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for i := range d.Tokens() {
			At(d, i)
		}
	}
}
