package moment

import (
	"fmt"
	"strings"
	"testing"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
)

// dates returns what Find reads in text, as "surface = value, …".
func dates(text, ref string) (string, Result, *document.Document) {
	d := segment.Plain(text, lexicon.Default())
	res := Find(d, ReferenceOf(ref))
	var parts []string
	for _, x := range res.Dates {
		v := strings.ReplaceAll(x.Value, "+05:30", "")
		if v == "" {
			v = "null"
		}
		parts = append(parts, x.Span.In(text)+" = "+v+" "+x.Grain)
	}
	return strings.Join(parts, "; "), res, d
}

// The corpus: reference date, text, what is read in it (surface = value grain; …). In
// negative.txt nothing may be read.
func TestDates(t *testing.T) {
	n := 0
	for _, c := range cases(t, "dates.txt") {
		if len(c) != 3 {
			t.Errorf("bad line %q", c)
			continue
		}
		n++
		if got, _, _ := dates(c[1], c[0]); got != c[2] {
			t.Errorf("%s  %s\n  want %s\n  got  %s", c[0], c[1], c[2], got)
		}
	}
	if n < 250 {
		t.Errorf("only %d lines", n)
	}
}

func TestNoDates(t *testing.T) {
	for _, c := range cases(t, "negative.txt") {
		if got, _, _ := dates(c[0], "2020-05-18"); got != "" {
			t.Errorf("%s\n  got %s", c[0], got)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, c := range cases(f, "dates.txt") {
		f.Add(c[1])
	}
	for _, c := range cases(f, "negative.txt") {
		f.Add(c[0])
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := segment.Plain(text, lexicon.Default())
		for _, ref := range []string{"2020-05-18T10:06:00+05:30", "2020-02-29", ""} {
			res := Find(d, ReferenceOf(ref))
			end := 0
			for _, x := range res.Dates {
				if x.Span.Empty() || x.Span.Start < end || x.Span.End > len(text) || x.Span != d.SpanOf(x.Range) {
					t.Fatalf("bad span in %q: %+v", text, x)
				}
				end = x.Span.End
				if ref == "" && x.Relative && x.Value != "" {
					t.Fatalf("%q: resolved against nothing: %+v", text, x)
				}
			}
			for _, c := range res.Claimed {
				if c.First < 0 || c.End > d.Len() || c.Len() <= 0 {
					t.Fatalf("bad claim in %q: %v", text, c)
				}
			}
		}
	})
}

func ExampleFind() {
	text := "पुलिस ने शनिवार रात 11 बजे छापा मारा। जांच 30 जून तक पूरी होगी।"
	d := segment.Plain(text, lexicon.Default())
	for _, x := range Find(d, ReferenceOf("2020-05-18")).Dates {
		fmt.Println(x.Span.In(text), x.Value, x.Grain)
	}
	// Output:
	// शनिवार रात 11 बजे 2020-05-16T23:00+05:30 hour
	// 30 जून 2020-06-30 day
}
