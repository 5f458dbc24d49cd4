package lexicon

import (
	"khabar/pkg/devanagari"
)

// loadHonorifics reads honorifics.tsv (word, side).
func (lx *Lexicon) loadHonorifics() {
	for _, r := range lx.Rows("honorifics") {
		if r.Field(1) == "after" {
			lx.add(HonorificTail, r.Field(0))
		} else {
			lx.add(Honorific, r.Field(0))
		}
	}
}

// loadNames reads given_names.tsv (name, male count, female count, unknown count,
// gender) and surnames.tsv (name, count).
func (lx *Lexicon) loadNames() {
	given := lx.Rows("given_names")
	for _, r := range given {
		key := devanagari.Fold(r.Field(0))
		lx.addKey(GivenName, key)
	}
	surnames := lx.Rows("surnames")
	for _, r := range surnames {
		key := devanagari.Fold(r.Field(0))
		lx.addKey(Surname, key)
	}
}
