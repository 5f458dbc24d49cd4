package dateline

import (
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/lexicon"
)

// agencyKind says what sort of name stands in the agency's slot.
type agencyKind uint8

const (
	noAgency      agencyKind = iota
	agency                   // भाषा, एएनआइ, एजेंसी
	desk                     // डिजिटल डेस्क, जेएनएन
	correspondent            // जागरण संवाददाता, संवाद सूत्र, निसं
	paper                    // अमर उजाला
)

// lists are the word lists of the grammar.
type lists struct {
	agencies lexicon.Phrases[agencyKind]
}

// words loads the agencies (agencies.tsv) and the papers (publishers.tsv).
var words = lexicon.Derive(func(lx *lexicon.Lexicon) *lists {
	l := new(lists)
	for _, r := range lx.Rows("agencies") {
		k := agency
		switch r.Field(1) {
		case "desk":
			k = desk
		case "correspondent", "code":
			k = correspondent
		}
		l.agencies.Add(r.Field(0), k)
	}
	for _, r := range lx.Rows("publishers") {
		for _, n := range append(r.List(2), r.Field(0)) {
			l.agencies.Add(n, paper)
		}
	}
	return l
})

// agencyEnds are the last words of agency names that no list holds: समरनीति न्यूज,
// अमृत विचार ब्यूरो, सिटी डेस्क, एएनएम न्यूज.
var agencyEnds = set(`डेस्क ब्यूरो संवाददाता संवादाता प्रतिनिधि न्यूज न्यूज़ नेटवर्क एजेंसी एजेंसियां एजेंसिया टीम रिपोर्टर समाचार टाइम्स
	desk bureau news network agency correspondent`)

// notPlaces are words that stand in the slot before a colon or a stop and are topics,
// labels or broken sentence starts, even where some town of the world has the name.
var notPlaces = set(`कोरोना कोरोनावायरस कोविड लॉकडाउन लाकडाउन अनलॉक सवाल जवाब प्रश्न उत्तर नोट फोटो वीडियो दूध अंडा अंडे गुड बैड
	न्यूज ब्रेकिंग अपडेट लाइव live दरअसल बहरहाल हालांकि हां नहीं जी है हैं था थी थे इंट्रो बॉडी बाइट वीओ विजुअल intro body
	भाषा वार्ता संपादकीय विचार मौसम बजट चुनाव क्रिकेट राशिफल पंचांग सेंसेक्स सोना चांदी पेट्रोल डीजल महाकुंभ कुंभ दिवाली होली
	ईद छठ नवरात्रि रामनवमी यास ताउते बिपरजॉय अम्फान निसर्ग जीएसटी आरक्षण निर्भया उपाय सामग्री विधि लाभ टिप्स कारण इलाज
	बचाव लक्षण समय तारीख स्थान पता आयु उम्र शिक्षा योग्यता वेतन शुल्क इनपुट रिपोर्ट खबर आरोप दावा मांग फैसला मामला घटना
	इंटरव्यू बातचीत विशेष खास एक्सक्लूसिव विश्लेषण ब्लॉग राय नजरिया कहानी किस्सा कविता गीत शायरी निधन श्रद्धांजलि`)

// seats are the towns where desks sit: a dateline of desk and seat says nothing about
// the story.
var seats = set(`नई दिल्ली|दिल्ली|नोएडा|मुंबई|गाजियाबाद|new delhi|delhi|noida`)

func set(list string) map[string]bool {
	sep := strings.Fields
	if strings.Contains(list, "|") {
		sep = func(s string) []string { return strings.Split(s, "|") }
	}
	m := make(map[string]bool)
	for _, w := range sep(list) {
		m[devanagari.Fold(w)] = true
	}
	return m
}
