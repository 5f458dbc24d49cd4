package quotation

import (
	"strings"
	"sync"

	"khabar/pkg/devanagari"
	"khabar/pkg/lexicon"
)

// form is the form of a verb that a word spells.
type form uint8

const (
	perfective   form = iota + 1 // कहा कही कहे
	imperfective                 // कहता कहती कहते
	root                         // कह
	infinitive                   // कहना कहने
)

// verb is a reporting verb in one of its forms.
type verb struct {
	act  string
	form form
	erg  bool // may take its source with ने
	bare bool // may take its source without
	weak bool // has other meanings: needs कि or a quote mark
}

// phrase is a noun that makes a reporting verb with a light verb: आरोप + लगाना.
type phrase struct {
	words  []string // folded, in text order
	lights map[string]bool
	act    string
}

// light is a form of a light verb.
type light struct {
	lemma string
	form  form
}

// nounKind says what a noun at the head of a source stands for.
type nounKind uint8

const (
	groupNoun    nounKind = iota + 1 // ग्रामीणों
	bodyNoun                         // पुलिस
	roleNoun                         // मंत्री छात्रा
	documentNoun                     // रिपोर्ट
	nobodyNoun                       // सूत्रों
	thingNoun                        // नियम
)

type noun struct {
	kind     nounKind
	official bool
}

// words are the loaded tables. Read-only.
type words struct {
	verbs   map[string]verb
	phrases map[string][]phrase // by last word
	lights  map[string][]light
	nouns   map[string]string // of the genitive frame: कहना → say
	openers []string          // first words of after and before
	after   lexicon.Phrases[string]
	before  lexicon.Phrases[string]
	heads   map[string]noun
	same    map[string]string   // office → the first name of its line
	parts   lexicon.Index[part] // what a word may begin or be, for one look-up a token
}

// part says what a word can be part of, as bits.
type part uint8

const (
	aVerb    part = 1 << iota // a form of a reporting verb
	aLight                    // a form of a light verb
	aNoun                     // a noun of the genitive frame
	aMarker                   // opens a postpositional phrase or बकौल
	aPointer                  // यह, इसकी before जानकारी
)

var load = sync.OnceValue(func() *words {
	w := &words{
		verbs:   make(map[string]verb),
		phrases: make(map[string][]phrase),
		lights:  make(map[string][]light),
		nouns:   make(map[string]string),
		heads:   make(map[string]noun),
		same:    make(map[string]string),
	}
	seen := make(map[string]bool)
	for _, row := range lexicon.Rows("reporting") {
		act := row.Field(3)
		for _, word := range row.List(1) {
			key := devanagari.Fold(word)
			switch row.Field(0) {
			case "verb":
				w.addVerb(key, act, true)
			case "bare":
				w.addVerb(key, act, false)
			case "phrase":
				w.addPhrase(key, row.List(2), act, seen)
			case "noun":
				w.nouns[key] = act
			case "after":
				w.after.Add(word, act)
				w.openers = append(w.openers, lexicon.Words(word)[0])
			case "before":
				w.before.Add(word, act)
				w.openers = append(w.openers, lexicon.Words(word)[0])
			case "body":
				w.heads[key] = noun{bodyNoun, act == "official"}
			case "group":
				w.heads[key] = noun{groupNoun, act == "official"}
			case "role":
				w.heads[key] = noun{roleNoun, act == "official"}
			case "document":
				w.heads[key] = noun{documentNoun, false}
			case "nobody":
				w.heads[key] = noun{nobodyNoun, false}
			case "thing":
				w.heads[key] = noun{thingNoun, false}
			case "same":
				w.same[key] = key
				for _, other := range row.List(2) {
					w.same[devanagari.Fold(other)] = key
				}
			default:
				panic("quotation: reporting.tsv: unknown kind " + row.Field(0))
			}
		}
	}
	parts := make(map[string]part, len(w.verbs)+len(w.lights))
	for key := range w.verbs {
		parts[key] |= aVerb
	}
	for key := range w.lights {
		parts[key] |= aLight
	}
	for key := range w.nouns {
		parts[key] |= aNoun
	}
	for key := range genPronouns {
		parts[key] |= aMarker
	}
	for _, key := range w.openers {
		parts[key] |= aMarker
	}
	for key := range pointers {
		parts[key] |= aPointer
	}
	parts["इस"] |= aPointer
	parts["ऐसा"] |= aPointer
	w.parts = lexicon.NewIndex(parts)
	return w
})

// weakVerbs report speech only where the speech plainly follows.
var weakVerbs = map[string]bool{"जोडना": true, "समझाना": true, "सुझाना": true, "लिखना": true, "मानना": true, "पूछना": true, "बोलना": true, "फरमाना": true}

func (w *words) addVerb(lemma, act string, erg bool) {
	for key, f := range inflect(lemma) {
		v := w.verbs[key]
		if v.act == "" {
			v = verb{act: act, form: f, weak: weakVerbs[lemma]}
		}
		switch {
		case erg:
			v.erg = true
		default:
			v.bare = true
			if f != perfective { // माना कि: said; मानते हैं कि: believes
				v.act = act
			}
		}
		w.verbs[key] = v
	}
}

// addPhrase enters a noun with its light verbs. A light verb of two words gives its
// first to the noun: निर्देश + जारी करना is "निर्देश जारी" + करना.
func (w *words) addPhrase(noun string, lights []string, act string, seen map[string]bool) {
	for _, l := range lights {
		words := strings.Fields(noun + " " + devanagari.Fold(l))
		lemma := words[len(words)-1]
		words = words[:len(words)-1]
		last := words[len(words)-1]
		if !seen[lemma] {
			seen[lemma] = true
			for key, f := range inflect(lemma) {
				w.lights[key] = append(w.lights[key], light{lemma, f})
			}
		}
		w.phrases[last] = append(w.phrases[last], phrase{words, map[string]bool{lemma: true}, act})
	}
}

// irregular are the perfective forms that no rule gives.
var irregular = map[string]string{
	"करना": "किया की किए कीं",
	"देना": "दिया दी दिए दीं",
	"लेना": "लिया ली लिए लीं",
}

// inflect returns the forms of the verb with the folded infinitive lemma.
func inflect(lemma string) map[string]form {
	stem := strings.TrimSuffix(lemma, "ना")
	out := map[string]form{stem: root, lemma: infinitive, stem + "ने": infinitive}
	for _, end := range []string{"ता", "ती", "ते"} {
		out[devanagari.Fold(stem+end)] = imperfective
	}
	perf := irregular[lemma]
	if perf == "" {
		if strings.HasSuffix(stem, "ा") || strings.HasSuffix(stem, "ो") {
			perf = stem + "या " + stem + "ई " + stem + "ए " + stem + "ईं"
		} else {
			perf = stem + "ा " + stem + "ी " + stem + "े " + stem + "ीं"
		}
	}
	for _, p := range strings.Fields(perf) {
		out[devanagari.Fold(p)] = perfective
	}
	return out
}

// set returns the folded words of list as a set.
func set(list string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		m[devanagari.Fold(w)] = true
	}
	return m
}

var (
	// tail words close the verb phrase behind the cue.
	tail = set("है हैं था थे थी थीं हो होगा हुआ हुई")
	// goers make a perfective passive: कहा गया, बताया जा रहा है.
	goers = set("गया गई गए जा जाता जाती जाते जाए")
	// progress words make a root finite: कह रहे हैं, कह चुके हैं.
	progress = set("रहा रही रहे चुका चुकी चुके")
	// completers make a root perfective: कह दिया, कह डाला.
	completers = set("दिया दी दिए डाला डाली")
	// fillers may stand between the noun of a phrase and its light verb, or between
	// the genitive of a source and its noun: आरोप भी लगाया, का यह भी कहना है.
	fillers = set("भी ही तो यह ये साफ आगे तक जरूर फिर खुलकर यही अब पहले")
	// bareAdverbs may stand between a source without ने and its verb.
	bareAdverbs = set("बार बार-बार अक्सर हमेशा लगातार पहले खुद यह यही ऐसा हंसकर साफ खुलकर बताते - जोर देकर आज कल")
	// ergative pronouns carry their ने.
	ergPronouns = set("उन्होंने उसने इन्होंने इसने मैंने हमने सबने तुमने आपने दोनोंने")
	// relative pronouns open a clause of their own: जिन्होंने … ने कहा.
	relPronouns = set("जिन्होंने जिसने जो जिसका जिनका जिसके जिनके जिसकी जिनकी किसने किन्होंने")
	// genitive pronouns: उनका कहना है, उनके मुताबिक.
	genPronouns = set("उनका उनके उनकी उसका उसके उसकी इनका इनके इनकी इसका इसके इसकी")
	// nominative pronouns.
	nomPronouns = set("वह वो वे यह ये")
	// joins connect two clauses.
	joins = set("और एवं तथा व लेकिन मगर परंतु किंतु पर जबकि वहीं उधर इधर हालांकि बल्कि")
	// openers stand before a source and are no part of it.
	connectors = set(`जब यही नहीं वहीं वही उधर इधर हालांकि लेकिन मगर परंतु किंतु जबकि बल्कि और एवं तथा व या अब तब फिर बाद दौरान बीच पहले साथ अलावा
		बारे तरफ ओर बता दें गौरतलब दरअसल आखिर यहां वहां आज कल इसी यदि अगर तो कि क्योंकि इसलिए ताकि खुद भी ही इसके उसके इससे उससे
		सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार पर में से को ने तक द्वारा लिए`)
	// participles before a source tell what it did and are no part of it.
	participles = set("पहुंचे पहुंची पहुंचीं आए आई आईं मौजूद भड़के भड़कीं सवार उपस्थित शामिल बैठे बैठी जुड़े जुड़ी गए गई लौटे लौटी")
	// writes are what one does with a text that then speaks: पत्र लिखा है, जिसमें …
	writes = set("लिखा लिखी भेजा भेजी जारी सौंपा सौंपी दायर किया की दी दिया")
	// questions in a headline behind बताया promise an answer and quote nobody.
	questions = set("क्यों क्या कैसे कब कहां कौन किसने किसे कितना कितने कितनी")
	// subordinate opens a clause that leads up to the main one.
	subordinate = set("जब जैसा जैसे अगर यदि हालांकि चूंकि क्योंकि जहां जो तब")
	// agencies close a story in brackets: (इनपुट- भाषा)
	agencies = set("इनपुट भाषा एएनआई एएनआइ पीटीआई पीटीआइ आईएएनएस आइएएनएस एजेंसी एजेंसियां वार्ता यूनीवार्ता एएफपी रॉयटर्स ani pti ians agency input")
	// teasers open what a headline promises, not what somebody said: क्या बोले विधायक, जानिए
	teasers = set("जानिए जानें जाने पढ़ें पढ़िए देखें देखिए सुनें सुनिए क्लिक")
	// stops end a sentence.
	stops = set("। ॥ ? ! . … ...")
)
