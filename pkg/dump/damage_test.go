package dump

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"hash/crc64"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/ulikunitz/xz"
)

// unit is a compression of several parts, each of which can be read without the others:
// it returns the packed file and where each part lies in it.
type unit struct {
	name string
	pack func(parts [][]byte) (data []byte, spans [][2]int)
}

var unitKinds = []unit{
	{"gzip members", join(func(p []byte) []byte { return gz(string(p)) })},
	{"zstd frames", join(func(p []byte) []byte { return zstdEncoder.EncodeAll(p, nil) })},
	{"xz streams", join(xzStream)},
	{"xz blocks", xzBlocks},
	{"bzip2 streams", join(bz2)},
	{"bzip2 blocks", func(parts [][]byte) (data []byte, spans [][2]int) {
		b := &bits{out: []byte("BZh9")}
		sum := uint32(0)
		for _, p := range parts {
			from := len(b.out)
			sum = (sum<<1 | sum>>31) ^ b.block(p)
			spans = append(spans, [2]int{from, len(b.out) - 1})
		}
		b.put(48, 0x177245385090)
		b.put(32, uint64(sum))
		return b.out, spans
	}},
}

func join(pack func([]byte) []byte) func([][]byte) ([]byte, [][2]int) {
	return func(parts [][]byte) (data []byte, spans [][2]int) {
		for _, p := range parts {
			from := len(data)
			data = append(data, pack(p)...)
			spans = append(spans, [2]int{from, len(data)})
		}
		return data, spans
	}
}

func xzStream(p []byte) []byte {
	var b bytes.Buffer
	w, err := xz.WriterConfig{DictCap: 1 << 16}.NewWriter(&b)
	if err != nil {
		panic(err)
	}
	w.Write(p)
	w.Close()
	return b.Bytes()
}

// xzBlocks makes one stream with a block for each part, whose headers say how long they
// are, as xz -T0 writes it.
func xzBlocks(parts [][]byte) (data []byte, spans [][2]int) {
	sum := func(b []byte) []byte { return binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b)) }
	pad := func(b []byte) []byte { return append(b, make([]byte, -len(b)&3)...) }
	data = append([]byte(xzMagic), 0, 4) // CRC64
	data = binary.LittleEndian.AppendUint32(data, crc32.ChecksumIEEE(data[6:8]))
	index := binary.AppendUvarint([]byte{0}, uint64(len(parts)))
	for _, p := range parts {
		one := xzStream(p)
		from := 12 + 4*(int(one[12])+1) // behind the headers of stream and block
		footer := len(one) - 12
		back := 4 * (int(binary.LittleEndian.Uint32(one[footer+4:])) + 1)
		records := one[footer-back:]
		unpadded, _ := binary.Uvarint(records[2:])
		packed := int(unpadded) - (from - 12) - 8
		head := []byte{0, 0xc0}
		head = binary.AppendUvarint(head, uint64(packed))
		head = binary.AppendUvarint(head, uint64(len(p)))
		head = pad(append(head, 0x21, 1, 20))
		head[0] = byte(len(head) / 4)
		start := len(data)
		data = append(data, sum(head)...)
		data = pad(append(data, one[from:from+packed]...))
		data = binary.LittleEndian.AppendUint64(data, crc64.Checksum(p, crc64.MakeTable(crc64.ECMA)))
		spans = append(spans, [2]int{start, len(data)})
		index = binary.AppendUvarint(index, uint64(len(head)+4+packed+8))
		index = binary.AppendUvarint(index, uint64(len(p)))
	}
	index = sum(pad(index))
	data = append(data, index...)
	footer := binary.LittleEndian.AppendUint32(nil, uint32(len(index)/4-1))
	footer = append(footer, 0, 4)
	data = binary.LittleEndian.AppendUint32(data, crc32.ChecksumIEEE(footer))
	return append(append(data, footer...), "YZ"...), spans
}

// TestPackedFilesAreReadAsTheyAre: files of many units give all bytes, however the bytes
// come from below.
func TestPackedFilesAreReadAsTheyAre(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 7))
	var parts [][]byte
	var want []byte
	for i := range 9 {
		var p bytes.Buffer
		for p.Len() < 1+i*i*1500 {
			fmt.Fprintf(&p, "नाहन में %d लोग\n", random.IntN(1e9))
		}
		if i == 4 {
			for p.Len() < 60_000 { // does not shrink
				p.WriteByte(byte(random.Uint32()))
			}
		}
		parts = append(parts, p.Bytes())
		want = append(want, p.Bytes()...)
	}
	for _, u := range unitKinds {
		data, _ := u.pack(parts)
		for _, from := range []struct {
			name string
			r    func(io.Reader) io.Reader
		}{
			{"whole", func(r io.Reader) io.Reader { return r }},
			{"bytes", iotest.OneByteReader},
			{"halves", iotest.HalfReader},
			{"with the end", iotest.DataErrReader},
			{"odd", func(r io.Reader) io.Reader { return oddReader{r, random} }},
		} {
			r, err := peel(from.r(bytes.NewReader(data)))
			if err != nil {
				t.Fatal(err)
			}
			if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s, %s: %d bytes of %d, %v", u.name, from.name, len(got), len(want), err)
			}
		}
		broken := fmt.Errorf("disk broken")
		r, err := peel(io.MultiReader(bytes.NewReader(data[:len(data)/2]), iotest.ErrReader(broken)))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadAll(r); err == nil || !strings.Contains(err.Error(), broken.Error()) {
			t.Errorf("%s: a broken disk gives %v", u.name, err)
		}
	}
}

type oddReader struct {
	r      io.Reader
	random *rand.Rand
}

func (o oddReader) Read(p []byte) (int, error) {
	return o.r.Read(p[:min(len(p), 1+o.random.IntN(700))])
}

// TestADamagedUnitCostsItself: in files of many units the others are read, each once, and
// the damage is told once.
func TestADamagedUnitCostsItself(t *testing.T) {
	const n, each = 6, 40
	text := func(i, k int) string {
		return fmt.Sprintf("नाहन में %d लोग, %d बसें", i, k)
	}
	for _, c := range []struct {
		name   string
		head   string
		record func(i, k int) string
	}{
		{"jsonl", "", func(i, k int) string { return fmt.Sprintf("{\"text\":%q}\n", text(i, k)) }},
		{"wet", "", func(i, k int) string {
			return warcRecord("conversion", "text/plain", sample{ID: fmt.Sprint(i, "-", k)}, text(i, k))
		}},
		{"tsv", "text\tid\n", func(i, k int) string { return fmt.Sprintf("%s\t%d\n", text(i, k), i*each+k) }},
	} {
		var parts [][]byte
		for i := range n {
			var p bytes.Buffer
			if i == 0 {
				p.WriteString(c.head)
			}
			for k := range each {
				p.WriteString(c.record(i, k))
			}
			parts = append(parts, p.Bytes())
		}
		for _, u := range unitKinds {
			packed, spans := u.pack(parts)
			format, _, _ := strings.Cut(u.name, " ")
			random := rand.New(rand.NewPCG(1, 9))
			for round := range 24 {
				bad := 1 + round%(n-1)
				from, to := spans[bad][0]+30, spans[bad][1]-10
				data := bytes.Clone(packed)
				at := from + random.IntN(to-from-40)
				switch round % 4 {
				case 0:
					for k := from; k < to; k++ {
						data[k] = byte(random.Uint32())
					}
				case 1:
					data[at] ^= 1 << random.IntN(8)
				case 2:
					data = slices.Delete(data, at, at+1+random.IntN(30))
				case 3:
					data = slices.Insert(data, at, []byte("some bytes too many")...)
				}
				name := fmt.Sprintf("%s, %s, round %d, unit %d", c.name, u.name, round, bad)
				count := make(map[string]int)
				damage := 0
				for a, err := range Articles(Paths(nil), Options{Stdin: bytes.NewReader(data)}) {
					if err == nil {
						err = a.Load()
					}
					if err == nil {
						count[a.Raw]++
					} else if strings.Contains(err.Error(), "damaged "+format) {
						damage++
					}
				}
				for i := range n {
					for k := range each {
						// the record before the damage and the one behind it may share a line with it
						edge := i == bad-1 && k == each-1 || i == bad+1 && k == 0
						if got := count[text(i, k)]; i != bad && (got > 1 || got < 1 && !edge) {
							t.Fatalf("%s: record %d of unit %d came %d times", name, k, i, got)
						}
					}
				}
				harmless := true // a bit that unpacking does not need
				for k := range each {
					harmless = harmless && count[text(bad, k)] == 1
				}
				if damage != 1 && !(damage == 0 && harmless) {
					t.Errorf("%s: damage was told %d times", name, damage)
				}
			}
		}
	}
}

// FuzzUnits reads damaged files of many units: no panic, and what is read ends.
func FuzzUnits(f *testing.F) {
	var parts [][]byte
	for i := range 4 {
		parts = append(parts, bytes.Repeat(fmt.Appendf(nil, "{\"text\":\"नाहन में %d लोग\"}\n", i), 3))
	}
	for _, u := range unitKinds {
		data, _ := u.pack(parts)
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) < 16<<10 {
			outcomeAs(t, "units", FormatJSONL, data)
		}
	})
}
