package number

import (
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/numeral"
)

// forward matches the longest entry of p whose words start at token i, and returns the
// token after it. Between the words of an entry may stand a hyphen or the full stop of
// an abbreviation (कि.मी., कम-से-कम).
func forward[T any](f *finder, p *lexicon.Phrases[T], i int) (v T, end int, ok bool) {
	if i < f.first || i >= f.end || !p.StartsWith(f.t[i].Word) {
		return v, i, false
	}
	var at [8]int
	n := 0
	for j := i; j < f.end && n < len(at); j++ {
		if f.t[j].Kind == document.Punct && n > 0 {
			switch f.t[j].Key {
			case ".", "-", "‑", "–":
				continue
			case "/", "°", "$", "%":
			default:
				j = f.end
				continue
			}
		}
		at[n] = j
		n++
	}
	k, v := p.Longest(func(w int) string {
		if w < n {
			return f.t[at[w]].Key
		}
		return ""
	})
	if k == 0 {
		return v, i, false
	}
	end = at[k-1] + 1
	if end+0 < f.end && f.key(end) == "." && end-2 >= i && f.key(end-2) == "." && !f.t[end].Space {
		end++ // the last stop of कि.मी.
	}
	return v, end, true
}

// backward matches the longest entry of p, entered with its words in reverse order,
// that ends right before token i. A colon, full stop, hyphen or bracket may stand
// between it and the number (धारा-302, नं. 5, क्रमांक: 12).
func backward[T any](f *finder, p *lexicon.Phrases[T], i int) (v T, first int, ok bool) {
	var at [6]int
	n := 0
	for j := i - 1; j >= f.first && n < len(at); j-- {
		if f.t[j].Kind == document.Punct {
			switch f.t[j].Key {
			case ".", "-", ":", "–", "‑", "#":
				continue
			case "(":
				if n == 0 {
					continue
				}
			}
			break
		}
		if n == 0 && !p.StartsWith(f.t[j].Word) {
			return v, i, false
		}
		at[n] = j
		n++
	}
	k, v := p.Longest(func(w int) string {
		if w < n {
			return f.t[at[w]].Key
		}
		return ""
	})
	if k == 0 {
		return v, i, false
	}
	return v, at[k-1], true
}

// notNumber reports whether the numeral n at token i names, dates or counts nothing, and
// the token to go on from.
func (f *finder) notNumber(i int, n *numeral.Numeral) (end int, not bool) {
	e := n.Range.End
	if _, end, ok := f.idiomAt(i); ok {
		return max(end, e), true
	}
	if m := e; n.Form == numeral.Cardinal && n.Digits && m < f.end && f.t[m].Kind == document.Word && f.t[m].Class.Has(lexicon.Numeral) {
		if o, ok := numeral.Single(f.d, m); ok && o.Form == numeral.Cardinal && o.Value == n.Value {
			return e, true // 4 चार लोग: the figure and its word
		}
	}
	if f.key(i-1) == "पौ" && f.key(i) == "बारह" {
		return e, true
	}
	digits := f.t[i].Kind == document.Number
	if digits {
		if end, ok := f.address(i); ok {
			return end, true
		}
		if end, ok := f.plate(i, i+1); ok {
			return end, true
		}
		if end, ok := f.glued(i, e); ok {
			return end, true
		}
		if end, ok := f.code(i, e, n); ok {
			return end, true
		}
		if f.listMarker(i, e) {
			return e, true
		}
	}
	if end, ok := f.clock(i, e); ok {
		return end, true
	}
	if end, ok := f.date(i, e, n); ok {
		return end, true
	}
	if end, ok := f.named(i, e, n); ok {
		return end, true
	}
	if digits && n.Form == numeral.Fraction {
		if d := f.denominator(e); d >= 1900 && d < 2100 {
			return e, true // 2/2023 नंबर की शिकायत
		}
	}
	if n.English && !n.Scaled && !f.unitStarts(e) && !f.ageWord(e) {
		return e, true // फोर लेन, नंबर वन, टॉप टेन
	}
	return e, false
}

// address reports digits inside a web or mail address or a tag, and the token after it.
func (f *finder) address(i int) (int, bool) {
	if i == f.first || f.t[i].Space {
		return i, false
	}
	a := i
	for a > f.first && !f.t[a].Space && i-a < 100 {
		a--
	}
	for k := a; k < i; k++ {
		switch f.t[k].Key {
		case "http", "https", "www", "@", "#":
			e := i + 1
			for e < f.end && !f.t[e].Space {
				e++
			}
			return e, true
		}
	}
	return i, false
}

// glued reports whether the digits at i hang on a word and so are part of its name:
// कोविड-19, G20, एनएच-707, 304ए, 5जी. Units and counted nouns may be glued (20किमी, 13लीटर).
func (f *finder) glued(i, e int) (int, bool) {
	t := f.t
	if i > f.first && !t[i].Space {
		p := &t[i-1]
		switch {
		case p.Kind == document.Word:
			if !f.plainWord(i - 1) {
				return f.chain(e), true
			}
		case p.Kind == document.Number:
			return f.chain(e), true
		default:
			switch p.Key {
			case "-", "‑", "–", "—", "/", "_", "&", "#", "@", "=", "+":
				if p.Key == "-" || p.Key == "–" || p.Key == "—" || p.Key == "‑" {
					if p.Space || i-2 < f.first {
						break // -5 or a dash before the number
					}
					if q := &t[i-2]; q.Kind == document.Word && (f.plainWord(i-2) || p.Key == "—") || q.Kind == document.Punct {
						break // कहा-12 लोग
					}
					if f.nounAt(i-2) && i-3 >= f.first && t[i-3].Kind == document.Number && f.nounAt(e) {
						break // 49 ट्रेन-20 फ्लाइट
					}
				}
				if p.Key == "=" || p.Key == "+" && p.Space {
					break
				}
				if role, _, ok := backward(f, &f.tab.namers, i); ok && role == "list" { // सेक्टर-21 और 10
					return f.nameList(e), true
				}
				return f.chain(e), true
			case ":":
				if i-2 >= f.first && t[i-2].Kind == document.Number && !p.Space {
					return f.chain(e), true
				}
			case ".":
				if i-2 >= f.first && !p.Space && t[i-2].Kind == document.Word && (t[i-2].Class.Has(lexicon.Letter) || t[i-2].Key[0] < 0x80) && !f.currency(i-2) && t[i-2].Key != "no" {
					return f.chain(e), true // B.1.617
				}
			}
		}
	}
	if e < f.end && !t[e].Space {
		q := &t[e]
		switch {
		case q.Kind == document.Word:
			if !f.countable(e) {
				return f.chain(e), true
			}
		case q.Key == "-" || q.Key == "‑" || q.Key == "–":
			if e+1 < f.end && !t[e+1].Space {
				switch r := &t[e+1]; r.Kind {
				case document.Number:
					return f.chain(e), true
				case document.Word:
					if !f.countable(e + 1) {
						return f.chain(e), true
					}
				}
			}
		case q.Key == ":" || q.Key == "/":
			if e+1 < f.end && !t[e+1].Space && t[e+1].Kind == document.Number {
				return f.chain(e), true
			}
		}
	}
	return e, false
}

// plainWord reports whether word i is no name that digits could belong to: a function
// word, a verb, a qualifier or a currency.
func (f *finder) plainWord(i int) bool {
	t := &f.t[i]
	if t.Class.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Pronoun) && len(t.Key) > 3 && !t.Class.Has(lexicon.Letter) {
		return true
	}
	if t.Class.Has(lexicon.Auxiliary) && !t.Class.Has(lexicon.Letter) || f.tab.of(t.Word).flags&verb != 0 {
		return true
	}
	switch t.Key {
	case "करीब", "लगभग", "कुल", "सिर्फ", "केवल", "महज", "अब", "बोले", "बोलीं", "कहा":
		return true
	}
	return f.currency(i)
}

// currency reports whether token i is a currency sign or word that stands before an
// amount: ₹ रु. Rs $. Some converters of old fonts write the sign as the vowel ै, which
// stands alone then (मूल्य ै 5.00).
func (f *finder) currency(i int) bool {
	switch f.key(i) {
	case "₹", "ै", "रु", "रू", "rs", "inr", "$", "€", "£", "usd", "us$", "¥":
		return true
	}
	return false
}

// countable reports whether the word at i, glued to digits, is a unit, a counted noun
// or a function word, so that the digits are a number all the same.
func (f *finder) countable(i int) bool {
	t := &f.t[i]
	if _, _, ok := f.unitOf(i); ok {
		return true
	}
	if f.tab.of(t.Word).listed || marked(t.Key) != 0 {
		return true
	}
	switch t.Key {
	case "वर्षीय", "वर्षीया", "सदस्यीय", "दिवसीय", "गुना", "गुने", "गुनी", "सूत्रीय", "मंजिला", "बजे", "साला", "पॉइंट":
		return true
	}
	if t.Class.Has(lexicon.Letter) {
		return false
	}
	return t.Class.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Month) || f.tab.of(t.Word).flags != 0
}

// chain returns the token after the run of tokens glued to e.
func (f *finder) chain(e int) int {
	for e < f.end && !f.t[e].Space {
		switch f.t[e].Kind {
		case document.Punct:
			switch f.t[e].Key {
			case "-", "/", ":", ".", "‑", "_", "&", "–":
				if e+1 >= f.end || f.t[e+1].Space || f.t[e+1].Kind == document.Punct {
					return e
				}
			default:
				return e
			}
		}
		e++
	}
	return e
}

// code reports digits that are an identifier by their look: phone numbers, PIN codes,
// leading zeros, pagination.
func (f *finder) code(i, e int, n *numeral.Numeral) (int, bool) {
	key := f.t[i].Key
	if n.Rule == "number/fraction-ratio" && (n.Value >= 1 || ratioNames[[2]float64{n.Value * f.denominator(e), f.denominator(e)}]) {
		return e, true // 26/11, 9/11
	}
	if n.HasMax && n.Digits && (len(key) >= 3 && key[0] == '0' || n.Max >= 1e6 && strings.IndexByte(f.t[e-1].Key, ',') < 0) { // 0120-2544700
		return f.chain(e), true
	}
	if !n.Digits || n.HasMax || n.Form != numeral.Cardinal {
		return e, false
	}
	plain := strings.IndexByte(key, ',') < 0 && strings.IndexByte(key, '.') < 0
	if plain && (len(key) >= 9 || len(key) >= 3 && key[0] == '0') {
		return f.chain(e), true
	}
	if plain && len(key) >= 7 && !f.followedByUnit(e) {
		return f.chain(e), true
	}
	if f.key(i-1) == "+" && !f.t[i].Space { // +91 …
		return f.phoneTail(e), true
	}
	// (14369) behind a train; 63233 ट्रेन
	if plain && (len(key) == 5 || len(key) == 4) && (trainWord[f.key(i-1)] || f.key(i-1) == "(" && f.key(e) == ")" && trainWord[f.key(i-2)]) && !f.followedByUnit(e) {
		return e, true
	}
	if plain && len(key) == 5 && n.Value > 10000 && !f.followedByUnit(e) {
		for j := e; j < e+6; j++ { // 12567 अप राज्यरानी सुपरफास्ट एक्सप्रेस
			if trainWord[f.key(j)] && f.key(j) != "भारत" && f.key(j) != "स्पेशल" && f.key(j) != "मेल" {
				return e, true
			}
		}
	}
	// लॉकडाउन 3.0, मोदी 2.0: a version
	if len(key) == 3 && key[1:] == ".0" && i > f.first && f.t[i-1].Kind == document.Word && !f.unitStarts(e) && !qualifierBefore(f.key(i-1)) {
		return e, true
	}
	if plain && emergency[key] {
		switch f.key(e) {
		case ",", "और", "की", "के":
			if f.any(callWords) {
				return e, true
			}
		}
		switch f.key(e) {
		case "सेवा", "सर्विस", "एंबुलेंस", "एम्बुलेंस", "एबुंलेस", "एंबूलेंस", "एम्बूलेंस", "नं", "टीम", "नंबर", "पर", "वाहन", "डायल", "हेल्पलाइन", "एंबुलेंसों":
			return e, true
		}
	}
	if f.key(e) == "/" && f.key(e+1) != "-" && e+1 < f.end && f.t[e+1].Kind == document.Number { // 1 / 5
		return e + 2, true
	}
	return e, false
}

// ratioNames are dates that name what happened on them.
var ratioNames = map[[2]float64]bool{{9, 11}: true, {7, 11}: true, {24, 7}: true}

// denominator returns the digits before token e.
func (f *finder) denominator(e int) float64 { return float64(small(f.t[e-1].Key)) }

// emergency are the short numbers of public services.
var emergency = set(`108 102 112 1070 1076 1077 1078 1090 1091 1098 181 139 1930 1912 1915 1916 1950 104`)

var trainWord = set(`ट्रेन एक्सप्रेस स्पेशल मेल शताब्दी राजधानी पैसेंजर मेमू इंटरसिटी वंदे_भारत भारत गाड़ी सुपरफास्ट हमसफर दुरंतो जनशताब्दी गरीबरथ डेमू ईएमयू`)

// wordSet is set for words that are asked for at every number.
func wordSet(words string) lexicon.Index[bool] { return lexicon.NewIndex(set(words)) }

// in reports whether token i of the sentence is a word of s.
func (f *finder) in(i int, s *lexicon.Index[bool]) bool {
	return i >= f.first && i < f.end && s.Of(f.t[i].Word)
}

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return foldKeys(m)
}

// phoneTail passes the groups of a phone number: +91 98765 43210.
func (f *finder) phoneTail(e int) int {
	for e < f.end && (f.t[e].Kind == document.Number || f.key(e) == "-") {
		e++
	}
	return e
}

// followedByUnit reports whether a unit, noun or qualifier stands at e, so that long
// digits before it are a quantity.
func (f *finder) followedByUnit(e int) bool {
	if _, _, ok := f.unitOf(e); ok {
		return true
	}
	if q, _ := f.postQualifier(e); q != "" {
		return true
	}
	_, ok := f.nounOf(e)
	return ok || marked(f.key(e)) != 0 && !f.verbal(e)
}

// verbal reports whether the unlisted word at k in -ें is a verb: it ends the sentence
// (यहां देखें।) or is a common one.
func (f *finder) verbal(k int) bool {
	key := f.key(k)
	if !strings.HasSuffix(key, "ें") && !strings.HasSuffix(key, "ाएं") {
		return false
	}
	return finite(key) || !f.nounAt(k) && (k+1 >= f.end || f.t[k+1].Kind == document.Punct)
}

// plate reads the rest of a vehicle number: यूपी 78 टी 4512, एचआर 04-एच- 9908, UP 32 AB 1234.
func (f *finder) plate(i, e int) (int, bool) {
	p := i - 1
	if f.key(p) == "-" {
		p-- // डीएल- 3 सीजे- 1527
	}
	if e != i+1 || len(f.t[i].Key) > 2 || p < f.first || !plates[f.key(p)] && !f.dottedState(p) {
		return e, false
	}
	j := e
	letters := false
	for k := 0; k < 9 && j < f.end; k++ {
		t := &f.t[j]
		switch {
		case t.Kind == document.Number && len(t.Key) <= 4 && (letters || len(t.Key) >= 3):
			return j + 1, true
		case t.Kind == document.Word && len(t.Key) <= 15 && (t.Class.Has(lexicon.Letter) || t.Key[0] < 0x80 || spelled(t.Key)):
			letters = true
		case t.Key == "-" || t.Key == "." || t.Key == "–":
		default:
			return e, false
		}
		j++
	}
	return e, false
}

// dottedState reports whether the state code of a vehicle number ends at token p, its letters parted by
// full stops: आर.जे. 13 जी.ए. 2208.
func (f *finder) dottedState(p int) bool {
	if f.key(p) == "." {
		p--
	}
	return f.key(p-1) == "." && plates[f.key(p-2)+f.key(p)]
}

// spelled reports whether key is two or three spelled Latin letters: एवी, बीटी, सीयू.
func spelled(key string) bool {
	for n := 0; n < 4; n++ {
		if key == "" {
			return n > 0
		}
		cut := false
		for _, l := range letterNames[key[min(2, len(key)-1)]] {
			if rest, ok := strings.CutPrefix(key, l); ok {
				key, cut = rest, true
				break
			}
		}
		if !cut {
			return false
		}
	}
	return key == ""
}

// letterNames are spelled Latin letters, longer first, by the last byte of their first
// letter.
var letterNames = func() (m [256][]string) {
	for _, l := range strings.Fields(`डब्ल्यू डब्लू क्यू एक्स एच एफ एल एम एन एस आर आई आइ बी सी डी ई जी जे के ओ पी टी यू वी वाई जेड ए`) {
		m[l[2]] = append(m[l[2]], l)
	}
	return m
}()

// plates are the state codes of vehicle numbers.
var plates = set(`यूपी एमपी बीआर सीजी डीएल एचआर एचपी पीबी यूके यूए आरजे जीजे एमएच जेएच ओडी ओआर डब्ल्यूबी केए टीएन केएल एपी टीएस टीजी एएस जेके सीएच एलए जीए एएन एमएन एमजेड एनएल टीआर एसके पीवाई
	up mp br cg dl hr hp pb uk ua rj gj mh jh od or wb ka tn kl ap ts tg as jk ch la ga`)

// listMarker reports whether the number at the start of a paragraph or sentence
// numbers the item: "1. प्राधिकरण", "2- गोवंश", "(1) …".
func (f *finder) listMarker(i, e int) bool {
	if e != i+1 || len(f.t[i].Key) > 2 || strings.IndexByte(f.t[i].Key, '.') >= 0 {
		return false
	}
	if f.key(i-1) == "[" && f.key(e) == "]" { // a footnote
		return true
	}
	start := i
	if f.key(i-1) == "(" {
		start--
	}
	// • and – may stand before it
	if start > f.first && start-1 == f.first && f.t[f.first].Kind == document.Punct {
		start--
	}
	if start != f.first {
		if f.key(e) == ")" && f.key(i-1) != "(" && len(f.t[i].Key) == 1 { // और 3) …
			return true
		}
		return f.key(i-1) == "(" && f.key(e) == ")" && len(f.t[i].Key) == 1 && e+1 < f.end && f.t[e+1].Kind == document.Word && i-2 >= f.first && f.t[i-2].Kind == document.Punct
	}
	switch f.key(e) {
	case ".", ")", ":", "...", "…", "..":
		return true
	case "-", "–":
		if f.newBlock && !f.t[e].Space && e+1 < f.end && (f.t[e+1].Space && f.t[e+1].Kind == document.Number || f.t[e+1].Kind == document.Punct) {
			return true // 4- 11 राज्यों में …
		}
		return f.newBlock && e+1 < f.end && f.t[e+1].Kind == document.Word
	case "":
		return true // nothing but the number
	}
	return false
}

// clock reports a time of day: 10:30, सुबह 8 बजे, आधी रात, साढ़े चार बजे, सुबह 9 से शाम 6 बजे.
func (f *finder) clock(i, e int) (int, bool) {
	if f.key(i) == "आधी" && f.key(e) == "रात" {
		return e + 1, true // midnight
	}
	if _, end, ok := f.afterAt(e); ok {
		if ambulances[f.key(e)] && (f.t[i].Kind != document.Number || len(f.t[i].Key) != 3) {
			return e, false // दो एंबुलेंस रवाना हुईं; 108 एंबुलेंस
		}
		if f.key(e) == "तारीख" && f.t[i].Kind == document.Number && len(f.t[i].Key) > 2 {
			return e, false
		}
		if f.key(e) == "बजकर" { // 1 बजकर 25 मिनट
			if m, ok := numeral.Single(f.d, end); ok && f.key(m.Range.End) == "मिनट" {
				end = m.Range.End + 1
			}
		}
		return end, true
	}
	switch f.key(e) {
	case "am", "pm", "एएम", "पीएम":
		return e + 1, true
	case "मिनट": // रात्रि 1.40 मिनट से
		if k := f.t[i].Key; len(k) >= 4 && len(k) <= 5 && k[len(k)-3] == '.' && f.night(i-1) {
			return e + 1, true
		}
	}
	if k := f.t[i].Key; (f.key(i-1) == "करीब" || f.key(i-1) == "लगभग") && f.in(i-2, &dayparts) && f.t[i].Kind == document.Number && len(k) >= 4 && len(k) <= 5 && k[len(k)-3] == '.' && f.hour(i, e) {
		return e, true // दोपहर करीब 11.30 टीम पहुंची
	}
	if k := f.t[i].Key; f.in(i-1, &dayparts) && f.t[i].Kind == document.Number && len(k) >= 4 && len(k) <= 5 && k[len(k)-3] == '.' && k[len(k)-2] < '6' && f.hour(i, e) && !f.unitStarts(e) {
		return e, true // सुबह 11.34 अपने समय पर उतरा
	}
	if f.in(i-1, &dayparts) && f.hour(i, e) {
		switch f.key(e) {
		case "से", "तक", "और", "व", "या", ",", "-", "–", "के":
			return e, true
		}
	}
	if f.key(e) == "से" && f.in(e+1, &dayparts) {
		return e, true
	}
	return e, false
}

// hour reports whether the number from i to e can be an hour. Behind सुबह may also stand what was
// counted then: सुबह 24 और संक्रमितों की पुष्टि हुई.
func (f *finder) hour(i, e int) bool {
	n, ok := numeral.Single(f.d, i)
	if !ok || n.Value > 24 || n.Scaled {
		return false
	}
	return f.key(e) != "और" || f.t[min(e+1, f.end-1)].Kind == document.Number || numeral.Starts(f.key(e+1)) || f.in(e+1, &dayparts)
}

// night reports whether a part of the day stands right before the number, also as the end of a date.
func (f *finder) night(i int) bool {
	return f.in(i, &dayparts) || f.key(i) == "रात्रि"
}

var ambulances = set(`एंबुलेंस एम्बुलेंस`)

var dayparts = wordSet(`सुबह शाम रात दोपहर तड़के सवेरे सायं प्रातः प्रात अपराह्न पूर्वाह्न देर_रात भोर`)

// date reports a calendar date or year that nobody claimed: 18 मई, मई 18, 2019 में, 2018-19.
func (f *finder) date(i, e int, n *numeral.Numeral) (int, bool) {
	if n.Scaled || n.Form != numeral.Cardinal && n.Form != numeral.Ordinal {
		return e, false
	}
	if f.month(e) && n.Value <= 31 && (n.Max <= 31) {
		return e + 1, true
	}
	if f.dayOfRow(i, e, n) {
		return e, true
	}
	// 3, 5 और 7 मई
	if n.Form == numeral.Cardinal && n.Value <= 90 {
		for j := e; j < f.end && j < e+8; j++ {
			k := f.key(j)
			if k == "," || k == "और" || k == "व" || k == "से" || k == "एवं" || k == "-" || k == "या" {
				continue
			}
			if j == e {
				break
			}
			m, ok := numeral.Single(f.d, j)
			if !ok || m.Scaled || m.Value > 90 {
				break
			}
			if f.month(m.Range.End) && n.Value <= 31 && m.Value <= 31 {
				return e, true
			}
			if f.key(m.Range.End) == "के" && f.key(m.Range.End+1) == "दशक" { // 80 और 90 के दशक
				return e, true
			}
			j = m.Range.End - 1
		}
		if n.Value <= 31 && f.month(i-1) && f.t[i].Kind == document.Number && !f.followedByUnit(e) && !f.nounAt(e) {
			return e, true
		}
	}
	return f.year(i, e, n)
}

// dayOfRow reports a day of the month that goes on from a date before it: 19 अप्रैल को 359, 20 को
// 318, 21 को 214.
func (f *finder) dayOfRow(i, e int, n *numeral.Numeral) bool {
	if !n.Digits || n.HasMax || n.Value > 31 || n.Value < 2 || f.key(e) != "को" || e+1 >= f.end || f.t[e+1].Kind != document.Number {
		return false
	}
	if k := f.key(i - 1); k != "," && k != "और" && k != "व" {
		return false
	}
	for k := i - 1; k >= f.first && k > i-80; k-- {
		if f.month(k) {
			return true
		}
	}
	return false
}

func (f *finder) month(i int) bool {
	return i >= f.first && i < f.end && f.t[i].Class.Has(lexicon.Month)
}

func (f *finder) nounAt(i int) bool {
	_, ok := f.nounOf(i)
	return ok
}

// year reports a bare year: four digits from 1700 to 2100 that no unit follows.
func (f *finder) year(i, e int, n *numeral.Numeral) (int, bool) {
	if f.t[i].Kind == document.Number && n.Digits && len(f.t[i].Key) <= 4 {
		switch f.key(i - 1) {
		case "सन", "सन्", "ईस्वी", "संवत":
			return e, true
		}
		switch f.key(e) {
		case "ईसा", "ईस्वी", "ई":
			return e, true
		}
	}
	if f.t[i].Kind != document.Number || len(f.t[i].Key) != 4 || !n.Digits || n.Value < 1700 || n.Value > 2100 || n.Value != float64(int(n.Value)) {
		return e, false
	}
	if n.HasMax && (n.Max < 1700 || n.Max > 2100) {
		return e, false
	}
	switch f.key(i - 1) {
	case "साल", "वर्ष", "सन", "सन्", "ईस्वी", "संवत", "सत्र", "वित्त", "विक्रम", "सीजन", "अगस्त", "कुंभ", "चुनाव", "ओलंपिक", "विश्वकप", "कप", "गेम्स":
		return e, true
	}
	if f.month(i - 1) {
		return e, true
	}
	if f.currency(i-1) || f.key(e) == "%" || f.key(e) == "+" || f.key(e) == "/" {
		return e, false
	}
	if _, _, ok := f.unitOf(e); ok {
		return e, false
	}
	if q, _ := f.postQualifier(e); q != "" && f.key(e) == "से" {
		return e, false
	}
	switch f.key(i - 1) {
	case "कुल", "संख्या", "बढकर", "घटकर":
		return e, false
	}
	if qualifierBefore(f.key(i - 1)) {
		return e, false
	}
	if s, ok := state[f.key(e)]; ok && (s[0] == "मौत" || s[0] == "घायल") { // भूकंप से 2000 मरे
		return e, false
	}
	if f.flags(e)&yearNoun != 0 {
		return e, true
	}
	if f.cellBehind(i, e) { // दिल्ली	1893	72	42
		return e, false
	}
	if marked(f.key(e)) != 0 {
		return e, false
	}
	if w := f.info(e); w.listed && (w.noun.class == person || w.noun.shape&plural != 0) {
		return e, false
	}
	if f.flags(e)&adjective != 0 && (f.nounAt(e+1) || marked(f.key(e+1)) != 0) {
		return e, false
	}
	return e, true
}

// named reports a number that belongs to a name before it: धारा 144, वार्ड नंबर 5, कक्षा 8,
// निफ्टी 50.
func (f *finder) named(i, e int, n *numeral.Numeral) (int, bool) {
	if n.Scaled || n.Form == numeral.Indefinite || n.Form == numeral.Fraction && f.t[i].Kind == document.Word || n.Form == numeral.Multiple {
		return e, false
	}
	if values, _, ok := backward(f, &f.tab.index, i); ok {
		for _, v := range values {
			if v == n.Value && !n.HasMax {
				return e, true
			}
		}
	}
	if i > f.first && f.t[i-1].Kind == document.Punct && f.t[i-1].Key != "-" && f.t[i-1].Key != "." && f.t[i-1].Key != ":" && f.t[i-1].Key != "(" && f.t[i-1].Key != "#" && f.t[i-1].Key != "–" {
		return e, false
	}
	if f.t[i].Kind == document.Number && !n.HasMax && f.coded(i, e) {
		return e, true
	}
	if k := f.key(e); (k == "और" || k == "व" || k == ",") && e+1 < f.end && f.t[e+1].Kind == document.Number && f.key(e+2) == "नंबर" && f.nounAt(e+3) && f.flags(e+3)&verb == 0 {
		return e, true
	}
	if f.key(e) == "नंबर" && f.nounAt(e+1) && f.flags(e+1)&verb == 0 && n.Form == numeral.Cardinal { // 13 और 14 नंबर टैंकर
		return e + 1, true
	}
	if n.HasMax && f.key(e) == "तक" && houses[f.key(i-1)] { // मकान 836 से 861 तक
		return e, true
	}
	role, at, ok := backward(f, &f.tab.namers, i)
	if !ok {
		return f.serial(i, e, n)
	}
	if f.key(at) == "जोन" && (f.t[i].Kind != document.Number || n.Value > 20 || zones[f.key(at-1)]) { // सिस्मिक जोन 4; but ग्रीन जोन 5
		return e, false
	}
	key := f.key(i - 1)
	digits := f.t[i].Kind == document.Number
	if role == "before" && !digits && key != "नंबर" && key != "संख्या" && key != "क्रमांक" && key != "-" && key != "लॉकडाउन" {
		return e, false
	}
	switch f.key(at) {
	case "धारा", "धाराओं", "अनुच्छेद", "नियम", "आईपीसी", "आइपीसी", "बीएनएस":
	case "ट्रेन", "मोबाइल", "फोन", "हेल्पलाइन", "दूरभाष":
		if !digits || len(f.t[i].Key) < 3 || strings.IndexByte(f.t[i].Key, ',') >= 0 || f.followedByUnit(e) {
			return e, false
		}
	case "टॉप", "नंबर", "नं", "क्रमांक", "कोड", "पिन", "पिनकोड":
	default:
		if f.followedByUnit(e) && key != "नंबर" && key != "संख्या" && key != "क्रमांक" {
			return e, false
		}
	}
	if role == "list" {
		return f.nameList(e), true
	}
	if key == "नंबर" || key == "संख्या" || key == "क्रमांक" {
		return f.nameList(e), true
	}
	return f.chain(e), true
}

// coded reports whether the digits from i to e are part of a code or of the name of a unit of the
// army: एआई 409 विमान, एमआई 17, 9 डब्ल्यू 727, 20 डोगरा रेजिमेंट, 102 सियाचिन ब्रिगेड.
func (f *finder) coded(i, e int) bool {
	if strings.IndexByte(f.t[i].Key, ',') >= 0 || len(f.t[i].Key) > 4 {
		return false
	}
	if f.in(i-1, &carriers) && f.t[i].Space {
		return true
	}
	if f.t[i].Space && i-1 > f.first && spelled(f.key(i-1)) {
		for k := i - 2; k >= f.first && k > i-5; k-- { // विमान, यूबीजी 211
			switch f.key(k) {
			case "विमान", "उड़ान", "उडान", "फ्लाइट":
				return true
			}
		}
	}
	if f.key(i-1) == "डब्ल्यू" && i-2 >= f.first && f.t[i-2].Kind == document.Number || f.key(e) == "डब्ल्यू" && e+1 < f.end && f.t[e+1].Kind == document.Number {
		return true
	}
	for k := e; k <= e+2 && k+1 < f.end && f.t[k].Kind == document.Word; k++ {
		if f.in(k, &regiments) {
			n, ok := f.nounOf(k)
			return f.t[k+1].Class.Has(lexicon.Postposition) && (k > e && f.t[e].Space || f.key(k) == "स्क्वॉड्रन" || f.key(k) == "स्क्वाड्रन") && (!ok || n.shape&(plural|oblique) == 0 || !n.fem)
		}
		if f.t[k].Class.Has(lexicon.Postposition|lexicon.Conjunction) || f.nounAt(k) || f.flags(k) != 0 {
			return false
		}
	}
	return false
}

// carriers are the first parts of the names of flights, aircraft and hospitals.
var carriers = wordSet(`एआई एआइ एमआई एमआइ एल आईएल एसयू`)

var regiments = wordSet(`रेजिमेंट रेजीमेंट ब्रिगेड राइफल्स स्काउट्स स्काउटस स्क्वॉड्रन स्क्वाड्रन`)

// houses have a number as their name.
var houses = set(`मकान मकानों दुकान दुकानों फ्लैट फ्लैटों घर कोठी बूथ`)

// zones are colours of a map, of which places are counted.
var zones = set(`रेड ऑरेंज ग्रीन येलो कंटेनमेंट बफर हॉट`)

// nameList passes the numbers that go on a list of names: धारा 279, 304ए और 338; वार्ड 5, 6 व 7.
func (f *finder) nameList(e int) int {
	e = f.chain(e)
	for {
		j := e
		if f.key(j) == "(" { // धारा 20(बी), 318(4)
			for k := j + 1; k < f.end && k <= j+4; k++ {
				if f.key(k) == ")" {
					e = k + 1
					break
				}
			}
			if e == j {
				return e
			}
			e = f.chain(e)
			continue
		}
		switch f.key(j) {
		case ",", "और", "व", "एवं", "तथा", "या", "से", "/", "-", "&":
			j++
		default:
			return e
		}
		if f.key(j) == "और" || f.key(j) == "व" {
			j++
		}
		if j >= f.end {
			return e
		}
		if f.t[j].Kind != document.Number {
			return e
		}
		if _, ok := f.claimedAtFar(j); ok {
			return e
		}
		m, ok := numeral.Single(f.d, j)
		end := j + 1
		if ok {
			if m.Scaled || f.followedByUnit(m.Range.End) && f.key(e) != "," || f.flags(m.Range.End)&adjective != 0 && f.key(m.Range.End) != "और" {
				return e
			}
			if f.followedByUnit(m.Range.End) {
				if _, _, isUnit := f.unitOf(m.Range.End); isUnit || marked(f.key(m.Range.End)) != 0 {
					return e
				}
			}
			end = m.Range.End
		}
		e = f.chain(end)
	}
}

// claimedAtFar is claimedAt without moving on.
func (f *finder) claimedAtFar(i int) (document.Range, bool) {
	for k := f.next; k < len(f.claimed) && f.claimed[k].First <= i; k++ {
		if f.claimed[k].Contains(i) {
			return f.claimed[k], true
		}
	}
	return document.Range{}, false
}

// serial reports "X संख्या N" where X is the thing numbered and not counted: कक्ष संख्या सात,
// गाड़ी संख्या 12345; but मृतकों की संख्या 52, कुल संख्या 52.
func (f *finder) serial(i, e int, n *numeral.Numeral) (int, bool) {
	if f.key(i-1) != "संख्या" || i-2 < f.first {
		return e, false
	}
	p := &f.t[i-2]
	if p.Kind != document.Word || p.Class.Has(lexicon.Postposition|lexicon.Pronoun|lexicon.Demonstrative|lexicon.Conjunction) || f.tab.of(p.Word).flags&adjective != 0 {
		return e, false
	}
	if w := f.tab.of(p.Word); w.listed && w.noun.class == person {
		return e, false // मृतक संख्या 52
	}
	return f.nameList(e), true
}
