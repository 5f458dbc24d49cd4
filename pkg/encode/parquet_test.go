package encode

import (
	"bytes"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"khabar/pkg/dump"
	"khabar/pkg/record"
)

// written runs records through an Encoder and a Writer of Parquet and opens the result.
func written(t *testing.T, opt Options, records ...*record.Record) *parquet.File {
	t.Helper()
	opt.Format = Parquet
	e, err := New(opt)
	if err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	w := NewWriter(&buf, e, 0)
	for _, r := range records {
		p, err := e.Encode(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Put(p); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := parquet.OpenFile(bytes.NewReader(buf.Bytes()), int64(buf.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestParquetReadsBack(t *testing.T) {
	r := sample("a")
	r.Spans = map[string]record.Span{"headline": {1, 2}, "byline": {3, 4}}
	r.Input = record.Input{dump.Kept{Name: "n", Value: []byte("1.5")}}
	f := written(t, Options{}, r, sample("b"))
	type place struct {
		Name     string   `parquet:"name"`
		NameEn   *string  `parquet:"name_en,optional"`
		Lat      *float64 `parquet:"lat,optional"`
		Mentions []span   `parquet:"mentions,list"`
	}
	type quote struct {
		Text    string  `parquet:"text"`
		Speaker *string `parquet:"speaker,optional"`
		Span    span    `parquet:"span"`
	}
	type row struct {
		ID       string   `parquet:"id"`
		Headline *string  `parquet:"headline,optional"`
		Section  []string `parquet:"section,list"`
		Place    *place   `parquet:"place,optional"`
		Quotes   []quote  `parquet:"quotes,list"`
		Spans    []named  `parquet:"spans,list"`
		Input    *string  `parquet:"input,optional"`
	}
	rows := make([]row, 2)
	rd := parquet.NewGenericReader[row](f)
	if n, _ := rd.Read(rows); n != 2 {
		t.Fatalf("%d rows", n)
	}
	got := rows[0]
	if got.ID != "a" || *got.Headline != *r.Headline || strings.Join(got.Section, "/") != "state/solan" {
		t.Errorf("scalars: %+v", got)
	}
	if got.Place == nil || *got.Place.NameEn != "Nahan" || *got.Place.Lat != 30.5599 || len(got.Place.Mentions) != 1 || got.Place.Mentions[0] != (span{0, 12}) {
		t.Errorf("place: %+v", got.Place)
	}
	if len(got.Quotes) != 2 || *got.Quotes[0].Speaker != "राजीव बिंदल" || got.Quotes[0].Span != (span{3, 9}) || got.Quotes[1].Speaker != nil {
		t.Errorf("quotes: %+v", got.Quotes)
	}
	if !reflect.DeepEqual(got.Spans, []named{{"byline", 3, 4}, {"headline", 1, 2}}) || got.Input == nil || *got.Input != `{"n":1.5}` || rows[1].Input != nil {
		t.Errorf("spans %v, input %v", got.Spans, got.Input)
	}
	for _, path := range f.Schema().Columns() {
		if s := strings.Join(path, "."); strings.HasPrefix(s, "quotes") && !strings.HasPrefix(s, "quotes.list.element.") {
			t.Errorf("a list that DuckDB and pandas do not know: %s", s)
		}
	}
	var names []string
	for _, c := range f.Root().Columns() {
		names = append(names, c.Name())
	}
	if want := FieldNames(); !reflect.DeepEqual(names, want) {
		t.Errorf("columns %v, want %v", names, want)
	}
}

var update = flag.Bool("update", false, "write testdata/parquet.txt anew")

// TestParquetSchema compares the schemas with testdata/parquet.txt. DuckDB, Arrow and
// Polars have read files with these, value for value as in JSON Lines (see README): a
// change here wants that done again.
func TestParquetSchema(t *testing.T) {
	var got strings.Builder
	for _, table := range append([]string{""}, Tables...) {
		e, err := New(Options{Format: Parquet, Table: table})
		if err != nil {
			t.Fatal(err)
		}
		got.WriteString("# " + table + "\n" + e.rows.schema.String() + "\n")
	}
	path := "testdata/parquet.txt"
	if *update {
		if err := os.WriteFile(path, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || string(want) != got.String() {
		t.Errorf("the schema has changed (go test ./pkg/encode -update): %v\n%s", err, got.String())
	}
}

// TestParquetHasNullWhereJSONHasNothing: what is null or left out in JSON is null, an
// empty list is a list.
func TestParquetHasNullWhereJSONHasNothing(t *testing.T) {
	r := sample("a")
	r.Headline, r.Captions = nil, []string{}
	f := written(t, Options{}, r)
	nulls := map[string]bool{}
	rows := make([]parquet.Row, 1)
	rr := f.RowGroups()[0].Rows()
	defer rr.Close()
	if n, _ := rr.ReadRows(rows); n != 1 {
		t.Fatalf("%d rows", n)
	}
	columns := f.Schema().Columns()
	for _, v := range rows[0] {
		if v.RepetitionLevel() == 0 {
			nulls[strings.Join(columns[v.Column()], ".")] = v.IsNull() && v.DefinitionLevel() == 0
		}
	}
	for path, want := range map[string]bool{
		"headline": true, "input": true, "id": false, "publisher": r.Publisher == nil,
		"captions.list.element": true, // no level above the list: it is there and empty
	} {
		if nulls[path] != want {
			t.Errorf("%s: null %v, want %v", path, nulls[path], want)
		}
	}
	for _, v := range rows[0] {
		switch path := strings.Join(columns[v.Column()], "."); path {
		case "quotes.list.element.rule", "place.rule", "places.list.element.candidates.list.element.kind":
			if !v.IsNull() {
				t.Errorf("%s: %v, without --explain there is none", path, v)
			}
		}
	}
}

func TestParquetTables(t *testing.T) {
	f := written(t, Options{Table: "numbers", Columns: []string{"value", "unit", "id"}}, sample("a"))
	type row struct {
		Value *float64 `parquet:"value,optional"`
		Unit  *string  `parquet:"unit,optional"`
		ID    *string  `parquet:"id,optional"`
	}
	rows := make([]row, 1)
	if n, _ := parquet.NewGenericReader[row](f).Read(rows); n != 1 || *rows[0].Value != 7773 || *rows[0].Unit != "बूथ" || *rows[0].ID != "a" {
		t.Errorf("%d rows: %+v", n, rows)
	}
	if f := written(t, Options{Columns: []string{"text", "id"}}, sample("a")); f.Root().Columns()[0].Name() != "text" || len(f.Root().Columns()) != 2 {
		t.Errorf("columns: %s", f.Schema())
	}
	if f := written(t, Options{}); f.NumRows() != 0 {
		t.Errorf("no records: %d rows", f.NumRows())
	}
	for _, table := range Tables {
		written(t, Options{Table: table}, sample("a"))
	}
}

func TestColumns(t *testing.T) {
	got := output(t, Options{Format: CSV, Columns: []string{"place_en", "id"}}, sample("a"))
	if got != "place_en,id\nNahan,a\n" {
		t.Errorf("%q", got)
	}
	if _, err := New(Options{Format: TSV, Columns: []string{"plaice"}}); err == nil || !strings.Contains(err.Error(), "place_en") {
		t.Errorf("unknown column: %v", err)
	}
	if _, err := New(Options{Format: JSONL, Columns: []string{"id"}}); err == nil || !strings.Contains(err.Error(), "--fields") {
		t.Errorf("jsonl: %v", err)
	}
}

func TestSafeCSV(t *testing.T) {
	for in, want := range map[string]string{
		"=HYPERLINK(\"x\")": "'=HYPERLINK(\"x\")", "+91 98": "'+91 98", "@cmd": "'@cmd", "-5": "-5", "+3.5": "+3.5", "- सूची": "'- सूची", "नाहन": "नाहन", "": "", "\t=1": "'\t=1",
	} {
		if got := guarded([]string{in})[0]; got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	r := sample("a")
	r.Headline = ptr("=1+1")
	if got := output(t, Options{Format: CSV, Safe: true, Fields: []string{"headline"}}, r); got != "headline\n'=1+1\n" {
		t.Errorf("%q", got)
	}
	if got := output(t, Options{Format: CSV, Fields: []string{"headline"}}, r); got != "headline\n=1+1\n" {
		t.Errorf("not asked for: %q", got)
	}
}
