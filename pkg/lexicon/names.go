package lexicon

import (
	"strconv"

	"khabar/pkg/devanagari"
)

// Gender is the grammatical gender that a given name tells, as far as the election
// lists show: Male, Female, or Unknown where both occur.
type Gender byte

// The genders of given names.
const (
	Unknown Gender = iota
	Male
	Female
)

// loadNames reads given_names.tsv (name, male count, female count, unknown count,
// gender) and surnames.tsv (name, count).
func (lx *Lexicon) loadNames() {
	given := Rows("given_names")
	lx.given = make(map[string]Gender, len(given))
	for _, r := range given {
		key := devanagari.Fold(r.Field(0))
		lx.classes[key] |= GivenName
		switch r.Field(4) {
		case "M":
			lx.given[key] = Male
		case "F":
			lx.given[key] = Female
		default:
			lx.given[key] = Unknown
		}
	}
	surnames := Rows("surnames")
	lx.surname = make(map[string]int, len(surnames))
	for _, r := range surnames {
		key := devanagari.Fold(r.Field(0))
		lx.classes[key] |= Surname
		n, _ := strconv.Atoi(r.Field(1))
		lx.surname[key] = n
	}
}

// GenderOf returns the gender of the given name with the folded form key.
func (lx *Lexicon) GenderOf(key string) Gender { return lx.given[key] }

// SurnameCount returns how often the folded word key was counted as a surname.
func (lx *Lexicon) SurnameCount(key string) int { return lx.surname[key] }
