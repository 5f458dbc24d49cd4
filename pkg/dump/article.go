package dump

import "fmt"

// Article is one raw article and where it stands.
type Article struct {
	Path     string // as given or found under a given folder; "-" for standard input
	Record   int    // 0-based number of the article in its file
	Start    int64  // byte range in the decompressed file
	End      int64
	Raw      string // valid UTF-8
	ID       string // the input record's own id, "" where it has none
	Date     string // the input record's own date, "" where it has none
	Warnings []string
}

// Error codes, stable: they stand in messages and in the rejects file.
const (
	CodeOpen     = "unreadable" // cannot be opened or read
	CodeBinary   = "binary"     // not text
	CodeTooLarge = "too_large"  // over Options.MaxBytes
	CodeNoInput  = "no_input"   // a folder without matching files
)

// Warning codes of an Article.
const (
	WarnInvalidUTF8 = "invalid_utf8"
	WarnEmpty       = "empty"
	WarnUTF16       = "utf16"
)

// Error is an input, or a record in it, that gave no article.
type Error struct {
	Path   string
	Record int // -1: the file as a whole
	Offset int64
	Code   string
	Err    error
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
