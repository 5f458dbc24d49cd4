package quotation

import (
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/organization"
	"khabar/pkg/person"
)

// Input is what was found in the document before its quotes. All of it may be missing:
// then speakers are named as the text writes them.
type Input struct {
	People        person.Result
	Organizations []organization.Organization
	Places        []organization.Place // a country speaks as its government
}

// worldBodies are the international bodies that are public ones.
var worldBodies = func() map[string]bool {
	m := make(map[string]bool)
	for _, s := range []string{
		"विश्व स्वास्थ्य संगठन", "डब्ल्यूएचओ", "WHO", "संयुक्त राष्ट्र", "यूएन", "संयुक्त राष्ट्र संघ", "यूनेस्को", "यूनिसेफ", "विश्व बैंक",
		"अंतरराष्ट्रीय मुद्रा कोष", "आईएमएफ", "यूरोपीय संघ", "नाटो", "एशियाई विकास बैंक", "अंतरराष्ट्रीय न्यायालय", "यूरोपीय आयोग", "आसियान", "सार्क", "इंटरपोल",
	} {
		m[devanagari.Fold(s)] = true
	}
	return m
}()

// public reports whether a body speaks officially: government, police, court, party,
// and the public bodies among the others.
func public(o *organization.Organization, w *words) bool {
	switch o.Kind {
	case organization.Government, organization.Police, organization.Court, organization.Party:
		return true
	}
	other := o.Kind == organization.Media || o.Kind == organization.Company || o.Kind == organization.NGO
	for _, s := range []string{o.Name, o.Text} {
		key := devanagari.Fold(s)
		if worldBodies[key] {
			return true
		}
		if other {
			continue
		}
		if n := w.heads[lastWord(key)]; n.kind == groupNoun && n.official {
			return true
		}
	}
	return strings.HasPrefix(devanagari.Fold(o.Name), devanagari.Fold("संयुक्त राष्ट्र"))
}

func newCast(d *document.Document, in Input) cast {
	c := cast{at: make([]int32, d.Len()), place: make(map[int]int)}
	for _, p := range in.Places {
		if !p.Doubtful {
			c.place[p.End] = p.First
		}
	}
	w := load()
	for i := range in.People.People {
		p := &in.People.People[i]
		a := actor{name: p.Name, words: splitWords(p.Name), person: true, official: p.Official}
		for _, r := range p.Roles {
			a.roles = append(a.roles, r.Text)
			a.plainRoles = append(a.plainRoles, devanagari.Fold(r.Text))
			a.roleKeys = append(a.roleKeys, w.roleKey(devanagari.Fold(r.Text)))
		}
		for _, m := range p.Mentions {
			a.mentions = append(a.mentions, m.Range)
		}
		c.actors = append(c.actors, a)
		for _, m := range p.Mentions {
			c.cover(d, unit{m.Range, i, false})
		}
		for _, r := range p.Roles {
			c.cover(d, unit{r.Range, i, true})
		}
	}
	for _, r := range in.People.RoleMentions {
		if r.Person >= 0 && r.Person < len(in.People.People) {
			c.cover(d, unit{r.Range, r.Person, true})
		}
	}
	for i := range in.Organizations {
		o := &in.Organizations[i]
		a := actor{name: o.Text, official: public(o, w)}
		for _, m := range o.Mentions {
			a.mentions = append(a.mentions, m.Range)
		}
		c.actors = append(c.actors, a)
		for _, m := range o.Mentions {
			c.cover(d, unit{m.Range, len(c.actors) - 1, false})
		}
	}
	return c
}

func splitWords(name string) []string { return strings.Fields(devanagari.Fold(name)) }
