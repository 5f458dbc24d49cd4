// Package dump reads piles of raw articles and hands them on one at a time.
//
// It takes paths (files, folders, "-" for standard input) in any of the containers
// that people keep text in, compressed or not, and promises:
//
//   - articles come in a stable order: arguments as given, folders by name, records
//     as they stand in the file;
//   - an Article's Raw is valid UTF-8 whatever the bytes were, with a warning that
//     says what was repaired;
//   - whatever gives no article is an *Error with path, record, byte offset and a
//     stable code, and everything before and after it still comes;
//   - nothing is held in memory but the records under way, and no record may be
//     larger than a limit, so that a zip bomb or a line of a gigabyte costs time and
//     not memory.
//
// Reading is split in two, so that the costly half runs on all cores: Articles cuts
// the stream into records on one goroutine, and Article.Load decodes one record
// (JSON, character encoding) on the goroutine that works on it.
//
// # Containers
//
// A container is recognised by its first bytes, unless Options.Format says what it is:
// see detect.go. The name counts only where a file that looks like plain text says that
// it is a table or JSON Lines. Compression (gzip with many
// members, zstd, bzip2, xz) is peeled off first.
//
// Tables and JSON in UTF-16, as spreadsheets save them, are recoded on the way: their byte
// offsets count the UTF-8 that came of it. A text in UTF-16 says so in a warning.
//
// # Damage
//
// A damaged record costs itself, and what stands behind it comes out, as far as the
// container shows where that is:
//
//   - JSON Lines and TSV: the next line.
//   - JSON arrays, and objects one after another: the next whole object with a text field
//     that starts as elements do (jsonReader).
//   - CSV: where a quote is lost or too many, the next line that is a row like the others
//     (csvReader). A table without a column of numbers, ids, times or addresses gives no
//     such hint; a lost quote may then cost the rows up to the next quote.
//   - WARC and WET: the next line that starts a record.
//   - Parquet: the next row group. Bytes are not summed up in it, so damage that leaves a
//     page readable may alter the rows of the group. A damaged table of contents, at the
//     file's end, costs the file.
//   - Compression: all that stands before the damage comes out, and reading goes on at the
//     next unit that can be unpacked by itself: a member of gzip, a frame of zstd,
//     a block of bzip2, a stream of xz, or a block where the file says how long its blocks are
//     (xz -T0). What was under way is lost: all of the rest where a file is one unit, as gzip,
//     zstd and xz -T1 write it (damage.go). Of bzip2, a block comes out when its sum is right.
//
// Of a web archive the records count that hold an article: conversion records (the
// plain text of Common Crawl's WET files), and responses and resources with HTML or
// plain text and status 200. All others are passed over and get no number. A record
// whose Content-Length is wrong costs itself: the next one is found by its first line.
//
// Of an HTML page the readability library finds the body. Raw, which every span counts
// in, is then what it found as plain text: the headline (the page's h1, else that of
// its metadata), a blank line, and the paragraphs, parted by blank lines. JSON-LD of
// schema.org goes before meta tags, they before the page's title; they give Title,
// Published, Updated, Publisher and URL. The record takes those where the text shows
// none: they have no entry in its spans. A WARC record's own id, address and crawl date
// become ID, URL and Date.
//
// Parquet gives a row for each article, read a page of each column at a time; columns
// of lists are left alone. It has no byte ranges: Start and End stay 0. It must be a
// file, not a pipe, since its table of contents stands at the end.
//
// # Libraries
//
// Chosen for this package, with licence and state in November 2026:
//
//   - github.com/klauspost/compress (BSD-3-Clause, Apache-2.0): gzip and zstd; active.
//   - github.com/therootcompany/xz (CC0): xz; finished rather than active (2020), a port of
//     XZ Embedded. github.com/ulikunitz/xz (BSD-3-Clause, active) takes a third longer and
//     lets a file say how much memory reading it takes, up to 4 GB for each block; it
//     writes the xz files of the tests.
//   - codeberg.org/readeck/go-readability/v2 (MIT): Mozilla's Readability in Go; active,
//     moved from GitHub. go-trafilatura finds somewhat more, but costs every run of the
//     program 0.2 s and 60 MB while it starts.
//   - golang.org/x/net/html (BSD-3-Clause): the parser below it, from v0.45 on with a limit
//     for nested elements, which keeps a hostile page from filling the stack.
//   - github.com/parquet-go/parquet-go (Apache-2.0): active. It may panic on damaged
//     files; guard makes errors of that.
//   - github.com/andybalholm/brotli (MIT): pages that a crawler kept as brotli.
//
// WARC is cut by warcReader: 100 lines, since the format is a header and a length.
// github.com/nlnwa/gowarc/v3 (Apache-2.0, active) was looked at: to hand on a block it
// copies it first, over a megabyte into a temporary file, it reads header lines without
// a bound, and a length that is too large takes the next record with it.
package dump
