package dump

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"maps"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"
	"github.com/ulikunitz/xz"
)

// seeds are small valid inputs of every container in every compression.
func seeds(t testing.TB) map[string][]byte {
	plain := map[string][]byte{
		"text":  []byte(samples(t, "d107")[0].Text),
		"utf16": encode16("नाहन. मेले में 300 लोग पहुंचे. डीसी ने कहा कि बसें चलेंगी.", true, true),
		"html":  []byte(samplePage(samples(t, pageID)[0])),
	}
	for _, k := range dumpKinds(t) {
		plain[k.name] = k.data
	}
	out := make(map[string][]byte)
	for name, data := range plain {
		for _, p := range packs {
			out[name+" "+p.name] = p.pack(data)
		}
	}
	for name, data := range makeDumps(t) {
		out[name] = data // with a gzip member for each WARC record
	}
	out["zstd in gzip"] = gz(string(out["jsonl zstd"]))
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
	return outcomeAs(t, name, FormatAuto, data)
}

func outcomeAs(t *testing.T, name string, format Format, data []byte) []string {
	t.Helper()
	texts, took := timed(t, name, format, data)
	if took > 5*time.Second { // it may have been another process
		if _, took = timed(t, name, format, data); took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
	return texts
}

func timed(t *testing.T, name string, format Format, data []byte) (texts []string, took time.Duration) {
	t.Helper()
	start := time.Now()
	for a, err := range Articles(Paths(nil), Options{Stdin: bytes.NewReader(data), Format: format, MaxBytes: 1 << 20}) {
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
	return texts, time.Since(start)
}

// TestHostileInputs reads 10,000 damaged inputs of every kind and compression: no panic, none takes
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

// dumpKind is a container of several records, and where each of them may be damaged
// without touching what its neighbours need.
type dumpKind struct {
	name  string
	data  []byte
	spans [][2]int // by record, or by group of records
	of    []int    // group of each record, where that is not its number
}

// build puts a container together: what stands before record i, the record, and how
// much of its ends belongs to the neighbours.
func build(name, before, between, after string, n int, record func(i int) string, front, back int) dumpKind {
	k := dumpKind{name: name}
	k.data = append(k.data, before...)
	for i := range n {
		if i > 0 {
			k.data = append(k.data, between...)
		}
		r := record(i)
		k.spans = append(k.spans, [2]int{len(k.data) + front, len(k.data) + len(r) - back})
		k.data = append(k.data, r...)
	}
	k.data = append(k.data, after...)
	return k
}

func dumpKinds(t testing.TB) []dumpKind {
	text := func(i int) string {
		return fmt.Sprintf("नाहन, %d मई. मेले में %d लोग पहुंचे.\n\nडीसी ने कहा, \"%d बसें\" चलेंगी, 2 दिन.", i+1, 300+i, i+7)
	}
	object := func(i int) string {
		b, err := json.Marshal(map[string]any{"id": fmt.Sprint("r", i), "text": text(i), "tags": []any{"a", 1, map[string]int{"n": i}}})
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	indented := func(i int) string {
		var b bytes.Buffer
		if err := json.Indent(&b, []byte(object(i)), " ", "  "); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	row := func(i int) string {
		return fmt.Sprintf("r%d,https://news.example/%d,\"%s\"", i, i, strings.ReplaceAll(text(i), `"`, `""`))
	}
	cells := func(i int) string { return fmt.Sprintf("r%d\t%s", i, tsvEscaper.Replace(text(i))) }
	of := func(i int) sample {
		return sample{ID: fmt.Sprint(i), URL: fmt.Sprintf("https://news.example/%d", i), Date: "2021-03-01T06:30:00Z", Text: "नाहन में मेला\n" + strings.Repeat(text(i)+"\n", 3)}
	}
	wet := func(i int) string { return warcRecord("conversion", "text/plain", of(i), text(i)) }
	response := func(i int) string {
		return warcRecord("response", "application/http; msgtype=response", of(i), httpResponse(samplePage(of(i))))
	}
	magic := len("WARC/1.0\r\n")
	const n = 6
	kinds := []dumpKind{
		build("jsonl", "", "\n", "\n", n, object, 0, 0),
		build("json", "[", ",", "]", n, object, 0, 0),
		build("json on lines", "[\n", ",\n", "\n]\n", n, object, 0, 0),
		build("json indented", "[\n ", ",\n ", "\n]\n", n, indented, 0, 0),
		build("csv", "id,url,text\n", "\n", "\n", n, row, 0, 0),
		build("tsv", "id\ttext\n", "\n", "\n", n, cells, 0, 0),
		build("wet", "", "", "", n, wet, magic, len("\r\n\r\n")),
		build("warc", "", "", "", 4, response, magic, len("\r\n\r\n")),
	}
	return append(kinds, parquetKind(t, text))
}

var tsvEscaper = strings.NewReplacer("\\", `\\`, "\n", `\n`, "\t", `\t`)

// parquetKind is a Parquet file of four row groups with two rows each.
func parquetKind(t testing.TB, text func(int) string) dumpKind {
	type row struct {
		ID   string `parquet:"id"`
		Text string `parquet:"text,zstd"`
	}
	var buf bytes.Buffer
	w := parquet.NewGenericWriter[row](&buf, parquet.MaxRowsPerRowGroup(2))
	k := dumpKind{name: "parquet"}
	for i := range 8 {
		if _, err := w.Write([]row{{fmt.Sprint("r", i), text(i)}}); err != nil {
			t.Fatal(err)
		}
		k.of = append(k.of, i/2)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	k.data = buf.Bytes()
	f, err := parquet.OpenFile(bytes.NewReader(k.data), int64(len(k.data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range f.Metadata().RowGroups {
		from, to := int64(math.MaxInt64), int64(0)
		for _, c := range g.Columns {
			start := c.MetaData.DataPageOffset
			if d := c.MetaData.DictionaryPageOffset; d > 0 {
				start = min(start, d)
			}
			from, to = min(from, start), max(to, start+c.MetaData.TotalCompressedSize)
		}
		k.spans = append(k.spans, [2]int{int(from), int(to)})
	}
	return k
}

// packs are the compressions; each is given the whole container.
var packs = []struct {
	name string
	pack func([]byte) []byte
}{
	{"plain", func(data []byte) []byte { return data }},
	{"gzip", func(data []byte) []byte { return gz(string(data)) }},
	{"zstd", func(data []byte) []byte { return zstdEncoder.EncodeAll(data, nil) }},
	{"bzip2", bz2},
	{"xz", func(data []byte) []byte {
		var b bytes.Buffer
		w, err := xz.WriterConfig{DictCap: 1 << 16}.NewWriter(&b)
		if err != nil {
			panic(err)
		}
		w.Write(data)
		w.Close()
		return b.Bytes()
	}},
}

var zstdEncoder, _ = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))

// TestNeighboursOfADamagedRecordComeOut damages one record of every kind of container,
// packs it in every compression, and asks for all other records.
func TestNeighboursOfADamagedRecordComeOut(t *testing.T) {
	rounds := 10_000
	if testing.Short() {
		rounds = 1000
	}
	kinds := dumpKinds(t)
	random := rand.New(rand.NewPCG(8, 13))
	whole := make([][]string, len(kinds))
	for i, k := range kinds {
		whole[i] = outcome(t, k.name, k.data)
		if want := max(len(k.of), len(k.spans)); len(whole[i]) != want {
			t.Fatalf("%s: %d of %d records", k.name, len(whole[i]), want)
		}
	}
	for round := range rounds {
		i := round % len(kinds)
		k, want := kinds[i], whole[i]
		pack := packs[round/len(kinds)%len(packs)]
		if k.name == "parquet" {
			pack = packs[0] // it is read from its end
		}
		hit := random.IntN(len(k.spans))
		if k.name != "csv" && k.name != "tsv" {
			hit = 1 + random.IntN(len(k.spans)-1) // detection looks at the first
		}
		data := damage(random, k.data, k.spans[hit][0], k.spans[hit][1])
		if k.name == "parquet" && len(data) != len(k.data) {
			continue // all places behind would be others
		}
		got := outcome(t, k.name, pack.pack(data))
		for j, text := range want {
			at := j
			if k.of != nil {
				at = k.of[j]
			}
			if at != hit && !slices.Contains(got, text) {
				t.Fatalf("%s, %s, round %d: record %d damaged, record %d lost: %q\n%s", k.name, pack.name, round, hit, j, got, data)
			}
		}
	}
}

// TestCutOffFilesGiveWhatCameBefore cuts packed containers off and asks for all records
// that the compression still gives.
func TestCutOffFilesGiveWhatCameBefore(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 3))
	for _, k := range dumpKinds(t) {
		want := outcome(t, k.name, k.data)
		for _, pack := range packs {
			if k.name == "parquet" {
				continue // its table of contents stands at the end
			}
			data := pack.pack(k.data)
			for range 12 {
				data := data[:len(data)/3+random.IntN(len(data)*2/3)]
				r, err := peel(bytes.NewReader(data))
				if err != nil {
					t.Fatal(err)
				}
				plain, _ := io.ReadAll(r)
				got := outcome(t, k.name, data)
				for i, text := range want {
					if k.spans[i][1]+len("\r\n\r\n") < len(plain) && !slices.Contains(got, text) {
						t.Errorf("%s, %s: cut off at %d, record %d lost: %q", k.name, pack.name, len(plain), i, got)
					}
				}
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

// TestXZMayNotAskForMemory gives a good file whose block says that reading it takes 4 GB.
func TestXZMayNotAskForMemory(t *testing.T) {
	data := packs[4].pack([]byte("{\"text\":\"नाहन\"}\n"))
	block := data[12:] // behind the stream's header
	size := 4 * (int(block[0]) + 1)
	at := bytes.Index(block[:size], []byte{0x21, 1}) // LZMA2, one byte of properties
	block[at+2] = 40
	binary.LittleEndian.PutUint32(block[size-4:], crc32.ChecksumIEEE(block[:size-4]))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if got := fmt.Sprint(read(t, data, Options{Format: FormatJSONL})); got != "[!truncated@0]" {
		t.Errorf("got %s", got)
	}
	runtime.ReadMemStats(&after)
	if grown := after.TotalAlloc - before.TotalAlloc; grown > maxWindow {
		t.Errorf("%d MB", grown>>20)
	}
}

// FuzzContainers reads any bytes as any container. Give -fuzzminimizetime 20x, or most of
// the time goes into making inputs smaller.
func FuzzContainers(f *testing.F) {
	for i := range Formats {
		for _, k := range dumpKinds(f) {
			for _, p := range packs {
				f.Add(uint8(i), p.pack(k.data))
			}
		}
	}
	f.Fuzz(func(t *testing.T, format uint8, data []byte) {
		if len(data) > 16<<10 {
			return
		}
		name := Formats[int(format)%len(Formats)]
		outcomeAs(t, name, Format(name), data)
	})
}
