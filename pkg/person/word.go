package person

import (
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/tagger"
)

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
	if words.has(peopleWord) && !c.Has(lexicon.Surname) && !(i > 0 && f.d.Class(i-1).Has(lexicon.GivenName) && f.closes(i+1)) {
		return notName // विदेश मंत्री | पाकिस्तानी राजनयिकों से, but विक्रम मिस्री ने
	}
	if words.has(rankNameWord) && f.givenPlace(i) {
		return given // कप्तान सिंह
	}
	if words.has(particleWord) {
		return unknown // वैन, अल, बिन
	}
	listed := c.Has(lexicon.GivenName | lexicon.Surname)
	if c.Has(lexicon.CommonWord) && f.d.Key(i+1) == "रूप" && (f.d.Key(i+2) == "से" || f.d.Key(i+2) == "में") {
		return notName // यासीन | गंभीर रूप से घायल
	}
	if !listed && (words.has(thingWord|stormWord) || words.has(bodyWord) && !spelt(t.Key)) { // टीवी नरेंद्रन
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
	if stem, ok := strings.CutSuffix(t.Key, "जी"); ok && len(stem) > 9 && f.d.Lexicon().Classes(stem).Has(lexicon.GivenName|lexicon.Surname) && !f.d.Lexicon().Classes(stem).Has(lexicon.CommonWord|grammar) {
		return given // गांधीजी
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
	if strings.HasSuffix(key, "ेंगे") || strings.HasSuffix(key, "ेंगी") || strings.HasSuffix(key, "ूंगा") || strings.HasSuffix(key, "ूंगी") {
		return true // संभालेंगे: a verb
	}
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
	// the rank and the surname alone: कर्नल | पुरोहित | को
	if p.Class.Has(lexicon.Honorific) && !p.Class.Has(lexicon.GivenName|lexicon.Surname) && f.closes(i+1) {
		if n, o := f.headAt(i); n == 1 && !o.kin && o.class != "government" && o.class != "police" && o.class != "administration" && o.class != "army" {
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

func latinWord(key string) bool { return key != "" && key[0] < 0x80 }
