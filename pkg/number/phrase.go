package number

import (
	"math"
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
	"khabar/pkg/numeral"
)

// derived maps the adjectives made of a counted noun to it: तीन सदस्यीय समिति counts members.
var derived = foldStrings(map[string][2]string{
	"सदस्यीय": {"सदस्य", Count}, "सदस्यी": {"सदस्य", Count}, "स्तरीय": {"स्तर", Count}, "पक्षीय": {"पक्ष", Count}, "सूत्रीय": {"सूत्र", Count}, "सूत्री": {"सूत्र", Count},
	"मंजिला": {"मंजिल", Count}, "मंजिले": {"मंजिल", Count}, "मंजिली": {"मंजिल", Count}, "मंज़िला": {"मंजिल", Count},
	"सीटर": {"सीट", Count}, "बिस्तरीय": {"बिस्तर", Count}, "चरणीय": {"चरण", Count}, "मैचीय": {"मैच", Count}, "कोणीय": {"कोण", Count},
})

// state lists predicates that stand for the people they are said of, where no noun
// follows: 40 से अधिक घायल, दो लापता.
var state = foldStrings(map[string][2]string{
	"घायल": {"घायल", Count}, "जख्मी": {"घायल", Count}, "लापता": {"लापता", Count}, "मृत": {"मृतक", Count}, "संक्रमित": {"संक्रमित", Count},
	"पॉजिटिव": {"संक्रमित", Count}, "पाजिटिव": {"संक्रमित", Count}, "पॉजीटिव": {"संक्रमित", Count}, "गिरफ्तार": {"व्यक्ति", Count},
	"चोटिल": {"घायल", Count}, "बीमार": {"व्यक्ति", Count}, "बेघर": {"व्यक्ति", Count}, "मरे": {"मौत", Count}, "मारे": {"मौत", Count}, "काबू": {"व्यक्ति", Count}, "नामजद": {"व्यक्ति", Count}, "अज्ञात": {"व्यक्ति", Count}, "दबोचे": {"व्यक्ति", Count}, "धराए": {"व्यक्ति", Count}, "झुलसे": {"व्यक्ति", Count},
	"दबे": {"व्यक्ति", Count}, "डूबे": {"व्यक्ति", Count}, "फरार": {"व्यक्ति", Count}, "बेहोश": {"व्यक्ति", Count}, "जिंदा": {"व्यक्ति", Count}, "भर्ती": {"व्यक्ति", Count}, "रेफर": {"व्यक्ति", Count}, "डिस्चार्ज": {"व्यक्ति", Count}, "स्वस्थ": {"व्यक्ति", Count},
})

func foldStrings(m map[string][2]string) map[string][2]string {
	out := make(map[string][2]string, len(m))
	for k, v := range m {
		out[lexicon.Words(k)[0]] = v
	}
	return out
}

// noun finds the noun that the number at c counts, from token j on.
//
//	[और] [adjective …] [noun …] noun    "तीन नई ट्रेनें", "11 सरकारी स्कूल", "साढ़े तीन लाख फेस कवर"
//	की मौत|आबादी …                      "2 की मौत", "21 हजार 480 की आबादी"
func (f *finder) noun(c *candidate, j int) {
	key := f.key(j)
	if d, ok := derived[key]; ok {
		c.unit, c.kind, c.conf, c.tail = d[0], d[1], 2, j+1
		c.unitRange = document.Range{First: j, End: j + 1}
		c.article = false
		return
	}
	switch key {
	case "की", "का", "के":
		f.genitive(c, j)
		return
	case "जोडी", "जोडा", "जोडे", "जोडों": // दो जोड़ी ट्रेनें; elsewhere the word is a verb
		c.unit, c.conf, c.tail = "जोड़ी", 2, j+1
		c.unitRange = document.Range{First: j, End: j + 1}
		return
	}
	if key == "संख्या" && f.key(j+1) == "में" { // 10,600 से अधिक संख्या में वेंटिलेटर
		if name, _, r, conf := f.phrase(j+2, true); conf > 0 {
			c.unit, c.unitRange, c.conf, c.tail = name, r, conf, r.End
			return
		}
	}
	if key == "पास" && passes[f.key(j+1)] && !c.article { // 423 पास जारी किए; elsewhere पास is "near"
		c.unit, c.conf, c.tail = "पास", 2, j+1
		c.unitRange = document.Range{First: j, End: j + 1}
		return
	}
	if key == "रेड" && !c.article && (f.flags(j+1)&verb != 0 || f.key(j+1) == "में" || f.key(j+1) == "पर" || f.key(j+1) == "की") { // 19 रेड में 13 अंक; elsewhere रेड is the colour
		c.unit, c.conf, c.tail = "रेड", 2, j+1
		c.unitRange = document.Range{First: j, End: j + 1}
		return
	}
	if key == "मापी" { // 6.1 मापी गई तीव्रता
		c.kind, c.noUnit, c.conf = Measure, true, 2
		return
	}
	if key == "तीव्रता" || key == "रिक्टर" || key == "मैग्नीट्यूड" || key == "मैग्निट्यूड" || key == "मेग्निट्यूड" || key == "मेग्नीट्यूड" || key == "मैग्नीट्यूट" { // 4.6 तीव्रता का भूकंप
		c.unit, c.kind, c.conf, c.tail = "तीव्रता", Measure, 2, j+1
		c.unitRange = document.Range{First: j, End: j + 1}
		return
	}
	if k := f.manner(j); k > j+1 && state[f.key(k)][0] == "घायल" && !c.article && c.num.Value < 1e7 { // दो अन्य गंभीर रूप से जख्मी
		c.unit, c.conf, c.tail = "घायल", 2, k+1
		c.unitRange = document.Range{First: k, End: k + 1}
		return
	}
	if f.key(c.first-1) == "तीव्रता" && c.num.Value < 10 {
		c.kind, c.noUnit, c.conf = Measure, true, 2
		return
	}
	lemma, class, r, conf := f.phrase(j, c.num.Value > 1 || c.num.Form == numeral.Indefinite)
	if conf == 1 && c.num.Form == numeral.Fraction && f.in(r.End, &gone) {
		conf = 0 // आधे भर गए
	}
	if conf < 2 && c.num.Form == numeral.Fraction {
		// आधे दाम पर, आधे से ज्यादा पानी: what is halved need not be countable
		if t := j; t < f.end && f.t[t].Kind == document.Word && !f.t[t].Class.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Pronoun|lexicon.Auxiliary|lexicon.Particle|lexicon.Demonstrative) &&
			f.flags(t) == 0 && !f.ofPlace(t) && !f.verbal(t) && !f.stem(t) && !numeral.Starts(f.key(t)) && (f.key(c.first) == "आधा" || f.key(c.first) == "आधे" || f.key(c.first) == "आधी") {
			lemma, class, r, conf = f.d.Text(f.t[t].Span), unknown, document.Range{First: t, End: t + 1}, 2
		}
	}
	if conf == 0 {
		switch f.key(c.first - 1) {
		case "तीव्रता", "एक्यूआई", "aqi", "सूचकांक", "इंडेक्स":
			c.kind, c.noUnit, c.conf = Measure, true, 2
			return
		}
		if f.key(c.first-1) == "पर" && (f.key(c.first-2) == "स्केल" || f.key(c.first-2) == "पैमाने") {
			c.kind, c.noUnit, c.conf = Measure, true, 2
			return
		}
		if k := f.newState(j); k > j && !c.article && c.num.Value < 1e7 { // 36 नये कोरोना पॉजिटिव पाये गये
			j, key = k, f.key(k)
		}
		if s, ok := state[key]; ok && !c.article && c.num.Value < 1e7 {
			c.unit, c.conf, c.tail = s[0], 2, j+1
			c.unitRange = document.Range{First: j, End: j + 1}
		} else if s, ok := state[key]; ok && c.article {
			c.unit, c.conf, c.tail = s[0], 2, j+1
			c.unitRange = document.Range{First: j, End: j + 1}
			c.article = key != "घायल" && key != "मृत" && key != "लापता" && key != "गिरफ्तार" && key != "जख्मी"
		}
		return
	}
	if class == person && f.key(j) == "और" && !c.num.Scaled && c.num.Form == numeral.Cardinal && c.num.Value != math.Trunc(c.num.Value) {
		return // 3.1 और टूरिस्ट स्पॉट में 2 डिग्री
	}
	if temperatureWords[lemma] { // 40 के पार पारा, 0.7 न्यूनतम तापमान
		c.kind, c.noUnit, c.conf, c.tail = Measure, true, 2, r.End
		return
	}
	c.unit, c.conf, c.unitRange, c.tail = lemma, conf, r, r.End
	switch lemma {
	case "अंक":
		if f.marketTalk() {
			c.kind = Measure
		}
	}
}

// newState passes नए, और, अन्य and an illness before the word for who has it: 36 नये कोरोना पॉजिटिव.
func (f *finder) newState(j int) int {
	k := j
	for n := 0; n < 3; n++ {
		switch f.key(k) {
		case "नए", "नये", "नया", "और", "अन्य":
			k++
			continue
		}
		if at := f.disease(k); at > k {
			k = at
			continue
		}
		break
	}
	if s, ok := state[f.key(k)]; ok && s[0] == "संक्रमित" && !f.nounAt(k+1) {
		return k
	}
	return j
}

// gone are second verbs that behind a noun are no verb of their own: भर गए; but आधी राशि दी.
var gone = wordSet(`गए गये गया गई गईं जाते जाता जाती चुके चुका चुकी`)

// manner passes the words of degree before घायल: अन्य, गंभीर रूप से, बुरी तरह [से].
func (f *finder) manner(j int) int {
	if f.key(j) == "अन्य" {
		j++
	}
	if f.flags(j)&adjective != 0 && (f.key(j+1) == "रूप" || f.key(j+1) == "तरह") {
		j += 2
		if f.key(j) == "से" {
			j++
		}
	}
	return j
}

// passes are the words behind पास that make it a permit.
var passes = set(`जारी बनाए बनाये बने बांटे वितरित निरस्त`)

// genitive reads "N की मौत", "N की आबादी", "N के स्तर": the noun behind the case marker is what
// is counted, or says that the number is a level.
func (f *finder) genitive(c *candidate, j int) {
	k := j + 1
	for n := 0; n < 2 && f.flags(k)&adjective != 0; n++ {
		k++
	}
	switch f.key(k) {
	case "मौत", "मृत्यु", "जान":
		if f.key(k) == "जान" && f.key(k+1) != "गई" && f.key(k+1) != "गयी" && f.key(k+1) != "चली" {
			return
		}
		c.unit, c.conf, c.tail = "मौत", 2, k+1
		c.unitRange = document.Range{First: k, End: k + 1}
		c.article = false
	case "मौके": // 5 की मौके पर मौत
		if f.key(k+1) == "पर" {
			for m := k + 2; m < k+5; m++ {
				if f.key(m) == "मौत" {
					c.unit, c.conf, c.tail = "मौत", 2, m+1
					c.unitRange = document.Range{First: m, End: m + 1}
					c.article = false
				}
			}
		}
	case "तादाद", "संख्या": // हजारों की तादाद में लोग
		if f.key(k+1) == "में" {
			for m := k + 3; m < k+7 && m < f.end; m++ { // सैकड़ों की संख्या में कसाई बाड़ा के लोग
				if n, ok := f.nounOf(m); ok && n.class == person && n.shape&(plural|oblique) != 0 && (f.key(m-1) == "के" || f.key(m-1) == "की") {
					c.unit, c.unitRange, c.conf, c.tail = n.lemma, document.Range{First: m, End: m + 1}, 2, m+1
					return
				}
			}
			if name, _, r, conf := f.phrase(k+2, true); conf > 0 {
				c.unit, c.unitRange, c.conf, c.tail = name, r, conf, r.End
			}
		}
	case "घायल", "जख्मी", "लापता", "मारे", "दबे": // सौ से ज्यादा के घायल होने की खबर
		if s, ok := state[f.key(k)]; ok && (f.key(k+1) == "होने" || f.key(k+1) == "जाने") {
			c.unit, c.conf, c.tail = s[0], 2, k+1
			c.unitRange = document.Range{First: k, End: k + 1}
			c.article = false
		}
	case "शव": // 12 के शव मिले
		if f.key(j) == "के" && k == j+1 && !f.numberWithin(k+1, 1) {
			c.unit, c.conf, c.tail = "शव", 2, k+1
			c.unitRange = document.Range{First: k, End: k + 1}
			c.article = false
		}
	case "तीव्रता": // 5 की तीव्रता का भूकंप
		if c.num.Value < 10 {
			c.kind, c.noUnit, c.conf = Measure, true, 2
		}
	case "आबादी", "जनसंख्या", "भीड":
		c.unit, c.conf, c.tail = f.nounIs(k).lemma, 2, k+1
		c.unitRange = document.Range{First: k, End: k + 1}
	case "स्तर", "लेवल":
		c.kind, c.noUnit, c.conf = Measure, true, 2
	case "स्कोर", "औसत", "स्ट्राइक":
		c.noUnit, c.conf = true, 2
	case "रफ्तार", "स्पीड":
		c.kind, c.unit, c.conf = Measure, "km/h", 2
	}
}

// phrase reads a noun phrase at j and returns the lemma of its head, with the modifier
// noun where the two make one term (राशन किट), the tokens, and how sure that is: 2 a
// listed or plural-marked noun, 1 a word that is probably a noun, 0 none. many says
// that the number asks for a plural.
func (f *finder) phrase(j int, many bool) (name string, cl class, r document.Range, conf int8) {
	start := j
	if f.key(j) == "और" {
		// दो और लोग: one more noun phrase, not a coordination, if a noun follows at once
		w, ok := f.nounOf(j + 1)
		for n := 2; n < 4 && !ok && f.flags(j+n-1)&adjective != 0; n++ {
			w, ok = f.nounOf(j + n) // तीन और नये पॉजिटिव केस
		}
		if !ok && j+2 < f.end && f.t[j+1].Kind == document.Word && f.t[j+2].Kind == document.Word && !f.t[j+1].Class.Has(lexicon.Postposition|lexicon.Pronoun|lexicon.Conjunction) && f.flags(j+1)&(verb|predicate) == 0 {
			w, ok = f.nounOf(j + 2) // पांच और क्वारंटाइन सेंटर; but 3 और बाएं हाथ के स्पिनर
			ok = ok && w.class != person && marked(f.key(j+1)) == 0 && !(j+3 < f.end && f.t[j+3].Class.Has(lexicon.Postposition))
		}
		if !many || !ok || w.shape&(plural|oblique) == 0 && w.class != person || f.numberWithin(j+2, 3) {
			return "", 0, r, 0
		}
		j++
	}
	modifier, modAt := "", -1
	f.many = many
	if f.key(j) == "मत" && !f.negated(j+1) { // 17 मत मिले; elsewhere मत is "do not"
		return "मत", event, document.Range{First: j, End: j + 1}, 2
	}
	if name, cl, r, ok := f.pastGenitive(j, many); ok {
		return name, cl, r, 2
	}
	j = f.pastParticiple(j, many)
	for k := j; k < f.end && k < start+7; k++ {
		t := &f.t[k]
		if t.Kind == document.Number {
			return "", 0, r, 0
		}
		if t.Kind == document.Punct {
			// टी-20 मुकाबले: a name with digits before the noun; ‘…’ around a name
			if t.Key == "-" && k > j && k+1 < f.end && f.key(k-1) == f.key(k+1) { // छोटे - छोटे
				continue
			}
			if t.Key == "-" && k > j && !t.Space && k+1 < f.end && !f.t[k+1].Space && f.flags(k-1)&adjective != 0 && !f.nounAt(k+1) && f.t[k+1].Kind == document.Word {
				k++ // दो सबसे तेज-तर्रार जांच एजेंसियां
				continue
			}
			if t.Key == "#" && k+1 < f.end && !f.t[k+1].Space { // 25 नए #COVID19 मामले
				for k++; k+1 < f.end && !f.t[k+1].Space && f.t[k+1].Kind != document.Punct; k++ {
				}
				continue
			}
			switch t.Key {
			case "'", "‘", "’", "\"", "“", "”":
				if k > j {
					return f.give(modifier, modAt)
				}
				continue
			case "<", ">", "(":
				return f.give(modifier, modAt)
			}
			return f.give(modifier, modAt)
		}
		if k+2 < f.end && f.t[k+1].Key == "-" && f.t[k+2].Kind == document.Number && !f.t[k+1].Space && !f.t[k+2].Space && !(k == j && f.nounAt(k) && f.nounAt(k+3)) { // but 49 ट्रेन-20 फ्लाइट लेट
			k += 2
			continue
		}
		if k+2 < f.end && f.t[k+1].Kind == document.Number && !f.t[k+1].Space && f.t[k+2].Kind == document.Word && f.t[k+2].Space && len(t.Key) <= 12 {
			k++ // 50 लाख एन95 मास्क
			continue
		}
		if modAt < 0 && t.Class.Has(lexicon.Letter) && f.key(k+1) == "." && k+2 < f.end && f.t[k+2].Kind == document.Word {
			k++ // चार ए. के. राइफलें
			continue
		}
		if t.Key == "दिल्ली" && (f.key(k-1) == "नई" || f.key(k-1) == "नयी") { // a dateline behind the headline
			return f.give(modifier, modAt)
		}
		if t.Key == "और" && modAt >= 0 && (f.nounAt(modAt) && f.nounIs(modAt).shape&plural != 0 || strings.HasSuffix(f.key(modAt), "्स")) {
			return f.give(modifier, modAt) // 10 फैक्ट्स और मिथक: behind a noun it joins
		}
		if (t.Class.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Pronoun|lexicon.Auxiliary) || t.Class.Has(lexicon.Particle)) && t.Key != "ही" && t.Key != "भी" || t.Key == "प्रति" {
			if f.flags(k)&adjective == 0 || t.Class.Has(lexicon.Postposition|lexicon.Auxiliary) {
				return f.give(modifier, modAt)
			}
		}
		// a listed term of several words, or with a hyphen: मतदान केंद्र, भाई-बहन
		if n, end, ok := f.compoundOf(k); ok {
			if w, is := f.nounOf(end); n.class == person && is && w.class == person && w.shape&(plural|oblique) != 0 && f.flags(end)&predicate == 0 {
				k = end - 1 // दो बाइक सवार युवक
				continue
			}
			return n.lemma, n.class, document.Range{First: k, End: end}, 2
		}
		if _, end, ok := f.idiomAt(k); ok && k == j && end > k+1 && numeral.Starts(t.Key) { // दो चार पहिया वाहन
			k = end - 1
			continue
		}
		if at := f.disease(k); at > k+1 || at > k && !f.nounAt(k) { // 38,442 कोरोना वायरस परीक्षण, 1466 कोरोना वायरस संक्रमितों
			if f.nounAt(at) && f.flags(at)&(verb|predicate) == 0 || f.nounAt(at) && f.nounClass(at) == person || marked(f.key(at)) != 0 && !f.verbal(at) {
				k = at - 1
				continue
			}
			if n, ok := f.nounOf(at + 1); ok && ill[f.key(at)] && n.shape&(plural|oblique) != 0 && f.flags(at+1)&(verb|predicate) == 0 { // 13 कोरोना वायरस पॉजिटिव केस
				k = at
				continue
			}
			if _, ok := state[f.key(at)]; ok && at > k+1 && modAt < 0 {
				return "", 0, r, 0 // 391 कोविड - 19 पॉजिटिव
			}
		}
		key := t.Key
		if v, ok := conjuncts[key]; ok && only[key] && k+1 < f.end { // पारा 4.7 रिकॉर्ड किया गया
			for _, stem := range v {
				if strings.HasPrefix(f.key(k+1), stem) {
					return f.give(modifier, modAt)
				}
			}
		}
		if all[key] { // 3 शातिर गिरफ्तार, तीनों …
			return f.give(modifier, modAt)
		}
		flags := f.flags(k)
		n, listed := f.nounOf(k)
		if listed && flags&(adjective|predicate|verb) != 0 && !(flags&verb != 0 && modAt < 0 && flags&predicate == 0) {
			if n.class == person && f.afflicts(k+1) { // 17 भारतीय कोरोना वायरस से संक्रमित हैं
				return n.lemma, n.class, document.Range{First: k, End: k + 1}, 2
			}
			// युवा, भारतीय, घायल: an adjective if a noun follows (भारतीय सैनिक, घायल यात्री)
			if flags&(adjective|predicate) != 0 && f.nounFollows(k+1, many) && !(n.class == person && many && f.aside(k+1)) {
				continue
			}
			if flags&(predicate|verb) != 0 && n.class != person && !(modAt < 0 && f.inSpoils(k)) {
				return f.give(modifier, modAt)
			}
			if modAt >= 0 && n.class == person && flags&predicate != 0 {
				return f.give(modifier, modAt) // 18 यात्री घायल
			}
		}
		if listed && f.in(k, &stems) && f.stem(k) { // तीन नेपाल भाग गए, दो तिहाई हार गए
			if modAt >= 0 && f.in(k, &goings) && isPlace(f.t[modAt].Key) {
				return "", 0, r, 0
			}
			return f.give(modifier, modAt)
		}
		if key == "वालों" {
			return "व्यक्ति", person, document.Range{First: k, End: k + 1}, 2
		}
		if listed {
			if key == "प्रदेश" && states[f.key(k-1)] {
				return "", 0, r, 0
			}
			if many && n.lemma == "क्षेत्र" && modAt == k-1 && marked(key) == 0 && modAt >= 0 && isPlace(f.t[modAt].Key) {
				return "", 0, r, 0 // दो डोईवाला क्षेत्र से हैं
			}
			if many && n.class == place && modAt == k-1 && modAt >= 0 && !f.nounAt(modAt) && villages[n.lemma] && marked(key) == 0 && k+1 < f.end && f.t[k+1].Class.Has(lexicon.Postposition) {
				return "", 0, r, 0 // 3 गुंटूर जिले में और 4 नेल्लोर जिले में: the name of one place
			}
			if modAt >= 0 && !f.joins(modAt, k, many) {
				return f.give(modifier, modAt)
			}
			inflected := many && n.shape&direct == 0 || marked(key) != 0
			if !inflected && f.extends(k, many) {
				modifier, modAt = n.lemma, k
				continue
			}
			name := n.lemma
			first := k
			if modAt >= 0 && modAt == k-1 && modifier != "" && f.nounAt(modAt) {
				name, first = modifier+" "+name, modAt
			}
			if f.hyphenPair(k) {
				if m, ok := f.nounOf(k + 2); ok {
					return n.lemma + "-" + m.lemma, m.class, document.Range{First: k, End: k + 3}, 2
				}
				if marked(f.key(k+2)) != 0 {
					return n.lemma + "-" + lemma(f.d.Text(f.t[k+2].Span)), n.class, document.Range{First: k, End: k + 3}, 2
				}
			}
			return name, n.class, document.Range{First: first, End: k + 1}, 2
		}
		if key == "सबसे" && k+1 < f.end && f.flags(k+1)&adjective != 0 && !f.nounAt(k+1) {
			k++ // 10 सबसे ज्यादा प्रभावित देश
			continue
		}
		if flags&adjective != 0 || key == "ही" || key == "भी" || key == "टॉप" {
			if flags&predicate != 0 && !f.nounFollows(k+1, many) {
				return f.give(modifier, modAt)
			}
			continue
		}
		if flags&verb != 0 && flags&predicate == 0 && modAt < 0 && k+1 < f.end {
			if n, ok := f.nounOf(k + 1); ok && marked(f.key(k+1)) == oblique && n.shape&oblique != 0 {
				continue // 16 खरीदी केंद्रों पर: a noun that is spelt like a participle
			}
		}
		if flags&predicate != 0 && modAt < 0 && f.nounClass(k+1) == person && f.nounIs(k+1).shape&oblique != 0 {
			continue // 141 डिस्चार्ज लोगों को
		}
		if flags&(verb|predicate) != 0 {
			return f.give(modifier, modAt)
		}
		if (key == "दूसरे" || key == "दूसरी") && modAt < 0 && many && (f.nounIs(k+1).shape&oblique != 0 || marked(f.key(k+1)) != 0) {
			continue // दो दूसरे समुदायों के बीच
		}
		if numeral.Starts(key) || t.Class.Has(lexicon.Month|lexicon.Weekday) {
			return f.give(modifier, modAt)
		}
		if _, _, ok := f.unitOf(k); ok {
			return f.give(modifier, modAt)
		}
		if m := marked(key); m != 0 && !f.verbal(k) {
			return f.lemmaOf(k), unknown, document.Range{First: k, End: k + 1}, 2
		}
		if modAt >= 0 && (looksFinite(key) || f.stem(k)) || f.verbal(k) {
			return f.give(modifier, modAt) // 2,000 नए स्टोर खोलेगी
		}
		// an unlisted word: the head if nothing noun-like follows, else a modifier
		if f.hyphenPair(k) {
			if m, ok := f.nounOf(k + 2); ok {
				return f.d.Text(t.Span) + "-" + m.lemma, m.class, document.Range{First: k, End: k + 3}, 2
			}
			if marked(f.key(k+2)) != 0 {
				return f.d.Text(t.Span) + "-" + lemma(f.d.Text(f.t[k+2].Span)), unknown, document.Range{First: k, End: k + 3}, 2
			}
			if f.nounFollows(k+3, many) || f.t[min(k+3, f.end-1)].Kind == document.Word && !f.t[min(k+3, f.end-1)].Class.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Auxiliary) && f.nounIs(k+4).shape&oblique != 0 { // 56 लाख ट्रिपल-लेयर्ड मास्क
				k += 2
				continue
			}
		}
		modifier, modAt = "", k
	}
	return f.give(modifier, modAt)
}

// inSpoils reports whether सील at k is the seal among what was found: 17 बॉन्ड, 5 सील और 4 लाख रुपये बरामद; elsewhere it says
// that something was shut.
func (f *finder) inSpoils(k int) bool {
	if f.key(k) != "सील" {
		return false
	}
	switch f.key(k + 1) {
	case ",", "और", "व", "एवं", "तथा":
		return f.numberWithin(k+2, 1)
	case "बरामद", "जब्त", "मिली", "मिलीं":
		return true
	}
	return false
}

// pastParticiple passes "5 चिंता बढ़ाने वाली खबरें": before an infinitive with वाला a word that a number
// above one cannot count, for it is feminine and not plural.
func (f *finder) pastParticiple(j int, many bool) int {
	if !many || !strings.HasSuffix(f.key(j+1), "ने") {
		return j
	}
	switch f.key(j + 2) {
	case "वाली", "वाले":
	default:
		return j
	}
	n, ok := f.nounOf(j)
	if ok && n.fem && n.shape&(plural|oblique) == 0 || !ok && f.flags(j)&(adjective|predicate) != 0 {
		return j + 3
	}
	if h, is := f.nounOf(j + 3); !ok && f.key(j+2) == "वाली" && marked(f.key(j)) == 0 && (is && h.fem && h.shape&(plural|oblique) != 0 || !is && marked(f.key(j+3)) != 0) {
		return j + 3
	}
	return j
}

// pastGenitive reads "12 पानी के टैंकर", "183 नये कोरोना के मामले": before the case marker stands a
// word that cannot be what a number above one counts (it is not plural), behind it a
// plural that can.
func (f *finder) pastGenitive(j int, many bool) (string, class, document.Range, bool) {
	if !many {
		return "", 0, document.Range{}, false
	}
	k := j
	for n := 0; n < 3 && f.flags(k)&adjective != 0 && f.key(k+1) != "के" && f.key(k+1) != "की" && !f.afflicts(k); n++ {
		k++
	}
	if at := f.disease(k); at > k && !(k > j && f.nounClass(k-1) == person) { // 60 कोरोना वायरस के ग्रसित मरीज, दो डेंगू से पीड़ित बच्चे
		return f.afflicted(at)
	}
	if k+2 >= f.end || f.t[k].Kind != document.Word || f.key(k+1) != "के" && f.key(k+1) != "की" {
		return "", 0, document.Range{}, false
	}
	w := f.key(k)
	if w == "किस्म" { // तीन नई किस्म के आम: the kinds are counted
		return "", 0, document.Range{}, false
	}
	if f.t[k].Class.Has(lexicon.Postposition|lexicon.Pronoun|lexicon.Conjunction|lexicon.Auxiliary) || f.flags(k)&(verb|predicate) != 0 || marked(w) != 0 || f.unitStarts(k) || numeral.Starts(w) {
		return "", 0, document.Range{}, false
	}
	if n, ok := f.nounOf(k); ok && (!n.fem || n.lemma == "बार" || n.class == person) && f.flags(k)&adjective == 0 && !(k > j && grades[w]) {
		return "", 0, document.Range{}, false // 5 गांव के लोग
	}
	h := k + 2
	for n := 0; n < 3 && f.flags(h)&adjective != 0 && !(f.nounAt(h) && !f.nounFollows(h+1, many)); n++ {
		h++
	}
	n, ok := f.nounOf(h)
	if !ok || n.fem && n.shape&(plural|oblique) == 0 || f.flags(h)&(verb|predicate) != 0 {
		return "", 0, document.Range{}, false
	}
	if n.shape&(plural|oblique) == 0 || n.fem != (f.key(k+1) == "की") && n.shape&oblique == 0 {
		return "", 0, document.Range{}, false
	}
	if n.shape&direct != 0 && h+1 < f.end && f.t[h+1].Class.Has(lexicon.Postposition) {
		return "", 0, document.Range{}, false // 5 तलवाड़ा के घर में
	}
	return n.lemma, n.class, document.Range{First: h, End: h + 1}, true
}

// grades are masculine nouns that say with an adjective of what size something is: 50 छोटे दर्जे के भूकंप.
var grades = set(`दर्जे आकार पैमाने कद`)

// disease returns the token behind the name of an illness at k, 0 where there is none:
// कोरोना वायरस, कोविड-19, डेंगू. An illness is not counted.
func (f *finder) disease(k int) int {
	if !f.in(k, &diseases) {
		return 0
	}
	for k++; f.in(k, &diseases); k++ {
	}
	if f.key(k) == "-" && k+1 < f.end && f.t[k+1].Kind == document.Number {
		k += 2
	}
	return k
}

// afflicts reports whether the name of an illness and a case marker stand at k.
func (f *finder) afflicts(k int) bool {
	switch at := f.disease(k); {
	case at == 0:
		return false
	case f.key(at) == "के" || f.key(at) == "की" || f.key(at) == "से":
		return true
	}
	return false
}

var diseases = wordSet(`कोरोना कोरोनावायरस वायरस कोविड डेंगू मलेरिया चिकनगुनिया फ्लू स्वाइन इन्फ्लुएंजा निपाह इबोला टायफाइड टाइफाइड हैजा पीलिया कैंसर एड्स टीबी पोलियो डायरिया संक्रमण महामारी`)

// afflicted reads what stands behind the illness: its cases, or those who have it.
func (f *finder) afflicted(at int) (string, class, document.Range, bool) {
	switch f.key(at) {
	case "के", "की", "से":
	default:
		return "", 0, document.Range{}, false
	}
	h := at + 1
	for n := 0; n < 3 && (f.flags(h)&adjective != 0 || ill[f.key(h)]) && !(f.nounAt(h) && !f.nounFollows(h+1, true)); n++ {
		h++
	}
	n, ok := f.nounOf(h)
	if s, is := f.english(h); !ok && is && f.key(at) != "से" {
		return s, unknown, document.Range{First: h, End: h + 1}, true // 58 कोरोनावायरस के हैप्लोटाइप्स
	}
	if !ok || n.shape&(plural|oblique) == 0 || f.key(at) == "से" && n.class != person || f.flags(h)&(verb|predicate) != 0 && f.key(h) != "संक्रमित" {
		return "", 0, document.Range{}, false
	}
	return n.lemma, n.class, document.Range{First: h, End: h + 1}, true
}

// ill are words for who has an illness, before the noun: डेंगू से पीड़ित बच्चे.
var ill = set(`पीड़ित ग्रसित ग्रस्त संक्रमित प्रभावित पॉजिटिव`)

// numberWithin reports whether a numeral stands in the n tokens from j: then और before
// them joined two counts (69.3 और पुरुषों का 74.1).
func (f *finder) numberWithin(j, n int) bool {
	for k := j; k < j+n && k < f.end; k++ {
		if f.t[k].Kind == document.Number || f.t[k].Kind == document.Word && numeral.Starts(f.t[k].Key) || f.key(k) == "क्रमांक" || f.key(k) == "नंबर" {
			return true
		}
	}
	return false
}

// lemmaOf returns the direct singular of the unlisted plural at token k. Where the ending leaves it open
// the forms in -आ or -ए of the same noun close by decide: खटारों beside खटारा.
func (f *finder) lemmaOf(k int) string {
	s := lemma(f.d.Text(f.t[k].Span))
	key := f.t[k].Key
	stem, ok := strings.CutSuffix(key, "ों")
	if !ok || len(stem) < 6 || strings.HasSuffix(s, "ा") {
		return s
	}
	for j := max(0, k-300); j < len(f.t) && j < k+300; j++ {
		if w := f.t[j].Key; len(w) == len(stem)+3 && (w[len(stem):] == "ा" || w[len(stem):] == "े") && w[:len(stem)] == stem {
			return s + "ा"
		}
	}
	return s
}

// give returns the last word of a noun phrase that ended without a sure head.
func (f *finder) give(modifier string, at int) (string, class, document.Range, int8) {
	if at < 0 {
		return "", 0, document.Range{}, 0
	}
	r := document.Range{First: at, End: at + 1}
	if modifier != "" {
		return modifier, f.nounIs(at).class, r, 2
	}
	if f.many {
		if s, ok := f.english(at); ok {
			return s, unknown, r, 1 // 5 शिप्स को
		}
	}
	// an unlisted unmarked word before a case marker is hardly what a number above
	// one counts: it would be oblique plural (दो रुद्रप्रयाग के)
	if next := f.key(at + 1); at+1 < f.end && f.t[at+1].Class.Has(lexicon.Postposition) && next != "का" && (next == "की" || next == "के" || !f.loan(at)) {
		return "", 0, document.Range{}, 0
	}
	if f.key(at+1) == "का" {
		switch f.key(at + 2) {
		case "है", "था", "रहने", "निवासी", ",", "और", "": // 3 आंध्र और 1 पंजाब का है
			return "", 0, document.Range{}, 0
		}
	}
	if looksFinite(f.key(at)) || f.ofPlace(at) || f.many && f.in(at+1, &goings) && isPlace(f.key(at)) || !f.many && f.t[at].Class.Has(lexicon.GivenName|lexicon.Surname) && at > f.first && f.t[at-1].Class.Has(lexicon.GivenName) {
		return "", 0, document.Range{}, 0
	}
	s := f.d.Text(f.t[at].Span)
	if stem, ok := strings.CutSuffix(s, "े"); ok && f.many && len(stem) >= 9 && !strings.HasSuffix(stem, "फ") {
		return stem + "ा", unknown, r, 1 // सात जफ्फे, 16 जेबकतरे: the plural of a masculine in -आ
	}
	return s, unknown, r, 1
}

// stems are nouns that are also the stem of a verb.
var stems = wordSet(`भाग हार जीत मार लूट लौट दौड़ फूट छूट छोड़`)

// goings are what people do who leave for the place before it: तीन दर्जन सिलीगुड़ी चले गए, 14 पटना रेफर.
var goings = wordSet(`चले चला चली गए गये भेजे भेजा भेजी रेफर रवाना पहुंचे पहुंच लौटे लौट उतर उतरे भाग भागे फरार रहते रह बुलाए बुलाये बुलाया शिफ्ट स्थानांतरित में से जाते जाएंगे जाएगी`)

// loan reports whether the word at token i has the ending of an English noun, which papers mostly
// leave uninflected: दो म्युटेशन पर, 788 सीक्वेंस में.
func (f *finder) loan(i int) bool {
	if !f.many || len(f.key(i)) < 15 {
		return false
	}
	for _, e := range [...]string{"ेशन", "टेशन", "मेंट", "ेंस", "िंग", "ेटर", "्टर", "्शन"} {
		if strings.HasSuffix(f.key(i), e) {
			return true
		}
	}
	return false
}

// ofPlace reports whether the word at token i is the name of a place and not the object of a
// verb, so that it is not counted: आठ मलेशिया के, तीन इंग्लैंड, दो हॉलैंड के. It is asked of words in no list only.
func (f *finder) ofPlace(i int) bool {
	key := f.key(i)
	switch f.key(i + 1) {
	case ",", "और", "व", "एवं", "", "।", ".", "(", "-":
	default:
		if i+1 < f.end && !f.t[i+1].Class.Has(lexicon.Postposition) {
			return false
		}
	}
	if strings.HasSuffix(key, "े") {
		return false // गोले: a plural
	}
	return isPlace(key)
}

func isPlace(key string) bool {
	n := gazetteer.Default().First(devanagari.WordOf(key))
	for ; n.Valid(); n = n.Next() {
		if n.Words() == 1 {
			return true
		}
	}
	return false
}

// english returns the singular of the unlisted English plural at i: शिप्स, डाउनलोड्स, फैक्ट्स. Words
// in -क्स and -न्स are mostly singular (टैक्स, लाइसेंस).
func (f *finder) english(i int) (string, bool) {
	if i < f.first || i >= f.end || f.nounAt(i) || len(f.key(i)) < 15 {
		return "", false
	}
	s, ok := strings.CutSuffix(f.d.Text(f.t[i].Span), "्स")
	if !ok {
		if s, ok := strings.CutSuffix(f.d.Text(f.t[i].Span), "ीज"); ok && f.key(i) != "सीरीज" { // फैमिलीज, लेबोरेटरीज
			return s + "ी", true
		}
		return "", false
	}
	switch _, last := cutLast(s); last {
	case "ट", "प", "ड", "ल", "र", "म", "ग", "ब":
		return s, true
	}
	return "", false
}

// looksFinite reports whether an unlisted word has the ending of a verb form: खोलेगी, करता,
// बनाने, देकर.
func looksFinite(key string) bool {
	if strings.HasSuffix(key, "र्कर") || strings.HasSuffix(key, "ीकर") { // वर्कर, स्पीकर
		return false
	}
	for _, e := range [...]string{"ाईं", "ाइं", "कर", "ते", "ता", "ती", "ने", "ना", "नी", "ेंगे", "ेंगी", "ेगा", "ेगी", "एगा", "एगी", "एंगे", "एंगी"} {
		if strings.HasSuffix(key, e) && len(key) > len(e)+3 {
			return true
		}
	}
	return false
}

// finite reports whether a word in -ें -एं looks like a verb: करें, जाएं, होंगी.
func finite(key string) bool {
	switch key {
	case "करें", "रखें", "जाएं", "बनाएं", "लगाएं", "आएं", "लाएं", "दें", "लें", "रहें", "कहें", "चलें", "देखें", "सकें", "मिलें", "पाएं", "हुईं", "गईं", "उन्हें", "इन्हें", "जिन्हें", "हमें", "तुम्हें", "इसमें", "जिसमें", "उसमें", "जिनमें", "इनमें", "उनमें", "किसमें":
		return true
	}
	return false
}

// hyphenPair reports whether a hyphen glues token k to the word after: भाई-बहनों.
func (f *finder) hyphenPair(k int) bool {
	return k+2 < f.end && f.t[k+1].Key == "-" && !f.t[k+1].Space && !f.t[k+2].Space && f.t[k+2].Kind == document.Word
}

// nounFollows reports whether a listed or plural-marked noun stands at k, adjectives
// before it passed over.
func (f *finder) nounFollows(k int, many bool) bool {
	for n := 0; n < 3; n++ {
		if k >= f.end || f.t[k].Kind != document.Word || f.t[k].Class.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Pronoun|lexicon.Auxiliary) {
			return false
		}
		key := f.t[k].Key
		if w, ok := f.nounOf(k); ok {
			flags := f.flags(k)
			if flags&(predicate|verb) != 0 && w.class != person {
				return false
			}
			if many && w.shape&(plural|oblique) == 0 && w.fem && w.class != thing && w.class != person {
				return false
			}
			return flags&predicate == 0 || f.nounFollows(k+1, many)
		}
		if m := marked(key); m != 0 && !(m == plural && finite(key)) {
			return true
		}
		if f.flags(k)&adjective == 0 || f.flags(k)&predicate != 0 {
			_, _, ok := f.compoundOf(k)
			return ok
		}
		k++
	}
	return false
}

// extends reports whether the unmarked noun at k is a modifier of the word after it:
// राशन किट, पुलिस चौकियां; but not 18 यात्री घायल, 12 मकान मलबे में.
func (f *finder) extends(k int, many bool) bool {
	if k+1 >= f.end || f.t[k+1].Kind != document.Word {
		return false
	}
	return f.joins(k, k+1, many)
}

// joins reports whether the nouns at a and b (adjacent) make one term.
func (f *finder) joins(a, b int, many bool) bool {
	if a != b-1 || f.t[b].Kind != document.Word {
		return true
	}
	t := &f.t[b]
	if t.Class.Has(lexicon.Postposition | lexicon.Conjunction | lexicon.Pronoun | lexicon.Auxiliary | lexicon.Particle) {
		return false
	}
	key := t.Key
	n, ok := f.nounOf(b)
	m := marked(key)
	if !ok && (m == 0 || m == plural && finite(key)) {
		return false
	}
	if ok && f.flags(b)&(predicate|verb) != 0 {
		return false
	}
	head := f.nounIs(a)
	if v, ok := conjuncts[key]; ok && b+1 < f.end {
		for _, stem := range v {
			if strings.HasPrefix(f.key(b+1), stem) {
				return false // 19 टीमें काम कर रही हैं, सात विमान चक्कर लगाते रहे, 2 लाख सैंपल टेस्ट किए गए
			}
		}
	}
	if districts[key] && b+1 < f.end && f.t[b+1].Kind == document.Word && !f.t[b+1].Class.Has(lexicon.Postposition|lexicon.Auxiliary|lexicon.Conjunction) && f.flags(b+1) == 0 && !f.nounAt(b+1) {
		return false // 27 सैंपल जनपद नैनीताल से
	}
	if key == "मौके" && f.key(b+1) == "पर" || key == "पटरी" && f.key(b+1) == "से" {
		return false // तीन एंबुलेंस मौके पर
	}
	if m == 0 && purposes[key] && (f.key(b+1) == "के" && f.key(b+2) == "लिए" || many && f.key(b+1) == "को" || f.key(b+1) == "हेतु") {
		return false // 27 सैंपल जांच के लिए भेजे
	}
	if many && m == 0 && crews[n.lemma] && (head.lemma == "" || masses[head.lemma]) && f.key(b+1) != "में" {
		return true // 19 सर्विलांस टीम, दो बिजली इकाई
	}
	if many && settings[n.lemma] && head.shape&plural != 0 && (f.aside(b) || m == 0 && b+1 < f.end && f.t[b+1].Class.Has(lexicon.Postposition) || key == "अस्पताल" && f.flags(b+1)&verb != 0) {
		return false // 5 विकेट हाथ में, 5063 मरीज अस्पताल से, तीन एंबुलेंस मौके पर
	}
	if head.lemma == "लोग" || head.lemma == "बार" || head.lemma == "जगह" { // दो जगह फ्रैक्चर, पांच जगह छापा
		return false // लोग ends its phrase
	}
	if n.lemma == "लोग" && (head.class == thing || head.class == event) {
		return false // 4500 मास्क लोगों में बांटे
	}
	if head.lemma == "सदस्य" && ok && n.class == place {
		return true // 193 सदस्य देशों
	}
	if head.lemma == "परिवार" && ok && n.class == thing && m == oblique {
		return false // दो परिवार मवेशियों को लेकर
	}
	if head.class == person && ok && n.class == person && !leads[head.lemma] && m == 0 {
		return false // दो तिहाई मरीज युवा
	}
	if head.class == person && ok && n.class != person && n.class != group && !vehicles[n.lemma] {
		return false
	}
	if !ok { // a plural-marked unlisted word
		return head.class != person
	}
	if !many && m == 0 && n.shape&direct == 0 {
		return false // बीसवीं किस्त खाते में
	}
	if many && n.shape&(plural|oblique) == 0 && m == 0 {
		// a plain form after a number above one: only masculine, and only before the
		// verb, for before a case marker it would be oblique plural
		if n.fem && n.class != thing {
			return false
		}
		return b+1 >= f.end || !f.t[b+1].Class.Has(lexicon.Postposition)
	}
	return true
}

// stem reports whether the unlisted word at k is the stem of a compound verb, by the
// auxiliary behind it: 74 लोन उठा लिए, 5 करार तय कर दिए.
func (f *finder) stem(k int) bool {
	return vectors[f.key(k+1)]
}

// vectors are the second verbs of compound verbs.
var vectors = set(`लिया लिए ली लीं लेते लेता लेती लेंगे लेगा लेगी दिया दिए दी दीं देते देता देती देंगे देगा देगी डाला डाले डाली गया गए गई गईं जाता जाते जाती जाएगा जाएंगे जाएगी जाएंगी
	पाया पाए पाई पाता पाते पाती सका सके सकी सकता सकते सकती सकेगा सकेंगे सकेगी चुका चुके चुकी चुकीं रहा रहे रही रहीं बैठा बैठे बैठी`)

// aside reports whether the noun at k is singular before a case marker, so that a number
// above one does not count it: छह लाख युवा काम की तलाश में, 5 विकेट हाथ में.
func (f *finder) aside(k int) bool {
	n, ok := f.nounOf(k)
	return ok && n.class != person && marked(f.key(k)) == 0 && n.shape&direct != 0 && k+1 < f.end && f.t[k+1].Class.Has(lexicon.Postposition)
}

// all are words that a number never counts: the numerals of totality, the adverbs of time and
// question, abroad.
var all = set(`विदेश यहां वहां वाला विदेशों कैसे क्यों कब कहां आज तब अब दोनों तीनों चारों पांचों छहों सातों आठों नौओं दसों`)

// states are what stands before प्रदेश in the names of states.
var states = set(`उत्तर मध्य हिमाचल आंध्र आन्ध्र अरुणाचल`)

// districts stand before the name of a place.
var districts = set(`जनपद जिला ग्राम तहसील`)

// villages are the nouns that follow the name of a place.
var villages = set(`गांव जिला शहर कस्बा मोहल्ला प्रखंड तहसील ब्लॉक थाना नगर प्रदेश राज्य`)

// crews are feminine nouns that papers leave in the singular behind a number and a noun that says
// what they are for; masses are listed nouns that say it, and are not counted themselves.
var crews = set(`टीम यूनिट इकाई समिति कमेटी चौकी एजेंसी संस्था दुकान फैक्ट्री मशीन लैब बटालियन`)

var masses = set(`बिजली पुलिस स्वास्थ्य शिक्षा शराब दवा सेना राशन गैस मिठाई जल पानी`)

// conjuncts are nouns that make one verb with the word behind them, by its first letters.
var conjuncts = map[string][]string{
	"काम": {"कर"}, "चक्कर": {"लग", "काट"}, "भाग": {"ले", "लि"}, "हिस्सा": {"ले", "लि"}, "शरण": {"ले", "लि"}, "दम": {"तोड", "घुट"}, "जान": {"गंव", "दे", "दी", "बच"}, "जन्म": {"ले", "लि", "हु"},
	"टेस्ट": {"कि", "हो", "हु", "कर", "की"}, "जांच": {"कि", "हो", "हु", "कर", "की"}, "रिपोर्ट": {"कि", "हो", "हु", "कर"}, "इस्तेमाल": {"कि", "हो", "हु", "कर", "की"}, "उपयोग": {"कि", "हो", "हु", "कर"}, "रिकॉर्ड": {"कि", "हो", "हु", "की"}, "रिकार्ड": {"कि", "हो", "हु", "की"},
	"पसंद": {"कि", "कर", "है"}, "शुरू": {"कि", "हो", "हु", "कर"},
}

// only are the conjuncts that are nothing but part of the verb.
var only = set(`रिकॉर्ड रिकार्ड पसंद इस्तेमाल उपयोग शुरू`)

// purposes are nouns that with के लिए say what for.
var purposes = set(`जांच टेस्ट परीक्षण इलाज उपचार मदद`)

// settings are nouns that say where or when the counted is and seldom end a term.
var settings = set(`हाथ मैच काम मैदान बाजार मुकाबला समय अस्पताल इलाका जमीन मौका अखबार देश जनपद जिला प्रदेश राज्य शहर गांव सड़क जेल मौके पटरी`)

// leads are person nouns that stand before another one: किसान नेता, महिला सिपाही.
var leads = set(`किसान छात्र मजदूर कर्मचारी महिला शिक्षक व्यापारी युवा आदिवासी दलित पुलिस अभ्यर्थी भाजपा`)

var vehicles = set(`ट्रेन बस वाहन विमान जहाज गाड़ी नाव शेड अस्पताल थाना कॉलेज विद्यालय सीट कोच पद`)

// ordinal settles an ordinal: its noun, or that it is none (the adverb पहले, दूसरे in the
// sense of other, 12वीं as a school class).
func (f *finder) ordinal(c *candidate) bool {
	c.kind, c.qualifier = Ordinal, ""
	c.noUnit = true
	j := c.end
	key := f.key(c.first)
	// और आखिरी: तीसरे और आखिरी मुकाबले
	k := j
	for f.key(k) == "और" || f.key(k) == "व" || f.key(k) == "एवं" || f.key(k) == "," {
		next := f.key(k + 1)
		if next == "आखिरी" || next == "अंतिम" || next == "निर्णायक" {
			k += 2
			continue
		}
		if f.flags(k+1)&adjective != 0 && !f.nounAt(k+1) { // तीसरा और सबसे अहम बिंदु
			k++
		}
		break
	}
	if f.key(k) == "ही" && f.unitStarts(k+1) { // पहले ही दिन
		k++
	}
	shared := false                                                                                      // its noun stands behind another ordinal
	for f.key(k) == "और" || f.key(k) == "व" || f.key(k) == "," || f.key(k) == "या" || f.key(k) == "से" { // दूसरे और तीसरे चरण
		if o, ok := numeral.Single(f.d, k+1); ok && o.Form == numeral.Ordinal {
			k, shared = o.Range.End, true
			continue
		}
		break
	}
	u, end, isUnit := f.unitOf(k)
	name, cl, r, conf := "", unknown, document.Range{}, int8(0)
	if isUnit && u.kind == "time" || isUnit && u.name == "यूनिट" {
		name, r, conf = u.name, document.Range{First: k, End: end}, 2
	} else if !isUnit {
		name, cl, r, conf = f.phrase(k, false)
	}
	_ = cl
	switch c.num.Value {
	case 1:
		switch f.key(c.first - 1) {
		case "इससे", "उससे", "जिससे": // इससे पहली रात: the night before
			return false
		}
		if key == "पहले" && !f.firstOf(c, r, conf, isUnit) {
			return false
		}
		if key == "प्रथम" && conf < 2 {
			return false
		}
	case 2:
		switch key {
		case "दूसरा", "दूसरी", "दूसरे", "दुसरा", "दुसरी", "दुसरे":
			if f.other(c, r, conf) {
				return false
			}
		case "द्वितीय":
			if conf < 2 {
				return false
			}
		}
	}
	if c.num.English && conf < 2 {
		return false
	}
	switch key {
	case "पंचम", "सप्तम", "अष्टम", "नवम", "दशम", "तृतीय", "चतुर्थ", "षष्ठ", "षष्टम", "षष्ठम":
		if conf < 2 {
			return false
		}
	}
	if f.schoolClass(c, r, conf) {
		return false
	}
	if conf > 0 {
		c.unit, c.unitRange, c.tail = name, r, r.End
		if shared {
			c.tail = c.end
		}
	}
	c.conf = 2
	return true
}

// firstOf reports whether पहले at c is the ordinal: it stands before a masculine singular
// noun (पहले चरण में, पहले भारतीय प्रधानमंत्री), not behind से or a span of time (इससे पहले, तीन दिन पहले).
func (f *finder) firstOf(c *candidate, r document.Range, conf int8, isUnit bool) bool {
	if p := c.first - 1; p >= f.first {
		switch f.key(p) {
		case "से", "होने", "के", "इसके", "उसके", "जिसके", "इनके", "इससे", "उससे", "सबसे", "जिससे", "दिन", "साल", "वर्ष", "महीने", "माह", "घंटे", "मिनट", "हफ्ते", "सप्ताह", "दिनों", "काफी", "बहुत", "कुछ", "देर", "समय", "ठीक":
			if f.key(p) != "के" || p-1 >= f.first && strings.HasSuffix(f.key(p-1), "ने") && f.key(c.end) != "दिन" && !(f.key(c.end) == "ही" && f.key(c.end+1) == "दिन") {
				return false // जाने के पहले; but सील होने के पहले [ही] दिन
			}
		}
		if _, _, ok := f.unitOf(p); ok {
			return false
		}
	}
	if f.key(c.end) == "ऐसे" { // पहले ऐसे ग्रह की पुष्टि; but पहले ऐसे मामले आते थे, पहले ऐसे गांव में
		switch f.key(r.End) {
		case "का", "की", "के", "को", "ने":
		default:
			return false
		}
		return conf == 2 && f.nounIs(r.End-1).lemma != "लोग" && marked(f.key(r.End-1)) == 0
	}
	if f.key(c.end) == "भी" { // यहां पहले भी बड़े भूकंप आए
		return false
	}
	if f.key(c.end) == "ही" { // पहले ही (already); पहले ही दिन, पहले ही दौर में
		n, ok := f.nounOf(c.end + 1)
		return isUnit && f.key(c.end+1) == "दिन" || ok && n.class == event && !n.fem && c.end+2 < f.end && f.t[c.end+2].Class.Has(lexicon.Postposition)
	}
	if isUnit {
		switch f.key(c.end) {
		case "दिन", "साल", "वर्ष", "हफ्ते", "सप्ताह", "महीने", "माह", "घंटे", "दशक":
			return true
		}
		return false
	}
	if conf < 2 {
		return false
	}
	n, ok := f.nounOf(r.End - 1)
	if !ok {
		return false
	}
	if n.fem || marked(f.key(r.End-1)) != 0 || n.shape&direct == 0 && n.shape&plural == 0 || n.lemma == "लोग" {
		return false
	}
	if n.class == person || n.class == place || n.class == thing || n.class == group {
		// पहले विधायक थे, पहले गांव में: only the noun of a row of holders before a verb of being,
		// or an adjective of origin between (पहले भारतीय खिलाड़ी)
		return r.First > c.end && f.allAdjectives(c.end, r.First) && (n.class == person || !f.heads(c.first)) || n.class == person && offices[n.lemma] || rows[n.lemma]
	}
	return true
}

// allAdjectives reports whether every token from a to b is a listed adjective.
func (f *finder) allAdjectives(a, b int) bool {
	for k := a; k < b; k++ {
		if f.flags(k)&adjective == 0 {
			return false
		}
	}
	return true
}

// offices are holders that papers count off: पहले प्रधानमंत्री.
var offices = set(`प्रधानमंत्री राष्ट्रपति उपराष्ट्रपति मुख्यमंत्री राज्यपाल अध्यक्ष मंत्री कप्तान कोच गवर्नर व्यक्ति खिलाड़ी बल्लेबाज गेंदबाज मरीज आरोपी सदस्य`)

// rows are things that come one after the other.
var rows = set(`स्थान नंबर पायदान बैच वार्ड गेट खंड संस्करण अध्याय टीका सैंपल राज्य`)

// other reports whether दूसरे means "other": दूसरी ओर, दूसरे राज्यों, दूसरे देश, दूसरे का.
func (f *finder) other(c *candidate, r document.Range, conf int8) bool {
	if p := f.key(c.first - 1); p == "एक" || p == "-" && f.key(c.first-2) == "एक" || p == "किसी" || p == "कोई" || p == "हर" {
		return true
	}
	switch f.key(c.end) {
	case "ऐसा", "ऐसी", "ऐसे": // देश का दूसरा ऐसा राज्य है
		return false
	}
	if f.key(c.first) != "दूसरे" && conf == 2 && (f.key(r.End) == "है" || f.key(r.End) == "था" || f.key(r.End) == "बना" || f.key(r.End) == "बन") { // चीन के बाद ईरान दूसरा देश है
		switch f.nounIs(r.End - 1).lemma {
		case "राज्य", "देश", "शहर", "जिला", "गांव", "प्रदेश", "कंपनी", "टीम", "खिलाड़ी", "महिला", "व्यक्ति":
			return false
		}
	}
	if conf == 0 {
		return !f.between(c)
	}
	if conf < 2 {
		return f.key(c.first) == "दूसरे" || f.key(c.first) == "दूसरी"
	}
	last := f.key(r.End - 1)
	if m := marked(last); m != 0 {
		return true // दूसरे राज्यों, दूसरी समस्याएं
	}
	n := f.nounIs(r.End - 1)
	if n.class == person && f.key(c.first) != "दूसरा" && !offices[n.lemma] && !f.counted(c) { // दूसरे आतंकी
		return true
	}
	if f.key(c.first) == "दूसरे" && (n.class == place || n.class == thing || n.class == group) && r.End < f.end && f.t[r.End].Kind == document.Word && !f.t[r.End].Class.Has(lexicon.Postposition) && !rows[n.lemma] {
		return true // दूसरे मदरसे इनका अनुकरण करें: the ordinal would be oblique singular
	}
	switch n.lemma {
	case "राज्य", "देश", "शहर", "जिला", "गांव", "प्रदेश", "व्यक्ति", "समुदाय", "पक्ष", "वाहन", "जगह", "गाड़ी", "कार", "ट्रक", "बाइक", "बस", "लेन", "अस्पताल", "युवक", "युवती", "महिला", "लड़का", "लड़की", "दल", "पार्टी", "जाति", "कंपनी", "बात", "स्थान_पर", "घर", "बीमारी", "व्यक्तिगत", "तरीका", "तरह", "चीज", "काम", "मामला", "इलाका", "क्षेत्र", "थाना", "स्कूल", "विभाग", "बैंक", "आदमी", "लोग", "गुट", "गैंग", "सड़क", "मार्ग", "रास्ता", "भाषा", "समाज", "वर्ग":
		return f.key(c.first) != "दूसरा" || n.lemma != "मामला"
	}
	return false
}

// counted reports whether a row of ordinals stands around दूसरे: पहली बेटी … दूसरी बेटी … तीसरी.
func (f *finder) counted(c *candidate) bool {
	for k := max(f.first, c.first-20); k < f.end && k < c.end+20; k++ {
		switch f.key(k) {
		case "पहला", "पहली", "पहले", "तीसरा", "तीसरी", "तीसरे":
			return f.key(k) != "पहले" || f.nounAt(k+1)
		}
	}
	return false
}

// between reports whether दूसरा without noun stands in a row of ordinals, the third shortly
// behind it: ईरान की फिल्म को दूसरा और नेपाल की फिल्म को तीसरा स्थान मिला.
func (f *finder) between(c *candidate) bool {
	third := map[string]string{"दूसरा": "तीसरा", "दूसरी": "तीसरी", "दूसरे": "तीसरे"}[f.key(c.first)]
	if third == "" || c.end >= f.end || f.t[c.end].Class.Has(lexicon.Postposition) && f.key(c.end) != "पर" {
		return false
	}
	for k := c.end; k < f.end && k < c.end+14; k++ {
		if f.key(k) == third {
			return true
		}
	}
	return false
}

// schoolClass reports whether an ordinal in वीं from 1 to 12 names a class or the exam of
// one: 10वीं, बारहवीं की परीक्षा, 5वीं कक्षा.
func (f *finder) schoolClass(c *candidate, r document.Range, conf int8) bool {
	if c.num.Value < 1 || c.num.Value > 12 {
		return false
	}
	last := f.key(c.end - 1)
	if !strings.HasSuffix(last, "वीं") && !strings.HasSuffix(last, "वी") {
		return false
	}
	if conf < 2 {
		return conf == 0 || r.First == c.end // but पांचवीं सबसे बड़ी अर्थव्यवस्था
	}
	switch f.key(r.End - 1) {
	case "कक्षा", "क्लास", "बोर्ड", "परीक्षा", "छात्रा", "छात्र", "छात्रों", "छात्राओं", "परीक्षाएं", "परीक्षाओं", "रिजल्ट", "विद्यार्थी", "विद्यार्थियों", "कक्षाओं", "पास", "फेल", "परीक्षार्थी", "परीक्षार्थियों", "पेपर", "कॉपी", "बच्चे", "बच्चों":
		return true
	}
	return false
}
