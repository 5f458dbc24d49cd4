package main

import (
	"runtime/debug"

	"github.com/spf13/cobra"

	"khabar/pkg/document"
	"khabar/pkg/listing"
	"khabar/pkg/moment"
	"khabar/pkg/number"
)

func newNumbers(io streams) *cobra.Command {
	var o listingFlags
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
ordinals, scores, fractions and multiples stay as they are.`,
		Example: `  # what is counted, and how much
  khabar numbers article.txt

  # amounts of money over a crore
  khabar numbers --format jsonl articles/ | jq -c 'select(.unit == "INR" and .value >= 1e7)'

  # one form for every number
  echo 'साढ़े तीन लाख कवर बांटे' | khabar numbers --replace`,
		RunE: func(c *cobra.Command, args []string) error {
			debug.SetGCPercent(400) // a fifth of the time for some 50 MB
			columns := []string{"value", "max", "unit", "unit_text", "kind", "qualifier"}
			return runListing(c, io, args, o, columns, number.Candidates, func(string) listing.Finder { return numberItems })
		},
	}
	f := c.Flags()
	f.SortFlags = false
	o.add(f)
	return c
}

// numberItems are the numbers of d as rows.
func numberItems(d *document.Document) []listing.Item {
	found := number.Find(d, moment.Claimed(d)) // dates and clock times are no quantities
	items := make([]listing.Item, len(found))
	cells := make([]listing.Cell, 6*len(found))
	for i, n := range found {
		row := cells[6*i : 6*i+6 : 6*i+6]
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
		items[i] = listing.Item{Span: n.Span, Replacement: number.Normalised(n), Cells: row}
	}
	return items
}
