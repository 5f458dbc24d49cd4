package dateline

import (
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
	"khabar/pkg/span"
)

// kind says what an item of the row is.
type kind uint8

const (
	none    kind = iota
	place        // a name of the gazetteer
	unknown      // words that may be a place, a paper or a person
	source       // agency, desk, correspondent, paper
	date
	gloss // (Bilaspur), अपडेटेड 20:05 IST
)

// item is one member of the row.
type item struct {
	kind     kind
	first    int
	end      int
	name     gazetteer.Name
	agency   agencyKind
	bracket  bool
	sep      byte // what stands before it: ' ', ',', '/', '@', '-', '('
	personal bool // the words are a person's names
}

type parser struct {
	text  string
	raw   string
	base  int
	toks  []document.Token
	gaz   *gazetteer.Table
	lists *lists
	whole bool // raw is the whole line
}

func (p *parser) key(i int) string {
	if i < 0 || i >= len(p.toks) {
		return ""
	}
	return p.toks[i].Key
}

func (p *parser) space(i int) bool { return i >= len(p.toks) || p.toks[i].Space }

func (p *parser) span(first, end int) span.Span {
	return span.Span{Start: p.base + p.toks[first].Start, End: p.base + p.toks[end-1].End}
}

func (p *parser) str(first, end int) string {
	return p.raw[p.toks[first].Start:p.toks[end-1].End]
}

// function words never stand in a dateline: they make it a clause.
const function = lexicon.Postposition | lexicon.Pronoun | lexicon.Demonstrative | lexicon.Conjunction | lexicon.Auxiliary | lexicon.Particle

// maxItems bounds the row: desk, paper, place, district, state, date, agency.
const maxItems = 8

// dateline reads the row that starts at token i.
//
//	row   := item (sep? item)* close
//	sep   := ',' | '/' | '@' | '-'
//	close := '।' | '.' | ':' | 'ः' | '-' | '|' | '!' | '//' | end of line
func (p *parser) dateline(i int) (Dateline, bool) {
	i = p.crawlStamp(i)
	var items []item
	at := i
	sep := byte(' ')
	if dl, ok := p.enclosed(at); ok {
		return dl, true
	}
	if p.bracketItem(at) { // (जी.एन.एस) ता. 27 नई दिल्ली
		it, next := p.bracket(at)
		if it.kind != source {
			return Dateline{}, false
		}
		items, at = append(items, it), next
	}
	for len(items) < maxItems {
		it, next := p.item(at, len(items) == 0 || sep != ' ')
		if sep == '@' {
			it, next = p.handle(at)
		}
		if it.kind == none {
			break
		}
		it.sep = sep
		items = append(items, it)
		at = next
		sep = ' '
		for p.openBracket(at) {
			it, next := p.bracket(at)
			if it.kind == none {
				return p.afterBracket(items, at)
			}
			items = append(items, it)
			at = next
			if p.key(at) == "," && p.bracketItem(at+1) {
				at++
			}
		}
		s, next, closes := p.separator(at, items)
		if closes {
			return p.close(i, items, at, next)
		}
		if s == 0 { // nothing between: संवाद सूत्र तपा, रायपुर 27 मई
			continue
		}
		sep, at = s, next
	}
	if len(items) == 0 {
		return p.keyword(i)
	}
	if dl, ok := p.open(i, items, at); ok {
		return dl, true
	}
	return p.keyword(i)
}

// enclosed reads the dateline that stands in brackets as a whole, agency and place in
// either order, with or without a closing sign:
//
//	(पत्रिका ब्यूरो,गुवाहाटी): पूर्वोत्तर के …      (भोपाल, एजेंसी) राज्य में …
func (p *parser) enclosed(i int) (Dateline, bool) {
	if !p.bracketItem(i) {
		return Dateline{}, false
	}
	var items []item
	var places, sources int
	at, sep := i+1, byte(' ')
	for p.key(at) != ")" && p.key(at) != "]" {
		it, next := p.item(at, len(items) == 0 || sep != ' ')
		switch it.kind {
		case place:
			places++
		case source:
			sources++
		case date:
		default:
			return Dateline{}, false
		}
		it.sep = sep
		items = append(items, it)
		at, sep = next, ' '
		if k := p.key(at); k == "," || k == "/" || k == "-" {
			at, sep = at+1, k[0]
		}
		if at >= len(p.toks) || len(items) == maxItems {
			return Dateline{}, false
		}
	}
	if places == 0 || sources == 0 {
		return Dateline{}, false
	}
	switch p.key(at + 1) {
	case ":", "।", "-", "–", ".":
		at++
	}
	dl, ok := p.judge(items, ":")
	if !ok || at+1 >= len(p.toks) {
		return Dateline{}, false
	}
	p.finish(&dl, i, at, at+1)
	return dl, true
}

// handle reads what stands behind @ up to the colon: दिल्ली@M4S:
func (p *parser) handle(i int) (item, int) {
	j := i
	for j < len(p.toks) && j < i+5 && p.toks[j].Kind != document.Punct && (j == i || !p.space(j)) {
		j++
	}
	if j == i || p.key(j) != ":" {
		return item{}, i
	}
	return item{kind: source, first: i, end: j, agency: agency}, j
}

// crawlStamp skips the stamp that some dumps print first:
// date 2020-07 aajtak.in नई दिल्ली, 24 जुलाई 2020, अपडेटेड 20:05 IST
func (p *parser) crawlStamp(i int) int {
	j := i
	if p.key(j) == "date" && j+1 < len(p.toks) && p.toks[j+1].Kind == document.Number {
		j++
		for j < len(p.toks) && (p.toks[j].Kind == document.Number || p.key(j) == "-") {
			j++
		}
		i = j
	}
	if j+2 < len(p.toks) && latin(&p.toks[j]) && p.key(j+1) == "." && !p.space(j+1) && latin(&p.toks[j+2]) && !p.space(j+2) {
		i = j + 3
	}
	return i
}

func latin(t *document.Token) bool {
	return t.Kind == document.Word && t.Key[0] < 0x80
}

// item reads the item at token i. fresh says that a separator, or nothing, stands before.
func (p *parser) item(i int, fresh bool) (item, int) {
	if i >= len(p.toks) || p.toks[i].Kind == document.Punct {
		return item{}, i
	}
	if j := p.date(i); j > i {
		return item{kind: date, first: i, end: j}, j
	}
	if j := p.update(i); j > i {
		return item{kind: gloss, first: i, end: j}, j
	}
	ak, aend := p.agency(i)
	name, pend := p.place(i)
	if aend > 0 && aend >= pend && !(ak == paper && aend == pend) {
		return item{kind: source, first: i, end: aend, agency: ak}, aend
	}
	if pend > 0 {
		// मेक्सिको शहर (एएफपी): the capital of that name
		if k := p.key(pend); (k == "शहर" || k == "सिटी") && (p.proofAt(pend+1) || k == "सिटी" && name.Entry(0).Kind() == gazetteer.Country && p.stopAt(pend+1)) {
			pend++
		}
		if placeTails[p.key(pend)] && p.space(pend) && p.closesAt(pend+1) && (p.key(pend) != "राज" || p.key(pend+1) != "।" && p.key(pend+1) != ".") {
			pend++ // सोनवर्षा राज, संवाद सूत्र।
		}
		return item{kind: place, first: i, end: pend, name: name}, pend
	}
	if aend > 0 {
		return item{kind: source, first: i, end: aend, agency: ak}, aend
	}
	return p.unknown(i)
}

// unknown reads up to four words that no list holds, as far as the next sign, date,
// agency or known place.
func (p *parser) unknown(i int) (item, int) {
	j, names := i, 0
	for j < len(p.toks) && j-i < 4 {
		t := &p.toks[j]
		switch t.Key {
		case "vs", "versus", "बनाम": // VID vs BEN: a match, and BEN is no place
			return item{}, i
		}
		if t.Kind != document.Word || t.Class.Has(function) && !t.Class.Has(lexicon.GivenName|lexicon.Surname|lexicon.Letter) && !paperWords[p.key(j+1)] || t.Class.Has(lexicon.Month|lexicon.Weekday) {
			break
		}
		if j > i {
			if !t.Space {
				break
			}
			if n, end := p.place(j); end > 0 && p.closesAt(end) && !p.surname(j, end, n) && !paperWords[t.Key] {
				break
			}
			if k, _ := p.agency(j); k != noAgency {
				break
			}
		}
		if t.Class.Has(lexicon.GivenName | lexicon.Surname | lexicon.Honorific | lexicon.Letter) {
			names++
		}
		j++
		if p.key(j) == "." && !p.space(j) && (t.Class.Has(lexicon.Letter|lexicon.Honorific) && !p.toks[j-1].Class.Has(lexicon.Auxiliary)) && j+1 < len(p.toks) && p.toks[j+1].Kind == document.Word {
			j++ // डॉ. , जे.पी.
		}
	}
	if j == i {
		return item{}, i
	}
	return item{kind: unknown, first: i, end: j, personal: names >= 2 || names == 1 && (j-i == 1 || p.toks[i].Class.Has(lexicon.GivenName))}, j
}

// surname reports whether the place name at [j, end) ends a person's name: राजेश बारिया.
func (p *parser) surname(j, end int, n gazetteer.Name) bool {
	if end != j+1 || !p.toks[j].Class.Has(lexicon.Surname) {
		return false
	}
	return n.Clash()&gazetteer.Person != 0 || p.toks[j-1].Class.Has(lexicon.GivenName) && !n.Entry(0).Has(gazetteer.District)
}

// closesAt reports whether a closing sign, a separator or the end stands at token i.
func (p *parser) closesAt(i int) bool {
	if i >= len(p.toks) {
		return p.whole
	}
	if p.toks[i].Kind != document.Punct {
		return p.date(i) > i
	}
	switch p.key(i) {
	case "'", "\"", "‘", "“":
		return false
	}
	return true
}

// place returns the longest name of the gazetteer at token i and the token after it.
func (p *parser) place(i int) (gazetteer.Name, int) {
	t := &p.toks[i]
	if t.Kind != document.Word || t.Class.Has(lexicon.Month|lexicon.Weekday|lexicon.Letter) && !p.gaz.Starts(t.Key) {
		return gazetteer.Name{}, 0
	}
	var at [8]int
	n := p.gaz.Match(func(k int) string {
		j := i
		for ; k > 0; k-- {
			j++
			if (p.key(j) == "-" || p.key(j) == "–" || p.key(j) == ".") && !p.space(j) && !p.space(j+1) {
				j++
			}
		}
		if j >= len(p.toks) || p.toks[j].Kind != document.Word {
			return ""
		}
		return p.toks[j].Key
	})
	w := n.Words()
	if w == 0 || w > len(at) {
		return gazetteer.Name{}, 0
	}
	j := i
	for k := 1; k < w; k++ {
		j++
		if p.toks[j].Kind == document.Punct {
			j++
		}
	}
	if w == 1 && t.Class.Has(function) && n.Clash()&gazetteer.Verb == 0 && t.Class.Has(function&^lexicon.Auxiliary) {
		return gazetteer.Name{}, 0
	}
	if w == 1 && notPlaces[t.Key] && !t.Class.Has(lexicon.Auxiliary) {
		// होली and कुंभ are towns and topics: only an agency or a bracket proves them.
		if n.Entry(0).Trust() < gazetteer.Sure || !p.proofAt(j+1) && !p.proofBefore(i) {
			return gazetteer.Name{}, 0
		}
	}
	return n, j + 1
}

// stopAt reports whether a sign that closes a dateline stands at token i.
func (p *parser) stopAt(i int) bool {
	switch p.key(i) {
	case "।", ".", ":", "ः":
		return true
	}
	return false
}

// proofAt reports whether token i goes on as a dateline does: ', एजेंसी' or '(…)'.
func (p *parser) proofAt(i int) bool {
	switch p.key(i) {
	case ",", "/":
		if i+1 < len(p.toks) {
			k, _ := p.agency(i + 1)
			return k != noAgency || p.date(i+1) > i+1
		}
	case "(", "[":
		return true
	}
	return false
}

// proofBefore reports whether an agency stands before token i.
func (p *parser) proofBefore(i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		if k, end := p.agency(j); k != noAgency && (end == i || end == i-1) {
			return true
		}
	}
	return false
}

// agency returns the agency, desk, correspondent or paper that is named at token i.
func (p *parser) agency(i int) (agencyKind, int) {
	if i >= len(p.toks) || p.toks[i].Kind != document.Word {
		return noAgency, 0
	}
	// Full stops and hyphens glued inside are skipped: हि.स., पीटीआई-भाषा.
	pos := func(k int) int {
		j := i
		for ; k > 0; k-- {
			j++
			if (p.key(j) == "." || p.key(j) == "-") && !p.space(j) && !p.space(j+1) {
				j++
			}
		}
		return j
	}
	n, k := p.lists.agencies.Longest(func(k int) string {
		j := pos(k)
		if j >= len(p.toks) || p.toks[j].Kind != document.Word {
			return ""
		}
		return p.toks[j].Key
	})
	end := 0
	if n > 0 {
		end = pos(n-1) + 1
		if p.key(end) == "." && !p.space(end) && n > 1 && len(p.toks[end-1].Key) <= 6 {
			end++ // the last full stop of हि.स.
		}
	}
	// A name that no list holds but whose last word says agency: समरनीति न्यूज.
	for j := i; j < len(p.toks) && j < i+4; j++ {
		t := &p.toks[j]
		if t.Kind != document.Word || t.Class.Has(function) || j > i && !t.Space {
			break
		}
		if agencyEnds[t.Key] && j+1 > end && j > i && !notPlaces[p.key(i)] {
			if k == noAgency {
				k = agency
			}
			switch t.Key {
			case "डेस्क", "desk", "टीम":
				k = desk
			case "संवाददाता", "संवादाता", "प्रतिनिधि", "रिपोर्टर", "correspondent":
				k = correspondent
			}
			end = j + 1
		}
	}
	if end == 0 {
		return noAgency, 0
	}
	return k, end
}

// date reads a calendar date at token i: 14 अगस्त [2024], मार्च 1, 19-10-2024, ता. 27,
// Wed, 3 Sep 2025. It returns the token after it, i for none.
func (p *parser) date(i int) int {
	j := i
	num := func(k, lo, hi int) bool {
		if k >= len(p.toks) || p.toks[k].Kind != document.Number || len(p.toks[k].Key) > 4 {
			return false
		}
		n := 0
		for _, c := range p.toks[k].Key {
			if c < '0' || c > '9' {
				return false
			}
			n = 10*n + int(c-'0')
		}
		return lo <= n && n <= hi
	}
	month := func(k int) bool { return k < len(p.toks) && p.toks[k].Class.Has(lexicon.Month) }
	year := func(k int) int {
		if p.key(k) == "," && num(k+1, 1900, 2100) {
			return k + 2
		}
		if num(k, 1900, 2100) {
			return k + 1
		}
		return k
	}
	if j < len(p.toks) && p.toks[j].Class.Has(lexicon.Weekday) {
		k := j + 1
		if p.key(k) == "," {
			k++
		}
		if num(k, 1, 31) && month(k+1) {
			j = k
		}
	}
	if (p.key(j) == "ता" || p.key(j) == "दि" || p.key(j) == "दिनांक") && j+1 < len(p.toks) {
		k := j + 1
		if p.key(k) == "." {
			k++
		}
		if num(k, 1, 31) {
			if month(k + 1) {
				return year(k + 2)
			}
			return k + 1
		}
	}
	switch {
	case num(j, 1, 31) && month(j+1), dayWords[p.key(j)] && month(j+1): // PTI writes the first nine days as words: तीन जून (भाषा)
		return year(j + 2)
	case month(j) && num(j+1, 1, 31) && len(p.toks[j+1].Key) <= 2:
		return year(j + 2)
	case num(j, 1, 31) && (p.key(j+1) == "-" || p.key(j+1) == "/") && num(j+2, 1, 12) && p.key(j+3) == p.key(j+1) && num(j+4, 1, 2100):
		return j + 5
	}
	if j < len(p.toks) && p.toks[j].Kind == document.Number && (strings.Count(p.toks[j].Key, ".") == 2) {
		return j + 1 // 18.05.2020
	}
	return i
}

var dayWords = map[string]bool{"एक": true, "दो": true, "तीन": true, "चार": true, "पांच": true, "छह": true, "छः": true, "सात": true, "आठ": true, "नौ": true, "पहली": true}

// placeTails are the words behind which a place's name is still its own: the part of the
// town, or the estate that it belonged to.
var placeTails = map[string]bool{"राज": true, "बाजार": true, "कलां": true, "खुर्द": true, "सदर": true, "देहात": true, "ग्रामीण": true, "कैंट": true, "पश्चिमी": true, "पूर्वी": true, "उत्तरी": true, "दक्षिणी": true,
	"जंक्शन": true, "रोड": true, "टाउन": true, "मंडी": true}

// update reads अपडेटेड 20:05 IST, or a clock time with its zone.
func (p *parser) update(i int) int {
	j := i
	switch p.key(j) {
	case "अपडेटेड", "अपडेट", "updated":
		j++
	}
	if p.clock(j) {
		j += 3
		for j < len(p.toks) {
			switch p.key(j) {
			case "ist", "am", "pm", "बजे":
				j++
				continue
			}
			break
		}
		return j
	}
	return i
}

func (p *parser) clock(i int) bool {
	return i+2 < len(p.toks) && p.toks[i].Kind == document.Number && p.key(i+1) == ":" && p.toks[i+2].Kind == document.Number && !p.space(i+2)
}

func (p *parser) openBracket(i int) bool {
	k := p.key(i)
	if k == "," && (p.key(i+1) == "(" || p.key(i+1) == "[") {
		return true
	}
	if k == "/" && p.key(i+1) == "(" { // गरियाबंद /(शिखर दर्शन)//
		return true
	}
	return k == "(" || k == "["
}

func (p *parser) bracketItem(i int) bool { return p.key(i) == "(" || p.key(i) == "[" }

// bracket reads (भाषा), [राज्य ब्यूरो], (सिरमौर), (गजेंद्र), (Bilaspur).
func (p *parser) bracket(i int) (item, int) {
	if p.key(i) == "," || p.key(i) == "/" {
		i++
	}
	shut := ")"
	if p.key(i) == "[" {
		shut = "]"
	}
	end := i + 1
	for end < len(p.toks) && end-i <= 8 && p.key(end) != shut {
		end++
	}
	if p.key(end) != shut || end == i+1 {
		return item{}, i
	}
	first := i + 1
	it := item{kind: unknown, first: first, end: end, bracket: true, sep: '('}
	if k, j := p.agency(first); k != noAgency && (j == end || p.key(j) == "/" || p.key(j) == "-" || p.key(j) == "," || p.key(j) == "." && j+1 == end) {
		it.kind, it.agency = source, k
		return it, end + 1
	}
	if j := p.date(first); j == end {
		it.kind = date
		return it, end + 1
	}
	if n, j := p.place(first); j == end && !latin(&p.toks[first]) {
		it.kind, it.name = place, n
		return it, end + 1
	}
	if n, j := p.place(first); j > 0 && p.key(j) == "," && n.Valid() {
		if k, e := p.agency(j + 1); k != noAgency && e == end { // (शिमला, भाषा)
			it.kind, it.agency, it.first = source, k, j+1
			return it, end + 1
		}
	}
	letters, names := 0, 0
	for j := first; j < end; j++ {
		t := &p.toks[j]
		switch {
		case t.Kind == document.Number:
			return item{}, i
		case t.Kind == document.Word:
			letters++
			if t.Class.Has(lexicon.GivenName | lexicon.Surname) {
				names++
			}
		}
	}
	if letters == 0 {
		return item{}, i
	}
	if latin(&p.toks[first]) {
		it.kind = gloss
	}
	it.personal = names > 0 && names >= letters-1
	return it, end + 1
}

// separator says what stands at token i behind an item: a separator (its sign and the
// token after it), a closing sign (the token after it), or nothing (0).
func (p *parser) separator(i int, items []item) (sep byte, next int, closes bool) {
	if i >= len(p.toks) {
		return 0, i, p.whole
	}
	hasPlace := false
	for _, it := range items {
		hasPlace = hasPlace || it.kind == place || it.kind == unknown && !it.bracket
	}
	switch p.key(i) {
	case ",":
		return ',', i + 1, false
	case "@":
		return '@', i + 1, false
	case "/":
		if p.key(i+1) == "/" {
			return 0, p.skipClose(i), true
		}
		if i+1 < len(p.toks) {
			if it, end := p.item(i+1, true); it.kind != none && (p.closesAt(end) || it.kind == date) {
				return '/', i + 1, false
			}
		}
		return 0, i + 1, hasPlace
	case "-", "–", "—", "‑", "--":
		glued := !p.space(i) && i+1 < len(p.toks) && !p.space(i+1)
		if glued && p.key(i+1) != "-" {
			// दिल्ली-एनसीआर is a compound, no dateline; थराली-बारिश may be one, but
			// nothing tells.
			if known(items) && (p.key(i) == "-" || p.key(i) == "‑") {
				return 0, i, false
			}
		}
		if known(items) {
			return 0, p.skipClose(i), true
		}
		return '-', i + 1, false
	case "।", "॥", ".", ":", "ः", "|", "!", "..":
		return 0, p.skipClose(i), true
	}
	return 0, i, false
}

func known(items []item) bool {
	for _, it := range items {
		if it.kind == place && !it.bracket || it.kind == date {
			return true
		}
	}
	return false
}

// skipClose returns the token after the closing signs at i: ।। :- . - // --
func (p *parser) skipClose(i int) int {
	for j := i; j < len(p.toks); j++ {
		switch p.key(j) {
		case "।", "॥", ".", "..", ":", "ः", "|", "!", "-", "–", "—", "‑", "/":
			if j > i && p.space(j) && p.key(j) != "-" && p.key(j) != "–" && p.key(j) != "—" {
				return j
			}
			continue
		}
		return j
	}
	return len(p.toks)
}
