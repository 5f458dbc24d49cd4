package quotation

import (
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
)

// source is who an attribution points at.
type source struct {
	names    []string
	text     document.Range // as written; empty for an omitted subject
	resolved string
	role     string
	official bool
	via      string
	actor    int  // of the cast, -1 for none
	body     bool // an organisation or a group
	plural   bool
	thing    bool // a thing, which only a verb makes a source
	likely   bool // an unknown head whose last word is known as a name
	ok       bool
}

// actor is a person or an organisation of the article.
type actor struct {
	name       string
	words      []string // folded
	person     bool
	official   bool
	roles      []string
	roleKeys   []string // folded roles, offices under their first name
	plainRoles []string // folded roles
	mentions   []document.Range
}

// unit is a mention of an actor or a role written beside one.
type unit struct {
	document.Range
	actor int
	role  bool
}

// cast holds the actors of a document and where they are mentioned.
type cast struct {
	actors []actor
	units  []unit
	at     []int32     // token → unit+1
	place  map[int]int // end of a place name → its first token
}

// cover enters u where no earlier unit stands: persons come before organisations.
func (c *cast) cover(d *document.Document, u unit) {
	if u.First < 0 || u.End > d.Len() || u.Len() <= 0 {
		return
	}
	for i := u.First; i < u.End; i++ {
		if c.at[i] != 0 {
			return
		}
	}
	c.units = append(c.units, u)
	for i := u.First; i < u.End; i++ {
		c.at[i] = int32(len(c.units))
	}
}

// unitAt returns the unit that covers token i.
func (c *cast) unitAt(i int) *unit {
	if i < 0 || i >= len(c.at) || c.at[i] == 0 {
		return nil
	}
	return &c.units[c.at[i]-1]
}

// roleKey puts the offices of a folded role under one name each: एसपी → पुलिस अधीक्षक.
func (w *words) roleKey(role string) string {
	if s, ok := w.same[role]; ok {
		return s
	}
	parts := strings.Fields(role)
	for n := min(3, len(parts)); n > 0; n-- {
		last := strings.Join(parts[len(parts)-n:], " ")
		if s, ok := w.same[last]; ok {
			return strings.TrimSpace(strings.Join(parts[:len(parts)-n], " ") + " " + s)
		}
	}
	return role
}

// npStart returns the first token of the noun phrase that ends before end, looking
// back no further than lo.
func (f *finder) npStart(end, lo int) int {
	i := end
	for i > lo && end-i < 24 {
		j := i - 1
		if u := f.unitAt(j); u != nil {
			i = max(u.First, lo)
			continue
		}
		t := &f.toks[j]
		k := t.Key
		if t.Kind == document.Punct {
			switch {
			case k == ")":
				o := j
				for o > lo && f.key(o) != "(" && j-o < 12 {
					o--
				}
				if f.key(o) != "(" || o == lo {
					return i
				}
				i = o
				continue
			case (k == "." || k == "-" || k == "/") && j > lo && (!t.Space || k == "."):
				if k == "." && !f.d.Class(j-1).Has(lexicon.Abbreviation|lexicon.Letter|lexicon.Honorific) {
					return i
				}
				i = j
				continue
			case k == "'" || k == "’" || k == "‘" || k == "\"" || k == "”" || k == "“":
				if q, ok := f.closeAt[i]; ok && f.quotes[q].inner.Len() <= 4 && f.quotes[q].open >= lo {
					i = f.quotes[q].open
					continue
				}
				return i
			}
			return i
		}
		if participles[k] {
			return i
		}
		if j > lo && f.key(j-1) == "के" && adverbials[k] {
			return i // खंडपीठ के समक्ष | सरकारी वकील ने
		}
		if connectors[k] && !(k == "और" || k == "एवं" || k == "तथा" || k == "व") {
			return i
		}
		if k == "और" || k == "एवं" || k == "तथा" || k == "व" {
			// खेल एवं युवा मामलों के मंत्री: a portfolio goes on to the left
			return i
		}
		if genPronouns[k] {
			return j
		}
		if nomPronouns[k] || ergPronouns[k] || relPronouns[k] || f.d.Class(j).Has(lexicon.Pronoun) && k != "एक" && k != "कुछ" && k != "सभी" && k != "कई" && k != "दोनों" && k != "तीनों" && k != "चारों" {
			return i
		}
		if f.d.Class(j).Has(lexicon.Auxiliary) && k != "की" && k != "के" && k != "का" {
			return i
		}
		i = j
	}
	return i
}

// adverbials are the postpositions behind के that end an adverbial, which is no part of the
// noun phrase behind it: अदालत के समक्ष, बैठक के दौरान.
var adverbials = map[string]bool{"समक्ष": true, "सामने": true, "दौरान": true, "खिलाफ": true, "विरुद्ध": true, "बावजूद": true, "अलावा": true, "बाद": true, "पहले": true, "बीच": true, "उपरांत": true, "पश्चात": true, "मद्देनजर": true, "विरोध": true, "समर्थन": true, "कारण": true, "चलते": true, "तहत": true, "अंतर्गत": true, "जरिए": true}

// analyse reads the noun phrase that ends before token end, no further left than lo,
// as a source. Its own text starts where a role before the name starts.
func (f *finder) analyse(end, lo int) source {
	// particles, brackets and honorific tails behind the head
	for end > lo {
		k := f.key(end - 1)
		if k == "भी" || k == "ही" || k == "तक" || k == "खुद" || k == "स्वयं" || k == "आदि" || k == "इत्यादि" || k == "वगैरह" {
			end--
			continue
		}
		break
	}
	head := end
	for head > lo {
		if f.unitAt(head-1) != nil {
			break
		}
		k := f.key(head - 1)
		if k == ")" {
			o := head - 1
			for o > lo && f.key(o) != "(" && head-o < 12 {
				o--
			}
			if f.key(o) != "(" || o == lo {
				break
			}
			head = o
			continue
		}
		if f.d.Class(head-1).Has(lexicon.HonorificTail) && head-1 > lo && f.unitAt(head-2) != nil {
			head--
			continue
		}
		if k == "," && head == end {
			head--
			end--
			continue
		}
		break
	}
	// संगठन ‘किसान सभा’ ने: a name between marks
	if q, ok := f.closeAt[head]; ok && f.quotes[q].inner.Len() <= 6 && f.quotes[q].open >= lo {
		in := f.quotes[q].inner
		s := source{actor: -1, ok: true, resolved: ByOrganization, body: true, text: document.Range{First: f.npStart(head, lo), End: end}}
		s.names = []string{f.d.Text(f.d.SpanOf(in))}
		if u := f.unitAt(in.End - 1); u != nil && !u.role {
			m := f.mention(u, in.First, in)
			s.official, s.resolved, s.body, s.actor, s.names, s.role = m.official, m.resolved, m.body, m.actor, m.names, m.role
		}
		return s
	}
	if head <= lo {
		return source{actor: -1}
	}
	// X, जिन्होंने यह शोध किया है, ने: the name stands before the relative clause
	if f.d.Class(head - 1).Has(lexicon.Auxiliary) {
		for j := head - 2; j > lo+1; j-- {
			if relPronouns[f.key(j)] {
				if f.key(j-1) == "," {
					j--
				}
				return f.analyse(j, lo)
			}
		}
	}
	text := document.Range{First: f.npStart(head, lo), End: end}
	s := f.head(head, lo, text)
	if !s.ok {
		return s
	}
	return f.joined(s, lo)
}

// head reads the head of a noun phrase, the word before token end.
func (f *finder) head(end, lo int, text document.Range) source {
	s := source{actor: -1, text: text}
	u := f.unitAt(end - 1)
	if u != nil && !u.role && u.Len() == 1 {
		if n := f.w.heads[f.key(end-1)]; n.kind == groupNoun || n.kind == bodyNoun {
			u = nil // किसान संगठनों ने: no person called संगठनों
		}
	}
	if u != nil && !u.role && u.End == end {
		return f.mention(u, lo, text)
	}
	// विश्वविद्यालय, आगरा ने: the body, with its seat behind it
	if u == nil && text.Len() <= 2 && text.First > lo && f.key(text.First-1) == "," {
		if prev := f.before(text.First-1, lo); prev != nil && !prev.role && !f.actors[prev.actor].person {
			return f.mention(prev, lo, document.Range{First: prev.First, End: text.End})
		}
	}
	// name, office ने: an apposition behind the name
	k := f.key(end - 1)
	if u != nil && u.role {
		if a := &f.actors[u.actor]; a.person {
			if prev := f.before(u.First-1, lo); prev != nil && prev.actor == u.actor {
				s := f.mention(prev, lo, document.Range{First: prev.First, End: text.End})
				return s
			}
			if a := f.byCountry(u, lo); a >= 0 {
				return f.roleSource(a, document.Range{First: f.npStart(u.First, lo), End: text.End})
			}
			if a := f.byRole(document.Range{First: u.First, End: u.End}, u.End, 3); a >= 0 {
				return f.roleSource(a, document.Range{First: u.First, End: text.End})
			}
			// the role span of a role-only mention
			return f.roleSource(u.actor, document.Range{First: u.First, End: text.End})
		}
	}
	n, known := f.w.heads[k]
	if known {
		switch n.kind {
		case roleNoun:
			if prev := f.before(text.First-1, lo); prev != nil && f.key(text.First-1) == "," && f.actors[prev.actor].person {
				return f.mention(prev, lo, document.Range{First: prev.First, End: text.End})
			}
			if f.plainStart(text.First, end) == end-1 { // कुबेर अधिकारी … अधिकारी ने कहा
				for n := range f.actors {
					if a := &f.actors[n]; a.person && len(a.words) > 1 && a.words[len(a.words)-1] == k && len(a.mentions) > 0 && a.mentions[0].First < text.First {
						t := f.mention(&unit{document.Range{First: end - 1, End: end}, n, false}, lo, text)
						t.resolved = ByShortName
						return t
					}
				}
			}
			if f.key(text.First) != "" {
				if a := f.byCountry(&unit{Range: document.Range{First: end - 1, End: end}}, lo); a >= 0 {
					return f.roleSource(a, text)
				}
				if a := f.byRole(text, end, 2); a >= 0 {
					return f.roleSource(a, text)
				}
			}
			s.resolved, s.official = ByRole, n.official
			s.names = []string{f.roleText(text, end)}
			s.role = s.names[0]
			s.ok = true
			if past := f.key(text.First); past == "पूर्व" {
				s.official = false
			}
			return s
		case groupNoun, bodyNoun:
			s.resolved, s.official, s.body, s.plural, s.ok = ByGroup, n.official, true, true, true
			if n.kind == bodyNoun {
				s.resolved, s.plural = ByOrganization, false
				s.text.First = f.bench(s.text.First, lo)
			}
			s.names = []string{f.groupText(text, end)}
			return s
		case documentNoun:
			if t, ok := f.informant(end-1, lo); ok {
				return t
			}
			s.resolved, s.ok = ByNone, true
			if f.key(text.First-1) == "से" && text.First-2 >= lo { // गुवाहाटी से प्राप्त खबर
				if at, ok := f.place[text.First-1]; ok && at >= lo {
					s.text.First = at
				}
			}
			for i := end - 2; i > text.First; i-- {
				if k := f.key(i); (k == "के" || k == "की" || k == "का") && f.w.heads[f.key(i-1)].kind == bodyNoun && f.unitAt(i-1) == nil {
					if t := f.head(i, lo, document.Range{First: text.First, End: i}); t.ok {
						t.text = text
						return t
					}
				}
				if o := f.unitAt(i); o != nil && !o.role {
					if k := f.key(o.End); k == "के" || k == "की" || k == "का" || k == "द्वारा" {
						t := f.mention(o, text.First, text)
						t.text = text
						return t
					}
				}
			}
			return s
		case nobodyNoun:
			s.resolved, s.ok = ByNone, true
			return s
		case thingNoun:
			if k == "जानकारी" || k == "सूचना" || end-2 > lo && f.key(end-2) == "जारी" {
				if t, ok := f.informant(end-1, lo); ok {
					return t
				}
			}
			// may speak with ने, never with मुताबिक
			s.names = []string{f.groupText(text, end)}
			s.resolved, s.thing, s.body = ByOrganization, true, true
			return s
		}
	}
	// a later mention that was not recognised: the last name of a person of the article
	if u == nil && f.toks[end-1].Kind == document.Word && f.d.Class(end-1)&(lexicon.Auxiliary|lexicon.Pronoun|lexicon.Particle|lexicon.Postposition) == 0 {
		for n := range f.actors {
			if a := &f.actors[n]; a.person && len(a.words) > 1 && a.words[len(a.words)-1] == k && f.plainStart(text.First, end) >= end-2 {
				t := f.mention(&unit{document.Range{First: end - 1, End: end}, n, false}, lo, text)
				t.resolved = ByShortName
				return t
			}
		}
	}
	// an unknown head: a name that nobody knew, or a noun
	if f.toks[end-1].Kind != document.Word || f.d.Class(end-1).Has(lexicon.Auxiliary|lexicon.Pronoun|lexicon.Particle|lexicon.Postposition) {
		return s
	}
	first := f.plainStart(text.First, end)
	if at, ok := f.place[end]; ok && at == first { // ईरान ने कहा
		s.names = []string{f.d.Text(f.d.SpanOf(document.Range{First: first, End: end}))}
		s.resolved, s.official, s.body, s.ok = ByOrganization, true, true, true
		return s
	}
	for first < end-1 && (f.d.Class(first).Has(lexicon.Honorific) || f.key(first) == ".") {
		first++
	}
	s.names = []string{f.d.Text(f.d.SpanOf(document.Range{First: first, End: end}))}
	s.resolved = ByName
	s.likely = f.d.Class(end - 1).Has(lexicon.GivenName | lexicon.Surname)
	if strings.HasSuffix(k, "ों") {
		s.resolved, s.plural = ByGroup, true
	}
	if c := f.toks[end-1]; f.d.Raw()[c.Start] >= 'A' && f.d.Raw()[c.Start] <= 'Z' { // WHO
		s.resolved, s.body, s.ok = ByOrganization, true, true
		return s
	}
	// an office before an unknown word: it is a name (संयुक्त निदेशक मेल रोजालेस)
	for i := end - 2; i >= text.First; i-- {
		k := f.key(i)
		if n := f.w.heads[k]; n.kind == roleNoun {
			s.resolved, s.ok = ByName, true
			first := i + 1
			for first < end-1 && (f.d.Class(first).Has(lexicon.Honorific) || f.key(first) == ".") {
				first++
			}
			s.names[0] = f.d.Text(f.d.SpanOf(document.Range{First: first, End: end}))
			s.official = n.official && f.key(text.First) != "पूर्व"
			s.role = f.d.Text(f.d.SpanOf(document.Range{First: f.plainStart(text.First, i+1), End: i + 1}))
			break
		}
		if k == "के" || k == "का" || k == "की" {
			break
		}
	}
	return s
}

// informant finds who gave the information or the text before token end: पुलिस से मिली
// जानकारी, मंत्रालय की ओर से जारी आंकड़ों.
func (f *finder) informant(end, lo int) (source, bool) {
	for j := end - 1; j > lo && j > end-9; j-- {
		np := -1
		switch k := f.key(j); {
		case k == "द्वारा":
			np = j
		case k == "से" && (f.key(j-1) == "ओर" || f.key(j-1) == "तरफ") && f.key(j-2) == "की":
			np = j - 2
		case k == "से" && (f.key(j+1) == "मिली" || f.key(j+1) == "प्राप्त"):
			np = j
		case f.d.Class(j).Has(lexicon.Postposition) && k != "को" && k != "में" && k != "पर" && k != "तक":
			return source{}, false
		}
		if at, ok := f.place[np]; ok && at >= lo && f.unitAt(np-1) == nil && f.key(j) == "से" && np == j {
			return source{}, false // आइजोल से प्राप्त खबर: the place says nothing
		}
		if np > lo {
			s := f.analyse(np, lo)
			return s, s.ok && s.resolved != ByNone
		}
	}
	return source{}, false
}

// mention makes the source of a mention of an actor.
func (f *finder) mention(u *unit, lo int, text document.Range) source {
	a := &f.actors[u.actor]
	s := source{actor: u.actor, ok: true, names: []string{a.name}, official: a.official}
	s.text = document.Range{First: u.First, End: text.End}
	if !a.person {
		s.names[0] = f.d.Text(f.d.SpanOf(u.Range))
		s.resolved, s.body = ByOrganization, true
		if first := f.fullName(u, max(lo, text.First)); first < u.First { // सड़क सुरक्षा | फोर्स
			s.text.First = first
			s.names[0] = f.d.Text(f.d.SpanOf(document.Range{First: first, End: u.End}))
		}
		return s
	}
	// रामसजीवन पुत्र छेदीलाल: the first of the record speaks
	if k := f.key(u.First - 1); k == "पुत्र" || k == "पुत्री" || k == "पत्नी" || k == "पिता" {
		if prev := f.unitAt(u.First - 2); prev != nil && !prev.role && prev.First >= lo && f.actors[prev.actor].person {
			t := f.mention(prev, lo, text)
			return t
		}
	}
	s.resolved = ByShortName
	if n := f.nameWords(u); n >= len(a.words) {
		s.resolved = ByName
	}
	if len(a.roles) > 0 {
		s.role = a.roles[0]
	}
	// roles and honorifics in front belong to the text
	first := u.First
	for first > lo {
		p := f.unitAt(first - 1)
		switch {
		case p != nil && p.role && p.First >= lo:
			first = p.First
		case p == nil && f.roleBefore(a, first) > 0:
			first -= f.roleBefore(a, first)
		case p == nil && f.w.heads[f.key(first-1)].kind == roleNoun:
			first = max(lo, f.plainStart(f.npStart(first, lo), first))
			goto done
		case f.d.Class(first-1).Has(lexicon.Honorific) || f.key(first-1) == "." && f.d.Class(first-2).Has(lexicon.Honorific):
			first--
		default:
			goto done
		}
	}
done:
	for first < u.First && (f.d.Class(first).Has(lexicon.Auxiliary) || participles[f.key(first)]) {
		first++ // बयान जारी कर विधायक …
	}
	if first < u.First && first-1 >= lo && kin[f.key(u.First-1)] { // मृतक के भाई सुरेश कुमार
		switch k := f.key(first - 1); {
		case genPronouns[k]:
			first--
		case (k == "के" || k == "की" || k == "का") && first-2 >= lo:
			first = f.npStart(first-1, lo)
		}
	}
	s.text.First = first
	return s
}

// fullName returns where the name of the body u starts, of which only the head was known as
// one: सड़क सुरक्षा | फोर्स. Nouns without a case marker between them belong to the head.
func (f *finder) fullName(u *unit, lo int) int {
	const longest = 3 // words before the head
	if u.Len() != 1 || !f.genericHead(u) {
		return u.First
	}
	first := u.First
	for first > lo && u.First-first < longest {
		j := first - 1
		c := f.d.Class(j)
		if f.toks[j].Kind != document.Word || f.unitAt(j) != nil || !c.Has(lexicon.CommonWord) && !strings.HasSuffix(f.key(j), "िक") && !strings.HasSuffix(f.key(j), "ीय") ||
			c&(lexicon.Postposition|lexicon.Conjunction|lexicon.Auxiliary|lexicon.Pronoun|lexicon.Demonstrative|lexicon.Particle|lexicon.Weekday|lexicon.Month) != 0 || participles[f.key(j)] {
			break
		}
		first = j
	}
	return first
}

// genericHead reports whether the one word of u names a kind of body and no body.
func (f *finder) genericHead(u *unit) bool {
	switch f.key(u.First) {
	case "फोर्स", "इकाई", "सेल", "यूनिट", "दस्ता", "दस्ते", "विंग", "प्रकोष्ठ", "ब्यूरो", "मिशन", "केंद्र", "संस्थान", "सोसाइटी", "टास्कफोर्स", "बल", "दल", "निदेशालय", "प्राधिकरण", "ट्रिब्यूनल":
		return true
	}
	return false
}

// roleBefore returns the number of tokens of the longest role of a that stands right
// before token i.
func (f *finder) roleBefore(a *actor, i int) int {
	best := 0
	for _, role := range a.plainRoles {
		words := strings.Fields(role)
		if n := len(words); n > best && i-n >= 0 {
			for k := range words {
				if f.key(i-n+k) != words[k] {
					n = 0
					break
				}
			}
			best = max(best, n)
		}
	}
	return best
}

// nameWords counts the words of a mention that are not honorifics.
func (f *finder) nameWords(u *unit) int {
	n := 0
	for i := u.First; i < u.End; i++ {
		if f.toks[i].Kind == document.Word && !(f.d.Class(i).Has(lexicon.Honorific) && i == u.First && u.Len() > 1) {
			n++
		}
	}
	return n
}

// before returns the mention that ends at token i or before a comma there.
func (f *finder) before(i, lo int) *unit {
	if i >= lo && (f.key(i) == "," || f.key(i) == "(") {
		i--
	}
	if u := f.unitAt(i); i >= lo && u != nil && !u.role {
		return u
	}
	return nil
}

// roleSource is the source that its office names.
func (f *finder) roleSource(actor int, text document.Range) source {
	a := &f.actors[actor]
	s := source{actor: actor, ok: true, names: []string{a.name}, official: a.official, resolved: ByRole, text: text}
	if len(a.roles) > 0 {
		s.role = a.roles[0]
	}
	return s
}

// byCountry returns the person whose office has the adjective of the country that stands in the
// genitive before u, -1 for none: पाकिस्तान के राष्ट्रपति ने is पाकिस्तानी राष्ट्रपति मुशर्रफ.
func (f *finder) byCountry(u *unit, lo int) int {
	at := u.First - 1
	if k := f.key(at); k != "के" && k != "की" && k != "का" {
		return -1
	}
	first, ok := f.place[at]
	if !ok || first != at-1 || first < lo {
		return -1
	}
	land := f.key(first)
	var office []string
	for i := u.First; i < u.End; i++ {
		office = append(office, f.key(i))
	}
	want := strings.Join(office, " ")
	for n := range f.actors {
		a := &f.actors[n]
		if !a.person || len(a.mentions) == 0 || a.mentions[0].First > u.First {
			continue
		}
		for _, role := range a.plainRoles {
			adj, rest, _ := strings.Cut(role, " ")
			if rest == want && (adj == land+"ी" || adj == strings.TrimSuffix(land, "ा")+"ी") {
				return n
			}
		}
	}
	return -1
}

// byRole returns the person whose office the noun phrase names, the last one
// mentioned before it, or -1.
func (f *finder) byRole(text document.Range, end, least int) int {
	var parts []string
	for i := text.First; i < end; i++ {
		if f.toks[i].Kind == document.Word {
			parts = append(parts, f.key(i))
		}
	}
	if len(parts) == 0 {
		return -1
	}
	plain := strings.Join(parts, " ")
	want := f.w.roleKey(plain)
	headWord := lastWord(want)
	former := parts[0] == "पूर्व" || parts[0] == "तत्कालीन"
	best, bestScore, bestAt := -1, 0, -1
	for n := range f.actors {
		a := &f.actors[n]
		if !a.person {
			continue
		}
		score := 0
		for i, r := range a.roleKeys {
			if former != (strings.HasPrefix(r, "पूर्व ") || strings.HasPrefix(r, "तत्कालीन ")) && former {
				continue
			}
			switch {
			case a.plainRoles[i] == plain || lastWord(plain) == lastWord(a.plainRoles[i]) && subset(plain, a.plainRoles[i]) && subset(a.plainRoles[i], plain):
				score = max(score, 4)
			case r == want:
				score = max(score, 4)
			case strings.HasSuffix(r, " "+want) || strings.HasSuffix(want, " "+r):
				score = max(score, 3)
			case lastWord(r) == headWord && subset(want, r):
				score = max(score, 3)
			case lastWord(r) == headWord && len(parts) == 1:
				score = max(score, 2)
			}
		}
		if score < least {
			continue
		}
		at := -1
		for _, m := range a.mentions {
			if m.First < text.First && m.First > at {
				at = m.First
			}
		}
		if at < 0 && len(parts) == 1 && commonOffices[plain] && !(f.key(end) == "ने" && f.headed(text.First)) {
			continue // अधिकारी दावा कर रहे हैं: any of them
		}
		if score > bestScore && (at >= 0 || bestAt < 0) || score >= bestScore-1 && at > bestAt {
			best, bestScore, bestAt = n, score, at
		}
	}
	return best
}

// commonOffices are held by many: alone they mean none that is named only later.
var commonOffices = set("अधिकारी अफसर नेता कार्यकर्ता कर्मचारी डॉक्टर चिकित्सक विशेषज्ञ वैज्ञानिक किसान छात्र छात्रा वकील अधिवक्ता विधायक सांसद पार्षद पत्रकार शिक्षक व्यापारी दुकानदार ग्रामीण चालक जवान सैनिक पुलिसकर्मी")

// headed reports whether token i stands in the headline or the standfirst, which the text
// explains: लौटे छात्र ने सुनाई आपबीती.
func (f *finder) headed(i int) bool {
	k := f.d.Blocks()[f.d.SentenceOf(i).Block].Kind
	return k == document.Headline || k == document.Summary
}

func lastWord(s string) string {
	if i := strings.LastIndexByte(s, ' '); i >= 0 {
		return s[i+1:]
	}
	return s
}

// subset reports whether all words of a stand in b.
func subset(a, b string) bool {
	for _, w := range strings.Fields(a) {
		if !strings.Contains(" "+b+" ", " "+w+" ") {
			return false
		}
	}
	return true
}

// bench takes the judges of a bench into its text: जस्टिस A और जस्टिस B की पीठ.
func (f *finder) bench(first, lo int) int {
	u := f.unitAt(first)
	for i := first; i < first+4 && (u == nil || u.role); i++ {
		u = f.unitAt(i)
	}
	if u == nil || u.role || !f.actors[u.actor].person {
		return first
	}
	for range 3 {
		k := f.key(first - 1)
		if first-1 <= lo || k != "और" && k != "एवं" && k != "व" && k != "तथा" && k != "," {
			return first
		}
		u := f.unitAt(first - 2)
		if u == nil || u.role || !f.actors[u.actor].person || u.First < lo {
			return first
		}
		first = f.mention(u, lo, u.Range).text.First
	}
	return first
}

// kin are the words for relatives, whom only the other person tells apart.
var kin = set("पिता माता मां पत्नी पति पुत्र पुत्री बेटे बेटा बेटी भाई बहन चाचा चाची मामा दादा दादी ससुर सास भतीजे जीजा साले दोस्त मित्र मालिक वकील")

// roleText is the office as written, without the place before it.
func (f *finder) roleText(text document.Range, end int) string {
	if kin[f.key(end-1)] {
		return f.d.Text(f.d.SpanOf(document.Range{First: text.First, End: end}))
	}
	return f.d.Text(f.d.SpanOf(document.Range{First: f.plainStart(text.First, end), End: end}))
}

// groupText is the group as written: its noun with the adjectives before it, without
// the genitives: चौकोड़ी के ग्रामीणों → ग्रामीणों, स्थानीय लोगों.
func (f *finder) groupText(text document.Range, end int) string {
	return f.d.Text(f.d.SpanOf(document.Range{First: f.plainStart(text.First, end), End: end}))
}

// plainStart returns the first token of the words before end that no genitive parts
// from it.
func (f *finder) plainStart(first, end int) int {
	i := end - 1
	for i > first {
		k := f.key(i - 1)
		if k == "के" || k == "की" || k == "का" || k == "वाले" || k == "वाली" || k == "वाला" || genPronouns[k] || f.toks[i-1].Kind != document.Word {
			break
		}
		i--
	}
	return i
}

// genitiveOwner returns the और before the body whose genitive ends at token j, where another person
// stands right before it; 0 where none does.
func (f *finder) genitiveOwner(j, lo int) int {
	const longest = 5 // words of the body
	if k := f.key(j); k != "की" && k != "के" && k != "का" {
		return 0
	}
	for i := j - 1; i > lo && i >= j-longest; i-- {
		switch k := f.key(i); {
		case k == "और" || k == "व" || k == "एवं" || k == "तथा":
			if u := f.unitAt(i - 1); u != nil && !u.role && u.End == i && f.actors[u.actor].person {
				return i
			}
			return 0
		case f.toks[i].Kind != document.Word, f.d.Class(i).Has(lexicon.Postposition | lexicon.Auxiliary):
			return 0
		}
	}
	return 0
}

// genitiveBody reports whether a body in the genitive starts at token i: मंत्रालय के.
func (f *finder) genitiveBody(i int) bool {
	u := f.unitAt(i)
	if u == nil || u.role || f.actors[u.actor].person {
		return false
	}
	k := f.key(u.End)
	return k == "के" || k == "की" || k == "का"
}

// joined adds the speakers that und words join to s: A, B और C ने.
func (f *finder) joined(s source, lo int) source {
	first := s.text.First
	if s.body {
		// न्यायमूर्ति A और न्यायमूर्ति B की पीठ: the bench speaks
		for i := first; i < s.text.End; i++ {
			if u := f.unitAt(i); u != nil && !u.role && f.actors[u.actor].person {
				return s
			}
		}
	}
	for range 4 {
		j := first - 1
		if j <= lo {
			return s
		}
		k := f.key(j)
		if g := f.genitiveOwner(j, lo); g > 0 && s.actor >= 0 && f.actors[s.actor].person { // X और महिला मोर्चा की Y
			j, k = g, f.key(g)
		}
		if k != "और" && k != "व" && k != "एवं" && k != "तथा" && !(k == "," && len(s.names) > 1) {
			return s
		}
		u := f.unitAt(j - 1)
		var t source
		switch {
		case u != nil && !u.role && !f.actors[u.actor].person && s.actor < 0 && !s.body && f.genitiveBody(first):
			// आईसीएमआर और मंत्रालय के अफसर ने: both bodies own the office
			return s
		case u != nil && !u.role && u.First >= lo && u.End == j:
			t = f.mention(u, lo, document.Range{First: u.First, End: j})
			if t.actor == s.actor {
				return s
			}
		case u != nil && u.role:
			return s
		default:
			n, ok := f.w.heads[f.key(j-1)]
			if !ok || n.kind != groupNoun && n.kind != bodyNoun && (n.kind != roleNoun || s.resolved == ByName || s.resolved == ByShortName) {
				return s
			}
			t = f.head(j, lo, document.Range{First: f.npStart(j, lo), End: j})
			if !t.ok {
				return s
			}
		}
		s.names = append(t.names[:len(t.names):len(t.names)], s.names...)
		s.text.First = t.text.First
		s.official = s.official || t.official
		s.plural = true
		first = t.text.First
	}
	return s
}
