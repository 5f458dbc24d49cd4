package layout

import (
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/moment"
)

// split appends the parts of one line: the whole line, or the pieces of a line in
// which furniture is glued to text.
//
//	Publish Date:Sat, 17 Oct 2020 05:18 PM (IST)जिले में डेंगू …   → time | text
//	View In Appगुजरात के …                                        → app | text
//	… करवाई जाएगी । Posted By: Jagran                              → text | byline
//	… ये भी पढ़ें - अपने राज्य की खबर … क्लिक करें …                    → text | related | text
func (p *page) split(dst []part, b document.Block, r document.Range) []part {
	t := markers(p.lx)
	d := p.doc
	put := func(r document.Range, label string, m *marker, st []found) {
		if r.Len() > 0 {
			dst = append(dst, part{Span: d.SpanOf(r), tok: r, label: label, marker: m, stamps: st})
		}
	}
	st := p.stamps(r)
	// what stands glued before the text
	for r.Len() > 0 {
		if e := p.counter(r); e > 0 {
			put(document.Range{First: r.First, End: e}, labelMark, nil, nil)
			r.First = e
			continue
		}
		if m, e := t.find(d, r.First, r.End, matchGlued); e > 0 && e < r.End {
			put(document.Range{First: r.First, End: e}, m.label, m, nil)
			r.First = e
			continue
		}
		e, in := p.leadingStamp(r, st)
		if e == 0 {
			break
		}
		put(document.Range{First: r.First, End: e}, labelTime, nil, in)
		r.First = e
		st = st[len(in):]
	}
	if r.Len() == 0 {
		return dst
	}
	n := words(d, r)
	p.hits = t.hits(p.hits[:0], d, r)
	if m := t.whole(d, r, p.hits); m != nil && p.takesAll(m, r, n) {
		put(r, m.label, m, st)
		return dst
	}
	if p.timeLine(r, st, n) || len(st) > 0 && p.issueLine(r) {
		label := labelTime
		if len(st) == 1 && st[0].Role == moment.Tweet {
			label = labelEmbed
		}
		put(r, label, nil, st)
		return dst
	}
	if p.pageTitle(r) || n <= 35 && p.homeCrumb(r) {
		put(r, labelNav, nil, nil)
		return dst
	}
	if n <= 8 && p.deskLine(r) || n <= 16 && p.rolesLine(r) || n <= 8 && p.authorOfPaper(r) {
		put(r, labelByline, nil, st)
		return dst
	}
	if e := p.readOn(r); e > 0 {
		put(document.Range{First: r.First, End: e}, "", nil, nil)
		put(document.Range{First: e, End: r.End}, labelTail, nil, nil)
		return dst
	}
	// what stands glued behind it, or inside
	for _, h := range p.hits {
		i := h.i
		if i < r.First {
			continue
		}
		if m, e := t.find(d, i, r.End, matchTail); e > 0 && words(d, document.Range{First: e, End: r.End}) <= 6 {
			put(document.Range{First: r.First, End: i}, "", nil, nil)
			var in []found // Posted by: Neha Joshi on 29-01-2022
			for k := range st {
				if st[k].tok.First >= i {
					in = append(in, st[k])
				}
			}
			put(document.Range{First: i, End: r.End}, m.label, m, in)
			return dst
		}
		m, e := t.find(d, i, r.End, matchInside)
		if m == nil {
			continue
		}
		if !p.meant(m, i, e, r) {
			continue
		}
		c := p.around(r, i, e, m)
		if c == r {
			put(r, m.label, m, st)
			return dst
		}
		put(document.Range{First: r.First, End: c.First}, "", nil, nil)
		put(c, m.label, m, nil)
		r.First = c.End
	}
	if i := p.creditWord(r); i > 0 {
		put(document.Range{First: r.First, End: i}, "", nil, nil)
		put(document.Range{First: i, End: r.End}, labelByline, nil, nil)
		return dst
	}
	label := ""
	if toks := d.Tokens()[r.First:r.End]; n <= 25 && len(toks) > 2 && toks[0].Key == "(" && toks[len(toks)-1].Key == ")" && !p.finite(toks) {
		label = labelCaption // (मुठभेड़ के बाद घटनास्थल पर पुलिस)
		for i := range toks {
			if toks[i].Key == "इनपुट" || toks[i].Key == "इनपुट्स" { // (समाचार एजेंसी … से इनपुट के साथ)
				label = "legal"
			}
		}
	}
	if toks := d.Tokens()[r.First:r.End]; n <= 6 && len(toks) > 2 && (toks[0].Key == "[" || toks[0].Key == "(") && (p.isName(inner(d, r)) || p.namePlace(inner(d, r))) {
		label = labelByline // [नीलू रंजन]
	}
	put(r, label, nil, st)
	return dst
}

// creditWord returns the token at which the bare credit of a correspondent or an agency closes a
// paragraph, 0 where none does: … गुरुवार तक पहुंच जाएंगे। संवाद
func (p *page) creditWord(r document.Range) int {
	const longest = 3 // tokens of the credit
	toks := p.doc.Tokens()
	if last := &toks[r.End-1]; r.Len() < 8 || last.Kind != document.Word || !native(last.Key) || function(last.Class) {
		return 0
	}
	for i := r.End - 1; i >= r.End-longest; i-- {
		switch toks[i-1].Key {
		case "।", ".":
			if e, a := phraseAt(p.doc, agencies(p.lx), i, r.End); e == r.End && a.kind != "desk" && toks[i-2].Class.Has(lexicon.Auxiliary) || e == r.End && a.kind != "desk" && toks[i-1].Key == "।" {
				return i
			}
			return 0
		}
		if toks[i].Kind != document.Word {
			return 0
		}
	}
	return 0
}

// readOn returns the token behind the ellipsis at which the text of r was cut, where only
// a call to read on stands behind it, 0 where none does: … दो लाख लोगों को... पढ़ें पूरी खबर
func (p *page) readOn(r document.Range) int {
	const most = 8 // tokens of such a call
	calls := false
	for i := r.End - 1; i > r.First+6 && i >= r.End-most; i-- {
		t := &p.doc.Tokens()[i]
		if t.Key == "..." || t.Key == "…" {
			if calls && i+1 < r.End {
				return i + 1
			}
			return 0
		}
		switch t.Key {
		case "पढें", "पढिए", "देखें", "जानें", "क्लिक":
			calls = true
		case "पूरी", "पूरा", "खबर", "समाचार", "और", "आगे", "यहां", "करें", "विस्तार", "से":
		default:
			if t.Kind != document.Punct {
				return 0
			}
		}
	}
	return 0
}

// words counts the words and numbers of r.
func words(d *document.Document, r document.Range) int {
	n := 0
	if r.End <= r.First {
		return 0
	}
	for _, t := range d.Tokens()[r.First:r.End] {
		if t.Kind != document.Punct {
			n++
		}
	}
	return n
}

// counter returns the end of a picture counter glued to the text (2 / 5वहीं), or 0.
func (p *page) counter(r document.Range) int {
	toks := p.doc.Tokens()
	if r.Len() < 4 {
		return 0
	}
	a, s, b, next := &toks[r.First], &toks[r.First+1], &toks[r.First+2], &toks[r.First+3]
	if a.Kind == document.Number && s.Key == "/" && s.Space && b.Kind == document.Number && b.Space && next.Kind == document.Word && len(a.Key) <= 2 && len(b.Key) <= 2 {
		return r.First + 3
	}
	return 0
}

// takesAll reports whether marker m may take the whole line r of n words. A marker
// that only opens or closes a line does not take a paragraph with it.
func (p *page) takesAll(m *marker, r document.Range, n int) bool {
	switch m.match {
	case matchStart:
		if m.label == labelRelated {
			// वीडियो: and a paragraph is a video's text, not a title
			return n <= 45 && !(m.single() && stops(p.doc.Tokens()[r.First:r.End]) && (n > 14 || p.verbal(p.doc.Tokens()[r.First:r.End])))
		}
		if m.label == labelByline {
			return n <= 16
		}
		return n <= 40
	case matchEnd:
		if m.label == "app" || m.label == "social" {
			return n <= 30 && p.meant(m, r.First, r.End, r)
		}
		return n <= 30
	}
	return true
}

// nominal reports whether r holds no verb and no postposition: a name, a place, a
// site, not a sentence.
func (p *page) nominal(r document.Range) bool {
	for i := r.First; i < r.End; i++ {
		switch key := p.doc.Key(i); key {
		case "की", "दी", "ली", "ले": // also syllables of names
		default:
			if p.doc.Class(i).Has(lexicon.Postposition) || p.doc.Class(i).Has(lexicon.Auxiliary) && len(key) > 6 {
				return false
			}
		}
	}
	return true
}

// meant reports whether an inside marker at [i, e) is furniture there and not the
// subject of a report (ठगों ने ऐप डाउनलोड कराया).
func (p *page) meant(m *marker, i, e int, r document.Range) bool {
	d := p.doc
	s := d.SentenceOf(i).Tokens
	switch m.label {
	case labelRelated:
		// at the head of its sentence, or with its delimiter: बच्चे यह भी पढ़ें कि … is none
		for i > s.First && d.Tokens()[i-1].Kind == document.Punct {
			i--
		}
		if m.single() {
			// … दहला शहर वीडियो: कौन है पीछे? titles only: a sentence is a video's text
			toks := d.Tokens()[s.First:s.End]
			return i == s.First && i > r.First && len(toks) <= 24 && !p.verbal(toks) && !p.finite(toks[:len(toks)-1])
		}
		return i == s.First || i == r.First || e < r.End && delimiter(d.Key(e)) && d.Key(e) != "।"
	case "app", "social":
		call := false
		for k := s.First; k < s.End; k++ {
			switch d.Key(k) {
			case "ने", "कहा", "बताया", "था", "थी", "थे", "थीं", "गया", "गई", "गए", "कि":
				return false
			case "करें", "करे", "कीजिए", "करिए", "करिये", "क्लिक", "जुडें", "जुडिए", "जुडे", "पढें", "पढने", "देखें", "देखिए", "देखि", "पाएं", "पायें", "हमें", "हमारे", "हमारी", "हमारा", "हमसे", "आप", "बनें", "रहें", "रहिए", "लाइक",
				"here", "download", "follow", "subscribe", "join", "install", "like", "apps", "app", "hindi", "view", "read", "ads", "इनस्टॉल", "डाउनलोड":
				call = true
			}
		}
		return call
	}
	return true
}

// around widens an inside marker [i, e) to the piece of r that goes with it: the
// sentence, or the bracket, that holds it.
func (p *page) around(r document.Range, i, e int, m *marker) document.Range {
	d := p.doc
	toks := d.Tokens()
	s := d.SentenceOf(i)
	c := s.Tokens
	if m.label == labelRelated && i > c.First {
		// … है ये भी पढ़ें - title: only what stands behind the marker
		c.First = i
	}
	if last := d.SentenceOf(e - 1); last != nil {
		c.End = last.Tokens.End
	}
	// … पढ़ने के लिए क्लिक करे, and the text goes on without a stop
	for k := e - 1; k > i && k+1 < c.End; k++ {
		if d.Key(k) == "क्लिक" {
			switch d.Key(k + 1) {
			case "करें", "करे", "कीजिए", "करिए":
				if words(d, document.Range{First: k + 2, End: c.End}) > 6 {
					c.End = k + 2
				}
			}
			break
		}
	}
	// a bracket of its own: (हैलो दोस्तों! हमारे Telegram चैनल से …)
	for k := i; k >= r.First; k-- {
		if toks[k].Key == ")" {
			break
		}
		if toks[k].Key == "(" || toks[k].Key == "[" {
			for x := e; x < r.End; x++ {
				if toks[x].Key == ")" || toks[x].Key == "]" {
					if words(d, document.Range{First: k, End: x}) >= 3 {
						c = document.Range{First: k, End: x + 1}
					}
					break
				}
			}
			break
		}
	}
	if m.label == labelEmbed && address(m) {
		// a link in running text: only the link
		if l := p.solid(i, r); words(d, r)-words(d, l) > 4 && p.devaWords(r) > 4 && p.says(r) {
			return l
		}
	}
	c.First = max(c.First, r.First)
	c.End = min(c.End, r.End)
	for c.End < r.End && toks[c.End].Kind == document.Punct && !toks[c.End].Space && !strings.ContainsAny(toks[c.End].Key, "“‘\"'([") {
		c.End++
	}
	if n := words(d, r); n-words(d, c) <= 2 || m.label == labelCaption && n <= 30 || m.label == "legal" && n <= 60 && !p.storyBefore(r, c.First) ||
		(m.label == "app" || m.label == "social") && c.First == r.First && n <= 45 { // a line that starts as a promo is one
		return r
	}
	return c
}

// storyBefore reports whether whole sentences of the story stand in r before token i, where a
// note of the publisher starts: … पुरानी थी। हिंदी हिन्दुस्तान की स्वीकृति से … The note's own
// sentences speak of the story.
func (p *page) storyBefore(r document.Range, i int) bool {
	before := document.Range{First: r.First, End: i}
	if i <= r.First || words(p.doc, before) < 5 || !p.says(before) {
		return false
	}
	for k := before.First; k < before.End; k++ {
		switch p.doc.Key(k) {
		case "खबर", "रिपोर्ट", "लेख", "आर्टिकल", "स्टोरी", "संपादित", "फीड", "नोट", "डिस्क्लेमर", "विज्ञप्ति", "समाचार", "(", "लेखक", "लेखिका":
			return false
		}
	}
	return true
}

// address reports whether a marker is part of a web address: t.co, pic.twitter.com.
func address(m *marker) bool {
	for _, k := range m.keys {
		if k == "." {
			return true
		}
	}
	return len(m.keys) == 1 && strings.ContainsRune(m.keys[0], '.')
}

// solid returns the tokens around token i of r that no space parts from it.
func (p *page) solid(i int, r document.Range) document.Range {
	toks := p.doc.Tokens()
	c := document.Range{First: i, End: i + 1}
	for c.First > r.First && !toks[c.First].Space {
		c.First--
	}
	for c.End < r.End && !toks[c.End].Space {
		c.End++
	}
	return c
}

// says reports whether a sentence of r ends with a verb.
func (p *page) says(r document.Range) bool {
	toks := p.doc.Tokens()[r.First:r.End]
	return stops(toks) && p.verbal(toks) || p.innerStop(toks)
}

// devaWords counts the Devanagari words of r.
func (p *page) devaWords(r document.Range) int {
	n := 0
	for _, t := range p.doc.Tokens()[r.First:r.End] {
		if t.Kind == document.Word && native(t.Key) {
			n++
		}
	}
	return n
}

// issueLine reports whether a line tells the issue of a printed paper: वर्ष 12 अंक 214 | बलरामपुर,
// सोमवार 2 अगस्त 2021 | पृष्ठ 3
func (p *page) issueLine(r document.Range) bool {
	r = inner(p.doc, r)
	if k := p.doc.Key(r.First); k != "वर्ष" && k != "अंक" || r.Len() < 3 || r.Len() > 25 || p.doc.Tokens()[r.First+1].Kind != document.Number && p.doc.Key(r.First+1) != ":" {
		return false
	}
	for i := r.First + 1; i < r.End; i++ {
		if k := p.doc.Key(i); k == "अंक" || k == "वर्ष" || k == "पृष्ठ" {
			return true
		}
	}
	return false
}

// pageTitle reports whether a line is the page's title with its keywords: three parts
// between bars, the publisher last, or the leaked word script in front (Patrika).
func (p *page) pageTitle(r document.Range) bool {
	text := p.doc.SpanOf(r).In(p.raw)
	if rest, ok := strings.CutPrefix(text, "script"); ok && rest != "" && rest[0] != ' ' && rest[0] != '>' && strings.Contains(rest, "|") {
		return true
	}
	bars, last := 0, r.First
	for i := r.First; i < r.End; i++ {
		if p.doc.Key(i) == "|" {
			bars++
			last = i
		}
	}
	if bars < 2 {
		return false
	}
	ok, at := p.publisherIn(document.Range{First: last + 1, End: r.End})
	return ok && at == last+1
}

// deskLine reports whether a short line is a desk, an agency or a paper with its place:
// न्यूज डेस्क, अमर उजाला, हाथरस. वरीय संवाददाता, देवघर. हिन्दुस्तान, पटना.
func (p *page) deskLine(r document.Range) bool {
	d := p.doc
	in := inner(d, r)
	e, _ := phraseAt(d, agencies(p.lx), in.First, in.End)
	if e == 0 {
		var s source
		if e, s = phraseAt(d, sources(p.lx).names, in.First, in.End); e == 0 || s.agency {
			return false
		}
		if e < in.End && deskWord(d.Key(e)) && p.nominal(in) { // हरिभूमि न्यूज ▶▶ बिलासपुर
			for e < in.End && deskWord(d.Key(e)) {
				e++
			}
			return e < in.End && (arrow(d.Key(e)) || d.Key(e) == "," || d.Key(e) == "|") && words(d, in) <= 6 && !stops(d.Tokens()[r.First:r.End])
		}
		// the paper's name alone is a masthead or a nav line: it needs its place
		return e < in.End && (d.Key(e) == "," || d.Key(e) == "|") && words(d, in) <= 5 && p.nominal(in) && !stops(d.Tokens()[r.First:r.End])
	}
	if !p.nominal(document.Range{First: e, End: in.End}) {
		return false
	}
	if e == in.End {
		return e-in.First > 1 || d.Tokens()[in.First].Kind == document.Word && len(d.Key(in.First)) > 9
	}
	switch d.Key(e) {
	case ",", "|", "/", ":", "—", "–", "-":
		return true
	}
	return arrow(d.Key(e))
}

// rolesLine reports whether a short line without a role at its head goes on with one behind a
// bar: संजीव शर्मा | Edited By: मनीष राणा.
func (p *page) rolesLine(r document.Range) bool {
	const longest = 6 // words before the bar
	for i := r.First + 1; i+2 < r.End; i++ {
		if p.doc.Key(i) != "|" {
			continue
		}
		before := document.Range{First: r.First, End: i}
		if words(p.doc, before) > longest || !p.nominal(before) {
			return false
		}
		if e, _ := phraseAt(p.doc, roles(), i+1, r.End); e > i+2 && p.doc.Key(e-1) == "by" {
			return true
		}
	}
	return false
}

// authorOfPaper reports whether a short line is a name and the paper behind it, with its place
// or without: Ritesh Verma लाइव हिन्दुस्तान, गया. अमित कुमार, अमर उजाला.
func (p *page) authorOfPaper(r document.Range) bool {
	const longest = 4 // words of the name
	in := inner(p.doc, r)
	if p.doc.Tokens()[r.End-1].Kind == document.Punct || p.doc.Tokens()[r.First].Kind != document.Word {
		return false
	}
	t := sources(p.lx)
	for i := in.First + 2; i < in.End; i++ {
		e, s := phraseAt(p.doc, t.names, i, in.End)
		if e == 0 || s.agency {
			continue
		}
		name := inner(p.doc, document.Range{First: in.First, End: i})
		if words(p.doc, name) > longest || !p.isName(name) && !p.capitals(name) {
			return false
		}
		if e == in.End {
			return p.doc.Key(i-1) == "," || p.doc.Key(i-1) == "|"
		}
		return p.doc.Key(e) == "," && p.isPlace(document.Range{First: e + 1, End: in.End})
	}
	return false
}

// capitals reports whether r is two or more Latin words, each with a capital: Ritesh Verma.
func (p *page) capitals(r document.Range) bool {
	n := 0
	for k := r.First; k < r.End; k++ {
		t := &p.doc.Tokens()[k]
		if t.Kind == document.Punct {
			continue
		}
		if c := p.raw[t.Start]; c < 'A' || c > 'Z' {
			return false
		}
		n++
	}
	return n >= 2 && !pageWord(p.doc.Key(r.End-1))
}

// deskWord reports whether a word behind a paper's name makes it the name of its desk:
// हरिभूमि न्यूज, नवभारत न्यूज नेटवर्क.
func deskWord(key string) bool {
	switch key {
	case "न्यूज", "समाचार", "नेटवर्क", "टीम", "डेस्क", "ब्यूरो", "संवाददाता", "प्रतिनिधि", "संवाद", "डिजिटल", "सेवा", "रिपोर्टर", "कार्यालय", "team", "desk", "bureau", "network":
		return true
	}
	return false
}

// arrow reports whether a token is one of the signs that point from a desk to its place.
func arrow(key string) bool {
	switch key {
	case "▶", "►", "»", ">", "➤", "→", "●", "•", "■":
		return true
	}
	return false
}
