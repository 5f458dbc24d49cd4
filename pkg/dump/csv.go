package dump

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// delimited says whether head opens a CSV or TSV table that khabar can read: its first
// line names a text column, by name or by one of the usual names.
func delimited(head []byte, f Fields) Format {
	line, _, whole := bytes.Cut(bytes.TrimPrefix(head, []byte("\ufeff")), []byte("\n"))
	if !whole {
		return ""
	}
	for _, c := range []struct {
		format Format
		sep    string
	}{{FormatTSV, "\t"}, {FormatCSV, ","}} {
		cells := strings.Split(strings.TrimSuffix(string(line), "\r"), c.sep)
		if len(cells) < 2 {
			continue
		}
		for i, s := range cells {
			cells[i] = strings.Trim(s, `"`)
		}
		if f.Text != "" && slices.Contains(cells, f.Text) {
			return c.format
		}
		for _, n := range textNames {
			if f.Text == "" && slices.ContainsFunc(cells, func(c string) bool { return strings.EqualFold(c, n) }) {
				return c.format
			}
		}
	}
	return ""
}

// columns are the positions of a table's parts, -1 where there is none.
type columns struct {
	names                      []string
	text, id, date, url, title int
	keep                       []int
}

func (f Fields) columns(header []string) (columns, error) {
	c := columns{names: header}
	c.text = f.column(header, f.Text, textNames)
	c.id = f.column(header, f.ID, idNames)
	c.date = f.column(header, f.Date, dateNames)
	c.url = f.column(header, f.URL, urlNames)
	c.title = f.column(header, f.Title, titleNames)
	if c.text < 0 {
		want := f.Text
		if want == "" {
			want = strings.Join(textNames, ", ")
		}
		hint := ""
		if len(header) == 1 && strings.Contains(header[0], ";") {
			hint = ": save the table with commas or tabs between the columns, not ;"
		}
		return c, fmt.Errorf("no text column (%s) among %s%s", want, strings.Join(header, ", "), hint)
	}
	all := slices.Contains(f.Keep, "all")
	for i, name := range header {
		if all && i != c.text || slices.Contains(f.Keep, name) {
			c.keep = append(c.keep, i)
		}
	}
	return c, nil
}

func (f Fields) column(header []string, name string, usual []string) int {
	if name != "" {
		return slices.Index(header, name)
	}
	for _, n := range usual {
		if i := slices.Index(header, n); i >= 0 {
			return i
		}
		if i := slices.IndexFunc(header, func(c string) bool { return strings.EqualFold(c, n) }); i >= 0 {
			return i
		}
	}
	return -1
}

// article returns the loader of one row.
func (c *columns) article(row []string, opt *Options) func(*Article) error {
	return func(a *Article) error {
		raw, warnings, err := decode([]byte(row[c.text]))
		if err != nil {
			return a.fail(CodeBinary, err)
		}
		if int64(len(raw)) > opt.MaxBytes {
			return a.fail(CodeTooLarge, fmt.Errorf("article is over %d bytes", opt.MaxBytes))
		}
		a.Raw, a.Warnings = raw, append(a.Warnings, warnings...)
		cell := func(i int) string {
			if i < 0 {
				return ""
			}
			return strings.ToValidUTF8(row[i], "\ufffd")
		}
		a.ID, a.Date, a.URL, a.Title = cell(c.id), cell(c.date), cell(c.url), cell(c.title)
		for _, i := range c.keep {
			a.Keep = append(a.Keep, Kept{c.names[i], quoteJSON(cell(i))})
		}
		return nil
	}
}

// readCSV reads a table with a header row, by RFC 4180. A row with another number of
// cells than the header, or with broken quoting, is a failure of its own; see csvReader.
func readCSV(path string, r *bufio.Reader, opt Options, yield func(Article, error) bool) bool {
	c := &csvReader{rewinder: rewinder{r: r}, limit: maxLine(opt.MaxBytes)}
	if head, _ := r.Peek(3); bytes.Equal(head, []byte("\ufeff")) {
		_, _ = r.Discard(3)
		c.offset = 3
	}
	names, _, err := c.row()
	if err != nil {
		return yield(Article{}, &Error{Path: path, Record: -1, Code: CodeBadCSV, Err: fmt.Errorf("header: %w", err)})
	}
	header := c.split(names)
	cols, err := opt.Fields.columns(header)
	if err != nil {
		return yield(Article{}, &Error{Path: path, Record: -1, Code: CodeNoText, Err: err})
	}
	c.shapes = cols.shapes()
	for record := 0; ; record++ {
		row, start, err := c.next(len(header))
		code := CodeBadCSV
		switch {
		case err == nil:
			a := Article{Path: path, Record: record, Start: start, End: c.offset, payload: []byte(row[cols.text]), load: cols.article(row, &opt)}
			if !yield(a, nil) {
				return false
			}
			continue
		case errors.Is(err, io.EOF):
			return true
		case errors.Is(err, errLimit):
			code, err = CodeTooLarge, fmt.Errorf("row is over %d bytes", c.limit)
		case !errors.Is(err, errCSV):
			code = readCode(err)
		}
		if !yield(Article{}, &Error{Path: path, Record: record, Offset: start, Code: code, Err: err, Head: head(string(c.head))}) {
			return false
		}
	}
}

// tsvUnescape undoes what TSV writers do to keep a cell on one line.
var tsvUnescape = strings.NewReplacer(`\\`, `\`, `\t`, "\t", `\n`, "\n", `\r`, "\r")

// readTSV reads a table of one row a line, cells parted by tabs, with \t \n \r \\
// inside cells, as khabar and most databases write it. Quotes mean nothing.
func readTSV(path string, r *bufio.Reader, opt Options, yield func(Article, error) bool) bool {
	if head, _ := r.Peek(3); bytes.Equal(head, []byte("\ufeff")) {
		_, _ = r.Discard(3)
	}
	limit := maxLine(opt.MaxBytes)
	line, offset, err := readLine(r, limit)
	if err != nil && !errors.Is(err, io.EOF) {
		return yield(Article{}, &Error{Path: path, Record: -1, Code: readCode(err), Err: err})
	}
	cols, cerr := opt.Fields.columns(strings.Split(string(line), "\t"))
	if cerr != nil {
		return yield(Article{}, &Error{Path: path, Record: -1, Code: CodeNoText, Err: cerr})
	}
	for record := 0; err == nil; {
		var size int64
		line, size, err = readLine(r, limit)
		start := offset
		offset += size
		fail := func(code string, e error) bool {
			return yield(Article{}, &Error{Path: path, Record: record, Offset: start, Code: code, Err: e, Head: head(string(line))})
		}
		switch {
		case err != nil && !errors.Is(err, io.EOF):
			if ok := fail(readCode(err), err); !ok || !resumed(err) {
				return ok
			}
			record, err = record+1, nil
			continue
		case size > limit:
			if !fail(CodeTooLarge, fmt.Errorf("line is over %d bytes", limit)) {
				return false
			}
			record++
			continue
		case len(line) == 0:
			continue
		}
		row := strings.Split(string(line), "\t")
		if len(row) != len(cols.names) {
			if !fail(CodeBadCSV, fmt.Errorf("%d cells, the header has %d", len(row), len(cols.names))) {
				return false
			}
			record++
			continue
		}
		for i := range row {
			row[i] = tsvUnescape.Replace(row[i])
		}
		a := Article{Path: path, Record: record, Start: start, End: start + int64(len(line)), payload: []byte(row[cols.text]), load: cols.article(row, &opt)}
		if !yield(a, nil) {
			return false
		}
		record++
	}
	return true
}

// head cuts s to what an Error keeps.
func head(s string) string { return s[:min(len(s), headBytes)] }
