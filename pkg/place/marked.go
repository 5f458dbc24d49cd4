package place

import (
	"strings"
	"unicode/utf8"

	"khabar/pkg/document"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
)

// marked returns the names that a word beside them proves to be places and that no
// candidate covers, with the rule that found them. covered tells the tokens of
// candidates and of taken ranges.
//
//	नाम + जाति-शब्द      बेंदुआ गांव, सारठ विधानसभा, पालोजोरी प्रखंड
//	जाति-शब्द + नाम      ग्राम सुंदरपुर, तहसील मुख्यालय बेरीनाग, छोटे से गांव मूंडवाड़ा
//	निवासी + नाम         निवासी बरौली
//	नाम + निवासी + व्यक्ति  बरौली निवासी राम सिंह
//	सूची + बहुवचन        साहो, कीड़ी और पधरूंई पंचायतों
func (r *resolver) marked() {
	for i := 0; i < r.d.Len(); i++ {
		if r.sets[i]&(tailWord|nounWord) == 0 {
			continue
		}
		if r.sets[i]&tailWord != 0 {
			r.tail(i)
			continue
		}
		n, ok := r.w.nouns[r.d.Key(i)]
		if !ok || r.tokens[i].Kind != document.Word {
			continue
		}
		switch {
		case r.d.Key(i) == "निवासी":
			if !r.nameBefore(i, noun{after: true}) {
				r.nameAfter(i, noun{before: true})
			}
		case !n.marks:
			// चुनार और कैलहट स्टेशन: beside a known place in a list also other words prove
			if n.after && i >= 3 && listSign(r.d.Key(i-2)) && r.sentence(i-3) == r.tokens[i].Sentence {
				if k, ok := r.byEnd[i-2]; ok && !r.cands[k].blocked && r.cands[k].sort <= little {
					r.nameBefore(i, noun{after: true, kind: gazetteer.None})
				}
			}
			continue // पुलिस, रोड, सीमा prove a known name, but not an unknown one
		case n.list:
			r.listBefore(i, n)
		case n.kind == gazetteer.Village && r.twoWords(i, n):
		default:
			if n.after && r.nameBefore(i, n) {
				continue
			}
			if n.before {
				r.nameAfter(i, n)
			}
		}
	}
}

// nameable reports whether token i may be (part of) a place name that no list holds.
func (r *resolver) nameable(i int) bool {
	if i < 0 || i >= len(r.tokens) || r.covered[i] {
		return false
	}
	t := &r.tokens[i]
	if t.Kind != document.Word || t.Key[0] < 0x80 {
		return false
	}
	if t.Class.Has(lexicon.Postposition|lexicon.Pronoun|lexicon.Demonstrative|lexicon.Conjunction|lexicon.Auxiliary|lexicon.Particle|
		lexicon.Month|lexicon.Weekday|lexicon.Letter|lexicon.Honorific|lexicon.HonorificTail|lexicon.CommonWord) && r.sets[i]&villageTailWord == 0 {
		return false
	}
	if r.sets[i]&(nounWord|unnamedWord) != 0 || verbalEnding(t.Key) {
		return false
	}
	return utf8.RuneCountInString(t.Key) >= 3
}

// ordinals in -वां; नैनवां and मल्लेकां show that the ending alone tells nothing.
var ordinals = set(`पांचवां छठवां सातवां आठवां नौवां नवां दसवां ग्यारहवां बारहवां तेरहवां चौदहवां पंद्रहवां सोलहवां सत्रहवां अठारहवां
	उन्नीसवां बीसवां पच्चीसवां तीसवां चालीसवां पचासवां साठवां सत्तरवां अस्सीवां नब्बेवां सौवां`)

// verbalEnding reports endings that no place name has: ordinals (पांचवें), participles
// (मिलने, करते), oblique plurals (लोगों, किसानों).
func verbalEnding(key string) bool {
	for _, s := range [...]string{"वें", "वीं", "ने", "ते", "कर", "ों", "ओं", "एगा", "एंगे", "ाएं", "वाले", "वाली", "वाला", "ीय", "इक"} {
		if strings.HasSuffix(key, s) && len(key) > len(s)+3 {
			return s != "कर" || strings.HasSuffix(key, "कर") && len(key) < 12
		}
	}
	return false
}

// tail finds the village whose name ends in खुर्द, कलां or बुजुर्ग: तीन तलवाड़ा खुर्द के हैं. A
// candidate before it is part of the name (रामपुर कलां is not रामपुर).
func (r *resolver) tail(i int) {
	if r.sentence(i-1) != r.tokens[i].Sentence || r.covered[i] {
		return
	}
	if r.d.Key(i) == "बुजुर्ग" { // also "old people": X बुजुर्ग के, X बुजुर्ग निवासी
		if n := r.w.nouns[r.d.Key(i+1)]; !n.after && !locative[r.d.Key(i+1)] {
			return
		}
	}
	rg := document.Range{First: i - 1, End: i + 1}
	if k, ok := r.byEnd[i]; ok {
		c := &r.cands[k]
		if c.blocked {
			return
		}
		rg.First = c.Range.First
		c.blocked, c.decided = true, no
	} else if !r.nameable(i - 1) {
		return
	}
	r.add(rg, gazetteer.Village, "place/name-tail")
}

// governed finds the names that a known place governs: बूंदी के नैनवां में, मेघालय के उमरोई
// में. One word that no list of Hindi words holds, between the genitive and में or से.
func (r *resolver) governed() {
	for k := range r.cands {
		c := &r.cands[k]
		if c.blocked || c.sort > little {
			continue
		}
		i := c.Range.End
		for n, ok := r.w.nouns[r.d.Key(i)]; ok && n.after && i < c.Range.End+2; n, ok = r.w.nouns[r.d.Key(i)] {
			i++
		}
		if r.d.Key(i) != "के" || r.sentence(i+2) != r.sentence(c.Range.First) || !r.nameable(i+1) || foreignWord(r.d.Key(i+1)) {
			continue
		}
		switch r.d.Key(i + 2) {
		case "से":
			if comes[r.d.Key(i+3)] && r.tokens[i+1].Class&(lexicon.GivenName|lexicon.Surname) == 0 { // कनाडा के सरी से आए
				r.add(document.Range{First: i + 1, End: i + 2}, gazetteer.None, "place/governed")
			}
		case "में", "स्थित":
			if r.tokens[i+1].Class&(lexicon.GivenName|lexicon.Surname) == 0 {
				r.add(document.Range{First: i + 1, End: i + 2}, gazetteer.None, "place/governed")
			}
		}
	}
}

// comes are verbs of coming from a place.
var comes = set(`आए आया आई आये आयी आने आकर लौटे लौटा लौटी लौटकर पहुंचे पहुंचा पहुंची रवाना चलकर भागकर`)

// natives finds the names that people are said to be of, beside one that is known (जैथल के
// मुकेश गेहलोत और घट्टिया के लखन जाट) or with the ending of a place name (लोंगोवाल की मनदीप कौर).
func (r *resolver) natives() {
	for i := range r.tokens {
		if r.homeInList(i) {
			r.add(document.Range{First: i, End: i + 1}, gazetteer.None, "place/record")
			continue
		}
		k := r.d.Key(i + 1)
		if k != "के" && k != "की" || i+2 >= len(r.tokens) || !r.taken[i+2] || !r.tokens[i+2].Class.Has(lexicon.GivenName|lexicon.Surname) || r.sentence(i+2) != r.tokens[i].Sentence {
			continue
		}
		if !r.nameable(i) || r.tokens[i].Class.Has(lexicon.GivenName) || foreignWord(r.d.Key(i)) || r.d.BlockOf(i).Kind == document.Subhead {
			continue
		}
		if placeEnding(r.d.Key(i)) || r.tokens[i].Class&lexicon.Surname == 0 && r.nativeBeside(i) {
			r.add(document.Range{First: i, End: i + 1}, gazetteer.None, "place/native")
		}
	}
}

// homeInList reports whether the word at token i closes the line of a list of people and
// tells the home:
//
//  5. सत्यनारायण पासवान (65), | गंगद्वार      6. ललित मंडल (31), पिता बेचन मंडल, | देवहार
func (r *resolver) homeInList(i int) bool {
	if i < 5 || r.d.Key(i-1) != "," || !r.nameable(i) || r.tokens[i].Class.Has(lexicon.GivenName|lexicon.Surname) {
		return false
	}
	s := r.tokens[i].Sentence
	if r.sentence(i-5) != s || i+1 < len(r.tokens) && r.tokens[i+1].Sentence == s && r.tokens[i+1].Kind == document.Word {
		return false
	}
	aged := func(end int) bool { // … पासवान (65)
		return end > 3 && r.d.Key(end-1) == ")" && r.tokens[end-2].Kind == document.Number && r.d.Key(end-3) == "(" && r.taken[end-4]
	}
	if aged(i - 1) {
		return true
	}
	if !r.taken[i-2] {
		return false
	}
	for k := i - 2; k > i-7 && k > 4 && r.tokens[k].Sentence == s; k-- {
		if r.d.Key(k) == "," {
			return aged(k)
		}
	}
	return false
}

// nativeBeside reports whether within the same sentence a known place has a native too.
func (r *resolver) nativeBeside(i int) bool {
	for j := i + 3; j < i+12 && r.sentence(j) == r.tokens[i].Sentence; j++ {
		if !listSign(r.d.Key(j)) {
			continue
		}
		if k, ok := r.byStart[j+1]; ok && !r.cands[k].blocked {
			c := &r.cands[k]
			if g := r.d.Key(c.Range.End); (g == "के" || g == "की") && c.Range.End+1 < len(r.taken) && r.taken[c.Range.End+1] {
				return true
			}
		}
	}
	return false
}

// suffixed finds words with the ending of a place name before a case marker of place:
// हरदीबाजार के साप्ताहिक बाजार से, रसूलपुर में.
func (r *resolver) suffixed() {
	for i := range r.tokens {
		switch r.d.Key(i + 1) {
		case "में", "से", "के", "पहुंचे", "पहुंचा", "पहुंची":
		default:
			continue
		}
		if !r.nameable(i) || r.tokens[i].Class&(lexicon.GivenName|lexicon.Surname) != 0 || r.d.BlockOf(i).Kind == document.Subhead || !placeEnding(r.d.Key(i)) || strings.HasSuffix(r.d.Key(i), "वाल") {
			continue
		}
		if r.sentence(i+1) == r.tokens[i].Sentence {
			r.add(document.Range{First: i, End: i + 1}, gazetteer.None, "place/ending")
		}
	}
}

// placeEnding reports whether a word ends as the names of towns and villages do. The rest
// must be a word of its own length: सुपुर, नागपुर but not भरपूर.
func placeEnding(key string) bool {
	for _, s := range [...]string{"पुर", "पुरा", "गंज", "आबाद", "ाबाद", "गढ", "खेडा", "खेडी", "डीह", "टोला", "बाजार", "पाडा", "कोट", "वाल"} {
		if stem, ok := strings.CutSuffix(key, s); ok && utf8.RuneCountInString(stem) >= 3 {
			return !notEnding[key]
		}
	}
	return false
}

// notEnding are words that end as place names do.
var notEnding = set(`कालाबाजार सट्टाबाजार शेयरबाजार हाटबाजार मीनाबाजार चोरबाजार सर्राफाबाजार अंतःपुर ओवरकोट रेनकोट पेटीकोट डफलकोट जिंदाबाद मुर्दाबाद नाबाद बेकोट महापाडा वोटकोट खबरगढ सवाल बवाल दवाल दीवाल
	पेस्टीवाल द्वारपाल भरपुर वेस्टकोट टेलकोट बरबाद आबाद फेस्टिवाल कव्वाल कोतवाल घडियाल ज्वाल अग्रवाल खंडेलवाल जायसवाल ओसवाल पोरवाल पालीवाल धारीवाल केजरीवाल कंसवाल`)

// listed finds the names that stand in a list with a known place and are followed by में
// or से: कर्णप्रयाग तथा मैठाणा में.
func (r *resolver) listed() {
	for k := range r.cands {
		c := &r.cands[k]
		j := c.Range.End
		if c.blocked || c.sort > little || !listSign(r.d.Key(j)) || !r.nameable(j+1) || r.sentence(j+2) != r.sentence(c.Range.First) || foreignWord(r.d.Key(j+1)) {
			continue
		}
		if r.d.Key(j+2) == "में" && !r.tokens[j+1].Class.Has(lexicon.GivenName|lexicon.Surname) {
			r.add(document.Range{First: j + 1, End: j + 2}, gazetteer.None, "place/listed")
		}
	}
}

// foreignWord reports whether the spelling is that of a borrowed noun (कॉलेज, स्टेशन,
// एयरपोर्ट), which names no village.
func foreignWord(key string) bool {
	if strings.ContainsAny(key, "ॉॅऑऍ") {
		return true
	}
	for _, s := range []string{"शन", "र्ट", "ंट", "िंग", "ेज", "क्स", "ल्स", "ट्री", "र्स", "ोर", "स्ट", "िटी", "ूम", "ेंट", "ेक्ट", "िक", "वाद", "करण", "ता", "पन", "ना"} {
		if strings.HasSuffix(key, s) {
			return true
		}
	}
	return false
}

// defined finds the subject of a sentence that says what it is: चहुरेरा फर्रुखाबाद जिले का एक
// गांव है.
func (r *resolver) defined() {
	for _, s := range r.d.Sentences() {
		end := s.Tokens.End
		for end > s.Tokens.First && r.tokens[end-1].Kind == document.Punct {
			end--
		}
		if end-s.Tokens.First < 4 {
			continue
		}
		if k := r.d.Key(end - 1); k == "है" || k == "था" || k == "थी" {
			end--
		}
		n, ok := r.w.nouns[r.d.Key(end-1)]
		if !ok || n.kind == gazetteer.None || r.d.Key(end-2) != "एक" {
			continue
		}
		i := s.Tokens.First
		j := i
		for j < end && j < i+3 && !r.covered[j] && r.nameable(j) {
			j++
		}
		if j > i {
			r.add(document.Range{First: i, End: j}, n.kind, "place/defined")
		}
	}
}

// nameBefore finds the name that ends right before token i.
func (r *resolver) nameBefore(i int, n noun) bool {
	last := i - 1
	if r.tokens[i].Sentence != r.sentence(last) || !r.nameable(last) {
		return false
	}
	first := last
	switch {
	case villageTails[r.d.Key(last)] && r.nameable(last-1) && r.sentence(last-1) == r.sentence(i):
		first = last - 1
	case r.nameable(last-1) && villageHeads[r.d.Key(last-1)] && r.sentence(last-1) == r.sentence(i):
		first = last - 1
	case villageTails[r.d.Key(last)]:
		return false
	}
	if first == last && r.tokens[last].Class.Has(lexicon.GivenName|lexicon.Surname) && n.kind != gazetteer.Village {
		return false
	}
	if n.kind == gazetteer.District && r.abroadBefore(first) {
		r.add(document.Range{First: first, End: last + 1}, n.kind, "place/name-noun") // नेपाल के बैतड़ी जिले से
		return true
	}
	if n.kind == gazetteer.District || n.kind == gazetteer.None && foreignWord(r.d.Key(last)) {
		return false // every district of India is in the table: चुनिंदा जिले
	}
	rg := document.Range{First: first, End: last + 1}
	kind := n.kind
	switch r.d.Key(i) {
	case "नगर", "कॉलोनी", "कालोनी", "पुरवा", "टोला", "माजरा": // the word is part of the name: तिलक नगर
		rg.End, kind = i+1, gazetteer.Locality
	}
	r.add(rg, kind, "place/name-noun")
	return true
}

// twoWords finds the village of two words of which the gazetteer knows one as another
// small place; the name is both, and the small place is not meant;
// or one has the ending of a place name:
//
//	ग्राम पिपरिया नानकार में    घंघोरा पिपरिया गांव में    गांव मोहम्मदनगर नानकार में
func (r *resolver) twoWords(i int, n noun) bool {
	at := -1
	if n.after && r.twoWordsAt(i-2, i) {
		at = i - 2
	} else if n.before && i+3 < len(r.tokens) && r.twoWordsAt(i+1, i) {
		_, noun := r.w.nouns[r.d.Key(i+3)]
		if noun || r.tokens[i+3].Class.Has(lexicon.Postposition) {
			at = i + 1
		}
	}
	if at < 0 {
		return false
	}
	for k := at; k < at+2; k++ {
		if c, ok := r.byStart[k]; ok {
			r.cands[c].blocked, r.cands[c].decided = true, no
		}
	}
	r.add(document.Range{First: at, End: at + 2}, n.kind, "place/two-words")
	return true
}

// twoWordsAt reports whether of the tokens at and at+1, in the sentence of token i, one is
// a small place of the gazetteer or has the ending of a place name, and the other a word
// that may name a place.
func (r *resolver) twoWordsAt(at, i int) bool {
	if at < 0 || r.sentence(at) != r.tokens[i].Sentence || r.sentence(at+1) != r.tokens[i].Sentence {
		return false
	}
	small := func(k int) bool {
		c, ok := r.byStart[k]
		if !ok {
			return r.nameable(k) && (placeEnding(r.d.Key(k)) || strings.HasSuffix(r.d.Key(k), "नगर"))
		}
		return r.cands[c].Range.Len() == 1 && !r.cands[c].blocked && !major(r.cands[c].Name.Entry(0))
	}
	other := func(k int) bool { return r.nameable(k) && !foreignWord(r.d.Key(k)) && !r.taken[k] }
	return small(at) && other(at+1) || small(at+1) && other(at)
}

// abroadBefore reports whether a foreign country governs token i: नेपाल के …
func (r *resolver) abroadBefore(i int) bool {
	if k := r.d.Key(i - 1); k != "के" && k != "का" {
		return false
	}
	k, ok := r.byEnd[i-1]
	if !ok {
		return false
	}
	e := r.cands[k].Name.Entry(0)
	return e.Kind() == gazetteer.Country && e.Country() != "IN"
}

// nameAfter finds the name that starts right after token i: ग्राम सुंदरपुर, गांव मूंडवाड़ा की.
func (r *resolver) nameAfter(i int, n noun) bool {
	first := i + 1
	if first < len(r.tokens) && r.d.Key(first) == "मुख्यालय" {
		first++
	}
	if first >= len(r.tokens) || r.tokens[first].Sentence != r.tokens[i].Sentence || !r.nameable(first) {
		return false
	}
	if n.kind == gazetteer.District || n.kind == gazetteer.Town {
		return false // जिला अस्पताल, शहर कोतवाल
	}
	if r.d.Key(i) == "ग्राम" && i > 0 && (r.tokens[i-1].Kind == document.Number || counting[r.d.Key(i-1)]) {
		return false // दस ग्राम हल्दी
	}
	end := first + 1
	if r.nameable(end) && villageTails[r.d.Key(end)] || villageHeads[r.d.Key(first)] && r.nameable(end) {
		end++
	}
	// The name must end where a name ends: at a case marker, a comma, a conjunction or the
	// next place word; गांव पहुंची टीम has none.
	if end < len(r.tokens) {
		t := &r.tokens[end]
		_, noun := r.w.nouns[t.Key]
		if !(t.Kind == document.Punct || t.Class.Has(lexicon.Postposition|lexicon.Conjunction) || noun || r.covered[end] && r.d.Key(i) == "निवासी") {
			return false
		}
	}
	r.add(document.Range{First: first, End: end}, n.kind, "place/noun-name")
	return true
}

// listBefore finds the list of names that a plural closes: साहो, कीड़ी और पधरूंई पंचायतों,
// नालागढ़ और अर्की ब्लॉकों. At least two names make a list.
func (r *resolver) listBefore(i int, n noun) {
	type part struct{ first, end int }
	var parts []part
	j := i - 1
	for j >= 0 && r.tokens[j].Sentence == r.tokens[i].Sentence {
		first := j
		if c, ok := r.byEnd[j+1]; ok {
			first = r.cands[c].Range.First
		} else if !r.nameable(j) {
			break
		} else if villageTails[r.d.Key(j)] && r.nameable(j-1) {
			first = j - 1
		}
		parts = append(parts, part{first, j + 1})
		if first == 0 || !listSign(r.d.Key(first-1)) {
			break
		}
		j = first - 2
	}
	if len(parts) < 2 {
		return
	}
	for _, p := range parts {
		if c, ok := r.byEnd[p.end]; ok {
			r.cands[c].proven = true
			if r.cands[c].kind == gazetteer.None {
				r.cands[c].kind = n.kind
			}
			continue
		}
		r.add(document.Range{First: p.first, End: p.end}, n.kind, "place/name-list")
	}
}

func listSign(key string) bool {
	switch key {
	case ",", "और", "व", "एवं", "तथा":
		return true
	}
	return false
}

func (r *resolver) sentence(i int) int32 {
	if i < 0 || i >= len(r.tokens) {
		return -1
	}
	return r.tokens[i].Sentence
}
