// Package lexicon holds the word knowledge that the rules of khabar share: the
// function words of Hindi, person names, and the open lists (offices,
// organisations, reporting verbs, furniture markers, publishers …) that ship as
// tab-separated files in data/.
//
// It takes no text. It promises read-only tables whose keys are folded with
// devanagari.Fold, so a rule looks a token's Key up as it is. Closed classes are Go
// tables (function.go, numberword); open lists are data files, one entry a line, so that a
// contributor adds a name or a marker without touching Go.
//
// One look-up per word: Classes gives every class a single word belongs to as a bit
// set, which segmentation stores in the token. Entries of several words go into a
// Phrases table, found by their first word.
//
// A user's names go before the shipped ones, or take them away: ReadOverlay reads a file
// of them, With makes a lexicon that has them, and Derive gives each lexicon its own tables
// (overlay.go, derive.go). A Document carries the lexicon that it was cut with.
package lexicon

import (
	"embed"
	"fmt"
	"path"
	"strings"
	"sync"

	"khabar/pkg/devanagari"
	"khabar/pkg/lexicon/numberword"
)

//go:embed data/*.tsv
var files embed.FS

// Class is a set of word classes, one bit each.
type Class uint64

// The classes of single words. A word may have several: पर is a postposition and a
// conjunction, गया an auxiliary and a town.
const (
	Postposition  Class = 1 << iota // का के की को ने में से पर तक …
	Pronoun                         // वह वे उन्होंने उनका इसने …
	Demonstrative                   // यह वह ये वे इस उस इन उन
	Conjunction                     // और व एवं तथा या लेकिन …
	Auxiliary                       // है हैं था थे गया रहा …
	Particle                        // भी ही तो न नहीं मत
	Honorific                       // श्री डॉ. प्रो. …
	GivenName                       // राजीव, सुनीता …
	Surname                         // शर्मा, यादव …
	Month                           // जनवरी … दिसंबर, January …
	Weekday                         // सोमवार … रविवार, Monday …
	Letter                          // spelled Latin letters of initials: जे पी एस …
	Abbreviation                    // words whose full stop does not end a sentence: डॉ रु किमी
	HonorificTail                   // जी साहब महोदय …
	Numeral                         // words that open a numeral: पांच, सौ, साढ़े, दूसरे, लाखों, कई (numberword)
	CommonWord                      // a frequent word of news Hindi that by itself names no one: विकास, पानी …
)

// Has reports whether c holds any class of want.
func (c Class) Has(want Class) bool { return c&want != 0 }

// Lexicon is the loaded word knowledge. It is read-only once built and safe for
// concurrent use.
type Lexicon struct {
	classes Index[Class]

	own     map[string][]Row // rows of the user by table; nil in the shipped lexicon
	away    map[string]away  // names that the user takes away, by table
	derived sync.Map         // what Derive made of a user's lexicon
}

// Default returns the lexicon that ships with khabar, loaded on first use. A broken
// data file is a bug in the program and panics with its file and line.
var Default = sync.OnceValue(load)

func load() *Lexicon { return build(nil, nil) }

// build returns the shipped lexicon with the user's own rows added and the names in away
// left out.
func build(own map[string][]Row, away map[string]away) *Lexicon {
	lx := &Lexicon{classes: MakeIndex[Class](1 << 14), own: own, away: away}
	lx.loadFunctionWords()
	for key, e := range numberword.All {
		if e.Opens() {
			lx.addKey(Numeral, key)
		}
	}
	lx.loadHonorifics()
	lx.loadNames()
	for _, r := range lx.Rows("common_words") {
		lx.add(CommonWord, r.Field(0))
	}
	return lx
}

// Classes returns the classes of the word with the folded form key.
func (lx *Lexicon) Classes(key string) Class { return lx.classes.Get(key) }

// ClassesOf returns the classes of w.
func (lx *Lexicon) ClassesOf(w devanagari.Word) Class { return lx.classes.Of(w) }

// add gives the word class c; words of several parts are ignored.
func (lx *Lexicon) add(c Class, words ...string) {
	for _, w := range words {
		key := devanagari.Fold(w)
		if !strings.Contains(key, " ") {
			lx.addKey(c, key)
		}
	}
}

func (lx *Lexicon) addKey(c Class, key string) {
	if key != "" {
		*lx.classes.At(key) |= c
	}
}

// Row is one line of a data file: its columns, trimmed, and its 1-based line
// number for error messages.
type Row struct {
	Line   int
	Fields []string
}

// Field returns column i of the row, or "" where the line is shorter.
func (r Row) Field(i int) string {
	if i < len(r.Fields) {
		return r.Fields[i]
	}
	return ""
}

// List returns column i split at '|', empty parts left out.
func (r Row) List(i int) []string {
	var out []string
	for _, s := range strings.Split(r.Field(i), "|") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// Rows returns the lines of the embedded file data/name.tsv, comments and blank
// lines left out. It panics where there is no such file.
func Rows(name string) []Row { return shipped(name) }

func shipped(name string) []Row {
	data, err := files.ReadFile(path.Join("data", name+".tsv"))
	if err != nil {
		panic(fmt.Sprintf("lexicon: %v", err))
	}
	return ParseRows(string(data))
}

// ParseRows reads tab-separated lines: '#' starts a comment line, columns are
// trimmed.
func ParseRows(data string) []Row {
	rows := make([]Row, 0, strings.Count(data, "\n")+1)
	cells := make([]string, 0, strings.Count(data, "\t")+cap(rows)) // of all rows
	for n := 1; data != ""; n++ {
		var line string
		line, data, _ = strings.Cut(data, "\n")
		if line = strings.TrimRight(line, " \r"); line == "" || line[0] == '#' {
			continue
		}
		first := len(cells)
		for more := true; more; {
			var cell string
			cell, line, more = strings.Cut(line, "\t")
			cells = append(cells, strings.TrimSpace(cell))
		}
		rows = append(rows, Row{n, cells[first:len(cells):len(cells)]})
	}
	return rows
}
