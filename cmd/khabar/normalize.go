package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"khabar/pkg/dump"
	"khabar/pkg/normalize"
)

// normalizeOptions are the flags of `khabar normalize`.
type normalizeOptions struct {
	paths  []string
	form   string
	digits string
	all    bool
	clean  normalize.Options
}

func newNormalize(io streams) *cobra.Command {
	var o normalizeOptions
	c := &cobra.Command{
		Use:   "normalize [PATH|-]...",
		Short: "Clean Hindi text, one line in, one line out",
		Long: `Clean Hindi text, one line in, one line out. A PATH is a text file, a folder (every
*.txt below it), or - for standard input, which is also the default. It may be compressed
(gzip, zstd, bzip2, xz), and UTF-16 is read too; the output is UTF-8 without a byte order
mark. Line ends stay as they are. Cleaning a clean line again changes nothing, and any
bytes are safe: what is not UTF-8 becomes U+FFFD.

Forms:
  nfc   Unicode normalisation form C; spelling stays (हज़ार, पाँच, हिन्दी)
  fold  the form in which khabar compares words: without nukta, chandrabindu, class
        nasals, joiners and capitals (हजार, पांच, हिंदी)`,
		Example: `  # everything at once
  khabar normalize --all article.txt

  # search without minding the spelling
  khabar normalize --form fold articles/ | grep 'हिंदी'

  # digits for a spreadsheet
  khabar normalize --digits latin < table.tsv`,
		RunE: func(c *cobra.Command, args []string) error {
			o.paths = args
			return runNormalize(c, io, o)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVar(&o.form, "form", "nfc", "form of letters: nfc or fold")
	f.StringVar(&o.digits, "digits", "keep", "digits of the output: latin, devanagari or keep")
	f.BoolVar(&o.clean.Quotes, "quotes", false, "write every quote mark as \" or '")
	f.BoolVar(&o.clean.Spaces, "spaces", false, "one blank for every run of white space, none at the ends; drop invisible characters")
	f.BoolVar(&o.clean.Danda, "danda", false, "one danda for ।।, | and I at the end of a sentence; no space before it")
	f.BoolVar(&o.clean.Entities, "entities", false, "decode HTML entities")
	f.BoolVarP(&o.all, "all", "a", false, "the same as --quotes --spaces --danda --entities")
	choices(c, "form", "nfc", "fold")
	choices(c, "digits", "latin", "devanagari", "keep")
	return c
}

// runNormalize cleans each input in turn; see the help text for what it promises.
func runNormalize(c *cobra.Command, std streams, o normalizeOptions) error {
	var err error
	if o.clean.Form, err = normalize.ParseForm(o.form); err != nil {
		return exitError{exitUsage, fmt.Errorf("--form: %w", err)}
	}
	if o.clean.Digits, err = normalize.ParseDigits(o.digits); err != nil {
		return exitError{exitUsage, fmt.Errorf("--digits: %w", err)}
	}
	if o.all {
		o.clean.Quotes, o.clean.Spaces, o.clean.Danda, o.clean.Entities = true, true, true, true
	}
	w := bufio.NewWriterSize(std.out, 64<<10)
	open := false // the last line has no end yet
	return eachFile(c.Context(), std, o.paths, w, func(f dump.File) (failed, err error) {
		return cleanLines(c.Context(), w, f, o.clean, &open)
	})
}

// cleanLines writes the clean lines of f. It returns the failure of a write and that
// of a read apart. open says that the file before ended without a line end: its last line
// and the first of f stay two.
func cleanLines(ctx context.Context, w *bufio.Writer, f dump.File, o normalize.Options, open *bool) (failed, err error) {
	r := bufio.NewReaderSize(contextReader{ctx, f}, 64<<10)
	for {
		line, err := r.ReadBytes('\n')
		text, end := line, []byte(nil)
		for _, e := range [...][]byte{[]byte("\r\n"), []byte("\n")} {
			if bytes.HasSuffix(line, e) {
				text, end = line[:len(line)-len(e)], e
				break
			}
		}
		if len(line) > 0 {
			if *open {
				if failed := w.WriteByte('\n'); failed != nil {
					return failed, nil
				}
			}
			*open = len(end) == 0
			if _, failed := w.WriteString(normalize.Line(string(text), o)); failed != nil {
				return failed, nil
			}
			if _, failed := w.Write(end); failed != nil {
				return failed, nil
			}
		}
		if r.Buffered() == 0 { // a reader of a slow pipe sees each line as it comes
			if failed := w.Flush(); failed != nil {
				return failed, nil
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil, nil
		case err != nil:
			return nil, fmt.Errorf("%s: %w", named(f.Path), err)
		}
	}
}
