package person

import (
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/organization"
)

// role is a role phrase of the text.
type role struct {
	r      document.Range // as it is written out: bare places left of it cut off
	head   document.Range
	o      *office
	org    int // index of the organisation in the phrase, -1 for none
	former bool
	lone   bool           // relation behind a name, record style: रामू पुत्र श्यामू
	name   int            // token where the name that it introduces would start
	place  document.Range // place behind the head
}

// roles finds the role phrases of the text, in order:
//
//	पद := (विशेषण | विषय | संस्था | इकाई के)* शीर्ष [खंड] [(खंड)]
//	प्रदेश बीजेपी अध्यक्ष, जल शक्ति विभाग के अधिशासी अभियंता, एसपी सिटी
func (f *finder) findRoles() {
	tokens := f.d.Tokens()
	for i := 0; i < len(tokens); {
		if k, ok := f.known[i]; ok {
			i = k.End // वकील अहमद is a name
			continue
		}
		n, o := f.headAt(i)
		if n == 0 || f.inOrg(i) && f.orgEnd(i) > i+n || n == 1 && (f.surnamePlace(i) || f.givenPlace(i) || f.middlePlace(i, o)) || f.memberOf(i, n) {
			i++
			continue
		}
		if f.initialsOffice(i, n) {
			f.initial[i] = true
			i += n
			continue
		}
		ro := f.roleAround(i, n, o)
		for k := len(f.roles); k > 0 && f.roles[k-1].r.First >= ro.r.First; k-- {
			f.roles = f.roles[:k-1] // प्रभारी is a part of प्रभारी मंत्री
		}
		f.roles = append(f.roles, ro)
		i = max(i+n, ro.r.End) // एसपी | ग्रामीण: the wing is no villager
	}
}

// initialsOffice reports whether an office of spelt letters at token i is a person's
// initials: behind another office and before a lone surname, मुख्य सचिव एसपी गोयल. एमपी, which
// few papers write for सांसद, is one before any lone surname: एमपी सिंह.
func (f *finder) initialsOffice(i, n int) bool {
	if n != 1 || !spelt(f.d.Key(i)) || i == 0 || i+2 > f.d.Len() {
		return false
	}
	k := len(f.roles)
	behind := k > 0 && f.roles[k-1].r.End == i || f.honorificBefore(i).Len() > 0
	if f.stopSign(i-1) && f.honorificBefore(i).Len() > 0 && f.wordLike(i+1) && f.closes(i+2) {
		return true // डॉ. एसपी पाणि ने
	}
	return (behind || f.d.Key(i) == "एमपी") && f.d.Class(i+1).Has(lexicon.Surname) && (f.d.Key(i+1) == "सिंह" || !f.d.Class(i+1).Has(lexicon.GivenName)) && f.closes(i+2)
}

// dottedOffice returns the office that is written as letters with stops at token i:
// डी.सी. अमनदीप शर्मा, एस.एस.पी. ने. Two letters before a lone surname are a person's
// initials: एस.पी. सिंह, सी.पी. जोशी.
func (f *finder) dottedOffice(i int) (int, *office) {
	tokens := f.d.Tokens()
	if i > 0 && f.d.Key(i-1) == "." && f.d.Class(i-2).Has(lexicon.Letter) {
		return 0, nil
	}
	var word strings.Builder
	j, letters := i, 0
	for j < len(tokens) && letters < 6 && tokens[j].Class.Has(lexicon.Letter) && tokens[j].Sentence == tokens[i].Sentence {
		dot := f.d.Key(j+1) == "."
		if !dot && (letters == 0 || f.d.Tokens()[j].Space) {
			break
		}
		word.WriteString(tokens[j].Key)
		letters++
		j++
		if !dot {
			break
		}
		j++
	}
	if letters < 2 || !f.t.heads.Starts(word.String()) {
		if letters > 2 && j < len(tokens) && tokens[j].Sentence == tokens[i].Sentence && f.titleAt(j) && strings.HasSuffix(word.String(), "ओ") {
			return j - i, service(word.String()) // एस.एम.ओ. डा. मीना सोढी
		}
		return 0, nil
	}
	n, o := f.t.heads.Longest(func(k int) string {
		if k == 0 {
			return word.String()
		}
		return ""
	})
	if n == 0 || o.kin {
		return 0, nil
	}
	if letters > 2 || j >= len(tokens) || tokens[j].Sentence != tokens[i].Sentence {
		return j - i, o
	}
	k := len(f.roles)
	if k > 0 && f.roles[k-1].r.End == i || f.honorificBefore(i).Len() > 0 {
		return 0, nil // मुख्य सचिव एस.पी. गोयल
	}
	if f.honorific(j) > 0 || tokens[j].Class.Has(grammar) || tokens[j].Kind == document.Punct {
		return j - i, o
	}
	q := j
	for q < len(tokens) && f.place[q] != 0 && !tokens[q].Class.Has(lexicon.GivenName) && q-j < 3 {
		q++ // एस.पी. बरनाला करनैल सिंह
	}
	if f.t.tail[tokens[q].Key] && q == j {
		return 0, nil
	}
	if q > j && f.nameLike(q) || f.fullName(q) || tokens[q].Class.Has(lexicon.GivenName) && !tokens[q].Class.Has(lexicon.Surname) {
		return j - i, o
	}
	return 0, nil
}

// givenPlace reports whether a given name at token i that is also an office opens a name
// (युवराज सिंह), or a rank that villages give as a name: डीएसपी कप्तान सिंह ने.
func (f *finder) givenPlace(i int) bool {
	next := f.d.Key(i + 1)
	if f.t.rankName[f.d.Key(i)] && (next == "सिंह" || next == "चंद" || next == "राम" || next == "प्रसाद" || next == "यादव" || next == "अहमद") {
		return f.closes(i+2) || next == "सिंह" && f.d.Class(i+2).Has(lexicon.Surname) || i > 0 && f.d.Class(i-1).Has(lexicon.Honorific)
	}
	return f.d.Tokens()[i].Class.Has(lexicon.GivenName) && f.t.middle[next]
}

// middlePlace reports whether a weak office at token i that is also a part of names stands
// inside one: युगल | किशोर | पंत, or opens one: किशोरी चौधरी का.
func (f *finder) middlePlace(i int, o *office) bool {
	c := f.d.Class(i)
	if !o.weak || !c.Has(lexicon.GivenName) {
		return false
	}
	after := f.d.Class(i + 1)
	if after&grammar != 0 || !after.Has(lexicon.GivenName|lexicon.Surname) {
		return false
	}
	if i > 0 && f.t.middle[f.d.Key(i)] && f.d.Class(i-1).Has(lexicon.GivenName) && f.d.Class(i-1)&grammar == 0 {
		return true
	}
	return after.Has(lexicon.Surname) && !after.Has(lexicon.CommonWord) && f.closes(i+2)
}

// memberOf reports whether the office of n tokens at i only tells who the body behind it
// unites, whose own office follows: सलाहकार | परिषद उपाध्यक्ष, प्रधान | संघ के अध्यक्ष.
func (f *finder) memberOf(i, n int) bool {
	j := i + n
	if !f.t.union[f.d.Key(j)] || f.d.Tokens()[j].Sentence != f.d.Tokens()[i].Sentence {
		return false
	}
	j++
	if k := f.d.Key(j); k == "के" || k == "की" {
		j++
	}
	if n, o := f.headAt(j); n == 0 || o.kin || o.weak {
		return false
	}
	return true
}

// officeBefore reports whether the word before token j is an office.
func (f *finder) officeBefore(j int) bool {
	if j == 0 || f.d.Tokens()[j-1].Sentence != f.d.Tokens()[j].Sentence {
		return false
	}
	n, o := f.headAt(j - 1)
	return n == 1 && !o.kin
}

// headAt returns the longest office head that starts at token i.
func (f *finder) headAt(i int) (int, *office) {
	if f.d.Class(i).Has(lexicon.Letter) && f.d.Key(i+1) == "." {
		return f.dottedOffice(i)
	}
	if !f.t.heads.StartsWith(f.d.WordAt(i)) {
		if f.callingAt(i) {
			return 1, calling(f.d.Key(i))
		}
		if f.serviceAt(i) {
			return 1, service(f.d.Key(i))
		}
		return 0, nil
	}
	sentence := f.d.Tokens()[i].Sentence
	at := []int{i}
	n, o := f.t.heads.Longest(func(k int) string {
		for len(at) <= k {
			j := at[len(at)-1] + 1
			if f.d.Key(j) == "-" {
				j++
			}
			at = append(at, j)
		}
		j := at[k]
		if j >= f.d.Len() || f.d.Tokens()[j].Sentence != sentence {
			return ""
		}
		return f.d.Key(j)
	})
	if n == 0 {
		return 0, nil
	}
	return at[n-1] + 1 - i, o
}

// roleAround extends the head of n tokens at i to the whole phrase.
func (f *finder) roleAround(i, n int, o *office) role {
	tokens := f.d.Tokens()
	ro := role{head: document.Range{First: i, End: i + n}, o: o, org: -1}
	sentence := tokens[i].Sentence
	first := i
	keep := i // the leftmost token that is no bare place
	for j := i - 1; j >= 0 && tokens[j].Sentence == sentence && i-j <= 12; {
		key := tokens[j].Key
		if k := f.orgAt[j]; k >= 0 {
			if o.kin {
				break
			}
			j = f.orgStart(j)
			first, keep = j, j
			if ro.org < 0 {
				ro.org = int(k)
			}
			j--
			continue
		}
		if key == "सह" && j > 0 { // निर्वाची पदाधिकारी सह एसडीओ: two offices; सह संयोजक: one
			if n, _ := f.headEndingAt(j - 1); n == 0 {
				first, keep = j, j
				j--
				continue
			}
			break
		}
		if n, _ := f.headEndingAt(j); n > 1 || n > 0 && !f.t.modifier[key] && !f.t.subject[key] {
			break
		}
		if key == "पुलिस" && (o.class == "legislature" || o.class == "government" || o.class == "local") {
			break
		}
		if !o.kin && j+1 == i && f.t.union[key] && (!f.t.modifier[key] && !f.t.subject[key] || f.officeBefore(j)) {
			// वन पंचायत सलाहकार परिषद | उपाध्यक्ष, प्रधान संघ | अध्यक्ष
			if s := f.members(j, i); s < j {
				first, keep = s, s
				j = s - 1
				continue
			}
		}
		if f.t.modifier[key] || !o.kin && f.t.subject[key] {
			if key == "पूर्व" || key == "भूतपूर्व" || key == "रिटायर्ड" || key == "सेवानिवृत्त" {
				ro.former = true
			}
			first, keep = j, j
			j--
			continue
		}
		if f.place[j] != 0 && !o.kin {
			first = j
			j--
			continue
		}
		if o.kin {
			break
		}
		if (joins(key) || key == "," && (o.class == "government" || o.class == "administration")) && j > 0 && (f.t.subject[tokens[j-1].Key]) && f.t.subject[f.d.Key(j+1)] {
			first = j
			j--
			continue
		}
		if (key == "के" || key == "की") && j > 0 && j+1 == first && tokens[j-1].Key == "राज्य" && o.class == "government" && f.place[j-1] == 0 &&
			strings.HasSuffix(o.name, "मंत्री") && o.name != "मुख्यमंत्री" && tokens[j-1].Sentence == sentence && (j < 2 || f.place[j-2] == 0) {
			first, keep = j-1, j-1 // राज्य की | परिवहन मंत्री
			break
		}
		if (key == "के" || key == "की" || key == "का") && j > 0 && j+1 == first {
			if s := f.unitBefore(j); s >= 0 {
				if k := f.orgAt[s]; k >= 0 && ro.org < 0 {
					ro.org = int(k)
				} else if k := f.orgAt[j-1]; k >= 0 && ro.org < 0 {
					ro.org = int(k)
				}
				first, keep = s, s
				j = s - 1
				continue
			}
		}
		break
	}
	if keep > first {
		first = keep
	}
	end := i + n
	for end < len(tokens) && tokens[end].Sentence == sentence && f.t.wing[tokens[end].Key] && !o.kin && !o.weak && f.orgAt[end] < 0 {
		// a wing only where a name or nothing follows: एसपी सिटी सतपाल सिंह
		if !o.place || tokens[end].Class.Has(lexicon.Honorific) && o.class != "administration" {
			break // पुलिस प्रमुख | जनरल X
		}
		end++
	}
	if end == i+n && (o.class == "administration" || o.class == "police" || o.class == "court") && !f.t.wing[f.d.Key(end)] {
		end = f.field(end, sentence)
	}
	end = f.bracketField(end)
	ro.r = document.Range{First: first, End: end}
	ro.lone = o.kin && f.recordBefore(first)
	return ro
}

// field returns the end of the field of office that stands behind the head, before the
// name: प्रमुख सचिव | स्वास्थ्य एवं चिकित्सा | अमित मोहन, एडीजी | कानून व्यवस्था | …
func (f *finder) field(i int, sentence int32) int {
	j := i
	for j < f.d.Len() && j < i+5 && f.d.Tokens()[j].Sentence == sentence && f.orgAt[j] < 0 {
		key := f.d.Key(j)
		if f.t.subject[key] && !f.d.Class(j).Has(lexicon.GivenName) || j > i && (key == "व्यवस्था" || key == "एक्ट" || joins(key) && f.t.subject[f.d.Key(j+1)]) {
			j++
			continue
		}
		break
	}
	if j > i && j < f.d.Len() && (f.nameLike(j) || f.honorific(j) > 0) {
		return j
	}
	return i
}

// bracketField returns the end of a field of office in brackets at token i: एसपी (ग्रामीण),
// प्रधान सचिव (स्वास्थ्य), अपर आयुक्त (कानून एवं व्यवस्था).
func (f *finder) bracketField(i int) int {
	if f.d.Key(i) != "(" {
		return i
	}
	for j := i + 1; j < i+7 && j < f.d.Len(); j++ {
		key := f.d.Key(j)
		switch {
		case key == ")" && j > i+1:
			return j + 1
		case f.t.wing[key], f.t.subject[key], f.t.modifier[key], key == "व्यवस्था", joins(key) && j > i+1:
		default:
			return i
		}
	}
	return i
}

// recordBefore reports whether a relation at token i stands right behind a name, an age
// or a bracket, as in a police record: अनीता देवी पत्नी महेश कुमार, कमलेश यादव 42 पिता स्व. रामधनी.
func (f *finder) recordBefore(i int) bool {
	if i == 0 {
		return false
	}
	p := &f.d.Tokens()[i-1]
	if f.d.Tokens()[i].Sentence != p.Sentence {
		return false
	}
	if p.Kind == document.Number || p.Key == ")" {
		return true
	}
	switch f.d.Key(i) {
	case "पुत्र", "पुत्री", "पत्नी", "सुपुत्र", "सुपुत्री", "पुत्रवधू":
		// राफियान पुत्री अजमतउल्लाह, विकास पुत्र ओम प्रकाश
		return p.Kind == document.Word && p.Class&grammar == 0 && !f.t.modifier[p.Key] && !f.t.stop[p.Key]
	}
	return p.Kind == document.Word && p.Class.Has(lexicon.GivenName|lexicon.Surname) && !p.Class.Has(lexicon.Postposition|lexicon.Pronoun|lexicon.Conjunction) && !p.Class.Has(lexicon.CommonWord)
}

// headEndingAt reports whether a role head ends with token j.
func (f *finder) headEndingAt(j int) (int, *office) {
	for n := len(f.roles) - 1; n >= 0 && n >= len(f.roles)-3; n-- {
		if f.roles[n].head.End == j+1 {
			return f.roles[n].head.Len(), f.roles[n].o
		}
	}
	return 0, nil
}

// unitBefore returns the first token of the noun phrase that ends before the genitive
// at token j and may hold an office: रिजर्व बैंक | के, मध्य एशिया मामलों | की, बैराज | के.
// It returns -1 for a person, a pronoun, a place or a time.
func (f *finder) unitBefore(j int) int {
	tokens := f.d.Tokens()
	p := j - 1
	if p >= 3 && tokens[p].Key == ")" && tokens[p-2].Key == "(" && f.orgAt[p-3] >= 0 && tokens[p-3].Sentence == tokens[p].Sentence {
		return f.within(f.members(f.orgStart(p-3), j)) // जन मुक्ति फोरम (जेएमएफ) | के अध्यक्ष
	}
	if f.orgAt[p] >= 0 {
		return f.within(f.members(f.orgStart(p), j))
	}
	if f.t.party[tokens[p].Key] && f.d.Class(j+1)&grammar == 0 {
		if _, o := f.headAt(j + 1); o != nil && o.class == "court" {
			if q := f.d.Key(p - 1); tokens[p].Key == "पक्ष" && (q == "बचाव" || q == "अभियोजन" || q == "वादी" || q == "विपक्षी") {
				p--
			}
			return p // याचिकाकर्ता के | अधिवक्ता, बचाव पक्ष के | वकील
		}
	}
	if f.place[p] != 0 && !f.t.unit[tokens[p].Key] {
		// मौसम विज्ञान केंद्र देहरादून | के
		q := p
		for q > 0 && f.place[q-1] != 0 {
			q--
		}
		if q > 0 && f.orgAt[q-1] >= 0 && tokens[q-1].Sentence == tokens[j].Sentence {
			return f.orgStart(q - 1) // आईआईटी दिल्ली | के
		}
		if q > 0 && f.t.unit[f.d.Key(q-1)] && tokens[q-1].Sentence == tokens[j].Sentence {
			p = q - 1
		} else {
			return -1
		}
	}
	if !f.t.unit[tokens[p].Key] {
		return -1
	}
	for p > 0 && tokens[p-1].Sentence == tokens[j].Sentence {
		q := p - 1
		t := &tokens[q]
		if f.orgAt[q] >= 0 {
			p = f.orgStart(q)
			continue
		}
		if t.Kind != document.Word || t.Class.Has(lexicon.Postposition|lexicon.Pronoun|lexicon.Conjunction|lexicon.Auxiliary|lexicon.Particle|lexicon.Demonstrative) {
			break
		}
		if f.t.subject[t.Key] || f.t.modifier[t.Key] || f.place[q] != 0 && !f.t.adverb[t.Key] || f.t.unit[t.Key] || !t.Class.Has(lexicon.CommonWord) && !f.t.stop[t.Key] && j-q < 5 {
			p = q
			continue
		}
		break
	}
	return f.within(f.members(p, j))
}

// members returns the first token of the compound whose body noun is part of the unit
// from p to j: those it unites stand before it as plain nouns, up to a word of grammar.
//
//	हम्माल संघ के अध्यक्ष, अनाज तिलहन व्यापारी संघ के, पेट्रोल पंप एसोसिएशन के, मेला समिति के
func (f *finder) members(p, j int) int {
	tokens := f.d.Tokens()
	union := false
	for i := p; i < j; i++ {
		union = union || f.t.union[tokens[i].Key]
	}
	if !union {
		return p
	}
	q := p
	for q > 0 && p-q < 6 && tokens[q-1].Sentence == tokens[j].Sentence {
		t := &tokens[q-1]
		if f.place[q-1] != 0 && !f.t.adverb[t.Key] {
			q--
			continue
		}
		if t.Kind != document.Word || t.Class.Has(grammar|lexicon.Honorific) || f.orgAt[q-1] >= 0 || f.t.adverb[t.Key] || f.t.stop[t.Key] || strings.HasSuffix(t.Key, "कर") || pluralForm(t.Key) {
			break
		}
		if q < j-1 && speech[t.Key] {
			break // यह तंज | नागरिक मंच की अध्यक्ष X का था
		}
		if n, o := f.headEndingAt(q - 1); n > 0 && (o.class == "government" || o.class == "legislature" || o.class == "police") {
			break
		}
		q--
	}
	return q
}

// speech are the nouns of what is said, which open no name of a body; सम्मान समारोह समिति and
// स्वागत समिति, where one stands right before the noun, are bodies.
var speech = set(`तंज कटाक्ष सवाल जवाब पलटवार हमला निशाना चेतावनी घोषणा ऐलान एलान अपील आग्रह अनुरोध मांग बयान प्रतिक्रिया समर्थन निंदा खंडन धमकी सलाह सुझाव
आश्वासन भरोसा वादा धन्यवाद आभार बधाई नसीहत शिकायत आपत्ति नाराजगी रोष गुस्सा खुशी दुख शोक टिप्पणी व्यंग्य सफाई स्पष्टीकरण इनकार तर्क दलील राय मत कहना मानना बात
जानकारी सूचना पत्र चिट्ठी ट्वीट पोस्ट वीडियो फोन संदेश विचार अध्यक्षता मौका दर्द पीड़ा उम्मीद`)

// within returns the start of the phrase whose unit starts at token p, with the words
// that tell what kind of body a named one is: ब्रोकरेज फर्म | शुभलाभ सिक्योरिटीज.
func (f *finder) within(p int) int {
	tokens := f.d.Tokens()
	if p < 2 || tokens[p-2].Sentence != tokens[p].Sentence {
		return p
	}
	if f.orgAt[p] >= 0 && f.t.bodyKind[f.d.Key(p-1)] {
		s := p - 1
		if t := &tokens[s-1]; t.Kind == document.Word && t.Sentence == tokens[p].Sentence && !t.Class.Has(grammar) && f.orgAt[s-1] < 0 && !f.t.adverb[t.Key] && !f.t.stop[t.Key] && !strings.HasSuffix(t.Key, "कर") && f.place[s-1] == 0 {
			s--
		}
		return s
	}
	return p
}

// joins reports whether key is an "and" between nouns.
func joins(key string) bool {
	return key == "और" || key == "एवं" || key == "व" || key == "तथा" || key == "व्" || key == "&"
}

// official says whether the role is a public office.
func (f *finder) official(ro *role) bool {
	kind := organization.Kind("")
	if ro.org >= 0 {
		kind = f.in.Organizations[ro.org].Kind
		if f.in.Organizations[ro.org].Public {
			kind = organization.Government
		}
	}
	if ro.former && ro.o.public == notInClub && (kind == organization.Government || kind == organization.Court) {
		return false // सेबी की पूर्व अध्यक्ष
	}
	if (ro.o.public == notInClub || ro.o.class == "party" || ro.o.class == "local" || ro.o.name == "महासचिव") && f.club(ro.r) {
		return false
	}
	if kind == organization.NGO && f.wingOfParty(ro.org) {
		kind = organization.Party
	}
	state := kind == organization.Government || kind == organization.Police || kind == organization.Court
	switch ro.o.public {
	case always:
		if ro.former && (ro.o.class == "administration" || ro.o.class == "police" || ro.o.class == "army" || ro.o.class == "court" || ro.o.name == "राजनयिक") {
			return false
		}
		switch kind {
		case organization.Company, organization.NGO, organization.Sport:
			return ro.o.class == "government" && !ro.former && ro.o.name != "मंत्री" || ro.o.class == "legislature" || ro.o.class == "police"
		}
		return true
	case notInClub:
		switch kind {
		case organization.Company, organization.NGO, organization.Sport, organization.Media:
			return false
		}
		return true
	case inState:
		return state
	}
	return false
}

// club reports whether the role is one of a union or an association of a trade, which is
// no public body: शिक्षक संघ के महासचिव, भारतीय किसान मोर्चा के महासचिव.
func (f *finder) club(r document.Range) bool {
	for i := r.First; i < r.End; i++ {
		switch key := f.d.Key(i); {
		case f.t.club[key]:
			switch f.d.Key(i - 1) {
			case "यूरोपीय", "अफ्रीकी", "सोवियत", "राष्ट्र", "दुग्ध", "सहकारी":
				return false
			}
			return true
		case key == "मंडल":
			if p := f.d.Key(i - 1); p == "व्यापार" || p == "उद्योग" {
				return true // व्यापार मंडल के अध्यक्ष
			}
		case key == "मोर्चा", key == "मोर्चे":
			// the peasants' wing of a party is the party's: किसान मोर्चा, भाजपा किसान मोर्चा
			p := f.d.Key(i - 2)
			return f.d.Key(i-1) == "किसान" && (p == "भारतीय" || p == "संयुक्त")
		}
	}
	return false
}

// wingOfParty reports whether the name of the organisation is that of a party's wing:
// भाजपा किसान मोर्चा, महिला मोर्चा.
func (f *finder) wingOfParty(org int) bool {
	words := strings.Fields(devanagari.Fold(f.in.Organizations[org].Name))
	n := len(words)
	return n > 1 && words[n-1] == "मोर्चा" && words[0] != "भारतीय" && words[0] != "संयुक्त" && (words[n-2] == "किसान" || words[n-2] == "युवा" || words[n-2] == "महिला" || words[n-2] == "अल्पसंख्यक")
}
