package encode

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/parquet-go/parquet-go"

	"khabar/pkg/record"
)

// Format is an output format.
type Format string

// The output formats. Auto is for a terminal: pretty JSON when there is just one
// article, JSON Lines otherwise.
const (
	Auto  Format = "auto"
	JSON  Format = "json"
	JSONL Format = "jsonl"
	CSV   Format = "csv"
	TSV   Format = "tsv"
	// GeoJSON is one FeatureCollection: a point for each article whose place has
	// coordinates (RFC 7946).
	GeoJSON Format = "geojson"
	// Parquet holds nested rows: lists as LIST, objects as STRUCT.
	Parquet Format = "parquet"
)

// Formats lists the formats that a user can name.
var Formats = []string{string(JSON), string(JSONL), string(CSV), string(TSV), string(GeoJSON), string(Parquet)}

// Options says what to write.
type Options struct {
	Format Format
	Fields []string // top-level fields to keep, all when empty; always in record order
	Table  string   // CSV and TSV: one row per item of this list, "" for one per article
	BOM    bool     // CSV and TSV: start with a byte order mark, for Excel
	Safe   bool     // CSV and TSV: guard cells that a spreadsheet would run as a formula
	// Columns selects and orders the columns of CSV, TSV and Parquet, all when empty.
	Columns []string
	// Officials keeps only what officials and public bodies said in the table of quotes,
	// and adds whom they speak for.
	Officials bool
}

// Encoder turns records into bytes. It is read-only and safe for concurrent use.
type Encoder struct {
	opt    Options
	fields []field  // JSON: the fields to write; nil for all
	table  *table   // CSV and TSV
	rows   *rowType // Parquet
}

// Piece is one record, encoded: bytes, or rows of Parquet.
type Piece struct {
	bytes []byte
	rows  []parquet.Row
}

// Bytes returns the Piece of bytes that were encoded elsewhere.
func Bytes(b []byte) Piece { return Piece{bytes: b} }

// field is a top-level field of the record.
type field struct {
	name  string
	index int
}

// FieldNames returns the names of all top-level fields in record order.
func FieldNames() []string {
	var out []string
	for _, f := range recordFields() {
		out = append(out, f.name)
	}
	return out
}

func recordFields() []field {
	t := reflect.TypeFor[record.Record]()
	var out []field
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		out = append(out, field{name, i})
	}
	return out
}

// New checks opt and returns its Encoder. The error says which value is wrong and
// lists the right ones.
func New(opt Options) (*Encoder, error) {
	e := &Encoder{opt: opt}
	switch opt.Format {
	case Auto, JSON, JSONL:
		if opt.Table != "" {
			return nil, fmt.Errorf("--table needs --format csv, tsv or parquet")
		}
		if len(opt.Columns) > 0 {
			return nil, fmt.Errorf("--columns needs --format csv, tsv or parquet; for %s take --fields", opt.Format)
		}
	case CSV, TSV, Parquet:
	case GeoJSON:
		if opt.Table != "" || opt.BOM || len(opt.Fields) > 0 || len(opt.Columns) > 0 {
			return nil, fmt.Errorf("--table, --bom and --fields are not for --format geojson")
		}
	default:
		return nil, fmt.Errorf("unknown format %q: use one of %s", opt.Format, strings.Join(Formats, ", "))
	}
	if (opt.BOM || opt.Safe) && opt.Format != CSV && opt.Format != TSV {
		return nil, fmt.Errorf("--bom and --safe-csv need --format csv or tsv")
	}
	if len(opt.Fields) > 0 {
		names := FieldNames()
		for _, f := range opt.Fields {
			if !slices.Contains(names, f) {
				return nil, fmt.Errorf("unknown field %q: use any of %s", f, strings.Join(names, ", "))
			}
		}
		for _, f := range recordFields() {
			if slices.Contains(opt.Fields, f.name) {
				e.fields = append(e.fields, f)
			}
		}
	}
	var err error
	switch {
	case opt.Format == Parquet && opt.Table == "":
		var fields []field
		if fields, err = e.columns(); err == nil {
			e.rows, err = recordRows(fields)
		}
	case opt.Format == CSV || opt.Format == TSV || opt.Format == Parquet:
		if e.table, err = newTable(opt); err == nil && opt.Format == Parquet {
			e.rows, err = tableRows(e.table.columns)
		}
	}
	if err != nil {
		return nil, err
	}
	return e, nil
}

// columns are the top-level fields that a Parquet file of records has, in the order
// asked for.
func (e *Encoder) columns() ([]field, error) {
	all := recordFields()
	if e.fields != nil {
		all = e.fields
	}
	if len(e.opt.Columns) == 0 {
		return all, nil
	}
	var out []field
	for _, name := range e.opt.Columns {
		i := slices.IndexFunc(all, func(f field) bool { return f.name == name })
		if i < 0 {
			return nil, unknownColumn(name, FieldNames())
		}
		out = append(out, all[i])
	}
	return out, nil
}

func unknownColumn(name string, all []string) error {
	return fmt.Errorf("--columns: unknown column %q: use any of %s", name, strings.Join(all, ", "))
}

// Encode returns r as its Writer takes it.
func (e *Encoder) Encode(r *record.Record) (Piece, error) {
	if e.rows == nil {
		b, err := e.Append(nil, r)
		return Piece{bytes: b}, err
	}
	var p Piece
	err := caught(func() {
		if e.table == nil {
			p.rows = append(p.rows, e.rows.row(r))
			return
		}
		e.table.rows(r, func(cells []string) { p.rows = append(p.rows, e.rows.cells(cells)) })
	})
	return p, err
}

// Append appends the bytes of r to dst: one line of JSON, or the rows of r. It is not for
// Parquet.
func (e *Encoder) Append(dst []byte, r *record.Record) ([]byte, error) {
	if e.table != nil {
		return e.table.appendRows(dst, r)
	}
	if e.opt.Format == GeoJSON {
		return appendFeature(dst, r)
	}
	if dst == nil {
		dst = make([]byte, 0, 2*len(r.Text)+4096)
	}
	return appendJSON(dst, r, e.fields)
}
