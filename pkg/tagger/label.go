package tagger

// Label is the tag of one token in the IOB2 scheme: B opens a name, I goes on
// with it, O is no name.
type Label uint8

// The labels that Tag gives.
const (
	O Label = iota
	BPer
	IPer
	BLoc
	ILoc
	BOrg
	IOrg
)

var labelNames = [...]string{"O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG"}

// String returns the CoNLL name of l: O, B-PER, I-PER …
func (l Label) String() string {
	if int(l) < len(labelNames) {
		return labelNames[l]
	}
	return "?"
}

// Type is the kind of thing that a name names.
type Type uint8

// The types of name.
const (
	None Type = iota
	Person
	Location
	Organization
)

var typeNames = [...]string{"", "PER", "LOC", "ORG"}

// String returns PER, LOC or ORG, "" for None.
func (t Type) String() string {
	if int(t) < len(typeNames) {
		return typeNames[t]
	}
	return "?"
}

// Type returns the type of the name that l is part of, None for O.
func (l Label) Type() Type { return Type(l+1) / 2 }

// Begins reports whether l opens a name.
func (l Label) Begins() bool { return l&1 == 1 }

// Inside the model a name is spelt out further, because its last token looks unlike
// its middle ones: S is a name of one token, B … E one of two, B I … E a longer one.
const (
	stateO = 0
	// NumStates is the number of states of the model: O, and B I E S of each type.
	NumStates = 13
)

// The positions of a token in a name.
const (
	posB = iota
	posI
	posE
	posS
)

// StateOf returns the state of the token that stands at index i of a name of type t
// with n tokens; t None gives O.
func StateOf(t Type, i, n int) int {
	if t == None {
		return stateO
	}
	pos := posI
	switch {
	case n == 1:
		pos = posS
	case i == 0:
		pos = posB
	case i == n-1:
		pos = posE
	}
	return 1 + 4*int(t-Person) + pos
}

// LabelOf returns the label that state s is written as.
func LabelOf(s int) Label { return labelOf[s] }

var labelOf = func() (out [NumStates]Label) {
	for s := 1; s < NumStates; s++ {
		l := BPer + Label((s-1)/4*2)
		if pos := (s - 1) % 4; pos == posI || pos == posE {
			l++
		}
		out[s] = l
	}
	return out
}()

// Follows reports whether state b may stand behind state a. A sentence starts behind
// O and ends before O.
func Follows(a, b int) bool {
	inside := a != stateO && ((a-1)%4 == posB || (a-1)%4 == posI)
	goesOn := b != stateO && ((b-1)%4 == posI || (b-1)%4 == posE)
	if inside != goesOn {
		return false
	}
	return !inside || (a-1)/4 == (b-1)/4
}
