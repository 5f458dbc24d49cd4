package main

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"khabar/pkg/document"
	"khabar/pkg/listing"
	"khabar/pkg/moment"
	"khabar/pkg/number"
)

func newNumbers(io streams) *cobra.Command {
	var o listingFlags
	var read string
	c := &cobra.Command{
		Use:   "numbers [PATH|-]...",
		Short: "List the quantities of plain text with value, unit and kind",
		Long: `List the quantities of plain text, one a line: साढ़े तीन लाख फेस कवर, 38 करोड़ 64 लाख रुपये, 5-6
हजार, दूसरे चरण, 300 से अधिक. A PATH is a file of UTF-8 text, a folder (every *.txt below it), or
- for standard input, which is also the default. Files of any size are read in little
memory.

What only looks like a number is left alone: कोविड-19, धारा 144, वार्ड नंबर 5, phone and vehicle
numbers, clock times, dates, years, the article एक.

Formats:
  tsv    path, start, end (bytes), text, value, max, unit, unit_text, kind, qualifier; a
         header row
  jsonl  {"path","text","value","max","unit","unit_text","kind","qualifier","span",
         "clusters"}

max is the upper end of a range (5-6 हजार) and the second half of a score (2-1). unit is the
noun that is counted in the direct singular, % , an ISO 4217 currency, or a measure. kind is
count, money, percent, measure, age, ordinal, score, fraction or multiple. qualifier is about,
over, under, at_least, at_most, indefinite (हजारों: no value) or empty.

--replace prints the text again with each cardinal written in digits, साढ़े तीन लाख as 350000;
ordinals, scores, fractions and multiples stay as they are.

Texts that are no news, a column of figures or the answers to a form, are read otherwise with
--read:
  figures   every number by itself, as people say and calculate it: माइनस पांच, तीन सौ और 21,
            2 1/4, 10k, 1e10, पांच में से दो. Column: value
  limits    intervals: 20 से कम, > 5, 18 या उससे अधिक, 20 और 30 के बीच, 500 तक, 20 से ज्यादा और 35
            से कम. Columns: low, high (empty where open), interval: (20,30] leaves 20 out
            and holds 30
  ordinals  places in a row: दूसरे चरण, and the relative ones: अंतिम चरण, अगली बैठक, आखिरी से पहले.
            Columns: value, from (start, end, current), unit, unit_text. 0 of the end is the
            last, -1 the one before it; 1 of the current is the next`,
		Example: `  # what is counted, and how much
  khabar numbers article.txt

  # amounts of money over a crore
  khabar numbers --format jsonl articles/ | jq -c 'select(.unit == "INR" and .value >= 1e7)'

  # one form for every number
  echo 'साढ़े तीन लाख कवर बांटे' | khabar numbers --replace

  # a column of age limits as two columns of numbers
  cut -f4 posts.tsv | khabar numbers --read limits`,
		RunE: func(c *cobra.Command, args []string) error {
			r, ok := readings(o.replace)[read]
			if !ok {
				return exitError{exitUsage, fmt.Errorf("--read %q: want quantities, figures, limits or ordinals", read)}
			}
			return runListing(c, io, args, o, r.columns, r.blocks, func(string) listing.Finder { return r.find })
		},
	}
	f := c.Flags()
	f.SortFlags = false
	o.add(f)
	f.StringVar(&read, "read", "quantities", "what to read: quantities, figures, limits or ordinals")
	choices(c, "format", listing.Formats...)
	choices(c, "read", "quantities", "figures", "limits", "ordinals")
	return c
}

// reading is a way to read the numbers of a text.
type reading struct {
	columns []string
	blocks  listing.Blocks
	find    listing.Finder
}

// readings returns the ways by name; replace says that the text is written again.
func readings(replace bool) map[string]reading {
	return map[string]reading{
		"quantities": {[]string{"value", "max", "unit", "unit_text", "kind", "qualifier"}, number.Candidates, (&quantityLister{replace: replace}).list},
		"figures":    {[]string{"value"}, nil, figureItems},
		"limits":     {[]string{"low", "high", "interval"}, nil, limitItems},
		"ordinals":   {[]string{"value", "from", "unit", "unit_text"}, nil, ordinalItems},
	}
}

// figureItems are the bare numbers of d as rows.
func figureItems(d *document.Document) []listing.Item {
	var items []listing.Item
	for _, n := range number.Figures(d) {
		items = append(items, listing.Item{Span: n.Span, Replacement: strconv.FormatFloat(n.Value, 'f', -1, 64), Cells: []listing.Cell{listing.Number(n.Value)}})
	}
	return items
}

// limitItems are the intervals of d as rows.
func limitItems(d *document.Document) []listing.Item {
	var items []listing.Item
	for _, b := range number.Limits(d) {
		row := make([]listing.Cell, 3)
		if !math.IsInf(b.Lo, 0) {
			row[0] = listing.Number(b.Lo)
		}
		if !math.IsInf(b.Hi, 0) {
			row[1] = listing.Number(b.Hi)
		}
		row[2] = listing.Text(b.String())
		items = append(items, listing.Item{Span: d.SpanOf(b.Range), Replacement: b.String(), Cells: row})
	}
	return items
}

// ordinalItems are the places in a row of d as rows.
func ordinalItems(d *document.Document) []listing.Item {
	var items []listing.Item
	for _, p := range number.Places(d, moment.Ranges(d)) {
		row := []listing.Cell{listing.Number(p.Value), listing.Text(p.From), {}, {}}
		if p.Unit != "" {
			row[2], row[3] = listing.Text(p.Unit), listing.Text(d.Text(p.UnitSpan))
		}
		items = append(items, listing.Item{Span: p.Span, Cells: row})
	}
	return items
}

// quantityLister makes rows of the quantities of one text after the other, in the same memory.
type quantityLister struct {
	claims moment.Claims
	finder number.Finder
	items  []listing.Item
	cells  []listing.Cell

	replace bool // the text is written again with what stands for each
}

// list returns the quantities of d as rows. The next call writes over them.
func (l *quantityLister) list(d *document.Document) []listing.Item {
	const columns = 6
	found := l.finder.Find(d, l.claims.Of(d)) // dates and clock times are no quantities
	l.items = slices.Grow(l.items[:0], len(found))
	l.cells = slices.Grow(l.cells[:0], columns*len(found))[:columns*len(found)]
	clear(l.cells)
	for i, n := range found {
		row := l.cells[columns*i : columns*i+columns : columns*i+columns]
		if n.Value != nil {
			row[0] = listing.Number(*n.Value)
		}
		if n.Max != nil {
			row[1] = listing.Number(*n.Max)
		}
		if n.Unit != "" {
			row[2] = listing.Text(n.Unit)
		}
		if !n.UnitSpan.Empty() {
			row[3] = listing.Text(d.Text(n.UnitSpan))
		}
		row[4] = listing.Text(n.Kind)
		if n.Qualifier != "" {
			row[5] = listing.Text(n.Qualifier)
		}
		x := listing.Item{Span: n.Span, Cells: row}
		if l.replace {
			x.Replacement = number.Normalised(n)
		}
		l.items = append(l.items, x)
	}
	return l.items
}
