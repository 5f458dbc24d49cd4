package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestREADME runs every command of the README's console blocks, in order, in a folder
// that holds only testdata, and compares what each prints. A line of … in the README
// stands for any lines. `go test ./cmd/khabar -run README -update` writes what the
// commands print back, except below a … line, which stays as it is.
func TestREADME(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(root, "README.md")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(filepath.Join(root, "testdata"), filepath.Join(dir, "testdata")); err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	script := "#!/bin/sh\n" + asMain + "=1 exec '" + exe + "' \"$@\"\n"
	if err := os.WriteFile(filepath.Join(bin, "khabar"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	ran := 0
	var out []string
	lines := strings.Split(string(text), "\n")
	for i := 0; i < len(lines); i++ {
		out = append(out, lines[i])
		if lines[i] != "```console" {
			continue
		}
		for i++; i < len(lines) && lines[i] != "```"; {
			cmd, ok := strings.CutPrefix(lines[i], "$ ")
			if !ok {
				t.Fatalf("README.md:%d: a console block starts with a command", i+1)
			}
			out = append(out, lines[i])
			at := i + 1
			for i++; strings.HasSuffix(cmd, "\\"); i++ {
				cmd = strings.TrimSuffix(cmd, "\\") + lines[i]
				out = append(out, lines[i])
			}
			var want []string
			for ; i < len(lines) && lines[i] != "```" && !strings.HasPrefix(lines[i], "$ "); i++ {
				want = append(want, lines[i])
			}
			got := shell(t, dir, bin, cmd)
			ran++
			if !alike(got, want) {
				if !*update {
					t.Errorf("README.md:%d: $ %s\n--- got\n%s\n--- want\n%s", at, cmd, strings.Join(got, "\n"), strings.Join(want, "\n"))
				}
				want = got
			}
			out = append(out, want...)
		}
		out = append(out, "```")
	}
	if ran == 0 {
		t.Error("README.md has no console block")
	}
	if s := strings.Join(out, "\n"); *update && s != string(text) {
		if err := os.WriteFile(path, []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// shell runs one command line with bash and returns the lines that it prints, on
// either stream. Built commands stand in for `go run`.
func shell(t *testing.T, dir, bin, cmd string) []string {
	t.Helper()
	cmd = strings.ReplaceAll(cmd, "go run ./cmd/khabar", "khabar")
	c := exec.CommandContext(t.Context(), "bash", "-c", cmd)
	c.Dir = dir
	c.Env = append(os.Environ(), "LC_ALL=C", "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	var buf bytes.Buffer
	c.Stdout, c.Stderr = &buf, &buf
	_ = c.Run() // some examples show a failure: what is printed counts
	s := strings.TrimSuffix(buf.String(), "\n")
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

// alike reports whether got is what the README shows.
func alike(got, want []string) bool {
	for i, w := range want {
		if w == "…" {
			for k := i; k <= len(got); k++ {
				if alike(got[k:], want[i+1:]) {
					return true
				}
			}
			return false
		}
		if i >= len(got) || strings.TrimRight(got[i], " ") != strings.TrimRight(w, " ") {
			return false
		}
	}
	return len(got) == len(want)
}
