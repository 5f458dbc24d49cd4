package person

import "khabar/pkg/document"

// Find returns the people of d.
func Find(d *document.Document, in Input) Result {
	return Result{}
}
