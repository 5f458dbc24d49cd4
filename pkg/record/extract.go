package record

import (
	"crypto/sha256"
	"encoding/hex"
	"math"
	"path/filepath"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"khabar/pkg/dateline"
	dev "khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/dump"
	"khabar/pkg/gazetteer"
	"khabar/pkg/layout"
	"khabar/pkg/lexicon"
	"khabar/pkg/moment"
	"khabar/pkg/number"
	"khabar/pkg/organization"
	"khabar/pkg/person"
	"khabar/pkg/place"
	"khabar/pkg/quotation"
	"khabar/pkg/segment"
	"khabar/pkg/span"
	"khabar/pkg/tagger"
)

// IST is Indian Standard Time, the zone of every time that names none.
var IST = moment.IST

// Options says how to extract.
type Options struct {
	Offsets   bool             // add spans in runes and UTF-16 units
	Explain   bool             // add the rule of every item, and the other places of a name
	Reference time.Time        // what relative times of an undated article count from; zero: unknown
	Gazetteer *gazetteer.Table // nil: the one that ships with khabar
	Lexicon   *lexicon.Lexicon // nil: the one that ships with khabar
}

// Extractor extracts records. It is read-only and safe for concurrent use.
type Extractor struct {
	opt    Options
	lx     *lexicon.Lexicon
	gaz    *gazetteer.Table
	tagger *tagger.Model
}

// NewExtractor returns an Extractor.
func NewExtractor(opt Options) *Extractor {
	gaz := opt.Gazetteer
	if gaz == nil {
		gaz = gazetteer.Default()
	}
	lx := opt.Lexicon
	if lx == nil {
		lx = lexicon.Default()
	}
	return &Extractor{opt: opt, lx: lx, gaz: gaz, tagger: tagger.Default()}
}

// Extract returns the record of article a.
func (x *Extractor) Extract(a dump.Article) *Record {
	r, _ := x.Read(a)
	return r
}

// Read returns the record of article a and the analysed text that it was read from.
func (x *Extractor) Read(a dump.Article) (*Record, *document.Document) {
	page := layout.Analyse(a.Raw, layout.Options{Lexicon: x.lx, Gazetteer: x.gaz})
	doc := segment.Rebuild(page.Document, page.Blocks, x.lx)

	r := &Record{
		SchemaVersion: SchemaVersion,
		ID:            id(a),
		Source:        Source{a.Path, a.Record, a.Start, a.End},
		Language:      page.Language,
		Spans:         make(map[string]Span),
		Warnings:      append(append([]string{}, a.Warnings...), page.Warnings...),
		Input:         Input(a.Keep),
	}
	b := &builder{Record: r, doc: doc, page: page, at: newPositions(a.Raw, x.opt.Offsets), explain: x.opt.Explain}
	b.dateline, _ = place.Dateline(doc, x.gaz)
	b.scalars()
	b.container(a)
	b.date(a, x.opt.Reference)

	dates := moment.Find(doc, b.reference(x.opt.Reference))
	candidates := place.Candidates(doc, x.gaz)
	names := placeNames(candidates)
	tags := x.tagger.Tag(doc, nil)
	var organizations []organization.Organization
	var people person.Result
	var quotes []quotation.Quote
	if hindi(page.Language) {
		organizations = organization.Find(doc, organization.Input{Places: names, Tags: tags})
		people = person.Find(doc, person.Input{Organizations: organizations, Places: names, Tags: tags})
		quotes = quotation.Find(doc, quotation.Input{People: people, Organizations: organizations, Places: names})
	} else {
		b.Warnings = append(b.Warnings, warnNotHindi)
	}
	b.organizations(organizations)
	b.people(people)
	b.quotes(whole(quotes, page.Cuts, func(q *quotation.Quote) span.Span { return q.Span }))
	b.dates(dates.Dates)
	b.numbers(whole(number.Find(doc, dates.Claimed), page.Cuts, func(n *number.Number) span.Span { return n.Span }))
	b.places(x.gaz, candidates, organizations, people)
	b.furniture()
	b.stats()
	return r, doc
}

// warnNotHindi says that the page is in another language: people, organisations and
// quotes, which are found by the grammar of Hindi, are left empty.
const warnNotHindi = "not_hindi"

// hindi reports whether the grammar of Hindi may be used on a page in language lang. A
// page that is too short to tell counts as Hindi.
func hindi(lang string) bool { return lang == "hi" || lang == "und" }

// whole leaves out what reaches up to the point where a sentence was cut off: a quote
// without its end (… ने कहा कि वह इस्तीफा…), a number that may lack its last digits (35…).
func whole[T any](items []T, cuts []span.Span, at func(*T) span.Span) []T {
	if len(cuts) == 0 {
		return items
	}
	out := items[:0]
	for i := range items {
		s, cut := at(&items[i]), false
		for _, c := range cuts {
			cut = cut || s.Start < c.End && s.End >= c.End
		}
		if !cut {
			out = append(out, items[i])
		}
	}
	return out
}

// id is the record's own id where the input gave one, else the first 16 hex digits
// of the SHA-256 of the raw text.
func id(a dump.Article) string {
	if a.ID != "" {
		return a.ID
	}
	sum := sha256.Sum256([]byte(a.Raw))
	return hex.EncodeToString(sum[:8])
}

// builder fills one Record from what the extractors found.
type builder struct {
	*Record
	doc  *document.Document
	page *layout.Page
	at   *positions

	explain  bool
	strings  []string          // see optional
	dateline dateline.Dateline // zero: none
}

// scalars takes over the parts of the page.
func (b *builder) scalars() {
	p := b.page
	b.Publisher = b.scalar("publisher", p.Publisher)
	b.Headline = b.scalar("headline", p.Headline)
	b.Topic = b.scalar("topic", p.Topic)
	b.Summary = b.scalar("summary", p.Summary)
	b.Section = values(p.Section)
	b.Byline = values(p.Byline)
	b.Captions = values(p.Captions)
	b.Related = values(p.Related)
	b.Published, b.PublishedText = b.stamp("published", p.Published)
	b.Updated, b.UpdatedText = b.stamp("updated", p.Updated)

	var text strings.Builder
	size := 0
	for _, blk := range b.doc.Blocks() {
		if blk.Kind == document.Body {
			size += blk.Len() + 2
		}
	}
	text.Grow(size)
	for _, blk := range b.doc.Blocks() {
		if blk.Kind != document.Body {
			continue
		}
		clean := layout.CleanText(b.doc.Raw(), blk.Span)
		if clean == "" {
			continue
		}
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		text.WriteString(clean)
	}
	b.Text = text.String()
}

// container takes over what the input's container says of the article (metadata of an
// HTML page, a title field) where the text itself shows nothing. Such a value stands
// nowhere in the text: it has no entry in spans and no surface form.
func (b *builder) container(a dump.Article) {
	take := func(dst **string, value string) {
		if *dst == nil && value != "" {
			*dst = &value
		}
	}
	take(&b.Headline, a.Title)
	take(&b.Publisher, a.Publisher)
	take(&b.Published, inputDate(a.Published))
	take(&b.Updated, inputDate(a.Updated))
}

// scalar notes where a scalar stands and returns its value, nil where it was not
// found.
func (b *builder) scalar(name string, s layout.Scalar) *string {
	if s.Value == "" {
		return nil
	}
	if !s.Empty() {
		b.Spans[name] = pair(s.Span)
	}
	return &s.Value
}

func values(list []layout.Scalar) []string {
	out := make([]string, 0, len(list))
	for _, s := range list {
		out = append(out, s.Value)
	}
	return out
}

// stamp returns a time and its surface form.
func (b *builder) stamp(name string, s layout.Stamp) (value, text *string) {
	if s.Value == "" {
		return nil, nil
	}
	b.Spans[name] = pair(s.Span)
	surface := s.In(b.doc.Raw())
	return &s.Value, &surface
}

// date chooses the article's best date; see the contract for the order.
func (b *builder) date(a dump.Article, reference time.Time) {
	choose := func(value, from string) bool {
		if value == "" || b.Date != nil {
			return false
		}
		b.Date, b.DateFrom = &value, &from
		return true
	}
	input := inputDate(a.Date)
	if rel := b.page.Relative; rel != nil && b.Published == nil && b.Updated == nil {
		// "3 घंटे पहले" counts from the crawl: the time given for it, or the record's own.
		ref := moment.ReferenceOf(input)
		if !reference.IsZero() {
			ref = given(reference)
		}
		if v, _ := rel.Resolve(ref); v != "" {
			b.Published = &v
			surface := b.page.RelativeSpan.In(b.doc.Raw())
			b.PublishedText = &surface
			b.Spans["published"] = pair(b.page.RelativeSpan)
		} else {
			b.Warnings = append(b.Warnings, "relative_time")
		}
	}
	choose(value(b.Published), "published")
	choose(value(b.Updated), "updated")
	choose(input, "input")
	if name, ok := moment.InName(filepath.Base(a.Path)); ok {
		choose(name, "filename")
	}
	if b.Date != nil || b.dateline.Date.Empty() {
		return
	}
	// इंदौर, 14 अगस्त (भाषा): the year comes from the reference, where one is given.
	line := segment.Plain(b.text(b.dateline.Date), lexicon.Default())
	for _, d := range moment.Find(line, given(reference)).Dates {
		if d.Grain == "day" {
			choose(d.Value, "dateline")
		}
	}
}

// given returns the reference for a time that the caller gave; the zero time gives none.
func given(t time.Time) moment.Reference {
	return moment.Reference{Time: t.In(IST), Known: !t.IsZero(), HasClock: !t.IsZero()}
}

// reference is the time that relative dates of the text count from: the article's own
// date, else the time that the caller gave.
func (b *builder) reference(caller time.Time) moment.Reference {
	if b.Date != nil {
		return moment.ReferenceOf(*b.Date)
	}
	return given(caller)
}

// inputDate reads the date of an input record, written in any of the shapes that
// publish lines have, as RFC 3339 or a plain date; "" where it is none.
func inputDate(s string) string {
	if s == "" {
		return ""
	}
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t.In(IST).Format(time.RFC3339)
	}
	for _, layout := range []string{"2006-01-02 15:04:05", "2006-01-02T15:04:05", "2006-01-02T15:04"} {
		if t, err := time.ParseInLocation(layout, s, IST); err == nil {
			return t.Format(time.RFC3339)
		}
	}
	for _, st := range moment.Stamps(s) {
		if len(st.Value) >= len("2006-01-02") {
			return st.Value
		}
	}
	return ""
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// clean writes out what is only noise in a name: the glyph that an old font lost
// (जस¨वदर is जसविंदर), joiners, entities. text fields keep the surface.
func clean(name string) string {
	return layout.CleanText(name, span.Span{End: len(name)})
}

// optional returns nil for "". A record has dozens of such strings: they are kept some
// at a time.
func (b *builder) optional(s string) *string {
	if s == "" {
		return nil
	}
	if len(b.strings) == cap(b.strings) {
		b.strings = make([]string, 0, 32)
	}
	b.strings = append(b.strings, s)
	return &b.strings[len(b.strings)-1]
}

// text returns the surface of s.
func (b *builder) text(s span.Span) string { return b.doc.Text(s) }

// repeated reports whether s lies in a sentence that says again what an earlier one
// said: its facts are listed from the first print.
func (b *builder) repeated(s span.Span) bool {
	r := b.doc.RangeOf(s)
	return r.First < r.End && b.doc.SentenceOf(r.First).Repeat
}

// placeNames gives the organisation and person extractors the place names of the
// text.
func placeNames(candidates []place.Candidate) []organization.Place {
	out := make([]organization.Place, len(candidates))
	for i, c := range candidates {
		out[i] = organization.Place{Range: c.Range, Doubtful: c.Name.Clash()&^gazetteer.Many != 0}
	}
	return out
}

// places takes over the article's place and the places of its text. Names inside a
// person's or an organisation's are none.
func (b *builder) places(gaz *gazetteer.Table, candidates []place.Candidate, organizations []organization.Organization, people person.Result) {
	in := place.Input{Gazetteer: gaz, Candidates: candidates}
	for _, p := range people.People {
		for _, m := range p.Mentions {
			in.Taken = append(in.Taken, m.Range)
		}
	}
	for _, o := range organizations {
		for _, m := range o.Mentions {
			in.Taken = append(in.Taken, m.Range)
		}
	}
	if b.dateline.End > 0 {
		in.Dateline = append(in.Dateline, b.dateline)
	}
	for _, h := range b.page.Places {
		in.Hints = append(in.Hints, place.Hint{Span: h.Span, Text: h.Text, From: h.From})
	}
	article, list := place.Resolve(b.doc, in)
	b.Places = make([]Place, 0, len(list))
	for _, p := range list {
		b.Places = append(b.Places, b.onePlace(p))
	}
	if article != nil {
		p := b.onePlace(*article)
		b.Place = &p
	}
}

// why names the rule of an item, where that was asked for.
func (b *builder) why(rule string) Why {
	if !b.explain {
		return Why{}
	}
	return Why{rule}
}

// candidates lists what else the name of a place could have meant.
func (b *builder) candidates(list []gazetteer.Entry) []Candidate {
	if !b.explain {
		return nil
	}
	var out []Candidate
	for _, e := range list {
		c := Candidate{NameEn: e.NameEn(), Kind: e.Kind().String(), Country: b.optional(e.Country()), Code: b.optional(e.Code())}
		if d := e.District(); d.Valid() {
			c.DistrictEn = b.optional(d.NameEn())
		}
		if s := e.State(); s.Valid() {
			c.StateEn = b.optional(s.NameEn())
		}
		out = append(out, c)
	}
	return out
}

func (b *builder) onePlace(p place.Place) Place {
	out := Place{
		Text: p.Text, Name: p.Name, NameEn: b.optional(p.NameEn), District: b.optional(p.District), DistrictEn: b.optional(p.DistrictEn),
		State: b.optional(p.State), StateEn: b.optional(p.StateEn), Country: b.optional(p.Country), Code: b.optional(p.Code),
		From: p.From, Count: len(p.Mentions), Position: b.at.at(p.Span), Mentions: []Span{},
		Why: b.why(p.Rule), Candidates: b.candidates(p.Others),
	}
	if p.Kind != gazetteer.None {
		out.Kind = b.optional(p.Kind.String())
	}
	if p.Located {
		out.Lat, out.Lon = &p.Lat, &p.Lon
	}
	for _, m := range p.Mentions {
		out.Mentions = append(out.Mentions, pair(m))
	}
	return out
}

func (b *builder) organizations(list []organization.Organization) {
	b.Organizations = make([]Organization, 0, len(list))
	for _, o := range list {
		if len(o.Mentions) == 0 {
			continue
		}
		out := Organization{
			Text: o.Text, Name: o.Name, NameEn: b.optional(o.NameEn), Kind: string(o.Kind),
			Count: len(o.Mentions), Position: b.at.at(o.Mentions[0].Span), Why: b.why(o.Rule),
		}
		for _, m := range o.Mentions {
			out.Mentions = append(out.Mentions, pair(m.Span))
		}
		b.Organizations = append(b.Organizations, out)
	}
}

func (b *builder) people(found person.Result) {
	b.People = make([]Person, 0, len(found.People))
	for _, p := range found.People {
		if len(p.Mentions) == 0 {
			continue
		}
		first := p.Mentions[0]
		out := Person{
			Text: b.text(first.Text), Name: clean(p.Name), Honorific: b.optional(p.Honorific), Roles: []string{},
			Jurisdiction: b.optional(p.Jurisdiction), Official: p.Official, Organization: b.optional(p.Organization),
			Count: len(p.Mentions), Position: b.at.at(first.Text), Why: b.why(p.Rule),
		}
		for _, role := range p.Roles {
			out.Roles = append(out.Roles, role.Text)
		}
		for _, m := range p.Mentions {
			out.Mentions = append(out.Mentions, pair(m.Text))
		}
		b.People = append(b.People, out)
	}
}

func (b *builder) quotes(list []quotation.Quote) {
	b.Quotes = make([]Quote, 0, len(list))
	for _, q := range list {
		out := Quote{
			Text: b.text(q.Span), Kind: q.Kind, Speaker: b.optional(clean(q.Speaker)), SpeakerText: b.optional(q.SpeakerText),
			Resolved: q.Resolved, Role: b.optional(q.Role), Official: q.Official, Via: b.optional(q.Via),
			Cue: b.optional(q.Cue), Act: q.Act, Position: b.at.at(q.Span), Why: b.why(q.Rule),
		}
		if !q.CueSpan.Empty() {
			s := pair(q.CueSpan)
			out.CueSpan = &s
		}
		if !q.SpeakerSpan.Empty() {
			s := pair(q.SpeakerSpan)
			out.SpeakerSpan = &s
		}
		b.Quotes = append(b.Quotes, out)
	}
}

func (b *builder) numbers(list []number.Number) {
	b.Numbers = make([]Number, 0, len(list))
	for _, n := range list {
		out := Number{
			Text: b.text(n.Span), Value: n.Value, Max: n.Max, Unit: b.optional(n.Unit), Kind: n.Kind,
			Qualifier: b.optional(n.Qualifier), Position: b.at.at(n.Span), Why: b.why(n.Rule),
		}
		if !n.UnitSpan.Empty() {
			out.UnitText = b.optional(b.text(n.UnitSpan))
		}
		b.Numbers = append(b.Numbers, out)
	}
}

func (b *builder) dates(list []moment.Date) {
	b.Dates = make([]Date, 0, len(list))
	for _, d := range list {
		if b.repeated(d.Span) {
			continue
		}
		b.Dates = append(b.Dates, Date{Text: b.text(d.Span), Value: b.optional(d.Value), Grain: d.Grain, Relative: d.Relative, Position: b.at.at(d.Span), Why: b.why(d.Rule)})
	}
}

func (b *builder) furniture() {
	b.Furniture = make([]Furniture, 0, len(b.page.Furniture))
	for _, f := range b.page.Furniture {
		b.Furniture = append(b.Furniture, Furniture{Text: b.text(f.Span), Label: f.Label, Position: b.at.at(f.Span)})
	}
}

func (b *builder) stats() {
	raw := b.doc.Raw()
	s := Stats{Bytes: len(raw), Clusters: b.at.clusters.Count(), Sentences: len(b.doc.Sentences())}
	for _, t := range b.doc.Tokens() {
		if t.Kind == document.Word {
			s.Words++
		}
	}
	s.Devanagari = devanagariShare(raw)
	b.Stats = s
}

// devanagariShare returns the share of Devanagari among the letters of s.
func devanagariShare(s string) float64 {
	var devanagari, other int
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c < 0x80:
			if c|0x20 >= 'a' && c|0x20 <= 'z' {
				other++
			}
			i++
		case c == 0xe0 && i+2 < len(s) && s[i+1]|1 == 0xa5: // U+0900–U+097F, the text is valid
			devanagari += int(letters[s[i+1]&1<<6|s[i+2]&0x3f])
			i += 3
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if unicode.IsLetter(r) {
				other++
			}
			i += n
		}
	}
	if devanagari == 0 {
		return 0
	}
	return math.Round(float64(devanagari)/float64(devanagari+other)*1e4) / 1e4
}

// letters has 1 for the consonants and vowels of the Devanagari block.
var letters = func() (is [128]uint8) {
	for i := range is {
		if r := rune(0x900 + i); dev.IsConsonant(r) || dev.IsVowel(r) {
			is[i] = 1
		}
	}
	return is
}()
