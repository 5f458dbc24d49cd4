package layout

import (
	"fmt"
	"sort"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
)

// match says where in a line a marker must stand, and how much of the line it takes
// with it.
type match uint8

const (
	matchLine   match = iota // it is the line: विज्ञापन
	matchStart               // the line starts with it: इमेज स्रोत, Getty Images
	matchEnd                 // the line ends with it: … (फाइल फोटो)
	matchInside              // the sentence that holds it goes: … पढ़ने के लिए क्लिक करें
	matchGlued               // it opens the line, other text follows: View In Appगुजरात के …
	matchTail                // from it to the end of the line: … करवाई जाएगी । Posted By: Jagran
	matchOpens               // it is the line, and the short lines behind belong to it: हाइलाइट्स
	matchShuts               // it is the line, and closes what an opener opened: विस्तार
	matchEnds                // it is the line, and the article is over: ABOUT THE AUTHOR
)

var matchNames = map[string]match{
	"line": matchLine, "start": matchStart, "end": matchEnd, "inside": matchInside, "glued": matchGlued,
	"tail": matchTail, "opens": matchOpens, "shuts": matchShuts, "ends": matchEnds,
}

// marker is one line of markers.tsv.
type marker struct {
	keys  []string // folded tokens; ":" stands for any delimiter
	match match
	label string
}

// markerTable finds markers by their first token, longest first.
type markerTable struct {
	byFirst map[string][]*marker
	keys    keySet // of byFirst
}

func (t *markerTable) add(m *marker) {
	first := m.keys[0]
	t.byFirst[first] = append(t.byFirst[first], m)
	t.keys.add(first)
}

var (
	markers = lexicon.Derive(func(lx *lexicon.Lexicon) *markerTable { return newMarkers(lx.Rows("markers")) })
	// ownMarkers are those of the user only
	ownMarkers = lexicon.Derive(func(lx *lexicon.Lexicon) *markerTable { return newMarkers(lx.Own("markers")) })
)

func newMarkers(rows []lexicon.Row) *markerTable {
	t := &markerTable{byFirst: make(map[string][]*marker)}
	for _, r := range rows {
		m, ok := matchNames[r.Field(1)]
		if !ok || r.Field(2) == "" {
			panic(fmt.Sprintf("markers.tsv:%d: want marker, match, label", r.Line))
		}
		mk := newMarker(r.Field(0), m, r.Field(2))
		if len(mk.keys) == 0 {
			panic(fmt.Sprintf("markers.tsv:%d: empty marker", r.Line))
		}
		t.add(mk)
	}
	for _, list := range t.byFirst {
		sort.SliceStable(list, func(i, j int) bool { return len(list[i].keys) > len(list[j].keys) })
	}
	return t
}

func newMarker(text string, m match, label string) *marker {
	mk := &marker{match: m, label: label}
	for _, tok := range segment.Plain(text, lexicon.Default()).Tokens() {
		mk.keys = append(mk.keys, tok.Key)
	}
	return mk
}

// delimiter reports whether a token can stand for the ':' of a marker: ये भी पढ़ें-,
// यह भी पढ़ेंः.
func delimiter(key string) bool {
	switch key {
	case ":", "ः", "-", "–", "—", "|", ">", "»", "→", "...", "…", "।", "/":
		return true
	}
	return false
}

// at returns the end of marker m at token i of a line that ends before end, 0 where
// it does not stand there.
func (m *marker) at(d *document.Document, i, end int) int {
	for k, key := range m.keys {
		if key == "…" && k > 0 && k+1 < len(m.keys) { // any words
			for i < end && d.Key(i) != m.keys[k+1] {
				i++
			}
			continue
		}
		if i >= end {
			if key == ":" && k == len(m.keys)-1 && k > 0 {
				return i // the delimiter is the end of the line
			}
			return 0
		}
		got := d.Key(i)
		if got != key && !(key == ":" && delimiter(got)) {
			return 0
		}
		i++
	}
	return i
}

// hit is a token that some markers start with.
type hit struct {
	i    int
	list []*marker
}

// hits finds the tokens of r at which a marker can start.
func (t *markerTable) hits(dst []hit, d *document.Document, r document.Range) []hit {
	for i := r.First; i < r.End; i++ {
		if w := d.WordAt(i); t.keys.may(w) {
			if list := t.byFirst[w.Key]; len(list) > 0 {
				dst = append(dst, hit{i, list})
			}
		}
	}
	return dst
}

// find returns the longest marker of the given matches at token i, and its end.
func (t *markerTable) find(d *document.Document, i, end int, ms ...match) (*marker, int) {
	for _, m := range t.byFirst[d.Key(i)] {
		for _, want := range ms {
			if m.match == want {
				if e := m.at(d, i, end); e > 0 {
					return m, e
				}
			}
		}
	}
	return nil, 0
}

// inner narrows a token range by the bullets, brackets and marks at its ends.
func inner(d *document.Document, r document.Range) document.Range {
	toks := d.Tokens()
	for r.First < r.End && toks[r.First].Kind == document.Punct {
		r.First++
	}
	for r.First < r.End && toks[r.End-1].Kind == document.Punct {
		r.End--
	}
	return r
}

// single reports whether the marker is one word and its delimiter: पढ़ें: वीडियो: Watch:
func (m *marker) single() bool {
	return len(m.keys) == 1 || len(m.keys) == 2 && delimiter(m.keys[1])
}

// whole returns the marker that decides about all of r: the marker is the line, or
// opens it, or closes it. hits are the tokens at which markers can start.
func (t *markerTable) whole(d *document.Document, r document.Range, hits []hit) *marker {
	if r.Len() == 0 {
		return nil
	}
	in := inner(d, r)
	for _, first := range [...]int{r.First, in.First} {
		if first >= r.End {
			continue
		}
		for _, m := range t.byFirst[d.Key(first)] {
			e := m.at(d, first, r.End)
			if e == 0 {
				continue
			}
			switch m.match {
			case matchLine, matchOpens, matchShuts, matchEnds:
				if e >= in.End {
					return m
				}
			case matchStart:
				return m
			}
		}
		if in.First == r.First {
			break
		}
	}
	// markers that close the line
	for _, h := range hits {
		if h.i < r.First {
			continue
		}
		for _, m := range h.list {
			if m.match == matchEnd {
				if e := m.at(d, h.i, r.End); e >= in.End && e > 0 {
					return m
				}
			}
		}
	}
	return nil
}
