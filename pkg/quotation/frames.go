package quotation

import (
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
)

// accordingTo handles a source with a postposition, and बकौल before one:
//
//	X के मुताबिक(,) S      S, X के अनुसार।      उनके मुताबिक S      बकौल X, S
func (f *finder) accordingTo(i int, st *scan) (int, bool) {
	r := st.r
	key := f.key(i)
	if n, act := f.w.before.Longest(func(k int) string { return f.keyIn(i+k, r) }); n > 0 {
		return f.bakaul(i, n, act, st)
	}
	fused := genPronouns[key] && key != "इसके" && key != "इसकी" // इसके अनुसार: as the rule says
	first := key
	if fused {
		first = map[bool]string{true: "की", false: "के"}[key == "उनकी" || key == "उसकी" || key == "इनकी" || key == "इसकी"]
	} else if key != "के" && key != "की" {
		return 0, false
	}
	n, act := f.w.after.Longest(func(k int) string {
		if k == 0 {
			return first
		}
		return f.keyIn(i+k, r)
	})
	if n == 0 || !fused && i == r.First {
		return 0, false
	}
	end := i + n
	c := cue{words: document.Range{First: i, End: end}, end: end, act: act, frame: genitive}
	if fused {
		c.words.First++
	}
	lo := r.First
	if st.prev >= 0 && !st.direct && st.content.Contains(i) {
		lo = st.content.First
	}
	var s source
	if fused {
		s = f.antecedent(st.n, i, pronounNumber(key))
		s.text = document.Range{First: i, End: i + 1}
		if !s.ok {
			s.ok, s.resolved = true, ByNone
		}
	} else {
		s = f.analyse(i, lo)
		// an unknown head before मुताबिक is a name nearly always: things that are no
		// source (नियम के अनुसार) are a short list
		if !s.ok && len(s.names) > 0 && !s.thing {
			s.ok = true
		}
	}
	if !s.ok {
		return end, true
	}
	if lo != r.First { // inside what somebody said
		at, ok := f.joint(s.text.First, lo)
		if !ok {
			return end, true
		}
		f.cut(st, at)
		lo = at
	}
	// X ने Y के हवाले से कहा: the verb reports
	if f.key(i+1) == "हवाले" {
		for j := lo; j < s.text.First; j++ {
			if f.key(j) == "ने" {
				return end, true
			}
		}
		for j := end; j < r.End; j++ {
			if f.key(j) == "कि" {
				return end, true
			}
		}
	}
	left := 0
	for j := end; j < r.End; j++ {
		if f.toks[j].Kind != document.Punct {
			left++
		}
	}
	if left <= 2 {
		content := document.Range{First: lo, End: s.text.First}
		for content.End > content.First && (joins[f.key(content.End-1)] || f.key(content.End-1) == ",") {
			content.End--
		}
		if content.Len() < 3 {
			return end, true
		}
		f.report(st, content, Indirect, s, c, "quote/ke-mutabik-last")
		return r.End, true
	}
	at := end
	if f.key(at) == "," || f.key(at) == ":" || f.key(at) == "-" {
		at++
	}
	if q, ok := f.openAt[at]; ok && f.direct(&f.quotes[q], r) && f.quotes[q].inner.Len() >= 4 {
		f.report(st, f.trimInner(f.quotes[q].inner), Direct, s, c, "quote/ke-mutabik-quote")
		return max(end, f.quotes[q].end), true
	}
	content := f.sentenceContent(end, r)
	kind := Indirect
	if f.mixedIn(content) {
		kind = Mixed
	}
	f.report(st, content, kind, s, c, "quote/ke-mutabik")
	st.after = true
	return end, true
}

// bakaul handles बकौल X, S.
func (f *finder) bakaul(i, n int, act string, st *scan) (int, bool) {
	r := st.r
	c := cue{words: document.Range{First: i, End: i + n}, end: i + n, act: act}
	for j := i + n; j < r.End && j < i+n+12; j++ {
		if u := f.unitAt(j); u != nil && !u.role && f.key(u.End) != "," && f.actors[u.actor].person {
			s := f.mention(u, i+n, u.Range)
			if u.First <= i { // the word was taken into the name
				s.text.First = i + n
				s.names[0] = f.d.Text(f.d.SpanOf(s.text))
			}
			f.report(st, f.sentenceContent(u.End, r), Indirect, s, c, "quote/bakaul")
			return u.End, true
		}
		if f.key(j) == "," {
			if s := f.analyse(j, i+n); s.ok || len(s.names) > 0 {
				if u := f.unitAt(j - 1); u != nil && u.First <= i { // the word was taken into the name
					s.text = document.Range{First: i + n, End: j}
					s.names = []string{f.d.Text(f.d.SpanOf(s.text))}
				}
				f.report(st, f.sentenceContent(j, r), Indirect, s, c, "quote/bakaul")
			}
			return j, true
		}
	}
	return i + n, true
}

func (f *finder) keyIn(i int, r document.Range) string {
	if i >= r.End {
		return ""
	}
	return f.toks[i].Key
}

// adjectives may stand between the genitive and its noun.
var adjectives = set("यहां तक अब सिर्फ केवल लगातार भी यह यही साफ साफ-साफ स्पष्ट आगे तो ही बड़ा गंभीर सीधा स्पष्ट बड़े अहम ताजा पलटवार पुराना नया विवादित सनसनीखेज")

// verbalNoun handles a noun whose source stands in the genitive:
//
//	X का (यह भी) कहना है कि S      X का आरोप है कि S      X का दावा- S (headline)
//	“S,” यह कहना है X का।
func (f *finder) verbalNoun(i int, st *scan) (int, bool) {
	act, ok := f.w.nouns[f.key(i)]
	if !ok {
		return 0, false
	}
	r := st.r
	c := cue{words: document.Range{First: i, End: i + 1}, act: act, frame: genitive, last: f.key(i)}
	end := i + 1
	aux := false
	for end < r.End && (tail[f.key(end)] || f.key(end) == "रहा" || f.key(end) == "भी" && aux) {
		aux = true
		end++
	}
	c.end = end
	if aux && (f.key(i-1) == "यह" || f.key(i-1) == "ऐसा" || f.key(i-1) == "ये") && f.key(i) == "कहना" && i-1 >= r.First {
		return f.saysHe(i, c, st)
	}
	o, opened := f.openingAt(end, r, st.end)
	if !opened {
		return 0, false
	}
	head := st.block == document.Headline || st.block == document.Subhead || st.block == document.Other
	if !aux && !(c.last == "कहना" && o.ki) && !(o.sep != "" && head && o.sep != "," || st.block == document.Headline && o.sep == ",") {
		return 0, false
	}
	if aux && !o.ki && o.quoted < 0 && (o.sep == "" || o.sep == ";" || o.sep == "," && c.last != "कहना" && c.last != "मानना") {
		return 0, false
	}
	if o.at >= r.End && o.quoted < 0 {
		return 0, false
	}
	j := i - 1
	for j > r.First && j > i-5 && adjectives[f.key(j)] {
		j--
	}
	if j < r.First {
		return 0, false
	}
	lo := r.First
	inContent := st.prev >= 0 && !st.direct && st.content.Contains(i)
	if inContent {
		lo = st.content.First
	} else if st.prev >= 0 && st.content.End <= i {
		lo = max(lo, st.content.End)
	}
	var s source
	k := f.key(j)
	switch {
	case genPronouns[k]:
		s = f.antecedent(st.n, j, pronounNumber(k))
		s.text = document.Range{First: j, End: j + 1}
		if !s.ok {
			s.ok, s.resolved = true, ByNone
		}
	case k == "का" || k == "की" || k == "के":
		if j == lo {
			return 0, false
		}
		s = f.analyse(j, lo)
		// गड़बड़ी का आरोप, … in a headline names no accuser
		if !s.ok && len(s.names) > 0 && !s.thing && (aux || s.likely) {
			s.ok = true
		}
	case (k == "में" || k == "पर") && j > lo && f.w.heads[f.key(j-1)].kind == documentNoun: // प्राथमिकी में आरोप है
		s = f.analyse(j, lo)
	default:
		return 0, false
	}
	if !s.ok {
		return end, true
	}
	if inContent {
		at, ok := f.joint(s.text.First, lo)
		if !ok {
			if !st.after || !o.ki {
				return end, true
			}
			s.via = f.out[st.prev].Speaker
			f.out = append(f.out[:st.prev], f.out[st.prev+1:]...)
			st.prev = -1
		} else {
			f.cut(st, at)
		}
	}
	return f.speech(c, s, o, "quote/ka-kahna", st), true
}

// saysHe handles “S,” यह कहना है X का।
func (f *finder) saysHe(i int, c cue, st *scan) (int, bool) {
	r := st.r
	for j := c.end; j < r.End && j < c.end+16; j++ {
		if k := f.key(j); (k == "का" || k == "की" || k == "के") && (j+1 >= r.End || f.toks[j+1].Kind == document.Punct) {
			s := f.analyse(j, c.end)
			if !s.ok && len(s.names) == 0 {
				return c.end, true
			}
			f.backward(st, i-1, s, c, "quote/kahna-hai-ka")
			return r.End, true
		}
	}
	return c.end, true
}

// backward reports what stands before token at as the speech of s: the quoted stretch
// that closes there, the clause before a comma, or the sentence before.
func (f *finder) backward(st *scan, at int, s source, c cue, rule string) {
	if q, ok := f.quoteBefore(at, st.r.First); ok {
		f.report(st, f.trimInner(f.quotes[q].inner), Direct, s, c, rule)
		return
	}
	if at > st.r.First+3 {
		f.report(st, document.Range{First: st.r.First, End: at}, Indirect, s, c, rule)
		return
	}
	sents := f.d.Sentences()
	if !f.above.Empty() && st.n > 0 && sents[st.n-1].Block == sents[st.n].Block-1 { // “…” ¶ यह कहना है X का।
		f.report(st, f.d.RangeOf(f.above), Direct, s, c, rule)
		return
	}
	if st.n == 0 || sents[st.n-1].Block != sents[st.n].Block || f.talkAt(st.n-1) != nil || sents[st.n-1].Repeat {
		return
	}
	prev := sents[st.n-1].Tokens
	if q, ok := f.closeAt[prev.End]; ok && f.quotes[q].inner.Len() >= 3 {
		f.report(st, f.trimInner(f.quotes[q].inner), Direct, s, c, rule)
		return
	}
	f.report(st, f.sentenceContent(f.storyStart(prev, sents[st.n].Block), prev), Indirect, s, c, rule)
}

// storyStart returns the first token of r behind a dateline: मनीला (डीपीए): …
func (f *finder) storyStart(r document.Range, block int) int {
	if r.First != f.d.Sentences()[f.d.Blocks()[block].Sentences.First].Tokens.First {
		return r.First
	}
	for i := r.First; i < r.End-3 && i < r.First+10; i++ {
		switch f.key(i) {
		case ":", "ः":
			// दो मामले: time 10:30
			if f.toks[i+1].Kind == document.Number && !f.toks[i+1].Space {
				continue
			}
			return i + 1
		case ")":
			if k := f.key(i + 1); k == ":" || k == "-" || k == "," {
				return i + 2
			}
			return i + 1
		}
		if f.d.Class(i).Has(lexicon.Auxiliary) {
			break
		}
	}
	return r.First
}

// pointers open a sentence that names the source of the one before it.
var (
	pointers  = set("यह ये यही उक्त इसकी इसका उपरोक्त")
	infoNouns = set("जानकारी बात बातें दावा आरोप सूचना पुष्टि घोषणा ऐलान अपील मांग चेतावनी विचार बयान टिप्पणी उद्गार")
	infoVerbs = set("दी दिए दिया कही कहीं कहे किया की लगाया लगाए व्यक्त जताया जताई")
)

// anaphora handles a source named after the speech: S। यह जानकारी X ने दी। and in one
// sentence: S, यह बात X ने कही।
func (f *finder) anaphora(st *scan) bool {
	r := st.r
	for i := r.First; i < r.End; i++ {
		if f.part[i]&aPointer == 0 {
			continue
		}
		if f.key(i) == "ऐसा" {
			if i == r.First && f.so(st) {
				return true
			}
			continue
		}
		of := f.key(i) == "इस" && f.key(i+1) == "बात" // इस बात की जानकारी
		if !pointers[f.key(i)] && !of {
			continue
		}
		ne := i > r.First && (f.key(i-1) == "ने" || f.key(i-2) == "ने" || f.key(i-3) == "ने" && i-3 > r.First)
		if i != r.First && f.key(i-1) != "," && f.key(i-1) != "-" && !ne {
			continue
		}
		if f.theirs(i, st) {
			return true
		}
		noun, from := -1, i+1
		if of {
			from = i + 2
		}
		if ne {
			if f.told(st, i, from) {
				return true
			}
			continue
		}
		for j := from; j < r.End && j <= i+4; j++ {
			if infoNouns[f.key(j)] {
				noun = j
				break
			}
		}
		if noun < 0 {
			continue
		}
		for j := noun + 1; j < r.End; j++ {
			if f.key(j) != "ने" {
				continue
			}
			// the verb closes the sentence
			v := r.End - 1
			for v > j && (f.toks[v].Kind == document.Punct || tail[f.key(v)]) {
				v--
			}
			if v <= j || !infoVerbs[f.key(v)] {
				break
			}
			s := f.analyse(j, noun+1)
			if !s.ok && len(s.names) == 0 {
				break
			}
			w := f.w.verbs[f.key(v)]
			c := cue{words: document.Range{First: noun, End: noun + 1}, end: r.End, act: "say"}
			if w.act != "" {
				c.words = document.Range{First: v, End: v + 1}
			} else if p := f.w.phrases[f.key(noun)]; len(p) > 0 {
				c.act = p[0].act
			}
			f.backward(st, i, s, c, "quote/yah-jankari")
			return true
		}
	}
	return false
}

// speechNouns name what was said between marks: यह तंज X का था.
var speechNouns = set("कहना दावा आरोप तंज कटाक्ष टिप्पणी शिकायत भरोसा शब्द जवाब सवाल दर्द अपील मांग चेतावनी सलाह नसीहत राय मत तर्क दलील प्रतिक्रिया बयान बोल उद्गार गुहार दुआ उम्मीद विश्वास कथन वाक्य संदेश अनुभव चुटकी पीड़ा व्यथा आशंका सुझाव फरमान हुंकार")

// theirs handles speech between marks whose owner the same sentence tells in the genitive:
//
//	‘S’, यह तंज X का था।      “S”, यह शिकायत X की है।      ‘S’, ये शब्द थे X के।
func (f *finder) theirs(i int, st *scan) bool {
	r := st.r
	q, ok := f.quoteBefore(i, r.First)
	if !ok || f.quotes[q].used || f.quotes[q].inner.Len() < 3 {
		return false
	}
	n := i + 1
	for n < i+3 && !speechNouns[f.key(n)] {
		n++
	}
	if n >= r.End || !speechNouns[f.key(n)] {
		return false
	}
	end := r.End
	for end > n && (f.toks[end-1].Kind == document.Punct || tail[f.key(end-1)]) {
		end--
	}
	lo := n + 1
	for lo < end && tail[f.key(lo)] {
		lo++
	}
	switch f.key(end - 1) {
	case "का", "की", "के":
	default:
		return false
	}
	s := f.analyse(end-1, lo)
	if u := f.unitAt(s.text.First - 1); u != nil && u.role && u.First <= lo { // an office that took the noun in: तंज नागरिक मंच की अध्यक्ष
		s.text.First = lo
	}
	if !s.ok || s.text.First > lo {
		return false
	}
	s.text.First = lo
	c := cue{words: document.Range{First: n, End: n + 1}, end: r.End, act: "say"}
	if a := f.w.nouns[f.key(n)]; a != "" {
		c.act = a
	}
	f.quotes[q].used = true
	f.report(st, f.trimInner(f.quotes[q].inner), Direct, s, c, "quote/yah-ka")
	return true
}

// so handles ऐसा in front of the source: S। ऐसा X ने बताया।
func (f *finder) so(st *scan) bool {
	r := st.r
	v := r.End - 1
	for v > r.First && (f.toks[v].Kind == document.Punct || tail[f.key(v)]) {
		v--
	}
	if w := f.w.verbs[f.key(v)]; w.act != "say" || w.form != perfective || f.key(v-1) == "नहीं" {
		return false
	}
	for j := r.First + 1; j < v; j++ {
		if f.key(j) == "कि" || f.toks[j].Kind == document.Punct && f.key(j) != "." {
			return false
		}
		if f.key(j) != "ने" || j < r.First+2 {
			continue
		}
		s := f.analyse(j, r.First+1)
		if !s.ok {
			return false
		}
		f.backward(st, r.First, s, cue{words: document.Range{First: v, End: v + 1}, end: r.End, act: "say"}, "quote/yah-jankari")
		return true
	}
	return false
}

// told handles a source before the pointer, the noun apart from its verb:
// X ने यह जानकारी शुक्रवार को पत्रकारों को दी। The noun beside its verb is left to attribution.
func (f *finder) told(st *scan, pointer, from int) bool {
	r := st.r
	ne := pointer - 1
	for f.key(ne) != "ने" {
		ne--
	}
	noun := -1
	for j := from; j < r.End && j <= from+2; j++ {
		if k := f.key(j); (k == "जानकारी" || k == "आशंका" || k == "दावा" || k == "आरोप" || k == "बात" && f.key(pointer) != "इस") && noun < 0 {
			noun = j
		}
	}
	if noun < 0 {
		return false
	}
	v := r.End - 1
	for v > noun && (f.toks[v].Kind == document.Punct || tail[f.key(v)]) {
		if f.key(v) == "कि" {
			return false
		}
		v--
	}
	if v <= noun || !infoVerbs[f.key(v)] || f.key(v-1) == "नहीं" {
		return false
	}
	for j := noun; j < v; j++ {
		if k := f.key(j); k == "कि" || joins[k] || k == "देते" || k == "करते" {
			return false
		}
	}
	s := f.analyse(ne, r.First)
	if !s.ok && len(s.names) == 0 {
		return false
	}
	c := cue{words: document.Range{First: noun, End: noun + 1}, end: r.End, act: "say"}
	if v == noun+1 {
		c.words.End = v + 1
	}
	if p := f.w.phrases[f.key(noun)]; len(p) > 0 {
		c.act = p[0].act
	}
	if w := f.w.verbs[f.key(v)]; w.act != "" {
		c.words = document.Range{First: v, End: v + 1}
	}
	f.backward(st, r.First, s, c, "quote/yah-jankari")
	return true
}

// label handles a paragraph that opens with its speaker: हेमा देवी, गंगोलीहाट : S. A place
// or a topic before the colon is no speaker.
func (f *finder) label(b int, r document.Range) bool {
	blk := &f.d.Blocks()[b]
	if blk.Kind == document.Headline || blk.Kind == document.Summary {
		return false
	}
	i := r.First
	for i < r.End && (f.key(i) == "•" || f.key(i) == "-" || f.key(i) == "*") {
		i++
	}
	start := i
	if k := f.key(i); (k == "जवाब" || k == "उत्तर") && i+1 < r.End {
		return f.answer(b, i, r)
	}
	var u *unit
	for i < r.End && i < start+14 {
		k := f.key(i)
		if v := f.unitAt(i); v != nil {
			if !v.role && f.actors[v.actor].person {
				if u != nil && u.actor != v.actor {
					return false
				}
				u = v
			} else if u == nil && !v.role {
				return false
			}
			i = v.End
			continue
		}
		if k == ":" || k == "ः" {
			break
		}
		if (k == "-" || k == "–" || k == "—") && u != nil && f.toks[i].Space {
			break
		}
		if f.toks[i].Kind == document.Punct && k != "," && k != "." && k != "(" && k != ")" {
			return false
		}
		if u == nil && i-start >= 8 || f.d.Class(i).Has(lexicon.Auxiliary) || k == "ने" || k == "से" || k == "को" || k == "में" {
			return false
		}
		i++
	}
	if u == nil || i >= r.End || f.toks[i].Kind != document.Punct || i > u.End+4 {
		return false
	}
	s := f.mention(u, start, document.Range{First: u.First, End: i})
	if !f.speaks(b, u, i, r) {
		return false
	}
	c := cue{words: document.Range{First: i, End: i + 1}, end: i + 1, act: "say"}
	n := int(f.toks[i].Sentence)
	st := &scan{n: n, r: f.d.Sentences()[n].Tokens, block: blk.Kind, end: r.End, prev: -1}
	at := i + 1
	if at >= r.End {
		return false
	}
	if q, ok := f.openAt[at]; ok && f.direct(&f.quotes[q], st.r) {
		f.report(st, f.trimInner(f.quotes[q].inner), Direct, s, c, "quote/label")
		return true
	}
	if at >= st.r.End { // the segmenter cut at the colon's sentence
		n++
		if n >= len(f.d.Sentences()) {
			return false
		}
		st.r = f.d.Sentences()[n].Tokens
	}
	if st.r.End-at < 3 {
		return false
	}
	f.report(st, f.sentenceContent(at, st.r), Indirect, s, c, "quote/label")
	return true
}

// headline handles the lines that name the speaker last or first around a colon:
// S : सांसद सुरेश कश्यप, 'S': राहुल.
func (f *finder) headline(st *scan) {
	r := st.r
	if f.inverted(st) || st.block == document.Headline && f.nounLast(st) {
		return
	}
	for i := r.End - 1; i > r.First+2; i-- {
		k := f.key(i)
		if k != ":" && k != "-" && k != "–" && k != "—" && k != "ः" {
			if i < r.End-9 {
				return
			}
			continue
		}
		if k == "-" && !f.toks[i].Space {
			continue
		}
		if i+1 < r.End && f.toks[i+1].Kind == document.Number && !f.toks[i+1].Space || credits[f.key(i-1)] && (pictures[f.key(i-1)] || i-1 == r.First || f.toks[i-2].Kind == document.Punct) {
			return // 10:30 AM, फोटो : पीटीआई
		}
		tailEnd := r.End
		for tailEnd > i && f.toks[tailEnd-1].Kind == document.Punct && f.key(tailEnd-1) != ")" {
			tailEnd--
		}
		s := f.analyse(tailEnd, i+1)
		if !s.ok || s.text.First != i+1 || s.resolved == ByNone {
			return
		}
		content := document.Range{First: r.First, End: i}
		// a kicker stands before the speech: शिमला: S : X
		c := cue{words: document.Range{First: i, End: i + 1}, end: i + 1, act: "say"}
		if q, ok := f.closeAt[i]; ok && f.quotes[q].inner.Len() >= 2 {
			f.report(st, f.trimInner(f.quotes[q].inner), Direct, s, c, "quote/headline-last")
			return
		}
		if content.Len() < 4 || k != ":" && k != "ः" && !f.toks[i].Space {
			return
		}
		f.report(st, content, Indirect, s, c, "quote/headline-last")
		return
	}
	// राहुल गांधी: 'S'
	for i := r.First + 1; i < r.End && i < r.First+8; i++ {
		if f.key(i) != ":" {
			continue
		}
		if q, ok := f.openAt[i+1]; ok && f.quotes[q].closed {
			if s := f.analyse(i, r.First); s.ok && s.actor >= 0 && f.quotes[q].inner.Len() >= 3 {
				c := cue{words: document.Range{First: i, End: i + 1}, end: i + 1, act: "say"}
				f.report(st, f.trimInner(f.quotes[q].inner), Direct, s, c, "quote/headline-first")
			}
		}
		return
	}
}

// answer reports the first sentence of an answer in an interview: जवाब: S. The person
// asked is the last who spoke or was named.
func (f *finder) answer(b, i int, r document.Range) bool {
	k := f.key(i + 1)
	if k != ":" && k != "-" && k != "–" && k != "—" && k != "ः" {
		return false
	}
	n := int(f.toks[i].Sentence)
	sent := f.d.Sentences()[n].Tokens
	if sent.End-i < 5 {
		return false
	}
	s := f.answers
	if !s.ok {
		s = f.antecedent(n, i, honoured)
	}
	if !s.ok || s.actor < 0 || !f.actors[s.actor].person {
		return false
	}
	f.answers = s
	s.text = document.Range{First: i, End: i + 1}
	c := cue{words: document.Range{First: i, End: i + 1}, end: i + 2, act: "say"}
	st := &scan{n: n, r: sent, block: f.d.Blocks()[b].Kind, end: r.End, prev: -1}
	f.report(st, f.sentenceContent(i+2, sent), Indirect, s, c, "quote/answer")
	return true
}

// speaks reports whether the label that ends at the colon at token i is a speaker and
// not the byline of a dateline or the name of a place: its speech stands between marks
// or in the first person, an office stands beside the name, or the next or the last
// paragraph has a label too.
func (f *finder) speaks(b int, u *unit, i int, r document.Range) bool {
	if u.End < i && siteNouns[f.key(u.End)] || f.d.Raw()[f.toks[u.First].Start] < 0x80 {
		return false
	}
	if _, ok := f.openAt[i+1]; ok {
		return true
	}
	for j := i + 1; j < r.End; j++ {
		switch f.key(j) {
		case "मैं", "मैंने", "मुझे", "मेरा", "मेरी", "मेरे", "हम", "हमने", "हमें", "हमारा", "हमारी", "हमारे", "हूं":
			return true
		}
	}
	for j := u.End; j < i; j++ {
		if n := f.w.heads[f.key(j)]; n.kind == roleNoun {
			return true
		}
	}
	if p := f.unitAt(u.First - 1); p != nil && p.role {
		return true
	}
	return f.labelled(b-1, u.actor) || f.labelled(b+1, u.actor)
}

// siteNouns make a person's name the name of a place: राम मंदिर.
var siteNouns = set("मंदिर मस्जिद गुरुद्वारा रोड मार्ग चौक पार्क अस्पताल कॉलेज स्कूल स्टेडियम भवन मेट्रो नगर पुरम विहार घाट बाजार कॉलोनी जयंती योजना एक्सप्रेस")

// labelled reports whether block b opens with another person's name and a colon.
func (f *finder) labelled(b, actor int) bool {
	blocks := f.d.Blocks()
	if b < 0 || b >= len(blocks) || blocks[b].Sentences.Len() == 0 {
		return false
	}
	first := f.d.Sentences()[blocks[b].Sentences.First].Tokens.First
	for i := first; i < first+12 && i < len(f.toks); i++ {
		if u := f.unitAt(i); u != nil && !u.role && f.actors[u.actor].person && u.actor != actor {
			for j := u.End; j < u.End+5 && j < len(f.toks); j++ {
				if f.key(j) == ":" || f.key(j) == "ः" {
					return true
				}
			}
			return false
		}
	}
	return false
}

// credits stand before the colon of a picture credit or a byline.
var credits = set("फोटो तस्वीर वीडियो साभार इनपुट रिपोर्ट स्रोत सौजन्य संवाददाता लेखक संपादन photo file source by video credit image")

// pictures are credited anywhere in a line.
var pictures = set("फोटो तस्वीर वीडियो photo image video")

// inverted handles headlines that put the verb before its source or its noun:
//
//	बोले सीएम योगी- S      S, हिंसा पर बोले सीएम योगी      डॉक्टरों ने दी चेतावनी, S
func (f *finder) inverted(st *scan) bool {
	r := st.r
	for i := r.First; i < r.End-1; i++ {
		if f.quotedAround(i) {
			continue
		}
		switch f.key(i) {
		case "बोले", "बोला", "बोली", "बोलीं":
			if !f.speaksHere(i, st) {
				continue
			}
			return true
		}
		if f.key(i) != "ने" || i == r.First {
			continue
		}
		for _, l := range f.w.lights[f.key(i+1)] {
			if l.form != perfective {
				continue
			}
			for _, p := range f.w.phrases[f.key(i+2)] {
				if len(p.words) != 1 || !p.lights[l.lemma] {
					continue
				}
				o, ok := f.openingAt(i+3, r, st.end)
				if !ok || o.at >= r.End || r.End-o.at < 3 {
					continue
				}
				if s := f.analyse(i, r.First); s.ok || len(s.names) > 0 {
					c := cue{words: document.Range{First: i + 1, End: i + 3}, end: i + 3, act: p.act, noun: true}
					f.speech(c, s, o, "quote/headline-verb-first", st)
					return true
				}
			}
		}
	}
	return false
}

// speaksHere reports the speech of the source behind बोले at token i, if one stands there.
func (f *finder) speaksHere(i int, st *scan) bool {
	r := st.r
	end := i + 1
	for end < r.End && end < i+9 {
		if k := f.key(end); f.toks[end].Kind == document.Punct && (k == "," || k == ":" || stops[k] || f.toks[end].Kind == document.Punct && (k == "-" || k == "–" || k == "—")) {
			break
		}
		end++
	}
	if end == i+1 {
		return false
	}
	s := f.analyse(end, i+1)
	if !s.ok && !s.likely || s.text.First != i+1 {
		return false
	}
	c := cue{words: document.Range{First: i, End: i + 1}, end: i + 1, act: f.w.verbs[f.key(i)].act, frame: bare}
	if end < r.End {
		if o, ok := f.openingAt(end, r, st.end); ok && o.at < r.End && r.End-o.at >= 2 && !teasers[f.key(o.at)] && f.key(i-1) != "क्या" {
			f.speech(c, s, o, "quote/headline-verb-first", st)
			return true
		}
	}
	// S, हिंसा पर बोले X: the speech ends at the last comma before the verb
	for j := i; j > r.First+1 && j > i-8; j-- {
		if q, ok := f.closeAt[j]; ok && f.quotes[q].inner.Len() >= 2 {
			f.report(st, f.trimInner(f.quotes[q].inner), Direct, s, c, "quote/headline-last")
			return true
		}
		if f.key(j-1) == "," {
			if q, ok := f.closeAt[j-1]; ok {
				f.report(st, f.trimInner(f.quotes[q].inner), Direct, s, c, "quote/headline-last")
				return true
			}
			if j-1-r.First >= 3 {
				f.report(st, document.Range{First: r.First, End: j - 1}, Indirect, s, c, "quote/headline-last")
				return true
			}
			return false
		}
	}
	return false
}

// nounLast handles S, X की सलाह and S, X का ऐलान at the end of a headline.
func (f *finder) nounLast(st *scan) bool {
	r := st.r
	end := r.End
	for end > r.First && f.toks[end-1].Kind == document.Punct {
		end--
	}
	n := end - 1
	act, ok := f.w.nouns[f.key(n)]
	if !ok || n-2 < r.First {
		return false
	}
	if k := f.key(n - 1); k != "का" && k != "की" && k != "के" {
		return false
	}
	s := f.analyse(n-1, r.First)
	if !s.ok || s.thing || s.text.First <= r.First+3 {
		return false
	}
	switch k := f.key(s.text.First - 1); {
	case k == "," || k == ";" || k == ":" || k == "-" && f.toks[s.text.First-1].Space:
	default:
		return false
	}
	c := cue{words: document.Range{First: n, End: n + 1}, end: n + 1, act: act, frame: genitive}
	at := s.text.First - 1
	if q, ok := f.closeAt[at]; ok && f.quotes[q].inner.Len() >= 2 {
		f.report(st, f.trimInner(f.quotes[q].inner), Direct, s, c, "quote/headline-noun-last")
		return true
	}
	f.report(st, document.Range{First: r.First, End: at}, Indirect, s, c, "quote/headline-noun-last")
	return true
}
