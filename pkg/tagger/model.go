package tagger

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sort"
	"strings"
	"sync"
)

//go:embed model.bin
var embedded string

// Default returns the model that ships with khabar, opened on first use. A broken
// model file is a bug in the program and panics.
var Default = sync.OnceValue(func() *Model {
	m, err := Open(embedded)
	if err != nil {
		panic(err)
	}
	return m
})

// Model is a trained tagger. It is read-only and safe for concurrent use.
type Model struct {
	header string
	words  WordTable
	rows   []byte   // feature buckets, and the neutral row
	count  uint64   // number of buckets
	seen   []uint16 // by bucket: a bit for each feature in it, see seenBit
	scale  float32
	trans  [NumStates][NumStates]int32
	into   [numOuter][numOuter]int32 // trans by target, then source
	outOf  [numOuter][numOuter]int32 // trans by source, then target
	inner  [3][4]int32               // of each type: B I, I I, B E, I E
	pool   sync.Pool                 // *scratch
}

// The model file: a text header that ends at the first empty line, then (lowest byte
// first) the scale as float32, NumStates² transition weights as int16, the number of
// buckets, of word rows and of clusters as uint32, the buckets, a neutral row, the word
// rows and the cluster paths. A bucket is one cache line: four checks, which tell features of the
// bucket apart, and the weights of the four for each state but O, one byte each. The
// word rows are read in place.
const (
	magic      = "khabar tagger model 1\n"
	bucketRows = 4
	checkSize  = 4
	rowSize    = NumStates - 1
	bucketSize = bucketRows * (checkSize + rowSize)
	bias       = 128 // of the weight bytes in a row
	maxWeight  = 127
)

var errModel = errors.New("tagger: not a model file of this version")

// Open returns the model in data, which it keeps.
func Open(data string) (*Model, error) {
	if !strings.HasPrefix(data, magic) {
		return nil, errModel
	}
	end := strings.Index(data, "\n\n")
	if end < 0 {
		return nil, errModel
	}
	m := &Model{header: data[:end+1]}
	rest := data[end+2:]
	u32 := func() (v uint32) {
		if len(rest) < 4 {
			rest = ""
			return 0
		}
		v = uint32(rest[0]) | uint32(rest[1])<<8 | uint32(rest[2])<<16 | uint32(rest[3])<<24
		rest = rest[4:]
		return v
	}
	m.scale = math.Float32frombits(u32())
	if len(rest) < 2*NumStates*NumStates {
		return nil, errModel
	}
	for a := range m.trans {
		for b := range m.trans[a] {
			m.trans[a][b] = int32(int16(uint16(rest[0]) | uint16(rest[1])<<8))
			rest = rest[2:]
			if !Follows(a, b) {
				m.trans[a][b] = never
			}
		}
	}
	m.arrange()
	buckets, words, clusters := int(u32()), int(u32()), int(u32())
	if want := buckets*bucketSize + rowSize + words*wordRow + clusters*8; buckets == 0 || words == 0 || words&(words-1) != 0 || clusters <= int(ClusterMask) ||
		len(rest) != want || !(m.scale > 0) {
		return nil, fmt.Errorf("%w: %d bytes of tables, want %d", errModel, len(rest), want)
	}
	// The buckets are copied once, because a large allocation starts at a page: so each is
	// one cache line, and tagging, which waits for little else, is half as fast again.
	m.rows, rest = []byte(rest[:buckets*bucketSize+rowSize]), rest[buckets*bucketSize+rowSize:]
	m.count = uint64(buckets)
	m.seen = make([]uint16, buckets)
	for b := range m.seen {
		for k := range bucketRows {
			if c := binary.LittleEndian.Uint32(m.rows[b*bucketSize+k*checkSize:]); c != 0 {
				m.seen[b] |= 1 << seenBit(uint64(c))
			}
		}
	}
	m.words.rows, m.words.paths = rest[:words*wordRow], rest[words*wordRow:]
	m.words.mask = uint64(words - 1)
	m.pool.New = func() any { return new(scratch) }
	return m, nil
}

// Header returns the text that the model file starts with: what it was trained on, by
// what command, its licence and its scores.
func (m *Model) Header() string { return strings.TrimPrefix(m.header, magic) }

// Weights are the trained parameters from which Encode writes a model file.
type Weights struct {
	Features    map[uint64][NumStates]float32
	Transitions [NumStates][NumStates]float32
	Words       *WordTable
}

// Encode returns the model file of w with room for the given number of bytes of
// features: the rows with the largest weights get a place, 4 in each bucket. header
// is text lines of the form "key: value". It also returns how many features found no
// place.
func Encode(w *Weights, header string, featureBytes int) (data []byte, dropped int) {
	// The largest weight fits a byte. It is that of a feature that most tokens have, so
	// it must not be cut.
	top := 0.01
	for _, row := range w.Features {
		top = max(top, float64(spread(&row)))
	}
	scale := maxWeight / top

	buckets := max(featureBytes/bucketSize, 1)
	table := make([]byte, buckets*bucketSize+rowSize)
	for i := buckets * bucketSize; i < len(table); i++ {
		table[i] = bias // the neutral row
	}
	used := make([]uint8, buckets)
	keys := sortedKeys(w.Features)
	sort.SliceStable(keys, func(i, j int) bool {
		a, b := w.Features[keys[i]], w.Features[keys[j]]
		return spread(&a) > spread(&b)
	})
	for _, x := range keys {
		row := w.Features[x]
		if spread(&row)*float32(scale) < 0.5 {
			continue
		}
		b := bucketOf(x, uint64(buckets))
		if used[b] == bucketRows {
			dropped++
			continue
		}
		at := int(b) * bucketSize
		binary.LittleEndian.PutUint32(table[at+checkSize*int(used[b]):], checkOf(x))
		at += bucketRows*checkSize + rowSize*int(used[b])
		used[b]++
		for s, v := range row[1:] {
			q := math.Round(float64(v-row[stateO]) * scale)
			table[at+s] = byte(bias + int(max(-maxWeight, min(maxWeight, q))))
		}
	}

	out := []byte(magic)
	if header = strings.TrimSpace(header); header != "" {
		out = append(append(out, header...), '\n')
	}
	out = append(out, '\n')
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(float32(scale)))
	for a := range w.Transitions {
		for b := range w.Transitions[a] {
			q := math.Round(float64(w.Transitions[a][b]) * scale)
			out = binary.LittleEndian.AppendUint16(out, uint16(int16(max(-30000, min(30000, q)))))
		}
	}
	out = binary.LittleEndian.AppendUint32(out, uint32(buckets))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(w.Words.rows)/wordRow))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(w.Words.paths)/8))
	out = append(out, table...)
	out = append(out, w.Words.rows...)
	out = append(out, w.Words.paths...)
	return out, dropped
}

// spread returns the largest difference that a row makes between a state and O.
func spread(row *[NumStates]float32) float32 {
	var m float32
	for _, v := range row {
		m = max(m, v-row[stateO], row[stateO]-v)
	}
	return m
}

// bucketOf and checkOf split a feature's hash: the high half chooses its bucket, the low
// half tells it from others there. A check is never 0, which marks a free row.
func bucketOf(x, buckets uint64) uint64 { return (x >> 32) * buckets >> 32 }

func checkOf(x uint64) uint32 { return uint32(x) | 1 }

func sortedKeys[V any](m map[uint64]V) []uint64 {
	keys := make([]uint64, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	return keys
}
