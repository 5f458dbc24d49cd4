package layout

import (
	"strings"

	"khabar/pkg/dateline"
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
	"khabar/pkg/span"
)

// text reports whether part i is running text that no marker has claimed.
func (p *page) text(i int) bool {
	q := &p.parts[i]
	return q.label == "" && (q.shape == sentence || q.row)
}

// letters of running text in parts[from:to].
func (p *page) weight(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if p.text(i) {
			n += p.parts[i].letters
		}
	}
	return n
}

// lists gives the short lines behind an opener (हाइलाइट्स, RELATED ARTICLES, BREAKING)
// the opener's label.
//
//	list := opener item+          item: a bullet line, or a phrase without a stop
func (p *page) lists() {
	for i := 0; i < len(p.parts); i++ {
		m := p.parts[i].marker
		if m == nil || m.match != matchOpens && !p.tickerAbove(i) {
			continue
		}
		if m.label == labelSummary {
			p.summaryList(i)
			continue
		}
		if m.match == matchEnds {
			m = &marker{keys: m.keys, match: matchOpens, label: labelTicker}
		}
		n := 0
		for j := i + 1; j < len(p.parts); j++ {
			q := &p.parts[j]
			if q.marker != nil && q.marker.match == matchShuts {
				break
			}
			if q.label != "" {
				if q.label == labelTime && (m.label != labelRelated || q.marker != nil) || q.marker != nil && q.marker.match == matchOpens {
					break // Updated on: ⏎ below other stories is the page's
				}
				q.list = q.label == labelTime
				continue
			}
			if m.label == labelHighlight && p.clockLine(q) { // the first entry of a live page
				break
			}
			if q.shape == sentence && !(q.bullet && q.words <= 30) && !(m.label == labelHighlight && p.point(i, j)) || q.cont {
				break
			}
			if q.gap && !p.loose && n > 0 && !(q.bullet && p.parts[j-1].bullet) && m.label != labelRelated {
				break
			}
			if !q.bullet && n > 0 && q.words <= 2 && m.label == labelHighlight {
				break // the place before the body: मुंबई
			}
			if !q.bullet && n > 0 && p.parts[j-1].bullet {
				break
			}
			if p.colonEnd(q) {
				break
			}
			if m.label == labelTicker && (!q.bullet && n >= 5 || p.homeCrumb(q.tok)) {
				break
			}
			if (m.label == labelTicker || m.label == labelNav) && !q.bullet && (p.next(j, sentence) || q.shape != title || p.printedAgain(j) || j+1 < len(p.parts) && p.divider(j+1)) {
				break // what stands right above the text, or is printed again, is the headline
			}
			q.label = m.label
			q.list = true
			n++
		}
	}
}

// tickerAbove reports whether part i, which closes a page elsewhere (LATEST NEWS, ट्रेंडिंग), opens
// a ticker above the article: only short lines stand above it, two titles and text below.
func (p *page) tickerAbove(i int) bool {
	const deepest = 10
	m := p.parts[i].marker
	if m.match != matchEnds || m.label != labelTail || i > deepest || i+3 >= len(p.parts) {
		return false
	}
	for j := 0; j < i; j++ {
		if q := &p.parts[j]; q.label == "" && (q.shape == sentence || q.words > 8) {
			return false
		}
	}
	for j := i + 1; j <= i+2; j++ {
		if q := &p.parts[j]; q.label != "" || q.shape != title {
			return false
		}
	}
	return p.parts[i+3].label != "" || p.parts[i+3].shape != sentence
}

// point reports whether part j, behind the opener of highlights at part i, is one of them
// though it ends with a stop: the first of them does, it is one short sentence, and the
// text stands below.
//
//	Highlights ⏎ काटोल में 26 राउंड के बाद आया नतीजा। ⏎ उमरेड में … मिले। ⏎ नागपुरः …
func (p *page) point(i, j int) bool {
	const most, longest, shortText = 6, 25, 16 // points; words of a point, also where no dateline opens the text
	q := &p.parts[j]
	if !p.parts[i+1].stop || j > i+most || q.words > longest || p.sentences(q) > 1 || p.dateline(q) {
		return false
	}
	lined := false
	for k := j + 1; k < len(p.parts); k++ {
		n := &p.parts[k]
		if n.label != "" {
			continue
		}
		if lined = p.dateline(n); lined || n.words > longest || p.sentences(n) > 1 {
			break
		}
		if n.shape != sentence {
			return false
		}
	}
	return (lined || q.words <= shortText) && p.next(j, sentence)
}

// leads gives bullet lines between headline and body (➤ …, - …) the label of
// highlights also where no opener stands above them.
func (p *page) leads() {
	seen := false // a title
	first := -1
	for i := range p.parts {
		q := &p.parts[i]
		switch {
		case q.label != "":
		case q.bullet && q.words >= 4 && seen:
			if first < 0 {
				first = i
			}
		case q.shape == sentence && first >= 0:
			for ; first < i; first++ {
				if r := &p.parts[first]; r.label == "" && r.bullet {
					r.label = labelHighlight
				}
			}
			return
		case q.shape == sentence:
			if q.words < 60 && p.bulletBelow(i) {
				continue // the standfirst above the bullets
			}
			return
		case q.shape == title:
			seen = true
		}
	}
}

// bulletBelow reports whether furniture of the head and then bullet lines follow text i.
func (p *page) bulletBelow(i int) bool {
	head := false
	for i++; i < len(p.parts); i++ {
		q := &p.parts[i]
		if q.label != "" {
			head = head || p.divider(i)
			continue
		}
		return head && q.bullet && q.words >= 4
	}
	return false
}

// pictures labels the line above a picture's credit (तस्वीर: …, - फोटो : …) as its
// caption, unless it is a sentence of the text.
func (p *page) pictures() {
	for i := 1; i < len(p.parts); i++ {
		q, above := &p.parts[i], &p.parts[i-1]
		if q.label == "" && p.creditEnd(q) {
			q.label = labelCaption
		}
		if q.label != labelCaption || q.marker == nil || q.marker.match != matchStart || !creditWord(q.marker.keys[0]) || above.label != "" || above.words > 22 || above.words < 2 {
			continue
		}
		if above.shape == sentence && (p.finite(p.doc.Tokens()[above.tok.First:above.tok.End]) || p.sentences(above) > 1) {
			continue
		}
		// the headline of the page may stand right above a picture without a caption
		for k := 0; k < i-1; k++ {
			if r := &p.parts[k]; r.label == "" && (r.shape == title || r.shape == sentence) {
				above.label = labelCaption
				break
			}
		}
	}
}

// creditEnd reports whether a line closes with the credit of its picture: … करते डॉक्टर -
// फोटो : PTI.
func (p *page) creditEnd(q *part) bool {
	const longest, source = 30, 4 // words
	if q.words > longest || q.words < 3 || q.cont {
		return false
	}
	toks := p.doc.Tokens()
	for i := q.tok.End - 2; i > q.tok.First+1 && i >= q.tok.End-source-2; i-- {
		if creditWord(toks[i].Key) && delimiter(toks[i+1].Key) && (toks[i-1].Key == "-" || toks[i-1].Key == "–" || toks[i-1].Key == "|" || toks[i-1].Key == "(") {
			return i+2 < q.tok.End
		}
	}
	return false
}

func creditWord(key string) bool {
	switch key {
	case "तस्वीर", "फोटो", "photo", "image", "picture", "pic":
		return true
	}
	return false
}

// rows marks tables and lists that became lines: three or more short lines in a row,
// most with a number or a bullet, below some text.
//
//	भिवानी 13 एमएम ⏎ दादरी 24 एमएम ⏎ लोहारू 20 एमएम
//	प्रदीप (22) पुत्र रामनाथ ⏎ ज्ञानेन्द्र (19) पुत्र सुमेर सिंह ⏎ …
func (p *page) rows() {
	p.dateRows()
	seen := false
	for i := 0; i < len(p.parts); i++ {
		q := &p.parts[i]
		if q.label == "" && q.shape == sentence {
			seen = true
		}
		if !seen || !p.rowLike(q) || !q.bullet && !p.numbered(q) {
			continue
		}
		end, lead, num, total := i, 0, 0, 0
		for end < len(p.parts) && p.rowLike(&p.parts[end]) && !(p.parts[end].gap && end > i && !p.parts[i+1].gap && i+1 < end) {
			r := &p.parts[end]
			total += r.words
			if r.bullet || p.doc.Tokens()[r.tok.First].Kind == document.Number {
				lead++
			}
			if p.numbered(r) {
				num++
			}
			end++
		}
		if n := end - i; n >= 3 && (lead*5 >= n*3 || num*5 >= n*3 && total <= n*8) {
			for ; i < end; i++ {
				p.parts[i].row = true
			}
			i--
		} else {
			i = end - 1
		}
	}
}

// numbered reports whether q holds a number.
func (p *page) numbered(q *part) bool {
	for _, t := range p.doc.Tokens()[q.tok.First:q.tok.End] {
		if t.Kind == document.Number {
			return true
		}
	}
	return false
}

// dateRows gives the text back three or more lines in a row that hold a bare date and a
// figure: a table (20 अप्रैल - 17 ⏎ 21 अप्रैल - 13 ⏎ …), not publish lines.
func (p *page) dateRows() {
	bare := func(i int) bool {
		q := &p.parts[i]
		if q.label != labelTime || q.list || len(q.stamps) == 0 || q.cont {
			return false
		}
		for k := range q.stamps {
			if q.stamps[k].explicit() {
				return false
			}
		}
		return true
	}
	for i := 0; i < len(p.parts); i++ {
		end := i
		for end < len(p.parts) && bare(end) {
			end++
		}
		if end-i >= 3 {
			for k := i; k < end; k++ {
				p.parts[k].label, p.parts[k].row = "", true
			}
		}
		i = max(i, end-1)
	}
}

func (p *page) rowLike(q *part) bool {
	return !(p.colonEnd(q) && !q.bullet && !p.numbered(q)) && q.label == "" && q.shape != sentence && q.shape != empty && q.words <= 25 && !q.cont && (q.shape != foreign || q.deva > 0 || q.letters == 0 || q.bullet)
}

// printedAgain reports whether the line is printed again further down, but not at once
// (tickers double their lines).
func (p *page) printedAgain(i int) bool {
	for j := i + 2; j < len(p.parts) && j < i+12; j++ {
		if p.parts[j].words == p.parts[i].words && p.same(&p.parts[i], &p.parts[j]) {
			return true
		}
	}
	return false
}

// skips labels what stands between a skip link and its end (BBC): a podcast, an embedded
// post, a list of other stories.
//
//	छोड़कर पॉडकास्ट आगे बढ़ें ⏎ … ⏎ पॉडकास्ट समाप्त
func (p *page) skips() {
	const most = 14 // parts of such a block
	for i := range p.parts {
		m := p.parts[i].marker
		if m == nil || m.label != labelSkip || m.keys[0] != "छोडकर" && m.keys[0] != "छोडिए" && m.keys[0] != "छोडें" {
			continue
		}
		for end := i + 1; end < len(p.parts) && end <= i+most; end++ {
			e := p.parts[end].marker
			if e == nil || e.keys[len(e.keys)-1] != "समाप्त" {
				continue
			}
			others := e.label == labelRelated || p.parts[i+1].marker != nil && p.parts[i+1].marker.label == labelRelated // छोड़कर और ये भी पढ़ें आगे बढ़ें
			for k := i + 1; k < end; k++ {
				if q := &p.parts[k]; q.label == "" {
					if q.label = labelSkip; (q.bullet || others && q.shape != short) && q.words >= 4 {
						q.label = labelRelated
					}
				}
			}
			break
		}
	}
}

// comments labels what readers say between the heading of their comments and the link to all
// of them (Navbharat Times); without the link only the line below the heading.
//
//	टॉप कॉमेंट ⏎ … ⏎ Rakesh Khatri ⏎ सभी कॉमेंट्स देखें
func (p *page) comments() {
	const most = 4 // lines of a comment
	for i := range p.parts {
		m := p.parts[i].marker
		if m == nil || m.label != labelTail || len(m.keys) != 2 || m.keys[0] != "टॉप" || m.keys[1] != "कॉमेंट" {
			continue
		}
		end := min(i+2, len(p.parts))
		for k := i + 1; k < len(p.parts) && k <= i+most; k++ {
			if t := p.doc.Key(p.parts[k].tok.First); p.parts[k].label == labelTail || t == "सभी" && strings.HasPrefix(p.doc.Key(p.parts[k].tok.First+1), "कॉमेंट") {
				p.parts[k].label = labelTail
				end = k
				break
			}
		}
		for k := i + 1; k < end; k++ {
			if q := &p.parts[k]; q.label == "" {
				q.label = labelTail
			}
		}
	}
}

// next reports whether the first unclaimed part behind i has shape s.
func (p *page) next(i int, s shape) bool {
	for i++; i < len(p.parts); i++ {
		if p.parts[i].label == "" {
			return p.parts[i].shape == s
		}
	}
	return false
}

// summaryList marks the standfirst between सार and विस्तार.
func (p *page) summaryList(i int) {
	end := -1
	for j := i + 1; j < len(p.parts) && j < i+12; j++ {
		if m := p.parts[j].marker; m != nil && m.match == matchShuts && m.label == labelSummary {
			end = j
			break
		}
	}
	if end < 0 {
		end = min(i+2, len(p.parts))
	}
	for j := i + 1; j < end; j++ {
		if q := &p.parts[j]; q.label == "" {
			if m := p.parts[min(j+1, len(p.parts)-1)].marker; j > i+1 && m != nil && m.label == labelCaption && creditWord(m.keys[0]) && !p.finite(p.doc.Tokens()[q.tok.First:q.tok.End]) {
				q.label = labelCaption // the line above its credit: … (सांकेतिक) ⏎ - फोटो : …
				continue
			}
			if p.printedAbove(j) {
				q.label = labelRepeat
				continue
			}
			q.keep, q.kind = true, document.Summary
		}
	}
	p.parts[i].label = labelNav
	if end < len(p.parts) && p.parts[end].marker != nil {
		p.parts[end].label = labelNav
	}
}

// printedAbove reports whether a line above part i says the same.
func (p *page) printedAbove(i int) bool {
	for j := 0; j < i; j++ {
		if p.parts[j].words == p.parts[i].words && p.same(&p.parts[j], &p.parts[i]) {
			return true
		}
	}
	return false
}

// colonEnd reports whether q is a line that ends with a colon: नई दिल्ली:
func (p *page) colonEnd(q *part) bool {
	k := p.doc.Key(q.tok.End - 1)
	return k == ":" || k == "ः"
}

// findTail sets tail to the first part below the article.
func (p *page) findTail() {
	p.tail = len(p.parts)
	total := p.weight(0, len(p.parts))
	seen := 0
	for i := range p.parts {
		if p.text(i) {
			seen += p.parts[i].letters
			continue
		}
		m := p.parts[i].marker
		if m == nil || m.match != matchEnds || seen == 0 {
			continue
		}
		// an author's life may be long; a list of other stories may not outweigh the article
		if m.label == "author_box" && seen*4 >= total || seen >= (total-seen)*2 {
			p.tail = i
			break
		}
		p.parts[i].label = labelNav
	}
	p.appeals()
	// upwards: short lines without a stop
	last := -1
	for i := p.tail - 1; i >= 0; i-- {
		if p.text(i) {
			last = i
			break
		}
	}
	if last < 0 {
		return
	}
	titles := 0
	marked := false
	for i := last + 1; i < p.tail; i++ {
		q := &p.parts[i]
		switch {
		case q.label != "":
			marked = true
		case q.shape == title:
			titles++
		}
	}
	for i := last + 1; i < p.tail; i++ {
		q := &p.parts[i]
		if q.label == "" && p.signature(q) {
			q.label = labelByline
			continue
		}
		if q.label != "" || p.personLine(i) {
			continue
		}
		if (q.stop && q.words >= 3 || q.words >= 5 && p.closed(q)) && q.shape != foreign && !marked {
			continue // a short sentence: उलट गए थे गमले।
		}
		if q.shape == title && !marked && (titles == 1 && (p.verbal(p.doc.Tokens()[q.tok.First:q.tok.End]) || q.words >= 14) || q.bullet) {
			continue // the last sentence lost its stop, or a list closes the article
		}
		if q.shape == title && q.bullet && !p.tailMark(last+1, i) {
			continue
		}
		if q.shape == title && p.saysAddress(q) {
			continue
		}
		p.tail = i
		break
	}
}

// closed reports whether a line ends with है or था: a sentence that lost its stop.
// Titles of other stories hardly ever do.
func (p *page) closed(q *part) bool {
	switch p.doc.Key(q.tok.End - 1) {
	case "है", "हैं", "था", "थे", "थी", "थीं":
		return true
	}
	return false
}

// saysAddress reports whether a line is a sentence that ends in a web or mail address:
// आवेदन विभाग की वेबसाइट से डाउनलोड किए जा सकते हैं https://…
func (p *page) saysAddress(q *part) bool {
	toks := p.doc.Tokens()
	last := p.solid(q.tok.End-1, q.tok)
	if native(toks[last.First].Key) || !strings.ContainsAny(p.doc.Text(p.doc.SpanOf(last)), ".@") || p.devaWords(q.tok) < 5 {
		return false
	}
	r := document.Range{First: q.tok.First, End: last.First}
	for r.End > r.First && toks[r.End-1].Kind == document.Punct {
		r.End--
	}
	if r.Len() == 0 {
		return false
	}
	return p.finite(toks[r.First:r.End]) || imperative(toks[r.End-1].Key)
}

// imperative reports whether a word ends as polite imperatives do: करें, जाएं, देखिए, जाओ.
func imperative(key string) bool {
	for _, end := range [...]string{"ें", "एं", "ओ", "ूं"} {
		if strings.HasSuffix(key, end) {
			return true
		}
	}
	return false
}

// personLine reports whether part i credits the statement above it: a name, a comma,
// an office (आत्माराम गोदारा, डिप्टी डायरेक्टर).
func (p *page) personLine(i int) bool {
	q := &p.parts[i]
	if q.words < 3 || q.words > 9 || q.stop || q.gap && !p.loose || i == 0 || !p.text(i-1) {
		return false
	}
	first := q.tok.First
	if p.doc.Class(first).Has(lexicon.Honorific) { // प्रो. अरविंद …
		if first++; p.doc.Key(first) == "." {
			first++
		}
	}
	for k := first + 2; k < q.tok.End; k++ {
		if p.doc.Key(k) == "," {
			return p.isName(document.Range{First: first, End: k})
		}
	}
	return false
}

// namePlace reports whether r is a name, a comma and a place: राजेश कुमार झा, मधुबनी.
func (p *page) namePlace(r document.Range) bool {
	for k := r.First + 1; k+1 < r.End; k++ {
		if p.doc.Key(k) == "," {
			return p.isName(document.Range{First: r.First, End: k}) && p.isPlace(document.Range{First: k + 1, End: r.End})
		}
	}
	return false
}

// signature reports whether a line below the text is its author's: a dash and the name, with
// the place or alone. Whom the text names, too, said what stands above.
//
//	— राजेश कुमार झा, मधुबनी
func (p *page) signature(q *part) bool {
	const longest = 6 // words
	if q.words > longest || q.words < 2 || q.stop {
		return false
	}
	switch p.doc.Key(q.tok.First) {
	case "-", "–", "—", "--":
	default:
		return false
	}
	r := inner(p.doc, q.tok)
	if p.namePlace(r) {
		return true
	}
	if !p.isName(r) {
		return false
	}
	last := p.doc.Key(r.End - 1)
	for i := range p.parts {
		if n := &p.parts[i]; n != q {
			for _, t := range p.doc.Tokens()[n.tok.First:n.tok.End] {
				if t.Key == last {
					return false
				}
			}
		}
	}
	return true
}

// tailMark reports whether furniture stands in parts[from:to].
func (p *page) tailMark(from, to int) bool {
	for i := from; i < to; i++ {
		if p.parts[i].label != "" && p.parts[i].label != "ad" && p.parts[i].label != labelRelated {
			return true
		}
	}
	return false
}

// divider reports whether furniture part i separates the head of a page from its
// body: a publish line, a byline, highlights, share buttons.
func (p *page) divider(i int) bool {
	q := &p.parts[i]
	if q.label == labelByline && q.cont && q.marker == nil {
		return false // the credit that closes a paragraph
	}
	switch q.label {
	case labelTime, labelByline, labelHighlight, "share", "app":
		return true
	}
	return q.marker != nil && q.marker.match == matchShuts && q.marker.label == labelSummary // विस्तार
}

// findHead finds headline, standfirst and the first body part.
//
//	head := (nav | ticker | section)* headline? caption* standfirst? divider* caption* standfirst? place?
func (p *page) findHead() {
	p.body = p.tail
	p.lone()
	// a headline that asks: the first line, with text below
	for i := 0; i < p.tail; i++ {
		if q := &p.parts[i]; q.label == "" && q.shape != empty {
			if k := p.doc.Key(q.tok.End - 1); q.shape == sentence && (k == "?" || k == "!" || k == "..." && q.words <= 20) && q.words <= 30 && p.next(i, sentence) && !p.speaker(q) && p.sentences(q) == 1 {
				q.shape = title
			}
			break
		}
	}
	for i := 0; i < p.tail; i++ {
		if p.text(i) && !p.parts[i].keep {
			p.body = i
			break
		}
	}
	first := p.body // first running text
	// the first group of dividers that has a title above and text below
	group := -1
	for i := 0; i < p.tail; i++ {
		if !p.divider(i) || !p.titleAbove(i) {
			continue
		}
		if p.running(i) {
			break
		}
		end := i
		for j := i + 1; j < p.tail && !(p.text(j) && !p.parts[j].keep); j++ {
			if p.divider(j) {
				end = j
			}
		}
		above, below := p.weight(0, i), p.weight(end, p.tail)
		if below > 0 && above <= below*2 {
			group = end
		}
		break
	}
	if group >= 0 {
		for i := group + 1; i < p.tail; i++ {
			if p.text(i) && !p.parts[i].keep {
				p.body = i
				break
			}
		}
		// standfirst above the dividers
		for i := first; i < group; i++ {
			if p.text(i) && !p.parts[i].keep {
				if i > 0 && p.participleCaption(i) && p.titleAbove(i) {
					p.parts[i].label = labelCaption // headline ⏎ कोसी के कटाव में ढहता मकान.
					continue
				}
				p.parts[i].keep, p.parts[i].kind = true, document.Summary
			}
		}
	}
	p.findHeadline(first)
	if p.head >= 0 && p.head < p.body && p.quoted(p.head) {
		p.parts[p.head].kind, p.head = document.Summary, -1
	}
	// a caption with a stop between the dividers and the body
	if group >= 0 && p.head >= 0 && p.body < p.tail && (p.captionSentence(p.body) || p.captionAbovePlace(p.body)) {
		for j := p.body + 1; j < p.tail; j++ {
			if p.text(j) {
				p.parts[p.body].label = labelCaption
				p.body = j
				break
			}
		}
	}
	p.lateSummary(group)
	p.placeLine()
	p.labelHead(group)
}

// running reports whether the story runs already above part i: four texts, two with a
// sub-heading between them that are long for standfirsts, or one with a dateline.
func (p *page) running(i int) bool {
	const long = 150 // words
	n, words, between := 0, 0, false
	for j := 0; j <= i; j++ {
		q := &p.parts[j]
		if p.text(j) && !q.keep {
			words += q.words
			if n++; n > 3 || n > 1 && between && words > long || p.dateline(q) && !p.opensAgain(j, i) {
				return true
			}
		} else if q.label == "" && q.shape == title && n > 0 {
			between = true
		}
	}
	return false
}

// opensAgain reports whether the text below part i opens with the words that text j above
// it opens with: j is a standfirst that repeats the story's dateline.
func (p *page) opensAgain(j, i int) bool {
	const same = 5 // words
	next := p.nextText(i)
	if next < 0 {
		return false
	}
	a, b := strings.Fields(p.foldKey(&p.parts[j])), strings.Fields(p.foldKey(&p.parts[next]))
	if len(a) < same || len(b) < same {
		return false
	}
	for k := 0; k < same; k++ {
		if a[k] != b[k] {
			return false
		}
	}
	return true
}

// clockLine reports whether a line is the clock time of an entry of a live page:
// 9:30 PM, 01:45 PM, Feb 01.
func (p *page) clockLine(q *part) bool {
	toks := p.doc.Tokens()[q.tok.First:q.tok.End]
	return len(toks) >= 3 && q.words <= 6 && toks[0].Kind == document.Number && toks[1].Key == ":" && toks[2].Kind == document.Number && !toks[2].Space
}

// lone takes a text that breaks off for what it is: a line that opens with a dateline and
// has no text below, or the only line of the page, is no headline.
func (p *page) lone() {
	only, n := -1, 0
	for i := 0; i < p.tail; i++ {
		q := &p.parts[i]
		if q.label != "" || q.shape == empty || q.shape == foreign {
			continue
		}
		n++
		only = i
		if q.shape == title && q.words >= 18 && (q.words > 35 || n > 1 && !(q.words <= 30 && (p.headlineEnd(q) || p.text(i-1) && p.parts[i-1].stop)) || !p.heads(i)) && p.dateline(q) {
			q.shape = sentence
		}
	}
	if n == 1 && p.parts[only].shape == title && p.parts[only].words >= 22 {
		p.parts[only].shape = sentence
	}
}

// sentences counts the sentences of q.
func (p *page) sentences(q *part) int {
	n, last := 0, int32(-1)
	for _, t := range p.doc.Tokens()[q.tok.First:q.tok.End] {
		if t.Sentence != last {
			n++
			last = t.Sentence
		}
	}
	return n
}

// titleAbove reports whether a headline can stand above part i.
func (p *page) titleAbove(i int) bool {
	for j := 0; j < i; j++ {
		q := &p.parts[j]
		if q.label == "" && q.shape == title && !q.bullet || p.text(j) {
			return true
		}
	}
	return false
}

// findHeadline chooses the headline among the titles above the text.
func (p *page) findHeadline(first int) {
	best, bestScore := -1, 0
	limit := min(first, p.body)
	// tickers print each line twice
	doubled := 0
	for i := 1; i < limit; i++ {
		if q := &p.parts[i]; q.label == "" && q.shape == title && p.same(q, &p.parts[i-1]) {
			doubled++
		}
	}
	n := 0
	for i := 0; i < p.tail && i < limit+1; i++ {
		q := &p.parts[i]
		if q.label != "" || q.keep || q.list {
			continue
		}
		question := q.shape == sentence && q.words <= 30 && p.doc.Key(q.tok.End-1) == "?" && i < p.body
		if i >= limit && !question || q.shape != title && !question || q.words <= 9 && q.stop && p.datelineAlone(q) {
			continue
		}
		if question && i == p.body {
			continue
		}
		score := 100 - 18*n
		n++
		if doubled > 1 && (i > 0 && p.same(q, &p.parts[i-1]) || i+1 < len(p.parts) && p.same(q, &p.parts[i+1])) {
			score -= 80
		}
		if q.bullet {
			score -= 60
		}
		if q.deva < 15 {
			score -= 40
		}
		if q.words > 35 {
			score -= 30
		}
		if p.caption(q) {
			score -= 50
		}
		if p.sectionBelow(i, limit) {
			score -= 40
		}
		if (i == 1 || i == 0 && p.masthead(q)) && p.motto(i) {
			score -= 80
		}
		score += min(p.overlap(q), 5) * 6
		for j := i + 1; j < p.tail && j < p.body+2; j++ {
			if p.parts[j].shape == q.shape && p.parts[j].label == "" && p.same(q, &p.parts[j]) {
				score += 30
				break
			}
		}
		if best < 0 || score > bestScore {
			best, bestScore = i, score
		}
	}
	// a headline that was printed as a full sentence: one short line, then furniture
	if best < 0 && limit == first && p.body > first && p.parts[first].words <= 25 && p.sentences(&p.parts[first]) == 1 && p.parts[first].kind == document.Summary && p.parts[first].keep {
		best = first
	}
	// a headline of two or three words on the first line, or below the story's id
	if i := p.body - 1; best < 0 && limit > 0 && (i == 0 || i == 1 && p.storyID(0)) {
		if q := &p.parts[i]; q.label == "" && q.shape == short && q.words > 1 && !q.bullet && !q.stop && !q.keep && !p.isPlace(q.tok) && !p.section(q) && !p.colonEnd(q) {
			best = i
		}
	}
	if best < 0 {
		return
	}
	p.head = best
	q := &p.parts[best]
	q.keep, q.kind, q.label = true, document.Headline, ""
}

// motto reports whether title i, below the site's name on the first line, is its motto: the
// text takes nothing of it up, but does a title below it.
func (p *page) motto(i int) bool {
	if q := &p.parts[0]; i > 0 && q.words > 4 || q.label != "" && q.label != labelNav || p.overlap(&p.parts[i]) > 0 {
		return false
	}
	for j := i + 1; j < p.body; j++ {
		if q := &p.parts[j]; q.label == "" && q.shape == title && p.overlap(q) >= 2 {
			return true
		}
	}
	return false
}

// datelineAlone reports whether q is nothing but a dateline: जबलपुर, 19 अगस्त (कार्यालय संवाददाता)।
func (p *page) datelineAlone(q *part) bool {
	d, ok := p.parseDateline(q)
	return ok && d.Place.Found() && q.Start+d.End >= q.End-len("।")
}

// masthead reports whether a line says that it is a paper's: NAI AWAZ | नई आवाज़ - हिंदी दैनिक.
func (p *page) masthead(q *part) bool {
	const longest = 10 // words
	if q.words > longest {
		return false
	}
	bar, paper := false, false
	for k := q.tok.First; k < q.tok.End; k++ {
		switch p.doc.Key(k) {
		case "|", "-", "–", "—":
			bar = true
		case "दैनिक", "साप्ताहिक", "पाक्षिक", "मासिक", "पोर्टल", "daily", "weekly", "portal", "news":
			paper = true
		}
	}
	return bar && paper
}

// storyID reports whether part i is the id of a story: navbharat_2005_9_2_1218653.
func (p *page) storyID(i int) bool {
	t := p.parts[i].In(p.raw)
	return !strings.ContainsAny(t, " \t") && strings.Count(t, "_") > 1 && strings.ContainsAny(t, "0123456789") && t[0] < 0x80
}

// sectionBelow reports whether a section line and then another title that the text takes
// up stand between title i and the text: what stands above a section is a ticker.
func (p *page) sectionBelow(i, limit int) bool {
	section := false
	for j := i + 1; j < limit; j++ {
		q := &p.parts[j]
		switch {
		case q.label != "" || q.keep:
		case q.shape == short && (p.section(q) || p.isPlace(q.tok)):
			section = true
		case section && q.shape == title && p.overlap(q) >= 2:
			return true
		}
	}
	return false
}

// overlap counts the content words that q shares with the first two texts.
func (p *page) overlap(q *part) int {
	want := map[string]bool{}
	for i := q.tok.First; i < q.tok.End; i++ {
		if t := &p.doc.Tokens()[i]; t.Kind == document.Word && !function(t.Class) && native(t.Key) {
			want[t.Key] = true
		}
	}
	n, seen := 0, 0
	for i := 0; i < p.tail && seen < 2; i++ {
		if !p.text(i) {
			continue
		}
		seen++
		for j := p.parts[i].tok.First; j < p.parts[i].tok.End; j++ {
			if k := p.doc.Key(j); want[k] {
				n++
				delete(want, k)
			}
		}
	}
	return min(n, 8)
}

func function(c lexicon.Class) bool {
	return c.Has(lexicon.Postposition | lexicon.Pronoun | lexicon.Demonstrative | lexicon.Conjunction | lexicon.Auxiliary | lexicon.Particle)
}

// same reports whether two parts print the same words.
func (p *page) same(a, b *part) bool {
	return a.words == b.words && p.foldKey(a) == p.foldKey(b)
}

// caption reports whether a line looks like a picture caption: a short phrase that
// ends in a noun or in a participle with its noun.
func (p *page) caption(q *part) bool {
	if q.words > 25 {
		return false
	}
	for i := q.tok.First; i < q.tok.End; i++ {
		switch p.doc.Key(i) {
		case "फोटो", "तस्वीर", "photo", "image":
			return true
		}
	}
	return false
}

// lateSummary finds a standfirst that stands below the dividers: the first text, when
// highlights, a place line or a dateline follow it, or when the body says it again. Dumps
// that lost the headline keep it before the dateline.
func (p *page) lateSummary(group int) {
	if p.body >= p.tail || p.teaser() {
		return
	}
	i := p.body
	if !p.placeBelow(i) && p.dateline(&p.parts[i]) {
		return
	}
	for j := 0; j < i; j++ {
		if p.parts[j].keep && p.parts[j].kind == document.Summary {
			return
		}
	}
	if p.standfirst(i) {
		return
	}
	if p.head < 0 && group < 0 {
		return
	}
	q := &p.parts[i]
	if q.words > 90 {
		return
	}
	next := p.nextText(i)
	if next < 0 {
		return
	}
	divided := false
	for j := i + 1; j < next; j++ {
		if l := p.parts[j].label; l == labelHighlight || l == "share" || group < 0 && (l == labelTime && !p.parts[j].list || l == labelByline) {
			divided = true
		}
		if p.parts[j].label == "" && j == next-1 && (p.placeOnly(&p.parts[j]) || p.authorPlace(&p.parts[j])) {
			divided = true
		}
	}
	if divided || p.dateline(&p.parts[next]) || p.repeats(q, next) || group >= 0 && p.takenUp(i, next) {
		q.keep, q.kind = true, document.Summary
		p.body = next
	}
}

// nextText returns the next text behind part i above the tail, -1 where there is none.
func (p *page) nextText(i int) int {
	for i++; i < p.tail; i++ {
		if p.text(i) {
			return i
		}
	}
	return -1
}

// standfirst takes one to three short lines above the paragraph with the page's only
// dateline, right above it, for the standfirst.
//
//	पिता के इलाज के लिए निकला था युवक। ⏎ सीकर. जयपुर रोड पर …
func (p *page) standfirst(i int) bool {
	const most, longest = 3, 90 // lines, words
	lined, words := -1, 0
	for j := i; j < p.tail && j <= i+most; j++ {
		q := &p.parts[j]
		if q.label != "" || q.shape != sentence && q.shape != title || q.bullet || q.row || q.gap && !p.loose && len(p.parts) > 2 && j > i {
			return false
		}
		if d, ok := p.parseDateline(q); ok && p.dateline(q) && d.Place.Found() && d.Proven && !d.Weak {
			lined = j
			break
		}
		if words += q.words; words > longest {
			return false
		}
	}
	if lined <= i || !p.parts[i].stop && p.sentences(&p.parts[i]) < 2 || p.parts[lined].shape != sentence || p.weight(lined, p.tail) < p.weight(i, lined) {
		return false
	}
	for j := lined + 1; j < p.tail; j++ {
		if p.text(j) && p.dateline(&p.parts[j]) {
			return false // a round-up of several places
		}
	}
	for j := i; j < lined; j++ {
		if q := &p.parts[j]; j > i && j == lined-1 && p.participleCaption(j) {
			q.label = labelCaption // … कैद हुआ भालू. ⏎ सिरोही. …
			continue
		}
		p.parts[j].keep, p.parts[j].kind = true, document.Summary
	}
	p.body = lined
	return true
}

// teaser takes the first text out of the body where the next one starts with all of it, or
// has it as one of its sentences: as the standfirst, or, where it was cut off in
// mid-sentence, as a repeat.
func (p *page) teaser() bool {
	i := p.body
	q, next := &p.parts[i], p.nextText(i)
	if next < 0 || q.words < 10 || q.words >= p.parts[next].words {
		return false
	}
	toks, n := p.doc.Tokens(), &p.parts[next]
	says := func(k int) bool { // the text from token k on has all words of q
		for j := q.tok.First; j < q.tok.End; j++ {
			if toks[j].Kind == document.Punct {
				continue
			}
			for k < n.tok.End && toks[k].Kind == document.Punct {
				k++
			}
			if k == n.tok.End || toks[k].Key != toks[j].Key {
				return false
			}
			k++
		}
		return true
	}
	at := n.tok.First
	if !says(at) {
		// a sentence of the paragraph that stands above it as the standfirst
		for at++; at < n.tok.End && !(toks[at].Sentence != toks[at-1].Sentence && toks[at].Key == toks[q.tok.First].Key && says(at)); at++ {
		}
		if at == n.tok.End || !q.stop {
			return false
		}
	}
	p.body = next
	if p.ellipsis(q) {
		q.label = labelRepeat
		p.teaser() // the whole standfirst may follow
		return true
	}
	if q.stop || p.closed(q) || p.verbal(toks[q.tok.First:q.tok.End]) && !bareStem(toks[q.tok.End-1].Key) {
		q.keep, q.kind = true, document.Summary
	} else {
		q.label = labelRepeat
	}
	return true
}

// ellipsis reports whether q was cut off: … घर में रखा […]
func (p *page) ellipsis(q *part) bool {
	i := q.tok.End - 1
	for i > q.tok.First && closing(p.doc.Key(i)) {
		i--
	}
	k := p.doc.Key(i)
	return k == "…" || strings.HasPrefix(k, "...")
}

// bareStem reports whether a word is the stem of a verb, which closes no sentence: … अतिसक्रिय
// कर (देता है).
func bareStem(key string) bool {
	switch key {
	case "कर", "हो", "दे", "ले", "जा", "आ", "रह", "चुक", "सक":
		return true
	}
	return false
}

// quoted reports whether the first text below title i has all of its words in a row, up to
// the end of a sentence, and the title is long: a standfirst that lost its stop.
func (p *page) quoted(i int) bool {
	q := &p.parts[i]
	if q.words < 10 || p.body >= p.tail || p.sentences(q) < 2 {
		return false
	}
	toks := p.doc.Tokens()
	var want []string
	for _, t := range toks[q.tok.First:q.tok.End] {
		if t.Kind != document.Punct {
			want = append(want, t.Key)
		}
	}
	n := &p.parts[p.body]
	for start := n.tok.First; start < n.tok.End && start < n.tok.First+8; start++ {
		m, k := 0, start
		for ; k < n.tok.End && m < len(want); k++ {
			if toks[k].Kind == document.Punct {
				continue
			}
			if toks[k].Key != want[m] {
				break
			}
			m++
		}
		if m == len(want) {
			return true
		}
	}
	return false
}

// placeBelow reports whether a place alone on its line, and then text, follow text i:
// what looks like a dateline in i is a keyword (Coronavirus in Delhi: …).
func (p *page) placeBelow(i int) bool {
	return i+2 < p.tail && p.parts[i+1].label == "" && p.parts[i+1].words <= 2 && p.placeOnly(&p.parts[i+1]) && p.text(i+2) && !native(p.doc.Key(p.parts[i].tok.First))
}

// repeats reports whether one of the texts from part i on says q again.
func (p *page) repeats(q *part, i int) bool {
	seen := map[string]bool{}
	for k := q.tok.First; k < q.tok.End; k++ {
		if p.doc.Tokens()[k].Kind != document.Punct {
			seen[p.doc.Key(k)] = true
		}
	}
	for n := 0; i < p.tail && n < 3; i++ {
		if !p.text(i) {
			continue
		}
		n++
		hit := map[string]bool{}
		for k := p.parts[i].tok.First; k < p.parts[i].tok.End; k++ {
			if seen[p.doc.Key(k)] {
				hit[p.doc.Key(k)] = true
			}
		}
		if len(seen) >= 8 && len(hit)*10 >= len(seen)*8 {
			return true
		}
	}
	return false
}

// takenUp reports whether the two texts from part next on say with most of its words again what
// text i, a short one, says: a standfirst right above the story.
func (p *page) takenUp(i, next int) bool {
	const longest, least = 50, 6 // words; different words that mean something
	q := &p.parts[i]
	if q.words > longest || !q.stop {
		return false
	}
	want := map[string]bool{}
	for k := q.tok.First; k < q.tok.End; k++ {
		if t := &p.doc.Tokens()[k]; t.Kind != document.Punct && !function(t.Class) {
			want[t.Key] = true
		}
	}
	all := len(want)
	if all < least {
		return false
	}
	for n := 0; next >= 0 && n < 2; n, next = n+1, p.nextText(next) {
		for k := p.parts[next].tok.First; k < p.parts[next].tok.End; k++ {
			delete(want, p.doc.Key(k))
		}
	}
	return (all-len(want))*10 >= all*6
}

// placeOnly reports whether q is a place (or a desk and a place) alone on its line.
func (p *page) placeOnly(q *part) bool {
	return q.deva > 1 && q.deva == q.letters && q.words <= 3 && !q.bullet && p.isPlace(q.tok)
}

// latinPlace reports whether q is a place in Latin letters and a colon alone on its line:
// BAREILLY: ⏎ …
func (p *page) latinPlace(q *part) bool {
	return q.deva == 0 && q.letters > 3 && q.words <= 2 && p.colonEnd(q) && p.isPlace(q.tok)
}

// placeLine takes the place line right above the body into the body.
//
//	मुंबई ⏎ घरेलू शेयर बाजारों में …        नई दिल्ली: ⏎ देश में डेंगू …
func (p *page) placeLine() {
	if p.body == 0 || p.body >= p.tail {
		return
	}
	i := p.body - 1
	q := &p.parts[i]
	if q.label == "" && !q.keep && !q.cont && i > p.head && p.head >= 0 && !p.dateline(q) && p.authorPlace(q) {
		q.label = labelByline
		return
	}
	if q.label == "" && !q.keep && !q.cont && i > p.head && p.head >= 0 && q.words <= 8 && q.shape != foreign && !p.placeOnly(q) && p.doc.Key(q.tok.First) != "in" && p.dateline(q) {
		// धर्मशाला / 30 जनवरी / न्यू सुपर भारत ⏎, HNN/ नाहन ⏎
		if d, _ := p.parseDateline(q); d.Place.Found() {
			q.keep, q.kind = true, document.Body
			p.out.Places = append(p.out.Places, Hint{d.Shift(q.Start).Place.Span, d.Place.Text, "dateline"})
			p.body = i
			return
		}
	}
	if q.label == "" && !q.keep && !q.cont && p.head >= 0 && i > p.head && p.townAlone(q) {
		q.keep, q.kind = true, document.Body
		p.body = i
		return
	}
	if q.label != "" || q.keep || q.cont || !p.placeOnly(q) && !p.latinPlace(q) || p.head < 0 && i > 0 && !p.headAbove(i) {
		return
	}
	if p.section(q) {
		return
	}
	if !p.colonEnd(q) && q.words > 2 {
		return
	}
	if i < p.head {
		return
	}
	q.keep, q.kind = true, document.Body
	name := p.doc.SpanOf(inner(p.doc, q.tok))
	p.out.Places = append(p.out.Places, Hint{name, p.doc.Text(name), "dateline"})
	p.body = i
}

// authorPlace reports whether q is an author, a comma and the place, alone on the line above the
// story: नीलकमल, पटना.
func (p *page) authorPlace(q *part) bool {
	const longest = 5 // words
	if q.words < 2 || q.words > longest || q.stop || q.bullet || q.deva != q.letters || p.doc.Tokens()[q.tok.End-1].Kind == document.Punct {
		return false
	}
	for k := q.tok.First; k < q.tok.End; k++ {
		t := &p.doc.Tokens()[k]
		if t.Key == "," {
			name := document.Range{First: q.tok.First, End: k}
			return name.Len() > 0 && name.Len() <= 3 && !p.isPlace(name) && p.isPlace(document.Range{First: k + 1, End: q.tok.End})
		}
		if t.Kind != document.Word || function(t.Class) && !t.Class.Has(lexicon.GivenName|lexicon.Surname) {
			return false
		}
	}
	return false
}

// headAbove reports whether a byline or a publish line stands above part i of a page that lost
// its headline.
func (p *page) headAbove(i int) bool {
	for i--; i >= 0; i-- {
		if p.divider(i) {
			return true
		}
	}
	return false
}

// townAlone reports whether q is a word or two and a danda on a line of their own: the
// dateline of a town that the gazetteer does not know or the dump has misspelt (न्यूयॅर्क।).
func (p *page) townAlone(q *part) bool {
	toks := p.doc.Tokens()[q.tok.First:q.tok.End]
	if q.words < 1 || q.words > 2 || q.deva < 2 || q.deva != q.letters || len(toks) != q.words+1 || toks[q.words].Key != "।" || p.placeOnly(q) {
		return false
	}
	for i := range toks[:q.words] {
		if toks[i].Kind != document.Word || function(toks[i].Class) {
			return false
		}
	}
	return !p.finite(toks)
}

// datelineRange returns the tokens before the delimiter of the dateline that q opens
// with.
func (p *page) datelineRange(q *part) document.Range {
	for i := q.tok.First; i < q.tok.End && i < q.tok.First+9; i++ {
		switch p.doc.Key(i) {
		case "।", ":", "ः", "—", "–", ".":
			return document.Range{First: q.tok.First, End: i}
		}
	}
	return document.Range{}
}

// dateline reports whether a text opens with a dateline: a place, a desk or an agency
// and its delimiter.
func (p *page) dateline(q *part) bool {
	if q.lined == 0 {
		q.lined = -1
		if p.opens(q) {
			q.lined = 1
		}
	}
	return q.lined > 0
}

// parseDateline reads the dateline that q opens with. Leaked tags and entities are
// blanks to it: <strong>नई दिल्ली</strong>: …
func (p *page) parseDateline(q *part) (dateline.Dateline, bool) {
	if q.parsed == nil || q.parsed.of != q.Span {
		d, ok := p.readDateline(q)
		q.parsed = &parsedDateline{q.Span, d, ok}
	}
	return q.parsed.Dateline, q.parsed.ok
}

// parsedDateline is what dateline.Parse said of a text.
type parsedDateline struct {
	of span.Span
	dateline.Dateline
	ok bool
}

func (p *page) readDateline(q *part) (dateline.Dateline, bool) {
	text := q.In(p.raw)
	const slot = 400 // bytes that a dateline can take
	if head := text[:min(len(text), slot)]; strings.ContainsAny(head, "<&") {
		b := []byte(text)
		for i := 0; i < len(head); i++ {
			n := 0
			switch {
			case b[i] == '<':
				n = segment.Tag(text[i:])
			case strings.HasPrefix(text[i:], "&nbsp;"):
				n = len("&nbsp;")
			}
			for k := i; k < i+n; k++ {
				b[k] = ' '
			}
		}
		text = string(b)
	}
	return dateline.Parse(text, p.gaz, p.lx)
}

func (p *page) opens(q *part) bool {
	if p.doc.Key(q.tok.First) == "" || p.speaker(q) {
		return false
	}
	d, ok := p.parseDateline(q)
	// UP News: … is a keyword, Pilibhit: … a place
	return ok && (native(p.doc.Key(q.tok.First)) || d.Place.Found() && !d.Weak || p.doc.Tokens()[q.tok.First].Kind != document.Word)
}

// section reports whether a short line is a section name.
func (p *page) section(q *part) bool {
	return sectionWords(p.lx)[strings.TrimSpace(p.foldKey(q))]
}

// labelHead labels what is left above the body.
func (p *page) labelHead(group int) {
	summary0 := false // a standfirst stands already
	for i := 0; i < p.body; i++ {
		q := &p.parts[i]
		if q.keep {
			summary0 = summary0 || q.kind == document.Summary && q.shape == sentence
			continue
		}
		if q.label != "" {
			continue
		}
		switch {
		case (i > max(p.head, 0) || i > 0 && p.parts[i-1].marker != nil && p.parts[i-1].marker.keys[0] == "author") && p.authorLine(i):
			q.label = labelByline
		case i > p.head && p.head >= 0 && i < group+1 && p.placeOnly(q) && !p.section(q):
			q.label = labelByline
		case i < p.head || p.head < 0:
			q.label = labelNav
		case i > 0 && q.shape == title && p.clockLine(&p.parts[i-1]): // the title of a live page's first entry
			q.keep, q.kind = true, document.Subhead
		case q.shape == foreign:
			q.label = labelSlug
		case q.shape == empty:
			q.label = labelMark
		case p.head >= 0 && p.same(q, &p.parts[p.head]):
			q.label = labelRepeat
		case !summary0 && q.shape == title && q.words >= 4 && (p.subheadline(i) || p.released(i) || p.archived()):
			q.keep, q.kind = true, document.Summary
		case q.shape == short && i > p.head:
			q.label = labelNav
		default:
			q.label = labelCaption
		}
	}
}

// authorLine reports whether part i is a name alone beside the publish line:
//
//	Aug 07, 2023 / 02:18 pm ⏎ Sanjay Soni
func (p *page) authorLine(i int) bool {
	q := &p.parts[i]
	if q.words < 2 || q.words > 4 || q.stop || q.bullet {
		return false
	}
	at := func(k int) bool {
		return k >= 0 && k < len(p.parts) && (p.parts[k].label == labelTime || p.parts[k].label == labelByline)
	}
	near := at(i-1) || at(i+1)
	if q.shape != foreign {
		near = near || at(i-2) || at(i+2)
	}
	if !near {
		return false
	}
	if q.shape == foreign {
		up := true
		for _, w := range strings.Fields(q.In(p.raw)) {
			if w[0] < 'A' || w[0] > 'Z' || strings.ContainsAny(w, "_/|.0123456789") && !strings.HasSuffix(w, ".") {
				return false
			}
			up = up && strings.ToUpper(w) == w
		}
		if p.pageSlot(q.tok) {
			return false
		}
		// WRITTEN BY: ⏎ CHANDAN KUMAR
		return !up || i > 0 && p.parts[i-1].label == labelByline && p.parts[i-1].words <= 2 && p.doc.Key(inner(p.doc, p.parts[i-1].tok).End-1) == "by"
	}
	for k := q.tok.First; k < q.tok.End; k++ {
		if c := p.doc.Class(k); function(c) && !c.Has(lexicon.Surname|lexicon.GivenName) && p.doc.Key(k) != "जी" { // सुनील जी भट्ट
			return false
		}
	}
	return p.isName(q.tok)
}

// pageSlot reports whether a line of Latin words is a slot or a button of the page.
func (p *page) pageSlot(r document.Range) bool {
	for k := r.First; k < r.End; k++ {
		if pageWord(p.doc.Key(k)) {
			return true
		}
	}
	return false
}

// pageWord reports whether a word of an English line makes it a slot of the page,
// not a name: Hero Image, Trending Photos, Latest News Updates.
func pageWord(key string) bool {
	switch key {
	case "image", "images", "photo", "photos", "picture", "pictures", "video", "videos", "gallery", "logo", "icon", "banner", "poster", "thumbnail", "news", "update", "updates", "story",
		"stories", "article", "articles", "headline", "headlines", "comment", "comments", "feedback", "share", "live", "more", "ads", "ad", "mode", "size", "time", "tv", "app", "menu", "login",
		"language", "alert", "alerts", "highlights", "summary", "report", "exclusive", "special", "premium", "games", "podcast", "shorts", "edition", "synopsis", "notification", "notifications",
		"profile", "links", "link", "swipe", "dark", "text", "tap", "unmute", "quick", "subscribe", "follow", "add", "us", "read", "listen", "watch", "view", "print", "save", "copy", "skip",
		"open", "download", "trending", "advertisement", "sponsored", "preferred", "source", "google", "reels", "quiz", "newsletter", "screenshot", "screengrab":
		return true
	}
	return false
}

// captionAbovePlace reports whether the first text below the dividers, one short sentence,
// is the caption of a page that prints the place on a line of its own above the story:
// the standfirst stands above the dividers already.
//
//	राहत और बचाव का काम जारी है. ⏎ मुंबई: ⏎ महाराष्ट्र के …
func (p *page) captionAbovePlace(i int) bool {
	const longest = 20 // words
	q := &p.parts[i]
	if q.words > longest || p.sentences(q) > 1 || i+2 >= p.tail || p.parts[i+1].label != "" || !p.colonEnd(&p.parts[i+1]) || !p.placeOnly(&p.parts[i+1]) || !p.text(i+2) {
		return false
	}
	for j := 0; j < i; j++ {
		if p.parts[j].keep && p.parts[j].kind == document.Summary {
			return true
		}
	}
	return false
}

// captionSentence reports whether text part i, right above the body, is a picture
// caption with a stop: short, and without a finite verb (… मिठाई खिलातीं मां संतोष देवी।).
func (p *page) captionSentence(i int) bool {
	q := &p.parts[i]
	if q.words > 22 || q.cont || p.dateline(q) {
		return false
	}
	toks := p.doc.Tokens()[q.tok.First:q.tok.End]
	n := 0
	for k := range toks {
		if toks[k].Key == "।" || toks[k].Key == "." || toks[k].Key == "?" {
			n++
		}
	}
	if n > 1 {
		return false
	}
	return !p.finite(toks)
}

// participleCaption reports whether text i is a short phrase that closes with what its
// participle tells about, as captions do: होटल के सीसीटीवी में कैद हुआ भालू.
func (p *page) participleCaption(i int) bool {
	const longest = 12 // words
	q := &p.parts[i]
	if q.words > longest || !p.captionSentence(i) {
		return false
	}
	toks := p.doc.Tokens()
	for k := q.tok.End - 1; k > q.tok.First+1; k-- {
		if toks[k].Kind != document.Word {
			continue
		}
		switch toks[k-1].Key {
		case "हुआ", "हुई", "हुए", "गया", "गई", "गए", "लगा", "लगी", "लगे", "बैठा", "बैठी", "बैठे", "खडा", "खडी", "खडे", "मौजूद":
			return true
		}
		for _, end := range [...]string{"ता", "ती", "ते"} {
			if key := toks[k-1].Key; strings.HasSuffix(key, end) && len(key) > len(end)+3 && toks[k-1].Class&(lexicon.Postposition|lexicon.Auxiliary) == 0 {
				return true
			}
		}
		return false
	}
	return false
}

// finite reports whether the text ends with a verb form, auxiliary or not.
func (p *page) finite(toks []document.Token) bool {
	if p.verbal(toks) {
		return true
	}
	for i := len(toks) - 1; i >= 0; i-- {
		t := &toks[i]
		if t.Kind != document.Word {
			continue
		}
		if t.Class.Has(lexicon.GivenName | lexicon.Surname) {
			return false
		}
		for _, end := range [...]string{"ेगा", "ेगी", "ेंगे", "ेंगी", "ाएगा", "ाएगी", "ाएंगे", "ाया", "ाई", "ाए", "ाईं", "ता", "ते", "ती", "तीं", "एगा", "एगी", "एंगे", "ेंगे", "िए", "िये", "ना", "नी", "ने"} {
			if strings.HasSuffix(t.Key, end) {
				return true
			}
		}
		switch t.Key {
		case "कहा", "बताया", "बोले", "बोला", "मिला", "मिले", "मिली", "हुआ", "मरा", "गिरा", "पहुंचा", "पहुंचे", "पहुंची", "उठा", "उठे", "उठी", "बढा", "बढे", "बढी", "टूटा", "टूटे", "टूटी", "मारा", "मारे", "मारी", "रखा", "रखे", "रखी", "निकला", "निकले", "निकली", "देखा", "देखे", "देखी", "माना", "सुना", "करो", "दो", "लो", "चाहिए", "बना", "बने", "बनी", "चला", "चले", "चली", "डाला", "डाले", "डाली", "बचा", "बचे", "बची",
			"बदला", "बदले", "बदली", "घटा", "घटे", "घटी", "चढा", "चढे", "चढी", "उतरा", "उतरे", "उतरी", "लौटा", "लौटे", "लौटी", "भिडा", "भिडे", "भिडी", "पकडा", "पकडे", "पकडी",
			"छोडा", "छोडे", "छोडी", "तोडा", "तोडे", "तोडी", "जोडा", "जोडे", "जोडी", "खोला", "खोले", "खोली", "रोका", "रोके", "रोकी", "सौंपा", "सौंपे", "सौंपी", "डूबा", "डूबे", "डूबी",
			"झुलसा", "झुलसे", "झुलसी", "भडका", "भडके", "भडकी", "फटा", "फटे", "फटी", "टला", "टले", "टली", "थमा", "थमे", "थमी", "लगा", "लगे", "लगी", "खुला", "खुले", "खुली", "लुढका", "लुढके", "लुढकी":
			return true
		}
		return false
	}
	return false
}

// subheadline reports whether title i is a sub-headline: it stands right under the
// headline and says something (it has a finite verb), as a caption does not.
func (p *page) subheadline(i int) bool {
	for j := p.head + 1; j < i; j++ {
		if q := &p.parts[j]; !q.keep || q.kind != document.Summary {
			return false
		}
	}
	toks := p.doc.Tokens()[p.parts[i].tok.First:p.parts[i].tok.End]
	if p.caption(&p.parts[i]) {
		return false
	}
	for k := range toks {
		switch toks[k].Key {
		case "है", "हैं", "था", "थे", "थी", "थीं":
			return true
		}
	}
	return p.finite(toks)
}

// released reports whether title i, under the headline and its sub-headlines, stands in
// a press release: it prints sub-headlines of any form and no pictures.
//
//	… 85 प्रतिशत उपकरण स्वदेशी ⏎ प्रविष्टि तिथि: 26 SEP 2024 5:35PM by PIB Delhi
func (p *page) released(i int) bool {
	for j := p.head + 1; j < i; j++ {
		if q := &p.parts[j]; !q.keep || q.kind != document.Summary {
			return false
		}
	}
	if p.release {
		return true
	}
	for j := i + 1; j < p.body; j++ {
		if q := &p.parts[j]; q.label == labelTime {
			switch p.doc.Key(inner(p.doc, q.tok).First) {
			case "प्रविष्टि", "posted":
				return true
			}
			return false
		}
	}
	return false
}

// archived reports whether the page comes from a paper's text archive, whose articles open
// with an id and have no pictures: navbharat_2003_11_30_331823.
func (p *page) archived() bool {
	return len(p.parts) > 0 && strings.HasPrefix((&cutter{p.lx, p.gaz}).kindOf(p.parts[0].In(p.raw)), "id ")
}

// fillBody makes blocks of the body.
func (p *page) fillBody() {
	lastText := -1
	for i := p.body; i < p.tail; i++ {
		if p.text(i) {
			lastText = i
		}
	}
	p.listing()
	p.others()
	asked := p.interview()
	regular := p.regular()
	for i := p.body; i < p.tail; i++ {
		q := &p.parts[i]
		if q.label != "" || q.keep {
			continue
		}
		switch {
		case q.shape == empty:
			q.label = labelMark
		case p.clockLine(q) && q.shape == foreign:
			q.label = labelMark
		case q.shape == foreign && !q.row:
			q.label = labelForeign
		case p.head >= 0 && q.words >= 4 && p.same(q, &p.parts[p.head]):
			q.label = labelRepeat
		case q.words <= 5 && !q.stop && p.initials(q):
			q.label = labelTail
		case q.shape == title && q.words >= 8 && !q.bullet && !q.row && p.printedBefore(i):
			q.label = labelRepeat
		case p.cutOff(i):
			q.label = labelRepeat
			p.warn("duplicate_paragraph")
		case q.shape == sentence && q.words <= 8 && p.doc.Key(q.tok.End-1) == "?" && i < lastText && !q.bullet && !p.speaker(q) && !asked:
			q.keep, q.kind = true, document.Subhead
		case q.shape == sentence && !p.brokenHeading(i) || q.row || q.bullet || i > lastText || (q.words >= 5 && p.closed(q) || q.words > 12) && !p.longHeading(i) && !(regular && p.heading(i)):
			q.keep, q.kind = true, document.Body
		default:
			q.keep, q.kind = true, document.Subhead
		}
	}
	for i := p.tail; i < len(p.parts); i++ {
		q := &p.parts[i]
		switch {
		case q.label != "":
		case p.initials(q) || p.credit(q):
			q.label = labelTail
		case q.shape == title && q.words >= 4 && q.deva >= 12:
			q.label = labelRelated
		case q.shape == foreign && q.words >= 8:
			q.label = labelForeign
		default:
			q.label = labelTail
		}
	}
}

// printedBefore reports whether a title of the body stands in it already.
func (p *page) printedBefore(i int) bool {
	for j := p.body; j < i; j++ {
		if q := &p.parts[j]; q.words == p.parts[i].words && (q.keep || q.label == labelRelated) && p.same(q, &p.parts[i]) {
			return true
		}
	}
	return false
}

// cutOff reports whether part i is the next one, cut off in the middle.
func (p *page) cutOff(i int) bool {
	if i+1 >= p.tail {
		return false
	}
	q, n := &p.parts[i], &p.parts[i+1]
	return !q.stop && q.words >= 12 && p.text(i+1) && q.words < n.words && strings.HasPrefix(p.foldKey(n), p.foldKey(q))
}

// regular reports whether the paragraphs of the body end with a stop: a line without one is
// no paragraph then.
func (p *page) regular() bool {
	n, stops := 0, 0
	for i := p.body; i < p.tail; i++ {
		if q := &p.parts[i]; q.words >= 12 && !q.row && p.text(i) {
			if n++; q.stop {
				stops++
			}
		}
	}
	return n >= 3 && stops*5 >= n*4
}

// heading reports whether part i, a line without a stop that is long or ends with a verb,
// is a sub-heading: it stands between a full paragraph and another on a page whose
// paragraphs end with stops.
//
//	… सहयोग करें। ⏎ छह जवान शहीद हुए थे ⏎ हमले में …
func (p *page) heading(i int) bool {
	const longest, longestSentence = 30, 13 // words; of a line that says something: … था
	q := &p.parts[i]
	if q.words > longest || q.cont || i+1 >= p.tail || p.parts[i+1].cont || i > 0 && p.text(i-1) && !p.parts[i-1].stop || i == p.body && p.dateline(q) || !p.heads(i) {
		return false
	}
	n := &p.parts[i+1]
	toks := p.doc.Tokens()[q.tok.First:q.tok.End]
	if p.innerStop(toks) || p.colonEnd(q) || p.closed(q) && q.words > longestSentence {
		return false
	}
	commas := 0
	for k := range toks {
		if toks[k].Key == "," {
			commas++
		}
	}
	switch toks[0].Key {
	case "#", "\"", "“", "'", "‘":
		return false
	}
	switch toks[len(toks)-1].Key {
	case ",", "-", "–", "—", "(", ";":
		return false
	}
	// a sentence that was broken inside: … मध्य पश्चिम से दक्षिण पूर्व तक ⏎
	if c := toks[len(toks)-1].Class; c.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Demonstrative|lexicon.Pronoun) && (p.loose || !q.gap && !n.gap) {
		return false
	}
	return commas < 4
}

// brokenHeading reports whether part i is a short sub-heading that breaks off: एक भी मामला
// बच जाता है, तो...
func (p *page) brokenHeading(i int) bool {
	q := &p.parts[i]
	if q.words > 12 || q.bullet || q.row || q.cont || i == p.body || i+1 >= p.tail || p.parts[i+1].cont || !p.text(i-1) || !p.parts[i-1].stop || p.sentences(q) > 1 || p.speaker(q) {
		return false
	}
	if !p.heads(i) || p.text(i+1) && p.parts[i+1].words < 20 {
		return false
	}
	text := q.In(p.raw)
	return strings.HasSuffix(text, "...") || strings.HasSuffix(text, "…") || strings.HasSuffix(text, "!") && q.gap && p.headlineWords(q)
}

// headlineWords reports whether a line that calls out is a title, not what somebody calls:
// it is no quotation and speaks to nobody.
func (p *page) headlineWords(q *part) bool {
	return !strings.ContainsAny(q.In(p.raw), "\"“”‘’'") && q.words >= 7
}

// longHeading reports whether part i, a line of more than twelve words without a stop, is a
// sub-heading and not a sentence that lost its stop: text stands below it and a full
// sentence above, and it ends as a headline does.
func (p *page) longHeading(i int) bool {
	q := &p.parts[i]
	return q.words <= 30 && !q.cont && i+1 < p.tail && !p.parts[i+1].cont && p.heads(i) && (i == 0 || !p.text(i-1) || p.parts[i-1].stop) && p.headlineEnd(q)
}

// heads reports whether text stands below title i, with one more title between at most.
func (p *page) heads(i int) bool {
	titles := 0
	for i++; i < p.tail; i++ {
		switch q := &p.parts[i]; {
		case q.label != "":
		case q.shape == sentence:
			return true
		case (q.shape == title || q.shape == short) && titles == 0 && !q.row && !q.bullet:
			titles++
		default:
			return false
		}
	}
	return false
}

// listing takes three or more phrases in a row, with no text between them, for the
// items of a list; the first may be its heading.
func (p *page) listing() {
	phrase := func(i int) bool {
		q := &p.parts[i]
		return q.label == "" && !q.keep && (q.shape == title || q.shape == short)
	}
	for i := p.body; i < p.tail; i++ {
		end := i
		for end < p.tail && phrase(end) {
			end++
		}
		if end-i >= 4 || end-i == 3 && i > p.body && !p.parts[i+1].gap {
			for k := i + 1; k < end; k++ {
				p.parts[k].row = true
			}
		}
		i = max(i, end-1)
	}
}

// initials reports whether q is the closing line of an agency's story: its name and
// the editors' (भाषा नेहा मनोज).
func (p *page) initials(q *part) bool {
	e, a := phraseAt(p.doc, agencies(p.lx), inner(p.doc, q.tok).First, q.tok.End)
	return e > 0 && a.kind == "agency" && p.nominal(q.tok)
}

// credit reports whether a line below the text holds the editors' initials: एए/सीके
// (रॉयटर्स, एएफपी), एमजी/एआर/आरपी.
func (p *page) credit(q *part) bool {
	if q.words > 10 || q.stop || !p.nominal(q.tok) {
		return false
	}
	toks := p.doc.Tokens()
	slash := false
	for i := q.tok.First; i < q.tok.End; i++ {
		slash = slash || toks[i].Key == "/" && !toks[i].Space
		if toks[i].Key == "(" && p.agencyAt(i+1, q.tok.End) > 0 {
			return true
		}
	}
	return slash && q.words <= 6
}

// speaker reports whether q opens with the label of a question or an answer.
func (p *page) speaker(q *part) bool {
	switch p.doc.Key(inner(p.doc, q.tok).First) {
	case "सवाल", "प्रश्न", "जवाब", "उत्तर", "प्र", "उ", "q", "a", "ques", "ans":
		return true
	}
	return false
}

// wrap joins the lines of hard-wrapped paragraphs.
func (p *page) wrap() {
	for i := 0; i+1 < len(p.parts); i++ {
		q, n := &p.parts[i], &p.parts[i+1]
		if !q.keep || !n.keep || n.gap || n.cont || n.bullet || q.kind != document.Body || n.kind == document.Headline || n.kind == document.Summary || q.stop || q.words < 5 {
			continue
		}
		if c := p.doc.Class(q.tok.End - 1); c.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Demonstrative) || p.doc.Key(q.tok.End-1) == "," || p.doc.Class(n.tok.First).Has(lexicon.Postposition) && n.stop {
			n.joined = true
			n.kind = document.Body
		}
	}
}

// duplicates drops paragraphs that the page prints twice.
func (p *page) duplicates() {
	type size struct{ words, letters, deva int }
	of := func(q *part) (size, bool) {
		return size{q.words, q.letters, q.deva}, q.keep && q.kind == document.Body && q.words >= 12
	}
	sizes := map[size]int{}
	for i := range p.parts {
		if z, ok := of(&p.parts[i]); ok {
			sizes[z]++
		}
	}
	seen := map[string]bool{}
	for i := range p.parts {
		q := &p.parts[i]
		if z, ok := of(q); !ok || sizes[z] < 2 {
			continue
		}
		k := p.foldKey(q)
		if seen[k] {
			q.keep, q.label = false, labelRepeat
			p.warn("duplicate_paragraph")
		}
		seen[k] = true
	}
}

func (p *page) warn(code string) {
	for _, w := range p.out.Warnings {
		if w == code {
			return
		}
	}
	p.out.Warnings = append(p.out.Warnings, code)
}

// join returns the span from the first to the last part of a kind, where they stand
// together; else the first.
func (p *page) joinKind(k document.BlockKind) span.Span {
	var s span.Span
	last := -2
	for i := range p.parts {
		if q := &p.parts[i]; q.keep && q.kind == k {
			if s.Empty() {
				s, last = q.Span, i
			} else if i == last+1 {
				s, last = s.Cover(q.Span), i
			}
		}
	}
	return s
}
