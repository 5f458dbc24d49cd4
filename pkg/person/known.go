package person

import (
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
)

// known is a person of the user's table of people.
type known struct {
	name     string
	words    []string // folded parts of name
	skeleton []string
	office   *office // nil: none
}

// addKnown enters a line of the table of people: name, other names, English name, role.
func (t *table) addKnown(r lexicon.Row) {
	k := &known{name: r.Field(0), words: lexicon.Words(r.Field(0))}
	k.skeleton = skeletons(k.words)
	// The office is the last head of the role: प्रदेश बीजेपी | अध्यक्ष.
	role := lexicon.Words(r.Field(3))
	for i := range role {
		n, o := t.heads.Longest(func(k int) string {
			if i+k >= len(role) {
				return ""
			}
			return role[i+k]
		})
		if n > 0 && i+n == len(role) {
			k.office = o
			break
		}
	}
	for _, name := range append(append(r.List(1), r.Field(0)), r.List(2)...) {
		t.known.Add(name, k)
	}
	t.hasKnown = true
}

// knownName is a place of the text where a known person is named.
type knownName struct {
	document.Range
	who *known
}

// findKnown finds the names of known people. Inside the name of a body, a scheme or a road
// none of them is named: झिलमिल टोटो मार्ग.
func (f *finder) findKnown() {
	if !f.t.hasKnown {
		return
	}
	f.known = make(map[int]knownName)
	tokens := f.d.Tokens()
	for i := 0; i < len(tokens); i++ {
		if tokens[i].Kind != document.Word || f.orgAt[i] >= 0 || !f.t.known.StartsWith(tokens[i].Word) {
			continue
		}
		ends := []int{i + 1} // behind the n-th word
		n, who := f.t.known.Longest(func(k int) string {
			for len(ends) <= k {
				j := ends[len(ends)-1]
				if key := f.d.Key(j); key == "." || key == "-" {
					j++ // एस. जयशंकर
				}
				ends = append(ends, j+1)
			}
			j := ends[k] - 1
			if j >= len(tokens) || tokens[j].Sentence != tokens[i].Sentence || f.orgAt[j] >= 0 {
				return ""
			}
			return tokens[j].Key
		})
		if n == 0 {
			continue
		}
		end := ends[n-1]
		if next := f.d.Key(end); f.t.thing[next] || f.t.rule[next] || f.thingBehind(end) {
			continue
		}
		f.known[i] = knownName{document.Range{First: i, End: end}, who}
		i = end - 1
	}
}

// knownIn returns the first known name that starts behind the first token of r.
func (f *finder) knownIn(r document.Range) (knownName, bool) {
	if len(f.known) > 0 {
		for i := r.First + 1; i < r.End; i++ {
			if k, ok := f.known[i]; ok {
				return k, true
			}
		}
	}
	return knownName{}, false
}

// withKnown returns the run at token i and the token to go on at, where r is what runAt read
// there, if ok: it gives way to the name of a known person, unless it is a longer name
// around that (टोटो is known, झिलमिल टोटो stands here).
func (f *finder) withKnown(i int, r run, ok bool) (_ run, next int, _ bool) {
	sure := ok && r.score >= threshold
	if k, here := f.known[i]; here {
		if sure && r.r.End > k.End {
			return r, r.r.End, true
		}
		return f.knownRun(k), k.End, true
	}
	if k, inside := f.knownIn(r.r); inside {
		sure = sure && r.r.End >= k.End
		for j := r.r.First; j < k.First; j++ {
			sure = sure && f.kindOf(j) >= given
		}
		if !sure {
			return run{}, k.First, false
		}
	}
	return r, max(r.r.End, i+1), ok
}

// knownRun is the mention of a known person, with the honorific and the offices before it.
func (f *finder) knownRun(k knownName) run {
	out := run{r: k.Range, known: k.who, alias: -1, honorific: f.honorificBefore(k.First), score: 2 * threshold, strong: true}
	for i := k.First; i < k.End; i++ {
		if t := &f.d.Tokens()[i]; t.Kind == document.Word {
			out.words = append(out.words, t.Key)
		}
	}
	for _, n := range f.introAt(k.First) {
		if ro := &f.roles[n]; !ro.lone && !f.honorary(ro) {
			out.roles = append(out.roles, n)
		}
	}
	_, out.subject, _ = f.after(k.End)
	return out
}

// ownsKnown returns the person that run i, of a known name, is a mention of, -1 for none: the
// same known one, else one whom the article gives in a fuller form.
func (f *finder) ownsKnown(people []member, i int) int {
	r := &f.runs[i]
	for k := range people {
		if people[k].known == r.known {
			return k
		}
	}
	k := f.owns(people, i, r.known.skeleton, true)
	if k >= 0 && people[k].known == nil {
		people[k].known = r.known
		return k
	}
	return -1
}

// knownHolder returns the known person of the article who by the user's table holds the
// office of a role that stands alone, the last named before it; -1 for none.
func (f *finder) knownHolder(res *Result, ro *role) int {
	best, at := -1, -1
	for k := range res.People {
		who := res.People[k].known
		if who == nil || who.office == nil || who.office.name != ro.o.name || ro.former {
			continue
		}
		if last := res.People[k].lastBefore(ro.r.First); best < 0 || last > at {
			best, at = k, last
		}
	}
	return best
}
