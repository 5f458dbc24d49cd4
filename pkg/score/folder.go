package score

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"khabar/pkg/dump"
	"khabar/pkg/record"
)

// ArticleFolder extracts every text ID.txt of the folder texts that has an annotation
// ID.json in the folder gold, and scores it.
func ArticleFolder(gold, texts fs.FS) (*ArticleScores, error) {
	names, err := fs.Glob(gold, "*.json")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, errors.New("no annotation (*.json)")
	}
	s := NewArticleScores()
	x := record.NewExtractor(record.Options{})
	for _, name := range names {
		id := strings.TrimSuffix(name, ".json")
		data, err := fs.ReadFile(gold, name)
		if err != nil {
			return nil, err
		}
		g, err := ReadArticle(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		raw, err := fs.ReadFile(texts, id+".txt")
		if err != nil {
			return nil, err
		}
		s.Add(id, string(raw), g, x.Extract(dump.Article{Path: id + ".txt", Raw: string(raw)}))
	}
	return s, nil
}
