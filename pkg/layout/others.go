package layout

import (
	"strings"
	"sync"

	"khabar/pkg/devanagari"
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
		if q.words >= 5 && p.invites(q) && !p.parts[i+1].row {
			q.label, q.row = labelRelated, false
			continue
		}
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

// invites reports whether a line ends by sending the reader to a page of its own: यहां देखिए
// पूरी लिस्ट, देखें तस्वीरें.
func (p *page) invites(q *part) bool {
	end := inner(p.doc, q.tok).End
	if q.stop {
		return false
	}
	switch p.doc.Key(end - 1) {
	case "लिस्ट", "सूची", "तस्वीरें", "फोटो", "वीडियो", "विडियो", "अपडेट":
	default:
		return false
	}
	for i := end - 2; i >= q.tok.First && i >= end-4; i-- {
		switch p.doc.Key(i) {
		case "देखें", "देखिए", "पढें", "पढिए", "जानें", "जानिए":
			return true
		}
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

// stem returns the first five letters of a content word, "" for other tokens: words are
// compared without their endings.
func (p *page) stem(k int) string {
	t := &p.doc.Tokens()[k]
	if t.Kind != document.Word || function(t.Class) || !native(t.Key) || lightVerbs()[t.Key] {
		return ""
	}
	n := 0
	for i := range t.Key {
		if n == 5 {
			return t.Key[:i]
		}
		n++
	}
	if n < 2 {
		return ""
	}
	return t.Key
}

// headlineEnd reports whether a line ends as headlines and sub-headings do, not sentences:
// in a noun, an adjective or a bare participle, without a finite or an imperative verb; or
// whether it quotes as headlines do (…, कहा- घबराएं नहीं).
func (p *page) headlineEnd(q *part) bool {
	toks := p.doc.Tokens()[q.tok.First:q.tok.End]
	if q.stop || p.innerStop(toks) || p.colonEnd(q) {
		return false
	}
	numbers, commas := 0, 0
	for i := range toks {
		t := &toks[i]
		switch {
		case t.Kind == document.Number:
			numbers++
		case t.Key == ",":
			commas++
		case (t.Key == ":" || t.Key == "ः") && i > 0 && toks[i-1].Class.Has(lexicon.Auxiliary):
			return false // … जारी की गई है: मौसम विभाग
		case (t.Key == "-" || t.Key == ":" || t.Key == "–") && i > 3 && i+2 < len(toks) && toks[i-2].Key == "," && saysHeadline(toks[i-1].Key):
			return true
		}
	}
	if numbers >= 3 && numbers*6 > q.words || commas >= 3 { // a row of a table, a list of places
		return false
	}
	switch toks[len(toks)-1].Key {
	case ",", "-", "–", "—", "(", "‘", "“":
		return false
	}
	for i := len(toks) - 1; i >= 0; i-- {
		t := &toks[i]
		if t.Kind != document.Word {
			continue
		}
		if t.Key == "पार" { // 100 के पार
			return true
		}
		return !t.Class.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Demonstrative|lexicon.Pronoun|lexicon.Auxiliary) && !verbEnd(t.Key)
	}
	return false
}

func saysHeadline(key string) bool {
	switch key {
	case "कहा", "बोले", "बोलीं", "बोली", "बोला", "लिखा", "पूछा", "बताया":
		return true
	}
	return false
}

// verbEnd reports whether a word is a finite verb, auxiliaries aside, or an imperative.
func verbEnd(key string) bool {
	if verbForms()[key] {
		return true
	}
	if likeVerbs()[key] {
		return false
	}
	for _, end := range [...]string{"ेगा", "ेगी", "ेंगे", "ेंगी", "एगा", "एगी", "एंगे", "एंगी", "ूंगा", "ाया", "ाई", "ाए", "ाईं", "िए", "िये", "ना"} {
		if strings.HasSuffix(key, end) {
			return true
		}
	}
	return imperative(key)
}

func wordSet(words string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		m := map[string]bool{}
		for _, w := range strings.Fields(words) {
			m[devanagari.Fold(w)] = true
		}
		return m
	})
}

var (
	verbForms = wordSet(`कहा बोले बोला बोलीं मिला मिले मिली मिलीं हुआ हुई हुए हुईं किया किए कीं दिया दिए दीं लिया लिए गया गई गए गईं
		मरा मरे गिरा गिरे गिरी पहुंचा पहुंचे पहुंची उठा उठे उठी बढ़ा बढ़े बढ़ी टूटा टूटे टूटी मारा मारे मारी रखा रखे रखी
		निकला निकले निकली देखा देखे देखी माना माने मानी सुना सुनी बना बने बनी चला चले चली डाला डाले डाली बचा बचे बची
		लगा लगे लगी छोड़ा छोड़े छोड़ी पकड़ा पकड़े पकड़ी पूछा लिखा लिखी खोला खोले खोली रोका रोके रोकी भेजा भेजे भेजी
		करता करते करती होता होते होती जाता जाते जाती चाहिए दो लो करो`)
	// likeVerbs are nouns that end as verbs do.
	likeVerbs = wordSet(`किराया साया माया छाया काया बकाया सुनवाई कार्रवाई लड़ाई पढ़ाई कमाई महंगाई ऊंचाई सच्चाई सफाई चढ़ाई भलाई बुवाई बुआई सिंचाई
		ढुलाई कटाई रिहाई भाई बाई ताई दवाई सगाई विदाई जुदाई गहराई लंबाई चौड़ाई मलाई कलाई हवाई जुलाई ढिलाई बधाई दुहाई सिलाई धुलाई
		पिटाई खुदाई जुताई रोपाई भरपाई अगुवाई अगुआई बड़ाई बुराई अच्छाई तुड़ाई खाई चाय राय समुदाय
		मौतें बातें रातें तस्वीरें कीमतें सीटें ट्रेनें शिकायतें दुकानें उड़ानें बसें सड़कें खबरें फसलें लाशें गाड़ियां शर्तें मुश्किलें चीजें
		कोरोना सूचना योजना घटना दुर्घटना सेना परियोजना आलोचना संभावना शिवसेना थाना खजाना जुर्माना पटना चना सामना पुराना ठिकाना निशाना
		कारखाना जमाना महीना पसीना सोना कोना गहना खाना पाखाना दवाखाना मदीना भावना कामना प्रार्थना रचना गणना मतगणना जनगणना स्थापना वंदना अर्चना
		कल्पना यातना सांत्वना अवमानना प्रताड़ना उत्तेजना अधिसूचना चेतना अपना नगीना पुदीना मौलाना राजाना रोजाना सालाना दीवाना तराना अफसाना
		महिलाएं घटनाएं सेवाएं संस्थाएं योजनाएं परीक्षाएं समस्याएं सीमाएं हत्याएं परियोजनाएं छात्राएं शाखाएं बाधाएं प्रतिमाएं भाषाएं`)
	// lightVerbs say nothing about what a text is about.
	lightVerbs = wordSet(`करने करना करता करते करती करेगा करेगी करेंगे करें होने होना होगा होगी होंगे देने देना देगा देगी देंगे लेने लेना लेगा लेंगे
		जाने जाना जाएगा जाएगी जाएंगे आने आना आया आई आए बनने बनाने बना बने बनी मिले मिली मिला मिलेगा मिलेगी लगने लगाने लगा लगे लगी
		कहा बोले बताया रखने रहने पहले साल लोग लोगों नए नया नई बड़ा बड़ी बड़े दो तीन चार पांच एक`)
)
