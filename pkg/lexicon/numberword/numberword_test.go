package numberword

import (
	"strings"
	"testing"

	"khabar/pkg/devanagari"
)

func TestTableComplete(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(cardinals), "\n")
	if len(lines) != 100 {
		t.Fatalf("%d lines of cardinals, want 100", len(lines))
	}
	for v, line := range lines {
		for _, w := range strings.Fields(line) {
			if e := All[devanagari.Fold(w)]; e.Role != Atom || e.Value != float64(v) {
				t.Errorf("%s: %v, want %d", w, e, v)
			}
			if v > 6 {
				if e := All[devanagari.Fold(w+"वां")]; !e.Ord || e.Value != float64(v) {
					t.Errorf("%sवां: %v, want ordinal %d", w, e, v)
				}
			}
		}
	}
}
