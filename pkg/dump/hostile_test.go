package dump

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// seeds are small valid inputs of every container and compression.
func seeds(t testing.TB) map[string][]byte {
	out := makeDumps(t)
	var lines, array, table strings.Builder
	table.WriteString("id\ttext\n")
	array.WriteString("[")
	for i := range 6 {
		fmt.Fprintf(&lines, "{\"id\":\"r%d\",\"text\":\"नाहन. मेले में %d लोग पहुंचे.\"}\n", i, i)
		fmt.Fprintf(&array, "{\"id\":\"r%d\",\"text\":\"नाहन. मेले में %d लोग पहुंचे.\"},\n", i, i)
		fmt.Fprintf(&table, "r%d\tनाहन. मेले में %d लोग पहुंचे.\n", i, i)
	}
	out["a.jsonl"] = []byte(lines.String())
	out["a.json"] = []byte(strings.TrimSuffix(array.String(), ",\n") + "]\n")
	out["a.tsv"] = []byte(table.String())
	out["a.txt"] = []byte(samples(t, "d107")[0].Text)
	out["utf16.txt"] = encode16(samples(t, "d107")[0].Text, true, true)
	for name, data := range map[string][]byte{"a.jsonl": out["a.jsonl"], "wet": gunzip(t, out["crawl.warc.wet.gz"])} {
		var z, x bytes.Buffer
		zw, _ := zstd.NewWriter(&z)
		zw.Write(data)
		zw.Close()
		xw, _ := xz.NewWriter(&x)
		xw.Write(data)
		xw.Close()
		out[name+".zst"], out[name+".xz"], out[name+".gz"] = z.Bytes(), x.Bytes(), gz(string(data))
	}
	out["wet"] = gunzip(t, out["crawl.warc.wet.gz"])
	out["warc"] = gunzip(t, out["crawl.warc.gz"])
	out["a.bz2"] = []byte("BZh91AY&SY\x00\x00\x00\x00") // a head: the standard library writes none
	return out
}

func gunzip(t testing.TB, data []byte) []byte {
	r, err := peel(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// damage changes data[from:to] in one of the ways that disks, networks and attackers
// do; the length may change.
func damage(random *rand.Rand, data []byte, from, to int) []byte {
	out := bytes.Clone(data)
	for range 1 + random.IntN(3) {
		if to <= from {
			return out
		}
		at := from + random.IntN(to-from)
		n := min(1+random.IntN(24), to-at)
		switch random.IntN(7) {
		case 0:
			out[at] ^= 1 << random.IntN(8)
		case 1: // noise
			for i := range n {
				out[at+i] = byte(random.Uint32())
			}
		case 2: // a hole
			copy(out[at:], bytes.Repeat([]byte{0}, n))
		case 3: // bytes lost
			out = append(out[:at], out[at+n:]...)
			to -= n
		case 4: // bytes twice
			out = append(out[:at], append(bytes.Clone(out[at:at+n]), out[at:]...)...)
			to += n
		case 5: // numbers and signs of the format
			s := []string{"999999999", "-1", "\"", "{", "[", "\n", "\r\n\r\n", "<div>", "\xff\xff\xff\x7f", "Content-Length: 5\r\n"}[random.IntN(10)]
			out = append(out[:at], append([]byte(s), out[at:]...)...)
			to += len(s)
		case 6:
			for i := range n {
				out[at+i] = 0xff
			}
		}
	}
	return out
}

// outcome reads data and returns the texts that came, and fails where reading takes
// longer than 5 s or an error has no place.
func outcome(t *testing.T, name string, data []byte) []string {
	t.Helper()
	start := time.Now()
	var texts []string
	for a, err := range Articles(Paths(nil), Options{Stdin: bytes.NewReader(data), MaxBytes: 1 << 20}) {
		if err == nil {
			err = a.Load()
		}
		var de *Error
		if err != nil && !errors.As(err, &de) {
			t.Fatalf("%s: not an *Error: %v", name, err)
		}
		if err == nil {
			texts = append(texts, a.Raw)
		}
		if len(texts) > len(data)+1 {
			t.Fatalf("%s: more records than bytes", name)
		}
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("%s took %v", name, took)
	}
	return texts
}

// TestHostileInputs reads 10,000 damaged inputs of every kind: no panic, none takes
// over 5 s, and memory stays what the records need.
func TestHostileInputs(t *testing.T) {
	rounds := 10_000
	if testing.Short() {
		rounds = 1500
	}
	all := seeds(t)
	names := slices.Sorted(maps.Keys(all))
	random := rand.New(rand.NewPCG(3, 5))
	for i := range rounds {
		name := names[i%len(names)]
		data := damage(random, all[name], 0, len(all[name]))
		if random.IntN(8) == 0 && len(data) > 1 {
			data = data[:random.IntN(len(data))]
		}
		outcome(t, fmt.Sprintf("%s, round %d", name, i), data)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if limit := uint64(1 << 30); m.Sys > limit {
		t.Errorf("%d MB of memory", m.Sys>>20)
	}
}

// TestNeighboursOfADamagedRecordComeOut damages one record and asks for all others.
func TestNeighboursOfADamagedRecordComeOut(t *testing.T) {
	rounds := 600
	if testing.Short() {
		rounds = 100
	}
	all := seeds(t)
	random := rand.New(rand.NewPCG(8, 13))
	for _, c := range []struct{ name, sep string }{{"a.jsonl", "\n"}, {"a.tsv", "\n"}, {"wet", "WARC/1.0\r\n"}} {
		data := all[c.name]
		want := outcome(t, c.name, data)
		var cuts []int // starts of the records
		for i := 0; i < len(data); i++ {
			if bytes.HasPrefix(data[i:], []byte(c.sep)) {
				if c.sep == "\n" {
					cuts = append(cuts, i+1)
				} else {
					cuts = append(cuts, i)
				}
			}
		}
		if c.name == "wet" {
			cuts = cuts[1:] // warcinfo
			cuts = append(cuts, len(data))
		} else if c.name == "a.jsonl" {
			cuts = append([]int{0}, cuts...)
		}
		if len(cuts) != len(want)+1 {
			t.Fatalf("%s: %d records, %d starts", c.name, len(want), len(cuts)-1)
		}
		for round := range rounds {
			k := 1 + random.IntN(len(want)-2) // never the first: detection looks at it
			// The line end, or the record's first and last line, belongs to the neighbours too.
			from, to := cuts[k], cuts[k+1]-1
			if c.name == "wet" {
				from, to = from+len(c.sep), to-3
			}
			got := outcome(t, c.name, damage(random, data, from, to))
			for i, text := range want {
				if i != k && !slices.Contains(got, text) {
					t.Fatalf("%s, round %d: record %d damaged, record %d lost: %q", c.name, round, k, i, got)
				}
			}
		}
	}
}

// TestADamagedGzipMemberCostsItself: the members behind it are read.
func TestADamagedGzipMemberCostsItself(t *testing.T) {
	for _, c := range []struct {
		name   string
		record func(i int) string
	}{
		{"jsonl", func(i int) string { return fmt.Sprintf("{\"text\":\"नाहन में %d लोग\"}\n", i) }},
		{"wet", func(i int) string {
			return warcRecord("conversion", "text/plain", sample{ID: fmt.Sprint(i)}, fmt.Sprintf("नाहन में %d लोग", i))
		}},
		{"tsv", func(i int) string {
			if i == 0 {
				return "text\tid\nनाहन में 0 लोग\t0\n"
			}
			return fmt.Sprintf("नाहन में %d लोग\t%d\n", i, i)
		}},
	} {
		random := rand.New(rand.NewPCG(1, 9))
		for bad := 1; bad < 6; bad++ {
			var data []byte
			for i := range 6 {
				member := gz(c.record(i))
				if i == bad {
					for k := 12; k < len(member)-10; k++ {
						member[k] = byte(random.Uint32())
					}
				}
				data = append(data, member...)
			}
			failed := 0
			var got []string
			for a, err := range Articles(Paths(nil), Options{Stdin: bytes.NewReader(data)}) {
				if err == nil {
					err = a.Load()
				}
				if err != nil {
					failed++
					continue
				}
				got = append(got, a.Raw)
			}
			for i := range 6 {
				if i != bad && !slices.Contains(got, fmt.Sprintf("नाहन में %d लोग", i)) {
					t.Errorf("%s: member %d damaged, record %d lost: %q", c.name, bad, i, got)
				}
			}
			if failed == 0 {
				t.Errorf("%s: member %d damaged and no failure", c.name, bad)
			}
		}
	}
}

// endless gives head, then n bytes of fill, then tail, without holding them.
func endless(head string, fill byte, n int64, tail string) io.Reader {
	return io.MultiReader(strings.NewReader(head), io.LimitReader(filler(fill), n), strings.NewReader(tail))
}

type filler byte

func (f filler) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(f)
	}
	return len(p), nil
}

// TestNoInputExhaustsMemory reads lines, records and zip bombs of a gigabyte with a
// limit of 1 MB an article; the good records around them come out.
func TestNoInputExhaustsMemory(t *testing.T) {
	size := int64(1 << 30)
	if testing.Short() {
		size = 64 << 20
	}
	good := "{\"text\":\"नाहन\"}\n"
	bomb := func(r io.Reader) io.Reader {
		pr, pw := io.Pipe()
		go func() {
			zw, _ := zstd.NewWriter(pw, zstd.WithEncoderConcurrency(1))
			_, err := io.Copy(zw, r)
			zw.Close()
			pw.CloseWithError(err)
		}()
		return pr
	}
	wet := warcRecord("conversion", "text/plain", sample{ID: "1"}, "नाहन")
	for _, c := range []struct {
		name string
		r    io.Reader
		want string
	}{
		{"line", endless(good+"{\"text\":\"", 'x', size, "\"}\n"+good), "[नाहन !too_large नाहन]"},
		{"line, compressed", bomb(endless(good+"{\"text\":\"", 'x', size, "\"}\n"+good)), "[नाहन !too_large नाहन]"},
		{"text", endless("नाहन ", 'x', size, ""), "[!too_large]"},
		{"array", endless("[{\"text\":\"नाहन\"},{\"text\":\"", 'x', size, "\"}]"), "[नाहन !too_large]"},
		{"csv", endless("id,text\n1,नाहन\n2,\"", 'x', size, "\"\n"), "[नाहन !too_large]"},
		{"tsv", endless("id\ttext\n1\tनाहन\n2\t", 'x', size, "\n3\tनाहन\n"), "[नाहन !too_large नाहन]"},
		{"warc", endless(wet+fmt.Sprintf("WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: %d\r\n\r\n", size), 'x', size, "\r\n\r\n"+wet), "[नाहन !too_large नाहन]"},
		{"warc header", endless(wet+"WARC/1.0\r\nX: ", 'x', size, "\r\n\r\n"+wet), "[नाहन !bad_format नाहन]"},
		{"html", endless("<!doctype html><p>", 'x', size, ""), "[!too_large]"},
	} {
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		var got []string
		for a, err := range Articles(Paths(nil), Options{Stdin: c.r, MaxBytes: 1 << 20}) {
			if err == nil {
				err = a.Load()
			}
			var de *Error
			if errors.As(err, &de) {
				got = append(got, "!"+de.Code)
			} else {
				got = append(got, a.Raw)
			}
		}
		runtime.ReadMemStats(&after)
		if fmt.Sprint(got) != c.want {
			t.Errorf("%s: %.200v, want %s", c.name, got, c.want)
		}
		if grown := int64(after.HeapSys) - int64(before.HeapSys); grown > 96<<20 {
			t.Errorf("%s: the heap grew by %d MB", c.name, grown>>20)
		}
	}
}

func FuzzContainers(f *testing.F) {
	for _, data := range seeds(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) { outcome(t, "fuzz", data) })
}
