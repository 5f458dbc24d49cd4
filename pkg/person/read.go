package person

import (
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
)

// reading is a stretch of name words while it is read.
type reading struct {
	r         document.Range
	honorific document.Range
	intro     []int    // roles before it
	context   bool     // an honorific or a role stands before it
	words     []string // folded parts, initials spelt out
	score     float32  // what the words say by themselves
	count     int      // parts
	plain     int      // parts that are no common words
	full      bool     // a surname was read
}

// runAt reads the name words at token i: the words, whether what they are makes them no
// name, and the weight of what stands around them.
func (f *finder) runAt(i int) (run, bool) {
	if !f.opens(i) {
		return run{}, false
	}
	n := reading{honorific: f.honorificBefore(i), intro: f.introAt(i)}
	n.context = n.honorific.Len() > 0 || len(n.intro) > 0
	f.walk(i, &n)
	if n.count == 0 || n.r.Len() == 0 || f.sacred(&n) || f.thingNamed(&n) || f.placeNamed(&n) || f.wordOnly(&n) {
		return run{}, false
	}
	return f.weighRun(&n)
}

// opens reports whether a name may start at token i: not at an honorific that belongs to
// the name behind it.
func (f *finder) opens(i int) bool {
	t := &f.d.Tokens()[i]
	if t.Kind != document.Word || f.orgAt[i] >= 0 || f.held[i] {
		return false
	}
	n := f.honorific(i)
	if n == 0 {
		return true
	}
	if k := f.kindOf(i); k != given && k != surname && k != tail {
		return false
	}
	if i+1 < f.d.Len() && f.intro[i+1] != 0 {
		return false
	}
	return len(f.introAt(i)) > 0 || !f.fullName(i+n) && !(f.t.title[t.Key] && f.nameLike(i+n)) // चौधरी ओमवीर राठी
}

// walk reads the words of the name at token i into n, as far as they may belong to one.
func (f *finder) walk(i int, n *reading) {
	tokens := f.d.Tokens()
	sentence := tokens[i].Sentence
	j := i
walk:
	for j < len(tokens) && tokens[j].Sentence == sentence && n.count < 6 {
		t := &tokens[j]
		// initials with stops: आर.के. शर्मा, सी. आर. पाटिल
		if t.Class.Has(lexicon.Letter) && !f.held[j] && f.initials(j) && (f.d.Key(j+1) == "." || n.context && n.count == 0 || f.initial[j] || !t.Class.Has(grammar)) {
			if f.d.Key(j+1) == "." {
				if !f.afterInitial(j + 2) {
					break
				}
				n.words = append(n.words, t.Key)
				j += 2
			} else {
				n.words = append(n.words, t.Key)
				j++
			}
			n.count++
			n.score += 0.6
			continue
		}
		if t.Key == "-" && n.count > 0 && !t.Space && j+1 < len(tokens) && !tokens[j+1].Space && f.nameLike(j+1) && tokens[j-1].Kind == document.Word && !(f.place[j+1] == 1 && f.place[j-1] == 1) { // not दिल्ली-आगरा रूट
			n.words = append(n.words, tokens[j+1].Key)
			n.score += 0.5
			n.count++
			j += 2
			continue
		}
		k := f.kindOf(j)
		if n.count > 0 && f.place[j] == 1 && k < given && !f.t.particle[tokens[j-1].Key] && f.kindOf(j-1) != initial && !tokens[j-1].Class.Has(lexicon.Letter) && f.homeMarker(j+1) && !t.Class.Has(lexicon.Surname) {
			break walk // जनरल मुशर्रफ | कश्मीर में
		}
		switch k {
		case notName:
			more, ends, ok := f.wordAsName(j, n)
			if !ok {
				break walk
			}
			n.score += more
			n.full = n.full || ends
		case place:
			if n.count == 0 && !(n.context && (f.lone(n.intro) || f.place[j] == 2 || f.nameLike(j+1) && f.kindOf(j+1) != place)) {
				break walk
			}
			if n.full || n.count > 0 && !n.context {
				break walk
			}
			n.score += 0.1
		case unknown:
			if n.full && !(n.context && f.closes(j+1)) && !(f.tagged(j, 1) && !f.in.Tags[j].Label.Begins()) && !f.objectName(j) {
				break walk
			}
			if n.count >= 2 && f.d.Key(j-1) != "-" && !f.closes(j+1) && !f.tagged(j, 0) && !f.nameLike(j+1) {
				break walk // हारून बिल्लौर | प्रांतीय सीट से
			}
			if latinWord(t.Key) {
				if !n.context && n.count == 0 {
					break walk
				}
			}
			n.score += 0.5
		case formed:
			if n.full && !(n.context && f.closes(j+1)) && !f.tagged(j, 1) {
				break walk
			}
			n.score += 1.5
		case ambiguous:
			if n.full && (!t.Class.Has(lexicon.Surname) || !f.closes(j+1) && !f.tagged(j, 0)) || n.count >= 2 && !t.Class.Has(lexicon.Surname) && !f.closes(j+1) && !f.tagged(j, 0.5) {
				break walk
			}
			if f.place[j] == 1 && n.count >= 2 && !f.tagged(j, 1) && !(t.Class.Has(lexicon.Surname) && f.t.middle[tokens[j-1].Key]) {
				break walk // विलियम बैंटिक भारत आए
			}
			n.score += 0.7
			if t.Class.Has(lexicon.Surname) && n.count > 0 {
				n.score += 0.4
				n.full = !f.t.middle[t.Key]
			}
		case initial:
			if n.count > 0 && (n.full || countLetters(t.Key) > 2) {
				break walk // माधो राम | एनएचपीसी कॉलोनी
			}
			n.score += 0.6
			n.words = append(n.words, letters(t.Key)...)
			n.count++
			j++
			continue
		case given:
			if n.full && !t.Class.Has(lexicon.Surname) {
				break walk
			}
			n.score += 2
			if t.Class.Has(lexicon.Surname) && n.count > 0 && !f.t.middle[t.Key] {
				n.full = true
			}
		case surname:
			n.score += 2
			n.full = n.count > 0 && !f.t.middle[t.Key]
		case tail:
			if n.count == 0 {
				n.score += 1.6
			} else {
				n.score += 2.4
			}
			if n.count > 0 && !f.t.middle[t.Key] {
				n.full = true
			}
		}
		if k != ambiguous && k != notName || f.tagged(j, 1) {
			n.plain++
		}
		n.words = append(n.words, t.Key)
		n.count++
		j++
	}
	for j > i && (tokens[j-1].Kind == document.Punct) && !(f.d.Key(j-1) == "." && f.d.Tokens()[j-2].Class.Has(lexicon.Letter)) {
		j--
	}
	n.r = document.Range{First: i, End: j}
}

// wordAsName reports whether the word at token j, which is none of names, is one here, what
// it weighs, and whether it is a surname.
func (f *finder) wordAsName(j int, n *reading) (score float32, ends, ok bool) {
	tokens := f.d.Tokens()
	t := &tokens[j]
	// a given name that is a common noun, before a lone surname: उप मुख्य सचेतक केवल पठानिया
	if n.count == 0 && len(n.intro) > 0 && (t.Key == "केवल" || t.Class.Has(lexicon.CommonWord) && t.Class&grammar == 0) && !f.t.stop[t.Key] && f.orgAt[j] < 0 && !f.held[j] && j+1 < len(tokens) {
		k := f.kindOf(j + 1)
		if (k == surname || k == tail && !f.t.middle[f.d.Key(j+1)]) && f.closesOrVerb(j+2) && !f.roles[n.intro[0]].o.weak {
			return 0.3, false, true
		}
		if k >= given && f.nameLike(j+2) && f.kindOf(j+2) >= surname && f.closes(j+3) && t.Key != "केवल" {
			return 0.3, false, true // संयुक्त सचिव पुण्य सलिला श्रीवास्तव, उपाध्यक्ष डबल सिंह भंडारी
		}
	}
	// the surname of Gujarat, which as a suffix is oblique before a postposition: वाजूभाई वाला की
	if t.Key == "वाला" && n.count == 1 && n.context && f.kindOf(j-1) >= unknown && !tokens[j-1].Class.Has(lexicon.CommonWord) {
		switch f.d.Key(j + 1) {
		case "ने", "का", "की", "के", "को":
			return 0.8, true, true
		}
	}
	// surnames that are verbs, which ने never follows: पार्थसारथि दे ने, जुगब्रत कर ने
	if (t.Key == "दे" || t.Key == "कर" || t.Key == "मिली") && n.count == 1 && f.d.Key(j+1) == "ने" && f.kindOf(j-1) >= unknown && !tokens[j-1].Class.Has(lexicon.CommonWord) {
		return 0.8, true, true
	}
	// the second part of women's names, that is also the adverb: हसीन जहां ने
	if t.Key == "जहां" && n.count > 0 && tokens[j-1].Class.Has(lexicon.GivenName) && !tokens[j-1].Class.Has(grammar) {
		switch f.d.Key(j + 1) {
		case "ने", "का", "की", "के", "को", "द्वारा", ",", "पर":
			return 0.8, true, true
		}
	}
	// a foreign name that is also a word: डच कप्तान यान डे व्रीस ने
	if n.count == 0 && len(n.intro) > 0 && t.Kind == document.Word && t.Class&grammar == 0 && !f.t.stop[t.Key] && !f.held[j] && f.orgAt[j] < 0 && f.t.particle[f.d.Key(j+1)] && f.nameLike(j+2) && f.closes(j+3) {
		return 0.3, false, true
	}
	// a surname that is a common noun: कलक्टर ओमप्रकाश बुनकर ने
	if n.count == 1 && n.context && f.d.Key(j+1) == "ने" && t.Class.Has(lexicon.CommonWord) && t.Class&grammar == 0 && f.orgAt[j] < 0 && !f.t.stop[t.Key] && tokens[j-1].Class.Has(lexicon.GivenName) {
		if n, _ := f.headAt(j); n == 0 {
			return 0.3, true, true
		}
	}
	return 0, false, false
}

// homeMarker reports whether the word at token i makes the place before it a place, and no
// part of a name: कश्मीर | में, हिसार | के.
func (f *finder) homeMarker(i int) bool {
	switch f.d.Key(i) {
	case "में", "से", "के", "की", "का", "पर":
		return true
	}
	return false
}

// sacred reports whether the words name a god, a feast or only a title.
func (f *finder) sacred(n *reading) bool {
	i, j := n.r.First, n.r.End
	tokens := f.d.Tokens()
	sentence := tokens[i].Sentence
	if tokens[i].Key == "भगवान" && n.count <= 2 && len(n.intro) == 0 {
		return true // भगवान राम
	}
	if p := f.d.Key(i - 1); i > 0 && (p == "भगवान" || f.t.storm[p] && !n.context && !f.roleAt(j) || f.t.deity[tokens[i].Key] && n.count <= 2) {
		return true // भगवान राम, माता वैष्णो देवी
	}
	if k := f.d.Key(j - 1); n.count > 1 && !n.context && (k == "जयंती" || k == "पुण्यतिथि") && !f.d.Class(j-2).Has(lexicon.Surname) {
		return true // हनुमान जयंती के जुलूस
	}
	if n.count == 1 && !n.context && tokens[i].Key == "जयंती" && i > 0 && tokens[i-1].Sentence == sentence && tokens[i-1].Kind == document.Word && !tokens[i-1].Class.Has(grammar) {
		return true // हनुमान | जयंती
	}
	if n.count == 1 && f.t.title[tokens[i].Key] && len(n.intro) == 0 {
		return true // पंडित, बाबा
	}
	return false
}

// thingNamed reports whether the words are the name of a thing, a government or a storm.
func (f *finder) thingNamed(n *reading) bool {
	i, j := n.r.First, n.r.End
	tokens := f.d.Tokens()
	next := f.d.Key(j)
	if f.t.thing[next] && n.count == 1 && n.honorific.Len() == 0 && (f.kindOf(i) <= formed || f.crowd(n.intro)) {
		return true // इमाम जमान मस्जिद
	}
	if n.count == 1 && !n.context && f.storms[tokens[i].Key] {
		return true // कैटरीना से हुई तबाही, after कैटरीना तूफान
	}
	if f.t.rule[next] && len(n.intro) == 0 && n.count <= 2 {
		return true // मोदी सरकार
	}
	if f.t.thing[next] && !n.context {
		return true // राजीव गांधी किसान न्याय योजना
	}
	if f.t.thing[next] && len(n.intro) == 0 && n.honorific.Len() > 0 && f.d.Class(j+1).Has(lexicon.Postposition) {
		return true // पंडित दीनदयाल उपाध्याय नगर में
	}
	if f.thingBehind(j) && !n.context {
		return true
	}
	return false
}

// placeNamed reports whether the words name a place.
func (f *finder) placeNamed(n *reading) bool {
	i, j := n.r.First, n.r.End
	tokens := f.d.Tokens()
	sentence := tokens[i].Sentence
	if n.count == 1 && n.honorific.Len() == 0 && f.kindOf(i) <= formed && !f.tagged(i, 1) && (f.d.Key(j) == "में" || f.crowd(n.intro) && f.fromPlace(j)) {
		return true // दल के दो सदस्य भैरोघाटी में, श्रद्धालु मणिकरण से
	}
	if k := f.d.Key(i - 1); i > 0 && n.count <= 2 && !f.listed(n.r) && tokens[i-1].Sentence == sentence && (k == "गांव" || k == "ग्राम" || k == "कस्बा" || k == "मोहल्ला" || k == "स्थित") {
		return true // थानाक्षेत्र के गांव दयालखेड़ा
	}
	if n.count == 2 && !n.context && f.d.Key(j) == "निवासी" && !f.listed(n.r) && f.nameLike(j+1) {
		return true // कोहरौटा सुरेरी निवासी जितेंद्र मिश्र
	}
	if n.count == 1 && f.d.Key(j) == "निवासी" && (f.place[i] == 1 || (f.kindOf(i) < formed && (f.nameLike(j+1) || f.roleAt(j+1)) || f.kindOf(i) == formed && f.fullName(j+1)) && !f.lone(n.intro)) {
		return true // नेपाल निवासी बल बहादुर, साडू की लड़की सासेरा निवासी रतनी
	}
	return false
}

// wordOnly reports whether the words are no name at all: letters, code words, adverbials.
func (f *finder) wordOnly(n *reading) bool {
	i, j := n.r.First, n.r.End
	tokens := f.d.Tokens()
	// only initials are no name
	if f.onlyInitials(n.r) {
		return true
	}
	if n.count == 1 && latinWord(tokens[i].Key) {
		if text := f.d.Text(f.d.SpanOf(n.r)); len(text) > 3 && text == strings.ToUpper(text) {
			return true // 38 पुलिसकर्मी COVID19 की चपेट में
		}
	}
	if n.count == 1 && len(tokens[i].Key) <= 3 {
		return true // a letter
	}
	if f.d.Key(j-1) == "रूप" && f.d.Key(j) == "से" {
		return true // पायलट गंभीर रूप से घायल
	}
	if n.count == 1 && !n.context && tokens[i].Key == "राज" && f.d.Key(j) == "में" {
		return true // 15 साल के राज में: the rule
	}
	return false
}

// weighRun adds what stands before and behind the words to what they say by themselves.
func (f *finder) weighRun(n *reading) (run, bool) {
	tokens := f.d.Tokens()
	i, j := n.r.First, n.r.End
	next := f.d.Key(j)
	s, subject, strong := f.after(j)
	out := run{alias: -1, honorific: n.honorific, r: n.r, words: n.words}
	k0 := f.kindOf(i)
	out.amb = n.count == 1 && (k0 == ambiguous || k0 == place || f.place[i] != 0 || tokens[i].Class.Has(lexicon.CommonWord))
	// what stands before
	if n.honorific.Len() > 0 {
		n.score += 3
		out.strong = true
	}
	for _, k := range n.intro {
		ro := &f.roles[k]
		switch {
		case ro.o.weak:
			n.score += 1.5
		case ro.o.kin:
			n.score += 2
			if ro.lone {
				n.score += 1
			} else if n.count == 1 && k0 == unknown && tokens[i].Class == 0 && f.place[i] == 0 && ro.r.End == i {
				n.score += 0.6 // दादी | जखालू की, 4 साल की बेटी | सुखमन: a word of no list behind a relation
				if f.aged(ro.r.First) {
					n.score += 0.5
				}
			}
		default:
			n.score += 3
			out.strong = true
		}
		if !ro.lone && !f.honorary(ro) {
			out.roles = append(out.roles, k)
		}
	}
	n.score += f.before(i, n.honorific)
	n.score += s
	if out.amb && n.honorific.Len() == 0 && !f.closes(j) && !strong {
		return run{}, false // प्रत्याशी विजय जुलूस
	}
	if out.amb && n.honorific.Len() == 0 && !strong && !f.lone(n.intro) && !(f.kinOf(n.intro) && tokens[i].Class.Has(lexicon.GivenName) && f.place[i] == 0) {
		// one word that is also common or a place: निवेशक सोने की ओर, बोर्ड, अजमेर ने
		n.score -= 1.5
		if subject && len(n.intro) > 0 {
			n.score += 1
		}
		if f.place[i] == 1 {
			n.score -= 2
		}
	}
	if n.count > 1 && n.plain == 0 && !out.strong && n.honorific.Len() == 0 {
		n.score -= 1 // गंभीर रूप से
	}
	out.subject = subject
	out.strong = out.strong || strong || i > 0 && f.d.Key(i-1) == "बकौल"
	out.record = strong && next != "जी"
	n.score += f.proposed(n.r)
	out.score = n.score
	return out, true
}
