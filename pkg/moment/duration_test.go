package moment

import (
	"strconv"
	"strings"
	"testing"

	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
)

// TestDuckling reads the Hindi duration corpus of Duckling: all of it, to the end of
// each phrase.
func TestDuckling(t *testing.T) {
	for _, c := range cases(t, "duckling_duration.tsv") {
		d := segment.Plain(c[0], lexicon.Default())
		got := ""
		if all := Durations(d); len(all) > 0 && all[0].Range.End == d.Len() {
			x := all[0]
			got = strconv.FormatFloat(x.Amount, 'f', -1, 64) + " " + strings.ToUpper(x.Unit[:1]) + x.Unit[1:]
		}
		if got != c[1] {
			t.Errorf("%s: want %s, got %q", c[0], c[1], got)
		}
	}
}
