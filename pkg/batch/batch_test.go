package batch

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync/atomic"
	"testing"
	"time"

	"khabar/pkg/dump"
)

func numbered(n int) iter.Seq2[dump.Article, error] {
	return func(yield func(dump.Article, error) bool) {
		for i := range n {
			var err error
			if i%10 == 7 {
				err = fmt.Errorf("bad %d", i)
			}
			if !yield(dump.Article{Record: i}, err) {
				return
			}
		}
	}
}

func TestOrderHoldsForAnyNumberOfJobs(t *testing.T) {
	for _, jobs := range []int{0, 1, 2, 7} {
		next, bad := 0, 0
		err := Run(t.Context(), numbered(100), jobs, Ordered, func(a dump.Article) (int, error) {
			time.Sleep(time.Duration((a.Record*7)%5) * 100 * time.Microsecond)
			return a.Record * 2, nil
		}, func(r Result[int]) error {
			if r.Article.Record != next {
				t.Fatalf("jobs %d: article %d came at %d", jobs, r.Article.Record, next)
			}
			if r.Err != nil {
				bad++
			} else if r.Value != next*2 {
				t.Errorf("value %d for %d", r.Value, next)
			}
			next++
			return nil
		})
		if err != nil || next != 100 || bad != 10 {
			t.Errorf("jobs %d: %v, %d articles, %d bad", jobs, err, next, bad)
		}
	}
}

func TestStopsAtEmitError(t *testing.T) {
	stop := errors.New("stop")
	n := 0
	err := Run(t.Context(), numbered(1000), 2, Ordered, func(dump.Article) (int, error) { return 0, nil }, func(Result[int]) error {
		n++
		return stop
	})
	if !errors.Is(err, stop) || n != 1 {
		t.Errorf("got %v after %d", err, n)
	}
}

func TestCancelEndsABlockedReader(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	block := make(chan struct{})
	defer close(block)
	articles := func(yield func(dump.Article, error) bool) {
		yield(dump.Article{}, nil)
		<-block
	}
	err := Run(ctx, articles, 2, Ordered, func(dump.Article) (int, error) { return 0, nil }, func(Result[int]) error {
		cancel()
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// TestASlowArticleHoldsTheReaderBack: memory must not grow while one article takes long.
func TestASlowArticleHoldsTheReaderBack(t *testing.T) {
	const jobs = 3
	var read atomic.Int32
	slow := make(chan struct{})
	articles := func(yield func(dump.Article, error) bool) {
		for i := range 1000 {
			read.Add(1)
			if !yield(dump.Article{Record: i}, nil) {
				return
			}
		}
	}
	go func() {
		time.Sleep(100 * time.Millisecond)
		if n := read.Load(); n > 4*jobs {
			t.Errorf("%d articles were read while the first was worked on", n)
		}
		close(slow)
	}()
	n := 0
	err := Run(t.Context(), articles, jobs, Ordered, func(a dump.Article) (int, error) {
		if a.Record == 0 {
			<-slow
		}
		return 0, nil
	}, func(Result[int]) error {
		n++
		return nil
	})
	if err != nil || n != 1000 {
		t.Errorf("%v, %d results", err, n)
	}
}

func TestUnorderedGivesEachOnce(t *testing.T) {
	seen := make(map[int]bool)
	err := Run(t.Context(), numbered(200), 3, Unordered, func(a dump.Article) (int, error) {
		time.Sleep(time.Duration((a.Record*7)%5) * 50 * time.Microsecond)
		return 0, nil
	}, func(r Result[int]) error {
		if seen[r.Article.Record] {
			t.Errorf("%d came twice", r.Article.Record)
		}
		seen[r.Article.Record] = true
		return nil
	})
	if err != nil || len(seen) != 200 {
		t.Errorf("%v, %d results", err, len(seen))
	}
}
