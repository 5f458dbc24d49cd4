package organization

import (
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/tagger"
)

// need is a set of the kinds of word that may qualify a head noun.
type need uint8

const (
	needPlace   need = 1 << iota // p: दिल्ली | पुलिस
	needSubject                  // s: स्वास्थ्य | विभाग
	needName                     // n: साधना | कैपिटल
	needScope                    // a: राष्ट्रीय, राज्य, जिला
)

// head is a noun that heads the name of a body.
type head struct {
	kind Kind
	need need // one of these must stand before it
	take need // these may stand before it
	long bool // behind राष्ट्रीय, केंद्रीय, भारतीय … nouns of any kind may stand before it
	weak bool // a thing too (स्टील, पावर): a name for certain stands before it and no noun behind
	only bool // only names stand before it: जीवन आधार | फाउंडेशन
}

// headAt returns the number of tokens of the head that starts at token i, 0 for none.
func (f *finder) headAt(i int) int {
	if !f.t.heads.StartsWith(f.d.WordAt(i)) {
		return 0
	}
	w := words{d: f.d, at: i}
	n, _ := f.t.heads.Longest(w.key)
	if n == 0 {
		return 0
	}
	return w.end(n) - i
}

// headed reads the name whose head is the n tokens at i:
//
//	नाम := (स्थान | विषय | विशेषण | शब्द)+ शीर्ष   इलाहाबाद हाई कोर्ट, वन विभाग, साधना कैपिटल
//
// Two subjects may be joined: सूचना एवं प्रसारण मंत्रालय, कृषि, सहकारिता और किसान कल्याण विभाग.
func (f *finder) headed(i, n int) (found, bool) {
	w := words{d: f.d, at: i}
	_, h := f.t.heads.Longest(w.key)
	sentence := f.d.Tokens()[i].Sentence
	var have need
	first := i
	floor := 0
	if k := len(f.found); k > 0 {
		floor = f.found[k-1].r.First
		if f.found[k-1].rule == "organization/head" && f.found[k-1].r.End == i {
			floor = 0 // ऑल | हरियाणा पावर | कारपोरेशन
			if k > 1 {
				floor = f.found[k-2].r.End
			}
		}
	}
	if h.weak && !f.nameForSure(i-1, i+n) {
		return found{}, false
	}
	for j := i - 1; j >= 0 && i-j <= 8 && f.d.Tokens()[j].Sentence == sentence; j-- {
		if j < floor {
			break
		}
		if h.kind == Government && f.d.Key(j) == f.d.Key(i) {
			break // स्वास्थ्य विभाग, | महिला कल्याण विभाग
		}
		if f.t.member[f.d.Key(j)] && f.t.office[f.d.Key(j)] && j < i-1 {
			break // the officer, not the union: … सिंह, सहायक प्रोफेसर रसायन विभाग
		}
		k := f.word(j)
		if j+1 == i && n == 1 && k == needName && (f.d.Key(i) == "बैंक" || h.kind == Education || h.kind == Health) && f.t.noun[f.d.Key(j)] && f.d.Class(j) == 0 {
			break // पासबुक | बैंक में रखी
		}
		if h.branded() && f.t.brand[f.d.Key(j)] || k == needSubject && h.kind == Company && f.t.qualifier[f.d.Key(j)] == 0 && (first < i || !firms[f.d.Key(i)]) {
			k |= needName // उड़ान | फाउंडेशन; बोस्टन कंसल्टिंग | ग्रुप
		}
		if h.kind == NGO && h.need&needSubject != 0 && f.t.brand[f.d.Key(j)] && j > floor && f.t.qualifier[f.d.Key(j-1)]&(needScope|needSubject|needName) != 0 {
			k |= needSubject // महिला | जागृति | संगठन
		}
		if k == 0 && h.kind == NGO && f.t.member[f.d.Key(j+1)] && (f.t.qualifier[f.d.Key(j)]&needSubject != 0 || f.t.heads.Starts(f.d.Key(j)) && f.d.Class(j)&grammar == 0) {
			k = needSubject // बस | ऑपरेटर यूनियन: no "enough" here; निजी स्कूल | संचालक संघ
		}
		if first < i && f.t.prefix[f.d.Key(j)] && h.take&needName != 0 {
			first = j // मां शारदा | राइस मिल
			continue
		}
		if k != 0 {
			if k&h.take == 0 && j+1 == i && first == i && firms[f.d.Key(i)] && f.t.generic[f.d.Key(j)+" "+f.d.Key(i)] {
				first = j // महालक्ष्मी | पटाखा फैक्ट्री
				continue
			}
			if k&h.take == 0 {
				if s := f.anchored(j, floor, h); s >= 0 {
					have |= h.need
					first, j = s, s
					continue
				}
				break
			}
			have |= k & h.take
			first = j
			continue
		}
		key := f.d.Key(j)
		if j+1 == i && firms[f.d.Key(i)] && f.t.generic[key+" "+f.d.Key(i)] {
			first = j // महालक्ष्मी | पटाखा फैक्ट्री
			continue
		}
		if j+1 == first && j > 0 && h.take&needSubject != 0 && joins(key) && f.word(j-1)&needSubject != 0 && f.word(j+1)&needSubject != 0 {
			if c := f.d.Class(j - 1); c.Has(lexicon.Surname) && !c.Has(lexicon.CommonWord) {
				break // हरिराम पाल और | शिक्षक संघ के अध्यक्ष …
			}
			continue
		}
		if key == "-" && first == j+1 && first < i && f.twin(j, h) && j-1 >= floor {
			first = j - 1 // मीरा | -भाईंदर महानगरपालिका
			j--
			continue
		}
		if key == "." && j > 0 && f.d.Tokens()[j-1].Class.Has(lexicon.Honorific|lexicon.Letter) && h.take&needName != 0 {
			first = j - 1
			j--
			continue
		}
		if f.tagged(j) {
			first = j
			continue
		}
		if first < i && h.take&needName != 0 && f.t.linker[key] && f.word(j-1)&needName != 0 {
			continue
		}
		if s := f.anchored(j, floor, h); s >= 0 {
			have |= h.need
			first, j = s, s
			continue
		}
		if s := f.whole(j, i, n, floor, h); s >= 0 {
			have |= h.need
			first = s
		}
		break
	}
	// the union of those of a body: उत्तर प्रदेश चीनी मिल | मजदूर संघ, पटना हाईकोर्ट | एडवोकेट एसोसिएशन
	if k := len(f.found) - 1; k >= 0 && h.kind == NGO && f.found[k].r.End == first && (first < i || n > 1) && f.found[k].r.First < first &&
		f.d.Tokens()[f.found[k].r.First].Sentence == sentence && (f.found[k].kind == Company || f.found[k].kind == Court || f.found[k].kind == Education || f.found[k].kind == Health) && f.t.qualifier[f.d.Key(first)]&needSubject != 0 {
		first = f.found[k].r.First
		have |= h.need
	}
	end := i + n
	if f.t.forward[f.d.Key(end)] {
		// यूनिवर्सिटी ऑफ शिकागो, इंस्टीट्यूट ऑफ पब्लिक हेल्थ
		j := end + 1
		for j < f.d.Len() && j < end+9 && f.d.Tokens()[j].Sentence == sentence && f.d.Tokens()[j].Kind == document.Word &&
			(f.t.linker[f.d.Key(j)] || f.d.Class(j)&(lexicon.Postposition|lexicon.Pronoun|lexicon.Conjunction|lexicon.Auxiliary|lexicon.Particle) == 0 && !f.t.office[f.d.Key(j)]) {
			j++
		}
		if j > end+1 {
			end = j
			have |= h.need
		}
	}
	// a state school or hospital is told by the place behind it: राजकीय महाविद्यालय | पुरोला
	if (h.kind == Education || h.kind == Health) && first < i && have&(needPlace|needName) == 0 && !f.t.object[f.d.Key(end)] {
		if e := f.campus(end); e > end {
			end = e
			have |= needPlace
		}
	}
	// town councils: नगरपालिका परिषद | बीना
	if h.kind == Court && n > 1 && first == i && f.d.Key(i) != "हाई" && f.d.Key(i) != "उच्च" {
		if e := f.campus(end); e > end && f.d.Class(e).Has(lexicon.Postposition) {
			end = e // सिविल कोर्ट | पटना
			have |= needPlace
		}
	}
	if h.kind == Government && first == i && councils[f.d.Key(i)] && !f.t.object[f.d.Key(end)] {
		if e := f.campus(end); e > end {
			end = e
			have |= needPlace
		}
	}
	// what is announced is read whole: फर्म | स्वच्छ भारती इंफ्रा, गैर सरकारी संगठन | केयर फाउंडेशन
	if h.kind == Company || h.kind == NGO && n == 1 {
		for k := first; k+1 < i; k++ {
			if f.t.announce[f.d.Key(k)] {
				first = k + 1
			}
		}
	}
	if (h.kind == Company || h.kind == NGO) && first > 1 && first < i {
		for k := first - 1; k >= max(floor, first-3) && f.d.Tokens()[k].Sentence == sentence && f.d.Tokens()[k].Kind == document.Word && f.d.Class(k)&(lexicon.Postposition|lexicon.Pronoun|lexicon.Conjunction|lexicon.Auxiliary|lexicon.Particle) == 0; k-- {
			if f.t.announce[f.d.Key(k)] {
				first = k + 1
				break
			}
		}
	}
	if h.long && first+1 < i && f.t.anchor[f.d.Key(first)] {
		have |= h.need // राष्ट्रीय आपदा प्रबंधन | एजेंसी
	}
	// a noun that belongs to the genitive before it: इसकी सूचना | लोक निर्माण विभाग को दी
	if first+1 < i && first > 0 && !joins(f.d.Key(first+1)) && (told[f.d.Key(first)] || f.d.Key(first) == "जांच" && f.d.Key(first+1) != "एजेंसी") && f.genitive(first-1) {
		first++
	}
	for first < i && f.t.linker[f.d.Key(first)] && f.d.Key(first) != "द" && f.d.Key(first) != "the" {
		first++ // एंड | लाइट कंपनी
	}
	if first == i && end == i+n {
		return found{}, false
	}
	if have&h.need == 0 || f.t.object[f.d.Key(end)] && h.kind != Education && h.kind != Health {
		return found{}, false
	}
	if f.d.Key(i) == "मिल" && n == 1 && (f.d.Class(i+1).Has(lexicon.Auxiliary) || f.d.Class(i-1).Has(lexicon.CommonWord)) {
		return found{}, false // मिल सकता है
	}
	if p := f.d.Key(i - 1); n == 1 && first < i && (p == "रोग" || p == "विज्ञान") && f.d.Key(i) == "विभाग" {
		return found{}, false // a department of a hospital or college
	}
	if f.d.Key(first) == "निजी" && h.kind != NGO {
		return found{}, false
	}
	r := document.Range{First: first, End: end}
	name := f.d.Text(f.d.SpanOf(r))
	key := devanagari.Fold(name)
	if f.t.generic[key] || strings.HasSuffix(key, " रोग विभाग") {
		return found{}, false
	}
	if _, rest, ok := strings.Cut(key, " "); ok && (h.kind == Government || f.d.Key(i) == "समिति") && f.t.anchor[f.d.Key(first)] && f.t.generic[rest] {
		return found{}, false // भारतीय | खुफिया एजेंसी
	}
	// केंद्रीय स्वास्थ्य मंत्रालय and भारतीय विदेश मंत्रालय are the Indian ministry.
	for _, p := range f.t.union {
		if rest, ok := strings.CutPrefix(key, p+" "); ok && h.kind == Government && !h.long && strings.Contains(rest, " ") {
			key = rest
			name = strings.TrimSpace(name[strings.IndexAny(name, " \u00a0\n\t"):])
			break
		}
	}
	return found{r, key, name, "", h.kind, "organization/head", false}, true
}

// twin reports whether the hyphen at token j joins the two towns that one council, authority or
// bank is of: पिंपरी-चिंचवड़ महानगरपालिका, मथुरा-वृंदावन विकास प्राधिकरण. The police of
// कानपुर-लखनऊ and the government of भारत-नेपाल are none.
func (f *finder) twin(j int, h head) bool {
	tokens := f.d.Tokens()
	if j == 0 || tokens[j].Space || tokens[j+1].Space || h.need&needPlace == 0 || h.need&needName == 0 || h.kind != Government && h.kind != Company && h.kind != NGO {
		return false
	}
	l, r := f.word(j-1), f.word(j+1)
	return (l|r)&needPlace != 0 && (l == needPlace || l == needName && tokens[j-1].Class&(lexicon.CommonWord|lexicon.Honorific) == 0) && r&(needPlace|needName) != 0
}

// whole returns the first of the two or three words that are the name of a body whose head
// has only names before it, though they are words elsewhere, -1 for none: the word before them
// ends what went before.
//
//	शहर के | जीवन आधार | फाउंडेशन ने
//
// So is the name of a union or a society whose office-bearer is named:
//
//	बांध विरोधी | संघर्ष समिति | के अध्यक्ष
func (f *finder) whole(j, i, n, floor int, h head) int {
	if !h.only && f.d.Key(i) != "बचाओ" && !(h.kind == NGO && f.presided(i+n)) {
		return -1
	}
	tokens := f.d.Tokens()
	for s := j; s >= floor && i-s <= 3 && tokens[s].Sentence == tokens[i].Sentence; s-- {
		t := &tokens[s]
		if t.Kind != document.Word || t.Class&grammar != 0 || f.t.stop[t.Key] || f.t.announce[t.Key] || f.t.office[t.Key] || verbal(t.Key) || f.t.qualifier[t.Key]&needScope != 0 {
			return -1
		}
		if i-s < 2 && f.d.Key(i) != "बचाओ" && !(n > 1 && !h.only) {
			continue
		}
		if s == 0 || tokens[s-1].Sentence != t.Sentence || tokens[s-1].Kind == document.Punct || tokens[s-1].Class&(lexicon.Postposition|lexicon.Conjunction) != 0 || f.t.announce[tokens[s-1].Key] || tokens[s-1].Key == "स्थित" {
			return s
		}
	}
	return -1
}

// presided reports whether the office of one who heads a union or a society follows at token
// i: के अध्यक्ष, की संयोजक.
func (f *finder) presided(i int) bool {
	if k := f.d.Key(i); k != "के" && k != "की" {
		return false
	}
	for j := i + 1; j < i+3; j++ {
		switch f.d.Key(j) {
		case "अध्यक्ष", "उपाध्यक्ष", "सचिव", "महासचिव", "महामंत्री", "मंत्री", "संयोजक", "संयोजिका", "कोषाध्यक्ष", "प्रवक्ता", "जिलाध्यक्ष", "संरक्षक", "संस्थापक", "पदाधिकारी", "पदाधिकारियों":
			return true
		}
	}
	return false
}

// verbal reports whether the word has an ending of verbs and participles, which are no part of
// a name: बनाकर, करने, चलते, वाला.
func verbal(key string) bool {
	for _, e := range [...]string{"कर", "ने", "ना", "नी", "ते", "ता", "ती", "ये", "या", "ों", "ें", "वाला", "वाले", "वाली", "ए", "ई"} {
		if strings.HasSuffix(key, e) {
			return true
		}
	}
	return false
}

// titled returns the token of the title that opens the name of a school or hospital of which
// the word at token j, which is no name elsewhere, is a part, -1 for none:
//
//	डॉ. हरीसिंह | गौर | विश्वविद्यालय, माता | गुजरी | कॉलेज
func (f *finder) titled(j, floor int, h head) int {
	if h.kind != Education && h.kind != Health || h.need&needName == 0 {
		return -1
	}
	tokens := f.d.Tokens()
	for s := j; s >= floor && j-s < 4 && tokens[s].Sentence == tokens[j].Sentence; s-- {
		t := &tokens[s]
		if t.Key == "." && s > floor && tokens[s-1].Class.Has(lexicon.Honorific) {
			continue
		}
		if t.Kind != document.Word || f.t.stop[t.Key] || t.Class&grammar != 0 || f.t.qualifier[t.Key] != 0 || f.t.office[t.Key] && !f.t.prefix[t.Key] || strings.HasSuffix(t.Key, "ों") {
			return -1
		}
		if s < j && f.t.prefix[t.Key] {
			return s
		}
		if s < j && t.Class.Has(lexicon.CommonWord) {
			return -1
		}
	}
	return -1
}

// grammar are the words that end the name of a body.
const grammar = lexicon.Postposition | lexicon.Pronoun | lexicon.Auxiliary | lexicon.Particle | lexicon.Demonstrative | lexicon.Conjunction | lexicon.Month | lexicon.Weekday

// nameForSure reports whether token j is a listed name, a place, letters or a word that firms are
// called, and the name ends at token end: विनीत | स्टील | ने, but not मैन | पावर, पतंजलि स्टील | प्लांट.
func (f *finder) nameForSure(j, end int) bool {
	if j < 0 || f.d.SentenceOf(j) != f.d.SentenceOf(j+1) {
		return false
	}
	if t := &f.d.Tokens()[min(end, f.d.Len()-1)]; end < f.d.Len() && t.Sentence == f.d.Tokens()[j].Sentence && t.Kind == document.Word &&
		(!t.Class.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Particle|lexicon.Auxiliary) && !f.t.heads.Starts(t.Key) || f.t.linker[t.Key]) {
		return false
	}
	t := &f.d.Tokens()[j]
	if f.acts(end) && f.word(j) == needName && t.Class&(lexicon.CommonWord|lexicon.Honorific) == 0 {
		return true // नोवाजेन | बायोटेक | ने
	}
	return f.place[j] != 0 || f.t.brand[t.Key] || t.Class.Has(lexicon.GivenName|lexicon.Surname) && !t.Class.Has(lexicon.CommonWord) || f.t.acronym(t.Key)
}

// branded reports whether the body may be called by a common word: उड़ान | फाउंडेशन, शांति |
// नर्सिंग होम, ज्योति | पब्लिक स्कूल.
func (h head) branded() bool {
	switch h.kind {
	case Company, Education, Health, NGO:
		return h.need&needName != 0
	}
	return false
}

// anchored returns the token that opens the long name of a public body of which the common
// nouns up to token j are a part, -1 for none:
//
//	राष्ट्रीय | भौतिक | प्रयोगशाला, केंद्रीय | शुष्क क्षेत्र | अनुसंधान संस्थान, राज्य | उपभोक्ता विवाद निवारण | आयोग
func (f *finder) anchored(j, floor int, h head) int {
	if !h.long {
		return f.titled(j, floor, h)
	}
	sentence := f.d.Tokens()[j].Sentence
	for s := j; s >= floor && j-s < 5 && f.d.Tokens()[s].Sentence == sentence; s-- {
		t := &f.d.Tokens()[s]
		if t.Kind != document.Word && !(t.Key == "-" && s < j) || f.t.stop[t.Key] || f.t.announce[t.Key] ||
			t.Class.Has(lexicon.Postposition|lexicon.Pronoun|lexicon.Auxiliary|lexicon.Particle|lexicon.Demonstrative|lexicon.Month|lexicon.Weekday) {
			return -1
		}
		if f.t.anchor[t.Key] || s < j && f.place[s] != 0 && !f.doubt[s] && (h.kind == Government && f.t.qualifier[f.d.Key(j+1)]&needSubject != 0 || !verbal(f.d.Key(j)) && f.t.qualifier[f.d.Key(s+1)]&needSubject != 0) {
			return s
		}
		if t.Class.Has(lexicon.Conjunction) && !(s <= j && joins(t.Key)) || f.t.office[t.Key] && !f.t.member[t.Key] {
			return -1
		}
	}
	return -1
}

// told are subjects of departments that are more often what a department is told or does.
var told = map[string]bool{"सूचना": true, "सुरक्षा": true, "सेवा": true, "निगरानी": true, "राहत": true}

// firms are what a firm is, not what it is called: फार्मा | कंपनी names none.
var firms = map[string]bool{"कंपनी": true, "फैक्ट्री": true, "फैक्टरी": true, "मिल": true}

// genitive reports whether token j is the genitive of a noun or a pronoun: की, इसकी, जिसकी.
func (f *finder) genitive(j int) bool {
	switch f.d.Key(j) {
	case "की", "का", "के", "इसकी", "उसकी", "जिसकी", "इनकी", "उनकी", "जिनकी", "अपनी":
		return true
	}
	return false
}

// councils open the names of town councils.
var councils = map[string]bool{"नगरपालिका": true, "नगर": true, "नगरपरिषद": true, "छावनी": true, "जनपद": true, "ग्राम": true}

// tagged reports whether the tagger takes token j for a word inside the name of a body
// that goes on behind it, so that a common word may belong to a name: अनाज तिलहन व्यापारी | संघ.
func (f *finder) tagged(j int) bool {
	if f.tags == nil || j+1 >= len(f.tags) {
		return false
	}
	t := &f.d.Tokens()[j]
	return f.tags[j].Label.Type() == tagger.Organization && f.tags[j+1].Label.Type() == tagger.Organization && !f.tags[j+1].Label.Begins() &&
		f.tags[j].Margin >= inside && t.Kind == document.Word && !f.t.stop[t.Key] && !f.t.office[t.Key] && !f.t.announce[t.Key] && !strings.HasSuffix(t.Key, "ों") &&
		!t.Class.Has(lexicon.Postposition|lexicon.Pronoun|lexicon.Conjunction|lexicon.Auxiliary|lexicon.Particle|lexicon.Demonstrative|lexicon.Month|lexicon.Weekday)
}

// inside is the margin from which the tagger's word goes into a name that a head ends.
const inside = 1

// joins reports whether key joins two subjects of one ministry.
func joins(key string) bool {
	return key == "एवं" || key == "और" || key == "व" || key == "तथा" || key == "," || key == "व्"
}

// word returns what token j may be inside a name, 0 for nothing.
func (f *finder) word(j int) need {
	t := &f.d.Tokens()[j]
	if t.Kind != document.Word {
		return 0
	}
	if t.Class.Has(lexicon.Postposition|lexicon.Pronoun|lexicon.Conjunction|lexicon.Auxiliary|lexicon.Particle|lexicon.Demonstrative|lexicon.Month|lexicon.Weekday) || f.t.stop[t.Key] {
		return 0
	}
	if f.place[j] != 0 && !(f.doubt[j] && t.Class.Has(lexicon.CommonWord)) {
		if f.t.member[t.Key] {
			return needPlace | needSubject // बौद्ध महासभा, बौद्ध is a district too
		}
		return needPlace
	}
	if k := f.t.qualifier[t.Key]; k != 0 {
		return k
	}
	if f.t.office[t.Key] {
		return 0
	}
	if t.Class.Has(lexicon.GivenName | lexicon.Surname) {
		return needName
	}
	if t.Class.Has(lexicon.Honorific) {
		return needName
	}
	if t.Class.Has(lexicon.CommonWord) {
		if f.t.acronym(t.Key) {
			return needName // केजीएमयू ट्रॉमा सेंटर
		}
		return 0
	}
	if f.t.heads.Starts(t.Key) {
		return needSubject
	}
	if t.Class == 0 && strings.HasSuffix(t.Key, "ने") && len(t.Key) > 12 {
		return 0 // एफडी तुड़वाने | बैंक पहुंचे
	}
	if strings.HasSuffix(t.Key, "कर") && len(t.Key) > 12 {
		return 0 // फैलकर | फॉरेस्ट अकादमी
	}
	if strings.HasSuffix(t.Key, "ों") {
		return 0 // the oblique plural names no body: दिनों एसआरएन अस्पताल
	}
	return needName
}
