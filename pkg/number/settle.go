package number

import (
	"math"
	"slices"
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/numeral"
)

// settle gives the numbers without noun the unit that the sentence implies, and drops
// what is no number after all.
func (f *finder) settle() {
	// 1. what a noun before the number says
	for k := range f.cands {
		c := &f.cands[k]
		if c.conf < 2 && !c.noUnit {
			f.before(c, k)
		}
	}
	// "3 हजार के करीब पहुंचा मरीजों का आंकड़ा": the noun behind the verb
	for k := range f.cands {
		c := &f.cands[k]
		if c.conf == 0 && !c.noUnit && !c.article {
			for j := c.tail; j < c.tail+4 && j+2 < f.end; j++ {
				if (f.key(j+1) == "का" || f.key(j+1) == "की") && (f.key(j+2) == "आंकडा" || f.key(j+2) == "संख्या" || f.key(j+2) == "तादाद") {
					if w, r, ok := f.nounEnding(j); ok {
						c.unit, c.unitRange, c.conf = w, r, 2
					}
				}
			}
		}
	}
	// "30 हजार के पार हुए कोरोना केस": a headline's plural behind the verb, at the end
	for k := range f.cands {
		c := &f.cands[k]
		if c.conf == 0 && !c.noUnit && !c.article && c.kind == Count && (c.qualifier != "" || f.flags(c.tail)&verb != 0) {
			f.afterVerb(c)
		}
	}
	// 2. a number of a coordination takes the unit that stands at its end, one behind
	// "में से" the unit before it, any other the last unit
	for k := len(f.cands) - 1; k >= 0; k-- {
		c := &f.cands[k]
		if c.conf == 0 && !c.noUnit && !c.article && f.coordinated(c) {
			f.share(c, k)
		}
	}
	for k := range f.cands {
		c := &f.cands[k]
		if c.conf < 2 && !c.noUnit && !c.article {
			f.inherit(c, k)
		}
	}
	f.places()
	for k := range f.cands {
		c := &f.cands[k]
		if c.conf == 0 && c.kind == Count && !c.noUnit && c.num.Scaled && c.num.Form == numeral.Cardinal && (c.num.Value >= 1e11 || c.num.Value >= 1e6 && f.any(moneyTalk)) {
			c.kind, c.unit, c.conf = Money, "INR", 2 // निवेशकों के 5 लाख करोड़ डूबे; फिल्म ने 200 करोड़ का आंकड़ा पार किया
		}
		if f.helpline(c) {
			c.kind = ""
		}
		if c.kind == Count && c.conf == 0 && !c.num.Scaled && (c.neg || f.thermometer(c)) {
			c.kind = Measure // पारा 40 के पार
		}
		f.judge(k)
	}
	f.forbid()
	f.ranks()
	f.ages()
	f.joinCoins()
	f.joinBetween()
}

// forbid makes limits of what must not be passed: 40 किलोमीटर प्रति घंटे से ऊपर गाड़ी न चलाएं is at most 40, 30
// प्रतिशत से कम हाजिरी न हो at least 30.
func (f *finder) forbid() {
	for i := range f.cands {
		c := &f.cands[i]
		if c.qualifier != over && c.qualifier != under || c.kind == Age { // 60 साल से अधिक उम्र के लोग बाहर न निकलें
			continue
		}
		for k := c.tail; k < c.tail+9 && k+1 < f.end && f.t[k].Kind == document.Word && !f.in(k, &whose); k++ {
			if w := f.key(k); w != "न" && w != "ना" && w != "मत" || !f.wished(k+1) {
				continue
			}
			if c.qualifier == over {
				c.qualifier = atMost
			} else {
				c.qualifier = atLeast
			}
			break
		}
	}
}

// whose make of what stands before them the quality of somebody: 5 लाख से अधिक आय वाले आवेदन न करें.
var whose = wordSet(`वाले वाली वाला वालों उम्र आयु`)

// wished reports whether a subjunctive or an imperative ends the clause at token k: चलाएं, निकालें, ले जाएं, हो.
func (f *finder) wished(k int) bool {
	if k+1 < f.end && f.t[k+1].Kind == document.Word && !f.t[k+1].Class.Has(lexicon.Conjunction) {
		k++ // ले जाएं, होने दें, बढ़ाई जाए
	}
	if k+1 < f.end && f.t[k+1].Kind == document.Word && !f.t[k+1].Class.Has(lexicon.Conjunction) {
		return false
	}
	switch w := f.key(k); w {
	case "हो", "हों", "जाए", "जाये", "करे", "रखे", "दे", "ले", "करो", "दो", "लो", "रखो", "चलाओ", "चलाए", "होने":
		return true
	default:
		return len(w) > 6 && (strings.HasSuffix(w, "ें") || strings.HasSuffix(w, "एं") || strings.HasSuffix(w, "यें") || strings.HasSuffix(w, "एँ"))
	}
}

// joinBetween makes one range of "20 और 30 के बीच", "18 और 45 वर्ष के बीच".
func (f *finder) joinBetween() {
	for k := 0; k+1 < len(f.cands); k++ {
		c, o := &f.cands[k], &f.cands[k+1]
		if f.key(o.tail) != "के" || f.key(o.tail+1) != "बीच" || o.first != c.end+1 || f.key(c.end) != "और" && f.key(c.end) != "से" ||
			c.num.HasMax || o.num.HasMax || c.num.Form != numeral.Cardinal || o.num.Form != numeral.Cardinal || c.num.Value >= o.num.Value {
			continue
		}
		if o.kind == Count && o.unitRange.First >= o.end { // दो और तीन टीमों के बीच
			continue
		}
		c.num.Max, c.num.HasMax = o.num.Value, true
		c.unit, c.unitRange, c.kind, c.tail, c.end = o.unit, o.unitRange, o.kind, o.tail, o.end
		o.kind = ""
	}
}

// places gives the numbers of a sentence that only deals out what was counted before it their
// unit: प्रदेश में 47 संक्रमित मिले। आगरा में तीन, मेरठ में 14, लखनऊ में छह, …
func (f *finder) places() {
	if !f.last.ok || f.last.kind != Count || f.lastFrom < f.first-40 || len(f.cands) < 3 {
		return
	}
	for k := range f.cands {
		c := &f.cands[k]
		p := f.key(c.first - 1)
		if c.kind != Count || c.conf != 0 || c.noUnit || c.num.Scaled || c.num.HasMax || c.num.Form != numeral.Cardinal || c.num.Value != math.Trunc(c.num.Value) || p != "में" && p != "से" && p != "के" {
			return
		}
		if n := f.key(c.tail); n != "," && n != ";" && n != "और" && n != "व" && n != "एवं" && k < len(f.cands)-1 {
			return
		}
	}
	for k := range f.cands {
		f.cands[k].unit, f.cands[k].conf = f.last.unit, 2
	}
}

// ages makes ages of the numbers of a row that holds one: उम्र क्रमश: 44, 40 और 35 वर्ष; 65 साल से ज्यादा
// और 10 साल से कम उम्र के लोग.
func (f *finder) ages() {
	for k := 1; k < len(f.cands); k++ {
		c, o := &f.cands[k-1], &f.cands[k]
		if o.first-c.tail != 1 || f.key(c.tail) != "," && !joinsWith(f.key(c.tail)) {
			continue
		}
		switch {
		case c.kind == Age && o.kind == Measure && (o.unit == "वर्ष" || o.unit == "साल") && f.ageBefore(c):
			o.kind, o.unit = Age, "वर्ष"
			if k+1 < len(f.cands) { // the row goes on
				for m := k + 1; m < len(f.cands); m++ {
					p, q := &f.cands[m-1], &f.cands[m]
					if q.first-p.tail != 1 || f.key(p.tail) != "," && !joinsWith(f.key(p.tail)) || q.kind != Measure || q.unit != "वर्ष" && q.unit != "साल" {
						break
					}
					q.kind, q.unit = Age, "वर्ष"
				}
			}
		case o.kind == Age && c.kind == Measure && (c.unit == "वर्ष" || c.unit == "साल") && c.qualifier != "" && o.qualifier != "":
			c.kind, c.unit = Age, "वर्ष"
		}
	}
}

// afterVerb gives a number the plural noun that stands behind the verb at the end of its clause:
// 2 लाख से ज्यादा हो जाएंगे केस, 19 हुए कोरोना के मरीज.
func (f *finder) afterVerb(c *candidate) {
	j := c.tail
	for j < f.end && (f.flags(j)&verb != 0 || f.t[j].Class.Has(lexicon.Auxiliary) || looksFinite(f.key(j)) && !f.nounAt(j) && !f.in(j, &diseases)) && j < c.tail+4 {
		j++
	}
	if j == c.tail || j >= f.end {
		return
	}
	if at := f.disease(j); at > j {
		if j = at; f.key(j) == "के" {
			j++
		}
	}
	for n := 0; n < 2 && f.flags(j)&adjective != 0 && !f.nounAt(j); n++ {
		j++
	}
	n, ok := f.nounOf(j)
	if !ok || n.shape&plural == 0 || f.flags(j)&(verb|predicate) != 0 {
		return
	}
	switch f.key(j + 1) {
	case "", ",", "।", ".", "!", ";", "|", ":":
		c.unit, c.unitRange, c.conf = n.lemma, document.Range{First: j, End: j + 1}, 2
	}
}

// helpline reports whether a bare number of three or four digits is one to call: शिकायत 104
// या 0177-2621383 पर, 311 ऐप.
func (f *finder) helpline(c *candidate) bool {
	if !c.num.Digits || c.num.Scaled || c.num.HasMax || c.kind != Count || c.qualifier != "" || c.end != c.first+1 || c.unit != "" && c.unit != "ऐप" && c.unit != "एप" {
		return false
	}
	if k := f.t[c.first].Key; len(k) < 3 || len(k) > 4 {
		return false
	}
	switch f.key(c.end) {
	case "या", "पर", "व", "और", "एवं", ",", "ऐप", "एप":
		return f.any(callWords)
	}
	return false
}

var callWords = set(`सेवा नंबर सूचना एंबुलेंस एम्बुलेंस फोन आपात आपातकालीन शिकायत शिकायतें संपर्क कॉल हेल्पलाइन टोलफ्री डायल मदद`)

// ranks gives an ordinal without noun the noun of the ordinals before it: तीसरे चरण में 68
// फीसदी, जबकि चौथे में 59; and a rank its place: तीसरे पर मसलिया के सुनील.
func (f *finder) ranks() {
	unit := ""
	for k := range f.cands {
		c := &f.cands[k]
		if c.kind != Ordinal {
			continue
		}
		if c.unit != "" {
			unit = c.unit
			continue
		}
		for m := k + 1; m < len(f.cands) && m < k+4 && unit == "" && c.unit == ""; m++ {
			if o := &f.cands[m]; o.kind == Ordinal && o.num.Value == c.num.Value+1 && o.unit != "" { // … को दूसरा और … को तीसरा स्थान
				c.unit = o.unit
			}
		}
		if c.unit != "" {
			continue
		}
		switch f.key(c.end) {
		case "में", "पर", "से", "के", "की", "का":
			if unit != "" {
				c.unit = unit
			} else if f.key(c.end) == "पर" {
				c.unit = "स्थान"
			}
		}
	}
}

// joinCoins makes one amount of a currency and its hundredth: 297 रुपये 50 पैसे = 297.5 INR.
func (f *finder) joinCoins() {
	for k := 0; k+1 < len(f.cands); k++ {
		c, o := &f.cands[k], &f.cands[k+1]
		if c.kind != Money || o.kind != Money || c.num.HasMax || o.num.HasMax || c.num.Form != numeral.Cardinal || o.num.Form != numeral.Cardinal || o.num.Value >= 100 ||
			!(c.unit == "INR" && o.unit == "पैसा" || c.unit == "USD" && o.unit == "सेंट") {
			continue
		}
		if o.first != c.tail && !(o.first == c.tail+1 && f.key(c.tail) == "और") {
			continue
		}
		c.num.Value += o.num.Value / 100
		c.end, c.tail, c.rule = o.end, o.tail, "number/coins"
		c.unitRange = o.unitRange
		o.kind = ""
		if o.qualifier != "" {
			c.qualifier = o.qualifier
		}
	}
}

// coordinated reports whether the number is one of a row whose unit stands at the end:
// पहले चरण में 27 और दूसरे चरण में 19 गांवों; भाजपा को 21, कांग्रेस को 14 …; 14 में से 9 टैंक.
func (f *finder) coordinated(c *candidate) bool {
	j := f.markup(c.tail)
	for n := 0; n < 2 && f.flags(j)&adjective != 0 && f.key(j) != "और"; n++ { // 32 बड़े और 114 छोटे पुल
		j++
	}
	switch f.key(j) {
	case ",", ";", "और", "व", "एवं", "तथा", "या", "अथवा", "/", "एंड", "&", "जबकि":
		return true
	case "में":
		return f.key(j+1) == "से" || j == c.end && j+1 < f.end && c.num.Digits && f.t[j+1].Kind == document.Number // 500 में 492 अंक
	case "की":
		return f.key(j+1) == "जगह" || f.key(j+1) == "तुलना" || f.key(j+1) == "बजाय" // 23,000 की जगह 73 हजार केस
	case "के":
		return f.key(j+1) == "मुकाबले" || f.key(j+1) == "बजाय"
	case "से":
		return f.key(j+1) == "-" && c.neg || f.key(j+1) == "बढ़ाकर" || f.key(j+1) == "बढकर" || f.key(j+1) == "बढाकर" || f.key(j+1) == "घटकर" || f.key(j+1) == "घटाकर"
	}
	return false
}

// share takes the unit of the next number that has one.
func (f *finder) share(c *candidate, k int) {
	for m := k + 1; m < len(f.cands) && m <= k+4; m++ {
		o := &f.cands[m]
		if o.kind == Ordinal || o.kind == Age || o.noUnit || o.article && (o.conf < 2 || m > k+3) || o.bracket {
			continue
		}
		if o.kind == Measure && timeUnit(o.unit) && !((f.key(c.tail) == "में" || f.key(c.tail+1) == "बजाय") && m == k+1 || m == k+1 && o.first-c.end <= 2) {
			continue
		}
		if o.conf == 0 {
			continue
		}
		if o.unit != "" && o.unitRange.First < o.end && o.kind == Count {
			return // its noun stands before it: मरीज 84, मौत 5
		}
		if c.num.Scaled != o.num.Scaled && o.kind == Money && !c.num.Scaled && o.num.Value > 100*c.num.Value {
			return
		}
		if o.kind == Percent && c.num.Scaled {
			return
		}
		if o.conf < 2 && f.key(c.tail) != "में" {
			return
		}
		o.article = false // रायसेन में चार और धार में एक नया मरीज
		c.unit, c.unitRange, c.kind, c.conf = o.unit, o.unitRange, o.kind, 2
		if c.num.Form == numeral.Fraction && o.kind == Count {
			c.kind = Fraction
		}
		return
	}
}

// before looks at the words before the number: मरीजों की संख्या 52, आंकड़ा 263, मृतकों में दो, जिले के
// मरीज 1.12 लाख के पार.
func (f *finder) before(c *candidate, k int) {
	j, grown := f.passAdverbs(c.first - 1)
	if h := f.beforeDate(j); h < j { // संक्रमित लोगों की संख्या बढ़कर शुक्रवार (24 अप्रैल) को 195 हो गई
		h, more := f.passAdverbs(h)
		switch f.key(h) {
		case "संख्या", "आंकडा", "तादाद":
			j, grown = h, grown || more
		default:
			if n, ok := f.nounOf(h); ok && c.qualifier == over && c.conf == 0 && c.kind == Count && n.shape&plural != 0 && n.shape&direct == 0 { // मामले शुक्रवार को 7 लाख के पार
				c.unit, c.unitRange, c.conf = n.lemma, document.Range{First: h, End: h + 1}, 2
				return
			}
		}
	}
	if grown && (f.key(j) == "यह" || f.key(j) == "ये") && f.last.ok && c.conf == 0 && c.num.Value == math.Trunc(c.num.Value) { // बाद में यह बढ़कर 64 हो गई
		c.unit, c.conf = f.last.unit, 2
		return
	}
	if f.key(j) == "में" && (f.key(j-2) == "संख्या" || f.key(j-2) == "तादाद" || f.key(j-2) == "आंकडा") { // मरने वालों की संख्या देश में 17 है
		j -= 2
	}
	if f.key(j) == "को" && f.key(j-1) == "संख्या" { // राजनयिकों की संख्या को 47 से बढ़ाकर 55
		j--
	}
	if j < f.first {
		return
	}
	limit := f.first
	if k > 0 {
		limit = f.cands[k-1].tail
	}
	if j < limit {
		return
	}
	switch f.key(j) {
	case "संख्या", "आंकडा", "तादाद", "गिनती", "आंकडे", "नंबरों":
		// X की संख्या; यह संख्या 99 रही takes up what was counted last
		h := j - 1
		if w := f.key(h); w == "यह" || w == "ये" {
			for m := k - 1; m >= 0; m-- { // जहां 40 शव लाए जाते थे, वहीं यह आंकड़ा 75 हो गया
				if o := &f.cands[m]; o.kind == Count && o.conf == 2 && o.unit != "" && o.unit != "बार" && !o.article {
					c.unit, c.conf = o.unit, 2
					return
				}
			}
		}
		if k := f.key(h); (k == "यह" || k == "ये") && f.last.ok {
			c.unit, c.conf = f.last.unit, 2
			return
		}
		for n := 0; n < 3 && h >= f.first && f.flags(h)&adjective != 0 && !f.nounAt(h); n++ {
			h--
		}
		if k := f.key(h); k == "की" || k == "का" || k == "के" {
			if w, r, ok := f.nounEnding(h - 1); ok && f.nounIs(h-1).lemma != "बहुमत" && (f.nounClass(h-1) != place || marked(f.key(h-1)) != 0 || f.in(h-1, &numbered)) {
				c.unit, c.unitRange, c.conf = w, r, 2
				return
			} else if s, is := state[f.key(h-1)]; is { // कोरोना पॉजिटिव की कुल संख्या
				c.unit, c.unitRange, c.conf = s[0], document.Range{First: h - 1, End: h}, 2
				return
			}
		} else if (k == "इनकी" || k == "उनकी" || k == "जिनकी" || k == "इसकी") && f.last.ok && f.lastFrom > f.first-25 {
			c.unit, c.conf = f.last.unit, 2 // इनकी संख्या बढ़ाकर 500 की जाएगी
			return
		} else if w, r, ok := f.nounEnding(h); ok {
			c.unit, c.unitRange, c.conf = w, r, 2
			return
		}
		return
	case "में", "से":
		h := j
		if f.key(h) == "से" {
			if f.key(h-1) != "में" {
				return
			}
			h--
		}
		// मृतकों में दो: the noun is an oblique plural of what can be counted out
		w, r, ok := f.nounEnding(h - 1)
		if !ok && f.key(j) == "में" && h-2 >= limit && c.conf == 0 && c.kind == Count && f.t[h-1].Kind == document.Word && f.flags(h-1) == 0 {
			// सबसे ज्यादा मामले आगरा में 29: a plural, the place, the number
			if n, ok := f.nounOf(h - 2); ok && n.shape&plural != 0 && n.shape&direct == 0 && f.flags(h-2)&(verb|predicate) == 0 && !(f.t[h-1].Class.Has(lexicon.Postposition | lexicon.Pronoun | lexicon.Demonstrative | lexicon.Conjunction)) {
				c.unit, c.unitRange, c.conf = n.lemma, document.Range{First: h - 2, End: h - 1}, 2
			}
			return
		}
		if !ok || h-1 < limit {
			return
		}
		n := f.nounIs(h - 1)
		if f.key(h-1) == "वालों" && c.conf == 0 { // मरने वालों में 18 …
			c.unit, c.unitRange, c.conf = w, r, 2
			return
		}
		if f.key(j) == "से" && marked(f.key(h-1)) == oblique || n.class == person && marked(f.key(h-1)) == oblique && c.conf == 0 {
			c.unit, c.unitRange, c.conf = w, r, 2
		}
		return
	}
	if c.conf > 0 {
		return
	}
	if u, end, ok := f.unitOf(j); ok && u.kind == "percent" && end == c.first && c.num.Value <= 100 && !c.num.Scaled { // पास प्रतिशत 76.2
		c.kind, c.unit, c.conf = Percent, u.name, 2
		c.unitRange = document.Range{First: j, End: end}
		return
	}
	if c.num.Form == numeral.Fraction && j == c.first-1 && changes[f.key(c.tail)] && f.t[j].Kind == document.Word && f.flags(j)&^money == 0 &&
		!f.t[j].Class.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Pronoun|lexicon.Auxiliary|lexicon.Particle|lexicon.Demonstrative) && !f.nounAt(j) && (j == f.first || f.key(j-1) == "का" || f.key(j-1) == "की") {
		c.unit, c.conf = f.d.Text(f.t[j].Span), 2 // निर्यात एक चौथाई घट गया
		c.unitRange = document.Range{First: j, End: j + 1}
		return
	}
	if c.conf == 0 && c.num.Form == numeral.Cardinal && c.num.Value >= 100 && prices[f.key(j)] { // मानदेय 1,500 से बढ़ाकर
		c.kind, c.unit, c.conf = Money, "INR", 2
		return
	}
	if c.num.Scaled && f.flags(j)&money != 0 && !f.t[j].Class.Has(lexicon.Auxiliary) { // बजट 300 करोड़ है
		c.kind, c.unit, c.conf = Money, "INR", 2
		return
	}
	if s, ok := state[f.key(j)]; ok && s[0] == "संक्रमित" && j == c.first-1 && (f.key(c.tail) == "हो" || f.key(c.tail) == "हैं" || f.key(c.tail) == "हुए") { // कुल कोरोना पॉजिटिव 267 हो गए
		c.unit, c.unitRange, c.conf = s[0], document.Range{First: j, End: j + 1}, 2
		return
	}
	// मरीज 1.12 लाख के पार; आबादी 5 लाख; कुल मरीज 84
	if n, ok := f.nounOf(j); ok && n.shape&(direct|plural) != 0 && f.flags(j)&(predicate|verb) == 0 && (j == c.first-1 || f.key(c.first-1) != "-" && f.key(c.first-1) != ":") {
		if (n.class == place || n.class == person || n.class == group) && c.num.Value != math.Trunc(c.num.Value) {
			return // धर्मशाला 4.2: no inn is counted in tenths
		}
		if n.class == place && (j == f.first || f.key(j-1) == "," || joinsWith(f.key(j-1))) && isPlace(f.t[j].Key) {
			return // बागपत एक, बस्ती पांच: a town's name
		}
		if n.lemma == "बिंदु" && f.key(j-1) == "जमाव" {
			return
		}
		if n.lemma == "स्कोर" { // का स्कोर 400 के करीब
			c.noUnit = true
			return
		}
		switch n.lemma {
		case "बार", "स्तर", "नंबर", "हिस्सा", "भाग", "टीम", "सरकार", "पार्टी", "मत", "दिन", "बात", "देश", "राज्य", "जिला", "प्रदेश", "शहर", "गांव", "समय", "तारीख", "पुलिस", "कंपनी", "कार्रवाई", "मैच":
			return
		}
		if k+1 < len(f.cands) && f.coordinated(c) && f.cands[k+1].conf == 2 && f.cands[k+1].unitRange.First >= f.cands[k+1].end && f.cands[k+1].kind != Count {
			return // महिलाओं का मतदान 69.3 और पुरुषों का 74.1 फीसदी
		}
		next := f.key(c.tail)
		if f.flags(c.tail)&verb != 0 || strings.HasSuffix(next, "ने") && next != "ने" || (next == "नई" || next == "नयी") && f.key(c.tail+1) == "दिल्ली" {
			next = ""
		}
		switch next {
		case "", "।", ".", ",", "को", "है", "थी", "था", "थे", "हैं", "हो", "रह", "पर", "तक", "के", "से", ")", "हुई", "हुए", "रही", "रहे", "और", "पहुंच", "पहुंची", "|", ";":
			c.unit, c.conf = n.lemma, 2
			c.unitRange = document.Range{First: j, End: j + 1}
		}
	}
}

// passAdverbs passes the words that may stand between a noun and its number, backwards from token
// j, and reports whether one of them says that the number changed.
func (f *finder) passAdverbs(j int) (int, bool) {
	grown := false
	for n := 0; n < 6; n++ {
		switch f.key(j) {
		case "से":
			if f.key(j-1) != "कम" || f.key(j+1) != "कम" {
				return j, grown
			}
			j--
		case "बढकर", "घटकर", "बढाकर", "घटाकर":
			grown = true
			j--
		case "करीब", "लगभग", "तकरीबन", "कुल", "अब", "तक", "हुई", "हुए", "होकर", "कर", "बढ", "बढते", "फिर", "महज", "सिर्फ", "केवल", "भी", "ही", "कम", "यानी", "अधिक", "बाकी", "शेष", "अन्य", ":", "-", "–", "वर्तमान", "इस", "समय", "अकेले", "अचानक", "वहां", "यहां":
			j--
		default:
			return j, grown
		}
	}
	return j, grown
}

// beforeDate returns the token before the dates that end at token j, brackets passed over, or j.
func (f *finder) beforeDate(j int) int {
	h := j
	for n := 0; n < 4 && h > f.first; n++ {
		switch k := f.key(h); {
		case k == "को" || k == "तक" || k == ")" || k == "(" || k == ",":
			h--
			continue
		}
		c, ok := f.claimEndingAt(h + 1)
		if !ok {
			break
		}
		h = c.First - 1
	}
	return h
}

// claimEndingAt returns the claimed range that ends before token end.
func (f *finder) claimEndingAt(end int) (document.Range, bool) {
	i, ok := slices.BinarySearchFunc(f.claimed, end, func(c document.Range, end int) int { return c.End - end })
	if !ok {
		return document.Range{}, false
	}
	return f.claimed[i], true
}

// numbered are places that are counted also in the singular: रेड जोन की संख्या; जिले की संख्या is
// the number of something in the district.
var numbered = wordSet(`जोन बूथ सीट हॉटस्पॉट वार्ड पोलिंग_बूथ`)

// changes are verbs behind a share that what stands before it lost or gained: निर्यात एक चौथाई
// घटा, आवक आधी रह गई.
var changes = set(`घट घटा घटी घटे घटकर घटेगा घटेगी बढ़ बढ़ा बढ़ी बढ़े बढ़कर बढ़ेगा बढ़ेगी गिर गिरा गिरी गिरे गिरकर रह रहा रही रहे कम ज्यादा अधिक`)

func (f *finder) nounClass(i int) class { return f.nounIs(i).class }

// nounEnding returns the lemma of the noun that ends at token i: the listed term of two
// words, the noun, or an unlisted plural.
func (f *finder) nounEnding(i int) (string, document.Range, bool) {
	if i < f.first || f.t[i].Kind != document.Word {
		return "", document.Range{}, false
	}
	for back := 2; back >= 1; back-- {
		if i-back >= f.first {
			if n, end, ok := f.compoundOf(i - back); ok && end == i+1 {
				return n.lemma, document.Range{First: i - back, End: i + 1}, true
			}
		}
	}
	r := document.Range{First: i, End: i + 1}
	if f.key(i) == "वालों" || f.key(i) == "वाले" { // मरने वालों की संख्या
		if f.key(i-1) == "मरने" {
			return "मृतक", document.Range{First: i - 1, End: i + 1}, true
		}
		return "व्यक्ति", r, true
	}
	if n, ok := f.nounOf(i); ok {
		return n.lemma, r, true
	}
	if m := marked(f.key(i)); m == oblique {
		return lemma(f.d.Text(f.t[i].Span)), r, true
	}
	if s, ok := f.english(i); ok { // डाउनलोड्स की संख्या
		return s, r, true
	}
	return "", r, false
}

// inherit takes the unit of the number before: 577 बूथों में से 431 पर; जिनमें से 27 को; 18 यात्री
// घायल … चार की हालत.
func (f *finder) inherit(c *candidate, k int) {
	if c.conf == 1 && !f.partOf(c) {
		return
	}
	for m := k - 1; m >= 0 && m >= k-4; m-- {
		o := &f.cands[m]
		if f.others(c) && !f.counts(o, person) {
			continue // दो विमानों की टक्कर में चार अन्य की मौत
		}
		if o.conf == 0 || o.kind == Ordinal || o.kind == Age || o.kind == Multiple || o.article && !(o.conf == 2 && m == k-1 && joinsWith(f.key(c.first-1)) && f.key(c.first-1) != ",") || o.unit == "" || o.unit == "बार" {
			continue
		}
		if o.kind == Measure && (timeUnit(o.unit) || c.first-o.tail > 2 && !f.partOf(c)) {
			continue
		}
		if o.kind == Money && !c.num.Scaled && c.num.Value < 1000 && c.num.Form != numeral.Indefinite {
			continue
		}
		if o.kind == Percent && (c.num.Scaled || c.num.Value > 100) {
			continue
		}
		if c.num.Form == numeral.Fraction && o.kind != Count || c.num.Form == numeral.Cardinal && o.kind == Count && c.num.Value != math.Trunc(c.num.Value) {
			continue
		}
		if o.kind == Count && f.humanPredicate(c) && (f.inhuman(o.unit) || f.beyond(c, o)) {
			continue // तीन प्रखंडों से आए दो को भर्ती किया; दो बाइक जब्त कीं और पांच को हिरासत में लिया
		}
		c.unit, c.unitRange, c.conf = o.unit, document.Range{}, 2
		if c.unit == "मौत" { // 6 की मौत, 4 की आंखों की रोशनी गई
			c.unit = "व्यक्ति"
		}
		if c.unit == "घायल" && f.key(c.tail) == "पर" && f.humanPredicate(c) { // सात जख्मी; 63 पर केस
			c.unit = "व्यक्ति"
		}
		if c.kind == Count {
			c.kind = o.kind
		}
		if c.num.Scaled && o.kind == Count && o.num.Value < 100 && c.num.Value >= o.num.Value { // but 40 मरीजों में से दो दर्जन
			c.unit, c.conf = "", 0
			continue
		}
		return
	}
	if c.num.Form == numeral.Fraction && c.conf == 0 {
		// रोज 34 टन कचरा निकलता है, आधा ही उठता है: what was measured before
		for m := k - 1; m >= 0; m-- {
			o := &f.cands[m]
			if o.kind != Measure || timeUnit(o.unit) {
				continue
			}
			if j := o.tail; j < f.end && f.t[j].Kind == document.Word && f.flags(j) == 0 && !f.unitStarts(j) && !f.verbal(j) &&
				!f.t[j].Class.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Pronoun|lexicon.Auxiliary|lexicon.Particle|lexicon.Demonstrative) {
				c.unit, c.conf = f.d.Text(f.t[j].Span), 2
				if n, ok := f.nounOf(j); ok {
					c.unit = n.lemma
				}
			}
			return
		}
	}
	if f.others(c) || f.humanPredicate(c) {
		counted := f.last.ok && f.last.kind == Count && !(f.onlyHuman(c) && (f.classOf(f.last.unit) == thing || f.inhuman(f.last.unit)))
		switch {
		case counted && f.anaphor(c): // 64 सैंपल जांचे गए। इसमें चार की रिपोर्ट …
			c.unit, c.conf = f.last.unit, 2
		case f.person != "" && f.personFrom > f.first-60:
			c.unit, c.conf = f.person, 2 // 29 शिक्षक हटाए गए। पांच अन्य के अंकपत्र …
		case counted:
			c.unit, c.conf = f.last.unit, 2
		default:
			c.unit, c.conf = "व्यक्ति", 2
		}
		if c.unit == "मौत" {
			c.unit = "व्यक्ति"
		}
		return
	}
	if c.bracket && c.conf == 0 && c.kind == Count && (k > 0 && f.bracketedAge(k-1) || k+1 < len(f.cands) && f.bracketedAge(k+1)) {
		c.kind, c.unit, c.conf = Age, "वर्ष", 2 // मन्नान (75), बब्बू (35), राजकुमार (70)
		return
	}
	if f.last.ok && c.kind == Count && c.bracket && f.key(c.end) == ")" || f.last.ok && c.kind == Count && c.conf == 0 && f.key(c.first-1) == "(" {
		c.unit, c.conf = f.last.unit, 2
		return
	}
	if f.last.ok && f.lastFrom > f.first-25 && c.kind == Count && c.conf == 0 && (f.key(c.end) == "में" && f.key(c.end+1) == "से" || f.key(c.end) == "की" && f.key(c.end+1) == "जांच") {
		c.unit, c.conf = f.last.unit, 2 // दिल्ली में 450 मरीजों में से 331 ठीक हुए। लद्दाख में 20 में से 14
		return
	}
	if f.last.ok && c.kind == Count && !c.num.Scaled && c.conf == 0 && f.anaphor(c) {
		c.unit, c.conf = f.last.unit, 2
		return
	}
	if f.last.ok && c.num.Form == numeral.Fraction && c.conf == 0 && f.lastFrom > f.first-25 && f.predicated(c) {
		c.unit, c.conf = f.last.unit, 2 // 400 पौधे लगाए गए। गर्मी में आधे सूख गए
		return
	}
	if f.last.ok && c.num.Form == numeral.Fraction && f.anaphor(c) {
		c.unit, c.conf = f.last.unit, 2
		return
	}
	if f.last.ok && c.num.Scaled && f.anaphor(c) && c.kind == Count {
		c.unit, c.conf = f.last.unit, 2
	}
}

// beyond reports whether what is said of people in c cannot be said of what o counted, things, or
// more of it than there was: दो गुटों में पथराव, 40 पर मुकदमा.
func (f *finder) beyond(c, o *candidate) bool {
	switch f.classOf(o.unit) {
	case thing:
		return f.onlyHuman(c) && !f.partOf(c)
	case group:
		return c.num.Value > o.num.Value
	}
	return false
}

func (f *finder) classOf(lemma string) class {
	return f.tab.of(devanagari.WordOf(devanagari.Fold(lemma))).noun.class
}

// onlyHuman reports whether people alone can be meant: पांच को हिरासत में लिया, दो को छुट्टी मिली, छह पर केस, दो ने दम तोड़ा.
func (f *finder) onlyHuman(c *candidate) bool {
	switch f.key(c.tail) {
	case "पर":
		return true
	case "ने":
		for k := c.tail + 1; k < c.tail+5; k++ {
			if f.key(k) == "दम" {
				return true
			}
		}
	case "को":
		for k := c.tail + 1; k < c.tail+7; k++ {
			if f.in(k, &humanActs) {
				return true
			}
		}
	}
	return false
}

var humanActs = wordSet(`गिरफ्तार हिरासत रेफर भर्ती डिस्चार्ज छुट्टी निलंबित सजा जेल उम्रकैद फांसी जमानत घायल अस्पताल दबोचा जिंदा`)

// inhuman reports whether the noun is a place or a happening that does not stand for people.
func (f *finder) inhuman(lemma string) bool {
	switch n := f.tab.of(devanagari.WordOf(devanagari.Fold(lemma))).noun; n.class {
	case place:
		return true
	case event:
		switch lemma {
		case "मामला", "केस", "मौत", "सैंपल", "नमूना", "टेस्ट", "जांच", "रिपोर्ट":
			return false
		}
		return true
	}
	return false
}

// predicated reports whether a share has its predicate right behind it, so that it is itself the subject:
// आधे से ज्यादा बह जाते हैं, आधी खराब पड़ी हैं; but किराया आधा रह गया.
func (f *finder) predicated(c *candidate) bool {
	j := c.tail
	switch f.key(c.first) {
	case "आधा":
		return false
	}
	return !changes[f.key(j)] && j < f.end && f.t[j].Kind == document.Word && (f.flags(j)&(predicate|verb) != 0 || f.stem(j) && (!f.nounAt(j) || f.in(j, &stems)))
}

// partOf reports whether "में से" or a word like इनमें stands shortly before the number.
func (f *finder) partOf(c *candidate) bool {
	for j := c.first - 1; j >= f.first && j >= c.first-4; j-- {
		switch f.key(j) {
		case "में":
			if f.key(j+1) == "से" {
				return true
			}
		case "इनमें", "जिनमें", "उनमें", "इसमें", "जिसमें":
			return true
		}
		if f.t[j].Kind != document.Word {
			break
		}
	}
	return false
}

// anaphor reports whether the sentence points back to what was counted before the
// number: इनमें, जिनमें, इसमें, बाकी.
func (f *finder) anaphor(c *candidate) bool {
	for j := max(f.first, c.first-longest); j < c.first; j++ {
		switch f.key(j) {
		case "इनमें", "जिनमें", "उनमें", "इसमें", "जिसमें", "बाकी", "शेष", "इनके", "इन", "उन", "अन्य":
			return true
		case "अलावा": // इसके अलावा लखनऊ के 11, गाजियाबाद 13
			if f.key(j-1) == "इसके" && j-1 == f.first && f.key(c.tail) != "तक" {
				return true
			}
		}
	}
	return false
}

// bracketedAge reports whether candidate k is an age in brackets.
func (f *finder) bracketedAge(k int) bool {
	return f.cands[k].bracket && f.cands[k].kind == Age
}

// others reports whether अन्य stands for the noun: पांच अन्य के अंकपत्र, दो अन्य को.
func (f *finder) others(c *candidate) bool {
	if f.key(c.end) != "अन्य" || c.kind != Count || c.conf != 0 || c.num.Scaled {
		return false
	}
	switch f.key(c.end + 1) {
	case "के", "का", "की", "ने", "को":
		return true
	}
	return false
}

// humanPredicate reports whether what follows is said of people: चार की हालत नाजुक, 7 का इलाज, 2
// को गिरफ्तार, तीन ने कहा.
func (f *finder) humanPredicate(c *candidate) bool {
	j := c.tail
	switch f.key(j) {
	case "की", "का", "के":
		for k := j + 1; k < j+4 && k < f.end; k++ {
			if f.flags(k)&human != 0 {
				return true
			}
		}
		if bodyParts[f.key(j+1)] && f.key(j+2) == "में" { // 1 के सिर में चोट लगी
			return true
		}
		if f.key(j+1) == "खिलाफ" || f.key(j+1) == "विरुद्ध" { // चार के खिलाफ मुकदमा
			switch f.key(j + 2) {
			case "केस", "मुकदमा", "मुकदमे", "मामला", "एफआईआर", "एफआइआर", "प्राथमिकी", "रिपोर्ट", "परिवाद", "नामजद", "कार्रवाई", "आरोपपत्र", "चार्जशीट":
				return true
			}
		}
		if (f.key(j+1) == "सैंपल" || f.key(j+1) == "नमूने") && f.flags(j+2)&verb != 0 { // 38 के सैंपल भेजे गए
			return true
		}
	case "को":
		if f.in(j+1, &diseases) { // आठ को कोरोना की पुष्टि
			return true
		}
		for k := j + 1; k < j+6 && k < f.end; k++ {
			switch f.key(k) {
			case "गिरफ्तार", "हिरासत", "रेफर", "भर्ती", "डिस्चार्ज", "छुट्टी", "निलंबित", "सजा", "जेल", "बचा", "बचाया", "उम्रकैद", "फांसी", "जमानत", "बेघर", "घायल", "सुलाया", "पकड", "पकडा", "अस्पताल", "दबोचा", "मरहम", "जिंदा":
				return true
			}
		}
	case "ने":
		return true
	case "पर": // फैक्ट्री मालिक समेत छह पर केस दर्ज
		switch f.key(j + 1) {
		case "केस", "मुकदमा", "मुकदमे", "मामला", "एफआईआर", "एफआइआर", "प्राथमिकी", "रिपोर्ट", "परिवाद":
			return f.key(j+2) == "दर्ज" || f.key(j+2) == "" || f.key(j+2) == "," || f.key(j+2) == "।"
		}
	case "ठीक", "स्वस्थ": // तीन ठीक हो चुके हैं
		return f.key(j+1) == "हो" || f.key(j+1) == "हुए" || f.key(j+1) == "होकर"
	case "दब", "डूब", "झुलस", "मर": // दो दब गए
		return f.key(j+1) == "गए" || f.key(j+1) == "गये"
	}
	return false
}

var bodyParts = set(`सिर पैर हाथ पेट सीने पीठ गले कंधे आंख चेहरे शरीर गर्दन`)

// judge drops candidates that count nothing: the article एक, a bare scale or half
// without what it measures, leftovers of furniture.
func (f *finder) judge(k int) {
	c := &f.cands[k]
	if c.article && !f.contrasted(k) {
		c.kind = ""
		return
	}
	if f.key(c.first) == "सिफर" && c.unitRange.First < c.first { // नतीजा सिफर है
		c.kind = ""
		return
	}
	if c.article {
		c.article = false
		if c.conf == 0 && c.unit == "" {
			f.inherit(c, k)
		}
	}
	if c.unit == "" && c.end == c.first+1 && f.t[c.first].Kind == document.Word && c.num.Form == numeral.Cardinal {
		switch f.key(c.first) {
		case "शून्य", "लाख", "करोड", "हजार", "सौ", "सैकडा", "दर्जन", "सवा", "डेढ", "ढाई", "पौने", "इक", "छ", "छे", "छै":
			c.kind = ""
		}
	}
	if c.num.Form == numeral.Fraction && c.unit != "" && c.kind == Count {
		c.kind = Fraction
	}
}

// contrasted reports whether एक at c counts: it stands beside another count of the same
// thing or in a coordination with one (दो पुरुष और एक महिला), or behind सिर्फ, केवल, कम से कम, or
// counts the dead and hurt (एक की मौत, एक घायल).
func (f *finder) contrasted(k int) bool {
	c := &f.cands[k]
	if c.kind == Money || c.kind == Percent || c.kind == Measure {
		return true
	}
	switch f.key(c.end) {
	case "की":
		return f.flags(c.end+1)&human != 0
	}
	if f.key(c.end) == "और" && c.unitRange.First >= c.end+1 { // एक और मरीज: another one
		return false
	}
	if c.qualifier == atLeast || c.qualifier == about {
		return c.unit != ""
	}
	switch f.key(c.first - 1) {
	case "सिर्फ", "केवल", "महज", "मात्र":
		return c.unit != "" && c.conf == 2
	case "जबकि": // 18 सदस्य थे, जबकि एक सीट
		return c.unit != "" && c.conf == 2 && k > 0 && f.cands[k-1].kind == Count && !f.cands[k-1].article
	case "जिनमें", "इनमें", "उनमें": // 24 पुलिसकर्मी घायल हुए, जिनमें एक डीएसपी की हालत गंभीर है
		if c.conf == 2 && f.counts(c, person) && k > 0 && f.cands[k-1].kind == Count && f.cands[k-1].unit != "" && f.cands[k-1].conf == 2 {
			return true
		}
	case "से":
		if f.key(c.first-2) == "में" {
			return false // में से एक
		}
	}
	if k+1 < len(f.cands) && c.conf == 2 && f.counts(c, person) {
		// एक युवक को रेफर किया गया, जबकि दो महिलाओं का इलाज चल रहा है
		if o := &f.cands[k+1]; o.kind == Count && !o.article && o.conf == 2 && f.key(o.first-1) == "जबकि" && f.counts(o, person) {
			return true
		}
	}
	for m := max(0, k-20); m < len(f.cands) && m < k+20; m++ {
		if m == k {
			continue
		}
		o := &f.cands[m]
		if o.kind != Count || o.article || o.unit == "" || o.num.Form != numeral.Cardinal {
			continue
		}
		if c.conf == 2 && o.unit == c.unit {
			return true
		}
		// … और एक X right behind the other, or एक X और दो Y
		if m == k-1 && c.conf == 2 && c.first-o.tail <= 1 && joinsWith(f.key(o.tail)) {
			return true
		}
		if m == k+1 && c.conf == 2 && o.first-c.tail == 1 && joinsWith(f.key(c.tail)) {
			return true
		}
	}
	// the number alone, coordinated: वार्ड 14 के एक और वार्ड 31 के दो केंद्रों
	if c.conf == 0 && f.coordinated(c) && k+1 < len(f.cands) {
		o := &f.cands[k+1]
		for m := k + 1; o.article && o.conf == 0 && f.coordinated(o) && m+1 < len(f.cands) && f.cands[m+1].first-o.end < 8; m++ {
			o = &f.cands[m+1] // अ के एक, ब में एक और क में तीन नये मरीज
			if o.kind == Count && o.conf == 2 && !o.article && o.num.Value < 100 {
				c.unit, c.conf = o.unit, 2
				return true
			}
		}
		if o.kind == Count && o.conf == 2 && o.num.Value < 100 && o.first-c.end < 8 {
			c.unit, c.conf = o.unit, 2
			return true
		}
	}
	return false
}

// counts reports whether the noun of c is of the class.
func (f *finder) counts(c *candidate, cl class) bool {
	return c.unitRange.First >= c.end && c.unitRange.End > c.unitRange.First && f.nounClass(c.unitRange.End-1) == cl
}

func joinsWith(key string) bool {
	switch key {
	case "और", "व", "एवं", "तथा", ",", "जबकि":
		return true
	}
	return false
}

// marketTalk reports whether the sentence is about share prices.
func (f *finder) marketTalk() bool {
	if f.market == 0 {
		f.market = -1
		if f.any(marketWords) {
			f.market = 1
		}
	}
	return f.market > 0
}

// sports reports whether the sentence reports a match.
func (f *finder) sports() bool {
	if f.sport == 0 {
		f.sport = -1
		if f.any(sportWords) {
			f.sport = 1
		}
	}
	return f.sport > 0
}

func (f *finder) any(words map[string]bool) bool {
	for j := f.first; j < f.end && j < f.first+longest; j++ {
		if words[f.t[j].Key] {
			return true
		}
	}
	return false
}

// longest is how many tokens of a sentence are looked through for what it is about: more
// than any sentence has, less than a text without sentence ends, where the time would
// grow with the square.
const longest = 400

var marketWords = set(`सेंसेक्स निफ्टी सूचकांक शेयर शेयरों बाजार बीएसई एनएसई कारोबार इंडेक्स नैस्डैक नैस्डेक नैसडैक डाउ डाऊ डाओ जोंस जोन्स निक्केई हैंगसेंग कॉस्पी टूटकर लुढ़ककर लुढ़का उछला चढ़कर गिरकर सूचकांकों`)

var sportWords = set(`रन रनों विकेट विकेटों ओवर ओवरों गेंद गेंदों पारी बल्लेबाज बल्लेबाजी गेंदबाज गेंदबाजी मैच मुकाबले शतक अर्धशतक`)

// matchWords tell that a pair of numbers may be a result.
var matchWords = set(`फाइनल सेमीफाइनल क्वार्टरफाइनल सेट गेम सीरीज टूर्नामेंट गोल हराया हराकर जीता जीती जीतकर मात शिकस्त टेनिस बैडमिंटन हॉकी फुटबॉल कबड्डी वॉलीबॉल`)

// moneyTalk are words of a sentence whose crores are rupees.
var moneyTalk = set(`फिल्म बॉक्स कमाई कलेक्शन बजट टर्नओवर कारोबार निवेश खर्च मुनाफा घाटा राजस्व बकाया कर्ज कीमत लागत पूंजी`)

// score reads a result: 2-1, 3-0 से, 6-4, 245/6, 186-5. The first half is the value, the
// second Max.
func (f *finder) score(i int) (int, bool) {
	if i+2 >= f.end || f.t[i].Kind != document.Number || f.t[i+2].Kind != document.Number || f.t[i+1].Space || f.t[i+2].Space {
		return 0, false
	}
	if i > f.first && !f.t[i].Space && f.t[i-1].Kind == document.Word {
		return 0, false
	}
	if e := i + 3; e < f.end && !f.t[e].Space && (f.t[e].Key == "-" && e+1 < f.end && f.t[e+1].Kind == document.Number && !f.t[e+1].Space || f.t[e].Key == "/" || f.t[e].Kind == document.Word) {
		return 0, false
	}
	a, b := f.t[i].Key, f.t[i+2].Key
	if len(a) > 3 || len(b) > 3 || a[0] == '0' && len(a) > 1 || b[0] == '0' && len(b) > 1 {
		return 0, false
	}
	na, nb, ok := small(a), small(b), true
	if na < 0 || nb < 0 {
		return 0, false
	}
	switch f.t[i+1].Key {
	case "/": // 245/6
		ok = na > nb && nb <= 10 && na >= 10 && f.sports()
	case "-", "–":
		next := f.key(i + 3)
		result := f.resultFollows(i + 3)
		switch {
		case result:
		case na > nb:
			ok = f.unitFree(i+3) && (nb <= 10 || f.sports() || f.any(matchWords) || f.pairFollows(i+3))
		case len(f.cands) > 0 && f.cands[len(f.cands)-1].kind == Score && i-f.cands[len(f.cands)-1].end <= 1: // 21-14, 18-21, 21-17
		default:
			return 0, false
		}
		if next == "साल" || next == "लाख" || next == "हजार" || next == "करोड" {
			ok = false
		}
	default:
		return 0, false
	}
	if !ok || f.claimedIn(i, i+3) {
		return 0, false
	}
	if _, _, named := backward(f, &f.tab.namers, i); named {
		return 0, false
	}
	second := float64(nb)
	c := candidate{num: numeral.Numeral{Value: float64(na), Form: numeral.Cardinal, Digits: true}, first: i, end: i + 3, tail: i + 3, kind: Score, conf: 2, noUnit: true, rule: "number/score", pair: &second}
	f.cands = append(f.cands, c)
	return i + 3, true
}

// pairFollows reports whether a comma and another pair stand at j: 21-14, 18-21, 21-17.
func (f *finder) pairFollows(j int) bool {
	return f.key(j) == "," && j+3 < f.end && f.t[j+1].Kind == document.Number && f.key(j+2) == "-" && f.t[j+3].Kind == document.Number
}

func (f *finder) claimedIn(a, b int) bool {
	for k := f.next; k < len(f.claimed) && f.claimed[k].First < b; k++ {
		if f.claimed[k].Overlaps(document.Range{First: a, End: b}) {
			return true
		}
	}
	return false
}

func small(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// resultFollows reports whether the words behind a pair of numbers tell a result: से हराया, से
// जीती, की बराबरी, से आगे.
func (f *finder) resultFollows(j int) bool {
	if f.key(j) != "से" && f.key(j) != "की" && f.key(j) != "पर" && f.key(j) != "के" {
		return false
	}
	for k := j + 1; k < j+6 && k < f.end; k++ {
		switch f.key(k) {
		case "हराया", "हराकर", "हरा", "हारा", "हारी", "हार", "जीता", "जीती", "जीते", "जीत", "जीतकर", "मात", "शिकस्त", "परास्त", "पराजित", "आगे", "पीछे", "बराबर", "बराबरी", "ड्रॉ", "बढत", "पटखनी", "रौंदा", "पछाडा", "अपने":
			return true
		}
	}
	return false
}

// unitFree reports that neither unit nor noun nor qualifier stands at j.
func (f *finder) unitFree(j int) bool {
	if f.followedByUnit(j) {
		return false
	}
	return j >= f.end || f.t[j].Kind != document.Word || f.t[j].Class.Has(lexicon.Postposition|lexicon.Auxiliary|lexicon.Conjunction) || f.flags(j) != 0 || f.nounAt(j)
}
