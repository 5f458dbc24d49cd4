package encode

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

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
)

// Formats lists the formats that a user can name.
var Formats = []string{string(JSON), string(JSONL), string(CSV), string(TSV), string(GeoJSON)}

// Options says what to write.
type Options struct {
	Format Format
	Fields []string // top-level fields to keep, all when empty; always in record order
	Table  string   // CSV and TSV: one row per item of this list, "" for one per article
	BOM    bool     // CSV and TSV: start with a byte order mark, for Excel
	// Officials keeps only what officials and public bodies said in the table of quotes,
	// and adds whom they speak for.
	Officials bool
}

// Encoder turns records into bytes. It is read-only and safe for concurrent use.
type Encoder struct {
	opt    Options
	fields []field // JSON: the fields to write; nil for all
	table  *table  // CSV and TSV
}

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
			return nil, fmt.Errorf("--table needs --format csv or tsv")
		}
		if opt.BOM {
			return nil, fmt.Errorf("--bom needs --format csv or tsv")
		}
	case CSV, TSV:
	case GeoJSON:
		if opt.Table != "" || opt.BOM || len(opt.Fields) > 0 {
			return nil, fmt.Errorf("--table, --bom and --fields are not for --format geojson")
		}
	default:
		return nil, fmt.Errorf("unknown format %q: use one of %s", opt.Format, strings.Join(Formats, ", "))
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
	if opt.Format == CSV || opt.Format == TSV {
		var err error
		if e.table, err = newTable(opt); err != nil {
			return nil, err
		}
	}
	return e, nil
}

// Append appends the bytes of r to dst: one line of JSON, or the rows of r.
func (e *Encoder) Append(dst []byte, r *record.Record) ([]byte, error) {
	if e.table != nil {
		return e.table.appendRows(dst, r)
	}
	if e.opt.Format == GeoJSON {
		return appendFeature(dst, r)
	}
	buf := bytes.NewBuffer(dst)
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	if e.fields == nil {
		if err := enc.Encode(r); err != nil {
			return dst, fmt.Errorf("encode record: %w", err)
		}
		return buf.Bytes(), nil
	}
	v := reflect.ValueOf(r).Elem()
	buf.WriteByte('{')
	for i, f := range e.fields {
		if i > 0 {
			buf.WriteByte(',')
		}
		fmt.Fprintf(buf, "%q:", f.name)
		if err := enc.Encode(v.Field(f.index).Interface()); err != nil {
			return dst, fmt.Errorf("encode field %s: %w", f.name, err)
		}
		buf.Truncate(buf.Len() - 1) // the line end that Encode adds
	}
	buf.WriteString("}\n")
	return buf.Bytes(), nil
}
