package job

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/record"
	"khabar/pkg/similar"
)

// dedupKey stands for an article's text: the first half of the SHA-256 of its folded
// form, and for --dedup near its signature. The zero key stands for a text that is too
// short to tell.
type dedupKey struct {
	exact [16]byte
	near  similar.Signature
}

// minDedup is the number of bytes of folded text under which two articles may be alike
// by chance.
const minDedup = 200

// windowSize is how many articles the warning duplicate_of looks back: copies of one
// story (AMP and web page) stand near each other, and memory must not grow with the
// input. --dedup exact looks back over the whole run (some 40 bytes an article), --dedup
// near over similar.Window articles.
const windowSize = 1 << 14

// dedup remembers the articles of a run.
type dedup struct {
	mode   string                // "", exact, near
	last   *window               // ""
	hashes map[[16]byte]struct{} // exact
	index  *similar.Index        // near

	log *bufio.Writer // what exact and near remember, for a resumed run; nil for none
}

func newDedup(mode string) *dedup {
	d := &dedup{mode: mode}
	switch mode {
	case "exact":
		d.hashes = make(map[[16]byte]struct{})
	case "near":
		d.index = similar.NewIndex()
	default:
		d.last = newWindow()
	}
	return d
}

// key is computed on the workers.
func (d *dedup) key(r *record.Record, doc *document.Document) (k dedupKey) {
	sum, size := keyOf(doc)
	if size < minDedup {
		return k
	}
	k.exact = [16]byte(sum[:16])
	if d.mode == "near" {
		k.near = similar.Sign(devanagari.Fold(r.Text))
	}
	return k
}

// keyOf hashes the folded body of doc without spaces, stops and commas: what two copies of
// a text share whatever their pages did to it. The tokens hold it folded. It returns the
// number of bytes too.
func keyOf(doc *document.Document) (sum [sha256.Size]byte, size int) {
	sents, tokens := doc.Sentences(), doc.Tokens()
	hash := sha256.New()
	var buf [1024]byte
	text := buf[:0]
	for _, b := range doc.Blocks() {
		if b.Kind != document.Body {
			continue
		}
		for _, s := range sents[b.Sentences.First:b.Sentences.End] {
			for i := s.Tokens.First; i < s.Tokens.End; i++ {
				switch t := &tokens[i]; {
				case t.Kind == document.Word:
					text = append(text, t.Key...)
				case t.Key == "।":
				default: // digits and marks
					for k := range len(t.Key) {
						if c := t.Key[k]; c != '.' && c != ',' {
							text = append(text, c)
						}
					}
				}
				if len(text) > len(buf)*3/4 {
					hash.Write(text)
					size += len(text)
					text = buf[:0]
				}
			}
		}
	}
	hash.Write(text)
	hash.Sum(sum[:0])
	return sum, size + len(text)
}

// seen tells whether an article came before, for the warning with its id, and remembers
// this one. Under --dedup it is the first such article that counts, else the latest: a
// resumed run, which reads the window again, must come to the same.
func (d *dedup) seen(id string, key dedupKey) (of string, ok bool) {
	if key.exact == ([16]byte{}) {
		return "", false
	}
	switch d.mode {
	case "exact":
		if _, ok = d.hashes[key.exact]; !ok {
			d.remember(key)
		}
	case "near":
		if _, ok = d.index.Find(key.near); !ok {
			d.remember(key)
		}
	default:
		k := binary.LittleEndian.Uint64(key.exact[:])
		of, ok = d.last.find(k)
		d.last.add(k, id)
	}
	return of, ok
}

// remember takes note of an article under exact or near. The log's error comes when it
// is flushed.
func (d *dedup) remember(key dedupKey) {
	entry := key.exact[:]
	if d.mode == "exact" {
		d.hashes[key.exact] = struct{}{}
	} else {
		d.index.Add(key.near)
		if entry = nil; d.log != nil {
			for _, v := range key.near {
				entry = binary.LittleEndian.AppendUint16(entry, v)
			}
		}
	}
	if d.log != nil {
		_, _ = d.log.Write(entry)
	}
}

// turn says that the next article follows.
func (d *dedup) turn() {
	if d.last != nil {
		d.last.now++
	}
}

// replay is how many of the n articles that an earlier run took must be worked on again,
// since later ones are compared with them. Under --dedup a log says what they were.
func (d *dedup) replay(n int) int {
	if d.mode != "" {
		return 0
	}
	return min(n, windowSize)
}

// entryBytes is how long the log's entries are.
func (d *dedup) entryBytes() int64 {
	if d.mode == "exact" {
		return 16
	}
	return int64(2 * len(similar.Signature{}))
}

// restore remembers what an earlier run's log holds.
func (d *dedup) restore(r io.Reader) error {
	entry := make([]byte, d.entryBytes())
	for {
		if _, err := io.ReadFull(r, entry); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if d.mode == "exact" {
			d.hashes[[16]byte(entry)] = struct{}{}
			continue
		}
		var s similar.Signature
		for i := range s {
			s[i] = binary.LittleEndian.Uint16(entry[2*i:])
		}
		d.index.Add(s)
	}
}

// window remembers the last windowSize texts, as far as they stand within as many
// articles. Texts are numbered from 1; a ring holds them. A bucket holds the number of
// its latest text, each text that of the one before it. A number that has left the ring
// ends the chain, so nothing is ever taken out.
type window struct {
	ring    []seenText
	buckets []int
	n       int // texts so far
	now     int // number of the article
}

type seenText struct {
	key     uint64
	id      string
	article int
	before  int // in its bucket
}

func newWindow() *window {
	return &window{ring: make([]seenText, windowSize), buckets: make([]int, windowSize)}
}

// find returns the id of the latest text with key.
func (w *window) find(key uint64) (id string, ok bool) {
	for number := w.buckets[key%windowSize]; number > 0 && number > w.n-windowSize; {
		t := &w.ring[number%windowSize]
		if t.key == key {
			return t.id, w.now-t.article <= windowSize
		}
		number = t.before
	}
	return "", false
}

func (w *window) add(key uint64, id string) {
	w.n++
	bucket := &w.buckets[key%windowSize]
	w.ring[w.n%windowSize] = seenText{key: key, id: id, article: w.now, before: *bucket}
	*bucket = w.n
}
