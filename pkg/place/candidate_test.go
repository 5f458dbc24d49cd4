package place

import (
	"strings"
	"testing"

	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
)

func TestCandidates(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"नई दिल्ली में बैठक हुई।", "नई दिल्ली"},
		{"जम्मू-कश्मीर और हि.प्र. में बर्फबारी", "जम्मू-कश्मीर|हि.प्र."},
		{"पटना-गया मार्ग", "पटना|गया"},
		{"हरियाणा/पंजाब सीमा", "हरियाणा|पंजाब"},
		{"बंगाल की खाड़ी", "बंगाल की खाड़ी"},
		{"दिल्लीवासी बिहारी भारतीय अमेरिकी", ""},
		{"को से पर में", ""},
		{"उ.प्र. सरकार", "उ.प्र."},
	} {
		d := segment.Plain(c.text, lexicon.Default())
		var got []string
		for _, x := range Candidates(d, gazetteer.Default()) {
			got = append(got, d.Text(x.Span))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: got %q, want %q", c.text, strings.Join(got, "|"), c.want)
		}
	}
}
