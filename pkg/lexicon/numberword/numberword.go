// Package numberword holds the number words of Hindi, and the English ones that papers
// write, with what each says: पांच 5, सौ and लाख as powers of ten, दर्जन 12, साढ़े +½, तीसरे 3rd,
// दोगुना 2×, लाखों no number.
//
// It takes no text. It promises one table, All, whose keys are folded (devanagari.Fold). It
// stands below pkg/lexicon, so that the lexicon can mark every token that opens a numeral;
// how the words make numbers together is the grammar of pkg/numeral.
package numberword

import (
	"strings"

	"khabar/pkg/devanagari"
)

// Role says what a word does inside a numeral.
type Role uint8

// The roles.
const (
	None       Role = iota
	Atom            // a cardinal below 100, or सौवां and the like with ord set
	Scale           // सौ हजार लाख करोड़ …: multiplies what stands before it by 10^exp
	Bunch           // दर्जन कोड़ी: multiplies by 12, 20
	Mixed           // डेढ़ ढाई: a coefficient with a fraction inside
	Raise           // सवा साढ़े पौने: adds +.25 +.5 −.25 to the number after it
	Half            // आधा आधे आधी
	Part            // तिहाई चौथाई: a denominator
	Ordinal         // पहला दूसरे प्रथम: a whole ordinal of its own
	Multiple        // दोगुना तिगुना: a whole multiple of its own
	Times           // गुना: makes a multiple of the number before it
	Indefinite      // दर्जनों सैकड़ों हजारों
	Vague           // कई चंद कुछ: makes an indefinite of the scale after it
)

// Entry is what the table knows about one folded word.
type Entry struct {
	Role    Role
	Value   float64 // Atom, Ordinal, Multiple; the factor of a Bunch; the denominator of a Part
	Exp     int8    // power of ten of a Scale
	Ord     bool    // ordinal form of an Atom or Scale: पच्चीसवां, सौवीं
	About   bool    // दर्जनभर
	English bool    // an English word in Devanagari or Latin letters: फिफ्टी, टेन
	Bare    bool    // a Scale that may stand without a number: सौ लोग, हजार रुपये (never अरब देश)
}

// Opens reports whether the word can start a numeral: not गुना, which only follows one.
func (e Entry) Opens() bool { return e.Role != None && e.Role != Times }

// cardinals lists 0-99, one number a line, every current spelling; the first is the
// usual newspaper form. What the fold unites (पाँच पांच, पन्द्रह पंद्रह, अड़तीस अडतीस) stands
// once.
const cardinals = `
शून्य सिफर
एक इक
दो
तीन
चार
पांच पाच पाांच
छह छः छ छे छै छहः
सात
आठ
नौ
दस
ग्यारह ग्याराह ग्यारा ग्यारे
बारह
तेरह
चौदह चोदह चौदा
पंद्रह पंद्रा पंदरह पन्द्रा
सोलह सोला सौलह
सत्रह सतरह सत्तरह सत्रा
अठारह अट्ठारह अठ्ठारह अठारा अट्ठारा
उन्नीस उनीस
बीस
इक्कीस इक्किस इकीस एक्कीस
बाईस बाइस
तेईस तेइस
चौबीस चोबीस
पच्चीस पचीस पच्चिस
छब्बीस छब्बिस छबीस
सत्ताईस सत्ताइस सताईस सताइस
अट्ठाईस अट्ठाइस अठ्ठाईस अठ्ठाइस अठाईस अठाइस
उनतीस उन्तीस उंतीस उनत्तीस उन्नतीस
तीस
इकतीस इकत्तीस इक्तीस इकतिस एकतीस
बत्तीस बतीस
तैंतीस तेंतीस तैतीस तेतीस तेंतिस तैंतिस तेत्तीस
चौंतीस चौतीस चोंतीस
पैंतीस पैतीस पेंतीस
छत्तीस छतीस
सैंतीस सैतीस सेंतीस
अड़तीस अठतीस अड़त्तीस
उनतालीस उन्तालीस उंतालीस उनचालीस उन्चालीस
चालीस चालिस
इकतालीस इक्तालीस इकतालिस एकतालीस इकचालीस
बयालीस ब्यालीस बियालीस बयालिस बैयालिस
तैंतालीस तेंतालीस तैतालीस तेतालीस तिरालीस तितालीस
चौवालीस चवालीस चौंवालीस चौआलीस चव्वालीस चौंतालीस चवालिस
पैंतालीस पैतालीस पेंतालीस पैंतालिस
छियालीस छयालीस छ्यालीस छियालिस
सैंतालीस सैतालीस सेंतालीस सैंतालिस
अड़तालीस अठतालीस अड़तालिस
उनचास उनंचास उन्चास उनपचास
पचास
इक्यावन इक्कावन इकावन इक्यावान
बावन
तिरपन तिरेपन त्रेपन तरेपन तिरेपान
चौवन चव्वन चौअन चउवन
पचपन पच्पन
छप्पन छपन
सत्तावन सतावन
अट्ठावन अठावन अठ्ठावन अट्ठावान
उनसठ उनसट उन्सठ
साठ
इकसठ इकसट एकसठ इक्सठ
बासठ बासट
तिरसठ तिरेसठ त्रेसठ तरेसठ तिरसट
चौंसठ चौसठ चोंसठ
पैंसठ पैसठ पेंसठ
छियासठ छाछठ छयासठ छ्यासठ छासठ
सड़सठ सरसठ सड़सट सतसठ
अड़सठ अरसठ अठसठ
उनहत्तर उनहतर उनत्तर उन्हत्तर
सत्तर
इकहत्तर इकहतर इखत्तर एकहत्तर इकत्तर
बहत्तर बहतर
तिहत्तर तेहत्तर तिहतर
चौहत्तर चोहत्तर चौहतर
पचहत्तर पिचहत्तर पछत्तर पचहतर पिछत्तर
छिहत्तर छियत्तर छहत्तर छिहतर छियहत्तर
सतहत्तर सतत्तर सतहतर सत्तहत्तर
अठहत्तर अठत्तर अठहतर अठ्ठत्तर
उनासी उन्यासी उनआसी उन्नासी उनयासी
अस्सी
इक्यासी इकासी इक्यांसी
बयासी ब्यासी बियासी
तिरासी तेरासी तिरयासी तियासी
चौरासी चोरासी
पचासी पिचासी पच्चासी पिच्चासी
छियासी छयासी छ्यासी
सत्तासी सतासी सत्यासी
अट्ठासी अठासी अठ्ठासी
नवासी नौवासी नवयासी
नब्बे नब्बै नव्वे नब्भे
इक्यानवे इक्यानबे इकानवे इक्यान्वे इकानबे इक्यान्बे
बानवे बानबे बान्वे बान्बे बयानवे बयानबे
तिरानवे तिरानबे तिरान्वे त्रानवे तिरयानवे
चौरानवे चौरानबे चौरान्वे चौरान्बे
पंचानवे पंचानबे पचानवे पचानबे पंचान्वे पिचानवे पिचानबे पिच्यानवे
छियानवे छियानबे छियान्वे छयानवे छयानबे छ्यानवे
सत्तानवे सत्तानबे सतानवे सतानबे सत्तान्वे सत्यानवे
अट्ठानवे अट्ठानबे अठानवे अठानबे अठ्ठानवे अट्ठान्वे अठ्ठानबे
निन्यानवे निन्यानबे निन्यान्वे निन्नानवे निन्यानबें निनानवे`

// scales lists the powers of ten by their exponent. सौ … करोड़ may stand without a
// number (सौ दिन, लाख रुपये); अरब and the rest only after one (सऊदी अरब). नील, पद्म and शंख
// are left out: in papers they are a colour, an award and a shell (5 पद्म पुरस्कार).
var scales = []struct {
	exp   int8
	bare  bool
	words string
}{
	{2, true, "सौ सैकड़ा सैंकड़ा"},
	{3, true, "हजार सहस्र हज्जार सहस्त्र"},
	{5, true, "लाख लाखः"},
	{7, true, "करोड़ करोड करोंड़"},
	{9, false, "अरब"},
	{11, false, "खरब"},
	{6, false, "मिलियन मिलीयन million"},
	{9, false, "बिलियन बिलीयन billion"},
	{12, false, "ट्रिलियन ट्रिलीयन trillion"},
}

var bunches = map[string]float64{"दर्जन": 12, "डजन": 12, "दर्ज़न": 12, "दरजन": 12, "कोड़ी": 20, "dozen": 12, "ग्रोस": 144}

// ordinalsOwn lists the ordinals that are not cardinal + वां: direct masculine,
// feminine, oblique, and the Sanskrit forms.
var ordinalsOwn = map[float64]string{
	1:  "पहला पहली पहले पहलीं प्रथम",
	2:  "दूसरा दूसरी दूसरे दुसरा दुसरी दुसरे द्वितीय",
	3:  "तीसरा तीसरी तीसरे तृतीय तिसरा तिसरी तिसरे",
	4:  "चौथा चौथी चौथे चतुर्थ",
	5:  "पंचम",
	6:  "छठा छठी छठे छटा छटी छटे छठवां छठवीं छठवें छटवां छटवीं छटवें षष्ठ षष्टम षष्ठम",
	7:  "सप्तम",
	8:  "अष्टम",
	9:  "नवम नवां नवीं नवें",
	10: "दशम",
}

// multiplesOwn lists the multiples that are one word and not cardinal + गुना.
var multiplesOwn = map[float64]string{
	2: "दोगुना दोगुनी दोगुने दुगुना दुगुनी दुगुने दुगना दुगनी दुगने दूना दूनी दूने द्विगुणित",
	3: "तिगुना तिगुनी तिगुने तिगना तिगनी तिगने",
	4: "चौगुना चौगुनी चौगुने चौगना चौगनी चौगने चारगुना",
	5: "पंचगुना पंचगुनी पंचगुने",
	6: "छहगुना छहगुनी छहगुने छगुना",
	7: "सतगुना सतगुनी सतगुने",
	8: "अठगुना अठगुनी अठगुने",
}

// english lists English number words as papers spell them. Words that are also Hindi
// (वन forest, टू, एट, हंड्रेड stays) are read only beside another number word, which the
// caller decides by Numeral.English.
var english = map[float64]string{
	0: "जीरो zero", 1: "वन one", 2: "टू two", 3: "थ्री three", 4: "फोर four", 5: "फाइव five", 6: "सिक्स six", 7: "सेवन seven", 8: "एट eight", 9: "नाइन nine",
	10: "टेन ten", 11: "इलेवन इलेवेन eleven", 12: "ट्वेल्व ट्वेल्ब twelve", 13: "थर्टीन thirteen", 14: "फोर्टीन fourteen", 15: "फिफ्टीन fifteen",
	16: "सिक्सटीन सिक्स्टीन sixteen", 17: "सेवेनटीन सेवंटीन सेवेंटीन seventeen", 18: "एटीन एट्टीन eighteen", 19: "नाइनटीन नाइंटीन nineteen",
	20: "ट्वेंटी ट्वेन्टी twenty", 30: "थर्टी thirty", 40: "फोर्टी फॉर्टी forty", 50: "फिफ्टी fifty", 60: "सिक्सटी सिक्स्टी sixty",
	70: "सेवेंटी सेवंटी seventy", 80: "eighty", 90: "नाइंटी नाइनटी ninety",
}

// englishOrdinals lists English ordinals; सेकंड is left out, it is the unit of time.
var englishOrdinals = map[float64]string{
	1: "फर्स्ट first", 2: "second", 3: "थर्ड third", 4: "फोर्थ fourth", 5: "फिफ्थ fifth", 6: "सिक्स्थ sixth", 7: "सेवेंथ seventh",
	8: "एट्थ eighth", 9: "नाइंथ ninth", 10: "टेंथ टेन्थ tenth", 11: "इलेवेंथ इलेवेन्थ eleventh", 12: "ट्वेल्थ twelfth",
}

// englishScales are the English powers of ten beside मिलियन and बिलियन.
var englishScales = map[int8]string{2: "हंड्रेड hundred", 3: "थाउजेंड थाउजैंड थाउसेंड thousand"}

// indefinites lists the plurals that name no number.
const indefinites = `दर्जनों सैकड़ों सैंकड़ों हजारों लाखों करोड़ों अरबों खरबों दसियों बीसियों बीसों पचासों पचासियों सैकडों दर्जनो सैकड़ो हजारो लाखो करोड़ो`

// All is the one table: folded word to Entry. It is read-only.
var All = build()

func build() map[string]Entry {
	m := make(map[string]Entry, 2048)
	add := func(list string, e Entry) {
		for _, w := range strings.Fields(list) {
			key := devanagari.Fold(w)
			if _, known := m[key]; !known {
				m[key] = e
			}
		}
	}
	// ordinal forms of a word: वां वीं वें and without the nasal वा वी वे
	ordinals := func(list string, e Entry) {
		e.Ord = true
		for _, w := range strings.Fields(list) {
			for _, suffix := range ordinalSuffixes {
				add(w+suffix, e)
			}
		}
	}
	multiples := func(list string, v float64) {
		for _, w := range strings.Fields(list) {
			for _, g := range []string{"गुना", "गुनी", "गुने"} {
				add(w+g, Entry{Role: Multiple, Value: v})
			}
		}
	}
	for v, list := range ordinalsOwn {
		add(list, Entry{Role: Ordinal, Value: v, Ord: true})
	}
	for v, list := range englishOrdinals {
		add(list, Entry{Role: Ordinal, Value: v, Ord: true, English: true})
	}
	for v, list := range multiplesOwn {
		add(list, Entry{Role: Multiple, Value: v})
	}
	for v, list := range strings.Split(strings.TrimSpace(cardinals), "\n") {
		e := Entry{Role: Atom, Value: float64(v)}
		add(list, e)
		if v > 1 {
			ordinals(list, e)
			multiples(list, float64(v))
		}
	}
	ordinals("नौ नव", Entry{Role: Atom, Value: 9})
	for _, s := range scales {
		e := Entry{Role: Scale, Exp: s.exp, Bare: s.bare}
		add(s.words, e)
		ordinals(s.words, e)
	}
	multiples("सौ", 100)
	for w, v := range bunches {
		add(w, Entry{Role: Bunch, Value: v})
		add(w+"भर", Entry{Role: Bunch, Value: v, About: true})
	}
	add("डेढ़ डेढ डेढ़ ड़ेढ़", Entry{Role: Mixed, Value: 1.5})
	add("ढाई ढ़ाई अढ़ाई", Entry{Role: Mixed, Value: 2.5})
	add("सवा सावा", Entry{Role: Raise, Value: 0.25})
	add("साढ़े साढ़ें साड़े साढे", Entry{Role: Raise, Value: 0.5})
	add("पौने", Entry{Role: Raise, Value: -0.25})
	add("पौन पौना", Entry{Role: Half, Value: 0.75})
	add("आधा आधे आधी", Entry{Role: Half, Value: 0.5})
	add("तिहाई तिहायी", Entry{Role: Part, Value: 3})
	add("चौथाई चौथायी", Entry{Role: Part, Value: 4})
	add("गुना गुने गुनी गुणा गुणे गुणी", Entry{Role: Times})
	add(indefinites, Entry{Role: Indefinite})
	add("कई चंद कुछ अनेक", Entry{Role: Vague})
	for v, list := range english {
		add(list, Entry{Role: Atom, Value: v, English: true})
	}
	for x, list := range englishScales {
		add(list, Entry{Role: Scale, Exp: x, English: true})
	}
	return m
}

// ordinalSuffixes are what makes an ordinal of a cardinal word, or of digits: वां वीं
// वें, in careless print without the nasal.
var ordinalSuffixes = []string{"वां", "वीं", "वें", "वा", "वी", "वे"}
