package job

import (
	"fmt"
	"iter"
	"strconv"
	"strings"

	"khabar/pkg/dump"
	"khabar/pkg/record"
)

// Filter says which records come out. The zero Filter lets all through.
type Filter struct {
	Languages []string // BCP 47 codes
	Require   []string // top-level fields that must not be null, "" or empty
	Since     string   // YYYY-MM-DD, inclusive; records without a date are kept back
	Until     string   // YYYY-MM-DD, inclusive
	Dedup     string   // "", "exact" or "near"
}

// drops names the filter that keeps r back, "" for none.
func (f *Filter) drops(r *record.Record) string {
	if len(f.Languages) > 0 {
		ok := false
		for _, l := range f.Languages {
			ok = ok || l == r.Language
		}
		if !ok {
			return "language"
		}
	}
	for _, name := range f.Require {
		if !r.Has(name) {
			return "require"
		}
	}
	if f.Since != "" || f.Until != "" {
		if r.Date == nil || len(*r.Date) < len("2006-01-02") {
			return "date"
		}
		day := (*r.Date)[:len("2006-01-02")]
		if f.Since != "" && day < f.Since || f.Until != "" && day > f.Until {
			return "date"
		}
	}
	return ""
}

// Shard is one of several equal parts of the input: the articles whose number is
// I modulo N, in groups of shardGroup. The zero Shard is the whole.
type Shard struct{ I, N int }

// shardGroup is the number of articles that stay together in one shard.
const shardGroup = 64

// ParseShard reads "i/n" with 0 ≤ i < n.
func ParseShard(s string) (Shard, error) {
	if s == "" {
		return Shard{}, nil
	}
	a, b, ok := strings.Cut(s, "/")
	i, err1 := strconv.Atoi(a)
	n, err2 := strconv.Atoi(b)
	if !ok || err1 != nil || err2 != nil || n < 1 || i < 0 || i >= n {
		return Shard{}, fmt.Errorf("shard %q: want i/n with 0 ≤ i < n, as 0/4", s)
	}
	return Shard{i, n}, nil
}

// of yields the articles of the shard. Failures count as articles, so that every
// shard agrees on the numbers.
func (s Shard) of(articles iter.Seq2[dump.Article, error]) iter.Seq2[dump.Article, error] {
	if s.N <= 1 {
		return articles
	}
	return func(yield func(dump.Article, error) bool) {
		n := 0
		for a, err := range articles {
			mine := n/shardGroup%s.N == s.I
			n++
			if mine && !yield(a, err) {
				return
			}
		}
	}
}
