// Package encode writes records as JSON, JSON Lines, CSV and TSV.
//
// It takes finished records and promises valid output for any of them: RFC 8259
// JSON without HTML escapes, RFC 4180 CSV with LF line ends, TSV with \t \n \r \\
// escaped inside cells. An Encoder turns one record into bytes and may run on many
// goroutines; a Writer puts those bytes out in order, whole records at a time, so
// that an interrupted run never leaves half a record.
package encode
