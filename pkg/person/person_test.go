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

// TestRoleMentions checks that an office alone refers to the one who was named with it.
func TestRoleMentions(t *testing.T) {
	for _, c := range []struct{ text, role, who string }{
		{"भाजपा प्रदेश अध्यक्ष महेंद्र भट्ट ने बैठक ली। प्रदेश अध्यक्ष ने कहा कि काम होगा।", "प्रदेश अध्यक्ष", "महेंद्र भट्ट"},
		{"मुख्यमंत्री देवव्रत राणा पहुंचे। सीएम ने कहा कि काम होगा।", "सीएम", "देवव्रत राणा"},
		{"पुलिस अधीक्षक राहुल भाटी ने बताया। एसपी ने टीम को इनाम दिया।", "एसपी", "राहुल भाटी"},
		{"डीएम रवींद्र कुमार ने जांच कराई। एसपी ने कहा कि मुकदमा होगा।", "एसपी", ""},
		{"पूर्व मुख्यमंत्री दिनेश रावत ने सवाल उठाए। मुख्यमंत्री ने जवाब दिया।", "मुख्यमंत्री", ""},
	} {
		_, r := find(c.text, true)
		got, ok := "", false
		for _, m := range r.RoleMentions {
			if m.Text == c.role {
				ok = true
				if m.Person >= 0 {
					got = r.People[m.Person].Name
				}
			}
		}
		if !ok || got != c.who {
			t.Errorf("%s\n%s is %q (found %v), want %q", c.text, c.role, got, ok, c.who)
		}
	}
}

// TestMentions checks the count and the text of later mentions.
func TestMentions(t *testing.T) {
	text := "डॉ. राजीव बिंदल ने बैठक ली। डॉ. बिंदल ने कहा कि काम होगा। बिन्दल ने वादा किया।"
	d, r := find(text, true)
	if len(r.People) != 1 || len(r.People[0].Mentions) != 3 {
		t.Fatalf("got %s with %v", show(r), r.People)
	}
	p := r.People[0]
	if p.Honorific != "डॉ." || d.Text(p.Mentions[1].Text) != "डॉ. बिंदल" || d.Text(p.Mentions[2].Span) != "बिन्दल" {
		t.Errorf("honorific %q, mentions %q, %q", p.Honorific, d.Text(p.Mentions[1].Text), d.Text(p.Mentions[2].Span))
	}
}

func FuzzFind(f *testing.F) {
	for _, c := range cases(f, "people.txt") {
		f.Add(c[0])
	}
	f.Add("एसपी (")
	f.Add("डॉ. . के. के \xff उर्फ पुत्र")
	f.Fuzz(func(t *testing.T, text string) {
		d, r := find(text, len(text)%2 == 0)
		inside := func(what string, a document.Range) {
			if a.First < 0 || a.End > d.Len() || a.First >= a.End {
				t.Errorf("%q: %s at %v of %d", text, what, a, d.Len())
			}
		}
		for _, p := range r.People {
			if len(p.Mentions) == 0 || p.Name == "" {
				t.Fatalf("%q: person %+v without name or mention", text, p)
			}
			for i, m := range p.Mentions {
				inside(p.Name, m.Range)
				if i > 0 && m.First < p.Mentions[i-1].End {
					t.Errorf("%q: mentions of %s overlap", text, p.Name)
				}
				if d.SpanOf(m.Range) != m.Span || !m.Text.Contains(m.Span) {
					t.Errorf("%q: span of %v", text, m)
				}
			}
			for _, role := range p.Roles {
				inside(role.Text, role.Range)
				if d.Text(role.Span) != role.Text {
					t.Errorf("%q: role %q is %q", text, role.Text, d.Text(role.Span))
				}
			}
		}
		for _, m := range r.RoleMentions {
			inside(m.Text, m.Range)
			if m.Person >= len(r.People) {
				t.Errorf("%q: role of person %d of %d", text, m.Person, len(r.People))
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	var sb strings.Builder
	for _, c := range cases(b, "people.txt") {
		sb.WriteString(c[0] + " ")
		if sb.Len() > 6000 { // an article
			break
		}
	}
	d := segment.Plain(sb.String(), lexicon.Default())
	var in person.Input
	for _, c := range place.Candidates(d, gazetteer.Default()) {
		in.Places = append(in.Places, organization.Place{Range: c.Range})
	}
	in.Organizations = organization.Find(d, organization.Input{Places: in.Places})
	in.Tags = tagger.Default().Tag(d, nil)
	b.SetBytes(int64(sb.Len()))
	b.ReportAllocs()
	for b.Loop() {
		person.Find(d, in)
	}
}
