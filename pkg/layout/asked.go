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

// appeals labels what the page says to its reader below the story, the last lines of text:
// they speak for us, name a channel or the story itself, and ask for something.
//
//	(आप हमें फेसबुक, ट्विटर और यूट्यूब पर फ़ॉलो भी कर सकते हैं।)
//	अगर आपके पास भी कोई खबर है तो हमें … पर व्हाट्सएप करें।
func (p *page) appeals() {
	for i := p.tail - 1; i > 0; i-- {
		q := &p.parts[i]
		if !p.text(i) {
			continue
		}
		if q.keep || q.row || !p.appeal(q) {
			return
		}
		q.label = "social"
	}
}

// appeal reports whether a line speaks to the reader of the page, and reports nothing.
func (p *page) appeal(q *part) bool {
	const longest = 45 // words
	if q.words > longest || p.dateline(q) {
		return false
	}
	us, channel, asks := false, false, false
	for k := q.tok.First; k < q.tok.End; k++ {
		switch key := p.doc.Key(k); key {
		case "ने", "कहा", "बताया", "था", "थी", "थे", "थीं", "गया", "गई", "गए", "कि", "न", "नहीं", "मत":
			return false
		case "हमें", "हमारा", "हमारे", "हमारी", "हमसे", "आप", "आपको":
			us = true
		case "राय": // अपनी राय
			us = us || p.doc.Key(k-1) == "अपनी"
		case "फेसबुक", "ट्विटर", "इंस्टाग्राम", "यूट्यूब", "व्हाट्सएप", "व्हाट्सऐप", "वाट्सएप", "वॉट्सऐप", "टेलीग्राम", "एक्स", "कमेंट", "न्यूजलेटर", "इनबॉक्स", "facebook", "twitter", "whatsapp", "telegram", "instagram", "youtube":
			channel = true
		case "खबर", "खबरें", "लेख", "आर्टिकल", "स्टोरी": // यह खबर अच्छी लगे
			switch p.doc.Key(k - 1) {
			case "यह", "ये", "इस", "हमारी":
				channel = true
			}
		default:
			switch key {
			case "फॉलो", "लाइक", "शेयर", "सब्सक्राइब", "जुडें", "जुडिए", "लिखें", "बताएं", "भेजें", "पाएं", "करें", "कीजिए", "follow", "like", "share", "subscribe", "join":
				asks = true
			}
		}
	}
	return us && channel && asks
}
