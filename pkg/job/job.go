package job

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"strings"

	"khabar/pkg/batch"
	"khabar/pkg/dump"
	"khabar/pkg/encode"
	"khabar/pkg/layout"
	"khabar/pkg/record"
)

// Config says what a run does.
type Config struct {
	Articles iter.Seq2[dump.Article, error]
	Extract  record.Options
	Encode   encode.Options

	Stdout io.Writer
	Direct bool   // write each record to Stdout at once: it is a terminal
	Output string // file; "" for Stdout
	OutDir string // folder that mirrors the input; "" for none

	Rejects string             // file for what failed; "" for none
	Report  func(err error)    // told of each failure, in input order; may be nil
	Stop    bool               // the first failure ends the run
	Lines   bool               // filter contract: one output line for each input line, errors too
	Filter  Filter             // which records come out
	Shard   Shard              // which articles are worked on
	Split   layout.Splitting   // how a text file that holds several articles is cut
	Done    func(dump.Article) // told of each article that is done, for progress; may be nil

	Jobs      int
	Unordered bool

	Checkpoint string // file; "" for none
	Resume     bool
	Run        string // what was asked for, to tell whether a checkpoint belongs to it
}

// Report counts what a run did.
type Report struct {
	Articles  int            `json:"articles"`  // records written
	Dropped   map[string]int `json:"dropped"`   // records that a filter kept back, by filter
	Rejected  map[string]int `json:"rejected"`  // failures by code
	Unopened  int            `json:"unopened"`  // inputs that could not be read, among the failures
	Languages map[string]int `json:"languages"` // of the records written
	Fields    map[string]int `json:"fields"`    // records in which a scalar was found; items of a list
	Bytes     int64          `json:"bytes"`     // of raw text
}

func newReport() Report {
	return Report{Dropped: map[string]int{}, Rejected: map[string]int{}, Languages: map[string]int{}, Fields: map[string]int{}}
}

// ErrStopped is returned when Config.Stop ended the run at a failure.
var ErrStopped = errors.New("stopped at the first failure")

// done is what a worker made of one article.
type done struct {
	piece   encode.Piece
	record  *record.Record
	dropped string // the filter that kept it back
	key     dedupKey
}

// Run does what c says. It returns the counts also when it fails.
func Run(ctx context.Context, c Config) (Report, error) {
	report := newReport()
	enc, err := encode.New(c.Encode)
	if err != nil {
		return report, err
	}
	if err := c.check(); err != nil {
		return report, err
	}
	var from checkpoint
	if c.Checkpoint != "" && c.Resume {
		if from, err = loadCheckpoint(c.Checkpoint, c.Run); err != nil {
			return report, err
		}
		if from.Version != 0 {
			report = from.Report
		}
		if from.Finished {
			return report, c.names()
		}
	}
	out, err := c.open(enc, from)
	if err != nil {
		return report, err
	}
	var rejects *file
	if c.Rejects != "" {
		if rejects, err = create(c.Rejects, keep(from, from.Rejects)); err != nil {
			out.abandon(false)
			return report, err
		}
	}
	r := &run{Config: c, report: report, enc: enc, out: out, rejects: rejects, taken: from.Articles, x: record.NewExtractor(c.Extract), dedup: newDedup(c.Filter.Dedup)}
	err = r.restore(from)
	if err == nil {
		err = r.all(ctx, from.Articles)
	}
	if err == nil {
		err = r.finish()
	}
	if r.seen != nil {
		r.seen.Close()
	}
	if err != nil {
		out.abandon(c.Checkpoint != "")
		if rejects != nil {
			rejects.abandon(c.Checkpoint != "")
		}
	}
	return r.report, err
}

// keep returns how much of an output to go on with: -1 for a fresh start.
func keep(from checkpoint, n int64) int64 {
	if from.Version == 0 {
		return -1
	}
	return n
}

// check refuses combinations that cannot keep their promises.
func (c *Config) check() error {
	switch {
	case c.Output != "" && c.OutDir != "":
		return errors.New("-o and --out-dir exclude each other")
	case c.Resume && c.Checkpoint == "":
		return errors.New("--resume needs --checkpoint FILE")
	case c.Checkpoint != "" && c.Output == "" && c.OutDir == "":
		return errors.New("--checkpoint needs -o FILE or --out-dir DIR: standard output cannot be cut back")
	case c.Checkpoint != "" && c.Unordered:
		return errors.New("--checkpoint and --unordered exclude each other")
	case c.Checkpoint != "" && c.OutDir == "" && c.Encode.Format != encode.JSONL && c.Encode.Format != encode.CSV && c.Encode.Format != encode.TSV:
		return errors.New("--checkpoint needs --format jsonl, csv or tsv")
	case c.Checkpoint != "" && (special(c.Output) || special(c.Rejects)):
		return errors.New("--checkpoint needs plain files to write to: a pipe or a device cannot be cut back")
	case c.Encode.Format == encode.Parquet && compressed(c.Output):
		return errors.New("-o: Parquet compresses its own pages: leave .gz or .zst out of the name")
	case c.Unordered && c.OutDir != "":
		return errors.New("--unordered and --out-dir exclude each other")
	case c.Lines && c.Encode.Format != encode.JSONL:
		return errors.New("--line-by-line needs --format jsonl")
	}
	return nil
}

// special reports whether path is there and no plain file.
func special(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.Mode().IsRegular()
}

func compressed(path string) bool {
	return strings.HasSuffix(path, ".gz") || strings.HasSuffix(path, ".zst") || strings.HasSuffix(path, ".zstd")
}

func (c *Config) open(enc *encode.Encoder, from checkpoint) (sink, error) {
	switch {
	case c.OutDir != "":
		suffix := "." + string(c.Encode.Format)
		return newTree(c.OutDir, suffix, enc)
	case c.Output != "":
		return newSingle(c.Output, enc, keep(from, from.Output))
	}
	size := flushBytes
	if c.Direct || c.Lines {
		size = 0
	}
	return stream{encode.NewWriter(c.Stdout, enc, size)}, nil
}

// run is the state of one Run.
type run struct {
	Config
	report  Report
	enc     *encode.Encoder
	out     sink
	rejects *file
	x       *record.Extractor
	dedup   *dedup
	seen    *os.File // log of dedup; nil where there is none
	taken   int      // articles taken from the input
	synced  int      // articles at the last checkpoint
	replay  int      // articles of an earlier run that come again, only to be compared with
}

// all works through the input, past the first skip articles, which an earlier run has
// done.
func (r *run) all(ctx context.Context, skip int) error {
	r.synced = skip
	articles := r.Shard.of(r.Articles)
	if skip > 0 {
		articles = r.past(articles, skip)
	}
	mode := batch.Ordered
	if r.Unordered {
		mode = batch.Unordered
	}
	return batch.Run(ctx, articles, r.Jobs, mode, r.work, r.emit)
}

// past reads the first n articles without working on them, but for those that later
// ones are compared with: emit takes these as replay.
func (r *run) past(articles iter.Seq2[dump.Article, error], n int) iter.Seq2[dump.Article, error] {
	r.replay = r.dedup.replay(n)
	first := n - r.replay
	return func(yield func(dump.Article, error) bool) {
		i := 0
		for a, err := range articles {
			if i++; i > first && !yield(a, err) {
				return
			}
		}
	}
}

// work runs on the workers. A panic is a fault of khabar's own: it costs this article,
// not its neighbours.
func (r *run) work(a dump.Article) (list []done, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &dump.Error{Path: a.Path, Record: a.Record, Offset: a.Start, Code: dump.CodeUnknownErr, Err: fmt.Errorf("panic: %v", p), Head: string(a.Payload(200))}
		}
	}()
	if err := a.Load(); err != nil {
		return nil, err
	}
	for _, part := range r.parts(a) {
		rec, doc := r.x.Read(part)
		d := done{record: rec, dropped: r.Filter.drops(rec)}
		if d.dropped == "" {
			d.key = r.dedup.key(rec, doc)
			if d.piece, err = r.enc.Encode(rec); err != nil {
				return nil, err
			}
		}
		list = append(list, d)
	}
	return list, nil
}

// parts cuts a text file into its articles.
func (r *run) parts(a dump.Article) []dump.Article {
	if !a.Plain {
		return []dump.Article{a}
	}
	cuts := r.Split.Cut(a.Raw)
	if len(cuts) == 1 {
		return []dump.Article{a}
	}
	// Where decoding changed the length, the bytes in the file are known only for the
	// whole.
	exact := int64(len(a.Raw)) == a.End-a.Start
	out := make([]dump.Article, len(cuts))
	for i, cut := range cuts {
		p := a
		p.Record, p.Raw = a.Record+i, cut.In(a.Raw)
		if exact {
			p.Start, p.End = a.Start+int64(cut.Start), a.Start+int64(cut.End)
		}
		out[i] = p
	}
	return out
}

// emit runs in input order on one goroutine.
func (r *run) emit(res batch.Result[[]done]) error {
	r.dedup.turn()
	if r.replay > 0 {
		r.replay--
		for _, d := range res.Value {
			if res.Err == nil && d.dropped == "" {
				_, _ = r.dedup.seen(d.record.ID, d.key)
			}
		}
		return nil
	}
	if r.Checkpoint != "" && r.taken-r.synced >= checkpointEvery && r.out.between(&res.Article) {
		if err := r.save(false); err != nil {
			return err
		}
	}
	if err := r.one(res); err != nil {
		return err
	}
	r.taken++
	if r.Done != nil {
		r.Done(res.Article)
	}
	return nil
}

func (r *run) one(res batch.Result[[]done]) error {
	if res.Err != nil {
		return r.reject(&res.Article, res.Err)
	}
	for i := range res.Value {
		if err := r.put(&res.Article, &res.Value[i]); err != nil {
			return err
		}
	}
	return nil
}

// put writes one record, unless a filter keeps it back.
func (r *run) put(a *dump.Article, d *done) error {
	if d.dropped == "" {
		if of, ok := r.dedup.seen(d.record.ID, d.key); ok {
			if r.Filter.Dedup != "" {
				d.dropped = "duplicate"
			} else {
				d.record.Warnings = append(d.record.Warnings, "duplicate_of:"+of)
				var err error
				if d.piece, err = r.enc.Encode(d.record); err != nil {
					return r.reject(a, err)
				}
			}
		}
	}
	if d.dropped != "" {
		r.report.Dropped[d.dropped]++
		if r.Lines {
			return r.errorLine("filtered", "kept back by "+d.dropped)
		}
		return nil
	}
	r.report.count(d.record)
	if err := r.out.record(a, d.piece); err != nil {
		return fmt.Errorf("write output: %w", err)
	}
	return nil
}

// reject notes a failure.
func (r *run) reject(a *dump.Article, err error) error {
	rej := rejectOf(a, err)
	r.report.Rejected[rej.Code]++
	if rej.Code == dump.CodeOpen || rej.Code == dump.CodeNoInput {
		r.report.Unopened++
	}
	if r.Report != nil {
		r.Report(err)
	}
	if r.rejects != nil {
		if _, err := r.rejects.Write(rej.line()); err != nil {
			return fmt.Errorf("write %s: %w", r.Rejects, cause(err))
		}
	}
	if r.Lines {
		if err := r.errorLine(rej.Code, rej.Error); err != nil {
			return err
		}
	}
	if r.Stop {
		return ErrStopped
	}
	return nil
}

// save makes a checkpoint; the last one says that only the names are missing.
func (r *run) save(last bool) error {
	c := checkpoint{Version: checkpointVersion, Run: r.Run, Articles: r.taken, Finished: last, Report: r.report}
	var err error
	if c.Output, err = r.out.sync(); err != nil {
		return fmt.Errorf("write output: %w", cause(err))
	}
	if r.rejects != nil {
		if c.Rejects, err = r.rejects.sync(); err != nil {
			return fmt.Errorf("write %s: %w", r.Rejects, cause(err))
		}
	}
	if c.Seen, err = r.logSeen(); err != nil {
		return err
	}
	if err := c.save(r.Checkpoint); err != nil {
		return err
	}
	r.synced = r.taken
	return nil
}

// finish gives the outputs their names. Where there is a checkpoint it first says that
// all is written, so that a run killed between two renames needs only the rest of them.
func (r *run) finish() error {
	if err := r.out.end(); err != nil {
		return fmt.Errorf("write output: %w", cause(err))
	}
	if r.Checkpoint != "" {
		if err := r.save(true); err != nil {
			return err
		}
	}
	if err := r.out.commit(); err != nil {
		return fmt.Errorf("write output: %w", cause(err))
	}
	if r.rejects != nil {
		if err := r.rejects.commit(); err != nil {
			return err
		}
	}
	if r.Checkpoint != "" {
		return removeCheckpoint(r.Checkpoint)
	}
	return nil
}

// names finishes a run that was killed after its last checkpoint: outputs that still
// are partial get their names.
func (c *Config) names() error {
	for _, path := range []string{c.Output, c.Rejects} {
		if path == "" {
			continue
		}
		if err := os.Rename(partial(path), target(path)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("write %s: %w", path, cause(err))
		}
	}
	return removeCheckpoint(c.Checkpoint)
}
