package organization

import (
	"sort"
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/span"
	"khabar/pkg/tagger"
)

// Kind is the sort of body, one of the words of the record's contract.
type Kind string

// The kinds of organisation.
const (
	Party      Kind = "party"
	Government Kind = "government"
	Police     Kind = "police"
	Court      Kind = "court"
	Company    Kind = "company"
	Media      Kind = "media"
	NGO        Kind = "ngo"
	Education  Kind = "education"
	Health     Kind = "health"
	Sport      Kind = "sport"
	Other      Kind = "other"
)

// Mention is one place where the article names the organisation.
type Mention struct {
	document.Range           // tokens
	Span           span.Span // bytes
}

// Organization is a body that the article names.
type Organization struct {
	Text     string // surface of the first mention
	Name     string // the name in full where it is known, else the longest form of the article
	NameEn   string // "" where it is not known
	Kind     Kind
	Public   bool // a company or bank of the state
	Mentions []Mention
	Rule     string
}

// Place is a place name that stands in the text, before anything is decided about it.
type Place struct {
	document.Range
	Doubtful bool // the name is also a word or a person's name
}

// Input is what was found in the document before its organisations. All of it may be
// missing.
type Input struct {
	Places []Place      // in text order
	Tags   []tagger.Tag // one a token, as a learned tagger proposes; nil where none ran
}

// Find returns the organisations of d in the order of their first mention.
func Find(d *document.Document, in Input) []Organization {
	f := finder{d: d, t: tables(d.Lexicon()), place: make([]int32, d.Len()), doubt: make([]bool, d.Len())}
	if len(in.Tags) == d.Len() {
		f.tags = in.Tags
	}
	for _, p := range in.Places {
		for i := p.First; i < p.End && i < len(f.place); i++ {
			f.place[i] = int32(p.End)
			f.doubt[i] = p.Doubtful
		}
	}
	f.scan()
	f.proposed(in.Tags)
	return f.join()
}

// found is one mention before the mentions of a body are joined.
type found struct {
	r      document.Range
	id     string // what it is joined by: the folded name in full
	name   string
	nameEn string
	kind   Kind
	rule   string
	public bool
}

type finder struct {
	d     *document.Document
	t     *table
	place []int32 // by token: the end of the place name that covers it, 0 for none
	doubt []bool  // by token: that place name is doubtful
	tags  []tagger.Tag
	found []found
	alias map[string]int // a bracketed abbreviation of this article → index in found
}

// scan walks the text once: at each token the longest listed name, else a name that
// ends in a head.
func (f *finder) scan() {
	tokens := f.d.Tokens()
	for i := 0; i < len(tokens); {
		if tokens[i].Kind != document.Word {
			i++
			continue
		}
		listed, ok := f.listed(i)
		// संघ alone may be a listed short name; व्यापारी | संघ is another body
		weak := ok && listed.r.End == i+1 && f.t.heads.StartsWith(tokens[i].Word)
		if n := f.headAt(i); n > 0 && (!ok || i+n > listed.r.End || weak && i+n == listed.r.End) {
			if m, ok := f.headed(i, n); ok {
				// a listed name inside the longer one is part of it
				for len(f.found) > 0 && f.found[len(f.found)-1].r.First >= m.r.First {
					f.found = f.found[:len(f.found)-1]
				}
				i = f.add(m)
				continue
			}
		}
		if ok {
			i = f.add(f.longer(listed))
			continue
		}
		if tokens[i].Class.Has(lexicon.Letter) {
			if m, ok := f.letters(i); ok {
				i = f.add(m)
				continue
			}
		}
		if m, ok := f.stateSide(i); ok {
			i = f.add(m)
			continue
		}
		if m, ok := f.named(i); ok {
			f.add(m)
			i++
			continue
		}
		if m, ok := f.apposed(i); ok {
			i = f.add(m)
			continue
		}
		if m, ok := f.lettered(i); ok {
			i = f.add(m)
			continue
		}
		if k, ok := f.shortName(tokens[i].Key); ok {
			m := f.found[k]
			m.r = document.Range{First: i, End: i + 1}
			m.rule = "organization/short"
			f.found = append(f.found, m)
		}
		i++
	}
}

// longer returns the body whose name goes on left of a listed one, m where none does: उच्च |
// शिक्षा विभाग and गन्ना | विकास विभाग are not the departments of शिक्षा and विकास.
func (f *finder) longer(m found) found {
	i := m.r.First
	if m.rule != "organization/listed" || i == 0 || m.r.Len() < 2 || f.d.SentenceOf(i-1) != f.d.SentenceOf(i) {
		return m
	}
	left := i - 1
	if k := f.d.Key(left); (k == "एवं" || k == "-") && left > 0 {
		left--
	}
	key := f.d.Key(left)
	k := f.t.qualifier[key]
	if f.t.anchor[f.d.Key(i)] || f.t.member[key] || f.t.announce[key] || told[key] || key == "जांच" || key == "प्रशासन" || key == "पुलिस" {
		return m // चावल | भारतीय खाद्य निगम, अखबार | द न्यूयॉर्क टाइम्स
	}
	if m.kind != Government && m.kind != Party && m.kind != NGO && m.kind != Education || key == "किसान" || key == "छात्र" || key == "कर्मचारी" || key == "शिक्षक" {
		return m
	}
	if k&(needSubject|needName) == 0 || f.word(left)&(needSubject|needName) == 0 || f.t.member[f.d.Key(left)] && f.t.office[f.d.Key(left)] {
		return m
	}
	for h := i + 1; h < m.r.End; h++ {
		if n := f.headAt(h); n > 0 && h+n == m.r.End {
			if l, ok := f.headed(h, n); ok && l.r.First < i && l.r.End == m.r.End && l.id != m.id {
				return l
			}
			return m
		}
	}
	return m
}

// shortName returns the mention that key is the bracketed abbreviation of.
func (f *finder) shortName(key string) (int, bool) {
	if len(f.alias) == 0 {
		return 0, false
	}
	k, ok := f.alias[key]
	return k, ok
}

// letters reads a short name that is written letter by letter, at token i:
//
//	आई.एस.आई. के इशारे पर, एन टी पी सी की परियोजना
//
// One of no list must do what bodies do.
func (f *finder) letters(i int) (found, bool) {
	tokens := f.d.Tokens()
	if i > 0 && tokens[i-1].Sentence == tokens[i].Sentence && (tokens[i-1].Class.Has(lexicon.Letter) || f.d.Key(i-1) == "." && i > 1 && tokens[i-2].Class.Has(lexicon.Letter)) {
		return found{}, false
	}
	var word strings.Builder
	j, n, dots := i, 0, 0
	for j < len(tokens) && n < 7 && tokens[j].Class.Has(lexicon.Letter) && tokens[j].Sentence == tokens[i].Sentence {
		if dots == 0 && tokens[j].Class.Has(lexicon.Postposition) && f.d.Key(j+1) != "." || n > 0 && dots == 0 && f.d.Key(j+1) == "." {
			break // टी वी | के एक्सपर्ट, के | सी.पी. राजेंद्रन
		}
		if dots > 0 && f.d.Key(j+1) != "." && tokens[j].Space {
			break // आई.एस.आई. | के इशारे पर
		}
		word.WriteString(tokens[j].Key)
		n++
		j++
		if f.d.Key(j) == "." && !tokens[j].Space {
			dots++
			j++
		}
	}
	if n < 3 || dots > 0 && dots < n-1 {
		return found{}, false
	}
	// the stop of the last letter may end the sentence
	key := word.String()
	r := document.Range{First: i, End: j}
	if k, e := f.t.names.Longest(func(k int) string {
		if k == 0 {
			return key
		}
		return ""
	}); k == 1 && !e.needsContext {
		return found{r, e.body.id, e.body.name, e.body.nameEn, e.body.kind, "organization/listed", e.body.public}, true
	}
	if dots < 2 || f.t.thing[key] || f.t.office[key] || !f.acts(j) {
		return found{}, false
	}
	text := f.d.Text(f.d.SpanOf(r))
	return found{r, key, text, "", Other, "organization/letters", false}, true
}

// stateSide reads the hockey side or union of a state, and the airline of a land, which are
// called by a noun and the place: हॉकी | महाराष्ट्र, एयर न्यूजीलैंड.
func (f *finder) stateSide(i int) (found, bool) {
	kind := Sport
	switch f.d.Key(i) {
	case "हॉकी":
	case "एयर", "एअर":
		kind = Company
	default:
		return found{}, false
	}
	if i+1 >= len(f.place) || f.place[i+1] == 0 || f.doubt[i+1] || f.d.SentenceOf(i) != f.d.SentenceOf(i+1) {
		return found{}, false
	}
	end := int(f.place[i+1])
	if end < f.d.Len() && f.d.Tokens()[end].Kind == document.Word && !f.d.Class(end).Has(lexicon.Postposition|lexicon.Conjunction) {
		return found{}, false
	}
	r := document.Range{First: i, End: end}
	text := f.d.Text(f.d.SpanOf(r))
	return found{r, devanagari.Fold(text), text, "", kind, "organization/state", false}, true
}

// apposed reads the name behind a noun that announces one, at token i:
//
//	समाचार एजेंसी | आईएलएनए, ब्रोकरेज फर्म | साधना
func (f *finder) apposed(i int) (found, bool) {
	if !f.t.before.StartsWith(f.d.WordAt(i)) {
		return found{}, false
	}
	w := words{d: f.d, at: i}
	n, kind := f.t.before.Longest(w.key)
	if n == 0 {
		return found{}, false
	}
	first := w.end(n)
	quoted := isQuote(f.d.Key(first))
	if quoted {
		first++
	}
	end := first
	for end < f.d.Len() && end < first+2 && f.d.Tokens()[end].Sentence == f.d.Tokens()[i].Sentence && f.word(end) == needName &&
		f.d.Class(end)&(lexicon.CommonWord|lexicon.GivenName|lexicon.Surname|lexicon.Honorific) == 0 {
		if f.t.names.Starts(f.d.Key(end)) {
			if _, ok := f.listed(end); ok {
				return found{}, false
			}
		}
		end++
	}
	if end == first && kind == NGO && f.t.brand[f.d.Key(end)] && (f.d.Key(end+1) == "ने" || f.d.Key(end+1) == "की" || f.d.Key(end+1) == "के") {
		end++ // सामाजिक संस्था | प्रयास | ने
	}
	if end == first || !f.d.Class(end).Has(lexicon.Postposition) && !(quoted && isQuote(f.d.Key(end))) {
		return found{}, false
	}
	r := document.Range{First: first, End: end}
	text := f.d.Text(f.d.SpanOf(r))
	return found{r, devanagari.Fold(text), text, "", kind, "organization/apposed", false}, true
}

// named reads the name before नामक, नाम की or नाम के and a noun for a body, at token i:
//
//	वेल्टा इंटरनेशनल | नामक कंपनी, 'सहारा' | नाम की संस्था
func (f *finder) named(i int) (found, bool) {
	j := i + 1
	if f.d.Key(i) == "नाम" {
		if k := f.d.Key(j); k != "की" && k != "के" && k != "का" {
			return found{}, false
		}
		j++
	} else if f.d.Key(i) != "नामक" {
		return found{}, false
	}
	kind, ok := callings[f.d.Key(j)]
	if !ok {
		j++
		if kind, ok = callings[f.d.Key(j)]; !ok || f.d.Class(j-1)&grammar != 0 {
			return found{}, false
		}
	}
	tokens := f.d.Tokens()
	if tokens[j].Sentence != tokens[i].Sentence || f.headAt(j) > 1 {
		return found{}, false
	}
	end := i
	quoted := i > 0 && isQuote(f.d.Key(i-1))
	if quoted {
		end--
	}
	first := end
	for first > 0 && end-first < 4 && tokens[first-1].Sentence == tokens[i].Sentence {
		t := &tokens[first-1]
		if quoted && isQuote(t.Key) {
			break
		}
		if t.Kind != document.Word || t.Class&grammar != 0 || !quoted && (f.word(first-1) == 0 || first == end && f.word(first-1)&(needName|needScope) == 0) && !f.t.brand[t.Key] {
			break
		}
		first--
	}
	if k := len(f.found); first == end || k > 0 && f.found[k-1].r.End > first || quoted && !isQuote(f.d.Key(first-1)) {
		return found{}, false
	}
	r := document.Range{First: first, End: end}
	text := f.d.Text(f.d.SpanOf(r))
	return found{r, devanagari.Fold(text), text, "", kind, "organization/named", false}, true
}

// callings are the nouns for bodies that नामक announces.
var callings = map[string]Kind{
	"कंपनी": Company, "फर्म": Company, "फैक्ट्री": Company, "स्टार्टअप": Company, "एजेंसी": Company, "बैंक": Company, "ग्रुप": Company,
	"संस्था": NGO, "संगठन": NGO, "एनजीओ": NGO, "ट्रस्ट": NGO, "समूह": NGO, "सोसायटी": NGO, "सोसाइटी": NGO, "समिति": NGO, "फाउंडेशन": NGO, "गिरोह": Other, "गैंग": Other,
	"पार्टी": Party, "दल": Party, "मोर्चा": Party, "मोर्चे": Party, "चैनल": Media, "अखबार": Media, "पत्रिका": Media, "वेबसाइट": Media, "पोर्टल": Media,
	"क्लब": Sport, "टीम": Sport, "स्कूल": Education, "कॉलेज": Education, "कोचिंग": Education, "विश्वविद्यालय": Education, "अस्पताल": Health, "क्लीनिक": Health,
}

func isQuote(key string) bool {
	switch key {
	case "'", "\"", "‘", "’", "“", "”":
		return true
	}
	return false
}

// sure is the margin from which the tagger alone makes an organisation.
const sure = 3

// proposed adds what the tagger takes for an organisation for sure and no list or head
// has: names of unlisted firms and bodies (क्यूब इंफ्रा, आईएलएनए). A common word, a place or
// a person's name is none.
func (f *finder) proposed(tags []tagger.Tag) {
	if len(tags) == 0 {
		return
	}
	taken := make([]bool, f.d.Len())
	for _, m := range f.found {
		for i := m.r.First; i < m.r.End; i++ {
			taken[i] = true
		}
	}
	tokens := f.d.Tokens()
	for i := 0; i < len(tokens); {
		if tags[i].Label.Type() != tagger.Organization {
			i++
			continue
		}
		j, own, ok := i, 0, true
		for j < len(tokens) && tags[j].Label.Type() == tagger.Organization && (j == i || !tags[j].Label.Begins()) {
			t := &tokens[j]
			if taken[j] || tags[j].Margin < sure || t.Kind != document.Word || t.Class.Has(lexicon.Postposition|lexicon.Pronoun|lexicon.Auxiliary) {
				ok = false
			}
			if f.place[j] == 0 && !t.Class.Has(lexicon.CommonWord|lexicon.GivenName|lexicon.Surname) && f.t.qualifier[t.Key] == 0 && !f.t.stop[t.Key] && !f.t.office[t.Key] && !strings.HasSuffix(t.Key, "ों") {
				own++
			}
			j++
		}
		kind := Other
		if ok && own > 0 {
			if n := f.headAt(j - 1); n == 1 {
				w := words{d: f.d, at: j - 1}
				_, h := f.t.heads.Longest(w.key)
				kind = h.kind
			}
			for i < j-1 && f.t.stop[tokens[i].Key] { // बकौल | …
				i++
			}
			// अमेरिकी कंपनी | फाइजर
			for i < j-1 && (f.t.qualifier[tokens[i].Key] != 0 || f.t.heads.Starts(tokens[i].Key)) && f.headAt(j-1) == 0 {
				i++
			}
		}
		if ok && kind == Other && j > i && tokens[j-1].Class.Has(lexicon.CommonWord) && f.headAt(j-1) == 0 {
			ok = false // मनदीप टीम ने: a word that ends no name
		}
		if j == i+1 && (f.t.thing[tokens[i].Key] || f.t.names.Starts(tokens[i].Key) && f.name(i)) { // कोरबा लोकसभा सांसद: the list has said no
			ok = false
		}
		if ok && f.t.people.StartsWith(tokens[i].Word) { // who is known to be a person is no body
			w := words{d: f.d, at: i}
			n, _ := f.t.people.Longest(w.key)
			ok = n == 0
		}
		if ok && own > 0 && !(i > 0 && tokens[i-1].Key == "(") {
			r := document.Range{First: i, End: j}
			text := f.d.Text(f.d.SpanOf(r))
			f.found = append(f.found, found{r, devanagari.Fold(text), text, "", kind, "organization/tagged", false})
		}
		i = j
	}
	sort.SliceStable(f.found, func(a, b int) bool { return f.found[a].r.First < f.found[b].r.First })
}

// add enters a mention, with the abbreviation in brackets behind it, and returns the
// token to go on at.
func (f *finder) add(m found) int {
	if end := f.faction(m); end > m.r.End {
		m.r.End = end
		m.name = f.d.Text(f.d.SpanOf(m.r))
		m.id, m.nameEn = devanagari.Fold(m.name), ""
	}
	f.found = append(f.found, m)
	if a, ok := f.bracketed(m.r.End); ok {
		key := f.d.Key(a.First)
		if f.alias == nil {
			f.alias = make(map[string]int)
		}
		f.alias[key] = len(f.found) - 1
		m.r = a
		m.rule = "organization/bracket"
		f.found = append(f.found, m)
		return a.End
	}
	return m.r.End
}

// faction returns the end of the bracket that says which one of the bodies of a name it is:
// भारतीय किसान यूनियन | (टिकैत), मुस्लिम लीग | (नवाज); the end of m where none stands.
func (f *finder) faction(m found) int {
	i := m.r.End
	if m.kind != Party && m.kind != NGO || f.d.Key(i) != "(" {
		return i
	}
	for j := i + 1; j < i+4; j++ {
		key := f.d.Key(j)
		if key == ")" && j > i+1 {
			return j + 1
		}
		if !f.t.faction[key] {
			break
		}
	}
	return i
}

// bracketed reads "(डब्ल्यूएचओ)" or "(WHO)" at token i: one word of letter names or
// Latin letters, that is no place and no year.
func (f *finder) bracketed(i int) (document.Range, bool) {
	if f.d.Key(i) != "(" || f.d.Key(i+2) != ")" {
		return document.Range{}, false
	}
	t := f.d.Tokens()[i+1]
	if t.Kind != document.Word || f.place[i+1] != 0 || t.Class.Has(lexicon.CommonWord|lexicon.Postposition) {
		return document.Range{}, false
	}
	if latin(t.Key) || f.t.acronym(t.Key) {
		return document.Range{First: i + 1, End: i + 2}, true
	}
	return document.Range{}, false
}

// listed returns the longest listed name that starts at token i.
func (f *finder) listed(i int) (found, bool) {
	if !f.t.names.StartsWith(f.d.WordAt(i)) {
		return found{}, false
	}
	w := words{d: f.d, at: i}
	n, e := f.t.names.Longest(w.key)
	if n == 0 {
		return found{}, false
	}
	r := document.Range{First: i, End: w.end(n)}
	if e.needsContext && (!f.neighbour(r) || i > 0 && f.t.heads.Starts(f.d.Key(i)) && f.word(i-1)&needSubject != 0 && f.d.SentenceOf(i-1) == f.d.SentenceOf(i)) {
		return found{}, false
	}
	if i > 0 && n == 1 && f.d.Class(i).Has(lexicon.Surname|lexicon.GivenName) && f.d.Class(i-1).Has(lexicon.GivenName|lexicon.Honorific) && f.d.Class(i-1)&(lexicon.Postposition|lexicon.Pronoun|lexicon.CommonWord) == 0 {
		return found{}, false // अरविंद सोनी, आदि गोदरेज
	}
	if i > 1 && n == 1 && (e.body.kind == Company || e.body.kind == Media) && f.t.office[f.d.Key(i-2)] && f.word(i-1) == needName && f.place[i-1] == 0 && f.d.SentenceOf(i-2) == f.d.SentenceOf(i) {
		return found{}, false // मेयर माईकल ब्लूमबर्ग
	}
	next := f.d.Key(r.End)
	if n == 1 && (e.body.kind == Company || e.body.kind == Media) && f.d.Class(r.End).Has(lexicon.Surname) && !f.d.Class(r.End).Has(lexicon.CommonWord) && !f.t.heads.StartsWith(f.d.WordAt(r.End)) &&
		f.d.SentenceOf(min(r.End, f.d.Len()-1)) == f.d.SentenceOf(i) && (f.d.Key(r.End+1) == "ने" || i > 0 && f.t.office[f.d.Key(i-1)] && f.d.SentenceOf(i-1) == f.d.SentenceOf(i) && (r.End+1 >= f.d.Len() || f.d.Class(r.End+1).Has(lexicon.Postposition))) {
		return found{}, false // डीएम तनिष्क पुरकायस्थ ने: a given name that is a brand too
	}
	if i > 0 && f.d.Key(i) == "टीएमसी" && f.d.Tokens()[i-1].Kind == document.Number || next == "पानी" && f.d.Key(i) == "टीएमसी" {
		return found{}, false // 40 टीएमसी पानी: a measure of water
	}
	if f.t.object[next] && e.body.kind != Party {
		return found{}, false // रेलवे स्टेशन, कस्टम चौक
	}
	if chamber(e.body.id) && (f.t.seat[next] || i > 0 && f.place[i-1] != 0 && n == 1 && f.d.SentenceOf(i-1) == f.d.SentenceOf(i)) {
		return found{}, false // लोकसभा सीट, कोरबा लोकसभा क्षेत्र
	}
	if p := f.d.Key(i - 1); i > 0 && f.t.foreign[p] && f.d.SentenceOf(i-1) == f.d.SentenceOf(i) && (e.body.kind == Government || e.body.kind == Police || e.body.kind == Court || (e.body.kind == Sport || e.body.kind == NGO) && n > 1) {
		r.First-- // अमेरिकी नौसेना, चीनी विदेश मंत्रालय: not the Indian body
		if q := f.d.Key(r.First - 1); (p == "कोरियाई" || p == "अफ्रीकी" || p == "सूडानी") && r.First > 0 && (q == "दक्षिण" || q == "उत्तर") {
			r.First-- // दक्षिण | कोरियाई संसद
		}
		text := f.d.Text(f.d.SpanOf(r))
		return found{r, devanagari.Fold(text), text, "", e.body.kind, "organization/foreign", false}, true
	}
	if k := f.d.Key(i); i > 0 && n > 1 && (k == "राज्य" || k == "जिला") && f.place[i-1] != 0 && !f.doubt[i-1] && f.d.SentenceOf(i-1) == f.d.SentenceOf(i) {
		// असम | राज्य आपदा प्रबंधन प्राधिकरण: the one of that state
		for r.First > 0 && f.place[r.First-1] == f.place[i-1] {
			r.First--
		}
		text := f.d.Text(f.d.SpanOf(r))
		return found{r, devanagari.Fold(text), text, "", e.body.kind, "organization/state", e.body.public}, true
	}
	if e.body.series && n == 1 {
		// one school of many: आईआईटी | कानपुर, एम्स ऋषिकेश; ऋषिकेश | एम्स is the same
		if end := f.campus(r.End); end > r.End {
			first := f.d.Text(f.d.SpanOf(r))
			r.End = end
			text := f.d.Text(f.d.SpanOf(r))
			id := e.body.id + " " + devanagari.Fold(strings.TrimLeft(strings.TrimPrefix(text, first), " -\u00a0"))
			return found{r, id, text, "", e.body.kind, "organization/series", false}, true
		}
	}
	if f.t.forward[next] && r.End+1 < len(f.place) && f.place[r.End+1] != 0 && !f.doubt[r.End+1] && f.d.Tokens()[r.End+1].Sentence == f.d.Tokens()[i].Sentence {
		// रोटरी क्लब | ऑफ इंदौर: the one of that place
		r.End = int(f.place[r.End+1])
		text := f.d.Text(f.d.SpanOf(r))
		return found{r, devanagari.Fold(text), text, "", e.body.kind, "organization/series", false}, true
	}
	return found{r, e.body.id, e.body.name, e.body.nameEn, e.body.kind, "organization/listed", e.body.public}, true
}

// campus returns the end of the place name at token i that says which one of a series of
// bodies is meant, i where none stands there: एम्स | ऋषिकेश | के निदेशक. In "एम्स दिल्ली से आई
// टीम" it does too; a place that goes on (एम्स दिल्ली पुलिस) is none.
func (f *finder) campus(i int) int {
	if i >= len(f.place) || f.place[i] == 0 || i > 0 && f.d.SentenceOf(i) != f.d.SentenceOf(i-1) {
		return i
	}
	end := int(f.place[i])
	if end < f.d.Len() && f.d.Tokens()[end].Kind == document.Word && !f.d.Class(end).Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Particle) && f.headAt(end) > 0 {
		return i
	}
	return end
}

// lettered reads an unlisted short name spelt of letter names that does or says what
// bodies do, at token i:
//
//	आरडीएसओ | ने कहा, सीआईआरटी के मुताबिक, एनडब्ल्यूडीए की टीम, आईआईटीएम पुणे के अनुसार
//
// One of five letters and more may stand in any case: आईआरटीसीटी | से बुक कराया. Offices (डीसीपी), examinations (सीयूईटी), techniques (जीपीएस) and diseases are data and
// are none.
func (f *finder) lettered(i int) (found, bool) {
	t := &f.d.Tokens()[i]
	if f.place[i] != 0 || t.Class.Has(lexicon.Postposition|lexicon.CommonWord|lexicon.GivenName|lexicon.Surname|lexicon.Honorific) ||
		!f.t.acronym(t.Key) || !f.t.spelt(t.Key, 3) || f.t.thing[t.Key] || f.t.office[t.Key] {
		return found{}, false
	}
	if _, ok := f.alias[t.Key]; ok {
		return found{}, false
	}
	end := i + 1
	if end < f.d.Len() && !f.doubt[end] {
		end = f.campus(end)
	}
	if !f.acts(end) && !(f.t.spelt(t.Key, 5) && f.d.Class(end).Has(lexicon.Postposition|lexicon.Conjunction)) {
		return found{}, false
	}
	r := document.Range{First: i, End: end}
	text := f.d.Text(f.d.SpanOf(r))
	return found{r, devanagari.Fold(text), text, "", Other, "organization/letters", false}, true
}

// acts reports whether what stands at token i makes the name before it the name of a
// body: ने, के मुताबिक, के अनुसार, की टीम, के अधिकारी, के निदेशक.
func (f *finder) acts(i int) bool {
	switch f.d.Key(i) {
	case "ने":
		return true
	case "के", "की", "का":
		k := f.d.Key(i + 1)
		return f.t.party[k] || f.t.office[k] || f.t.doer[k]
	}
	return false
}

// name reports whether token i alone is a listed name.
func (f *finder) name(i int) bool {
	w := words{d: f.d, at: i}
	n, _ := f.t.names.Longest(w.key)
	return n == 1
}

// chamber reports whether the body with this id is a house that also names constituencies.
func chamber(id string) bool {
	return id == "लोकसभा" || id == "राज्यसभा" || strings.HasSuffix(id, " विधानसभा")
}

// neighbour reports whether a word of organisations stands beside r, so that a short
// name that is also a word is one here: आप नेता, संघ प्रमुख, "आप" ने.
func (f *finder) neighbour(r document.Range) bool {
	if f.t.party[f.d.Key(r.End)] {
		return true
	}
	if k := f.d.Key(r.End); (k == "के" || k == "की" || k == "का") && f.t.party[f.d.Key(r.End+1)] {
		return true
	}
	q, p := f.d.Key(r.First-1), f.d.Key(r.End)
	return (q == "'" || q == "‘" || q == "\"" || q == "“") && (p == "'" || p == "’" || p == "\"" || p == "”")
}

// words walks the words of the text from a token on, as Phrases reads them: hyphens
// and full stops between words are skipped.
type words struct {
	d  *document.Document
	at int
}

func (w *words) index(n int) int {
	i := w.at
	for ; n > 0; n-- {
		i++
		for skipped(w.d.Key(i)) && !w.d.Tokens()[i].Space && i+1 < w.d.Len() {
			i++
		}
	}
	return i
}

func skipped(key string) bool { return key == "-" || key == "‑" || key == "." }

func (w *words) key(n int) string {
	i := w.index(n)
	if i >= w.d.Len() || w.d.Tokens()[i].Sentence != w.d.Tokens()[w.at].Sentence {
		return ""
	}
	return w.d.Key(i)
}

// end returns the token behind the n-th word.
func (w *words) end(n int) int { return min(w.index(n-1)+1, w.d.Len()) }

// join makes one Organization of the mentions of each body.
func (f *finder) join() []Organization {
	var out []Organization
	at := make(map[string]int)
	f.shortened()
	for _, m := range f.found {
		mention := Mention{m.r, f.d.SpanOf(m.r)}
		k, ok := at[m.id]
		if !ok {
			at[m.id] = len(out)
			out = append(out, Organization{
				Text: f.d.Text(mention.Span), Name: m.name, NameEn: m.nameEn, Kind: m.kind, Public: m.public,
				Mentions: []Mention{mention}, Rule: m.rule,
			})
			continue
		}
		out[k].Mentions = append(out[k].Mentions, mention)
	}
	for i := range out {
		sort.Slice(out[i].Mentions, func(a, b int) bool { return out[i].Mentions[a].First < out[i].Mentions[b].First })
	}
	return out
}

// shortened gives a name that is the end of a longer one of the same article the longer
// one's identity: मलिका गर्ल्स स्कूल … गर्ल्स स्कूल, शिरोमणि कबड्डी संघ … कबड्डी संघ. Courts, police and
// governments are told apart by what stands in front and stay as they are.
func (f *finder) shortened() {
	for i := range f.found {
		m := &f.found[i]
		if m.rule != "organization/head" || m.kind == Police || m.kind == Court || m.kind == Government {
			continue
		}
		for _, o := range f.found {
			if o.kind == m.kind && o.rule == m.rule && len(o.id) > len(m.id) && strings.HasSuffix(o.id, " "+m.id) {
				m.id, m.name = o.id, o.name
			}
		}
	}
}

// latin reports whether the folded word is of Latin letters.
func latin(key string) bool {
	return key != "" && strings.IndexFunc(key, func(r rune) bool { return r < 'a' || r > 'z' }) < 0
}
