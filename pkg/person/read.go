package person

import (
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
)

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
