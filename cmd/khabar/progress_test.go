package main

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"khabar/pkg/dump"
)

func TestProgressLine(t *testing.T) {
	p := newProgress(nil, true, false)
	p.colour = true
	p.articles = 120
	p.read.Store(5e6)
	if got, want := p.status(10*time.Second), "120 articles  0.5 MB/s"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	p.total.Store(20e6)
	p.failed = 2
	if got, want := p.status(10*time.Second), "120 articles  0.5 MB/s  25 %  30s left  \x1b[31m2 failed\x1b[0m"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	p.raw = 12e6 // of a compressed file
	if got, want := p.status(2*time.Second), "120 articles  6.0 MB/s  25 %  \x1b[31m2 failed\x1b[0m"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	p.raw, p.colour = 0, false
	if got, want := p.status(time.Second), "120 articles  5.0 MB/s  25 %  2 failed"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestProgressIsQuietWithoutATerminal(t *testing.T) {
	var buf bytes.Buffer
	p := newProgress(&buf, false, false)
	p.run(func() int64 { t.Error("looked for the size of the input"); return 0 })
	p.article(dump.Article{Path: "a"})
	p.end()
	if buf.Len() > 0 {
		t.Errorf("wrote %q", buf.String())
	}
	p = newProgress(&buf, true, true)
	p.run(func() int64 { return 0 })
	time.Sleep(250 * time.Millisecond)
	p.article(dump.Article{Path: "a"})
	p.failure(errors.New("bad"), false)
	p.article(dump.Article{Path: "b"})
	p.end()
	if got := buf.String(); !bytes.Contains(buf.Bytes(), []byte("\r\x1b[Kkhabar: bad\nkhabar: a: 1 records\nkhabar: b: 1 records\n")) {
		t.Errorf("wrote %q", got)
	}
}
