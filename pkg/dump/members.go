package dump

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
)

const gzipMagic = "\x1f\x8b"

// memberError is a damaged gzip member. Reading gives it until resume, and then what
// the member behind it holds.
type memberError struct {
	m   *members
	err error
}

func (e *memberError) Error() string { return fmt.Sprintf("damaged gzip member: %v", e.err) }
func (e *memberError) Unwrap() error { return e.err }

// resumed reports whether a read that failed with err can go on behind the damage, and
// if so lets it.
func resumed(err error) bool {
	var e *memberError
	if !errors.As(err, &e) || e.m.bad == nil {
		return false
	}
	e.m.bad = nil
	return true
}

// members reads a gzip file of any number of members. A damaged one costs itself. Web
// archives have a member for each record, and pigz -i and bgzip one for each block.
type members struct {
	src  *bufio.Reader
	z    *gzip.Reader
	open bool // z is inside a member
	lost bool // src is inside a damaged member
	bad  error
}

func newMembers(r io.Reader) (io.Reader, error) {
	src, ok := r.(*bufio.Reader)
	if !ok {
		src = bufio.NewReaderSize(r, peekBytes)
	}
	z, err := gzip.NewReader(src)
	if err != nil {
		return nil, err
	}
	z.Multistream(false)
	return &members{src: src, z: z, open: true}, nil
}

func (m *members) Read(p []byte) (int, error) {
	for {
		if m.bad != nil {
			return 0, m.bad
		}
		if m.lost {
			if err := m.resync(); err != nil {
				return 0, err
			}
			m.lost = false
		}
		if !m.open {
			if _, err := m.src.Peek(1); err != nil {
				return 0, err
			}
			if err := m.z.Reset(m.src); err != nil {
				return 0, m.damaged(err)
			}
			m.z.Multistream(false)
			m.open = true
		}
		n, err := m.z.Read(p)
		switch {
		case errors.Is(err, io.EOF):
			m.open = false
			if n > 0 {
				return n, nil
			}
		case err != nil:
			return n, m.damaged(err)
		case n > 0 || len(p) == 0:
			return n, nil
		}
	}
}

func (m *members) damaged(err error) error {
	m.open, m.lost = false, true
	m.bad = &memberError{m, err}
	return m.bad
}

// resync goes to the next bytes that may open a member.
func (m *members) resync() error {
	for {
		head, err := m.src.Peek(4)
		if len(head) < 4 {
			if err == nil || errors.Is(err, io.EOF) {
				return io.EOF
			}
			return err
		}
		if string(head[:3]) == gzipMagic+"\x08" && head[3]&0xe0 == 0 {
			return nil
		}
		buf, _ := m.src.Peek(m.src.Buffered())
		skip := bytes.Index(buf[1:], []byte(gzipMagic))
		if skip < 0 {
			skip = len(buf) - 2
		}
		if _, err := m.src.Discard(skip + 1); err != nil {
			return err
		}
	}
}
