package dump

import (
	"encoding/json"
	"fmt"
)

// Article is one raw article and where it stands. Load fills in what comes from the
// record's own bytes.
type Article struct {
	Path   string // as given or found under a given folder; "-" for standard input
	Root   string // the folder given, under which Path was found; "" for a file given itself
	Record int    // 0-based number of the article in its file
	Start  int64  // byte range in the decompressed file
	End    int64

	Plain bool // the whole of a text file, which may hold several articles

	// Set by Load.
	Raw       string // valid UTF-8
	ID        string // the record's own id, "" where it has none
	Date      string // the record's own date, "" where it has none
	URL       string // the record's own address, "" where it has none
	Title     string // the record's own title, "" where it has none
	Published string // publication time that the container states (HTML metadata), "" where it has none
	Updated   string // time of the last change that the container states
	Publisher string // publisher that the container states
	Keep      []Kept // fields passed through, in the order asked for
	Warnings  []string

	payload []byte
	load    func(*Article) error
}

// Kept is a field of the input record that is passed through to the output.
type Kept struct {
	Name  string
	Value json.RawMessage
}

// Load decodes the record. It is called once, before the fields that it sets are
// read; its error is an *Error.
func (a *Article) Load() error {
	if a.load == nil {
		return nil
	}
	load := a.load
	a.load = nil
	err := load(a)
	a.payload = nil
	return err
}

// Payload returns the record's own bytes before Load, for a rejects file: the first
// n of them.
func (a *Article) Payload(n int) []byte { return a.payload[:min(n, len(a.payload))] }

// fail returns an *Error that stands at the article.
func (a *Article) fail(code string, err error) error {
	return &Error{Path: a.Path, Record: a.Record, Offset: a.Start, Code: code, Err: err, Head: string(a.Payload(headBytes))}
}

// loadText decodes the payload as plain text.
func loadText(a *Article) error {
	raw, warnings, err := decode(a.payload)
	if err != nil {
		return a.fail(CodeBinary, err)
	}
	a.Raw = raw
	a.Warnings = append(a.Warnings, warnings...)
	return nil
}

// Error codes, stable: they stand in messages and in the rejects file.
const (
	CodeOpen       = "unreadable"     // cannot be opened or read
	CodeTruncated  = "truncated"      // a compressed file that ends too early or is damaged
	CodeBinary     = "binary"         // not text
	CodeTooLarge   = "too_large"      // over Options.MaxBytes
	CodeNoInput    = "no_input"       // a folder without matching files
	CodeBadJSON    = "bad_json"       // not a JSON object
	CodeNoText     = "no_text"        // the text field is missing, or not a string
	CodeBadCSV     = "bad_csv"        // wrong number of columns, or broken quoting
	CodeBadFormat  = "bad_format"     // the container is damaged or of another kind than said
	CodeUnknownErr = "internal_error" // khabar's own fault: please report
)

// Warning codes of an Article.
const (
	WarnInvalidUTF8 = "invalid_utf8"
	WarnEmpty       = "empty"
	WarnUTF16       = "utf16"
	WarnEntities    = "html_entities" // letters were numeric HTML references; offsets count decoded text
	WarnTruncated   = "truncated"     // the container says, or shows, that the text is cut off
)

// headBytes is how much of a bad record an Error keeps.
const headBytes = 200

// Error is an input, or a record in it, that gave no article.
type Error struct {
	Path   string
	Record int // -1: the file as a whole
	Offset int64
	Code   string
	Err    error
	Head   string // first bytes of the bad record, "" where unknown
}

// Error names the file, the record and the byte offset where they are known.
func (e *Error) Error() string {
	where := e.Path
	if where == "-" {
		where = "standard input"
	}
	if e.Record >= 0 {
		where += fmt.Sprintf(": record %d, byte %d", e.Record, e.Offset)
	}
	return fmt.Sprintf("%s: %v [%s]", where, e.Err, e.Code)
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }
