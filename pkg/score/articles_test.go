package score

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"khabar/pkg/dump"
	"khabar/pkg/record"
)

// TestArticleScores compares the figures on the shipped articles with the file: a gain
// or a loss in quality is a line in the diff.
func TestArticleScores(t *testing.T) {
	for _, set := range []struct{ gold, articles, scores string }{
		{"gold", "articles", "gold/SCORES.txt"},
		{"held/gold", "held/articles", "held/SCORES.txt"},
	} {
		compareScores(t, "../../testdata/"+set.gold, "../../testdata/"+set.articles, "../../testdata/"+set.scores)
	}
}

func compareScores(t *testing.T, gold, articles, file string) {
	s, err := ArticleFolder(os.DirFS(gold), os.DirFS(articles))
	if err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	s.Write(&buf)
	if *update {
		if err := os.WriteFile(file, buf.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil || buf.String() != string(want) {
		t.Errorf("figures differ from %s (go test ./pkg/score -update accepts them)\n%s\nmisses:\n%s", file, buf.String(), strings.Join(s.Misses, "\n"))
	}
}

// TestBodyIsComparedClean scores a body whose raw text writes its quote marks as entities.
func TestBodyIsComparedClean(t *testing.T) {
	raw := "नाहन. डीसी अजय राणा ने कहा, &quot;बसें मई तक चलेंगी और किराया नहीं बढ़ेगा।&quot;\n"
	g, err := ReadArticle(strings.NewReader(`{"headline":null,"body":["नाहन. डीसी अजय राणा ने कहा, &quot;बसें"]}`))
	if err != nil {
		t.Fatal(err)
	}
	s := NewArticleScores()
	s.Add("a", raw, g, record.NewExtractor(record.Options{}).Extract(dump.Article{Raw: raw}))
	if miss := strings.Join(s.Misses, "\n"); strings.Contains(miss, "body kept") {
		t.Error(miss)
	}
}

// TestScorerSeesWhatIsWrong scores a right record, then the same with faults put in.
func TestScorerSeesWhatIsWrong(t *testing.T) {
	raw := "नाहन. मेले में 40 लोग पहुंचे। डीसी अजय राणा ने कहा कि बसें मई तक चलेंगी।\n"
	gold := `{"headline":null,"published":null,"place":{"text":"नाहन","name_en":"Nahan","state_en":"Himachal Pradesh"},
		"places":[{"text":"नाहन","name_en":"Nahan","state_en":"Himachal Pradesh"}],
		"people":[{"name":"अजय राणा","aliases":["अजय राणा"],"roles":["डीसी"],"official":true}],
		"numbers":[{"text":"40","value":40,"max":null,"unit":"लोग","kind":"count","qualifier":null}],
		"quotes":[{"text":"बसें मई तक चलेंगी","speaker":"अजय राणा","kind":"indirect","official":true}],
		"body":["नाहन. मेले में"],"dates_optional":["मई"]}`
	g, err := ReadArticle(strings.NewReader(gold))
	if err != nil {
		t.Fatal(err)
	}
	x := record.NewExtractor(record.Options{})
	score := func(fault func(*record.Record)) *ArticleScores {
		s := NewArticleScores()
		r := x.Extract(dump.Article{Raw: raw})
		fault(r)
		s.Add("a", raw, g, r)
		return s
	}
	if s := score(func(*record.Record) {}); len(s.Misses) != 0 {
		t.Fatalf("right record: %v", s.Misses)
	}
	for name, fault := range map[string]func(*record.Record){
		"numbers":           func(r *record.Record) { *r.Numbers[0].Value = 41 },
		"number unit":       func(r *record.Record) { r.Numbers[0].Unit = nil },
		"places":            func(r *record.Record) { r.Places = nil },
		"place":             func(r *record.Record) { r.Place = nil },
		"people":            func(r *record.Record) { r.People[0].Name = "अजय" },
		"roles":             func(r *record.Record) { r.People[0].Roles = []string{"मेयर"} },
		"quotes":            func(r *record.Record) { r.Quotes[0].Span[1] = r.Quotes[0].Span[0] + 3 },
		"quote speaker":     func(r *record.Record) { r.Quotes[0].Speaker = nil },
		"body kept":         func(r *record.Record) { r.Text = "" },
		"official people":   func(r *record.Record) { r.People[0].Official = false },
		"furniture removed": nil,
	} {
		if fault == nil {
			continue
		}
		if s := score(fault); !strings.Contains(strings.Join(s.Misses, "\n"), "a "+name+":") {
			t.Errorf("%s: the scorer sees only %v", name, s.Misses)
		}
	}
}
