package dateline

import (
	"strings"
	"unicode/utf8"

	"khabar/pkg/document"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
	"khabar/pkg/span"
)

// close judges the row items, closed by the sign at token at; the story starts at next.
func (p *parser) close(first int, items []item, at, next int) (Dateline, bool) {
	sign := p.key(at)
	if at >= len(p.toks) {
		sign = "\n"
	}
	dl, ok := p.judge(items, sign)
	if !ok {
		// PERSON। PLACE।   "रोहित भदसाली। शिमला।"; KEYWORD: PLACE।
		if in, ok := p.inner(next); ok && !in.Weak && in.Proven && !sourceOnly(in) {
			if len(items) == 1 && items[0].kind == unknown && items[0].personal && sign != ":" && in.Reporter == "" {
				in.Reporter, in.At = p.str(items[0].first, items[0].end), p.span(items[0].first, items[0].end)
			}
			in.Span.Start = p.span(first, first+1).Start
			in.Rule = "dateline/keyword"
			return in, true
		}
		return Dateline{}, false
	}
	if latin(&p.toks[first]) && next < len(p.toks) { // heavy rain in jaipur: जयपुर।
		if in, ok := p.inner(next); ok && !in.Weak && in.Proven && in.Place.Found() {
			in.Span.Start = p.span(first, first+1).Start
			in.Rule = "dateline/keyword"
			return in, true
		}
	}
	p.finish(&dl, first, at, next)
	// HT syndication: "फिरोजाबाद, अगस्त 20 -- शिकोहाबाद।": the inner dateline is the true one.
	ht := sign == "-" && p.key(at+1) == "-" && !dl.Date.Empty()
	if (ht || dl.Weak || dl.Agency != "" && !dl.Place.Found()) && next < len(p.toks) {
		if in, ok := p.inner(next); ok && !in.Weak && in.Place.Found() && in.Proven {
			switch {
			case ht:
				in.Edition, in.Date = dl.Place, dl.Date
				if !in.District.Found() {
					in.District = dl.Place
				}
				in.Rule = "dateline/syndicated"
			case dl.Place.Found() && !in.State.Found():
				in.State = dl.Place // उत्तराखंड: देहरादून।
			}
			if in.Agency == "" {
				in.Agency, in.AgencyAt = dl.Agency, dl.AgencyAt
			}
			in.Span.Start = dl.Span.Start
			return in, true
		}
	}
	return dl, true
}

func sourceOnly(d Dateline) bool { return !d.Place.Found() }

// inner reads a dateline behind another one.
func (p *parser) inner(i int) (Dateline, bool) {
	for p.key(i) == "-" || p.key(i) == "–" {
		i++
	}
	if i >= len(p.toks) || i > 24 {
		return Dateline{}, false
	}
	q := *p
	it, _ := q.item(i, true)
	if it.kind != place && it.kind != source && it.kind != unknown {
		return Dateline{}, false
	}
	dl, ok := q.row(i)
	return dl, ok
}

// row reads one row without looking behind or beyond it.
func (p *parser) row(i int) (Dateline, bool) {
	var items []item
	at, sep := i, byte(' ')
	for len(items) < maxItems {
		it, next := p.item(at, true)
		if it.kind == none {
			return Dateline{}, false
		}
		it.sep = sep
		items = append(items, it)
		at, sep = next, ' '
		for p.openBracket(at) {
			it, next := p.bracket(at)
			if it.kind == none {
				return Dateline{}, false
			}
			items = append(items, it)
			at = next
		}
		s, next, closes := p.separator(at, items)
		if closes {
			sign := p.key(at)
			if at >= len(p.toks) {
				sign = "\n"
			}
			dl, ok := p.judge(items, sign)
			if ok {
				p.finish(&dl, i, at, next)
			}
			return dl, ok
		}
		if s != 0 {
			sep, at = s, next
		}
	}
	return Dateline{}, false
}

// open judges a row that no sign closes: an agency in brackets, or a date, ends it
// ("इंदौर, 14 अगस्त (भाषा) मध्यप्रदेश के…", "लखनऊ 11 मई 2020 कोविड-19…").
func (p *parser) open(first int, items []item, at int) (Dateline, bool) {
	if at >= len(p.toks) && !p.whole {
		return Dateline{}, false
	}
	// The words that item took for an unknown name may be the story already.
	for len(items) > 1 && items[len(items)-1].kind == unknown && !items[len(items)-1].bracket && items[len(items)-1].sep == ' ' ||
		len(items) > 1 && items[len(items)-1].kind == place && items[len(items)-1].sep == ' ' && !items[len(items)-1].bracket && hasKnown(items[:len(items)-1]) {
		at = items[len(items)-1].first
		items = items[:len(items)-1]
	}
	last := items[len(items)-1]
	if at < len(p.toks) && p.toks[at].Class.Has(lexicon.Postposition|lexicon.Conjunction) {
		return Dateline{}, false
	}
	wire := items[0].bracket && items[0].kind == source // (जी.एन.एस) ता. 27 नई दिल्ली
	closed := wire || last.bracket && last.kind == source || last.kind == gloss && !last.bracket && len(items) > 1 ||
		last.kind == date && (p.hasYear(last) || items[0].kind == source)
	if !closed || !wire && !hasKnown(items) && last.kind != source {
		return Dateline{}, false
	}
	dl, ok := p.judge(items, " ")
	if !ok {
		return Dateline{}, false
	}
	p.finish(&dl, first, at, at)
	return dl, true
}

func (p *parser) hasYear(it item) bool {
	for i := it.first; i < it.end; i++ {
		if k := p.key(i); p.toks[i].Kind == document.Number && len(k) >= 4 {
			return true
		}
	}
	return false
}

func hasKnown(items []item) bool {
	for _, it := range items {
		if it.kind == place && !it.bracket {
			return true
		}
	}
	return false
}

// afterBracket judges a row whose bracket could not be read: no dateline.
func (p *parser) afterBracket(items []item, at int) (Dateline, bool) { return Dateline{}, false }

// keyword reads KEYWORD: PLACE, the search words that some sites print first
// ("heavy rain in jaipur: जयपुर। …", "Ballia News : बलिया।").
func (p *parser) keyword(i int) (Dateline, bool) {
	for j := i; j < len(p.toks) && j < i+12; j++ {
		if k := p.key(j); k == ":" || k == "ः" {
			in, ok := p.inner(j + 1)
			if ok && !in.Weak && in.Proven && in.Place.Found() && in.Place.Name.Valid() {
				in.Rule = "dateline/keyword"
				return in, true
			}
			return Dateline{}, false
		}
	}
	return Dateline{}, false
}

// judge decides what each item is and whether the row is a dateline.
func (p *parser) judge(items []item, sign string) (Dateline, bool) {
	if len(items) >= 3 && items[0].kind == unknown && items[1].kind == place && items[1].sep == ' ' && !items[1].bracket &&
		items[2].kind == place && items[2].sep == ',' {
		// बिमल बस्सी, कांगड़ा: the first place name is the reporter's surname.
		name := items[0]
		name.end, name.personal = items[1].end, true
		items = append([]item{name}, items[2:]...)
	}
	var dl Dateline
	words := 0
	proof := false // an agency, a date, or a district in brackets
	deskOnly := false
	var places, unknowns []item
	for _, it := range items {
		words += it.end - it.first
		switch it.kind {
		case source:
			if it.agency == paper && len(items) == 1 {
				return Dateline{}, false
			}
			proof = true
			deskOnly = deskOnly || it.agency == desk
			if dl.Agency != "" {
				dl.AgencyAt = dl.AgencyAt.Cover(p.span(it.first, it.end))
				dl.Agency = p.text[dl.AgencyAt.Start:dl.AgencyAt.End]
			} else {
				dl.Agency, dl.AgencyAt = p.str(it.first, it.end), p.span(it.first, it.end)
			}
		case date:
			proof = true
			dl.Date = p.span(it.first, it.end)
		case place:
			places = append(places, it)
		case unknown:
			unknowns = append(unknowns, it)
		}
	}
	if words > 16 {
		return Dateline{}, false
	}
	set := func(it item) Place { return Place{p.span(it.first, it.end), p.str(it.first, it.end), it.name} }
	reporter := func(it item) {
		if dl.Reporter == "" {
			dl.Reporter, dl.At = p.str(it.first, it.end), p.span(it.first, it.end)
		}
	}
	if len(items) == 3 && items[0].kind == unknown && items[0].personal && items[0].end-items[0].first > 1 &&
		items[1].kind == unknown && items[1].sep == ',' && !items[1].bracket && items[1].end-items[1].first <= 2 && items[2].bracket && items[2].kind == place && ofIndia(items[2].name) {
		// प्रदीप कुमार सिंह, सेखवां (फिरोजपुर) : reporter, village, its district
		reporter(items[0])
		dl.Place, dl.Proven, dl.Rule = set(items[1]), true, "dateline/place-district"
		p.parent(&dl, items[2], set)
		return dl, true
	}
	if len(places) > 0 && places[0].bracket && len(unknowns) > 0 && !unknowns[0].bracket && unknowns[0].first < places[0].first {
		// ममदोट (फिरोजपुर)।: the bracket proves the unknown name.
		u, b := unknowns[0], places[0]
		if !administrative(b.name) && !proof || u.personal && u.end-u.first > 1 && !proof {
			if !(p.newsWord(u) && sign == "\n") {
				return Dateline{}, false
			}
			// PAPER (PLACE)
			dl.Place = set(b)
			dl.Agency, dl.AgencyAt = p.str(u.first, u.end), p.span(u.first, u.end)
			dl.Proven, dl.Rule = true, "dateline/agency-place"
			return dl, true
		}
		if u.end-u.first > 3 {
			return Dateline{}, false
		}
		dl.Place, dl.Proven, dl.Rule = set(u), true, "dateline/place-district"
		p.parent(&dl, b, set)
		return dl, true
	}
	switch {
	case len(places) > 0 && places[0].bracket && dl.Agency != "":
		// PAPER (PLACE)
		dl.Place, dl.Proven, dl.Rule = set(places[0]), true, "dateline/agency-place"
	case len(places) > 0:
		main := places[0]
		// संवाद सूत्र तपा, बरनाला: an unknown name between the agency and a known place.
		if len(unknowns) > 0 && unknowns[0].first < main.first && len(items) > 1 && items[0].kind == source && items[0].agency == correspondent &&
			!unknowns[0].bracket && unknowns[0].end-unknowns[0].first <= 2 && !unknowns[0].personal {
			dl.Place, dl.Proven, dl.Rule = set(unknowns[0]), true, "dateline/agency-place-district"
			unknowns = unknowns[1:]
			p.parent(&dl, main, set)
			places = places[1:]
		} else if len(unknowns) > 0 && unknowns[0].first == items[0].first && main.sep == ',' && topic(main.name) && dl.Agency != "" && main.first < p.rangeOf(dl.AgencyAt) &&
			!unknowns[0].bracket && !unknowns[0].personal && unknowns[0].end-unknowns[0].first <= 2 {
			// चार्लोटाउन, कनाडा (एपी): a town that the gazetteer lacks, and its country
			dl.Place, dl.Proven, dl.Rule = set(unknowns[0]), true, "dateline/unknown-place"
			unknowns = unknowns[1:]
			p.parent(&dl, main, set)
			places = places[1:]
		} else {
			dl.Place, dl.Proven = set(main), true
			dl.Rule = "dateline/place"
		}
		for _, it := range places[min(1, len(places)):] {
			if it.first == main.first {
				continue
			}
			switch {
			case it.sep == '/' && !it.bracket:
				if within(dl.Place.Name, it.name) {
					p.parent(&dl, it, set)
				} else if !dl.Second.Found() {
					dl.Second = set(it)
				}
			default:
				p.parent(&dl, it, set)
			}
		}
		for _, it := range unknowns {
			switch {
			case it.first > main.first && it.sep == '/' && !it.bracket && !p.newsWord(it) && len(places) == 1 && it.end-it.first <= 2 && !it.personal:
				dl.Second = set(it) // जगदलपुर /कोटपाड़ [उड़ीसा]
			case p.newsWord(it) || it.bracket && !it.personal && it.end-it.first > 3:
				if dl.Agency == "" {
					dl.Agency, dl.AgencyAt = p.str(it.first, it.end), p.span(it.first, it.end)
				}
			default:
				reporter(it)
			}
		}
		if len(unknowns) > 0 && !proof {
			u := unknowns[0]
			if u.first < main.first {
				// PERSON, PLACE।  PERSON / PLACE -  PERSON PLACE ⏎
				if u.end-u.first < 2 && main.sep == ' ' || main.sep == ' ' && sign != "\n" && !p.newsWord(u) {
					return Dateline{}, false
				}
				if !u.personal && (sign == ":" || sign == "-") && u.end-u.first == 1 && main.sep != '/' {
					return Dateline{}, false
				}
			} else if !u.bracket && u.sep == ' ' {
				return Dateline{}, false
			}
			if u.first > main.first && u.sep == ',' && !u.bracket && (sign == "\n" || sign == "-") {
				return Dateline{}, false
			}
			if p.verbal(u) {
				return Dateline{}, false
			}
		}
		bare := len(items) == 1
		if bare && !p.bareOK(main, sign) {
			return Dateline{}, false
		}
		if len(places) > 1 && !proof && len(unknowns) == 0 && !places[1].bracket && places[1].sep == ',' && !within(main.name, places[1].name) && sign != ":" && sign != "।" {
			return Dateline{}, false // दिल्ली, मुंबई. : a list
		}
		if topic(main.name) && (sign == ":" || sign == "ः" || sign == "-" || sign == "–" || sign == "\n") && bare {
			dl.Weak = true
			dl.Rule = "dateline/topic"
		}
		if deskOnly && seats[strings.ToLower(foldJoin(p, main))] {
			dl.Weak = true
			dl.Rule = "dateline/desk-seat"
		}
	case len(unknowns) > 0 && proof:
		u := unknowns[0]
		if u.bracket || u.end-u.first > 3 || p.verbal(u) {
			if dl.Agency == "" {
				return Dateline{}, false
			}
			dl.Rule = "dateline/agency"
			return dl, sign != "\n" && len(unknowns) == 0
		}
		if u.personal && u.end-u.first > 1 || p.newsWord(u) {
			if dl.Agency == "" {
				return Dateline{}, false
			}
			reporter(u)
			dl.Rule = "dateline/agency"
			return dl, true
		}
		if dl.Agency == "" && (sign == " " || sign == "\n" || notPlaces[p.key(u.first)]) {
			return Dateline{}, false
		}
		if notPlaces[p.key(u.first)] {
			return Dateline{}, false
		}
		if sign == "\n" && u.first < items[0].end && items[0].kind == unknown && !items[len(items)-1].bracket {
			return Dateline{}, false
		}
		dl.Place, dl.Proven, dl.Rule = set(u), true, "dateline/unknown-place"
		for _, it := range unknowns[1:] {
			reporter(it)
		}
	case len(unknowns) == 1 && len(items) == 1 && !unknowns[0].bracket:
		return p.bareUnknown(unknowns[0], sign)
	case dl.Agency != "" && len(unknowns) == 0:
		if (sign == "\n" || sign == " ") && !items[0].bracket || items[0].kind == date {
			return Dateline{}, false
		}
		dl.Rule = "dateline/agency"
	default:
		return Dateline{}, false
	}
	return dl, true
}

// parent enters it as the district or the state of the dateline's place.
func (p *parser) parent(dl *Dateline, it item, set func(item) Place) {
	switch e := it.name.Entry(0); {
	case e.Kind() == gazetteer.State && !e.Has(gazetteer.City) || e.Kind() == gazetteer.Country || e.Kind() == gazetteer.Province:
		if !dl.State.Found() {
			dl.State = set(it)
		}
	default:
		if !dl.District.Found() {
			dl.District = set(it)
		} else if !dl.State.Found() {
			dl.State = set(it)
		}
	}
}

// administrative reports whether a name belongs to a district, a state or a country.
func administrative(n gazetteer.Name) bool {
	for i := range n.Len() {
		e := n.Entry(i)
		if e.Has(gazetteer.District) || e.Has(gazetteer.State) || e.Kind() == gazetteer.Country || e.Kind() == gazetteer.Province || e.Kind() == gazetteer.City {
			return true
		}
	}
	return false
}

// ofIndia reports whether a name is a district's, a town's or a state's of India.
func ofIndia(n gazetteer.Name) bool {
	for i := range n.Len() {
		if e := n.Entry(i); e.Has(gazetteer.District) || e.Kind() == gazetteer.State || e.Kind() == gazetteer.City && e.State().Valid() {
			return true
		}
	}
	return false
}

// rangeOf returns the first token at or behind the start of s.
func (p *parser) rangeOf(s span.Span) int {
	i := 0
	for i < len(p.toks) && p.base+p.toks[i].Start < s.Start {
		i++
	}
	return i
}

// within reports whether some place called inner lies in a district or state called outer.
func within(inner, outer gazetteer.Name) bool {
	for i := range inner.Len() {
		e := inner.Entry(i)
		for j := range outer.Len() {
			o := outer.Entry(j)
			if e == o {
				continue
			}
			if e.District().Valid() && e.District().Head() == o.Head() || e.State().Valid() && e.State().Head() == o.Head() {
				return true
			}
		}
	}
	return false
}

// topic reports whether a bare name before a colon rather tells the topic than the
// town: a state, a country, a region.
func topic(n gazetteer.Name) bool {
	switch e := n.Entry(0); e.Kind() {
	case gazetteer.State, gazetteer.Country, gazetteer.Region, gazetteer.Continent, gazetteer.Province:
		return !e.Has(gazetteer.City)
	}
	return false
}

// bareOK judges a known name that stands alone before a closing sign.
func (p *parser) bareOK(it item, sign string) bool {
	n := it.name
	e := n.Entry(0)
	switch e.Kind() {
	case gazetteer.River, gazetteer.Sea, gazetteer.Dam, gazetteer.Park, gazetteer.Landmark, gazetteer.Lake:
		return false
	}
	if n.Clash()&gazetteer.Rarely != 0 || notPlaces[p.key(it.first)] {
		return false
	}
	if it.end-it.first > 4 {
		return false
	}
	stop := sign == "।" || sign == "." || sign == "॥" || sign == "|"
	personal := p.toks[it.first].Class.Has(lexicon.GivenName|lexicon.Surname) && it.end == it.first+1
	big := e.Has(gazetteer.District) || e.Kind() == gazetteer.City
	if e.Trust() == gazetteer.Weak && !stop {
		return false
	}
	if personal && !big && !stop {
		return false
	}
	if sign == "\n" || sign == "-" || sign == "–" || sign == "—" || sign == "!" || sign == "/" {
		return e.Trust() == gazetteer.Sure && (!personal || big)
	}
	return true
}

// bareUnknown judges one or two unknown words alone before a full stop. A sentence of
// one word at the start of a body is a dateline (कफोटा।); before a colon it is one only
// where the text says the word again as a place (… कफोटा थाना, कफोटा गांव).
func (p *parser) bareUnknown(it item, sign string) (Dateline, bool) {
	n := it.end - it.first
	key := p.key(it.first)
	if n > 2 || notPlaces[key] || p.verbal(it) || utf8.RuneCountInString(key) < 3 || key[0] < 0x80 {
		return Dateline{}, false
	}
	dl := Dateline{Place: Place{Span: p.span(it.first, it.end), Text: p.str(it.first, it.end)}, Rule: "dateline/bare-unknown"}
	proven := p.saidAgain(it)
	switch sign {
	case "।", "॥", ".":
		if n > 1 && !proven || it.personal && !proven {
			return Dateline{}, false
		}
	case ":", "ः":
		if !proven {
			return Dateline{}, false
		}
	default:
		return Dateline{}, false
	}
	// The story's first sentence follows, and it is no list of exclamations (बारिश। तेज हवा।).
	next := p.skipClose(it.end)
	for k := next; k < next+6; k++ {
		if k >= len(p.toks) || p.toks[k].Kind == document.Punct && p.key(k) != "," && p.key(k) != "-" {
			return Dateline{}, false
		}
	}
	dl.Proven = proven
	return dl, true
}

// placeNouns are the words that make the name before them a place.
var placeNouns = set(`जिला जिले थाना थाने क्षेत्र कोतवाली गांव ग्राम कस्बा कस्बे शहर नगर ब्लॉक ब्लाक प्रखंड तहसील अनुमंडल पंचायत विधानसभा
	निवासी चौकी उपमंडल बाजार मोहल्ला मार्ग रोड बस`)

// saidAgain reports whether the words of it stand again in the head of the text before a
// word for a place.
func (p *parser) saidAgain(it item) bool {
	for i := it.end; i+(it.end-it.first) < len(p.toks); i++ {
		j := 0
		for j < it.end-it.first && p.key(i+j) == p.key(it.first+j) {
			j++
		}
		if j == it.end-it.first && placeNouns[p.key(i+j)] {
			return true
		}
	}
	return false
}

// newsWord reports whether an unknown item is rather a paper or an agency: its last word
// says so (इंडिया न्यूज), or it has a word that papers are called by.
func (p *parser) newsWord(it item) bool {
	for i := it.first; i < it.end; i++ {
		if agencyEnds[p.key(i)] || paperWords[p.key(i)] {
			return true
		}
	}
	return latin(&p.toks[it.first])
}

var paperWords = set(`खबर खबरें समाचार टाइम्स एक्सप्रेस विचार केसरी उजाला भास्कर जागरण पत्रिका प्रभात संदेश परम्परा परंपरा वाणी दर्शन
	भारत टुडे मीडिया लाइव लहर आवाज हलचल गर्जना जनादेश जनमत बुलेटिन पोस्ट हेराल्ड दर्पण दूत प्रहरी जनसत्ता ट्रिब्यून क्रांति सवेरा सूत्र संवाद वार्ता`)

// verbal reports whether an unknown item has a verb or reporting word: नीतीश कुमार बोले-.
func (p *parser) verbal(it item) bool {
	for i := it.first; i < it.end; i++ {
		t := &p.toks[i]
		if t.Class.Has(lexicon.Auxiliary|lexicon.Postposition) && !it.bracket || saying[t.Key] {
			return true
		}
	}
	return false
}

var saying = set(`बोले बोलीं बोला कहा कहते बताया पूछा लिखा कहिन`)

func foldJoin(p *parser, it item) string {
	var b strings.Builder
	for i := it.first; i < it.end; i++ {
		if i > it.first {
			b.WriteByte(' ')
		}
		b.WriteString(p.key(i))
	}
	return b.String()
}

// finish sets the extent of the dateline. A Latin gloss behind the sign belongs to it:
// "बिलासपुर। (Bilaspur) छत्तीसगढ़…".
func (p *parser) finish(dl *Dateline, first, at, next int) {
	if p.key(next) == "(" {
		if it, after := p.bracket(next); it.kind == gloss {
			next = after
		}
	}
	dl.Span = p.span(first, max(first+1, min(max(at, next), len(p.toks))))
	if next < len(p.toks) {
		dl.End = p.base + p.toks[next].Start
	} else {
		dl.End = p.base + len(p.raw)
	}
}
