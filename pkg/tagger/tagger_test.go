package tagger

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
)

// golden lists sentences of our own with the names that the model finds: [type words].
const golden = `
[LOC दिल्ली] के मुख्यमंत्री [PER अरविंद केजरीवाल] ने कहा कि बैठक शाम को होगी।
[PER राहुल गांधी] ने [LOC लखनऊ] में कार्यकर्ताओं से मुलाकात की।
[LOC बिहार] और [LOC झारखंड] में तेज बारिश हुई।
किसानों को अब तक मुआवजा नहीं मिला है।
`

// bracket writes text with its names in brackets.
func bracket(d *document.Document, tags []Tag) string {
	var b strings.Builder
	open := false
	at := 0
	tokens := d.Tokens()
	for i, t := range tags {
		if open && (t.Label == O || t.Label.Begins()) {
			b.WriteByte(']')
			open = false
		}
		b.WriteString(d.Raw()[at:tokens[i].Start])
		if t.Label != O && !open {
			b.WriteString("[" + t.Label.Type().String() + " ")
			open = true
		}
		at = tokens[i].End
		b.WriteString(d.Raw()[tokens[i].Start:at])
	}
	if open {
		b.WriteByte(']')
	}
	return b.String() + d.Raw()[at:]
}

func TestGolden(t *testing.T) {
	m := Default()
	for _, want := range strings.Split(strings.TrimSpace(golden), "\n") {
		text := strings.NewReplacer("[PER ", "", "[LOC ", "", "[ORG ", "", "]", "").Replace(want)
		d := segment.Plain(text, lexicon.Default())
		if got := bracket(d, m.Tag(d, nil)); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestModelFile(t *testing.T) {
	if n := len(embedded); n > 6<<20 {
		t.Errorf("the model has %d bytes, more than 6 MiB", n)
	}
	var m *Model
	best := time.Hour
	for i := 0; i < 20; i++ { // the best of several: the machine may be busy
		start := time.Now()
		var err error
		if m, err = Open(embedded); err != nil {
			t.Fatal(err)
		}
		best = min(best, time.Since(start))
	}
	if best > 5*time.Millisecond {
		t.Errorf("opening took %v", best)
	}
	for _, key := range []string{"data: ", "licence: ", "command: ", "test: "} {
		if !strings.Contains("\n"+m.Header(), "\n"+key) {
			t.Errorf("no %q line in the header:\n%s", key, m.Header())
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	for _, n := range []int{0, 10, len(magic), 500, 5000, len(embedded) - 1} {
		if _, err := Open(embedded[:n]); err == nil {
			t.Errorf("a model cut to %d bytes opens", n)
		}
	}
}

func TestLabels(t *testing.T) {
	for typ := Person; typ <= Organization; typ++ {
		for n := 1; n < 5; n++ {
			last := stateO
			for i := 0; i < n; i++ {
				s := StateOf(typ, i, n)
				if !Follows(last, s) {
					t.Errorf("%v token %d of %d: state %d does not follow %d", typ, i, n, s, last)
				}
				l := LabelOf(s)
				if l.Type() != typ || l.Begins() != (i == 0) {
					t.Errorf("%v token %d of %d: label %v", typ, i, n, l)
				}
				last = s
			}
			if !Follows(last, stateO) {
				t.Errorf("%v of %d tokens does not end", typ, n)
			}
		}
	}
}

// news is text of the sort that khabar reads, written for this test.
const news = `शिमला, 12 मार्च: हिमाचल प्रदेश के मुख्यमंत्री ने मंगलवार को कहा कि राज्य सरकार सेब उत्पादकों को 25 करोड़ रुपये की राहत देगी।
कांग्रेस प्रवक्ता रमेश ठाकुर ने इस फैसले पर सवाल उठाया और कहा, "किसानों को बीमा का पैसा अब तक नहीं मिला है।"
पुलिस अधीक्षक अनिल वर्मा के अनुसार सोलन के पास हुए हादसे में तीन लोगों की मौत हो गई, जबकि दो घायलों को आईजीएमसी में भर्ती कराया गया है।
उच्च न्यायालय ने भारतीय स्टेट बैंक की याचिका खारिज कर दी। न्यायमूर्ति संदीप शर्मा ने कहा कि मामले की जांच जरूरी है।
`

func TestAllocations(t *testing.T) {
	m := Default()
	d := segment.Plain(strings.Repeat(news, 10), lexicon.Default())
	tags := m.Tag(d, nil)
	if n := testing.AllocsPerRun(20, func() { tags = m.Tag(d, tags[:0]) }); n >= 1 {
		t.Errorf("%v allocations a call", n)
	}
}

func TestParallel(t *testing.T) {
	m := Default()
	d := segment.Plain(news, lexicon.Default())
	want := bracket(d, m.Tag(d, nil))
	t.Run("group", func(t *testing.T) {
		for i := 0; i < 4; i++ {
			t.Run("", func(t *testing.T) {
				t.Parallel()
				for j := 0; j < 20; j++ {
					if got := bracket(d, m.Tag(d, nil)); got != want {
						t.Errorf("got %s", got)
					}
				}
			})
		}
	})
}

func FuzzTag(f *testing.F) {
	f.Add(news)
	f.Add(golden)
	f.Add("\xff\xe0\xa4अ\u200dः¨&#;...")
	f.Add(strings.Repeat("क ", 2000))
	m := Default()
	f.Fuzz(func(t *testing.T, raw string) {
		d := segment.Plain(raw, lexicon.Default())
		tags := m.Tag(d, nil)
		if len(tags) != d.Len() {
			t.Fatalf("%d tags for %d tokens", len(tags), d.Len())
		}
		for i, tag := range tags {
			l := tag.Label
			if l > IOrg || tag.Margin < 0 {
				t.Fatalf("token %d: %v", i, tag)
			}
			if l != O && !l.Begins() && (i == 0 || tags[i-1].Label.Type() != l.Type()) {
				t.Fatalf("token %d: %v opens a name", i, l)
			}
		}
	})
}

// BenchmarkTag tags the synthetic articles of the repository.
func BenchmarkTag(b *testing.B) {
	m := Default()
	var text strings.Builder
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatal("no articles", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		text.Write(data)
	}
	d := segment.Plain(text.String(), lexicon.Default())
	tags := m.Tag(d, nil)
	b.SetBytes(int64(len(d.Raw())))
	b.ReportMetric(float64(len(d.Raw()))/float64(d.Len()), "B/token")
	b.ReportAllocs()
	for b.Loop() {
		tags = m.Tag(d, tags[:0])
	}
}

func BenchmarkOpen(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open(embedded); err != nil {
			b.Fatal(err)
		}
	}
}
