package encode

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"khabar/pkg/record"
)

func ptr[T any](v T) *T { return &v }

// sample is a record with a value of every difficult kind.
func sample(id string) *record.Record {
	return &record.Record{
		SchemaVersion: "1", ID: id, Source: record.Source{Path: "a.txt"},
		Headline: ptr("‘जंग’, \"वार\" & <b>\tबूथ"),
		Section:  []string{"state", "solan"},
		Text:     "पहला।\n\nदूसरा।",
		Place:    &record.Place{Text: "नाहन", Name: "नाहन", NameEn: ptr("Nahan"), Lat: ptr(30.5599), Mentions: []record.Span{{0, 12}}},
		People:   []record.Person{{Name: "राजीव बिंदल"}, {Name: "अजय राणा"}},
		Quotes: []record.Quote{
			{Text: "काम, जारी", Speaker: ptr("राजीव बिंदल"), Act: "say", Position: record.Position{Span: record.Span{3, 9}}},
			{Text: "नहीं", Act: "deny"},
		},
		Numbers: []record.Number{{Text: "7,773", Value: ptr(7773.0), Unit: ptr("बूथ"), Kind: "count"}},
	}
}

// output runs the records through an encoder and a writer.
func output(t *testing.T, opt Options, records ...*record.Record) string {
	t.Helper()
	e, err := New(opt)
	if err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	w := NewWriter(&buf, e, 0)
	for _, r := range records {
		b, err := e.Append(nil, r)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Record(b); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

func TestJSONIsOneDocument(t *testing.T) {
	for n, want := range []string{"[", "{", "[", "["} {
		var in []*record.Record
		for range n {
			in = append(in, sample("x"))
		}
		got := output(t, Options{Format: JSON}, in...)
		if !json.Valid([]byte(got)) || !strings.HasPrefix(got, want) {
			t.Errorf("%d records: %.60q", n, got)
		}
	}
}

func TestAutoIsPrettyForOneAndLinesForMore(t *testing.T) {
	if got := output(t, Options{Format: Auto}, sample("a")); !strings.HasPrefix(got, "{\n  \"schema_version\"") {
		t.Errorf("one: %.60q", got)
	}
	got := output(t, Options{Format: Auto}, sample("a"), sample("b"))
	if got != output(t, Options{Format: JSONL}, sample("a"), sample("b")) {
		t.Errorf("two: %.60q", got)
	}
}

func TestJSONLKeepsTextAsItIs(t *testing.T) {
	got := output(t, Options{Format: JSONL, Fields: []string{"headline", "id"}}, sample("a"))
	want := `{"id":"a","headline":"‘जंग’, \"वार\" & <b>\tबूथ"}` + "\n"
	if got != want {
		t.Errorf("got %s want %s", got, want)
	}
}

func TestCSVReadsBack(t *testing.T) {
	got := output(t, Options{Format: CSV, BOM: true}, sample("a"), sample("b"))
	rest, ok := strings.CutPrefix(got, "\ufeff")
	if !ok {
		t.Error("no byte order mark")
	}
	rows, err := csv.NewReader(strings.NewReader(rest)).ReadAll()
	if err != nil || len(rows) != 3 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	cell := func(name string) string {
		for i, c := range rows[0] {
			if c == name {
				return rows[1][i]
			}
		}
		return "no column " + name
	}
	for name, want := range map[string]string{
		"id": "a", "headline": "‘जंग’, \"वार\" & <b>\tबूथ", "section": "state; solan", "text": "पहला।\n\nदूसरा।",
		"place_en": "Nahan", "place_lat": "30.5599", "people": "राजीव बिंदल; अजय राणा", "quotes": "2", "published": "",
	} {
		if got := cell(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestTSVTables(t *testing.T) {
	for table, want := range map[string]int{"quotes": 2, "numbers": 1, "people": 2, "places": 0, "organizations": 0, "dates": 0} {
		got := strings.Split(strings.TrimSuffix(output(t, Options{Format: TSV, Table: table}, sample("a")), "\n"), "\n")
		if len(got) != want+1 {
			t.Errorf("%s: %d rows, want %d", table, len(got)-1, want)
		}
		columns := strings.Count(got[0], "\t")
		for _, row := range got {
			if strings.Count(row, "\t") != columns {
				t.Errorf("%s: row with another number of cells: %q", table, row)
			}
		}
		if !strings.HasPrefix(got[0], "id\tsource\tpublished\tplace\theadline\t") {
			t.Errorf("%s: header %q", table, got[0])
		}
	}
	if got := output(t, Options{Format: TSV, Table: "numbers"}, sample("a")); !strings.Contains(got, "\t7,773\t7773\t\tबूथ\t\tcount\t") {
		t.Errorf("numbers: %q", got)
	}
}

func TestNewNamesWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		opt  Options
		want string
	}{
		{Options{Format: "xml"}, "json, jsonl, csv, tsv"},
		{Options{Format: JSONL, Fields: []string{"headlines"}}, "headline,"},
		{Options{Format: CSV, Table: "quote"}, "quotes, numbers"},
		{Options{Format: JSONL, Table: "quotes"}, "--format csv, tsv or parquet"},
		{Options{Format: JSON, BOM: true}, "--bom"},
	} {
		if _, err := New(c.opt); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v", c.opt, err)
		}
	}
}

func TestOfficials(t *testing.T) {
	r := sample("a")
	r.Date = ptr("2020-05-18")
	r.People[0].Organization = ptr("भारतीय जनता पार्टी")
	r.Quotes[0].Official, r.Quotes[0].Role, r.Quotes[0].Resolved = true, ptr("प्रदेश अध्यक्ष"), "name"
	r.Quotes = append(r.Quotes, record.Quote{Text: "जांच जारी है", Speaker: ptr("पुलिस"), Official: true, Act: "say", Kind: "indirect", Resolved: "organization"})
	got := output(t, Options{Format: TSV, Table: "quotes", Officials: true}, r)
	lines := strings.Split(strings.TrimSuffix(got, "\n"), "\n")
	if len(lines) != 3 {
		t.Fatalf("%q", got)
	}
	if want := "2020-05-18\tराजीव बिंदल\tप्रदेश अध्यक्ष\tभारतीय जनता पार्टी\tsay\t"; !strings.Contains(lines[1], want) {
		t.Errorf("%q has no %q", lines[1], want)
	}
	if want := "\tपुलिस\t\tपुलिस\tsay\tindirect\tजांच जारी है\t"; !strings.Contains(lines[2], want) {
		t.Errorf("%q has no %q", lines[2], want)
	}
}
