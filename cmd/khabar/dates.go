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
	var reference, read string
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

--replace prints the text again with each date that has a value replaced by it.

--read durations lists the lengths of time instead, a month as 30 days and a year as 365: 3 घंटे
20 मिनट, डेढ़ साल, पखवाड़े. Columns: value (ISO 8601: PT3H20M, P18M, P14D), seconds, max_seconds (the
upper end of दो-तीन घंटे).

--read times lists the times of day instead: सुबह साढ़े नौ बजे, शाम 5 से 7 बजे, 10:30. Columns: value
(09:30, 17:00/19:00), sure (false where the text does not say which half of the day it is, as in चार
बजे; the hour is then as written).`,
		Example: `  # what happened when
  khabar dates --reference-time 2020-05-18 article.txt

  # one form for every date
  echo 'सोमवार को बैठक हुई' | khabar dates --reference-time 2020-05-20 --replace`,
		RunE: func(c *cobra.Command, args []string) error {
			ref := moment.ReferenceOf(reference)
			if reference != "" && !ref.Known {
				return exitError{exitUsage, fmt.Errorf("--reference-time %q: want 2020-05-18 or 2020-05-18T10:06:00+05:30", reference)}
			}
			switch read {
			case "dates":
			case "durations":
				return runListing(c, io, args, o, []string{"value", "seconds", "max_seconds"}, nil, func(string) listing.Finder { return durationItems })
			case "times":
				return runListing(c, io, args, o, []string{"value", "sure"}, nil, func(string) listing.Finder { return clockItems })
			default:
				return exitError{exitUsage, fmt.Errorf("--read %q: want dates, durations or times", read)}
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
	f.StringVar(&read, "read", "dates", "what to read: dates, durations or times")
	choices(c, "format", listing.Formats...)
	choices(c, "read", "dates", "durations", "times")
	return c
}

// clockItems are the times of day of d as rows.
func clockItems(d *document.Document) []listing.Item {
	var items []listing.Item
	for _, x := range moment.Clocks(d) {
		items = append(items, listing.Item{Span: x.Span, Replacement: x.Value, Cells: []listing.Cell{listing.Text(x.Value), listing.Bool(x.Sure)}})
	}
	return items
}

// durationItems are the lengths of time of d as rows.
func durationItems(d *document.Document) []listing.Item {
	var items []listing.Item
	for _, x := range moment.Durations(d) {
		row := []listing.Cell{listing.Text(x.ISO()), listing.Number(x.Seconds()), {}}
		if x.Max() > 0 {
			row[2] = listing.Number(x.Max())
		}
		items = append(items, listing.Item{Span: x.Span, Replacement: x.ISO(), Cells: row})
	}
	return items
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
