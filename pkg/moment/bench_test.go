package moment

import (
	"os"
	"path/filepath"
	"testing"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
)

func BenchmarkFind(b *testing.B) {
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		b.Skip("no articles")
	}
	var docs []*document.Document
	size := 0
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		size += len(text)
		docs = append(docs, segment.Plain(string(text), lexicon.Default()))
	}
	ref := ReferenceOf("2020-05-18T10:06:00+05:30")
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			Find(d, ref)
		}
	}
}
