package quotation

import (
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
)

// spoke enters a speaker into the discourse.
func (f *finder) spoke(sentence int, s source) {
	if !s.ok || s.resolved == ByNone {
		return
	}
	f.talks = append(f.talks, talk{sentence, f.d.Sentences()[sentence].Block, s})
}

// antecedent resolves a pronoun (or an omitted subject, key "") at token at of
// sentence n to the person or group that the discourse makes most likely: walking back
// from the sentence, the first that spoke or was the subject of a clause.
func (f *finder) antecedent(n, at int, number number) source {
	sents := f.d.Sentences()
	blk := sents[n].Block
	var fallback source
	fallback.actor = -1
	// whom one asked answers: X से पूछा गया तो उन्होंने कहा, X से बात की गई। उन्होंने कहा
	if s := f.asked(document.Range{First: sents[n].Tokens.First, End: at}); s.ok && f.fits(s, number) {
		return f.pronoun(s)
	}
	if n > 0 && sents[n-1].Block == blk && f.talkAt(n-1) == nil && at <= sents[n].Tokens.First+3 {
		if s := f.asked(sents[n-1].Tokens); s.ok && f.fits(s, number) {
			return f.pronoun(s)
		}
	}
	// the same sentence, left of the pronoun
	if s := f.subject(n, document.Range{First: sents[n].Tokens.First, End: at}); s.ok && f.fits(s, number) {
		return f.pronoun(s)
	}
	for k := n - 1; k >= 0 && k >= n-12; k-- {
		if sents[k].Block < blk-4 {
			break
		}
		if t := f.talkAt(k); t != nil {
			if f.fits(t.source, number) {
				return f.pronoun(t.source)
			}
			if number == oneOnly && k == n-1 { // एसपी ने बताया कि आरोपी सुनील पकड़ा गया है। उसने बताया
				if o := f.object(sents[k].Tokens); o.ok && o.actor != t.source.actor {
					return f.pronoun(o)
				}
			}
			if !fallback.ok {
				fallback = t.source
			}
			continue
		}
		r := sents[k].Tokens
		s := f.subject(k, r)
		if !s.ok {
			if !f.talkIn(sents[k].Block) {
				if s = f.people(r); s.ok && f.fits(s, number) {
					return f.pronoun(s)
				}
				if s = f.topic(r); s.ok && f.fits(s, number) {
					return f.pronoun(s)
				}
			}
			continue
		}
		if number == oneOnly && s.body { // पुलिस ने चालक रमेश को पकड़ा। उसने बताया
			if o := f.object(r); o.ok {
				return f.pronoun(o)
			}
		}
		if !f.fits(s, number) {
			if !fallback.ok {
				fallback = s
			}
			continue
		}
		// a subject that is no person of weight does not take the floor from the last
		// speaker of the paragraph
		if t := f.lastTalk(blk); t != nil && !t.body && number == honoured && (s.body || t.official && !s.official) {
			return f.pronoun(*t)
		}
		return f.pronoun(s)
	}
	if fallback.ok {
		return f.pronoun(fallback)
	}
	if len(f.talks) > 0 {
		t := &f.talks[len(f.talks)-1]
		if t.block >= blk-4 {
			return f.pronoun(t.source)
		}
	}
	return source{actor: -1}
}

// asked returns whom the paper asked or called in clause r.
func (f *finder) asked(r document.Range) source {
	const reach = 9 // tokens between से and the verb
	for i := r.First; i < r.End; i++ {
		if f.key(i) == "ने" || ergPronouns[f.key(i)] {
			return source{actor: -1} // somebody of the story spoke to them
		}
	}
	for i := r.End - 2; i > r.First; i-- {
		if f.key(i) != "से" {
			continue
		}
		for j := i + 1; j < r.End && j <= i+reach; j++ {
			switch f.key(j) {
			case "पूछा", "पूछे", "पूछने", "संपर्क", "बात", "बातचीत", "जवाब":
				switch f.key(j + 1) {
				case "गया", "की", "किया", "जाने", "पर", "करने", "हुई", "मांगा", "करनी", "साधा":
					if s := f.analyse(i, r.First); s.ok && (s.resolved == ByRole || s.actor >= 0 && f.actors[s.actor].person) {
						return s
					}
				}
				return source{actor: -1}
			}
		}
	}
	return source{actor: -1}
}

// number is what a pronoun tells of the one it stands for.
type number uint8

const (
	honoured number = iota // उन्होंने, उनका: a respected person, or several
	oneOnly                // उसने
	anyone                 // nothing: the subject is left out
)

// pronounNumber returns the number of a pronoun.
func pronounNumber(key string) number {
	switch key {
	case "उसने", "इसने", "उसका", "उसके", "उसकी", "इसका", "इसके", "इसकी":
		return oneOnly
	}
	return honoured
}

// fits reports whether the pronoun may stand for s: उन्होंने for an honoured person or a
// plural group, उसने for anything single.
func (f *finder) fits(s source, number number) bool {
	switch number {
	case anyone:
		return true
	case oneOnly:
		return !s.plural && !(s.actor >= 0 && f.actors[s.actor].person && f.actors[s.actor].official)
	}
	return !s.body || s.plural && s.resolved == ByGroup
}

// pronoun is s as a pronoun stands for it.
func (f *finder) pronoun(s source) source {
	s.resolved = ByPronoun
	s.text = document.Range{}
	s.via = ""
	return s
}

func (f *finder) talkAt(sentence int) *talk {
	for i := len(f.talks) - 1; i >= 0 && f.talks[i].sentence >= sentence; i-- {
		if f.talks[i].sentence == sentence {
			return &f.talks[i]
		}
	}
	return nil
}

func (f *finder) talkIn(block int) bool {
	for i := len(f.talks) - 1; i >= 0 && f.talks[i].block >= block; i-- {
		if f.talks[i].block == block {
			return true
		}
	}
	return false
}

// lastTalk returns the last speaker of the block.
func (f *finder) lastTalk(block int) *source {
	if n := len(f.talks); n > 0 && f.talks[n-1].block == block {
		return &f.talks[n-1].source
	}
	return nil
}

// subject returns the subject of the clause r: its first ergative, or the first person
// in the direct case where the verb honours them.
func (f *finder) subject(n int, r document.Range) source {
	for i := r.First; i < r.End; i++ {
		if f.key(i) == "ने" && i > r.First {
			if s := f.analyse(i, r.First); s.ok {
				return s
			}
			break
		}
		if ergPronouns[f.key(i)] {
			break
		}
	}
	for i := r.First; i < r.End; i++ {
		u := f.unitAt(i)
		if u == nil {
			continue
		}
		if u.role || !f.actors[u.actor].person {
			i = u.End - 1
			continue
		}
		if i-r.First > 14 {
			break
		}
		e := u.End
		for e < r.End && (f.d.Class(e).Has(lexicon.HonorificTail) || f.key(e) == "भी" || f.key(e) == "ही") {
			e++
		}
		if f.key(e) == "(" {
			for e < r.End && f.key(e) != ")" {
				e++
			}
			e++
		}
		if e < r.End && !f.d.Class(e).Has(lexicon.Postposition) && f.key(e) != "," && f.key(e) != "और" && f.key(e) != "व" && f.key(e) != "के" && f.key(e) != "द्वारा" && f.key(e) != "समेत" && f.key(e) != "सहित" && f.honours(r) {
			return f.mention(u, r.First, document.Range{First: u.First, End: u.End})
		}
		i = u.End - 1
	}
	return f.officer(r)
}

// officer returns the official who is the subject of clause r by the office alone: the clause
// opens with it and its verb honours them. डीएम मौके पर पहुंचे।
func (f *finder) officer(r document.Range) source {
	i := r.First
	if n := f.w.heads[f.key(i)]; n.kind != roleNoun || !n.official || f.unitAt(i) != nil {
		return source{actor: -1}
	}
	e := i + 1
	for e < r.End && (f.key(e) == "भी" || f.key(e) == "खुद" || f.key(e) == "स्वयं") {
		e++
	}
	if e >= r.End || f.toks[e].Kind != document.Word || f.d.Class(e)&(lexicon.Postposition|lexicon.Conjunction) != 0 && f.d.Class(e)&lexicon.Auxiliary == 0 || f.w.heads[f.key(e)].kind != 0 || !f.honours(r) {
		return source{actor: -1}
	}
	return f.analyse(i+1, r.First)
}

// honours reports whether the clause ends in a plural verb, as one does whose subject
// is a respected person.
func (f *finder) honours(r document.Range) bool {
	for i := r.End - 1; i >= r.First && i > r.End-4; i-- {
		t := &f.toks[i]
		if t.Kind != document.Word {
			continue
		}
		k := t.Key
		switch k {
		case "हैं", "थे", "थीं", "गए", "गईं", "रहे":
			return true
		}
		for _, end := range [...]string{"ीं", "ाएं", "ए", "े", "ंगे", "ंगी", "ईं"} {
			if strings.HasSuffix(k, end) {
				return true
			}
		}
		return false
	}
	return false
}

// topic returns the person whom the clause is about though they are not its subject:
// सावित्री देवी की आंखें भर आईं।
func (f *finder) topic(r document.Range) source {
	for i := r.First; i < r.End && i < r.First+12; i++ {
		if u := f.unitAt(i); u != nil && !u.role && f.actors[u.actor].person {
			// राम की पत्नी सीता: the last of the chain
			last := u
			for j := u.End; j < r.End && j < u.End+4; j++ {
				if v := f.unitAt(j); v != nil && !v.role && f.actors[v.actor].person {
					last = v
					break
				}
				if k := f.key(j); f.w.heads[k].kind != roleNoun && k != "की" && k != "के" && f.unitAt(j) == nil {
					break
				}
			}
			return f.mention(last, r.First, last.Range)
		}
	}
	return source{actor: -1}
}

// people returns the group that a clause is about: in the direct case with a plural
// verb (इस बात से मजदूर भड़क उठे।) or first of all (लोगों में रोष था।).
func (f *finder) people(r document.Range) source {
	plural := f.honours(r)
	for i := r.First; i < r.End && i < r.First+8; i++ {
		n := f.w.heads[f.key(i)]
		if n.kind == groupNoun && !n.official && i < r.First+4 && f.key(i+1) != "को" { // लोगों में रोष था।
			return f.head(i+1, r.First, document.Range{First: i, End: i + 1})
		}
		if !plural {
			continue
		}
		if (n.kind == roleNoun && !n.official || f.key(i) == "लोग") && f.unitAt(i) == nil && !f.d.Class(i+1).Has(lexicon.Postposition) && !kin[f.key(i)] {
			return source{
				actor: -1, ok: true, plural: true, body: true, resolved: ByGroup,
				names: []string{f.d.Text(f.toks[i].Span)}, text: document.Range{First: i, End: i + 1},
			}
		}
	}
	return source{actor: -1}
}

// object returns the last person of no office that the clause names.
func (f *finder) object(r document.Range) source {
	for i := r.End - 1; i >= r.First; i-- {
		if u := f.unitAt(i); u != nil && !u.role && f.actors[u.actor].person && !f.actors[u.actor].official {
			return f.mention(u, r.First, u.Range)
		}
	}
	return source{actor: -1}
}
