package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"khabar/pkg/dump"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
)

// segmentOptions are the flags of `khabar segment`.
type segmentOptions struct {
	paths    []string
	unit     string
	format   string
	count    bool
	lexicons lexiconFlags
}

func newSegment(io streams) *cobra.Command {
	var o segmentOptions
	c := &cobra.Command{
		Use:   "segment [PATH|-]...",
		Short: "Cut text into clusters, words, sentences or paragraphs",
		Long: `Cut text into one unit a line. A PATH is a file of UTF-8 text, a folder (every *.txt
below it), or - for standard input, which is also the default. Files of any size are
read in little memory.

Units:
  cluster    extended grapheme clusters of Unicode 17, conjuncts whole: मु ख्य मं त्री
  word       words and numbers, without punctuation
  sentence   sentences with their closing punctuation; डॉ. and 3.5 end none
  paragraph  lines that are not blank

Formats:
  text       the unit itself; a line end inside it is written \n or \r, a backslash \\
  jsonl      {"path","text","span","clusters"}: span in bytes, clusters in clusters of
             the file, both from 0 and without the end

--count prints the number of units instead: the number alone for one input; number, tab
and path for several or a folder; with jsonl {"path","unit","count"}.`,
		Example: `  # letters as a reader sees them
  echo 'मुख्यमंत्री' | khabar segment

  # one sentence a line
  khabar segment --unit sentence article.txt

  # how many words each file has
  khabar segment --unit word --count articles/`,
		RunE: func(c *cobra.Command, args []string) error {
			o.paths = args
			return runSegment(c, io, o)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVarP(&o.unit, "unit", "u", "cluster", "what to cut into: cluster, word, sentence or paragraph")
	f.BoolVarP(&o.count, "count", "c", false, "print only how many units there are")
	f.StringVarP(&o.format, "format", "f", "text", "output format: text or jsonl")
	o.lexicons.add(f)
	choices(c, "unit", "cluster", "word", "sentence", "paragraph")
	choices(c, "format", "text", "jsonl")
	return c
}

// runSegment cuts each input in turn; see the help text for what it promises.
func runSegment(c *cobra.Command, std streams, o segmentOptions) error {
	unit, err := segment.ParseUnit(o.unit)
	if err != nil {
		return exitError{exitUsage, fmt.Errorf("--unit: %w", err)}
	}
	if o.format != "text" && o.format != "jsonl" {
		return exitError{exitUsage, fmt.Errorf("--format %q: want text or jsonl", o.format)}
	}
	if len(o.paths) == 0 {
		o.paths = []string{"-"}
	}
	lx, _, err := o.lexicons.load()
	if err != nil {
		return exitError{exitUsage, err}
	}
	w := bufio.NewWriterSize(std.out, 64<<10)
	s := segmenter{w: w, unit: unit, lx: cmp.Or(lx, lexicon.Default()), opt: o, alone: len(o.paths) == 1 && !isFolder(o.paths[0])}
	return eachFile(c.Context(), std, o.paths, w, func(f dump.File) (failed, err error) {
		err = s.file(c.Context(), f)
		return s.failed, err
	})
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// segmenter writes the units of files.
type segmenter struct {
	w      *bufio.Writer
	unit   segment.Unit
	lx     *lexicon.Lexicon
	opt    segmentOptions
	line   []byte
	alone  bool  // the only input there is
	failed error // of the output
}

// file writes the units of one file, or their number.
func (s *segmenter) file(ctx context.Context, f dump.File) error {
	r := contextReader{ctx, f}
	if s.opt.count {
		n, err := segment.CountUnits(r, s.unit, s.lx)
		if err != nil {
			return fmt.Errorf("%s: %w", named(f.Path), err)
		}
		s.number(n, f.Path)
		return nil
	}
	for p, err := range segment.Units(r, s.unit, s.lx) {
		if err != nil {
			return fmt.Errorf("%s: %w", named(f.Path), err)
		}
		if s.opt.format == "jsonl" {
			s.line = p.AppendJSON(s.line[:0], f.Path)
		} else {
			s.line = p.AppendText(s.line[:0])
		}
		if _, s.failed = s.w.Write(s.line); s.failed != nil {
			return nil
		}
	}
	return nil
}

// number writes the count of one file.
func (s *segmenter) number(n int, path string) {
	switch {
	case s.opt.format == "jsonl":
		s.line = segment.AppendCountJSON(s.line[:0], path, s.unit, n)
	case s.alone:
		s.line = fmt.Appendln(s.line[:0], n)
	default:
		s.line = fmt.Appendf(s.line[:0], "%d\t%s\n", n, path)
	}
	_, s.failed = s.w.Write(s.line)
}

// contextReader ends a long read when the command is interrupted.
type contextReader struct {
	ctx context.Context
	io.Reader
}

func (r contextReader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(p)
}
