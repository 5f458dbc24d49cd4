package dump

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/iotest"
	"unicode/utf16"
	"unicode/utf8"
)

const hindi = "नाहन. बारिश जारी है.\n"

// encode16 writes s as UTF-16, with a byte order mark where bom is set.
func encode16(s string, little, bom bool) []byte {
	units := utf16.Encode([]rune(s))
	if bom {
		units = append([]uint16{0xfeff}, units...)
	}
	var out []byte
	for _, u := range units {
		if little {
			out = append(out, byte(u), byte(u>>8))
		} else {
			out = append(out, byte(u>>8), byte(u))
		}
	}
	return out
}

func TestDecode(t *testing.T) {
	long := strings.Repeat(hindi, 10)
	for _, c := range []struct {
		name string
		data []byte
		want string
		warn string
		bad  bool
	}{
		{"utf-8", []byte(hindi), hindi, "[]", false},
		{"utf-8 with mark", []byte("\ufeff" + hindi), "\ufeff" + hindi, "[]", false},
		{"empty", nil, "", "[empty]", false},
		{"blank", []byte(" \n\n"), " \n\n", "[empty]", false},
		{"utf-16le", encode16(hindi, true, true), hindi, "[utf16]", false},
		{"utf-16be", encode16(hindi, false, true), hindi, "[utf16]", false},
		{"utf-16le no mark", encode16(long, true, false), long, "[utf16]", false},
		{"utf-16be no mark", encode16(long, false, false), long, "[utf16]", false},
		{"utf-16 odd byte", append(encode16(hindi, true, true), 0x0a), hindi, "[utf16]", false},
		{"invalid bytes", []byte("नाह\xffन"), "नाह\ufffdन", "[invalid_utf8]", false},
		{"cut in a letter", []byte(hindi[:len(hindi)-9] + "\xe0\xa4"), hindi[:len(hindi)-9] + "\ufffd\ufffd", "[invalid_utf8]", false},
		{"binary", []byte("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x03\x00"), "", "", true},
		{"pdf", []byte("%PDF-1.4 text"), "", "", true},
		{"one NUL in a text", []byte(long + "\x00" + long), long + "\x00" + long, "[]", false},
	} {
		got, warn, err := decode(c.data)
		if (err != nil) != c.bad {
			t.Errorf("%s: error %v", c.name, err)
			continue
		}
		if !c.bad && (got != c.want || fmt.Sprint(warn) != c.warn) {
			t.Errorf("%s: got %q %v, want %q %v", c.name, got, warn, c.want, c.warn)
		}
	}
}

func TestArticles(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("pile/b.txt", hindi)
	write("pile/a/z.TXT", hindi)
	write("pile/a/skip.json", "{}")
	write("pile/c.txt", "\x00\x01\x02\x03")
	write("pile/d.txt", strings.Repeat("क", 100))
	write("none/readme.md", "x")
	var got []string
	paths := []string{filepath.Join(dir, "pile"), "-", filepath.Join(dir, "missing.txt"), filepath.Join(dir, "none")}
	for a, err := range Articles(Paths(paths), Options{Stdin: strings.NewReader(hindi), MaxBytes: 200}) {
		var de *Error
		if err == nil {
			err = a.Load()
		}
		switch {
		case errors.As(err, &de):
			rel, _ := filepath.Rel(dir, de.Path)
			got = append(got, rel+"!"+de.Code)
		case err != nil:
			t.Fatalf("not an *Error: %v", err)
		default:
			rel := a.Path
			if rel != "-" {
				rel, _ = filepath.Rel(dir, a.Path)
			}
			got = append(got, fmt.Sprintf("%s:%d", rel, a.End))
		}
	}
	want := "[pile/a/z.TXT:51 pile/b.txt:51 pile/c.txt!binary pile/d.txt!too_large -:51 missing.txt!unreadable none!no_input]"
	if fmt.Sprint(got) != want {
		t.Errorf("got  %v\nwant %s", got, want)
	}
	for range Articles(Paths(paths), Options{Stdin: strings.NewReader("")}) {
		break // stopping early must not panic
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(hindi))
	f.Add(encode16(hindi, true, true))
	f.Add([]byte("\xff\xfe\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, warn, err := decode(data)
		if err == nil && !utf8.ValidString(s) {
			t.Errorf("decode(%q) = %q is not UTF-8", data, s)
		}
		if err == nil && len(warn) == 0 && s != string(data) {
			t.Errorf("decode(%q) changed the text without a warning", data)
		}
	})
}

// TestAFileThatVanishes is removed after the folder was listed and before its turn.
func TestAFileThatVanishes(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b.txt", "c.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(hindi), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for a, err := range Articles(Paths([]string{dir}), Options{}) {
		var de *Error
		if errors.As(err, &de) {
			got = append(got, filepath.Base(de.Path)+"!"+de.Code)
			continue
		}
		got = append(got, filepath.Base(a.Path))
		os.Remove(filepath.Join(dir, "b.txt"))
	}
	if fmt.Sprint(got) != "[a.txt b.txt!unreadable c.txt]" {
		t.Errorf("got %v", got)
	}
}

// TestADiskThatFails: what was read before comes out, and the code is not that of a
// damaged file.
func TestADiskThatFails(t *testing.T) {
	failing := &fs.PathError{Op: "read", Path: "a", Err: syscall.EIO}
	for _, k := range dumpKinds(t) {
		if k.name == "parquet" {
			continue
		}
		cut := k.spans[2][0] + 20
		in := io.MultiReader(bytes.NewReader(k.data[:cut]), iotest.ErrReader(failing))
		var got []string
		for a, err := range Articles(Paths(nil), Options{Stdin: in}) {
			if err == nil {
				err = a.Load()
			}
			var de *Error
			switch {
			case errors.As(err, &de):
				got = append(got, de.Code)
			default:
				got = append(got, "ok")
			}
		}
		if fmt.Sprint(got) != "[ok ok unreadable]" {
			t.Errorf("%s: %v", k.name, got)
		}
	}
}

// TestNamesThatPromise: what looks like plain text is not taken for an article where its
// name says otherwise.
func TestNamesThatPromise(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"a.csv", "id,story\n1,नाहन\n", CodeNoText},
		{"a.tsv.gz", string(gz("id\tstory\n1\tनाहन\n")), CodeNoText},
		{"a.jsonl", "नाहन\n", CodeBadJSON},
		{"a.ndjson", "{\"text\":\"क\"}\n", "क"},
		{"a.txt", "id,story\n", "id,story\n"},
		{"b.csv", "{\"text\":\"क\"}\n", "क"}, // content goes before the name
		{"empty.csv", "", ""},
	} {
		path := filepath.Join(t.TempDir(), c.name)
		if err := os.WriteFile(path, []byte(c.data), 0o644); err != nil {
			t.Fatal(err)
		}
		var got []string
		for a, err := range Articles(Paths([]string{path}), Options{}) {
			if err == nil {
				err = a.Load()
			}
			var de *Error
			if errors.As(err, &de) {
				got = append(got, de.Code)
			} else {
				got = append(got, a.Raw)
			}
		}
		if len(got) != 1 || got[0] != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
