package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
	"khabar/pkg/tagger"
)

// entity is a name in an annotated sentence: its words [first, end) and its type.
type entity struct {
	first, end int
	typ        tagger.Type
}

// example is one annotated sentence. Its words are those of the corpus; the document
// holds them as khabar cuts them, which is how the tagger will see them.
type example struct {
	words    []string
	entities []entity
	doc      *document.Document
	wordOf   []int // the word that each token stands in
	domain   int
	weight   float64 // in training
}

// newExample joins the words by spaces and analyses them as one line of text.
func newExample(words []string, entities []entity, domain int, lx *lexicon.Lexicon) example {
	ex := example{words: words, entities: entities, domain: domain, weight: 1}
	var b strings.Builder
	starts := make([]int, len(words))
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		starts[i] = b.Len()
		b.WriteString(w)
	}
	ex.doc = segment.Plain(b.String(), lx)
	for _, t := range ex.doc.Tokens() {
		ex.wordOf = append(ex.wordOf, sort.SearchInts(starts, t.Start+1)-1)
	}
	return ex
}

// states returns the state of each token: an entity covers the tokens of its words,
// less the punctuation marks at its edges (दिल्ली, is the word, दिल्ली the name), and ends
// where khabar ends a sentence.
func (ex *example) states() []int {
	tokens := ex.doc.Tokens()
	out := make([]int, len(tokens))
	for _, e := range ex.entities {
		first := sort.SearchInts(ex.wordOf, e.first)
		end := sort.SearchInts(ex.wordOf, e.end)
		for _, s := range ex.doc.Sentences() {
			f, l := max(first, s.Tokens.First), min(end, s.Tokens.End)
			for f < l && tokens[f].Kind == document.Punct {
				f++
			}
			for f < l && tokens[l-1].Kind == document.Punct {
				l--
			}
			for i := f; i < l; i++ {
				out[i] = tagger.StateOf(e.typ, i-f, l-f)
			}
		}
	}
	return out
}

// spans turns labels of the tokens into entities over the corpus's words.
func (ex *example) spans(labels []tagger.Label) []entity {
	var out []entity
	open := false
	for i, l := range labels {
		t := l.Type()
		switch {
		case t == tagger.None:
			open = false
		case open && !l.Begins() && out[len(out)-1].typ == t:
			out[len(out)-1].end = ex.wordOf[i] + 1
		default:
			out = append(out, entity{ex.wordOf[i], ex.wordOf[i] + 1, t})
			open = true
		}
	}
	return out
}

// typeOf maps the tag names of the corpora; tags of other things (NUMEX, TIME,
// DESIGNATION …) are no name.
var typeOf = map[string]tagger.Type{
	"PERSON": tagger.Person, "PER": tagger.Person,
	"LOCATION": tagger.Location, "LOC": tagger.Location,
	"ORGANIZATION": tagger.Organization, "ORGANISATION": tagger.Organization, "ORG": tagger.Organization,
	"CORP": tagger.Organization, "GRP": tagger.Organization,
}

// readTagged reads a file of one word a line, its tag in the last column, sentences
// apart by blank lines. Tags are IOB2 (B-PERSON) or bare (PERSON), where a run of one
// tag is one name.
func readTagged(path string, domain int, lx *lexicon.Lexicon) ([]example, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []example
	var words []string
	var entities []entity
	last := ""
	flush := func() {
		if len(words) > 0 {
			out = append(out, newExample(words, entities, domain, lx))
		}
		words, entities, last = nil, nil, ""
	}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" || strings.HasPrefix(line, "# id ") {
			flush()
			continue
		}
		cols := strings.Fields(line)
		if len(cols) < 2 {
			return nil, fmt.Errorf("%s:%d: want a word and a tag", path, n)
		}
		tag := cols[len(cols)-1]
		at := len(words)
		words = append(words, cols[0])
		kind, typ, iob := "I", tag, false
		if k, t, ok := strings.Cut(tag, "-"); ok {
			kind, typ, iob = k, t, true
		}
		t := typeOf[typ]
		if t != tagger.None {
			if goesOn := last == typ && (!iob || kind == "I"); goesOn {
				entities[len(entities)-1].end = at + 1
			} else {
				entities = append(entities, entity{at, at + 1, t})
			}
		}
		if last = typ; tag == "O" {
			last = ""
		}
	}
	flush()
	return out, sc.Err()
}

// readRaw returns the sentences, as lists of keys, of raw text files: .txt files as
// they are, .jsonl files by their "text" member. Folders are read through.
func readRaw(paths []string, lx *lexicon.Lexicon) ([][]string, error) {
	var out [][]string
	add := func(text string) {
		d := segment.Plain(text, lx)
		for i := range d.Sentences() {
			if s := &d.Sentences()[i]; !s.Repeat {
				out = append(out, keys(d, s.Tokens))
			}
		}
	}
	for _, root := range paths {
		err := filepath.WalkDir(root, func(path string, e os.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			switch filepath.Ext(path) {
			case ".txt":
				data, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				add(string(data))
			case ".jsonl":
				f, err := os.Open(path)
				if err != nil {
					return err
				}
				defer f.Close()
				dec := json.NewDecoder(f)
				for dec.More() {
					var rec struct{ Text string }
					if err := dec.Decode(&rec); err != nil {
						return fmt.Errorf("%s: %w", path, err)
					}
					add(rec.Text)
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// keys returns the keys of tokens r, numbers with every digit as 0.
func keys(d *document.Document, r document.Range) []string {
	out := make([]string, 0, r.Len())
	for _, t := range d.Tokens()[r.First:r.End] {
		out = append(out, zeroDigits(t.Key))
	}
	return out
}

func zeroDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, s)
}
