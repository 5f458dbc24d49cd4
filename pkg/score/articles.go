package score

import (
	"encoding/json"
	"fmt"
	"html"
	"io"
	"slices"
	"sort"
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/record"
	"khabar/pkg/span"
)

// GoldArticle annotates one raw article; testdata/gold/README.md says how. Everything
// is quoted from the raw text; Nth tells which occurrence is meant.
type GoldArticle struct {
	Publisher     *string
	Section       []string
	Headline      *string
	Topic         *string
	Summary       *string
	Byline        []string
	Published     *string
	Updated       *string
	Place         *GoldPlace
	Places        []GoldPlace
	People        []GoldPerson
	Organizations []struct{ Text string }
	Quotes        []GoldSpeech
	Numbers       []GoldNumber
	Dates         []GoldDate
	Related       []string
	Furniture     []string
	Body          []string

	NotNumbers            []string `json:"not_numbers"`
	PlacesOptional        []string `json:"places_optional"`
	PeopleOptional        []string `json:"people_optional"`
	OrganizationsOptional []string `json:"organizations_optional"`
	QuotesOptional        []string `json:"quotes_optional"`
	NumbersOptional       []string `json:"numbers_optional"`
	DatesOptional         []string `json:"dates_optional"`
}

// GoldPlace is a place that the article names.
type GoldPlace struct {
	Text    string
	NameEn  string `json:"name_en"`
	StateEn string `json:"state_en"`
}

// GoldPerson is a person, with every surface form of the name.
type GoldPerson struct {
	Name     string
	Aliases  []string
	Roles    []string
	Official bool
}

// GoldSpeech is an attribution.
type GoldSpeech struct {
	occurrence
	Speaker  *string
	Kind     string
	Official bool
}

// GoldNumber is a quantity; any of Unit and UnitAlt is right.
type GoldNumber struct {
	occurrence
	Value     *float64
	Max       *float64
	Unit      *string
	UnitAlt   []string `json:"unit_alt"`
	Kind      string
	Qualifier *string
}

// GoldDate is a date with its ISO 8601 value.
type GoldDate struct {
	occurrence
	Value *string
}

// occurrence is the Nth print of Text, or the next one where Nth is 0.
type occurrence struct {
	Text string
	Nth  int
}

// ReadArticle reads the annotation of one article.
func ReadArticle(r io.Reader) (*GoldArticle, error) {
	var g GoldArticle
	if err := json.NewDecoder(r).Decode(&g); err != nil {
		return nil, err
	}
	return &g, nil
}

// Counts are true positives, false positives and false negatives.
type Counts struct{ TP, FP, FN int }

// Row returns precision, recall and F1.
func (c *Counts) Row() (p, r, f float64) {
	return prf(float64(c.TP), float64(c.TP), c.TP+c.FP, c.TP+c.FN)
}

// ArticleScores are the figures of a set of annotated articles.
type ArticleScores struct {
	Articles int
	Found    map[string]*Counts // lists: places, people, …
	Right    map[string]*Share  // values
	Misses   []string
}

// The rows of the table, in order.
var (
	foundRows = []string{"places", "people", "roles", "organizations", "numbers", "dates", "quotes", "quotes with speaker"}
	rightRows = []string{"publisher", "section", "headline", "topic", "summary", "byline", "published", "updated", "place", "place state",
		"state of places", "official people", "number unit", "number kind", "number qualifier", "other digits left alone",
		"quote speaker", "quote kind", "quote official", "body kept", "furniture removed", "related", "provenance"}
)

// NewArticleScores returns empty scores.
func NewArticleScores() *ArticleScores {
	s := &ArticleScores{Found: make(map[string]*Counts), Right: make(map[string]*Share)}
	for _, k := range foundRows {
		s.Found[k] = &Counts{}
	}
	for _, k := range rightRows {
		s.Right[k] = &Share{}
	}
	return s
}

// Write prints the table.
func (s *ArticleScores) Write(w io.Writer) {
	fmt.Fprintf(w, "%d articles\n\n%-24s %5s %7s %7s %7s\n", s.Articles, "found", "n", "P", "R", "F1")
	for _, k := range foundRows {
		c := s.Found[k]
		p, r, f := c.Row()
		fmt.Fprintf(w, "%-24s %5d %7.3f %7.3f %7.3f\n", k, c.TP+c.FN, p, r, f)
	}
	fmt.Fprintf(w, "\n%-24s %5s %7s\n", "right", "n", "share")
	for _, k := range rightRows {
		if r := s.Right[k]; r.Of > 0 {
			fmt.Fprintf(w, "%-24s %5d %7.3f\n", k, r.Of, float64(r.Right)/float64(r.Of))
		}
	}
}

// Add scores the record of the article named id against its annotation.
func (s *ArticleScores) Add(id, raw string, g *GoldArticle, r *record.Record) {
	s.Articles++
	a := &articleScore{ArticleScores: s, id: id, raw: raw, g: g, r: r}
	a.scalars()
	a.text()
	a.places()
	a.people()
	a.organizations()
	a.numbers()
	a.dates()
	a.quotes()
}

// articleScore scores one article.
type articleScore struct {
	*ArticleScores
	id  string
	raw string
	g   *GoldArticle
	r   *record.Record
}

func (a *articleScore) miss(field, format string, args ...any) {
	a.Misses = append(a.Misses, fmt.Sprintf("%s %s: ", a.id, field)+fmt.Sprintf(format, args...))
}

// key is the form in which texts are compared: folded, outer punctuation off.
func key(s string) string {
	return strings.Trim(devanagari.Fold(s), " .,।:;-–—\"'“”‘’")
}

func keys(list []string) []string {
	out := make([]string, 0, len(list))
	for _, s := range list {
		if k := key(s); !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	sort.Strings(out)
	return out
}

func (a *articleScore) scalars() {
	for _, f := range []struct {
		name      string
		want, got *string
		exact     bool
	}{
		{"publisher", a.g.Publisher, a.r.Publisher, false},
		{"headline", a.g.Headline, a.r.Headline, false},
		{"topic", a.g.Topic, a.r.Topic, false},
		{"summary", a.g.Summary, a.r.Summary, false},
		{"published", a.g.Published, a.r.Published, true},
		{"updated", a.g.Updated, a.r.Updated, true},
	} {
		if f.want == nil && f.got == nil && f.name != "headline" && f.name != "published" {
			continue
		}
		ok := (f.want == nil) == (f.got == nil)
		if f.exact {
			ok = ok && deref(f.want) == deref(f.got)
		} else {
			ok = ok && key(deref(f.want)) == key(deref(f.got))
		}
		a.right(f.name, ok, deref(f.want), deref(f.got))
	}
	for _, f := range []struct {
		name      string
		want, got []string
	}{{"section", a.g.Section, a.r.Section}, {"byline", a.g.Byline, a.r.Byline}} {
		if want, got := keys(f.want), keys(f.got); len(want)+len(got) > 0 {
			a.right(f.name, slices.Equal(want, got), want, got)
		}
	}
	if a.g.Place != nil || a.r.Place != nil {
		ok := a.g.Place != nil && a.r.Place != nil && samePlace(*a.g.Place, a.r.Place)
		a.right("place", ok, a.g.Place, a.r.Place)
		if a.g.Place != nil {
			a.Right["place state"].add(ok && strings.EqualFold(deref(a.r.Place.StateEn), a.g.Place.StateEn))
		}
	}
}

// right counts a value and notes a miss.
func (a *articleScore) right(row string, ok bool, want, got any) {
	a.Right[row].add(ok)
	if !ok {
		a.miss(row, "want %v, got %v", want, got)
	}
}

func samePlace(want GoldPlace, got *record.Place) bool {
	k := key(want.Text)
	return k == key(got.Text) || k == key(got.Name) || want.NameEn != "" && strings.EqualFold(deref(got.NameEn), want.NameEn)
}

func (a *articleScore) text() {
	body := key(a.r.Text)
	var lines []string
	for _, l := range strings.Split(a.r.Text, "\n") {
		lines = append(lines, key(l))
	}
	for _, t := range a.g.Body {
		// the annotation has the raw text, a record's text is cleaned of entities
		a.right("body kept", strings.Contains(body, key(html.UnescapeString(t))), t, "nothing")
	}
	for _, t := range slices.Concat(a.g.Furniture, a.g.Related) {
		k := key(t)
		ok := !slices.Contains(lines, k) && (len([]rune(t)) < 25 || !strings.Contains(body, k))
		a.right("furniture removed", ok, "not in text", t)
	}
	for _, t := range a.g.Related {
		ok := slices.ContainsFunc(a.r.Related, func(x string) bool {
			return x != "" && (strings.Contains(key(x), key(t)) || strings.Contains(key(t), key(x)))
		})
		a.right("related", ok, t, a.r.Related)
	}
}

func (a *articleScore) places() {
	optional := keys(a.g.PlacesOptional)
	if a.g.Place != nil {
		optional = append(optional, key(a.g.Place.Text))
	}
	left := make([]*record.Place, len(a.r.Places))
	for i := range a.r.Places {
		left[i] = &a.r.Places[i]
		a.provenance(left[i].Text, left[i].Span)
	}
	c := a.Found["places"]
	for _, w := range a.g.Places {
		i := slices.IndexFunc(left, func(p *record.Place) bool { return samePlace(w, p) })
		if i < 0 {
			c.FN++
			a.miss("places", "missed %s", w.Text)
			continue
		}
		c.TP++
		if w.StateEn != "" {
			got := deref(left[i].StateEn)
			if got == "" {
				got = deref(left[i].NameEn)
			}
			a.right("state of places", strings.EqualFold(got, w.StateEn), w.StateEn, got)
		}
		left = slices.Delete(left, i, i+1)
	}
	for _, p := range left {
		if !allowed(optional, key(p.Text), key(p.Name)) {
			c.FP++
			a.miss("places", "spurious %s", p.Text)
		}
	}
}

// allowed reports whether a found name is one of the optional ones, or a word of one.
func allowed(optional []string, names ...string) bool {
	for _, n := range names {
		for _, o := range optional {
			if n == o || slices.Contains(strings.Fields(o), n) || slices.Contains(strings.Fields(n), o) {
				return true
			}
		}
	}
	return false
}

func (a *articleScore) people() {
	left := make([]*record.Person, len(a.r.People))
	for i := range a.r.People {
		left[i] = &a.r.People[i]
	}
	c, roles := a.Found["people"], a.Found["roles"]
	for _, w := range a.g.People {
		names := append(keys(w.Aliases), key(w.Name))
		i := slices.IndexFunc(left, func(p *record.Person) bool { return key(p.Name) == key(w.Name) })
		full := i >= 0
		if !full {
			i = slices.IndexFunc(left, func(p *record.Person) bool { return slices.Contains(names, key(p.Name)) })
			c.FN++
			got := "nobody"
			if i >= 0 {
				got = left[i].Name
				c.FP++
			}
			a.miss("people", "missed %s, got %s", w.Name, got)
		} else {
			c.TP++
		}
		if i < 0 {
			roles.FN += len(w.Roles)
			continue
		}
		a.right("official people", left[i].Official == w.Official, fmt.Sprint(w.Name, " ", w.Official), left[i].Official)
		want, got := keys(w.Roles), keys(left[i].Roles)
		hits := sameRoles(want, got)
		roles.TP += hits
		roles.FN += len(want) - hits
		roles.FP += len(got) - hits
		if hits < max(len(want), len(got)) {
			a.miss("roles", "%s: want %v, got %v", w.Name, want, got)
		}
		left = slices.Delete(left, i, i+1)
	}
	optional := append(keys(a.g.PeopleOptional), keys(a.g.Byline)...)
	for _, p := range left {
		if !slices.Contains(optional, key(p.Name)) {
			c.FP++
			a.miss("people", "spurious %s", p.Name)
		}
	}
}

// sameRoles counts the wanted roles that were found: the same, or one inside the other
// with the same last word.
func sameRoles(want, got []string) int {
	left := slices.Clone(got)
	hits := 0
	for _, w := range want {
		i := slices.Index(left, w)
		if i < 0 {
			i = slices.IndexFunc(left, func(g string) bool {
				return lastField(w) == lastField(g) && (strings.Contains(w, g) || strings.Contains(g, w))
			})
		}
		if i >= 0 {
			hits++
			left = slices.Delete(left, i, i+1)
		}
	}
	return hits
}

func lastField(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}

func (a *articleScore) organizations() {
	left := make([]*record.Organization, len(a.r.Organizations))
	for i := range a.r.Organizations {
		left[i] = &a.r.Organizations[i]
		a.provenance(left[i].Text, left[i].Span)
	}
	c := a.Found["organizations"]
	for _, w := range a.g.Organizations {
		k := key(w.Text)
		i := slices.IndexFunc(left, func(o *record.Organization) bool { return key(o.Text) == k || key(o.Name) == k })
		if i < 0 {
			c.FN++
			a.miss("organizations", "missed %s", w.Text)
			continue
		}
		c.TP++
		left = slices.Delete(left, i, i+1)
	}
	optional := keys(a.g.OrganizationsOptional)
	for _, o := range left {
		if !slices.Contains(optional, key(o.Text)) && !slices.Contains(optional, key(o.Name)) {
			c.FP++
			a.miss("organizations", "spurious %s", o.Text)
		}
	}
}

// locate returns the bytes of each occurrence.
func (a *articleScore) locate(list []occurrence) []span.Span {
	seen := make(map[string]int)
	out := make([]span.Span, len(list))
	for i, o := range list {
		n := o.Nth
		if n == 0 {
			seen[o.Text]++
			n = seen[o.Text]
		}
		at := 0
		for k := 0; ; k++ {
			j := strings.Index(a.raw[at:], o.Text)
			if j < 0 {
				at = strings.Index(a.raw, o.Text)
				break
			}
			at += j
			if k+1 == n {
				break
			}
			at++
		}
		if at >= 0 {
			out[i] = span.Span{Start: at, End: at + len(o.Text)}
		}
	}
	return out
}

// every returns the bytes of all occurrences of the texts.
func (a *articleScore) every(texts []string) []span.Span {
	var out []span.Span
	for _, t := range texts {
		for at := 0; t != ""; {
			j := strings.Index(a.raw[at:], t)
			if j < 0 {
				break
			}
			at += j
			out = append(out, span.Span{Start: at, End: at + len(t)})
			at++
		}
	}
	return out
}

func (a *articleScore) provenance(text string, s record.Span) {
	a.Right["provenance"].add(a.raw[s[0]:s[1]] == text)
}

func bytesOf(s record.Span) span.Span { return span.Span{Start: s[0], End: s[1]} }

func overlapsAny(s span.Span, list []span.Span) bool {
	return slices.ContainsFunc(list, s.Overlaps)
}

func (a *articleScore) numbers() {
	list := make([]occurrence, len(a.g.Numbers))
	for i, n := range a.g.Numbers {
		list[i] = n.occurrence
	}
	same := func(i, k int) bool {
		w, v := a.g.Numbers[i], a.r.Numbers[k]
		return sameFloat(w.Value, v.Value) && (w.Value == nil || sameFloat(w.Max, v.Max))
	}
	gold := a.locate(list)
	found := make([]item, len(a.r.Numbers))
	for i, n := range a.r.Numbers {
		found[i] = item{bytesOf(n.Span), key(n.Text), fmt.Sprintf("%s (%s)", n.Text, deref(n.Unit))}
		a.provenance(n.Text, n.Span)
	}
	pairs := a.match("numbers", list, gold, found, a.every(a.g.NumbersOptional), same)
	for i, k := range pairs {
		if k < 0 {
			continue
		}
		w, v := a.g.Numbers[i], a.r.Numbers[k]
		units := append(keys(w.UnitAlt), key(deref(w.Unit)))
		a.right("number unit", slices.Contains(units, key(deref(v.Unit))), fmt.Sprintf("%s %s", w.Text, deref(w.Unit)), deref(v.Unit))
		a.right("number kind", v.Kind == w.Kind, fmt.Sprintf("%s %s", w.Text, w.Kind), v.Kind)
		a.right("number qualifier", deref(v.Qualifier) == deref(w.Qualifier), fmt.Sprintf("%s %s", w.Text, deref(w.Qualifier)), deref(v.Qualifier))
	}
	for _, o := range a.every(a.g.NotNumbers) {
		bad := slices.IndexFunc(found, func(f item) bool { return f.Overlaps(o) && !overlapsAny(f.Span, gold) })
		a.Right["other digits left alone"].add(bad < 0)
		if bad >= 0 {
			a.miss("numbers", "not a number: %s", o.In(a.raw))
		}
	}
}

func sameFloat(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

func (a *articleScore) dates() {
	list := make([]occurrence, len(a.g.Dates))
	for i, d := range a.g.Dates {
		list[i] = d.occurrence
	}
	found := make([]item, len(a.r.Dates))
	for i, d := range a.r.Dates {
		found[i] = item{bytesOf(d.Span), key(d.Text), fmt.Sprintf("%s = %s", d.Text, deref(d.Value))}
		a.provenance(d.Text, d.Span)
	}
	a.match("dates", list, a.locate(list), found, a.every(a.g.DatesOptional), func(i, k int) bool {
		return plainTime(deref(a.g.Dates[i].Value)) == plainTime(deref(a.r.Dates[k].Value))
	})
}

// plainTime drops the zone and zero seconds of a date value.
func plainTime(v string) string {
	v = strings.NewReplacer("+05:30", "", "Z", "").Replace(v)
	parts := strings.Split(v, "/")
	for i, p := range parts {
		if len(p) == len("2006-01-02T15:04:05") {
			parts[i] = strings.TrimSuffix(p, ":00")
		}
	}
	return strings.Join(parts, "/")
}

// item is something found: bytes, folded surface, description.
type item struct {
	span.Span
	key  string
	show string
}

// match pairs annotated and found items whose bytes overlap and whose values are the
// same, and counts them under row. An item found in another print of the same words
// is as good. pairs[i] is the found item of annotated item i, -1 for none.
func (a *articleScore) match(row string, list []occurrence, gold []span.Span, found []item, optional []span.Span, same func(i, k int) bool) []int {
	c := a.Found[row]
	used := make([]bool, len(found))
	pairs := make([]int, len(gold))
	for i := range gold {
		best, right := -1, false
		for k := range found {
			if !used[k] && found[k].Overlaps(gold[i]) && (best < 0 || !right && same(i, k)) {
				best, right = k, same(i, k)
			}
		}
		if best < 0 {
			for k := range found {
				if !used[k] && found[k].key == key(list[i].Text) {
					best, right = k, same(i, k)
					break
				}
			}
		}
		pairs[i] = -1
		switch {
		case best >= 0 && right:
			c.TP++
			used[best] = true
			pairs[i] = best
		case best >= 0:
			c.FN++
			c.FP++
			used[best] = true
			a.miss(row, "want %s, got %s", list[i].Text, found[best].show)
		default:
			c.FN++
			a.miss(row, "missed %s", list[i].Text)
		}
	}
	for k, f := range found {
		if used[k] || overlapsAny(f.Span, optional) || slices.ContainsFunc(list, func(o occurrence) bool { return key(o.Text) == f.key }) {
			continue
		}
		c.FP++
		a.miss(row, "spurious %s", f.show)
	}
	return pairs
}

// minQuoteOverlap is the intersection over union from which two quotes are the same.
const minQuoteOverlap = 0.6

func (a *articleScore) quotes() {
	list := make([]occurrence, len(a.g.Quotes))
	for i, q := range a.g.Quotes {
		list[i] = q.occurrence
	}
	gold := a.locate(list)
	used := make([]bool, len(a.r.Quotes))
	c, with := a.Found["quotes"], a.Found["quotes with speaker"]
	for i, g := range gold {
		best, share := -1, 0.0
		for k, q := range a.r.Quotes {
			if s := overUnion(g, bytesOf(q.Span)); !used[k] && s > share {
				best, share = k, s
			}
		}
		w := a.g.Quotes[i]
		if share < minQuoteOverlap {
			c.FN++
			with.FN++
			a.miss("quotes", "missed %.60s (best overlap %.2f)", w.Text, share)
			continue
		}
		used[best] = true
		c.TP++
		q := a.r.Quotes[best]
		ok := key(deref(q.Speaker)) == key(deref(w.Speaker))
		if ok {
			with.TP++
		} else {
			with.FP++
			with.FN++
		}
		a.right("quote speaker", ok, fmt.Sprintf("%s for %.40s", deref(w.Speaker), w.Text), deref(q.Speaker))
		a.right("quote kind", q.Kind == w.Kind, w.Kind, q.Kind)
		a.right("quote official", q.Official == w.Official, fmt.Sprint(deref(w.Speaker), " ", w.Official), q.Official)
	}
	optional := a.every(a.g.QuotesOptional)
	for k, q := range a.r.Quotes {
		s := bytesOf(q.Span)
		a.provenance(q.Text, q.Span)
		if used[k] || slices.ContainsFunc(optional, func(o span.Span) bool {
			return overUnion(s, o) >= 0.3 || float64(common(s, o)) >= minQuoteOverlap*float64(s.Len())
		}) {
			continue
		}
		c.FP++
		with.FP++
		a.miss("quotes", "spurious %.60s", q.Text)
	}
}

func common(a, b span.Span) int { return max(0, min(a.End, b.End)-max(a.Start, b.Start)) }

func overUnion(a, b span.Span) float64 {
	union := a.Cover(b).Len()
	if union == 0 {
		return 0
	}
	return float64(common(a, b)) / float64(union)
}
