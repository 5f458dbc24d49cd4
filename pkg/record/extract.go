package record

import (
	"time"

	"khabar/pkg/dump"
)

// IST is Indian Standard Time, the zone of every time that names none.
var IST = time.FixedZone("IST", 5*3600+1800)

// Options says how to extract.
type Options struct {
	Offsets   bool      // add spans in runes and UTF-16 units
	Reference time.Time // what relative times of an undated article count from; zero: unknown
}

// Extractor extracts records. It is read-only and safe for concurrent use.
type Extractor struct {
	opt Options
}

// NewExtractor returns an Extractor with the shipped lexicon and gazetteer.
func NewExtractor(opt Options) *Extractor { return &Extractor{opt: opt} }

// Extract returns the record of article a.
func (x *Extractor) Extract(a dump.Article) *Record {
	return &Record{SchemaVersion: SchemaVersion, Source: Source{a.Path, a.Record, a.Start, a.End}}
}
