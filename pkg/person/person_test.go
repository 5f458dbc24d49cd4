package person_test

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
	"khabar/pkg/person"
	"khabar/pkg/place"
	"khabar/pkg/segment"
	"khabar/pkg/tagger"
)

// find runs the packages below person as the record does.
func find(text string, tags bool) (*document.Document, person.Result) {
	d := segment.Plain(text, lexicon.Default())
	var places []organization.Place
	for _, c := range place.Candidates(d, gazetteer.Default()) {
		places = append(places, organization.Place{Range: c.Range, Doubtful: c.Name.Clash()&^gazetteer.Many != 0})
	}
	var proposed []tagger.Tag
	if tags {
		proposed = tagger.Default().Tag(d, nil)
	}
	orgs := organization.Find(d, organization.Input{Places: places, Tags: proposed})
	return d, person.Find(d, person.Input{Organizations: orgs, Places: places, Tags: proposed})
}

// show writes a result as the corpus file does.
func show(r person.Result) string {
	if len(r.People) == 0 {
		return "-"
	}
	var out []string
	for _, p := range r.People {
		s := p.Name
		if p.Official {
			s += "!"
		}
		var roles []string
		for _, role := range p.Roles {
			roles = append(roles, role.Text)
		}
		if len(roles) > 0 {
			s += " = " + strings.Join(roles, " / ")
		}
		if p.Jurisdiction != "" {
			s += " @ " + p.Jurisdiction
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// norm folds an answer and sorts its people, so that their order does not matter.
func norm(s string) map[string]bool {
	m := make(map[string]bool)
	for _, p := range strings.Split(s, ";") {
		m[devanagari.Fold(strings.TrimSpace(p))] = true
	}
	return m
}

func equal(a, b map[string]bool) bool {
	if len(a) != len(b) {
		return false
	}
	for k := range a {
		if !b[k] {
			return false
		}
	}
	return true
}

// cases reads the lines of a corpus file: text TAB answer.
func cases(t testing.TB, name string) [][2]string {
	f, err := os.Open("testdata/" + name)
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

func TestPeople(t *testing.T) {
	for _, c := range cases(t, "people.txt") {
		if _, r := find(c[0], true); !equal(norm(show(r)), norm(c[1])) {
			t.Errorf("%s\n got %s\nwant %s", c[0], show(r), c[1])
		}
	}
}
