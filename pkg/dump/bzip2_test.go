package dump

import (
	"bytes"
	"compress/bzip2"
	"io"
	"slices"
	"strings"
	"testing"
)

// bits writes numbers, the highest bit first.
type bits struct {
	out  []byte
	last uint // bits in use of the last byte
}

func (b *bits) put(n uint, v uint64) {
	for ; n > 0; n-- {
		if b.last == 0 {
			b.out, b.last = append(b.out, 0), 8
		}
		b.last--
		b.out[len(b.out)-1] |= byte(v>>(n-1)&1) << b.last
	}
}

// bz2 compresses data as one block of bzip2, which the standard library only reads.
func bz2(data []byte) []byte { return bz2Blocks(data) }

// bz2Blocks compresses each part as a block of one stream.
func bz2Blocks(parts ...[]byte) []byte {
	b := &bits{out: []byte("BZh9")}
	sum := uint32(0)
	for _, p := range parts {
		sum = (sum<<1 | sum>>31) ^ b.block(p)
	}
	b.put(48, 0x177245385090)
	b.put(32, uint64(sum))
	return b.out
}

// block writes a block and returns its sum: run lengths, Burrows-Wheeler, move to front,
// and codes of two lengths.
func (b *bits) block(data []byte) uint32 {
	var block []byte
	crc := ^uint32(0)
	for i := 0; i < len(data); {
		run := 1
		for i+run < len(data) && data[i+run] == data[i] && run < 255 {
			run++
		}
		for range run {
			crc = crc<<8 ^ bzTable[byte(crc>>24)^data[i]]
		}
		block = append(block, bytes.Repeat(data[i:i+1], min(run, 4))...)
		if run >= 4 {
			block = append(block, byte(run-4))
		}
		i += run
	}
	crc = ^crc
	n := len(block)
	twice := slices.Concat(block, block)
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return bytes.Compare(twice[a:a+n], twice[b:b+n]) })
	var used [256]bool
	for _, c := range block {
		used[c] = true
	}
	var front []byte
	for c := range used {
		if used[c] {
			front = append(front, byte(c))
		}
	}
	letters := len(front)
	var symbols []int
	zeros, origin := 0, 0
	flush := func() {
		for ; zeros > 0; zeros = (zeros - 1) / 2 {
			symbols = append(symbols, (zeros-1)&1)
		}
	}
	for i, at := range order {
		if at == 0 {
			origin = i
		}
		k := bytes.IndexByte(front, twice[at+n-1])
		if k == 0 {
			zeros++
			continue
		}
		flush()
		symbols = append(symbols, k+1)
		c := front[k]
		copy(front[1:k+1], front[:k])
		front[0] = c
	}
	flush()
	alphabet := letters + 2
	symbols = append(symbols, alphabet-1)

	b.put(48, 0x314159265359)
	b.put(32, uint64(crc))
	b.put(1, 0)
	b.put(24, uint64(origin))
	for i := range 16 {
		b.put(1, uint64(btoi(slices.Contains(used[16*i:16*i+16], true))))
	}
	for i := range 16 {
		if row := used[16*i : 16*i+16]; slices.Contains(row, true) {
			for _, u := range row {
				b.put(1, uint64(btoi(u)))
			}
		}
	}
	groups := (len(symbols) + 49) / 50
	b.put(3, 2)
	b.put(15, uint64(groups))
	b.put(uint(groups), 0)
	long := uint(1)
	for 1<<long < alphabet {
		long++
	}
	short := 1<<long - alphabet // so many codes of one bit less
	for range 2 {
		b.put(5, uint64(long)-uint64(btoi(short > 0)))
		for i := range alphabet {
			if i == short && short > 0 {
				b.put(2, 2)
			}
			b.put(1, 0)
		}
	}
	for _, s := range symbols {
		if s < short {
			b.put(long-1, uint64(s))
		} else {
			b.put(long, uint64(s+short))
		}
	}
	return crc
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

var bzTable = func() (t [256]uint32) {
	for i := range t {
		c := uint32(i) << 24
		for range 8 {
			c = c<<1 ^ c>>31*0x04c11db7
		}
		t[i] = c
	}
	return t
}()

func TestBz2(t *testing.T) {
	for _, s := range []string{"ab", "नाहन. मेले में 200 लोग पहुंचे.\n", strings.Repeat("क", 3000) + strings.Repeat("\x00\xff", 900), strings.Repeat("z", 700) + "y"} {
		got, err := io.ReadAll(bzip2.NewReader(bytes.NewReader(bz2([]byte(s)))))
		if err != nil || string(got) != s {
			t.Errorf("%.20q: %v, %d bytes", s, err, len(got))
		}
	}
}
