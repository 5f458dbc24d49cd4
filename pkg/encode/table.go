package encode

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"khabar/pkg/record"
)

// table writes rows of CSV or TSV.
type table struct {
	tsv     bool
	bom     bool
	safe    bool
	columns []string
	rows    func(r *record.Record, emit func(cells []string))
}

// Tables lists the item tables.
var Tables = []string{"quotes", "numbers", "places", "people", "organizations", "dates"}

// column is a named cell of an article row; field is the record field it belongs to.
type column struct {
	name, field string
	cell        func(r *record.Record) string
}

// listSeparator joins the members of a list in one cell.
const listSeparator = "; "

func list(s []string) string { return strings.Join(s, listSeparator) }

func str(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func num(f *float64) string {
	if f == nil {
		return ""
	}
	return strconv.FormatFloat(*f, 'f', -1, 64)
}

func names[T any](items []T, name func(*T) string) string {
	out := make([]string, len(items))
	for i := range items {
		out[i] = name(&items[i])
	}
	return list(out)
}

// articleColumns are the columns of the article table: scalars as they are, lists
// joined with "; ".
var articleColumns = []column{
	{"id", "id", func(r *record.Record) string { return r.ID }},
	{"source_path", "source", func(r *record.Record) string { return r.Source.Path }},
	{"source_record", "source", func(r *record.Record) string { return strconv.Itoa(r.Source.Record) }},
	{"publisher", "publisher", func(r *record.Record) string { return str(r.Publisher) }},
	{"section", "section", func(r *record.Record) string { return list(r.Section) }},
	{"headline", "headline", func(r *record.Record) string { return str(r.Headline) }},
	{"topic", "topic", func(r *record.Record) string { return str(r.Topic) }},
	{"summary", "summary", func(r *record.Record) string { return str(r.Summary) }},
	{"byline", "byline", func(r *record.Record) string { return list(r.Byline) }},
	{"captions", "captions", func(r *record.Record) string { return list(r.Captions) }},
	{"published", "published", func(r *record.Record) string { return str(r.Published) }},
	{"updated", "updated", func(r *record.Record) string { return str(r.Updated) }},
	{"date", "date", func(r *record.Record) string { return str(r.Date) }},
	{"date_from", "date_from", func(r *record.Record) string { return str(r.DateFrom) }},
	{"place", "place", func(r *record.Record) string { return placeName(r.Place) }},
	{"place_en", "place", func(r *record.Record) string {
		return placeCell(r.Place, func(p *record.Place) *string { return p.NameEn })
	}},
	{"place_kind", "place", func(r *record.Record) string {
		return placeCell(r.Place, func(p *record.Place) *string { return p.Kind })
	}},
	{"place_district_en", "place", func(r *record.Record) string {
		return placeCell(r.Place, func(p *record.Place) *string { return p.DistrictEn })
	}},
	{"place_state_en", "place", func(r *record.Record) string {
		return placeCell(r.Place, func(p *record.Place) *string { return p.StateEn })
	}},
	{"place_code", "place", func(r *record.Record) string {
		return placeCell(r.Place, func(p *record.Place) *string { return p.Code })
	}},
	{"place_lat", "place", func(r *record.Record) string {
		if r.Place == nil {
			return ""
		}
		return num(r.Place.Lat)
	}},
	{"place_lon", "place", func(r *record.Record) string {
		if r.Place == nil {
			return ""
		}
		return num(r.Place.Lon)
	}},
	{"language", "language", func(r *record.Record) string { return r.Language }},
	{"text", "text", func(r *record.Record) string { return r.Text }},
	{"places", "places", func(r *record.Record) string { return names(r.Places, func(p *record.Place) string { return p.Name }) }},
	{"people", "people", func(r *record.Record) string { return names(r.People, func(p *record.Person) string { return p.Name }) }},
	{"organizations", "organizations", func(r *record.Record) string {
		return names(r.Organizations, func(o *record.Organization) string { return o.Name })
	}},
	{"quotes", "quotes", func(r *record.Record) string { return strconv.Itoa(len(r.Quotes)) }},
	{"numbers", "numbers", func(r *record.Record) string { return strconv.Itoa(len(r.Numbers)) }},
	{"dates", "dates", func(r *record.Record) string {
		var out []string
		for _, d := range r.Dates {
			if d.Value != nil && !slices.Contains(out, *d.Value) {
				out = append(out, *d.Value)
			}
		}
		return list(out)
	}},
	{"related", "related", func(r *record.Record) string { return list(r.Related) }},
	{"words", "stats", func(r *record.Record) string { return strconv.Itoa(r.Stats.Words) }},
	{"sentences", "stats", func(r *record.Record) string { return strconv.Itoa(r.Stats.Sentences) }},
	{"warnings", "warnings", func(r *record.Record) string { return list(r.Warnings) }},
}

func placeName(p *record.Place) string {
	if p == nil {
		return ""
	}
	return p.Name
}

func placeCell(p *record.Place, get func(*record.Place) *string) string {
	if p == nil {
		return ""
	}
	return str(get(p))
}

// frontColumns open every row of an item table: the article it belongs to.
var frontColumns = []string{"id", "source", "published", "place", "headline"}

func front(r *record.Record) []string {
	source := r.Source.Path
	if r.Source.Record > 0 {
		source += "#" + strconv.Itoa(r.Source.Record)
	}
	return []string{r.ID, source, str(r.Published), placeName(r.Place), str(r.Headline)}
}

// at gives the byte range of an item as two cells.
func at(p record.Position) []string {
	return []string{strconv.Itoa(p.Span[0]), strconv.Itoa(p.Span[1])}
}

// items returns an item table: front columns, then those of each item.
func items[T any](columns []string, get func(*record.Record) []T, cells func(*T) []string) *table {
	return &table{
		columns: slices.Concat(frontColumns, columns, []string{"start", "end"}),
		rows: func(r *record.Record, emit func([]string)) {
			head := front(r)
			list := get(r)
			for i := range list {
				emit(slices.Concat(head, cells(&list[i])))
			}
		},
	}
}

func newTable(opt Options) (*table, error) {
	t, err := tableFor(opt)
	if err != nil {
		return nil, err
	}
	t.tsv = opt.Format == TSV
	t.bom = opt.BOM
	t.safe = opt.Safe
	if len(opt.Columns) > 0 {
		return t.selected(opt.Columns)
	}
	return t, nil
}

// selected returns the table with only the given columns, in their order.
func (t *table) selected(columns []string) (*table, error) {
	var at []int
	for _, name := range columns {
		i := slices.Index(t.columns, name)
		if i < 0 {
			return nil, unknownColumn(name, t.columns)
		}
		at = append(at, i)
	}
	rows := t.rows
	t.columns = columns
	t.rows = func(r *record.Record, emit func([]string)) {
		rows(r, func(cells []string) {
			out := make([]string, len(at))
			for i, k := range at {
				out[i] = cells[k]
			}
			emit(out)
		})
	}
	return t, nil
}

// guarded returns cells as a spreadsheet may open them: one that would run as a formula
// (=, +, -, @, tab or return at its start, and no number) gets an apostrophe in front.
func guarded(cells []string) []string {
	out := slices.Clone(cells)
	for i, c := range out {
		if c == "" || !strings.ContainsRune("=+-@\t\r", rune(c[0])) {
			continue
		}
		if _, err := strconv.ParseFloat(c, 64); err != nil {
			out[i] = "'" + c
		}
	}
	return out
}

func tableFor(opt Options) (*table, error) {
	switch opt.Table {
	case "", "articles":
		return articleTable(opt.Fields), nil
	case "quotes":
		if opt.Officials {
			return officials(), nil
		}
		return items([]string{"speaker", "speaker_text", "role", "official", "act", "kind", "text", "cue", "resolved", "via"},
			func(r *record.Record) []record.Quote { return r.Quotes },
			func(q *record.Quote) []string {
				return append([]string{str(q.Speaker), str(q.SpeakerText), str(q.Role), strconv.FormatBool(q.Official), q.Act, q.Kind, q.Text, str(q.Cue), q.Resolved, str(q.Via)}, at(q.Position)...)
			}), nil
	case "numbers":
		return items([]string{"text", "value", "max", "unit", "unit_text", "kind", "qualifier"},
			func(r *record.Record) []record.Number { return r.Numbers },
			func(n *record.Number) []string {
				return append([]string{n.Text, num(n.Value), num(n.Max), str(n.Unit), str(n.UnitText), n.Kind, str(n.Qualifier)}, at(n.Position)...)
			}), nil
	case "places":
		return items([]string{"text", "name", "name_en", "kind", "district_en", "state_en", "country", "code", "lat", "lon", "from", "count"},
			func(r *record.Record) []record.Place { return r.Places },
			func(p *record.Place) []string {
				return append([]string{p.Text, p.Name, str(p.NameEn), str(p.Kind), str(p.DistrictEn), str(p.StateEn), str(p.Country), str(p.Code), num(p.Lat), num(p.Lon), p.From, strconv.Itoa(p.Count)}, at(p.Position)...)
			}), nil
	case "people":
		return items([]string{"name", "honorific", "roles", "jurisdiction", "official", "organization", "count"},
			func(r *record.Record) []record.Person { return r.People },
			func(p *record.Person) []string {
				return append([]string{p.Name, str(p.Honorific), list(p.Roles), str(p.Jurisdiction), strconv.FormatBool(p.Official), str(p.Organization), strconv.Itoa(p.Count)}, at(p.Position)...)
			}), nil
	case "organizations":
		return items([]string{"text", "name", "name_en", "kind", "count"},
			func(r *record.Record) []record.Organization { return r.Organizations },
			func(o *record.Organization) []string {
				return append([]string{o.Text, o.Name, str(o.NameEn), o.Kind, strconv.Itoa(o.Count)}, at(o.Position)...)
			}), nil
	case "dates":
		return items([]string{"text", "value", "grain", "relative"},
			func(r *record.Record) []record.Date { return r.Dates },
			func(d *record.Date) []string {
				return append([]string{d.Text, str(d.Value), d.Grain, strconv.FormatBool(d.Relative)}, at(d.Position)...)
			}), nil
	}
	return nil, fmt.Errorf("unknown table %q: use one of %s", opt.Table, strings.Join(Tables, ", "))
}

// officials is the table of what officials said: who, in which office, of which body,
// when and where.
func officials() *table {
	return &table{
		columns: slices.Concat(frontColumns, []string{"date", "speaker", "role", "organization", "act", "kind", "text", "resolved", "start", "end"}),
		rows: func(r *record.Record, emit func([]string)) {
			head := append(front(r), str(r.Date))
			for i := range r.Quotes {
				if q := &r.Quotes[i]; q.Official {
					cells := []string{str(q.Speaker), str(q.Role), organizationOf(r, str(q.Speaker), q.Resolved), q.Act, q.Kind, q.Text, q.Resolved}
					emit(slices.Concat(head, cells, at(q.Position)))
				}
			}
		},
	}
}

// organizationOf returns the body that a speaker belongs to, or is.
func organizationOf(r *record.Record, speaker, resolved string) string {
	if resolved == "organization" {
		return speaker
	}
	for i := range r.People {
		if p := &r.People[i]; p.Name == speaker {
			return str(p.Organization)
		}
	}
	return ""
}

func articleTable(fields []string) *table {
	columns := articleColumns
	if len(fields) > 0 {
		columns = nil
		for _, c := range articleColumns {
			if slices.Contains(fields, c.field) {
				columns = append(columns, c)
			}
		}
	}
	t := &table{rows: func(r *record.Record, emit func([]string)) {
		cells := make([]string, len(columns))
		for i, c := range columns {
			cells[i] = c.cell(r)
		}
		emit(cells)
	}}
	for _, c := range columns {
		t.columns = append(t.columns, c.name)
	}
	return t
}

// header returns the header row.
func (t *table) header() []byte {
	var out []byte
	if t.bom {
		out = append(out, "\ufeff"...)
	}
	out, _ = t.appendCells(out, t.columns)
	return out
}

func (t *table) appendRows(dst []byte, r *record.Record) ([]byte, error) {
	var err error
	t.rows(r, func(cells []string) {
		if t.safe {
			cells = guarded(cells)
		}
		if err == nil {
			dst, err = t.appendCells(dst, cells)
		}
	})
	return dst, err
}

// tsvEscape keeps a cell on one line and in one column.
var tsvEscape = strings.NewReplacer("\\", `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)

func (t *table) appendCells(dst []byte, cells []string) ([]byte, error) {
	if t.tsv {
		for i, c := range cells {
			if i > 0 {
				dst = append(dst, '\t')
			}
			dst = append(dst, tsvEscape.Replace(c)...)
		}
		return append(dst, '\n'), nil
	}
	buf := bytes.NewBuffer(dst)
	w := csv.NewWriter(buf)
	if err := w.Write(cells); err != nil {
		return dst, fmt.Errorf("encode row: %w", err)
	}
	w.Flush()
	return buf.Bytes(), w.Error()
}
