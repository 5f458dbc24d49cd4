package dump

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync/atomic"
)

// File is one open input, read as a stream of bytes.
type File struct {
	Path string // as given or found under a given folder; "-" for standard input
	Root string // the folder given, under which Path was found; "" for a file given itself
	io.Reader
}

// Selection says which files of a folder are read. A pattern without a slash is
// matched with the file's name, one with a slash with its path below the folder.
type Selection struct {
	Include []string // none: *.txt
	Exclude []string
}

// Check reports a malformed pattern.
func (s Selection) Check() error {
	for _, p := range append(append([]string{}, s.Include...), s.Exclude...) {
		if _, err := path.Match(p, "x"); err != nil {
			return fmt.Errorf("pattern %q: %w", p, err)
		}
	}
	return nil
}

// takes reports whether the file at rel, a slash-separated path below the folder, is
// read.
func (s Selection) takes(rel string) bool {
	for _, p := range s.Exclude {
		if matches(p, rel) {
			return false
		}
	}
	if len(s.Include) == 0 {
		return strings.EqualFold(path.Ext(rel), ".txt")
	}
	for _, p := range s.Include {
		if matches(p, rel) {
			return true
		}
	}
	return false
}

func matches(pattern, rel string) bool {
	name := rel
	if !strings.Contains(pattern, "/") {
		name = path.Base(rel)
	}
	ok, _ := path.Match(pattern, name)
	return ok
}

// errStop ends a walk because the caller has had enough.
var errStop = errors.New("stop")

// Files opens every path in turn: a file, the files below a folder that sel takes in
// the order of names, the files that a quoted glob names, or stdin for "-". A File is
// closed when the loop takes the next one. What cannot be opened is an *Error, after
// which the next file follows.
func Files(paths iter.Seq2[string, error], stdin io.Reader, sel Selection) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		for p, err := range paths {
			if err != nil {
				if !yield(File{}, err) {
					return
				}
				continue
			}
			if !filesAt(p, stdin, sel, yield) {
				return
			}
		}
	}
}

// filesAt opens what one argument names and reports whether to go on.
func filesAt(p string, stdin io.Reader, sel Selection, yield func(File, error) bool) bool {
	if p == "-" {
		return yield(File{Path: "-", Reader: stdin}, nil)
	}
	info, err := os.Stat(p)
	if err != nil {
		if list, gerr := filepath.Glob(p); gerr == nil && len(list) > 0 && errors.Is(err, fs.ErrNotExist) {
			for _, q := range list {
				if !filesAt(q, stdin, sel, yield) {
					return false
				}
			}
			return true
		}
		return yield(File{}, fileError(p, err))
	}
	if !info.IsDir() {
		return openFile(p, "", yield)
	}
	found := false
	// WalkDir goes by name, so the order is the same on every machine.
	err = filepath.WalkDir(p, func(q string, d fs.DirEntry, err error) error {
		if err != nil {
			found = true
			if !yield(File{}, fileError(q, err)) {
				return errStop
			}
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		rel, _ := filepath.Rel(p, q)
		if d.IsDir() || !sel.takes(filepath.ToSlash(rel)) {
			return nil
		}
		if special(q, d) {
			return nil // a pipe would be waited for without end
		}
		found = true
		if !openFile(q, p, yield) {
			return errStop
		}
		return nil
	})
	if errors.Is(err, errStop) {
		return false
	}
	if !found {
		what := "no *.txt file in this folder"
		if len(sel.Include)+len(sel.Exclude) > 0 {
			what = "no file in this folder matches"
		}
		return yield(File{}, &Error{Path: p, Record: -1, Code: CodeNoInput, Err: errors.New(what)})
	}
	return true
}

// special reports whether a file of a folder is a pipe, a device or a socket, or a link to one.
func special(path string, d fs.DirEntry) bool {
	mode := d.Type()
	if mode&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		if err != nil {
			return false // opening it tells
		}
		mode = info.Mode()
	}
	return mode&(fs.ModeNamedPipe|fs.ModeDevice|fs.ModeSocket) != 0
}

func openFile(p, root string, yield func(File, error) bool) bool {
	f, err := os.Open(p)
	if err != nil {
		return yield(File{}, fileError(p, err))
	}
	defer f.Close()
	return yield(File{p, root, f}, nil)
}

// Paths yields the given paths; none stands for standard input.
func Paths(list []string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		if len(list) == 0 {
			yield("-", nil)
			return
		}
		for _, p := range list {
			if !yield(p, nil) {
				return
			}
		}
	}
}

// PathsFrom yields the paths that the file name lists ("-": stdin), one a line, or
// ended by NUL where nul is set. Blank lines are passed over.
func PathsFrom(name string, stdin io.Reader, nul bool) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		in := stdin
		if name != "-" {
			f, err := os.Open(name)
			if err != nil {
				yield("", fileError(name, err))
				return
			}
			defer f.Close()
			in = f
		}
		end := byte('\n')
		if nul {
			end = 0
		}
		r := bufio.NewReader(in)
		for {
			s, err := r.ReadString(end)
			s = strings.TrimSuffix(s, string(end))
			if !nul {
				s = strings.TrimSuffix(s, "\r")
			}
			if s != "" && !yield(s, nil) {
				return
			}
			if err != nil {
				if !errors.Is(err, io.EOF) {
					yield("", fileError(name, err))
				}
				return
			}
		}
	}
}

// fileError wraps what the operating system said, without naming the path twice.
func fileError(path string, err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return &Error{Path: path, Record: -1, Code: CodeOpen, Err: err}
}

// readCode is the code of an error in the middle of a file: the disk's, or that of the
// compression.
func readCode(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return CodeOpen
	}
	return CodeTruncated
}

// Size returns how many bytes the files have that Files would open, 0 where one of them
// is standard input or no plain file.
func Size(paths []string, sel Selection) int64 {
	total := int64(0)
	for _, p := range paths {
		list := []string{p}
		if _, err := os.Stat(p); err != nil {
			list, _ = filepath.Glob(p)
		}
		for _, q := range list {
			err := filepath.WalkDir(q, func(name string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() {
					return nil
				}
				if rel, _ := filepath.Rel(q, name); name != q && !sel.takes(filepath.ToSlash(rel)) {
					return nil
				}
				info, err := os.Stat(name)
				if err != nil || !info.Mode().IsRegular() {
					return errStop
				}
				total += info.Size()
				return nil
			})
			if err != nil {
				return 0
			}
		}
		if p == "-" {
			return 0
		}
	}
	return total
}

// counted counts what is read.
type counted struct {
	io.Reader
	n *atomic.Int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n.Add(int64(n))
	return n, err
}

// countedAt counts what is read of a file that is read at any place.
type countedAt struct {
	atReader
	n *atomic.Int64
}

func (c countedAt) ReadAt(p []byte, off int64) (int, error) {
	n, err := c.atReader.ReadAt(p, off)
	c.n.Add(int64(n))
	return n, err
}
