package gazetteer

import (
	"errors"
	"fmt"
	"strings"
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
// places of the lines: they come in place of shipped places of that name. The error names
// file and line of every bad line, of very many the first ones and their number.
func (t *Table) With(lines []Line) (*Table, error) {
	if len(lines) == 0 {
		return t, nil
	}
	b := newBuilder()
	var problems []error
	for _, l := range lines {
		p, err := t.own(row{l.File, l.Number, l.Fields})
		if err != nil {
			problems = append(problems, err)
			continue
		}
		b.add(p)
	}
	if rest := len(problems) - maxProblems; rest > 0 {
		problems = append(problems[:maxProblems], fmt.Errorf("and %d more bad lines of places", rest))
	}
	if len(problems) > 0 {
		return nil, errors.Join(problems...)
	}
	data, err := b.encode([32]byte{})
	if err != nil {
		return nil, err
	}
	over, err := Open(string(data))
	if err != nil {
		return nil, err
	}
	out := *t
	out.over, over.base = over, &out // what out gives is of out, so that entries compare
	return &out, nil
}

// own reads a line of the user; its state and district are those of t.
func (t *Table) own(r row) (*place, error) {
	parent := func(name, what string, fits func(Entry) bool) (*place, Entry, error) {
		for _, e := range t.Lookup(name) {
			if fits(e) {
				return &place{base: e.id}, e, nil
			}
		}
		return nil, Entry{}, r.errorf("%s %q is not in the gazetteer", what, name)
	}
	fields := make([]string, 11)
	copy(fields, r.fields)
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	fields[10] = "authored"
	if fields[0] == "place" || fields[0] == "" {
		fields[0] = "village"
	}
	r.fields = fields
	p, err := fill(r)
	if err != nil {
		return nil, err
	}
	p.country = "IN"
	var state Entry
	switch s := r.col(4); {
	case s == "":
		if code, ok := strings.CutPrefix(p.code, "iso:"); ok && p.kind == Country {
			p.country = code
		}
	case len(s) == 2 && s == strings.ToUpper(s) && s[0] < 0x80:
		p.country = s
	default:
		p.state, state, err = parent(s, "state", func(e Entry) bool { return e.Has(State) })
		if err != nil {
			return nil, err
		}
		state = state.Face(State)
		p.state.base = state.id
	}
	if s := r.col(5); s != "" {
		var d Entry
		p.district, d, err = parent(s, "district", func(e Entry) bool {
			return e.Has(District) && (!state.Valid() || e.State() == state)
		})
		if err != nil {
			return nil, err
		}
		d = d.Face(District)
		p.district.base = d.id
		if p.state == nil && d.State().Valid() {
			p.state = &place{base: d.State().id}
		}
	}
	return p, nil
}
