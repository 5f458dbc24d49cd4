package gazetteer

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"khabar/pkg/devanagari"
)

// Match kinds of a Hit.
const (
	Exact   = "exact"   // the name, under the fold
	Variant = "variant" // the name as towns are spelt from paper to paper: दीगोद, दिगोद
	Fuzzy   = "fuzzy"   // within a small edit distance
)

// Hit is one place that a query may mean.
type Hit struct {
	Entry
	Key      string  // the folded name that matched
	Match    string  // Exact, Variant or Fuzzy
	Distance float64 // clusters to be changed, for Fuzzy
}

// Query says what to search for.
type Query struct {
	Fuzzy bool   // also names within a small distance, when none is exact
	Lang  string // "hi" or "en": names of that language only; "": both
	State string // English or Hindi name of a state: places in it only
	Limit int    // at most so many hits; 0: all
}

// Searcher looks names up the way a person would: exact first, then other spellings,
// then near ones. It is safe for concurrent use; fuzzy search prepares the names of the
// table on first use.
type Searcher struct {
	t      *Table
	byCode func() map[string]Entry // the states of India by the letters of their ISO code: HP

	once  sync.Once
	names []spelled // sorted by number of units
	first [40]int   // index of the first name with so many units
}

type spelled struct {
	key   string
	units []string
	name  Name
}

// NewSearcher returns a Searcher over t.
func NewSearcher(t *Table) *Searcher {
	return &Searcher{t: t, byCode: sync.OnceValue(func() map[string]Entry {
		m := make(map[string]Entry)
		t.Each(func(_ string, n Name) bool {
			for _, e := range n.Entries() {
				if e.Has(State) {
					e = e.Face(State)
					if code, ok := strings.CutPrefix(e.Code(), "iso:IN-"); ok {
						m[code] = e
					}
				}
			}
			return true
		})
		return m
	})}
}

// State returns the state of India that is called name: हिमाचल, यूपी, Uttar Pradesh, HP.
func (s *Searcher) State(name string) (Entry, bool) {
	for _, e := range s.t.Lookup(name) {
		if e.Has(State) {
			return e.Face(State), true
		}
	}
	if name = strings.TrimSpace(name); len(name) == 2 {
		e, ok := s.byCode()[strings.ToUpper(name)]
		return e, ok
	}
	return Entry{}, false
}

// Find returns the places that text may mean, best first. Where the text is no name as it
// stands, it may be one with the words around it that a column of names has: what the place
// is (पटना जिला, ग्राम रामपुर), and the state or district it lies in (बिलासपुर (हिप्र), Rampur, UP).
func (s *Searcher) Find(text string, q Query) []Hit {
	exact := q
	exact.Fuzzy = false
	hits := s.find(text, exact)
	if len(hits) > 0 && !q.Fuzzy {
		return hits
	}
	if len(hits) == 0 {
		name, where := parts(text)
		if name != text && name != "" {
			exact.Limit = 0
			hits = s.find(name, exact)
			if where != "" {
				hits = s.within(hits, where)
			}
			if q.Limit > 0 && len(hits) > q.Limit {
				hits = hits[:q.Limit]
			}
			if len(hits) > 0 || !q.Fuzzy {
				return hits
			}
			if where == "" {
				text = name
			}
		}
	}
	if !q.Fuzzy {
		return nil
	}
	return s.find(text, q)
}

// within returns the hits that lie in the state or district of that name; none where there
// is no such state or district.
func (s *Searcher) within(hits []Hit, where string) []Hit {
	var out []Hit
	state, known := s.State(where)
	entries := s.t.Lookup(where)
	for _, h := range hits {
		in := known && h.State() == state
		for _, e := range entries {
			in = in || e.Has(District) && h.District() == e.Face(District)
		}
		if in {
			out = append(out, h)
		}
	}
	return out
}

// kindWords say what a place is, before or behind its name.
var kindWords = words(`जिला जिले जनपद ग्राम गांव गाँव तहसील तहसीलें प्रखंड ब्लॉक ब्लाक विकासखंड शहर नगर कस्बा थाना राज्य मुकाम
	district dist village vill tehsil tahsil taluka taluk block city town state`)

func words(list string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		m[devanagari.Fold(w)] = true
	}
	return m
}

// parts takes a cell apart: the name without the words that say what the place is, and what
// stands in brackets or behind a comma.
func parts(text string) (name, where string) {
	name = text
	if i := strings.IndexAny(name, "(,"); i > 0 {
		name, where = name[:i], strings.Trim(name[i+1:], " ),.")
	}
	fields := strings.Fields(name)
	for len(fields) > 1 && kindWords[devanagari.Fold(strings.Trim(fields[0], ".:-"))] {
		fields = fields[1:]
	}
	for len(fields) > 1 && kindWords[devanagari.Fold(strings.Trim(fields[len(fields)-1], ".:-"))] {
		fields = fields[:len(fields)-1]
	}
	return strings.Join(fields, " "), bare(where)
}

// bare returns where without the words that say what it is: जिला सोलन.
func bare(where string) string {
	fields := strings.FieldsFunc(where, func(r rune) bool { return r == ' ' || r == ',' })
	fields = slices.DeleteFunc(fields, func(w string) bool { return kindWords[devanagari.Fold(w)] })
	return strings.Join(fields, " ")
}

// find returns the places whose name text is.
func (s *Searcher) find(text string, q Query) []Hit {
	words := Words(text)
	if len(words) == 0 {
		return nil
	}
	key := strings.Join(words, " ")
	var hits []Hit
	seen := make(map[Entry]bool)
	add := func(n Name, key, match string, d float64) {
		for i := range n.Len() {
			e := n.Entry(i)
			if !seen[e] && (q.State == "" || inState(e, q.State)) {
				seen[e] = true
				hits = append(hits, Hit{e, key, match, d})
			}
		}
	}
	if speaks(key, q.Lang) {
		add(s.t.Find(text), key, Exact, 0)
		if len(hits) == 0 || q.Fuzzy && len(hits) < q.Limit {
			add(s.t.Similar(strings.Join(words, "")), key, Variant, 0)
		}
	}
	if q.Fuzzy && len(hits) == 0 {
		for _, f := range s.near(key, q.Lang) {
			add(f.name, f.key, Fuzzy, f.d)
			if q.Limit > 0 && len(hits) >= q.Limit {
				break
			}
		}
	}
	if q.Limit > 0 && len(hits) > q.Limit {
		hits = hits[:q.Limit]
	}
	return hits
}

func inState(e Entry, state string) bool {
	st := e.State()
	return st.Valid() && (english(st.NameEn()) == english(state) || devanagari.Fold(st.Name()) == devanagari.Fold(state))
}

func speaks(key, lang string) bool {
	switch lang {
	case "hi":
		return key[0] >= 0x80
	case "en":
		return key[0] < 0x80
	}
	return true
}

type nearName struct {
	spelled
	d float64
}

// near returns the names within the distance that a name of that length allows, nearest
// first: one unit in four, at least one and a half.
func (s *Searcher) near(key, lang string) []nearName {
	s.once.Do(s.prepare)
	q := units(key)
	limit := max(1.5, float64(len(q))/4)
	var out []nearName
	lo, hi := max(0, len(q)-int(limit)), min(len(s.first)-2, len(q)+int(limit))
	if lo > hi {
		return nil
	}
	row := make([]float64, 0, 64)
	for _, n := range s.names[s.first[lo]:s.first[hi+1]] {
		if (n.key[0] < 0x80) != (key[0] < 0x80) || !speaks(n.key, lang) {
			continue
		}
		if d := distance(q, n.units, limit, &row); d <= limit {
			out = append(out, nearName{n, d})
		}
	}
	slices.SortStableFunc(out, func(a, b nearName) int {
		return cmp.Or(cmp.Compare(a.d, b.d), cmp.Compare(b.name.Entry(0).Weight(), a.name.Entry(0).Weight()), strings.Compare(a.key, b.key))
	})
	return out
}

func (s *Searcher) prepare() {
	s.t.Each(func(key string, n Name) bool {
		if u := units(key); len(u) < len(s.first)-1 {
			s.names = append(s.names, spelled{key, u, n})
		}
		return true
	})
	slices.SortFunc(s.names, func(a, b spelled) int {
		return cmp.Or(cmp.Compare(len(a.units), len(b.units)), strings.Compare(a.key, b.key))
	})
	k := 0
	for i := range s.first {
		for k < len(s.names) && len(s.names[k].units) < i {
			k++
		}
		s.first[i] = k
	}
}

// units cuts a folded name into what a reader takes for one letter: a syllable of
// Devanagari with its conjunct and vowel sign, or one letter of another script.
func units(s string) []string {
	var out []string
	start := 0
	var prev rune
	for i, r := range s {
		join := i > 0 && (devanagari.IsMatra(r) || r == devanagari.Virama || r == devanagari.Anusvara || r == devanagari.Visarga ||
			prev == devanagari.Virama && devanagari.IsConsonant(r))
		if i > start && !join {
			out = append(out, s[start:i])
			start = i
		}
		prev = r
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

// distance is the edit distance of a and b over units, where units that sound alike cost
// half; a result above limit is not exact.
func distance(a, b []string, limit float64, buf *[]float64) float64 {
	row := (*buf)[:0]
	for j := 0; j <= len(b); j++ {
		row = append(row, float64(j))
	}
	*buf = row
	for i, x := range a {
		diag, best := row[0], float64(i+1)
		row[0] = float64(i + 1)
		for j, y := range b {
			next := min(row[j+1]+1, row[j]+1, diag+unlike(x, y))
			diag, row[j+1] = row[j+1], next
			best = min(best, next)
		}
		if best > limit {
			return best
		}
	}
	return row[len(b)]
}

// unlike is what it costs to take y for x: nothing for the same, half for units of one
// consonant (री, रि) or of consonants that are heard and typed for each other.
func unlike(x, y string) float64 {
	if x == y {
		return 0
	}
	a, _ := utf8.DecodeRuneInString(x)
	b, _ := utf8.DecodeRuneInString(y)
	if a == b || sound(a) == sound(b) && sound(a) != 0 {
		return 0.5
	}
	return 1
}

// sound groups the letters that are taken for each other.
func sound(r rune) rune {
	switch r {
	case 'श', 'ष', 'स':
		return 'स'
	case 'ब', 'व', 'भ':
		return 'ब'
	case 'न', 'ण':
		return 'न'
	case 'ट', 'त', 'ठ', 'थ':
		return 'त'
	case 'ड', 'द', 'ढ', 'ध', 'र':
		return 'द'
	case 'च', 'छ':
		return 'च'
	case 'ज', 'झ':
		return 'ज'
	case 'क', 'ख':
		return 'क'
	case 'ग', 'घ':
		return 'ग'
	case 'प', 'फ':
		return 'प'
	case 'इ', 'ई', 'य', 'ए':
		return 'इ'
	case 'उ', 'ऊ', 'ओ':
		return 'उ'
	case 'अ', 'आ':
		return 'अ'
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return 'a'
	case 'v', 'w', 'b':
		return 'v'
	case 's', 'z', 'c':
		return 's'
	case 'k', 'q':
		return 'k'
	case 'g', 'j':
		return 'g'
	case 'd', 'r', 't':
		return 'd'
	case 'f', 'p':
		return 'p'
	}
	return 0
}
