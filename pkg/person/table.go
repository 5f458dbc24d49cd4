package person

import (
	"fmt"
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/lexicon"
)

// publicity says when a role is a public office.
type publicity uint8

const (
	never     publicity = iota
	always              // मुख्यमंत्री, एसपी
	notInClub           // अध्यक्ष: of a party yes, of a union or company no
	inState             // प्रबंध निदेशक: of a state body yes, else no
)

// office is a head noun of roles.
type office struct {
	name   string // common folded name: एसपी and पुलिस अधीक्षक are one
	class  string
	public publicity
	place  bool // takes a place behind it: एसपी उन्नाव
	weak   bool // also a common noun, a weak sign that a name follows: किसान
	kin    bool // a relation: पत्नी
	plural bool // विधायकों
}

// table is the word knowledge of this package, built once.
type table struct {
	heads      lexicon.Phrases[*office]
	modifier   map[string]bool // words before a head: पूर्व, जिला
	subject    map[string]bool // fields of office: स्वास्थ्य, वित्त
	wing       map[string]bool // words behind a head: एसपी सिटी
	unit       map[string]bool // nouns a genitive joins to a head: विभाग के निदेशक
	middle     map[string]bool // parts that a surname may follow: सिंह, कुमार
	station    map[string]bool // police stations without a name: कोतवाली
	particle   map[string]bool // वैन, बिन inside foreign names
	title      map[string]bool // titles that are no name by themselves: बाबा
	deity      map[string]bool // gods and shrines
	storm      map[string]bool // what bears a person's name: चक्रवात माइकल
	tail       map[string]bool // second parts of names: कुमार, देवी
	thing      map[string]bool // what makes a name before it the name of a thing: योजना, मार्ग
	rule       map[string]bool // सरकार after a name: मोदी सरकार
	union      map[string]bool // bodies that unite those named before them: व्यापारी संघ
	club       map[string]bool // unions and associations, no public bodies
	adverb     map[string]bool // words before a body that are no part of its name
	party      map[string]bool // parties to a suit: याचिकाकर्ता के वकील
	bodyKind   map[string]bool // what kind of body a name is: फर्म
	recordWord map[string]bool // what follows a name in a record: पुत्र, निवासी
	rankName   map[string]bool // ranks that are also given names: कप्तान सिंह
	stop       map[string]bool // words never in a name though no function word

	known    lexicon.Phrases[*known] // people of the user's own table, by all their names
	hasKnown bool

	words lexicon.Index[wordSet] // the sets that every word is asked for, in one look-up
}

// wordSet tells in which of some sets of the table a word is.
type wordSet uint16

const (
	stopWord wordSet = 1 << iota
	rankNameWord
	particleWord
	thingWord
	stormWord
	subjectWord
	tailWord
	middleWord
	ruleWord
)

// has reports whether the word is in any of the sets.
func (s wordSet) has(sets wordSet) bool { return s&sets != 0 }

// index joins the sets of t that wordSet names.
func (t *table) index() {
	all := make(map[string]wordSet)
	for set, words := range map[wordSet]map[string]bool{
		stopWord: t.stop, rankNameWord: t.rankName, particleWord: t.particle, thingWord: t.thing, stormWord: t.storm,
		subjectWord: t.subject, tailWord: t.tail, middleWord: t.middle, ruleWord: t.rule,
	} {
		for w := range words {
			all[w] |= set
		}
	}
	t.words = lexicon.NewIndex(all)
}

var publicities = map[string]publicity{"no": never, "yes": always, "body": notInClub, "gov": inState}

// tables returns the loaded knowledge. A broken row is a bug in the data and panics
// with its line.
var tables = lexicon.Derive(func(lx *lexicon.Lexicon) *table {
	t := &table{
		modifier: make(map[string]bool), subject: make(map[string]bool), wing: make(map[string]bool), unit: make(map[string]bool),
		tail: set(tails), deity: set(deities), storm: set(storms), particle: set(particles), title: set(titles), middle: set(middles), station: set(stations), thing: set(things), rule: set(rules), union: set(unions), club: set(clubs), adverb: set(adverbs), party: set(parties),
		bodyKind: set(bodyKinds), recordWord: set("पुत्र पुत्री पत्नी पिता पति सुपुत्र सुपुत्री निवासी वासी उर्फ उम्र"), rankName: set(rankNames), stop: set(stops),
	}
	var deputies []*office
	for _, r := range lx.Rows("roles") {
		word := devanagari.Fold(r.Field(0))
		switch r.Field(1) {
		case "modifier":
			t.modifier[word] = true
			continue
		case "wing":
			t.wing[word] = true
			continue
		case "unit":
			t.unit[word] = true
			continue
		}
		public, ok := publicities[r.Field(2)]
		if !ok {
			panic(fmt.Sprintf("roles.tsv:%d: unknown publicity %q", r.Line, r.Field(2)))
		}
		flags := r.Field(3)
		names := r.List(0)
		o := &office{
			name: devanagari.Fold(names[0]), class: r.Field(1), public: public,
			place: strings.Contains(flags, "j"), weak: strings.Contains(flags, "w"), kin: strings.Contains(flags, "k"),
		}
		many := *o
		many.plural = true
		for _, n := range names {
			t.heads.Add(n, o)
			t.heads.Add(plural(n), &many)
			if n, ok := strings.CutSuffix(n, "अधिकारी"); ok && (n == "" || strings.HasSuffix(n, " ")) {
				t.heads.Add(n+"पदाधिकारी", o) // Bihar and Jharkhand: वन प्रमंडल पदाधिकारी
			}
			if letter := strings.ReplaceAll(n, "आई", "आइ"); letter != n {
				t.heads.Add(letter, o) // the letter I as the Jagran papers spell it: डीआइजी
			}
		}
		if o.class != "kin" && o.class != "incident" && o.class != "society" && o.class != "candidate" {
			deputies = append(deputies, o)
		}
	}
	// The deputy of an office of one word is written as one word: उपमहानिदेशक, उपसंचालक.
	for _, o := range deputies {
		if name := "उप" + o.name; !strings.Contains(o.name, " ") && !strings.HasPrefix(o.name, "उप") && !t.heads.Starts(name) {
			deputy := *o
			deputy.name = name
			many := deputy
			many.plural = true
			t.heads.Add(name, &deputy)
			t.heads.Add(plural(name), &many)
		}
	}
	for _, r := range lx.Rows("organization_heads") {
		if r.Field(1) == "subject" {
			for _, w := range lexicon.Words(r.Field(0)) {
				t.subject[w] = true
			}
		}
	}
	for _, r := range lx.Rows(lexicon.People) {
		t.addKnown(r)
	}
	t.index()
	return t
})

// plural returns the oblique plural of a Hindi noun: विधायक → विधायकों, मंत्री → मंत्रियों,
// नेता → नेताओं, चेला → चेलों is not told apart and costs nothing.
func plural(s string) string {
	switch {
	case strings.HasSuffix(s, "ी"):
		return strings.TrimSuffix(s, "ी") + "ियों"
	case strings.HasSuffix(s, "ा"), strings.HasSuffix(s, "ु"):
		return s + "ओं"
	case strings.HasSuffix(s, "े"):
		return strings.TrimSuffix(s, "े") + "ों"
	}
	return s + "ों"
}

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[devanagari.Fold(w)] = true
	}
	return m
}

// tails are the parts that stand behind a given name and hardly anywhere else.
const tails = `सिंह सिंघ कुमार कुमारी देवी लाल प्रसाद चंद चंद्र चन्द राम नाथ दास दत्त बाई बेन कौर खान खातून बेगम बानो बीबी परवीन अली अहमद हुसैन
हसन अंसारी शेख मोहम्मद मुहम्मद रंजन किशोर शंकर नारायण बहादुर पाल देव राय शर्मा वर्मा यादव मिश्रा मिश्र तिवारी त्रिपाठी पांडेय पांडे पाण्डेय दुबे द्विवेदी चतुर्वेदी
शुक्ला शुक्ल अवस्थी दीक्षित गुप्ता अग्रवाल जैन पटेल चौधरी चौहान राठौर राठौड़ ठाकुर नेगी रावत बिष्ट जोशी पंत भट्ट सक्सेना श्रीवास्तव कश्यप मौर्य कुशवाहा निषाद`

// middles are the parts of a name that a surname may follow.
const middles = `सिंह कुमार कुमारी देवी लाल प्रसाद चंद चंद्र राम नाथ दास दत्त बाई किशोर शंकर नारायण बहादुर पाल देव राज भूषण प्रकाश मोहन कांत मणि पति प्रताप
रंजन बिहारी शरण वल्लभ बल्लभ नंदन आनंद स्वरूप विक्रम वीर सरन दयाल गोपाल कृष्ण नाथन मोहम्मद मुहम्मद अहमद अली हुसैन कौर बानो`

// particles stand inside foreign names: वैन डर मर्व, ओसामा बिन लादेन, अल गोर.
const particles = `वैन वान वॉन वोन डर डी डे दा ला ले बिन बिंत इब्न अल उल अबू ओ एल ली सू चू मैक फॉन डु दी सान सेंट`

// titles stand before names and are none by themselves.
const titles = `पंडित बाबा स्वामी संत महंत आचार्य राजा महाराज महाराजा सरदार रानी महारानी गुरु साध्वी मौलाना मुफ्ती हाजी पीर सूफी महात्मा देवी माता भगवान`

// deities open the names of gods and shrines, which are no people.
const deities = `वैष्णो केदारनाथ बदरीनाथ बद्रीनाथ अमरनाथ महाकाल महाकालेश्वर रामलला श्रीराम श्रीकृष्ण भोलेनाथ बजरंगबली हनुमानजी गणपति चामुंडा ज्वालामुखी
चिंतपूर्णी नैनादेवी विंध्यवासिनी शाकंभरी कामाख्या छठी`

// storms bear people's names.
const storms = `तूफान चक्रवात हरिकेन साइक्लोन टाइफून चक्रवाती ट्रेन एक्सप्रेस फिल्म सीरियल`

// stations are words behind a police office that stand for its place.
const stations = `कोतवाली सदर नगर सिविल कैंट जीआरपी आरपीएफ`

// things are the nouns that make the name before them the name of a thing.
const things = `टेलीस्कोप दूरबीन वेधशाला यान सैटेलाइट मस्जिद मंदिर दरगाह गुरुद्वारा गुरुद्वारे चर्च कालोनी प्रॉपर्टी प्रॉपर्टीज प्रोपर्टी इंटरप्राइजेज रूट डिपो पहाड़ी घाटी झील सप्तशती मानसरोवर एस्टेट एस्टेट्स हाइट्स रेजीडेंसी रेजिडेंसी अपार्टमेंट टॉवर टावर्स पंप ढाबा ढाबे काउंटी एक्सपोज एक्सक्लूसिव पड़ताल योजना मार्ग रोड सड़क पथ चौक चौराहा पार्क उद्यान स्टेडियम मैदान भवन सेतु पुल नगर पुरम विहार कॉलोनी एन्क्लेव पुरस्कार अवॉर्ड सम्मान ट्रॉफी कप
एयरपोर्ट हवाई अभियान मिशन एक्सप्रेस एक्सप्रेसवे हाईवे बांध सागर जयंती स्मारक संग्रहालय पुस्तकालय घाट गेट द्वार टर्मिनल स्टेशन मेट्रो छात्रवृत्ति प्रतिमा समाधि
अस्पताल कॉलेज विश्वविद्यालय विद्यालय संस्थान अकादमी ट्रस्ट फाउंडेशन स्कूल यूनिवर्सिटी मार्केट बाजार कॉम्प्लेक्स टावर सभागार ऑडिटोरियम चेयर पीठ फेलोशिप
समूह ग्रुप कंपनी लिमिटेड टेलीफिल्म्स बदर्स ब्रदर्स संस एंटरप्राइजेज फिल्म्स एंड एक्ट कानून फॉर्मूला आयोग कमेटी समिति रिपोर्ट केस कांड हत्याकांड मॉडल`

// rules are the nouns that make a name before them the name of a government.
const rules = `सरकार सरकारों राज कैबिनेट मंत्रिमंडल लहर गुट खेमा खेमे प्रशासन शासन युग इफेक्ट मैजिक फैक्टर समर्थक समर्थकों विरोधी विरोधियों`

// unions are bodies that unite those who are named before them.
const unions = `संघ महासंघ यूनियन एसोसिएशन समिति कमेटी फेडरेशन फैडरेशन परिसंघ चैंबर सोसाइटी सोसायटी मोर्चा मंडल सभा महासभा समाज मंच क्लब ट्रस्ट संगठन लीग परिषद`

// clubs are unions and associations that are no public bodies.
const clubs = `संघ महासंघ यूनियन एसोसिएशन फेडरेशन फैडरेशन परिसंघ चैंबर क्लब सोसाइटी सोसायटी लीग`

// adverbs are common words that stand before a body and are no part of its name.
const adverbs = `वहीं यहीं उधर इधर साथ बाद तभी तब अब जब इस उस इसी उसी इन उन दौरान बीच कहा कही कहते बताया बताते करते करने होने जाने देते लेते लेने देने आए आई आया
मिले मिला मिली दिया दी दिए लिया ली लिए गया गए गई हुआ हुई रहे रही रहा पर जबकि हालांकि वहां यहां जहां इसलिए क्योंकि ताकि यानी मौके अवसर पहुंचे पहुंचा पहुंची पहुंचकर मौजूद उपस्थित शामिल
स्वयं खुद अलबत्ता वैसे फिर पहले आगे पीछे इस्तीफा बोले बोला बोलीं जिसमें इसमें उसमें जिनमें इनमें सबसे दूसरी तीसरी पहली ओर तरफ अलावा उक्त संबंधित बैठक मांग विरोध ज्ञापन दावा आरोप बनाए बने बनी बना चुने
नियुक्त मनोनीत नेता अध्यक्ष सचिव मंत्री नए नई नया पूरे पूरी पूरा कुछ कई सभी अन्य दो तीन चार दोनों गठित भंग संबोधित आयोजित`

// parties are the parties to a suit, whose lawyer speaks.
const parties = `याचिकाकर्ता याची वादी परिवादी प्रतिवादी आरोपी आरोपित अभियुक्त पक्ष पीड़ित पीड़िता शिकायतकर्ता अपीलकर्ता मुवक्किल बचाव`

// bodyKinds tell what a named body is.
const bodyKinds = `फर्म कंपनी एजेंसी संस्था संगठन एनजीओ हाउस पोर्टल स्टार्टअप संस्थान`

// rankNames are ranks and callings that are given names too.
const rankNames = `कप्तान सूबेदार हवलदार जमादार थानेदार दरोगा तहसीलदार कर्नल जनरल वकील वजीर दीवान मास्टर मुंशी लंबरदार नंबरदार मुखिया`

// stops are words that end a name though no list of function words has them.
const stops = `बने बनी बनीं बना बनकर चमके चमकी छाए बरसे गरजे भड़के टूटे चूके लौटे फंसे घिरे उतरे झूमे शतकवीर लामबंद सौरमंडल विकासखंड किलो ग्राम लीटर मीटर टन क्विंटल ऑफ हर दूसरे दूसरा दूसरी साहब साहेब मर्ज नोबेल राष्ट्रीय केंद्रीय अंतरराष्ट्रीय संयुक्त इंस्टीच्यूट इंस्टीट्यूट इंस्टिट्यूट भारतीय अमेरिकी पश्चात पीछे घंटा माइंड मास्टरमाइंड करार सर्विस ऑफिशियल्स बकौल वासी वर्षीया फिलहाल स्टेट द अज्ञात बताया कहा बोले बोलीं बोला कहते कहती पूछा मुताबिक अनुसार समेत सहित निवासी उर्फ वर्षीय उम्र पुत्र पुत्री पत्नी पद वाला वाले वाली नामक नाम
आज कल परसों यहां वहां जहां कहां अब तब जब बाद पहले साथ पास दौरान द्वारा लिए तरफ ओर खिलाफ बीच अंदर बाहर ऊपर नीचे आगे पीछे सामने अलावा बिना बारे कारण
करीब लगभग कुल बड़ा बड़े बड़ी छोटा छोटे छोटी नया नए नई पुराना पुराने सिर्फ फिर लोग लोगों जिले जिला गांव शहर राज्य देश प्रदेश पुलिस मौके सूचना घटना मामले मामला
कार्यालय आवास घर टीम मौत हत्या हादसा बैठक कार्यक्रम दिन रात सुबह शाम साल माह वर्ष महीने रुपये लाख करोड़ हजार सौ एक दो तीन चार पांच छह सात आठ नौ दस दोनों तीनों सभी कई अन्य आदि
गिरफ्तार घायल शामिल मौजूद उपस्थित सम्मानित नियुक्त निर्वाचित मुख्य अतिथि स्तर पक्ष विपक्ष वार्ड बूथ थाना क्षेत्र तहसील ब्लॉक प्रखंड मोहल्ला मोहल्ले कोविड कोरोना सवार जुलूस हेल्पलाइन सरकार निगम`
