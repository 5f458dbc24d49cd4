package job

import (
	"crypto/sha256"

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
// input. --dedup exact looks back over the whole run (about 100 bytes an article),
// --dedup near over similar.Window articles.
const windowSize = 1 << 14

// dedup remembers the articles of a run.
type dedup struct {
	mode  string // "", exact, near
	ids   map[[16]byte]copyOf
	old   []copyAt // of the window, by article
	first int      // of old
	now   int      // number of the article
	index *similar.Index
}

// copyOf is an article that was seen and its number.
type copyOf struct {
	id string
	at int
}

type copyAt struct {
	key [16]byte
	at  int
}

func newDedup(mode string) *dedup {
	return &dedup{mode: mode, ids: make(map[[16]byte]copyOf), index: similar.NewIndex()}
}

// key is computed on the workers.
func (d *dedup) key(r *record.Record, doc *document.Document) (k dedupKey) {
	text := keyText(make([]byte, 0, len(r.Text)), doc)
	if len(text) < minDedup {
		return k
	}
	sum := sha256.Sum256(text)
	k.exact = [16]byte(sum[:16])
	if d.mode == "near" {
		k.near = similar.Sign(devanagari.Fold(r.Text))
	}
	return k
}

// keyText appends the folded body of doc without spaces, stops and commas: what two
// copies of a text share whatever their pages did to it. The tokens hold it folded.
func keyText(dst []byte, doc *document.Document) []byte {
	sents, tokens := doc.Sentences(), doc.Tokens()
	for _, b := range doc.Blocks() {
		if b.Kind != document.Body {
			continue
		}
		for _, s := range sents[b.Sentences.First:b.Sentences.End] {
			for i := s.Tokens.First; i < s.Tokens.End; i++ {
				switch t := &tokens[i]; {
				case t.Kind == document.Word:
					dst = append(dst, t.Key...)
				case t.Key == "।":
				default: // digits and marks
					for k := range len(t.Key) {
						if c := t.Key[k]; c != '.' && c != ',' {
							dst = append(dst, c)
						}
					}
				}
			}
		}
	}
	return dst
}

// turn says that the next article follows, and forgets what lies behind the window.
func (d *dedup) turn() {
	d.now++
	for d.first < len(d.old) && d.old[d.first].at < d.now-windowSize {
		o := d.old[d.first]
		if d.ids[o.key].at == o.at {
			delete(d.ids, o.key)
		}
		d.first++
	}
	if d.first > windowSize {
		d.old = append(d.old[:0], d.old[d.first:]...)
		d.first = 0
	}
}

// seen returns the id of an earlier article with key, "" where there is none, and
// remembers this one. Under --dedup it is the first such article, else the latest: a
// resumed run, which reads the window again, must come to the same.
func (d *dedup) seen(id string, key dedupKey) string {
	if key.exact == ([16]byte{}) {
		return ""
	}
	if d.mode == "near" {
		of := d.index.Find(key.near)
		if of == "" {
			d.index.Add(id, key.near)
		}
		return of
	}
	of := d.ids[key.exact].id
	if d.mode == "exact" {
		if of == "" {
			d.ids[key.exact] = copyOf{id: id}
		}
		return of
	}
	d.ids[key.exact] = copyOf{id, d.now}
	d.old = append(d.old, copyAt{key.exact, d.now})
	return of
}

// window is how many of n articles still count for those that follow.
func (d *dedup) window(n int) int {
	if d.mode != "" {
		return n
	}
	return min(n, windowSize)
}
