package lexicon

import (
	"sort"
	"strings"

	"khabar/pkg/devanagari"
)

// Phrases finds entries of one or more words by their first word: भारतीय जनता पार्टी,
// के मुताबिक, उप अधीक्षक. Build it once, then only read it.
type Phrases[T any] struct {
	byFirst Index[[]phrase[T]]
}

type phrase[T any] struct {
	rest  []string // the folded words after the first
	value T
}

// Add enters text with its value. The text is folded and split at spaces and
// hyphens, so उप-मुख्यमंत्री and उप मुख्यमंत्री are one entry. An entry added twice keeps
// the first value.
func (p *Phrases[T]) Add(text string, value T) {
	words := Words(text)
	if len(words) == 0 {
		return
	}
	first := p.byFirst.At(words[0])
	list := *first
	at := sort.Search(len(list), func(i int) bool { return len(list[i].rest) < len(words)-1 })
	for _, q := range list {
		if len(q.rest) == len(words)-1 && strings.Join(q.rest, " ") == strings.Join(words[1:], " ") {
			return
		}
	}
	list = append(list, phrase[T]{})
	copy(list[at+1:], list[at:])
	list[at] = phrase[T]{words[1:], value}
	*first = list
}

// Starts reports whether any entry starts with the folded word key.
func (p *Phrases[T]) Starts(key string) bool { return len(p.byFirst.Get(key)) > 0 }

// StartsWith reports whether any entry starts with w.
func (p *Phrases[T]) StartsWith(w devanagari.Word) bool { return len(p.byFirst.Of(w)) > 0 }

// Firsts calls yield with the first word of every entry, in no order.
func (p *Phrases[T]) Firsts(yield func(key string) bool) {
	for i, h := range p.byFirst.hashes {
		if h != 0 && !yield(p.byFirst.entries[i].key) {
			return
		}
	}
}

// Longest returns the value of the longest entry that the words spell, and how many
// words it has (0: none). word(i) gives the folded key of the i-th word, "" where
// the text ends.
func (p *Phrases[T]) Longest(word func(i int) string) (n int, value T) {
next:
	for _, q := range p.byFirst.Get(word(0)) {
		for i, w := range q.rest {
			if word(i+1) != w {
				continue next
			}
		}
		return len(q.rest) + 1, q.value
	}
	return 0, value
}

// Words folds text and splits it as Phrases does, at spaces and hyphens; full stops
// of abbreviations are dropped (कि.मी. → कि मी).
func Words(text string) []string {
	return strings.FieldsFunc(devanagari.Fold(text), func(r rune) bool {
		return r == ' ' || r == '-' || r == '‑' || r == '–' || r == '.' || r == ','
	})
}
