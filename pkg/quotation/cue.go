package quotation

import (
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
)

// frame says in which case a cue asks for its source.
type frame uint8

const (
	ergative frame = iota + 1 // X ने कहा
	bare                      // X बोले, X कहते हैं
	either                    // X ने बोला, X बोले
	genitive                  // X का कहना है
	passive                   // X द्वारा कहा गया
)

// cue is a reporting word in its place.
type cue struct {
	words document.Range // the word or phrase: आरोप लगाया
	end   int            // first token behind its auxiliaries
	act   string
	frame frame
	weak  bool
	past  bool   // with था थी थे: told earlier
	noun  bool   // a noun and a light verb
	last  string // folded last word, for rules on one verb
}

// cueAt returns the cue whose verb is token i of the sentence with tokens r.
func (f *finder) cueAt(i int, r document.Range) (cue, bool) {
	t := &f.toks[i]
	if f.part[i]&(aVerb|aLight) == 0 {
		return cue{}, false
	}
	if c, ok := f.phraseAt(i, r); ok {
		return c, true
	}
	v, ok := f.w.verbs[t.Key]
	if !ok {
		return cue{}, false
	}
	if t.Key == "कहीं" && !(infoNouns[f.key(i-1)]) {
		return cue{}, false // somewhere
	}
	c := cue{words: document.Range{First: i, End: i + 1}, act: v.act, weak: v.weak, last: t.Key}
	switch {
	case v.erg && v.bare:
		c.frame = either
	case v.bare:
		c.frame = bare
	default:
		c.frame = ergative
	}
	if !f.finite(&c, v.form, i, r) {
		return cue{}, false
	}
	return c, f.negated(&c, r)
}

// phraseAt returns the cue made of a noun and the light verb at token i: आरोप लगाया.
func (f *finder) phraseAt(i int, r document.Range) (cue, bool) {
	if f.part[i]&aLight == 0 {
		return cue{}, false
	}
	forms := f.w.lights[f.key(i)]
	j := i - 1
	for j > r.First && j >= i-2 && fillers[f.key(j)] && f.w.phrases[f.key(j)] == nil {
		j--
	}
	if j < r.First {
		return cue{}, false
	}
	for _, p := range f.w.phrases[f.key(j)] {
		n := len(p.words)
		first := j - n + 1
		if first < r.First {
			continue
		}
		ok := true
		for k, w := range p.words {
			if f.key(first+k) != w {
				// निर्देश भी जारी किए
				ok = false
				break
			}
		}
		if !ok {
			continue
		}
		for _, l := range forms {
			if !p.lights[l.lemma] {
				continue
			}
			c := cue{words: document.Range{First: first, End: i + 1}, act: p.act, frame: ergative, noun: true, last: f.key(i)}
			if f.finite(&c, l.form, i, r) {
				return c, f.negated(&c, r)
			}
		}
	}
	return cue{}, false
}

// finite completes c where the verb form at token i is finite there, and reports
// whether it is: कहा (है), कहते हैं, कह रहे थे, कह दिया; passives too.
func (f *finder) finite(c *cue, fm form, i int, r document.Range) bool {
	j := i + 1
	next := f.key(j)
	switch fm {
	case perfective:
		if j < r.End && goers[next] {
			if c.frame == bare {
				return false
			}
			c.frame = passive
			for j < r.End && (goers[f.key(j)] || progress[f.key(j)]) {
				j++
			}
		}
	case imperfective:
		if next == "हुए" || next == "हुई" || next == "हुआ" {
			// यह कहते हुए कि: a participle, finite only where कि or a mark follows
			// no cue of its own where another verb reports: यह कहते हुए कि S, मंत्री ने कहा T
			if k := f.key(j + 1); k == "कि" && !c.noun {
				j++
				break
			}
			return false
		}
		c.frame = bare
		if j >= r.End || !tail[next] {
			if m, _ := markAt(f.d, j, r.End); m == noMark && next != "कि" && next != "-" && next != ":" {
				return false
			}
		}
	case root:
		switch {
		case progress[next]:
			c.frame = bare
			j++
		case completers[next]:
			j++
			c.words.End = j
		default:
			return false
		}
	default:
		return false
	}
	for j < r.End && tail[f.key(j)] {
		if k := f.key(j); k == "था" || k == "थी" || k == "थे" || k == "थीं" {
			c.past = true
		}
		j++
	}
	c.end = j
	return true
}

// negated reports false where the cue denies that anything was said: नहीं बताया, or asks
// what: क्या कहा.
func (f *finder) negated(c *cue, r document.Range) bool {
	for k := c.words.First - 1; k >= r.First && k >= c.words.First-2; k-- {
		switch f.key(k) {
		case "नहीं", "न", "ना", "मत", "क्या", "कुछ", "क्यों", "कब", "किसने", "जो":
			return false
		}
		if !fillers[f.key(k)] {
			break
		}
	}
	return f.key(c.end-1) != "नहीं"
}

// opening says what opens the speech behind a cue.
type opening struct {
	at     int  // first token of the speech (of its mark, where one stands)
	ki     bool // कि
	sep    string
	quoted int // index of the quoted stretch, -1 none
}

// openingAt reads the opener of the speech at token i of a sentence with tokens r:
// कि, a comma, a colon, a dash, a quote mark, or कि and a mark. The zero opening (at 0)
// stands for none.
func (f *finder) openingAt(i int, r document.Range, blockEnd int) (opening, bool) {
	o := opening{quoted: -1}
	for i < r.End {
		k := f.key(i)
		if k == "कि" && !o.ki {
			o.ki = true
			i++
			continue
		}
		if q, ok := f.openAt[i]; ok && (f.quotes[q].class == double || o.ki || o.sep != "" || f.quotes[q].closed) {
			o.at, o.quoted = i, q
			return o, true
		}
		if f.toks[i].Kind == document.Punct && (k == "," || k == ":" || k == "-" || k == "–" || k == "—" || k == "ः" || k == "…" || k == "..." || k == ";") {
			if o.sep == "" || o.sep == "," {
				o.sep = k
			}
			i++
			continue
		}
		break
	}
	// the mark may stand in the next sentence where the segmenter cut at ":" or "."
	if q, ok := f.openAt[i]; ok && i < blockEnd && (o.ki || o.sep != "") {
		o.at, o.quoted = i, q
		return o, true
	}
	o.at = i
	return o, o.ki || o.sep != ""
}

// isAux reports whether token i closes a finite clause.
func (f *finder) isAux(i int) bool {
	if f.d.Class(i).Has(lexicon.Auxiliary) {
		return true
	}
	return finiteEnding(f.key(i))
}
