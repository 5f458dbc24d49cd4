package layout

import (
	"strings"
	"unicode/utf8"

	"khabar/pkg/document"
	"khabar/pkg/span"
)

// damage warns of text that nobody can read as it stands, and of text that breaks off.
func (p *page) damage() {
	if mojibake(p.raw) {
		p.warn("mojibake")
	} else if p.legacyFont() {
		p.warn("legacy_font")
	}
	for i := range p.parts {
		if q := &p.parts[i]; q.keep && q.kind != document.Headline {
			if s := p.cutClause(q); !s.Empty() {
				p.out.Cuts = append(p.out.Cuts, s)
			}
		}
	}
	for i := len(p.parts) - 1; i >= 0; i-- {
		q := &p.parts[i]
		if !q.keep || q.kind != document.Body {
			continue
		}
		text := strings.TrimRight(q.In(p.raw), " \"'”’)]")
		if strings.HasSuffix(text, "...") || strings.HasSuffix(text, "…") || !q.stop && !q.row && q.words >= 25 && !creditEnd(text) {
			p.warn("truncated")
		}
		break
	}
}

// cutClause returns the last sentence of q without its ellipsis where it breaks off there:
// no finite verb stands before the ellipsis (… हर साल 35…, but not देखें नतीजे क्या रहे...).
func (p *page) cutClause(q *part) span.Span {
	toks := p.doc.Tokens()
	end := q.tok.End - 1
	if end <= q.tok.First+2 || toks[end].Key != "..." && toks[end].Key != "…" && !strings.HasPrefix(toks[end].Key, "...") {
		return span.Span{}
	}
	first := end
	for first > q.tok.First && toks[first-1].Sentence == toks[end].Sentence {
		first--
	}
	if first == end || p.finite(toks[first:end]) || imperative(toks[end-1].Key) {
		return span.Span{}
	}
	return p.doc.SpanOf(document.Range{First: first, End: end})
}

// creditEnd reports whether a text ends with who said it: … कम हो गई है। - अमित, दुकानदार.
func creditEnd(text string) bool {
	const longest = 120 // bytes
	i := strings.LastIndexAny(text, "।.")
	if i < 0 || len(text)-i > longest {
		return false
	}
	_, n := utf8.DecodeRuneInString(text[i:])
	rest := strings.TrimLeft(text[i+n:], " ")
	return strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—")
}

// mojibake reports whether UTF-8 Devanagari was read as Latin-1 or Windows-1252
// (à¤• for क) or as TIS-620 (เค• for क) and written again.
func mojibake(raw string) bool {
	const min = 4
	n := strings.Count(raw, "à¤") + strings.Count(raw, "à¥")
	if n < min {
		n = strings.Count(raw, "เค") + strings.Count(raw, "เฅ")
	}
	return n >= min && n*40 >= utf8.RuneCountInString(raw)
}

// kruti are frequent words of Hindi as the keys of the Kruti Dev and DevLys fonts
// spell them: है हैं के की को में से का ने पर और था गया कि नहीं कर हो लिए.
var kruti = map[string]bool{
	"gS": true, "gSa": true, "ds": true, "dh": true, "dks": true, "esa": true, "ls": true, "dk": true, "us": true, "ij": true, "vkSj": true, "Fkk": true, "x;k": true,
	"fd": true, "ugha": true, "dj": true, "gks": true, "fy,": true, "fd;k": true, "Hkh": true, "rks": true, ";g": true, "bl": true, "dgk": true, "A": true,
}

// legacyFont reports whether the page is Hindi in the keys of a pre-Unicode font:
// hardly any Devanagari, and the words or the letters that such fonts leave.
func (p *page) legacyFont() bool {
	deva, letters := 0, 0
	for i := range p.parts {
		deva += p.parts[i].deva
		letters += p.parts[i].letters
	}
	if letters == 0 || deva*10 > letters {
		return false
	}
	n, hits, high, runes := 0, 0, 0, 0
	for _, w := range strings.Fields(p.raw) {
		n++
		if kruti[w] {
			hits++
		}
	}
	for _, r := range p.raw {
		runes++
		if r >= 0xa1 && r <= 0xff || r >= 0x2018 && r <= 0x2044 && r != '’' && r != '“' && r != '”' && r != '‘' {
			high++
		}
	}
	// Kruti Dev spells with ASCII; Chanakya and Walkman with the upper half of Latin-1
	return hits >= 5 && hits*9 >= n || high*5 >= runes && runes > 40
}
