package dump

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
)

// csvReader cuts CSV into rows by RFC 4180, and takes LF for CRLF.
//
// A lost or a stray quote hides where a row ends: everything up to the next quote, or to
// the end of the file, seems to be one cell. Of such a row only the first line is given
// up; the lines behind it are read again, and the first that is a row like those before
// it is the next row. Like them means: as many cells, and in the columns that always
// held a number, an address, a time or an id, a cell of that shape. A line of prose is
// not like them. Where no column has a shape nothing can be told, and the row ends where
// its quotes say.
type csvReader struct {
	rewinder
	limit int64

	rec   []byte // the row's bytes
	first int    // length of its first line, 0 while it is inside that
	head  []byte

	shapes []string // of each column; "" for none
	rows   int      // good ones so far
	until  int64    // end of the broken row whose lines are read again
	effort int64    // bytes that may still be read again
}

var errCSV = errors.New("broken row")

// next returns the next row of n cells and where it starts. After an error that is not
// io.EOF the next call goes on behind the broken row.
func (c *csvReader) next(n int) (row []string, start int64, err error) {
	for {
		cells, start, err := c.row()
		inside := start < c.until // of a row that was reported
		if err == nil && cells == n {
			if row := c.split(n); !inside || c.like(row) {
				c.until = 0
				c.learn(row)
				return row, start, nil
			}
		}
		if errors.Is(err, io.EOF) {
			return nil, start, io.EOF
		}
		if err == nil && !inside {
			err = fmt.Errorf("%w: %d cells, the header has %d", errCSV, cells, n)
		}
		c.head = c.rec[:min(len(c.rec), headBytes)]
		told := c.told
		c.told = c.err != nil && !errors.Is(c.err, io.EOF)
		if !inside {
			c.effort = 2 * c.limit
		}
		switch {
		case !errors.Is(err, errLimit):
		case c.first == 0:
			c.skip()
		case c.shaped():
			c.until = math.MaxInt64
		}
		again := c.first > 0 && c.first < len(c.rec) && c.effort > 0 && c.shaped()
		if again {
			c.until = max(c.until, c.offset)
			c.effort -= int64(len(c.rec))
			if c.again(c.rec[c.first:]) {
				c.rec = nil
			}
		}
		damaged := err != nil && !errors.Is(err, errCSV) && !errors.Is(err, errLimit) // the file, not the row
		switch {
		case damaged && told && !again:
			return nil, start, io.EOF
		case damaged && told, inside && !damaged:
		default:
			return nil, start, err
		}
	}
}

type csvState int

const (
	cellStart csvState = iota
	cellPlain
	cellQuoted
	cellClosed // behind a quote inside a quoted cell
	cellBroken // goes on to the line end
)

var (
	errOpenCell = fmt.Errorf("%w: a quoted cell has no end", errCSV)
	errQuote    = fmt.Errorf("%w: a quote where none may stand", errCSV)
)

// row reads one row into rec and counts its cells. A row whose quoting is broken ends with
// the line.
func (c *csvReader) row() (cells int, start int64, err error) {
	c.rec, c.first = c.rec[:0], 0
	start = c.offset
	state, over := cellStart, false
	for {
		b, rerr := c.rewinder.next()
		switch {
		case errors.Is(rerr, io.EOF) && len(c.rec) > 0:
			if state == cellQuoted {
				return 0, start, errOpenCell
			}
			b = '\n' // the last line may lack it
		case rerr != nil:
			return 0, start, rerr
		case int64(len(c.rec)) >= c.limit:
			if over = true; c.shaped() || c.first == 0 {
				c.unread()
				return 0, start, errLimit
			}
		default:
			if len(c.rec) < cap(c.rec) {
				c.rec = append(c.rec, b)
			} else {
				c.rec = extend(c.rec, []byte{b}, c.limit)
			}
			if b == '\n' && c.first == 0 {
				c.first = len(c.rec)
			}
		}
		switch {
		case b == '\n' && state != cellQuoted:
			if cells == 0 && rerr == nil && len(bytes.TrimRight(c.rec, "\r\n")) == 0 {
				c.rec, c.first, start, state = c.rec[:0], 0, c.offset, cellStart
				continue // a blank line
			}
			switch {
			case over:
				err = errLimit
			case state == cellBroken:
				err = errQuote
			}
			return cells + 1, start, err
		case state == cellBroken:
		case state == cellQuoted && b == '"':
			state = cellClosed
		case state == cellQuoted:
		case b == ',':
			cells++
			state = cellStart
		case state == cellStart && b == '"', state == cellClosed && b == '"':
			state = cellQuoted
		case state == cellClosed && b == '\r':
		case state == cellClosed || b == '"':
			state = cellBroken
		default:
			state = cellPlain
		}
	}
}

// split returns the n cells of rec, a row that row found whole.
func (c *csvReader) split(n int) []string {
	row := make([]string, 0, n)
	rest := bytes.TrimSuffix(c.rec, []byte("\n"))
	rest = bytes.TrimSuffix(rest, []byte("\r"))
	for len(row) < n {
		if !bytes.HasPrefix(rest, []byte(`"`)) {
			cell, after, _ := bytes.Cut(rest, []byte(","))
			row, rest = append(row, string(cell)), after
			continue
		}
		var b strings.Builder
		for rest = rest[1:]; ; rest = rest[1:] { // up to a quote that is not doubled
			part, after, _ := bytes.Cut(rest, []byte(`"`))
			b.Write(part)
			if rest = after; !bytes.HasPrefix(rest, []byte(`"`)) {
				break
			}
			b.WriteByte('"')
		}
		row = append(row, strings.ReplaceAll(b.String(), "\r\n", "\n"))
		_, rest, _ = bytes.Cut(rest, []byte(","))
	}
	return row
}

// skip passes over the rest of a line.
func (c *csvReader) skip() {
	for {
		if b, err := c.rewinder.next(); err != nil || b == '\n' {
			return
		}
	}
}

// shapes are what the header's names promise, until a row was seen.
func (c *columns) shapes() []string {
	out := make([]string, len(c.names))
	for at, shape := range map[int]string{c.id: "i", c.date: "i", c.url: "u"} {
		if at >= 0 {
			out[at] = shape
		}
	}
	return out
}

// shaped reports whether some column has a shape.
func (c *csvReader) shaped() bool {
	for _, s := range c.shapes {
		if s != "" {
			return true
		}
	}
	return false
}

// like reports whether a row has the shapes of those before it.
func (c *csvReader) like(row []string) bool {
	for i, s := range c.shapes {
		if got := shapeOf(row[i]); s != "" && got != s && (s != "i" || got == "") {
			return false
		}
	}
	return true
}

// learn takes a good row into account.
func (c *csvReader) learn(row []string) {
	for i, s := range c.shapes {
		got := shapeOf(row[i])
		switch {
		case c.rows == 0:
			c.shapes[i] = got
		case s == got || s == "i" && got != "":
		case s != "" && got != "":
			c.shapes[i] = "i"
		default:
			c.shapes[i] = ""
		}
	}
	c.rows++
}

// shapeOf is the shape of a cell: u for an address; for other ASCII without spaces its
// runs of letters as a, of digits as 9, and the signs between them (doc-0017 is a-9); ""
// for anything else. Cells of several shapes have the shape i.
func shapeOf(cell string) string {
	if strings.HasPrefix(cell, "http://") || strings.HasPrefix(cell, "https://") {
		return "u"
	}
	var b strings.Builder
	last := byte(0)
	for i := range len(cell) {
		c := cell[i]
		switch {
		case c <= ' ' || c > '~' || b.Len() > 32:
			return ""
		case c >= '0' && c <= '9':
			c = '9'
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			c = 'a'
		}
		if c != last || c != 'a' && c != '9' {
			b.WriteByte(c)
		}
		last = c
	}
	return b.String()
}
