package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"testing"
	"time"
)

// TestStoppable: a pipe is read as it is, and a Read that waits ends with the context.
func TestStoppable(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	in := stoppableInput(ctx, r)
	want := bytes.Repeat([]byte("शिमला\n"), 30_000)
	go w.Write(want)
	got := make([]byte, 0, len(want))
	for p := make([]byte, 1); len(got) < len(want); p = make([]byte, min(3*len(p), len(want)-len(got)+1)) {
		n, err := in.Read(p)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, p[:n]...)
	}
	if !bytes.Equal(got, want) {
		t.Error("other bytes came")
	}
	time.AfterFunc(50*time.Millisecond, cancel)
	if n, err := in.Read(make([]byte, 10)); n != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("after the interrupt: %d bytes, %v", n, err)
	}

	file, err := os.Open("stdin.go")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if stoppableInput(ctx, file) != io.Reader(file) {
		t.Error("a file is not read as it is: Parquet needs its end")
	}
}
