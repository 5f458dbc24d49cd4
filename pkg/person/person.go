package person

import (
	"khabar/pkg/document"
	"khabar/pkg/organization"
	"khabar/pkg/span"
	"khabar/pkg/tagger"
)

// Mention is one place where the article names the person.
type Mention struct {
	document.Range           // tokens of the name, without honorific
	Span           span.Span // bytes of the name, without honorific
	Text           span.Span // bytes of honorific and name: डॉ. बिंदल
	Full           bool      // the name in full, not बिंदल for राजीव बिंदल
}

// Role is an office or a relation as the text writes it beside the person's name.
type Role struct {
	document.Range           // tokens
	Span           span.Span // bytes
	Text           string    // surface: प्रदेश बीजेपी अध्यक्ष
	Head           string    // folded head word: अध्यक्ष
	Official       bool      // a public office
	Former         bool      // पूर्व, तत्कालीन
}

// Person is a person that the article names.
type Person struct {
	Name         string // the fullest form of the article, without honorific; of a known person the listed name
	Honorific    string // "" where none stands
	Roles        []Role // distinct, in text order
	Jurisdiction string // place of the office: पांवटा in डीएसपी पांवटा वीर बहादुर; "" for none
	Official     bool   // any role is a public office
	Organization string // canonical name of the body in a role; "" for none
	Mentions     []Mention
	Rule         string

	known *known // of the user's table; nil for all others
}

// RoleMention is a role that stands without a name: प्रदेश अध्यक्ष ने कहा.
type RoleMention struct {
	document.Range
	Span     span.Span
	Text     string
	Head     string
	Official bool
	Person   int // index in People of the one who holds it, -1 where the article does not say
}

// Result is what Find found.
type Result struct {
	People       []Person      // in order of first mention
	RoleMentions []RoleMention // in text order
}

// Input is what was found in the document before its people. All of it may be missing.
type Input struct {
	Organizations []organization.Organization
	Places        []organization.Place // in text order
	Tags          []tagger.Tag         // one a token, as a learned tagger proposes; nil where none ran
}
