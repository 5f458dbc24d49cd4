package quotation

import (
	"sort"
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/span"
)

// The kinds of quote.
const (
	Direct   = "direct"   // what stands between quote marks
	Indirect = "indirect" // a reported clause
	Mixed    = "mixed"    // a reported clause with a quoted part
)

// How the speaker was found.
const (
	ByName         = "name"       // by the full name
	ByShortName    = "short_name" // by a later, shorter mention
	ByPronoun      = "pronoun"    // by a pronoun, or by no word at all
	ByRole         = "role"       // by the office: जिलाधिकारी ने
	ByOrganization = "organization"
	ByGroup        = "group" // ग्रामीणों ने
	ByNone         = "none"  // the text marks a source but names none: सूत्रों के मुताबिक
)

// Quote is one attribution: what was said, who said it, and with which word the text
// reports it.
type Quote struct {
	Span        span.Span // of what was said
	Kind        string    // Direct, Indirect or Mixed
	Speaker     string    // person's name, organisation or group; several joined by "; "; "" where unnamed
	SpeakerText string    // as written at the attribution; "" where nothing stands there
	SpeakerSpan span.Span
	Resolved    string // ByName …
	Via         string // who relayed it, "" where nobody did
	Cue         string // the reporting word as written
	CueSpan     span.Span
	Act         string
	Role        string // of the speaker, "" where unknown
	Official    bool
	Rule        string
}

// Find returns the quotes of d in text order.
func Find(d *document.Document, in Input) []Quote {
	f := newFinder(d, in)
	for b := range d.Blocks() {
		f.block(b)
	}
	sort.SliceStable(f.out, func(i, j int) bool { return f.out[i].Span.Start < f.out[j].Span.Start })
	return f.dedupe()
}

// finder is the state of one pass over a document.
type finder struct {
	d    *document.Document
	toks []document.Token
	w    *words
	part []part // of each token
	cast

	quotes  []quoted    // of the block in hand
	openAt  map[int]int // token that opens a mark → its quoted
	closeAt map[int]int // token behind a closing mark → its quoted
	inside  []document.Range

	out     []Quote
	talks   []talk // who spoke so far, latest last
	open    *openQuote
	waiting *waiting  // a cue at the end of a paragraph whose speech the next one brings
	signed  span.Span // a quoted paragraph without a source; the next may be its signature
	answers source    // who answered the question before
	above   span.Span // what signed was above the paragraph in hand
}

// waiting is a cue whose speech has not come yet.
type waiting struct {
	block  int
	cue    cue
	source source
	rule   string
}

// talk is an entry of the discourse: a sentence whose speaker is known.
type talk struct {
	sentence, block int
	source          source
}

// openQuote is a direct quote whose paragraph ended without a closing mark.
type openQuote struct {
	block int
	quote Quote
}

func newFinder(d *document.Document, in Input) *finder {
	f := &finder{d: d, toks: d.Tokens(), w: load(), openAt: map[int]int{}, closeAt: map[int]int{}}
	f.part = make([]part, len(f.toks))
	for i := range f.toks {
		if f.toks[i].Kind == document.Word {
			f.part[i] = f.w.parts.Of(f.toks[i].Word)
		}
	}
	f.cast = newCast(d, in)
	return f
}

// key returns the folded form of token i.
func (f *finder) key(i int) string { return f.d.Key(i) }

// emit adds a quote over the tokens of content.
func (f *finder) emit(content document.Range, kind string, s source, c cue, rule string) int {
	if kind != Direct {
		content = f.trim(content)
	}
	if content.Len() == 0 {
		return -1
	}
	q := Quote{
		Span: f.d.SpanOf(content), Kind: kind, Speaker: strings.Join(s.names, "; "), Resolved: s.resolved, Via: s.via,
		CueSpan: f.d.SpanOf(c.words), Act: c.act, Role: s.role, Official: s.official, Rule: rule,
	}
	q.Cue = f.d.Text(q.CueSpan)
	if s.text.Len() > 0 {
		q.SpeakerSpan = f.d.SpanOf(s.text)
		q.SpeakerText = f.d.Text(q.SpeakerSpan)
	}
	f.out = append(f.out, q)
	return len(f.out) - 1
}

// trim drops the stops and commas at the ends of content.
func (f *finder) trim(r document.Range) document.Range {
	for r.First < r.End && f.toks[r.First].Kind == document.Punct {
		switch k := f.key(r.First); {
		case k == "," || k == ":" || k == "-" || k == "–" || k == "—" || k == "ः" || k == ";" || stops[k] || k == "|" || k == "*":
			r.First++
			continue
		}
		break
	}
	for r.First < r.End && f.toks[r.End-1].Kind == document.Punct {
		switch k := f.key(r.End - 1); {
		case k == "," || k == ":" || k == "-" || k == "–" || k == "—" || k == ";" || k == "।" || k == "॥" || k == "." || k == "|" || k == "*":
			r.End--
			continue
		}
		break
	}
	return r
}

// dedupe drops quotes that lie in another of the same kind of attribution, keeping
// the outer one, and exact doubles.
func (f *finder) dedupe() []Quote {
	var out []Quote
next:
	for _, q := range f.out {
		for i := len(out) - 1; i >= max(0, len(out)-8); i-- { // sorted: only near ones can hold q
			p := &out[i]
			if p.Span == q.Span {
				continue next
			}
			if p.Span.Contains(q.Span) && q.Via == "" && p.Kind != Mixed {
				continue next
			}
		}
		out = append(out, q)
	}
	return out
}

// block finds the quotes of block b.
func (f *finder) block(b int) {
	blk := &f.d.Blocks()[b]
	if blk.Sentences.Len() == 0 {
		return
	}
	sents := f.d.Sentences()
	r := document.Range{First: sents[blk.Sentences.First].Tokens.First, End: sents[blk.Sentences.End-1].Tokens.End}
	f.quotes = pairMarks(f.d, r, f.quotes[:0])
	clear(f.openAt)
	clear(f.closeAt)
	f.inside = f.inside[:0]
	for i := range f.quotes {
		q := &f.quotes[i]
		f.openAt[q.open] = i
		if q.closed {
			f.closeAt[q.end] = i
		}
		// A cue between marks belongs to what was said. Short single-quoted
		// stretches are titles and may hold no cue anyway.
		if q.closed {
			f.inside = append(f.inside, document.Range{First: q.open, End: q.end})
		} else if q.class == double {
			f.inside = append(f.inside, document.Range{First: q.open, End: min(q.end, f.d.SentenceOf(q.open).Tokens.End)})
		}
	}
	f.continued(b, r)
	f.awaited(b, r)
	if f.signature(b, r) || f.label(b, r) {
		return
	}
	for s := blk.Sentences.First; s < blk.Sentences.End; s++ {
		f.sentence(s)
	}
	f.unsigned(b, r)
	f.credited(b, r)
}

// credited reports a paragraph that ends with a dash, its speaker and the office as what they
// said, as papers print statements in a box:
//
//	समर्थन मूल्य तय है, लेकिन खरीद नहीं होती। -दिनेश मंडल, अध्यक्ष, किसान संघ
func (f *finder) credited(b int, r document.Range) {
	const longest = 14 // tokens of the credit
	for i := r.End - 2; i > r.First+4 && i >= r.End-longest; i-- {
		if k := f.key(i); k != "-" && k != "–" && k != "—" {
			continue
		}
		if !stops[f.key(i-1)] || !f.toks[i].Space {
			return
		}
		end := r.End
		for end > i && (stops[f.key(end-1)] || f.key(end-1) == ",") {
			end--
		}
		s, ok := f.nameLine(i+1, end)
		if !ok || s.text.End >= end && f.unitAt(i+1) == nil {
			return
		}
		comma := false
		for j := i + 1; j < end; j++ {
			comma = comma || f.key(j) == ","
		}
		if !comma || len(f.quotesIn(r)) > 0 {
			return // without an office it is the author's name
		}
		for j := len(f.out) - 1; j >= 0 && j >= len(f.out)-4; j-- {
			if f.out[j].Span.Start >= f.toks[r.First].Start {
				return // somebody speaks in it already
			}
		}
		c := cue{words: document.Range{First: i, End: i + 1}, end: i + 1, act: "say"}
		st := &scan{n: int(f.toks[r.First].Sentence), r: r, end: r.End, prev: -1}
		f.report(st, document.Range{First: r.First, End: i}, Indirect, s, c, "quote/credit")
		return
	}
}

// awaited reports the quoted start of the paragraph as the speech of a cue that closed
// the paragraph before:
//
//	मंत्री ने कहा:
//	“काम जारी है।”
func (f *finder) awaited(b int, r document.Range) {
	w := f.waiting
	f.waiting = nil
	if w == nil || w.block != b-1 || len(f.quotes) == 0 || f.quotes[0].open != r.First {
		return
	}
	q := &f.quotes[0]
	if q.inner.Len() < 2 {
		return
	}
	q.used = true
	st := &scan{n: int(f.toks[r.First].Sentence), r: r, end: r.End, prev: -1}
	f.report(st, f.trimInner(q.inner), Direct, w.source, w.cue, w.rule)
	if st.prev >= 0 && q.class == double {
		f.open = &openQuote{b, f.out[st.prev]}
	}
}

// unsigned looks at a paragraph that opens with a quote which nothing attributes: a
// dash and a name may follow in it, or make the next paragraph.
//
//	“हमें पानी चाहिए।” - रामदीन, किसान
func (f *finder) unsigned(b int, r document.Range) {
	f.signed = span.Span{}
	if len(f.quotes) == 0 {
		return
	}
	q := &f.quotes[0]
	if q.used || !q.closed || q.open != r.First || q.inner.Len() < 4 {
		return
	}
	i := q.end
	for i < r.End && (stops[f.key(i)] || f.key(i) == "|") {
		i++
	}
	if i == r.End {
		f.signed = f.d.SpanOf(f.trimInner(q.inner))
		return
	}
	if k := f.key(i); k == "-" || k == "–" || k == "—" {
		if s, ok := f.nameLine(i+1, r.End); ok {
			q.used = true
			st := &scan{n: int(f.toks[i].Sentence), r: r, end: r.End, prev: -1}
			c := cue{words: document.Range{First: i, End: i + 1}, end: i + 1, act: "say"}
			f.report(st, f.trimInner(q.inner), Direct, s, c, "quote/signature")
		}
	}
}

// signature reports the quoted paragraph before as the speech of the person whose name
// and office are all of this one.
func (f *finder) signature(b int, r document.Range) bool {
	said := f.signed
	f.signed, f.above = span.Span{}, said
	if b == 0 {
		return false
	}
	if said.Empty() {
		return f.boxed(b, r)
	}
	i := r.First
	for i < r.End && f.toks[i].Kind == document.Punct && f.key(i) != "(" {
		i++
	}
	s, ok := f.nameLine(i, r.End)
	if !ok {
		return false
	}
	st := &scan{n: int(f.toks[r.First].Sentence), r: r, end: r.End, prev: -1}
	c := cue{end: r.End, act: "say"} // no word reports it; a dash may stand there
	if k := f.key(r.First); k == "-" || k == "–" || k == "—" {
		c.words = document.Range{First: r.First, End: r.First + 1}
	}
	f.report(st, f.d.RangeOf(said), Direct, s, c, "quote/signature")
	return true
}

// boxed reports the paragraph before, in which nobody speaks, as the statement of the person
// whose name and office a dash opens:
//
//	सभी 24 लोगों को भेज दिया गया है। उनकी निगरानी हो रही है।
//	- धनंजय नागर, कोतवाल
func (f *finder) boxed(b int, r document.Range) bool {
	const longest = 10 // tokens
	if k := f.key(r.First); r.Len() > longest || k != "-" && k != "–" && k != "—" || f.talkIn(b-1) {
		return false
	}
	blk := &f.d.Blocks()[b-1]
	if blk.Kind != document.Body || blk.Sentences.Len() == 0 {
		return false
	}
	end, comma := r.End, false
	for end > r.First+1 && (stops[f.key(end-1)] || f.key(end-1) == ",") {
		end--
	}
	office := false
	for j := r.First + 1; j < end; j++ {
		comma = comma || f.key(j) == ","
		office = office || comma && (f.w.heads[f.key(j)].kind == roleNoun || f.unitAt(j) != nil && f.unitAt(j).role)
	}
	s, ok := f.nameLine(r.First+1, end)
	if !ok || !office {
		return false
	}
	sents := f.d.Sentences()
	content := document.Range{First: sents[blk.Sentences.First].Tokens.First, End: sents[blk.Sentences.End-1].Tokens.End}
	st := &scan{n: int(f.toks[r.First].Sentence), r: r, end: r.End, prev: -1}
	f.report(st, content, Indirect, s, cue{words: document.Range{First: r.First, End: r.First + 1}, end: r.End, act: "say"}, "quote/credit")
	return true
}

// nameLine reads tokens [i, end) as a person's name with an office or a place and
// nothing else.
func (f *finder) nameLine(i, end int) (source, bool) {
	if end-i > 12 || i >= end {
		return source{}, false
	}
	var u *unit
	for j := i; j < end; j++ {
		if v := f.unitAt(j); v != nil {
			if !v.role && f.actors[v.actor].person {
				if u != nil && u.actor != v.actor {
					return source{}, false
				}
				u = v
			}
			j = v.End - 1
			continue
		}
		k := f.key(j)
		if stops[k] || k == "|" || k == ":" || k == "ने" || k == "को" || k == "से" || k == "में" || tail[k] {
			return source{}, false
		}
	}
	if u == nil || u.First > i+8 {
		return source{}, false
	}
	s := f.mention(u, i, u.Range)
	return s, s.text.First == i || u.First == i
}

// continued reports the paragraph that goes on with an open quote: the paragraph
// before ended without its closing mark, or closed, and this one opens with a mark of
// its own and is quoted throughout.
//
//	“पहला अनुच्छेद।
//	“दूसरा अनुच्छेद।”
func (f *finder) continued(b int, r document.Range) {
	o := f.open
	f.open = nil
	if o == nil || o.block != b-1 || len(f.quotes) == 0 {
		return
	}
	q := &f.quotes[0]
	if q.open != r.First || q.class != double {
		return
	}
	if q.closed && q.end < r.End-1 && !f.onlyStops(q.end, r.End) {
		return
	}
	c := o.quote
	content := f.trim(q.inner)
	if content.Len() == 0 {
		return
	}
	c.Span = f.d.SpanOf(q.inner)
	c.Rule = "quote/next-paragraph"
	f.out = append(f.out, c)
	f.open = &openQuote{b, c}
}

func (f *finder) onlyStops(i, end int) bool {
	for ; i < end; i++ {
		if f.toks[i].Kind != document.Punct {
			return false
		}
	}
	return true
}

// quotedAround reports whether token i stands between marks.
func (f *finder) quotedAround(i int) bool {
	return f.insideAt(i) >= 0
}

// insideAt returns the index in inside of a stretch between marks that holds token i,
// -1 for none. The stretches are in order of their opening and nest no deeper than two
// or three.
func (f *finder) insideAt(i int) int {
	k := sort.Search(len(f.inside), func(k int) bool { return f.inside[k].First > i }) - 1
	for n := 0; k >= 0 && n < 4; k, n = k-1, n+1 {
		if f.inside[k].Contains(i) {
			return k
		}
	}
	return -1
}

// quotesIn returns the quoted stretches that open in r.
func (f *finder) quotesIn(r document.Range) []quoted {
	first := sort.Search(len(f.quotes), func(k int) bool { return f.quotes[k].open >= r.First })
	end := first
	for end < len(f.quotes) && f.quotes[end].open < r.End {
		end++
	}
	return f.quotes[first:end]
}
