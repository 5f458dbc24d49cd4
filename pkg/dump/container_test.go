package dump

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// read returns what comes of one stream: "text" for an article, "!code@record" for an
// error.
func read(t *testing.T, data []byte, opt Options) []string {
	t.Helper()
	opt.Stdin = bytes.NewReader(data)
	var got []string
	for a, err := range Articles(Paths(nil), opt) {
		if err == nil {
			err = a.Load()
		}
		var de *Error
		switch {
		case errors.As(err, &de):
			got = append(got, fmt.Sprintf("!%s@%d", de.Code, de.Record))
		case err != nil:
			t.Fatalf("not an *Error: %v", err)
		default:
			if a.End > 0 && a.End <= int64(len(data)) && data[0] == '{' && !json.Valid(data[a.Start:a.End]) {
				t.Errorf("source range %d-%d is not the record: %q", a.Start, a.End, data[a.Start:a.End])
			}
			s := a.Raw
			for _, part := range []string{a.ID, a.Date, a.URL, a.Title} {
				if part != "" {
					s += "|" + part
				}
			}
			for _, k := range a.Keep {
				s += fmt.Sprintf("|%s=%s", k.Name, k.Value)
			}
			got = append(got, s)
		}
	}
	return got
}

func gz(s string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, s)
	w.Close()
	return b.Bytes()
}

func packed(t *testing.T, s string) map[string][]byte {
	t.Helper()
	var z, x bytes.Buffer
	zw, _ := zstd.NewWriter(&z)
	io.WriteString(zw, s)
	zw.Close()
	xw, err := xz.NewWriter(&x)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(xw, s)
	xw.Close()
	half := len(s) / 2
	return map[string][]byte{"plain": []byte(s), "gzip": gz(s), "gzip members": append(gz(s[:half]), gz(s[half:])...), "zstd": z.Bytes(), "xz": x.Bytes(), "zstd in gzip": gz(z.String())}
}

func TestContainers(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		opt            Options
	}{
		{"lines", "{\"text\":\"नाहन\",\"id\":7}\n{\"content\":\"सोलन\",\"url\":\"u\",\"date\":\"2020-05-18\"}\n", "[नाहन|7 सोलन|2020-05-18|u]", Options{}},
		{"lines, crlf, blank, no end", "\ufeff{\"text\":\"नाहन\"}\r\n\r\n{\"text\":\"सोलन\"}", "[नाहन सोलन]", Options{}},
		{"broken line among good ones", "{\"text\":\"क\"}\n{\"text\":\n[1]\n{\"body\":5}\n{\"x\":1}\n{\"text\":\"ख\"}\n", "[क !bad_json@1 !bad_json@2 !no_text@3 !no_text@4 ख]", Options{}},
		{"broken first line", "{\"text\":\"क\n{\"text\":\"ख\"}\n", "[!bad_json@0 ख]", Options{}},
		{"array", "[\n {\"text\":\"क\"},\n {\"text\":\"ख\"}\n]\n", "[क ख]", Options{}},
		{"one indented object", "{\n  \"text\": \"क\"\n}\n", "[क]", Options{}},
		{"array cut off", "[{\"text\":\"क\"},{\"text\":\"ख", "[क !truncated@1]", Options{}},
		{"array cut off behind an element", "[{\"text\":\"क\"},", "[क !truncated@1]", Options{}},
		{"empty array", "[]", "[]", Options{}},
		{"two arrays, then an object", "[{\"text\":\"क\"}]\n[{\"text\":\"ख\"}] {\"text\":\"ग\"}", "[क ख ग]", Options{}},
		{"array with a bad number", "[{\"text\":\"क\"},{\"text\":\"ख\",\"n\":1.2.3},{\"text\":\"ग\"}]", "[क !bad_json@1 ग]", Options{}},
		{"array with what is no object", "[{\"text\":\"क\"},7,\"x\",null,[1,{\"a\":2}],{\"text\":\"ग\"}]", "[क !bad_json@1 !bad_json@2 !no_text@3 !bad_json@4 ग]", Options{}},
		{"element without its end, on lines", "[{\"text\":\"क\"},\n{\"text\":\"ख\",\n{\"text\":\"ग\"}\n]", "[क !bad_json@1 ग]", Options{}},
		{"element without a quote", "[{\"text\":\"क\"},{\"text\":\"ख},{\"text\":\"ग\"}]", "[क !bad_json@1 ग]", Options{}},
		{"element without a bracket", "[{\"text\":\"क\"},{\"text\":\"ख\",\"tags\":[1,2},{\"text\":\"ग\"}]", "[क !bad_json@1 ग]", Options{}},
		{"element whose array has no end", "[{\"text\":\"क\"},{\"text\":\"ख\",\"tags\":[{\"text\":\"ग\"}]", "[क !truncated@1 ग]", Options{}},
		{"a good comment in a bad element", "[{\"id\":1,\"text\":\"क\"},{\"id\":2,\"replies\":[{\"by\":3,\"text\":\"x\"},{\"by\":4,\"text\":\"y\"}],,\"text\":\"ख\"},{\"id\":5,\"text\":\"ग\"}]", "[क|1 !bad_json@1 ग|5]", Options{}},
		{"text that quotes an element", "[{\"text\":\"क\"},{\"text\":\"},{\\\"text\\\":\\\"x\\\"},\" 1},{\"text\":\"ग\"}]", "[क !bad_json@1 ग]", Options{}},
		{"objects one after another, one broken", "{\n\"text\":\"क\"\n}\n{\n\"text\":\n}\n{\n\"text\":\"ग\"\n}", "[क !bad_json@1 ग]", Options{}},
		{"fields by name and path", "{\"t\":\"क\",\"m\":{\"u\":\"x\"},\"n\":1.5}\n", "[क|x|n=1.5|m.u=\"x\"]", Options{Fields: Fields{Text: "t", URL: "m.u", Keep: []string{"n", "m.u", "none"}}}},
		{"keep all", "{\"b\":1,\"text\":\"क\",\"a\":[2]}\n", "[क|b=1|a=[2]]", Options{Fields: Fields{Keep: []string{"all"}}}},
		{"preset", "{\"content\":\"क\",\"warc_headers\":{\"warc-record-id\":\"<r>\",\"warc-target-uri\":\"h\"}}\n", "[क|<r>|h]", Options{Fields: Presets["oscar"]}},
		{"csv", "id,text,x\r\n1,\"क, \"\"ख\"\"\n\nग\",y\r\n2,घ,z\r\n", "[क, \"ख\"\n\nग|1|x=\"y\" घ|2|x=\"z\"]", Options{Fields: Fields{Keep: []string{"x"}}}},
		{"csv rows with other numbers of cells", "id,text\n1,क\n2\n3,ख,4\n5,ग\n", "[क|1 !bad_csv@1 !bad_csv@2 ग|5]", Options{}},
		{"csv with a broken quote", "id,text\n1,क\n2,\"ख\"x\n3,ग\n", "[क|1 !bad_csv@1 ग|3]", Options{}},
		{"csv without the column", "id,body\n1,क\n", "[!no_text@-1]", Options{Format: FormatCSV, Fields: Fields{Text: "text"}}},
		{"csv with names in capitals", "ID,Headline,Content\n7,a,क\n", "[क|7|a]", Options{}},
		{"lines, the first cut", "ख\"}\n{\"text\":\"क\"}\n{\"text\":\"ग\"}\n", "[!bad_json@0 क ग]", Options{}},
		{"tsv", "\ufefftext\tdate\nक\\n\\nख \"\t2020-01-01\nग\n\nघ\t\n", "[क\n\nख \"|2020-01-01 !bad_csv@1 घ]", Options{}},
		{"a comma in a headline is no table", "नाहन में बारिश, सड़कें बंद\nनाहन. बारिश जारी है.\n", "[नाहन में बारिश, सड़कें बंद\nनाहन. बारिश जारी है.\n]", Options{}},
		{"text that opens with a bracket", "[फोटो] नाहन में बारिश\n", "[[फोटो] नाहन में बारिश\n]", Options{}},
		{"said to be text", "{\"text\":\"क\"}\n", "[{\"text\":\"क\"}\n]", Options{Format: FormatText}},
	} {
		for pack, data := range packed(t, c.in) {
			if got := fmt.Sprint(read(t, data, c.opt)); got != c.want {
				t.Errorf("%s, %s: got %s, want %s", c.name, pack, got, c.want)
			}
		}
	}
}

func TestTruncatedGzipGivesWhatCameBefore(t *testing.T) {
	var in strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&in, "{\"text\":\"नाहन %d %d\"}\n", i, i*7919%1000)
	}
	data := gz(in.String())
	got := read(t, data[:len(data)-20], Options{})
	if n := len(got); n < 1000 || !strings.HasPrefix(got[n-1], "!truncated@") {
		t.Fatalf("%d results, last %q", n, got[n-1])
	}
	for i, s := range got[:len(got)-1] {
		if !strings.HasPrefix(s, fmt.Sprintf("नाहन %d ", i)) {
			t.Fatalf("record %d: %q", i, s)
		}
	}
}

func TestHugeLineIsRefusedAndTheNextComes(t *testing.T) {
	huge := `{"text":"` + strings.Repeat("क", 5<<20) + `"}`
	in := "{\"text\":\"क\"}\n" + huge + "\n{\"text\":\"ख\"}\n"
	if got := fmt.Sprint(read(t, []byte(in), Options{MaxBytes: 1 << 20})); got != "[क !too_large@1 ख]" {
		t.Errorf("got %s", got)
	}
	in = "{\"text\":\"" + strings.Repeat("क", 400<<10) + "\"}\n{\"text\":\"ख\"}\n" // fits the line, not the article
	if got := fmt.Sprint(read(t, []byte(in), Options{MaxBytes: 1 << 20})); got != "[!too_large@0 ख]" {
		t.Errorf("got %s", got)
	}
}

func FuzzArticles(f *testing.F) {
	f.Add([]byte("{\"text\":\"क\"}\n{\"text\":\n"))
	f.Add([]byte("[{\"text\":\"क\"},{}]"))
	f.Add(gz("{\"text\":\"क\"}\n"))
	f.Add([]byte("\x28\xb5\x2f\xfd\x00"))
	f.Add([]byte("BZh9\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		n := 0
		for a, err := range Articles(Paths(nil), Options{Stdin: bytes.NewReader(data), MaxBytes: 1 << 16}) {
			if err == nil {
				err = a.Load()
			}
			var de *Error
			if err != nil && !errors.As(err, &de) {
				t.Fatalf("not an *Error: %v", err)
			}
			if n++; n > len(data)+1 {
				t.Fatal("more records than bytes")
			}
		}
	})
}
