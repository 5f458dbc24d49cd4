package segment

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"khabar/pkg/lexicon"
)

// TestBuilder holds that a Builder, whatever it read before, builds what Build builds.
func TestBuilder(t *testing.T) {
	texts := []string{
		"", "\u200c \u0903 ़", "हैI उन्होंने", "गाँव गांव गाँव हिन्दी हिंदी हज़ार", "पढ़ें पढे़ं रुपये रुपए", "नाहनः प्रातः",
		strings.Repeat("अंतरराष्ट्रीयकरण", 3) + " " + strings.Repeat("अंतरराष्ट्रीयकरण", 3), "ज\u200d\u200dयादा ज्\u200dयादा", "¨सह BJP bjp Bjp", "\xff\xe0\xa4 है",
	}
	for _, dir := range []string{"articles", "gold/dev", "held"} {
		files, _ := filepath.Glob("../../testdata/" + dir + "/*.txt")
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, string(text))
		}
	}
	lx := lexicon.Default()
	b := NewBuilder(lx)
	for range 2 {
		for _, text := range texts {
			want, got := Plain(text, lx), b.Build(text, Lines(text))
			if got.Raw() != want.Raw() || !slices.Equal(got.Tokens(), want.Tokens()) || !slices.Equal(got.Sentences(), want.Sentences()) || !slices.Equal(got.Blocks(), want.Blocks()) {
				t.Fatalf("a Builder builds another document of %.80q", text)
			}
		}
	}
}
