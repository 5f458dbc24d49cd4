package dump

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// maxLine is the longest line of JSON Lines that is read for an article of at most
// maxBytes: JSON may write a three-byte letter as \u0915, and other fields stand
// beside the text.
func maxLine(maxBytes int64) int64 { return 3*maxBytes + 1<<20 }

// readJSONL reads one object a line. Blank lines are skipped and not counted.
func readJSONL(path string, r *bufio.Reader, opt Options, yield func(Article, error) bool) bool {
	limit := maxLine(opt.MaxBytes)
	record, offset := 0, int64(0)
	for {
		line, size, err := readLine(r, limit)
		start := offset
		offset += size
		if err != nil && !errors.Is(err, io.EOF) {
			if ok := yield(Article{}, &Error{Path: path, Record: record, Offset: start, Code: readCode(err), Err: err}); !ok || !resumed(err) {
				return ok
			}
			record++
			continue
		}
		if size > limit {
			if !yield(Article{}, &Error{Path: path, Record: record, Offset: start, Code: CodeTooLarge, Err: fmt.Errorf("line is over %d bytes", limit), Head: string(line[:min(len(line), headBytes)])}) {
				return false
			}
			record++
		} else if len(bytes.TrimSpace(line)) > 0 {
			a := Article{Path: path, Record: record, Start: start, End: start + int64(len(line)), payload: bytes.TrimPrefix(line, []byte("\ufeff")), load: opt.loadObject}
			if !yield(a, nil) {
				return false
			}
			record++
		} else if opt.BlankLines && size > 0 {
			if !yield(Article{}, &Error{Path: path, Record: record, Offset: start, Code: CodeBadJSON, Err: errors.New("blank line")}) {
				return false
			}
			record++
		}
		if err != nil {
			return true
		}
	}
}

// readLine returns the next line without its end, and the bytes it takes in the
// stream. Of a line over limit only the start is kept.
func readLine(r *bufio.Reader, limit int64) (line []byte, size int64, err error) {
	for {
		var part []byte
		part, err = r.ReadSlice('\n')
		size += int64(len(part))
		switch {
		case size <= limit || len(line) == 0:
			line = extend(line, part, limit)
		case len(line) > headBytes:
			line = bytes.Clone(line[:headBytes])
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			break
		}
	}
	line = bytes.TrimSuffix(line, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r")), size, err
}

// loadObject decodes a record that is a JSON object.
func (opt *Options) loadObject(a *Article) error {
	if err := opt.Fields.object(a); err != nil {
		return err
	}
	if int64(len(a.Raw)) > opt.MaxBytes {
		return a.fail(CodeTooLarge, fmt.Errorf("article is over %d bytes", opt.MaxBytes))
	}
	return nil
}

var errLimit = errors.New("record is too large")

// kept returns the fields to pass through, "all" in the order of the input.
func (f Fields) kept(payload []byte, obj map[string]json.RawMessage) []Kept {
	if len(f.Keep) == 0 {
		return nil
	}
	var out []Kept
	if !slices.Contains(f.Keep, "all") {
		for _, name := range f.Keep {
			if v, ok := lookup(obj, name); ok {
				out = append(out, Kept{name, v})
			}
		}
		return out
	}
	dec := json.NewDecoder(bytes.NewReader(payload))
	if _, err := dec.Token(); err != nil {
		return nil
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return out
		}
		var v json.RawMessage
		if dec.Decode(&v) != nil {
			return out
		}
		name, _ := key.(string)
		if !f.isText(name) {
			out = append(out, Kept{name, v})
		}
	}
	return out
}

// isText reports whether the field holds the text that the article was made of.
func (f Fields) isText(name string) bool {
	if f.Text != "" {
		return name == f.Text
	}
	return slices.Contains(textNames, name)
}
