package dump

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
)

// Text gives a stream of lines as UTF-8 whatever way the file spells them.
func TestText(t *testing.T) {
	const want = "पहली लाइन\nदूसरी \"लाइन\" 😀\n"
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write([]byte(want))
	z.Close()
	spell := func(big, mark bool) string {
		var b []byte
		units := utf16.Encode([]rune(want))
		if mark {
			units = append([]uint16{0xfeff}, units...)
		}
		for _, u := range units {
			if big {
				b = append(b, byte(u>>8), byte(u))
			} else {
				b = append(b, byte(u), byte(u>>8))
			}
		}
		return string(b)
	}
	for name, in := range map[string]string{
		"utf-8": want, "byte order mark": "\ufeff" + want, "gzip": packed.String(),
		"utf-16le": spell(false, true), "utf-16be": spell(true, true), "utf-16le without mark": spell(false, false),
	} {
		r, err := Text(strings.NewReader(in))
		if err != nil {
			t.Fatal(name, err)
		}
		got, err := io.ReadAll(r)
		if err != nil || string(got) != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	if r, err := Text(strings.NewReader("\xff\x00क\xfe")); err != nil {
		t.Error(err)
	} else if got, _ := io.ReadAll(r); string(got) != "\xff\x00क\xfe" {
		t.Errorf("bytes changed: %q", got)
	}
}

// A pipe that is slow is read as it comes.
func TestTextWaitsForNothing(t *testing.T) {
	pr, pw := io.Pipe()
	defer pw.Close()
	go pw.Write([]byte("लाइन\n"))
	got := make(chan string)
	go func() {
		r, _ := Text(pr)
		b := make([]byte, 64)
		n, _ := r.Read(b)
		got <- string(b[:n])
	}()
	select {
	case s := <-got:
		if s != "लाइन\n" {
			t.Errorf("got %q", s)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("it waits for more than came")
	}
}
