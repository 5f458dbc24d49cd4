package number

import (
	"strings"

	"khabar/pkg/devanagari"
)

// class is the meaning class of a counted noun.
type class uint8

const (
	unknown class = iota
	person        // यात्री, महिला
	place         // जिला, स्कूल
	group         // दल, परिवार
	thing         // बस, मास्क
	event         // मामला, बैठक
)

var classNames = map[string]class{"person": person, "place": place, "group": group, "thing": thing, "event": event}

// shape says which slots of the paradigm a form fills; several may share a form.
type shape uint8

const (
	direct  shape = 1 << iota // direct singular: जिला, ट्रेन
	plural                    // direct plural, where it differs: जिले, ट्रेनें
	oblique                   // oblique plural: जिलों, ट्रेनों
)

// noun is an inflected form of a counted noun.
type noun struct {
	lemma string // direct singular
	class class
	fem   bool
	shape shape
}

// addForms enters every form of the lemma into put. The paradigms of Hindi nouns:
//
//	masculine in -आ      लड़का, लड़के, लड़कों      (नेता, मतदाता do not change: invariant)
//	masculine, others    घर, घर, घरों; आदमी, आदमियों; साधु, साधुओं; डाकू, डाकुओं
//	feminine in -ई -इ    गाड़ी, गाड़ियां, गाड़ियों; समिति, समितियां, समितियों
//	feminine in -इया     चिड़िया, चिड़ियां, चिड़ियों
//	feminine, others     बैठक, बैठकें, बैठकों; सभा, सभाएं, सभाओं; बहू, बहुएं, बहुओं
func addForms(lemma string, fem, invariant bool, put func(form string, s shape)) {
	if fem {
		put(lemma, direct)
	}
	stem, end := cutLast(lemma)
	two := func(pl, obl string) {
		switch {
		case fem:
			put(pl, plural)
		case pl == "": // घर, आदमी, नेता: one form for both
			put(lemma, direct|plural)
		default:
			put(lemma, direct)
			put(pl, plural)
		}
		put(obl, oblique)
		put(strings.TrimSuffix(obl, "ं"), oblique) // careless print: लोगो, बच्चो
	}
	// feminine is for endings with which only feminines have a plural of their own
	feminine := func(pl, obl string) {
		if !fem {
			pl = ""
		}
		two(pl, obl)
	}
	switch end {
	case "ा":
		switch {
		case strings.HasSuffix(stem, "िय") && fem:
			two(stem+"ां", stem+"ों")
		case fem:
			two(lemma+"एं", lemma+"ओं")
		case invariant:
			two("", lemma+"ओं")
		default:
			two(stem+"े", stem+"ों")
		}
	case "आ": // तेंदुआ, तेंदुए, तेंदुओं
		if fem {
			two(lemma+"एं", lemma+"ओं")
		} else {
			two(stem+"ए", stem+"ओं")
		}
	case "ी":
		feminine(stem+"ियां", stem+"ियों")
	case "ि":
		feminine(lemma+"यां", lemma+"यों")
	case "ई":
		feminine(stem+"इयां", stem+"इयों")
		put(stem+"ईयों", oblique)
	case "ू":
		feminine(stem+"ुएं", stem+"ुओं")
	case "ु":
		feminine(lemma+"एं", lemma+"ओं")
	case "ं": // कुआं, कुएं, कुओं
		if s, ok := strings.CutSuffix(lemma, "आं"); ok {
			two(s+"एं", s+"ओं")
		} else {
			two(lemma, lemma+"ओं")
		}
	case "े", "ै", "ो", "ौ", "ऊ", "ए", "ऐ", "ओ", "औ":
		two("", lemma+"ओं")
	default:
		feminine(lemma+"ें", lemma+"ों")
	}
}

// cutLast splits off the last code point.
func cutLast(s string) (stem, last string) {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i]&0xc0 != 0x80 {
			return s[:i], s[i:]
		}
	}
	return "", s
}

// marked says how the ending of an unlisted word marks the plural: oblique (-ों),
// plural (-ें -ियां -ाएं) or 0. A bare -े says nothing.
func marked(key string) shape {
	switch {
	case strings.HasSuffix(key, "ों"), strings.HasSuffix(key, "ओं"):
		return oblique
	case strings.HasSuffix(key, "ियां"), strings.HasSuffix(key, "ाएं"), strings.HasSuffix(key, "इयां"), strings.HasSuffix(key, "ुएं"):
		return plural
	case strings.HasSuffix(key, "ें") && len(key) > 9:
		return plural
	}
	return 0
}

// endings turns the plural ending of an unlisted word into that of its direct
// singular, first match wins: परियोजनाओं → परियोजना, मशीनें → मशीन.
var endings = []struct{ plural, singular string }{
	{"इयों", "ई"}, {"इयां", "ई"}, {"ाओं", "ा"}, {"ाएं", "ा"}, {"ुओं", "ू"}, {"ुएं", "ू"}, {"ओं", ""}, {"ों", ""}, {"ें", ""},
}

// lemma returns the direct singular of an unlisted plural by its ending. It works on
// the surface, so that letters the fold drops (ड़) stay.
func lemma(surface string) string {
	s := strings.Map(func(r rune) rune {
		switch {
		case r == devanagari.Candrabindu:
			return devanagari.Anusvara
		case devanagari.IsInvisible(r):
			return -1
		}
		return r
	}, surface)
	for _, e := range []string{"ियों", "ियां"} {
		if stem, ok := strings.CutSuffix(s, e); ok {
			if shortI(stem) {
				return stem + "ि"
			}
			return stem + "ी"
		}
	}
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(s, e.plural); ok {
			if e.plural == "ों" && longA(stem) {
				return stem + "ा"
			}
			return stem + e.singular
		}
	}
	return s
}

// longA reports whether a masculine stem before -ों has its direct singular in -आ. A double
// consonant stands before no other ending in Hindi words (खोमच्चा, भुट्टा, छत्ता, गड्ढा; but वृत्त), and so do
// the second parts -खाना, -नामा, -बाड़ा (बूचड़खाना, हलफनामा; but उपनाम).
func longA(stem string) bool {
	for _, e := range [...]string{"क्क", "ग्ग", "च्च", "ज्ज", "ट्ट", "ड्ड", "त्त", "प्प", "ब्ब", "ल्ल", "क्ख", "च्छ", "ट्ठ", "ड्ढ", "त्थ"} {
		if s, ok := strings.CutSuffix(stem, e); ok {
			return !strings.HasSuffix(s, "ृ") && !strings.HasSuffix(s, "िलाप") && s != ""
		}
	}
	for _, e := range [...]string{"खान", "नाम", "बाड़", "वाड़"} {
		if s, ok := strings.CutSuffix(stem, e); ok {
			return len(s) >= 6 && s != "उप" && s != "सर्व"
		}
	}
	return false
}

// shortI reports whether a stem before -ियों takes the short इ of Sanskrit nouns: शक्ति,
// समिति, उपलब्धि, दृष्टि, but बस्ती, युवती.
func shortI(stem string) bool {
	for _, e := range []string{"क्त", "त्त", "प्त", "ंत", "ष्ट", "ृत", "ित", "ीत", "ात", "द्ध", "ब्ध", "धत", "ोध", "ाध", "ुद्ध", "हान", "ध्वन", "ूर्त", "न्त"} {
		if strings.HasSuffix(stem, e) {
			return true
		}
	}
	return false
}
