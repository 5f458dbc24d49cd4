package place

import (
	"os"
	"strings"
	"testing"

	"khabar/pkg/dateline"
	"khabar/pkg/document"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
	"khabar/pkg/span"
)

func corpusLines(t testing.TB) [][]string {
	data, err := os.ReadFile("testdata/corpus.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for i, l := range strings.Split(string(data), "\n") {
		if l == "" || l[0] == '#' {
			continue
		}
		f := strings.Split(l, "\t")
		if len(f) < 2 {
			t.Fatalf("corpus.tsv:%d: %d columns", i+1, len(f))
		}
		out = append(out, f)
	}
	return out
}

func TestCorpus(t *testing.T) {
	for _, f := range corpusLines(t) {
		d := segment.Plain(f[0], lexicon.Default())
		var in Input
		if len(f) > 2 {
			in.Hints = []Hint{{Text: f[2], From: "breadcrumb"}}
		}
		_, got := Resolve(d, in)
		var texts []string
		for _, p := range got {
			texts = append(texts, p.Text)
		}
		var want []string
		if f[1] != "-" {
			want = strings.Split(f[1], "; ")
		}
		bare := make([]string, len(want))
		for i, w := range want {
			bare[i], _, _ = strings.Cut(w, "=")
		}
		if strings.Join(texts, "; ") != strings.Join(bare, "; ") {
			t.Errorf("%s: got %q, want %q", f[0], strings.Join(texts, "; "), strings.Join(bare, "; "))
			continue
		}
		for i, w := range want {
			if _, full, ok := strings.Cut(w, "="); ok {
				if g := got[i].NameEn + "/" + got[i].StateEn; g != full {
					t.Errorf("%s: %s is %s, want %s", f[0], bare[i], g, full)
				}
			}
		}
		checkPlaces(t, d, got)
	}
}

// checkPlaces holds the invariants of the result.
func checkPlaces(t *testing.T, d *document.Document, places []Place) {
	seen := make(map[span.Span]bool)
	last := -1
	for _, p := range places {
		if p.Span.Start < last {
			t.Errorf("%q stands before the place listed ahead of it", p.Text)
		}
		last = p.Span.Start
		if len(p.Mentions) == 0 || p.Mentions[0] != p.Span || d.Text(p.Span) != p.Text {
			t.Errorf("%q: span %v, mentions %v", p.Text, p.Span, p.Mentions)
		}
		if p.Name == "" || p.Rule == "" || p.From == "" {
			t.Errorf("%q: no name, rule or from: %+v", p.Text, p)
		}
		for _, m := range p.Mentions {
			if m.Start < 0 || m.End > len(d.Raw()) || m.Empty() || seen[m] {
				t.Errorf("%q: mention %v is bad or taken", p.Text, m)
			}
			seen[m] = true
		}
	}
}

func TestArticlePlace(t *testing.T) {
	gaz := gazetteer.Default()
	for _, c := range []struct{ text, hint, from, want string }{
		{"नाहन. महामारी के बीच बैठक हुई है.", "हिमाचल प्रदेश|breadcrumb", "dateline", "Nahan/Sirmaur/Himachal Pradesh"},
		{"संसू, नवहट्टा (सहरसा): बैंक में चोरी हुई।", "", "dateline", "Nauhatta/Saharsa/Bihar"},
		{"बिलासपुर। नदी में नाव पलट गई।", "हिमाचल प्रदेश|breadcrumb", "dateline", "Bilaspur/Bilaspur/Himachal Pradesh"},
		{"बिलासपुर। नदी में नाव पलट गई।", "", "dateline", "Bilaspur/Bilaspur/Chhattisgarh"},
		{"किसानों ने धरना दिया और नारे लगाए।", "मुजफ्फरनगर|byline", "byline", "Muzaffarnagar/Muzaffarnagar/Uttar Pradesh"},
		{"किसानों ने धरना दिया और नारे लगाए।", "राजस्थान|breadcrumb;सीकर|breadcrumb", "breadcrumb", "Sikar/Sikar/Rajasthan"},
		{"बिहार: राज्य में बारिश के आसार हैं।", "पटना|byline", "byline", "Patna/Patna/Bihar"},
		{"नई दिल्ली, ऑनलाइन डेस्क। बारिश के आसार हैं।", "", "dateline", "New Delhi/New Delhi/Delhi"},
		{"कफोटली। पुल बहने से दो गांवों का संपर्क कट गया है।", "हिमाचल प्रदेश|breadcrumb", "dateline", "//Himachal Pradesh"},
	} {
		d := segment.Plain(c.text, lexicon.Default())
		in := Input{Gazetteer: gaz}
		for _, h := range strings.Split(c.hint, ";") {
			if name, from, ok := strings.Cut(h, "|"); ok {
				in.Hints = append(in.Hints, Hint{Text: name, From: from})
			}
		}
		if dl, ok := Dateline(d, gaz); ok {
			in.Dateline = []dateline.Dateline{dl}
		}
		p, _ := Resolve(d, in)
		if p == nil {
			t.Errorf("%s: no place", c.text)
			continue
		}
		if got := p.NameEn + "/" + p.DistrictEn + "/" + p.StateEn; got != c.want || p.From != c.from {
			t.Errorf("%s (%s): %s from %s, want %s from %s", c.text, c.hint, got, p.From, c.want, c.from)
		}
	}
}

func FuzzResolve(f *testing.F) {
	for _, l := range corpusLines(f) {
		f.Add(l[0])
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := segment.Plain(s, lexicon.Default())
		var in Input
		if dl, ok := Dateline(d, gazetteer.Default()); ok {
			in.Dateline = []dateline.Dateline{dl}
		}
		_, places := Resolve(d, in)
		checkPlaces(t, d, places)
	})
}
