package layout

import "khabar/pkg/document"

// interview reports whether the page says that it is one: its short questions are text
// then, not sub-headings. An explainer asks, too, but nobody answers.
//
//	… की बातचीत. ⏎ उनसे हुई बातचीत के अंश. ⏎ मांग क्या है? ⏎ समान काम का …
func (p *page) interview() bool {
	const texts = 4 // of the body
	toks := p.doc.Tokens()
	for i, n := 0, 0; i < p.tail && n < texts; i++ {
		q := &p.parts[i]
		if i >= p.body && p.text(i) {
			n++
		} else if !q.keep && (i >= p.body || q.label != labelNav) {
			continue
		}
		for k := q.tok.First; k < q.tok.End; k++ {
			switch toks[k].Key {
			case "साक्षात्कार", "इंटरव्यू", "interview":
				// of the page, not of the news: इंटरव्यू में कहा
				if k+1 == q.tok.End || toks[k+1].Kind == document.Punct || toks[k+1].Key == "के" {
					return true
				}
			case "बातचीत", "बात":
				if k+1 == q.tok.End || toks[k+1].Kind == document.Punct && k+2 == q.tok.End {
					if p.parts[i].kind == document.Summary || i == p.head || toks[k-1].Key == "खास" || toks[k-1].Key == "विशेष" {
						return true
					}
				}
				for j := k + 1; j < q.tok.End && j < k+5; j++ {
					if toks[j].Key == "अंश" {
						return true
					}
				}
			}
		}
	}
	return false
}
