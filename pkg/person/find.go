package person

import (
	"sort"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
)

// finder is the state of one Find.
type finder struct {
	kinds   []part // by token: kindOf once the roles are fixed, plus one; nil before
	d       *document.Document
	in      Input
	t       *table
	place   []int32 // by token: 1 a place name, 2 a doubtful one, 0 none
	orgAt   []int32 // by token: index of the organisation that covers it, -1 for none
	orgTo   []int32 // by token: the end of that mention
	roles   []role
	intro   []int32 // by token: index in intros, 0 for none
	intros  [][]int // roles whose name starts at one token; the first is empty
	runs    []run
	initial map[int]bool      // tokens के that are an initial
	held    []bool            // by token: it belongs to the head or the wing of a role
	known   map[int]knownName // names of the user's people by first token; nil where there are none
	storms  map[string]bool   // names that a storm of the article bears: कैटरीना तूफान
}

// Find returns the people of d.
func Find(d *document.Document, in Input) Result {
	n := d.Len()
	f := &finder{d: d, in: in, t: tables(d.Lexicon()), intros: make([][]int, 1, 16), initial: make(map[int]bool)}
	words := make([]int32, 4*n)
	f.place, f.orgAt, f.orgTo, f.intro = words[:n], words[n:2*n], words[2*n:3*n], words[3*n:]
	for i := range f.orgAt {
		f.orgAt[i] = -1
	}
	for _, p := range in.Places {
		v := int32(1)
		if p.Doubtful {
			v = 2
		}
		for i := p.First; i < p.End && i < n; i++ {
			f.place[i] = v
		}
	}
	for k, o := range in.Organizations {
		for _, m := range o.Mentions {
			for i := m.First; i < m.End && i < n; i++ {
				f.orgAt[i], f.orgTo[i] = int32(k), int32(m.End)
			}
		}
	}
	f.held = make([]bool, n)
	f.findKnown()
	f.findRoles()
	for k := range f.roles {
		for i := f.roles[k].head.First; i < f.roles[k].r.End; i++ {
			f.held[i] = true
		}
	}
	f.spacedInitials()
	f.introduce()
	f.nameStorms()
	f.kinds = make([]part, n)
	f.findRuns()
	return f.assemble()
}

func (f *finder) inOrg(i int) bool { return i >= 0 && i < len(f.orgAt) && f.orgAt[i] >= 0 }

func (f *finder) orgEnd(i int) int { return int(f.orgTo[i]) }

// orgStart returns the first token of the organisation mention that covers token i.
func (f *finder) orgStart(i int) int {
	for i > 0 && f.orgAt[i-1] == f.orgAt[i] && f.orgTo[i-1] == f.orgTo[i] {
		i--
	}
	return i
}

// run is a stretch of name words with what speaks for it.
type run struct {
	r         document.Range
	words     []string // folded parts, initials spelt out
	score     float32
	roles     []int // roles that introduce it or follow it
	honorific document.Range
	alias     int    // run that this is another name of (उर्फ), -1
	strong    bool   // honorific, role, record: context that only people have
	subject   bool   // ने, के मुताबिक behind it
	record    bool   // age, father or home behind it
	amb       bool   // single word that is also a common word or a place
	known     *known // the known person whose name it is, nil for none
}

// findRuns walks the text and keeps each stretch of name words with its score.
func (f *finder) findRuns() {
	tokens := f.d.Tokens()
	for i := 0; i < len(tokens); {
		r, ok := f.runAt(i)
		next := max(r.r.End, i+1)
		if f.known != nil {
			r, next, ok = f.withKnown(i, r, ok)
		}
		if ok {
			f.runs = append(f.runs, r)
		}
		i = next
	}
	f.lists()
	f.trim()
}

// lists makes people of the lone names in a list of people, which say little by themselves:
//
//	विकास ठाकुर, कमल मेहता, रोकी, विशाल, राजेंद्र और इंद्र सिंह मौजूद रहे
//
// Two of the list are people for certain and stand by more than a name. Places and things
// are in lists too and stay what they are.
func (f *finder) lists() {
	var more []run // names that by themselves are words: रजत, अजय
	for i := 0; i < len(f.runs); {
		sure, lone, size := 0, 0, 0
		k, end := i, f.runs[i].r.First
		var words []run
		for {
			if k < len(f.runs) && f.runs[k].r.First == end {
				r := &f.runs[k]
				if r.score >= threshold {
					sure++
				} else if f.mayBeListed(r) {
					lone++
				}
				end = r.r.End
				k++
			} else if f.givenWord(end) {
				words = append(words, run{r: document.Range{First: end, End: end + 1}, words: []string{f.d.Key(end)}, score: threshold, alias: -1, honorific: document.Range{First: end, End: end}, amb: true})
				lone++
				end++
			} else {
				break
			}
			size++
			if end = f.listGoesOn(end); end < 0 {
				break
			}
		}
		if sure >= 2 && lone > 0 && sure+lone == size && size >= 4 && 2*sure >= lone {
			for j := i; j < k; j++ {
				if r := &f.runs[j]; r.score < threshold {
					r.score = threshold
				}
			}
			more = append(more, words...)
		}
		i = max(k, i+1)
	}
	if len(more) > 0 {
		f.runs = append(f.runs, more...)
		sort.SliceStable(f.runs, func(a, b int) bool { return f.runs[a].r.First < f.runs[b].r.First })
	}
}

// givenWord reports whether the word at token i is a given name that is a word too, and
// nothing else of the list's entry: विकास in "…, विकास, …".
func (f *finder) givenWord(i int) bool {
	if i >= f.d.Len() || f.orgAt[i] >= 0 || f.held[i] || f.place[i] == 1 {
		return false
	}
	t := &f.d.Tokens()[i]
	if !t.Class.Has(lexicon.GivenName) || t.Class.Has(grammar) || f.t.words.Of(t.Word).has(stopWord) {
		return false
	}
	k := f.d.Key(i + 1)
	return k == "," || joins(k) || k == "आदि" || k == "समेत" || k == "सहित"
}

// listGoesOn returns the token that the next name of a list starts at, where one ends before
// token end: behind a comma or an "and", and an age in brackets. It returns -1 at the end.
func (f *finder) listGoesOn(end int) int {
	if f.d.Key(end) == "(" && f.d.Key(end+2) == ")" && age(f.d, end+1) {
		end += 3
	}
	tokens := f.d.Tokens()
	if end+1 >= len(tokens) || tokens[end].Sentence != tokens[end-1].Sentence || tokens[end+1].Sentence != tokens[end].Sentence || f.d.Key(end) != "," && !joins(f.d.Key(end)) {
		return -1
	}
	if f.d.Key(end) == "," && joins(f.d.Key(end+1)) && end+2 < len(tokens) {
		end++ // सऊद आलम, व आजम
	}
	return end + 1
}

// mayBeListed reports whether a name that says too little may be one of a list of people.
func (f *finder) mayBeListed(r *run) bool {
	if len(r.words) != 1 || r.r.Len() != 1 || r.score < -2 {
		return false
	}
	i := r.r.First
	if f.place[i] == 1 {
		return false
	}
	k := f.kindOf(i)
	if k == unknown || k == formed {
		// एहराज, जुबरा आदि; at the end of a line a home stands as well: पिता बेचन मंडल, देवहार
		next := f.d.Key(i + 1)
		return f.place[i] == 0 && (next == "," || joins(next) || next == "आदि" || next == "समेत" || next == "सहित" || next == "इत्यादि" || next == "(")
	}
	return k >= given || k == ambiguous && f.d.Class(i).Has(lexicon.GivenName)
}

// trim cuts words off a name that the article also gives without them, unless they are
// names for certain: हारून बिल्लौर याकातूत में, where हारून बिल्लौर stands elsewhere.
func (f *finder) trim() {
	for i := range f.runs {
		a := &f.runs[i]
		if n := len(a.words); n == 2 && a.r.Len() == 2 && a.known == nil && f.d.Class(a.r.First).Has(lexicon.GivenName) && f.kindOf(a.r.First+1) < formed && f.dwells(a.r.End) {
			a.words, a.r.End = a.words[:1], a.r.First+1 // हरिओम | बौठा का रहने वाला है
			continue
		}
		if len(a.words) < 3 || a.r.Len() != len(a.words) {
			continue
		}
		for k := range f.runs {
			b := &f.runs[k]
			n := len(b.words)
			if n < 2 || n >= len(a.words) || !same(b.words, a.words[:n]) || b.score < threshold {
				continue
			}
			sure := false
			for j := a.r.First + n; j < a.r.End; j++ {
				if p := f.kindOf(j); p >= given || f.d.Class(j).Has(lexicon.Surname) || f.t.middle[f.d.Key(j-1)] && p == unknown && j == a.r.End-1 && f.surnameSpot(j) {
					sure = true
				}
			}
			if !sure {
				a.words = a.words[:n]
				a.r.End = a.r.First + n
				break
			}
		}
	}
}

// dwells reports whether का रहने वाला stands at token i: the word before it is a home.
func (f *finder) dwells(i int) bool {
	switch f.d.Key(i) {
	case "का", "की", "के":
		return f.d.Key(i+1) == "रहने"
	}
	return false
}

func same(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
