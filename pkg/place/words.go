package place

import (
	"strings"
	"sync"

	"khabar/pkg/devanagari"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
)

// noun is what place_nouns.tsv says of a word.
type noun struct {
	before, after, office, list bool
	marks                       bool // proves also names that no list holds
	kind                        gazetteer.Kind
}

type wordLists struct {
	ordinary map[string]bool // words that stand before गांव, थाना without naming one
	nouns    map[string]noun
	after    lexicon.Phrases[bool]
	before   map[string][][]string // by last word, the words before it
	phrases  lexicon.Phrases[bool]
	sets     lexicon.Index[wordSet] // the lists that every word is looked up in, in one look-up
}

// wordSet tells in which of some lists a word is.
type wordSet uint8

const (
	nounWord        wordSet = 1 << iota // place_nouns.tsv
	unnamedWord                         // notNames, ordinals and ordinary_words.tsv: no part of a name
	tailWord                            // tails
	villageTailWord                     // villageTails
)

// index joins the lists that wordSet names.
func (w *wordLists) index() {
	all := make(map[string]wordSet)
	for k := range w.nouns {
		all[k] |= nounWord
	}
	for _, list := range []map[string]bool{notNames, ordinals, w.ordinary} {
		for k := range list {
			all[k] |= unnamedWord
		}
	}
	for k := range tails {
		all[k] |= tailWord
	}
	for k := range villageTails {
		all[k] |= villageTailWord
	}
	w.sets = lexicon.NewIndex(all)
}

var words = sync.OnceValue(func() *wordLists {
	w := &wordLists{nouns: make(map[string]noun), before: make(map[string][][]string), ordinary: make(map[string]bool)}
	for _, r := range lexicon.Rows("ordinary_words") {
		w.ordinary[devanagari.Fold(r.Field(0))] = true
	}
	kinds := map[string]gazetteer.Kind{
		"district": gazetteer.District, "subdistrict": gazetteer.Subdistrict, "town": gazetteer.Town,
		"village": gazetteer.Village, "locality": gazetteer.Locality,
	}
	for _, r := range lexicon.Rows("place_nouns") {
		n := w.nouns[devanagari.Fold(r.Field(0))]
		switch r.Field(1) {
		case "both":
			n.before, n.after = true, true
		case "before":
			n.before = true
		case "after":
			n.after = true
		case "office":
			n.office = true
		}
		k, list := strings.CutSuffix(r.Field(2), "+")
		n.kind, n.list = kinds[k], n.list || list
		n.marks = n.marks || k != "-"
		w.nouns[devanagari.Fold(r.Field(0))] = n
	}
	for _, r := range lexicon.Rows("place_blockers") {
		switch r.Field(1) {
		case "after":
			w.after.Add(r.Field(0), true)
		case "before":
			ws := lexicon.Words(r.Field(0))
			last := ws[len(ws)-1]
			w.before[last] = append(w.before[last], ws[:len(ws)-1])
		case "phrase":
			w.phrases.Add(r.Field(0), true)
		}
	}
	w.index()
	return w
})

func set(list string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		m[devanagari.Fold(w)] = true
	}
	return m
}

// locative are the words behind a name that say where: in, from, at, as far as.
var locative = set(`में से तक पर मे स्थित पहुंचे पहुंचा पहुंची पहुंचकर पहुंच पहुंचने पहुंचना पहुंचते लौट लौटे लौटा लौटी लौटकर लौटने लौटते लौटना निवासी आया आए जाने आने रवाना सहित समेत`)

// genitive are the case markers that may follow a place as well as a person.
var genitive = set(`के का की को`)

// coordinators stand between the members of a list of places.
var coordinators = set(`, और व एवं तथा या - – / से`)

// kin are the words before a person's name: पुत्र सागर.
var kin = set(`पुत्र पुत्री पत्नी पति पिता माता बेटा बेटे बेटी भाई बहन उर्फ स्व`)

// notNames are words that stand before गांव, जिले, थाना … without being a name: एक गांव, पूरे
// जिले, पड़ोसी गांव, अपने गांव, संबंधित थाना.
var notNames = set(`टर्फ लेटे बैठे खड़े सोए कलां खुर्द बाद पास साथ बीच ओर तरफ दौरान नायब एक दो तीन चार पांच छह सात आठ नौ दस कई अनेक सभी सब हर प्रत्येक पूरे पूरा पूरी समूचे समस्त कुल शेष बाकी अन्य दूसरे दूसरी
	दूसरा तीसरे पहले पहला पड़ोसी पड़ोस नजदीकी समीपवर्ती आसपास निकटवर्ती सीमावर्ती पैतृक गृह मूल संबंधित स्थानीय ग्रामीण शहरी पुराने पुराना
	नए नया नई छोटे छोटा छोटी बड़े बड़ा बड़ी अपने अपना अपनी इसी उसी इस उस किसी कुछ महिला साइबर सदर नगर जीआरपी रेल रेलवे यातायात
	ट्रैफिक नजदीक करीबी निकट प्रभावित चयनित गोद आदर्श मॉडल स्मार्ट मुख्य केंद्रीय जिला जिले तहसील थाना थाने कोतवाली गांव गांवों ग्राम
	प्रदेश राज्य देश पंचायत प्रखंड ब्लॉक क्षेत्र ग्रामीणों आदिवासी दलित सुदूर दूरस्थ पहाड़ी मैदानी तटीय निचले ऊपरी भीतरी बाहरी उक्त
	विकसित पिछड़े नक्सल संवेदनशील अति हॉटस्पॉट कंटेनमेंट विधानसभा लोकसभा पूर्व वर्तमान मौजूदा आखिरी अंतिम अगले पिछले तत्कालीन
	शहर कस्बे नामक निवासी वाले वाली वाला दोनों तीनों चारों पांचों यहां वहां जहां आज कल अब तब खुद लोग लोगों पुलिस प्रशासन उनके उसके
	इनके मेरे हमारे तुम्हारे आपके जिसके ऐसे वैसे कितने इतने उतने जैसे मात्र सिर्फ केवल करीब लगभग विभिन्न अलग अलग-अलग समेत सहित
	नगरीय निकाय त्रिस्तरीय वार्ड बूथ क्षेत्रीय महापंचायत खाप सर्व ऐतिहासिक प्राचीन खूबसूरत प्रमुख चर्चित मशहूर प्रसिद्ध गरीब अमीर
	कुंडली ताल जन सर्वदलीय नवगठित प्रस्तावित घोषित कार्यकारी प्रभारी नव सामान्य आरक्षित सुरक्षित अनुसूचित उत्तरी दक्षिणी पूर्वी पश्चिमी
	मध्य उत्तर दक्षिण पश्चिम अज्ञात सघन घनी भीड़भाड़ व्यस्त पॉश रिहायशी औद्योगिक वन जंगल जल ऊर्जा पर्वतीय चार-पांच महीने साल दिन
	ईदगाह बस हाट जीरो फर्जी भाजपा कांग्रेस बसपा सपा राजद जदयू आप रिक्त हाई बहुचर्चित हाईप्रोफाइल रिजर्व रेंज वन्य आबकारी जेल`)

// tails prove a village by themselves: तलवाड़ा खुर्द, रामपुर कलां.
var tails = set(`खुर्द कलां कला बुजुर्ग`)

// villageTails continue a village name: तलवाड़ा खुर्द, रामपुर कलां, नगला चौधरी.
var villageTails = set(`खुर्द कलां कला बुजुर्ग खास नगर पुर गंज टोला डीह माफी जट्टान सानी अव्वल बड़ी छोटी बड़ा छोटा पट्टी पुरवा खेड़ा खेड़ी`)

// villageHeads open a village name of two words.
var villageHeads = set(`नगला नंगला नगली चक राम सराय बाग पुरा पुरवा खेड़ा कोट गढ़ी मढ़ी बिगहा टांडा डेरा बस्ती तारा सिरसा मोहन शाह शेख नया नवा किशन`)
