package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"khabar/pkg/dump"
	"khabar/pkg/encode"
	"khabar/pkg/job"
	"khabar/pkg/layout"
	"khabar/pkg/record"
)

// extractOptions are the flags of `khabar extract`.
type extractOptions struct {
	input     inputFlags
	job       job.Config
	format    string
	reference string
	onError   string
	shard     string
	split     string
	lexicons  lexiconFlags
	quiet     bool
	verbose   bool
	summary   bool
}

func newExtract(io streams) *cobra.Command {
	var o extractOptions
	c := &cobra.Command{
		Use:   "extract [PATH|-]...",
		Short: "Turn raw articles into structured records",
		Long: `Read raw articles and write one record each. A PATH is a file, a folder (every *.txt
below it, or what --include names), or - for standard input, which is also the default.
A file holds one article as plain text or HTML, or many as JSON Lines, a JSON array, CSV,
TSV, Parquet, or a web archive (WARC, WET); it may be compressed (gzip, zstd, bzip2, xz).
Both are recognised by content.

On a terminal one article comes out as indented JSON; everywhere else the default is
JSON Lines, one record a line, unless the name of -o ends in another format. --format
json writes one object for one article and an array for any other number. CSV and TSV
hold one row per article, or with --table one row per quote, number, place, person,
organisation or date; --table, --columns, --bom and --safe-csv alone mean CSV. Parquet holds
nested rows, or the same tables.

Articles that fail are named on standard error, and written to --rejects FILE with file,
record, byte offset, code and their first bytes; all others come out. Output is in input
order and the same for any --jobs. Progress is shown where standard error is a terminal. A file given with -o appears under its name only when
it is complete.`,
		Example: `  # every article of a folder as JSON Lines
  khabar extract articles/ > records.jsonl

  # the quotes of all articles as a spreadsheet
  khabar extract articles/ --format csv --table quotes --bom -o quotes.csv

  # what officials said: speaker, role, organisation, act, text, with date and place
  khabar extract articles/ --table quotes --officials

  # from a pipe into jq
  cat article.txt | khabar extract | jq '{headline, place: .place.name_en, published}'

  # a large dump that may be interrupted: run the same line again
  khabar extract dump.jsonl.zst --text-field body -o out.jsonl.zst \
      --rejects bad.jsonl --checkpoint out.state --resume`,
		RunE: func(c *cobra.Command, args []string) error {
			return runExtract(c, io, o, args)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVarP(&o.format, "format", "f", "", "output format: json, jsonl, csv, tsv, parquet, or geojson, a map of the articles' places (default by the suffix of -o, else jsonl; indented json for one article on a terminal)")
	f.StringSliceVar(&o.job.Encode.Fields, "fields", nil, "only these top-level `fields`, comma-separated")
	f.StringVar(&o.job.Encode.Table, "table", "", "csv, tsv, parquet: one row per item of `LIST`: quotes, numbers, places, people, organizations or dates")
	f.BoolVar(&o.job.Encode.Officials, "officials", false, "the table of quotes, but only what officials and public bodies said, with role and organisation")
	f.BoolVar(&o.job.Encode.BOM, "bom", false, "csv, tsv: start with a byte order mark, for Excel")
	f.BoolVar(&o.job.Encode.Safe, "safe-csv", false, "csv, tsv: guard cells that a spreadsheet would run as a formula with an apostrophe")
	f.StringSliceVar(&o.job.Encode.Columns, "columns", nil, "csv, tsv, parquet: only these `columns`, in this order")
	f.StringVarP(&o.job.Output, "output", "o", "", "write to `FILE`, compressed if it ends in .gz or .zst")
	f.StringVar(&o.job.OutDir, "out-dir", "", "write one file per input file into `DIR`, as the input tree is laid out")
	f.BoolVar(&o.job.Extract.Offsets, "offsets", false, "add every span in code points (runes) and UTF-16 units")
	f.BoolVar(&o.job.Extract.Explain, "explain", false, "add to every item the rule that found it, and to every place the others of that name")
	f.StringVar(&o.reference, "reference-time", "", "`TIME` (RFC 3339 or YYYY-MM-DD) that '3 घंटे पहले' and dates of undated articles count from")

	o.lexicons.add(f)

	o.input.add(f)
	f.StringVar(&o.split, "split", "none", "text files that hold several articles: auto (at repeated heads), line, formfeed, regex:`RE` (an article starts at each match), none")

	f.StringSliceVar(&o.job.Filter.Languages, "only-language", nil, "only articles in these `languages` (hi, mr, en …)")
	f.StringSliceVar(&o.job.Filter.Require, "require", nil, "only records in which these `fields` were found")
	f.StringVar(&o.job.Filter.Since, "since", "", "only records dated on or after `DAY` (YYYY-MM-DD)")
	f.StringVar(&o.job.Filter.Until, "until", "", "only records dated on or before `DAY`")
	f.StringVar(&o.job.Filter.Dedup, "dedup", "", "exact: leave out articles whose text came before (without it they carry the warning duplicate_of); near: also those that are nearly the same as one of the last 131072")

	f.IntVarP(&o.job.Jobs, "jobs", "j", runtime.GOMAXPROCS(0), "articles to work on at the same time")
	f.BoolVar(&o.job.Unordered, "unordered", false, "write records as they get done, not in input order")
	f.StringVar(&o.shard, "shard", "", "work on part `i/n` of the input, as 0/4 … 3/4; copies (--dedup, duplicate_of) are looked for within the part")
	f.StringVar(&o.job.Rejects, "rejects", "", "write what fails to `FILE`, one JSON object a line")
	f.StringVar(&o.onError, "on-error", "skip", "skip: go on after a failure; fail: end the run")
	f.StringVar(&o.job.Checkpoint, "checkpoint", "", "note in `FILE` what is done, for --resume")
	f.BoolVar(&o.job.Resume, "resume", false, "go on where the checkpoint says; without one, start")
	f.BoolVar(&o.job.Lines, "line-by-line", false, "filter contract: exactly one line out for each line in, at once; failures as {\"error\": …}")
	f.BoolVar(&o.summary, "summary", false, "print counts at the end, on standard error")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "neither name failures on standard error nor show progress")
	f.BoolVarP(&o.verbose, "verbose", "v", false, "name each input on standard error when it is done, with the records it held")
	choices(c, "format", encode.Formats...)
	choices(c, "table", encode.Tables...)
	choices(c, "fields", encode.FieldNames()...)
	choices(c, "require", encode.FieldNames()...)
	choices(c, "input-format", dump.Formats...)
	choices(c, "preset", presets()...)
	choices(c, "split", "auto", "line", "formfeed", "regex:", "none")
	choices(c, "dedup", "exact", "near")
	choices(c, "on-error", "skip", "fail")
	return c
}

// runExtract turns the flags into a job and runs it.
func runExtract(c *cobra.Command, std streams, o extractOptions, paths []string) error {
	// A line that is written over would tear apart records that go to the same terminal.
	toFile := o.job.Output != "" && o.job.Output != "-" || o.job.OutDir != ""
	show := isTerminal(std.err) && os.Getenv("TERM") != "dumb" && !o.quiet && (toFile || !isTerminal(std.out))
	keepMemoryFlat()
	p := newProgress(std.err, show, o.verbose)
	cfg, err := o.config(c, std, paths, p)
	if err != nil {
		return exitError{exitUsage, err}
	}
	p.run(func() int64 { return o.input.size(paths) })
	report, err := job.Run(c.Context(), cfg)
	p.end()
	if n := report.Articles - report.Fields["located"]; cfg.Encode.Format == encode.GeoJSON && n > 0 {
		fmt.Fprintf(std.err, "khabar: %d of %d articles are not on the map: their place is unknown or has no coordinates\n", n, report.Articles)
	}
	if o.summary {
		if perr := report.Print(std.err); err == nil {
			err = perr
		}
	}
	switch {
	case errors.Is(err, job.ErrStopped):
		return exitError{exitArticles, err}
	case errors.Is(err, context.Canceled), errors.Is(err, syscall.EPIPE), errors.Is(err, fs.ErrClosed):
		return err
	case err != nil:
		return exitError{exitUsage, err}
	case report.Unopened > 0:
		return exitError{code: exitUsage}
	case report.Failures() > 0:
		return exitError{code: exitArticles}
	}
	return nil
}

// config checks the flags and returns the job they ask for.
func (o *extractOptions) config(c *cobra.Command, std streams, paths []string, p *progress) (job.Config, error) {
	cfg := o.job
	cfg.Stdout = std.out
	terminal := isTerminal(std.out)
	cfg.Direct = terminal
	cfg.Encode.Format = encode.Format(o.format)
	if cfg.Encode.Officials {
		if cfg.Encode.Table != "" && cfg.Encode.Table != "quotes" {
			return cfg, fmt.Errorf("--officials is for --table quotes, not %s", cfg.Encode.Table)
		}
		cfg.Encode.Table = "quotes"
	}
	if o.format == "" {
		o.format = formatOf(cfg.Output)
		cfg.Encode.Format = encode.Format(o.format)
		if ext := strings.ToLower(filepath.Ext(cfg.Output)); slices.Contains([]string{".xls", ".xlsx", ".ods"}, ext) {
			return cfg, fmt.Errorf("-o %s: khabar writes no %s files: a spreadsheet opens -o NAME.csv --bom", cfg.Output, ext)
		}
	}
	if e := cfg.Encode; o.format == "" && (e.Table != "" || len(e.Columns) > 0 || e.BOM || e.Safe) {
		o.format = string(encode.CSV)
		cfg.Encode.Format = encode.CSV
	}
	if o.format == "" {
		cfg.Encode.Format = encode.JSONL
		if terminal && cfg.Output == "" && cfg.OutDir == "" {
			cfg.Encode.Format = encode.Auto
		}
	}
	if cfg.Output == "-" {
		cfg.Output = ""
	}
	var err error
	if cfg.Extract.Lexicon, cfg.Extract.Gazetteer, err = o.lexicons.load(); err != nil {
		return cfg, err
	}
	if cfg.Extract.Reference, err = parseReference(o.reference); err != nil {
		return cfg, err
	}
	if cfg.Shard, err = job.ParseShard(o.shard); err != nil {
		return cfg, err
	}
	if cfg.Split, err = layout.ParseSplitting(o.split); err != nil {
		return cfg, fmt.Errorf("--split: %w", err)
	}
	cfg.Split = cfg.Split.With(cfg.Extract.Lexicon, cfg.Extract.Gazetteer)
	if cfg.Jobs < 1 {
		return cfg, fmt.Errorf("--jobs %d: want 1 or more", cfg.Jobs)
	}
	switch o.onError {
	case "skip":
	case "fail":
		cfg.Stop = true
	default:
		return cfg, fmt.Errorf("--on-error %q: want skip or fail", o.onError)
	}
	if d := cfg.Filter.Dedup; d != "" && d != "exact" && d != "near" {
		return cfg, fmt.Errorf("--dedup %q: want exact or near", d)
	}
	for _, name := range cfg.Filter.Require {
		if !slices.Contains(encode.FieldNames(), name) {
			return cfg, fmt.Errorf("--require: unknown field %q: use any of %s", name, strings.Join(encode.FieldNames(), ", "))
		}
	}
	for _, day := range []string{cfg.Filter.Since, cfg.Filter.Until} {
		if _, err := time.Parse("2006-01-02", day); day != "" && err != nil {
			return cfg, fmt.Errorf("%q is no day: want YYYY-MM-DD", day)
		}
	}
	input, err := o.input.options(paths)
	if err != nil {
		return cfg, err
	}
	input.Stdin = std.in
	input.Count = &p.read
	if cfg.Lines {
		input.Format, input.BlankLines = dump.FormatJSONL, true
	}
	cfg.Articles = dump.Articles(o.input.paths(paths, std.in), input)
	cfg.Report = func(err error) { p.failure(err, o.quiet) }
	cfg.Done = p.article
	cfg.Run = commandLine(c, paths)
	return cfg, nil
}

// formatOf returns the format that an output file's name asks for, "" for none.
func formatOf(path string) string {
	path = strings.ToLower(path)
	for _, comp := range []string{".gz", ".zst", ".zstd"} {
		path = strings.TrimSuffix(path, comp)
	}
	if f := strings.TrimPrefix(filepath.Ext(path), "."); slices.Contains(encode.Formats, f) {
		return f
	}
	return ""
}

// commandLine describes what was asked for: a checkpoint belongs to it. What changes
// neither order nor content of the output does not count.
func commandLine(c *cobra.Command, paths []string) string {
	var b strings.Builder
	b.WriteString("extract")
	c.Flags().VisitAll(func(f *pflag.Flag) {
		switch f.Name {
		case "jobs", "resume", "quiet", "summary", "verbose":
			return
		}
		if f.Changed {
			fmt.Fprintf(&b, " --%s=%s", f.Name, f.Value)
		}
	})
	for _, p := range paths {
		fmt.Fprintf(&b, " %q", filepath.ToSlash(p))
	}
	return b.String()
}

// parseReference reads the value of --reference-time; "" gives the zero time.
func parseReference(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04", "2006-01-02"} {
		if t, err := time.ParseInLocation(layout, s, record.IST); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("--reference-time %q: want RFC 3339 (2020-05-18T10:06:00+05:30) or YYYY-MM-DD", s)
}

// isTerminal reports whether a stream is a character device that is not /dev/null.
func isTerminal(stream any) bool {
	if r, ok := stream.(*stoppable); ok {
		stream = r.f
	}
	f, ok := stream.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}
