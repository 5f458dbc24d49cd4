package dump

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

const warcMagic = "WARC/"

// maxWARCHeader is the most that the header of a record takes; real ones have a
// kilobyte.
const maxWARCHeader = 64 << 10

// warcHeader is the header of a WARC record: names in lower case.
type warcHeader map[string]string

// warcReader cuts a WARC file into records. A record whose length is wrong costs
// itself: the next one is found by its first line.
type warcReader struct {
	r      *bufio.Reader
	offset int64
}

// errDamaged is a record that does not keep to the format.
var errDamaged = errors.New("damaged WARC record")

// next returns the header of the next record and where it starts. After errDamaged
// the next call goes on behind the damage.
func (w *warcReader) next() (warcHeader, int64, error) {
	for {
		start := w.offset
		line, err := w.line()
		switch {
		case err != nil:
			return nil, start, err
		case len(bytes.TrimSpace(line)) == 0:
			continue
		case !bytes.HasPrefix(line, []byte(warcMagic)):
			w.resync()
			return nil, start, fmt.Errorf("%w: no record where one should start", errDamaged)
		}
		h := make(warcHeader)
		last := ""
		for size := 0; ; {
			line, err := w.line()
			size += len(line) + 1
			if errors.Is(err, io.EOF) {
				return nil, start, fmt.Errorf("%w: header: %w", errDamaged, io.ErrUnexpectedEOF)
			}
			if err != nil {
				return nil, start, fmt.Errorf("header: %w", err)
			}
			if size > maxWARCHeader {
				w.resync()
				return nil, start, fmt.Errorf("%w: header is over %d bytes", errDamaged, maxWARCHeader)
			}
			if len(line) == 0 {
				return h, start, nil
			}
			name, value, ok := strings.Cut(string(line), ":")
			value = strings.TrimSpace(value)
			switch {
			case (line[0] == ' ' || line[0] == '\t') && last != "": // folded
				h[last] += " " + strings.TrimSpace(string(line))
			case !ok:
				w.resync()
				return nil, start, fmt.Errorf("%w: header line without a colon", errDamaged)
			default:
				last = strings.ToLower(strings.TrimSpace(name))
				h[last] = value
			}
		}
	}
}

// line returns the next line without its end. Of a line longer than a header may be it
// returns the start and passes over the rest.
func (w *warcReader) line() ([]byte, error) {
	line, size, err := readLine(w.r, maxWARCHeader)
	w.offset += size
	if size > 0 && errors.Is(err, io.EOF) {
		err = nil
	}
	return line, err
}

// resync goes to the next line that starts a record.
func (w *warcReader) resync() {
	for lineStart := true; ; {
		if lineStart {
			if head, _ := w.r.Peek(len(warcMagic) + 2); string(head) == warcMagic+"1." {
				return
			}
		}
		part, err := w.r.ReadSlice('\n')
		w.offset += int64(len(part))
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return
		}
		lineStart = err == nil
	}
}

// ends reports whether a record may end before head: two line ends, as the format has
// it, or one or none, and the next record or nothing.
func ends(head []byte) bool {
	if bytes.HasPrefix(head, []byte("\r\n\r\n")) {
		return true
	}
	rest := bytes.TrimLeft(head, "\r\n")
	return bytes.HasPrefix(rest, []byte(warcMagic)) || bytes.HasPrefix([]byte(warcMagic), rest)
}

// block returns the n bytes of a record's block. Where no record ends there, or another
// starts within, it returns what was read up to the next record's first line, and
// errDamaged.
func (w *warcReader) block(n int64) ([]byte, error) {
	data := make([]byte, 0, min(n, 1<<20))
	buf := bytes.NewBuffer(data)
	got, err := io.CopyN(buf, w.r, n)
	data = buf.Bytes()
	w.offset += got
	if err == nil {
		if head, _ := w.r.Peek(4 + len(warcMagic)); ends(head) && !holdsRecord(data) {
			return data, nil
		}
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return data, err // of the compression or the disk
	}
	// The length is wrong. The next record may lie in what was read, begin there and go
	// on behind it, or follow.
	behind, _ := w.r.Peek(len(warcMagic) + 2)
	if i := bytes.Index(slices.Concat(data, behind), []byte("\n"+warcMagic+"1.")); i >= 0 && i+1 < len(data) {
		back := bytes.Clone(data[i+1:])
		w.offset -= int64(len(back))
		w.r = bufio.NewReaderSize(io.MultiReader(bytes.NewReader(back), w.r), peekBytes)
		return data[:i+1], fmt.Errorf("%w: the next record starts %d bytes before its Content-Length ends", errDamaged, len(back))
	}
	if err != nil {
		return data, fmt.Errorf("%w: %d bytes, Content-Length says %d", io.ErrUnexpectedEOF, got, n)
	}
	w.resync()
	return data, fmt.Errorf("%w: the record does not end where Content-Length says", errDamaged)
}

// holdsRecord reports whether a block holds the start of a record: its length reaches too
// far, and happens to end where a record might.
func holdsRecord(data []byte) bool {
	for {
		_, rest, ok := bytes.Cut(data, []byte("\r\n\r\n"+warcMagic+"1."))
		if !ok {
			return false
		}
		if len(rest) > 0 && bytes.HasPrefix(rest[1:], []byte("\r\nWARC-")) {
			return true
		}
		data = rest
	}
}

// readWARC reads the records that hold articles: conversion records (plain text, as
// in Common Crawl's WET files), responses and resources with HTML or plain text.
// Requests, metadata, revisits, images, and pages whose status is not 200 are passed
// over.
func readWARC(path string, r *bufio.Reader, opt Options, yield func(Article, error) bool) bool {
	w := &warcReader{r: r}
	limit := opt.MaxBytes + maxWARCHeader
	for record := 0; ; {
		h, start, err := w.next()
		fail := func(code string, err error, data []byte) bool {
			e := &Error{Path: path, Record: record, Offset: start, Code: code, Err: err, Head: head(string(data[:min(len(data), headBytes)]))}
			record++
			return yield(Article{}, e)
		}
		switch {
		case errors.Is(err, io.EOF):
			return true
		case errors.Is(err, errDamaged):
			if !fail(CodeBadFormat, err, nil) {
				return false
			}
			continue
		case err != nil:
			if ok := fail(readCode(err), err, nil); !ok || !resumed(err) {
				return ok
			}
			continue
		}
		n, err := strconv.ParseInt(h["content-length"], 10, 64)
		if err != nil || n < 0 {
			w.resync()
			if !fail(CodeBadFormat, fmt.Errorf("%w: Content-Length %q", errDamaged, h["content-length"]), nil) {
				return false
			}
			continue
		}
		load := opt.warcLoader(h)
		if n > limit {
			w.resync()
			if load != nil && !fail(CodeTooLarge, fmt.Errorf("record is over %d bytes", limit), nil) {
				return false
			}
			continue
		}
		data, err := w.block(n)
		switch {
		case err != nil && !errors.Is(err, errDamaged):
			if ok := fail(readCode(err), err, data); !ok || !resumed(err) {
				return ok
			}
			continue
		case err != nil:
			if !fail(CodeBadFormat, err, data) {
				return false
			}
			continue
		case load == nil:
			continue
		}
		a := Article{Path: path, Record: record, Start: start, End: w.offset, ID: h["warc-record-id"], URL: h["warc-target-uri"], Date: h["warc-date"], payload: data, load: load}
		if isResponse(h) && !holdsArticle(data) {
			continue
		}
		if !yield(a, nil) {
			return false
		}
		record++
	}
}

func isResponse(h warcHeader) bool { return strings.EqualFold(h["warc-type"], "response") }

// warcLoader returns what decodes a record with the header h, nil for a record that
// holds no article.
func (opt *Options) warcLoader(h warcHeader) func(*Article) error {
	kind, _, _ := mime.ParseMediaType(h["content-type"])
	switch strings.ToLower(h["warc-type"]) {
	case "conversion":
		return opt.sized(loadText)
	case "resource":
		if isHTML(kind) {
			return opt.sized(opt.loadHTML)
		}
		if kind == "text/plain" {
			return opt.sized(loadText)
		}
	case "response":
		if kind == "application/http" {
			return opt.loadResponse
		}
	}
	return nil
}

// sized refuses an article that is too large before load.
func (opt *Options) sized(load func(*Article) error) func(*Article) error {
	return func(a *Article) error {
		if int64(len(a.payload)) > opt.MaxBytes {
			return a.fail(CodeTooLarge, fmt.Errorf("article is over %d bytes", opt.MaxBytes))
		}
		return load(a)
	}
}

func isHTML(kind string) bool { return kind == "text/html" || kind == "application/xhtml+xml" }

// holdsArticle reports whether an HTTP response is a page or a text that was found. It
// reads the header only, so that an archive full of pictures is passed over fast. What
// is no HTTP at all counts: it shall be reported.
func holdsArticle(data []byte) bool {
	res, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(data)), nil)
	if err != nil {
		return true
	}
	defer res.Body.Close()
	kind, _, _ := mime.ParseMediaType(res.Header.Get("Content-Type"))
	return res.StatusCode == http.StatusOK && (kind == "" || isHTML(kind) || kind == "text/plain")
}

// loadResponse decodes the payload as an HTTP response with its header.
func (opt *Options) loadResponse(a *Article) error {
	res, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(a.payload)), nil)
	if err != nil {
		return a.fail(CodeBadFormat, fmt.Errorf("%w: %w", errNotHTTP, err))
	}
	defer res.Body.Close()
	body, err := opt.body(res)
	if errors.Is(err, errLimit) {
		return a.fail(CodeTooLarge, fmt.Errorf("page is over %d bytes", opt.MaxBytes))
	}
	if err != nil {
		a.Warnings = append(a.Warnings, WarnTruncated) // what there is of it
	}
	contentType := res.Header.Get("Content-Type")
	kind, _, _ := mime.ParseMediaType(contentType)
	if kind == "" {
		kind, _, _ = mime.ParseMediaType(http.DetectContentType(body))
	}
	if !isHTML(kind) {
		a.payload = body
		return loadText(a)
	}
	return opt.page(a, body, contentType)
}

// body returns the body of a response without its transfer and content encodings.
// Crawlers often take those off and leave the header as it was: bytes that are not
// what the header says are taken as they are.
func (opt *Options) body(res *http.Response) ([]byte, error) {
	raw, err := readLimited(res.Body, opt.MaxBytes)
	if errors.Is(err, errLimit) {
		return nil, err
	}
	var r io.Reader
	switch strings.ToLower(strings.TrimSpace(res.Header.Get("Content-Encoding"))) {
	case "gzip", "x-gzip":
		if zr, zerr := gzip.NewReader(bytes.NewReader(raw)); zerr == nil {
			r = zr
		}
	case "deflate":
		if zr, zerr := zlib.NewReader(bytes.NewReader(raw)); zerr == nil {
			r = zr
		}
	case "br":
		if !bytes.HasPrefix(bytes.TrimSpace(raw), []byte("<")) {
			r = brotli.NewReader(bytes.NewReader(raw))
		}
	case "zstd":
		if zr, zerr := zstd.NewReader(bytes.NewReader(raw), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(8<<20)); zerr == nil {
			defer zr.Close()
			r = zr
		}
	}
	if r == nil {
		return raw, err
	}
	out, derr := readLimited(r, opt.MaxBytes)
	if derr != nil && len(out) == 0 && !errors.Is(derr, errLimit) {
		return raw, err
	}
	return out, derr
}

// readLimited reads all of r, at most limit bytes.
func readLimited(r io.Reader, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(data)) > limit {
		return nil, errLimit
	}
	return data, err
}
