// Package listing prints what an extractor finds in plain text, one item a line, or
// the text again with the items' values in their place. It is what `khabar dates` and
// `khabar numbers` share; Tags is the output of `khabar tag`.
//
// It takes text of any size and reads it in pieces that end at a line end (a line longer
// than a piece is cut at a space), so that it holds only one piece in memory; an item never
// goes over the end of a line or piece. What a slow pipe sends is answered as it comes. It promises the
// items in text order with their bytes and clusters in the whole text, and with
// Replace a text that differs from the input in nothing but the items.
//
//	"18 मई को बैठक हुई"  →  "2020-05-18 को बैठक हुई"
package listing

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
	"unsafe"

	"khabar/pkg/document"
	"khabar/pkg/grapheme"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
	"khabar/pkg/span"
)

// Item is one find.
type Item struct {
	Span        span.Span // in the document's text
	Replacement string    // what --replace writes for it; "" leaves the text
	Cells       []Cell    // the values of the columns
}

// Cell is the value of a column: a text, a number, or true or false. The zero Cell is
// null. It is no interface, so that a row costs no memory for each of its values.
type Cell struct {
	kind   cellKind
	text   string
	number float64
}

type cellKind uint8

const (
	null cellKind = iota
	text
	number
	literal // true, false
)

// Text returns the Cell of a text.
func Text(s string) Cell { return Cell{kind: text, text: s} }

// Number returns the Cell of a number.
func Number(x float64) Cell { return Cell{kind: number, number: x} }

// Bool returns the Cell of true or false.
func Bool(x bool) Cell { return Cell{kind: literal, text: strconv.FormatBool(x)} }

// Finder finds the items of a document, in text order and without overlap.
type Finder func(*document.Document) []Item

// Blocks returns the parts of a text that a Finder needs to see, in text order. known are
// the words of the texts before.
type Blocks func(text string, known *segment.Vocabulary) []document.Block

// Formats are the output formats, the default first.
var Formats = []string{"tsv", "jsonl"}

// Options say what to write.
type Options struct {
	Columns []string         // names of the cells
	Format  string           // tsv or jsonl
	Replace bool             // write the text instead, with the replacements
	Blocks  Blocks           // the parts of the text that can hold an item; nil: every line
	Lexicon *lexicon.Lexicon // nil: lexicon.Default()
}

// Lister writes the items of texts.
type Lister struct {
	w      *bufio.Writer
	opt    Options
	build  *segment.Builder
	line   []byte
	failed error
}

// New returns a Lister that writes to w. With TSV it starts with the header row.
func New(w io.Writer, opt Options) (*Lister, error) {
	lx := opt.Lexicon
	if lx == nil {
		lx = lexicon.Default()
	}
	l := &Lister{w: bufio.NewWriterSize(w, 64<<10), opt: opt, build: segment.NewBuilder(lx)}
	switch {
	case opt.Replace:
	case opt.Format == "tsv":
		_, l.failed = l.w.WriteString("path\tstart\tend\ttext\t" + strings.Join(opt.Columns, "\t") + "\n")
	case opt.Format != "jsonl":
		return nil, fmt.Errorf("format %q: want %s", opt.Format, strings.Join(Formats, " or "))
	}
	return l, nil
}

// Flush writes out what is held back and returns the first error of the output.
func (l *Lister) Flush() error {
	if l.failed == nil {
		l.failed = l.w.Flush()
	}
	return l.failed
}

// Failed returns the first error of the output.
func (l *Lister) Failed() error { return l.failed }

// pieceSize is how much text is read at a time; a line that is longer is cut at a
// space, or else where a letter starts.
const pieceSize = 256 << 10

// File writes the items of the text that r reads. Its error is r's; that of the output
// is kept for Flush.
func (l *Lister) File(path string, r io.Reader, find Finder) error {
	buf := make([]byte, 0, pieceSize)
	bytes, clusters := 0, 0
	for idle := 0; ; {
		n, err := r.Read(buf[len(buf):pieceSize])
		buf = buf[:len(buf)+n]
		last := errors.Is(err, io.EOF)
		if err != nil && !last {
			return err
		}
		if n > 0 {
			idle = 0
		} else if idle++; idle > 100 && !last {
			return io.ErrNoProgress
		}
		cut := len(buf)
		if !last {
			cut = cutAt(buf)
		}
		if cut > 0 {
			// The text is read where it lies, as the documents of a Builder are: nothing that is
			// made of it outlives piece. A copy would be most of the memory that is asked for.
			text := unsafe.String(unsafe.SliceData(buf), cut)
			clusters += l.piece(path, text, bytes, clusters, find)
			if n < pieceSize/8 && l.failed == nil { // who reads a slow pipe sees each line as it comes
				l.failed = l.w.Flush()
			}
		}
		if l.failed != nil || last {
			return nil
		}
		bytes += cut
		buf = buf[:copy(buf, buf[cut:])]
	}
}

// cutAt returns where what has come is cut: behind its last line end; where it is full,
// else behind its last space, else before its last letter.
func cutAt(b []byte) int {
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] == '\n' {
			return i + 1
		}
	}
	if len(b) < pieceSize {
		return 0
	}
	for i := len(b) - 1; i >= len(b)/2; i-- {
		if b[i] == ' ' {
			return i + 1
		}
	}
	i := len(b) - 1
	for i > len(b)-utf8.UTFMax && !utf8.RuneStart(b[i]) {
		i--
	}
	return i
}

// piece writes the items of one piece and returns its number of clusters, which is
// counted only where they are printed.
func (l *Lister) piece(path, text string, bytes, clusters int, find Finder) int {
	var blocks []document.Block
	if l.opt.Blocks != nil {
		blocks = l.opt.Blocks(text, l.build.Vocabulary())
	} else {
		blocks = segment.Lines(text)
	}
	items := find(l.build.Build(text, blocks))
	if l.opt.Replace {
		at := 0
		for _, x := range items {
			if x.Replacement == "" {
				continue
			}
			l.put(text[at:x.Span.Start])
			l.put(x.Replacement)
			at = x.Span.End
		}
		l.put(text[at:])
		return 0
	}
	var offsets []int
	n := 0
	if l.opt.Format == "jsonl" {
		for _, x := range items {
			offsets = append(offsets, x.Span.Start, x.Span.End)
		}
		offsets = grapheme.Offsets(text, append(offsets, len(text)))
		n = offsets[len(offsets)-1]
	}
	for i, x := range items {
		b := l.line[:0]
		if l.opt.Format == "jsonl" {
			b = appendString(append(b, `{"path":`...), path)
			b = appendString(append(b, `,"text":`...), x.Span.In(text))
			for c, v := range x.Cells {
				b = appendString(append(b, ','), l.opt.Columns[c])
				b = appendJSON(append(b, ':'), v)
			}
			b = appendSpan(append(b, `,"span":`...), bytes+x.Span.Start, bytes+x.Span.End)
			b = appendSpan(append(b, `,"clusters":`...), clusters+offsets[2*i], clusters+offsets[2*i+1])
			b = append(b, '}')
		} else {
			b = append(appendText(b, path), '\t')
			b = append(strconv.AppendInt(b, int64(bytes+x.Span.Start), 10), '\t')
			b = append(strconv.AppendInt(b, int64(bytes+x.Span.End), 10), '\t')
			b = appendText(b, x.Span.In(text))
			for _, v := range x.Cells {
				b = appendCell(append(b, '\t'), v)
			}
		}
		l.line = append(b, '\n')
		if l.failed == nil {
			_, l.failed = l.w.Write(l.line)
		}
	}
	return n
}

func (l *Lister) put(s string) {
	if l.failed == nil {
		_, l.failed = l.w.WriteString(s)
	}
}

// appendCell appends one TSV cell; null is empty.
func appendCell(b []byte, v Cell) []byte {
	switch v.kind {
	case null:
		return b
	case text:
		return appendText(b, v.text)
	}
	return appendJSON(b, v)
}

// appendText appends s; what would break the row becomes a space.
func appendText(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c == '\t' || c == '\n' || c == '\r' {
			b = append(b, ' ')
		} else {
			b = append(b, c)
		}
	}
	return b
}

func appendJSON(b []byte, v Cell) []byte {
	switch v.kind {
	case text:
		return appendString(b, v.text)
	case literal:
		return append(b, v.text...)
	case number:
		return appendFloat(b, v.number)
	}
	return append(b, "null"...)
}

// appendFloat appends x without exponent. Most numbers of a text are whole and small, and
// need no search for the shortest decimal.
func appendFloat(b []byte, x float64) []byte {
	if n := int64(x); float64(n) == x && n > -1<<53 && n < 1<<53 && (n != 0 || !math.Signbit(x)) {
		return strconv.AppendInt(b, n, 10)
	}
	return strconv.AppendFloat(b, x, 'f', -1, 64)
}

func appendSpan(b []byte, start, end int) []byte {
	b = strconv.AppendInt(append(b, '['), int64(start), 10)
	b = strconv.AppendInt(append(b, ','), int64(end), 10)
	return append(b, ']')
}

// appendString appends s as a JSON string; a byte that is not UTF-8 becomes U+FFFD.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, '\\', 'n')
		case r == '\r':
			b = append(b, '\\', 'r')
		case r == '\t':
			b = append(b, '\\', 't')
		case r < ' ':
			b = fmt.Appendf(b, `\u%04x`, r)
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return append(b, '"')
}
