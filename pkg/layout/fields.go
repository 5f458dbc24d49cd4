package layout

import (
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/moment"
	"khabar/pkg/segment"
	"khabar/pkg/span"
)

// sectionWords are the names of sections that stand alone on a line above or below
// the headline.
var sectionWords = lexicon.Derive(func(lx *lexicon.Lexicon) map[string]bool {
	m := map[string]bool{}
	for _, r := range lx.Rows("sections") {
		m[strings.Join(lexicon.Words(r.Field(0)), " ")] = true
	}
	return m
})

// spaced returns the tokens of a phrase with blanks between them, as a cursor reads
// them: TV9 भारतवर्ष is three words, नवभारतटाइम्स.कॉम two.
func spaced(text string) string {
	var words []string
	for _, t := range segment.Plain(text, lexicon.Default()).Tokens() {
		if t.Kind != document.Punct {
			words = append(words, t.Key)
		}
	}
	return strings.Join(words, " ")
}

// agency is a line of agencies.tsv.
type agency struct{ kind, publisher string }

var agencies = lexicon.Derive(func(lx *lexicon.Lexicon) *lexicon.Phrases[agency] {
	t := &lexicon.Phrases[agency]{}
	for _, r := range lx.Rows("agencies") {
		t.Add(spaced(r.Field(0)), agency{r.Field(1), r.Field(2)})
	}
	return t
})

// wordAt lets Phrases read tokens: hyphens and full stops inside a phrase are skipped.
type cursor struct {
	ends []int // token behind the n-th word
}

// phraseAt finds the longest phrase at token i; it returns the token behind it, 0
// where there is none.
func phraseAt[T any](d *document.Document, t *lexicon.Phrases[T], i, end int) (int, T) {
	var zero T
	if i >= end || !t.StartsWith(d.WordAt(i)) {
		return 0, zero
	}
	var c cursor
	n, v := t.Longest(func(k int) string {
		j := i
		if len(c.ends) > 0 {
			j = c.ends[len(c.ends)-1]
		}
		for k >= len(c.ends) {
			for len(c.ends) > 0 && j < end && (d.Key(j) == "-" || d.Key(j) == ".") {
				j++
			}
			if j >= end {
				return ""
			}
			j++
			c.ends = append(c.ends, j)
		}
		return d.Key(c.ends[k] - 1)
	})
	if n == 0 {
		return 0, zero
	}
	return c.ends[n-1], v
}

// agencyAt returns the token behind the agency, desk or post at token i, 0 where
// there is none. A word of its own (स, संवाद, प्रतिनिधि) counts only before a delimiter.
func (p *page) agencyAt(i, end int) int {
	e, _ := phraseAt(p.doc, agencies(p.lx), i, end)
	if e == 0 {
		return 0
	}
	if e < end {
		switch p.doc.Key(e) {
		case ",", ")", "]", "।", ":", "ः", "|", "/", "-", "—", ".", "(":
		default:
			if e-i < 2 || p.doc.Class(e).Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Auxiliary) {
				return 0
			}
		}
	}
	return e
}

// source is a line of publishers.tsv.
type source struct {
	name   string
	agency bool
	air    bool // a channel: papers quote what was said on it
}

type sourceTable struct {
	names *lexicon.Phrases[source]
	signs *markerTable
	of    map[*marker]source
}

var sources = lexicon.Derive(func(lx *lexicon.Lexicon) *sourceTable {
	t := &sourceTable{names: &lexicon.Phrases[source]{}, signs: &markerTable{byFirst: make(map[string][]*marker)}, of: map[*marker]source{}}
	for _, r := range lx.Rows("publishers") {
		s := source{name: r.Field(0), agency: r.Field(1) == "agency", air: r.Field(1) == "channel"}
		for _, n := range r.List(2) {
			t.names.Add(spaced(n), s)
		}
		for _, n := range r.List(3) {
			m := newMarker(n, matchInside, s.name)
			t.signs.add(m)
			t.of[m] = s
		}
	}
	return t
})

// publisher finds the paper or site that the page comes from.
func (p *page) publisher() {
	type sign struct {
		score int
		at    span.Span
		s     source
	}
	var signs []sign
	add := func(s source, score int, r document.Range) {
		if s.agency {
			score = 1
		}
		for i := range signs {
			if signs[i].s.name == s.name {
				signs[i].score += score
				return
			}
		}
		signs = append(signs, sign{score, p.doc.SpanOf(r), s})
	}
	t := sources(p.lx)
	scan := func(r document.Range, names int, agencies bool) {
		for i := r.First; i < r.End; i++ {
			k := p.doc.Key(i)
			if t.signs.keys.may(p.doc.WordAt(i)) {
				for _, m := range t.signs.byFirst[k] {
					if e := m.at(p.doc, i, r.End); e > 0 {
						add(t.of[m], 4, document.Range{First: i, End: e})
						break
					}
				}
			}
			if names > 0 {
				if e, s := phraseAt(p.doc, t.names, i, r.End); e > 0 && (agencies || !s.agency) && !(e == i+1 && i > r.First && p.namesake(i)) {
					add(s, names, document.Range{First: i, End: e})
				}
			}
		}
	}
	scan(p.suffix, 3, true)
	first := true
	for i := range p.parts {
		q := &p.parts[i]
		if q.keep {
			if q.kind == document.Body && first {
				first = false
				p.desk(q, func(a agency, r document.Range) {
					if a.publisher != "" && (a.kind != "agency" || p.agencyPage(q, a)) {
						add(source{name: a.publisher, agency: a.kind == "agency"}, 3, r)
					}
				})
				scan(document.Range{First: q.tok.First, End: min(q.tok.End, q.tok.First+12)}, 0, true)
				if p.dateline(q) { // सतना, स्टार समाचार। इंडिया न्यूज, पानीपत।
					if r := p.datelineRange(q); r.Len() > 1 {
						scan(r, 2, p.agencyPage(q, agency{publisher: "ANI"})) // काबुल (एएनआइ)। in a paper
					}
				}
			}
			continue
		}
		switch q.label {
		case labelByline, labelTime:
			if p.doc.Key(inner(p.doc, q.tok).First) == "इनपुट" {
				continue // (इनपुट- भाषा): what the paper has it from
			}
			scan(q.tok, 3, true)
		case labelNav, "legal", "author_box", "app", "social", "ad":
			scan(q.tok, 2, true)
		case labelMedia, labelEmbed, labelCaption, labelSkip, labelTail, labelMark, labelSlug, "share":
			n := 0
			if p.isPublisher(q) {
				n = 2
			}
			scan(q.tok, n, true)
		}
		if q.label == labelByline {
			if e, a := phraseAt(p.doc, agencies(p.lx), inner(p.doc, q.tok).First, q.tok.End); e > 0 && a.publisher != "" {
				add(source{name: a.publisher, agency: a.kind == "agency"}, 3, q.tok)
			}
		}
	}
	named := len(signs)
	p.template(func(s source, r document.Range) { add(s, 2, r) })
	best := -1
	for i := range signs {
		if best < 0 || signs[i].score > signs[best].score || signs[best].s.agency && !signs[i].s.agency {
			if best >= 0 && signs[i].s.agency && !signs[best].s.agency {
				continue
			}
			best = i
		}
	}
	if named == 0 && best >= 0 {
		p.copyrightName() // By X | Oct 5, 2024 on a page whose foot names an unknown paper
	}
	if best >= 0 && p.out.Publisher.Empty() {
		p.out.Publisher = Scalar{signs[best].at, signs[best].s.name}
	}
	if best >= 0 {
		return
	}
	if p.copyrightName(); p.out.Publisher.Empty() {
		p.mastheadName()
	}
	if p.out.Publisher.Empty() {
		p.mastheadAgain()
	}
}

// copyrightName takes the name of an unknown paper from the copyright line.
//
//	© 2025 Shiwalik Times. All Rights Reserved.        Copyright © शिवालिक संदेश | सर्वाधिकार सुरक्षित
func (p *page) copyrightName() {
	const most, longest = 5, 30 // words of the name, of the line
	for i := len(p.parts) - 1; i >= 0 && i >= p.tail-2; i-- {
		q := &p.parts[i]
		if q.keep || q.words > longest {
			continue
		}
		start := -1
		for k := q.tok.First; k < q.tok.End; k++ {
			if key := p.doc.Key(k); key == "©" || key == "copyright" || key == "कॉपीराइट" {
				start = k + 1
			} else if start >= 0 {
				break
			}
		}
		if start < 0 {
			continue
		}
		toks := p.doc.Tokens()
		for start < q.tok.End && (toks[start].Kind != document.Word || toks[start].Key == "c" || toks[start].Key == "by" || toks[start].Key == "all") {
			start++
		}
		end := start
		for end < q.tok.End && toks[end].Kind == document.Word && toks[end].Key != "all" && toks[end].Key != "सर्वाधिकार" && toks[end].Key != "rights" && toks[end].Key != "designed" {
			end++
		}
		r := document.Range{First: start, End: end}
		if n := words(p.doc, r); n > 0 && n <= most && p.nominal(r) && toks[start].Key != "rights" && toks[start].Key != "reserved" {
			p.out.Publisher = p.scalar(p.doc.SpanOf(r))
			return
		}
	}
}

// mastheadAgain takes an unknown paper's name from the top line of the page where other
// furniture names it again: its desk in the dateline, its channel, its copyright.
//
//	विंध्य जागरण ⏎ … ⏎ विंध्य जागरण प्रतिनिधि, रीवा। …
func (p *page) mastheadAgain() {
	const most = 4 // words
	if p.site.Len() > 0 && p.saidAgain(p.site, p.parts[p.head].tok) {
		p.out.Publisher = p.scalar(p.doc.SpanOf(p.site))
		return
	}
	if p.head < 1 || len(p.parts) < 4 {
		return
	}
	q := &p.parts[0]
	r := inner(p.doc, q.tok)
	for k := r.First; k < r.End; k++ {
		if p.doc.Key(k) == "|" || p.doc.Key(k) == "-" && p.doc.Tokens()[k].Space {
			r.End = k
		}
	}
	n := words(p.doc, r)
	if q.label != labelNav || q.marker != nil || n < 2 || n > most || q.stop || p.isPlace(r) || p.section(q) || crumbRoot(p.keysOf(q.tok)) || p.finite(p.doc.Tokens()[r.First:r.End]) {
		return
	}
	if p.saidAgain(r, q.tok) || p.capitals(r) && !p.pageSlot(r) && p.devanagari(p.head) {
		p.out.Publisher = p.scalar(p.doc.SpanOf(r))
	}
}

// devanagari reports whether part i is in Devanagari.
func (p *page) devanagari(i int) bool { return p.parts[i].deva*2 > p.parts[i].letters }

// saidAgain reports whether furniture other than line own, or the opening of the text, holds the
// name in r, too.
func (p *page) saidAgain(r, own document.Range) bool {
	first := true
	for i := range p.parts {
		n := &p.parts[i]
		t := n.tok
		if t.Contains(own.First) {
			continue
		}
		if n.keep {
			if n.kind != document.Body || !first {
				continue
			}
			first = false
			t.End = min(t.End, t.First+8)
		} else if n.label == labelRelated || n.label == labelTicker {
			continue
		}
		for k := t.First; k+r.Len() <= t.End; k++ {
			same := true
			for j := 0; j < r.Len() && same; j++ {
				same = p.doc.Key(k+j) == p.doc.Key(r.First+j)
			}
			if same {
				return true
			}
		}
	}
	return false
}

// unlisted takes the name of an unknown paper in a byline for the publisher of a page that
// shows no other sign.
func (p *page) unlisted() {
	if p.out.Publisher.Empty() && p.paperAt.Len() > 0 {
		p.out.Publisher = p.scalar(p.doc.SpanOf(p.paperAt))
	}
}

// namesake reports whether the one-word name of a paper at token i is the second half of another
// name: विंध्य जागरण, संजय भास्कर, but टीम जागरण.
func (p *page) namesake(i int) bool {
	t := &p.doc.Tokens()[i-1]
	return t.Kind == document.Word && native(t.Key) && native(p.doc.Key(i)) && !function(t.Class) && !deskWord(t.Key)
}

// toldTo takes the paper that the story says it spoke for as the publisher of a page that
// shows no other sign: … ने द वायर को बताया, दिप्रिंट से बात करते हुए …. What was
// told to an agency or on the air any paper prints.
func (p *page) toldTo() {
	if !p.out.Publisher.Empty() {
		return
	}
	t := sources(p.lx)
	for i := range p.parts {
		q := &p.parts[i]
		if !q.keep || q.kind != document.Body {
			continue
		}
		for k := q.tok.First + 1; k < q.tok.End; k++ {
			e, s := phraseAt(p.doc, t.names, k, q.tok.End)
			if e == 0 || s.agency || s.air || e+1 >= q.tok.End {
				continue
			}
			told := false
			switch p.doc.Key(e) {
			case "को":
				switch p.doc.Key(e + 1) {
				case "बताया", "बताते":
					told = true
				}
			case "से":
				switch p.doc.Key(e + 1) {
				case "कहा", "बातचीत", "बात", "विशेष", "खास":
					told = true
				}
			}
			if told {
				if !p.cited(s) {
					p.out.Publisher = Scalar{p.doc.SpanOf(document.Range{First: k, End: e}), s.name}
				}
				return
			}
		}
	}
}

// cited reports whether the text calls s a paper or refers to its report, as only others do:
// अखबार दैनिक भास्कर को बताया, जनसत्ता की खबर के मुताबिक.
func (p *page) cited(s source) bool {
	t := sources(p.lx)
	for i := range p.parts {
		q := &p.parts[i]
		if !q.keep || q.kind != document.Body && q.kind != document.Summary {
			continue
		}
		for k := q.tok.First; k < q.tok.End; k++ {
			e, at := phraseAt(p.doc, t.names, k, q.tok.End)
			if e == 0 || at.name != s.name {
				continue
			}
			if k > q.tok.First {
				switch p.doc.Key(k - 1) {
				case "अखबार", "समाचारपत्र", "पत्र", "वेबसाइट", "पोर्टल", "चैनल", "पत्रिका", "एजेंसी", "साइट", "दैनिक":
					return true
				}
			}
			if e+1 < q.tok.End && (p.doc.Key(e) == "के" || p.doc.Key(e) == "की" || p.doc.Key(e) == "में") {
				switch p.doc.Key(e + 1) {
				case "मुताबिक", "अनुसार", "हवाले", "रिपोर्ट", "खबर", "छपी", "प्रकाशित", "पत्रकार", "संपादक", "रिपोर्टर", "संवाददाता":
					return true
				}
			}
			k = e - 1
		}
	}
	return false
}

// agencyPage reports whether an agency in the dateline of q tells that the page is the
// agency's own: papers print the agencies' stories too, but drop the date of the
// dateline (इंदौर, 14 अगस्त (भाषा)). The small agencies have no such customers.
func (p *page) agencyPage(q *part, a agency) bool {
	switch a.publisher {
	case "PTI Bhasha", "UNI Varta", "IANS", "ANI":
	default:
		return true
	}
	d, ok := p.parseDateline(q)
	return ok && !d.Date.Empty()
}

// mastheadName takes an unknown paper's name from the top line of the page: a short
// line of its own with the page date below it.
func (p *page) mastheadName() {
	if p.head < 2 || len(p.parts) < 4 {
		return
	}
	q := &p.parts[0]
	if q.label != labelNav || q.marker != nil || p.isPlace(q.tok) || q.words > 4 || q.words == 0 || p.section(q) {
		return
	}
	for i := 1; i < p.head && i < 4; i++ {
		if p.parts[i].label == labelTime {
			p.out.Publisher = p.scalar(q.Span)
			return
		}
	}
}

// desk calls f with the agency or desk of the dateline that q opens with.
func (p *page) desk(q *part, f func(agency, document.Range)) {
	r := q.tok
	for i := r.First; i < r.End && i < r.First+12; i++ {
		if e, a := phraseAt(p.doc, agencies(p.lx), i, r.End); e > 0 && p.agencyAt(i, r.End) > 0 {
			prev := p.doc.Key(i - 1)
			if i == r.First || prev == "," || prev == "(" || prev == "[" {
				f(a, document.Range{First: i, End: e})
				return
			}
		}
		// गया is a town and an auxiliary
		if c := p.doc.Class(i); i > r.First && c.Has(lexicon.Postposition|lexicon.Pronoun|lexicon.Auxiliary) {
			return
		}
	}
}

// roles are the words that announce a name in a byline.
var roles = sync.OnceValue(func() *lexicon.Phrases[bool] {
	t := &lexicon.Phrases[bool]{}
	for _, s := range strings.Split("by|written by|authored by|story by|text by|produced by|copy edited by|reported by|report by|reporter|edited by|posted by|published by|updated by|curated by|compiled by|translated by|input by|author|"+
		"लेखक|लेखिका|रिपोर्ट|रिपोर्टर|संवाददाता|संपादन|संपादक|अनुवाद|प्रस्तुति|इनपुट|agency|source|पदनाम|ब्यूरो by", "|") {
		t.Add(s, true)
	}
	return t
})

// nobody are bylines that name no author.
var nobody = map[string]bool{
	"admin": true, "admin admin": true, "site admin": true, "author": true, "img": true, "image": true, "author img": true, "author image": true,
	"team": true, "staff": true, "administrator": true, "editor": true, "webmaster": true, "desk": true, "profile": true, "bio": true, "details": true, "box": true, "info": true, "default": true, "user": true, "super admin": true, "वेब": true, "web": true, "एडमिन": true, "superadmin": true,
}

// bylines reads authors, desks and agencies from byline and time lines and from the
// dateline, and the places that stand with them.
func (p *page) bylines() {
	last := len(p.parts)
	for last > 0 && !p.parts[last-1].keep {
		last--
	}
	for i := range p.parts {
		q := &p.parts[i]
		// a time below the text stands with the editors' initials, not with an author
		if q.keep || q.list || (i >= p.tail || i >= last) && (q.label != labelByline || q.marker == nil && len(p.out.Byline) > 0 && !p.credits(q)) {
			continue // below the text a desk stands in the author's box
		}
		switch q.label {
		case labelByline, labelTime:
			if q.marker != nil && q.marker.match == matchInside {
				p.reportOf(q)
				continue
			}
			if p.issueLine(q.tok) {
				continue
			}
			p.byline(q)
		}
	}
	first := true
	for i, n := p.body, 0; i < p.tail && n < 3; i++ {
		if q := &p.parts[i]; q.keep && q.kind == document.Body {
			if n == 0 {
				p.reportFrom(q)
			}
			// the dateline opens the text, or its second or third paragraph where the
			// standfirst stands above it
			if n++; !first && !p.dateline(q) {
				continue
			}
			if d, ok := p.parseDateline(q); ok {
				d = d.Shift(q.Start)
				for _, s := range [...]span.Span{d.AgencyAt, d.At} {
					r := p.doc.RangeOf(s)
					if r.Len() == 0 || !native(p.doc.Key(r.First)) || nobody[strings.TrimSpace(p.keysOf(r))] {
						continue
					}
					if pub, at := p.publisherIn(r); !pub || at != r.First { // the paper's name alone is no author
						if s == d.At {
							p.reporters(r, s)
						} else {
							p.author(s)
						}
					}
				}
				if !d.AgencyAt.Empty() || !d.At.Empty() {
					break
				}
			}
			found := p.dateline(q)
			p.desk(q, func(_ agency, r document.Range) {
				p.author(p.doc.SpanOf(p.abbreviated(r)))
				found = true
			})
			if found {
				break
			}
			first = false
		}
	}
	if len(p.out.Byline) == 0 { // By लोकमत न्यूज़ डेस्क | Published: … below the story
		for i := last; i < len(p.parts); i++ {
			q := &p.parts[i]
			if r := inner(p.doc, q.tok); q.label == labelTime && !q.list && r.Len() > 0 {
				role, _ := phraseAt(p.doc, roles(), r.First, r.End)
				if desk, _ := phraseAt(p.doc, agencies(p.lx), r.First, r.End); role > 0 || desk > r.First+1 {
					p.byline(q)
				}
			}
		}
	}
	p.closingAgency()
	p.creditedAgency()
	sort.SliceStable(p.out.Byline, func(i, j int) bool { return p.out.Byline[i].Start < p.out.Byline[j].Start })
}

// reporters adds the reporters of a dateline's bracket, one by one: (विजय, सोनू).
func (p *page) reporters(r document.Range, s span.Span) {
	start := r.First
	for i := r.First; i <= r.End; i++ {
		if i < r.End {
			if k := p.doc.Key(i); k != "," && k != "/" && k != "और" && k != "व" && k != "एवं" {
				continue
			}
		}
		if i == r.End && start == r.First {
			p.author(s) // one alone, with the stop of its abbreviation: सू.वि.
		} else if one := inner(p.doc, document.Range{First: start, End: i}); one.Len() > 0 {
			p.author(p.doc.SpanOf(one))
		}
		start = i + 1
	}
}

// reportFrom adds the reporter who opens the text: मधेपुरा से दिलखुश की रिपोर्ट : …
func (p *page) reportFrom(q *part) {
	const reach = 9 // tokens
	r := document.Range{First: q.tok.First, End: min(q.tok.End, q.tok.First+reach)}
	for i := r.First + 1; i+4 < r.End; i++ {
		if p.doc.Key(i) != "से" {
			continue
		}
		for k := i + 2; k+2 < r.End; k++ {
			if p.doc.Key(k) == "की" && p.doc.Key(k+1) == "रिपोर्ट" && delimiter(p.doc.Key(k+2)) && p.isPlace(document.Range{First: r.First, End: i}) && p.native(document.Range{First: i + 1, End: k}) {
				p.author(p.doc.SpanOf(document.Range{First: i + 1, End: k}))
				return
			}
		}
		return
	}
}

// credits reports whether a line below the text is the signature or the bare credit of this
// story and not the box that tells who its author is.
func (p *page) credits(q *part) bool {
	return q.cont || isBullet(p.doc.Key(q.tok.First))
}

// closingAgency takes the agency in a bracket that closes the story for an author:
// … 75.29 पर बंद हुआ। (भाषा)
func (p *page) closingAgency() {
	const longest = 6 // tokens in the bracket
	for i := p.tail - 1; i >= p.body; i-- {
		q := &p.parts[i]
		if !q.keep {
			continue
		}
		if q.kind != document.Body {
			return
		}
		end := q.tok.End - 1
		for end > q.tok.First && (p.doc.Key(end) == "।" || p.doc.Key(end) == "." || p.doc.Key(end) == "|") {
			end--
		}
		if k := p.doc.Key(end); k != ")" && k != "]" {
			return
		}
		for k := end - 1; k > q.tok.First && k >= end-longest; k-- {
			if o := p.doc.Key(k); o != "(" && o != "[" {
				continue
			}
			r := inner(p.doc, document.Range{First: k + 1, End: end})
			if e, a := phraseAt(p.doc, agencies(p.lx), r.First, r.End); e >= r.End && e > 0 && a.kind == "agency" {
				p.author(p.doc.SpanOf(p.abbreviated(r)))
			}
			return
		}
		return
	}
}

// creditedAgency drops the agency of the dateline where a line below the story names it in
// full with the reporter: the line is the byline, and the agency is the publisher.
//
//	कोटा, 5 मई (हि.स.)। …      हिन्दुस्थान समाचार / रेखा
func (p *page) creditedAgency() {
	if len(p.out.Byline) < 2 {
		return
	}
	for k := range p.out.Byline {
		r := p.doc.RangeOf(p.out.Byline[k].Span)
		e, a := phraseAt(p.doc, agencies(p.lx), r.First, r.End)
		if e == 0 || a.kind != "agency" || a.publisher == "" || inner(p.doc, document.Range{First: e, End: r.End}).Len() > 0 {
			continue
		}
		for i := p.body + 1; i < len(p.parts); i++ {
			q := &p.parts[i]
			if q.keep || q.label != labelByline {
				continue
			}
			in := inner(p.doc, q.tok)
			if e, s := phraseAt(p.doc, sources(p.lx).names, in.First, in.End); e > 0 && e < in.End && s.name == a.publisher && delimiter(p.doc.Key(e)) {
				p.out.Byline = append(p.out.Byline[:k:k], p.out.Byline[k+1:]...)
				return
			}
		}
	}
}

// abbreviated takes the closing stop of an abbreviation into r: हि.स.
func (p *page) abbreviated(r document.Range) document.Range {
	if r.Len() > 2 && p.doc.Key(r.End) == "." && p.doc.Key(r.End-2) == "." && !p.doc.Tokens()[r.End].Space {
		r.End++
	}
	return r
}

// isPlace reports whether r is the name of a place.
func (p *page) isPlace(r document.Range) bool {
	r = inner(p.doc, r)
	if r.Len() == 0 || r.Len() > 6 {
		return false
	}
	return len(p.gaz.Lookup(p.doc.Text(p.doc.SpanOf(r)))) > 0
}

// isName reports whether r looks like a person's name: a given name and a surname.
func (p *page) isName(r document.Range) bool {
	given, sur, n := false, false, 0
	for k := r.First; k < r.End; k++ {
		t := &p.doc.Tokens()[k]
		if t.Kind != document.Word {
			continue
		}
		n++
		given = given || n == 1 && t.Class.Has(lexicon.GivenName)
		sur = n > 1 && t.Class.Has(lexicon.Surname|lexicon.GivenName)
	}
	return n >= 2 && n <= 4 && (given || sur) && !p.isPlace(r)
}

// author adds a byline, once.
func (p *page) author(s span.Span) {
	v := p.scalar(s)
	if v.Empty() {
		return
	}
	for _, have := range p.out.Byline {
		if devanagari.Fold(have.Value) == devanagari.Fold(v.Value) {
			return
		}
	}
	p.out.Byline = append(p.out.Byline, v)
}

// byline reads one byline:
//
//	byline  := segment (("|" | "," | "/") segment)*
//	segment := role name        Edited By: शुभांगी कश्यप
//	         | desk publisher?  न्यूज डेस्क, अमर उजाला
//	         | publisher place? हिन्दुस्तान, गया
//	         | time
func (p *page) byline(q *part) {
	d := p.doc
	first := inner(d, q.tok).First
	if k := d.Key(first); k == "पदनाम" { // पदनाम, बीबीसी संवाददाता, लेह से
		if n := inner(d, q.tok).End - 1; n > first+1 && d.Key(n) == "से" {
			for i := n - 1; i > first; i-- {
				if d.Key(i) == "," {
					if r := (document.Range{First: i + 1, End: n}); p.isPlace(r) {
						p.hint(d.SpanOf(r), "byline")
					}
					break
				}
			}
		}
		return
	} else if k == "इनपुट" || k == "source" && len(p.out.Byline) > 0 { // the source of a picture, below the authors
		return
	} else if k == "से" {
		if r := inner(d, document.Range{First: first + 1, End: q.tok.End}); r.Len() > 0 {
			p.hint(d.SpanOf(r), "byline")
		}
		return
	}
	handle := -1 // @nirajkumar1 behind a name
	inStamp := func(i int) bool {
		if handle >= 0 && i <= handle+1 {
			return true
		}
		for _, f := range q.stamps {
			if f.tok.Contains(i) {
				return true
			}
		}
		return false
	}
	var segs []document.Range
	start := q.tok.First
	flush := func(end int) {
		if r := inner(d, document.Range{First: start, End: end}); r.Len() > 0 {
			segs = append(segs, r)
		}
		start = end + 1
	}
	for i := q.tok.First; i < q.tok.End; i++ {
		if d.Key(i) == "@" {
			handle = i
		}
		switch k := d.Key(i); {
		case inStamp(i):
			flush(i)
		case k == "|" || k == "," || k == "•" || k == "।" || k == ":" || k == "ः" || k == ";" || k == "/" || k == "—" || arrow(k) || (k == "-" || k == "–") && d.Tokens()[i].Space:
			flush(i)
		case i > start && d.Tokens()[i-1].Kind == document.Word:
			// By Jagran News Edited By: …: a second role cuts the first name off
			if e, _ := phraseAt(d, roles(), i, q.tok.End); e > i+1 && d.Key(e-1) == "by" {
				if e, _ := phraseAt(d, roles(), start, q.tok.End); e <= i {
					flush(i)
					start = i
				}
			}
		}
	}
	flush(q.tok.End)
	ago := len(q.stamps) > 0 && q.stamps[0].Role == moment.Relative
	desk := span.Span{} // a desk that a publisher may follow
	paper := false      // a publisher or desk stood before: a bare word is a place now
	flushDesk := func() {
		if !desk.Empty() {
			p.author(desk)
			desk = span.Span{}
		}
	}
	announced := false // a role word stood before: the segment is a name
	tags := -1         // behind अपराह्न stand the place and the tags of Akashvani
	for _, f := range q.stamps {
		for k := f.tok.First; k < f.tok.End; k++ {
			if key := d.Key(k); key == "अपराह्न" || key == "पूर्वाह्न" {
				tags = f.tok.End
			}
		}
	}
	for _, r := range segs {
		if tags >= 0 && r.First >= tags && !p.isPlace(r) {
			continue
		}
		if d.Key(r.First) == "पदनाम" { // Author, X | पदनाम, बीबीसी संवाददाता, लेह से
			if last := segs[len(segs)-1]; d.Key(last.End-1) == "से" && p.isPlace(document.Range{First: last.First, End: last.End - 1}) {
				p.hint(d.SpanOf(document.Range{First: last.First, End: last.End - 1}), "byline")
			}
			break
		}
		if e, _ := phraseAt(d, roles(), r.First, r.End); e > 0 {
			if ae, _ := phraseAt(d, agencies(p.lx), r.First, r.End); ae < r.End || d.Key(r.End) == ":" { // Agency: …
				announced = true
				if r = inner(d, document.Range{First: e, End: r.End}); r.Len() == 0 {
					continue
				}
			}
		}
		if p.stampWord(r) {
			continue
		}
		for k := d.Key(r.End - 1); r.Len() > 1 && (k == "on" || k == "at"); k = d.Key(r.End - 1) { // Posted by: Neha Joshi on 29-01-2022
			r.End--
		}
		s := d.SpanOf(r)
		pub, pubFirst := p.publisherIn(r)
		ae, _ := phraseAt(d, agencies(p.lx), r.First, r.End)
		switch {
		case pub && pubFirst == r.First && ae != r.End: // the paper's name alone
			if !desk.Empty() {
				desk = desk.Cover(s)
			}
			paper = true
		case p.paperPlace(r) > 0 && ae != r.End: // aajtak.in लखनऊ
			flushDesk()
			p.hint(d.SpanOf(document.Range{First: p.paperPlace(r), End: r.End}), "byline")
			paper = true
		case pub && ae != r.End && !(r.End-pubFirst == 1 && p.isName(r)): // Newswrap हिन्दुस्तान, but संजय भास्कर is a name
			flushDesk()
			p.author(d.SpanOf(document.Range{First: r.First, End: pubFirst}))
			paper = true
		case ae > 0 && ae+1 < r.End && d.Key(ae) == "-" && p.isPlace(document.Range{First: ae + 1, End: r.End}): // निजी संवाददाता-बैजनाथ
			flushDesk()
			p.author(d.SpanOf(document.Range{First: r.First, End: ae}))
			p.hint(d.SpanOf(document.Range{First: ae + 1, End: r.End}), "byline")
			paper = true
		case ae == r.End:
			flushDesk()
			if len(segs) > 1 && q.marker != nil && q.marker.match == matchStart && ae-r.First > 1 && p.doc.Key(ae) == "/" {
				continue // हिन्दुस्थान समाचार / name
			}
			desk = d.SpanOf(p.abbreviated(r))
			paper = true
		case r.Len() > 1 && d.Key(r.End-1) == "newswrap" && p.isPlace(document.Range{First: r.First, End: r.End - 1}): // Hindustan Team, मुरादाबाद Newswrap
			flushDesk()
			p.hint(d.SpanOf(document.Range{First: r.First, End: r.End - 1}), "byline")
			p.author(d.SpanOf(document.Range{First: r.End - 1, End: r.End}))
		case !announced && p.bracketed(r) > 0: // प्रतिनिधि, झंझारपुर (मधुबनी)
			flushDesk()
			p.hint(d.SpanOf(document.Range{First: r.First, End: p.bracketed(r)}), "byline")
		case !announced && words(d, r) <= 3 && p.isPlace(r):
			flushDesk()
			p.hint(s, "byline")
		case paper && !announced && words(d, r) <= 3 && p.native(r) && !p.isName(r):
			flushDesk()
			p.hint(s, "byline")
		case ago && !announced && words(d, r) <= 3 && p.native(r): // सीकर6 घंटे पहले
			p.hint(s, "byline")
		case nobody[strings.TrimSpace(p.keysOf(r))]:
		case !announced && (sectionWords(p.lx)[strings.TrimSpace(p.keysOf(r))] || words(d, r) == 1 && p.pageSlot(r)): // Reported by X | शहर
		case d.Key(r.First) == "in" && !announced: // by Neha Joshi — … in उत्तर प्रदेश
		case !announced && p.paperName(r):
			flushDesk()
			paper = true
			if p.paperAt.Len() == 0 {
				p.paperAt = r
			}
		case words(d, r) <= 7 && p.nominal(r) && p.named(r):
			flushDesk()
			p.author(s)
		}
		announced = false
	}
	flushDesk()
}

// paperName reports whether a segment is the name of a paper or site that nobody has listed:
// two to four words, the last one that of a paper. हिमाचल टुडे न्यूज़, अवध टाइम्स.
func (p *page) paperName(r document.Range) bool {
	if n := words(p.doc, r); n < 2 || n > 4 || !p.nominal(r) {
		return false
	}
	if e, _ := phraseAt(p.doc, sources(p.lx).names, r.First, r.End); e > 0 { // स्वदेश समाचार: a listed paper's desk
		return false
	}
	switch p.doc.Key(r.End - 1) {
	case "न्यूज", "समाचार", "टाइम्स", "टुडे", "एक्सप्रेस", "पोस्ट", "लाइव", "वॉइस", "वॉयस", "टाइम", "मीडिया", "मिरर", "क्रॉनिकल", "हेराल्ड", "केसरी", "दर्पण",
		"news", "times", "today", "express", "post", "live", "voice", "media", "mirror", "samachar", "khabar", "24", "24x7":
		return true
	}
	return false
}

// bracketed returns the token behind the place in a segment that is a place with its
// district or state in a bracket, 0 where it is none: झंझारपुर (मधुबनी).
func (p *page) bracketed(r document.Range) int {
	for i := r.First + 1; i < r.End; i++ {
		if p.doc.Key(i) != "(" {
			continue
		}
		if in := inner(p.doc, document.Range{First: i, End: r.End}); p.isPlace(document.Range{First: r.First, End: i}) && p.isPlace(in) {
			return i
		}
		return 0
	}
	return 0
}

// paperPlace returns where the place starts in a segment that is a paper's name and
// a place (aajtak.in लखनऊ, PIB Delhi), 0 where it is not one.
func (p *page) paperPlace(r document.Range) int {
	e, _ := phraseAt(p.doc, sources(p.lx).names, r.First, r.End)
	if e == 0 || e >= r.End || words(p.doc, document.Range{First: e, End: r.End}) > 2 {
		return 0
	}
	for i := e; i < r.End; i++ {
		switch p.doc.Key(i) {
		case "ब्यूरो", "टीम", "नेटवर्क", "डेस्क", "संवाददाता", "प्रतिनिधि", "रिपोर्टर", "न्यूज", "डिजिटल", "ऑनलाइन", "कार्यालय", "संवाद", "इंडिया", "हिंदी", "लाइव", "एप", "ऐप", "समाचार", "सेवा",
			"bureau", "team", "network", "desk", "news", "digital", "online", "staff", "web", "correspondent", "hindi", "india", "app", "live", "tv", "special", "reporter", "media":
			return 0
		}
		if p.doc.Tokens()[i].Kind == document.Number {
			return 0
		}
	}
	return e
}

// reportOf reads the author of a bracket: (मीना कपूर की खास रिपोर्ट).
func (p *page) reportOf(q *part) {
	r := inner(p.doc, q.tok)
	for i := r.First + 1; i < r.End && i < r.First+6; i++ {
		if p.doc.Key(i) == "की" {
			if a := (document.Range{First: r.First, End: i}); p.nominal(a) && p.doc.Key(r.End-1) == "रिपोर्ट" {
				p.author(p.doc.SpanOf(a))
			}
			return
		}
	}
}

// named reports whether r holds letters.
func (p *page) named(r document.Range) bool {
	for _, t := range p.doc.Tokens()[r.First:r.End] {
		if t.Kind == document.Word && utf8.RuneCountInString(t.Key) > 1 {
			return true
		}
	}
	return false
}

// native reports whether all words of r are Devanagari.
func (p *page) native(r document.Range) bool {
	for _, t := range p.doc.Tokens()[r.First:r.End] {
		if t.Kind == document.Word && !native(t.Key) {
			return false
		}
	}
	return true
}

func (p *page) keysOf(r document.Range) string {
	var b strings.Builder
	for _, t := range p.doc.Tokens()[r.First:r.End] {
		if t.Kind != document.Punct {
			b.WriteString(t.Key)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// stampWord reports whether a segment is only the label or a rest of a time.
func (p *page) stampWord(r document.Range) bool {
	for i := r.First; i < r.End; i++ {
		switch k := p.doc.Key(i); k {
		case "published", "publish", "updated", "update", "posted", "on", "at", "date", "last", "modified", "ist", "am", "pm", "first", "time", "प्रकाशित", "अपडेटेड", "अपडेट", "अंतिम", "तिथि", "प्रविष्टि", "created", "modify",
			"hrs", "read", "min", "mins":
		default:
			t := &p.doc.Tokens()[i]
			if t.Kind == document.Word && !t.Class.Has(lexicon.Weekday|lexicon.Month) {
				return false
			}
		}
	}
	return true
}

// publisherIn reports whether r is, or ends with, a publisher's name, and where the
// name starts.
func (p *page) publisherIn(r document.Range) (bool, int) {
	for i := r.First; i < r.End; i++ {
		if e, s := phraseAt(p.doc, sources(p.lx).names, i, r.End); e >= r.End && !s.agency {
			return true, i
		}
	}
	return false, 0
}

func (p *page) hint(s span.Span, from string) {
	p.out.Places = append(p.out.Places, Hint{s, CleanText(p.raw, s), from})
}

// related collects the titles of other stories.
func (p *page) related() {
	for i := range p.parts {
		q := &p.parts[i]
		if q.label != labelRelated || q.keep || q.shape == foreign && q.marker == nil {
			continue
		}
		r := q.tok
		if q.marker != nil {
			if q.marker.match == matchOpens || q.marker.match == matchShuts {
				continue
			}
			for k := r.First; k < r.End; k++ {
				if e := q.marker.at(p.doc, k, r.End); e > 0 {
					r.First = e
					break
				}
			}
		}
		for r.First < r.End && (delimiter(p.doc.Key(r.First)) || isBullet(p.doc.Key(r.First)) || p.doc.Key(r.First) == "." || p.doc.Key(r.First) == "←") {
			r.First++
		}
		for r.First < r.End && (p.doc.Key(r.End-1) == "→" || p.doc.Key(r.End-1) == "»") {
			r.End--
		}
		if n := r.End - 1; n > r.First && (p.doc.Key(n) == ")" || p.doc.Key(n) == "]") && p.doc.Key(q.tok.First) != "" && !strings.ContainsAny(p.doc.Text(p.doc.SpanOf(r)), "([") {
			r.End = n // (यह भी पढ़ें: …)
		}
		if words(p.doc, r) >= 3 {
			p.out.Related = append(p.out.Related, p.scalar(p.doc.SpanOf(r)))
		}
	}
}

// captions collects the picture captions.
func (p *page) captions() {
	for i := range p.parts {
		q := &p.parts[i]
		if q.keep || q.label != labelCaption || q.deva == 0 {
			continue
		}
		r := q.tok
		if q.marker != nil && q.marker.match == matchStart {
			if e := q.marker.at(p.doc, inner(p.doc, r).First, r.End); e > 0 {
				r = document.Range{First: e, End: r.End}
			}
			if p.doc.Key(q.tok.First) == "इमेज" && p.doc.Key(q.tok.First+1) != "कैप्शन" {
				continue
			}
			for r.First < r.End && (p.doc.Key(r.First) == "," || delimiter(p.doc.Key(r.First))) {
				r.First++
			}
		}
		if n := r.End - 1; n > r.First && p.doc.Key(n) == ")" && !strings.Contains(p.doc.Text(p.doc.SpanOf(r)), "(") {
			r.End = n
		}
		if r.Len() > 0 {
			p.out.Captions = append(p.out.Captions, p.scalar(p.doc.SpanOf(r)))
		}
	}
}

// title splits the headline line into kicker, headline and topic tag.
//
//	शेखावाटी का दम:12वीं साइंस में …       kicker, glued by its colon
//	… का लक्ष्य - कांग्रेस सहायता समिति      tag behind " - "
//	… | Patrika News                       publisher
//	देश / लॉकडाउन का दूसरा …                 section
func (p *page) title() {
	if p.head < 0 {
		return
	}
	q := &p.parts[p.head]
	d := p.doc
	r := q.tok
	if q.bullet {
		r.First++
	}
	toks := d.Tokens()
	for r.Len() > 4 && (pictorial(toks[r.First].Key) || toks[r.First].Key == "#" && (toks[r.First+1].Space || toks[r.First+1].Key == "#") || strings.Trim(toks[r.First].Key, "*") == "") { // 🔥 शीर्षक, # शीर्षक, **शीर्षक**
		r.First++
	}
	for r.Len() > 4 && strings.Trim(toks[r.End-1].Key, "*") == "" {
		r.End--
	}
	// the number of a list of articles (2. शीर्षक), a bar that closed the line
	if r.Len() > 4 && toks[r.First].Kind == document.Number && len(toks[r.First].Key) <= 2 && toks[r.First+1].Key == "." && toks[r.First+2].Kind == document.Word {
		r.First += 2
	}
	for r.Len() > 4 && d.Key(r.End-1) == "|" {
		r.End--
	}
	if e := p.signed(r); e > 0 {
		p.author(d.SpanOf(document.Range{First: e + 1, End: r.End}))
		r.End = e
	}
	// section before a slash
	if first := p.slashed(r); first > r.First {
		p.crumb = document.Range{First: r.First, End: first - 1}
		r.First = first
	}
	// publisher's suffix
	for i := r.End - 1; i > r.First+3; i-- {
		if k := d.Key(i); k != "|" && k != "-" && k != "–" && k != "—" {
			continue
		}
		if ok, at := p.publisherIn(document.Range{First: i + 1, End: r.End}); ok && at == i+1 {
			p.suffix = document.Range{First: i + 1, End: r.End}
			r.End = i
			break
		}
	}
	// an unknown site's name behind a bar: … | Parvat Sandesh
	if p.suffix.Len() == 0 {
		for i := r.End - 2; i > r.First+5; i-- {
			if d.Key(i) != "|" {
				continue
			}
			if site := (document.Range{First: i + 1, End: r.End}); words(d, site) <= 3 && words(d, document.Range{First: r.First, End: i}) >= 5 {
				r.End = i
				p.site = site
			}
			break
		}
	}
	// topic tag
	for i := r.End - 2; i > r.First+3; i-- {
		t := &toks[i]
		if t.Key != "-" && t.Key != "–" || !t.Space || !toks[i+1].Space {
			continue
		}
		n := words(d, document.Range{First: i + 1, End: r.End})
		if n <= 8 && (p.etv() || n <= 5 && p.tagLike(i, r)) {
			p.out.Topic = p.scalar(d.SpanOf(document.Range{First: i + 1, End: r.End}))
			r.End = i
		}
		break
	}
	// kicker
	for i := r.First + 1; i < r.End-4 && i <= r.First+9; i++ {
		if k := d.Key(i); (k == ":" || k == "ः") && !toks[i].Space && !toks[i+1].Space && toks[i+1].Kind != document.Punct && toks[i-1].Kind == document.Word && p.native(document.Range{First: r.First, End: i}) {
			p.out.Topic = p.scalar(d.SpanOf(document.Range{First: r.First, End: i}))
			r.First = i + 1
			break
		}
	}
	p.out.Headline = p.scalar(d.SpanOf(r))
}

// pictorial reports whether a token is a picture sign: 🔥, 📍, ✍️.
func pictorial(key string) bool {
	r, _ := utf8.DecodeRuneInString(key)
	return unicode.Is(unicode.So, r) || r == 0xfe0f || r == 0x200d || r >= 0x1f3fb && r <= 0x1f3ff
}

// signed returns the hyphen behind which the headline in r names its author, 0 where there
// is none: एक बार फिर सुलह -कुलदीप कुमार. Whom the text names, too, is spoken of.
func (p *page) signed(r document.Range) int {
	toks := p.doc.Tokens()
	for i := r.End - 2; i > r.First+2 && i >= r.End-4; i-- {
		if t := &toks[i]; t.Key != "-" && t.Key != "–" && t.Key != "—" || !t.Space || toks[i+1].Space {
			continue
		}
		name := document.Range{First: i + 1, End: r.End}
		if !p.isName(name) || !p.native(name) {
			return 0
		}
		last := toks[r.End-1].Key
		for j := p.head + 1; j < p.tail; j++ {
			for _, t := range toks[p.parts[j].tok.First:p.parts[j].tok.End] {
				if t.Key == last {
					return 0
				}
			}
		}
		return i
	}
	return 0
}

// slashed returns where the headline in r starts: behind a section or a place and its
// slash (रांची / …), else at r.First.
func (p *page) slashed(r document.Range) int {
	toks := p.doc.Tokens()
	for i := r.First + 1; i <= r.First+3 && i+1 < r.End; i++ {
		if toks[i].Key != "/" {
			continue
		}
		head := document.Range{First: r.First, End: i}
		if toks[i].Space && toks[i+1].Space && words(p.doc, document.Range{First: i, End: r.End}) >= 4 && p.native(head) &&
			(sectionWords(p.lx)[strings.TrimSpace(p.keysOf(head))] || p.isPlace(head)) {
			return i + 1
		}
		break
	}
	return r.First
}

// etv reports whether the page has ETV Bharat's breadcrumb.
func (p *page) etv() bool {
	for i := range p.parts {
		if q := &p.parts[i]; q.label == labelNav && q.words <= 4 && p.doc.Key(inner(p.doc, q.tok).First) == "etv" {
			return true
		}
	}
	return false
}

// tagLike reports whether what follows the hyphen at token i is a keyword and not the
// second half of the headline (सीएम बोले - नहीं होगा समझौता).
func (p *page) tagLike(i int, r document.Range) bool {
	switch p.doc.Key(i - 1) {
	case "बोले", "बोलीं", "बोली", "कहा", "बोला", "लिखा", "पूछा", "बताया", "कहते", "कि", "आरोप", "दावा", "सवाल", "तंज", "बयान", "चेतावनी", "मांग", "अपील", "पलटवार", "जवाब":
		return false
	}
	// an English keyword, or words that headline and text have as well
	seen := map[string]bool{}
	mark := func(r document.Range) {
		for k := r.First; k < r.End; k++ {
			seen[p.doc.Key(k)] = true
		}
	}
	mark(document.Range{First: r.First, End: i})
	for j, n := p.head+1, 0; j < p.tail && n < 3; j++ {
		if p.text(j) {
			mark(p.parts[j].tok)
			n++
		}
	}
	foreign := true
	for k := i + 1; k < r.End; k++ {
		t := &p.doc.Tokens()[k]
		if t.Kind == document.Word && native(t.Key) {
			foreign = false
			if !seen[t.Key] || t.Class.Has(lexicon.Auxiliary|lexicon.Pronoun) && !t.Class.Has(lexicon.Postposition) {
				return false
			}
		}
	}
	return !foreign || words(p.doc, document.Range{First: i + 1, End: r.End}) > 1
}

// sections reads breadcrumbs.
func (p *page) sections() {
	add := func(s span.Span) {
		v := p.scalar(s)
		if v.Empty() || v.Value == p.out.Publisher.Value {
			return
		}
		for _, h := range p.out.Section {
			if h.Value == v.Value {
				return
			}
		}
		p.out.Section = append(p.out.Section, v)
	}
	d := p.doc
	etv := p.etv()
	top := p.body
	if p.head < 0 {
		top = min(top, 6)
	}
	p.stacked(add)
	for i := 0; i < top && i < len(p.parts); i++ {
		q := &p.parts[i]
		if i > p.head && p.head >= 0 && q.label == labelByline && p.cityLine(i) {
			add(d.SpanOf(inner(d, q.tok)))
			continue
		}
		if q.keep || q.label != labelNav && q.label != labelSlug {
			continue
		}
		text := q.In(p.raw)
		switch {
		case etv && d.Key(inner(d, q.tok).First) == "etv":
			for k := q.tok.First; k < q.tok.End; k++ {
				if d.Key(k) == "/" {
					add(d.SpanOf(document.Range{First: k + 1, End: q.tok.End}))
					break
				}
			}
		case etv:
		case strings.HasPrefix(text, "Hindi News") && !strings.ContainsAny(text, "/>|»›"):
			p.gluedCrumbs(q, add)
		case q.bullet && i < p.head && q.words <= 3:
			if p.isPublisher(q) {
				break
			}
			if k := p.keysOf(q.tok); k != "hindi news " && k != "home " && k != "होम " && k != "हिंदी न्यूज " {
				add(d.SpanOf(document.Range{First: q.tok.First + 1, End: q.tok.End}))
			}
		case q.deva == 0 && strings.Contains(text, ".") && !strings.Contains(text, " "): // a site's address
		case i < p.head && q.words <= 4 && q.words > 1 && p.homeLine(q):
			add(d.SpanOf(document.Range{First: inner(d, q.tok).First + 1, End: inner(d, q.tok).End}))
		case i < 8 && p.office(q) > 0:
		case p.ministry(q):
			if d.Key(inner(d, q.tok).First) != "भारत" {
				add(d.SpanOf(inner(d, q.tok)))
			}
		case strings.TrimSpace(p.keysOf(q.tok)) == "भारत सरकार":
		case q.marker != nil && slotMarker(q.marker.keys[0]):
		case q.marker != nil && q.marker.match == matchStart || p.crumbs(q):
			p.breadcrumb(q, add)
		case q.marker != nil:
		case i < p.head && q.words <= 3 && p.gluedHome(q) > 0:
			n := p.gluedHome(q)
			rest := part{Span: span.Span{Start: q.Start + n, End: q.End}, tok: q.tok}
			if a, b, ok := p.cutSections(rest.Span); ok && q.words == 1 {
				add(a)
				add(b)
			} else {
				add(rest.Span)
			}
		case p.section(q):
			if k := p.foldKey(q); k != "न्यूज " && k != "news " { // the step of a breadcrumb above the section
				add(d.SpanOf(inner(d, q.tok)))
			}
		case q.words == 1 && q.deva > 5:
			if a, b, ok := p.gluedSections(q); ok {
				add(a)
				add(b)
			} else if i < p.head && p.aboveHeadline(i) && i >= p.head-3 && !p.isPublisher(q) && p.sectionLike(i) {
				add(d.SpanOf(inner(d, q.tok)))
			}
		case i < p.head && len(p.sectionRow(q)) > 1:
			for _, r := range p.sectionRow(q) {
				add(d.SpanOf(r))
			}
		case i < p.head && q.words <= 3 && p.aboveHeadline(i) && q.letters > 2 && q.label == labelNav && i >= p.head-3 && !p.isPublisher(q) && p.sectionLike(i):
			add(d.SpanOf(inner(d, q.tok)))
		}
	}
	if p.crumb.Len() > 0 {
		add(d.SpanOf(p.crumb))
	}
}

// stacked reads a breadcrumb that was cut into lines: below its root stand the sections down
// to the headline or its English slug.
//
//	Hindi News ⏎ Local ⏎ Rajasthan ⏎ Kota ⏎ 11 Year Old Boy Fell … ⏎ headline
func (p *page) stacked(add func(span.Span)) {
	const most, longest = 10, 5 // lines; words of a section
	for i := 0; i < p.head && i < most; i++ {
		if !crumbRoot(p.keysOf(p.parts[i].tok)) || p.parts[i].bullet {
			continue
		}
		for j := i + 1; j < p.head && j <= i+most; j++ {
			q := &p.parts[j]
			r := inner(p.doc, q.tok)
			switch {
			case r.Len() == 0 || crumbRoot(p.keysOf(q.tok)):
				continue
			case q.keep || q.words > longest || q.stop || q.label != labelNav && q.label != labelSlug || p.same(q, &p.parts[p.head]) || !p.native(r) && !p.titled(r):
				return
			case CleanText(p.raw, p.doc.SpanOf(r)) == p.out.Publisher.Value:
				continue
			case p.isPublisher(q) && words(p.doc, r) < 3:
				continue
			}
			if k := p.keysOf(q.tok); k != "न्यूज " && k != "news " && q.marker == nil && (p.native(r) || !p.pageSlot(r) || p.doc.Key(r.End-1) == "news") {
				add(p.doc.SpanOf(r))
			}
		}
		return
	}
}

// crumbRoot reports whether the words of a line are the root of a breadcrumb.
func crumbRoot(keys string) bool {
	switch keys {
	case "hindi news ", "home ", "होम ", "हिंदी न्यूज ", "हिन्दी न्यूज ", "मुख्य पृष्ठ ", "मुखपृष्ठ ", "होमपेज ", "news in hindi ":
		return true
	}
	return false
}

// titled reports whether r is a section in Latin letters, its words with capitals: Agra News.
// An English slug is longer, or goes on in small letters.
func (p *page) titled(r document.Range) bool {
	n := 0
	for k := r.First; k < r.End; k++ {
		t := &p.doc.Tokens()[k]
		if t.Kind == document.Punct {
			continue
		}
		if c := p.raw[t.Start]; c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			return false
		}
		n++
	}
	return n <= 4
}

// gluedSections cuts a word into the two sections or places that it is glued of: विज्ञानभारत.
func (p *page) gluedSections(q *part) (a, b span.Span, ok bool) {
	r := inner(p.doc, q.tok)
	if r.Len() != 1 {
		return
	}
	return p.cutSections(p.doc.SpanOf(r))
}

// gluedHome returns the length of the home page glued to the section behind it, 0 where it is
// none: होमदेश-समाज.
func (p *page) gluedHome(q *part) int {
	const home = "होम"
	rest, ok := strings.CutPrefix(q.In(p.raw), home)
	if c, _ := utf8.DecodeRuneInString(rest); !ok || !devanagari.IsConsonant(c) && !devanagari.IsVowel(c) {
		return 0
	}
	key := devanagari.Fold(rest)
	for name := range sectionWords(p.lx) {
		if len(name) > 3 && strings.HasPrefix(key, name) {
			return len(home)
		}
	}
	return 0
}

// cutSections cuts the word at s into two sections, or a section and a place.
func (p *page) cutSections(s span.Span) (a, b span.Span, ok bool) {
	names := sectionWords(p.lx)
	named := func(s string) bool { return names[devanagari.Fold(s)] || len(p.gaz.Lookup(s)) > 0 }
	text := s.In(p.raw)
	for i, c := range text {
		if i < 6 || len(text)-i < 6 || !devanagari.IsConsonant(c) && !devanagari.IsVowel(c) {
			continue
		}
		if names[devanagari.Fold(text[:i])] && named(text[i:]) || named(text[:i]) && names[devanagari.Fold(text[i:])] {
			return span.Span{Start: s.Start, End: s.Start + i}, span.Span{Start: s.Start + i, End: s.End}, true
		}
	}
	return
}

// sectionRow cuts a line that holds nothing but names of sections, side by side, into them:
// समाज साक्षात्कार.
func (p *page) sectionRow(q *part) []document.Range {
	const most = 4 // words of a name
	names := sectionWords(p.lx)
	var out []document.Range
	in := inner(p.doc, q.tok)
next:
	for i := in.First; i < in.End; {
		if p.doc.Tokens()[i].Kind == document.Punct {
			i++
			continue
		}
		for end := min(i+most, in.End); end > i; end-- {
			r := document.Range{First: i, End: end}
			if names[strings.TrimSpace(p.keysOf(r))] && p.doc.Tokens()[end-1].Kind != document.Punct {
				out = append(out, r)
				i = end
				continue next
			}
		}
		return nil
	}
	return out
}

// cityLine reports whether part i, a place alone between byline and publish line, is the
// page's section and not the byline's place: the story has a dateline of its own.
//
//	Reported by … ⏎ दिल्ली ⏎ नवंबर 03, 2023 … ⏎ नई दिल्ली: ⏎ …
func (p *page) cityLine(i int) bool {
	q := &p.parts[i]
	if q.marker != nil || !p.placeOnly(q) || p.doc.Tokens()[q.tok.End-1].Kind == document.Punct || p.body >= p.tail {
		return false
	}
	b := &p.parts[p.body]
	return b.keep && b.kind == document.Body && (p.placeOnly(b) || p.dateline(b))
}

// crumbPlaces gives the places among the sections, and the state lines above ETV
// Bharat's breadcrumb, as hints, the innermost first.
func (p *page) crumbPlaces() {
	for i := len(p.out.Section) - 1; i >= 0; i-- {
		if s := p.out.Section[i]; len(p.gaz.Lookup(strings.TrimSuffix(s.Value, " News"))) > 0 {
			s.End -= len(s.Value) - len(strings.TrimSuffix(s.Value, " News"))
			p.hint(s.Span, "breadcrumb")
		}
	}
	if p.headPlace.Len() > 0 {
		p.hint(p.doc.SpanOf(p.headPlace), "breadcrumb")
	}
	for i := 0; i < p.head; i++ {
		if q := &p.parts[i]; q.label == labelNav && q.marker == nil && q.words <= 3 && native(p.doc.Key(q.tok.First)) && p.isPlace(q.tok) {
			p.hint(q.Span, "breadcrumb")
		}
	}
}

// sectionLike reports whether a short line above the headline names a section, a place
// or a ministry, and not a site or its motto.
func (p *page) sectionLike(i int) bool {
	q := &p.parts[i]
	if p.isPlace(q.tok) {
		return true
	}
	if !p.native(q.tok) {
		return i > 0 && q.words <= 2 && !p.pageSlot(q.tok) // a site's name stands first
	}
	return p.nominal(q.tok) && (q.words <= 2 || p.doc.Key(inner(p.doc, q.tok).End-1) == "मंत्रालय" || p.doc.Key(inner(p.doc, q.tok).End-1) == "विभाग")
}

// isPublisher reports whether the line is the publisher's name.
func (p *page) isPublisher(q *part) bool {
	ok, at := p.publisherIn(inner(p.doc, q.tok))
	return ok && at == inner(p.doc, q.tok).First || p.out.Publisher.Span == q.Span
}

// aboveHeadline reports whether only furniture of the article, its section among it
// (उत्तराखंड ⏎ चम्पावत), stands between part i and the headline.
func (p *page) aboveHeadline(i int) bool {
	for j := i + 1; j < p.head; j++ {
		q := &p.parts[j]
		if q.label == labelNav && q.marker == nil && q.words <= 3 && (p.isPlace(q.tok) || p.section(q)) {
			continue
		}
		if l := q.label; l != labelTime && l != "share" && l != labelByline {
			return false
		}
	}
	return true
}

// crumbs reports whether q looks like a breadcrumb: Home > देश, होम / राज्य.
func (p *page) crumbs(q *part) bool {
	n := 0
	for i := q.tok.First; i < q.tok.End; i++ {
		switch p.doc.Key(i) {
		case ">", "»", "›", "/", "→":
			n++
		}
	}
	return n > 0 && (q.words <= 14 && !q.stop || p.homeCrumb(q.tok))
}

// slotMarker reports whether a navigation marker with this first word opens no breadcrumb.
func slotMarker(key string) bool {
	switch key {
	case "skip", "bbc", "edition", "text", "font", "reading", "पढने", "choose", "आपके":
		return true
	}
	return false
}

// homeLine reports whether q is the home page and a section with nothing between them: HOME
// Bihar Crime.
func (p *page) homeLine(q *part) bool {
	r := inner(p.doc, q.tok)
	if k := p.doc.Key(r.First); k != "home" && k != "होम" {
		return false
	}
	for k := r.First + 1; k < r.End; k++ {
		if p.doc.Tokens()[k].Kind != document.Word {
			return false
		}
	}
	return true
}

// homeCrumb reports whether line r is a breadcrumb that starts at the home page: Home » सिरमौर » ….
func (p *page) homeCrumb(r document.Range) bool {
	r = inner(p.doc, r)
	if k := p.doc.Key(r.First); k != "home" && k != "होम" {
		return false
	}
	switch p.doc.Key(r.First + 1) {
	case ">", "»", "›", "→", "/":
		return r.Len() > 2
	}
	return false
}

// breadcrumb splits a breadcrumb at its delimiters; home, publisher and the headline
// are not sections.
func (p *page) breadcrumb(q *part, add func(span.Span)) {
	d := p.doc
	start := q.tok.First
	for i := q.tok.First; i <= q.tok.End; i++ {
		end := i == q.tok.End
		if !end {
			switch d.Key(i) {
			case ">", "»", "›", "/", "→", "|":
			default:
				continue
			}
		}
		r := inner(d, document.Range{First: start, End: i})
		start = i + 1
		if r.Len() == 0 || words(d, r) > 3 {
			continue
		}
		switch strings.TrimSpace(p.keysOf(r)) {
		case "home", "होम", "hindi news", "हिंदी न्यूज", "news", "hindi", "मुख्य पृष्ठ", "मुखपृष्ठ":
			continue
		}
		if ok, at := p.publisherIn(r); ok && at == r.First || CleanText(p.raw, d.SpanOf(r)) == p.out.Publisher.Value {
			continue
		}
		add(d.SpanOf(r))
	}
}

// gluedCrumbs splits Live Hindustan's breadcrumb: Hindi NewsBihar NewsGaya NewsCyber ….
func (p *page) gluedCrumbs(q *part, add func(span.Span)) {
	text := q.In(p.raw)
	at := 0
	for {
		k := strings.Index(text[at:], "News")
		if k < 0 {
			return
		}
		end := at + k + len("News")
		if end < len(text) {
			if r, _ := utf8.DecodeRuneInString(text[end:]); !unicode.IsUpper(r) && r < 0x80 {
				return
			}
		}
		if s := text[at:end]; s != "Hindi News" && strings.Count(s, " ") <= 3 {
			add(span.Span{Start: q.Start + at, End: q.Start + end})
		}
		at = end
	}
}
