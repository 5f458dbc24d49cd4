package comparative

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	bobusumisu "github.com/BobuSumisu/aho-corasick"
	cloudflare "github.com/cloudflare/ahocorasick"
	petar "github.com/petar-dambovaliev/aho-corasick"

	"khabar/pkg/devanagari"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
	"khabar/pkg/place"
	"khabar/pkg/segment"
)

func corpus(tb testing.TB) string {
	files, _ := filepath.Glob("../../../testdata/articles/*.txt")
	var b strings.Builder
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		b.Write(data)
		b.WriteByte('\n')
	}
	if b.Len() == 0 {
		tb.Skip("no articles")
	}
	return strings.Repeat(b.String(), 1+(1<<20)/b.Len())
}

func names() []string {
	var out []string
	gazetteer.Default().Each(func(key string, _ gazetteer.Name) bool {
		if key[0] >= 0x80 {
			out = append(out, key)
		}
		return true
	})
	return out
}

func cpu() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func run(b *testing.B, size int, f func() int) {
	b.SetBytes(int64(size))
	b.ReportAllocs()
	f()
	n := 0
	start := cpu()
	for b.Loop() {
		n = f()
	}
	b.ReportMetric(float64(size)*float64(b.N)/1e6/(cpu()-start).Seconds(), "MB/cpu-s")
	b.ReportMetric(float64(n)/float64(size)*1e6, "hits/MB")
}

func BenchmarkKhabarTokens(b *testing.B) {
	text := corpus(b)
	d := segment.Plain(text, lexicon.Default())
	gaz := gazetteer.Default()
	run(b, len(text), func() int { return len(place.Candidates(d, gaz)) })
}

func BenchmarkKhabarScan(b *testing.B) {
	text := devanagari.Fold(corpus(b))
	gaz := gazetteer.Default()
	run(b, len(text), func() int {
		n := 0
		gaz.Scan(text, func(start, end int, name gazetteer.Name) { n++ })
		return n
	})
}

func BenchmarkPetarDambovaliev(b *testing.B) {
	text := devanagari.Fold(corpus(b))
	ac := petar.NewAhoCorasickBuilder(petar.Opts{MatchKind: petar.LeftMostLongestMatch, DFA: false})
	m := ac.Build(names())
	run(b, len(text), func() int { return len(m.FindAll(text)) })
}

func BenchmarkPetarDambovalievDFA(b *testing.B) {
	if testing.Short() {
		b.Skip("builds for a minute")
	}
	text := devanagari.Fold(corpus(b))
	ac := petar.NewAhoCorasickBuilder(petar.Opts{MatchKind: petar.LeftMostLongestMatch, DFA: true})
	m := ac.Build(names())
	run(b, len(text), func() int { return len(m.FindAll(text)) })
}

func BenchmarkBobuSumisu(b *testing.B) {
	text := []byte(devanagari.Fold(corpus(b)))
	m := bobusumisu.NewTrieBuilder().AddStrings(names()).Build()
	run(b, len(text), func() int { return len(m.Match(text)) })
}

func BenchmarkCloudflare(b *testing.B) {
	text := []byte(devanagari.Fold(corpus(b)))
	m := cloudflare.NewStringMatcher(names())
	run(b, len(text), func() int { return len(m.Match(text)) })
}
