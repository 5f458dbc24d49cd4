package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"khabar/pkg/dump"
	"khabar/pkg/gazetteer"
)

// placeOptions are the flags of `khabar place`.
type placeOptions struct {
	names    []string
	format   string
	tsv      bool
	json     bool
	fuzzy    bool
	best     bool
	lang     string
	state    string
	limit    int
	lexicons lexiconFlags
}

func newPlace(std streams) *cobra.Command {
	var o placeOptions
	c := &cobra.Command{
		Use:   "place [NAME]...",
		Short: "Look place names up: district, state, code, coordinates",
		Long: `Look place names up in the gazetteer. Names come from the command line, or one a line
from standard input. Hindi and English names, old names and short forms are found under
all their spellings: यूपी, इलाहाबाद, हि.प्र., Prayagraj.

Every name gets its places, the most prominent first. A name that none is called gets
the places whose name is a common other spelling (दीगोद for दिगोद); with --fuzzy also those
within a small distance, counted in letters as a reader sees them. Words that say what a
place is, and its state or district in brackets or behind a comma, are understood:
पटना जिला, ग्राम रामपुर, बिलासपुर (हि.प्र.), Rampur, UP.

Formats:
  table  for reading
  tsv    query, rank, match, name, name_en, kind, district, district_en, state, state_en,
         country, code, lat, lon, population; a header row. A name that is not found has
         one row with match none, so that no input line is lost
  jsonl  one object per name: {"query","candidates":[…]} with the columns of tsv
  json   the same objects in one array

match is exact, variant (another spelling), fuzzy or none. With --best each name has one
row: its most prominent place.`,
		Example: `  # which हमीरपुर are there?
  khabar place हमीरपुर

  # clean a column of place names
  cut -f3 data.tsv | khabar place --tsv --best --fuzzy

  # English input
  khabar place --lang en Alahabad --fuzzy`,
		RunE: func(c *cobra.Command, args []string) error {
			o.names = args
			return runPlace(c.Context(), std, o)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVarP(&o.format, "format", "f", "table", "output format: table, tsv, json or jsonl")
	f.BoolVar(&o.tsv, "tsv", false, "the same as --format tsv")
	f.BoolVar(&o.json, "json", false, "the same as --format jsonl")
	f.BoolVar(&o.fuzzy, "fuzzy", false, "also names within a small distance")
	f.BoolVar(&o.best, "best", false, "only the most prominent place of each name")
	f.StringVar(&o.lang, "lang", "", "language of the names: hi or en (default: either)")
	f.StringVar(&o.state, "state", "", "only places in this `STATE` (Hindi or English name, short form or code: यूपी, UP)")
	f.IntVarP(&o.limit, "limit", "n", 10, "at most so many places for each name; 0: all")
	o.lexicons.add(f)
	choices(c, "format", "table", "tsv", "json", "jsonl")
	choices(c, "lang", "hi", "en")
	return c
}

// runPlace looks each name up and prints its places.
func runPlace(ctx context.Context, std streams, o placeOptions) error {
	switch {
	case o.tsv && o.json:
		return exitError{exitUsage, fmt.Errorf("--tsv and --json exclude each other")}
	case o.tsv:
		o.format = "tsv"
	case o.json:
		o.format = "jsonl"
	}
	if o.format != "table" && o.format != "tsv" && o.format != "jsonl" && o.format != "json" {
		return exitError{exitUsage, fmt.Errorf("--format %q: want table, tsv, json or jsonl", o.format)}
	}
	if o.lang != "" && o.lang != "hi" && o.lang != "en" {
		return exitError{exitUsage, fmt.Errorf("--lang %q: want hi or en", o.lang)}
	}
	if o.limit < 0 {
		return exitError{exitUsage, fmt.Errorf("--limit %d: want 0 or more", o.limit)}
	}
	if o.best {
		o.limit = 1
	}
	_, gaz, err := o.lexicons.load()
	if err != nil {
		return exitError{exitUsage, err}
	}
	search := gazetteer.NewSearcher(gaz)
	if o.state != "" {
		state, ok := search.State(o.state)
		if !ok {
			return exitError{exitUsage, fmt.Errorf("--state %q: no state of India has that name", o.state)}
		}
		o.state = state.NameEn()
	}
	w := bufio.NewWriterSize(std.out, 64<<10)
	p := placePrinter{w: w, format: o.format}
	query := gazetteer.Query{Fuzzy: o.fuzzy, Lang: o.lang, State: o.state, Limit: o.limit}
	p.head()
	look := func(name string) error { return p.print(name, search.Find(name, query)) }
	if len(o.names) > 0 {
		for _, n := range o.names {
			if err := look(n); err != nil {
				return outputError(err)
			}
		}
	} else {
		text, err := dump.Text(std.in)
		if err != nil {
			return exitError{exitUsage, fmt.Errorf("standard input: %w", err)}
		}
		in := bufio.NewReaderSize(text, 64<<10)
		for n := 1; ; n++ {
			line, err := in.ReadString('\n')
			if line != "" {
				if err := look(strings.TrimRight(line, "\r\n")); err != nil {
					return outputError(err)
				}
			}
			// who types names, or sends them down a slow pipe, sees each answer at once; a
			// table has the widths of so many rows
			if in.Buffered() == 0 && (o.format != "table" || isTerminal(std.in)) || n%1000 == 0 {
				if err := p.show(); err != nil {
					return outputError(err)
				}
			}
			if err == io.EOF {
				break
			}
			if ctx.Err() != nil {
				_ = p.show()
				return ctx.Err()
			}
			if err != nil {
				return exitError{exitUsage, fmt.Errorf("standard input: %w", err)}
			}
		}
	}
	if err := p.flush(); err != nil {
		return outputError(err)
	}
	return nil
}

// placeRow is one candidate as it is printed.
type placeRow struct {
	Match      string   `json:"match"`
	Name       string   `json:"name"`
	NameEn     string   `json:"name_en"`
	Kind       string   `json:"kind"`
	District   string   `json:"district,omitempty"`
	DistrictEn string   `json:"district_en,omitempty"`
	State      string   `json:"state,omitempty"`
	StateEn    string   `json:"state_en,omitempty"`
	Country    string   `json:"country,omitempty"`
	Code       string   `json:"code,omitempty"`
	Lat        *float64 `json:"lat,omitempty"`
	Lon        *float64 `json:"lon,omitempty"`
	Population int      `json:"population,omitempty"`
}

func rowOf(h gazetteer.Hit) placeRow {
	r := placeRow{
		Match: h.Match, Name: h.Name(), NameEn: h.NameEn(), Kind: h.Kind().String(),
		District: h.District().Name(), DistrictEn: h.District().NameEn(),
		State: h.State().Name(), StateEn: h.State().NameEn(),
		Country: h.Country(), Code: h.Code(), Population: h.Population(),
	}
	if lat, lon, ok := h.Position(); ok {
		r.Lat, r.Lon = &lat, &lon
	}
	return r
}

type placePrinter struct {
	w       *bufio.Writer
	format  string
	table   *tabwriter.Writer
	printed bool // an object of a json array
}

func (p *placePrinter) head() {
	switch p.format {
	case "tsv":
		fmt.Fprintln(p.w, "query\trank\tmatch\tname\tname_en\tkind\tdistrict\tdistrict_en\tstate\tstate_en\tcountry\tcode\tlat\tlon\tpopulation")
	case "json":
		p.w.WriteByte('[')
	case "table":
		p.table = tabwriter.NewWriter(p.w, 0, 0, 2, ' ', 0)
	}
}

func (p *placePrinter) print(query string, hits []gazetteer.Hit) error {
	switch p.format {
	case "json", "jsonl":
		if p.format == "json" && p.printed {
			p.w.WriteByte(',')
		}
		p.printed = true
		rows := make([]placeRow, 0, len(hits))
		for _, h := range hits {
			rows = append(rows, rowOf(h))
		}
		enc := json.NewEncoder(p.w)
		enc.SetEscapeHTML(false)
		return enc.Encode(struct {
			Query      string     `json:"query"`
			Candidates []placeRow `json:"candidates"`
		}{query, rows})
	case "tsv":
		if len(hits) == 0 {
			_, err := fmt.Fprintf(p.w, "%s\t\tnone%s\n", cell(query), strings.Repeat("\t", 12))
			return err
		}
		for i, h := range hits {
			r := rowOf(h)
			if _, err := fmt.Fprintln(p.w, strings.Join([]string{
				cell(query), strconv.Itoa(i + 1), r.Match, r.Name, r.NameEn, r.Kind, r.District, r.DistrictEn, r.State, r.StateEn,
				r.Country, r.Code, degrees(r.Lat), degrees(r.Lon), count(r.Population),
			}, "\t")); err != nil {
				return err
			}
		}
		return nil
	}
	if len(hits) == 0 {
		_, err := fmt.Fprintf(p.table, "%s\t-\tnot found\n", cell(query))
		return err
	}
	for _, h := range hits {
		r := rowOf(h)
		where := r.DistrictEn
		if r.StateEn != "" && r.StateEn != r.NameEn {
			where = strings.TrimPrefix(where+", "+r.StateEn, ", ")
		}
		note := ""
		if r.Match != gazetteer.Exact {
			note = r.Match
		}
		if _, err := fmt.Fprintf(p.table, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n",
			cell(query), r.Name, r.NameEn, r.Kind, where, r.Country, r.Code, note); err != nil {
			return err
		}
	}
	return nil
}

// show writes out what was printed so far.
func (p *placePrinter) show() error {
	if p.table != nil {
		if err := p.table.Flush(); err != nil {
			return err
		}
	}
	return p.w.Flush()
}

func (p *placePrinter) flush() error {
	if p.format == "json" {
		p.w.WriteString("]\n")
	}
	return p.show()
}

// cell makes a name safe for a column.
func cell(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\t' || r == '\n' || r == '\r' }), " ")
}

func degrees(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
