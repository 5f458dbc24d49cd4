package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"khabar/pkg/dump"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
)

// lexiconFlags are the files of --lexicon.
type lexiconFlags []string

func (l *lexiconFlags) add(f *pflag.FlagSet) {
	f.StringArrayVar((*[]string)(l), "lexicon", nil, "names of your own: a `FILE.tsv` as 'khabar help lexicon' says (repeatable)")
}

// load returns the shipped word knowledge and gazetteer with the names of the files added.
// The error names every bad line of all files. Without files the lexicon is nil, which means
// the shipped one where it is needed: khabar place has no use for it.
func (l lexiconFlags) load() (*lexicon.Lexicon, *gazetteer.Table, error) {
	if len(l) == 0 {
		return nil, gazetteer.Default(), nil
	}
	lx, gaz := lexicon.Default(), gazetteer.Default()
	var files []*lexicon.Overlay
	var places []gazetteer.Line
	var problems []error
	for _, path := range l {
		data, err := readNames(path)
		if err != nil {
			return nil, nil, err
		}
		o, err := lexicon.ReadOverlay(path, string(data))
		if err != nil {
			problems = append(problems, err)
		}
		files = append(files, o)
		for _, r := range o.Rows(lexicon.Places) {
			places = append(places, gazetteer.Line{File: path, Number: r.Line, Fields: r.Fields})
		}
	}
	ownLexicon, err := lx.With(files...)
	problems = append(problems, err)
	ownPlaces, err := gaz.With(places)
	problems = append(problems, err)
	return ownLexicon, ownPlaces, l.sorted(errors.Join(problems...))
}

// readNames reads a file of names; spreadsheets save text with tabs as UTF-16.
func readNames(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := dump.Text(f)
	if err == nil {
		var data []byte
		if data, err = io.ReadAll(text); err == nil {
			return data, nil
		}
	}
	var pe *os.PathError
	if errors.As(err, &pe) {
		return nil, err
	}
	return nil, fmt.Errorf("%s: %w", path, err)
}

// sorted returns err with its lines in the order of the files and their lines.
func (l lexiconFlags) sorted(err error) error {
	if err == nil {
		return nil
	}
	place := func(problem string) (file, line int) {
		for i, path := range l {
			if rest, ok := strings.CutPrefix(problem, path+":"); ok {
				number, _, _ := strings.Cut(rest, ":")
				if line, err := strconv.Atoi(number); err == nil {
					return i, line
				}
				return i, math.MaxInt // and so many more
			}
		}
		return len(l), 0
	}
	problems := strings.Split(err.Error(), "\n")
	slices.SortStableFunc(problems, func(a, b string) int {
		fileA, lineA := place(a)
		fileB, lineB := place(b)
		return cmp.Or(cmp.Compare(fileA, fileB), cmp.Compare(lineA, lineB))
	})
	return errors.New(strings.Join(problems, "\n"))
}

const lexiconHelp = `Names of your own, for the --lexicon FILE.tsv of every command that looks at names
(repeatable): names that khabar does not know, or knows otherwise. What your file says of a
name goes before what khabar says. khabar tag takes people, organizations and places from
it; khabar segment, numbers and dates read a text by names and titles in part, and take
honorifics, given_names, surnames and common_words.

A file has one name a line, in columns parted by tabs, under a line that says which table
it adds to. Lines that start with # and empty lines are skipped. One file may hold several
tables, each under its "# table:" line:

  # table: people
  झिलमिल टोटो	झिलु बाबू	Jhilmil Toto	विधायक
  # table: organizations
  झिलमिल विकास मंच	झिविमं	Jhilmil Vikas Manch	ngo

The files of pkg/lexicon/data in khabar's sources have the same columns, and places those
of india.tsv and localities.tsv in pkg/gazetteer/data: a copy of one, edited, works as it
is.

A line of - and a name takes away what khabar ships under that name in that table: the
line, or where a cell holds several names, this one. Other lines may say what the name
shall be instead. What rules or the learned tagger find without a list stays: they know
विकास समिति by समिति.

  # table: places
  -	मंडी
  # table: organizations
  -	आप

Columns in [brackets] may be empty or, at the end, missing. "Names" are several, parted
by |. Every bad line is reported as file:line: what is wrong, and nothing is written
(exit code 2). That a name is given twice is an error too.

  places         kind, name, [other names], [English name], [state], [district], [code],
                 [lat], [lon], [population]
                 kind: country, state, district, division, subdistrict, tehsil, block,
                 city, town, village, locality, region; state and district in Hindi or
                 English, as khabar has them; of a place abroad the state is its ISO
                 country code
                     village	नया गांव कलां	नयागांव	Naya Gaon Kalan	हरियाणा	सिरसा
  people         name, [other names], [English name], [role]
                 found without an office or honorific beside the name; all names are one
                 person, whom the record calls by the first column. role: the office held,
                 so that "विधायक ने कहा" means this person where the article names no other
                 holder, and official is true
                     झिलमिल टोटो	झिलु बाबू	Jhilmil Toto	विधायक
  given_names    name, [male], [female], [unknown], [gender]
                 one word each; the counts are for your notes
                     झिलमिल
  surnames       surname, [count]
                     टोटो
  honorifics     word, side (before or after the name)
                     शास्त्रीजी	after
  roles          names of one office, class, official, [flags]
                 the first name is the common one; class: administration, army, arts,
                 business, candidate, court, expert, government, health, incident, kin,
                 legislature, local, party, police, society, sport; or, without official,
                 modifier (पूर्व), unit (विभाग), wing (सिटी)
                 official: yes, no, body (not where the body is a union, company or club),
                 gov (only where the body is the state's)
                 flags: j a place may follow (एसपी उन्नाव), w weak, also a common noun
                 (किसान), k a relation (पत्नी), f feminine
                     जलमित्र|जल मित्र	administration	yes	j
  organizations  name, [other names], [English name], kind, [public or series]
                 kind: party, government, police, court, company, media, ngo, education,
                 health, sport, other; * before a name that is also a word
                 public: a company of the state; series: one name of many bodies (एम्स)
                     झिलमिल विकास मंच	झिविमं	Jhilmil Vikas Manch	ngo
  organization_heads
                 word, class, [needs], [may have]
                 the noun that ends the name of a body; class: a kind of organisation;
                 needs and may have: letters of p a place, s a subject, n a name, a a scope
                     साझामंच	ngo	sn	pa
  publishers     name as in the record, kind, names on the page, signs
                 kind: paper, channel, site, agency, government; signs: strings that only
                 its pages have
                     Jhilmil Times	paper	झिलमिल टाइम्स	jhilmiltimes.in|झिलमिल संवाद
  agencies       name in datelines and bylines, kind, [publisher], [note]
                 kind: agency, bureau, desk, correspondent, code
                     झिलमिल संवाद सूत्र	correspondent	Jhilmil Times
  markers        words, match, label, [note]
                 page furniture. match: line (the whole line), start or end of a line (all
                 of it goes), inside (the sentence goes), glued (only the words go), tail
                 (from there to the end of the line), opens (and the short lines below),
                 shuts, ends (the article is over)
                 label: ad, app, author_box, byline, caption, embed, highlights, legal,
                 media, nav, related, share, skip, social, summary, tail, ticker, time
                 … stands for any words, : for any delimiter
                     रोज़नामा पढ़ते रहिए	line	social
  sections       section
                     चौपाल
  common_words   word, [count]
                 words that by themselves are no one's name
                     झुनझुना
`

// newLexiconHelp is the help topic `khabar help lexicon`.
func newLexiconHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "lexicon",
		Short: "How to add names of your own (--lexicon)",
		Long:  lexiconHelp,
	}
}
