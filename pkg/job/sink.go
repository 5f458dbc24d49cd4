package job

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"khabar/pkg/dump"
	"khabar/pkg/encode"
)

// flushBytes is how much output is gathered before a write.
const flushBytes = 64 << 10

// sink takes encoded records in order.
type sink interface {
	record(a *dump.Article, p encode.Piece) error
	// sync makes everything durable and returns how much of the output that is.
	sync() (int64, error)
	// between reports whether a checkpoint can stand before the article a.
	between(a *dump.Article) bool
	end() error    // writes what closes the output
	commit() error // gives it its name; end has been called
	abandon(keep bool)
}

// stream writes to a given writer, as standard output.
type stream struct{ w *encode.Writer }

func (s stream) record(_ *dump.Article, p encode.Piece) error { return s.w.Put(p) }
func (s stream) sync() (int64, error)                         { return 0, s.w.Flush() }
func (s stream) between(*dump.Article) bool                   { return true }
func (s stream) end() error                                   { return s.w.Close() }
func (s stream) commit() error                                { return nil }
func (s stream) abandon(bool)                                 { _ = s.w.Flush() } // whole records only

// single writes one file.
type single struct {
	f *file
	w *encode.Writer
}

func newSingle(path string, e *encode.Encoder, keep int64) (*single, error) {
	f, err := create(path, keep)
	if err != nil {
		return nil, err
	}
	return &single{f, writerOn(f, e, keep > 0)}, nil
}

// writerOn returns a Writer on f; one that goes on after a checkpoint has its header
// already.
func writerOn(w io.Writer, e *encode.Encoder, resumed bool) *encode.Writer {
	if resumed {
		return encode.Resume(w, e, flushBytes)
	}
	return encode.NewWriter(w, e, flushBytes)
}

func (s *single) record(_ *dump.Article, p encode.Piece) error { return s.w.Put(p) }

func (s *single) sync() (int64, error) {
	if err := s.w.Flush(); err != nil {
		return 0, err
	}
	return s.f.sync()
}

func (s *single) between(*dump.Article) bool { return true }
func (s *single) end() error                 { return s.w.Close() }
func (s *single) commit() error              { return s.f.commit() }

func (s *single) abandon(keep bool) { s.f.abandon(keep) }

// tree writes one file per input file, in a folder that mirrors the input's.
type tree struct {
	dir    string
	suffix string
	e      *encode.Encoder
	input  string // the input file that cur belongs to
	cur    *single
	done   map[string]string // output name → input file, of this run
}

func newTree(dir, suffix string, e *encode.Encoder) (*tree, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("create %s: %w", dir, cause(err))
	}
	return &tree{dir: dir, suffix: suffix, e: e, done: make(map[string]string)}, nil
}

// name returns the output file for an input file: its path below the folder that was
// given, else its base name, with the format's suffix behind it.
func (t *tree) name(a *dump.Article) string {
	rel := filepath.Base(a.Path)
	if a.Path == "-" {
		rel = "stdin"
	} else if a.Root != "" {
		if r, err := filepath.Rel(a.Root, a.Path); err == nil {
			rel = r
		}
	}
	return filepath.Join(t.dir, rel+t.suffix)
}

func (t *tree) record(a *dump.Article, p encode.Piece) error {
	if err := t.turn(a); err != nil {
		return err
	}
	return t.cur.record(a, p)
}

// turn ends the file of the last input and opens that of the next.
func (t *tree) turn(a *dump.Article) error {
	if t.cur != nil && t.input == a.Path {
		return nil
	}
	if err := t.close(); err != nil {
		return err
	}
	name := t.name(a)
	if other, ok := t.done[name]; ok && other != a.Path {
		return fmt.Errorf("--out-dir: %s and %s would both be written to %s", other, a.Path, name)
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return fmt.Errorf("create %s: %w", filepath.Dir(name), cause(err))
	}
	cur, err := newSingle(name, t.e, -1)
	if err != nil {
		return err
	}
	t.done[name] = a.Path
	t.cur, t.input = cur, a.Path
	return nil
}

func (t *tree) close() error {
	if t.cur == nil {
		return nil
	}
	cur := t.cur
	t.cur = nil
	err := cur.end()
	if err == nil {
		err = cur.commit()
	}
	if err != nil {
		cur.abandon(false)
		return err
	}
	return nil
}

func (t *tree) sync() (int64, error) { return 0, t.close() }

// between: a checkpoint inside an input file would cut its output in two.
func (t *tree) between(a *dump.Article) bool { return t.input != a.Path }
func (t *tree) end() error                   { return t.close() }
func (t *tree) commit() error                { return nil }
func (t *tree) abandon(bool) {
	if t.cur != nil {
		t.cur.abandon(false)
		t.cur = nil
	}
}
