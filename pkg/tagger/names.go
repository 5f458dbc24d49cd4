package tagger

import "khabar/pkg/document"

// Name is a name that the tags of a document spell.
type Name struct {
	document.Range      // its tokens
	Type           Type // Person, Location or Organization
	// Margin is the smallest margin of its tokens: how sure the model is of the name
	// from end to end.
	Margin float32
}

// Names appends the names that tags (of the tokens of one document) spell to dst, in
// text order.
func Names(tags []Tag, dst []Name) []Name {
	open := false
	for i, t := range tags {
		switch {
		case t.Label == O:
			open = false
		case open && !t.Label.Begins():
			n := &dst[len(dst)-1]
			n.End = i + 1
			n.Margin = min(n.Margin, t.Margin)
		default:
			dst = append(dst, Name{document.Range{First: i, End: i + 1}, t.Label.Type(), t.Margin})
			open = true
		}
	}
	return dst
}
