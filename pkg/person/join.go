package person

import (
	"slices"
	"sort"
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
)

// threshold is the score from which name words are a person.
const threshold = 2.9

// member is a person while the article is put together.
type member struct {
	words    []string // folded parts of the fullest form
	skeleton []string
	full     document.Range
	runs     []int
	rule     string
	known    *known // nil: nobody of the user's table
}

// assemble joins the runs to people and reads their roles.
func (f *finder) assemble() Result {
	var people []member
	owner := make([]int, len(f.runs))
	for i := range owner {
		owner[i] = -1
	}
	// Full names first, so that a short form in the headline finds its owner.
	order := make([]int, 0, len(f.runs))
	for i := range f.runs {
		order = append(order, i)
	}
	sort.SliceStable(order, func(a, b int) bool { return len(f.runs[order[a]].words) > len(f.runs[order[b]].words) })
	for _, i := range order {
		r := &f.runs[i]
		if r.known != nil {
			k := f.ownsKnown(people, i)
			if k < 0 {
				k = len(people)
				people = append(people, member{words: r.known.words, skeleton: r.known.skeleton, full: r.r, rule: "person/known", known: r.known})
			}
			owner[i] = k
			people[k].runs = append(people[k].runs, i)
			continue
		}
		if len(r.words) < 2 || r.score < threshold {
			continue
		}
		sk := skeletons(r.words)
		if k := f.owns(people, i, sk, true); k >= 0 {
			owner[i] = k
			people[k].runs = append(people[k].runs, i)
			continue
		}
		owner[i] = len(people)
		people = append(people, member{words: r.words, skeleton: sk, full: r.r, runs: []int{i}, rule: "person/full"})
	}
	// Short forms, in text order: of a known person, else a person by one name.
	for i := range f.runs {
		r := &f.runs[i]
		if owner[i] >= 0 {
			continue
		}
		sk := skeletons(r.words)
		if k := f.owns(people, i, sk, false); k >= 0 && f.shortFits(r) && !(r.record && r.r.First < people[k].full.First && f.inOffice(&people[k])) {
			owner[i] = k
			people[k].runs = append(people[k].runs, i)
			continue
		}
		if r.score < threshold {
			continue
		}
		owner[i] = len(people)
		people = append(people, member{words: r.words, skeleton: sk, full: r.r, runs: []int{i}, rule: "person/one-name"})
	}
	f.aliases(people, owner)
	return f.result(people, owner)
}

// inOffice reports whether the first full name of p is introduced by an office: a one-name
// record before it (सतपाल पुत्र रामफल … एसपी सतपाल सिंह) is somebody else.
func (f *finder) inOffice(p *member) bool {
	for _, k := range f.runs[p.runs[0]].roles {
		if !f.roles[k].o.weak && !f.roles[k].o.kin {
			return true
		}
	}
	return false
}

// shortFits reports whether a short form may stand for a known person where it stands:
// a word that is also common or a place needs a sign of a person.
func (f *finder) shortFits(r *run) bool {
	if !r.amb && !(len(r.words) == 1 && f.t.tail[r.words[0]]) {
		return true
	}
	return r.strong || r.subject || r.score >= threshold
}

// aliases joins "रोहित राज उर्फ छोटू": the name behind उर्फ is the same person.
func (f *finder) aliases(people []member, owner []int) {
	for i := 1; i < len(f.runs); i++ {
		a, b := &f.runs[i-1], &f.runs[i]
		if b.r.First-1 == a.r.End && f.d.Key(a.r.End) == "उर्फ" && owner[i-1] >= 0 && owner[i] != owner[i-1] {
			k := owner[i]
			to := owner[i-1]
			if k < 0 {
				owner[i] = to
				people[to].runs = append(people[to].runs, i)
				continue
			}
			if people[k].full != b.r {
				continue
			}
			for _, n := range people[k].runs {
				owner[n] = to
				people[to].runs = append(people[to].runs, n)
			}
			people[k].runs = nil
		}
	}
}

// owns returns the person that run i is a mention of, -1 for none: the one whose name
// holds all its words in order; of several the one last named before it.
func (f *finder) owns(people []member, i int, sk []string, full bool) int {
	best, at := -1, -1
	for k := range people {
		p := &people[k]
		if len(p.runs) == 0 {
			continue
		}
		if !within(sk, p.skeleton, full) {
			continue
		}
		last := -1
		for _, n := range p.runs {
			if f.runs[n].r.First < f.runs[i].r.First {
				last = max(last, n)
			}
		}
		if best < 0 || last > at {
			best, at = k, last
		}
	}
	return best
}

// within reports whether the words of short stand in full in order. Two full names that
// share both ends are one (सुबोध मंडल, सुबोध कुमार मंडल).
func within(short, full []string, ends bool) bool {
	if len(short) > len(full) || len(short) == 0 {
		return false
	}
	if ends && len(short) < len(full) && (short[0] != full[0] || short[len(short)-1] != full[len(full)-1]) {
		// दीपक कुमार for दीपक कुमार सिंह, but not कुमार सिंह for दीपक कुमार सिंह
		if short[0] != full[0] {
			return false
		}
		for i := range short {
			if short[i] != full[i] {
				return false
			}
		}
		return true
	}
	n := 0
	for _, w := range full {
		if n < len(short) && short[n] == w {
			n++
		}
	}
	return n == len(short)
}

// skeletons maps each word to a form in which the spellings of one name meet.
func skeletons(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = skeleton(w)
	}
	return out
}

var loose = strings.NewReplacer("ी", "ि", "ू", "ु", "ै", "े", "ौ", "ो", "ॉ", "ो", "ण", "न", "ष", "श", "व", "ब", "ऐ", "ए", "ई", "इ", "ऊ", "उ", "ं", "", "्", "")

// skeleton takes a folded word.
func skeleton(w string) string { return loose.Replace(w) }

// result builds the people in order of first mention.
func (f *finder) result(people []member, owner []int) Result {
	var res Result
	index := make([]int, len(people))
	order := make([]int, 0, len(people))
	for k := range people {
		index[k] = -1
		if len(people[k].runs) == 0 {
			continue
		}
		sort.Ints(people[k].runs)
		order = append(order, k)
	}
	sort.SliceStable(order, func(a, b int) bool {
		return f.runs[people[order[a]].runs[0]].r.First < f.runs[people[order[b]].runs[0]].r.First
	})
	used := make([]bool, len(f.roles))
	for _, k := range order {
		index[k] = len(res.People)
		res.People = append(res.People, f.build(&people[k], used))
	}
	for k := range f.roles {
		ro := &f.roles[k]
		if used[k] || ro.o.plural || ro.o.kin || ro.o.weak || f.honorary(ro) && ro.name >= 0 && f.named(ro.name) {
			continue
		}
		m := RoleMention{Range: ro.r, Span: f.d.SpanOf(ro.r), Head: ro.o.name, Official: f.official(ro), Person: -1}
		m.Text = f.d.Text(m.Span)
		m.Person = f.holder(&res, ro)
		if m.Person >= 0 {
			f.turned(&res.People[m.Person], ro, m)
		}
		res.RoleMentions = append(res.RoleMentions, m)
	}
	return res
}

// turned adds an office that stands alone in the article under other word order to the
// roles of the one who holds it: प्रदेश बीजेपी अध्यक्ष X … बीजेपी प्रदेश अध्यक्ष ने. A shorter form
// (प्रदेश अध्यक्ष) says nothing new and is left out.
func (f *finder) turned(p *Person, ro *role, m RoleMention) {
	alike := false
	for _, r := range p.Roles {
		if devanagari.Fold(r.Text) == devanagari.Fold(m.Text) {
			return
		}
		alike = alike || sameWords(r.Text, m.Text)
	}
	if alike {
		p.Roles = append(p.Roles, Role{Range: ro.r, Span: m.Span, Text: m.Text, Head: m.Head, Official: m.Official, Former: ro.former})
	}
}

// sameWords reports whether two offices have the same words, in any order.
func sameWords(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	x, y := strings.Fields(devanagari.Fold(a)), strings.Fields(devanagari.Fold(b))
	sort.Strings(x)
	sort.Strings(y)
	return slices.Equal(x, y)
}

// lastBefore returns the first token of the last mention before token i, -1 for none.
func (p *Person) lastBefore(i int) int {
	last := -1
	for _, m := range p.Mentions {
		if m.First < i {
			last = m.First
		}
	}
	return last
}

// holder returns the person last named before the role who holds it, -1 for none.
func (f *finder) holder(res *Result, ro *role) int {
	best, at := -1, -1
	text := f.d.Text(f.d.SpanOf(ro.r))
	for k := range res.People {
		for _, r := range res.People[k].Roles {
			if r.Former != ro.former || r.Head != ro.o.name && !sameWords(r.Text, text) {
				continue
			}
			if last := res.People[k].lastBefore(ro.r.First); best < 0 || last > at {
				best, at = k, last
			}
		}
	}
	if best < 0 && f.known != nil {
		return f.knownHolder(res, ro)
	}
	return best
}

// build makes the Person of a member.
func (f *finder) build(p *member, used []bool) Person {
	out := Person{Rule: p.rule}
	seen := make(map[string]bool)
	for _, n := range p.runs {
		r := &f.runs[n]
		m := Mention{Range: r.r, Span: f.d.SpanOf(r.r), Full: len(r.words) == len(p.words)}
		m.Text = f.d.SpanOf(document.Range{First: r.honorific.First, End: r.r.End})
		if r.honorific.Len() == 0 {
			m.Text = m.Span
		} else if out.Honorific == "" {
			out.Honorific = f.d.Text(f.d.SpanOf(r.honorific))
		}
		out.Mentions = append(out.Mentions, m)
		for _, k := range append(append(r.roles, f.rolesBehind(r)...), f.rolesBecome(n)...) {
			ro := &f.roles[k]
			used[k] = true
			if ro.o.plural || ro.o.state || !m.Full && ro.r.Len() == 1 && (ro.o.weak || ro.o.class == "incident") {
				continue // a later "मृतक मनोज" tells which, not what he is
			}
			text := f.d.Text(f.d.SpanOf(ro.r))
			if ro.place.Len() > 0 && out.Jurisdiction == "" {
				out.Jurisdiction = f.d.Text(f.d.SpanOf(ro.place))
			}
			if ro.org >= 0 && out.Organization == "" {
				out.Organization = f.in.Organizations[ro.org].Name
			}
			official := f.official(ro)
			out.Official = out.Official || official
			if key := devanagari.Fold(text); !seen[key] {
				seen[key] = true
				out.Roles = append(out.Roles, Role{Range: ro.r, Span: f.d.SpanOf(ro.r), Text: text, Head: ro.o.name, Official: official, Former: ro.former})
			}
		}
	}
	out.Name = f.d.Text(f.d.SpanOf(p.full))
	if out.known = p.known; p.known != nil {
		out.Name = p.known.name
		out.Official = out.Official || p.known.office != nil && p.known.office.public == always
	}
	return out
}

// rolesBehind returns the roles that stand behind a name in apposition:
//
//	X, मुख्यमंत्री, …    X (कप्तान)    X, जो … के अध्यक्ष हैं
func (f *finder) rolesBehind(r *run) []int {
	j := r.r.End
	if f.d.Key(j) == "(" && age(f.d, j+1) && f.d.Key(j+2) == ")" && f.d.Key(j+3) == "," {
		j += 3 // मो. इरशाद (27), वाहन चालक
	}
	key := f.d.Key(j)
	if k := f.caption(r, j); k >= 0 {
		return []int{k}
	}
	if key != "," && key != "(" {
		return nil
	}
	if key == "," && (f.d.Key(j+1) == "जो" || f.d.Key(j+1) == "जोकि") {
		sentence := f.d.Tokens()[j].Sentence
		for k := range f.roles {
			ro := &f.roles[k]
			if ro.r.First <= j+1 || ro.r.First > j+9 || f.d.Tokens()[ro.r.First].Sentence != sentence {
				continue
			}
			if t := f.d.Key(ro.r.End); t == "हैं" || t == "है" || t == "थे" || t == "भी" || t == "थीं" {
				return []int{k}
			}
		}
		return nil
	}
	for k := range f.roles {
		ro := &f.roles[k]
		if ro.r.First != j+1 || ro.o.weak && key == "," {
			continue
		}
		end := f.d.Key(ro.r.End)
		if key == "(" && end == ")" {
			return []int{k}
		}
		if ro.r.End >= f.d.Len() || f.d.Tokens()[ro.r.End].Sentence != f.d.Tokens()[j].Sentence {
			end = "।"
		}
		if key == "," && (end == "," || end == "ने" || end == "के" || end == "।" || end == "." || end == "का" || end == "की" || end == "-") {
			// X, जिलाध्यक्ष Y is a list: the role is Y's
			if ro.name >= 0 && f.named(ro.name) {
				return nil
			}
			// X, मुख्यमंत्री के भाई Y is a list too
			if kin := f.roleStart(ro.r.End + 1); kin >= 0 && end != "," && f.roles[kin].name >= 0 && f.named(f.roles[kin].name) {
				return nil
			}
			return []int{k}
		}
	}
	return nil
}

// caption returns the office that stands right behind the name at the end of a line that is
// nothing else, -1 for none, as the voices of a report are signed:
//
//	डॉ. एसके दीक्षित सीएमओ फिरोजाबाद।    शलभ माथुर एसएसपी
func (f *finder) caption(r *run, j int) int {
	if j >= f.d.Len() || len(r.words) < 2 {
		return -1
	}
	tokens := f.d.Tokens()
	first := r.r.First
	if r.honorific.Len() > 0 {
		first = r.honorific.First
	}
	if first > 0 && tokens[first-1].Sentence == tokens[first].Sentence && tokens[first-1].Key != "-" {
		return -1
	}
	k := f.roleStart(j)
	if k < 0 || f.roles[k].o.kin || f.roles[k].o.weak || f.roles[k].o.plural {
		return -1
	}
	end := f.roles[k].r.End
	for end < len(tokens) && tokens[end].Sentence == tokens[j].Sentence && (f.place[end] != 0 || tokens[end].Kind == document.Punct) {
		end++
	}
	if end < len(tokens) && tokens[end].Sentence == tokens[j].Sentence {
		return -1
	}
	return k
}

// rolesBecome returns the role that the sentence says the person of run n has or gets:
//
//	नरेंद्र मोदी … पहले भारतीय प्रधानमंत्री बने, X को जिलाध्यक्ष नियुक्त किया गया
func (f *finder) rolesBecome(n int) []int {
	r := &f.runs[n]
	if r.score < threshold {
		return nil
	}
	tokens := f.d.Tokens()
	next := len(tokens)
	for k := n + 1; k < len(f.runs); k++ {
		if f.runs[k].score >= threshold {
			next = f.runs[k].r.First
			break
		}
	}
	for k := range f.roles {
		ro := &f.roles[k]
		if ro.r.First < r.r.End || ro.r.First > r.r.End+8 || ro.r.End > next || tokens[ro.r.First].Sentence != tokens[r.r.First].Sentence || ro.o.kin || ro.o.weak || ro.o.plural {
			continue
		}
		switch f.d.Key(ro.r.End) {
		case "बने", "बनीं", "बन", "बनेंगे", "बनेंगी", "बनाया", "बनाए", "बनाई", "चुने", "चुना", "चुनी", "नियुक्त", "नामित", "मनोनीत", "निर्वाचित":
			for j := r.r.End; j < ro.r.First; j++ {
				if tokens[j].Kind == document.Punct || tokens[j].Key == "ने" || tokens[j].Key == "और" {
					return nil
				}
			}
			return []int{k}
		}
	}
	return nil
}

// named reports whether a run starts at token i.
func (f *finder) named(i int) bool {
	for k := range f.runs {
		if f.runs[k].r.First == i {
			return f.runs[k].score >= threshold
		}
	}
	return false
}
