package job

import (
	"encoding/json"
	"errors"
	"strings"

	"khabar/pkg/dump"
)

// Reject is one line of a rejects file.
type Reject struct {
	File   string `json:"file"`
	Record *int   `json:"record"` // null: the file as a whole
	Offset int64  `json:"offset"` // bytes into the decompressed file
	Code   string `json:"code"`
	Error  string `json:"error"`
	Head   string `json:"head"` // first 200 bytes of the record
}

// rejectOf describes what failed; a is the article as far as it was read.
func rejectOf(a *dump.Article, err error) Reject {
	r := Reject{File: a.Path, Offset: a.Start, Code: dump.CodeUnknownErr, Error: err.Error()}
	record := a.Record
	r.Record = &record
	var de *dump.Error
	if errors.As(err, &de) {
		record = de.Record
		r.File, r.Offset, r.Code, r.Error = de.Path, de.Offset, de.Code, de.Err.Error()
		r.Head = strings.ToValidUTF8(de.Head, "\ufffd")
		if de.Record < 0 {
			r.Record = nil
		}
	}
	return r
}

// line returns r as one line of JSON.
func (r Reject) line() []byte {
	b, err := json.Marshal(r)
	if err != nil { // cannot be: strings and numbers only
		panic(err)
	}
	return append(b, '\n')
}
