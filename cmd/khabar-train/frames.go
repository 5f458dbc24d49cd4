package main

import (
	"math/rand"
	"os"
	"path/filepath"
	"strings"

	"khabar/pkg/lexicon"
	"khabar/pkg/tagger"
)

// frames are sentences as newspapers write them, of the kinds that HiNER (an encyclopaedia and
// a broadcaster) hardly has: an office with its place before the name, villages, police
// stations, departments, bylines and page furniture. They are written for khabar. The slots are filled with
// names of the lexicon and the gazetteer, never with those of a corpus:
//
//	{P} full name   {F} given name   {S} surname   {I} initials and surname
//	{L} district or town   {V} village   {R} office   {O} party, company or body
//	{D} department   {B} body of a place (सोलन नगर निगम)
const frames = `
{R} {P} ने बताया कि मामले की जांच की जा रही है।
{R} {L} {P} ने बताया कि आरोपियों की तलाश जारी है।
{R} {L} {P} मौके पर पहुंचे।
{R} {L} {P} के अनुसार तीन लोगों को गिरफ्तार किया गया है।
{L} के {R} {P} ने कहा कि किसी को बख्शा नहीं जाएगा।
{L} {R} {P} ने टीम गठित कर दी है।
{R} डॉ. {P} ने शिविर का शुभारंभ किया।
{R} {P} और {R} {P} भी मौजूद रहे।
बैठक में {R} {P}, {R} {P} और {R} {P} मौजूद रहे।
इस मौके पर {P}, {P}, {P} और {F} आदि उपस्थित रहे।
{R} {I} ने पदभार संभाल लिया है।
{I} ने कहा कि फैसला जल्द होगा।
पूर्व {R} {P} का बुधवार को निधन हो गया।
{O} {R} {P} ने कार्यकर्ताओं को संबोधित किया।
{O} के {R} {P} ने सरकार पर निशाना साधा।
{O} और {O} के कार्यकर्ता आमने-सामने आ गए।
{O} ने {L} से {P} को उम्मीदवार बनाया है।
थाना प्रभारी {P} ने बताया कि शव को पोस्टमार्टम के लिए भेज दिया गया है।
मृतक की पहचान {P} ({N}) निवासी {V} के रूप में हुई।
{V} निवासी {P} पुत्र {P} बाइक से घर लौट रहा था।
{V} गांव निवासी {F} की पत्नी {F} देवी घायल हो गई।
{L} जिले के {V} गांव में दो पक्षों में मारपीट हो गई।
{V} गांव के किसान {P} के खेत में आग लग गई।
{V} थाना क्षेत्र के {V} में चोरी हो गई।
{V} कस्बे में दुकानें बंद रहीं।
{V} ब्लॉक के {V} पंचायत में विकास कार्य ठप है।
{L} शहर में पानी की किल्लत है।
{L}-{L} मार्ग पर ट्रक पलट गया।
{L} से {L} जा रही बस खाई में गिर गई।
{L}, {L} और {L} में येलो अलर्ट जारी किया गया है।
{L}: नहर में डूबने से दो बच्चों की मौत
{L} में पारा 44 डिग्री के पार पहुंच गया।
{L} मंडी में गेहूं के भाव बढ़े।
{L} जिला अस्पताल में मरीजों की भीड़ रही।
{D} ने अगले तीन दिन के लिए चेतावनी जारी की है।
{D} के अधिकारियों ने टीम के साथ छापा मारा।
{D} की टीम मौके पर पहुंची।
{D} को इसकी सूचना दी गई।
{B} ने अतिक्रमण हटाया।
{B} के {R} {P} ने निरीक्षण किया।
{B} में प्रवेश प्रक्रिया शुरू हो गई है।
{O} के शेयर दो फीसदी चढ़े।
{O} का मुनाफा बढ़ा।
{P} ने {N} रन की पारी खेली।
{P} ने तीन विकेट लिए और {P} ने दो।
{S} ने कहा कि टीम तैयार है।
{F} ने बताया कि वह घर पर अकेली थी।
{F} और {F} को अस्पताल में भर्ती कराया गया।
{P} बोले- जनता सब देख रही है
{P} पर लगे आरोप निराधार: {S}
न्यायमूर्ति {P} की पीठ ने याचिका पर सुनवाई की।
अधिवक्ता {P} ने दलील दी।
डीएम {P} व एसपी {P} ने जायजा लिया।
एसडीएम {P} ने पटवारी से रिपोर्ट मांगी है।
बीडीओ {P} ने काम का निरीक्षण किया।
सीओ {L} {P} ने घटनास्थल देखा।
श्री {S} ने कहा कि योजना का लाभ सबको मिलेगा।
श्रीमती {P} ने दीप जलाया।
सांसद {P} ने {V} में सड़क का शिलान्यास किया।
{P} की रिपोर्ट
{L}, संवाददाता।
संवाद सूत्र, {V}: प्रखंड के कई गांवों में बिजली नहीं है।
Edited By: {P}
फसल का बीमा कराने की अंतिम तिथि बढ़ा दी गई है।
पुलिस ने शव कब्जे में लेकर जांच शुरू कर दी।
डीएसपी ने बताया कि चालान पेश कर दिया गया है।
एसडीएम ने मुआवजे का भरोसा दिया।
आरोपी ने जमानत के लिए अर्जी लगाई थी।
सेंसेक्स 300 अंक टूटकर बंद हुआ।
चांदी के दाम में भी तेजी रही।
टॉस हारकर पहले बल्लेबाजी करने उतरी टीम लड़खड़ा गई।
हल्की बूंदाबांदी के बाद उमस बढ़ गई।
छात्रों ने परीक्षा टालने की मांग की।
मतगणना सुबह आठ बजे शुरू होगी।
Updated: Thu, 14 May 2020 08:40 PM IST
Publish Date: Sun, 03 May 2020 07:15 AM
लेटेस्ट Hindi News के लिए एप डाउनलोड करें
ये भी पढ़ें: बिजली बिल में राहत, जानें नई दरें
प्रदेश में संक्रमितों की संख्या बढ़कर {N} हो गई है।
{L} हाईकोर्ट ने {D} से जवाब मांगा है।
{L} विधानसभा सीट से {O} के {P} आगे चल रहे हैं।
{L} निवासी {P} ({N}) की मौके पर ही मौत हो गई।
{L} रेलवे स्टेशन पर यात्री फंसे रहे।
{L} थाना पुलिस ने {P} उर्फ {F} को पकड़ा।
{P} पुत्र {F} निवासी {V} के खिलाफ केस दर्ज किया गया।
{P} की याचिका पर {L} की अदालत में सुनवाई हुई।
{P} की फिल्म शुक्रवार को रिलीज होगी।
{P} को राज्यपाल ने शपथ दिलाई।
{P} ने {L} में {O} की सदस्यता ली।
{R} {P} के बयान पर {O} भड़की
{S} और {S} के बीच शतकीय साझेदारी हुई।
प्रोफेसर {P} का शोध पत्रिका में छपा है।
प्रधानाचार्य {P} ने बच्चों को पुरस्कार बांटे।
मुख्य अतिथि {R} {P} रहे।
मुख्यमंत्री ने {L} और {L} के लिए योजनाएं मंजूर कीं।
राज्य के {L}, {L}, {L}, {L} तथा {L} जिलों में बारिश के आसार हैं।
`

// fillings are the words that go into the slots.
type fillings struct {
	male, female, surnames, towns, villages, roles, bodies, subjects []string
}

// departments and placeBodies close the names of {D} and {B}.
var (
	departments = strings.Fields("विभाग विभाग विभाग मंत्रालय निदेशालय")
	placeBodies = strings.Split("नगर निगम|नगर परिषद|विकास प्राधिकरण|विश्वविद्यालय|मेडिकल कॉलेज|पुलिस|हाईकोर्ट|जिला प्रशासन", "|")
	initials    = strings.Fields("एस पी के आर एन बी एम जे डी वी")
)

// newFillings reads the lists of the lexicon and the gazetteer.
func newFillings(gazetteer string) (*fillings, error) {
	f := new(fillings)
	for _, r := range lexicon.Rows("given_names") {
		switch r.Field(4) {
		case "M":
			f.male = append(f.male, r.Field(0))
		case "F":
			f.female = append(f.female, r.Field(0))
		}
	}
	for _, r := range lexicon.Rows("surnames") {
		f.surnames = append(f.surnames, r.Field(0))
	}
	for _, r := range lexicon.Rows("roles") {
		if r.Field(2) == "yes" || r.Field(2) == "body" {
			f.roles = append(f.roles, strings.Split(r.Field(0), "|")...)
		}
	}
	for _, r := range lexicon.Rows("organizations") {
		for _, n := range append([]string{r.Field(0)}, r.List(1)...) {
			if !strings.ContainsAny(n, "*") {
				f.bodies = append(f.bodies, n)
			}
		}
	}
	for _, r := range lexicon.Rows("organization_heads") {
		if r.Field(1) == "subject" {
			f.subjects = append(f.subjects, r.Field(0))
		}
	}
	data, err := os.ReadFile(filepath.Join(gazetteer, "india.tsv"))
	if err != nil {
		return nil, err
	}
	for _, r := range lexicon.ParseRows(string(data)) {
		switch r.Field(0) {
		case "district", "city", "town":
			f.towns = append(f.towns, r.Field(1))
		case "subdistrict", "village":
			f.villages = append(f.villages, r.Field(1))
		}
	}
	return f, nil
}

// examples returns each frame filled n times.
func (f *fillings) examples(n int, weight float64, lx *lexicon.Lexicon) []example {
	rng := rand.New(rand.NewSource(7))
	pick := func(list []string) string { return list[rng.Intn(len(list))] }
	given := func() string {
		if rng.Intn(3) == 0 {
			return pick(f.female)
		}
		return pick(f.male)
	}
	var out []example
	for k := 0; k < n; k++ {
		for _, frame := range strings.Split(strings.TrimSpace(frames), "\n") {
			var words []string
			var entities []entity
			put := func(text string, t tagger.Type) {
				first := len(words)
				words = append(words, strings.Fields(text)...)
				if t != tagger.None && len(words) > first {
					entities = append(entities, entity{first, len(words), t})
				}
			}
			for frame != "" {
				open := strings.IndexByte(frame, '{')
				if open < 0 {
					put(frame, tagger.None)
					break
				}
				put(frame[:open], tagger.None)
				switch frame[open+1] {
				case 'P':
					middle := ""
					if rng.Intn(5) == 0 {
						middle = " " + pick([]string{"कुमार", "प्रसाद", "सिंह", "चंद्र", "लाल"})
					}
					put(given()+middle+" "+pick(f.surnames), tagger.Person)
				case 'F':
					put(given(), tagger.Person)
				case 'S':
					put(pick(f.surnames), tagger.Person)
				case 'I':
					put(pick(initials)+"."+pick(initials)+". "+pick(f.surnames), tagger.Person)
				case 'L':
					put(pick(f.towns), tagger.Location)
				case 'V':
					put(pick(f.villages), tagger.Location)
				case 'R':
					put(pick(f.roles), tagger.None)
				case 'O':
					put(pick(f.bodies), tagger.Organization)
				case 'D':
					put(pick(f.subjects)+" "+pick(departments), tagger.Organization)
				case 'B':
					put(pick(f.towns)+" "+pick(placeBodies), tagger.Organization)
				case 'N':
					put([]string{"23", "35", "48", "61", "102"}[rng.Intn(5)], tagger.None)
				}
				frame = frame[open+3:]
			}
			ex := newExample(words, entities, 0, lx)
			ex.weight = weight
			out = append(out, ex)
		}
	}
	return out
}
