package record

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"khabar/pkg/dump"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
)

// extractor returns an Extractor with the names of a user's file.
func extractor(t testing.TB, data string) *Extractor {
	t.Helper()
	o, err := lexicon.ReadOverlay("own.tsv", data)
	if err != nil {
		t.Fatal(err)
	}
	lx, err := lexicon.Default().With(o)
	if err != nil {
		t.Fatal(err)
	}
	var lines []gazetteer.Line
	for _, r := range o.Rows(lexicon.Places) {
		lines = append(lines, gazetteer.Line{File: "own.tsv", Number: r.Line, Fields: r.Fields})
	}
	gaz, err := gazetteer.Default().With(lines)
	if err != nil {
		t.Fatal(err)
	}
	return NewExtractor(Options{Lexicon: lx, Gazetteer: gaz})
}

const ownNames = `शिमला में नई सड़क का काम शुरू

शिमला। बैठक में झिलमिल टोटो भी पहुंचे और झिलमिल विकास मंडली के साथ खड़कपुरा में पौधे लगाए। जलमित्र सुरेश ठाकुर ने कहा कि पानी आ गया है।
रोजनामा पढ़ते रहिए
सड़क का काम अगले माह पूरा होगा और इस पर पांच करोड़ रुपये खर्च होंगे।
`

// TestTwoLexicons: extractors with different names of users, and one without, work side by
// side and do not see each other's names.
func TestTwoLexicons(t *testing.T) {
	plain := NewExtractor(Options{})
	a := extractor(t, "# table: people\nझिलमिल टोटो\t\t\tविधायक\n# table: markers\nरोजनामा पढ़ते रहिए\tline\tsocial\n")
	b := extractor(t, "# table: organizations\nझिलमिल विकास मंडली\t\tJhilmil Vikas Mandali\tngo\n# table: roles\nजलमित्र\tadministration\tyes\n# table: places\nvillage\tखड़कपुरा\t\tKharakpura\tहिमाचल प्रदेश\tसोलन\n")
	for _, c := range []struct {
		name string
		x    *Extractor
		want string
	}{
		{"without", plain, "people: जलमित्र सुरेश ठाकुर; organizations: ; places: शिमला, खड़कपुरा; roles: ; social: 0"},
		{"people and markers", a, "people: झिलमिल टोटो, जलमित्र सुरेश ठाकुर; organizations: ; places: शिमला, खड़कपुरा; roles: ; social: 1"},
		{"the rest", b, "people: सुरेश ठाकुर; organizations: Jhilmil Vikas Mandali; places: शिमला, Kharakpura; roles: जलमित्र; social: 0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel() // with the others
			var wg sync.WaitGroup
			for range 3 {
				wg.Go(func() {
					for range 3 {
						if got := summary(c.x.Extract(dump.Article{Raw: ownNames})); got != c.want {
							t.Errorf("got  %s\nwant %s", got, c.want)
							return
						}
					}
				})
			}
			wg.Wait()
		})
	}
}

func summary(r *Record) string {
	var people, bodies, places, roles []string
	for _, p := range r.People {
		people = append(people, p.Name)
		roles = append(roles, p.Roles...)
	}
	for _, o := range r.Organizations {
		if o.NameEn != nil {
			bodies = append(bodies, *o.NameEn)
		}
	}
	for _, p := range r.Places {
		name := p.Name
		if p.Name != "शिमला" && p.NameEn != nil {
			name = *p.NameEn
		}
		places = append(places, name)
	}
	social := 0
	for _, f := range r.Furniture {
		if f.Label == "social" {
			social++
		}
	}
	return fmt.Sprintf("people: %s; organizations: %s; places: %s; roles: %s; social: %d",
		strings.Join(people, ", "), strings.Join(bodies, ", "), strings.Join(places, ", "), strings.Join(roles, ", "), social)
}

// TestEveryClassOfEveryTable: whatever ReadOverlay lets through, no table of an extractor
// breaks on.
func TestEveryClassOfEveryTable(t *testing.T) {
	var b strings.Builder
	for _, table := range lexicon.TableNames() {
		if table == lexicon.Places || table == lexicon.People {
			continue
		}
		fmt.Fprintf(&b, "# table: %s\n", table)
		for _, r := range lexicon.Rows(table) {
			fields := slices.Clone(r.Fields)
			if table != "markers" { // whose words are only what a line of them is
				fields[0] = "झक" + strings.NewReplacer("*", "", "|", "|झक").Replace(fields[0])
			}
			fmt.Fprintln(&b, strings.Join(fields, "\t"))
		}
	}
	x := extractor(t, b.String()+"# table: people\nझिलमिल टोटो\n")
	got, err := json.Marshal(x.Extract(dump.Article{Raw: ownNames}))
	if err != nil || !strings.Contains(string(got), "झिलमिल टोटो") {
		t.Errorf("%v: %s", err, got)
	}
}

// TestTablesThatLackNames: no table of an extractor needs a name that a user can take away.
func TestTablesThatLackNames(t *testing.T) {
	var b strings.Builder
	for _, table := range lexicon.TableNames() {
		if table == lexicon.Places || table == lexicon.People {
			continue
		}
		fmt.Fprintf(&b, "# table: %s\n", table)
		seen := make(map[string]bool)
		for i, r := range lexicon.Rows(table) {
			name, _, _ := strings.Cut(r.Field(0), "|")
			key := strings.Join(lexicon.Words(strings.Trim(name, "*: ")), " ")
			if i < 400 && key != "" && !seen[key] {
				fmt.Fprintf(&b, "-\t%s\n", name)
				seen[key] = true
			}
		}
	}
	b.WriteString("# table: places\n-\tशिमला\n-\tहिमाचल प्रदेश\n")
	x := extractor(t, b.String())
	if got := summary(x.Extract(dump.Article{Raw: ownNames})); !strings.Contains(got, "social: 0") {
		t.Error(got)
	}
}

func FuzzOwnNames(f *testing.F) {
	f.Add("# table: people\nझिलमिल टोटो\tझि. बाबू|एस. टोटो-वाल\t\tविधायक\n", ownNames)
	f.Add("# table: organizations\nक\t*ख\t\tngo\n# table: markers\n…\tinside\tad\n: :\tline\tad\n", ownNames)
	f.Add("# table: roles\n-\tविधायक\n# table: places\n-\tशिमला\nvillage\tशिमला\n# table: surnames\n-\tठाकुर\n", ownNames)
	f.Add("# table: publishers\nक\tpaper\tख|ग\t…|:\n# table: roles\nवकील|ए\tcourt\tyes\n", ownNames)
	f.Fuzz(func(t *testing.T, data, article string) {
		o, err := lexicon.ReadOverlay("f", data)
		if err != nil {
			return
		}
		lx, err := lexicon.Default().With(o)
		if err != nil {
			return
		}
		var lines []gazetteer.Line
		for _, r := range o.Rows(lexicon.Places) {
			lines = append(lines, gazetteer.Line{File: "f", Number: r.Line, Fields: r.Fields})
		}
		gaz, err := gazetteer.Default().With(lines)
		if err != nil {
			return
		}
		r := NewExtractor(Options{Lexicon: lx, Gazetteer: gaz}).Extract(dump.Article{Raw: article})
		for _, p := range r.People {
			for _, m := range p.Mentions {
				if m[0] < 0 || m[0] >= m[1] || m[1] > len(article) {
					t.Errorf("mention %v of %s lies outside the text", m, p.Name)
				}
			}
		}
	})
}
