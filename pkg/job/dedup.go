package job

import (
	"crypto/sha256"
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/record"
)

// dedupKey is the first half of the SHA-256 of an article's folded text. The zero key
// stands for a text that is too short to tell.
type dedupKey [16]byte

// minDedup is the number of bytes of folded text under which two articles may be alike
// by chance.
const minDedup = 200

// windowSize is how many articles the warning duplicate_of looks back: copies of one
// story (AMP and web page) stand near each other, and memory must not grow with the
// input. --dedup looks back over the whole run.
const windowSize = 1 << 16

// dedup remembers the articles of a run.
type dedup struct {
	whole bool // remember all
	ids   map[dedupKey]string
	ring  []dedupKey // of the window, oldest at next
	next  int
}

func newDedup(mode string) *dedup {
	return &dedup{whole: mode != "", ids: make(map[dedupKey]string)}
}

// key is computed on the workers.
func (d *dedup) key(r *record.Record) dedupKey {
	text := strings.Map(func(c rune) rune {
		if c == ' ' || c == '\n' || c == '।' || c == '.' || c == ',' {
			return -1
		}
		return c
	}, devanagari.Fold(r.Text))
	if len(text) < minDedup {
		return dedupKey{}
	}
	sum := sha256.Sum256([]byte(text))
	return dedupKey(sum[:16])
}

// seen returns the id of the first article with key, "" where there is none, and
// remembers this one.
func (d *dedup) seen(id string, key dedupKey) string {
	if key == (dedupKey{}) {
		return ""
	}
	if of, ok := d.ids[key]; ok {
		return of
	}
	if d.whole {
		d.ids[key] = id
		return ""
	}
	if len(d.ring) < windowSize {
		d.ring = append(d.ring, key)
	} else {
		delete(d.ids, d.ring[d.next])
		d.ring[d.next] = key
		d.next = (d.next + 1) % windowSize
	}
	d.ids[key] = id
	return ""
}

// remembers reports whether the article that came back articles ago still counts.
func (d *dedup) remembers(back int) bool { return d.whole || back <= windowSize }
