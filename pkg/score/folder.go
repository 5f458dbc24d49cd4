package score

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"khabar/pkg/dump"
	"khabar/pkg/record"
)

// ArticleFolder extracts every text ID.txt of the folder texts that has an annotation
// ID.json in the folder gold, and scores it.
func ArticleFolder(gold, texts string) (*ArticleScores, error) {
	paths, err := filepath.Glob(filepath.Join(gold, "*.json"))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("%s: no annotation (*.json)", gold)
	}
	s := NewArticleScores()
	x := record.NewExtractor(record.Options{})
	for _, p := range paths {
		id := strings.TrimSuffix(filepath.Base(p), ".json")
		f, err := os.Open(p)
		if err != nil {
			return nil, err
		}
		g, err := ReadArticle(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p, err)
		}
		raw, err := os.ReadFile(filepath.Join(texts, id+".txt"))
		if err != nil {
			return nil, err
		}
		s.Add(id, string(raw), g, x.Extract(dump.Article{Path: id + ".txt", Raw: string(raw)}))
	}
	return s, nil
}
