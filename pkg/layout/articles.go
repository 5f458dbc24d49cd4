package layout

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"khabar/pkg/dateline"
	"khabar/pkg/devanagari"
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
		starts = heads(raw)
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

// Split is Cut in auto mode.
func Split(raw string) []span.Span { return Splitting{mode: "auto"}.Cut(raw) }

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
//  5. titles of one of these kinds, together:
//     numbered on from the first line (1. …, 2. …), above datelines;
//     above a standfirst and a place or an agency on its own line;
//     above a dateline, with a blank line above them;
//     right below a paragraph, where a blank line stands between paragraphs;
//     with two blank lines above them, where paragraphs have at most one between them
func heads(raw string) []int {
	if starts := after(raw, '\f'); len(starts) > 0 {
		return starts
	}
	rows := rowsOf(raw)
	if len(rows) < 4 {
		return nil
	}
	for _, find := range [...]func([]row) []int{ruled, labelled, timed, titled} {
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
func labelled(rows []row) []int {
	first := -1
	for i := 0; i < len(rows) && i < 3; i++ {
		if kindOf(rows[i].text) != "" {
			first = i
			break
		}
	}
	if first < 0 {
		return nil
	}
	kind := kindOf(rows[first].text)
	var starts []int
	for i := first; i < len(rows); i++ {
		if kindOf(rows[i].text) != kind {
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
func kindOf(t string) string {
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
	if slashTitle(t) {
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
func slashTitle(t string) bool {
	if len(t) > 500 {
		return false
	}
	head, rest, ok := strings.Cut(t, " / ")
	if !ok || len(head) > 60 || strings.Count(rest, " ") < 3 || strings.ContainsAny(head, " :,.।") && strings.Count(head, " ") != 1 {
		return false
	}
	return sectionWords()[strings.Join(lexicon.Words(head), " ")] || len(gazetteer.Default().Lookup(head)) > 0
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

// paragraph reports whether row i is running text.
func paragraph(rows []row, i int) bool {
	return i >= 0 && i < len(rows) && (rows[i].stop && rows[i].words >= 12 || rows[i].words >= 45)
}

// dateRow reports whether row i is running text that opens with a dateline.
func dateRow(rows []row, i int) bool {
	if i >= len(rows) || rows[i].words < 15 {
		return false
	}
	d, ok := dateline.Parse(rows[i].text, gazetteer.Default())
	return ok && d.Proven && (!d.Weak || d.Agency != "")
}

// titled finds the titles that open articles by what stands above and below them.
func titled(rows []row) []int {
	if first := &rows[0]; (first.stop || first.words < 2 || first.words > 40) && !placedTitle(rows, 0) {
		return nil
	}
	heads := append(numbered(rows), placed(rows)...)
	heads = append(heads, dated(rows)...)
	if len(heads) == 0 || !placedTitle(rows, 0) && ordinal(rows[0].text) != 1 {
		heads = append(heads, flush(rows)...)
	}
	heads = append(heads, setOff(rows)...)
	if len(heads) == 0 {
		return nil
	}
	slices.Sort(heads)
	starts := []int{rows[0].Start}
	for _, i := range slices.Compact(heads) {
		if i > 0 {
			starts = append(starts, rows[i].Start)
		}
	}
	return starts
}

// numbered finds titles that are numbered on from the first line.
//
//  1. शीर्षक ⏎ पटना, जासं। … ⏎ 2. शीर्षक ⏎ नई दिल्ली, एएनआइ। …
func numbered(rows []row) []int {
	if ordinal(rows[0].text) != 1 || !dateRow(rows, 1) {
		return nil
	}
	var heads []int
	for i := 2; i+1 < len(rows); i++ {
		if ordinal(rows[i].text) == len(heads)+2 && titleRow(&rows[i]) && dateRow(rows, i+1) {
			heads = append(heads, i)
		}
	}
	return heads
}

// dated finds titles above datelines, where blank lines set them off from the paragraphs
// above.
func dated(rows []row) []int {
	if !dateRow(rows, 1) {
		return nil
	}
	var heads []int
	for i := 2; i+1 < len(rows); i++ {
		if titleRow(&rows[i]) && rows[i].blank > 0 && dateRow(rows, i+1) {
			heads = append(heads, i)
		}
	}
	return heads
}

// flush finds titles that stand right below a paragraph, where files with one article each
// were put together: the sub-headings of such a text have a blank line above them.
func flush(rows []row) []int {
	if !airy(rows) {
		return nil
	}
	var heads []int
	for i := 2; i+1 < len(rows); i++ {
		if titleRow(&rows[i]) && flushTitle(rows, i) {
			heads = append(heads, i)
		}
	}
	return heads
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

// placed finds titles above a standfirst and a place, or an agency, on its own line.
//
//	शीर्षक ⏎ संक्षेप ⏎ नई दिल्ली ⏎ …
func placed(rows []row) []int {
	var heads []int
	low := 0
	for i := 1; i+2 < len(rows); i++ {
		if !titleRow(&rows[i]) || !placedTitle(rows, i) {
			continue
		}
		if at := above(rows, i, low); at > low && textBetween(rows, rows[low].Start-1, rows[at].Start) {
			heads = append(heads, at)
		}
		low = i
	}
	return heads
}

// placedTitle reports whether a standfirst, or nothing, and then a place alone on its
// line and text stand below row i.
func placedTitle(rows []row, i int) bool {
	p := i + 1
	if paragraph(rows, p) && rows[p].words <= 90 {
		p++
	}
	return rows[i].words >= 5 && p+1 < len(rows) && placeRow(&rows[p]) && paragraph(rows, p+1)
}

// above returns the row of the headline where row i may be the standfirst (a line that
// lost its stop) or the last of the highlights below it.
func above(rows []row, i, low int) int {
	if strings.Contains(rows[i].text, "। ") && i-1 > low && titleRow(&rows[i-1]) {
		return i - 1
	}
	for k := i - 1; k > low && k > i-8 && !paragraph(rows, k); k-- {
		if m := markers().line(rows[k].text); m == nil || m.match != matchOpens {
			continue
		}
		for k--; k > low && (rows[k].words <= 2 || len(rows[k].text) < 300 && len(moment.Stamps(rows[k].text)) > 0); k-- { // NBT
		}
		if paragraph(rows, k) {
			k--
		}
		if titleRow(&rows[k]) {
			return k
		}
		return low
	}
	return i
}

// placeRow reports whether a row is a place or an agency and nothing else.
func placeRow(r *row) bool {
	t := strings.TrimRight(r.text, " :ः।.")
	if r.words > 3 || t == "" {
		return false
	}
	if len(gazetteer.Default().Lookup(t)) > 0 {
		return true
	}
	d := segment.Plain(t, lexicon.Default())
	e, _ := phraseAt(d, agencies(), 0, len(d.Tokens()))
	return e == len(d.Tokens()) && e > 0
}

// airy reports whether the text has blank lines between its paragraphs, and no short
// sub-headings without one.
func airy(rows []row) bool {
	loose, tight := 0, 0
	for i := 2; i < len(rows); i++ {
		switch {
		case !paragraph(rows, i):
			if rows[i].blank == 0 && rows[i].words <= 5 && !rows[i].stop {
				return false
			}
		case rows[i].blank > 0:
			loose++
		case paragraph(rows, i-1):
			tight++
		}
	}
	return loose >= 3 && loose >= 4*tight
}

// flushTitle reports whether title i stands right below a paragraph, where files with one
// article each were put together: the sub-headings of such a text have a blank line above
// them. A long one only counts where the paragraph stands flush below another line, too.
func flushTitle(rows []row, i int) bool {
	if rows[i].blank > 0 || !paragraph(rows, i-1) || !paragraph(rows, i+1) || strings.ContainsAny(rows[i].text[:1], "-*") || strings.HasPrefix(rows[i].text, "•") {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(rows[i].text)
	if last == ':' || last == '-' {
		return false
	}
	if rows[i-1].blank > 0 || i == 2 {
		return rows[i].words >= 10
	}
	return rows[i].words >= 12
}

// setOff finds titles with two blank lines or more above them, in a text whose
// paragraphs have at most one between them.
func setOff(rows []row) []int {
	full := func(i int) bool { return i >= 0 && i < len(rows) && rows[i].stop && rows[i].words >= 12 }
	pairs := 0
	for i := 1; i < len(rows); i++ {
		if full(i) && full(i-1) {
			if rows[i].blank > 1 {
				return nil
			}
			pairs++
		}
	}
	if pairs < 2 {
		return nil
	}
	var heads []int
	for i := 1; i < len(rows); i++ {
		if rows[i].blank > 1 && titleRow(&rows[i]) && rows[i].words >= 6 && full(i-1) && (full(i+1) || full(i+2)) {
			heads = append(heads, i)
		}
	}
	if len(heads) < 2 {
		return nil
	}
	return heads
}
