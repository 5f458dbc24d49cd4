package dump

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// File is one open input, read as a stream of bytes.
type File struct {
	Path string // as given or found under a given folder; "-" for standard input
	io.Reader
}

// Files opens every path in turn, for commands that stream text and do not need
// whole articles: a file, every *.txt below a folder in the order of names, or stdin
// for "-". A File is closed when the loop takes the next one. What cannot be opened
// is an *Error, after which the next file follows.
func Files(paths []string, stdin io.Reader) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		for _, p := range paths {
			if p == "-" {
				if !yield(File{"-", stdin}, nil) {
					return
				}
				continue
			}
			found := false
			err := filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
				switch {
				case err != nil:
					found = true
					if !yield(File{}, fileError(path, err)) {
						return errStop
					}
					if d != nil && d.IsDir() {
						return fs.SkipDir
					}
					return nil
				case d.IsDir() || path != p && !strings.EqualFold(filepath.Ext(path), ".txt"):
					return nil
				}
				found = true
				f, err := os.Open(path)
				if err != nil {
					if !yield(File{}, fileError(path, err)) {
						return errStop
					}
					return nil
				}
				defer f.Close()
				if !yield(File{path, f}, nil) {
					return errStop
				}
				return nil
			})
			if err != nil {
				return
			}
			if !found && !yield(File{}, &Error{Path: p, Record: -1, Code: CodeNoInput, Err: errors.New("no *.txt file in this folder")}) {
				return
			}
		}
	}
}

// errStop ends a walk because the caller wants no more.
var errStop = errors.New("stop")
