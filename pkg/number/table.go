package number

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"khabar/pkg/devanagari"
	"khabar/pkg/lexicon"
	"khabar/pkg/numeral"
)

// unit is a measure, a currency, the percent or a span of time.
type unit struct {
	name string
	kind string // percent money measure time
}

// words is the knowledge of the package: units.tsv, nouns.tsv, counting.tsv and
// namers.tsv, folded, read-only.
type tables struct {
	units    lexicon.Phrases[unit]
	compound lexicon.Phrases[noun]   // nouns of two and more words
	infos    lexicon.Index[*info]    // what is known of single words
	spare    []info                  // infos are cut from it, not asked for one by one
	namers   lexicon.Phrases[string] // words in reverse order; the value is list or before
	after    lexicon.Phrases[bool]
	idioms   lexicon.Phrases[bool]
	index    lexicon.Phrases[[]float64] // words in reverse order
}

// roles is a set of single-word roles.
type roles uint16

const (
	adjective roles = 1 << iota
	predicate
	verb
	money
	human
	yearNoun
	prefix // may open a namer, an index name or an idiom
)

var table = sync.OnceValue(load)

func load() *tables {
	t := &tables{infos: lexicon.MakeIndex[*info](1 << 13)}
	for _, r := range lexicon.Rows("units") {
		u := unit{r.Field(0), r.Field(1)}
		for _, form := range r.List(2) {
			t.units.Add(spaceSymbols(form), u)
		}
	}
	for _, r := range lexicon.Rows("nouns") {
		n := noun{lemma: r.Field(0), fem: r.Field(1) == "f", class: classNames[r.Field(2)]}
		if n.class == unknown || r.Field(1) != "f" && r.Field(1) != "m" {
			panic(fmt.Sprintf("nouns.tsv:%d: bad gender or class", r.Line))
		}
		put := func(form string, s shape) { t.addNoun(form, n, s) }
		addForms(n.lemma, n.fem, r.Field(3) == "invariant", put)
		for _, form := range r.List(4) {
			s := oblique
			if marked(devanagari.Fold(form)) != oblique {
				s = plural
			}
			put(form, s)
		}
	}
	named := map[string]roles{"adjective": adjective, "predicate": predicate, "verb": verb, "money": money, "human": human}
	for _, r := range lexicon.Rows("counting") {
		f, ok := named[r.Field(0)]
		if !ok {
			panic(fmt.Sprintf("counting.tsv:%d: unknown role %q", r.Line, r.Field(0)))
		}
		for _, w := range strings.Fields(r.Field(1)) {
			t.at(devanagari.Fold(w)).flags |= f
		}
	}
	for _, r := range lexicon.Rows("namers") {
		role := r.Field(0)
		for _, phrase := range r.List(1) {
			switch role {
			case "list", "before":
				t.namers.Add(reversed(phrase), role)
			case "after":
				t.after.Add(phrase, true)
			case "idiom":
				t.idioms.Add(phrase, true)
			case "year":
				t.at(devanagari.Fold(phrase)).flags |= yearNoun
			case "index":
				name, list, _ := strings.Cut(phrase, ":")
				var values []float64
				for _, s := range strings.Split(list, ",") {
					v, err := strconv.ParseFloat(s, 64)
					if err != nil {
						panic(fmt.Sprintf("namers.tsv:%d: %v", r.Line, err))
					}
					values = append(values, v)
				}
				t.index.Add(reversed(name), values)
			default:
				panic(fmt.Sprintf("namers.tsv:%d: unknown role %q", r.Line, role))
			}
		}
	}
	for key := range t.units.Firsts {
		t.at(key).starts |= opensUnit
	}
	for key := range t.compound.Firsts {
		t.at(key).starts |= opensCompound
	}
	for key := range t.idioms.Firsts {
		t.at(key).starts |= opensIdiom
	}
	for key := range t.after.Firsts {
		t.at(key).starts |= opensAfter
	}
	for key := range numeral.Words {
		t.at(key).starts |= opensNumeral
	}
	return t
}

// at returns the info of key to be written, while the tables are built.
func (t *tables) at(key string) *info {
	x := t.infos.At(key)
	if *x == nil {
		if len(t.spare) == 0 {
			t.spare = make([]info, 256)
		}
		*x, t.spare = &t.spare[0], t.spare[1:]
	}
	return *x
}

// of returns what the tables know of a folded word.
func (t *tables) of(w devanagari.Word) *info {
	if x := t.infos.Of(w); x != nil {
		return x
	}
	return nothing
}

// addNoun enters a form; of two nouns with the same form the first listed stays, its
// shapes joined (मरीज is direct singular and direct plural).
func (t *tables) addNoun(form string, n noun, s shape) {
	n.shape = s
	key := strings.Join(lexicon.Words(form), " ")
	if strings.Contains(key, " ") {
		t.compound.Add(form, n)
		return
	}
	x := t.at(key)
	switch {
	case !x.listed:
		x.noun, x.listed = n, true
	case x.noun.lemma == n.lemma:
		x.noun.shape |= s
	}
}

// spaceSymbols sets symbols apart, as the tokenizer does: km/h → km / h.
func spaceSymbols(s string) string {
	return strings.NewReplacer("/", " / ", "°", "° ", "$", " $ ").Replace(s)
}

func reversed(phrase string) string {
	w := lexicon.Words(phrase)
	for i, j := 0, len(w)-1; i < j; i, j = i+1, j-1 {
		w[i], w[j] = w[j], w[i]
	}
	return strings.Join(w, " ")
}
