package main

import (
	"bufio"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"khabar/pkg/score"
)

func newEval(io streams) *cobra.Command {
	c := &cobra.Command{
		Use:   "eval",
		Short: "Measure the extractors on annotated cases",
		Long:  `Measure the extractors on annotated cases. Every figure is printed with its n.`,
		Args:  cobra.NoArgs,
		RunE:  func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(newEvalArticles(io), newEvalQuotes(io))
	return c
}

func newEvalArticles(io streams) *cobra.Command {
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
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if folder == "" {
				folder = args[0]
			}
			s, err := score.ArticleFolder(args[0], folder)
			if err != nil {
				return exitError{exitUsage, err}
			}
			w := bufio.NewWriter(io.out)
			if misses {
				for _, m := range s.Misses {
					fmt.Fprintln(w, m)
				}
			} else {
				s.Write(w)
			}
			if err := w.Flush(); err != nil {
				return outputError(err)
			}
			return nil
		},
	}
	c.Flags().BoolVar(&misses, "misses", false, "print each difference instead of the table")
	c.Flags().StringVar(&folder, "articles", "", "`DIR` of the texts ID.txt (default GOLD_DIR)")
	return c
}

func newEvalQuotes(io streams) *cobra.Command {
	var misses bool
	c := &cobra.Command{
		Use:   "quotes FILE|-",
		Short: "Score quotes: cue, source and content, exact and by overlap",
		Long: `Score the quotes on a set of annotated texts (JSON Lines; testdata/quotes/README.md
documents the format and ships one of 464 texts).

Precision, recall and F1 are given for the spans of the cue (कहा), the source (रमेश वर्मा) and
the content, exact (same bytes) and by overlap (each span counts with the share of it
that its partner covers), then the share of right speakers, kinds and acts among the
quotes whose content was found, and the cases of each construction that came out right
in every respect.`,
		Example: `  # the shipped set
  khabar eval quotes testdata/quotes/quotes.jsonl

  # what went wrong, one line each
  khabar eval quotes --misses testdata/quotes/quotes.jsonl`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			in := io.in
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
			w := bufio.NewWriter(io.out)
			if misses {
				for _, m := range s.Misses {
					fmt.Fprintln(w, m)
				}
			} else {
				s.Write(w)
			}
			if err := w.Flush(); err != nil {
				return outputError(err)
			}
			return nil
		},
	}
	c.Flags().BoolVar(&misses, "misses", false, "print each difference instead of the table")
	return c
}
