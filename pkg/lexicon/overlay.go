package lexicon

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"khabar/pkg/devanagari"
)

// Overlay is a user's file of names: lines in the format of data/*.tsv, under a header
// that says which table they extend,
//
//	# table: organizations
//	# columns: name	other names	English name	kind
//	झिलमिल विकास मंच	झिविमं	Jhilmil Vikas Manch	ngo
//
// The shipped files have the columns line only, which is enough: a copy of one works as
// it is. A file may hold several tables, each under its own "# table:" line.
//
// A line of - and a name takes away what khabar ships under that name:
//
//	# table: organizations
//	-	जनसेवा दल
type Overlay struct {
	file string
	rows map[string][]Row
	away map[string][]Row // lines that take a name away, but for those of places
}

// Away is the first column of a line that takes the name in the second column away.
const Away = "-"

// maxProblems is how many bad lines of a file are reported one by one.
const maxProblems = 20

// ReadOverlay reads a user's names; file names the data in errors. The error names every
// bad line, one a line of its text, as file:line: what is wrong; of very many bad lines
// the first ones and their number.
//
// The lines of the table places are read only as far as their columns go: what they say
// is checked by the gazetteer that takes them.
func ReadOverlay(file, data string) (*Overlay, error) {
	o := &Overlay{file: file, rows: make(map[string][]Row), away: make(map[string][]Row)}
	var problems []error
	bad := func(line int, format string, args ...any) {
		problems = append(problems, fmt.Errorf("%s:%d: %s", file, line, fmt.Sprintf(format, args...)))
	}
	var t *table
	headless := false // lines under no good header are reported once
	first := make(map[string]int)
	n := 0
	for text := range strings.Lines(strings.TrimPrefix(data, "\ufeff")) {
		n++
		text = strings.TrimRight(text, " \r\n")
		if !utf8.ValidString(text) {
			bad(n, "not UTF-8: save the file as UTF-8")
			continue
		}
		if name, ok := strings.CutPrefix(text, "# table:"); ok {
			name = strings.TrimSpace(name)
			if t = tableOf(name); t == nil {
				bad(n, "unknown table %q: want one of %s", name, strings.Join(TableNames(), ", "))
				headless = true
			}
			continue
		}
		if header, ok := strings.CutPrefix(text, "# columns:"); ok {
			switch {
			case t != nil:
				if !t.fits(header) {
					bad(n, "these are not the columns of the table %s: want %s", t.name, t.header())
				}
			case !headless:
				var fits []*table
				for i := range tables {
					if tables[i].fits(header) {
						fits = append(fits, &tables[i])
					}
				}
				if len(fits) == 1 {
					t = fits[0]
				} else {
					bad(n, `the columns do not tell the table: write a line "# table: NAME" above, NAME one of %s`, strings.Join(TableNames(), ", "))
					headless = true
				}
			}
			continue
		}
		if strings.TrimSpace(text) == "" || text[0] == '#' {
			continue
		}
		if t == nil {
			if !headless {
				bad(n, `no line "# table: NAME" above: NAME is one of %s`, strings.Join(TableNames(), ", "))
				headless = true
			}
			continue
		}
		r := Row{n, strings.Split(text, "\t")}
		for i := range r.Fields {
			r.Fields[i] = strings.TrimSpace(r.Fields[i])
		}
		if problem := t.problem(r); problem != "" {
			bad(n, "%s", problem)
			continue
		}
		key := t.key(r)
		if at, ok := first[key]; ok {
			bad(n, "the same as line %d", at)
			continue
		}
		first[key] = n
		if r.Field(0) == Away && t.name != Places {
			o.away[t.name] = append(o.away[t.name], r)
		} else {
			o.rows[t.name] = append(o.rows[t.name], r)
		}
	}
	if rest := len(problems) - maxProblems; rest > 0 {
		problems = append(problems[:maxProblems], fmt.Errorf("%s: and %d more bad lines", file, rest))
	}
	return o, errors.Join(problems...)
}

// File returns the name that the overlay was read under.
func (o *Overlay) File() string { return o.file }

// Rows returns the lines of the named table, without those that take names away, which
// are among the lines of places only.
func (o *Overlay) Rows(table string) []Row { return o.rows[table] }

// With returns lx with the names of the overlays added, and without those that they take
// away; lx itself stays as it is. What several overlays say of one name is an error. A name
// that the shipped lexicon has too means what the overlay says. The places of an overlay
// belong to the gazetteer.
func (lx *Lexicon) With(overlays ...*Overlay) (*Lexicon, error) {
	own := make(map[string][]Row)
	for name, rows := range lx.own {
		own[name] = slices.Clone(rows)
	}
	taken := make(map[string]away)
	for name, a := range lx.away {
		taken[name] = away{a.table, maps.Clone(a.names)}
	}
	type place struct {
		file string
		line int
	}
	first := make(map[string]place)
	var problems []error
	added := false
	for _, o := range overlays {
		for i := range tables {
			t := &tables[i]
			if rows := o.away[t.name]; len(rows) > 0 {
				if taken[t.name].names == nil {
					taken[t.name] = away{t, make(map[string]bool)}
				}
				known := t.shippedNames()
				for _, r := range rows {
					name := t.fold(r.Field(1))
					if !known[name] {
						problems = append(problems, fmt.Errorf("%s:%d: the table %s has no %q to take away", o.file, r.Line, t.name, r.Field(1)))
					}
					taken[t.name].names[name] = true
					added = true
				}
			}
			for _, r := range o.rows[t.name] {
				key := t.key(r)
				if at, ok := first[key]; ok && at.file != o.file {
					problems = append(problems, fmt.Errorf("%s:%d: the same as %s:%d", o.file, r.Line, at.file, at.line))
					continue
				}
				first[key] = place{o.file, r.Line}
				if t.name != Places {
					own[t.name] = append(own[t.name], r)
					added = true
				}
			}
		}
	}
	if len(problems) > 0 {
		return nil, errors.Join(problems...)
	}
	if !added {
		return lx, nil
	}
	with := build(own, taken)
	return with, with.offices(overlays)
}

// offices checks that the role of every person of the overlays ends in an office of lx:
// only by that can khabar tell who "मुख्यमंत्री ने" is.
func (lx *Lexicon) offices(overlays []*Overlay) error {
	var heads map[string]bool
	var problems []error
	for _, o := range overlays {
		for _, r := range o.rows[People] {
			words := Words(r.Field(3))
			if len(words) == 0 {
				continue
			}
			if heads == nil {
				heads = make(map[string]bool)
				for _, r := range lx.Rows("roles") {
					if r.Field(2) != "" {
						for _, name := range r.List(0) {
							heads[strings.Join(Words(name), " ")] = true
						}
					}
				}
			}
			known := false
			for i := range words {
				known = known || heads[strings.Join(words[i:], " ")]
			}
			if !known {
				problems = append(problems, fmt.Errorf("%s:%d: role %q ends in no office of the table roles", o.file, r.Line, r.Field(3)))
			}
		}
	}
	return errors.Join(problems...)
}

// Names of tables that no shipped file of this package has.
const (
	Places = "places" // of the gazetteer
	People = "people" // known people
)

// TableNames returns the names of the tables that a user can extend.
func TableNames() []string {
	var names []string
	for i := range tables {
		names = append(names, tables[i].name)
	}
	return names
}

// table says what the lines of a table look like.
type table struct {
	name    string
	columns []column
	lists   []int            // the columns that hold several names, parted by |
	keys    int              // the first columns, which tell a line from others; 0: all
	more    func(Row) string // what is wrong with a line beyond its cells, "" for nothing
}

// column is one cell of a line.
type column struct {
	name  string // as in the columns line of a file, where more may follow it
	must  bool   // may not be empty
	check func(cell string) string
}

var tables = []table{
	{name: Places, columns: []column{
		{"kind", true, nil}, {"name", true, text}, {"variants", false, list}, {"name_en", false, nil}, {"state", false, nil}, {"district", false, nil},
		{"code", false, nil}, {"lat", false, nil}, {"lon", false, nil}, {"population", false, nil}, {"trust", false, nil},
	}},
	{name: People, columns: []column{{"name", true, name}, {"other names", false, names}, {"English name", false, text}, {"role", false, text}}, keys: 1},
	{name: "given_names", columns: []column{{"name", true, word}, {"male", false, number}, {"female", false, number}, {"unknown", false, number}, {"gender", false, oneOf("M", "F", "U")}}, keys: 1},
	{name: "surnames", columns: []column{{"surname", true, word}, {"count", false, number}}, keys: 1},
	{name: "honorifics", columns: []column{{"word", true, word}, {"side", true, oneOf("before", "after")}}},
	{name: "roles", columns: []column{
		{"head of a role", true, list},
		{"class", true, oneOf(strings.Fields("administration army arts business candidate court expert government health incident kin legislature local party police society sport modifier unit wing")...)},
		{"official", false, oneOf("yes", "no", "body", "gov")}, {"flags", false, letterOf("jwkfs")},
	}, lists: []int{0}, more: role},
	{name: "organizations", columns: []column{
		{"name", true, text}, {"other names", false, list}, {"English name", false, text}, {"kind", true, oneOf(bodies...)}, {"public", false, oneOf("public", "series")},
	}, lists: []int{1}, keys: 1},
	{name: "organization_heads", columns: []column{
		{"word", true, some},
		{"class", true, oneOf(append(strings.Fields("subject scope follows linker forward foreign union before seat object stop name generic member thing doer anchor brand prefix faction"), bodies...)...)},
		{"what must stand before the head", false, letterOf("psna")}, {"what else may", false, letterOf("psnacel")},
	}},
	{name: "publishers", columns: []column{{"name", true, text}, {"kind", true, oneOf(strings.Fields("paper channel site agency government")...)}, {"names", false, list}, {"signs", false, list}}, lists: []int{2, 3}, keys: 1},
	{name: "agencies", columns: []column{{"name", true, text}, {"kind", true, oneOf(strings.Fields("agency bureau desk correspondent code")...)}, {"publisher", false, text}, {"note", false, nil}}, keys: 1},
	{name: "markers", columns: []column{
		{"marker", true, nil}, {"match", true, oneOf(strings.Fields("line start end inside glued tail opens shuts ends")...)},
		{"label", true, oneOf(strings.Fields("ad app author_box byline caption embed highlights legal media nav related share skip social summary tail ticker time")...)}, {"note", false, nil},
	}, keys: 2},
	{name: "sections", columns: []column{{"section", true, text}}},
	{name: "common_words", columns: []column{{"word", true, word}, {"count", false, number}}, keys: 1},
}

// bodies are the kinds of organisation.
var bodies = strings.Fields("party government police court company media ngo education health sport other")

func tableOf(name string) *table {
	for i := range tables {
		if tables[i].name == name {
			return &tables[i]
		}
	}
	return nil
}

// least returns how many columns a line must have.
func (t *table) least() int {
	for i := len(t.columns) - 1; i > 0; i-- {
		if t.columns[i].must {
			return i + 1
		}
	}
	return 1
}

// header returns the columns line of t.
func (t *table) header() string {
	var names []string
	for _, c := range t.columns {
		names = append(names, c.name)
	}
	return strings.Join(names, ", ") + fmt.Sprintf(" (parted by tabs; the first %d must be there)", t.least())
}

// fits reports whether header is the columns line of t. Behind the name of a column may
// stand what it means.
func (t *table) fits(header string) bool {
	names := strings.Split(strings.TrimSpace(header), "\t")
	if len(names) < t.least() || len(names) > len(t.columns) {
		return false
	}
	for i, name := range names {
		name, ok := strings.CutPrefix(strings.TrimSpace(name), t.columns[i].name)
		// "word" does not open "words", but "state" opens "state_en"
		if !ok || name != "" && unicode.IsLetter(rune(name[0])) {
			return false
		}
	}
	return true
}

// fold returns the form in which the names of t compare.
func (t *table) fold(name string) string {
	return strings.Join(Words(strings.Trim(name, "*: ")), " ")
}

// shippedNames are the names that a line can take away.
func (t *table) shippedNames() map[string]bool {
	names := make(map[string]bool)
	if t.name == People {
		return names
	}
	for _, r := range shipped(t.name) {
		names[t.fold(r.Field(0))] = true
		for _, i := range t.lists {
			for _, s := range r.List(i) {
				names[t.fold(s)] = true
			}
		}
	}
	return names
}

// away are names that a user takes away from a table.
type away struct {
	table *table
	names map[string]bool
}

// from returns the lines without the names: of a list the other names stay.
func (a away) from(rows []Row) []Row {
	t := a.table
	var out []Row
	for _, r := range rows {
		if !slices.Contains(t.lists, 0) && a.names[t.fold(r.Field(0))] {
			continue
		}
		for _, i := range t.lists {
			list := r.List(i)
			left := slices.DeleteFunc(slices.Clone(list), func(s string) bool { return a.names[t.fold(s)] })
			if len(left) < len(list) {
				r.Fields = slices.Clone(r.Fields)
				r.Fields[i] = strings.Join(left, "|")
			}
		}
		if r.Field(0) != "" {
			out = append(out, r)
		}
	}
	return out
}

// problem returns what is wrong with a line, "" for nothing.
func (t *table) problem(r Row) string {
	if r.Field(0) == Away {
		switch {
		case len(r.Fields) != 2:
			return fmt.Sprintf("%d columns: a line that takes a name away has 2, - and the name", len(r.Fields))
		case t.fold(r.Field(1)) == "":
			return "no name to take away"
		case t.name == People:
			return "khabar ships no people: there is none to take away"
		}
		return ""
	}
	if n := len(r.Fields); n < t.least() || n > len(t.columns) {
		want := fmt.Sprint(t.least())
		if t.least() < len(t.columns) {
			want += fmt.Sprintf(" to %d", len(t.columns))
		}
		hint := ""
		if n == 1 {
			hint = "; columns are parted by tabs, not by blanks"
		}
		return fmt.Sprintf("%d columns, the table %s has %s%s", n, t.name, want, hint)
	}
	for i, c := range t.columns {
		cell := r.Field(i)
		if cell == "" {
			if c.must {
				return "no " + c.name
			}
			continue
		}
		if c.check != nil {
			if what := c.check(cell); what != "" {
				return fmt.Sprintf("%s %q: %s", c.name, cell, what)
			}
		}
	}
	if t.more != nil {
		return t.more(r)
	}
	return ""
}

// key tells a line of t from others.
func (t *table) key(r Row) string {
	if r.Field(0) == Away {
		return t.name + "\t" + Away + "\t" + t.fold(r.Field(1))
	}
	n := cmp.Or(t.keys, len(t.columns))
	var b strings.Builder
	b.WriteString(t.name)
	for i := range n {
		b.WriteByte('\t')
		b.WriteString(strings.Join(strings.Fields(r.Field(i)), " "))
	}
	return b.String()
}

// role checks what a line of roles says as a whole.
func role(r Row) string {
	switch class := r.Field(1); class {
	case "modifier", "unit", "wing":
		if r.Field(2) != "" {
			return "official is for offices, not for the class " + class
		}
	default:
		if r.Field(2) == "" {
			return "no official: want yes, no, body or gov"
		}
	}
	return ""
}

// text wants a name with a letter or a digit in it.
func text(cell string) string {
	if strings.ContainsFunc(cell, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) && len(Words(cell)) > 0 {
		return ""
	}
	return "no letters in it"
}

// some wants a word or a mark: & links words of a name.
func some(cell string) string {
	if len(Words(cell)) > 0 {
		return ""
	}
	return "no word"
}

// list wants names parted by '|'.
func list(cell string) string { return each(cell, text) }

// name wants what can be the name of a person wherever it stands.
func name(cell string) string {
	if what := text(cell); what != "" {
		return what
	}
	if words := Words(cell); len(words) == 1 {
		c := Default().Classes(words[0])
		if c.Has(Postposition | Pronoun | Demonstrative | Conjunction | Auxiliary | Particle) {
			return "a word of grammar"
		}
		if c.Has(Surname|GivenName|CommonWord) && c != 0 {
			return "one word, which is no one's name in particular: give a full name"
		}
	}
	return ""
}

func names(cell string) string { return each(cell, name) }

func each(cell string, check func(string) string) string {
	for _, s := range strings.Split(cell, "|") {
		if strings.TrimSpace(s) == "" {
			return "an empty name between '|'"
		}
		if what := check(s); what != "" {
			return what
		}
	}
	return ""
}

// word wants one word.
func word(cell string) string {
	if what := text(cell); what != "" {
		return what
	}
	if strings.Contains(devanagari.Fold(cell), " ") {
		return "want one word"
	}
	return ""
}

func number(cell string) string {
	if strings.Trim(cell, "0123456789") != "" {
		return "want a number"
	}
	return ""
}

func oneOf(words ...string) func(string) string {
	return func(cell string) string {
		if slices.Contains(words, cell) {
			return ""
		}
		return "want " + strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
	}
}

func letterOf(letters string) func(string) string {
	return func(cell string) string {
		if strings.Trim(cell, letters) == "" {
			return ""
		}
		return "want letters of " + letters
	}
}
