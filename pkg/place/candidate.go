package place

import (
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
	"khabar/pkg/span"
)

// Candidate is a stretch of text that spells a name of the gazetteer, before anyone
// has decided that it means the place.
type Candidate struct {
	Range document.Range
	Span  span.Span
	Name  gazetteer.Name // the spelling, its clashes and its places
}

// never are the word classes that are no place when they stand alone.
const never = lexicon.Postposition | lexicon.Pronoun | lexicon.Demonstrative | lexicon.Conjunction | lexicon.Particle |
	lexicon.Month | lexicon.Weekday | lexicon.Letter

// Candidates returns the longest names of gaz in the text of d, in text order, without
// overlaps. Names end at word boundaries; the case marker is a word of its own in Hindi, so
// शिमला में is the name and a postposition. The parts of पटना-गया and हरियाणा/पंजाब are
// names each, while जम्मू-कश्मीर is one.
func Candidates(d *document.Document, gaz *gazetteer.Table) []Candidate {
	tokens := d.Tokens()
	out := make([]Candidate, 0, len(tokens)/24+4)
	for i := 0; i < len(tokens); i++ {
		t := &tokens[i]
		if !may(gaz, t.Word) || t.Kind != document.Word || t.Key[0] < 0x80 {
			continue
		}
		n, end := match(tokens, i, gaz)
		if end == 0 || end == i+1 && t.Class.Has(never) {
			continue
		}
		r := document.Range{First: i, End: end}
		out = append(out, Candidate{r, d.SpanOf(r), n})
		i = end - 1
	}
	return out
}

// may reports whether a name of gaz, shipped or added, may start with w.
func may(gaz *gazetteer.Table, w devanagari.Word) bool {
	over := gaz.Added()
	return gaz.May(w) || over != nil && over.May(w)
}

// match returns the longest name that starts at token i, and the token after it (0: none).
func match(tokens []document.Token, i int, gaz *gazetteer.Table) (gazetteer.Name, int) {
	best, end := matchIn(tokens, i, gaz)
	if over := gaz.Added(); over != nil {
		if n, e := matchIn(tokens, i, over); e >= end && e > 0 {
			return n, e
		}
	}
	return best, end
}

func matchIn(tokens []document.Token, i int, gaz *gazetteer.Table) (gazetteer.Name, int) {
	for n := gaz.First(tokens[i].Word); n.Valid(); n = n.Next() {
		if n.Second() != 0 && n.Second() != next(tokens, i) {
			continue
		}
		if end := spells(tokens, i, n.Rest()); end > 0 {
			return n, end
		}
	}
	return gazetteer.Name{}, 0
}

// next returns the Mark of the word after token i, over one that joins, 0 for none.
func next(tokens []document.Token, i int) byte {
	j := i + 1
	if j+1 < len(tokens) && tokens[j].Kind == document.Punct && joins(tokens, j) {
		j++
	}
	if j == len(tokens) {
		return 0
	}
	return gazetteer.Mark(tokens[j].Key)
}

// spells reports whether the words after token i spell rest: the token after the last
// one, or 0. A hyphen or full stop glued between two words is skipped (जम्मू-कश्मीर,
// हि.प्र.); the words of one name stand in one sentence.
func spells(tokens []document.Token, i int, rest string) int {
	j := i + 1
	dotted := false
	for rest != "" {
		w := rest
		if k := strings.IndexByte(rest, ' '); k >= 0 {
			w, rest = rest[:k], rest[k+1:]
		} else {
			rest = ""
		}
		if j+1 < len(tokens) && tokens[j].Kind == document.Punct && joins(tokens, j) {
			dotted = dotted || tokens[j].Key == "."
			j++
		}
		if j >= len(tokens) || tokens[j].Key != w || tokens[j].Sentence != tokens[i].Sentence && !dotted {
			return 0
		}
		j++
	}
	if dotted && j < len(tokens) && tokens[j].Key == "." && !tokens[j].Space && tokens[j].Sentence == tokens[i].Sentence {
		j++ // the last full stop of हि.प्र.
	}
	return j
}

// joins reports whether punctuation token j may stand inside a name.
func joins(tokens []document.Token, j int) bool {
	switch tokens[j].Key {
	case "-", "–", "‑", "—":
		return tokens[j].Space == tokens[j+1].Space
	case ".":
		return !tokens[j].Space
	}
	return false
}
