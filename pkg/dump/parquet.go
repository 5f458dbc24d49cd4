package dump

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

const parquetMagic = "PAR1"

// atReader is what can be read at any place and knows its length, as a Parquet file
// must: its table of contents stands at the end.
type atReader interface {
	io.ReaderAt
	Size() int64
}

// statFile gives an open file a Size.
type statFile struct {
	io.ReaderAt
	size int64
}

func (f statFile) Size() int64 { return f.size }

// randomAccess returns r as an atReader where it is a file or memory.
func randomAccess(r io.Reader) (atReader, bool) {
	switch r := r.(type) {
	case *counted:
		inner, ok := randomAccess(r.Reader)
		return countedAt{inner, r.n}, ok
	case atReader:
		return r, true
	case interface {
		io.ReaderAt
		Stat() (fs.FileInfo, error)
	}:
		if info, err := r.Stat(); err == nil && info.Mode().IsRegular() {
			return statFile{r, info.Size()}, true
		}
	}
	return nil, false
}

// cells are the columns of a Parquet file that hold the parts of an article.
type cells struct {
	text, id, date, url, title *parquet.Column
	keep                       []*parquet.Column
}

// pathOf is the name of a column: those of the structs around it, parted by dots.
func pathOf(c *parquet.Column) string { return strings.Join(c.Path(), ".") }

// leaves returns the columns that hold one value a row.
func leaves(c *parquet.Column, out []*parquet.Column) []*parquet.Column {
	if c.Leaf() {
		if c.MaxRepetitionLevel() == 0 {
			out = append(out, c)
		}
		return out
	}
	for _, sub := range c.Columns() {
		out = leaves(sub, out)
	}
	return out
}

func isString(c *parquet.Column) bool {
	k := c.Type().Kind()
	return k == parquet.ByteArray || k == parquet.FixedLenByteArray
}

// cells finds the columns that f names, or those with the usual names.
func (f Fields) cells(root *parquet.Column) (cells, error) {
	all := leaves(root, nil)
	names := make([]string, len(all))
	for i, c := range all {
		names[i] = pathOf(c)
	}
	at := func(name string, usual []string) *parquet.Column {
		if i := f.column(names, name, usual); i >= 0 {
			return all[i]
		}
		return nil
	}
	out := cells{text: at(f.Text, textNames), id: at(f.ID, idNames), date: at(f.Date, dateNames), url: at(f.URL, urlNames), title: at(f.Title, titleNames)}
	if out.text == nil || !isString(out.text) {
		want := f.Text
		if want == "" {
			want = strings.Join(textNames, ", ")
		}
		return out, fmt.Errorf("no text column (%s) among %s", want, strings.Join(names, ", "))
	}
	for i, c := range all {
		if slices.Contains(f.Keep, "all") && c != out.text || slices.Contains(f.Keep, names[i]) {
			out.keep = append(out.keep, c)
		}
	}
	return out, nil
}

// readParquet reads the rows of a Parquet file, one page of each column that counts at
// a time. What the library cannot read costs the rest of its row group; the next group
// follows. Source ranges do not exist in a file of columns and stay 0.
func readParquet(path string, r io.Reader, opt Options, yield func(Article, error) bool) bool {
	whole := func(code string, err error) bool {
		return yield(Article{}, &Error{Path: path, Record: -1, Code: code, Err: err})
	}
	file, ok := randomAccess(r)
	if !ok {
		return whole(CodeBadFormat, errors.New("a Parquet file is read from its end: give the path of an uncompressed file, not a pipe"))
	}
	var pf *parquet.File
	var cols cells
	code := CodeBadFormat
	err := guard("Parquet", func() error {
		var err error
		if pf, err = parquet.OpenFile(file, file.Size(), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true), parquet.ReadBufferSize(peekBytes)); err != nil {
			return err
		}
		if cols, err = opt.Fields.cells(pf.Root()); err != nil {
			code = CodeNoText
		}
		return err
	})
	if err != nil {
		return whole(code, err)
	}
	record := 0
	for _, rg := range pf.RowGroups() {
		var g *group
		if err := guard("Parquet", func() error { g = openGroup(rg, cols); return nil }); err != nil {
			if !whole(CodeBadFormat, err) {
				return false
			}
			continue
		}
		for i := int64(0); i < rg.NumRows(); i++ {
			var load func(*Article) error
			err := guard("Parquet", func() error {
				var err error
				load, err = g.row(&opt)
				return err
			})
			a := Article{Path: path, Record: record, load: load}
			if err != nil {
				e := &Error{Path: path, Record: record, Code: CodeBadFormat, Err: fmt.Errorf("%w; the row group's other %d rows are lost", err, rg.NumRows()-i-1)}
				if !yield(Article{}, e) {
					g.close()
					return false
				}
				record += int(rg.NumRows() - i)
				break
			}
			if !yield(a, nil) {
				g.close()
				return false
			}
			record++
		}
		g.close()
	}
	return true
}

// group reads the rows of one row group.
type group struct {
	cells
	chunks []*chunk
}

// chunk reads the values of one column of a row group.
type chunk struct {
	column *parquet.Column
	pages  parquet.Pages
	page   parquet.Page
	values parquet.ValueReader
	buf    [64]parquet.Value
	ready  []parquet.Value // of buf
}

func openGroup(rg parquet.RowGroup, c cells) *group {
	g := &group{cells: c}
	chunks := rg.ColumnChunks()
	for _, col := range append([]*parquet.Column{c.text, c.id, c.date, c.url, c.title}, c.keep...) {
		if col != nil && !slices.ContainsFunc(g.chunks, func(c *chunk) bool { return c.column == col }) {
			g.chunks = append(g.chunks, &chunk{column: col, pages: chunks[col.Index()].Pages()})
		}
	}
	return g
}

func (g *group) close() {
	for _, c := range g.chunks {
		_ = guard("Parquet", func() error {
			parquet.Release(c.page)
			return c.pages.Close()
		})
	}
}

// next returns the column's value in the next row. It is valid until the next call.
func (c *chunk) next() (parquet.Value, error) {
	for len(c.ready) == 0 {
		if c.values == nil {
			page, err := c.pages.ReadPage()
			if errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF // fewer values than rows
			}
			if err != nil {
				return parquet.Value{}, err
			}
			c.page, c.values = page, page.Values()
		}
		n, err := c.values.ReadValues(c.buf[:])
		c.ready = c.buf[:n]
		if n == 0 && (err == nil || errors.Is(err, io.EOF)) {
			parquet.Release(c.page)
			c.page, c.values = nil, nil
		} else if n == 0 {
			return parquet.Value{}, err
		}
	}
	v := c.ready[0]
	c.ready = c.ready[1:]
	return v, nil
}

// row returns the loader of the next row. All columns move on, whatever the row holds.
func (g *group) row(opt *Options) (func(*Article) error, error) {
	values := make(map[*parquet.Column]parquet.Value, len(g.chunks))
	large := false
	for _, c := range g.chunks {
		v, err := c.next()
		if err != nil {
			return nil, fmt.Errorf("column %s: %w", pathOf(c.column), err)
		}
		large = large || isString(c.column) && int64(len(v.ByteArray())) > opt.MaxBytes
		if !large {
			values[c.column] = v.Clone()
		}
	}
	if large {
		return func(a *Article) error {
			return a.fail(CodeTooLarge, fmt.Errorf("article is over %d bytes", opt.MaxBytes))
		}, nil
	}
	return func(a *Article) error {
		text := values[g.text]
		if text.IsNull() {
			return a.fail(CodeNoText, fmt.Errorf("column %s is null", pathOf(g.text)))
		}
		a.payload = text.ByteArray()
		raw, warnings, err := decode(a.payload)
		if err != nil {
			return a.fail(CodeBinary, err)
		}
		a.Raw, a.Warnings = raw, append(a.Warnings, warnings...)
		cell := func(c *parquet.Column) string {
			if c == nil {
				return ""
			}
			return plain(c, values[c])
		}
		a.ID, a.Date, a.URL, a.Title = cell(g.id), cell(g.date), cell(g.url), cell(g.title)
		for _, c := range g.keep {
			a.Keep = append(a.Keep, Kept{pathOf(c), asJSON(c, values[c])})
		}
		return nil
	}, nil
}

// plain returns a value as text: times as RFC 3339, "" for null.
func plain(c *parquet.Column, v parquet.Value) string {
	if v.IsNull() {
		return ""
	}
	switch lt := logical(c).(type) {
	case *format.DateType:
		return time.Unix(int64(v.Int32())*24*60*60, 0).UTC().Format(time.DateOnly)
	case *format.TimestampType:
		if v.Kind() != parquet.Int64 || lt.Unit.Value == nil {
			break
		}
		per := int64(time.Second / lt.Unit.Value.Duration())
		t := time.Unix(v.Int64()/per, v.Int64()%per*int64(lt.Unit.Value.Duration())).UTC()
		if lt.IsAdjustedToUTC {
			return t.Format(time.RFC3339)
		}
		return t.Format("2006-01-02T15:04:05") // of a clock whose zone nobody wrote down
	}
	switch v.Kind() {
	case parquet.ByteArray, parquet.FixedLenByteArray:
		return strings.ToValidUTF8(string(v.ByteArray()), "\ufffd")
	case parquet.Boolean:
		return strconv.FormatBool(v.Boolean())
	}
	return v.String()
}

// logical returns what the column's values stand for, nil where the file does not say.
func logical(c *parquet.Column) format.LogicalTypeValue {
	if lt := c.Type().LogicalType(); lt != nil {
		return lt.Value
	}
	return nil
}

// asJSON returns a value as JSON; bytes that are no text in base 64.
func asJSON(c *parquet.Column, v parquet.Value) json.RawMessage {
	switch {
	case v.IsNull():
		return json.RawMessage("null")
	case isString(c):
		if b := v.ByteArray(); !utf8.Valid(b) {
			return quoteJSON(base64.StdEncoding.EncodeToString(b))
		}
	default:
		if _, integer := logical(c).(*format.IntType); logical(c) != nil && !integer {
			break
		}
		if b := json.RawMessage(v.String()); json.Valid(b) {
			return b
		}
	}
	return quoteJSON(plain(c, v))
}
