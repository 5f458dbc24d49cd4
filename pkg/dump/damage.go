package dump

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/bzip2"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"

	"github.com/klauspost/compress/zstd"
	"github.com/therootcompany/xz"
)

// damageError is damage in a compressed file. Reading gives it until resumed, and then
// what stands behind the damage.
type damageError struct {
	held *error // where the reader keeps it
	what string // gzip member, zstd frame …
	err  error
}

func (e *damageError) Error() string { return fmt.Sprintf("damaged %s: %v", e.what, e.err) }
func (e *damageError) Unwrap() error { return e.err }

// resumed reports whether a read that failed with err can go on behind the damage, and
// if so lets it.
func resumed(err error) bool {
	var e *damageError
	if !errors.As(err, &e) || *e.held == nil {
		return false
	}
	*e.held = nil
	return true
}

// source reads packed bytes and keeps the last of them, so that they can be searched for
// the next unit when the one under way turns out to be damaged: a damaged length may have
// taken the decoder past it.
type source struct {
	r     *bufio.Reader
	magic string // the first bytes of a unit
	kept  []byte
	at    int   // of the next byte in kept
	from  int64 // offset of kept[0]
	start int64 // of the unit under way
	err   error // of r, other than its end

	window int
}

// A source can go back so far: over what a decoder takes before it notices damage. A block
// of bzip2 has up to 900 KB.
const (
	window      = 256 << 10
	bzip2Window = 1 << 20
)

func newSource(r io.Reader, magic string, window int) *source {
	br, ok := r.(*bufio.Reader)
	if !ok {
		br = bufio.NewReaderSize(r, peekBytes)
	}
	return &source{r: br, magic: magic, window: window}
}

// pos is the offset of the next byte.
func (s *source) pos() int64 { return s.from + int64(s.at) }

// peek returns the next n bytes, fewer where the file ends.
func (s *source) peek(n int) []byte {
	if have := len(s.kept) - s.at; have >= n {
		return s.kept[s.at : s.at+n]
	} else if have > 0 {
		ahead, _ := s.r.Peek(n - have)
		return append(bytes.Clone(s.kept[s.at:]), ahead...)
	}
	head, _ := s.r.Peek(n)
	return head
}

// ready returns the next bytes that are at hand, at least one where there is one.
func (s *source) ready() ([]byte, error) {
	if s.at < len(s.kept) {
		return s.kept[s.at:], nil
	}
	if s.r.Buffered() == 0 {
		if _, err := s.r.Peek(1); err != nil {
			if !errors.Is(err, io.EOF) {
				s.err = err
			}
			return nil, err
		}
	}
	return s.r.Peek(s.r.Buffered())
}

// skip goes n bytes on, which are at hand.
func (s *source) skip(n int) {
	if s.at < len(s.kept) {
		s.at += n
		return
	}
	head, _ := s.r.Peek(n)
	if s.kept == nil {
		s.kept = make([]byte, 0, 2*s.window)
	}
	if len(s.kept)+n > 2*s.window {
		drop := max(0, len(s.kept)-s.window)
		s.kept = s.kept[:copy(s.kept, s.kept[drop:])]
		s.from += int64(drop)
	}
	s.kept = append(s.kept, head...)
	s.at = len(s.kept)
	_, _ = s.r.Discard(n)
}

// starts reports whether a unit starts at the next byte.
func (s *source) starts() bool {
	return string(s.peek(len(s.magic))) == s.magic
}

func (s *source) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	data, err := s.ready()
	if err != nil {
		return 0, err
	}
	n := copy(p, data)
	s.skip(n)
	return n, nil
}

// ReadByte reads a packed byte.
func (s *source) ReadByte() (byte, error) {
	data, err := s.ready()
	if err != nil {
		return 0, err
	}
	c := data[0]
	s.skip(1)
	return c, nil
}

// seek goes to the offset, or to the first byte behind it that is kept.
func (s *source) seek(to int64) error {
	if to = max(to, s.from); to <= s.from+int64(len(s.kept)) {
		s.at = int(to - s.from)
		return nil
	}
	for s.pos() < to {
		data, err := s.ready()
		if err != nil {
			return err
		}
		s.skip(int(min(int64(len(data)), to-s.pos())))
	}
	return nil
}

// next goes to the first unit behind the start of the one under way.
func (s *source) next() error {
	if err := s.seek(s.start + 1); err != nil {
		return err
	}
	for {
		data, err := s.ready()
		if err != nil {
			return err
		}
		k := bytes.IndexByte(data, s.magic[0])
		if k < 0 {
			s.skip(len(data))
			continue
		}
		s.skip(k)
		if s.starts() {
			return nil
		}
		s.skip(1)
	}
}

// unpacker reads one compression.
type unpacker interface {
	io.Reader
	// resume goes behind the damage that Read has ended at; io.EOF where nothing is.
	resume() error
	// told reports whether an error of Read follows from damage before it.
	told(err error) bool
	// failed returns what kept Read from the packed bytes themselves.
	failed() error
}

// units reads a file of any number of packed units. A damaged one costs itself.
type units struct {
	unpacker
	what string
	lost bool  // at damage
	held error // of which this is told until resumed
}

func (u *units) Read(p []byte) (int, error) {
	for {
		if u.held != nil {
			return 0, u.held
		}
		if u.lost {
			if err := u.resume(); err != nil {
				return 0, err
			}
			u.lost = false
		}
		n, err := u.unpacker.Read(p)
		if err == nil || errors.Is(err, io.EOF) {
			return n, err
		}
		if err := u.failed(); err != nil {
			return n, err
		}
		u.lost = true
		if !u.told(err) {
			u.held = &damageError{&u.held, u.what, err}
		}
		if n > 0 {
			return n, nil
		}
	}
}

const zstdMagic = "\x28\xb5\x2f\xfd"

// zstdFrames unpacks zstd. Files of several frames come from pzstd and from programs that
// add to a file, as khabar does after each checkpoint.
type zstdFrames struct {
	*source
	z *zstd.Decoder
}

func newZstd(r io.Reader) (io.Reader, error) {
	src := newSource(r, zstdMagic, window)
	z, err := zstd.NewReader(frames{src}, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
	if err != nil {
		return nil, err
	}
	return &units{unpacker: &zstdFrames{src, z}, what: "zstd frame"}, nil
}

func (z *zstdFrames) Read(p []byte) (int, error) { return z.z.Read(p) }
func (z *zstdFrames) told(error) bool            { return false }
func (z *zstdFrames) failed() error              { return z.err }

func (z *zstdFrames) resume() error {
	if err := z.next(); err != nil {
		return err
	}
	return z.z.Reset(frames{z.source})
}

// frames gives the decoder all bytes that it asks for at once. It asks for no more than it
// needs, so that a frame starts with a Read of its own.
type frames struct{ *source }

func (f frames) Read(p []byte) (n int, err error) {
	if f.starts() {
		f.start = f.pos()
	}
	for n < len(p) {
		data, err := f.ready()
		if err != nil {
			return n, err
		}
		k := copy(p[n:], data)
		f.skip(k)
		n += k
	}
	return n, nil
}

const xzMagic = "\xfd7zXZ\x00"

// xzStreams unpacks xz. A stream is what xz -T1 makes of a file; that of xz -T0 has many
// blocks, each of which says how long it is.
type xzStreams struct {
	*source
	z      *xz.Reader
	head   []byte // of the stream
	block  int64  // where the block under way starts
	behind int64  // where the next block or the index starts; 0: not known
	index  bool   // the index is reached
	sized  bool   // blocks say how long they are
	part   bool   // of the stream under way blocks are missing
	guess  bool   // the next block may start elsewhere: bytes of the damaged one were lost
	bad    error  // of the header of a stream
}

func newXZ(r io.Reader) (io.Reader, error) {
	x := &xzStreams{source: newSource(r, xzMagic, window)}
	x.open(nil)
	return &units{unpacker: x, what: "xz stream"}, x.bad
}

// open starts to unpack where the source stands: a stream, or behind its head a block.
func (x *xzStreams) open(head []byte) {
	if head == nil {
		x.start = x.pos()
		x.head = bytes.Clone(x.peek(xzHead))
		x.block, x.behind = x.start, x.start+xzHead
		x.index, x.sized, x.part, x.guess = false, false, false, false
	}
	r := io.MultiReader(bytes.NewReader(head), blocks{x})
	x.bad = guard("xz", func() (err error) {
		if x.z == nil {
			x.z, err = xz.NewReader(r, maxWindow)
			return err
		}
		return x.z.Reset(r)
	})
}

func (x *xzStreams) failed() error { return x.err }

func (x *xzStreams) Read(p []byte) (n int, err error) {
	for {
		if x.bad != nil {
			return 0, x.bad
		}
		perr := guard("xz", func() error {
			n, err = x.z.Read(p)
			return nil
		})
		if err = cmp.Or(perr, err); !errors.Is(err, io.EOF) || !x.starts() {
			return n, err
		}
		if x.open(nil); n > 0 {
			return n, nil
		}
	}
}

// The header of a stream, and the sizes of the checks behind blocks by their kind.
const xzHead = 12

var xzChecks = [16]int64{0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64}

// blocks gives the decoder the bytes of one stream, and none of a block before it has
// taken all of those before.
type blocks struct{ *xzStreams }

func (x blocks) Read(p []byte) (int, error) {
	if x.pos() != x.start && x.starts() {
		return 0, io.EOF
	}
	if x.pos() == x.behind && x.behind > x.block {
		x.behind = 0
		if size := x.peek(1); len(size) > 0 && size[0] == 0 {
			x.index = !x.guess
		} else if n := x.blockSize(); n > 0 {
			x.block, x.behind = x.pos(), x.pos()+n
			x.sized, x.guess = true, false
		}
	}
	data, err := x.ready()
	if err != nil {
		return 0, err
	}
	n := min(len(p), len(data))
	if x.behind > x.pos() {
		n = int(min(int64(n), x.behind-x.pos()))
	}
	for i := 1; i < n; i++ { // up to a stream, or to what may be the first bytes of one
		k := bytes.IndexByte(data[i:n], xzMagic[0])
		if k < 0 {
			break
		}
		i += k
		if head := data[i:min(len(data), i+len(xzMagic))]; string(head) == xzMagic[:len(head)] {
			n = i
		}
	}
	n = copy(p[:n], data)
	x.skip(n)
	return n, nil
}

// blockSize returns the length of the block that starts at the next byte, 0 where it does
// not say or none does.
func (x *xzStreams) blockSize() int64 {
	size := x.peek(2)
	if len(size) < 2 || size[0] == 0 || size[1]&0x7c != 0x40 || len(x.head) < xzHead {
		return 0
	}
	head := x.peek((int(size[0]) + 1) * 4)
	n := len(head) - 4
	if n != int(size[0])*4 || crc32.ChecksumIEEE(head[:n]) != binary.LittleEndian.Uint32(head[n:]) {
		return 0
	}
	packed, k := binary.Uvarint(head[2:n])
	if k <= 0 || packed > 1<<62 {
		return 0
	}
	return int64(len(head)) + int64(packed+3)&^3 + xzChecks[x.head[7]&15]
}

// told: blocks that are missing are missing from the index too.
func (x *xzStreams) told(error) bool { return x.part && (x.index || x.guess) }

// resume goes to the next block where that is known, else to the next stream.
func (x *xzStreams) resume() error {
	block := false
	switch {
	case x.bad != nil || x.index:
	case x.behind > x.start+xzHead:
		if err := x.seek(x.behind); err != nil {
			return err
		}
		block = true
	case x.sized: // no block where one should start
		if err := x.seek(max(x.block+1, x.pos()-window/2)); err != nil {
			return err
		}
		for !x.starts() {
			if x.blockSize() > 0 {
				block, x.behind = true, x.pos()
				break
			}
			if _, err := x.ReadByte(); err != nil {
				return err
			}
		}
	}
	if block {
		x.part, x.guess = true, true
		x.open(x.head)
		return nil
	}
	if err := x.next(); err != nil {
		return err
	}
	x.open(nil)
	return nil
}

// bzBlocks unpacks bzip2, whose blocks start at any bit. What a block holds is given out
// when its sum has been found right, since damage shuffles all of it.
type bzBlocks struct {
	*source
	z     io.Reader
	good  []byte // unpacked and right
	held  []byte // unpacked of the block under way
	buf   [32 << 10]byte
	last  error // of unpacking, told behind good
	right int64 // the last block that was found right ends in the two bytes behind
	ended int64 // the block under way ends there
	tried int64 // bit of the last block that unpacking was tried from, -1: none
	part  bool  // blocks of the stream under way are missing
}

// maxHeld is how much of a block is held back; more than a few MB are runs of one byte.
const maxHeld = 4 << 20

const (
	bzMagic = "BZh"
	bzBlock = 0x314159265359
)

func newBzip2(r io.Reader) (io.Reader, error) {
	b := &bzBlocks{source: newSource(r, bzMagic, bzip2Window), tried: -1}
	b.z = bzip2.NewReader(&shifted{src: b.source})
	return &units{unpacker: b, what: "bzip2 block"}, nil
}

func (b *bzBlocks) failed() error { return b.err }

func (b *bzBlocks) Read(p []byte) (int, error) {
	for len(b.good) == 0 {
		if b.last != nil {
			return 0, b.last
		}
		at := b.pos()
		n, err := b.z.Read(b.buf[:])
		if n > 0 && b.pos() > at { // a whole block was read, so the one before it is right
			b.right, b.ended = b.ended, max(0, b.pos()-2)
			b.good, b.held = b.held, nil
		}
		b.held = append(b.held, b.buf[:n]...)
		if b.last = err; errors.Is(err, errBlockSum) {
			b.held = nil
		} else if err != nil || len(b.held) > maxHeld {
			b.good, b.held = append(b.good, b.held...), nil
		}
	}
	n := copy(p, b.good)
	b.good = b.good[n:]
	return n, nil
}

// The errors of the library that say where damage is.
const (
	errBlockSum   = bzip2.StructuralError("block checksum mismatch")
	errBlockStart = bzip2.StructuralError("bad magic value found")
	errFileSum    = bzip2.StructuralError("file checksum mismatch")
	errNextFile   = bzip2.StructuralError("bad magic value in continuation file")
)

// told: a stream of which blocks are missing has another sum, and its end stands at
// another bit than where unpacking started.
func (b *bzBlocks) told(err error) bool {
	return b.part && (errors.Is(err, errFileSum) || errors.Is(err, errNextFile))
}

// resume goes to the next block.
func (b *bzBlocks) resume() error {
	from := 8 * b.ended
	if errors.Is(b.last, errBlockSum) {
		from = 8 * b.right // it may have gone on over the start of the next
	}
	first := max(from, b.tried+1)
	if !errors.Is(b.last, errBlockStart) && !b.told(b.last) {
		// the first block from there on is the damaged one: at most an end of stream and the
		// start of another stand before it
		const before = 16 + 80 + 7 + 32 + 1
		if at, err := b.find(first); err != nil {
			return err
		} else if first = at; at <= from+before {
			first++
		}
	}
	at, err := b.find(first)
	if err != nil {
		return err
	}
	if err := b.seek(at / 8); err != nil {
		return err
	}
	b.tried, b.part, b.last = at, true, nil
	b.right, b.ended = at/8, at/8
	b.z = bzip2.NewReader(&shifted{src: b.source, head: "BZh9", by: uint(at % 8)})
	return nil
}

// find returns the first bit at or behind from where a block starts.
func (b *bzBlocks) find(from int64) (int64, error) {
	if err := b.seek(from / 8); err != nil {
		return 0, err
	}
	bits := uint64(0)
	for n := int64(1); ; n++ {
		c, err := b.ReadByte()
		if err != nil {
			return 0, err
		}
		bits = bits<<8 | uint64(c)
		for k := range 8 {
			if bits>>k&(1<<48-1) != bzBlock {
				continue
			}
			if at := 8*b.pos() - int64(k) - 48; at >= from && n >= 6 {
				return at, nil
			}
		}
	}
}

// shifted reads bytes that start at a bit of a byte.
type shifted struct {
	src  *source
	head string // stands before
	by   uint
	last byte
	any  bool // last has been read
}

func (s *shifted) Read(p []byte) (int, error) {
	for i := range p {
		c, err := s.ReadByte()
		if err != nil {
			return i, err
		}
		p[i] = c
	}
	return len(p), nil
}

func (s *shifted) ReadByte() (byte, error) {
	if s.head != "" {
		c := s.head[0]
		s.head = s.head[1:]
		return c, nil
	}
	if s.by == 0 {
		return s.src.ReadByte()
	}
	if !s.any {
		c, err := s.src.ReadByte()
		if err != nil {
			return 0, err
		}
		s.last, s.any = c, true
	}
	c, err := s.src.ReadByte()
	if err != nil {
		if !errors.Is(err, io.EOF) {
			return 0, err
		}
		s.any = false
		return s.last << s.by, nil // the rest
	}
	out := s.last<<s.by | c>>(8-s.by)
	s.last = c
	return out, nil
}
