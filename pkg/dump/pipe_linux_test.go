package dump

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestPipesInFoldersAreLeftOut: a named pipe that nobody writes to does not stop the run.
func TestPipesInFoldersAreLeftOut(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte("नाहन"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "b.txt"), 0o644); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink("b.txt", filepath.Join(dir, "c.txt")); err != nil {
		t.Skip(err)
	}
	done := make(chan int)
	go func() {
		n := 0
		for _, err := range Articles(Paths([]string{dir}), Options{}) {
			if err != nil {
				t.Error(err)
			}
			n++
		}
		done <- n
	}()
	select {
	case n := <-done:
		if n != 1 {
			t.Errorf("%d articles, want 1", n)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("it waits for the pipe")
	}
}
