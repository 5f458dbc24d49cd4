package organization_test

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
	"khabar/pkg/organization"
	"khabar/pkg/segment"
)

// places finds the place names of d by the longest match, as pkg/place does; that
// package stands on this one's floor and cannot be used here.
func places(d *document.Document) []organization.Place {
	var out []organization.Place
	gaz := gazetteer.Default()
	for i := 0; i < d.Len(); {
		n := gaz.Match(func(k int) string { return d.Key(i + k) })
		if !n.Valid() || d.Class(i).Has(lexicon.Postposition|lexicon.Auxiliary|lexicon.Pronoun|lexicon.Conjunction) {
			i++
			continue
		}
		out = append(out, organization.Place{
			Range:    document.Range{First: i, End: i + n.Words()},
			Doubtful: n.Clash()&^gazetteer.Many != 0,
		})
		i += n.Words()
	}
	return out
}

func find(text string) (*document.Document, []organization.Organization) {
	d := segment.Plain(text, lexicon.Default())
	return d, organization.Find(d, organization.Input{Places: places(d)})
}

func show(list []organization.Organization) string {
	if len(list) == 0 {
		return "-"
	}
	var out []string
	for _, o := range list {
		out = append(out, o.Name+" = "+string(o.Kind))
	}
	return strings.Join(out, "; ")
}

func cases(t testing.TB) [][2]string {
	f, err := os.Open("testdata/organizations.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out [][2]string
	for sc := bufio.NewScanner(f); sc.Scan(); {
		text, want, ok := strings.Cut(sc.Text(), "\t")
		if ok && !strings.HasPrefix(text, "#") {
			out = append(out, [2]string{text, want})
		}
	}
	return out
}

func TestOrganizations(t *testing.T) {
	for _, c := range cases(t) {
		if _, list := find(c[0]); devanagari.Fold(show(list)) != devanagari.Fold(c[1]) {
			t.Errorf("%s\n got %s\nwant %s", c[0], show(list), c[1])
		}
	}
}

// TestData checks what the grammar relies on: each listed body is found by each of its
// names that is no word.
func TestData(t *testing.T) {
	for _, r := range lexicon.Rows("organizations") {
		name := strings.TrimPrefix(r.Field(0), "*")
		for _, n := range append([]string{r.Field(0)}, r.List(1)...) {
			if strings.HasPrefix(n, "*") {
				continue
			}
			_, list := find("कल " + n + " ने कहा।")
			if len(list) != 1 || list[0].Name != name {
				t.Errorf("organizations.tsv:%d: %s gives %s, want %s", r.Line, n, show(list), name)
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c[0])
	}
	f.Add("(एनजीटी) ऑफ मिल \xff थाना (")
	f.Fuzz(func(t *testing.T, text string) {
		d, list := find(text)
		for _, o := range list {
			if len(o.Mentions) == 0 {
				t.Fatalf("%q: no mention of %s", text, o.Name)
			}
			for i, m := range o.Mentions {
				if m.First < 0 || m.End > d.Len() || m.First >= m.End || d.SpanOf(m.Range) != m.Span {
					t.Errorf("%q: %s at %v", text, o.Name, m)
				}
				if i > 0 && m.First < o.Mentions[i-1].End {
					t.Errorf("%q: mentions of %s overlap", text, o.Name)
				}
			}
			if o.Text != d.Text(o.Mentions[0].Span) {
				t.Errorf("%q: text %q is not the first mention", text, o.Text)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	var sb strings.Builder
	for _, c := range cases(b) {
		sb.WriteString(c[0] + " ")
	}
	d := segment.Plain(sb.String(), lexicon.Default())
	in := organization.Input{Places: places(d)}
	b.SetBytes(int64(sb.Len()))
	b.ReportAllocs()
	for b.Loop() {
		organization.Find(d, in)
	}
}
