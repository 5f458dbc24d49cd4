package lexicon

import (
	"khabar/pkg/devanagari"
)

// loadNames reads given_names.tsv (name, male count, female count, unknown count,
// gender) and surnames.tsv (name, count).
func (lx *Lexicon) loadNames() {
	given := lx.Rows("given_names")
	for _, r := range given {
		key := devanagari.Fold(r.Field(0))
		lx.classes[key] |= GivenName
	}
	surnames := lx.Rows("surnames")
	for _, r := range surnames {
		key := devanagari.Fold(r.Field(0))
		lx.classes[key] |= Surname
	}
}
