package dump

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"sync/atomic"
)

// DefaultMaxBytes is the size over which one article is refused.
const DefaultMaxBytes = 16 << 20

// Options says what to read.
type Options struct {
	Stdin    io.Reader
	MaxBytes int64  // 0: DefaultMaxBytes
	Format   Format // "" and FormatAuto: by content
	Fields   Fields // where the parts of a JSON or CSV record stand
	Select   Selection
	// BlankLines makes a blank line of JSON Lines a failure, so that every line of the
	// input gives an article or an error.
	BlankLines bool
	// Count, where it is not nil, is told how many bytes were read of the files as they
	// lie on disk.
	Count *atomic.Int64
}

// Articles reads the articles of every path in turn. Each step gives an Article, or an
// error that is an *Error; after an error the next article follows.
func Articles(paths iter.Seq2[string, error], opt Options) iter.Seq2[Article, error] {
	if opt.MaxBytes == 0 {
		opt.MaxBytes = DefaultMaxBytes
	}
	return func(yield func(Article, error) bool) {
		for f, err := range Files(paths, opt.Stdin, opt.Select) {
			if err != nil {
				if !yield(Article{}, err) {
					return
				}
				continue
			}
			if opt.Count != nil {
				f.Reader = &counted{f.Reader, opt.Count}
			}
			emit := func(a Article, err error) bool {
				a.Root = f.Root
				return yield(a, err)
			}
			if !readStream(f.Path, f.Reader, opt, emit) {
				return
			}
		}
	}
}

// readStream peels the compression off r, finds out what container it is, and reads
// its articles.
func readStream(path string, r io.Reader, opt Options, yield func(Article, error) bool) bool {
	br, err := peel(r)
	if err != nil {
		return yield(Article{}, &Error{Path: path, Record: -1, Code: CodeTruncated, Err: fmt.Errorf("decompress: %w", err)})
	}
	format := opt.Format
	recoded := br
	if little, ok := sniffUTF16(arrived(br)); ok {
		// tables and JSON, as spreadsheets save them; texts tell of it (WarnUTF16)
		recoded = bufio.NewReaderSize(recode(br, little), peekBytes)
	}
	if format == "" || format == FormatAuto {
		head, _ := br.Peek(peekBytes)
		if recoded != br {
			little, _ := sniffUTF16(head)
			head = []byte(decodeUTF16(head, little))
		}
		format = detect(head, opt.Fields)
		if n := named(path); format == FormatText && n != "" && len(bytes.TrimSpace(head)) > 0 {
			format = n
		}
	}
	switch format {
	case FormatJSONL:
		return readJSONL(path, recoded, opt, yield)
	case FormatJSON:
		return readJSON(path, recoded, opt, yield)
	case FormatCSV:
		return readCSV(path, recoded, opt, yield)
	case FormatTSV:
		return readTSV(path, recoded, opt, yield)
	case FormatWARC:
		return readWARC(path, br, opt, yield)
	case FormatHTML:
		return readWhole(path, br, opt, Article{load: opt.loadHTML}, yield)
	case FormatParquet:
		return readParquet(path, r, opt, yield)
	}
	return readWhole(path, br, opt, Article{Plain: true, load: loadText}, yield)
}

// readWhole reads all of r as one article, a.
func readWhole(path string, r io.Reader, opt Options, a Article, yield func(Article, error) bool) bool {
	var data []byte
	var err error
	for buf := make([]byte, peekBytes); err == nil && int64(len(data)) <= opt.MaxBytes; {
		var n int
		n, err = r.Read(buf)
		data = extend(data, buf[:n], opt.MaxBytes)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		var pe *fs.PathError
		if errors.As(err, &pe) {
			return yield(Article{}, fileError(path, err))
		}
		return yield(Article{}, &Error{Path: path, Record: 0, Offset: int64(len(data)), Code: readCode(err), Err: err, Head: string(data[:min(len(data), headBytes)])})
	}
	if int64(len(data)) > opt.MaxBytes {
		return yield(Article{}, &Error{Path: path, Record: 0, Code: CodeTooLarge, Err: fmt.Errorf("article is over %d bytes", opt.MaxBytes), Head: string(data[:min(len(data), headBytes)])})
	}
	a.Path, a.End, a.payload = path, int64(len(data)), data
	return yield(a, nil)
}
