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
	state  bool // what befell somebody, no role: दोषी, घायल
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
	people     map[string]bool // of what country: विदेश मंत्री | पाकिस्तानी राजनयिकों से
	body       map[string]bool // what bodies are, so that डीएम | कोर्ट and लेखक | संघ are no people

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
	bodyWord
	peopleWord
)

// has reports whether the word is in any of the sets.
func (s wordSet) has(sets wordSet) bool { return s&sets != 0 }

// index joins the sets of t that wordSet names.
func (t *table) index() {
	all := make(map[string]wordSet)
	for set, words := range map[wordSet]map[string]bool{
		stopWord: t.stop, rankNameWord: t.rankName, particleWord: t.particle, thingWord: t.thing, stormWord: t.storm,
		subjectWord: t.subject, tailWord: t.tail, middleWord: t.middle, ruleWord: t.rule, bodyWord: t.body, peopleWord: t.people,
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
		modifier: make(map[string]bool), subject: make(map[string]bool), wing: make(map[string]bool), unit: make(map[string]bool), body: make(map[string]bool), people: make(map[string]bool),
		recordWord: set("पुत्र पुत्री पत्नी पिता पति सुपुत्र सुपुत्री निवासी वासी उर्फ उम्र"),
	}
	classes := map[string]*map[string]bool{
		"tail": &t.tail, "middle": &t.middle, "particle": &t.particle, "title": &t.title, "deity": &t.deity, "storm": &t.storm, "station": &t.station, "thing": &t.thing,
		"rule": &t.rule, "union": &t.union, "club": &t.club, "adverb": &t.adverb, "party": &t.party, "body_kind": &t.bodyKind, "rank_name": &t.rankName, "stop": &t.stop,
	}
	for _, words := range classes {
		*words = make(map[string]bool)
	}
	for _, r := range lx.Rows("name_words") {
		words, ok := classes[r.Field(0)]
		if !ok {
			panic(fmt.Sprintf("name_words.tsv:%d: unknown class %q", r.Line, r.Field(0)))
		}
		for w := range set(r.Field(1)) {
			(*words)[w] = true
		}
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
			place: strings.Contains(flags, "j"), weak: strings.Contains(flags, "w"), kin: strings.Contains(flags, "k"), state: strings.Contains(flags, "s"),
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
		if r.Field(1) == "foreign" || r.Field(1) == "anchor" {
			t.people[devanagari.Fold(r.Field(0))] = true
		}
		if r.Field(2) != "" {
			w := lexicon.Words(r.Field(0))
			t.body[w[len(w)-1]] = true
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
