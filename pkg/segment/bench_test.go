package segment

import (
	"os"
	"path/filepath"
	"testing"

	"khabar/pkg/lexicon"
)

func BenchmarkPlain(b *testing.B) {
	paths, _ := filepath.Glob("../../testdata/articles/*.txt")
	var all []byte
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, data...)
	}
	raw, lx := string(all), lexicon.Default()
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		Plain(raw, lx)
	}
}
