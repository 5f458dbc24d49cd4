package number

import (
	"math"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/numeral"
)

// The qualifiers.
const (
	about      = "about"
	over       = "over"
	under      = "under"
	atLeast    = "at_least"
	atMost     = "at_most"
	indefinite = "indefinite"
)

// classify settles what the text around the number says of it: kind, unit, qualifier.
// It returns false where the number is none after all (the adverb पहले, the verb दो).
func (f *finder) classify(c *candidate) bool {
	n := &c.num
	f.preQualifier(c)
	switch n.Form {
	case numeral.Ordinal:
		return f.ordinal(c)
	case numeral.Multiple:
		c.kind, c.noUnit, c.conf = Multiple, true, 2
		c.tail = c.end
		if q, end := f.postQualifier(c.end); q != "" {
			c.qualifier, c.tail = q, end
		} else if f.key(c.end) == "तक" { // डेढ़ गुना तक बढ़ेगा
			f.upTo(c, c.end)
		}
		return true
	case numeral.Indefinite:
		c.qualifier = indefinite
	}
	if n.Approx && c.qualifier == "" {
		c.qualifier = about
	}
	if f.key(c.first) == "एक" && c.end == c.first+1 && n.Form == numeral.Cardinal {
		c.article = true
	}
	if f.verbDo(c) {
		return false
	}
	j := c.end
	if f.key(j) == "+" && !f.t[j].Space { // 500+
		if c.qualifier == "" {
			c.qualifier = over
		}
		j++
	}
	j = f.markup(j)
	if q, end := f.postQualifier(j); q != "" {
		if n.Form != numeral.Indefinite {
			c.qualifier = q
		}
		j = end
	}
	f.belowZero(c, j)
	c.kind = Count
	if n.Form == numeral.Fraction {
		c.kind = Fraction
	}
	c.tail = j
	switch {
	case f.prefixCurrency(c, j):
	case f.exchangeRate(c, j):
	case f.bracketAge(c):
		return true
	case f.unitAt(c, j):
	case f.age(c, j):
		return true
	case f.amount(c, j):
	default:
		f.noun(c, j)
	}
	if (c.unit == "°C" || c.unit == "डिग्री") && (c.qualifier == atMost || c.qualifier == atLeast) && f.any(temperatureWords) {
		c.qualifier = "" // न्यूनतम तापमान 6.2 और अधिकतम 21.4 डिग्री: the day's minimum and maximum
	}
	f.tailQualifier(c)
	return true
}

var temperatureWords = set(`तापमान पारा`)

var coldWords = set(`ठंड ठंडी ठंडा सर्द सर्दी शीतलहर ठिठुरन बर्फबारी हिमपात`)

// thermometer reports whether पारा, तापमान or the freezing point stands right before the number.
func (f *finder) thermometer(c *candidate) bool {
	for j := c.first - 1; j >= f.first && j > c.first-4; j-- {
		switch f.key(j) {
		case "तापमान", "पारा", "टेंपरेचर":
			return true
		case "बिंदु":
			return f.key(j-1) == "जमाव"
		case "करीब", "लगभग", "अब", "भी", "फिर", "का", "को", "न्यूनतम", "अधिकतम", ":", "-":
			continue
		}
		return false
	}
	return false
}

// belowZero reads शून्य से नीचे 3.2 डिग्री, and शून्य से 15 डिग्री नीचे, which the numeral takes for the range 0..15: it is -15.
func (f *finder) belowZero(c *candidate, j int) {
	if c.num.Form == numeral.Cardinal && !c.num.HasMax && !c.neg && c.num.Value > 0 && f.key(c.first-1) == "नीचे" && f.key(c.first-2) == "से" && (f.key(c.first-3) == "शून्य" || f.key(c.first-3) == "जीरो") {
		if u, _, ok := f.unitOf(j); ok && (u.name == "डिग्री" || u.name == "°C" || u.name == "°F") || f.any(temperatureWords) {
			c.first, c.neg = c.first-3, true
			if n := len(f.cands); n > 0 && f.cands[n-1].first == c.first {
				f.cands = f.cands[:n-1] // शून्य
			}
		}
		return
	}
	if !c.num.HasMax || c.num.Value != 0 || f.key(c.first) != "शून्य" && f.key(c.first) != "जीरो" {
		return
	}
	if u, end, ok := f.unitOf(j); ok && (u.name == "डिग्री" || u.name == "°C" || u.name == "°F") {
		for k := end; k < end+3; k++ {
			switch f.key(k) {
			case "नीचे", "कम":
				c.num.Value, c.num.HasMax, c.neg = c.num.Max, false, true
				return
			case "ऊपर", "अधिक", "ज्यादा", "बीच", "तक":
				return
			}
		}
		if c.num.Max != math.Trunc(c.num.Max) || f.any(coldWords) { // शून्य से 5.6 डिग्री सेल्सियस के साथ सबसे ठंडी रात
			c.num.Value, c.num.HasMax, c.neg = c.num.Max, false, true
		}
	}
}

// markup passes a tag that a converter left: </strong>.
func (f *finder) markup(j int) int {
	if f.key(j) == "<" && !f.t[j].Space {
		for k := j; k < j+8 && k < f.end; k++ {
			if f.t[k].Key == ">" {
				return k + 1
			}
		}
	}
	return j
}

// exchangeRate reads "रुपया … 86.72 प्रति डॉलर" and "रुपया डॉलर के मुकाबले … 75.29 पर": an amount
// of the currency that the sentence names.
func (f *finder) exchangeRate(c *candidate, j int) bool {
	if !c.num.Digits {
		return false
	}
	switch f.key(j) {
	case "प्रति":
		if u, _, ok := f.unitOf(j + 1); !ok || u.kind != "money" {
			return false
		}
	case "पर":
		against := false
		for k := c.first - 1; k > f.first && k > c.first-40; k-- {
			if u, _, ok := f.unitOf(k - 1); f.key(k) == "के" && f.key(k+1) == "मुकाबले" && ok && u.kind == "money" {
				against = true
			}
		}
		if !against {
			return false
		}
	default:
		return false
	}
	for k := c.first - 1; k >= f.first && k > c.first-40; k-- {
		if f.key(k) == "रुपया" || f.key(k) == "रुपए" {
			c.kind, c.unit, c.conf = Money, "INR", 2
			c.unitRange = document.Range{First: k, End: k + 1}
			return true
		}
	}
	return false
}

// verbDo reports whether दो is the imperative of देना: वोट दो, छोड़ दो।
func (f *finder) verbDo(c *candidate) bool {
	if f.key(c.first) != "दो" || c.end != c.first+1 {
		return false
	}
	if f.key(c.end) == "," { // वोट दो, नोट लो; but जदयू को दो, राजद को तीन
		return f.nounAt(c.first-1) && marked(f.key(c.first-1)) == 0
	}
	switch f.key(c.end) {
	case "", "।", ".", "!", "?", "’", "'", "\"", "”", "|", ")", "ना", "न", "कि", "तो", "वरना", "नहीं":
		if p := f.key(c.first - 1); len(f.cands) > 0 && (p == "में" || p == "से") { // आगरा में तीन और कानपुर में दो।
			return false
		}
		return c.first > f.first && f.t[c.first-1].Kind == document.Word && !qualifierBefore(f.key(c.first-1))
	}
	return false
}

// preQualifier reads the words before the number: करीब, कम से कम, अधिकतम. कुल, सिर्फ and महज
// say nothing that the record keeps and may stand between.
func (f *finder) preQualifier(c *candidate) {
	j := c.first - 1
	// sign: माइनस 5 डिग्री, -5
	switch f.key(j) {
	case "माइनस", "ऋण", "ऋणात्मक":
		c.neg, c.first = true, j
		j--
	case "-", "−":
		if !f.t[c.first].Space && f.t[j].Space && f.t[c.first].Kind == document.Number {
			u, _, ok := f.unitOf(c.end)
			if f.key(c.end) == "से" && f.key(c.end+1) == "-" && c.end+2 < f.end && f.t[c.end+2].Kind == document.Number && !f.t[c.end+2].Space { // -10 से -26 डिग्री
				u, _, ok = f.unitOf(c.end + 3)
			}
			if ok && (u.kind == "percent" || u.name == "°C" || u.name == "डिग्री" || u.name == "°F") ||
				!ok && listEnd(f.key(c.end)) && j > f.first && f.t[j-1].Kind == document.Word && f.any(temperatureWords) { // कल्पा -4.6, ऊना 1.5 …
				c.neg, c.first = true, j
				j--
			}
		}
	}
	for {
		switch f.key(j) {
		case "कुल", "सिर्फ", "केवल", "महज", "मात्र", "और", "₹", "ै", "$", "(", "रु", "rs", "€", "£", "पूरे", "अतिरिक्त":
			if f.key(j) == "और" || f.key(j) == "(" {
				return
			}
			j--
			continue
		case ".":
			if f.currency(j - 1) {
				j -= 2
				continue
			}
		}
		break
	}
	switch f.key(j) {
	case "करीब", "लगभग", "तकरीबन", "करीबन", "अनुमानतः", "अनुमानत", "अंदाजन", "अमूमन", "लगभाग", "~", "क़रीब":
		if f.key(j) == "करीब" && f.key(j-1) == "के" && f.quantityBefore(j-1) {
			return // ढाई बजे के करीब दो प्रत्याशी: the करीब belongs to the time
		}
		c.qualifier = about
	case "कोई":
		if c.num.Value >= 5 && f.key(j-1) != "तो" && f.key(c.first+2) != "तो" { // कोई दस दिन तो कोई पंद्रह दिन में
			c.qualifier = about
		}
	case "कम":
		if f.key(j-1) == "से" && f.key(j-2) == "कम" || f.key(j-1) == "-" && f.key(j-2) == "से" {
			c.qualifier = atLeast
		}
	case "न्यूनतम", "कमसेकम":
		c.qualifier = atLeast
	case "अधिकतम", "मैक्सिमम":
		c.qualifier = atMost
	case "अधिक", "ज्यादा":
		if k := f.key(j); f.key(j-1) == "से" && f.key(j-2) == k {
			c.qualifier = atMost
		}
	case "=": // >= 18, <= 30
		switch f.key(j - 1) {
		case ">":
			c.qualifier = atLeast
		case "<":
			c.qualifier = atMost
		}
	case ">":
		if f.t[j].Space {
			c.qualifier = over
		}
	case "<":
		if f.t[j].Space {
			c.qualifier = under
		}
	}
}

// listEnd reports whether the word ends an item of a list: a comma, a stop, और.
func listEnd(key string) bool {
	switch key {
	case "", ",", "और", "व", "।", ".", ")", ";", "|":
		return true
	}
	return false
}

// quantityBefore reports whether a number, a clock word or a unit stands before token i.
func (f *finder) quantityBefore(i int) bool {
	if i-1 < f.first {
		return false
	}
	switch f.key(i - 1) {
	case "बजे", "%":
		return true
	}
	t := &f.t[i-1]
	if t.Kind == document.Number || t.Class.Has(lexicon.Numeral) {
		return true
	}
	_, _, ok := f.unitOf(i - 1)
	return ok
}

func qualifierBefore(key string) bool {
	switch key {
	case "करीब", "लगभग", "तकरीबन", "करीबन", "अधिकतम", "न्यूनतम", "महज", "सिर्फ", "केवल", "मात्र":
		return true
	}
	return false
}

// postQualifier reads the words behind a number or its unit, and returns the token
// after them:
//
//	से [भी|कहीं] अधिक|ज्यादा|ऊपर    के पार, को पार, पार      over
//	के ऊपर, के नीचे                                        over, under
//	से [भी] कम|नीचे                                        under
//	के करीब|आसपास|लगभग                                    about
//	के भीतर|अंदर                                           at_most
//	से ज्यादा नहीं = at_most, से कम नहीं = at_least, या उससे अधिक = at_least
func (f *finder) postQualifier(j int) (string, int) {
	switch f.key(j) {
	case "से":
		k := j + 1
		switch f.key(k) {
		case "भी", "कहीं", "बहुत", "थोडा", "थोडे", "कुछ", "ही":
			k++
		}
		no := f.negated(k + 1)
		switch f.key(k) {
		case "अधिक", "ज्यादा", "ज्यादे", "ज्यादातर", "ऊपर", "उपर", "जादा", "ज्\u200dयादा", "अधिकतर":
			if no {
				return atMost, k + 1
			}
			return over, k + 1
		case "कम", "नीचे", "कमतर":
			switch f.key(k + 1) {
			case "से":
				if f.key(k+2) == "कम" {
					return "", j
				}
			case "कर", "करके", "करने", "करना", "होकर": // 20 किलोमीटर से कम कर 12 किलोमीटर
				return "", j
			}
			if no {
				return atLeast, k + 1
			}
			return under, k + 1
		}
	case "के":
		switch f.key(j + 1) {
		case "पार":
			return over, j + 2
		case "करीब", "आसपास", "लगभग", "इर्दगिर्द", "आसापास":
			return about, j + 2
		case "आस", "इर्द": // आस-पास
			k := j + 2
			if f.key(k) == "-" {
				k++
			}
			if f.key(k) == "पास" || f.key(k) == "गिर्द" {
				return about, k + 1
			}
		case "भीतर", "अंदर":
			return atMost, j + 2
		case "ऊपर", "उपर":
			return over, j + 2
		case "नीचे":
			return under, j + 2
		}
	case "को":
		if f.key(j+1) == "पार" {
			return over, j + 2
		}
		if f.key(j+1) == "भी" && f.key(j+2) == "पार" {
			return over, j + 3
		}
	case "का":
		if (f.key(j+1) == "आंकड़ा" || f.key(j+1) == "आंकडा" || f.key(j+1) == "आकडा") && f.key(j+2) == "पार" {
			return over, j + 3
		}
	case "पार":
		if f.key(j+1) == "कर" && (f.key(j+2) == "दिए" || f.key(j+2) == "दिये" || f.key(j+2) == "लिए" || f.key(j+2) == "लिये") {
			return "", j // ठगों ने 6 लाख पार कर दिए
		}
		return over, j + 1
	case "या":
		switch f.key(j + 1) {
		case "उससे", "इससे":
			switch f.key(j + 2) {
			case "अधिक", "ज्यादा", "ऊपर":
				return atLeast, j + 3
			case "कम", "नीचे":
				return atMost, j + 3
			}
		}
	}
	return "", j
}

// negated reports whether the words from token k deny: नहीं, न हो.
func (f *finder) negated(k int) bool {
	switch f.key(k) {
	case "नहीं", "नही", "न", "ना":
		return true
	}
	return false
}

// tailQualifier reads the qualifier behind the unit.
func (f *finder) tailQualifier(c *candidate) {
	j := c.tail
	if f.key(j) == "प्रति" { // रुपये प्रति वर्ग मीटर से कम नहीं
		j += 2
		if f.key(j-1) == "वर्ग" || f.key(j-1) == "घन" || f.key(j-1) == "हर" {
			j++
		}
	}
	if c.qualifier == indefinite || c.neg {
		return
	}
	if c.kind == Money { // 5,300 रुपये क्विंटल पार
		if u, end, ok := f.unitOf(j); ok && u.kind == "measure" {
			if q, _ := f.postQualifier(end); q != "" {
				j = end
			}
		}
	}
	if q, end := f.postQualifier(j); q != "" {
		if c.kind == Count && c.conf == 2 && f.key(j) == "के" && (q == over || q == under) && f.key(j+1) != "पार" {
			return // दो पुलों के नीचे
		}
		if q == atMost && (f.key(j+1) == "भीतर" || f.key(j+1) == "अंदर") && c.kind == Count {
			return // तीन गांवों के भीतर
		}
		if q == about && c.kind == Count && c.conf == 2 && marked(f.key(j-1)) == oblique {
			return // दो गांवों के करीब
		}
		c.qualifier = q
		c.tail = end
		return
	}
	switch f.key(j) {
	case "तक":
		f.upTo(c, j)
	case "भी":
		if (f.negated(j+1) || f.negated(j+2)) && c.kind != Count && c.kind != Fraction { // एक प्रतिशत भी नहीं
			c.qualifier = under
		}
	}
}

// upTo reads तक behind an amount as a limit: 30 प्रतिशत तक, 5 लाख रुपये तक का लोन, छह महीने तक की
// जेल. A span of time without genitive is a duration (25 मिनट तक काम रुका), the end of a
// range and a level that was reached (45 डिग्री तक पहुंचा) are no limits.
func (f *finder) upTo(c *candidate, j int) {
	if c.qualifier != "" || c.num.HasMax || c.neg {
		return
	}
	switch f.key(j + 1) {
	case "पहुंच", "पहुंचा", "पहुंची", "पहुंचे", "पहुंचेगा", "जा":
		return
	}
	genitive := f.key(j+1) == "का" || f.key(j+1) == "की" || f.key(j+1) == "के"
	switch c.kind {
	case Money, Percent, Multiple:
		c.qualifier = atMost
	case Measure:
		if !genitive && (c.unit == "km" || c.unit == "m") && f.extent(j+1) {
			return
		}
		if !timeUnit(c.unit) || genitive {
			c.qualifier = atMost
		}
	case Age:
		c.qualifier = atMost
	}
}

// extent reports whether a verb of lying or moving follows, so that a length with तक says
// how far something reached: 12 किलोमीटर तक खड़ी रहीं, 40 मीटर तक घिसटता गया.
func (f *finder) extent(j int) bool {
	for k := j; k < j+3 && k < f.end; k++ {
		if extents[f.key(k)] {
			return true
		}
	}
	return false
}

var extents = set(`खड़ा खड़े खड़ी फैला फैले फैली फैलकर लगा लगी लगे घिसटता घिसटते घिसटती घिसटा घिसटी घसीटा घसीटते घसीटता घसीटकर घसीट पैदल दौड़ा दौड़ी दौड़े दौड़ाया खिसका खिसकी धंसा धंसी धंस उछला उछली सुनाई दिखाई रेंगते रेंगता पीछा लाइन कतार जाम`)

func timeUnit(u string) bool {
	switch u {
	case "घंटा", "मिनट", "सेकंड", "दिन", "रात", "सप्ताह", "हफ्ता", "महीना", "साल", "वर्ष", "दशक", "सदी", "पखवाड़ा", "तिमाही", "छमाही":
		return true
	}
	return false
}

// prefixCurrency reads a currency before the number (₹500, रु. 500, Rs 500) or "/-" and
// the like behind it.
func (f *finder) prefixCurrency(c *candidate, j int) bool {
	p := c.first - 1
	if f.key(p) == "." && p-1 >= f.first {
		p--
	}
	for q := max(p-4, f.first); q < p && f.t[p].Kind == document.Punct; q++ { // us$, hk $, यू. एस. $
		if u, end, ok := f.unitOf(q); ok && u.kind == "money" && end == p+1 {
			c.kind, c.unit, c.conf = Money, u.name, 2
			c.unitRange = document.Range{First: q, End: p + 1}
			c.tail = j
			return true
		}
	}
	if !f.currency(p) {
		if f.key(c.end) == "/" && f.key(c.end+1) == "-" && !f.t[c.end].Space {
			c.kind, c.unit, c.conf = Money, "INR", 2
			c.unitRange = document.Range{First: c.end, End: c.end + 2}
			c.tail = c.end + 2
			if q, end := f.postQualifier(c.tail); q != "" {
				c.qualifier, c.tail = q, end
			}
			return true
		}
		return false
	}
	u, _, ok := f.unitOf(p)
	if !ok {
		return false
	}
	c.kind, c.unit, c.conf = Money, u.name, 2
	c.unitRange = document.Range{First: p, End: c.first}
	if f.key(c.first-1) == "." {
		c.unitRange.End--
	}
	c.tail = j
	if v, end, ok := f.unitOf(j); ok && v.kind == "money" { // ₹500 रुपये
		c.tail = end
	}
	if f.key(c.tail) == "/" && f.key(c.tail+1) == "-" {
		c.tail += 2
	}
	return true
}

// unitAt reads a unit of units.tsv at j, adjectives before it skipped: 80 किलोमीटर प्रति घंटे, 100
// अतिरिक्त यूनिट.
func (f *finder) unitAt(c *candidate, j int) bool {
	u, end, ok := f.unitOf(j)
	at := j
	if !ok && (f.key(j) == "-" && !f.t[j].Space || f.key(j) == "का") { // 3-इंच, 10 का प्रतिशत
		if v, e, fits := f.unitOf(j + 1); fits && (f.key(j) == "-" && !f.t[j+1].Space || v.kind == "percent") {
			u, end, ok, at = v, e, true, j+1
		}
	}
	if !ok && f.key(j) == "ही" { // एक ही दिन में, सात ही दिन लगे
		if v, e, fits := f.unitOf(j + 1); fits && v.kind == "time" && (!c.article || f.key(e) == "में") {
			u, end, ok, at = v, e, true, j+1
		}
	}
	if !ok {
		if f.flags(j)&adjective == 0 || f.key(j) == "और" && !f.unitStarts(j+1) {
			return false
		}
		at = j + 1
		if u, end, ok = f.unitOf(at); !ok {
			return false
		}
	}
	if _, e, long := f.compoundOf(at); long && e > end { // 37 ग्राम पंचायतों: no grams
		return false
	}
	if !f.unitFits(c, u, at, end) {
		return false
	}
	if u.name == "डिग्री" && f.key(end) == "से" && f.key(end+1) == "." && !f.t[end+1].Space { // 6 डिग्री से.
		u.name = "°C"
		end += 2
	}
	c.unit, c.conf = u.name, 2
	c.unitRange = document.Range{First: at, End: end}
	c.tail = end
	switch u.kind {
	case "percent":
		c.kind = Percent
		if f.key(end) == "अंक" || f.key(end) == "प्वाइंट" || f.key(end) == "अंकों" {
			c.tail++
			c.unitRange.End++
		}
	case "money":
		c.kind = Money
		if f.key(end) == "/" && f.key(end+1) == "-" {
			c.tail += 2
		}
	case "time":
		c.kind = Measure
		f.timeAge(c, end)
	default:
		c.kind = Measure
	}
	if c.article && u.kind == "time" && (f.key(c.end) == "दिन" || f.key(c.end) == "रात") && end < f.end {
		switch f.key(end) {
		case "का", "के", "की", "में", "तक":
		default:
			return true // एक दिन (one day …) stays article-like
		}
	}
	c.article = false
	return true
}

func (f *finder) unitStarts(j int) bool {
	_, _, ok := f.unitOf(j)
	return ok
}

// unitFits refuses unit words that are something else in this place.
func (f *finder) unitFits(c *candidate, u unit, at, end int) bool {
	switch f.key(at) {
	case "यूनिट", "यूनिटों", "यूनिटें": // पुलिस की दो यूनिटें are counted, 200 यूनिट बिजली measured: both units are यूनिट
		return true
	case "मीटर":
		if f.key(at+1) == "रीडर" {
			return false
		}
	case "वाट", "वॉट", "किलो", "सेंट", "नॉट":
		return true
	case "m", "g", "mp", "a", "v", "w":
		return c.num.Digits
	case "रात", "रातें":
		return c.num.Value >= 2 || c.num.Form == numeral.Fraction
	}
	return true
}

// timeAge turns a span of time into an age where it is one: 18 साल की छात्रा, 68 साल के रामपाल,
// उम्र 51 वर्ष, 45 साल से कम उम्र, 15 से 44 साल की उम्र.
func (f *finder) timeAge(c *candidate, end int) {
	years := c.unit == "साल" || c.unit == "वर्ष"
	if f.ageBefore(c) {
		f.setAge(c, years)
		return
	}
	// 21 वर्ष से 50 वर्ष, 75 साल और 69 साल
	if n := len(f.cands); n > 0 && f.cands[n-1].kind == Age && c.first-f.cands[n-1].tail <= 2 && c.first-f.cands[n-1].tail > 0 {
		switch f.key(f.cands[n-1].tail) {
		case "से", "और", "व", "या", "-":
			f.setAge(c, years)
			return
		}
	}
	if f.key(end) == ")" && f.key(c.first-1) == "(" && years {
		f.setAge(c, years)
		return
	}
	j := end
	if _, e := f.postQualifier(j); e > j {
		j = e
		if f.ageWord(j) || (f.key(j) == "की" || f.key(j) == "के" || f.key(j) == "वाले" || f.key(j) == "आयु") && (f.ageWord(j+1) || years && f.personAt(j+1)) {
			f.setAge(c, years)
			return
		}
	}
	if f.ageWord(j) || f.key(j) == "तक" && (f.key(j+1) == "की" || f.key(j+1) == "के") && (f.ageWord(j+2) || years && f.personAt(j+2)) {
		f.setAge(c, years)
		return
	}
	switch f.key(j) {
	case "के", "की", "का":
	default:
		return
	}
	if years && (f.nameRight(c.first-1) || f.pronounBefore(c) && f.being(j+1)) { // लक्ष्मी पासवान 55 वर्ष की हालत; वह तब सात साल की थी
		f.setAge(c, years)
		return
	}
	j++
	if f.ageWord(j) {
		f.setAge(c, years)
		return
	}
	for k := 0; k < 3; k++ {
		key := f.key(j)
		if c.num.HasMax && j < f.end && f.t[j].Kind == document.Number { // 18 से 60 वर्ष के 1,200 लोग
			j++
			continue
		}
		if key == "एक" || key == "इस" || key == "उस" || key == "ही" || key == "हो" || f.flags(j)&adjective != 0 && !f.personAt(j) {
			j++
			continue
		}
		break
	}
	if !f.personAt(j) {
		// याचिकाकर्ता 68 साल के रामपाल नागर: a name in no list behind what he is
		// and at the head of a sentence: 43 साल की गुलनारा बताती हैं
		// or behind where he lives: सुंदरगढ़ के रहने वाले 23 साल के केरकेट्टा ने कहा
		dweller := f.key(c.first-1) == "वाले" || f.key(c.first-1) == "वाली" || f.key(c.first-1) == "निवासी"
		if years && f.heads(c.first) && f.known(j) { // 38 साल का डोमार फरार था
			f.setAge(c, years)
			return
		}
		if years && (f.nounClass(c.first-1) == person || dweller && f.speaks(j+1) || f.heads(c.first) && f.speaks(j+1)) && j < f.end && f.t[j].Kind == document.Word && f.t[j].Class&^(lexicon.GivenName|lexicon.Surname) == 0 && !f.nounAt(j) && f.flags(j) == 0 {
			f.setAge(c, years)
		}
		return
	}
	if !years { // छह महीने की बच्ची
		switch w := f.nounIs(j); w.lemma {
		case "बच्चा", "बच्ची", "शिशु", "नवजात", "बेटा", "बेटी", "बालक", "बालिका", "पुत्र", "पोता":
		default:
			return
		}
	}
	if w, ok := f.nounOf(j); ok && w.shape&(direct|plural) == 0 && !c.num.HasMax && w.class == person && marked(f.key(j)) == oblique {
		// 18 साल के युवाओं is an age too; 5 साल के मरीजों का आंकड़ा is not
		switch w.lemma {
		case "युवा", "बच्चा", "बुजुर्ग", "महिला", "युवक", "किशोर", "किशोरी", "युवती", "व्यक्ति", "पुरुष", "लड़का", "लड़की":
		default:
			return
		}
	}
	f.setAge(c, years)
}

// known reports whether the word at token i is a given name, by the lists or because the text gave it
// with a surname shortly before.
func (f *finder) known(i int) bool {
	if i >= f.end || f.t[i].Kind != document.Word || f.t[i].Class&^(lexicon.GivenName|lexicon.Surname) != 0 || f.nounAt(i) || f.flags(i) != 0 {
		return false
	}
	if f.t[i].Class.Has(lexicon.GivenName) {
		return true
	}
	for k := f.first - 2; k >= 0 && k > f.first-300; k-- {
		if f.t[k].Key == f.t[i].Key && f.t[k+1].Class.Has(lexicon.Surname) {
			return true
		}
	}
	return false
}

// nameRight reports whether token i is the last word of a person's name of two words.
func (f *finder) nameRight(i int) bool {
	if i-1 < f.first || f.t[i].Kind != document.Word || f.t[i-1].Kind != document.Word {
		return false
	}
	const function = lexicon.Postposition | lexicon.Conjunction | lexicon.Auxiliary | lexicon.Pronoun | lexicon.CommonWord
	a, b := f.t[i-1].Class, f.t[i].Class
	return a&function == 0 && b&function == 0 && b.Has(lexicon.Surname) && (a.Has(lexicon.GivenName|lexicon.Surname) || f.flags(i-1) == 0 && !f.nounAt(i-1))
}

// pronounBefore reports whether a personal pronoun in the direct case stands shortly
// before the number: वह उस समय सात वर्ष की थी.
func (f *finder) pronounBefore(c *candidate) bool {
	for j := c.first - 1; j >= f.first && j >= c.first-5; j-- {
		switch f.key(j) {
		case "वह", "वो", "वे", "मैं", "हम":
			return true
		}
		if f.nounAt(j) && f.key(j) != "समय" && f.key(j) != "वक्त" || f.t[j].Kind == document.Punct {
			return false
		}
	}
	return false
}

// being reports whether token j is a form of होना.
func (f *finder) being(j int) bool {
	switch f.key(j) {
	case "था", "थी", "थे", "थीं", "है", "हैं", "हूं", "हुआ", "हुई", "हुए", "हो", "होगा", "होगी":
		return true
	}
	return false
}

// heads reports whether token i opens its sentence, quote marks passed over.
func (f *finder) heads(i int) bool {
	for i > f.first && f.t[i-1].Kind == document.Punct {
		i--
	}
	return i == f.first
}

// speaks reports whether ने or a habitual verb follows: X ने, X बताती हैं, X कहते हैं.
func (f *finder) speaks(j int) bool {
	switch f.key(j) {
	case "ने", "बताती", "बताते", "बताता", "कहती", "कहते", "कहता":
		return true
	}
	return false
}

func (f *finder) setAge(c *candidate, years bool) {
	c.kind = Age
	if years {
		c.unit = "वर्ष"
	}
}

// ageBefore reports whether उम्र or आयु stands before the number, with at most a few words
// between: उम्र 51 वर्ष, उम्र करीब 30 साल, उम्र क्रमश: 75 साल.
func (f *finder) ageBefore(c *candidate) bool {
	for j := c.first - 1; j >= f.first && j >= c.first-4; j-- {
		if f.ageWord(j) {
			return true
		}
		switch f.key(j) {
		case "करीब", "लगभग", "महज", "सिर्फ", "केवल", "क्रमश", "क्रमशः", ":", "अभी", "कम", "से", "अधिकतम", "न्यूनतम", "-", "तकरीबन", "मात्र", "अब", "सीमा":
			continue
		}
		return false
	}
	return false
}

func (f *finder) ageWord(i int) bool {
	switch f.key(i) {
	case "उम्र", "आयु", "अवस्था", "आयुवर्ग", "वय", "उमर":
		return true
	}
	return false
}

// personAt reports whether a person noun or a name stands at j.
func (f *finder) personAt(j int) bool {
	if j >= f.end || f.t[j].Kind != document.Word {
		return false
	}
	t := &f.t[j]
	if w, ok := f.nounOf(j); ok {
		if w.class == person {
			return true
		}
		v, ok := f.nounOf(j + 1)
		return ok && v.class == person && w.shape&direct != 0 // टैक्सी ड्राइवर
	}
	if t.Class.Has(lexicon.Honorific) && t.Key != "मा" {
		return true
	}
	if nameTail[f.key(j+1)] && f.tab.of(t.Word).flags == 0 && !t.Class.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Auxiliary|lexicon.Pronoun) {
		return true
	}
	if t.Class.Has(lexicon.GivenName) && !t.Class.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Auxiliary|lexicon.Pronoun) {
		return j+1 < f.end && f.t[j+1].Class.Has(lexicon.Surname|lexicon.GivenName) || f.key(j+1) == "ने" || f.key(j+1) == "की" || f.key(j+1) == "को"
	}
	if j+1 < f.end && f.t[j+1].Class.Has(lexicon.Surname) && !t.Class.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Auxiliary|lexicon.Pronoun) && f.tab.of(t.Word).flags == 0 {
		return true
	}
	v, ok := f.nounOf(j + 1)
	return ok && v.class == person && !t.Class.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Auxiliary) && f.tab.of(t.Word).flags&(adjective|verb) == 0 && j+1 < f.end && v.shape&direct != 0
}

// nameTail are second parts of names that are surnames in no list.
var nameTail = set(`देवी बाई कुमारी कुमार सिंह खातून बानो बेगम लाल राम चंद प्रसाद कौर नाथ दास पाल राज`)

// age reads the ages that have no time unit: 45 वर्षीय, तेजबहादुर 20 पुत्र होरीलाल, उम्र 28.
func (f *finder) age(c *candidate, j int) bool {
	key := f.key(j)
	if key == "वर्षीय" || key == "वर्षीया" || key == "-" && (f.key(j+1) == "वर्षीय" || f.key(j+1) == "वर्षीया") || key == "साला" {
		end := j + 1
		if key == "-" {
			end++
		}
		if w := f.key(end); w == "योजना" || w == "कार्यकाल" || w == "परियोजना" || w == "पाठ्यक्रम" || w == "कोर्स" || w == "अनुबंध" || w == "करार" {
			c.kind, c.unit, c.conf, c.tail = Measure, "वर्ष", 2, end
			c.unitRange = document.Range{First: end - 1, End: end}
			return true
		}
		c.kind, c.unit, c.conf, c.tail = Age, "वर्ष", 2, end
		c.unitRange = document.Range{First: end - 1, End: end}
		c.article = false
		return true
	}
	if c.num.Value >= 1 && c.num.Value <= 120 && c.num.Form == numeral.Cardinal && !c.num.Scaled && !f.unitStarts(j) &&
		(f.ageBefore(c) || f.ageWord(j) || (key == "की" || key == "के") && f.ageWord(j+1) && (j+2 >= f.end || f.t[j+2].Kind != document.Number)) { // but बीस की आयु 50-59 के बीच
		c.kind, c.unit, c.conf = Age, "वर्ष", 2
		return true
	}
	if !c.num.Digits || c.num.HasMax || c.num.Value > 120 || c.num.Value < 1 || c.num.Value != float64(int(c.num.Value)) {
		return false
	}
	switch key {
	case "पुत्र", "पुत्री", "पिता", "निवासी", "वासी", "बेटा", "बेटी", "सुपुत्र":
		if p := &f.t[max(c.first-1, f.first)]; c.first > f.first && p.Kind == document.Word && !p.Class.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Auxiliary|lexicon.Particle|lexicon.Demonstrative) && !f.nounAt(c.first-1) && !qualifierBefore(p.Key) && f.tab.of(p.Word).flags&verb == 0 {
			c.kind, c.unit, c.conf = Age, "वर्ष", 2
			return true
		}
	}
	return false
}

// bracketAge reads the bare number in brackets behind a name: रामसजीवन (45). In a report of a
// match it is the runs of the batter: तिलक वर्मा (53).
func (f *finder) bracketAge(c *candidate) bool {
	if f.key(c.first-1) != "(" || f.key(c.end) != ")" || !c.num.Digits || c.num.HasMax {
		return false
	}
	c.bracket = true
	p := c.first - 2
	if p < f.first || f.t[p].Kind != document.Word || c.num.Value < 1 || c.num.Value > 120 || c.num.Value != float64(int(c.num.Value)) {
		return false
	}
	t := &f.t[p]
	if f.sports() {
		c.kind, c.unit, c.conf = Count, "रन", 2
		return true
	}
	if f.nounClass(p) == person && (f.key(p-1) == "एक" || f.key(p-1) == "और" && f.key(p-2) == "एक") { // एक और मरीज (29)
		c.kind, c.unit, c.conf = Age, "वर्ष", 2
		return true
	}
	if f.nounAt(p) && !t.Class.Has(lexicon.GivenName|lexicon.Surname) {
		return false
	}
	if t.Class.Has(lexicon.GivenName|lexicon.Surname) || !t.Class.Has(lexicon.Postposition) && f.nameNear(p) {
		c.kind, c.unit, c.conf = Age, "वर्ष", 2
		return true
	}
	return false
}

// nameNear reports whether a name word stands at p or just before it.
func (f *finder) nameNear(p int) bool {
	for k := p; k >= f.first && k > p-3; k-- {
		if f.t[k].Kind != document.Word {
			break
		}
		if f.t[k].Class.Has(lexicon.GivenName | lexicon.Surname | lexicon.Honorific) {
			return true
		}
		switch f.key(k) {
		case "पुत्र", "पुत्री", "पत्नी", "उर्फ":
			return true
		}
	}
	// a name in no list, of two words or behind the word for what he is: चालक रामसूरत (52)
	if p-1 >= f.first && f.t[p-1].Kind == document.Word && f.flags(p) == 0 && !f.nounAt(p) {
		t := &f.t[p-1]
		if n := f.tab.of(t.Word); n.listed && n.noun.class == person {
			return true
		}
		if !f.nounAt(p-1) && f.tab.of(t.Word).flags == 0 && !t.Class.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Auxiliary|lexicon.Particle|lexicon.Pronoun) && f.nounBefore(p-1) == person {
			return true
		}
	}
	// रामसजीवन (45) पुत्र
	switch f.key(p + 4) {
	case "पुत्र", "पुत्री", "पत्नी", "पिता", "निवासी":
		return true
	}
	return false
}

// nounBefore returns the class of the noun right before token i.
func (f *finder) nounBefore(i int) class {
	return f.nounIs(i - 1).class
}

// amount reads an amount in lakhs or crores that leaves its currency out: 38 करोड़ की योजना,
// 5 लाख का जुर्माना, 2 लाख नकद.
func (f *finder) amount(c *candidate, j int) bool {
	if f.priced(c, j) {
		c.kind, c.unit, c.conf = Money, "INR", 2
		return true
	}
	if !c.num.Scaled {
		return false
	}
	if c.num.Form == numeral.Indefinite && (f.key(j) == "का" || f.key(j) == "की" || f.key(j) == "के") {
		// हजारों का घास, लाखों की शराब: worth thousands; हजारों की भीड़ are people
		switch f.key(c.first) {
		case "हजारों", "हजारो", "लाखों", "लाखो", "करोडों", "करोडो", "अरबों":
			switch f.key(j + 1) {
			case "भीड", "संख्या", "तादाद", "आबादी", "जान", "मौत", "जिंदगी", "रोजी", "उम्मीद", "उम्मीदें", "जनता", "आस्था", "हत्या", "बीच", "साथ", "लिए", "बाद", "पास", "मौजूदगी", "तरह":
				return false
			}
			c.kind, c.unit, c.conf = Money, "INR", 2
			return true
		}
	}
	k := j
	switch f.key(k) {
	case "की", "का", "के":
		if q, _ := f.postQualifier(j); q != "" {
			return false // डेढ़ लाख के करीब ठेका मजदूर
		}
		k++
		for n := 0; n < 3 && f.flags(k)&adjective != 0 && f.flags(k)&money == 0; n++ {
			k++
		}
	case "नकद", "नगद", "कैश":
		c.kind, c.unit, c.conf = Money, "INR", 2
		return true
	case "से":
		return c.num.Form == numeral.Cardinal && f.builds(j+1) && f.asMoney(c)
	case "में":
		switch f.key(j + 1) {
		case "बेचा", "खरीदा", "बिका", "बिकी", "बेची", "खरीदी", "बिके", "खरीदे", "बेच", "खरीद", "बिकेगा", "बिकेगी", "नीलाम", "पूरा", "पूरी", "तैयार", "बना", "बनी", "बनेगा", "बनेगी", "बनकर", "बनवाया", "बनवाई", "सौदा", "छूटा", "छूटी", "ठेका", "उठा":
			c.kind, c.unit, c.conf = Money, "INR", 2
			return true
		}
		return false
	}
	if f.key(j) != f.key(k) || k == j {
		key := f.key(k)
		if f.flags(k)&money != 0 && !(k == j && f.personAt(k+1)) && (k > j || !f.t[k].Class.Has(lexicon.Auxiliary) && (f.key(j+1) == "" || !f.nounAt(k))) {
			c.kind, c.unit, c.conf = Money, "INR", 2
			return true
		}
		// विकास कार्य: two words on
		if k > j && f.flags(k+1)&money != 0 && f.key(k) != "" && f.t[k].Kind == document.Word && !f.t[k].Class.Has(lexicon.Postposition|lexicon.Auxiliary) && !f.personAt(k) && marked(key) == 0 {
			c.kind, c.unit, c.conf = Money, "INR", 2
			return true
		}
	}
	return false
}

// asMoney makes c an amount of rupees.
func (f *finder) asMoney(c *candidate) bool {
	c.kind, c.unit, c.conf = Money, "INR", 2
	return true
}

// builds reports whether the clause from token j says that something is built or bought:
// 1.5 करोड़ से | इंडोर हॉल बनेगा.
func (f *finder) builds(j int) bool {
	for k := j; k < f.end && k < j+8 && f.t[k].Kind == document.Word; k++ {
		switch f.key(k) {
		case "अधिक", "ज्यादा", "कम", "ऊपर":
			return false
		}
		if building[f.key(k)] {
			return true
		}
	}
	return false
}

var building = set(`बनेगा बनेगी बनेंगे बनेंगी बना बनी बने बनाया बनाई बनाए बनवाया बनवाई बनवाए निर्मित निर्माण तैयार विकसित सुधरेगा सुधरेगी सुधरेंगे चमकेगा चमकेगी संवरेगा संवरेगी खरीदे खरीदा खरीदी खरीदेगा`)

// priced reads an amount without its currency that the words behind it show to be money:
//
//	2,900 का भाव, 20,000 का जुर्माना          a noun of price or fine
//	14 लाख लूटने वाले, 3 लाख ठगे, उड़ाए 12 लाख  a verb of taking
//	खाते में मिले 38 लाख                     a place of money
//	साढ़े चार हजार का बीज लगता है              a verb of costing
//	दो लाख तक [का] मुफ्त इलाज, 5 लाख तक का लोन   a benefit up to a sum
func (f *finder) priced(c *candidate, j int) bool {
	if c.num.Form != numeral.Cardinal || c.num.Value < 100 {
		return false
	}
	switch f.key(j) {
	case "का", "की", "के":
		k := j + 1
		for n := 0; n < 2 && f.flags(k)&adjective != 0 && !prices[f.key(k)]; n++ {
			k++
		}
		return prices[f.key(k)] || c.num.Scaled && f.key(j) == "का" && f.cost(j+1)
	case "तक":
		k := j + 1
		if f.key(k) == "का" || f.key(k) == "की" || f.key(k) == "के" {
			k++
		}
		for n := 0; n < 3 && !benefits[f.key(k)] && k < f.end && f.t[k].Kind == document.Word && !f.t[k].Class.Has(lexicon.Postposition|lexicon.Auxiliary|lexicon.Conjunction) && marked(f.key(k)) == 0 && !f.personAt(k); n++ {
			k++ // 5 लाख तक का मुफ्त इलाज, पांच लाख तक के लंबित टैक्स रिफंड
		}
		return c.num.Scaled && benefits[f.key(k)]
	}
	if !c.num.Scaled || c.num.Value < 1000 {
		return false
	}
	return takings[f.key(j)] || f.carried(j) || listEnd(f.key(j)) && takings[f.key(c.first-1)] || (listEnd(f.key(j)) || f.flags(j)&verb != 0) && f.purse(c.first-1)
}

// carried reports whether the words from token j tell that money was taken away, with or without
// where it went: 80 लाख लेकर फरार, 9 लाख निकाल लिए, 12 लाख डकार गया, 45 लाख जुए में उड़ा दिए.
func (f *finder) carried(j int) bool {
	for k := j; k < j+4 && k+1 < f.end && f.t[k].Kind == document.Word; k++ {
		switch f.key(k) {
		case "लेकर":
			return f.in(k+1, &flights)
		case "निकाल", "उडा", "डकार", "समेट", "हडप", "दबा", "ठग", "ऐंठ", "लूट", "झटक", "वसूल", "छीन", "लौटा", "चुका", "गंवा":
			return vectors[f.key(k+1)]
		case "हजम", "पार":
			return k == j && (f.key(k+1) == "कर" || f.key(k+1) == "किए")
		case "जमा":
			return k == j && (f.key(k+1) == "नहीं" || f.key(k+1) == "न" || f.key(k+1) == "कराए" || f.key(k+1) == "करवाए" || f.key(k+1) == "करने" || f.key(k+1) == "कर")
		case "सट्टे", "जुए":
			return k == j && f.key(k+1) == "में"
		case "समेटकर", "बटोरकर", "डकारकर", "दबाकर", "समेटे", "बटोरे", "डकारे", "लौटाए", "लौटाने", "लौटाकर", "लौटाएगा", "लौटाएगी", "चुकाए", "चुकाने":
			return k == j
		case "निकाले": // but 3 लाख निकाले गए कर्मचारी
			return k == j && listEnd(f.key(k+1))
		case "दबाए":
			return k == j && (f.key(k+1) == "बैठा" || f.key(k+1) == "बैठे")
		case "ट्रांसफर":
			return k == j
		}
		if k > j && f.t[k].Class.Has(lexicon.Conjunction) || k == j && f.personAt(k) || marked(f.key(k)) != 0 {
			return false
		}
	}
	return false
}

// flights are what those do who take something along: लेकर भागा, लेकर फरार.
var flights = wordSet(`भागा भागे भागी भाग भागने भागकर फरार चंपत गायब रफूचक्कर नौ चलता उड़न फुर्र`)

// purse reports whether the words shortly before token i say that something is in or
// comes from where money is kept: खाते में मिले 38 लाख, बैंक खाते से 5 लाख निकाले.
func (f *finder) purse(i int) bool {
	for j := i; j >= f.first && j > i-4; j-- {
		if k := f.key(j); (k == "में" || k == "से") && purses[f.key(j-1)] {
			return true
		}
		if f.t[j].Kind != document.Word {
			return false
		}
	}
	return false
}

var purses = set(`खाते खातों अकाउंट एकाउंट जेब पर्स तिजोरी गुल्लक गल्ले दानपात्र`)

// cost reports whether a verb of costing closes the genitive phrase at j: साढ़े चार हजार का
// बीज-खाद लगता है. A crowd of thousands gathers too (लगती है).
func (f *finder) cost(j int) bool {
	for k := j; k < j+5 && k < f.end; k++ {
		switch key := f.key(k); {
		case crowds[key], f.personAt(k):
			return false
		case k > j && costs[key]:
			return true
		case f.t[k].Kind == document.Punct && key != "-":
			return false
		}
	}
	return false
}

var costs = set(`लगता लगती लगते लगेगा लगेगी लगेंगे पड़ता पड़ती पड़ेगा पड़ेगी`)

var crowds = set(`भीड़ मेला जमावड़ा तांता कतार लाइन आबादी संख्या तादाद आंकड़ा लक्ष्य अंतर`)

// prices are the nouns that only a sum of money goes with.
var prices = set(`सहायता अनुदान नकदी रकम राशि धनराशि भाव भावों दाम दामों रेट जुर्माना जुर्माने अर्थदंड अर्थदण्ड चालान मानदेय वेतन पगार तनख्वाह मजदूरी पेंशन मुचलका मुचलके मुचलकों रिश्वत घूस इनाम ईनाम मुआवजा मुआवजे फिरौती रंगदारी भत्ता भत्ते किराया किराए किराये एमएसपी`)

// benefits are what a sum is the upper limit of.
var benefits = set(`रिफंड टैक्स कर भुगतान टर्नओवर कारोबार इलाज उपचार लोन ऋण कर्ज कर्जा बीमा कवर कवरेज सहायता मदद अनुदान सब्सिडी मुआवजा जुर्माना छात्रवृत्ति आय आमदनी`)

// takings are forms of verbs whose object is money where it is an amount: लूटना, ठगना, ऐंठना, वसूलना.
var takings = set(`लूटे लूटने लूटकर लूट लूटा लूटी ठगे ठगने ठगकर ठग ठगी ऐंठे ऐंठने ऐंठकर ऐंठ हड़पे हड़पने हड़पकर हड़प वसूले वसूलने वसूलकर वसूल चुराए चुराने चुराकर उड़ाए उड़ाने उड़ाकर झटके झटकने गबन डकारे डकारने कमाए कमाने कमाकर गंवाए गंवाने`)
