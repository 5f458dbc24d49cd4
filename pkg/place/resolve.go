package place

import (
	"strings"

	"khabar/pkg/dateline"
	"khabar/pkg/document"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
	"khabar/pkg/span"
)

// Hint is a place that the page furniture tells.
type Hint struct {
	Span span.Span
	Text string
	From string // dateline, byline or breadcrumb
}

// Input is what Resolve reads besides the document.
type Input struct {
	Gazetteer  *gazetteer.Table    // nil: the default
	Candidates []Candidate         // from Candidates; nil: found here
	Taken      []document.Range    // mentions of persons and organisations
	Dateline   []dateline.Dateline // the dateline in bytes of the raw text (at most one is used); empty where there is none
	Hints      []Hint
}

// Place is a place that the article names, or reports from.
type Place struct {
	Text       string // first mention, as written
	Name       string // canonical Hindi name; the text where the gazetteer lacks it
	NameEn     string
	Kind       gazetteer.Kind
	District   string
	DistrictEn string
	State      string
	StateEn    string
	Country    string
	Code       string
	Lat, Lon   float64
	Located    bool
	From       string // dateline, breadcrumb, byline, headline, text
	Span       span.Span
	Mentions   []span.Span
	Entry      gazetteer.Entry   // the zero Entry where the gazetteer lacks it
	Others     []gazetteer.Entry // further places of that name, for explanation
	Rule       string
}

// decision on a candidate.
type decision uint8

const (
	open decision = iota
	yes
	no
)

// cand is a candidate while it is judged. Names that the gazetteer lacks have no Name.
type cand struct {
	Candidate
	sort     sort
	decided  decision
	blocked  bool
	proven   bool
	kind     gazetteer.Kind // what the word beside it says
	governor int
	rule     string
	entry    gazetteer.Entry
	unknown  bool // a village of the state that no table holds
}

type resolver struct {
	d          *document.Document
	tokens     []document.Token
	gaz        *gazetteer.Table
	w          *wordLists
	cands      []cand
	byStart    map[int]int // first token → candidate
	byEnd      map[int]int // token after → candidate
	covered    []bool      // tokens of candidates, marked names and taken ranges
	taken      []bool      // tokens of persons and organisations
	sets       []wordSet   // by token
	ownEntries map[gazetteer.Entry]bool
	state      gazetteer.Entry // of the article
	district   gazetteer.Entry
	votes      map[gazetteer.Entry]int // states that the text names, and the states of its certain places
	dvotes     map[gazetteer.Entry]int
	abroad     map[string]int // foreign countries that the text names, by code
	unknownAt  []cand         // marked names, before they are merged
}

// Resolve returns the article's own place, nil where nothing tells it, and the places
// that its text names, in order of first mention.
func Resolve(d *document.Document, in Input) (*Place, []Place) {
	gaz := in.Gazetteer
	if gaz == nil {
		gaz = gazetteer.Default()
	}
	cs := in.Candidates
	if cs == nil {
		cs = Candidates(d, gaz)
	}
	r := &resolver{
		d: d, tokens: d.Tokens(), gaz: gaz, w: words(),
		ownEntries: make(map[gazetteer.Entry]bool), votes: make(map[gazetteer.Entry]int), dvotes: make(map[gazetteer.Entry]int), abroad: make(map[string]int),
		covered: make([]bool, d.Len()), taken: make([]bool, d.Len()),
	}
	r.sets = make([]wordSet, d.Len())
	for i := range r.tokens {
		r.sets[i] = r.w.sets.Of(r.tokens[i].Word)
	}
	r.load(cs, in.Taken, gaz)
	article := r.article(in)
	r.vote()
	r.marked()
	r.governed()
	r.listed()
	r.natives()
	r.suffixed()
	r.defined()
	r.merge()
	r.decide()
	return article, r.places(in, article)
}

// load takes the candidates that stand in text to be read, and blocks those that are
// part of another name.
func (r *resolver) load(cs []Candidate, taken []document.Range, gaz *gazetteer.Table) {
	for _, t := range taken {
		for i := max(0, t.First); i < t.End && i < len(r.covered); i++ {
			r.covered[i], r.taken[i] = true, true
		}
	}
	r.cands = make([]cand, 0, len(cs)+8)
	for _, c := range cs {
		if b := r.d.BlockOf(c.Range.First); b.Kind == document.Subhead {
			continue
		}
		x := cand{Candidate: c, governor: -1}
		x.sort = r.sortOf(&x)
		x.blocked = r.isBlocked(&x) || r.isTaken(&x, taken)
		r.cands = append(r.cands, x)
	}
	r.index()
	r.similar(gaz)
}

// similar adds the words that spell a place of the table in another way (वारिसलीगंज for
// वारसलीगंज): candidates of the weak sort, which only a witness at home makes places.
func (r *resolver) similar(gaz *gazetteer.Table) {
	n := len(r.cands)
	for i := range r.tokens {
		if !r.nameable(i) || r.tokens[i].Class.Has(lexicon.GivenName|lexicon.Surname) || r.d.BlockOf(i).Kind == document.Subhead {
			continue
		}
		if name := gaz.Similar(r.d.Key(i)); name.Valid() {
			rg := document.Range{First: i, End: i + 1}
			r.cands = append(r.cands, cand{Candidate: Candidate{rg, r.d.SpanOf(rg), name}, sort: weak, governor: -1, rule: "place/similar"})
		}
	}
	if len(r.cands) > n {
		sortByStart(r.cands)
		r.index()
	}
}

func (r *resolver) index() {
	r.byStart, r.byEnd = make(map[int]int, len(r.cands)), make(map[int]int, len(r.cands))
	for k := range r.cands {
		c := &r.cands[k]
		if c.blocked {
			c.decided = no
		}
		r.byStart[c.Range.First], r.byEnd[c.Range.End] = k, k
		for i := c.Range.First; i < c.Range.End; i++ {
			r.covered[i] = true
		}
	}
}

// isTaken reports whether c lies in a person's or an organisation's name. Before पुलिस and
// प्रशासन the name of the place stays one: उन्नाव पुलिस.
func (r *resolver) isTaken(c *cand, taken []document.Range) bool {
	for _, t := range taken {
		if !t.Overlaps(c.Range) {
			continue
		}
		if t.First == c.Range.First && t.End > c.Range.End {
			// उन्नाव पुलिस, हसनगंज कोतवाली, देवघर जिला प्रशासन: the body is named after the place
			if n, ok := r.w.nouns[r.d.Key(c.Range.End)]; ok && n.after || genitive[r.d.Key(c.Range.End)] {
				continue
			}
		}
		if t.First == c.Range.First && c.Name.Entry(0).Kind() == gazetteer.State && r.publicBody(c.Range.End, t.End) {
			continue
		}
		return true
	}
	return false
}

// publicBody reports whether the tokens from i to end name a body that a state has one of:
// छत्तीसगढ़ हाई कोर्ट, झारखंड एकेडमिक काउंसिल.
func (r *resolver) publicBody(i, end int) bool {
	for ; i < end; i++ {
		switch r.d.Key(i) {
		case "हाईकोर्ट", "कोर्ट", "न्यायालय", "काउंसिल", "आयोग", "बोर्ड", "विधानसभा", "परिषद", "प्राधिकरण", "लोकायुक्त", "मंत्रिमंडल", "कैबिनेट":
			return true
		}
	}
	return false
}

// isBlocked reports whether the words around c make it part of another name: बिहार
// रेजीमेंट, ईटीवी भारत, लखनऊ सुपर जायंट्स.
func (r *resolver) isBlocked(c *cand) bool {
	switch c.Name.Entry(0).Kind() {
	case gazetteer.River, gazetteer.Sea, gazetteer.Lake, gazetteer.Dam, gazetteer.Park, gazetteer.Landmark, gazetteer.Pass:
		return true
	case gazetteer.Region:
		if r.d.Key(c.Range.End) == "रेलवे" { // उत्तर पूर्व रेलवे
			return true
		}
	}
	i, j := c.Range.First, c.Range.End
	if c.Range.Len() == 1 && notNames[r.d.Key(i)] {
		return true
	}
	// बाइक (यूपी 76 एएच 4410): the letters of a number plate
	if c.Range.Len() == 1 && j+2 < len(r.tokens) && r.tokens[j].Kind == document.Number && len(r.tokens[j].Key) == 2 && !r.tokens[j+1].Class.Has(lexicon.Postposition) && r.tokens[j+2].Kind == document.Number && len(r.tokens[j+2].Key) == 4 {
		return true
	}
	// मरहम-पट्टी: the second half of a compound of common words
	if c.Range.Len() == 1 && i > 1 && r.d.Key(i-1) == "-" && !r.tokens[i].Space && !r.tokens[i-1].Space && !major(c.Name.Entry(0)) &&
		r.tokens[i-2].Kind == document.Word && r.tokens[i-2].Class.Has(lexicon.CommonWord) && !may(r.gaz, r.tokens[i-2].Word) {
		return true
	}
	if n, _ := r.w.after.Longest(func(k int) string { return r.d.Key(j + k) }); n > 0 && r.sentence(j) == r.sentence(i) {
		return true
	}
	for _, ws := range r.w.before[r.d.Key(i-1)] {
		ok := r.sentence(i-1) == r.sentence(i)
		for k := range ws {
			ok = ok && r.d.Key(i-1-len(ws)+k) == ws[k]
		}
		if ok {
			return true
		}
	}
	if n, _ := r.w.phrases.Longest(func(k int) string { return r.d.Key(i + k) }); n > c.Range.Len() {
		return true
	}
	for back := 1; back <= 3; back++ { // टीम इंडिया, मेक इन इंडिया
		if n, _ := r.w.phrases.Longest(func(k int) string { return r.d.Key(i - back + k) }); n == back+c.Range.Len() {
			return true
		}
	}
	return false
}

// article finds the article's place: the dateline, else the most specific place of the
// furniture; and the state and district that the page is about.
func (r *resolver) article(in Input) *Place {
	var hinted []gazetteer.Entry
	for _, h := range in.Hints {
		hinted = append(hinted, r.hintEntries(h.Text)...)
	}
	for _, e := range hinted {
		if s := e.State(); s.Valid() {
			r.votes[s] += 2
			if !r.state.Valid() {
				r.state = s
			}
		}
		if e.Has(gazetteer.District) {
			r.dvotes[e.Head()] += 2
		}
	}
	var out *Place
	if len(in.Dateline) > 0 {
		out = r.fromDateline(in.Dateline[0])
	}
	weak := len(in.Dateline) > 0 && in.Dateline[0].Weak
	if out == nil || weak {
		if p := r.fromHints(in.Hints); p != nil && (out == nil || !coarse(p.Entry)) {
			out = p
		}
	}
	if out != nil && out.Entry.Valid() {
		r.ownEntries[out.Entry.Head()] = true
		if out.Entry.State().Valid() {
			r.state = out.Entry.State()
			r.votes[r.state] += 3
		}
		if d := out.Entry.District(); d.Valid() {
			r.district = d.Head()
			r.dvotes[d.Head()] += 2
			r.ownEntries[d.Head()] = true
		}
	}
	return out
}

func coarse(e gazetteer.Entry) bool {
	switch e.Kind() {
	case gazetteer.State, gazetteer.Country, gazetteer.Region, gazetteer.Continent:
		return true
	}
	return !e.Valid()
}

// hintEntries looks a furniture text up as a whole, then by its first part.
func (r *resolver) hintEntries(text string) []gazetteer.Entry {
	n := r.gaz.Find(text)
	if !n.Valid() {
		return nil
	}
	return []gazetteer.Entry{r.pick(n, nil)}
}

// fromDateline makes the article's place of a dateline.
func (r *resolver) fromDateline(dl dateline.Dateline) *Place {
	if !dl.Place.Found() {
		return nil
	}
	var parents []gazetteer.Entry
	for _, p := range []dateline.Place{dl.District, dl.State} {
		if p.Name.Valid() {
			e := r.pick(p.Name, nil)
			parents = append(parents, e)
			if s := e.State(); s.Valid() {
				r.state = s
				r.votes[s] += 3
			}
			if e.Has(gazetteer.District) {
				r.district = e.Head()
				r.dvotes[e.Head()] += 3
				r.ownEntries[e.Head()] = true
			}
		}
	}
	if dl.Second.Name.Valid() {
		if e := r.pick(dl.Second.Name, nil); e.State().Valid() {
			r.votes[e.State()] += 2
		}
	}
	p := &Place{Text: dl.Place.Text, Span: dl.Place.Span, Mentions: []span.Span{dl.Place.Span}, From: "dateline", Rule: dl.Rule}
	if dl.Place.Name.Valid() {
		e := r.pick(dl.Place.Name, parents)
		r.fill(p, e, gazetteer.None)
		p.Others = rest(dl.Place.Name, e)
		return p
	}
	p.Name = p.Text
	for _, e := range parents {
		r.inherit(p, e)
	}
	if p.StateEn == "" {
		r.inherit(p, r.state)
	}
	return p
}

// fromHints makes the article's place of the furniture: a line of its own, the byline,
// the breadcrumb; of one sort the most specific.
func (r *resolver) fromHints(hints []Hint) *Place {
	for _, from := range []string{"dateline", "byline", "breadcrumb"} {
		var best *Place
		for _, h := range hints {
			if h.From != from {
				continue
			}
			n := r.gaz.Find(h.Text)
			if !n.Valid() {
				continue
			}
			e := r.pick(n, nil)
			p := &Place{Text: h.Text, Span: h.Span, Mentions: []span.Span{h.Span}, From: from, Rule: "place/" + from}
			r.fill(p, e, gazetteer.None)
			p.Others = rest(n, e)
			if best == nil || coarse(best.Entry) && !coarse(e) || best.Entry.Kind() == gazetteer.Country {
				best = p
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

func rest(n gazetteer.Name, e gazetteer.Entry) []gazetteer.Entry {
	var out []gazetteer.Entry
	for i := range n.Len() {
		if x := n.Entry(i); x != e.Head() && len(out) < 8 {
			out = append(out, x)
		}
	}
	return out
}

// vote counts the states and districts that the certain names of the text speak for.
func (r *resolver) vote() {
	seen := make(map[gazetteer.Entry]bool)
	for k := range r.cands {
		c := &r.cands[k]
		if c.blocked || c.sort != plain {
			continue
		}
		e := c.Name.Entry(0)
		if seen[e] || c.Name.Clash()&gazetteer.Many != 0 {
			continue
		}
		if c.Name.Len() > 1 && c.Name.Entry(1).Weight()+120 > e.Weight() {
			continue
		}
		seen[e] = true
		if e.Kind() == gazetteer.Country && e.Country() != "IN" {
			r.abroad[e.Country()]++
		}
		if s := e.State(); s.Valid() {
			r.votes[s]++
			if e.Kind() == gazetteer.State {
				r.votes[s]++
			}
		}
		if e.Has(gazetteer.District) {
			r.dvotes[e.Head()]++
		}
	}
	if !r.state.Valid() {
		best := 0
		for k := range r.cands { // in text order, so that ties are stable
			if r.cands[k].blocked {
				continue
			}
			if s := r.cands[k].Name.Entry(0).State(); s.Valid() && r.votes[s] > best {
				best, r.state = r.votes[s], s
			}
		}
	}
}

// pick chooses the place that a name means: one that lies in a given parent, else the
// best of district, state, the other places of the text, and prominence.
func (r *resolver) pick(n gazetteer.Name, parents []gazetteer.Entry) gazetteer.Entry {
	best, score := gazetteer.Entry{}, -1
	for i := range n.Len() {
		e := n.Entry(i)
		s := e.Weight()
		if i == 0 {
			s += 60 // the order of the table knows more than the weight
		}
		if st := e.State(); st.Valid() {
			if st == r.state {
				s += 350
			}
			s += 60 * min(r.votes[st], 5)
		}
		if c := e.Country(); c != "" && c != "IN" && r.abroad[c] > 0 && !(n.Entry(0).Country() == "IN" && major(n.Entry(0))) {
			s += 200 + 60*min(r.abroad[c], 5) // कंधार in a report on अफगानिस्तान; हैदराबाद stays the Indian city
		}
		if d := e.District(); d.Valid() {
			if d.Head() == r.district {
				s += 250
			}
			s += 70 * min(r.dvotes[d.Head()], 3)
		}
		for _, p := range parents {
			if inside(e, p) {
				s += 3000
			}
		}
		if s > score {
			best, score = e, s
		}
	}
	return best
}

// add enters a marked name.
func (r *resolver) add(rg document.Range, k gazetteer.Kind, rule string) {
	if b := r.d.BlockOf(rg.First); b.Kind == document.Subhead {
		return
	}
	for i := rg.First; i < rg.End; i++ {
		r.covered[i] = true
	}
	r.unknownAt = append(r.unknownAt, cand{
		Candidate: Candidate{Range: rg, Span: r.d.SpanOf(rg)}, kind: k, proven: true, unknown: true, governor: -1, rule: rule,
	})
}

// merge brings the marked names in among the candidates, in text order. A name marked
// once is a place wherever it stands again.
func (r *resolver) merge() {
	if len(r.unknownAt) == 0 {
		return
	}
	known := make(map[string]bool)
	for _, c := range r.unknownAt {
		if c.Range.Len() == 1 {
			known[r.d.Key(c.Range.First)] = true
		}
	}
	for i := range r.tokens {
		if !r.covered[i] && known[r.tokens[i].Key] && r.d.BlockOf(i).Kind != document.Subhead {
			r.add(document.Range{First: i, End: i + 1}, gazetteer.None, "place/again")
		}
	}
	all := make([]cand, 0, len(r.cands)+len(r.unknownAt))
	u := r.unknownAt
	sortByStart(u)
	for _, c := range r.cands {
		for len(u) > 0 && u[0].Range.First < c.Range.First {
			all = append(all, u[0])
			u = u[1:]
		}
		all = append(all, c)
	}
	r.cands = append(all, u...)
	r.index()
}

func sortByStart(cs []cand) {
	for i := 1; i < len(cs); i++ {
		for j := i; j > 0 && cs[j].Range.First < cs[j-1].Range.First; j-- {
			cs[j], cs[j-1] = cs[j-1], cs[j]
		}
	}
}

// decide judges the candidates: the certain ones first, so that they can speak for the
// others, then the rest twice, since a list may be proven from its end.
func (r *resolver) decide() {
	for pass := range 3 {
		for k := range r.cands {
			c := &r.cands[k]
			if c.decided == no || pass > 0 && c.decided == yes {
				continue
			}
			if pass == 0 && c.sort > little && !c.proven {
				continue
			}
			if r.accept(k) {
				c.decided = yes
			} else if pass == 2 {
				c.decided = no
			}
		}
	}
	// The places that the accepted names mean; a governor decides.
	for k := range r.cands {
		c := &r.cands[k]
		if c.decided != yes || !c.Name.Valid() {
			continue
		}
		r.witnessOf(k) // sets governor and kind from the final decisions
		var parents []gazetteer.Entry
		if g := c.governor; g >= 0 && r.cands[g].decided == yes && r.cands[g].entry.Valid() {
			parents = append(parents, r.cands[g].entry)
		}
		if o, ok := r.byStart[c.Range.End+1]; ok && r.d.Key(c.Range.End) == "(" && r.cands[o].Name.Valid() {
			parents = append(parents, r.pick(r.cands[o].Name, nil))
		}
		c.entry = r.pick(c.Name, parents)
		if e := r.listedAbroad(k); e.Valid() && len(parents) == 0 {
			c.entry = e
		}
		c.unknown = r.stranger(c, parents)
	}
}

// listedAbroad returns the foreign place that candidate k means where it stands in a list next
// to one that lies abroad for certain: तोक्यो, सियोल और | वेलिंगटन, which is also a town of the
// Nilgiris.
func (r *resolver) listedAbroad(k int) gazetteer.Entry {
	foreign := func(j int) bool {
		if j < 0 || j >= len(r.cands) || r.cands[j].decided != yes || !r.cands[j].Name.Valid() {
			return false
		}
		n := r.cands[j].Name
		for i := range n.Len() {
			if n.Entry(i).Country() == "IN" {
				return false
			}
		}
		return true
	}
	listed := func(a, b int) bool {
		if a < 0 || b >= len(r.cands) || r.cands[b].Range.First-r.cands[a].Range.End != 1 {
			return false
		}
		switch r.d.Key(r.cands[a].Range.End) {
		case ",", "और", "व", "एवं", "तथा":
			return true
		}
		return false
	}
	if !(listed(k-1, k) && foreign(k-1)) && !(listed(k, k+1) && foreign(k+1)) {
		return gazetteer.Entry{}
	}
	n := r.cands[k].Name
	for i := range n.Len() {
		if e := n.Entry(i); e.Country() != "IN" {
			return e
		}
	}
	return gazetteer.Entry{}
}

// stranger reports whether all known places of a small name lie in states that the
// article does not speak of: it is rather a village at home that no table holds.
func (r *resolver) stranger(c *cand, parents []gazetteer.Entry) bool {
	e := c.entry
	if !r.state.Valid() || e.Added() || major(e) || e.Kind() == gazetteer.Region || e.Kind() == gazetteer.Province || e.Kind() == gazetteer.Continent {
		return false
	}
	if e.Country() == "IN" && (!e.State().Valid() || e.State() == r.state || r.votes[e.State()] > 0) {
		return false
	}
	for _, p := range parents {
		if inside(e, p) {
			return false
		}
	}
	if e.Country() != "IN" || e.Weight() < 625 {
		return e.Population() < 100000
	}
	return false
}

// majority makes the state that most of the accepted places lie in the article's, where
// neither dateline nor page tells it: it is the state of the villages that no table holds.
func (r *resolver) majority() {
	count := make(map[gazetteer.Entry]int)
	best := 0
	for k := range r.cands {
		c := &r.cands[k]
		if s := c.entry.State(); c.decided == yes && !c.unknown && s.Valid() {
			if count[s]++; count[s] > best {
				best, r.state = count[s], s
			}
		}
	}
}

// places joins the mentions of each place.
func (r *resolver) places(in Input, article *Place) []Place {
	if article == nil || !article.Entry.State().Valid() {
		r.majority()
	}
	var out []Place
	byEntry := make(map[gazetteer.Entry]int)
	byName := make(map[string]int)
	for k := range r.cands {
		c := &r.cands[k]
		if c.decided != yes || r.d.SentenceOf(c.Range.First).Repeat {
			continue
		}
		key := r.keyOf(c.Range)
		if c.entry.Valid() && !c.unknown {
			if i, ok := byEntry[c.entry.Head()]; ok {
				out[i].Mentions = append(out[i].Mentions, c.Span)
				byName[key] = i
				continue
			}
		} else if i, ok := byName[key]; ok {
			out[i].Mentions = append(out[i].Mentions, c.Span)
			continue
		}
		p := Place{Text: r.d.Text(c.Span), Span: c.Span, Mentions: []span.Span{c.Span}, From: "text", Rule: c.rule}
		if r.d.BlockOf(c.Range.First).Kind == document.Headline {
			p.From = "headline"
		}
		for _, dl := range in.Dateline {
			if dl.Span.Contains(c.Span) {
				p.From = "dateline"
			}
		}
		if c.entry.Valid() && !c.unknown {
			if p.Rule == "" {
				p.Rule = "place/gazetteer"
			}
			r.fill(&p, c.entry, c.kind)
			p.Others = rest(c.Name, c.entry)
			byEntry[c.entry.Head()] = len(out)
		} else {
			if p.Rule == "" {
				p.Rule = "place/local"
			}
			p.Name, p.Kind = p.Text, c.kind
			if g := c.governor; g < 0 {
				c.governor = r.governor(k)
			}
			if g := c.governor; g >= 0 && r.cands[g].entry.Valid() {
				r.inherit(&p, r.cands[g].entry)
			} else if article != nil && article.Entry.Valid() {
				r.inherit(&p, article.Entry.State())
			} else {
				r.inherit(&p, r.state)
			}
		}
		byName[key] = len(out)
		out = append(out, p)
	}
	return out
}

func (r *resolver) keyOf(rg document.Range) string {
	if rg.Len() == 1 {
		return r.d.Key(rg.First)
	}
	var b strings.Builder
	for i := rg.First; i < rg.End; i++ {
		if i > rg.First {
			b.WriteByte(' ')
		}
		b.WriteString(r.d.Key(i))
	}
	return b.String()
}

// fill writes what the gazetteer knows of e. kind is what the text says: in सोलन जिले the
// district's face of सोलन is meant.
func (r *resolver) fill(p *Place, e gazetteer.Entry, kind gazetteer.Kind) {
	if kind == gazetteer.District || kind == gazetteer.Subdistrict {
		e = e.Face(kind)
	}
	p.Entry = e
	p.Name, p.NameEn, p.Kind, p.Code, p.Country = e.Name(), e.NameEn(), e.Kind(), e.Code(), e.Country()
	r.parents(p, e)
	p.Lat, p.Lon, p.Located = e.Position()
	if !p.Located {
		p.Lat, p.Lon, p.Located = e.Head().Position()
	}
}

func (r *resolver) parents(p *Place, e gazetteer.Entry) {
	if d := e.District(); d.Valid() {
		p.District, p.DistrictEn = d.Name(), d.NameEn()
	}
	if s := e.State(); s.Valid() {
		s = s.Face(gazetteer.State)
		p.State, p.StateEn = s.Name(), s.NameEn()
	}
}

// inherit gives a place that the gazetteer lacks the district, state and country of the
// place that it lies in.
func (r *resolver) inherit(p *Place, in gazetteer.Entry) {
	if !in.Valid() {
		return
	}
	r.parents(p, in)
	p.Country = in.Country()
}
