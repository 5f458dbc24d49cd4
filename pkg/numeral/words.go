package numeral

import (
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/lexicon"
	"khabar/pkg/lexicon/numberword"
)

// entry is what is known about one folded word.
type entry = numberword.Entry

// words is the table of the grammar: folded word to entry.
var words = numberword.All

// digitSuffixes maps what may be glued to digits to make an ordinal: 5वीं, 2रा, 4थे,
// 10th. Only the nasal forms of वां may stand apart (19 वां): वे alone is "they".
var digitSuffixes = map[string]bool{
	"वां": true, "वीं": true, "वें": true, "वा": false, "वी": false, "वे": false,
	"ला": false, "ली": false, "ले": false, "रा": false, "री": false, "रे": false,
	"था": false, "थी": false, "थे": false, "ठा": false, "ठी": false, "ठे": false, "ठवां": false, "ठवीं": false,
	"th": false, "st": false, "nd": false, "rd": false,
}

// wordIndex is words for fast reading.
var wordIndex = lexicon.NewIndex(words)

// filter has every word of the table, so that most words of a text
// are refused without a look-up.
var filter = func() (f lexicon.Filter) {
	for w := range words {
		f.Add(w)
	}
	return f
}()

// further has every word that can go on with a numeral behind its first token.
var further = func() (f lexicon.Filter) {
	for w := range words {
		f.Add(w)
	}
	for w := range digitSuffixes {
		f.Add(w)
	}
	for _, w := range strings.Fields("से और बटा बटे बाय भर") {
		f.Add(w)
	}
	return f
}()

// lookup returns the entry of a folded word, the zero entry for most.
func lookup(w devanagari.Word) entry {
	if !filter.May(w) {
		return entry{}
	}
	return wordIndex.Of(w)
}
