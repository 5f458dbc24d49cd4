package numeral

import (
	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/lexicon/numberword"
)

// Relative is an ordinal counted from the end of a row or from where one stands: आखिरी
// (end+0), आखिरी से दूसरा (end-1), अगला (current+1), पिछले (current-1).
type Relative struct {
	Range  document.Range
	Anchor string // "end" or "current"
	Offset int
}

var anchors = func() map[string]Relative {
	m := make(map[string]Relative)
	add := func(a string, off int, words ...string) {
		for _, w := range words {
			m[devanagari.Fold(w)] = Relative{Anchor: a, Offset: off}
		}
	}
	add("end", 0, "अंतिम", "आखिरी", "लास्ट", "last")
	add("current", -1, "पिछला", "पिछले", "पिछली", "प्रीवियस", "previous")
	add("current", 1, "अगला", "अगली", "अगले", "नेक्स्ट", "next")
	add("current", 0, "वर्तमान", "करेंट", "current")
	return m
}()

// RelativeAt returns the relative ordinal that starts at token i:
//
//	अंतिम, आखिरी वाली, अगली चीज
//	आखिरी|अंतिम [वाले] से|का पहले|पिछला|दूसरा|बगल वाला      one before the end, तीसरा two
//	अभी वाला                                             where one stands
func RelativeAt(d *document.Document, i int) (Relative, bool) {
	key := d.Key(i)
	if key == "अभी" {
		switch d.Key(i + 1) {
		case "वाला", "वाली", "वाले":
			return Relative{document.Range{First: i, End: i + 2}, "current", 0}, true
		}
		return Relative{}, false
	}
	r, ok := anchors[key]
	if !ok {
		return r, false
	}
	r.Range = document.Range{First: i, End: i + 1}
	j := i + 1
	switch d.Key(j) {
	case "वाला", "वाले", "वाली", "चीज":
		j++
		r.Range.End = j
	}
	switch d.Key(j) {
	case "से", "का", "के", "की":
		second := d.Key(j + 1)
		if e := words[second]; e.Role == numberword.Ordinal && e.Value > 0 || second == "पिछला" || second == "बगल" {
			off := -1
			if e.Role == numberword.Ordinal && e.Value > 2 { // अंतिम से तीसरा
				off = 1 - int(e.Value)
			}
			if r.Anchor != "end" {
				return r, true
			}
			r.Offset, r.Range.End = off, j+2
			switch d.Key(j + 2) {
			case "वाला", "वाले", "वाली", "का":
				r.Range.End++
			}
		}
	case "पर":
		if r.Anchor == "current" && r.Offset < 0 && d.Key(j+1) == "केवल" && d.Key(j+2) == "एक" {
			r.Anchor, r.Range.End = "end", j+3
		}
	}
	return r, true
}
