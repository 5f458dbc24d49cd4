package moment

import (
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
)

// tense says on which side of the article's date the clause of an expression lies.
type tense uint8

const (
	unknownTense tense = iota
	pastTense
	futureTense
	// announced is an act of speaking about what is to come (मिठाई बांटने का ऐलान किया है): the day
	// may be that of the act or that of the plan.
	announced
	// planned is the same of a day's protest (सोमवार को बाजार बंद रखने का ऐलान), where the day is mostly the plan's.
	planned
	// reached is a past clause with तक behind the date: मंगलवार तक 40 गिरफ्तारियां हुईं, but also
	// सोमवार तक कर्फ्यू लगा दिया.
	reached
)

// futureEndings are the endings of the future: करेगा, जाएंगी, होंगे.
var futureEndings = []string{"ेगा", "ेगी", "ेंगे", "ेंगी", "एगा", "एगी", "एंगे", "एंगी", "ऊंगा", "ऊंगी", "उंगा", "उंगी", "ुंगा", "ुंगी", "ूंगा", "ूंगी", "ओगे", "एगें", "ेगें", "ाएगा", "येगा", "येगी", "येंगे", "येंगी"}

// futureWords are futures that the endings miss, and words that say the same.
var futureWords = setOf("होगा होगी होंगे होंगी होगें हूंगा दूंगा दूंगी दोगे लोगे लूंगा प्रस्तावित निर्धारित आगामी")

// notFuture are words of other kinds with a future's ending.
var notFuture = setOf("नेगी आगे नेगे वेगा")

// pastWords close a clause in the past.
var pastWords = setOf(`था थे थी थीं गया गए गई गईं हुआ हुई हुए हुईं किया किए दिया दिए दी लिया ली चुका चुकी चुके चुकीं
	कहा कही बताया बोले बोला बोलीं आया आई आए आईं पहुंचा पहुंचे पहुंची मिला मिले मिली मिलीं निकला निकले निकली
	मारा मारे मारी पकड़ा पकड़े पकड़ी सुनाया सुनाई चला चले चली लगा लगे लगी रखा रखी रखे दबोचा उठाया की
	जीता जीते जीती हराया बनाया बनाई बनाए डाला डाले डाली भेजा भेजे छोड़ा छोड़े खोला खोले तोड़ा घेरा गिरा गिरे गिरी
	उतरा उतरे उतरी बरसा बरसे बढ़ा बढ़े बढ़ी घटा घटी टूटा टूटे सौंपा सौंपी रोका रोके देखा देखे करवाया कराया जताया जताई
	खेला खेले खेली बेचे बेचा खरीदे दागे पाया पाए पाई सका सके सकी दर्ज बरामद लॉन्च`)

// deadlineNouns behind an end bound put it ahead: 31 मई की समय सीमा, 28 तक का समय.
var deadlineNouns = setOf("सीमा समयसीमा मोहलत डेडलाइन अल्टीमेटम मियाद समय अवसर")

// since are the states behind "से" that last already: 25 मार्च से जारी है, 22 मार्च से बंद ट्रेनें.
var since = setOf("बंद जारी लापता फरार ठप गायब भर्ती लंबित बीमार")

// heldOver are the words behind "तक" of what is stopped or put off until then:
// गुरुवार तक के लिए स्थगित, 31 मई तक बंद.
var heldOver = setOf("स्थगित बंद रोक मुल्तवी निलंबित प्रतिबंध पाबंदी टाल टाली टली टला बढ़ा बढ़ाया बढ़ाई लिए न्यायिक हिरासत रिमांड रद्द प्रतिबंधित")

// intentions are the nouns that take an infinitive of what is still to come: चालू करने का
// लक्ष्य है, बारिश होने की संभावना है.
var intentions = setOf(`लक्ष्य तैयारी तैयारियां योजना उम्मीद संभावना संभावनाएं आशंका प्रस्ताव कार्यक्रम अनुमान आसार प्लान इरादा पूर्वानुमान तारीख तिथि`)

// announcements are nouns of the same build that name an act, whose own day the
// sentence may give: सरकार ने बुधवार को किराया बढ़ाने का फैसला किया.
var announcements = setOf(`ऐलान एलान घोषणा फैसला निर्णय अपील चेतावनी निर्देश आदेश आह्वान अनुमति मंजूरी अल्टीमेटम मांग नोटिस समन वादा वायदा वचन आश्वासन`)

// forecasts are nouns that say of a day that something is expected then: शनिवार को बारिश का
// अलर्ट.
var forecasts = setOf("अलर्ट पूर्वानुमान अनुमान आशंका उम्मीद चेतावनी आह्वान ऐलान एलान घोषणा")

// expectations say the same without an infinitive: बारिश की संभावना है.
var expectations = setOf("आसार संभावना संभावनाएं तैयारी तैयारियां")

// coming are the infinitives before वाला that mean "is going to": एक फरवरी को आने वाला
// बजट. रहने वाले and करने वाले mostly say who somebody is.
var coming = setOf("होने आने जाने लगने निकलने मिलने पहुंचने खुलने")

// obliged are the infinitives before है that mean "is to be": मतदान होना है.
var obliged = setOf("होना होनी होने जाना जानी जाने करना करनी करने आना आनी देना देनी लेना लेनी पहुंचना रहना भरना खेलना लगाना भेजना चुनना")

var isWords = setOf("है हैं")
var wasWords = setOf("था थी थे थीं")

// tense reads the clause behind token i of the sentence: its first deciding verb. A
// clause without one is read backwards for a future (करेगी सुनवाई शुक्रवार को). Without an
// article date there is nothing that a tense could resolve, and no clause is read.
func (p *parser) tense(i int) tense {
	if !p.ref.Known {
		return unknownTense
	}
	if p.tenseFrom == i {
		return p.tenseValue
	}
	p.tenseFrom, p.tenseValue = i, p.readTense(i)
	return p.tenseValue
}

func (p *parser) readTense(i int) tense {
	if t := p.bound(i); t != unknownTense {
		return t
	}
	if p.calamity(i) {
		return pastTense
	}
	until := p.key(p.behindPart(i)) == "तक"
	held := false  // रविवार तक दुकानें बंद कर दी गई हैं
	comma := false // behind a comma the agent may be another clause's
	ifClause := false
	for j := i; j < p.end && j < i+45; j++ {
		k := p.t[j].Key
		held = held || until && j > i && heldOver[k] && k != "लिए" && k != "बढा"
		switch k {
		case "।", "?", ";", "कि", "...", "…":
			if j > i {
				return p.undecided(i, ifClause)
			}
			continue
		case ",":
			comma = true
			continue
		}
		if p.t[j].Kind != document.Word {
			continue
		}
		if future(k) {
			return futureTense
		}
		next := p.key(j + 1)
		switch {
		case k == "ने" && j > i && !comma: // शुक्रवार को सरकार ने आदेश …: the ergative is perfective
			return past(until)
		case coming[k] && (next == "वाला" || next == "वाले" || next == "वाली") && (k == "होने" || j <= i+2):
			return futureTense
		case obliged[k] && isWords[next]:
			return futureTense
		case obliged[k] && wasWords[next]:
			return unknownTense // शादी 11 दिसंबर को होनी थी: either side
		case strings.HasSuffix(k, "ने") && k != "ने" && !p.t[j].Class.Has(lexicon.Pronoun):
			if t := p.infinitive(j); t != unknownTense {
				return t
			}
		case k == "जारी" && j == i+1 && p.key(i) == "को" && !p.issues(j+1): // सोमवार को जारी आंकड़ों के अनुसार
			return pastTense
		case k == "की" && !p.closesClause(j+1): // the postposition
		case k == "हुए" && j > 0 && strings.HasSuffix(p.t[j-1].Key, "ते"): // को देखते हुए
		case k == "लिए" && j > 0 && p.t[j-1].Key == "के":
		case pastWords[k] && strings.HasPrefix(next, "जा") && next != "जारी": // खेला जाएगा, किया जाना है
		case pastWords[k] && (next == "होगा" || next == "होगी" || next == "होंगे"):
		case (k == "रहा" || k == "रही" || k == "रहे") && p.closesClause(j+1) && !isWords[next]: // शुक्रवार तक बारिश होती रही
			return pastTense
		case (k == "अवकाश" || k == "छुट्टी") && (next == "घोषित" || next == "घोषणा"): // बुधवार को अवकाश घोषित किया है
			return announced
		case j > i+1 && p.warned(j):
			return futureTense
		case (k == "सकता" || k == "सकती" || k == "सकते") && isWords[next]: // बारिश हो सकती है
			return futureTense
		case j > i+1 && expectations[k] && (p.t[j-1].Key == "की" || p.t[j-1].Key == "के"):
			return futureTense
		case j > i+1 && forecasts[k] && (p.t[j-1].Key == "की" || p.t[j-1].Key == "का"):
			return announced
		case pastWords[k]:
			if n := p.ifEnds(j + 1); n != 0 { // भुगतान नहीं हुआ तो …: the main clause decides
				ifClause = true
				j = n
				continue
			}
			if held && !p.was(j) {
				return futureTense
			}
			return past(until)
		}
	}
	return p.undecided(i, ifClause)
}

// calamity reports whether what happened on the date stands behind it, which nobody plans:
// 26 नवंबर के आतंकवादी हमले में गिरफ्तार कसब पर मुकदमा चलेगा.
func (p *parser) calamity(i int) bool {
	switch p.key(i) {
	case "के", "की", "का":
	default:
		return false
	}
	for j := i + 1; j < i+4 && j < p.end && p.t[j].Kind == document.Word && !p.t[j].Class.Has(lexicon.Postposition|lexicon.Conjunction); j++ {
		if calamities[p.t[j].Key] {
			return true
		}
	}
	return false
}

var calamities = setOf(`हमला हमले हमलों विस्फोट विस्फोटों धमाका धमाके धमाकों बमकांड हादसा हादसे दुर्घटना दंगा दंगे दंगों हिंसा भूकंप भूकम्प सुनामी घटना घटनाओं वारदात मुठभेड़ हत्या हत्याकांड नरसंहार कांड लूट डकैती आगजनी भगदड़ तबाही बवाल`)

func past(until bool) tense {
	if until {
		return reached
	}
	return pastTense
}

// undecided is the tense of a clause whose verbs say nothing: that of the clause before
// the date, and the future after a lone condition.
func (p *parser) undecided(i int, ifClause bool) tense {
	if ifClause {
		return futureTense
	}
	return p.tenseBefore(i)
}

// ifEnds returns the तो that closes a condition within four tokens of j, else 0.
func (p *parser) ifEnds(j int) int {
	for k := j; k < p.end && k < j+4; k++ {
		switch p.t[k].Key {
		case "तो":
			return k
		case ",", "कि", "और":
			return 0
		}
	}
	return 0
}

// infinitive reads what governs the infinitive at token j: बांटने का ऐलान, करने के लिए, होने जा
// रहा, पेश होने को कहा.
func (p *parser) infinitive(j int) tense {
	switch p.key(j + 1) {
	case "का", "की", "के":
		if intentions[p.key(j+2)] || p.warned(j+2) {
			return futureTense
		}
		if p.key(j+1) == "के" && (p.key(j+2) == "लिए") {
			return announced
		}
		for k := j + 2; k < p.end && k < j+5; k++ { // निलंबित करने की बृहस्पतिवार को घोषणा की
			if announcements[p.t[k].Key] {
				if p.protest(j) && calls[p.t[k].Key] {
					return planned
				}
				return announced
			}
		}
	case "जा":
		if strings.HasPrefix(p.key(j+2), "रह") {
			return futureTense
		}
	case "को":
		if k := p.key(j + 2); k == "कहा" || k == "बुलाया" {
			return futureTense
		}
	}
	return unknownTense
}

// protest reports whether the infinitive at token j is of what fills a day: बंद रखने, धरना देने, चक्काजाम करने.
func (p *parser) protest(j int) bool {
	return j-1 >= p.start && (protests[p.t[j-1].Key] || j-2 >= p.start && protests[p.t[j-2].Key])
}

var protests = setOf(`बंद हड़ताल धरना प्रदर्शन चक्काजाम जाम घेराव रैली जुलूस मार्च महापंचायत पंचायत अनशन उपवास बहिष्कार आंदोलन सत्याग्रह कूच परिक्रमा बैठक सभा तालाबंदी`)

var calls = setOf(`ऐलान एलान घोषणा आह्वान फैसला निर्णय`)

// warned reports whether a forecast of the weather that still holds stands at token j, with
// what is forecast before it: भारी बारिश की आशंका है, लू चलने की चेतावनी जारी की गई है, बाढ़ को लेकर
// अलर्ट जारी किया है; but चेतावनी जारी की थी.
func (p *parser) warned(j int) bool {
	if j-3 < p.start || j >= p.end || !forecasts[p.t[j].Key] && !expectations[p.t[j].Key] || p.was(j+1) || p.key(j+2) == "करते" || p.key(j+2) == "करने" {
		return false
	}
	switch p.t[j-1].Key {
	case "की", "का", "के":
		return weather[p.t[j-2].Key] || strings.HasSuffix(p.t[j-2].Key, "ने") && weather[p.t[j-3].Key]
	case "लेकर":
		return p.t[j-2].Key == "को" && weather[p.t[j-3].Key]
	}
	return false
}

// weather is what forecasts are of.
var weather = setOf(`बारिश वर्षा बर्फबारी हिमपात तूफान आंधी ओलावृष्टि ओले कोहरे कोहरा लू शीतलहर बूंदाबांदी बौछारें गरज बाढ़ हिमस्खलन भूस्खलन पाला गर्मी ठंड आकाशीय बिजली धूलभरी बारिश-बर्फबारी`)

// issues reports whether जारी before token j belongs to a verb: जारी किया, जारी होंगे, जारी है.
func (p *parser) issues(j int) bool {
	k := p.key(j)
	return k == "" || p.t[j].Class.Has(lexicon.Auxiliary) || future(k) || pastWords[k]
}

// behindPart steps over के अंत, की शुरुआत behind a month or a year.
func (p *parser) behindPart(i int) int {
	if k := p.key(i); k == "के" || k == "की" {
		switch p.key(i + 1) {
		case "अंत", "आखिर", "मध्य", "शुरू", "शुरुआत", "शुरूआत":
			return i + 2
		}
	}
	return i
}

// was reports whether the verb that token j belongs to ends in था.
func (p *parser) was(j int) bool {
	for k := j; k < p.end && k < j+4; k++ {
		if wasWords[p.t[k].Key] {
			return true
		}
	}
	return false
}

// closesClause reports whether the clause ends at token j, or goes on with है or थी:
// बैठक की. बैठक की है. But not बैठक की तैयारी.
func (p *parser) closesClause(j int) bool {
	if j >= p.end {
		return true
	}
	k := p.t[j].Key
	return p.t[j].Kind == document.Punct || isWords[k] || wasWords[k] || k == "और" || k == "गई" || k == "थी"
}

// bound reads the postposition behind the expression where it decides: 31 मई की समय
// सीमा, गुरुवार 11 बजे तक के लिए स्थगित.
func (p *parser) bound(i int) tense {
	i = p.behindPart(i)
	k := p.key(i)
	if k == "से" && since[p.key(i+1)] {
		for j := i + 2; j < p.end && j < i+5; j++ { // कल से बंद रहेंगे
			if future(p.t[j].Key) || strings.HasPrefix(p.t[j].Key, "जाए") {
				return unknownTense
			}
		}
		return pastTense
	}
	if k == "की" && (deadlineNouns[p.key(i+1)] && p.key(i+1) != "समय" || p.key(i+1) == "समय" && p.key(i+2) == "सीमा") {
		return futureTense
	}
	if k != "तक" {
		return unknownTense
	}
	switch next := p.key(i + 1); {
	case next == "का" && deadlineNouns[p.key(i+2)], next == "की" && deadlineNouns[p.key(i+2)]:
		return futureTense
	case next == "के" && p.key(i+2) == "लिए":
		return futureTense
	case heldOver[next]:
		for j := i + 2; j < p.end && j < i+8; j++ { // बुधवार तक बंद थे
			if wasWords[p.t[j].Key] {
				return pastTense
			}
		}
		return futureTense
	}
	return unknownTense
}

// tenseBefore looks for a future in the clause before token i.
func (p *parser) tenseBefore(i int) tense {
	for j := i - 1; j >= p.start && j > i-20; j-- {
		k := p.t[j].Key
		if k == "कि" || k == "।" || k == ";" || k == "?" {
			break
		}
		if p.t[j].Kind == document.Word && future(k) {
			return futureTense
		}
	}
	return unknownTense
}

// future reports whether the folded word is a future.
func future(k string) bool {
	if futureWords[k] {
		return true
	}
	if len(k) < 12 || k[0] != 0xe0 {
		return false
	}
	switch k[len(k)-3:] {
	case "ा", "ी", "े":
	default:
		return false
	}
	for _, e := range futureEndings {
		if strings.HasSuffix(k, e) {
			return !notFuture[k]
		}
	}
	return false
}
