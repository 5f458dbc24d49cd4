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
// A container is recognised by its first bytes, never by its name, unless
// Options.Format says what it is: see detect.go. Compression (gzip with many
// members, zstd, bzip2, xz) is peeled off first.
package dump
