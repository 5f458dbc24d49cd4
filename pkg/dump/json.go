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

// maxDepth is how deep JSON may be nested, as in encoding/json.
const maxDepth = 10_000

// maxKeys is how many first keys of elements are kept; a damaged one may be among them.
const maxKeys = 16

// readJSON reads JSON arrays of objects, or objects one after another that are not one
// a line. An element that is no JSON costs itself: see jsonReader.
func readJSON(path string, r *bufio.Reader, opt Options, yield func(Article, error) bool) bool {
	j := &jsonReader{rewinder: rewinder{r: r}, limit: maxLine(opt.MaxBytes), texts: textNames}
	if opt.Fields.Text != "" {
		first, _, _ := strings.Cut(opt.Fields.Text, ".")
		j.texts = []string{opt.Fields.Text, first}
	}
	if bom, _ := r.Peek(3); bytes.Equal(bom, []byte("\ufeff")) {
		_, _ = r.Discard(3)
		j.offset = 3
	}
	for record := 0; ; record++ {
		start, err := j.element()
		if err == nil {
			a := Article{Path: path, Record: record, Start: start, End: j.offset, payload: bytes.Clone(j.buf), load: opt.loadObject}
			if !yield(a, nil) {
				return false
			}
			continue
		}
		if errors.Is(err, io.EOF) {
			return true
		}
		code := readCode(err)
		var bad *syntaxError
		switch {
		case errors.As(err, &bad):
			code = CodeBadJSON
		case errors.Is(err, errLimit):
			code, err = CodeTooLarge, fmt.Errorf("element is over %d bytes", j.limit)
		}
		if !yield(Article{}, &Error{Path: path, Record: record, Offset: start, Code: code, Err: err, Head: head(string(j.head))}) {
			return false
		}
	}
}

// jsonReader cuts a stream of JSON into its elements: those of an array, or values one
// after another.
//
// It checks how brackets, strings, commas and colons follow each other, since an element
// that breaks there has no certain end. Behind such an element the next one is looked
// for from its first byte on: an object that opens behind a comma, a bracket or a line
// end, is whole, has a text field, and starts with the same key as a good element did. So a lost quote or bracket costs one element, and an object inside the bad one
// does not pass for an article. What else may be wrong inside an element (a number, an
// escape) is found when it is decoded.
type jsonReader struct {
	rewinder
	limit int64
	texts []string // names of the text field
	later error    // of a member that can be gone on behind; to be returned

	inArray bool
	after   bool // an element, so that no other may follow at once but an object
	loose   bool // something was lost: brackets of the array may be too
	lost    bool // looking for the next element
	effort  int64

	buf   []byte   // the element
	head  []byte   // its first bytes
	large bool     // it is over limit; buf is no longer kept
	keys  []string // first keys of good elements
}

// syntaxError is a place where JSON cannot go on.
type syntaxError struct {
	got  byte
	want string
}

func (e *syntaxError) Error() string { return fmt.Sprintf("%q where %s should stand", e.got, e.want) }

// space returns the next byte that is not white space.
func (j *jsonReader) space() (byte, error) {
	for {
		c, err := j.next()
		if err != nil || c != ' ' && c != '\n' && c != '\r' && c != '\t' {
			return c, err
		}
	}
}

// element reads the next element into buf and returns where it starts. After an error
// that is not io.EOF the next call goes on.
func (j *jsonReader) element() (start int64, err error) {
	j.head = nil
	if err := j.later; err != nil {
		j.later = nil
		return j.offset, j.broken(err)
	}
	for !j.lost {
		c, err := j.space()
		switch {
		case err != nil:
			if errors.Is(err, io.EOF) && j.inArray && !j.loose {
				j.loose = true
				return j.offset, fmt.Errorf("%w: the array has no end", io.ErrUnexpectedEOF)
			}
			return j.offset, j.broken(err)
		case c == ',' && (j.inArray || j.loose):
			j.after = false
		case c == ']' && (j.inArray || j.loose):
			j.inArray, j.after = false, false
		case c == '[' && (!j.inArray || j.loose):
			j.inArray, j.after = true, false
		case j.after && c != '{':
			j.unread()
			return j.offset, j.broken(&syntaxError{c, "a comma"})
		default:
			start := j.offset - 1
			j.after = true
			key, text, err := j.value(c, nil)
			if err == nil && c == '[' && bytes.IndexByte(j.buf, '{') > 0 {
				err = &syntaxError{c, "an object"} // a stray bracket may hide the elements behind it
			}
			if err != nil {
				if errors.Is(err, io.EOF) {
					err = io.ErrUnexpectedEOF
				}
				if errors.Is(err, errLimit) {
					return start, err
				}
				j.back1()
				return start, j.broken(err)
			}
			if text && len(j.keys) < maxKeys && !slices.Contains(j.keys, key) {
				j.keys = append(j.keys, key)
			}
			return start, nil
		}
	}
	return j.search()
}

// broken notes that elements must be looked for.
func (j *jsonReader) broken(err error) error {
	if !errors.Is(err, io.EOF) {
		j.told = j.err != nil && !errors.Is(j.err, io.EOF)
		j.lost, j.loose = true, true
		j.effort = 2 * j.limit
	}
	return err
}

// search finds the next element behind a broken one.
func (j *jsonReader) search() (start int64, err error) {
	for before := byte(','); ; {
		c, err := j.next()
		if err != nil {
			if j.err != nil {
				if j.told {
					err = io.EOF
				}
				j.told = true
			}
			return j.offset, err
		}
		if c == '{' && strings.IndexByte(",}[\n", before) >= 0 {
			start := j.offset - 1
			_, text, err := j.value(c, j.keys)
			if err == nil && text && j.between() {
				j.lost, j.after = false, true
				return start, nil
			}
			if j.effort -= int64(len(j.buf)); j.effort > 0 {
				j.back1()
			}
			before = c
			continue
		}
		if c == '\n' || c != ' ' && c != '\t' && c != '\r' {
			before = c
		}
	}
}

// back1 puts all of the element but its first byte back.
func (j *jsonReader) back1() {
	if len(j.buf) > 0 && j.again(j.buf[1:]) {
		j.buf = nil
	}
}

// between reports whether an element may end here: before a comma, a bracket, another
// element or nothing.
func (j *jsonReader) between() bool {
	c, err := j.space()
	if err != nil {
		if j.err == nil {
			j.later = err
		}
		return true
	}
	j.unread()
	return strings.IndexByte(",]{", c) >= 0
}

// want is what the grammar asks for next.
type want int

const (
	wantValue want = iota
	wantItem       // or the end of an array
	wantKey
	wantFirst // key, or the end of an object
	wantColon
	wantComma // or the end of what is open
)

func (w want) String() string {
	return [...]string{"a value", "a value or ]", "a key", "a key or }", "a colon", "a comma or the end"}[w]
}

// value reads a value that starts with c into buf. It returns the first key of an
// object and whether the object has a text field. An object whose first key is none of
// must is given up, unless must is empty.
func (j *jsonReader) value(c byte, must []string) (first string, text bool, err error) {
	j.buf, j.large = append(j.buf[:0], c), false
	defer func() {
		j.head = j.buf[:min(len(j.buf), headBytes)]
		if err == nil && j.large {
			err = errLimit
		}
		if j.large {
			j.buf = nil
		}
	}()
	var open []byte // brackets
	state := wantValue
	for {
		switch {
		case c == ' ' || c == '\n' || c == '\r' || c == '\t':
		case state == wantColon:
			if c != ':' {
				return first, text, &syntaxError{c, state.String()}
			}
			state = wantValue
		case state == wantComma && c == ',':
			state = wantValue
			if open[len(open)-1] == '{' {
				state = wantKey
			}
		case state == wantComma && c == open[len(open)-1]+2, state == wantItem && c == ']', state == wantFirst && c == '}': // '[' and ']', '{' and '}' lie two apart
			open = open[:len(open)-1]
			state = wantComma
		case state == wantComma:
			return first, text, &syntaxError{c, state.String()}
		case state == wantKey || state == wantFirst:
			if c != '"' {
				return first, text, &syntaxError{c, state.String()}
			}
			at := len(j.buf)
			if err := j.str(); err != nil {
				return first, text, err
			}
			if len(open) == 1 && !j.large {
				key := string(j.buf[at : len(j.buf)-1])
				if state == wantFirst {
					if first = key; len(must) > 0 && !slices.Contains(must, key) {
						return first, false, &syntaxError{c, "another key"}
					}
				}
				text = text || slices.Contains(j.texts, key)
			}
			state = wantColon
		case c == '{' || c == '[':
			if len(open) == maxDepth {
				return first, text, &syntaxError{c, "less nesting"}
			}
			open = append(open, c)
			state = wantItem
			if c == '{' {
				state = wantFirst
			}
		case c == '"':
			if err := j.str(); err != nil {
				return first, text, err
			}
			state = wantComma
		case c == '-' || c >= '0' && c <= '9' || c == 't' || c == 'f' || c == 'n':
			if err := j.word(); err != nil {
				if errors.Is(err, io.EOF) && len(open) == 0 {
					err = nil
				}
				return first, text, err
			}
			state = wantComma
		default:
			return first, text, &syntaxError{c, state.String()}
		}
		if len(open) == 0 && state == wantComma {
			return first, text, nil
		}
		if c, err = j.next(); err != nil {
			return first, text, err
		}
		j.keep(c)
	}
}

// keep adds a byte to the element.
func (j *jsonReader) keep(c byte) {
	switch {
	case j.large:
	case int64(len(j.buf)) >= j.limit:
		j.large = true
		j.buf = bytes.Clone(j.buf[:headBytes])
	case len(j.buf) < cap(j.buf):
		j.buf = append(j.buf, c)
	default:
		j.buf = extend(j.buf, []byte{c}, j.limit)
	}
}

// str reads a string behind its first quote.
func (j *jsonReader) str() error {
	for {
		c, err := j.next()
		if err != nil {
			return err
		}
		if c < ' ' {
			j.unread()
			return &syntaxError{c, "the end of a string"}
		}
		j.keep(c)
		switch c {
		case '"':
			return nil
		case '\\':
			if c, err = j.next(); err != nil {
				return err
			}
			j.keep(c)
		}
	}
}

// word reads the rest of a number, true, false or null.
func (j *jsonReader) word() error {
	for {
		c, err := j.next()
		if err != nil {
			return err
		}
		if strings.IndexByte(" \t\r\n,:]}[{\"", c) >= 0 {
			j.unread()
			return nil
		}
		j.keep(c)
	}
}
