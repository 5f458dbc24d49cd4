package place

import (
	"khabar/pkg/dateline"
	"khabar/pkg/document"
	"khabar/pkg/gazetteer"
)

// within is how many body paragraphs may stand before the one with the dateline: the
// standfirst is often printed again, sometimes with a subhead.
const within = 3

// Dateline returns the dateline of d in bytes of the raw text, and whether there is one.
// It opens the first body paragraph, or a later one where the first says nothing: then
// only a dateline with a proven place counts.
func Dateline(d *document.Document, gaz *gazetteer.Table) (dateline.Dateline, bool) {
	var weak dateline.Dateline
	found := false
	n := 0
	for _, b := range d.Blocks() {
		if b.Kind != document.Body && b.Kind != document.Other {
			continue
		}
		dl, ok := dateline.Parse(d.Text(b.Span), gaz, d.Lexicon())
		if ok {
			dl = dl.Shift(b.Span.Start)
			switch {
			case dl.Place.Found() && !dl.Weak && (n == 0 || dl.Proven):
				return dl, true
			case !found && n == 0:
				weak, found = dl, true
			}
		}
		if n++; n >= within {
			break
		}
	}
	return weak, found
}
