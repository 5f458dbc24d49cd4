package encode

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"khabar/pkg/dump"
	"khabar/pkg/record"
)

// slow is what encoding/json makes of r.
func slow(t *testing.T, v any) string {
	t.Helper()
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

func quick(t *testing.T, opt Options, r *record.Record) string {
	t.Helper()
	e, err := New(opt)
	if err != nil {
		t.Fatal(err)
	}
	b, err := e.Append(nil, r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// fillAll sets every field of v: lists get two items, numbers and texts one of many.
func fillAll(v reflect.Value, n *int) {
	texts := []string{"नाहन", "", "\"\\/\b\f\n\r\t\x00\x1f\x7f", "<b>&</b>", "\u2028\u2029 ₹ é 😀", "a\xffb\xe0\xa4", "\xe0\x80\x80"}
	floats := []float64{0, 1, -2.5, 1e21, 1e-7, 123456789.25, 1e-10, 0.000001}
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString(texts[*n%len(texts)])
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(*n) - 5)
	case reflect.Bool:
		v.SetBool(*n%2 == 0)
	case reflect.Float64:
		v.SetFloat(floats[*n%len(floats)])
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillAll(v.Elem(), n)
	case reflect.Slice:
		if v.Type() == reflect.TypeFor[record.Input]() {
			v.Set(reflect.ValueOf(record.Input{{Name: "a\"", Value: json.RawMessage(`{ "x" : [1, "<"] }`)}}))
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fillAll(v.Index(i), n)
		}
	case reflect.Array:
		for i := range v.Len() {
			fillAll(v.Index(i), n)
		}
	case reflect.Map:
		v.Set(reflect.ValueOf(map[string]record.Span{"b": {1, 2}, "a": {3, 4}, "<": {}}))
	case reflect.Struct:
		for i := range v.NumField() {
			fillAll(v.Field(i), n)
		}
	}
}

// The JSON of a record is that of encoding/json, for every field, empty and full.
func TestJSONIsThatOfEncodingJSON(t *testing.T) {
	full := []*record.Record{{}, sample("x")}
	for n := range 60 {
		r := new(record.Record)
		fillAll(reflect.ValueOf(r).Elem(), &n)
		full = append(full, r)
	}
	x := record.NewExtractor(record.Options{Offsets: true, Explain: true})
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles", err)
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		full = append(full, x.Extract(dump.Article{Path: name, Raw: string(raw)}))
	}
	for _, r := range full {
		if got, want := quick(t, Options{Format: JSONL}, r), slow(t, r); got != want {
			t.Fatalf("got  %s\nwant %s", got, want)
		}
		for i, f := range recordFields() {
			want := `{"` + f.name + `":` + slow(t, reflect.ValueOf(r).Elem().Field(i).Interface())
			want = want[:len(want)-1] + "}\n"
			if got := quick(t, Options{Format: JSONL, Fields: []string{f.name}}, r); got != want {
				t.Fatalf("%s: got  %s\nwant %s", f.name, got, want)
			}
		}
	}
	inf := math.Inf(1)
	e, _ := New(Options{Format: JSONL})
	if _, err := e.Append(nil, &record.Record{Numbers: []record.Number{{Value: &inf}}}); err == nil {
		t.Error("infinity is written")
	}
}

func TestJSONFieldsAreThoseOfTheRecord(t *testing.T) {
	var got []string
	for _, f := range jsonFields {
		got = append(got, f.name)
	}
	if want := FieldNames(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func FuzzAppendString(f *testing.F) {
	for _, s := range []string{"", "नाहन\n\"", "\u2028", "\xff", "a\x00", "\xe0\xa4", "\xed\xa0\x80", "😀"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := string(appendString(nil, s))+"\n", slow(t, s); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	})
}
