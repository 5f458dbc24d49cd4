package main

import (
	"cmp"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"khabar/pkg/dump"
	"khabar/pkg/lexicon"
	"khabar/pkg/listing"
	"khabar/pkg/tagger"
)

// tagOptions are the flags of `khabar tag`.
type tagOptions struct {
	paths    []string
	format   string
	info     bool
	lexicons lexiconFlags
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
          margin is how sure the model is, in nats (0 is even odds, 3 about twenty to one)

The people, organizations and places of --lexicon are tagged wherever they stand, whatever
the model sees; their margin is null.`,
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
	o.lexicons.add(f)
	f.BoolVar(&o.info, "model-info", false, "print the provenance of the model and stop")
	choices(c, "format", "conll", "jsonl")
	return c
}

// runTag tags each input in turn; see the help text for what it promises.
func runTag(c *cobra.Command, std streams, o tagOptions) error {
	if o.format != "conll" && o.format != "jsonl" {
		return exitError{exitUsage, fmt.Errorf("--format %q: want conll or jsonl", o.format)}
	}
	if o.info {
		if _, err := io.WriteString(std.out, tagger.Default().Header()); err != nil {
			return outputError(err)
		}
		return nil
	}
	lx, gaz, err := o.lexicons.load()
	if err != nil {
		return exitError{exitUsage, err}
	}
	t := listing.NewTags(std.out, o.format == "jsonl", cmp.Or(lx, lexicon.Default()), gaz)
	return eachFile(c.Context(), std, o.paths, t, func(f dump.File) (failed, err error) {
		if err = t.File(f.Path, contextReader{c.Context(), f}); err != nil {
			err = fmt.Errorf("%s: %w", named(f.Path), err)
		}
		return t.Failed(), err
	})
}
