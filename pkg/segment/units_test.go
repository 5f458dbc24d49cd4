package segment

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"khabar/pkg/grapheme"
	"khabar/pkg/lexicon"
)

func TestUnits(t *testing.T) {
	const text = "\n श्री गुप्ता आए।\u00a0\r\nडॉ. रावत ने 3.5 लाख दिए. \n"
	for _, c := range []struct {
		unit Unit
		want string
	}{
		{Clusters, `\n| |श्री| |गु|प्ता| |आ|ए|।|` + "\u00a0" + `|\r\n|डॉ|.| |रा|व|त| |ने| |3|.|5| |ला|ख| |दि|ए|.| |\n`},
		{Words, "श्री|गुप्ता|आए|डॉ|रावत|ने|3.5|लाख|दिए"},
		{Sentences, "श्री गुप्ता आए।|डॉ. रावत ने 3.5 लाख दिए."},
		{Paragraphs, "श्री गुप्ता आए।|डॉ. रावत ने 3.5 लाख दिए."},
	} {
		var b []byte
		n := 0
		for p, err := range Units(strings.NewReader(text), c.unit, lexicon.Default()) {
			if err != nil {
				t.Fatal(err)
			}
			b = p.AppendText(b)
			n++
		}
		got := strings.ReplaceAll(strings.TrimSuffix(string(b), "\n"), "\n", "|")
		if got != c.want {
			t.Errorf("%v: got %s, want %s", c.unit, got, c.want)
		}
		if count, err := CountUnits(strings.NewReader(text), c.unit, lexicon.Default()); count != n || err != nil {
			t.Errorf("%v: CountUnits is %d, %v, want %d", c.unit, count, err, n)
		}
	}
}

// TestUnitsOfLongText reads texts that take many chunks, and lines that have to be
// cut.
func TestUnitsOfLongText(t *testing.T) {
	line := "मुख्यमंत्री श्री. शर्मा ने कहा, \"काम होगा।\" उन्होंने 3.5 करोड़ दिए. वे 1,25,000 लोगों से मिले।"
	for name, text := range map[string]string{
		"lines":           strings.Repeat(line+"\n", 4000),
		"crlf":            strings.Repeat(line+"\r\n", 4000),
		"one line":        strings.Repeat(line+" ", 12000),
		"no space":        strings.Repeat("मुख्यमंत्री", 60000),
		"one sentence":    strings.Repeat("श्री शर्मा ", 60000),
		"one cluster":     "क" + strings.Repeat("ं", 600000),
		"invalid":         strings.Repeat("\xe0\xa4", 600000),
		"no end of lines": strings.Repeat("\n", 200000) + "अंत",
	} {
		for _, u := range []Unit{Clusters, Words, Sentences, Paragraphs} {
			at, clusters, n := 0, 0, 0
			for p, err := range Units(strings.NewReader(text), u, lexicon.Default()) {
				if err != nil {
					t.Fatal(err)
				}
				if p.Text == "" || p.Bytes.In(text) != p.Text || p.Bytes.Start < at || u == Clusters && p.Bytes.Start != at {
					t.Fatalf("%s, %v %d: %v after %d is not %.40q", name, u, n, p.Bytes, at, p.Text)
				}
				if p.Clusters.Start < clusters-1 || p.Clusters.Empty() {
					t.Fatalf("%s, %v %d: clusters %v after %d", name, u, n, p.Clusters, clusters)
				}
				at, clusters = p.Bytes.End, p.Clusters.End
				n++
			}
			count, err := CountUnits(iotest.HalfReader(strings.NewReader(text)), u, lexicon.Default())
			if count != n || err != nil {
				t.Errorf("%s: %d %v, CountUnits %d, %v", name, n, u, count, err)
			}
			want := 0
			switch {
			case u == Clusters && name != "one cluster":
				want = grapheme.Count(text)
				if clusters != want {
					t.Errorf("%s: the last cluster is %d, want %d", name, clusters, want)
				}
			case u == Words && (name == "lines" || name == "one line" || name == "one sentence"):
				for _, tok := range Plain(text, lexicon.Default()).Tokens() {
					if tok.Kind <= 1 {
						want++
					}
				}
			case u == Sentences && (name == "lines" || name == "one line"):
				want = len(Plain(text, lexicon.Default()).Sentences())
			default:
				continue
			}
			if n != want {
				t.Errorf("%s: %d %v, want %d", name, n, u, want)
			}
		}
	}
}

func TestUnitsErrors(t *testing.T) {
	r := io.MultiReader(strings.NewReader("एक\nदो"), iotest.ErrReader(os.ErrClosed))
	var got []string
	for p, err := range Units(r, Words, lexicon.Default()) {
		got = append(got, fmt.Sprint(p.Text, err))
	}
	if s := strings.Join(got, " "); s != "एक<nil> दो<nil> file already closed" {
		t.Error(s)
	}
	if _, err := ParseUnit("letter"); err == nil {
		t.Error("letter is no unit")
	}
	for range Units(strings.NewReader("एक दो"), Words, lexicon.Default()) {
		break // stopping early must not panic
	}
}

func FuzzUnits(f *testing.F) {
	f.Add("श्री. \"क\\ख\"\x00\r\n\xff\xe0\xa4", 3)
	f.Fuzz(func(t *testing.T, text string, unit int) {
		u := Unit(unit & 3)
		for p, err := range Units(iotest.OneByteReader(strings.NewReader(text)), u, lexicon.Default()) {
			if err != nil {
				t.Fatal(err)
			}
			if p.Bytes.In(text) != p.Text {
				t.Fatalf("%q at %v of %q", p.Text, p.Bytes, text)
			}
			var back struct {
				Path, Text     string
				Span, Clusters [2]int
			}
			if err := json.Unmarshal(p.AppendJSON(nil, "a\tb"), &back); err != nil {
				t.Fatal(err)
			}
			if back.Path != "a\tb" || utf8.ValidString(p.Text) && back.Text != p.Text || back.Span != [2]int{p.Bytes.Start, p.Bytes.End} {
				t.Fatalf("%q comes back as %+v", p.Text, back)
			}
			if line := p.AppendText(nil); strings.Count(string(line), "\n") != 1 {
				t.Fatalf("%q is not one line", line)
			}
		}
	})
}

func BenchmarkUnits(b *testing.B) {
	text := strings.Repeat("मुख्यमंत्री श्री शर्मा ने कहा, \"काम होगा।\" उन्होंने 3.5 करोड़ दिए। वे 1,25,000 लोगों से मिले।\n", 1000)
	for _, u := range []Unit{Clusters, Words, Sentences, Paragraphs} {
		b.Run(u.String(), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				for range Units(strings.NewReader(text), u, lexicon.Default()) {
				}
			}
		})
	}
}
