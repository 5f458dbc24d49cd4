package layout

import (
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
)

// offices are the names that head a press note; headWords may stand behind them.
var (
	offices = phraseSet("सूचना अधिकारी|सूचना विभाग|सूचना कार्यालय|सूचना परिसर|सूचना शाखा|सूचना केंद्र|सूचना निदेशालय|सूचना ब्यूरो|सूचना प्रकोष्ठ|" +
		"जनसंपर्क विभाग|जनसंपर्क कार्यालय|जनसंपर्क अधिकारी|जनसंपर्क निदेशालय|जनसंपर्क संचालनालय|लोक संपर्क विभाग|लोक संपर्क अधिकारी|लोक संपर्क कार्यालय|" +
		"सूचना एवं जनसंपर्क|सूचना एवं जन संपर्क|जन संपर्क विभाग|जन संपर्क कार्यालय|जन संपर्क अधिकारी|सूचना और जनसंपर्क|सूचना व जनसंपर्क|सूचना एवं लोक संपर्क|सूचना तथा जनसंपर्क|" +
		"प्रेस नोट|प्रेस विज्ञप्ति|प्रेस रिलीज|प्रेस रिलीज़|प्रेस सूचना|समाचार संख्या|समाचार क्रमांक|मीडिया प्रकोष्ठ|मीडिया सेल|प्रेस प्रकोष्ठ|सूचना एवं प्रसारण विभाग|press note|press release")
	headWords = map[string]bool{"सं": true, "संख्या": true, "क्रमांक": true, "नं": true, "no": true, "विभाग": true, "अधिकारी": true, "कार्यालय": true, "निदेशालय": true, "शासन": true, "सरकार": true,
		"जिला": true, "उ": true, "प्र": true, "म": true, "शाखा": true, "पत्र": true}
)

func phraseSet(list string) *lexicon.Phrases[bool] {
	t := &lexicon.Phrases[bool]{}
	for _, s := range strings.Split(list, "|") {
		t.Add(s, true)
	}
	return t
}

// letterhead labels the head of a press note: the lines above its title that name the
// office it comes from, its number and its date.
//
//	कार्यालय जिला सूचना अधिकारी, उत्तरकाशी ⏎ प्रेस नोट सं0 214 ⏎ उत्तरकाशी 17 जनवरी, 2025 (सू.वि.)। …
func (p *page) letterhead() {
	const most = 8 // lines
	for i := 0; i < len(p.parts) && i < most; i++ {
		q := &p.parts[i]
		if q.label != "" && q.label != labelCaption || q.shape == empty {
			continue
		}
		e := p.office(q) // also in brackets: (मुख्यमंत्री सूचना परिसर)
		if q.label == labelCaption && e == 0 {
			continue
		}
		if e == 0 {
			if p.ministry(q) {
				q.label = labelNav
				continue
			}
			if k := p.doc.Key(inner(p.doc, q.tok).End - 1); i > 0 && q.words <= 3 && (k == "सरकार" || k == "शासन") && p.nominal(q.tok) {
				q.label = labelNav // भारत सरकार
				continue
			}
			if i == 0 && q.shape != sentence && q.words <= 6 && p.nominal(q.tok) {
				continue // भारत सरकार
			}
			return
		}
		q.label, p.release = labelNav, true
		if r := inner(p.doc, document.Range{First: e, End: q.tok.End}); r.Len() > 0 && p.isPlace(r) {
			p.headPlace = r
		}
	}
}

// ministry reports whether a line of a Press Information Bureau release names the ministry
// that it comes from: कृषि एवं किसान कल्याण मंत्रालय.
func (p *page) ministry(q *part) bool {
	const longest = 12 // words
	if q.words > longest || q.stop || !p.nominal(q.tok) || !strings.Contains(p.raw, "PIB") && !strings.Contains(p.raw, "प्रविष्टि तिथि") {
		return false
	}
	switch p.doc.Key(inner(p.doc, q.tok).End - 1) {
	case "मंत्रालय", "विभाग", "आयोग", "सचिवालय", "कार्यालय":
		return p.office(q) == 0
	}
	return false
}

// office returns the token behind the name of the office, or the title of the note, that
// the short line q is, 0 where it is none: a place, a number or a date may follow.
func (p *page) office(q *part) int {
	const longest = 16 // words
	if q.words > longest || q.cont || !p.nominal(q.tok) || p.verbal(p.doc.Tokens()[q.tok.First:q.tok.End]) {
		return 0
	}
	end := 0
	for i := q.tok.First; i < q.tok.End; i++ {
		if e, _ := phraseAt(p.doc, offices, i, q.tok.End); e > 0 {
			end, i = e, e-1
		}
	}
	if first := inner(p.doc, q.tok).First; end == 0 && p.release && first+1 < q.tok.End && q.words <= 5 && p.numbered(q) {
		switch p.doc.Key(first) { // संख्या 1142/2023-PUB, below the office's name
		case "संख्या", "क्रमांक", "पत्रांक", "सं":
			return q.tok.End
		}
	}
	if end == 0 {
		return 0
	}
	for i := end; i < q.tok.End; i++ {
		if t := &p.doc.Tokens()[i]; t.Kind == document.Word && !headWords[t.Key] {
			for _, st := range q.stamps {
				if i >= st.tok.First {
					return end
				}
			}
			if p.isPlace(document.Range{First: i, End: q.tok.End}) {
				return i
			}
			return 0
		}
	}
	return end
}

// pageTitles labels a line among the first that ends with all of the line below it, the
// headline: a menu or a breadcrumb that holds the headline.
//
//	हिंदी न्यूज़न्यूज़इंडियाMonsoon Session: संसद का सत्र … ⏎ Monsoon Session: संसद का सत्र …
func (p *page) pageTitles() {
	const most, shortest = 4, 4 // lines, words
	for i := 0; i+1 < len(p.parts) && i < most; i++ {
		q, n := &p.parts[i], &p.parts[i+1]
		if q.label == "" && n.label == "" && n.words >= shortest && n.shape == title && q.shape == title && len(q.In(p.raw)) > len(n.In(p.raw)) && strings.HasSuffix(q.In(p.raw), n.In(p.raw)) {
			q.label = labelNav
		}
	}
}
