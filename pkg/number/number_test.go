package number

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

// show prints a number as the corpus does: text = value[..max] unit kind [qualifier].
func show(n Number, raw string) string {
	v := "?"
	if n.Value != nil {
		v = strconv.FormatFloat(*n.Value, 'f', -1, 64)
		if len(v) > 8 && strings.Contains(v, ".") {
			v = strconv.FormatFloat(*n.Value, 'f', 4, 64)
		}
	}
	if n.Max != nil {
		v += ".." + strconv.FormatFloat(*n.Max, 'f', -1, 64)
	}
	unit := n.Unit
	if unit == "" {
		unit = "-"
	}
	s := fmt.Sprintf("%s = %s %s %s", n.Span.In(raw), v, strings.ReplaceAll(unit, " ", "_"), n.Kind)
	if n.Qualifier != "" {
		s += " " + n.Qualifier
	}
	return s
}

// TestCorpus reads testdata/corpus.txt: a sentence, TAB, the numbers of it separated by
// " | ", each "text = value unit kind [qualifier]" (spaces in a unit are _, no unit is -);
// a sentence without numbers has nothing behind the TAB.
func TestCorpus(t *testing.T) {
	f, err := os.Open("testdata/corpus.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lx := lexicon.Default()
	sc := bufio.NewScanner(f)
	for line := 1; sc.Scan(); line++ {
		if s := sc.Text(); s == "" || strings.HasPrefix(s, "# ") {
			continue
		}
		text, want, ok := strings.Cut(sc.Text(), "\t")
		if !ok {
			t.Errorf("line %d: no TAB", line)
			continue
		}
		var got []string
		for _, n := range Find(segment.Plain(text, lx), nil) {
			got = append(got, show(n, text))
		}
		if s := strings.Join(got, " | "); s != strings.TrimSpace(want) {
			t.Errorf("line %d: %s\n got  %s\n want %s", line, text, s, want)
		}
	}
}

// TestRows reads a table: its numbers take what is counted from the heads of the columns.
func TestRows(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"राज्य\tकुल मामले\tठीक हुए\tमौत\n1\tअसम\t35\t12\t1\n2\tउत्तर प्रदेश\t227\t19\t2\n",
			"35 = 35 मामला count | 12 = 12 - count | 1 = 1 मौत count | 227 = 227 मामला count | 19 = 19 - count | 2 = 2 मौत count"},
		{"अस्पताल\tभर्ती संक्रमित मरीजों की संख्या\nगुरु तेग\t20\nलोकनायक\t477\n", "20 = 20 मरीज count | 477 = 477 मरीज count"},
		{"शहर\tतापमान\tमतदान प्रतिशत\nलेह\t-4.5\t60\n", "-4.5 = -4.5 - measure | 60 = 60 % percent"},
		{"पहले 5 लोग आए।\nराज्य\tकेस (66 विदेशी)\tडिस्चार्ज\n1\tअसम\t26\t2\n", "5 = 5 लोग count | 66 = 66 विदेशी count | 26 = 26 केस count | 2 = 2 व्यक्ति count"},
		{"राज्य\tमामले\n1\tगोवा\t7\n2\tदिल्ली\t1893\n", "7 = 7 मामला count | 1893 = 1893 मामला count"},
		{"वर्ष\tमामले\n2018\t12\n", "12 = 12 मामला count"},
		{"राज्य\tवर्ष\nअसम\t1950\n", ""},
		{"ईरान\t978\t50\n", "978 = 978 - count | 50 = 50 - count"},
		{"देश\tनुकसान\nजापान\t38 हजार करोड़ रुपये\n", "38 हजार करोड़ = 380000000000 INR money"},
		{"\tबैठक में 12 विधायक आए।\n", "12 = 12 विधायक count"},
		{"जगह\tमामले\n\nसोमवार को 40 लोग आए। 5 लौटे।\n", "40 = 40 लोग count | 5 = 5 - count"},
	} {
		lx := lexicon.Default()
		for _, d := range []*document.Document{segment.Build(c.text, segment.Lines(c.text), lx), segment.Build(c.text, Candidates(c.text, segment.NewVocabulary(lx)), lx)} {
			var got []string
			for _, n := range Find(d, nil) {
				got = append(got, show(n, c.text))
			}
			if s := strings.Join(got, " | "); s != c.want {
				t.Errorf("%q\n got  %s\n want %s", c.text, s, c.want)
			}
		}
	}
}

// TestCandidates holds that analysing only the candidate sentences finds what analysing
// all of the text finds.
func TestCandidates(t *testing.T) {
	b, err := os.ReadFile("testdata/corpus.txt")
	if err != nil {
		t.Fatal(err)
	}
	lx := lexicon.Default()
	for _, line := range strings.Split(string(b), "\n") {
		text, _, ok := strings.Cut(line, "\t")
		if !ok {
			continue
		}
		var fast, full []string
		for _, n := range Find(segment.Build(text, Candidates(text, segment.NewVocabulary(lx)), lx), nil) {
			fast = append(fast, show(n, text))
		}
		for _, n := range Find(segment.Plain(text, lx), nil) {
			full = append(full, show(n, text))
		}
		if f, g := strings.Join(fast, " | "), strings.Join(full, " | "); f != g {
			t.Errorf("%s\n candidates %s\n all        %s", text, f, g)
		}
	}
}

// FuzzFind holds the invariants on any bytes: no panic, spans inside the text and in
// order, finite values, known kinds.
func FuzzFind(f *testing.F) {
	b, err := os.ReadFile("testdata/corpus.txt")
	if err != nil {
		f.Fatal(err)
	}
	for i, line := range strings.Split(string(b), "\n") {
		if i%7 == 0 {
			f.Add(line)
		}
	}
	f.Add("₹ - 1/0 0/0 1,2,3 -5% शून्य से 5 डिग्री नीचे 1e999 99999999999999999999999999 करोड़ करोड़ से")
	lx := lexicon.Default()
	kinds := map[string]bool{Count: true, Money: true, Percent: true, Measure: true, Age: true, Ordinal: true, Score: true, Fraction: true, Multiple: true}
	f.Fuzz(func(t *testing.T, text string) {
		for _, d := range []*document.Document{segment.Plain(text, lx), segment.Build(text, Candidates(text, segment.NewVocabulary(lx)), lx)} {
			at := 0
			for _, n := range Find(d, nil) {
				if n.Span.Start < at || n.Span.End > len(text) || n.Span.Empty() {
					t.Fatalf("span %v behind %d in %d bytes", n.Span, at, len(text))
				}
				at = n.Span.End
				if !n.UnitSpan.Empty() && n.UnitSpan.End > len(text) {
					t.Fatalf("unit span %v in %d bytes", n.UnitSpan, len(text))
				}
				if !kinds[n.Kind] {
					t.Fatalf("kind %q", n.Kind)
				}
				if n.Value != nil && (math.IsNaN(*n.Value) || math.IsInf(*n.Value, 0)) {
					t.Fatalf("value %v of %q", *n.Value, n.Span.In(text))
				}
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text, err := os.ReadFile("testdata/corpus.txt")
	if err != nil {
		b.Fatal(err)
	}
	d := segment.Plain(string(text), lexicon.Default())
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(d, nil)
	}
}
