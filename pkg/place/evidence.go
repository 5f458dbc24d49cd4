package place

import (
	"strings"
	"unicode/utf8"

	"khabar/pkg/document"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
)

// sort orders names by how much a text must say before they count as places.
type sort uint8

const (
	plain  sort = iota // a name that can be nothing else: मुजफ्फरपुर
	little             // a small place: its name needs a case marker
	weak               // a station, or a spelling that nobody has checked
	human              // also a person's name: सागर, आनंद
	word               // also a word: मंडी, बस्ती
	verbal             // also a verb: गया
	never_             // hardly ever a place: शाम
)

// sortOf sorts the candidate c.
func (r *resolver) sortOf(c *cand) sort {
	n := c.Name
	clash := n.Clash()
	e := n.Entry(0)
	single := c.Range.Len() == 1
	cls := r.tokens[c.Range.First].Class
	short := single && utf8.RuneCountInString(r.tokens[c.Range.First].Key) < 3
	switch {
	case clash&gazetteer.Rarely != 0:
		return never_
	case clash&gazetteer.Verb != 0 && strings.HasSuffix(r.tokens[c.Range.First].Key, "ना") && major(e):
		return plain // an infinitive: पटना the city is everywhere, पटना "to be settled" rare
	case clash&gazetteer.Verb != 0:
		return verbal
	case clash&gazetteer.Noun != 0:
		return word
	case single && cls.Has(lexicon.Auxiliary):
		return never_
	case single && cls.Has(lexicon.CommonWord) && !major(e):
		return word
	case clash&gazetteer.Person != 0 || single && cls.Has(lexicon.GivenName|lexicon.Surname) && !major(e):
		return human
	case e.Trust() == gazetteer.Weak || short || e.Country() != "IN" && e.Trust() == gazetteer.Fair && e.Population() < 1000000:
		return weak
	case major(e) || e.Kind() == gazetteer.Region || e.Kind() == gazetteer.Continent || e.Kind() == gazetteer.Province || e.Population() >= 100000:
		return plain
	case c.Range.Len() > 1:
		return plain
	}
	return little
}

// major reports whether e is a state, a country, a district or a city.
func major(e gazetteer.Entry) bool {
	switch e.Kind() {
	case gazetteer.State, gazetteer.Country, gazetteer.District:
		return true
	case gazetteer.City:
		return e.Country() == "IN" || e.Population() >= 500000 || e.Trust() == gazetteer.Sure
	}
	return e.Has(gazetteer.District)
}

// witness is what the text around a candidate says for it.
type witness struct {
	noun   bool // a word that proves a place stands beside it
	chain  bool // a place that it lies in governs it: बिहार के गया
	list   bool // it stands beside another place in a list
	local  bool // में, से, तक … follow
	gen    bool // का, के, की, को follow
	dash   bool // it is part of a compound of places: पटना-गया
	person bool // the words around it are a person's
	office bool // an office stands before it: डीसी चंबा
	tag    bool // it stands behind a person's name and a comma: हेमा देवी, गंगोलीहाट
	number bool // a numeral stands before it: दो गुना
	bound  bool // another noun stands before it and may govern it: सब्जी मंडी
	ne     bool // ने follows
}

// witnessOf reads the words around candidate k.
func (r *resolver) witnessOf(k int) witness {
	c := &r.cands[k]
	i, j := c.Range.First, c.Range.End
	s := r.tokens[i].Sentence
	in := func(x int) bool { return x >= 0 && x < len(r.tokens) && r.tokens[x].Sentence == s }
	var w witness
	if in(j) {
		key := r.d.Key(j)
		if n, ok := r.w.nouns[key]; ok && n.after {
			w.noun = true
		} else if ok && n.office { // कल्याणपुर इंस्पेक्टर, उन्नाव एसपी
			w.office = true
		}
		if n, ok := r.w.nouns[key]; ok && n.after {
			if c.kind == gazetteer.None && n.kind != gazetteer.None {
				c.kind = n.kind
			}
		}
		w.local = locative[key]
		w.gen = genitive[key]
		w.ne = key == "ने"
		if genitive[key] && in(j+1) { // शिमला के एसपी, गया के डीएम, सीकर की पुलिस
			if n, ok := r.w.nouns[r.d.Key(j+1)]; ok && key != "को" && (n.office || n.after) {
				w.office = true
			}
		}
		if key == "(" && in(j+1) { // बरगढ़ (ओडिशा)
			if o, ok := r.byStart[j+1]; ok && r.cands[o].decided == yes {
				w.chain = w.chain || r.lies(c, &r.cands[o])
			}
		}
	}
	if in(i - 1) {
		prev := &r.tokens[i-1]
		if n, ok := r.w.nouns[prev.Key]; ok {
			// in बेंदुआ गांव निवासी रामसागर the word looks back, in छेदीलाल निवासी बरौली forward
			back := false
			if prev.Key == "निवासी" {
				_, place := r.byEnd[i-1]
				_, noun := r.w.nouns[r.d.Key(i-2)]
				back = place || noun
			}
			n.before = n.before && !back
			w.noun = w.noun || n.before
			w.office = w.office || n.office
			if n.before && c.kind == gazetteer.None && prev.Key != "निवासी" {
				c.kind = n.kind
			}
		}
		if prev.Key == "," && in(i-2) && (r.taken[i-2] || r.d.Key(j) == ":" && r.tokens[i-2].Class.Has(lexicon.Surname|lexicon.GivenName)) {
			w.tag = true
		}
		if prev.Key == "मुख्यालय" || prev.Key == "राजधानी" {
			w.noun = true
		}
		if n, ok := r.w.nouns[prev.Key]; ok && (n.before || n.office) {
			// निवासी बस्ती, जिला मंडी: the word governs nothing
		} else {
			w.bound = prev.Kind == document.Word && !prev.Class.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Auxiliary|lexicon.Weekday|lexicon.Month)
		}
		if w.bound && r.taken[i-1] && !r.taken[i] { // टॉपर प्रियंका मुर्मू जामा प्रखंड की
			w.bound = false
		}
		w.number = prev.Kind == document.Number || counting[prev.Key]
		if w.bound {
			if o, ok := r.byEnd[i]; ok && (r.cands[o].decided == yes || r.cands[o].sort == plain) {
				w.bound = false
			}
		}
		if kin[prev.Key] || prev.Class.Has(lexicon.Honorific) && !w.noun {
			w.person = true
		}
		// a given name or a surname beside it: रामानंद सागर, सागर शर्मा
		single := c.Range.Len() == 1
		cls := r.tokens[i].Class
		if single && prev.Kind == document.Word && prev.Class.Has(lexicon.GivenName|lexicon.Surname) && !prev.Class.Has(lexicon.CommonWord|lexicon.Postposition|lexicon.Auxiliary|lexicon.Conjunction|lexicon.Particle) &&
			(cls.Has(lexicon.Surname|lexicon.GivenName) || c.Name.Clash()&gazetteer.Person != 0) {
			if _, ok := r.byEnd[i]; !ok {
				w.person = true
			}
		}
		if single && c.sort == little && w.bound && !r.taken[i-1] && prev.Class.Has(lexicon.GivenName) && !prev.Class.Has(lexicon.CommonWord) {
			w.person = true // परशुराम कुंड
		}
	}
	if in(j) {
		next := &r.tokens[j]
		cls := r.tokens[i].Class
		if c.Range.Len() == 1 && next.Kind == document.Word && next.Class.Has(lexicon.Surname) && !next.Class.Has(lexicon.Postposition|lexicon.Auxiliary|lexicon.CommonWord|lexicon.Conjunction) &&
			(cls.Has(lexicon.GivenName|lexicon.Surname) || c.Name.Clash()&gazetteer.Person != 0) && !w.noun && !w.office {
			w.person = true
		}
	}
	// बिहार के गया में; शहडोल जिले के ब्यौहारी
	if g := r.governor(k); g >= 0 {
		c.governor = g
		if r.lies(c, &r.cands[g]) || !r.cands[g].Name.Valid() {
			w.chain = true
		}
	}
	// it governs a place that lies in it: एमपी के इंदौर
	if k+1 < len(r.cands) && !r.cands[k+1].blocked && in(j) && (genitive[r.d.Key(j)] || r.d.Key(j) == "में") && r.cands[k+1].Range.First == j+1 && r.lies(&r.cands[k+1], c) {
		w.chain = true
	}
	// a neighbour in a list
	for _, o := range [2]int{k - 1, k + 1} {
		if o < 0 || o >= len(r.cands) || r.cands[o].decided == no {
			continue
		}
		a, b := &r.cands[min(k, o)], &r.cands[max(k, o)]
		if !in(a.Range.First) || !in(b.Range.First) {
			continue
		}
		gap := b.Range.First - a.Range.End
		if gap < 1 || gap > 2 || !coordinators[r.d.Key(a.Range.End)] || gap == 2 && !coordinators[r.d.Key(a.Range.End+1)] {
			continue
		}
		other := &r.cands[o]
		if other.sort > plain && other.decided != yes {
			continue
		}
		switch r.d.Key(a.Range.End) {
		case "-", "–", "/":
			w.dash = true
		default:
			w.list = true
		}
	}
	return w
}

var counting = set(`दो तीन चार पांच छह सात आठ नौ दस डेढ़ ढाई कई दोगुना सौ हजार गुना बीस पचास`)

// governor returns the candidate that governs candidate k in the genitive, -1 for none:
// बिहार के गया, शहडोल जिले के ब्यौहारी, करछना थाना क्षेत्र के बेंदुआ.
func (r *resolver) governor(k int) int {
	i := r.cands[k].Range.First - 1
	s := r.tokens[r.cands[k].Range.First].Sentence
	if i < 1 || r.tokens[i].Sentence != s {
		return -1
	}
	// between the governor's case marker and the name words like छोटे से गांव may stand
	for n := 0; n < 4 && i > 0 && r.tokens[i].Sentence == s; n++ {
		switch r.d.Key(i) {
		case "के", "की", "का", "स्थित":
			j := i
			for m := 0; m < 4 && j > 0; m++ {
				if o, ok := r.byEnd[j]; ok {
					if r.cands[o].decided != no && o != k {
						return o
					}
					return -1
				}
				j--
				if _, ok := r.w.nouns[r.d.Key(j)]; !ok && r.d.Key(j) != "के" {
					return -1
				}
			}
			return -1
		}
		if _, ok := r.w.nouns[r.d.Key(i)]; !ok && !adnominal[r.d.Key(i)] {
			return -1
		}
		i--
	}
	return -1
}

var adnominal = set(`छोटे से बड़े ही पास नजदीक एक अंतर्गत तहत मुख्यालय नगर गांव ग्राम इलाके`)

// lies reports whether some place called c lies in some place called g, or may (g is not
// in the gazetteer).
func (r *resolver) lies(c, g *cand) bool {
	for i := range c.Name.Len() {
		e := c.Name.Entry(i)
		for j := range g.Name.Len() {
			if inside(e, g.Name.Entry(j)) {
				return true
			}
		}
	}
	return false
}

// inside reports whether e lies in o.
func inside(e, o gazetteer.Entry) bool {
	if e == o || !e.Valid() || !o.Valid() {
		return false
	}
	if e.State().Valid() && e.State().Head() == o.Head() || e.District().Valid() && e.District().Head() == o.Head() {
		return true
	}
	if o.Kind() == gazetteer.Country && e.Country() == o.Country() && e.Country() != "" {
		return true
	}
	// a town governs the villages of its sub-district; the table has only the district
	return e.District().Valid() && e.District() == o.District() && e.Weight() < o.Weight() && o.Kind() != gazetteer.Village
}

// accept decides whether candidate k is a place.
func (r *resolver) accept(k int) bool {
	c := &r.cands[k]
	if c.blocked {
		return false
	}
	if c.proven && !c.Name.Valid() {
		return true
	}
	w := r.witnessOf(k)
	proof := w.noun || w.office || c.proven
	near := w.chain || w.list || w.dash || w.tag
	if w.number && !w.noun && c.sort >= human {
		return false
	}
	if w.person && !proof && c.sort >= little {
		return false
	}
	own := r.own(c)
	if c.sort > little && !w.bound && (r.district.Valid() && r.inDistrict(c) && r.nativeOf(c) || major(c.Name.Entry(0)) && r.team(c)) {
		return true // शिव की शबनम बानो in a report from बाड़मेर; मोगा की टीम ने
	}
	switch c.sort {
	case plain:
		return !(w.person && c.Range.Len() == 1 && !proof && !near)
	case little:
		if proof || near || own {
			return true
		}
		if w.local {
			e := c.Name.Entry(0)
			return r.home(c) || !r.state.Valid() || e.Trust() == gazetteer.Sure && e.Population() >= 20000
		}
		return w.gen && r.home(c)
	case weak:
		if w.gen && c.rule == "place/similar" && !w.bound && !w.person && r.home(c) && c.Name.Entry(0).Population() >= 20000 {
			return true // a town of the state in another spelling: सिवाकाशी की पटाखा फैक्टरी
		}
		return proof && (!w.bound || r.nounProof(c) && r.home(c)) || near && r.home(c) || w.local && r.home(c) && !w.bound
	case human:
		if w.ne && !own {
			return false
		}
		return proof || own || near || (w.local || w.gen && !w.ne) && !w.bound && (r.home(c) && r.known(c) || major(c.Name.Entry(0)) && w.local)
	case word:
		if w.bound && !w.chain && !w.list && !w.dash && !w.office {
			return false
		}
		if own {
			return proof || near || w.local || w.gen || w.office || !w.bound && r.edge(c)
		}
		return w.office || w.chain || (w.list || w.dash) && (r.home(c) || major(c.Name.Entry(0))) || w.noun && r.nounProof(c) ||
			w.local && !w.bound && r.state.Valid() && r.home(c) && major(c.Name.Entry(0))
	case verbal:
		if r.afterVerb(c) {
			return false
		}
		// own and opens: the dateline itself (गया। …)
		return w.noun || w.office || near || own && r.opens(c) || (w.local || w.gen) && (own || r.home(c) || r.opens(c))
	}
	return w.chain && (w.noun || w.local) || w.noun && r.nounProof(c) && r.home(c) && !w.bound
}

// nounProof reports whether the word beside a clashing name proves it even so: बस्ती
// निवासी, मंडी जिले, निवासी बस्ती; not मंडी क्षेत्र, बाजार रोड.
func (r *resolver) nounProof(c *cand) bool {
	if n, ok := r.w.nouns[r.d.Key(c.Range.End)]; ok && n.after {
		switch r.d.Key(c.Range.End) {
		case "जिला", "जिले", "जनपद", "तहसील", "थाना", "थाने", "विधानसभा", "लोकसभा", "संसदीय", "शहर", "निवासी", "जंक्शन", "पुलिस", "ब्लॉक", "प्रखंड", "सदर", "कोतवाली":
			return true
		}
	}
	switch r.d.Key(c.Range.First - 1) {
	case "निवासी", "जिला", "जनपद", "तहसील", "थाना", "ग्राम", "मुख्यालय":
		return true
	}
	return false
}

// inDistrict reports whether some place of the name lies in the article's district.
func (r *resolver) inDistrict(c *cand) bool {
	for i := range c.Name.Len() {
		if d := c.Name.Entry(i).District(); d.Valid() && d.Head() == r.district {
			return true
		}
	}
	return false
}

// nativeOf reports whether a person of the place follows: शिव की शबनम बानो.
func (r *resolver) nativeOf(c *cand) bool {
	j := c.Range.End
	return (r.d.Key(j) == "के" || r.d.Key(j) == "की") && j+1 < len(r.taken) && r.taken[j+1] && r.tokens[j+1].Class.Has(lexicon.GivenName) && r.sentence(j+1) == r.sentence(c.Range.First)
}

// team reports whether a team of the place follows, or a match against it: मोगा की टीम, मोगा ने
// हरियाणा को … हराया.
func (r *resolver) team(c *cand) bool {
	j := c.Range.End
	if r.d.Key(j) != "की" && r.d.Key(j) != "के" || r.sentence(j+1) != r.sentence(c.Range.First) {
		return false
	}
	switch r.d.Key(j + 1) {
	case "टीम", "टीमों", "टीमें", "खिलाड़ी", "खिलाड़ियों", "खिलाडी", "खिलाडियों":
		return true
	}
	return false
}

// own reports whether the name is the dateline's or the page's.
func (r *resolver) own(c *cand) bool {
	for i := range c.Name.Len() {
		if r.ownEntries[c.Name.Entry(i).Head()] {
			return true
		}
	}
	return false
}

// home reports whether some place of the name lies in the state of the article.
func (r *resolver) home(c *cand) bool {
	if !r.state.Valid() {
		if len(r.votes) == 0 {
			return true
		}
	}
	for i := range c.Name.Len() {
		e := c.Name.Entry(i)
		if e.Country() != "" && e.Country() != "IN" && r.abroad[e.Country()] > 0 { // ओश in a report from किर्गिज़स्तान
			return true
		}
		if e.State() == r.state || e.State().Valid() && r.votes[e.State()] > 0 {
			return true
		}
	}
	return false
}

// known reports whether some place of the name is more than a station.
func (r *resolver) known(c *cand) bool { return c.Name.Entry(0).Trust() > gazetteer.Weak }

// edge reports whether a sign or a sentence edge follows the candidate.
func (r *resolver) edge(c *cand) bool {
	j := c.Range.End
	return j >= len(r.tokens) || r.tokens[j].Kind == document.Punct
}

// opens reports whether the candidate opens its sentence or follows a sign.
func (r *resolver) opens(c *cand) bool {
	i := c.Range.First - 1
	return i < 0 || r.tokens[i].Sentence != r.tokens[c.Range.First].Sentence || r.tokens[i].Kind == document.Punct
}

// afterVerb reports whether a verb or a participle stands before the candidate: किया गया,
// मारा गया, ले जाया गया, घायल हो गया, बताया गया.
func (r *resolver) afterVerb(c *cand) bool {
	i := c.Range.First - 1
	if i < 0 || r.tokens[i].Sentence != r.tokens[c.Range.First].Sentence || r.tokens[i].Kind != document.Word {
		return false
	}
	t := &r.tokens[i]
	if _, ok := r.byEnd[c.Range.First]; ok {
		return false
	}
	if _, ok := r.w.nouns[t.Key]; ok {
		return false
	}
	if t.Key == "हुए" && locative[r.d.Key(c.Range.End)] { // निंदा करते हुए पटना में कहा
		return false
	}
	return !t.Class.Has(lexicon.Postposition|lexicon.Conjunction) || t.Key == "की"
}
