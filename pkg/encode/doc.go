// Package encode writes records as JSON, JSON Lines, CSV, TSV, GeoJSON and Parquet.
//
// It takes finished records and promises valid output for any of them: RFC 8259
// JSON without HTML escapes, RFC 4180 CSV with LF line ends, TSV with \t \n \r \\
// escaped inside cells. An Encoder turns one record into bytes and may run on many
// goroutines; a Writer puts those bytes out in order, whole records at a time, so
// that an interrupted run never leaves half a record.
//
// Parquet has the record's own names and nesting: lists are LIST, objects STRUCT, a
// span is a STRUCT of start and end, the record's spans a LIST of name, start and end,
// fields passed through (input) are JSON in a string, and what is null or left out in JSON
// is null. A row group is closed after 8
// MB of records, so that memory stays bounded; pages are zstd. It is written by
// github.com/parquet-go/parquet-go (Apache-2.0, active).
package encode
