package score

import (
	"strings"
	"testing"
)

func TestNames(t *testing.T) {
	in := "राजीव\tB-PERSON\nबिंदल\tI-PERSON\nने\tO\nशिमला\tB-LOCATION\nमें\tO\nकहा\tO\n\nभाजपा\tB-ORGANIZATION\nने\tO\nपटना\tB-LOCATION\nमें\tO\nरैली\tO\nकी\tO\n"
	list, err := ReadTagged(strings.NewReader(in))
	if err != nil || len(list) != 2 {
		t.Fatalf("%d sentences, %v", len(list), err)
	}
	s := Names(list)
	for kind, want := range map[string]int{"PER": 1, "LOC": 2, "ORG": 1} {
		if got := *s.Exact[kind]; got != (Counts{TP: want}) {
			t.Errorf("%s: %+v, misses %v", kind, got, s.Misses)
		}
	}
	list[0].Names["LOC"] = nil // a name that nobody marked
	if got := *Names(list).Overlap["LOC"]; got.FP != 1 || got.TP != 1 {
		t.Errorf("spurious: %+v", got)
	}
	if _, err := ReadTagged(strings.NewReader("शिमला\n")); err == nil {
		t.Error("a line without a tag: no error")
	}
}

func TestPlaceCoverage(t *testing.T) {
	in := `{"text":"शिमला में आग लगी। जेल के द्वार पर भीड़ थी।","spans":[[0,5,"PLACE-ARG",""],[18,30,"PLACE-ARG",""],[9,11,"FIRE",""]]}` + "\n"
	c, err := PlaceCoverage(strings.NewReader(in), "PLACE-ARG")
	if err != nil || c.Documents != 1 || c.Marked != 2 || c.Named != 1 || c.Covered != 1 {
		t.Errorf("%+v, %v", c, err)
	}
}
