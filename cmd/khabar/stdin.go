package main

import (
	"context"
	"io"
	"os"
)

// stoppable reads a terminal or a pipe, and ends when the command is interrupted: a Read
// that waits for bytes would not.
type stoppable struct {
	ctx  context.Context
	f    *os.File
	want chan int
	got  chan result
	buf  []byte
	rest []byte // of buf, not handed on yet
	busy bool   // a Read is under way
}

type result struct {
	n   int
	err error
}

// stoppableInput returns in as one that ends with ctx; files never wait.
func stoppableInput(ctx context.Context, in io.Reader) io.Reader {
	f, ok := in.(*os.File)
	if !ok {
		return in
	}
	if info, err := f.Stat(); err != nil || info.Mode().IsRegular() {
		return in
	}
	return &stoppable{ctx: ctx, f: f}
}

func (s *stoppable) Read(p []byte) (int, error) {
	if len(s.rest) > 0 || len(p) == 0 {
		n := copy(p, s.rest)
		s.rest = s.rest[n:]
		return n, nil
	}
	if s.want == nil {
		s.want, s.got = make(chan int), make(chan result, 1)
		s.buf = make([]byte, 64<<10)
		go func() {
			for n := range s.want {
				n, err := s.f.Read(s.buf[:n])
				s.got <- result{n, err}
			}
		}()
	}
	if !s.busy {
		s.want <- min(len(p), len(s.buf))
		s.busy = true
	}
	select {
	case <-s.ctx.Done():
		return 0, s.ctx.Err()
	case r := <-s.got:
		s.busy = false
		n := copy(p, s.buf[:r.n])
		s.rest = s.buf[n:r.n]
		return n, r.err
	}
}
