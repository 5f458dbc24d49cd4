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
	cells []byte
	ends  []int // of each cell in cells
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
		row, start, err = c.row()
		if err == nil && len(row) != n {
			err = fmt.Errorf("%w: %d cells, the header has %d", errCSV, len(row), n)
		}
		inside := start < c.until // of a row that was reported
		if err == nil && (!inside || c.like(row)) {
			c.until = 0
			c.learn(row)
			return row, start, nil
		}
		if errors.Is(err, io.EOF) {
			return nil, start, io.EOF
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
			c.again(c.rec[c.first:])
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

// row reads one row into rec. A row whose quoting is broken ends with the line.
func (c *csvReader) row() (row []string, start int64, err error) {
	c.rec, c.first, c.cells, c.ends = c.rec[:0], 0, c.cells[:0], c.ends[:0]
	start = c.offset
	state, large := cellStart, false
	for {
		b, rerr := c.rewinder.next()
		switch {
		case errors.Is(rerr, io.EOF) && len(c.rec) > 0:
			if state == cellQuoted {
				return nil, start, fmt.Errorf("%w: a quoted cell has no end", errCSV)
			}
			b = '\n' // the last line may lack it
		case rerr != nil:
			return nil, start, rerr
		case int64(len(c.rec)) >= c.limit:
			if large = true; c.shaped() || c.first == 0 {
				c.unread()
				return nil, start, errLimit
			}
		default:
			c.rec = append(c.rec, b)
			if b == '\n' && c.first == 0 {
				c.first = len(c.rec)
			}
		}
		switch {
		case b == '\n' && state != cellQuoted:
			if len(c.ends) == 0 && len(bytes.TrimRight(c.rec, "\r\n")) == 0 && rerr == nil {
				c.rec, c.first, c.cells, start = c.rec[:0], 0, c.cells[:0], c.offset
				state = cellStart
				continue // a blank line
			}
			if large {
				return nil, start, errLimit
			}
			if state == cellBroken {
				return nil, start, fmt.Errorf("%w: a quote where none may stand", errCSV)
			}
			if n := len(c.cells); state == cellPlain && c.cells[n-1] == '\r' {
				c.cells = c.cells[:n-1]
			}
			c.ends = append(c.ends, len(c.cells))
			return c.split(), start, nil
		case state == cellBroken || large && state != cellQuoted:
		case state == cellQuoted && b == '"':
			state = cellClosed
		case large:
		case state == cellQuoted:
			if n := len(c.cells); b == '\n' && n > 0 && c.cells[n-1] == '\r' {
				c.cells = c.cells[:n-1]
			}
			c.cells = append(c.cells, b)
		case b == ',':
			c.ends = append(c.ends, len(c.cells))
			state = cellStart
		case state == cellStart && b == '"':
			state = cellQuoted
		case state == cellClosed && b == '"':
			c.cells = append(c.cells, b)
			state = cellQuoted
		case state == cellClosed && b == '\r':
		case state == cellClosed || b == '"':
			state = cellBroken
		default:
			c.cells = append(c.cells, b)
			state = cellPlain
		}
	}
}

// split returns the cells as strings of their own.
func (c *csvReader) split() []string {
	all := string(c.cells)
	row := make([]string, len(c.ends))
	at := 0
	for i, end := range c.ends {
		row[i] = all[at:end]
		at = end
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
