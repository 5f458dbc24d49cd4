package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"khabar/pkg/dump"
	"khabar/pkg/listing"
)

// listingFlags are the flags that `khabar dates` and `khabar numbers` share.
type listingFlags struct {
	format  string
	replace bool
}

func (o *listingFlags) add(f *pflag.FlagSet) {
	f.StringVarP(&o.format, "format", "f", listing.Formats[0], "output format: "+strings.Join(listing.Formats, " or "))
	f.BoolVar(&o.replace, "replace", false, "print the text again, each item replaced by its value")
}

// runListing prints what find returns for each input in turn: find gets the path, so
// that it can look at the name. blocks says which parts of a text find needs to see;
// nil is all of it.
func runListing(c *cobra.Command, std streams, paths []string, o listingFlags, columns []string, blocks listing.Blocks, find func(path string) listing.Finder) error {
	l, err := listing.New(std.out, listing.Options{Columns: columns, Blocks: blocks, Format: o.format, Replace: o.replace})
	if err != nil {
		return exitError{exitUsage, fmt.Errorf("--%w", err)}
	}
	if len(paths) == 0 {
		paths = []string{"-"}
	}
	code := exitOK
	for file, err := range dump.Files(dump.Paths(paths), std.in, dump.Selection{}) {
		if err == nil {
			if err = l.File(file.Path, contextReader{c.Context(), file}, find(file.Path)); err != nil {
				err = fmt.Errorf("%s: %w", file.Path, err)
			}
		}
		if l.Failed() != nil {
			return outputError(l.Failed())
		}
		if c.Context().Err() != nil {
			_ = l.Flush()
			return c.Context().Err()
		}
		if err != nil {
			fmt.Fprintln(std.err, "khabar:", err)
			code = exitUsage
		}
	}
	if err := l.Flush(); err != nil {
		return outputError(err)
	}
	if code != exitOK {
		return exitError{code: code}
	}
	return nil
}
