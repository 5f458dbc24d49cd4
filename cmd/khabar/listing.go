package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"khabar/pkg/dump"
	"khabar/pkg/listing"
)

// listingFlags are the flags that `khabar dates` and `khabar numbers` share.
type listingFlags struct {
	format   string
	replace  bool
	lexicons lexiconFlags
}

func (o *listingFlags) add(f *pflag.FlagSet) {
	f.StringVarP(&o.format, "format", "f", listing.Formats[0], "output format: "+strings.Join(listing.Formats, " or "))
	f.BoolVar(&o.replace, "replace", false, "print the text again, each item replaced by its value")
	o.lexicons.add(f)
}

// runListing prints what find returns for each input in turn: find gets the path, so
// that it can look at the name. blocks says which parts of a text find needs to see;
// nil is all of it.
func runListing(c *cobra.Command, std streams, paths []string, o listingFlags, columns []string, blocks listing.Blocks, find func(path string) listing.Finder) error {
	if o.replace && c.Flags().Changed("format") {
		return exitError{exitUsage, errors.New("--replace prints the text: it has no --format")}
	}
	lx, _, err := o.lexicons.load()
	if err != nil {
		return exitError{exitUsage, err}
	}
	l, err := listing.New(std.out, listing.Options{Columns: columns, Blocks: blocks, Format: o.format, Replace: o.replace, Lexicon: lx})
	if err != nil {
		return exitError{exitUsage, fmt.Errorf("--%w", err)}
	}
	return eachFile(c.Context(), std, paths, l, func(f dump.File) (failed, err error) {
		if err = l.File(f.Path, contextReader{c.Context(), f}, find(f.Path)); err != nil {
			err = fmt.Errorf("%s: %w", named(f.Path), err)
		}
		return l.Failed(), err
	})
}
