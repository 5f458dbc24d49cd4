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
		if of := x.Find(Sign(story(k))); of != "" {
			t.Errorf("story %d is like %s", k, of)
		}
		x.Add(fmt.Sprint(k), Sign(story(k)))
	}
	for k := range 50 {
		changed := strings.Replace(story(k), fmt.Sprintf("शब्द%d ", 200*31+k*100_000), "एक और बात ", 1)
		if of := x.Find(Sign(changed)); of != fmt.Sprint(k) {
			t.Errorf("story %d with a word changed: %q", k, of)
		}
		if of := x.Find(Sign(strings.ReplaceAll(story(k), " ", " । "))); of != fmt.Sprint(k) {
			t.Errorf("story %d with stops: %q", k, of)
		}
		half := words(400, func(i int) int { return (i+i/200*7000)*31 + k*100_000 })
		if of := x.Find(Sign(half)); of != "" {
			t.Errorf("half of story %d is new, yet it is like %s", k, of)
		}
	}
	if x.Find(Sign("")) != "" || x.Find(Sign("कखग")) != "" || Alike(Sign(""), Sign("")) != 0 {
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
		got, want := Alike(Sign(a), Sign(b)), float64(keep)/float64(800-keep)
		if math.Abs(got-want) > 0.3 {
			t.Errorf("%d of 400 words alike: %.2f, want about %.2f", keep, got, want)
		}
	}
}

func TestWindow(t *testing.T) {
	x := NewIndex()
	x.size = 10
	for k := range 35 {
		x.Add(fmt.Sprint(k), Sign(words(100, func(i int) int { return i + k*1000 })))
	}
	for k := range 35 {
		want := ""
		if k >= 25 {
			want = fmt.Sprint(k)
		}
		if of := x.Find(Sign(words(100, func(i int) int { return i + k*1000 }))); of != want {
			t.Errorf("text %d: %q, want %q", k, of, want)
		}
	}
	if len(x.bands) > 10*bands {
		t.Errorf("%d band keys for 10 texts", len(x.bands))
	}
}

func FuzzSign(f *testing.F) {
	f.Add("नाहन. मेले में हजारों लोग")
	f.Add("\xff\xe0\xa4")
	f.Fuzz(func(t *testing.T, text string) {
		a := Sign(text)
		if b := Sign(text); a != b || a.ok && Alike(a, b) != 1 {
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
