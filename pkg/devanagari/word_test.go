package devanagari

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// slowWord is WordAt as IsLetter defines it.
func slowWord(s string, i int) (Word, int) {
	end := i
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if !IsLetter(r) {
			break
		}
		end += n
	}
	return WordOf(s[i:end]), end
}

func TestWordAt(t *testing.T) {
	for _, text := range []string{
		"", " ", "क", "कख", "पटना में", "है।", "है॥", "२०२५ में", "डॉ॰ राम", "ॐ नमः", "ॲपल", "abc", "पटना-गया, दिल्ली-एनसीआर",
		"प्रधानमंत्री नरेंद्र मोदी ने कहा", "राष्ट्रीयकृतबैंकों", "अंतरराष्ट्रीयकरणवादियों का", strings.Repeat("क", 40) + "।" + strings.Repeat("ी", 9),
		"ॠ ॡ ॢ ॣ । ॥ ० ९ ॰ ॱ ॲ ॿ ঀ ௿ ಀ",
	} {
		for i := range text {
			want, wantEnd := slowWord(text, i)
			if got, end := WordAt(text, i); got != want || end != wantEnd {
				t.Errorf("WordAt(%q, %d) = %v, %d; want %v, %d", text, i, got, end, want, wantEnd)
			}
		}
	}
}

// Every code point of the block and around it, at every place of a window.
func TestWordAtEveryLetter(t *testing.T) {
	tail := strings.Repeat(" ", 30)
	for r := rune(0x08f0); r <= 0x0990; r++ {
		for n := range 10 {
			text := strings.Repeat("क", n) + string(r) + "ि" + tail
			want, wantEnd := slowWord(text, 0)
			if got, end := WordAt(text, 0); got != want || end != wantEnd {
				t.Fatalf("%d letters and %U: got %q, want %q", n, r, got.Key, want.Key)
			}
		}
	}
}

// A hash of 64 bits has no two equal among the words of a lexicon, and few equal lower
// halves; tables are built on that.
func TestHashSpreads(t *testing.T) {
	if Hash("") != 0 {
		t.Error("the empty word has no hash")
	}
	rng := rand.New(rand.NewPCG(1, 2))
	seen := map[string]bool{}
	full, low := map[uint64]bool{}, map[uint32]bool{}
	for len(seen) < 200_000 {
		var b strings.Builder
		for range 1 + rng.IntN(12) {
			b.WriteRune('ऀ' + rng.Int32N(0x64))
		}
		w := b.String()
		if seen[w] {
			continue
		}
		seen[w] = true
		h := Hash(w)
		if full[h] {
			t.Fatalf("the hash of %q is another word's", w)
		}
		if uint32(h) == 0 {
			t.Fatalf("the low half of the hash of %q is 0", w)
		}
		full[h], low[uint32(h)] = true, true
	}
	if n := len(seen) - len(low); n > 20 { // 4.7 are to be expected
		t.Errorf("%d of %d low halves are another word's", n, len(seen))
	}
}

func FuzzWordAt(f *testing.F) {
	f.Add("पटना में बाढ़।", 0)
	f.Fuzz(func(t *testing.T, s string, i int) {
		s = strings.ToValidUTF8(s, "?")
		if i < 0 || i > len(s) || i < len(s) && !utf8.RuneStart(s[i]) {
			return
		}
		want, wantEnd := slowWord(s, i)
		if got, end := WordAt(s, i); got != want || end != wantEnd {
			t.Errorf("WordAt(%q, %d) = %v, %d; want %v, %d", s, i, got, end, want, wantEnd)
		}
	})
}
