package record

import (
	"encoding/json"
	"reflect"
	"strings"

	"khabar/pkg/dump"
)

// SchemaVersion is the version of the record's names and meanings.
const SchemaVersion = "1"

// Span is [start, end): bytes, clusters, runes or UTF-16 units of the article's raw
// text, as the field that holds it says.
type Span [2]int

// Source says where the article stands: file, number in the file (from 0), and byte
// range in the decompressed file.
type Source struct {
	Path   string `json:"path"`
	Record int    `json:"record"`
	Start  int64  `json:"start"`
	End    int64  `json:"end"`
}

// Position is where an item stands in the raw text. Runes and UTF16 are set only
// under Options.Offsets.
type Position struct {
	Span     Span  `json:"span"`
	Clusters Span  `json:"clusters"`
	Runes    *Span `json:"runes,omitempty"`
	UTF16    *Span `json:"utf16,omitempty"`
}

// Why tells under Options.Explain which rule found an item.
type Why struct {
	Rule string `json:"rule,omitempty"`
}

// Candidate is another place that a name could have meant.
type Candidate struct {
	NameEn     string  `json:"name_en"`
	Kind       string  `json:"kind"`
	DistrictEn *string `json:"district_en"`
	StateEn    *string `json:"state_en"`
	Country    *string `json:"country"`
	Code       *string `json:"code"`
}

// Record is one article, as design/CONTRACT fixes it: every key is always present
// and in this order; a scalar that was not found is null, an empty list [].
type Record struct {
	SchemaVersion string          `json:"schema_version"`
	ID            string          `json:"id"`
	Source        Source          `json:"source"`
	Publisher     *string         `json:"publisher"`
	Section       []string        `json:"section"`
	Headline      *string         `json:"headline"`
	Topic         *string         `json:"topic"`
	Summary       *string         `json:"summary"`
	Byline        []string        `json:"byline"`
	Captions      []string        `json:"captions"`
	Published     *string         `json:"published"`
	Updated       *string         `json:"updated"`
	PublishedText *string         `json:"published_text"`
	UpdatedText   *string         `json:"updated_text"`
	Date          *string         `json:"date"`
	DateFrom      *string         `json:"date_from"`
	Place         *Place          `json:"place"`
	Language      string          `json:"language"`
	Text          string          `json:"text"`
	Places        []Place         `json:"places"`
	People        []Person        `json:"people"`
	Organizations []Organization  `json:"organizations"`
	Quotes        []Quote         `json:"quotes"`
	Numbers       []Number        `json:"numbers"`
	Dates         []Date          `json:"dates"`
	Related       []string        `json:"related"`
	Furniture     []Furniture     `json:"furniture"`
	Stats         Stats           `json:"stats"`
	Spans         map[string]Span `json:"spans"`
	Warnings      []string        `json:"warnings"`
	Input         Input           `json:"input,omitempty"`
}

// Input holds fields of the input record that the user asked to keep, as they were
// and in their order.
type Input []dump.Kept

// MarshalJSON writes the fields as one object.
func (in Input) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, k := range in {
		if i > 0 {
			b = append(b, ',')
		}
		name, err := json.Marshal(k.Name)
		if err != nil {
			return nil, err
		}
		b = append(append(append(b, name...), ':'), k.Value...)
	}
	return append(b, '}'), nil
}

// Place is a place that the article names or reports from.
type Place struct {
	Text       string   `json:"text"`
	Name       string   `json:"name"`
	NameEn     *string  `json:"name_en"`
	Kind       *string  `json:"kind"`
	District   *string  `json:"district"`
	DistrictEn *string  `json:"district_en"`
	State      *string  `json:"state"`
	StateEn    *string  `json:"state_en"`
	Country    *string  `json:"country"`
	Code       *string  `json:"code"`
	Lat        *float64 `json:"lat"`
	Lon        *float64 `json:"lon"`
	From       string   `json:"from"`
	Count      int      `json:"count"`
	Position
	Mentions []Span `json:"mentions"`
	Why
	// Candidates are the other places of that name, under Options.Explain.
	Candidates []Candidate `json:"candidates,omitempty"`
}

// Person is a person with all mentions and offices.
type Person struct {
	Text         string   `json:"text"`
	Name         string   `json:"name"`
	Honorific    *string  `json:"honorific"`
	Roles        []string `json:"roles"`
	Jurisdiction *string  `json:"jurisdiction"`
	Official     bool     `json:"official"`
	Organization *string  `json:"organization"`
	Count        int      `json:"count"`
	Position
	Mentions []Span `json:"mentions"`
	Why
}

// Organization is a party, ministry, court, company and the like.
type Organization struct {
	Text   string  `json:"text"`
	Name   string  `json:"name"`
	NameEn *string `json:"name_en"`
	Kind   string  `json:"kind"`
	Count  int     `json:"count"`
	Position
	Mentions []Span `json:"mentions"`
	Why
}

// Quote is who said what.
type Quote struct {
	Text        string  `json:"text"`
	Kind        string  `json:"kind"`
	Speaker     *string `json:"speaker"`
	SpeakerText *string `json:"speaker_text"`
	Resolved    string  `json:"resolved"`
	Role        *string `json:"role"`
	Official    bool    `json:"official"`
	Via         *string `json:"via"`
	Cue         *string `json:"cue"`
	Act         string  `json:"act"`
	Position
	CueSpan     *Span `json:"cue_span"`
	SpeakerSpan *Span `json:"speaker_span"`
	Why
}

// Number is a quantity with what it counts.
type Number struct {
	Text      string   `json:"text"`
	Value     *float64 `json:"value"`
	Max       *float64 `json:"max"`
	Unit      *string  `json:"unit"`
	UnitText  *string  `json:"unit_text"`
	Kind      string   `json:"kind"`
	Qualifier *string  `json:"qualifier"`
	Position
	Why
}

// Date is a calendar date, a time, or an interval.
type Date struct {
	Text     string  `json:"text"`
	Value    *string `json:"value"`
	Grain    string  `json:"grain"`
	Relative bool    `json:"relative"`
	Position
	Why
}

// Furniture is a piece of the page that is not the article.
type Furniture struct {
	Text  string `json:"text"`
	Label string `json:"label"`
	Position
}

// Stats are the sizes of the raw text; Devanagari is the share of letters, 0–1.
type Stats struct {
	Bytes      int     `json:"bytes"`
	Clusters   int     `json:"clusters"`
	Words      int     `json:"words"`
	Sentences  int     `json:"sentences"`
	Devanagari float64 `json:"devanagari"`
}

// Has reports whether the top-level field name holds a value: not null, not "", not an
// empty list.
func (r *Record) Has(name string) bool {
	v := reflect.ValueOf(r).Elem()
	t := v.Type()
	for i := range t.NumField() {
		if n, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ","); n == name {
			f := v.Field(i)
			return !f.IsZero() && (f.Kind() != reflect.Slice && f.Kind() != reflect.Map || f.Len() > 0)
		}
	}
	return false
}
