package dump

import (
	"bufio"
	"errors"
	"io"

	"github.com/klauspost/compress/gzip"
)

const gzipMagic = "\x1f\x8b"

// members unpacks gzip. Web archives have a member for each record, and pigz -i and bgzip
// one for each block.
type members struct {
	*source
	src  *bufio.Reader // on source; gzip is fast on this type only
	z    *gzip.Reader
	open bool // z is inside a member
}

func newMembers(r io.Reader) (io.Reader, error) {
	m := &members{source: newSource(r, gzipMagic, window)}
	m.src = bufio.NewReaderSize(m.source, peekBytes)
	z, err := gzip.NewReader(m.src)
	if err != nil {
		return nil, err
	}
	z.Multistream(false)
	m.z, m.open = z, true
	return &units{unpacker: m, what: "gzip member"}, nil
}

func (m *members) told(error) bool { return false }
func (m *members) failed() error   { return m.err }

func (m *members) Read(p []byte) (int, error) {
	for {
		if !m.open {
			if _, err := m.src.Peek(1); err != nil {
				return 0, err
			}
			m.start = m.pos() - int64(m.src.Buffered())
			if err := m.z.Reset(m.src); err != nil {
				if errors.Is(err, io.EOF) {
					err = io.ErrUnexpectedEOF
				}
				return 0, err
			}
			m.z.Multistream(false)
			m.open = true
		}
		n, err := m.z.Read(p)
		if errors.Is(err, io.EOF) {
			if m.open = false; n == 0 {
				continue
			}
			err = nil
		}
		if n > 0 || err != nil || len(p) == 0 {
			return n, err
		}
	}
}

// resume goes to the next bytes that may open a member.
func (m *members) resume() error {
	m.open = false
	for {
		if err := m.next(); err != nil {
			return err
		}
		// deflate; no flags that are not in use; a level and a system that there are
		if h := m.peek(10); len(h) == 10 && h[2] == 8 && h[3]&0xe0 == 0 && (h[8] == 0 || h[8] == 2 || h[8] == 4) && (h[9] < 14 || h[9] == 255) {
			m.src.Reset(m.source)
			return nil
		}
		m.start = m.pos()
	}
}
