package layout

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"khabar/pkg/document"
	"khabar/pkg/span"
)

// A page case (testdata/pages/NAME.txt) is the expected scalars, a line ---, and the
// page line by line, each with its expected label and a tab in front:
//
//	publisher: ETV Bharat
//	---
//	headline	सोलन में …
//	time+	Publish Date: …        '+': the next line is glued to this one
//	-	कोई भी फर्नीचर            '-': furniture with any label
//
// A '~' line is one that no block and no furniture need hold (it is joined to another).
type pageCase struct {
	want   map[string]string
	raw    string
	pieces []struct {
		label string
		span.Span
	}
}

func readPage(t *testing.T, path string) pageCase {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c := pageCase{want: map[string]string{}}
	head, body, ok := strings.Cut(string(data), "\n---\n")
	if !ok {
		if body, ok = strings.CutPrefix(string(data), "---\n"); !ok {
			t.Fatalf("%s: no --- line", path)
		}
		head = ""
	}
	for _, l := range strings.Split(head, "\n") {
		if k, v, ok := strings.Cut(l, ": "); ok {
			c.want[k] = v
		} else if k, ok := strings.CutSuffix(l, ":"); ok {
			c.want[k] = ""
		}
	}
	var raw strings.Builder
	for _, l := range strings.Split(strings.TrimSuffix(body, "\n"), "\n") {
		label, text, ok := strings.Cut(l, "\t")
		if !ok {
			if l != "" {
				t.Fatalf("%s: no tab in %q", path, l)
			}
			raw.WriteByte('\n')
			continue
		}
		text = strings.NewReplacer(`\n`, "\n", `\u00a0`, "\u00a0", `\u200b`, "\u200b", `\u00ad`, "\u00ad", `\ufeff`, "\ufeff", `\t`, "\t").Replace(text)
		label, glued := strings.CutSuffix(label, "+")
		s := trim(text, span.Span{Start: 0, End: len(text)})
		if label != "~" && !s.Empty() {
			c.pieces = append(c.pieces, struct {
				label string
				span.Span
			}{label, span.Span{Start: raw.Len() + s.Start, End: raw.Len() + s.End}})
		}
		raw.WriteString(text)
		if !glued {
			raw.WriteByte('\n')
		}
	}
	c.raw = raw.String()
	return c
}

var blockNames = map[document.BlockKind]string{document.Headline: "headline", document.Summary: "summary", document.Body: "body", document.Subhead: "subhead"}

func TestPages(t *testing.T) {
	paths, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no pages", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			c := readPage(t, path)
			pg := Analyse(c.raw, Options{})
			check(t, c.raw, pg)
			for _, p := range c.pieces {
				got := "nothing"
				for _, b := range pg.Blocks {
					if b.Contains(p.Span) || b.Overlaps(p.Span) && p.Contains(b.Span) {
						got = blockNames[b.Kind]
					}
				}
				for _, f := range pg.Furniture {
					if f.Contains(p.Span) || f.Overlaps(p.Span) && got == "nothing" {
						got = f.Label
						if p.label == "-" {
							got = "-"
						}
					}
				}
				if got != p.label {
					t.Errorf("%s, want %s: %s", got, p.label, p.In(c.raw))
				}
			}
			list := func(x []Scalar) string {
				var s []string
				for _, v := range x {
					s = append(s, v.Value)
				}
				return strings.Join(s, " ;; ")
			}
			var hints []string
			for _, h := range pg.Places {
				hints = append(hints, h.Text)
			}
			for k, want := range c.want {
				var got string
				switch k {
				case "publisher":
					got = pg.Publisher.Value
				case "headline":
					got = pg.Headline.Value
				case "topic":
					got = pg.Topic.Value
				case "summary":
					got = pg.Summary.Value
				case "section":
					got = list(pg.Section)
				case "byline":
					got = list(pg.Byline)
				case "captions":
					got = list(pg.Captions)
				case "related":
					got = list(pg.Related)
				case "published":
					got = pg.Published.Value
				case "updated":
					got = pg.Updated.Value
				case "place":
					got = strings.Join(hints, " ;; ")
				case "language":
					got = pg.Language
				case "warnings":
					got = strings.Join(pg.Warnings, " ")
				default:
					t.Errorf("unknown key %s", k)
				}
				if got != want {
					t.Errorf("%s: got %q, want %q", k, got, want)
				}
			}
		})
	}
}
