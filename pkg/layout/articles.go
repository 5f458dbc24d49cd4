package layout

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"khabar/pkg/dateline"
	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
	"khabar/pkg/moment"
	"khabar/pkg/segment"
	"khabar/pkg/span"
)

// Splitting says how a text that holds several articles is cut. The zero value cuts
// nothing.
type Splitting struct {
	mode string
	re   *regexp.Regexp
	own  cutter
}

// With returns s for texts with the names of lx and gaz: the places, agencies, papers and
// sections by which auto knows heads of articles, and the user's markers, by which it knows
// what is none. nil is the shipped one.
func (s Splitting) With(lx *lexicon.Lexicon, gaz *gazetteer.Table) Splitting {
	s.own = cutter{lx, gaz}
	return s
}

// cutter holds the names by which heads are known.
type cutter struct {
	lx  *lexicon.Lexicon
	gaz *gazetteer.Table
}

// ParseSplitting reads "auto", "none", "line", "formfeed" or "regex:RE".
func ParseSplitting(s string) (Splitting, error) {
	switch s {
	case "auto", "none", "line", "formfeed":
		return Splitting{mode: s}, nil
	}
	if expr, ok := strings.CutPrefix(s, "regex:"); ok && expr != "" {
		re, err := regexp.Compile("(?m)" + expr)
		if err != nil {
			return Splitting{}, err
		}
		return Splitting{mode: "regex", re: re}, nil
	}
	return Splitting{}, fmt.Errorf("%q: want auto, none, line, formfeed or regex:RE", s)
}

// Cut returns the byte ranges of the articles in raw, in order, without the blank
// lines around them. What holds no article (a blank text) is one range, all of raw.
//
//	line      every line that is not blank is an article
//	formfeed  form feeds stand between articles
//	regex     an article starts at every match (^ and $ match at lines)
//	auto      an article starts at every repeated article head: see heads
func (s Splitting) Cut(raw string) []span.Span {
	var starts []int
	switch s.mode {
	case "line":
		starts = lineStarts(raw)
	case "formfeed":
		starts = after(raw, '\f')
	case "regex":
		for _, m := range s.re.FindAllStringIndex(raw, -1) {
			starts = append(starts, m[0])
		}
	case "auto":
		c := s.own
		if c.lx == nil {
			c.lx = lexicon.Default()
		}
		if c.gaz == nil {
			c.gaz = gazetteer.Default()
		}
		starts = c.heads(raw)
	}
	var out []span.Span
	put := func(start, end int) {
		if a := trim(raw, span.Span{Start: start, End: end}); !a.Empty() {
			out = append(out, a)
		}
	}
	at := 0
	for _, i := range starts {
		put(at, i)
		at = i
	}
	put(at, len(raw))
	if len(out) < 2 {
		return []span.Span{{Start: 0, End: len(raw)}}
	}
	return out
}

func lineStarts(raw string) []int {
	out := []int{0}
	for i := 0; i < len(raw); i++ {
		if raw[i] == '\n' || raw[i] == '\r' {
			out = append(out, i+1)
		}
	}
	return out
}

func after(raw string, c byte) []int {
	var out []int
	for i := 0; i < len(raw); i++ {
		if raw[i] == c {
			out = append(out, i+1)
		}
	}
	return out
}

// row is a line that is not blank.
type row struct {
	span.Span
	text  string
	blank int  // blank lines before it
	stop  bool // ends a sentence
	words int
}

func rowsOf(raw string) []row {
	var out []row
	blank := 0
	for at := 0; at < len(raw); {
		end := strings.IndexByte(raw[at:], '\n')
		if end < 0 {
			end = len(raw)
		} else {
			end += at
		}
		if s := trim(raw, span.Span{Start: at, End: end}); s.Empty() {
			blank++
		} else {
			t := s.In(raw)
			r := row{Span: s, text: t, blank: blank, words: len(strings.Fields(t))}
			r.Start = at // the article starts with its line
			last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(t, "\"'”’) "))
			r.stop = strings.ContainsRune("।॥.?!…|", last)
			out = append(out, r)
			blank = 0
		}
		at = end + 1
	}
	return out
}

// heads finds where the articles of raw start. It answers only where the text says so
// itself, since cutting one article in two is worse than leaving two together:
//
//  1. form feeds
//  2. lines that are nothing but a rule (====, ####), or open a record (<doc …>)
//  3. a first line of a kind that comes again: a label (शीर्षक:, URL:), an address, an id
//     (navbharat_2003_11_30_331823), a breadcrumb (ETV Bharat / state, - Hindi News),
//     a section and its slash before the title (देश / …, रांची / …)
//  4. titles with a labelled publish time below
//  5. titles that a dateline, a place on a line of its own or the blank lines around
//     them mark: see titled
func (c *cutter) heads(raw string) []int {
	if starts := after(raw, '\f'); len(starts) > 0 {
		return starts
	}
	rows := rowsOf(raw)
	if len(rows) < 4 {
		return nil
	}
	for _, find := range [...]func([]row) []int{ruled, c.labelled, timed, c.titled} {
		if starts := find(rows); len(starts) > 0 {
			return starts
		}
	}
	return nil
}

// ruled finds the articles between rules.
func ruled(rows []row) []int {
	var starts []int
	text := false // running text since the last rule
	n, empty := 0, 0
	for i := range rows {
		if !isRule(rows[i].text) || i+1 < len(rows) && strings.HasPrefix(devanagari.Fold(rows[i+1].text), devanagari.Fold("हिन्दुस्थान समाचार")) {
			text = text || rows[i].stop && rows[i].words >= 8
			continue
		}
		if n++; !text && i > 0 {
			empty++
		}
		text = false
		starts = append(starts, rows[i].Start)
	}
	if n == 0 || empty > 0 || n == 1 && !strings.HasPrefix(rows[0].text, "<") && (starts[0] == rows[0].Start || !text) {
		return nil
	}
	if len(starts) == 1 && !strings.ContainsAny(rows[0].text, "<") && !longRule(rows, starts[0]) {
		return nil
	}
	return starts
}

// longRule reports whether the rule at byte at is ten signs or longer: a shorter one
// may be an ornament inside the article.
func longRule(rows []row, at int) bool {
	for i := range rows {
		if rows[i].Start == at {
			return len(rows[i].text) >= 10 && rows[i].text[0] != '-'
		}
	}
	return false
}

// isRule reports whether a line is nothing but a rule, or opens a record.
func isRule(t string) bool {
	if low := strings.ToLower(t); strings.HasPrefix(low, "<doc") || strings.HasPrefix(low, "<article") {
		return true
	}
	if len(t) < 4 {
		return false
	}
	c := t[0]
	if !strings.ContainsRune("=-*#_~+", rune(c)) {
		return false
	}
	for i := 0; i < len(t); i++ {
		if t[i] != c && t[i] != ' ' {
			return false
		}
	}
	return true
}

// labelled finds the lines of the kind of the first line, where that kind opens
// articles.
func (c *cutter) labelled(rows []row) []int {
	first := -1
	for i := 0; i < len(rows) && i < 3; i++ {
		if c.kindOf(rows[i].text) != "" {
			first = i
			break
		}
	}
	if first < 0 {
		return nil
	}
	kind := c.kindOf(rows[first].text)
	var starts []int
	for i := first; i < len(rows); i++ {
		if c.kindOf(rows[i].text) != kind {
			continue
		}
		at := i
		// the lines above an ETV breadcrumb belong to it: हिमाचल प्रदेश, himachal pradesh
		for k := 0; k < first && at > 0 && rows[at-1].words <= 3 && !rows[at-1].stop; k++ {
			at--
		}
		if n := len(starts); n > 0 && rows[at].Start <= starts[n-1] {
			continue
		}
		if i > first && !textBetween(rows, starts[len(starts)-1], rows[at].Start) {
			return nil // a list of such lines, not heads
		}
		starts = append(starts, rows[at].Start)
	}
	if len(starts) < 2 {
		return nil
	}
	return starts
}

// textBetween reports whether running text stands between two bytes.
func textBetween(rows []row, from, to int) bool {
	for i := range rows {
		if rows[i].Start > from && rows[i].Start < to && rows[i].words >= 12 && (rows[i].stop || rows[i].words >= 30) {
			return true
		}
	}
	return false
}

// kindOf names the kind of a line that may open an article, "" for all others.
func (c *cutter) kindOf(t string) string {
	switch {
	case strings.HasPrefix(t, "ETV Bharat /"):
		return "etv"
	case strings.HasPrefix(t, "- Hindi News"):
		return "bhaskar"
	case strings.HasPrefix(t, "Hindi News"):
		return "hindi news"
	case strings.HasPrefix(t, "script") && strings.Count(t, "|") > 1:
		return "patrika"
	case strings.HasPrefix(t, "date 20"):
		return "crawl"
	case (strings.HasPrefix(t, "http://") || strings.HasPrefix(t, "https://")) && !strings.Contains(t, " "):
		return "url"
	}
	if !strings.Contains(t, " ") && len(t) < 80 && strings.Count(t, "_") > 1 && strings.ContainsAny(t, "0123456789") && t[0] < 0x80 {
		name, _, _ := strings.Cut(t, "_")
		return "id " + name
	}
	if c.slashTitle(t) {
		return "slash"
	}
	label, _, ok := strings.Cut(t, ":")
	if !ok || len(label) > 60 {
		return ""
	}
	switch devanagari.Fold(strings.Trim(label, "#*[] ")) {
	case "title", "headline", "heading", "url", "link", "id", "doc", "docid", "article", "story", "source", "file", "filename", "date", "शीर्षक", "हेडलाइन", "समाचार", "खबर", "स्रोत", "लेख", "लिंक":
		return "label " + devanagari.Fold(label)
	}
	return ""
}

// slashTitle reports whether a line is a section or a place, a slash and a title.
func (c *cutter) slashTitle(t string) bool {
	if len(t) > 500 {
		return false
	}
	head, rest, ok := strings.Cut(t, " / ")
	if !ok || len(head) > 60 || strings.Count(rest, " ") < 3 || strings.ContainsAny(head, " :,.।") && strings.Count(head, " ") != 1 {
		return false
	}
	return sectionWords(c.lx)[strings.Join(lexicon.Words(head), " ")] || len(c.gaz.Lookup(head)) > 0
}

// titleRow reports whether a row can be a headline.
func titleRow(r *row) bool {
	return !r.stop && r.words >= 4 && r.words <= 40 && strings.ContainsFunc(r.text, devanagari.IsLetter)
}

// timed finds titles with a labelled publish time below.
func timed(rows []row) []int {
	var starts []int
	low := 0 // first row that the next article may start with
	for i := range rows {
		if rows[i].words > 40 || !strings.ContainsAny(rows[i].text, "0123456789०१२३४५६७८९") {
			continue
		}
		published := false
		for _, s := range moment.Stamps(rows[i].text) {
			published = published || s.Role == moment.Published
		}
		if !published {
			continue
		}
		// the topmost title behind the running text of the article above
		at := -1
		for j := i - 1; j >= low && j >= i-12; j-- {
			if rows[j].stop && rows[j].words >= 12 && at >= 0 && j < at-1 {
				break
			}
			if titleRow(&rows[j]) {
				at = j
			}
		}
		if at < 0 {
			continue
		}
		if n := len(starts); n > 0 && !textBetween(rows, rows[low].Start-1, rows[at].Start) {
			continue
		}
		for at > low && rows[at-1].words <= 3 && !rows[at-1].stop && len(starts) > 0 {
			at--
		}
		starts = append(starts, rows[at].Start)
		low = i + 1
		if low >= len(rows) {
			break
		}
	}
	if len(starts) < 2 {
		return nil
	}
	starts[0] = rows[0].Start
	return starts
}

// titled finds the articles that open with a headline. Each rule marks headlines that
// it is sure of; what one file's articles have in common, another's have not, so the
// rules add up.
func (c *cutter) titled(rows []row) []int {
	on := make([]bool, len(rows))
	for _, mark := range [...]func([]row, []bool){c.counted, c.datelined, c.credited, c.placed, c.apart, c.tight, c.setOff} {
		mark(rows, on)
	}
	starts := []int{rows[0].Start}
	for i := 1; i < len(rows); i++ {
		if on[i] && c.story(rows, starts[len(starts)-1], rows[i].Start) {
			starts = append(starts, rows[i].Start)
		}
	}
	if len(starts) < 2 {
		return nil
	}
	return starts
}

// story reports whether the rows between two bytes hold a story: two paragraphs or a
// long one, or one with a dateline. A standfirst alone is none.
func (c *cutter) story(rows []row, from, to int) bool {
	const long = 60 // words
	n := 0
	for i := range rows {
		r := &rows[i]
		if r.Start < from || r.Start >= to || !r.stop && r.words < 30 || r.words < 12 && (n == 0 || r.words < 4) {
			continue
		}
		if n++; n > 1 || r.words >= long || c.dateRow(rows, i) {
			return true
		}
	}
	return false
}

// headRow reports whether row i can be the headline of one more article: a title, also
// one that asks or breaks off (…, जानें...), with a text above and below. Links to other
// stories, publish lines, items of lists and picture captions are none.
func (c *cutter) headRow(rows []row, i int) bool {
	if i < 1 || i+1 >= len(rows) {
		return false
	}
	r := &rows[i]
	if !titleRow(r) && !(r.words >= 6 && r.words <= 25 && (strings.HasSuffix(r.text, "?") || strings.HasSuffix(r.text, "!") || strings.HasSuffix(r.text, "..."))) {
		return false
	}
	for j := 0; j < len(r.text); j++ { // a sentence ends inside: a text that lost its stop
		if strings.HasPrefix(r.text[j:], "। ") {
			return false
		}
	}
	if first, _ := utf8.DecodeRuneInString(r.text); strings.ContainsRune("-–—•⦁●▪■➤▶►*✓◆➡👉(", first) {
		return false
	}
	if strings.ContainsAny(r.text, "0123456789०१२३४५६७८९") {
		for _, s := range moment.Stamps(r.text) {
			if s.HasClock || s.Role != moment.Unlabelled {
				return false
			}
		}
	}
	if ordinal(r.text) > 0 || goesOn(rows[i+1].text) {
		return false
	}
	key := devanagari.Fold(r.text)
	for _, link := range relatedHeads() {
		if strings.HasPrefix(key, link) {
			return false
		}
	}
	return !strings.Contains(r.text, "फोटो :") && !strings.Contains(r.text, "फोटो:") && !c.furniture(r.text)
}

// furniture reports whether a marker of the user says that a line is no text.
func (c *cutter) furniture(text string) bool {
	t := ownMarkers(c.lx)
	if len(t.byFirst) == 0 {
		return false
	}
	d := segment.Plain(text, c.lx)
	all := document.Range{End: len(d.Tokens())}
	return t.whole(d, all, t.hits(nil, d, all)) != nil
}

// ordinal returns the number that a line opens with: 2 of "2. …", 0 where there is none.
func ordinal(t string) int {
	n := 0
	for i, r := range t {
		switch {
		case r >= '0' && r <= '9' && n < 100:
			n = n*10 + int(r-'0')
		case devanagari.IsDigit(r) && n < 100:
			n = n*10 + int(r-'०')
		case n > 0 && (r == '.' || r == ')'):
			if next, _ := utf8.DecodeRuneInString(t[i+1:]); unicode.IsDigit(next) {
				return 0 // 1.5 लाख …
			}
			return n
		default:
			return 0
		}
	}
	return 0
}

// goesOn reports whether a paragraph speaks on of what was told before: an article does
// not open with उन्होंने, वहीं, इसके अलावा, हालांकि, गौरतलब है कि.
func goesOn(t string) bool {
	first, rest, _ := strings.Cut(t, " ")
	first = strings.TrimRight(first, ",")
	switch devanagari.Fold(first) {
	case "बता":
		return strings.HasPrefix(rest, "दें") || strings.HasPrefix(rest, "दे ")
	case "साथ":
		return strings.HasPrefix(rest, "ही")
	case "दूसरी":
		return strings.HasPrefix(rest, "ओर") || strings.HasPrefix(rest, "तरफ")
	case "ये":
		return strings.HasPrefix(rest, "ऐसे") || strings.HasPrefix(rest, "सभी") || strings.HasPrefix(rest, "नतीजे")
	}
	return backwards()[devanagari.Fold(first)]
}

var backwards = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("उन्होंने इन्होंने उसने इसने उनका उनके उनकी उन्हें वहीं उधर इधर इसके इसका इसकी इसमें इससे इनमें इनके हालांकि हालाँकि लेकिन मगर जबकि गौरतलब उल्लेखनीय दरअसल इसलिए जवाब जवाब: उत्तर उत्तर:") {
		m[devanagari.Fold(w)] = true
	}
	return m
})

var relatedHeads = sync.OnceValue(func() []string {
	var out []string
	for _, t := range [...]string{"यह भी पढ़", "ये भी पढ़", "इसे भी पढ़", "यह भी देख", "ये भी देख", "पढ़ें", "प्रश्न", "सवाल", "Also Read", "Read Also", "Read more"} {
		out = append(out, devanagari.Fold(t))
	}
	return out
})

// running reports whether row i is a paragraph.
func running(rows []row, i int) bool {
	return i >= 0 && i < len(rows) && rows[i].stop && rows[i].words >= 12
}

// dateRow reports whether row i is running text that opens with a dateline.
func (c *cutter) dateRow(rows []row, i int) bool {
	if i >= len(rows) || rows[i].words < 15 {
		return false
	}
	d, ok := dateline.Parse(rows[i].text, c.gaz, c.lx)
	return ok && d.Proven && (!d.Weak || d.Agency != "")
}

// counted marks titles that are numbered on from the first line.
//
//  1. शीर्षक ⏎ पटना, जासं। … ⏎ 2. शीर्षक ⏎ नई दिल्ली, एएनआइ। …
func (c *cutter) counted(rows []row, on []bool) {
	if ordinal(rows[0].text) != 1 || !c.dateRow(rows, 1) {
		return
	}
	next := 2
	for i := 2; i+1 < len(rows); i++ {
		if ordinal(rows[i].text) == next && titleRow(&rows[i]) && c.dateRow(rows, i+1) {
			on[i] = true
			next++
		}
	}
}

// datelined marks titles above datelines where blank lines set them off from the
// paragraphs above, and the first line is such a title too.
func (c *cutter) datelined(rows []row, on []bool) {
	if !titleRow(&rows[0]) || !c.dateRow(rows, 1) {
		return
	}
	for i := 1; i+1 < len(rows); i++ {
		if rows[i].blank > 0 && titleRow(&rows[i]) && c.dateRow(rows, i+1) {
			on[i] = true
		}
	}
}

// credited marks titles above a dateline that names an agency or a desk: such a line
// opens a story of its own.
//
//	पानीपत में चार लोग बीमार ⏎ पानीपत, जेएनएन । …      … ⏎ नयी दिल्ली, 13 मई (भाषा) …
func (c *cutter) credited(rows []row, on []bool) {
	for i := range rows {
		if !c.headRow(rows, i) || rows[i+1].words < 15 || !running(rows, i-1) && rows[i-1].text[0] != '(' {
			continue
		}
		if d, ok := dateline.Parse(rows[i+1].text, c.gaz, c.lx); ok && d.Proven && d.Place.Found() && d.Agency != "" {
			on[i] = true
		}
	}
}

// placed marks titles with the place of the story alone on a line above its text, with
// or without a standfirst between, where the first article opens so.
//
//	जर्मनी में टीके का परीक्षण शुरू ⏎ (standfirst) ⏎ बर्लिन ⏎ जर्मनी की सरकार ने …
func (c *cutter) placed(rows []row, on []bool) {
	place := make([]bool, len(rows))
	n := 0
	for i := range rows {
		r := &rows[i]
		if i > 0 && i+1 < len(rows) && (rows[i+1].words >= 20 || running(rows, i+1)) && c.placeRow(r) {
			place[i] = true
			n++
		}
	}
	if n == 0 {
		return
	}
	// at returns the place line of the article that row i opens: behind a standfirst and
	// a list of highlights.
	at := func(i int) int {
		standfirst, list := false, false
		for j := i + 1; j < i+12 && j < len(rows); j++ {
			switch {
			case place[j]:
				return j
			case rows[j].words >= 12 && !standfirst && !list:
				standfirst = true
			case rows[j].words <= 2 && strings.HasPrefix(devanagari.Fold(rows[j].text), highlights()):
				list = true
			case !list:
				return 0
			}
		}
		return 0
	}
	// an agency's story stands first without such a line: its place is in its text
	first, covered, shortest := at(0), 1, 1
	if first == 0 {
		first, covered, shortest = 1, 0, 7
	} else if !titleRow(&rows[0]) {
		return
	}
	var heads []int
	for i := first + 1; i < len(rows); i++ {
		if rows[i].words >= shortest && (shortest == 1 || rows[i-1].stop) && c.headRow(rows, i) && at(i) > 0 {
			heads = append(heads, i)
			covered++
			i = at(i)
		}
	}
	if covered < n {
		return // names of places head the parts of a round-up
	}
	for _, i := range heads {
		on[i] = true
	}
}

var highlights = sync.OnceValue(func() string { return devanagari.Fold("हाइलाइट") })

// placeRow reports whether a row is a place or an agency and nothing else.
func (c *cutter) placeRow(r *row) bool {
	t := strings.TrimRight(r.text, " :ः।.")
	if r.words > 3 || t == "" {
		return false
	}
	if len(c.gaz.Lookup(t)) > 0 {
		return true
	}
	d := segment.Plain(t, c.lx)
	e, _ := phraseAt(d, agencies(c.lx), 0, len(d.Tokens()))
	return e == len(d.Tokens()) && e > 0
}

// apart marks titles that a blank line parts from the text below, as the first line of
// the file is, in a file whose sub-headings stand right above their text.
func (c *cutter) apart(rows []row, on []bool) {
	first := rows[1].blank
	if first == 0 || !titleRow(&rows[0]) {
		return
	}
	close, open := 0, 0
	var heads []int
	for i := range rows {
		if i > 0 && i+1 < len(rows) && !rows[i].stop && rows[i].words >= 2 && rows[i].words <= 40 && rows[i+1].words >= 12 {
			if rows[i+1].blank > 0 {
				open++
			} else {
				close++
			}
		}
		if !c.headRow(rows, i) {
			continue
		}
		switch below := rows[i+1].blank; {
		case below == 0:
		case rows[i].blank == 0 || rows[i+1].words < 20 || !running(rows, i-1) && rows[i].blank < 2:
		case min(below, rows[i].blank, first) >= 2 && rows[i].words >= 6, rows[i].words >= 11:
			heads = append(heads, i)
		}
	}
	for _, i := range heads {
		if close >= 2 && open <= close*2 || min(rows[i+1].blank, rows[i].blank, first) >= 2 {
			on[i] = true
		}
	}
}

// tight marks titles right below a paragraph where blank lines part the paragraphs: the
// files of several articles were put together there. Short ones are sub-headings: one of
// them shows that this file writes its sub-headings so; of those that may be either, fewer
// than there are headlines do not.
func (c *cutter) tight(rows []row, on []bool) {
	const shortest = 11 // words
	pairs, parted, short := 0, 0, 0
	var heads []int
	for i := 1; i < len(rows); i++ {
		switch {
		case rows[i].blank == 0 && running(rows, i-1) && !rows[i].stop && rows[i].words < shortest && i+1 < len(rows) && rows[i+1].words >= 12:
			if rows[i].words < 8 {
				return
			}
			short++
		case rows[i].blank == 0 && running(rows, i-1) && c.headRow(rows, i):
			if rows[i+1].words >= 15 {
				heads = append(heads, i)
			}
		case running(rows, i) && (rows[i].blank > 0 || running(rows, i-1)):
			if pairs++; rows[i].blank > 0 {
				parted++
			}
		}
	}
	if pairs < 3 || parted*100 < pairs*85 || short >= len(heads) {
		return
	}
	for _, i := range heads {
		on[i] = true
	}
}

// setOff marks titles with two blank lines or more above them, in a text whose
// paragraphs have at most one between them; a blank line is below them too, as it is
// below the first.
func (c *cutter) setOff(rows []row, on []bool) {
	const shortest = 11 // words
	if !titleRow(&rows[0]) || rows[1].blank == 0 {
		return
	}
	pairs := 0
	for i := 1; i < len(rows); i++ {
		if running(rows, i) && running(rows, i-1) {
			if rows[i].blank > 1 {
				return
			}
			pairs++
		}
	}
	if pairs < 2 {
		return
	}
	for i := 1; i < len(rows); i++ {
		if rows[i].blank > 1 && rows[i].words >= shortest && c.headRow(rows, i) && running(rows, i-1) && rows[i+1].blank > 0 && (running(rows, i+1) || running(rows, i+2)) {
			on[i] = true
		}
	}
}
