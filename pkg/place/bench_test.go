//go:build unix

package place

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
)

// benchText is Hindi news text: the synthetic articles of the repository, repeated to a
// megabyte.
func benchText(tb testing.TB) string {
	files, _ := filepath.Glob("../../testdata/articles/*.txt")
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
	s := b.String()
	return strings.Repeat(s, 1+(1<<20)/len(s))
}

// cpuTime is the processor time of this process: machines that build and test are busy,
// and the clock on the wall then says little.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkCandidates is the matcher alone: the longest names in an analysed text.
func BenchmarkCandidates(b *testing.B) {
	text := benchText(b)
	d := segment.Plain(text, lexicon.Default())
	gaz := gazetteer.Default()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	n := 0
	cpu := cpuTime()
	for b.Loop() {
		n = len(Candidates(d, gaz))
	}
	b.ReportMetric(float64(len(text))*float64(b.N)/1e6/(cpuTime()-cpu).Seconds(), "MB/cpu-s")
	b.ReportMetric(float64(n)/float64(len(text))*1e6, "names/MB")
}

// BenchmarkResolve is the whole of place finding on an analysed text.
func BenchmarkResolve(b *testing.B) {
	text := benchText(b)
	text = text[:len(text)/(1<<20/20000)]
	d := segment.Plain(strings.ToValidUTF8(text, ""), lexicon.Default())
	b.SetBytes(int64(len(d.Raw())))
	b.ReportAllocs()
	for b.Loop() {
		Resolve(d, Input{})
	}
}
