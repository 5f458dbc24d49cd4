package lexicon

import "testing"

func TestIndex(t *testing.T) {
	lx := Default()
	for key, class := range lx.classes.Each {
		if got := lx.Classes(key); got != class {
			t.Errorf("%s: %b, want %b", key, got, class)
		}
	}
	for _, key := range []string{"", "कखगघ", "zzzzzzzzzzzzzzzzz", "\x00"} {
		if got := lx.Classes(key); got != 0 {
			t.Errorf("%q: %b, want nothing", key, got)
		}
	}
	var none Lexicon
	if none.Classes("का") != 0 {
		t.Error("an empty lexicon knows का")
	}
}
