package layout

import (
	"path/filepath"
	"strings"
	"testing"

	"khabar/pkg/span"
)

// TestSpacing reads every page again with no blank line, and with one behind every line:
// blank lines help, but nothing may hang on them.
func TestSpacing(t *testing.T) {
	paths, _ := filepath.Glob("testdata/pages/*.txt")
	for _, mode := range []string{"none", "all"} {
		for _, path := range paths {
			c := readPage(t, path)
			var raw strings.Builder
			pieces := c.pieces
			lines := strings.Split(c.raw, "\n")
			// map old offsets to new
			type seg struct{ old, new, n int }
			var segs []seg
			at := 0
			for _, l := range lines {
				if strings.TrimSpace(l) != "" {
					segs = append(segs, seg{at, raw.Len(), len(l)})
					raw.WriteString(l)
					raw.WriteString("\n")
					if mode == "all" {
						raw.WriteString("\n")
					}
				}
				at += len(l) + 1
			}
			mp := func(x int) int {
				for _, s := range segs {
					if x >= s.old && x <= s.old+s.n {
						return s.new + x - s.old
					}
				}
				return -1
			}
			r := raw.String()
			pg := Analyse(r, Options{})
			for _, p := range pieces {
				sp := span.Span{Start: mp(p.Start), End: mp(p.End)}
				if sp.Start < 0 || sp.End < 0 {
					continue
				}
				got := "nothing"
				for _, b := range pg.Blocks {
					if b.Overlaps(sp) {
						got = blockNames[b.Kind]
					}
				}
				for _, f := range pg.Furniture {
					if f.Contains(sp) || f.Overlaps(sp) && got == "nothing" {
						got = f.Label
					}
				}
				isF := func(s string) bool { return s != "headline" && s != "summary" && s != "body" && s != "subhead" }
				if got != p.label && !(isF(got) && isF(p.label)) {
					t.Errorf("%s %s: %s, want %s: %.120s", mode, filepath.Base(path), got, p.label, sp.In(r))
				}
			}
			if w, ok := c.want["headline"]; ok && w != pg.Headline.Value {
				t.Errorf("%s %s headline %q", mode, filepath.Base(path), pg.Headline.Value)
			}
		}
	}
}
