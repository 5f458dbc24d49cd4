package gazetteer

import (
	"fmt"
	"os"
	"strings"
)

// WithFiles returns t with the places of the given files added: tab-separated lines in the
// format of data/india.tsv,
//
//	# table: places
//	# columns: kind	name	variants	name_en	state	district	code	lat	lon	population
//	village	नया गांव कलां	नयागांव कलां	Naya Gaon Kalan	Haryana	Sirsa
//
// of which only kind and name must be there. variants are parted by '|'; state and
// district are Hindi or English names of the gazetteer; a line for a country other than
// India has its ISO 3166-1 code in the state's column. Lines that start with # and blank
// lines are skipped. A name of the files means the places of the files: they come in
// place of shipped places of that name. An error names the file and the line.
func WithFiles(t *Table, paths []string) (*Table, error) {
	var rows []row
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			return nil, err
		}
		r, err := userRows(p, string(data))
		if err != nil {
			return nil, err
		}
		rows = append(rows, r...)
	}
	return t.with(rows)
}

// With returns t with the places of data added; file names it in errors. See WithFiles.
func (t *Table) With(file, data string) (*Table, error) {
	rows, err := userRows(file, data)
	if err != nil {
		return nil, err
	}
	return t.with(rows)
}

func userRows(file, data string) ([]row, error) {
	line := 0
	for text := range strings.Lines(data) {
		line++
		if name, ok := strings.CutPrefix(strings.TrimSpace(text), "# table:"); ok && strings.TrimSpace(name) != "places" {
			return nil, fmt.Errorf("%s:%d: table %q: want places", file, line, strings.TrimSpace(name))
		}
	}
	return parse(file, strings.TrimPrefix(data, "\ufeff"))
}

func (t *Table) with(rows []row) (*Table, error) {
	if len(rows) == 0 {
		return t, nil
	}
	b := newBuilder()
	parent := func(r row, name, what string, fits func(Entry) bool) (*place, Entry, error) {
		for _, e := range t.Lookup(name) {
			if fits(e) {
				return &place{base: e.id}, e, nil
			}
		}
		return nil, Entry{}, r.errorf("%s %q is not in the gazetteer", what, name)
	}
	for _, r := range rows {
		for i := range r.fields {
			r.fields[i] = strings.TrimSpace(r.fields[i])
		}
		for len(r.fields) < 11 {
			r.fields = append(r.fields, "")
		}
		r.fields[10] = "authored"
		if r.fields[0] == "place" || r.fields[0] == "" {
			r.fields[0] = "village"
		}
		p, err := fill(r)
		if err != nil {
			return nil, err
		}
		p.country = "IN"
		var state Entry
		switch s := r.col(4); {
		case s == "":
		case len(s) == 2 && s == strings.ToUpper(s) && s[0] < 0x80:
			p.country = s
		default:
			p.state, state, err = parent(r, s, "state", func(e Entry) bool { return e.Has(State) })
			if err != nil {
				return nil, err
			}
			e := state.Face(State)
			p.state.base, state = e.id, e
		}
		if s := r.col(5); s != "" {
			var d Entry
			p.district, d, err = parent(r, s, "district", func(e Entry) bool {
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
		b.add(p)
	}
	data, err := b.encode([32]byte{})
	if err != nil {
		return nil, err
	}
	over, err := Open(string(data))
	if err != nil {
		return nil, err
	}
	over.base = t
	out := *t
	out.over = over
	return &out, nil
}
