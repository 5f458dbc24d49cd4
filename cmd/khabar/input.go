package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"khabar/pkg/dump"
)

// inputFlags say what the input is and where its parts stand; every command that
// reads dumps has them.
type inputFlags struct {
	format string
	preset string
	fields dump.Fields
	sel    dump.Selection
	list   string
	nul    bool
	max    int64
}

func (o *inputFlags) add(f *pflag.FlagSet) {
	f.StringVar(&o.format, "input-format", string(dump.FormatAuto), "what the input is: "+strings.Join(dump.Formats, ", "))
	f.StringVar(&o.fields.Text, "text-field", "", "`NAME` of the field or column that holds the article (default text, content, body, …); a.b goes into objects")
	f.StringVar(&o.fields.ID, "id-field", "", "`NAME` of the field with the record's id")
	f.StringVar(&o.fields.Date, "date-field", "", "`NAME` of the field with the record's date")
	f.StringVar(&o.fields.URL, "url-field", "", "`NAME` of the field with the address")
	f.StringVar(&o.fields.Title, "title-field", "", "`NAME` of the field with the title")
	f.StringVar(&o.preset, "preset", "", "field names of a corpus: "+strings.Join(presets(), ", "))
	f.StringSliceVar(&o.fields.Keep, "keep", nil, "pass these input `fields` through as \"input\", or all")
	f.StringSliceVar(&o.sel.Include, "include", nil, "folders: read files that match these `globs` (default *.txt)")
	f.StringSliceVar(&o.sel.Exclude, "exclude", nil, "folders: pass over files that match these `globs`")
	f.StringVar(&o.list, "files-from", "", "read the paths from `FILE`, one a line (-: standard input)")
	f.BoolVarP(&o.nul, "null", "0", false, "--files-from: paths end in NUL")
	f.Int64Var(&o.max, "max-bytes", dump.DefaultMaxBytes, "refuse articles over this many bytes")
}

// paths returns the inputs: those of --files-from, else the arguments.
func (o *inputFlags) paths(args []string, stdin io.Reader) iter.Seq2[string, error] {
	if o.list != "" {
		return dump.PathsFrom(o.list, stdin, o.nul)
	}
	return dump.Paths(args)
}

// size returns how many bytes the inputs have on disk, 0 where that cannot be told.
func (o *inputFlags) size(args []string) int64 {
	if o.list != "" {
		return 0
	}
	return dump.Size(args, o.sel)
}

func presets() []string { return slices.Sorted(maps.Keys(dump.Presets)) }

// options returns the reading options that the flags ask for; args are the paths of the
// command line.
func (o *inputFlags) options(args []string) (dump.Options, error) {
	switch {
	case o.list != "" && len(args) > 0:
		return dump.Options{}, fmt.Errorf("--files-from %s and %q exclude each other: put all paths into the list", o.list, args[0])
	case o.nul && o.list == "":
		return dump.Options{}, errors.New("-0 says how the paths in --files-from end: give that too")
	case o.max <= 0:
		return dump.Options{}, fmt.Errorf("--max-bytes %d: want a positive number", o.max)
	}
	if !slices.Contains(dump.Formats, o.format) {
		return dump.Options{}, fmt.Errorf("unknown input format %q: use one of %s", o.format, strings.Join(dump.Formats, ", "))
	}
	fields := o.fields
	if o.preset != "" {
		p, ok := dump.Presets[o.preset]
		if !ok {
			return dump.Options{}, fmt.Errorf("unknown preset %q: use one of %s", o.preset, strings.Join(presets(), ", "))
		}
		// A name given by hand goes before the preset's.
		fields.Text = cmp.Or(fields.Text, p.Text)
		fields.ID = cmp.Or(fields.ID, p.ID)
		fields.Date = cmp.Or(fields.Date, p.Date)
		fields.URL = cmp.Or(fields.URL, p.URL)
		fields.Title = cmp.Or(fields.Title, p.Title)
	}
	if err := o.sel.Check(); err != nil {
		return dump.Options{}, err
	}
	return dump.Options{Format: dump.Format(o.format), Fields: fields, Select: o.sel, MaxBytes: o.max}, nil
}

// named is what messages call the input path.
func named(path string) string {
	if path == "-" {
		return "standard input"
	}
	return path
}

// flusher is an output that gathers before it writes.
type flusher interface{ Flush() error }

// eachFile runs do over every input of a command that streams text, and flushes w. do
// returns a failed write and a failed read apart: the first ends the command, the second
// is named on standard error and the next input follows.
func eachFile(ctx context.Context, std streams, paths []string, w flusher, do func(dump.File) (failed, err error)) error {
	code := exitOK
	for file, err := range dump.Files(dump.Paths(paths), std.in, dump.Selection{}) {
		var failed error
		if err == nil {
			var text io.Reader
			if text, err = dump.Text(file.Reader); err != nil {
				err = fmt.Errorf("%s: %w", named(file.Path), err)
			} else {
				file.Reader = text
				failed, err = do(file)
			}
		}
		if failed != nil {
			return outputError(failed)
		}
		if ctx.Err() != nil {
			_ = w.Flush()
			return ctx.Err()
		}
		if err != nil {
			fmt.Fprintln(std.err, "khabar:", err)
			code = exitUsage
		}
	}
	if err := w.Flush(); err != nil {
		return outputError(err)
	}
	if code != exitOK {
		return exitError{code: code}
	}
	return nil
}
