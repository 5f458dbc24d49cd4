package dump

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
)

// Format is a container of articles.
type Format string

// The containers.
const (
	FormatAuto    Format = "auto"
	FormatText    Format = "text"    // one article a file
	FormatJSONL   Format = "jsonl"   // one JSON object a line
	FormatJSON    Format = "json"    // an array of objects, or one object
	FormatCSV     Format = "csv"     // a table with a header row and a text column
	FormatTSV     Format = "tsv"     // the same, one row a line, parted by tabs
	FormatHTML    Format = "html"    // one page, one article
	FormatWARC    Format = "warc"    // a web archive: WARC with responses, or WET with plain text
	FormatParquet Format = "parquet" // a column of text
)

// Formats lists the containers that a user can name.
var Formats = []string{string(FormatAuto), string(FormatText), string(FormatJSONL), string(FormatJSON), string(FormatCSV), string(FormatTSV), string(FormatHTML), string(FormatWARC), string(FormatParquet)}

// detect says what container starts with head.
//
// JSON Lines: the first line is an object, and so is the start of the next line where
// head holds one. A JSON array: '[' and then an object. Everything else is text: a
// news text never starts with a whole JSON object. A table: the first line names a text
// column, whatever its case. HTML: a doctype or one of the tags that open a page. WARC and Parquet: their
// magic bytes.
func detect(head []byte, f Fields) Format {
	switch {
	case bytes.HasPrefix(head, []byte(warcMagic)):
		return FormatWARC
	case bytes.HasPrefix(head, []byte(parquetMagic)):
		return FormatParquet
	}
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	body := bytes.TrimLeft(head, " \t\r\n")
	if len(body) == 0 {
		return FormatText
	}
	switch body[0] {
	case '{':
		line, rest, whole := bytes.Cut(body, []byte("\n"))
		if json.Valid(line) {
			return FormatJSONL
		}
		if !whole { // one line longer than the look-ahead
			return FormatJSONL
		}
		if bytes.HasPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte(`"`)) || json.Valid(body) {
			return FormatJSON // an indented object
		}
		// A broken first line of JSON Lines still starts like an object with a key.
		if bytes.HasPrefix(bytes.TrimLeft(body[1:], " \t"), []byte(`"`)) {
			return FormatJSONL
		}
	case '<':
		if looksHTML(body) {
			return FormatHTML
		}
	case '[':
		next := bytes.TrimLeft(body[1:], " \t\r\n")
		if len(next) > 0 && (next[0] == '{' || next[0] == ']') {
			return FormatJSON
		}
	}
	if t := delimited(head, f); t != "" {
		return t
	}
	// The first line may be the end of a record that was cut: two whole objects behind it
	// are no news text.
	_, rest, _ := bytes.Cut(body, []byte("\n"))
	second, rest, ok := bytes.Cut(rest, []byte("\n"))
	third, _, ok3 := bytes.Cut(rest, []byte("\n"))
	if ok && ok3 && isObject(second) && isObject(third) {
		return FormatJSONL
	}
	return FormatText
}

func isObject(line []byte) bool { return bytes.HasPrefix(line, []byte("{")) && json.Valid(line) }

// named is the container that a file's name promises, "" for none. It counts only for
// what looks like plain text, so that a table without a text column and lines that all
// are broken are reported and not read as an article.
func named(path string) Format {
	for {
		ext := strings.ToLower(filepath.Ext(path))
		switch ext {
		case ".gz", ".zst", ".zstd", ".bz2", ".xz":
			path = path[:len(path)-len(ext)]
			continue
		case ".csv":
			return FormatCSV
		case ".tsv":
			return FormatTSV
		case ".jsonl", ".ndjson":
			return FormatJSONL
		}
		return ""
	}
}
