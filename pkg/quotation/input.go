package quotation

import (
	"khabar/pkg/document"
)

// Person is a person of the article, as pkg/person finds them.
type Person struct {
	Name      string
	Roles     []string
	RoleSpans []document.Range
	Official  bool
	Mentions  []document.Range
}

// Organization is an organisation of the article.
type Organization struct {
	Name     string
	Official bool
	Mentions []document.Range
}

// Input is what was found in the document before its quotes.
type Input struct {
	People        []Person
	Organizations []Organization
}
