package dump

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// DefaultMaxBytes is the size over which one article is refused.
const DefaultMaxBytes = 16 << 20

// Options says what to read.
type Options struct {
	Stdin    io.Reader
	MaxBytes int64  // 0: DefaultMaxBytes
	Format   Format // "" and FormatAuto: by content
	Fields   Fields // where the parts of a JSON record stand
}

// Articles reads every path in turn. Each step gives an Article, or an error that is
// an *Error; after an error the next article follows. An empty list of paths reads
// standard input.
func Articles(paths []string, opt Options) iter.Seq2[Article, error] {
	if len(paths) == 0 {
		paths = []string{"-"}
	}
	if opt.MaxBytes == 0 {
		opt.MaxBytes = DefaultMaxBytes
	}
	return func(yield func(Article, error) bool) {
		for _, p := range paths {
			if !readPath(p, opt, yield) {
				return
			}
		}
	}
}

// readPath reads one argument and reports whether to go on.
func readPath(p string, opt Options, yield func(Article, error) bool) bool {
	if p == "-" {
		return readStream("-", opt.Stdin, opt, yield)
	}
	info, err := os.Stat(p)
	if err != nil {
		return yield(Article{}, fileError(p, err))
	}
	if !info.IsDir() {
		return readFile(p, opt, yield)
	}
	found := false
	goOn := true
	// WalkDir goes by name, so the order is the same on every machine.
	_ = filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			found = true
			if goOn = yield(Article{}, fileError(path, err)); !goOn {
				return fs.SkipAll
			}
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() || !strings.EqualFold(filepath.Ext(path), ".txt") {
			return nil
		}
		found = true
		if goOn = readFile(path, opt, yield); !goOn {
			return fs.SkipAll
		}
		return nil
	})
	if goOn && !found {
		return yield(Article{}, &Error{Path: p, Record: -1, Code: CodeNoInput, Err: errors.New("no *.txt file in this folder")})
	}
	return goOn
}

func readFile(path string, opt Options, yield func(Article, error) bool) bool {
	f, err := os.Open(path)
	if err != nil {
		return yield(Article{}, fileError(path, err))
	}
	defer f.Close()
	return readStream(path, f, opt, yield)
}

// readStream peels the compression off r, finds out what container it is, and reads
// its articles.
func readStream(path string, r io.Reader, opt Options, yield func(Article, error) bool) bool {
	br, err := peel(r)
	if err != nil {
		return yield(Article{}, &Error{Path: path, Record: -1, Code: CodeTruncated, Err: fmt.Errorf("decompress: %w", err)})
	}
	format := opt.Format
	if format == "" || format == FormatAuto {
		head, _ := br.Peek(peekBytes)
		format = detect(head)
	}
	switch format {
	case FormatJSONL:
		return readJSONL(path, br, opt, yield)
	case FormatJSON:
		return readJSON(path, br, opt, yield)
	}
	return readText(path, br, opt, yield)
}

// readText reads all of r as one article.
func readText(path string, r io.Reader, opt Options, yield func(Article, error) bool) bool {
	data, err := io.ReadAll(io.LimitReader(r, opt.MaxBytes+1))
	if err != nil {
		var pe *fs.PathError
		if errors.As(err, &pe) {
			return yield(Article{}, fileError(path, err))
		}
		return yield(Article{}, &Error{Path: path, Record: 0, Offset: int64(len(data)), Code: CodeTruncated, Err: err, Head: string(data[:min(len(data), headBytes)])})
	}
	if int64(len(data)) > opt.MaxBytes {
		return yield(Article{}, &Error{Path: path, Record: 0, Code: CodeTooLarge, Err: fmt.Errorf("article is over %d bytes", opt.MaxBytes), Head: string(data[:headBytes])})
	}
	return yield(Article{Path: path, End: int64(len(data)), payload: data, load: loadText}, nil)
}

// fileError wraps what the operating system said, without naming the path twice.
func fileError(path string, err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return &Error{Path: path, Record: -1, Code: CodeOpen, Err: err}
}
