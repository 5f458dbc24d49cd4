package span

import "testing"

// TestRelations compares the relations with a byte-by-byte count on all small spans.
func TestRelations(t *testing.T) {
	const n = 5
	has := func(s Span, i int) bool { return s.Start <= i && i < s.End }
	var all []Span
	for a := range n {
		for b := a; b <= n; b++ {
			all = append(all, Span{a, b})
		}
	}
	for _, s := range all {
		for _, u := range all {
			common, covered, size := 0, 0, 0
			for i := range n {
				if has(s, i) && has(u, i) {
					common++
				}
				if has(s.Cover(u), i) {
					covered++
				}
				if has(u, i) {
					size++
				}
			}
			if s.Overlaps(u) != (common > 0) && !s.Empty() && !u.Empty() {
				t.Errorf("%v overlaps %v: %v, %d bytes in common", s, u, s.Overlaps(u), common)
			}
			if !u.Empty() && s.Contains(u) != (common == size) {
				t.Errorf("%v contains %v: %v", s, u, s.Contains(u))
			}
			if want := max(s.End, u.End) - min(s.Start, u.Start); !s.Empty() && !u.Empty() && covered != want {
				t.Errorf("%v covers %v as %v", s, u, s.Cover(u))
			}
			if s.Empty() && s.Cover(u) != u {
				t.Errorf("empty %v adds to %v", s, u)
			}
		}
	}
	if got := (Span{3, 6}).In("कख"); got != "ख" {
		t.Errorf("In: %q", got)
	}
}
