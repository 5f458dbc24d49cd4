package layout

import (
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkAnalyse reads all page cases, one after the other.
func BenchmarkAnalyse(b *testing.B) {
	paths, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil || len(paths) == 0 {
		b.Fatal("no pages", err)
	}
	var pages []string
	n := 0
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			b.Fatal(err)
		}
		pages = append(pages, string(data))
		n += len(data)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, raw := range pages {
			Analyse(raw, Options{})
		}
	}
}
