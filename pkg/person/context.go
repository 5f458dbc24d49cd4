package person

import (
	"strconv"
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/organization"
	"khabar/pkg/tagger"
)

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

// fromPlace reports whether token j is a case marker that follows places more than names.
func (f *finder) fromPlace(j int) bool {
	switch f.d.Key(j) {
	case "से", "पर", "सहित", "तक", "होते":
		return true
	}
	return false
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
		case "रूप":
			if f.identified(j) {
				return 2.2, false, true // उसकी पहचान हेक्टर अद्रियन के रूप में हुई
			}
			return 0.8, false, false
		case "पुत्र", "पिता", "बेटे", "घर", "परिवार", "परिजनों", "भाई", "साथ", "खिलाफ", "विरुद्ध", "कब्जे", "पास":
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
	case "साहब", "साहेब":
		return 1.5, false, true
	case "बोले", "बोलीं", "कहते", "कहती", "बताते", "बताती":
		if f.d.Key(j+1) == "हुए" {
			return 0.1, false, false // इस्लामी कट्टरपंथ का ध्रुव बताते हुए
		}
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

// identified reports whether somebody is identified before token j: की पहचान … के रूप में.
func (f *finder) identified(j int) bool {
	for i := j - 1; i >= 0 && i > j-14 && f.d.Tokens()[i].Sentence == f.d.Tokens()[j].Sentence; i-- {
		switch f.d.Key(i) {
		case "पहचान", "शिनाख्त":
			return true
		}
	}
	return false
}

// age reports whether token i is a number that can be an age.
func age(d *document.Document, i int) bool {
	if i >= d.Len() || d.Tokens()[i].Kind != document.Number {
		return false
	}
	n, err := strconv.Atoi(d.Key(i))
	return err == nil && n > 0 && n < 116
}
