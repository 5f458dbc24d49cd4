package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what the commands print into the golden files")

// TestCases runs every folder of testdata/cases that holds a file cmd: one line, the
// arguments of khabar as a shell would split them. The folder is the working
// directory's view: paths in cmd are relative to it. stdin is read where there is one;
// stdout, stderr and code (default 0) must be what the files say. A new case is a new
// folder with a cmd; `go test ./cmd/khabar -update` fills in the rest for review.
func TestCases(t *testing.T) {
	root, err := filepath.Abs("../../testdata/cases")
	if err != nil {
		t.Fatal(err)
	}
	cmds, err := filepath.Glob(filepath.Join(root, "*", "*", "cmd"))
	if err != nil || len(cmds) == 0 {
		t.Fatalf("no cases under %s: %v", root, err)
	}
	for _, cmd := range cmds {
		dir := filepath.Dir(cmd)
		name, _ := filepath.Rel(root, dir)
		t.Run(filepath.ToSlash(name), func(t *testing.T) {
			t.Chdir(dir)
			line, err := os.ReadFile("cmd")
			if err != nil {
				t.Fatal(err)
			}
			args, err := split(strings.TrimSpace(string(line)))
			if err != nil || len(args) == 0 || args[0] != "khabar" {
				t.Fatalf("cmd must start with khabar: %v", err)
			}
			stdin, _ := os.ReadFile("stdin")
			var out, errOut bytes.Buffer
			code := run(args[1:], streams{in: bytes.NewReader(stdin), out: &out, err: &errOut})
			check(t, "stdout", out.String())
			check(t, "stderr", errOut.String())
			want := ""
			if code != 0 {
				want = strconv.Itoa(code) + "\n"
			}
			check(t, "code", want)
		})
	}
}

// check compares got with the golden file, which is absent where nothing is printed.
func check(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if got == "" {
			os.Remove(file)
		} else if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (go test ./cmd/khabar -update to accept)\n--- got\n%s\n--- want\n%s", file, got, want)
	}
}

// split splits a command line at spaces, with single and double quotes and no
// expansions.
func split(line string) ([]string, error) {
	var args []string
	var b strings.Builder
	in, quote := false, rune(0)
	for _, r := range line {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			} else {
				b.WriteRune(r)
			}
		case r == '\'' || r == '"':
			quote, in = r, true
		case r == ' ':
			if in {
				args = append(args, b.String())
				b.Reset()
				in = false
			}
		default:
			b.WriteRune(r)
			in = true
		}
	}
	if in {
		args = append(args, b.String())
	}
	return args, nil
}
