package similar

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// words writes n words, the i-th of them picked by pick.
func words(n int, pick func(i int) int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "शब्द%d ", pick(i))
	}
	return b.String()
}

func TestFind(t *testing.T) {
	x := NewIndex()
	story := func(k int) string { return words(400, func(i int) int { return i*31 + k*100_000 }) }
	for k := range 50 {
		if ago, ok := x.Find(Sign(story(k))); ok {
			t.Errorf("story %d is like the one %d before", k, ago)
		}
		x.Add(Sign(story(k)))
	}
	for k := range 50 {
		changed := strings.Replace(story(k), fmt.Sprintf("शब्द%d ", 200*31+k*100_000), "एक और बात ", 1)
		if ago, ok := x.Find(Sign(changed)); !ok || ago != 50-k {
			t.Errorf("story %d with a word changed: %d before, %v", k, ago, ok)
		}
		if ago, ok := x.Find(Sign(strings.ReplaceAll(story(k), " ", " । "))); !ok || ago != 50-k {
			t.Errorf("story %d with stops: %d before, %v", k, ago, ok)
		}
		half := words(400, func(i int) int { return (i+i/200*7000)*31 + k*100_000 })
		if ago, ok := x.Find(Sign(half)); ok {
			t.Errorf("half of story %d is new, yet it is like the one %d before", k, ago)
		}
	}
	_, empty := x.Find(Sign(""))
	_, short := x.Find(Sign("कखग"))
	if empty || short || alike(Sign(""), Sign("")) != 0 {
		t.Error("texts of no shingle are like others")
	}
}

// TestEstimate compares the estimate with the true similarity of sets of words.
func TestEstimate(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		keep := random.IntN(400)
		a := words(400, func(i int) int { return 1000 + i*37 })
		b := words(400, func(i int) int {
			if i < keep {
				return 1000 + i*37
			}
			return 900_000 + i*37
		})
		got, want := alike(Sign(a), Sign(b)), float64(keep)/float64(800-keep)
		if math.Abs(got-want) > 0.3 {
			t.Errorf("%d of 400 words alike: %.2f, want about %.2f", keep, got, want)
		}
	}
}

func TestWindow(t *testing.T) {
	for _, size := range []uint32{16, 4 * chunk} {
		x := newIndex(size)
		x.next -= 3 * size // the numbers run over
		n := int(3*size + size/2)
		text := func(k int) Signature { return Sign(words(20, func(i int) int { return i + k*1000 })) }
		for k := range n {
			x.Add(text(k))
		}
		for k := max(0, n-int(size)-8); k < n; k++ {
			ago, ok := x.Find(text(k))
			if want := k >= n-int(size); ok != want || ok && ago != n-k {
				t.Errorf("window %d, text %d of %d: %d before, %v", size, k, n, ago, ok)
			}
		}
	}
}

func FuzzSign(f *testing.F) {
	f.Add("नाहन. मेले में हजारों लोग")
	f.Add("\xff\xe0\xa4")
	f.Fuzz(func(t *testing.T, text string) {
		a := Sign(text)
		if b := Sign(text); a != b || a != (Signature{}) && alike(a, b) != 1 {
			t.Fatal("two signatures of one text")
		}
	})
}

func BenchmarkSign(b *testing.B) {
	text := words(400, func(i int) int { return i * 31 })
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Sign(text)
	}
}

// alike estimates the Jaccard similarity of two texts.
func alike(a, b Signature) float64 {
	if a == (Signature{}) || b == (Signature{}) {
		return 0
	}
	return float64(agree(&a, &b)) / bins
}
