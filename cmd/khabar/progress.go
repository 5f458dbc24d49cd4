package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"khabar/pkg/dump"
)

// progress shows on a terminal how far a run is: articles, megabytes of input a second,
// what is left, failures. It is one line that is written over, and 80 lines here: the
// libraries for progress bars know no bytes of several files and no second counter.
type progress struct {
	w       io.Writer
	start   time.Time
	read    atomic.Int64 // bytes of the input files, as they lie on disk
	total   atomic.Int64 // bytes that there are; 0: unknown
	colour  bool
	shown   bool // w is a terminal
	verbose bool

	mu       sync.Mutex
	articles int
	raw      int64 // bytes of articles in the decompressed files, as far as they have a place
	failed   int
	line     bool // the line stands on the terminal
	file     string
	ofFile   int

	stop chan struct{}
	done sync.WaitGroup
}

// newProgress returns a progress on w; it writes nothing until run.
func newProgress(w io.Writer, shown, verbose bool) *progress {
	return &progress{w: w, start: time.Now(), shown: shown, verbose: verbose, colour: os.Getenv("NO_COLOR") == "", stop: make(chan struct{})}
}

// run shows the line five times a second until end. size finds out how much input
// there is.
func (p *progress) run(size func() int64) {
	if !p.shown {
		return
	}
	go func() { p.total.Store(size()) }()
	p.done.Go(func() {
		tick := time.NewTicker(200 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-p.stop:
				return
			case now := <-tick.C:
				p.mu.Lock()
				fmt.Fprintf(p.w, "\r\x1b[K%s", p.status(now.Sub(p.start)))
				p.line = true
				p.mu.Unlock()
			}
		}
	})
}

// article counts one that is done.
func (p *progress) article(a dump.Article) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.verbose && a.Path != p.file {
		p.fileDone()
		p.file, p.ofFile = a.Path, 0
	}
	p.articles++
	p.raw += a.End - a.Start
	p.ofFile++
}

// fileDone says under -v how many articles an input held.
func (p *progress) fileDone() {
	if p.file != "" {
		p.clear()
		fmt.Fprintf(p.w, "khabar: %s: %d records\n", p.file, p.ofFile)
	}
}

// failure names one; the line makes room for it.
func (p *progress) failure(err error, quiet bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.failed++
	if !quiet {
		p.clear()
		fmt.Fprintln(p.w, "khabar:", err)
	}
}

func (p *progress) clear() {
	if p.line {
		io.WriteString(p.w, "\r\x1b[K")
		p.line = false
	}
}

// end takes the line away.
func (p *progress) end() {
	close(p.stop)
	p.done.Wait()
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.verbose {
		p.fileDone()
	}
	p.clear()
}

// status is the line after the time that has passed.
func (p *progress) status(passed time.Duration) string {
	read, total := p.read.Load(), p.total.Load()
	var b strings.Builder
	fmt.Fprintf(&b, "%d articles", p.articles)
	if s := passed.Seconds(); s > 0 {
		done := p.raw
		if done == 0 { // Parquet has no places
			done = read
		}
		fmt.Fprintf(&b, "  %.1f MB/s", float64(done)/1e6/s)
	}
	if total > 0 && read > 0 {
		fmt.Fprintf(&b, "  %d %%", min(100*read/total, 100))
		if left := time.Duration(float64(passed) * float64(max(total-read, 0)) / float64(read)); passed > 2*time.Second {
			fmt.Fprintf(&b, "  %s left", left.Round(time.Second))
		}
	}
	if p.failed > 0 {
		on, off := "\x1b[31m", "\x1b[0m"
		if !p.colour {
			on, off = "", ""
		}
		fmt.Fprintf(&b, "  %s%d failed%s", on, p.failed, off)
	}
	return b.String()
}
