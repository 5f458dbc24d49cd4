package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"khabar/pkg/document"
	"khabar/pkg/listing"
	"khabar/pkg/moment"
)

func newDates(io streams) *cobra.Command {
	var o listingFlags
	var reference string
	c := &cobra.Command{
		Use:   "dates [PATH|-]...",
		Short: "List the dates of plain text with their values",
		Long: `List the dates of plain text, one a line: 18 मई, बुधवार रात 11 बजे, पिछले साल जून, 2019,
1 जनवरी से 31 अक्टूबर. A PATH is a file of UTF-8 text, a folder (every *.txt below it), or -
for standard input, which is also the default. Files of any size are read in little
memory.

A date that the text does not give in full (बुधवार, कल, 3 मई) is resolved against
--reference-time; without it, against a date in the file's name (2020-05-18.txt); without
that its value is empty.

Formats:
  tsv    path, start, end (bytes), text, value, grain, relative; a header row
  jsonl  {"path","text","value","grain","relative","span","clusters"}

A value is ISO 8601 in Indian time: 2020, 2020-05, 2020-05-18, 2020-05-18T08:00+05:30, or an
interval a/b that includes both ends. The grain is year, month, week, day, hour or minute.

--replace prints the text again with each date that has a value replaced by it.`,
		Example: `  # what happened when
  khabar dates --reference-time 2020-05-18 article.txt

  # one form for every date
  echo 'सोमवार को बैठक हुई' | khabar dates --reference-time 2020-05-20 --replace`,
		RunE: func(c *cobra.Command, args []string) error {
			ref := moment.ReferenceOf(reference)
			if reference != "" && !ref.Known {
				return exitError{exitUsage, fmt.Errorf("--reference-time %q: want 2020-05-18 or 2020-05-18T10:06:00+05:30", reference)}
			}
			return runListing(c, io, args, o, []string{"value", "grain", "relative"}, nil, func(path string) listing.Finder {
				ref := ref
				if !ref.Known {
					if v, ok := moment.InName(path); ok {
						ref = moment.ReferenceOf(v)
					}
				}
				return func(d *document.Document) []listing.Item { return dateItems(moment.Find(d, ref).Dates) }
			})
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVar(&reference, "reference-time", "", "the `TIME` that relative dates are resolved against: 2020-05-18 or RFC 3339")
	o.add(f)
	return c
}

// dateItems are the dates as rows.
func dateItems(dates []moment.Date) []listing.Item {
	items := make([]listing.Item, len(dates))
	for i, x := range dates {
		var value listing.Cell
		if x.Value != "" {
			value = listing.Text(x.Value)
		}
		items[i] = listing.Item{Span: x.Span, Replacement: x.Value, Cells: []listing.Cell{value, listing.Text(x.Grain), listing.Bool(x.Relative)}}
	}
	return items
}
