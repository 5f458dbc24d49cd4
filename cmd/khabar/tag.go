package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"khabar/pkg/dump"
	"khabar/pkg/grapheme"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
	"khabar/pkg/tagger"
)

// tagOptions are the flags of `khabar tag`.
type tagOptions struct {
	paths  []string
	format string
	info   bool
}

func newTag(io streams) *cobra.Command {
	var o tagOptions
	c := &cobra.Command{
		Use:   "tag [PATH|-]...",
		Short: "Mark the names of people, places and organisations in plain text",
		Long: `Mark the names of people, places and organisations in plain text, by the learned model
alone: no roles, no gazetteer, no joining of 'बिंदल' with 'राजीव बिंदल' (khabar extract does
all that). A PATH is a file of UTF-8 text, a folder (every *.txt below it), or - for
standard input, which is also the default. Files of any size are read in little memory.

Formats:
  conll   one token a line: token, tab, tag (O, B-PER, I-PER, B-LOC, I-LOC, B-ORG, I-ORG);
          an empty line behind each sentence
  jsonl   one name a line: {"path","type","text","span","clusters","margin"}; span in
          bytes, clusters in clusters of the file, both from 0 and without the end;
          margin is how sure the model is, in nats (0 is even odds, 3 about twenty to one)`,
		Example: `  # a token a line
  echo 'दिल्ली के मुख्यमंत्री अरविंद केजरीवाल ने कहा।' | khabar tag

  # every name of a folder
  khabar tag --format jsonl articles/ > names.jsonl

  # what the model was trained on, its licence and its scores
  khabar tag --model-info`,
		RunE: func(c *cobra.Command, args []string) error {
			o.paths = args
			return runTag(c, io, o)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVarP(&o.format, "format", "f", "conll", "output format: conll or jsonl")
	f.BoolVar(&o.info, "model-info", false, "print the provenance of the model and stop")
	return c
}

// runTag tags each input in turn; see the help text for what it promises.
func runTag(c *cobra.Command, std streams, o tagOptions) error {
	if o.format != "conll" && o.format != "jsonl" {
		return exitError{exitUsage, fmt.Errorf("--format %q: want conll or jsonl", o.format)}
	}
	w := bufio.NewWriterSize(std.out, 64<<10)
	if o.info {
		if _, err := io.WriteString(w, tagger.Default().Header()); err != nil {
			return outputError(err)
		}
		return flushed(w)
	}
	if len(o.paths) == 0 {
		o.paths = []string{"-"}
	}
	t := tagWriter{w: w, jsonl: o.format == "jsonl"}
	code := exitOK
	for file, err := range dump.Files(dump.Paths(o.paths), std.in, dump.Selection{}) {
		if err == nil {
			err = t.file(c.Context(), file)
		}
		if t.failed != nil {
			return outputError(t.failed)
		}
		if c.Context().Err() != nil {
			_ = w.Flush()
			return c.Context().Err()
		}
		if err != nil {
			fmt.Fprintln(std.err, "khabar:", err)
			code = exitUsage
		}
	}
	if err := flushed(w); err != nil {
		return err
	}
	if code != exitOK {
		return exitError{code: code}
	}
	return nil
}

func flushed(w *bufio.Writer) error {
	if err := w.Flush(); err != nil {
		return outputError(err)
	}
	return nil
}

// tagWriter writes the tags of files.
type tagWriter struct {
	w      *bufio.Writer
	jsonl  bool
	tags   []tagger.Tag
	names  []tagger.Name
	failed error // of the output
}

// taggedName is one line of --format jsonl.
type taggedName struct {
	Path     string  `json:"path"`
	Type     string  `json:"type"`
	Text     string  `json:"text"`
	Span     [2]int  `json:"span"`
	Clusters [2]int  `json:"clusters"`
	Margin   float64 `json:"margin"`
}

// file tags the paragraphs of one file.
func (t *tagWriter) file(ctx context.Context, f dump.File) error {
	for p, err := range segment.Units(contextReader{ctx, f}, segment.Paragraphs, lexicon.Default()) {
		if err != nil {
			return fmt.Errorf("%s: %w", f.Path, err)
		}
		d := segment.Plain(p.Text, lexicon.Default())
		t.tags = tagger.Default().Tag(d, t.tags[:0])
		if t.jsonl {
			t.names = tagger.Names(t.tags, t.names[:0])
			at, clusters := 0, p.Clusters.Start
			for _, n := range t.names {
				s := d.SpanOf(n.Range)
				text := p.Text[s.Start:s.End]
				clusters += grapheme.Count(p.Text[at:s.Start])
				end := clusters + grapheme.Count(text)
				t.name(taggedName{f.Path, n.Type.String(), text,
					[2]int{p.Bytes.Start + s.Start, p.Bytes.Start + s.End}, [2]int{clusters, end},
					math.Round(float64(n.Margin)*100) / 100})
				at, clusters = s.End, end
			}
		} else {
			tokens := d.Tokens()
			for _, s := range d.Sentences() {
				for i := s.Tokens.First; i < s.Tokens.End; i++ {
					t.write(p.Text[tokens[i].Start:tokens[i].End], "\t", t.tags[i].Label.String(), "\n")
				}
				t.write("\n")
			}
		}
		if t.failed != nil {
			return nil
		}
	}
	return nil
}

// name writes one line of JSON.
func (t *tagWriter) name(n taggedName) {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(n); err != nil {
		t.failed = err
		return
	}
	t.write(b.String())
}

func (t *tagWriter) write(parts ...string) {
	for _, s := range parts {
		if _, err := t.w.WriteString(s); err != nil {
			t.failed = err
			return
		}
	}
}
