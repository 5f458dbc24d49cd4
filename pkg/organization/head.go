package organization

import (
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/tagger"
)

// need is a set of the kinds of word that may qualify a head noun.
type need uint8

const (
	needPlace   need = 1 << iota // p: दिल्ली | पुलिस
	needSubject                  // s: स्वास्थ्य | विभाग
	needName                     // n: साधना | कैपिटल
	needScope                    // a: राष्ट्रीय, राज्य, जिला
)

// head is a noun that heads the name of a body.
type head struct {
	kind Kind
	need need // one of these must stand before it
	take need // these may stand before it
}

// headAt returns the number of tokens of the head that starts at token i, 0 for none.
func (f *finder) headAt(i int) int {
	if !f.t.heads.StartsWith(f.d.WordAt(i)) {
		return 0
	}
	w := words{d: f.d, at: i}
	n, _ := f.t.heads.Longest(w.key)
	if n == 0 {
		return 0
	}
	return w.end(n) - i
}

// headed reads the name whose head is the n tokens at i:
//
//	नाम := (स्थान | विषय | विशेषण | शब्द)+ शीर्ष   इलाहाबाद हाई कोर्ट, वन विभाग, साधना कैपिटल
//
// Two subjects may be joined: सूचना एवं प्रसारण मंत्रालय, कृषि, सहकारिता और किसान कल्याण विभाग.
func (f *finder) headed(i, n int) (found, bool) {
	w := words{d: f.d, at: i}
	_, h := f.t.heads.Longest(w.key)
	sentence := f.d.Tokens()[i].Sentence
	var have need
	first := i
	floor := 0
	if k := len(f.found); k > 0 {
		floor = f.found[k-1].r.First
	}
	for j := i - 1; j >= 0 && i-j <= 8 && f.d.Tokens()[j].Sentence == sentence; j-- {
		if j < floor {
			break
		}
		if h.kind == Government && f.d.Key(j) == f.d.Key(i) {
			break // स्वास्थ्य विभाग, | महिला कल्याण विभाग
		}
		if f.t.member[f.d.Key(j)] && f.t.office[f.d.Key(j)] && j < i-1 {
			break // the officer, not the union: … सिंह, सहायक प्रोफेसर रसायन विभाग
		}
		k := f.word(j)
		if k != 0 {
			if k&h.take == 0 {
				break
			}
			have |= k & h.take
			first = j
			continue
		}
		key := f.d.Key(j)
		if j+1 == first && j > 0 && h.take&needSubject != 0 && joins(key) && f.word(j-1)&needSubject != 0 && f.word(j+1)&needSubject != 0 {
			if f.d.Class(j - 1).Has(lexicon.Surname) {
				break // हरिराम पाल और | शिक्षक संघ के अध्यक्ष …
			}
			continue
		}
		if key == "." && j > 0 && f.d.Tokens()[j-1].Class.Has(lexicon.Honorific|lexicon.Letter) && h.take&needName != 0 {
			first = j - 1
			j--
			continue
		}
		if f.tagged(j) {
			first = j
			continue
		}
		if first < i && h.take&needName != 0 && f.t.linker[key] && f.word(j-1)&needName != 0 {
			continue
		}
		break
	}
	end := i + n
	if f.t.forward[f.d.Key(end)] {
		// यूनिवर्सिटी ऑफ शिकागो, इंस्टीट्यूट ऑफ पब्लिक हेल्थ
		j := end + 1
		for j < f.d.Len() && j < end+6 && f.d.Tokens()[j].Sentence == sentence && f.d.Tokens()[j].Kind == document.Word &&
			(f.t.linker[f.d.Key(j)] || f.d.Class(j)&(lexicon.Postposition|lexicon.Pronoun|lexicon.Conjunction|lexicon.Auxiliary|lexicon.Particle) == 0 && !f.t.office[f.d.Key(j)]) {
			j++
		}
		if j > end+1 {
			end = j
			have |= h.need
		}
	}
	// a state school or hospital is told by the place behind it: राजकीय महाविद्यालय | पुरोला
	if (h.kind == Education || h.kind == Health) && first < i && have&(needPlace|needName) == 0 && !f.t.object[f.d.Key(end)] {
		if e := f.campus(end); e > end {
			end = e
			have |= needPlace
		}
	}
	// town councils: नगरपालिका परिषद | बीना
	if h.kind == Government && first == i && councils[f.d.Key(i)] && !f.t.object[f.d.Key(end)] {
		if e := f.campus(end); e > end {
			end = e
			have |= needPlace
		}
	}
	// what is announced is read whole: फर्म | स्वच्छ भारती इंफ्रा
	if h.kind == Company && first > 1 && first < i {
		for k := first - 1; k >= max(floor, first-3) && f.d.Tokens()[k].Sentence == sentence && f.d.Tokens()[k].Kind == document.Word && f.d.Class(k)&(lexicon.Postposition|lexicon.Pronoun|lexicon.Conjunction|lexicon.Auxiliary|lexicon.Particle) == 0; k-- {
			if f.t.announce[f.d.Key(k)] {
				first = k + 1
				break
			}
		}
	}
	if have&h.need == 0 || f.t.object[f.d.Key(end)] && h.kind != Education && h.kind != Health {
		return found{}, false
	}
	if f.d.Key(i) == "मिल" && n == 1 && (f.d.Class(i+1).Has(lexicon.Auxiliary) || f.d.Class(i-1).Has(lexicon.CommonWord)) {
		return found{}, false // मिल सकता है
	}
	if p := f.d.Key(i - 1); n == 1 && first < i && (p == "रोग" || p == "विज्ञान") && f.d.Key(i) == "विभाग" {
		return found{}, false // a department of a hospital or college
	}
	if f.d.Key(first) == "निजी" {
		return found{}, false
	}
	r := document.Range{First: first, End: end}
	name := f.d.Text(f.d.SpanOf(r))
	key := devanagari.Fold(name)
	if f.t.generic[key] || strings.HasSuffix(key, " रोग विभाग") {
		return found{}, false
	}
	// केंद्रीय स्वास्थ्य मंत्रालय and भारतीय विदेश मंत्रालय are the Indian ministry.
	for _, p := range f.t.union {
		if rest, ok := strings.CutPrefix(key, p+" "); ok && h.kind == Government && strings.Contains(rest, " ") {
			key = rest
			name = strings.TrimSpace(name[strings.IndexAny(name, " \u00a0\n\t"):])
			break
		}
	}
	return found{r, key, name, "", h.kind, "organization/head", false}, true
}

// councils open the names of town councils.
var councils = map[string]bool{"नगरपालिका": true, "नगर": true, "नगरपरिषद": true, "छावनी": true}

// tagged reports whether the tagger takes token j for a word inside the name of a body
// that goes on behind it, so that a common word may belong to a name: अनाज तिलहन व्यापारी | संघ.
func (f *finder) tagged(j int) bool {
	if f.tags == nil || j+1 >= len(f.tags) {
		return false
	}
	t := &f.d.Tokens()[j]
	return f.tags[j].Label.Type() == tagger.Organization && f.tags[j+1].Label.Type() == tagger.Organization && !f.tags[j+1].Label.Begins() &&
		f.tags[j].Margin >= inside && t.Kind == document.Word && !f.t.stop[t.Key] && !f.t.office[t.Key] && !f.t.announce[t.Key] && !strings.HasSuffix(t.Key, "ों") &&
		!t.Class.Has(lexicon.Postposition|lexicon.Pronoun|lexicon.Conjunction|lexicon.Auxiliary|lexicon.Particle|lexicon.Demonstrative|lexicon.Month|lexicon.Weekday)
}

// inside is the margin from which the tagger's word goes into a name that a head ends.
const inside = 1

// joins reports whether key joins two subjects of one ministry.
func joins(key string) bool {
	return key == "एवं" || key == "और" || key == "व" || key == "तथा" || key == "," || key == "व्"
}

// word returns what token j may be inside a name, 0 for nothing.
func (f *finder) word(j int) need {
	t := &f.d.Tokens()[j]
	if t.Kind != document.Word {
		return 0
	}
	if t.Class.Has(lexicon.Postposition|lexicon.Pronoun|lexicon.Conjunction|lexicon.Auxiliary|lexicon.Particle|lexicon.Demonstrative|lexicon.Month|lexicon.Weekday) || f.t.stop[t.Key] {
		return 0
	}
	if f.place[j] != 0 && !(f.doubt[j] && t.Class.Has(lexicon.CommonWord)) {
		return needPlace
	}
	if k := f.t.qualifier[t.Key]; k != 0 {
		return k
	}
	if f.t.office[t.Key] {
		return 0
	}
	if t.Class.Has(lexicon.GivenName | lexicon.Surname) {
		return needName
	}
	if t.Class.Has(lexicon.Honorific) {
		return needName
	}
	if t.Class.Has(lexicon.CommonWord) {
		if f.t.acronym(t.Key) {
			return needName // केजीएमयू ट्रॉमा सेंटर
		}
		return 0
	}
	if f.t.heads.Starts(t.Key) {
		return needSubject
	}
	if strings.HasSuffix(t.Key, "ों") {
		return 0 // the oblique plural names no body: दिनों एसआरएन अस्पताल
	}
	return needName
}
