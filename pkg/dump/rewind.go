package dump

import (
	"bufio"
	"slices"
)

// rewinder reads bytes that may be put back: what stands behind a broken record is read
// again from a place inside it.
type rewinder struct {
	r      *bufio.Reader
	back   []byte // read again before r, from at on
	at     int
	err    error // r ended with this
	told   bool  // err was reported
	offset int64 // of the next byte
}

// next returns the next byte.
func (w *rewinder) next() (byte, error) {
	if w.at < len(w.back) {
		w.at++
		w.offset++
		return w.back[w.at-1], nil
	}
	w.back, w.at = nil, 0
	if w.err != nil {
		return 0, w.err
	}
	c, err := w.r.ReadByte()
	if err == nil {
		w.offset++
		return c, nil
	}
	if !resumed(err) {
		w.err = err
	}
	return 0, err
}

// unread puts the last byte back.
func (w *rewinder) unread() {
	w.offset--
	if w.at > 0 {
		w.at--
		return
	}
	_ = w.r.UnreadByte()
}

// again puts data back, the last bytes that were read. It reports whether it keeps data:
// the caller must not write there again.
func (w *rewinder) again(data []byte) (kept bool) {
	w.offset -= int64(len(data))
	if w.at >= len(data) {
		w.at -= len(data)
		return false
	}
	if w.at == len(w.back) && len(data) >= large {
		w.back, w.at = data, 0
		return true
	}
	w.back, w.at = slices.Concat(data, w.back[w.at:]), 0
	return false
}

// large is the size from which on a record is handled with a view to memory.
const large = 1 << 20

// extend appends part to buf. A large buf grows fourfold and never much over limit:
// growing by a quarter, as append does, leaves four times as much behind.
func extend(buf []byte, part []byte, limit int64) []byte {
	if n := len(buf) + len(part); n > cap(buf) && n > large {
		grown := make([]byte, len(buf), max(n, min(4*cap(buf), int(limit)+peekBytes)))
		copy(grown, buf)
		buf = grown
	}
	return append(buf, part...)
}
