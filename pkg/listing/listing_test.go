package listing

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"khabar/pkg/document"
)

// years finds every four digits and replaces them.
func years(d *document.Document) []Item {
	var out []Item
	for _, t := range d.Tokens() {
		if len(t.Key) == 4 && t.Key[0] == '2' {
			out = append(out, Item{Span: t.Span, Replacement: "<" + t.Key + ">", Cells: []Cell{Text(t.Key), {}, Number(1.5), Bool(true)}})
		}
	}
	return out
}

var columns = []string{"value", "none", "half", "yes"}

func list(t *testing.T, opt Options, text string) string {
	t.Helper()
	var out bytes.Buffer
	opt.Columns = columns
	l, err := New(&out, opt)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.File("a.txt", strings.NewReader(text), years); err != nil {
		t.Fatal(err)
	}
	if err := l.Flush(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestFormats(t *testing.T) {
	text := "क्षेत्र में २०१९ और\n2020 में\n"
	want := "path\tstart\tend\ttext\tvalue\tnone\thalf\tyes\n" +
		"a.txt\t32\t44\t२०१९\t2019\t\t1.5\ttrue\na.txt\t52\t56\t2020\t2020\t\t1.5\ttrue\n"
	if got := list(t, Options{Format: "tsv"}, text); got != want {
		t.Errorf("tsv:\n%q\n%q", got, want)
	}
	want = `{"path":"a.txt","text":"२०१९","value":"2019","none":null,"half":1.5,"yes":true,"span":[32,44],"clusters":[5,9]}` + "\n" +
		`{"path":"a.txt","text":"2020","value":"2020","none":null,"half":1.5,"yes":true,"span":[52,56],"clusters":[13,17]}` + "\n"
	if got := list(t, Options{Format: "jsonl"}, text); got != want {
		t.Errorf("jsonl:\n%s\n%s", got, want)
	}
	if got := list(t, Options{Replace: true}, text); got != "क्षेत्र में <2019> और\n<2020> में\n" {
		t.Errorf("replace: %q", got)
	}
	if _, err := New(&bytes.Buffer{}, Options{Format: "xml"}); err == nil {
		t.Error("a format that does not exist is taken")
	}
}

// Offsets and text stay right over the ends of pieces, with and without line ends.
func TestLongText(t *testing.T) {
	for _, line := range []string{"क्षेत्र में 2019 और\n", "क्षेत्र में 2019 और ", "क्षेत्र"} {
		text := strings.Repeat(line, 3*pieceSize/len(line))
		if got, want := list(t, Options{Replace: true}, text), strings.ReplaceAll(text, "2019", "<2019>"); got != want {
			t.Errorf("replace of %q: %d bytes, want %d", line, len(got), len(want))
		}
		n := 0
		for _, l := range strings.Split(strings.TrimSpace(list(t, Options{Format: "jsonl"}, text)), "\n") {
			if l == "" {
				continue
			}
			var x struct {
				Text           string
				Span, Clusters [2]int
			}
			if err := json.Unmarshal([]byte(l), &x); err != nil {
				t.Fatal(err)
			}
			if text[x.Span[0]:x.Span[1]] != x.Text || x.Clusters[1]-x.Clusters[0] != 4 || x.Clusters[0] != n*13+5 {
				t.Fatalf("item %d: %+v", n, x)
			}
			n++
		}
		if want := strings.Count(text, "2019"); n != want {
			t.Errorf("%q: %d items, want %d", line, n, want)
		}
	}
}
