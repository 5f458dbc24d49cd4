package layout

import (
	"unicode/utf8"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
)

// others labels the titles of other stories that stand between the paragraphs without a
// marker. Such a title is known by one of these:
//
//   - The page's own sub-headings stand right above their text; it has a blank line above
//     and below.
//   - It is a headline of seven words or more, and the article has hardly a word of it:
//     own sub-headings say what the text says.
//
// A line that ends with a verb as a sentence does stays.
//
//	… बिजली नहीं है। ⏎ सोने के दाम गिरे, सर्राफा बाजार में लौटी रौनक ⏎ अमेरिका के … ⏎
func (p *page) others() {
	var titles []int
	flush, apart := 0, 0
	last := -1
	for i := p.tail - 1; i > p.body; i-- {
		if p.text(i) && !p.parts[i].row {
			last = i
			break
		}
	}
	for i := p.body + 1; i < last; i++ {
		q, n := &p.parts[i], &p.parts[i+1]
		if q.label != "" || q.keep || q.shape != title || q.cont || n.cont {
			continue
		}
		titles = append(titles, i)
		switch {
		case q.bullet || q.row:
		case n.gap && q.gap:
			apart++
		case !n.gap && p.text(i+1):
			flush++
		}
	}
	if len(titles) == 0 {
		return
	}
	var stems map[string]int
	for _, i := range titles {
		q := &p.parts[i]
		if !p.headlineEnd(q) && !p.callEnd(q) {
			continue
		}
		if q.words >= 7 && flush >= 2 && flush >= apart && q.gap && p.parts[i+1].gap && !q.bullet && !q.row {
			q.label = labelRelated
			continue
		}
		if q.words < 7 || p.doc.Class(inner(p.doc, q.tok).First).Has(lexicon.Honorific) {
			continue
		}
		if q.bullet && p.doc.Class(inner(p.doc, q.tok).First).Has(lexicon.GivenName) {
			continue // - दीपक जोशी, प्रदेश अध्यक्ष
		}
		if q.bullet {
			// one bullet line alone, between paragraphs
			if q.words >= 9 && p.text(i-1) && !p.parts[i-1].bullet && !p.parts[i+1].bullet {
				q.label = labelRelated
			}
			continue
		}
		if stems == nil {
			stems = p.stems(titles)
		}
		content, shared := p.shared(q, stems)
		if content >= 6 && (shared == 0 || q.words > 12 && shared*5 <= content) {
			q.label, q.row = labelRelated, false
		}
	}
}

// callEnd reports whether a line ends by calling the reader: यहां देखें, जानिए
func (p *page) callEnd(q *part) bool {
	switch p.doc.Key(inner(p.doc, q.tok).End - 1) {
	case "देखें", "देखिए", "पढें", "पढिए", "जानें", "जानिए":
		return !q.stop
	}
	return false
}

// stems counts the beginnings of the content words of headline and texts, without the
// titles in question.
func (p *page) stems(titles []int) map[string]int {
	out := map[string]int{}
	for i := 0; i < p.tail; i++ {
		q := &p.parts[i]
		if q.keep || p.text(i) && q.shape == sentence || q.label == labelHighlight {
			for k := q.tok.First; k < q.tok.End; k++ {
				if s := p.stem(k); s != "" {
					out[s]++
				}
			}
		}
	}
	return out
}

// shared counts the content words of q, and those that the article has.
func (p *page) shared(q *part, stems map[string]int) (content, shared int) {
	seen := map[string]bool{}
	for k := q.tok.First; k < q.tok.End; k++ {
		s := p.stem(k)
		if s == "" || seen[s] {
			continue
		}
		seen[s] = true
		content++
		if stems[s] > 0 {
			shared++
		}
	}
	return content, shared
}

// stem returns the first four letters of a content word, "" for other tokens: words are
// compared without their endings.
func (p *page) stem(k int) string {
	t := &p.doc.Tokens()[k]
	if t.Kind != document.Word || function(t.Class) || !native(t.Key) {
		return ""
	}
	n := 0
	for i, r := range t.Key {
		if n == 4 {
			return t.Key[:i]
		}
		if utf8.RuneLen(r) > 0 {
			n++
		}
	}
	if n < 2 {
		return ""
	}
	return t.Key
}

// headlineEnd reports whether a line ends as headlines and sub-headings do, not sentences:
// in a noun, an adjective or a bare participle, without a finite or an imperative verb.
func (p *page) headlineEnd(q *part) bool {
	toks := p.doc.Tokens()[q.tok.First:q.tok.End]
	if q.stop || p.closed(q) || p.finite(toks) || p.innerStop(toks) || p.colonEnd(q) {
		return false
	}
	switch toks[len(toks)-1].Key {
	case ",", "-", "–", "—", "(", "‘", "“":
		return false
	}
	numbers, commas := 0, 0
	for i := range toks {
		if toks[i].Kind == document.Number {
			numbers++
		}
		if toks[i].Key == "," {
			commas++
		}
		// … जारी की गई है: मौसम विभाग
		if (toks[i].Key == ":" || toks[i].Key == "ः") && i > 0 && toks[i-1].Class.Has(lexicon.Auxiliary) {
			return false
		}
	}
	if numbers >= 3 && numbers*6 > q.words || commas >= 3 { // a row of a table, a list of places
		return false
	}
	for i := len(toks) - 1; i >= 0; i-- {
		t := &toks[i]
		if t.Kind != document.Word {
			continue
		}
		if t.Class.Has(lexicon.Postposition | lexicon.Conjunction | lexicon.Demonstrative | lexicon.Pronoun) {
			return false
		}
		return !imperative(t.Key)
	}
	return false
}
