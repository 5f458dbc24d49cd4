package dump

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"io"

	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// peekBytes is how far detection looks into a stream.
const peekBytes = 64 << 10

// maxWindow bounds the memory that a zstd frame may ask for.
const maxWindow = 128 << 20

// magics are the first bytes of the compressions that are peeled off.
var magics = []struct {
	magic string
	open  func(io.Reader) (io.Reader, error)
}{
	{gzipMagic, newMembers},
	{"\x28\xb5\x2f\xfd", func(r io.Reader) (io.Reader, error) {
		return zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
	}},
	{"BZh", func(r io.Reader) (io.Reader, error) { return bzip2.NewReader(r), nil }},
	{"\xfd7zXZ\x00", func(r io.Reader) (io.Reader, error) { return xz.NewReader(r) }},
}

// peel returns r without its compression, ready to be peeked into. A file
// compressed twice is peeled twice; more layers than that are left as they are.
func peel(r io.Reader) (*bufio.Reader, error) {
	br := bufio.NewReaderSize(r, peekBytes)
	for range 2 {
		open := compression(br)
		if open == nil {
			break
		}
		inner, err := open(br)
		if err != nil {
			return nil, err
		}
		br = bufio.NewReaderSize(inner, peekBytes)
	}
	return br, nil
}

func compression(br *bufio.Reader) func(io.Reader) (io.Reader, error) {
	head, _ := br.Peek(6)
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.magic)) {
			return m.open
		}
	}
	return nil
}
