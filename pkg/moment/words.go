package moment

import (
	"strings"
	"sync"

	"khabar/pkg/devanagari"
	"khabar/pkg/lexicon"
	"khabar/pkg/numeral"
)

// sense is what a word can be in a calendar or clock expression.
type sense uint8

const (
	noSense     sense = iota
	monthWord         // मई; n = 1..12
	weekdayWord       // बुधवार; n = 0..6
	dayWord           // आज कल परसों नरसों; n = distance in days
	detPast           // बीते गत पिछले
	detThis           // इस इसी चालू
	detNext           // अगले आगामी
	every             // हर प्रत्येक
	partWord          // सुबह शाम रात; n = part
	late              // देर, आधी: before रात
	unitWord          // दिन हफ्ते महीने साल; n = unit
	yearMark          // वर्ष साल सन: also units
	fiscal            // वित्त वित्तीय: before वर्ष
	approx            // करीब लगभग ठीक
	oClock            // बजे
	struck            // बजकर
	halfDay           // am pm पूर्वाह्न अपराह्न; n = 1, 2
)

type word struct {
	sense sense
	n     int8
	latin bool
}

// The parts of the day.
const (
	noPart    int8 = iota
	morning        // सुबह तड़के प्रातः
	noon           // दोपहर
	evening        // शाम
	night          // रात
	midnight       // आधी रात, मध्यरात्रि
	day0           // दिन के 12 बजे
	afternoon      // अपराह्न
)

// vocabulary maps each folded word to its sense. Every closed class of the calendar is
// here; month and weekday names come from calendar.go.
var vocabulary = func() map[string]word {
	m := make(map[string]word, 512)
	add := func(s sense, n int, words string) {
		for _, w := range strings.Fields(words) {
			k := devanagari.Fold(w)
			m[k] = word{s, int8(n), k[0] < 0x80}
		}
	}
	for i, l := range monthNames {
		add(monthWord, i+1, l)
	}
	for i, l := range weekdayNames {
		add(weekdayWord, i, l)
	}
	delete(m, "sun") // an English word; Sun, 3 Sep stands in stamps
	delete(m, "sat")
	delete(m, "wed")
	delete(m, devanagari.Fold("जुम्मे"))
	add(dayWord, 0, "आज")
	add(dayWord, 1, "कल")
	add(dayWord, 2, "परसों परसो")
	add(dayWord, 3, "नरसों तरसों")
	add(detPast, 0, "पिछले पिछली पिछला बीते बीती बीता गत विगत गुजरे गुजरी")
	add(detThis, 0, "इस इसी चालू मौजूदा वर्तमान")
	add(detNext, 0, "अगले अगली अगला आगामी")
	add(every, 0, "हर प्रत्येक हरेक प्रति")
	add(partWord, int(morning), "सुबह तड़के तड़का प्रातः प्रात प्रातःकाल सवेरे सबेरे भोर अलसुबह पूर्वाह्न पूर्वान्ह सुबह-सवेरे")
	add(partWord, int(noon), "दोपहर मध्याह्न दुपहर दोपहरबाद")
	add(partWord, int(afternoon), "अपराह्न अपरान्ह")
	add(partWord, int(evening), "शाम सायं सायंकाल संध्या सांय सायः शाम")
	add(partWord, int(night), "रात रात्रि रात्री रातों")
	add(partWord, int(midnight), "मध्यरात्रि अर्धरात्रि")
	add(late, 0, "देर आधी मध्य दरमियानी दरम्यानी")
	add(unitWord, int(second), "सेकंड सेकेंड सेकण्ड सैकेंड सैकंड")
	add(unitWord, int(minute), "मिनट मिनटों मिनिट")
	add(unitWord, int(hour), "घंटा घंटे घंटों घण्टा घण्टे घण्टों")
	add(unitWord, int(day), "दिन दिनों दिवस दिवसों")
	add(unitWord, int(week), "हफ्ता हफ्ते हफ्तों सप्ताह सप्ताहों")
	add(unitWord, int(month), "महीना महीने महीनों माह माहों मास")
	add(unitWord, int(quarter), "तिमाही तिमाहियों")
	add(yearMark, int(year), "साल वर्ष सालों वर्षों बरस बरसों सन सन् सनः")
	add(unitWord, int(decade), "दशक दशकों")
	add(unitWord, int(century), "सदी सदियों शताब्दी")
	add(fiscal, 0, "वित्त वित्तीय वित्तवर्ष")
	add(approx, 0, "करीब लगभग तकरीबन ठीक करीबन क़रीब")
	add(oClock, 0, "बजे बजें बजेे")
	add(struck, 0, "बजकर बजके")
	add(halfDay, 1, "am एएम")
	add(halfDay, 2, "pm पीएम")
	return m
}()

// proseSet is a set of folded words.
type proseSet map[string]bool

func setOf(words string) proseSet {
	m := make(proseSet)
	for _, w := range strings.Fields(words) {
		m[devanagari.Fold(w)] = true
	}
	return m
}

// senses is vocabulary for fast reading.
var senses = lexicon.NewIndex(vocabulary)

// leadWords has the words that can open an expression: most words of a text are turned
// away by it.
var leadWords = sync.OnceValue(func() *lexicon.Filter {
	f := new(lexicon.Filter)
	for k := range vocabulary {
		f.Add(k)
	}
	for k := range numeral.Words {
		f.Add(k)
	}
	for k := range feasts().Firsts {
		f.Add(k)
	}
	f.Add("आने")
	return f
})

// followWords is a filter of the words that can stand behind the first number of an
// expression: 5 मई, 5 और 6 मई, 10 बजे, 90 के दशक, 21वीं सदी, 2 दर्जन साल पहले.
var followWords = sync.OnceValue(func() *lexicon.Filter {
	f := new(lexicon.Filter)
	for k := range vocabulary {
		f.Add(k)
	}
	for k := range numeral.Known {
		f.Add(k)
	}
	for k := range monthsShort {
		f.Add(k)
	}
	for k := range setOf(`से लेकर और व एवं तथा या to and के का की को में पर तक ist hrs a p st nd rd th ईसा पूर्व ई ईस्वी ईसवी तारीख तारिख
		वां वीं वें वा वी वे ला ली ले रा री रे था थी थे ठा ठी ठे ठवां ठवीं बटा बटे बाय`) {
		f.Add(k)
	}
	return f
})
