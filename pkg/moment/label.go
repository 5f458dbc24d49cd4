package moment

import (
	"khabar/pkg/devanagari"
	"khabar/pkg/lexicon"
	"khabar/pkg/span"
)

// label is the role word before a time.
type label struct {
	words []string
	role  Role
	weak  bool // also a word of sentences (रिजल्ट जारी 18 मई): counts only at the line's start or before a colon
}

// labels are the role words of FORMATS §2.2 and their kin, longest first, by their last
// word. They are matched backwards from the value.
var labels = func() map[string][]label {
	m := make(map[string][]label)
	add := func(role Role, weak bool, phrases ...string) {
		for _, p := range phrases {
			w := lexicon.Words(p)
			last := w[len(w)-1]
			list := append(m[last], label{w, role, weak})
			for i := len(list) - 1; i > 0 && len(list[i].words) > len(list[i-1].words); i-- {
				list[i], list[i-1] = list[i-1], list[i]
			}
			m[last] = list
		}
	}
	add(Published, false,
		"Published", "Published on", "Published at", "Published date", "Publish Date", "Publish Time", "Publishing Date", "Date Published", "Published time", "Publication date",
		"Posted", "Posted on", "Posted at", "Posted date", "Post Date", "Post Published", "First Published", "First Publish", "First Published on", "First Published at", "Originally published",
		"Originally published on", "Created", "Created on", "Created at", "Created date", "Uploaded on", "Upload Date", "Uploaded", "Released on", "Release date", "Date Created",
		"प्रकाशित", "प्रकाशित तिथि", "प्रकाशन तिथि", "प्रकाशन की तिथि", "प्रकाशन तारीख", "प्रकाशित समय", "प्रकाशन समय", "प्रकाशित तारीख", "पहली बार प्रकाशित", "प्रविष्टि तिथि", "प्रविष्टी तिथि", "पोस्ट किया गया",
		"पोस्ट करने की तिथि", "पोस्टेड", "पब्लिश", "पब्लिश्ड", "पब्लिश डेट", "पब्लिश तारीख", "पब्लिश्ड ऑन", "जारी करने की तिथि", "जारी तिथि", "प्रकाशित किया गया", "प्रकाशित हुआ", "अपलोड किया गया")
	add(Published, true, "जारी", "दिनांक", "दिनाँक", "तिथि", "तारीख", "Date", "Dated", "Dated on", "पोस्ट")
	add(Updated, false,
		"Updated", "Updated on", "Updated at", "Update on", "Updated Date", "Update Date", "Updated time", "Last Updated", "Last Updated on", "Last Updated at", "Last Updated date", "Last Update",
		"Date Updated", "Modified", "Modified on", "Modified at", "Modified Date", "Modified time", "Date Modified", "Last Modified", "Last Modified on", "Last Modified at", "Last Modified date", "Last Revised",
		"Revised", "Edited on", "Edited at", "Last edited",
		"अपडेटेड", "अपडेटेड ऑन", "अपडेट किया गया", "अपडेट तिथि", "अपडेट समय", "अपडेट डेट", "अंतिम अपडेट", "आखिरी अपडेट", "आखिरी बार अपडेट", "आखिरी बार अपडेट किया गया", "अंतिम बार अपडेट किया गया", "अंतिम बार अपडेट", "लास्ट अपडेट", "लास्ट अपडेटेड",
		"संशोधित", "पुनः संशोधित", "संशोधित तिथि", "अंतिम संशोधन", "संशोधन तिथि", "अद्यतन", "अंतिम अद्यतन", "अद्यतित")
	add(Updated, true, "अपडेट", "Update")
	return m
}()

// labelPunct are the marks that may stand between a label and its value.
const labelPunct = ":-–—|।•=\"'“”,(>"

// labelBefore returns the label that ends before piece i.
func (s *scanner) labelBefore(i int) (Role, span.Span) {
	end := i
	colon := false
	for n := 0; n < 6 && end > s.done && (s.mark(end-1) == 'ः' || s.mark(end-1) != 0 && indexRune(labelPunct, s.mark(end-1))); n++ {
		colon = colon || s.mark(end-1) == ':' || s.mark(end-1) == '-'
		end--
	}
	if end > s.done+1 && (s.is(end-1, "content") || s.is(end-1, "datetime")) { // <meta … content="…">
		for end--; end > s.done && s.mark(end-1) != 0; end-- {
		}
	}
	first, l := s.labelEnding(end)
	if l == nil || first < s.done || l.weak && !colon && !s.opens(first) {
		return Unlabelled, span.Span{}
	}
	if l.weak && l.words[0] == "date" && first == 0 && !colon {
		return Unlabelled, span.Span{} // the crawler's " date 2025-08-21 "
	}
	return l.role, span.Span{Start: s.pieces[first].start, End: s.pieces[end-1].end}
}

func indexRune(set string, r rune) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

func (s *scanner) is(i int, w string) bool {
	return i >= 0 && i < len(s.pieces) && s.pieces[i].kind == pieceWord && s.line[s.pieces[i].start:s.pieces[i].end] == w
}

// opens reports whether piece i is the first word of the line, or stands behind a bar.
func (s *scanner) opens(i int) bool {
	for j := i - 1; j >= 0; j-- {
		if s.pieces[j].kind != pieceMark {
			return false
		}
		if s.pieces[j].r == '|' {
			return true
		}
	}
	return true
}

// labelEnding returns the longest label whose last word is the piece before end, and
// its first piece. Words of a label may be joined by '_' (published_time) or a visarga.
func (s *scanner) labelEnding(end int) (first int, l *label) {
	key, ok := s.key(end - 1)
	if !ok {
		return 0, nil
	}
next:
	for n := range labels[key] {
		c := &labels[key][n]
		j := end - 1
		for k := len(c.words) - 2; k >= 0; k-- {
			j--
			for s.mark(j) == '_' || s.mark(j) == '-' {
				j--
			}
			if w, ok := s.key(j); !ok || w != c.words[k] {
				continue next
			}
		}
		return j, c
	}
	return 0, nil
}

// labelAt returns the role of the label that starts at piece i, and the piece behind
// it; only labels of an update are looked for.
func (s *scanner) labelAt(i int) (Role, int) {
	for end := min(i+4, len(s.pieces)); end > i; end-- {
		if first, l := s.labelEnding(end); l != nil && first == i && !l.weak {
			return l.role, end
		}
	}
	return Unlabelled, i
}

// key returns the folded word at piece i.
func (s *scanner) key(i int) (string, bool) {
	if i < 0 || i >= len(s.pieces) || s.pieces[i].kind != pieceWord {
		return "", false
	}
	return devanagari.Fold(s.line[s.pieces[i].start:s.pieces[i].end]), true
}

// Label reports whether the line ends with the label of a time whose value must stand
// on the next line ("Updated at:", "Posted On:", "प्रकाशित"), and where it stands. A line
// that holds more than the label needs a colon behind it or a bar before it.
func Label(line string) (role Role, at span.Span, ok bool) {
	if len(line) > 400 {
		return
	}
	var buf [64]piece
	s := scanner{line: line, pieces: pieces(buf[:0], line)}
	end := len(s.pieces)
	colon := false
	for end > 0 && s.mark(end-1) != 0 && indexRune(labelPunct, s.mark(end-1)) {
		colon = colon || s.mark(end-1) == ':'
		end--
	}
	first, l := s.labelEnding(end)
	if l == nil {
		return
	}
	if l.weak && !(colon && first == 0) || !colon && !s.opens(first) {
		return
	}
	return l.role, span.Span{Start: s.pieces[first].start, End: s.pieces[end-1].end}, true
}
