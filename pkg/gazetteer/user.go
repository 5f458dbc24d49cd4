package gazetteer

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"khabar/pkg/devanagari"
)

// Line is a line of a user's file of places.
type Line struct {
	File   string // for errors
	Number int
	Fields []string
}

// maxProblems is how many bad lines are reported one by one.
const maxProblems = 20

// With returns t with the places of the lines added, whose fields are the columns of
// data/india.tsv:
//
//	# columns: kind	name	variants	name_en	state	district	code	lat	lon	population
//	village	नया गांव कलां	नयागांव कलां	Naya Gaon Kalan	Haryana	Sirsa
//
// of which only kind and name must be there. variants are parted by '|'; state and
// district are Hindi or English names of the gazetteer; a line for a country other than
// India has its ISO 3166-1 code in the state's column. A name of the lines means the
// places of the lines: they come in place of shipped places of that name. A state or
// district of the lines takes the place of the shipped one for all places in it.
//
// A line of - and a name takes the name away: no place is called so any more but by the
// lines (the places keep their other names).
//
// The error names file and line of every bad line, of very many the first ones and their
// number.
func (t *Table) With(lines []Line) (*Table, error) {
	if len(lines) == 0 {
		return t, nil
	}
	u := newAddition(t)
	bad := make([]error, len(lines))
	for _, pass := range []func(Kind) bool{
		// what others may lie in comes first, wherever the lines stand
		func(k Kind) bool { return k == State },
		func(k Kind) bool { return k == District },
		func(k Kind) bool { return k != State && k != District },
	} {
		for i, l := range lines {
			if r := ownRow(l); r.col(0) != Away && pass(kinds[r.col(0)]) {
				bad[i] = u.add(r)
			}
		}
	}
	p := patch{t: *t}
	for i, l := range lines {
		if r := ownRow(l); r.col(0) == Away {
			bad[i] = p.remove(r)
		}
	}
	problems := slices.DeleteFunc(bad, func(err error) bool { return err == nil })
	if rest := len(problems) - maxProblems; rest > 0 {
		problems = append(problems[:maxProblems], fmt.Errorf("and %d more bad lines of places", rest))
	}
	if len(problems) > 0 {
		return nil, errors.Join(problems...)
	}
	data, err := u.b.encode([32]byte{})
	if err != nil {
		return nil, err
	}
	over, err := Open(string(data))
	if err != nil {
		return nil, err
	}
	for _, q := range u.b.places {
		if q.kind == State || q.kind == District {
			if old := u.twin(q); old.Valid() {
				p.replace(old.id, q.id)
			}
		}
	}
	out := p.table()
	out.over, over.base = over, out // what out gives is of out, so that entries compare
	return out, nil
}

// Away is the first column of a line that takes a name away.
const Away = "-"

// ownRow returns the line with all its columns.
func ownRow(l Line) row {
	fields := make([]string, 11)
	copy(fields, l.Fields)
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	fields[10] = "authored"
	if fields[0] == "place" || fields[0] == "" {
		fields[0] = "village"
	}
	return row{l.File, l.Number, fields}
}

// addition gathers the places of a user's lines.
type addition struct {
	t     *Table
	b     *builder
	known map[uint32]*place // the places of t that some lie in
}

func newAddition(t *Table) *addition {
	return &addition{t: t, b: newBuilder(), known: make(map[uint32]*place)}
}

// parent returns the state or district of that name: the user's own, else the table's.
func (u *addition) parent(name string, kind Kind, state *place) *place {
	fits := func(p *place) bool { return p.kind == kind && (state == nil || p.state == state) }
	fold := devanagari.Fold(name)
	for _, p := range u.b.places {
		if fits(p) && (devanagari.Fold(p.name) == fold || p.nameEn != "" && english(p.nameEn) == english(name) ||
			slices.ContainsFunc(p.variants, func(v string) bool { return devanagari.Fold(v) == fold })) {
			return p
		}
	}
	for _, e := range u.t.Lookup(name) {
		if e.Has(kind) {
			if p := u.of(e.Face(kind)); fits(p) {
				return p
			}
		}
	}
	return nil
}

// of returns the place of the table that the entry is, for others to lie in.
func (u *addition) of(e Entry) *place {
	if p := u.known[e.id]; p != nil {
		return p
	}
	p := &place{base: e.id, kind: e.Kind(), name: e.Name(), nameEn: e.NameEn()}
	u.known[e.id] = p
	switch p.kind {
	case State:
		p.state = p
	case District:
		p.district = p
		if s := e.State(); s.Valid() {
			p.state = u.of(s.Face(State))
		}
	}
	return p
}

// twin returns the state or district of the table that p is.
func (u *addition) twin(p *place) Entry {
	for _, name := range append([]string{p.nameEn, p.name}, p.variants...) {
		for _, e := range u.t.Lookup(name) {
			if !e.Has(p.kind) {
				continue
			}
			e = e.Face(p.kind)
			if p.kind == State || p.code != "" && p.code == e.Code() ||
				p.state != nil && (p.state.base == e.State().id || u.twin(p.state) == e.State()) {
				return e
			}
		}
	}
	return Entry{}
}

// add reads a line.
func (u *addition) add(r row) error {
	p, err := fill(r)
	if err != nil {
		return err
	}
	p.country = "IN"
	switch s := r.col(4); {
	case p.kind == State:
		p.state = p
	case s == "":
		if code, ok := strings.CutPrefix(p.code, "iso:"); ok && p.kind == Country {
			p.country = code
		}
	case len(s) == 2 && s == strings.ToUpper(s) && s[0] < 0x80:
		p.country = s
	default:
		if p.state = u.parent(s, State, nil); p.state == nil {
			return r.errorf("state %q is not in the gazetteer", s)
		}
	}
	if s := r.col(5); p.kind == District {
		p.district = p
		if s != "" && english(s) != english(p.nameEn) {
			p.variants = append(p.variants, s)
		}
	} else if s != "" && p.kind != State {
		if p.district = u.parent(s, District, p.state); p.district == nil {
			return r.errorf("district %q is not in the gazetteer", s)
		}
		if p.state == nil {
			p.state = p.district.state
		}
	}
	u.b.join(p)
	for _, n := range append([]string{p.name, p.nameEn}, p.variants...) {
		// a word stays a word: a village मंडी does not make every market a place
		key := strings.Join(Words(n), " ")
		clash := u.t.Find(n).Clash()
		if _, again := u.b.clash[key]; !again {
			clash &^= Many
		}
		u.b.clash[key] = clash
	}
	return nil
}

// patch changes a copy of a table, of which it copies what it must.
type patch struct {
	t                       Table
	phrases, lists, strings []byte
	parents                 map[uint32]uint32
}

// noWord stands for the rest of a name that was taken away. Folded text has no capitals.
const noWord = "AWAY"

// remove takes the name of a line away.
func (p *patch) remove(r row) error {
	name := r.col(1)
	n := p.t.Find(name)
	if !n.Valid() {
		return r.errorf("no place is called %q", name)
	}
	if p.phrases == nil {
		p.phrases, p.lists, p.strings = []byte(p.t.phrases), []byte(p.t.lists), []byte(p.t.strings)
		p.strings = append(append(p.strings, byte(len(noWord))), noWord...)
	}
	p.kill(n)
	if key, ok := loose(name); ok { // nor is it another spelling
		if n := p.t.First(devanagari.WordOf(key)); n.Valid() {
			p.thin(n, devanagari.Fold(name))
		}
	}
	return nil
}

// kill makes n a name that no text spells, of no place.
func (p *patch) kill(n Name) {
	at := int(n.at) - 1
	order.PutUint32(p.phrases[at+phRest:], uint32(len(p.strings)-len(noWord)-1))
	order.PutUint16(p.phrases[at+phCount:], 0)
	p.phrases[at+phWords] = max(2, p.phrases[at+phWords])
}

// thin leaves those places of n that are not called by the folded name.
func (p *patch) thin(n Name, name string) {
	at := int(n.at) - 1
	list, kept := int(order.Uint32(p.phrases[at+phList:])), 0
	for i := range int(order.Uint16(p.phrases[at+phCount:])) {
		id := order.Uint32(p.lists[list+4*i:])
		called := false
		for f := (Entry{&p.t, id}).Head(); f.Valid(); f = f.other(recFace) {
			called = called || devanagari.Fold(f.Name()) == name
		}
		if !called {
			order.PutUint32(p.lists[list+4*kept:], id)
			kept++
		}
	}
	if order.PutUint16(p.phrases[at+phCount:], uint16(kept)); kept == 0 {
		p.kill(n)
	}
}

// replace puts the added state or district in the place of the table's.
func (p *patch) replace(old, added uint32) {
	if p.parents == nil {
		p.parents = make(map[uint32]uint32)
	}
	p.parents[old] = added | inOver
}

// table returns the changed table.
func (p *patch) table() *Table {
	t := p.t
	if p.phrases != nil {
		t.phrases, t.lists, t.strings = string(p.phrases), string(p.lists), string(p.strings)
	}
	if p.parents != nil {
		entries := []byte(t.entries)
		for at := recSize; at < len(entries); at += recSize {
			for _, f := range [...]int{recDistrict, recState} {
				if id, ok := p.parents[order.Uint32(entries[at+f:])]; ok {
					order.PutUint32(entries[at+f:], id)
				}
			}
		}
		t.entries = string(entries)
	}
	return &t
}
