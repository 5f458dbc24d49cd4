package numeral

import (
	"os"
	"path/filepath"
	"testing"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
)

// TestLone holds that the short way for numerals of one token reads what the grammar does,
// in the articles and the cases of the suites.
func TestLone(t *testing.T) {
	n := 0
	for _, dir := range []string{"articles", "gold/dev", "held", "held/articles", "recognizers", "duckling"} {
		files, _ := filepath.Glob("../../testdata/" + dir + "/*.*")
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d := segment.Plain(string(b), lexicon.Default())
			p := parser{d: d, t: d.Tokens()}
			for i := range p.t {
				if p.t[i].Kind == document.Punct {
					continue
				}
				p.end = d.SentenceOf(i).Tokens.End
				_, short, ok := p.lone(i)
				if !ok {
					continue
				}
				n++
				f, long, ok := p.grow(i)
				if !ok || f.end != i+1 || short != long {
					t.Errorf("%s: %q: got %+v, want %+v", file, d.Text(d.SentenceOf(i).Span), short, long)
				}
				if _, pair, ok := p.pair(i, f, long); ok {
					t.Errorf("%s: %q is a pair: %+v", file, d.Text(d.SentenceOf(i).Span), pair)
				}
			}
		}
	}
	if n < 1000 {
		t.Errorf("only %d numerals of one token: the test sees too little", n)
	}
}
