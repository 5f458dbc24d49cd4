package dump

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"golang.org/x/text/encoding/unicode"
)

// peekBytes is how far detection looks into a stream.
const peekBytes = 64 << 10

// maxWindow bounds the memory that a zstd frame or an xz block may ask for.
const maxWindow = 128 << 20

// magics are the first bytes of the compressions that are peeled off.
var magics = []struct {
	magic string
	open  func(io.Reader) (io.Reader, error)
}{
	{gzipMagic, newMembers},
	{zstdMagic, newZstd},
	{bzMagic, newBzip2},
	{xzMagic, newXZ},
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

// guard makes an error of a panic that damaged bytes set off in a library.
func guard(format string, do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("damaged %s file: %v", format, p)
		}
	}()
	return do()
}

// Text returns r as UTF-8 text for a command that streams lines: without compression, UTF-16
// recoded, and without a byte order mark. Bytes that are not UTF-8 pass as they are, but what
// starts as no text does is an error.
func Text(r io.Reader) (io.Reader, error) {
	br, err := peel(r)
	if err != nil {
		return nil, err
	}
	head := arrived(br)
	if little, ok := sniffUTF16(head); ok {
		return recode(br, little), nil
	}
	if err := notText(head, 4); err != nil {
		return nil, err
	}
	if bytes.HasPrefix(head, []byte("\ufeff")) {
		_, _ = br.Discard(len("\ufeff"))
	}
	return br, nil
}

// arrived returns the first bytes that have come, three at least: a pipe that is slow is
// read as it comes.
func arrived(br *bufio.Reader) []byte {
	head, _ := br.Peek(3)
	if n := min(br.Buffered(), 4096); n > len(head) {
		head, _ = br.Peek(n)
	}
	return head
}

// recode returns UTF-16 as UTF-8.
func recode(r io.Reader, little bool) io.Reader {
	end := unicode.BigEndian
	if little {
		end = unicode.LittleEndian
	}
	return unicode.UTF16(end, unicode.UseBOM).NewDecoder().Reader(r)
}
