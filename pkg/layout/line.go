package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
	"khabar/pkg/moment"
	"khabar/pkg/segment"
	"khabar/pkg/span"
)

// shape is what a piece looks like by itself, before its neighbours are asked.
type shape uint8

const (
	empty    shape = iota // no letter, no digit
	sentence              // running text: a paragraph or a standfirst
	title                 // Devanagari, a phrase or more, no sentence end
	short                 // Devanagari, one to three words, no sentence end
	foreign               // hardly any Devanagari
)

// part is a line, or a stretch of a line where several things stand glued in one
// (a publish time and the standfirst).
type part struct {
	span.Span
	tok     document.Range
	label   string // furniture label, "" where still undecided
	marker  *marker
	stamps  []found
	shape   shape
	gap     bool // a blank line stands before it
	cont    bool // it continues the line of the part before it
	bullet  bool
	stop    bool // ends a sentence
	words   int
	letters int // letters of any script
	deva    int // Devanagari letters
	key     string
	kind    document.BlockKind
	keep    bool // becomes a block of that kind
	row     bool // a row of a table or list that was turned into lines
	lined   int8 // what dateline says: 0 not asked yet, 1 yes, -1 no
	parsed  *parsedDateline
	wrapped bool // joined from several lines
	list    bool // taken as an item of the list that an earlier marker opened
	joined  bool // continues the paragraph of the part before it
}

// page is the working state of one Analyse call.
type page struct {
	raw   string
	lx    *lexicon.Lexicon
	gaz   *gazetteer.Table
	doc   *document.Document // every line a block
	parts []part
	out   *Page

	loose     bool           // a blank line stands between all lines
	suffix    document.Range // the publisher behind the headline
	crumb     document.Range // the section before the headline's slash
	release   bool           // the head of a press note stands on the page
	site      document.Range // an unknown name behind the bar of the headline
	paperAt   document.Range // the name of an unknown paper in a byline
	headPlace document.Range // the place of the office that heads a press note
	hits      []hit          // tokens of the line being split at which markers can start

	head, body, tail int // index of the headline (-1), of the first body part, of the first tail part
}

// lines cuts raw at line ends, and at the tags that stand for them.
func lines(raw string) []document.Block {
	var out []document.Block
	put := func(start, end int) {
		if at := gluedAgo(raw[start:end]); at > 0 {
			out = append(out, document.Block{Span: trim(raw, span.Span{Start: start, End: start + at}), Kind: document.Other})
			start += at
		}
		add := func(start, end int) {
			if s := trim(raw, span.Span{Start: start, End: end}); !s.Empty() {
				out = append(out, document.Block{Span: s, Kind: document.Other})
			}
		}
		if barred(raw[start:end]) {
			for i := start; i < end; i++ {
				if raw[i] == '|' {
					add(start, i)
					start = i + 1
				}
			}
		}
		add(start, end)
	}
	start := 0
	for i := 0; i < len(raw); {
		n := 0
		c := raw[i]
		if c > '\r' && c != '<' && c != 0xc2 && c != 0xe2 {
			i++
			continue
		}
		switch c {
		case '\n', '\r', '\v', '\f':
			n = 1
		case '<':
			n = breakTag(raw[i:])
		case 0xe2: // U+2028, U+2029
			if i+2 < len(raw) && raw[i+1] == 0x80 && (raw[i+2] == 0xa8 || raw[i+2] == 0xa9) {
				n = 3
			}
		case 0xc2: // U+0085
			if i+1 < len(raw) && raw[i+1] == 0x85 {
				n = 2
			}
		}
		if n == 0 {
			i++
			continue
		}
		put(start, i)
		i += n
		start = i
	}
	put(start, len(raw))
	return out
}

// barred reports whether the bars of a line stand for line ends, as in dumps that join
// their lines: most of them stand behind the stop of a sentence.
//
//	शीर्षक|सोलन। शहर में … है।|विभाग ने … हैं।|…
func barred(line string) bool {
	const shortest = 200 // bytes
	if len(line) < shortest || strings.IndexByte(line, '|') < 0 {
		return false
	}
	bars, stopped := 0, 0
	for i := 1; i < len(line); i++ {
		if line[i] != '|' {
			continue
		}
		bars++
		before := strings.TrimRight(line[:i], " \"'”’)")
		if strings.HasSuffix(before, "।") || strings.HasSuffix(before, ".") || strings.HasSuffix(before, "?") {
			stopped++
		}
	}
	return stopped >= 2 && stopped*2 >= bars
}

// gluedAgo returns the end of a relative time in a short line to which a word is glued
// (56 मिनट पहलेइमेज स्रोत, ANI), 0 where there is none.
func gluedAgo(line string) int {
	const ago = "पहले"
	if len(line) > 300 {
		return 0
	}
	i := strings.Index(line, ago)
	if i <= 0 {
		return 0
	}
	end := i + len(ago)
	if r, _ := utf8.DecodeRuneInString(line[end:]); !devanagari.IsConsonant(r) && !devanagari.IsVowel(r) {
		return 0
	}
	for _, s := range moment.Stamps(line[:end]) {
		if s.Role == moment.Relative {
			return end
		}
	}
	return 0
}

// breakTag returns the length of the HTML tag that opens s if it ends a paragraph
// or a line (<br />, </p>, <p …>, <div>, <li>), else 0. A leaked script or style goes
// with its code.
func breakTag(s string) int {
	n := segment.Tag(s)
	if n == 0 {
		return 0
	}
	name := strings.ToLower(strings.TrimLeft(s[1:n], "/ "))
	for _, t := range [...]string{"script", "style"} {
		if s[1] != '/' && strings.HasPrefix(name, t) && !isAlnum(name[len(t)]) {
			const most = 20_000 // bytes of leaked code
			rest := s[n:min(len(s), n+most)]
			for _, shut := range [...]string{"</" + t + ">", "</" + strings.ToUpper(t) + ">"} {
				if e := strings.Index(rest, shut); e >= 0 {
					return n + e + len(shut)
				}
			}
			return n
		}
	}
	for _, t := range [...]string{"br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "tr", "td", "table", "hr", "section", "article", "blockquote"} {
		if strings.HasPrefix(name, t) && (len(name) == len(t) || !isAlnum(name[len(t)])) {
			return n
		}
	}
	return 0
}

func isAlnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// trim narrows s by white space, invisible characters and leaked tags at its ends.
func trim(raw string, s span.Span) span.Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(raw[s.Start:s.End])
		if r == '<' {
			if t := segment.Tag(raw[s.Start:s.End]); t > 0 {
				s.Start += t
				continue
			}
		}
		if r == '&' && strings.HasPrefix(raw[s.Start:s.End], "&nbsp;") {
			s.Start += len("&nbsp;")
			continue
		}
		if !unicode.IsSpace(r) && !devanagari.IsInvisible(r) && r >= 0x20 {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		t := raw[s.Start:s.End]
		r, n := utf8.DecodeLastRuneInString(t)
		if r == '>' {
			if o := strings.LastIndexByte(t, '<'); o >= 0 && segment.Tag(t[o:]) == len(t)-o {
				s.End -= len(t) - o
				continue
			}
		}
		if r == ')' {
			// a Markdown picture: ![](https://…)
			if o := strings.LastIndex(t, "!["); o >= 0 && strings.Contains(t[o:], "](") && strings.IndexByte(t[o:], ')') == len(t)-o-1 {
				s.End -= len(t) - o
				continue
			}
		}
		if r == ';' && strings.HasSuffix(t, "&nbsp;") {
			s.End -= len("&nbsp;")
			continue
		}
		if r == devanagari.ZWJ || r == devanagari.ZWNJ {
			// part of the last cluster (क्‍)
			if p, _ := utf8.DecodeLastRuneInString(t[:len(t)-n]); p == devanagari.Virama {
				break
			}
		}
		if !unicode.IsSpace(r) && !devanagari.IsInvisible(r) && r >= 0x20 {
			break
		}
		s.End -= n
	}
	return s
}

// cut builds the parts of the page: lines, and the pieces of glued lines.
func (p *page) cut() {
	blocks := lines(p.raw)
	p.doc = segment.Build(p.raw, blocks, p.lx)
	sents := p.doc.Sentences()
	p.parts = make([]part, 0, len(blocks)+4)
	at := 0
	for _, b := range p.doc.Blocks() {
		if b.Sentences.Len() == 0 {
			continue
		}
		r := document.Range{First: sents[b.Sentences.First].Tokens.First, End: sents[b.Sentences.End-1].Tokens.End}
		gap := blank(p.raw[at:b.Start])
		at = b.End
		n := len(p.parts)
		p.parts = p.split(p.parts, b, r)
		for i := n; i < len(p.parts); i++ {
			p.parts[i].gap = gap && i == n
			p.parts[i].cont = i > n
		}
	}
	for i := range p.parts {
		p.measure(&p.parts[i])
	}
	gaps := 0
	for i := range p.parts {
		if p.parts[i].gap || p.parts[i].cont {
			gaps++
		}
	}
	p.loose = len(p.parts) > 2 && (gaps+1)*10 >= len(p.parts)*9
	p.unwrap()
}

// unwrap joins the lines of paragraphs that were broken at a fixed width. A page is
// taken as wrapped when most lines that another line follows directly are about as
// long as the longest and end in mid-sentence.
func (p *page) unwrap() {
	const maxWidth = 130 // runes; longer lines are paragraphs
	length := func(q *part) int { return utf8.RuneCountInString(q.In(p.raw)) }
	width := 0
	for i := range p.parts {
		if q := &p.parts[i]; q.label == "" && !q.cont {
			if q.Len() > maxWidth*utf8.UTFMax {
				return
			}
			width = max(width, length(q))
		}
	}
	if width > maxWidth || width < 30 {
		return
	}
	joins := func(i int) bool {
		q, n := &p.parts[i], &p.parts[i+1]
		return q.label == "" && n.label == "" && (!n.gap || p.loose && !q.stop) && !n.cont && !q.cont && !n.bullet && !n.row && length(q)*10 >= width*7
	}
	pairs, broken := 0, 0
	for i := 0; i+1 < len(p.parts); i++ {
		if q, n := &p.parts[i], &p.parts[i+1]; q.label != "" || n.label != "" || n.gap && !p.loose || q.words < 4 {
			continue
		}
		pairs++
		if joins(i) && !p.parts[i].stop {
			broken++
		}
	}
	if broken < 3 || broken*2 < pairs {
		return
	}
	out := p.parts[:1]
	for i := 1; i < len(p.parts); i++ {
		last := &out[len(out)-1]
		if joins(i-1) && !(i == 1 && p.dateline(&p.parts[i])) {
			last.End, last.tok.End = p.parts[i].End, p.parts[i].tok.End
			last.wrapped = true
			continue
		}
		out = append(out, p.parts[i])
	}
	p.parts = out
	for i := range p.parts {
		if q := &p.parts[i]; q.wrapped {
			q.words, q.letters, q.deva, q.key = 0, 0, 0, ""
			p.measure(q)
		}
	}
}

// blank reports whether a blank line lies in the white space between two lines.
func blank(s string) bool {
	return strings.Count(s, "\n") > 1 || strings.Count(s, "\r") > 1 && !strings.Contains(s, "\n")
}

// measure fills in what a part looks like.
func (p *page) measure(q *part) {
	toks := p.doc.Tokens()[q.tok.First:q.tok.End]
	for i := range toks {
		t := &toks[i]
		switch t.Kind {
		case document.Word:
			n := utf8.RuneCountInString(t.Key)
			q.words++
			q.letters += n
			if native(t.Key) {
				q.deva += n
			}
		case document.Number:
			q.words++
		}
	}
	q.bullet = len(toks) > 1 && isBullet(toks[0].Key)
	q.stop = stops(toks)
	switch {
	case q.letters == 0 && q.words == 0:
		q.shape = empty
	case q.deva*5 < q.letters || q.deva == 0:
		q.shape = foreign
	case q.words >= 40 || q.words >= 10 && p.innerStop(toks) || q.stop && q.words >= 6 || q.stop && q.words >= 2 && p.verbal(toks) || q.stop && q.words >= 4 && q.words < 6 && !strings.HasPrefix(toks[len(toks)-1].Key, "..") && p.finite(toks):
		q.shape = sentence
	case q.words <= 3:
		q.shape = short
	default:
		q.shape = title
	}
}

// native reports whether a word is Devanagari.
func native(key string) bool {
	return len(key) > 2 && key[0] == 0xe0 && (key[1] == 0xa4 || key[1] == 0xa5)
}

func isBullet(key string) bool {
	switch key {
	case "-", "–", "—", "•", "⦁", "●", "▪", "■", "➤", "▶", "►", "*", "✓", "◆", "➡", "👉", "·", "∙", "‣", "○", "◦", "🔴", "⚡":
		return true
	}
	return false
}

// innerStop reports whether a sentence ends inside the text, behind a verb: the text
// is running text whatever stands at its end (… जा रही है. (मनोज कुमार, थानाध्यक्ष)).
func (p *page) innerStop(toks []document.Token) bool {
	for i := 3; i+1 < len(toks); i++ {
		switch toks[i].Key {
		case "।", ".":
			if toks[i-1].Class.Has(lexicon.Auxiliary) && toks[i].Sentence != toks[i+1].Sentence {
				return true
			}
		}
	}
	return false
}

// stops reports whether the tokens end a sentence: । . ? ! … with closing quotes
// and brackets behind.
func stops(toks []document.Token) bool {
	i := len(toks) - 1
	for i >= 0 && closing(toks[i].Key) {
		i--
	}
	if i < 1 {
		return false
	}
	switch toks[i].Key {
	case "।", "॥", "?", "!", "...", "…":
		return true
	case ".":
		return true
	case "|":
		return toks[i-1].Class.Has(lexicon.Auxiliary)
	case "i", "l": // है I: a capital letter for the danda
		return toks[i-1].Class.Has(lexicon.Auxiliary)
	}
	return strings.HasPrefix(toks[i].Key, "...")
}

func closing(key string) bool {
	switch key {
	case "\"", "'", "”", "’", "‘", "“", ")", "]", "»", "`":
		return true
	}
	return false
}

// verbal reports whether the text ends with a verb: जारी है। कर दिया।
func (p *page) verbal(toks []document.Token) bool {
	for i := len(toks) - 1; i >= 0 && i >= len(toks)-5; i-- {
		if toks[i].Kind == document.Word {
			return toks[i].Class.Has(lexicon.Auxiliary)
		}
	}
	return false
}

// foldKey returns the words of a part, folded, joined by spaces: the form in which
// two prints of one line are equal.
func (p *page) foldKey(q *part) string {
	if q.key == "" {
		var b []byte
		for _, t := range p.doc.Tokens()[q.tok.First:q.tok.End] {
			if t.Kind != document.Punct {
				b = append(append(b, t.Key...), ' ')
			}
		}
		q.key = string(b)
	}
	return q.key
}
