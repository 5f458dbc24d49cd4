package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"khabar/pkg/batch"
	"khabar/pkg/dump"
	"khabar/pkg/encode"
	"khabar/pkg/record"
)

// extractOptions are the flags of `khabar extract`.
type extractOptions struct {
	paths     []string
	encode    encode.Options
	format    string
	output    string
	jobs      int
	maxBytes  int64
	offsets   bool
	reference string
	input     inputFlags
}

func newExtract(io streams) *cobra.Command {
	var o extractOptions
	c := &cobra.Command{
		Use:   "extract [PATH|-]...",
		Short: "Turn raw articles into structured records",
		Long: `Read raw articles and write one record each. A PATH is a file, a folder (every *.txt
below it), or - for standard input, which is also the default. A file holds one
article, or many as JSON Lines or a JSON array; it may be compressed (gzip, zstd,
bzip2, xz). Both are recognised by content.

On a terminal one article comes out as indented JSON; everywhere else the default is
JSON Lines, one record a line. --format json writes one object for one article and an
array for any other number. CSV and TSV hold one row per article, or with --table one
row per quote, number, place, person, organisation or date.

Articles that cannot be read are named on standard error; all others come out.`,
		Example: `  # every article of a folder as JSON Lines
  khabar extract articles/ > records.jsonl

  # the quotes of all articles as a spreadsheet
  khabar extract articles/ --format csv --table quotes --bom -o quotes.csv

  # from a pipe into jq
  cat article.txt | khabar extract | jq '{headline, place: .place.name_en, published}'`,
		RunE: func(c *cobra.Command, args []string) error {
			o.paths = args
			return runExtract(c, io, o)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVarP(&o.format, "format", "f", "", "output format: json, jsonl, csv or tsv (default jsonl; indented json for one article on a terminal)")
	f.StringSliceVar(&o.encode.Fields, "fields", nil, "only these top-level `fields`, comma-separated")
	f.StringVar(&o.encode.Table, "table", "", "csv, tsv: one row per item of `LIST`: quotes, numbers, places, people, organizations or dates")
	f.BoolVar(&o.encode.BOM, "bom", false, "csv, tsv: start with a byte order mark, for Excel")
	f.StringVarP(&o.output, "output", "o", "", "write to `FILE`, which appears under its name only when complete")
	f.IntVarP(&o.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "articles to work on at the same time; the output is the same for any number")
	f.BoolVar(&o.offsets, "offsets", false, "add every span in code points (runes) and UTF-16 units")
	f.StringVar(&o.reference, "reference-time", "", "`TIME` (RFC 3339 or YYYY-MM-DD) that '3 घंटे पहले' and dates of undated articles count from")
	f.Int64Var(&o.maxBytes, "max-bytes", dump.DefaultMaxBytes, "refuse articles over this size")
	o.input.add(f)
	return c
}

// runExtract reads, extracts and writes; see the help text for what it promises.
func runExtract(c *cobra.Command, std streams, o extractOptions) error {
	o.encode.Format = encode.Format(o.format)
	if o.format == "" {
		o.encode.Format = encode.JSONL
		if f, ok := std.out.(*os.File); ok && o.output == "" && isTerminal(f) {
			o.encode.Format = encode.Auto
		}
	}
	enc, err := encode.New(o.encode)
	if err != nil {
		return exitError{exitUsage, err}
	}
	reference, err := parseReference(o.reference)
	if err != nil {
		return exitError{exitUsage, err}
	}
	out, err := openOutput(std.out, o.output)
	if err != nil {
		return exitError{exitUsage, err}
	}
	defer out.abort()

	size := 64 << 10
	if f, ok := out.Writer.(*os.File); ok && isTerminal(f) {
		size = 0
	}
	w := encode.NewWriter(out, enc, size)
	extractor := record.NewExtractor(record.Options{Offsets: o.offsets, Reference: reference})
	input, err := o.input.options()
	if err != nil {
		return exitError{exitUsage, err}
	}
	input.Stdin, input.MaxBytes = std.in, o.maxBytes
	articles := dump.Articles(dump.Paths(o.paths), input)
	code := exitOK
	err = batch.Run(c.Context(), articles, o.jobs, func(a dump.Article) ([]byte, error) {
		if err := a.Load(); err != nil {
			return nil, err
		}
		return enc.Append(nil, extractor.Extract(a))
	}, func(r batch.Result[[]byte]) error {
		if r.Err != nil {
			fmt.Fprintln(std.err, "khabar:", r.Err)
			code = max(code, errorCode(r.Err))
			return nil
		}
		return w.Record(r.Value)
	})
	if err != nil {
		// What is gathered holds whole records: it goes out even now.
		_ = w.Flush()
		return outputError(err)
	}
	if err := w.Close(); err != nil {
		return outputError(err)
	}
	if err := out.commit(); err != nil {
		return exitError{exitUsage, err}
	}
	if code != exitOK {
		return exitError{code: code}
	}
	return nil
}

// errorCode is the exit code for an article or input that failed.
func errorCode(err error) int {
	var de *dump.Error
	if errors.As(err, &de) && de.Code == dump.CodeOpen {
		return exitUsage
	}
	return exitArticles
}

func outputError(err error) error {
	return fmt.Errorf("write output: %w", err)
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

// isTerminal reports whether f is a character device that is not /dev/null.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

// output is where records go: a given stream, or a file that appears under its name
// only when commit is called.
type output struct {
	io.Writer
	tmp  *os.File
	path string
}

func openOutput(stdout io.Writer, path string) (*output, error) {
	if path == "" || path == "-" {
		return &output{Writer: stdout}, nil
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return nil, fmt.Errorf("create %s: %w", path, err)
	}
	return &output{tmp, tmp, path}, nil
}

// commit makes the file durable and gives it its name.
func (o *output) commit() error {
	if o.tmp == nil {
		return nil
	}
	tmp := o.tmp
	o.tmp = nil
	err := tmp.Chmod(0o644)
	if err == nil {
		err = tmp.Sync()
	}
	if cerr := tmp.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Rename(tmp.Name(), o.path)
	}
	if err != nil {
		os.Remove(tmp.Name())
		return fmt.Errorf("write %s: %w", o.path, err)
	}
	return nil
}

// abort removes an uncommitted file.
func (o *output) abort() {
	if o.tmp != nil {
		o.tmp.Close()
		os.Remove(o.tmp.Name())
	}
}
