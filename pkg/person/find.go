package person

import (
	"strconv"
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/organization"
	"khabar/pkg/tagger"
)

// finder is the state of one Find.
type finder struct {
	kinds   []part // by token: kindOf once the roles are fixed, plus one; nil before
	d       *document.Document
	in      Input
	t       *table
	place   []int32 // by token: 1 a place name, 2 a doubtful one, 0 none
	orgAt   []int32 // by token: index of the organisation that covers it, -1 for none
	orgTo   []int32 // by token: the end of that mention
	roles   []role
	intro   []int32 // by token: index in intros, 0 for none
	intros  [][]int // roles whose name starts at one token; the first is empty
	runs    []run
	initial map[int]bool      // tokens के that are an initial
	held    []bool            // by token: it belongs to the head or the wing of a role
	known   map[int]knownName // names of the user's people by first token; nil where there are none
	storms  map[string]bool   // names that a storm of the article bears: कैटरीना तूफान
}

// Find returns the people of d.
func Find(d *document.Document, in Input) Result {
	n := d.Len()
	f := &finder{d: d, in: in, t: tables(d.Lexicon()), intros: make([][]int, 1, 16), initial: make(map[int]bool)}
	words := make([]int32, 4*n)
	f.place, f.orgAt, f.orgTo, f.intro = words[:n], words[n:2*n], words[2*n:3*n], words[3*n:]
	for i := range f.orgAt {
		f.orgAt[i] = -1
	}
	for _, p := range in.Places {
		v := int32(1)
		if p.Doubtful {
			v = 2
		}
		for i := p.First; i < p.End && i < n; i++ {
			f.place[i] = v
		}
	}
	for k, o := range in.Organizations {
		for _, m := range o.Mentions {
			for i := m.First; i < m.End && i < n; i++ {
				f.orgAt[i], f.orgTo[i] = int32(k), int32(m.End)
			}
		}
	}
	f.held = make([]bool, n)
	f.findKnown()
	f.findRoles()
	for k := range f.roles {
		for i := f.roles[k].head.First; i < f.roles[k].r.End; i++ {
			f.held[i] = true
		}
	}
	f.spacedInitials()
	f.introduce()
	f.nameStorms()
	f.kinds = make([]part, n)
	f.findRuns()
	return f.assemble()
}

// spacedInitials notes the letters of initials without stops where one of them is also a
// word of grammar: एन के गुप्ता ने, पी के सिंह, and before a clause or a name के के शर्मा. The words
// बिहार के सी त्यागी stay a genitive.
func (f *finder) spacedInitials() {
	tokens := f.d.Tokens()
	for i := 0; i < len(tokens); i++ {
		n := i
		for n < len(tokens) && n-i < 4 && tokens[n].Class.Has(lexicon.Letter) && tokens[n].Sentence == tokens[i].Sentence {
			n++
		}
		if n-i < 2 || n-i > 3 || n >= len(tokens) || tokens[n].Sentence != tokens[i].Sentence {
			continue
		}
		c := tokens[n].Class
		if !c.Has(lexicon.Surname) || c.Has(grammar) {
			continue
		}
		if tokens[i].Class.Has(grammar) && i > 0 && tokens[i-1].Sentence == tokens[i].Sentence && tokens[i-1].Kind != document.Punct && !tokens[i-1].Class.Has(lexicon.Honorific|lexicon.Conjunction) {
			if k, _ := f.headEndingBefore(i); k == 0 {
				continue
			}
		}
		for k := i; k < n; k++ {
			f.initial[k] = true
		}
		i = n
	}
}

// headEndingBefore returns the role whose phrase ends before token i.
func (f *finder) headEndingBefore(i int) (int, *office) {
	for k := range f.roles {
		if f.roles[k].r.End == i {
			return f.roles[k].head.Len(), f.roles[k].o
		}
	}
	return 0, nil
}

// nameStorms notes the names that stand beside a storm: कैटरीना तूफान, चक्रवात 'माइकल'. Further
// on in the article such a name by itself is the storm.
func (f *finder) nameStorms() {
	tokens := f.d.Tokens()
	note := func(at, step int) {
		sentence := tokens[at].Sentence
		if at+step >= 0 && at+step < len(tokens) && strings.Contains(`'"‘’“”`, f.d.Key(at+step)) {
			at += step // the quotation mark around a name
		}
		if at += step; at >= 0 && at < len(tokens) && tokens[at].Sentence == sentence && tokens[at].Kind == document.Word && !tokens[at].Class.Has(grammar|lexicon.CommonWord) {
			if f.storms == nil {
				f.storms = make(map[string]bool)
			}
			f.storms[tokens[at].Key] = true
		}
	}
	for i := range tokens {
		switch tokens[i].Key {
		case "तूफान", "चक्रवात", "हरिकेन", "साइक्लोन", "टाइफून":
			note(i, -1)
			note(i, 1)
		case "चक्रवाती":
			note(i, 1)
		}
	}
}

func (f *finder) inOrg(i int) bool { return i >= 0 && i < len(f.orgAt) && f.orgAt[i] >= 0 }

func (f *finder) orgEnd(i int) int { return int(f.orgTo[i]) }

// orgStart returns the first token of the organisation mention that covers token i.
func (f *finder) orgStart(i int) int {
	for i > 0 && f.orgAt[i-1] == f.orgAt[i] && f.orgTo[i-1] == f.orgTo[i] {
		i--
	}
	return i
}

// introduce finds for each role where the name behind it would start:
//
//	पद [स्थान] [(खंड)] [आयु] [सम्मान] नाम
//	एसपी उन्नाव माधव प्रसाद त्रिपाठी, याचिकाकर्ता 68 साल के रामपाल नागर
func (f *finder) introduce() {
	for k := range f.roles {
		ro := &f.roles[k]
		i := ro.r.End
		sentence := f.d.Tokens()[ro.head.First].Sentence
		i = f.skipBracket(i)
		if i < f.d.Len() && f.d.Tokens()[i].Sentence == sentence && !ro.o.kin {
			i = f.jurisdiction(ro, i)
		}
		if f.t.wing[f.d.Key(i)] && ro.place.Len() > 0 {
			i++
		}
		i = f.skipBracket(i)
		if f.d.Key(i) == "," && !ro.o.kin && f.fullName(f.skipHonorifics(i+1)) && f.speaks(f.skipHonorifics(i+1)) {
			i++ // विभाग के बीटेक छात्र, उमंग माथुर ने
		}
		if f.d.Key(i) == "के" && !ro.o.kin && f.fullName(i+1) && f.speaks(i+1) {
			f.initial[i] = true // मुख्यमंत्री के चंद्रशेखर राव ने
		}
		i = f.skipAge(i)
		i = f.skipHonorifics(i)
		for j := ro.place.First; j < ro.place.End; j++ {
			f.held[j] = true
		}
		ro.name = -1
		if i < f.d.Len() && f.d.Tokens()[i].Sentence == sentence {
			ro.name = i
			f.introduces(i, append(f.introAt(i), k))
		}
	}
	// Several offices before one name: स्वास्थ्य मंत्री और बीजेपी नेता X, पूर्व मंत्री विधायक X.
	for k := len(f.roles) - 2; k >= 0; k-- {
		a, b := &f.roles[k], &f.roles[k+1]
		if b.name < 0 || a.o.kin != b.o.kin || a.o.kin {
			continue
		}
		gap := b.r.First - a.r.End
		if gap == 0 || gap == 1 && (joins(f.d.Key(a.r.End)) || f.d.Key(a.r.End) == "सह" || f.d.Key(a.r.End) == ",") {
			if f.d.Tokens()[a.r.First].Sentence == f.d.Tokens()[b.r.First].Sentence {
				if a.name != b.name {
					f.introduces(b.name, append([]int{k}, f.introAt(b.name)...))
					a.name = b.name
				}
			}
		}
	}
}

// introAt returns the roles whose name starts at token i.
func (f *finder) introAt(i int) []int { return f.intros[f.intro[i]] }

// introduces notes the roles whose name starts at token i.
func (f *finder) introduces(i int, roles []int) {
	if f.intro[i] == 0 {
		f.intro[i] = int32(len(f.intros))
		f.intros = append(f.intros, nil)
	}
	f.intros[f.intro[i]] = roles
}

// speaks reports whether the two or three name words at token i are followed by ने or के
// मुताबिक and so are the subject.
func (f *finder) speaks(i int) bool {
	for j := i + 2; j <= i+3; j++ {
		switch f.d.Key(j) {
		case "ने":
			return true
		case "के":
			k := f.d.Key(j + 1)
			return k == "मुताबिक" || k == "अनुसार"
		}
	}
	return false
}

// skipBracket skips a short bracket: (कक्ष संख्या सात).
func (f *finder) skipBracket(i int) int {
	if f.d.Key(i) != "(" {
		return i
	}
	for j := i + 1; j < i+7; j++ {
		if f.d.Key(j) == ")" {
			return j + 1
		}
	}
	return i
}

// skipAge skips "45 वर्षीय", "68 साल के", "(45)".
func (f *finder) skipAge(i int) int {
	if i >= f.d.Len() || f.d.Tokens()[i].Kind != document.Number {
		return i
	}
	j := i + 1
	switch f.d.Key(j) {
	case "वर्षीय", "वर्षीया", "वर्षिय":
		return j + 1
	case "साल", "वर्ष", "बरस":
		if k := f.d.Key(j + 1); k == "के" || k == "की" || k == "का" {
			return j + 2
		}
	}
	return i
}

// skipHonorifics skips डॉ. श्री and their kin before a name.
func (f *finder) skipHonorifics(i int) int {
	for i < f.d.Len() {
		n := f.honorific(i)
		if n == 0 {
			return i
		}
		i += n
	}
	return i
}

// honorific returns the number of tokens of the honorific at i (डॉ + .), 0 where the
// word is the name itself: चौधरी ने, पंडित के.
func (f *finder) honorific(i int) int {
	t := &f.d.Tokens()[i]
	if !t.Class.Has(lexicon.Honorific) {
		return 0
	}
	n := 1
	if f.stopSign(i + 1) {
		return 2
	}
	if t.Key == "स" {
		return 0 // only स. is सरदार
	}
	if f.t.middle[f.d.Key(i+1)] && t.Class.Has(lexicon.GivenName|lexicon.Surname) || t.Key == "कुमारी" && !f.fullName(i+1) {
		return 0 // कुंवर सिंह रावत, कुमारी सोनल
	}
	if t.Class.Has(lexicon.GivenName | lexicon.Surname | lexicon.CommonWord) {
		// also a name: an honorific only before one
		if i+1 >= f.d.Len() || !f.nameLike(i+1) {
			return 0
		}
	}
	return n
}

// stopSign reports whether token i is the stop of an abbreviation, or the sign ० that
// papers set for it: डॉ. डॉ० डॉ॰.
func (f *finder) stopSign(i int) bool {
	switch f.d.Key(i) {
	case ".", "॰":
		return true
	case "0", "०":
		return i > 0 && !f.d.Tokens()[i].Space
	}
	return false
}

// jurisdiction reads the place behind an office and returns where the name starts.
func (f *finder) jurisdiction(ro *role, i int) int {
	tokens := f.d.Tokens()
	if _, known := f.known[i]; known || f.orgAt[i] >= 0 {
		return i
	}
	if f.place[i] != 0 {
		j := i
		for j < len(tokens) && f.place[j] == f.place[i] && tokens[j].Sentence == tokens[i].Sentence && j-i < 3 {
			j++
		}
		if j < len(tokens) && (f.nameLike(j) || f.honorific(j) > 0) && !f.t.middle[tokens[j].Key] {
			c := tokens[i].Class
			if f.tagged(i, 0.3) && !f.fullName(j) {
				return i // डीजीपी गुप्तेश्वर पांडेय
			}
			if !ro.o.place && f.honorific(j) == 0 && !f.fullName(j) {
				return i // प्रवक्ता माओ निंग
			}
			if !c.Has(lexicon.GivenName) || f.fullName(j) && tokens[j].Class.Has(lexicon.GivenName) {
				ro.place = document.Range{First: i, End: j}
				return j
			}
		}
		return i
	}
	if !ro.o.place {
		return i
	}
	if f.t.station[tokens[i].Key] && (f.nameLike(i+1) || i+1 < len(tokens) && f.honorific(i+1) > 0) {
		ro.place = document.Range{First: i, End: i + 1}
		return i + 1
	}
	// a place that the gazetteer does not know, before a full name: टीआई खजराना सीबी सिंह
	if f.wordLike(i) && !tokens[i].Class.Has(lexicon.GivenName|lexicon.Surname|lexicon.Honorific) && !f.initials(i) && f.fullName(f.skipHonorifics(i+1)) {
		if !f.t.particle[tokens[i+1].Key] && (tokens[i+1].Class.Has(lexicon.GivenName) && !f.t.tail[tokens[i+1].Key] || f.honorific(i+1) > 0 || f.initials(i+1)) { // not डेरेक | ओ ब्रायन
			ro.place = document.Range{First: i, End: i + 1}
			return i + 1
		}
	}
	return i
}

// fullName reports whether two name words stand at i.
func (f *finder) fullName(i int) bool {
	return i+1 < f.d.Len() && f.nameLike(i) && f.nameLike(i+1)
}

// nameLike reports whether token i can be part of a name.
func (f *finder) nameLike(i int) bool { return i < f.d.Len() && f.kindOf(i) > notName }

// wordLike reports whether token i is a word that is neither common nor of grammar.
func (f *finder) wordLike(i int) bool {
	if i >= f.d.Len() {
		return false
	}
	t := &f.d.Tokens()[i]
	return t.Kind == document.Word && t.Class&(grammar|lexicon.CommonWord) == 0 && !f.t.words.Of(t.Word).has(stopWord)
}

const grammar = lexicon.Postposition | lexicon.Pronoun | lexicon.Demonstrative | lexicon.Conjunction | lexicon.Auxiliary | lexicon.Particle | lexicon.Month | lexicon.Weekday

// part says what a token may be in a name.
type part uint8

const (
	notName   part = iota
	unknown        // a word of no list
	ambiguous      // a name that is also a word: विकास
	place          // a place that is no listed name
	initial        // जे, जेपी
	formed         // a word of no list that is built like a name: शिवमूरत
	given
	surname
	tail // कुमार, देवी
)

// tag returns the type of name that the tagger proposes for token i, and its margin.
func (f *finder) tag(i int) (tagger.Type, float32) {
	if i < 0 || i >= len(f.in.Tags) {
		return tagger.None, 0
	}
	t := f.in.Tags[i]
	return t.Label.Type(), t.Margin
}

// tagged reports whether the tagger takes token i for a part of a person's name.
func (f *finder) tagged(i int, margin float32) bool {
	t, m := f.tag(i)
	return t == tagger.Person && m >= margin
}

// proposed weighs what the tagger says of the tokens of r, and of the one behind it.
func (f *finder) proposed(r document.Range) float32 {
	if len(f.in.Tags) == 0 {
		return 0
	}
	var sum float32
	for i := r.First; i < r.End; i++ {
		t, m := f.tag(i)
		m = min(m, 6)
		switch t {
		case tagger.Person:
			sum += min(0.5, m/4) + 0.25*m
		case tagger.None:
			sum -= 0.15 * m
		default:
			sum -= 0.3 + 0.15*m
		}
	}
	n := float32(r.Len())
	if sum < 0 && f.listed(r) {
		return max(-0.5, sum/n/2)
	}
	return max(-1.2, min(2, sum/n))
}

// listed reports whether a part of r is a listed name or built like one, and no word.
func (f *finder) listed(r document.Range) bool {
	for i := r.First; i < r.End; i++ {
		if f.kindOf(i) >= formed {
			return true
		}
	}
	return false
}

// kindOf says what token i may be in a name.
func (f *finder) kindOf(i int) part {
	if f.kinds == nil {
		return f.weigh(i)
	}
	if f.kinds[i] == 0 {
		f.kinds[i] = f.weigh(i) + 1
	}
	return f.kinds[i] - 1
}

func (f *finder) weigh(i int) part {
	t := &f.d.Tokens()[i]
	if t.Kind != document.Word || f.orgAt[i] >= 0 || f.held[i] {
		return notName
	}
	c, words := t.Class, f.t.words.Of(t.Word)
	if f.initial[i] && spelt(t.Key) {
		return initial // डॉ. एसपी पाणि
	}
	if c.Has(grammar) || words.has(stopWord) {
		if words.has(particleWord) && f.tagged(i, 2) {
			return unknown // ली कछ्यांग
		}
		return notName
	}
	if words.has(rankNameWord) && f.givenPlace(i) {
		return given // कप्तान सिंह
	}
	if words.has(particleWord) {
		return unknown // वैन, अल, बिन
	}
	listed := c.Has(lexicon.GivenName | lexicon.Surname)
	if (words.has(thingWord) || words.has(stormWord)) && !listed {
		return notName
	}
	if words.has(subjectWord) && c.Has(lexicon.Surname) && i > 0 && f.d.Class(i-1).Has(lexicon.GivenName) && (f.closes(i+1) || f.t.recordWord[f.d.Key(i+1)]) {
		return surname // लखन जाट पिता भेरूलाल
	}
	if words.has(subjectWord) && !words.has(tailWord) && !words.has(middleWord) && !c.Has(lexicon.GivenName) && !f.tagged(i, 2) {
		return notName // … शरद पवार कृषि, सलमान खुर्शीद लघु उद्योग
	}
	switch {
	case words.has(tailWord):
		return tail
	case listed && c.Has(lexicon.CommonWord):
		return ambiguous
	case f.place[i] != 0 && (!listed || f.place[i] == 1):
		if f.t.middle[f.d.Key(i+1)] {
			return unknown // पुष्कर सिंह धामी
		}
		if listed {
			return ambiguous
		}
		if f.tagged(i, 1.5) || i > 0 && f.tagged(i, 0.5) && f.d.Class(i-1).Has(lexicon.GivenName) {
			return unknown
		}
		return place
	case c.Has(lexicon.GivenName):
		return given
	case c.Has(lexicon.Surname):
		return surname
	case c.Has(lexicon.CommonWord):
		if f.tagged(i, 1) && !pluralForm(t.Key) && !words.has(thingWord) && !words.has(ruleWord) {
			return ambiguous // पुण्य सलिला श्रीवास्तव
		}
		if spelt(t.Key) && f.d.Key(i+2) == "ने" && f.wordLike(i+1) && f.d.Tokens()[i+1].Sentence == t.Sentence {
			return initial // एडी सैनचेज ने, though एडी is also the heel
		}
		return notName
	case spelt(t.Key):
		return initial
	}
	if pluralForm(t.Key) || countLetters(t.Key) > 4 {
		return notName // संगठनों; एनएचपीसी
	}
	if shaped(t.Key) {
		return formed
	}
	return unknown
}

// pluralForm reports whether key has the ending of an oblique plural, which names lack:
// संगठनों, बहनों, इकाइयां.
func pluralForm(key string) bool {
	return strings.HasSuffix(key, "ों") || strings.HasSuffix(key, "ओं") || strings.HasSuffix(key, "ियां") || strings.HasSuffix(key, "ाएं")
}

// surnamePlace reports whether a listed surname at token i that is also an office (प्रधान,
// चौधरी, अधिकारी) stands where a surname does: behind a given name or a middle part.
func (f *finder) surnamePlace(i int) bool {
	if i == 0 || f.d.Tokens()[i-1].Sentence != f.d.Tokens()[i].Sentence || !f.d.Tokens()[i].Class.Has(lexicon.Surname) {
		return false
	}
	p := &f.d.Tokens()[i-1]
	// प्रवक्ता कुबेर | अधिकारी ने: a given name in no list between an office and the surname
	if !p.Class.Has(lexicon.GivenName) && f.wordLike(i-1) && f.closes(i+1) {
		if n, o := f.headEndingAt(i - 2); n > 0 && !o.weak && !o.kin {
			return true
		}
	}
	if !p.Class.Has(lexicon.GivenName) && !f.t.middle[p.Key] || p.Class.Has(grammar) {
		return false
	}
	if n, _ := f.headAt(i); n > 1 {
		return false
	}
	if _, o := f.headAt(i); o != nil && (o.kin || o.weak) {
		return false
	}
	return f.closes(i+1) || f.t.stop[f.d.Key(i+1)]
}

// initials reports whether initials stand at token i: जेपी, के. or के के.
func (f *finder) initials(i int) bool {
	if i >= f.d.Len() {
		return false
	}
	t := &f.d.Tokens()[i]
	if t.Kind != document.Word {
		return false
	}
	if t.Class.Has(lexicon.Letter) {
		return f.initial[i] || f.d.Key(i+1) == "." || i+1 < f.d.Len() && f.d.Tokens()[i+1].Class.Has(lexicon.Letter) || !t.Class.Has(grammar) && i+1 < f.d.Len() && f.kindOf(i+1) >= unknown
	}
	return !t.Class.Has(lexicon.CommonWord|lexicon.GivenName|lexicon.Surname|grammar) && spelt(t.Key)
}

// letterNames are the names of the Latin letters, by their first letter.
var letterNames = func() (by [128][]string) {
	for _, l := range strings.Fields("डब्ल्यू डब्लू क्यू एक्स एच एफ आई आइ एल एम एन आर एस यू वी वाई वाइ जेड ए बी सी डी ई जी जे के ओ पी टी") {
		by[firstLetter(l)] = append(by[firstLetter(l)], l)
	}
	return by
}()

// firstLetter returns the place in the Devanagari block of the letter that key opens with,
// 0, where no letter stands, for other keys.
func firstLetter(key string) byte {
	if len(key) < 3 || key[0] != 0xe0 || key[1]|1 != 0xa5 {
		return 0
	}
	return key[1]&1<<6 | key[2]&0x3f
}

// letterAt returns the letter name that opens key, "" for none: the longest syllables first,
// and no name goes on with a vowel sign.
func letterAt(key string) string {
	for _, l := range letterNames[firstLetter(key)] {
		if strings.HasPrefix(key, l) {
			rest := key[len(l):]
			if rest != "" && (strings.HasPrefix(rest, "ा") || strings.HasPrefix(rest, "ं") || strings.HasPrefix(rest, "्") || strings.HasPrefix(rest, "ि") || strings.HasPrefix(rest, "ी") || strings.HasPrefix(rest, "ु") || strings.HasPrefix(rest, "ू") || strings.HasPrefix(rest, "े") || strings.HasPrefix(rest, "ै") || strings.HasPrefix(rest, "ो") || strings.HasPrefix(rest, "ौ")) {
				continue
			}
			return l
		}
	}
	return ""
}

// letters returns the letters that key is spelt of: जेपी → जे पी; nil where it is not.
func letters(key string) []string {
	n := countLetters(key)
	if n == 0 {
		return nil
	}
	out := make([]string, 0, n)
	for key != "" {
		l := letterAt(key)
		out = append(out, l)
		key = key[len(l):]
	}
	return out
}

// countLetters returns the number of letters that key is spelt of, 0 where it is not.
func countLetters(key string) int {
	n := 0
	for key != "" {
		l := letterAt(key)
		if l == "" {
			return 0
		}
		key = key[len(l):]
		n++
	}
	return n
}

// spelt reports whether key is two to four letter names: जेपी, सीबी, केसी.
func spelt(key string) bool {
	if len(key) > 40 {
		return false
	}
	n := countLetters(key)
	return n >= 2 && n <= 4
}

// run is a stretch of name words with what speaks for it.
type run struct {
	r         document.Range
	words     []string // folded parts, initials spelt out
	score     float32
	roles     []int // roles that introduce it or follow it
	honorific document.Range
	alias     int    // run that this is another name of (उर्फ), -1
	strong    bool   // honorific, role, record: context that only people have
	subject   bool   // ने, के मुताबिक behind it
	record    bool   // age, father or home behind it
	amb       bool   // single word that is also a common word or a place
	known     *known // the known person whose name it is, nil for none
}

// findRuns walks the text and keeps each stretch of name words with its score.
func (f *finder) findRuns() {
	tokens := f.d.Tokens()
	for i := 0; i < len(tokens); {
		r, ok := f.runAt(i)
		next := max(r.r.End, i+1)
		if f.known != nil {
			r, next, ok = f.withKnown(i, r, ok)
		}
		if ok {
			f.runs = append(f.runs, r)
		}
		i = next
	}
	f.trim()
}

// trim cuts words off a name that the article also gives without them, unless they are
// names for certain: हारून बिल्लौर याकातूत में, where हारून बिल्लौर stands elsewhere.
func (f *finder) trim() {
	for i := range f.runs {
		a := &f.runs[i]
		if len(a.words) < 3 || a.r.Len() != len(a.words) {
			continue
		}
		for k := range f.runs {
			b := &f.runs[k]
			n := len(b.words)
			if n < 2 || n >= len(a.words) || !same(b.words, a.words[:n]) || b.score < threshold {
				continue
			}
			sure := false
			for j := a.r.First + n; j < a.r.End; j++ {
				if p := f.kindOf(j); p >= given || f.d.Class(j).Has(lexicon.Surname) || f.t.middle[f.d.Key(j-1)] && p == unknown && j == a.r.End-1 && f.surnameSpot(j) {
					sure = true
				}
			}
			if !sure {
				a.words = a.words[:n]
				a.r.End = a.r.First + n
				break
			}
		}
	}
}

// objectName reports whether the unknown word at token j, behind a full name, is the rest of
// it: the object or the subject follows, and the tagger does not speak against a name.
//
//	अब्दुल वाहिद | पर्रे | को जिंदा बचाया, सैयद अब्दुल रहमान | जिलानी | को
func (f *finder) objectName(j int) bool {
	if k := f.d.Key(j + 1); k != "को" && k != "ने" {
		return false
	}
	t, m := f.tag(j)
	return f.place[j] == 0 && (t == tagger.Person || t == tagger.None && m < 1.5)
}

// surnameSpot reports whether the unknown word at token j, behind सिंह or कुमार, stands
// where a surname does: गंगा सिंह चम्याल | और, but no place: मोहन सिंह कोटद्वार | में.
func (f *finder) surnameSpot(j int) bool {
	if f.place[j] != 0 || !f.closes(j+1) {
		return false
	}
	switch f.d.Key(j + 1) {
	case "में", "से", "पर":
		return false
	}
	return true
}

func same(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// runAt reads the name words at token i.
func (f *finder) runAt(i int) (run, bool) {
	tokens := f.d.Tokens()
	if tokens[i].Kind != document.Word || f.orgAt[i] >= 0 || f.held[i] {
		return run{}, false
	}
	h := f.honorificBefore(i)
	if f.honorific(i) > 0 && f.kindOf(i) != given && f.kindOf(i) != surname && f.kindOf(i) != tail {
		return run{}, false
	}
	intro := f.introAt(i)
	if f.honorific(i) > 0 && i+1 < len(tokens) && f.intro[i+1] != 0 {
		return run{}, false
	}
	if n := f.honorific(i); n > 0 && len(intro) == 0 && (f.fullName(i+n) || f.t.title[tokens[i].Key] && f.nameLike(i+n)) {
		return run{}, false // चौधरी ओमवीर राठी
	}
	context := h.Len() > 0 || len(intro) > 0
	out := run{alias: -1, honorific: h}
	var score float32
	j := i
	count := 0
	plain := 0    // parts that are no common words
	full := false // a surname was read
	sentence := tokens[i].Sentence
walk:
	for j < len(tokens) && tokens[j].Sentence == sentence && count < 6 {
		t := &tokens[j]
		// initials with stops: आर.के. शर्मा, सी. आर. पाटिल
		if t.Class.Has(lexicon.Letter) && !f.held[j] && f.initials(j) && (f.d.Key(j+1) == "." || context && count == 0 || f.initial[j] || !t.Class.Has(grammar)) {
			if f.d.Key(j+1) == "." {
				if !f.afterInitial(j + 2) {
					break
				}
				out.words = append(out.words, t.Key)
				j += 2
			} else {
				out.words = append(out.words, t.Key)
				j++
			}
			count++
			score += 0.6
			continue
		}
		if t.Key == "-" && count > 0 && !t.Space && j+1 < len(tokens) && !tokens[j+1].Space && f.nameLike(j+1) && tokens[j-1].Kind == document.Word {
			out.words = append(out.words, tokens[j+1].Key)
			score += 0.5
			count++
			j += 2
			continue
		}
		k := f.kindOf(j)
		switch k {
		case notName:
			// a given name that is a common noun, before a lone surname: उप मुख्य सचेतक केवल पठानिया
			if count == 0 && len(intro) > 0 && (t.Key == "केवल" || t.Class.Has(lexicon.CommonWord) && t.Class&grammar == 0) && !f.t.stop[t.Key] && f.orgAt[j] < 0 && !f.held[j] && j+1 < len(tokens) {
				k := f.kindOf(j + 1)
				if (k == surname || k == tail && !f.t.middle[f.d.Key(j+1)]) && f.closesOrVerb(j+2) && !f.roles[intro[0]].o.weak {
					score += 0.3
					break
				}
				if k >= given && f.nameLike(j+2) && f.kindOf(j+2) >= surname && f.closes(j+3) && t.Key != "केवल" {
					score += 0.3
					break // संयुक्त सचिव पुण्य सलिला श्रीवास्तव, उपाध्यक्ष डबल सिंह भंडारी
				}
			}
			// a foreign name that is also a word: डच कप्तान यान डे व्रीस ने
			if count == 0 && len(intro) > 0 && t.Kind == document.Word && t.Class&grammar == 0 && !f.t.stop[t.Key] && !f.held[j] && f.orgAt[j] < 0 && f.t.particle[f.d.Key(j+1)] && f.nameLike(j+2) && f.closes(j+3) {
				score += 0.3
				break
			}
			// a surname that is a common noun: कलक्टर ओमप्रकाश बुनकर ने
			if count == 1 && context && f.d.Key(j+1) == "ने" && t.Class.Has(lexicon.CommonWord) && t.Class&grammar == 0 && f.orgAt[j] < 0 && !f.t.stop[t.Key] && tokens[j-1].Class.Has(lexicon.GivenName) {
				if n, _ := f.headAt(j); n == 0 {
					score += 0.3
					full = true
					break
				}
			}
			break walk
		case place:
			if count == 0 && !(context && (f.lone(intro) || f.place[j] == 2 || f.nameLike(j+1) && f.kindOf(j+1) != place)) {
				break walk
			}
			if full || count > 0 && !context {
				break walk
			}
			score += 0.1
		case unknown:
			if full && !(context && f.closes(j+1)) && !(f.tagged(j, 1) && !f.in.Tags[j].Label.Begins()) && !f.objectName(j) {
				break walk
			}
			if count >= 2 && f.d.Key(j-1) != "-" && !f.closes(j+1) && !f.tagged(j, 0) && !f.nameLike(j+1) {
				break walk // हारून बिल्लौर | प्रांतीय सीट से
			}
			if latinWord(t.Key) {
				if !context && count == 0 {
					break walk
				}
			}
			score += 0.5
		case formed:
			if full && !(context && f.closes(j+1)) && !f.tagged(j, 1) {
				break walk
			}
			score += 1.5
		case ambiguous:
			if full && (!t.Class.Has(lexicon.Surname) || !f.closes(j+1) && !f.tagged(j, 0)) || count >= 2 && !t.Class.Has(lexicon.Surname) && !f.closes(j+1) && !f.tagged(j, 0.5) {
				break walk
			}
			if f.place[j] == 1 && count >= 2 && !f.tagged(j, 1) && !(t.Class.Has(lexicon.Surname) && f.t.middle[tokens[j-1].Key]) {
				break walk // विलियम बैंटिक भारत आए
			}
			score += 0.7
			if t.Class.Has(lexicon.Surname) && count > 0 {
				score += 0.4
				full = !f.t.middle[t.Key]
			}
		case initial:
			if count > 0 && (full || countLetters(t.Key) > 2) {
				break walk // माधो राम | एनएचपीसी कॉलोनी
			}
			score += 0.6
			out.words = append(out.words, letters(t.Key)...)
			count++
			j++
			continue
		case given:
			if full && !t.Class.Has(lexicon.Surname) {
				break walk
			}
			score += 2
			if t.Class.Has(lexicon.Surname) && count > 0 && !f.t.middle[t.Key] {
				full = true
			}
		case surname:
			score += 2
			full = count > 0 && !f.t.middle[t.Key]
		case tail:
			if count == 0 {
				score += 1.6
			} else {
				score += 2.4
			}
			if count > 0 && !f.t.middle[t.Key] {
				full = true
			}
		}
		if k != ambiguous && k != notName || f.tagged(j, 1) {
			plain++
		}
		out.words = append(out.words, t.Key)
		count++
		j++
	}
	for j > i && (tokens[j-1].Kind == document.Punct) && !(f.d.Key(j-1) == "." && f.d.Tokens()[j-2].Class.Has(lexicon.Letter)) {
		j--
	}
	if count == 0 || j == i {
		return run{}, false
	}
	out.r = document.Range{First: i, End: j}
	s, subject, strong := f.after(j)
	next := f.d.Key(j)
	// only initials are no name
	if f.onlyInitials(out.r) {
		return run{}, false
	}
	if tokens[i].Key == "भगवान" && count <= 2 && len(intro) == 0 {
		return run{}, false // भगवान राम
	}
	if p := f.d.Key(i - 1); i > 0 && (p == "भगवान" || f.t.storm[p] && !context && !f.roleAt(j) || f.t.deity[tokens[i].Key] && count <= 2) {
		return run{}, false // भगवान राम, माता वैष्णो देवी
	}
	if count == 1 && latinWord(tokens[i].Key) {
		if text := f.d.Text(f.d.SpanOf(out.r)); len(text) > 3 && text == strings.ToUpper(text) {
			return run{}, false // 38 पुलिसकर्मी COVID19 की चपेट में
		}
	}
	if k := f.d.Key(j - 1); count > 1 && !context && (k == "जयंती" || k == "पुण्यतिथि") && !f.d.Class(j-2).Has(lexicon.Surname) {
		return run{}, false // हनुमान जयंती के जुलूस
	}
	if count == 1 && h.Len() == 0 && f.kindOf(i) <= formed && !f.tagged(i, 1) && (f.d.Key(j) == "में" || f.crowd(intro) && f.fromPlace(j)) {
		return run{}, false // दल के दो सदस्य भैरोघाटी में, श्रद्धालु मणिकरण से
	}
	if f.t.thing[next] && count == 1 && h.Len() == 0 && (f.kindOf(i) <= formed || f.crowd(intro)) {
		return run{}, false // इमाम जमान मस्जिद
	}
	if k := f.d.Key(i - 1); i > 0 && count <= 2 && !f.listed(out.r) && tokens[i-1].Sentence == sentence && (k == "गांव" || k == "ग्राम" || k == "कस्बा" || k == "मोहल्ला" || k == "स्थित") {
		return run{}, false // थानाक्षेत्र के गांव दयालखेड़ा
	}
	if f.d.Key(j-1) == "रूप" && f.d.Key(j) == "से" {
		return run{}, false // पायलट गंभीर रूप से घायल
	}
	if count == 1 && !context && tokens[i].Key == "जयंती" && i > 0 && tokens[i-1].Sentence == sentence && tokens[i-1].Kind == document.Word && !tokens[i-1].Class.Has(grammar) {
		return run{}, false // हनुमान | जयंती
	}
	if count == 1 && !context && tokens[i].Key == "राज" && f.d.Key(j) == "में" {
		return run{}, false // 15 साल के राज में: the rule
	}
	if count == 1 && !context && f.storms[tokens[i].Key] {
		return run{}, false // कैटरीना से हुई तबाही, after कैटरीना तूफान
	}
	if count == 1 && f.d.Key(j) == "निवासी" && (f.place[i] == 1 || (f.kindOf(i) < formed && f.nameLike(j+1) || f.kindOf(i) == formed && f.fullName(j+1)) && !f.lone(intro)) {
		return run{}, false // नेपाल निवासी बल बहादुर, साडू की लड़की सासेरा निवासी रतनी
	}
	if count == 1 && f.t.title[tokens[i].Key] && len(intro) == 0 {
		return run{}, false // पंडित, बाबा
	}
	if f.t.rule[next] && len(intro) == 0 && count <= 2 {
		return run{}, false // मोदी सरकार
	}
	if f.t.thing[next] && !context {
		return run{}, false // राजीव गांधी किसान न्याय योजना
	}
	if f.t.thing[next] && len(intro) == 0 && h.Len() > 0 && f.d.Class(j+1).Has(lexicon.Postposition) {
		return run{}, false // पंडित दीनदयाल उपाध्याय नगर में
	}
	if f.thingBehind(j) && !context {
		return run{}, false
	}
	single := count == 1
	k0 := f.kindOf(i)
	out.amb = single && (k0 == ambiguous || k0 == place || f.place[i] != 0 || tokens[i].Class.Has(lexicon.CommonWord))
	// what stands before
	if h.Len() > 0 {
		score += 3
		out.strong = true
	}
	for _, k := range intro {
		ro := &f.roles[k]
		switch {
		case ro.o.weak:
			score += 1.5
		case ro.o.kin:
			score += 2
			if ro.lone {
				score += 1
			}
		default:
			score += 3
			out.strong = true
		}
		if !ro.lone && !f.honorary(ro) {
			out.roles = append(out.roles, k)
		}
	}
	score += f.before(i, h)
	score += s
	if out.amb && h.Len() == 0 && !f.closes(j) && !strong {
		return run{}, false // प्रत्याशी विजय जुलूस
	}
	if out.amb && h.Len() == 0 && !strong && !f.lone(intro) && !(f.kinOf(intro) && tokens[i].Class.Has(lexicon.GivenName) && f.place[i] == 0) {
		// one word that is also common or a place: निवेशक सोने की ओर, बोर्ड, अजमेर ने
		score -= 1.5
		if subject && len(intro) > 0 {
			score += 1
		}
		if f.place[i] == 1 {
			score -= 2
		}
	}
	if count > 1 && plain == 0 && !out.strong && h.Len() == 0 {
		score -= 1 // गंभीर रूप से
	}
	out.subject = subject
	out.strong = out.strong || strong || i > 0 && f.d.Key(i-1) == "बकौल"
	out.record = strong && next != "जी"
	score += f.proposed(out.r)
	out.score = score
	return out, true
}

// kinOf reports whether a relation introduces the name: बड़ी बेटी | काजल.
func (f *finder) kinOf(intro []int) bool {
	for _, k := range intro {
		if f.roles[k].o.kin {
			return true
		}
	}
	return false
}

// crowd reports whether a weak role, or one that stands for many, introduces the name:
// 400 जवान, दो श्रमिक, श्रद्धालु.
func (f *finder) crowd(intro []int) bool {
	for _, k := range intro {
		if o := f.roles[k].o; o.weak || o.class == "society" || o.class == "army" {
			return true
		}
	}
	return false
}

// fromPlace reports whether token j is a case marker that follows places more than names.
func (f *finder) fromPlace(j int) bool {
	switch f.d.Key(j) {
	case "से", "पर", "सहित", "तक", "होते":
		return true
	}
	return false
}

// lone reports whether a record-style relation introduces the name: X पुत्र इसराइल.
func (f *finder) lone(intro []int) bool {
	for _, k := range intro {
		if f.roles[k].lone {
			return true
		}
	}
	return false
}

// afterInitial reports whether a name may go on at token i behind "आर.".
func (f *finder) afterInitial(i int) bool {
	return i < f.d.Len() && (f.d.Tokens()[i].Class.Has(lexicon.Letter) || f.nameLike(i))
}

// closes reports whether the word at token i ends a name for certain: a postposition or
// punctuation.
func (f *finder) closes(i int) bool {
	if i >= f.d.Len() {
		return true
	}
	t := &f.d.Tokens()[i]
	return t.Kind == document.Punct || t.Class.Has(lexicon.Postposition|lexicon.Conjunction|lexicon.Particle)
}

// closesOrVerb is closes, or a common word that may be the verb: केवल पठानिया पहुंचे.
func (f *finder) closesOrVerb(i int) bool {
	return f.closes(i) || f.d.Class(i).Has(lexicon.CommonWord|lexicon.Auxiliary)
}

func (f *finder) onlyInitials(r document.Range) bool {
	for i := r.First; i < r.End; i++ {
		t := &f.d.Tokens()[i]
		if t.Kind == document.Word && !t.Class.Has(lexicon.Letter) && !(spelt(t.Key) && !t.Class.Has(lexicon.GivenName|lexicon.Surname)) {
			return false
		}
	}
	return true
}

// thingBehind reports whether the name is the first part of the name of a thing that
// goes on for up to three words: राजीव गांधी | किसान न्याय योजना.
func (f *finder) thingBehind(i int) bool {
	for j := i; j < i+3 && j < f.d.Len(); j++ {
		t := &f.d.Tokens()[j]
		if t.Kind != document.Word || t.Class.Has(grammar) {
			return false
		}
		if f.t.thing[t.Key] && j > i {
			return true
		}
		if f.orgAt[j] >= 0 {
			return false
		}
	}
	return false
}

// honorificBefore returns the honorifics that end before token i.
func (f *finder) honorificBefore(i int) document.Range {
	r := document.Range{First: i, End: i}
	for r.First > 0 {
		j := r.First - 1
		if f.stopSign(j) && j > 0 {
			j--
		}
		t := &f.d.Tokens()[j]
		if f.held[j] && (j > 0 && f.held[j-1] || !f.d.Tokens()[j].Class.Has(lexicon.Honorific)) {
			break // पुलिस कमांडर is an office
		}
		if !t.Class.Has(lexicon.Honorific) || t.Sentence != f.d.Tokens()[i].Sentence || f.honorific(j) == 0 {
			break
		}
		if t.Class.Has(lexicon.GivenName|lexicon.Surname|lexicon.CommonWord) && !f.stopSign(j+1) && !f.fullName(i) && !f.t.title[t.Key] {
			break
		}
		r.First = j
	}
	return r
}

// before weighs the words left of a name at token i.
func (f *finder) before(i int, h document.Range) float32 {
	if h.Len() > 0 {
		i = h.First
	}
	if i == 0 {
		return 0
	}
	t := &f.d.Tokens()[i-1]
	if t.Sentence != f.d.Tokens()[i].Sentence {
		return 0
	}
	switch t.Key {
	case "वर्षीय", "वर्षीया", "वर्षिय":
		return 3
	case "बकौल":
		return 2.5 // बकौल शर्मा, …
	case "निवासी", "वासी", "उर्फ":
		if k := len(f.runs); t.Key != "उर्फ" && (f.d.Key(i-2) == ")" || k > 0 && f.runs[k-1].r.End == i-1 && f.runs[k-1].score >= threshold && f.runs[k-1].r.Len() > 1 && !f.fullName(i)) {
			return -2 // दिनेश चंद्र खटीक (46) निवासी | फतहनगर: his home
		}
		for k := i - 3; k >= i-5 && t.Key != "उर्फ"; k-- {
			switch f.d.Key(k) {
			case "पुत्र", "पुत्री", "सुपुत्र", "पत्नी": // राफियान पुत्री अजमतउल्लाह निवासी तुरकहिया: the home
				return 0
			}
		}
		return 2.5
	case "वाले", "वाली", "वाला":
		if k := f.d.Key(i - 2); k == "रहने" {
			return 2.5
		}
	case "के":
		if k := f.d.Key(i - 2); k == "साल" || k == "वर्ष" {
			return 1.5
		}
	case "नाम":
		return 0.5
	}
	if (t.Key == "के" || t.Key == "की") && f.partyAt(i-2) {
		return 1.8 // कांग्रेस की मीराताई गजभिये
	}
	// a list of names: X, Y और Z
	if t.Key == "," || joins(t.Key) {
		if k := len(f.runs); k > 0 && f.runs[k-1].r.End == i-1 && f.runs[k-1].score >= threshold {
			return 1
		}
		if f.d.Key(i-2) == ")" {
			return 0.7
		}
	}
	return 0
}

// partyAt reports whether the organisation at token i is a political party.
func (f *finder) partyAt(i int) bool {
	return i >= 0 && f.orgAt[i] >= 0 && f.in.Organizations[f.orgAt[i]].Kind == organization.Party
}

// after weighs the words right of a name that ends before token j.
func (f *finder) after(j int) (score float32, subject, strong bool) {
	key := f.d.Key(j)
	if j >= f.d.Len() {
		return 0.2, false, false
	}
	t := &f.d.Tokens()[j]
	switch key {
	case "ने":
		return 1.2, true, false
	case "के":
		switch f.d.Key(j + 1) {
		case "मुताबिक", "अनुसार":
			return 1.2, true, false
		case "पुत्र", "पिता", "बेटे", "घर", "परिवार", "परिजनों", "भाई", "साथ", "खिलाफ", "विरुद्ध", "कब्जे", "पास", "रूप":
			return 0.8, false, false
		}
		return 0.4, false, false
	case "का", "की":
		switch f.d.Key(j + 1) {
		case "कहना", "मानना", "आरोप", "दावा", "बयान", "पत्नी", "बेटी", "मां", "मौत", "हत्या", "शादी", "गिरफ्तारी", "बहन":
			return 1, false, false
		}
		return 0.4, false, false
	case "को", "से", "पर":
		return 0.4, false, false
	case "जी":
		return 2, false, true
	case "बोले", "बोलीं", "कहते", "कहती", "बताते", "बताती":
		return 1.5, true, false
	case "समेत", "सहित", "आदि", "और", "व", "एवं", "तथा":
		return 0.3, false, false
	case ",":
		if f.intro[j] == 0 && f.roleAt(j+1) {
			return 1.5, false, false
		}
		if k := f.d.Key(j + 1); k == "जो" || k == "जोकि" {
			for _, ro := range f.roles { // ग्रेस वान्जिरू, जो म्वांगी की प्रवक्ता हैं, ने
				if ro.r.First > j+1 && ro.r.First < j+7 && f.d.Key(ro.r.End) == "हैं" && f.d.Tokens()[ro.r.First].Sentence == t.Sentence {
					return 2.5, true, false
				}
			}
		}
		return 0.3, false, false
	case "पुत्र", "पुत्री", "पत्नी", "उर्फ", "उम्र", "सुपुत्र", "s":
		return 3.5, false, true
	case "पिता", "पति":
		return 2, false, true
	case "निवासी", "वासी", "नामक":
		return 2.5, false, true
	case "नाम":
		return 1.5, false, false
	case "(":
		if age(f.d, j+1) && (f.d.Key(j+2) == ")" || f.d.Key(j+2) == "वर्ष" || f.d.Key(j+2) == "साल" || f.d.Key(j+2) == "वर्षीय" || f.d.Key(j+2) == "वर्षीया") {
			return 3, false, true
		}
		if f.roleAt(j + 1) {
			return 1.5, false, false
		}
		return 0.2, false, false
	}
	if t.Kind == document.Number && age(f.d, j) {
		switch f.d.Key(j + 1) {
		case "पुत्र", "पुत्री", "पत्नी", "पिता", "निवासी", "वासी", "वर्ष", "साल":
			return 2.5, false, true
		case "रन", "और", "व", "(", "*", "गेंदों", "विकेट":
			return 0.8, false, false // स्मृति 87 और जेमिमा 45 रन
		}
	}
	return 0.1, false, false
}

// age reports whether token i is a number that can be an age.
func age(d *document.Document, i int) bool {
	if i >= d.Len() || d.Tokens()[i].Kind != document.Number {
		return false
	}
	n, err := strconv.Atoi(d.Key(i))
	return err == nil && n > 0 && n < 116
}

// roleAt reports whether a role phrase starts at token i.
func (f *finder) roleAt(i int) bool { return f.roleStart(i) >= 0 }

// roleStart returns the role phrase that starts at token i, -1 for none.
func (f *finder) roleStart(i int) int {
	for k := range f.roles {
		if f.roles[k].r.First == i {
			return k
		}
		if f.roles[k].r.First > i {
			break
		}
	}
	return -1
}

// honorary reports whether a bare office is only a title here: डॉक्टर, इंजीनियर, प्रोफेसर.
func (f *finder) honorary(ro *role) bool {
	if ro.r.Len() <= 2 && f.d.Class(ro.r.First).Has(lexicon.Honorific) && f.d.Class(ro.r.End-1).Has(lexicon.Honorific) {
		for k := range f.roles {
			if o := &f.roles[k]; o.r.End == ro.r.First && !o.o.kin && !o.o.weak {
				return true // स्वास्थ्य मंत्री कर्नल X, रक्षा प्रवक्ता लेफ्टिनेंट कर्नल X
			}
		}
	}
	if p := f.d.Key(ro.r.First - 1); ro.r.Len() > 1 || ro.r.First > 0 && (p == "के" || p == "की" || p == "का") {
		return false
	}
	switch f.d.Key(ro.r.First) {
	case "डॉक्टर", "डाक्टर", "इंजीनियर", "एडवोकेट", "प्रोफेसर", "महंत", "आचार्य":
		return true
	}
	return false
}

func latinWord(key string) bool { return key != "" && key[0] < 0x80 }
