package person

import (
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
	f.trim()
}

// trim cuts words off a name that the article also gives without them, unless they are
// names for certain: हारून बिल्लौर याकातूत में, where हारून बिल्लौर stands elsewhere.
func (f *finder) trim() {
	for i := range f.runs {
		a := &f.runs[i]
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

func same(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
