package number

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
)

// show prints a number as the corpus does: text = value[..max] unit kind [qualifier].
func show(n Number, raw string) string {
	v := "?"
	if n.Value != nil {
		v = strconv.FormatFloat(*n.Value, 'f', -1, 64)
		if len(v) > 8 && strings.Contains(v, ".") {
			v = strconv.FormatFloat(*n.Value, 'f', 4, 64)
		}
	}
	if n.Max != nil {
		v += ".." + strconv.FormatFloat(*n.Max, 'f', -1, 64)
	}
	unit := n.Unit
	if unit == "" {
		unit = "-"
	}
	s := fmt.Sprintf("%s = %s %s %s", n.Span.In(raw), v, strings.ReplaceAll(unit, " ", "_"), n.Kind)
	if n.Qualifier != "" {
		s += " " + n.Qualifier
	}
	return s
}

// TestCorpus reads testdata/corpus.txt: a sentence, TAB, the numbers of it separated by
// " | ", each "text = value unit kind [qualifier]" (spaces in a unit are _, no unit is -);
// a sentence without numbers has nothing behind the TAB.
func TestCorpus(t *testing.T) {
	f, err := os.Open("testdata/corpus.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lx := lexicon.Default()
	sc := bufio.NewScanner(f)
	for line := 1; sc.Scan(); line++ {
		if s := sc.Text(); s == "" || s[0] == '#' {
			continue
		}
		text, want, ok := strings.Cut(sc.Text(), "\t")
		if !ok {
			t.Errorf("line %d: no TAB", line)
			continue
		}
		var got []string
		for _, n := range Find(segment.Plain(text, lx), nil) {
			got = append(got, show(n, text))
		}
		if s := strings.Join(got, " | "); s != strings.TrimSpace(want) {
			t.Errorf("line %d: %s\n got  %s\n want %s", line, text, s, want)
		}
	}
}
