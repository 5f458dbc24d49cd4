// Package batch runs one function over a stream of articles on several cores and
// hands the results on in input order, whatever the number of workers is.
//
// It is the one package under pkg that starts goroutines. It promises bounded memory
// (never more than a few articles a worker are under way) and that nothing is
// emitted after the context ends.
package batch

import (
	"context"
	"iter"
	"sync"

	"khabar/pkg/dump"
)

// Result is what became of one article: the worker's output, or the error that the
// reader or the worker gave.
type Result[T any] struct {
	Article dump.Article
	Value   T
	Err     error
}

// Mode says in which order results are emitted.
type Mode int

// The modes.
const (
	Ordered   Mode = iota // as the input
	Unordered             // as they get done
)

// Run reads articles, applies work on jobs goroutines, and calls emit for each on the
// calling goroutine, in input order or as they get done. It stops at the first error of emit and
// returns it, or ctx.Err() when the context ends; a reader blocked on its input does
// not delay that return.
func Run[T any](ctx context.Context, articles iter.Seq2[dump.Article, error], jobs int, mode Mode, work func(dump.Article) (T, error), emit func(Result[T]) error) error {
	jobs = max(jobs, 1)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	type task struct {
		result Result[T]
		done   chan struct{}
	}
	ordered := make(chan *task, 2*jobs) // bounds what is under way
	send := func(t *task) bool {
		select {
		case ordered <- t:
			return true
		case <-ctx.Done():
			return false
		}
	}
	todo := make(chan *task)

	// The reader queues every article for emission (Ordered) and for work. Whoever
	// queues last for emission closes that queue.
	var workers sync.WaitGroup
	workers.Add(1)
	go func() {
		defer workers.Done()
		defer close(todo)
		for a, err := range articles {
			t := &task{result: Result[T]{Article: a, Err: err}, done: make(chan struct{})}
			if err != nil {
				close(t.done)
			}
			if (mode == Ordered || err != nil) && !send(t) {
				return
			}
			if err != nil {
				continue
			}
			select {
			case todo <- t:
			case <-ctx.Done():
				return
			}
		}
	}()
	for range jobs {
		workers.Go(func() {
			for t := range todo {
				t.result.Value, t.result.Err = work(t.result.Article)
				close(t.done)
				if mode == Unordered && !send(t) {
					return
				}
			}
		})
	}
	go func() {
		workers.Wait()
		close(ordered)
	}()

	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case t, ok := <-ordered:
			if !ok {
				return ctx.Err()
			}
			select {
			case <-t.done:
			case <-ctx.Done():
				return ctx.Err()
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := emit(t.result); err != nil {
				return err
			}
		}
	}
}
