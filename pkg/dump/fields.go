package dump

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Fields says which fields of an input record hold what. A name may be a path with
// dots (meta.url). Empty names are looked for under the usual names.
type Fields struct {
	Text, ID, Date, URL, Title string
	Keep                       []string // fields to pass through; "all" for every one but the text
}

// The usual names, tried in this order where Fields does not say.
var (
	textNames  = []string{"text", "content", "raw_content", "body", "article", "article_text", "full_text", "maintext", "raw_text"}
	idNames    = []string{"id", "_id", "doc_id", "docid", "uuid", "warc_record_id"}
	dateNames  = []string{"date", "published", "date_publish", "publish_date", "published_at", "pub_date", "timestamp", "crawl_timestamp"}
	urlNames   = []string{"url", "link", "source_url", "uri"}
	titleNames = []string{"title", "headline"}
)

// Presets are the field names of the large public corpora that hold Hindi.
var Presets = map[string]Fields{
	"oscar":    {Text: "content", ID: "warc_headers.warc-record-id", Date: "warc_headers.warc-date", URL: "warc_headers.warc-target-uri"},
	"culturax": {Text: "text", Date: "timestamp", URL: "url"},
	"fineweb2": {Text: "text", ID: "id", Date: "date", URL: "url"},
	"mc4":      {Text: "text", Date: "timestamp", URL: "url"},
	"sangraha": {Text: "text", ID: "doc_id"},
	"hplt":     {Text: "text", ID: "id", Date: "ts", URL: "u"},
}

// object reads the payload as a JSON object and fills a in from its fields.
func (f Fields) object(a *Article) error {
	obj, valid := plainObject(a.payload)
	if obj == nil {
		if err := json.Unmarshal(a.payload, &obj); err != nil {
			return a.fail(CodeBadJSON, err)
		}
		valid = utf8.Valid(a.payload)
	}
	text, ok := f.find(obj, f.Text, textNames)
	if !ok {
		want := f.Text
		if want == "" {
			want = strings.Join(textNames, ", ")
		}
		return a.fail(CodeNoText, fmt.Errorf("no text field (%s)", want))
	}
	if a.Raw, ok = plainString(text); !ok {
		if err := json.Unmarshal(text, &a.Raw); err != nil {
			return a.fail(CodeNoText, fmt.Errorf("the text field is no string: %w", err))
		}
	}
	// encoding/json has put U+FFFD for invalid bytes and lone surrogates.
	if strings.TrimSpace(a.Raw) == "" {
		a.Warnings = append(a.Warnings, WarnEmpty)
	}
	if !valid {
		a.Warnings = append(a.Warnings, WarnInvalidUTF8)
	}
	a.ID = f.scalar(obj, f.ID, idNames)
	a.Date = f.scalar(obj, f.Date, dateNames)
	a.URL = f.scalar(obj, f.URL, urlNames)
	a.Title = f.scalar(obj, f.Title, titleNames)
	a.Keep = f.kept(a.payload, obj)
	return nil
}

// find returns the field with the given name, or the first of the usual ones.
func (f Fields) find(obj map[string]json.RawMessage, name string, usual []string) (json.RawMessage, bool) {
	if name != "" {
		return lookup(obj, name)
	}
	for _, n := range usual {
		if v, ok := obj[n]; ok {
			return v, true
		}
	}
	return nil, false
}

// scalar returns a string or number field as text, "" where there is none.
func (f Fields) scalar(obj map[string]json.RawMessage, name string, usual []string) string {
	v, ok := f.find(obj, name, usual)
	if !ok {
		return ""
	}
	s, ok := plainString(v)
	if ok || json.Unmarshal(v, &s) == nil {
		return s
	}
	var n json.Number
	if json.Unmarshal(v, &n) == nil {
		return n.String()
	}
	return ""
}

// lookup follows a dotted path; a key that itself holds dots is found too.
func lookup(obj map[string]json.RawMessage, path string) (json.RawMessage, bool) {
	if v, ok := obj[path]; ok {
		return v, true
	}
	key, rest, ok := strings.Cut(path, ".")
	if !ok {
		return nil, false
	}
	var inner map[string]json.RawMessage
	if v, ok := obj[key]; !ok || json.Unmarshal(v, &inner) != nil {
		return nil, false
	}
	return lookup(inner, rest)
}

// quoteJSON returns s as a JSON string.
func quoteJSON(s string) json.RawMessage {
	b, err := json.Marshal(s)
	if err != nil { // cannot be: any string has a JSON form
		panic(err)
	}
	return b
}
