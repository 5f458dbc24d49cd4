package organization

import (
	"fmt"
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/lexicon"
)

// body is a listed organisation.
type body struct {
	id, name, nameEn string
	kind             Kind
	public           bool
	series           bool // one name for many bodies, told apart by their place: आईआईटी कानपुर
}

// entry is one name of a listed body.
type entry struct {
	body         *body
	needsContext bool // the name is also a word
}

// table is the word knowledge of this package, built once.
type table struct {
	names     lexicon.Phrases[entry]
	heads     lexicon.Phrases[head]
	before    lexicon.Phrases[Kind] // nouns that a name follows: समाचार एजेंसी | तास
	qualifier map[string]need
	party     map[string]bool // words that follow the name of a party or union
	foreign   map[string]bool // अमेरिकी नौसेना is not the Indian one
	linker    map[string]bool // ऑफ, एंड inside English names
	forward   map[string]bool // ऑफ that a name goes on behind: यूनिवर्सिटी ऑफ शिकागो
	seat      map[string]bool // what makes लोकसभा a constituency: लोकसभा सीट
	object    map[string]bool // what makes a name the name of a thing: रेलवे स्टेशन
	stop      map[string]bool // words of no name: रुपये, मौके
	office    map[string]bool // offices: टीआई कोतवाली
	thing     map[string]bool // letter names that are no body: जीपीएस, नीट, डीसीपी
	doer      map[string]bool // what bodies have, behind के and की: टीम, अधिकारी, मुताबिक
	generic   map[string]bool // a subject and a head that name no body: शिक्षण संस्थान, मंदिर समिति
	member    map[string]bool // who a union is of: चिकित्सा अधिकारी | संघ, हम्माल संघ
	announce  map[string]bool // the last word of a noun that announces a name: ब्रोकरेज फर्म | शुभलाभ
	anchor    map[string]bool // what opens the long name of a public body: राष्ट्रीय … प्रयोगशाला
	noun      map[string]bool // things and people that are counted, which name nothing: पासबुक
	brand     map[string]bool // common words that firms, schools and trusts are called: ज्योति, उड़ान
	faction   map[string]bool // what stands in brackets behind a party or a union: (टिकैत)
	prefix    map[string]bool // titles before the name that a body bears: मां | शारदा राइस मिल
	union     []string
	people    lexicon.Phrases[bool] // known people of the user's own table
	letters   [128][]string         // the names of Latin letters, by their first letter
}

// needOf reads the letters of a column: p place, s subject, n name, a scope.
func needOf(s string) need {
	var n need
	for _, c := range s {
		switch c {
		case 'p':
			n |= needPlace
		case 's':
			n |= needSubject
		case 'n':
			n |= needName
		case 'a':
			n |= needScope
		}
	}
	return n
}

var kinds = map[string]Kind{
	"party": Party, "government": Government, "police": Police, "court": Court, "company": Company, "media": Media,
	"ngo": NGO, "education": Education, "health": Health, "sport": Sport, "other": Other,
}

// marks sets apart the marks that are tokens of their own in running text: शिवसेना (यूबीटी).
var marks = strings.NewReplacer("(", " ( ", ")", " ) ", "+", " + ", "&", " & ", "'", " ' ")

// tables returns the loaded knowledge. A row of an unknown kind is a bug in the data
// and panics with its line.
var tables = lexicon.Derive(func(lx *lexicon.Lexicon) *table {
	t := &table{qualifier: make(map[string]need), party: make(map[string]bool), linker: make(map[string]bool), foreign: make(map[string]bool), forward: make(map[string]bool),
		seat: make(map[string]bool), object: make(map[string]bool), stop: make(map[string]bool), office: make(map[string]bool), thing: make(map[string]bool), doer: make(map[string]bool), announce: make(map[string]bool), generic: make(map[string]bool), member: make(map[string]bool),
		anchor: make(map[string]bool), brand: make(map[string]bool), prefix: make(map[string]bool), faction: make(map[string]bool)}
	for _, l := range strings.Fields("ए बी सी डी ई एफ जी एच आई आइ जे के एल एम एन ओ पी क्यू आर एस टी यू वी व्ही डब्ल्यू डब्लू एक्स वाई वाइ वाय जेड") {
		t.letters[firstLetter(l)] = append(t.letters[firstLetter(l)], l)
	}
	for _, r := range lx.Rows("organizations") {
		kind, ok := kinds[r.Field(3)]
		if !ok {
			panic(fmt.Sprintf("organizations.tsv:%d: unknown kind %q", r.Line, r.Field(3)))
		}
		name, star := strings.CutPrefix(r.Field(0), "*")
		b := &body{devanagari.Fold(name), name, r.Field(2), kind, r.Field(4) == "public", r.Field(4) == "series"}
		t.addName(name, entry{b, star})
		for _, a := range r.List(1) {
			a, star := strings.CutPrefix(a, "*")
			t.addName(a, entry{b, star})
		}
		if r.Field(2) != "" {
			t.names.Add(marks.Replace(r.Field(2)), entry{b, false})
		}
	}
	for _, r := range lx.Rows("organization_heads") {
		switch class := r.Field(1); class {
		case "subject", "member", "scope":
			k := needSubject
			if class == "scope" {
				k = needScope
			}
			for _, w := range lexicon.Words(r.Field(0)) {
				t.qualifier[w] |= k
				if class == "member" {
					t.member[w] = true
				}
			}
		case "follows":
			t.party[devanagari.Fold(r.Field(0))] = true
		case "forward":
			t.forward[devanagari.Fold(r.Field(0))] = true
		case "foreign":
			t.foreign[devanagari.Fold(r.Field(0))] = true
		case "before":
			t.before.Add(r.Field(0), beforeKind(r.Field(0)))
			w := lexicon.Words(r.Field(0))
			t.announce[w[len(w)-1]] = true
		case "seat":
			t.seat[devanagari.Fold(r.Field(0))] = true
		case "object":
			t.object[devanagari.Fold(r.Field(0))] = true
		case "stop":
			t.stop[devanagari.Fold(r.Field(0))] = true
		case "thing":
			t.thing[devanagari.Fold(r.Field(0))] = true
			for _, v := range spellings(devanagari.Fold(r.Field(0))) {
				t.thing[v] = true
			}
		case "generic":
			t.generic[devanagari.Fold(r.Field(0))] = true
		case "anchor":
			t.anchor[devanagari.Fold(r.Field(0))] = true
		case "brand":
			t.brand[devanagari.Fold(r.Field(0))] = true
		case "faction":
			t.faction[devanagari.Fold(r.Field(0))] = true
		case "prefix":
			t.prefix[devanagari.Fold(r.Field(0))] = true
		case "doer":
			t.doer[devanagari.Fold(r.Field(0))] = true
		case "name":
			for _, w := range lexicon.Words(r.Field(0)) {
				t.qualifier[w] |= needName | needSubject
			}
		case "linker":
			t.linker[devanagari.Fold(r.Field(0))] = true
		case "union":
			t.union = append(t.union, devanagari.Fold(r.Field(0)))
		default:
			kind, ok := kinds[class]
			if !ok {
				panic(fmt.Sprintf("organization_heads.tsv:%d: unknown kind %q", r.Line, class))
			}
			h := head{kind, needOf(r.Field(2)), needOf(r.Field(2) + r.Field(3)), strings.Contains(r.Field(3), "c"), strings.Contains(r.Field(3), "e"), strings.Contains(r.Field(3), "l")}
			t.heads.Add(r.Field(0), h)
		}
	}
	t.noun = make(map[string]bool)
	for _, r := range lx.Rows("nouns") {
		if w := devanagari.Fold(r.Field(0)); !strings.Contains(w, " ") && !t.brand[w] && t.qualifier[w] == 0 {
			t.noun[w] = true
		}
	}
	for _, r := range lx.Rows(lexicon.People) {
		for _, name := range append(r.List(1), r.Field(0)) {
			t.people.Add(name, true)
		}
	}
	for _, r := range lx.Rows("roles") {
		for _, w := range r.List(0) {
			if r.Field(2) != "" {
				t.office[devanagari.Fold(w)] = true
			}
		}
	}
	return t
})

// addName enters name and the other spellings of the letter names in it.
func (t *table) addName(name string, e entry) {
	t.names.Add(marks.Replace(name), e)
	if !t.acronym(devanagari.Fold(strings.Fields(name)[0])) {
		return
	}
	for _, v := range spellings(name) {
		t.names.Add(marks.Replace(v), e)
	}
}

// spellings returns the other ways to write the letter names of name: सीबीआई, सीबीआइ;
// एमवाई, एमवाय; डब्ल्यूएचओ, डब्लूएचओ.
func spellings(name string) []string {
	var out []string
	for _, v := range []*strings.Replacer{short, plain, both} {
		if s := v.Replace(name); s != name {
			out = append(out, s)
		}
	}
	return out
}

var (
	short = strings.NewReplacer("आई", "आइ", "वाई", "वाइ")
	plain = strings.NewReplacer("डब्ल्यू", "डब्लू")
	both  = strings.NewReplacer("आई", "आइ", "वाई", "वाइ", "डब्ल्यू", "डब्लू")
)

// beforeKind says what sort of body follows the noun.
func beforeKind(noun string) Kind {
	for _, m := range []struct {
		part string
		kind Kind
	}{{"कंपनी", Company}, {"फर्म", Company}, {"रेटिंग", Company}, {"स्टार्टअप", Company}, {"निर्माता", Company}, {"हाउस", Company}, {"प्लेटफॉर्म", Company},
		{"संगठन", NGO}, {"संस्था", NGO}, {"समूह", NGO}, {"गुट", NGO}, {"थिंक", NGO}, {"एनजीओ", NGO}, {"पार्टी", Party},
		{"अंतरिक्ष", Government}, {"मौसम", Government}, {"आपदा", Government}} {
		if strings.Contains(noun, m.part) {
			return m.kind
		}
	}
	return Media
}

// acronym reports whether key is spelt of the names of Latin letters: डब्ल्यूएचओ.
func (t *table) acronym(key string) bool {
	return len(key) > 6 && len(key) < 60 && t.spelt(key, 2)
}

// spelt reports whether key is spelt of the names of at least n letters.
func (t *table) spelt(key string, n int) bool {
	if key == "" {
		return n <= 0
	}
	for _, l := range t.letters[firstLetter(key)] {
		if strings.HasPrefix(key, l) && t.spelt(key[len(l):], n-1) {
			return true
		}
	}
	return false
}

// firstLetter returns the place in the Devanagari block of the letter that key opens with,
// 0, where no letter stands, for other keys.
func firstLetter(key string) byte {
	if len(key) < 3 || key[0] != 0xe0 || key[1]|1 != 0xa5 {
		return 0
	}
	return key[1]&1<<6 | key[2]&0x3f
}
