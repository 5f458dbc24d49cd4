package main

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"khabar/pkg/score"
)

func newEval(std streams) *cobra.Command {
	c := &cobra.Command{
		Use:   "eval",
		Short: "Measure the extractors on annotated cases",
		Long:  `Measure the extractors on annotated cases. Every figure is printed with its n.`,
		Args:  noArgs,
		RunE:  func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(newEvalArticles(std), newEvalQuotes(std), newEvalNames(std), newEvalPlaces(std))
	return c
}

func newEvalArticles(std streams) *cobra.Command {
	var misses bool
	var folder string
	c := &cobra.Command{
		Use:   "articles GOLD_DIR",
		Short: "Score extract on annotated articles, field by field",
		Long: `Extract the articles that GOLD_DIR annotates (one ID.json each; testdata/gold/README.md
documents the format) and compare the records with the annotation. Lists are scored by
precision, recall and F1, values by the share that is right among what was found.`,
		Example: `  # the shipped articles
  khabar eval articles testdata/gold --articles testdata/articles

  # what went wrong, one line each
  khabar eval articles testdata/gold --articles testdata/articles --misses`,
		Args: oneArg("GOLD_DIR"),
		RunE: func(_ *cobra.Command, args []string) error {
			if folder == "" {
				folder = args[0]
			}
			s, err := score.ArticleFolder(os.DirFS(args[0]), os.DirFS(folder))
			if err != nil {
				return exitError{exitUsage, fmt.Errorf("%s: %w", args[0], err)}
			}
			return printScores(std.out, s, s.Misses, misses)
		},
	}
	c.Flags().BoolVar(&misses, "misses", false, "print each difference instead of the table")
	c.Flags().StringVar(&folder, "articles", "", "`DIR` of the texts ID.txt (default GOLD_DIR)")
	return c
}

func newEvalQuotes(std streams) *cobra.Command {
	var misses bool
	c := &cobra.Command{
		Use:   "quotes FILE|-",
		Short: "Score quotes: cue, source and content, exact and by overlap",
		Long: `Score the quotes on a set of annotated texts (JSON Lines; testdata/quotes/README.md
documents the format and ships one of some hundreds).

Precision, recall and F1 are given for the spans of the cue (कहा), the source (रमेश वर्मा) and
the content, exact (same bytes) and by overlap (each span counts with the share of it
that its partner covers), then the share of right speakers, kinds and acts among the
quotes whose content was found, and the cases of each construction that came out right
in every respect.`,
		Example: `  # the shipped set
  khabar eval quotes testdata/quotes/quotes.jsonl

  # what went wrong, one line each
  khabar eval quotes --misses testdata/quotes/quotes.jsonl`,
		Args: oneArg("FILE|-"),
		RunE: func(_ *cobra.Command, args []string) error {
			in := std.in
			if args[0] != "-" {
				f, err := os.Open(args[0])
				if err != nil {
					return exitError{exitUsage, err}
				}
				defer f.Close()
				in = f
			}
			cases, err := score.ReadQuotes(in)
			if err != nil {
				return exitError{exitUsage, fmt.Errorf("%s: %w", args[0], err)}
			}
			s := score.Quotes(cases, score.FindQuotes)
			return printScores(std.out, &s, s.Misses, misses)
		},
	}
	c.Flags().BoolVar(&misses, "misses", false, "print each difference instead of the table")
	return c
}

// scores is a table that can be printed.
type scores interface{ Write(io.Writer) }

// printScores prints the table, or each difference on a line.
func printScores(w io.Writer, s scores, misses []string, only bool) error {
	b := bufio.NewWriter(w)
	if only {
		for _, m := range misses {
			fmt.Fprintln(b, m)
		}
	} else {
		s.Write(b)
	}
	if err := b.Flush(); err != nil {
		return outputError(err)
	}
	return nil
}

// openArg opens the file of a command's one argument, - for standard input.
func openArg(std streams, name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(std.in), nil
	}
	return os.Open(name)
}

func newEvalNames(std streams) *cobra.Command {
	var misses bool
	var tail float64
	c := &cobra.Command{
		Use:   "names FILE.conll|-",
		Short: "Score people, places and organisations on tagged sentences",
		Long: `Run the whole extraction over each sentence of a CoNLL file (a word, a tab and its IOB2
tag a line; PERSON, LOCATION, ORGANIZATION or PER, LOC, ORG) and score the mentions of
people, places and organisations: exact, the same bytes, and overlap, bytes in common.
Sentences stand alone, without the rest of their article.`,
		Example: `  # the last fifth of a corpus
  khabar eval names --tail 0.2 hiner_train.conll`,
		Args: oneArg("FILE.conll|-"),
		RunE: func(_ *cobra.Command, args []string) error {
			if tail <= 0 || tail > 1 {
				return exitError{exitUsage, fmt.Errorf("--tail %v: want a share over 0 and up to 1", tail)}
			}
			f, err := openArg(std, args[0])
			if err != nil {
				return exitError{exitUsage, err}
			}
			defer f.Close()
			list, err := score.ReadTagged(f)
			if err != nil {
				return exitError{exitUsage, fmt.Errorf("%s: %w", args[0], err)}
			}
			s := score.Names(list[len(list)-int(tail*float64(len(list))):])
			return printScores(std.out, s, s.Misses, misses)
		},
	}
	c.Flags().Float64Var(&tail, "tail", 1, "only the last `SHARE` of the sentences")
	c.Flags().BoolVar(&misses, "misses", false, "print each difference instead of the table")
	return c
}

func newEvalPlaces(std streams) *cobra.Command {
	var misses bool
	var label string
	c := &cobra.Command{
		Use:   "places FILE.jsonl|-",
		Short: "How many marked places the reported ones cover",
		Long: `Extract texts in which places are marked (JSON Lines of {"text","spans":[[start,end,label,…]]},
positions in code points, as in the EDNIL shared task) and count the spans that a reported
place covers. A span counts as named where it holds a name of the gazetteer that is
neither an ordinary word nor a person's name; spans that only describe a place are not
counted.`,
		Example: `  khabar eval places ednil_train.jsonl`,
		Args:    oneArg("FILE.jsonl|-"),
		RunE: func(_ *cobra.Command, args []string) error {
			f, err := openArg(std, args[0])
			if err != nil {
				return exitError{exitUsage, err}
			}
			defer f.Close()
			s, err := score.PlaceCoverage(f, label)
			if err != nil {
				return exitError{exitUsage, fmt.Errorf("%s: %w", args[0], err)}
			}
			return printScores(std.out, s, s.Misses, misses)
		},
	}
	c.Flags().StringVar(&label, "label", "PLACE-ARG", "the `LABEL` of places")
	c.Flags().BoolVar(&misses, "misses", false, "print each span that was missed")
	return c
}
