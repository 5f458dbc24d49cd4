package quotation

import (
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
)

// finiteEnding reports whether a word looks like a finite verb by its ending: करेगा,
// जाएंगे, करें, पहुंची. It is a hint, used only where two clauses meet.
func finiteEnding(key string) bool {
	for _, end := range [...]string{"ेगा", "ेगी", "ेंगे", "ेंगी", "एगा", "एगी", "एंगे", "एंगी", "ाएं", "ते", "ता", "ती", "या", "ई", "ीं", "ें"} {
		if strings.HasSuffix(key, end) && len(key) > len(end)+3 {
			return true
		}
	}
	return false
}

// sentenceContent is the reported clause from token i to the end of its sentence.
func (f *finder) sentenceContent(i int, r document.Range) document.Range {
	return f.trim(document.Range{First: i, End: f.contentEnd(i, r)})
}

// contentEnd drops a bracketed agency note and closing marks from the end.
func (f *finder) contentEnd(i int, r document.Range) int {
	end := r.End
	for end > i && f.toks[end-1].Kind == document.Punct {
		k := f.key(end - 1)
		if k == ")" {
			o := end - 1
			named := false
			for o > i && f.key(o) != "(" && end-o < 10 {
				named = named || agencies[f.key(o)]
				o--
			}
			if f.key(o) == "(" && named && o > i {
				end = o
				continue
			}
			break
		}
		if m, w := markAt(f.d, end-1, r.End); m != noMark {
			// keep the closing mark of a quoted tail, drop an orphan
			if _, ok := f.closeAt[end-1+w]; ok {
				break
			}
			if _, ok := f.closeAt[end]; ok {
				break
			}
		} else if !stops[k] && k != "," && k != ";" && k != "|" {
			break
		}
		end--
	}
	return end
}

// direct returns the content of the quoted stretch q and whether it is the whole
// speech: nothing but a stop, a new sentence or a joined clause follows the mark.
func (f *finder) direct(q *quoted, r document.Range) bool {
	if !q.closed {
		return q.class == double || q.inner.Len() >= 4
	}
	end := q.end
	if end >= len(f.toks) {
		return true
	}
	sent := f.d.SentenceOf(q.end - 1)
	if end >= sent.Tokens.End {
		return true
	}
	k := f.key(end)
	if f.toks[end].Kind == document.Punct {
		if stops[k] || k == "," || k == "|" || k == ")" || k == ";" || k == "-" {
			return true
		}
	}
	if joins[k] {
		return true
	}
	// "S" X went on: a stop stood inside the marks
	if stops[f.key(q.inner.End-1)] {
		return true
	}
	// long speech with a verb of its own, not a title
	return q.inner.Len() >= 8 && q.class == double
}

// closeEarly ends an unclosed quote before the first later sentence of the paragraph
// that reports speech with a source of its own: the closing mark was forgotten.
func (f *finder) closeEarly(q *quoted) {
	sents := f.d.Sentences()
	for n := int(f.toks[q.inner.First].Sentence) + 1; n < len(sents) && sents[n].Tokens.First < q.inner.End; n++ {
		r := sents[n].Tokens
		ne := false
		for i := r.First; i < r.End; i++ {
			if k := f.key(i); k == "ने" || ergPronouns[k] && k != "मैंने" && k != "हमने" {
				ne = true
			} else if ne {
				if c, ok := f.cueAt(i, r); ok && c.frame != passive {
					if o, ok := f.openingAt(c.end, r, q.inner.End); ok && (o.ki || o.quoted >= 0) {
						q.inner.End, q.end = r.First, r.First
						return
					}
				}
			}
		}
	}
}

// trimInner drops a comma before the closing mark; a stop stays, as it stands inside.
func (f *finder) trimInner(r document.Range) document.Range {
	for r.First < r.End && f.toks[r.First].Kind == document.Punct {
		if m, _ := markAt(f.d, r.First, r.End); m != noMark {
			break
		}
		if k := f.key(r.First); k != "," && k != "-" && k != "।" && k != "." {
			break
		}
		r.First++
	}
	for r.First < r.End && f.key(r.End-1) == "," {
		r.End--
	}
	return r
}

// mixedIn reports whether the reported clause r holds a quoted part that reads as
// speech and not as a title: four words in double marks with a verb inside or behind
// them, five with a verb in single ones.
func (f *finder) mixedIn(r document.Range) bool {
	in := f.quotesIn(r)
	for i := range in {
		q := &in[i]
		if q.closed && r.First <= q.open && q.end <= r.End && q.inner.Len() >= 4 {
			// “पूरी तरह विफल” रही है, but “जल जीवन मिशन” का लाभ
			verb := f.isAux(q.inner.End - 1)
			predicate := f.d.Class(q.end).Has(lexicon.Auxiliary) && f.key(q.end) != "की" && f.key(q.end) != "के" || q.end >= r.End
			if q.class == double && (verb || predicate || q.inner.Len() >= 8) || q.class == single && q.inner.Len() >= 5 && verb {
				return true
			}
		}
	}
	return false
}
