package quotation

import (
	"sort"
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
)

// scan is the state of one sentence: the last quote found in it, whose content a later
// cue may cut.
type scan struct {
	n       int            // sentence
	r       document.Range // its tokens
	block   document.BlockKind
	end     int // token behind the block
	prev    int // index into out, -1 none
	content document.Range
	cue     cue
	source  source
	after   bool // prev was X के मुताबिक
	direct  bool
	nominal bool
}

// sentence finds the quotes of sentence n.
func (f *finder) sentence(n int) {
	sent := &f.d.Sentences()[n]
	if sent.Repeat {
		return
	}
	r := sent.Tokens
	blk := &f.d.Blocks()[sent.Block]
	st := &scan{n: n, r: r, block: blk.Kind, prev: -1, end: f.d.Sentences()[blk.Sentences.End-1].Tokens.End}
	if f.anaphora(st) {
		return
	}
	for i := r.First; i < r.End; {
		if f.part[i] == 0 && f.toks[i].Kind == document.Word {
			i++
			continue
		}
		if q := f.insideAt(i); q >= 0 {
			i = max(f.inside[q].End, i+1)
			continue
		}
		p := f.part[i]
		if p&aMarker != 0 {
			if next, ok := f.accordingTo(i, st); ok {
				i = max(next, i+1)
				continue
			}
		}
		if p&aNoun != 0 {
			if next, ok := f.verbalNoun(i, st); ok {
				i = max(next, i+1)
				continue
			}
		}
		if p&(aVerb|aLight) != 0 {
			if c, ok := f.cueAt(i, r); ok {
				i = max(f.attribution(c, st), i+1)
				continue
			}
		}
		i++
	}
	if st.prev >= 0 {
		return
	}
	switch blk.Kind {
	case document.Headline, document.Subhead:
		f.headline(st)
	default: // a line between paragraphs: मेरा खेत तबाह कर दिया : सुदर्शन
		if last := f.key(r.End - 1); blk.Sentences.Len() == 1 && r.Len() <= 24 && !stops[last] && last != "|" {
			f.headline(st)
		} else {
			f.speakerLast(st)
		}
	}
}

// speakerLast handles a sentence of the text that names its speaker behind a colon:
//
//	आग पर काबू पा लिया गया है: एसडीएम       … राहत मिलने की संभावना है : मौसम विभाग।
//
// What the sentence announces (उनके नाम ये हैं: …) is no speaker.
func (f *finder) speakerLast(st *scan) {
	const longest = 12 // tokens behind the colon
	r := st.r
	end := r.End
	for end > r.First && f.toks[end-1].Kind == document.Punct && f.key(end-1) != ")" {
		end--
	}
	for i := end - 1; i > r.First+4 && i >= end-longest; i-- {
		if k := f.key(i); k != ":" && k != "ः" {
			continue
		}
		if !f.isAux(i-1) || f.quotedAround(i) {
			return
		}
		for j := i - 1; j > i-6 && j >= r.First; j-- {
			switch f.key(j) {
			case "ये", "यह", "इस", "इसमें", "इनमें", "निम्न", "प्रकार", "यूं", "नाम", "ऐसे":
				return
			}
		}
		s := f.analyse(end, i+1)
		if !s.ok || s.text.First != i+1 || s.text.End != end || s.resolved == ByNone || s.thing {
			return
		}
		c := cue{words: document.Range{First: i, End: i + 1}, end: i + 1, act: "say"}
		f.report(st, document.Range{First: r.First, End: i}, Indirect, s, c, "quote/speaker-last")
		return
	}
}

// report emits a quote and keeps it in the sentence's state.
func (f *finder) report(st *scan, content document.Range, kind string, s source, c cue, rule string) {
	if n := f.emit(content, kind, s, c, rule); n >= 0 {
		st.prev, st.content, st.cue, st.source = n, content, c, s
		st.direct = kind == Direct
		in := f.quotesIn(content)
		for i := range in {
			if in[i].end <= content.End {
				in[i].used = true
			}
		}
		st.after, st.nominal = false, rule == "quote/nominal"
		s.ok = len(s.names) > 0
		f.spoke(st.n, s)
	}
}

// cut ends the content of the last quote of the sentence before token at.
func (f *finder) cut(st *scan, at int) {
	if st.prev < 0 || st.direct {
		return
	}
	st.content.End = at
	c := f.trim(st.content)
	if c.Len() == 0 {
		f.out = append(f.out[:st.prev], f.out[st.prev+1:]...)
	} else {
		f.out[st.prev].Span = f.d.SpanOf(c)
	}
	st.prev = -1
}

// joint returns where the clause before the source (or cue) at token at ends, if a
// conjunction or a comma behind a finite verb joins the two: … है और मंत्री ने कहा.
func (f *finder) joint(at, lo int) (int, bool) {
	for j := at - 1; j > lo && j >= at-9; j-- {
		k := f.key(j)
		if joins[k] || k == "साथ" {
			e := j
			for e > lo && (joins[f.key(e-1)] || f.key(e-1) == "," || f.key(e-1) == "तो" || f.key(e-1) == "ही" || f.key(e-1) == "इसके" && k == "साथ") {
				e--
			}
			if e > lo && (f.isAux(e-1) || f.key(e) == "," || f.key(e-1) == "नहीं" || f.key(j) == "जबकि" || f.key(j) == "वहीं") {
				return e, true
			}
			return 0, false
		}
		if k == "," && f.isAux(j-1) {
			switch n := f.key(j + 1); {
			case n == "क्योंकि" || n == "ताकि" || n == "इसलिए" || n == "जो" || n == "जहां" || n == "जब" || strings.HasPrefix(n, "जिस") || strings.HasPrefix(n, "जिन"):
				return 0, false // the sentence goes on with what was said
			}
			return j, true
		}
		if f.d.Class(j).Has(lexicon.Auxiliary) && k != "की" && k != "के" && k != "का" {
			return 0, false
		}
	}
	return 0, false
}

// attribution handles a verbal cue and returns the token to go on with.
//
//	X ने (सोमवार को पत्रकारों से) कहा कि S      quote/ne-kaha-ki
//	X ने कहा, “S”                             quote/ne-kaha-quote
//	X ने कहा- S                               quote/ne-kaha-dash
//	“S,” X ने कहा।                            quote/before
//	X ने S करने की मांग की।                      quote/nominal
//	X बोले, “S”                               quote/bole
//	साथ ही कहा कि S                            quote/zero
//	X द्वारा बताया गया कि S                      quote/passive
func (f *finder) attribution(c cue, st *scan) int {
	r := st.r
	if c.frame == passive {
		return f.passive(c, st)
	}
	inContent := st.prev >= 0 && !st.direct && !st.nominal && st.content.Contains(c.words.First)
	lo := r.First
	if inContent {
		lo = st.content.First
	} else if st.prev >= 0 && st.content.End <= c.words.First && !st.direct && !st.nominal {
		lo = max(lo, st.content.End)
	}
	s, kind, between := f.agent(&c, lo, st)
	if kind == agentSelf {
		return c.end
	}
	joined := false
	if inContent {
		switch kind {
		case agentFound:
			at, ok := f.joint(s.text.First, lo)
			if s.text.Len() == 0 {
				at, ok = f.joint(between, lo)
			}
			switch {
			case ok:
				joined = true
				lo = at
			case st.after:
				// पुलिस के मुताबिक आरोपी ने कहा कि S: the police relay it
				o, found := f.openingAt(c.end, r, st.end)
				if !found || !o.ki && o.quoted < 0 {
					return c.end
				}
				s.via = f.out[st.prev].Speaker
				if s.via == "" {
					s.via = f.out[st.prev].SpeakerText
				}
				f.out = append(f.out[:st.prev], f.out[st.prev+1:]...)
				st.prev = -1
			default:
				return c.end
			}
		default:
			at, ok := f.joint(c.words.First, lo)
			if !ok || c.weak {
				return c.end
			}
			joined = true
			lo = at
			s, kind = st.source, agentZero
			s.text = document.Range{}
			if s.resolved != ByNone {
				s.resolved = ByPronoun
			}
		}
	}
	// the speech comes in the next paragraph: मंत्री ने कहा: ¶ “…”
	if kind == agentFound && r.End == st.end && f.endsOpen(c.end, r) && len(s.names) > 0 {
		f.waiting = &waiting{f.d.Sentences()[st.n].Block, c, s, "quote/ne-kaha-next"}
		return r.End
	}
	// the speech behind the cue
	if o, _ := f.openingAt(c.end, r, st.end); o.at < st.end && f.opens(&c, &o, kind, st) {
		ok := true
		if kind == agentNone || kind == agentZero && !joined {
			s, ok = f.omitted(c, st, o)
			if !ok {
				return c.end
			}
			kind = agentZero
		}
		if !s.ok && len(s.names) == 0 {
			return c.end
		}
		if joined {
			f.cut(st, lo)
		}
		// “S,” X ने कहा, “T”
		if kind == agentFound && o.quoted >= 0 {
			if q, ok := f.quoteBefore(between, lo); ok && !f.quotes[q].used && f.quotes[q].end >= between-1 {
				f.quotes[q].used = true
				f.report(st, f.trimInner(f.quotes[q].inner), Direct, s, c, "quote/before")
			}
		}
		rule := "quote/ne-kaha"
		switch {
		case kind == agentZero:
			rule = "quote/zero"
		case c.frame == bare:
			rule = "quote/bole"
		case c.noun:
			rule = "quote/ne-phrase"
		}
		return f.speech(c, s, o, rule, st)
	}
	if kind != agentFound || !s.ok && len(s.names) == 0 || inContent && !joined {
		return c.end
	}
	// the speech before the source, in marks
	if q, ok := f.quoteBefore(between, lo); ok && !f.quotes[q].used {
		f.quotes[q].used = true
		f.report(st, f.trimInner(f.quotes[q].inner), Direct, s, c, "quote/before")
		return c.end
	}
	// the speech between source and cue, in marks
	if q := f.quoteBetween(between, c.words.First); q >= 0 && !f.quotes[q].used {
		label := c.last == "बताया" || c.last == "बताई" || c.last == "बताए" || f.key(c.words.First) == "करार"
		near := f.quotes[q].end >= c.words.First-1
		if near && label || !c.noun && !label && (f.quotes[q].inner.Len() >= 4 && near || f.quotes[q].inner.Len() >= 6) {
			f.report(st, f.trimInner(f.quotes[q].inner), Direct, s, c, "quote/between")
			return c.end
		}
	}
	// X ने इसकी जानकारी दी। points back to the sentence before
	if c.noun && infoNouns[f.key(c.words.First)] && c.words.First > r.First && (pointers[f.key(c.words.First-1)] || f.key(c.words.First-1) == "की" && f.key(c.words.First-2) == "बात") && c.end >= r.End-1 && len(s.names) > 0 {
		if s.text.First <= r.First+8 || f.npStart(s.text.First, r.First) == r.First {
			f.backward(st, r.First, s, c, "quote/yah-jankari")
		}
		return c.end
	}
	if content, ok := f.clauseBefore(&c, &s, lo, r); ok {
		f.report(st, content, Indirect, s, c, "quote/before-plain")
		return c.end
	}
	if f.ruling(&c, &s) {
		return c.end
	}
	if content, ok := f.nominal(&c, between); ok && s.ok {
		f.report(st, content, Indirect, s, c, "quote/nominal")
	}
	return c.end
}

// clauseBefore returns the whole clause that a comma parts from a source and its verb at
// the end of the sentence: फसल खराब हो गई है, किसान रामू ने बताया।
func (f *finder) clauseBefore(c *cue, s *source, lo int, r document.Range) (document.Range, bool) {
	if c.noun || c.last != "कहा" && c.last != "बताया" || !f.onlyStops(c.end, r.End) || s.text.Len() == 0 {
		return document.Range{}, false
	}
	content := document.Range{First: lo, End: s.text.First - 1}
	if content.Len() < 5 || f.key(content.End) != "," || !f.d.Class(content.End-1).Has(lexicon.Auxiliary) {
		return document.Range{}, false
	}
	k := f.key(lo)
	if subordinate[k] || relPronouns[k] || strings.HasPrefix(k, "जिस") || strings.HasPrefix(k, "जिन") {
		return document.Range{}, false
	}
	return content, len(s.names) > 0
}

// opens reports whether the opener o after c introduces speech: कि and marks always do,
// a comma only behind a plain verb of saying with a clause to follow.
func (f *finder) opens(c *cue, o *opening, kind agentKind, st *scan) bool {
	if o.quoted >= 0 {
		q := &f.quotes[o.quoted]
		if o.ki || o.sep != "" || q.class == double {
			return true
		}
		return q.inner.Len() >= 4
	}
	if o.at >= st.r.End {
		return false
	}
	if o.ki {
		return true
	}
	if teasers[f.key(o.at)] {
		return false
	}
	if o.sep == "" {
		return f.plain(c, o, kind, st)
	}
	if c.weak && o.sep == "," && !(kind == agentFound && c.frame != ergative) {
		return false
	}
	left := st.r.End - o.at
	if left < 3 {
		return false
	}
	switch o.sep {
	case ",":
		if c.noun && st.block != document.Headline {
			return false
		}
		if kind != agentFound && st.block != document.Headline {
			return false
		}
		k := f.key(o.at)
		if questions[k] && c.act != "ask" && st.block == document.Headline {
			return false // रोहित ने बताया, क्यों नहीं खेले
		}
		return !joins[k] && !relPronouns[k] && k != "तब" && k != "जब" && k != "जहां" && k != "तो" && !strings.HasPrefix(k, "जिस") && !strings.HasPrefix(k, "जिन")
	case ";", "…", "...":
		return false
	}
	return true
}

// endsOpen reports whether nothing but a comma, a colon or a dash stands between token
// i and the end of the sentence.
func (f *finder) endsOpen(i int, r document.Range) bool {
	open := false
	for ; i < r.End; i++ {
		switch k := f.key(i); {
		case k == "," || k == ":" || k == "-" || k == "–" || k == "—" || k == "ः" || k == "कि":
			open = true
		default:
			return false
		}
	}
	return open
}

// plain reports whether speech follows with no opener at all: X ने कहा इसका कोई आधार नहीं है।
// Only कहा and बताया take it, and the rest must be a whole clause.
func (f *finder) plain(c *cue, o *opening, kind agentKind, st *scan) bool {
	if kind != agentFound || c.noun || c.frame != ergative || c.last != "कहा" && c.last != "बताया" || o.at != c.end || c.end != c.words.End {
		return false
	}
	if st.r.End-o.at < 6 || f.toks[o.at].Kind != document.Word || joins[f.key(o.at)] || relPronouns[f.key(o.at)] {
		return false
	}
	if f.d.Class(o.at)&(lexicon.Postposition|lexicon.Auxiliary|lexicon.Particle|lexicon.Conjunction) != 0 || f.d.Class(o.at+1).Has(lexicon.Auxiliary) {
		return false
	}
	last := st.r.End - 1
	for last > o.at && f.toks[last].Kind == document.Punct {
		last--
	}
	return f.d.Class(last).Has(lexicon.Auxiliary) && !f.reports(o.at, st.r)
}

// speech reports the speech that o opens.
func (f *finder) speech(c cue, s source, o opening, rule string, st *scan) int {
	if o.quoted >= 0 {
		q := &f.quotes[o.quoted]
		if o.ki && q.closed && q.end < st.r.End && joins[f.key(q.end)] && !f.reports(q.end, st.r) {
			// कहा कि “…” और ठेकेदार को नोटिस दिया जाएगा: the clause goes on without marks
			f.report(st, f.sentenceContent(o.at, st.r), Mixed, s, c, rule+"-ki")
			return st.r.End
		}
		if f.direct(q, st.r) {
			q.used = true
			if !q.closed {
				f.closeEarly(q)
			}
			f.report(st, f.trimInner(q.inner), Direct, s, c, rule+"-quote")
			if q.class == double && st.prev >= 0 {
				f.open = &openQuote{f.d.Sentences()[st.n].Block, f.out[st.prev]}
			}
			return max(q.end, c.end)
		}
	}
	if o.at >= st.r.End {
		return c.end
	}
	content := f.sentenceContent(o.at, st.r)
	kind := Indirect
	if f.mixedIn(content) {
		kind = Mixed
	}
	switch {
	case o.ki:
		rule += "-ki"
	case o.sep == ",":
		rule += "-comma"
	case o.sep == "":
		rule += "-plain"
	default:
		rule += "-dash"
	}
	f.report(st, content, kind, s, c, rule)
	return max(o.at, c.end)
}

// reports reports whether a reporting verb stands at or behind token i in r.
func (f *finder) reports(i int, r document.Range) bool {
	for ; i < r.End; i++ {
		if _, ok := f.cueAt(i, r); ok {
			return true
		}
		if f.part[i]&aNoun != 0 {
			return true
		}
	}
	return false
}

// agentKind says how the source of a verbal cue stands.
type agentKind uint8

const (
	agentNone  agentKind = iota
	agentFound           // a noun phrase or a pronoun
	agentZero            // left out
	agentSelf            // मैंने: the paper or an inner speaker
)

// agent looks left of the cue for its source, not beyond token lo. The last result is
// the first token of the source's phrase (where it is found).
func (f *finder) agent(c *cue, lo int, st *scan) (source, agentKind, int) {
	if c.frame == bare || c.frame == either {
		if s, k, at := f.bareAgent(c, lo, st); k != agentNone || c.frame == bare {
			return s, k, at
		}
	}
	for j := c.words.First - 1; j >= lo; j-- {
		if q, ok := f.closeAt[j+1]; ok && f.quotes[q].open > lo && f.quotes[q].open < j {
			j = f.quotes[q].open
			continue
		}
		k := f.key(j)
		switch {
		case k == "कि":
			return source{actor: -1}, agentNone, 0
		case k == "ने" && j > lo:
			s := f.analyse(j, lo)
			if f.hearsay(&s, j, c.words.First) {
				return s, agentFound, s.text.First
			}
			return s, agentFound, f.npStart(j, lo)
		case k == "मैंने" || k == "हमने" || k == "तुमने":
			return source{actor: -1}, agentSelf, 0
		case ergPronouns[k]:
			s := f.antecedent(st.n, j, pronounNumber(k))
			s.text = document.Range{First: j, End: j + 1}
			if !s.ok {
				s.names, s.ok, s.resolved = nil, true, ByNone
			}
			return s, agentFound, j
		case relPronouns[k]:
			if k == "जिन्होंने" || k == "जिसने" {
				if s := f.analyse(j, lo); s.ok {
					return s, agentFound, s.text.First
				}
				s := source{actor: -1, ok: true, resolved: ByNone, text: document.Range{First: j, End: j + 1}}
				return s, agentFound, j
			}
		}
	}
	return source{actor: -1}, agentNone, 0
}

// hearsay turns an agency that quotes another (पीटीआई ने X के हवाले से कहा) into the
// relayer of that other.
func (f *finder) hearsay(s *source, ne, end int) bool {
	for j := ne + 1; j+2 < end; j++ {
		if f.key(j) == "के" && f.key(j+1) == "हवाले" && f.key(j+2) == "से" {
			t := f.analyse(j, ne+1)
			if len(t.names) > 0 || t.ok {
				if len(s.names) > 0 {
					t.via = s.names[0]
				}
				t.ok = true
				*s = t
				return true
			}
		}
	}
	return false
}

// bareAgent finds a source without ने: राठी बोले, वह कहती हैं.
func (f *finder) bareAgent(c *cue, lo int, st *scan) (source, agentKind, int) {
	// the word right before the verb, adverbs aside, tells: a noun there is the source
	// or the clause has none
	j := c.words.First - 1
	for j > lo && (fillers[f.key(j)] || bareAdverbs[f.key(j)]) {
		j--
	}
	if cl := f.d.Class(j); j >= lo && f.toks[j].Kind == document.Word && f.unitAt(j) == nil &&
		cl&(lexicon.Postposition|lexicon.Pronoun|lexicon.Particle|lexicon.Auxiliary|lexicon.Conjunction|lexicon.Demonstrative) == 0 && !strings.HasSuffix(f.key(j), "कर") {
		s := f.analyse(j+1, lo)
		if s.ok || len(s.names) > 0 && (s.likely || st.block == document.Headline && !f.isAux(j) && !connectors[f.key(j)]) {
			return s, agentFound, s.text.First
		}
		if !s.thing && f.d.Class(j-1).Has(lexicon.Postposition) && f.key(j-1) != "के" && f.key(j-1) != "की" && f.key(j-1) != "का" || joins[f.key(j)] {
			// a lone word behind an oblique phrase: किसानों को रोज कहते हैं
		} else if st.block != document.Headline {
			return source{actor: -1}, agentNone, 0
		}
	}
	for ; j >= lo && j > c.words.First-16; j-- {
		if q, ok := f.closeAt[j+1]; ok && f.quotes[q].open > lo && f.quotes[q].open < j {
			j = f.quotes[q].open
			continue
		}
		k := f.key(j)
		if k == "कि" || k == "ने" && j > lo || ergPronouns[k] {
			break
		}
		next := f.key(j + 1)
		oblique := f.d.Class(j+1).Has(lexicon.Postposition) && j+1 < c.words.First
		if u := f.unitAt(j); u != nil {
			if !u.role && u.End == j+1 && !oblique && next != "और" {
				s := f.analyse(j+1, lo)
				if s.ok {
					return s, agentFound, s.text.First
				}
			}
			if !(u.role && !oblique && j == c.words.First-1) {
				j = max(u.First, lo)
				continue
			}
		}
		if oblique {
			continue
		}
		if k == "वह" || k == "वो" || k == "वे" {
			s := f.antecedent(st.n, j, honoured)
			s.text = document.Range{First: j, End: j + 1}
			if !s.ok {
				s.ok, s.resolved = true, ByNone
			}
			return s, agentFound, j
		}
		if n, ok := f.w.heads[k]; ok && (n.kind == roleNoun || n.kind == groupNoun || n.kind == bodyNoun) && (j == c.words.First-1 || f.fillersOnly(j+1, c.words.First)) {
			s := f.analyse(j+1, lo)
			return s, agentFound, s.text.First
		}
	}
	return source{actor: -1}, agentNone, 0
}

// fillersOnly reports whether between i and end stand only words that may part a
// source from its verb: adverbs and phrases with से, में, को, पर.
func (f *finder) fillersOnly(i, end int) bool {
	if end-i > 8 {
		return false
	}
	for ; i < end; i++ {
		k := f.key(i)
		if f.d.Class(i).Has(lexicon.Auxiliary) && k != "की" && k != "के" && k != "कर" || joins[k] {
			return false
		}
	}
	return true
}

// omitted finds the source of a cue that has none in its clause: । साथ ही कहा कि S. In a
// headline the subject of the whole line speaks.
func (f *finder) omitted(c cue, st *scan, o opening) (source, bool) {
	r := document.Range{First: st.r.First, End: c.words.First}
	if c.frame == bare && st.block != document.Headline {
		return source{actor: -1}, false
	}
	if st.block == document.Headline {
		s := f.subject(st.n, document.Range{First: st.r.First, End: c.words.First})
		if !s.ok {
			s = f.firstNamed(r)
		}
		return s, s.ok
	}
	// a document that speaks: पत्र में लिखा है कि
	if s, ok := f.document(r); ok {
		return s, true
	}
	if c.weak && !o.ki {
		return source{actor: -1}, false
	}
	// the ने was left out: थाना प्रभारी रमेश यादव बताया कि
	for j := c.words.First - 1; j >= r.First && j > c.words.First-15; j-- {
		if u := f.unitAt(j); u != nil && u.End == j+1 && !u.role && f.actors[u.actor].person {
			if next := j + 1; next == c.words.First || !f.d.Class(next).Has(lexicon.Postposition) && f.key(next) != "," {
				s := f.analyse(j+1, r.First)
				return s, s.ok
			}
			break
		}
	}
	if r.Len() > 14 {
		return source{actor: -1}, false
	}
	s := f.antecedent(st.n, st.r.First, anyone)
	return s, s.ok
}

// firstNamed returns the first person or organisation that r mentions.
func (f *finder) firstNamed(r document.Range) source {
	for i := r.First; i < r.End; i++ {
		if u := f.unitAt(i); u != nil && !u.role {
			if k := f.key(u.End); !f.actors[u.actor].person && (k == "पर" || k == "में" || k == "से" || k == "को") {
				continue // तौल केंद्र पर किसानों का चक्काजाम …, बोले- S
			}
			return f.mention(u, r.First, u.Range)
		}
	}
	for i := r.First; i < r.End; i++ {
		if n, ok := f.w.heads[f.key(i)]; ok && (n.kind == groupNoun || n.kind == bodyNoun || n.kind == roleNoun && n.official) {
			if k := f.key(i + 1); n.kind == bodyNoun && (k == "पर" || k == "में" || k == "से") {
				continue
			}
			if s := f.analyse(i+1, r.First); s.ok {
				return s
			}
		}
	}
	return source{actor: -1}
}

// document finds a text that speaks in r: बयान में, रिपोर्ट में.
func (f *finder) document(r document.Range) (source, bool) {
	for j := r.End - 1; j >= r.First; j-- {
		k := f.key(j)
		if k == "कि" {
			break
		}
		if k == "इसमें" || k == "उसमें" || k == "जिसमें" || k == "इनमें" || k == "जिनमें" {
			// X ने पत्र लिखा है, जिसमें कहा गया है कि: the writer speaks
			if k == "जिसमें" {
				v := j - 1
				for v > r.First && (f.key(v) == "," || tail[f.key(v)]) {
					v--
				}
				if writes[f.key(v)] {
					if s := f.subject(int(f.toks[j].Sentence), document.Range{First: r.First, End: j}); s.ok {
						return s, true
					}
				}
			}
			return source{actor: -1, ok: true, resolved: ByNone, text: document.Range{First: j, End: j + 1}}, true
		}
		if j > r.First && (k == "में" || k == "पर") && f.w.heads[f.key(j-1)].kind == documentNoun {
			s := f.analyse(j, r.First)
			return s, s.ok
		}
	}
	return source{actor: -1}, false
}

// passive handles कहा गया, बताया जा रहा है: nobody speaks, unless the agent stands there
// with द्वारा or की ओर से, or a text does with में.
func (f *finder) passive(c cue, st *scan) int {
	r := st.r
	if st.prev >= 0 && !st.direct && st.content.Contains(c.words.First) {
		return c.end
	}
	o, ok := f.openingAt(c.end, r, st.end)
	if !ok || !o.ki && o.quoted < 0 {
		return c.end
	}
	for j := c.words.First - 1; j > r.First; j-- {
		k := f.key(j)
		if k == "कि" || tail[k] {
			break
		}
		np := -1
		switch {
		case k == "द्वारा":
			np = j
			if p := f.key(j - 1); p == "के" {
				np--
			}
		case k == "से" && (f.key(j-1) == "ओर" || f.key(j-1) == "तरफ") && f.key(j-2) == "की" && j-2 > r.First:
			np = j - 2
		}
		if np < 0 {
			continue
		}
		if s := f.analyse(np, r.First); s.ok {
			return f.speech(c, s, o, "quote/passive", st)
		}
	}
	if s, ok := f.document(document.Range{First: r.First, End: c.words.First}); ok {
		return f.speech(c, s, o, "quote/document", st)
	}
	return c.end
}

// quoteBefore returns the quoted stretch that closes right before token at, a comma or
// stop between them allowed.
func (f *finder) quoteBefore(at, lo int) (int, bool) {
	for j := at; j > 0 && j > at-9; j-- {
		if q, ok := f.closeAt[j]; ok {
			qq := &f.quotes[q]
			// a title before the source is no speech: ‘जुन्यी विश्वविद्यालय’ में प्रोफेसर … ने कहा
			k, last := f.key(j), f.key(qq.inner.End-1)
			ended := k == "," || k == "।" || k == "." || k == "-" || stops[last] || last == ","
			if qq.inner.Len() < 2 || !ended && (j != at || qq.inner.Len() < 5) || qq.inner.Len() < 3 && j != at {
				return 0, false
			}
			return q, true
		}
		k := f.key(j - 1)
		if k == "," || k == "।" || k == "." || k == "-" || k == "–" {
			continue
		}
		// कार्यक्रम में, सोमवार को, पड़ोस में रहने वाली, यह जानकारी देते हुए before the source
		if f.toks[j-1].Kind != document.Word || f.d.Class(j-1).Has(lexicon.Auxiliary) && k != "की" && k != "के" && k != "हुए" && k != "हुई" && f.key(j) != "हुए" && !(len(k) > len("ने") && strings.HasSuffix(k, "ने")) {
			return 0, false
		}
	}
	return 0, false
}

// quoteBetween returns the quoted stretch between tokens i and end, -1 none.
func (f *finder) quoteBetween(i, end int) int {
	for k := sort.Search(len(f.quotes), func(k int) bool { return f.quotes[k].open >= end }) - 1; k >= 0 && f.quotes[k].open >= i; k-- {
		if q := &f.quotes[k]; q.closed && q.end <= end {
			return k
		}
	}
	return -1
}

// ruling reports whether the order of a court is told, which is a deed and no speech: अदालत ने
// रकम लौटाने का आदेश दिया. What an office orders (प्रशासन ने स्कूल बंद रखने का आदेश दिया) is speech.
func (f *finder) ruling(c *cue, s *source) bool {
	if !c.noun || c.act != "order" {
		return false
	}
	switch f.key(c.words.First) {
	case "आदेश", "फैसला", "व्यवस्था":
	default:
		return false
	}
	if s.text.Len() == 0 {
		return false
	}
	for i := s.text.First; i < s.text.End; i++ {
		if courts[f.key(i)] {
			return true
		}
	}
	return false
}

// courts are the bodies that judge, and those who sit on them.
var courts = set("अदालत कोर्ट हाईकोर्ट न्यायालय पीठ खंडपीठ बेंच ट्रिब्यूनल अधिकरण एनजीटी जज न्यायाधीश न्यायमूर्ति जस्टिस मजिस्ट्रेट सीजेएम एसीजेएम उपभोक्ता आयोग फोरम लोकायुक्त")

// nominal finds speech that is turned into a noun phrase: मंत्री ने [किसानों को मुआवजा देने]
// की घोषणा की, [अस्पताल खोलने] की बात कही, [आरोपों में शामिल होने] से इनकार किया.
func (f *finder) nominal(c *cue, subject int) (document.Range, bool) {
	v := c.words.First - 2
	if k := f.key(v + 1); k == "भी" || k == "ही" { // देने की भी मांग की
		v--
	}
	switch f.key(v + 1) {
	case "की", "के", "का":
		if !c.noun {
			return document.Range{}, false
		}
	case "से":
		if c.act != "deny" {
			return document.Range{}, false
		}
	case "को":
		if c.noun || c.last != "कहा" {
			return document.Range{}, false
		}
		c.act = "order"
	default:
		return document.Range{}, false
	}
	if !obliqueInfinitive(f.key(v)) {
		return document.Range{}, false
	}
	first := -1
	for j := v; j > subject; j-- {
		if f.key(j) == "ने" || ergPronouns[f.key(j)] {
			first = j + 1
			break
		}
	}
	if ergPronouns[f.key(subject)] && first < 0 {
		first = subject + 1
	}
	if first < 0 {
		return document.Range{}, false
	}
	// the addressee of an order stands outside: अधिकारियों को
	if c.act == "order" || c.act == "appeal" {
		for j := first; j < v-1 && j < first+10; j++ {
			k := f.key(j)
			if k != "को" && k != "से" {
				continue
			}
			u := f.unitAt(j - 1)
			far := j < v-2 || k == "से" // पर्यटन स्थलों को बंद करने: the object, no addressee
			if h := f.w.heads[f.key(j-1)].kind; u != nil && (far || f.actors[u.actor].person) || h == roleNoun || h == groupNoun || far && (h == bodyNoun || strings.HasSuffix(f.key(j-1), "ों")) {
				first = j + 1
			}
			break
		}
	}
	for first < v && (f.key(first) == "भी" || f.key(first) == "ही" || f.key(first) == ",") {
		first++
	}
	r := document.Range{First: first, End: v + 1}
	return r, r.Len() >= 2
}

// obliqueInfinitive reports whether key is a verb in -ने: देने, बनाने.
func obliqueInfinitive(key string) bool {
	return strings.HasSuffix(key, "ने") && len(key) > len("ने") && !ergPronouns[key] && key != "अपने" && key != "सामने" && key != "कितने" && key != "इतने" && key != "उतने" && key != "जितने" && key != "पुराने" && key != "महीने" && key != "नमूने"
}
