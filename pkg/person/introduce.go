package person

import (
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
)

// headEndingBefore returns the role whose phrase ends before token i.
func (f *finder) headEndingBefore(i int) (int, *office) {
	for k := range f.roles {
		if f.roles[k].r.End == i {
			return f.roles[k].head.Len(), f.roles[k].o
		}
	}
	return 0, nil
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
		if gap > 2 && gap < 6 && joins(f.d.Key(a.r.End)) && !a.o.weak && !b.o.weak && f.placeGenitive(a.r.End+1, b.r.First) {
			gap = 1 // प्राधिकरण की अध्यक्ष और जम्मू की | जिलाधिकारी X
		}
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

// placeGenitive reports whether only a place and its genitive stand from token i to j: जम्मू की.
func (f *finder) placeGenitive(i, j int) bool {
	for ; i < j-1; i++ {
		if f.place[i] == 0 {
			return false
		}
	}
	k := f.d.Key(i)
	return k == "के" || k == "की" || k == "का"
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
		last := j // where the surname would be
		if f.closes(j) {
			last--
		}
		if last > i+1 && !tokens[i].Class.Has(lexicon.GivenName) && tokens[last-1].Class.Has(lexicon.GivenName) && !tokens[last-1].Class.Has(grammar) && tokens[last].Class.Has(lexicon.Surname) && f.closes(last+1) {
			ro.place = document.Range{First: i, End: last - 1} // सीओ बरहनी | वीरभद्र रावल: the parts of the name are villages too
			return last - 1
		}
		if j < len(tokens) && (f.nameLike(j) || f.honorific(j) > 0) && !f.t.middle[tokens[j].Key] {
			c := tokens[i].Class
			if c.Has(lexicon.GivenName) && tokens[j].Class.Has(lexicon.Surname) && j+1 < len(tokens) && f.place[j+1] == 1 {
				return i // केंद्रीय मंत्री रेणुका चौधरी | खम्मम से
			}
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
		// and so where the given name is in no list, but the surname is: सीओ | बरहनी | वीरभद्र रावल ने
		if k := i + 1; (ro.o.class == "police" || ro.o.class == "administration") && ro.o.name != "मुख्य सचिव" && f.wordLike(k) && !tokens[k].Class.Has(lexicon.GivenName|lexicon.Surname) && f.kindOf(i) == unknown &&
			k+1 < len(tokens) && tokens[k+1].Sentence == tokens[i].Sentence && tokens[k+1].Class.Has(lexicon.Surname) && !tokens[k+1].Class.Has(grammar) && f.closes(k+2) && !f.initials(k) && !f.t.particle[tokens[k].Key] && f.townOffice(ro) {
			ro.place = document.Range{First: i, End: k}
			return k
		}
	}
	return i
}

// townOffice reports whether the office is one of a town or a police station, behind which
// papers write it without a case: सीओ सदर, एसडीएम मड़ियाहूं, थानाध्यक्ष बरदह.
func (f *finder) townOffice(ro *role) bool {
	switch ro.o.name {
	case "सीओ", "उपजिलाधिकारी", "तहसीलदार", "नायब तहसीलदार", "एसएचओ", "चौकी प्रभारी", "खंड विकास अधिकारी", "एसडीओपी", "डीएसपी", "एसपी", "एसएसपी", "जिलाधिकारी", "अंचलाधिकारी", "अधिशासी अधिकारी", "रेंजर", "डीएफओ", "एसीपी":
		return true
	}
	return false
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

// aged reports whether an age stands before the relation at token i: 4 साल की | बेटी, 6 वर्षीय | बेटा.
func (f *finder) aged(i int) bool {
	switch f.d.Key(i - 1) {
	case "वर्षीय", "वर्षीया":
		return true
	case "की", "का", "के":
		k := f.d.Key(i - 2)
		return k == "साल" || k == "वर्ष" || k == "बरस" || k == "माह" || k == "महीने"
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

// lone reports whether a record-style relation introduces the name: X पुत्र इसराइल.
func (f *finder) lone(intro []int) bool {
	for _, k := range intro {
		if f.roles[k].lone {
			return true
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
