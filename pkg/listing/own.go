package listing

import (
	"math"
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
	"khabar/pkg/tagger"
)

// certain is the margin of a name that the user gave.
var certain = float32(math.Inf(1))

// own are the names of people, organisations and places that a user added.
type own struct {
	lx     *lexicon.Lexicon
	names  lexicon.Phrases[tagger.Type]
	any    bool
	places *gazetteer.Table
}

func newOwn(lx *lexicon.Lexicon, gaz *gazetteer.Table) *own {
	o := &own{lx: lx, places: gaz.Added()}
	o.add(lexicon.People, tagger.Person)
	o.add("organizations", tagger.Organization)
	return o
}

// add takes the names of a table.
func (o *own) add(table string, kind tagger.Type) {
	for _, r := range o.lx.Own(table) {
		for _, n := range append([]string{r.Field(0)}, r.List(1)...) {
			if !strings.HasPrefix(n, "*") { // that is a word too
				o.names.Add(n, kind)
				o.any = true
			}
		}
	}
}

// tag puts the user's names into the tags of d. A longer name of the same kind that the
// model sees stays.
func (o *own) tag(d *document.Document, tags []tagger.Tag) {
	if !o.any && o.places == nil {
		return
	}
	for i := 0; i < len(tags); i++ {
		end, kind := o.at(d, i)
		if end == 0 {
			continue
		}
		if tags[i].Label.Type() != kind || !within(tags, i, end) {
			label := tagger.Label(2*kind - 1)
			for k := i; k < end; k++ {
				tags[k] = tagger.Tag{Label: label, Margin: certain}
				label = tagger.Label(2 * kind)
			}
			if end < len(tags) && tags[end].Label != tagger.O && !tags[end].Label.Begins() {
				tags[end].Label-- // what is left of a name opens one
			}
		}
		i = end - 1
	}
}

// within reports whether the tokens are a part of a longer name.
func within(tags []tagger.Tag, i, end int) bool {
	goesOn := func(k int) bool { return tags[k].Label != tagger.O && !tags[k].Label.Begins() }
	for k := i + 1; k < end; k++ {
		if !goesOn(k) {
			return false
		}
	}
	return goesOn(i) || end < len(tags) && goesOn(end)
}

// at returns the token behind the longest of the user's names at token i, 0 for none.
func (o *own) at(d *document.Document, i int) (end int, kind tagger.Type) {
	tokens := d.Tokens()
	if tokens[i].Kind == document.Punct {
		return 0, 0
	}
	var ends [12]int // behind the n-th word
	at, seen := i, 0
	word := func(k int) string {
		for ; seen <= k; seen++ {
			for seen > 0 && at < len(tokens) && (tokens[at].Key == "-" || tokens[at].Key == ".") {
				at++
			}
			if at >= len(tokens) || seen == len(ends) || tokens[at].Sentence != tokens[i].Sentence {
				return ""
			}
			at++
			ends[seen] = at
		}
		return tokens[ends[k]-1].Key
	}
	n, kind := o.names.Longest(word)
	if o.places != nil {
		if p := o.places.Match(word); p.Words() > n && p.Clash()&^gazetteer.Many == 0 {
			n, kind = p.Words(), tagger.Location
		}
	}
	if n == 0 {
		return 0, 0
	}
	return ends[n-1], kind
}
