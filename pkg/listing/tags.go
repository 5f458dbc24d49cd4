package listing

import (
	"bufio"
	"encoding/json"
	"io"
	"math"

	"khabar/pkg/gazetteer"
	"khabar/pkg/grapheme"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
	"khabar/pkg/tagger"
)

// Tags writes what the learned tagger sees in plain text: CoNLL, a token and its tag a
// line with an empty line behind each sentence, or one name a line as JSON.
type Tags struct {
	w      *bufio.Writer
	jsonl  bool
	own    *own
	tags   []tagger.Tag
	names  []tagger.Name
	failed error
}

// NewTags returns a writer of tags on w. The names that a user added to lx and gaz are
// tagged whatever the model sees.
func NewTags(w io.Writer, jsonl bool, lx *lexicon.Lexicon, gaz *gazetteer.Table) *Tags {
	return &Tags{w: bufio.NewWriterSize(w, 64<<10), jsonl: jsonl, own: newOwn(lx, gaz)}
}

// Failed returns the failure of a write, after which nothing more is written.
func (t *Tags) Failed() error { return t.failed }

// Flush writes what was gathered.
func (t *Tags) Flush() error { return t.w.Flush() }

// taggedName is one line of JSON: bytes and clusters count in the whole file, the
// margin is in nats, none for a name of the user.
type taggedName struct {
	Path     string   `json:"path"`
	Type     string   `json:"type"`
	Text     string   `json:"text"`
	Span     [2]int   `json:"span"`
	Clusters [2]int   `json:"clusters"`
	Margin   *float64 `json:"margin"`
}

// File tags the paragraphs of r. The error is that of reading.
func (t *Tags) File(path string, r io.Reader) error {
	lx, model := t.own.lx, tagger.Default()
	for p, err := range segment.Units(r, segment.Paragraphs, lx) {
		if err != nil {
			return err
		}
		d := segment.Plain(p.Text, lx)
		t.tags = model.Tag(d, t.tags[:0])
		t.own.tag(d, t.tags)
		if t.jsonl {
			t.names = tagger.Names(t.tags, t.names[:0])
			at, clusters := 0, p.Clusters.Start
			for _, n := range t.names {
				s := d.SpanOf(n.Range)
				text := p.Text[s.Start:s.End]
				clusters += grapheme.Count(p.Text[at:s.Start])
				end := clusters + grapheme.Count(text)
				t.name(taggedName{path, n.Type.String(), text,
					[2]int{p.Bytes.Start + s.Start, p.Bytes.Start + s.End}, [2]int{clusters, end}, margin(n.Margin)})
				at, clusters = s.End, end
			}
		} else {
			tokens := d.Tokens()
			for _, s := range d.Sentences() {
				for i := s.Tokens.First; i < s.Tokens.End; i++ {
					t.write(p.Text[tokens[i].Start:tokens[i].End], "\t", t.tags[i].Label.String(), "\n")
				}
				t.write("\n")
			}
		}
		if t.failed != nil {
			return nil
		}
	}
	return nil
}

// margin returns what is printed of m.
func margin(m float32) *float64 {
	if m == certain {
		return nil
	}
	x := math.Round(float64(m)*100) / 100
	return &x
}

// name writes one line of JSON.
func (t *Tags) name(n taggedName) {
	enc := json.NewEncoder(t.w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(n); err != nil {
		t.failed = err
	}
}

func (t *Tags) write(parts ...string) {
	for _, s := range parts {
		if _, err := t.w.WriteString(s); err != nil {
			t.failed = err
			return
		}
	}
}
