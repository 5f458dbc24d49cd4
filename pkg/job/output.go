package job

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// file is an output file that gets its name only when it is complete. Until then it
// stands beside it as NAME.partial; a run with a checkpoint leaves that for the next.
//
// What is no plain file (a pipe, a device) is written to as it is.
type file struct {
	path    string
	f       *os.File
	comp    compressor // nil: as it is
	open    bool       // comp has an unfinished member
	special bool       // no plain file
	fresh   int        // bytes written since startWriting
	begun   int64      // bytes of the file that startWriting was asked for
}

// writeEvery is how much is written before the system is asked to put it on the disk.
const writeEvery = 4 << 20

// compressor is what gzip and zstd writers have in common.
type compressor interface {
	io.WriteCloser
	Reset(io.Writer)
}

// partial is the name of an unfinished output. It stands beside the file itself, not
// beside a link to it, which the new file would replace.
func partial(path string) string { return target(path) + ".partial" }

func target(path string) string {
	if p, err := filepath.EvalSymlinks(path); err == nil {
		return p
	}
	return path
}

// create opens the output path. With keep ≥ 0 it goes on with the partial file of an
// earlier run, cut back to that length.
func create(path string, keep int64) (*file, error) {
	o := &file{path: path}
	switch {
	case strings.HasSuffix(path, ".gz"):
		o.comp, _ = gzip.NewWriterLevel(io.Discard, gzip.DefaultCompression)
	case strings.HasSuffix(path, ".zst"), strings.HasSuffix(path, ".zstd"):
		enc, err := zstd.NewWriter(io.Discard, zstd.WithEncoderConcurrency(1))
		if err != nil {
			return nil, err
		}
		o.comp = enc
	case strings.HasSuffix(path, ".bz2"), strings.HasSuffix(path, ".xz"):
		return nil, fmt.Errorf("write %s: output can be compressed as .gz or .zst", path)
	}
	switch info, err := os.Stat(path); {
	case err != nil || info.Mode().IsRegular():
	case info.IsDir():
		return nil, fmt.Errorf("create %s: it is a folder; --out-dir writes into one", path)
	default:
		o.special = true
		if o.f, err = os.OpenFile(path, os.O_WRONLY, 0); err != nil {
			return nil, fmt.Errorf("open %s: %w", path, cause(err))
		}
		return o, nil
	}
	flags := os.O_RDWR | os.O_CREATE
	if keep < 0 {
		flags |= os.O_TRUNC
	}
	f, err := os.OpenFile(partial(path), flags, 0o644)
	if err != nil {
		return nil, fmt.Errorf("create %s: %w", path, cause(err))
	}
	o.f = f
	if keep >= 0 {
		size, err := f.Seek(0, io.SeekEnd)
		if err == nil && size < keep {
			err = fmt.Errorf("it has %d bytes, the checkpoint says %d", size, keep)
		}
		if err == nil {
			err = f.Truncate(keep)
		}
		if err == nil {
			_, err = f.Seek(keep, io.SeekStart)
		}
		if err != nil {
			f.Close()
			return nil, fmt.Errorf("resume %s: %w", partial(path), err)
		}
	}
	return o, nil
}

func (o *file) Write(p []byte) (n int, err error) {
	if o.comp != nil && !o.open {
		o.comp.Reset(o.f)
		o.open = true
	}
	if o.comp != nil {
		n, err = o.comp.Write(p)
	} else {
		n, err = o.f.Write(p)
	}
	if o.fresh += n; o.fresh >= writeEvery && !o.special {
		o.fresh = 0
		if at, serr := o.f.Seek(0, io.SeekCurrent); serr == nil && at > o.begun {
			startWriting(o.f, o.begun, at-o.begun)
			o.begun = at
		}
	}
	return n, err
}

// sync makes everything written durable and returns the length of the file.
func (o *file) sync() (int64, error) {
	if o.open {
		if err := o.comp.Close(); err != nil {
			return 0, err
		}
		o.open = false
	}
	if o.special {
		return 0, nil
	}
	if err := o.f.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return 0, err
	}
	return o.f.Seek(0, io.SeekCurrent)
}

// commit makes the file durable and gives it its name.
func (o *file) commit() error {
	if o.comp != nil && !o.open && !o.special { // an empty output is still a valid compressed file
		if at, err := o.f.Seek(0, io.SeekCurrent); err == nil && at == 0 {
			if _, err := o.Write(nil); err != nil {
				return err
			}
		}
	}
	if _, err := o.sync(); err != nil {
		return fmt.Errorf("write %s: %w", o.path, cause(err))
	}
	if err := o.f.Close(); err != nil {
		return fmt.Errorf("write %s: %w", o.path, cause(err))
	}
	if o.special {
		return nil
	}
	if err := os.Rename(partial(o.path), target(o.path)); err != nil {
		return fmt.Errorf("write %s: %w", o.path, cause(err))
	}
	syncDir(filepath.Dir(target(o.path)))
	return nil
}

// abandon closes the file without giving it its name. The partial file stays only
// where a later run can go on with it.
func (o *file) abandon(keep bool) {
	o.f.Close()
	if !keep && !o.special {
		os.Remove(partial(o.path))
	}
}

// syncDir makes a rename durable; not every file system can.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		d.Close()
	}
}

// cause drops the path that the operating system's error repeats.
func cause(err error) error {
	var pe *os.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	var le *os.LinkError
	if errors.As(err, &le) {
		return le.Err
	}
	return err
}
