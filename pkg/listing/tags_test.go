package listing

import (
	"bytes"
	"strings"
	"testing"

	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
)

// FuzzTags: names of a user leave a tagging that is well-formed: I- goes on with a name of
// its kind.
func FuzzTags(f *testing.F) {
	o, err := lexicon.ReadOverlay("own.tsv", "# table: people\nझिलमिल टोटो\tझिलु\n# table: organizations\nझिलमिल विकास मंडली\tझि.वि.मं.|रमेश-मंडली\t\tngo\n")
	if err != nil {
		f.Fatal(err)
	}
	lx, err := lexicon.Default().With(o)
	if err != nil {
		f.Fatal(err)
	}
	gaz, err := gazetteer.Default().With([]gazetteer.Line{{File: "own.tsv", Number: 1, Fields: []string{"village", "खड़क पुरा", "रमेश"}}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add("झिलमिल टोटो और खड़क-पुरा के रमेश-मंडली। दिल्ली में अरविंद झिलु केजरीवाल ने कहा।")
	f.Add("झि.वि.मं. झिलमिल - . टोटो\nरमेश शर्मा झिलमिल टोटो शर्मा")
	f.Fuzz(func(t *testing.T, text string) {
		var out bytes.Buffer
		tags := NewTags(&out, false, lx, gaz)
		if err := tags.File("-", strings.NewReader(text)); err != nil {
			t.Fatal(err)
		}
		if err := tags.Flush(); err != nil {
			t.Fatal(err)
		}
		before := "O"
		for line := range strings.Lines(out.String()) {
			_, label, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
			if i := strings.LastIndexByte(label, '\t'); i >= 0 { // a token can hold a tab
				label = label[i+1:]
			}
			if !ok {
				before = "O"
				continue
			}
			if strings.HasPrefix(label, "I-") && (before == "O" || before[2:] != label[2:]) {
				t.Fatalf("%s after %s in\n%s", label, before, out.String())
			}
			before = label
		}
	})
}
