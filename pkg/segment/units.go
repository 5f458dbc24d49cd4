package segment

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"khabar/pkg/document"
	"khabar/pkg/grapheme"
	"khabar/pkg/lexicon"
	"khabar/pkg/span"
)

// Unit is a kind of piece that Units cuts text into.
type Unit int

// The units. Clusters tile the text, white space and line ends included; of the
// others only what is visible is a piece.
const (
	Clusters   Unit = iota // extended grapheme clusters: मु ख्य मं त्री
	Words                  // words and numbers, without punctuation
	Sentences              // sentences with their closing punctuation
	Paragraphs             // lines that are not blank, white space at both ends left out
)

var unitNames = [...]string{"cluster", "word", "sentence", "paragraph"}

// String returns the name that ParseUnit reads.
func (u Unit) String() string { return unitNames[u] }

// ParseUnit returns the unit of that name.
func ParseUnit(name string) (Unit, error) {
	for u, n := range unitNames {
		if n == name {
			return Unit(u), nil
		}
	}
	return 0, fmt.Errorf("unit %q: want one of %s", name, strings.Join(unitNames[:], ", "))
}

// Piece is one unit and where it stands in the stream.
type Piece struct {
	Text     string
	Bytes    span.Span // byte range
	Clusters span.Span // the clusters that the bytes touch
}

// Memory of Units: it reads on until it holds chunkBytes and a line end, and cuts a
// line only when it is longer than lineBytes.
const (
	chunkBytes = 64 << 10
	lineBytes  = 1 << 20
)

// Units yields the pieces of r in order, in memory that does not grow with r: the
// text is taken in chunks that end at a line end, where every unit ends. Only a line
// over 1 MiB is cut inside: before a sentence, else at white space, else between
// clusters. A read error is yielded last, with an empty Piece.
func Units(r io.Reader, u Unit, lx *lexicon.Lexicon) iter.Seq2[Piece, error] {
	return func(yield func(Piece, error) bool) {
		c := chunks{r: r, unit: u, lx: lx}
		base := Piece{} // the end of the chunk before
		for {
			text, err := c.next()
			n, ok := pieces(text, u, lx, func(p Piece) bool {
				p.Bytes.Start += base.Bytes.End
				p.Bytes.End += base.Bytes.End
				p.Clusters.Start += base.Clusters.End
				p.Clusters.End += base.Clusters.End
				return yield(p, nil)
			})
			if !ok {
				return
			}
			base.Bytes.End += len(text)
			base.Clusters.End += n
			if err != nil {
				if err != io.EOF {
					yield(Piece{}, err)
				}
				return
			}
		}
	}
}

// CountUnits returns the number of pieces that Units yields.
func CountUnits(r io.Reader, u Unit, lx *lexicon.Lexicon) (int, error) {
	c := chunks{r: r, unit: u, lx: lx}
	n := 0
	for {
		text, err := c.next()
		switch u {
		case Clusters:
			n += grapheme.Count(text)
		case Words:
			for _, t := range Plain(text, lx).Tokens() {
				if t.Kind != document.Punct {
					n++
				}
			}
		case Sentences:
			n += len(Plain(text, lx).Sentences())
		case Paragraphs:
			n += len(Lines(text))
		}
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// pieces hands the pieces of text to yield. It returns the number of clusters of
// text, and false when yield wanted no more.
func pieces(text string, u Unit, lx *lexicon.Lexicon, yield func(Piece) bool) (clusters int, ok bool) {
	if u == Clusters {
		n := 0
		for i, c := range grapheme.All(text) {
			if !yield(Piece{c, span.Span{Start: i, End: i + len(c)}, span.Span{Start: n, End: n + 1}}) {
				return n, false
			}
			n++
		}
		return n, true
	}
	ix := grapheme.NewIndex(text)
	put := func(s span.Span) bool { return yield(Piece{s.In(text), s, ix.Range(s)}) }
	switch u {
	case Words:
		for _, t := range Plain(text, lx).Tokens() {
			if t.Kind != document.Punct && !put(t.Span) {
				return 0, false
			}
		}
	case Sentences:
		for _, s := range Plain(text, lx).Sentences() {
			if !put(s.Span) {
				return 0, false
			}
		}
	case Paragraphs:
		for _, b := range Lines(text) {
			line := b.Span.In(text)
			start := b.End - len(strings.TrimLeftFunc(line, unicode.IsSpace))
			if !put(span.Span{Start: start, End: start + len(strings.TrimSpace(line))}) {
				return 0, false
			}
		}
	}
	return ix.Count(), true
}

// chunks reads a stream in chunks of whole lines.
type chunks struct {
	r    io.Reader
	unit Unit
	lx   *lexicon.Lexicon
	buf  []byte // read and not yet handed out
	err  error  // what the reader said last
}

// next returns the next chunk, with the error of the reader once all is handed out.
func (c *chunks) next() (string, error) {
	idle := 0
	for c.err == nil && len(c.buf) < lineBytes && (len(c.buf) < chunkBytes || bytes.IndexByte(c.buf, '\n') < 0) {
		if cap(c.buf)-len(c.buf) < chunkBytes {
			c.buf = append(make([]byte, 0, 2*cap(c.buf)+2*chunkBytes), c.buf...)
		}
		n, err := c.r.Read(c.buf[len(c.buf):min(cap(c.buf), lineBytes)])
		c.buf = c.buf[:len(c.buf)+n]
		c.err = err
		if idle++; n > 0 {
			idle = 0
		} else if idle > 100 && err == nil {
			c.err = io.ErrNoProgress
		}
	}
	end := len(c.buf)
	if c.err == nil {
		if i := bytes.LastIndexByte(c.buf, '\n'); i >= 0 {
			end = i + 1
		} else {
			end = c.cut()
		}
	}
	text := string(c.buf[:end])
	c.buf = c.buf[:copy(c.buf, c.buf[end:])]
	return text, c.err
}

// cut returns where to cut the start of a line that is too long to hold.
func (c *chunks) cut() int {
	whole := len(c.buf)
	for i := 1; i < utf8.UTFMax && i < whole; i++ {
		if b := c.buf[whole-i]; utf8.RuneStart(b) {
			if !utf8.FullRune(c.buf[whole-i:]) {
				whole -= i // the character goes on behind the buffer
			}
			break
		}
	}
	text := string(c.buf[:whole])
	if c.unit == Sentences {
		// The last sentence may go on.
		if s := Plain(text, c.lx).Sentences(); len(s) > 1 {
			return grapheme.Snap(text, s[len(s)-1].Start, grapheme.Down)
		}
	}
	if i := strings.LastIndexByte(text, ' '); i > 0 {
		if i = grapheme.Snap(text, i, grapheme.Down); i > 0 {
			return i
		}
	}
	if i := grapheme.Snap(text, len(text)-1, grapheme.Down); i > 0 {
		return i
	}
	return len(c.buf)
}

// AppendText appends the piece as one line. A line end inside it is written \n or
// \r, and a backslash \\, so that every line is one piece and can be read back.
func (p Piece) AppendText(dst []byte) []byte {
	if strings.IndexByte(p.Text, '\n') < 0 && strings.IndexByte(p.Text, '\r') < 0 && strings.IndexByte(p.Text, '\\') < 0 {
		return append(append(dst, p.Text...), '\n')
	}
	for i := 0; i < len(p.Text); i++ {
		switch c := p.Text[i]; c {
		case '\n':
			dst = append(dst, `\n`...)
		case '\r':
			dst = append(dst, `\r`...)
		case '\\':
			dst = append(dst, `\\`...)
		default:
			dst = append(dst, c)
		}
	}
	return append(dst, '\n')
}

// AppendJSON appends the piece as one line of JSON: path, text, span and clusters.
// A byte that is not UTF-8 becomes U+FFFD in the text; the span still counts bytes
// as they were read.
func (p Piece) AppendJSON(dst []byte, path string) []byte {
	dst = append(dst, `{"path":`...)
	dst = appendString(dst, path)
	dst = append(dst, `,"text":`...)
	dst = appendString(dst, p.Text)
	dst = appendSpan(append(dst, `,"span":`...), p.Bytes)
	dst = appendSpan(append(dst, `,"clusters":`...), p.Clusters)
	return append(dst, '}', '\n')
}

// AppendCountJSON appends the number of units of a text as one line of JSON: path,
// unit and count.
func AppendCountJSON(dst []byte, path string, u Unit, n int) []byte {
	dst = append(dst, `{"path":`...)
	dst = appendString(dst, path)
	dst = append(dst, `,"unit":"`...)
	dst = append(dst, u.String()...)
	dst = append(dst, `","count":`...)
	return append(strconv.AppendInt(dst, int64(n), 10), '}', '\n')
}

func appendSpan(dst []byte, s span.Span) []byte {
	dst = strconv.AppendInt(append(dst, '['), int64(s.Start), 10)
	dst = strconv.AppendInt(append(dst, ','), int64(s.End), 10)
	return append(dst, ']')
}

// appendString appends s as a JSON string.
func appendString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			switch {
			case c == '"' || c == '\\':
				dst = append(dst, '\\', c)
			case c == '\n':
				dst = append(dst, '\\', 'n')
			case c == '\r':
				dst = append(dst, '\\', 'r')
			case c == '\t':
				dst = append(dst, '\\', 't')
			case c < 0x20:
				dst = append(dst, '\\', 'u', '0', '0', "0123456789abcdef"[c>>4], "0123456789abcdef"[c&15])
			default:
				dst = append(dst, c)
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			dst = append(dst, "\ufffd"...)
		} else {
			dst = append(dst, s[i:i+n]...)
		}
		i += n
	}
	return append(dst, '"')
}
