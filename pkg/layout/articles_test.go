package layout

import (
	"strings"
	"testing"

	"khabar/pkg/span"
)

// An '@' marks where an article starts.
var files = []struct{ name, mode, text string }{
	{"none", "none", "@एक\n\nदो"},
	{"line", "line", "@एक लाइन\n\n@दूसरी लाइन\n@तीसरी"},
	{"form feed", "formfeed", "@पहला लेख\nपाठ\n\f@दूसरा लेख\n"},
	{"form feed by itself", "auto", "@पहला लेख\nपाठ\n\f@दूसरा लेख\n"},
	{"regex", "regex:^\\d+\\. ", "@1. पहला\nपाठ\n@2. दूसरा\nपाठ"},
	{"rules", "auto", "@पहली खबर का शीर्षक यहां\nशहर में आज एक बड़ा कार्यक्रम हुआ जिसमें लोग आए।\n@==========\nदूसरी खबर का शीर्षक यहां\nगांव में कल एक और बड़ा कार्यक्रम हुआ जिसमें लोग आए।\n"},
	{"ornament", "auto", "@पहली खबर का शीर्षक यहां\nशहर में आज एक बड़ा कार्यक्रम हुआ जिसमें लोग आए।\n****\nगांव में कल एक और बड़ा कार्यक्रम हुआ जिसमें लोग आए।\n"},
	{"labels", "auto", "@शीर्षक: पहली खबर\nशहर में आज एक बड़ा कार्यक्रम हुआ जिसमें बहुत सारे लोग दूर दूर से आए।\n\n@शीर्षक: दूसरी खबर\nगांव में कल एक और बड़ा कार्यक्रम हुआ जिसमें बहुत सारे लोग आए थे।\n"},
	{"ids", "auto", "@navbharat_2003_11_30_331823\nपेंशन पर धरना\nनई दिल्ली (भाषा): शिक्षकों ने पेंशन की मांग को लेकर शनिवार को धरना दिया और नारे लगाए।\n@navbharat_2003_12_01_331900\nबिजली महंगी\nनई दिल्ली (वार्ता): बिजली की दरें सोमवार से बढ़ गई हैं और लोगों ने इसका विरोध किया है।\n"},
	{"sections", "auto", "@देश / पहली खबर का शीर्षक यहां\nशहर में आज एक बड़ा कार्यक्रम हुआ जिसमें कई लोग आए और सभा हुई.\n@रांची / दूसरी खबर का शीर्षक यहां\nशहर में कल भी एक बड़ा कार्यक्रम हुआ जिसमें कई लोग आए और सभा हुई."},
	{"etv", "auto", "@उत्तराखंड\n\nuttarakhand\n\nETV Bharat / state\n\nपहली खबर का शीर्षक यहां - टैग\n\nदेहरादून: शहर में आज एक बड़ा कार्यक्रम हुआ जिसमें बहुत सारे लोग दूर दूर से आए.\n\nABOUT THE AUTHOR\n\n...view details\n\n@उत्तराखंड\n\nuttarakhand\n\nETV Bharat / city\n\nदूसरी खबर का शीर्षक यहां - टैग\n\nहरिद्वार: गांव में कल एक और बड़ा कार्यक्रम हुआ जिसमें बहुत सारे लोग आए थे.\n"},
	{"published", "auto", "@पहली खबर का शीर्षक यहां\nPublished : May 18, 2020, 10:06 AM IST\nशहर में आज एक बड़ा कार्यक्रम हुआ जिसमें बहुत सारे लोग दूर दूर से आए।\nइसमें मंत्री भी शामिल हुए।\n@दूसरी खबर का शीर्षक यहां\nPublished : May 19, 2020, 11:06 AM IST\nगांव में कल एक और बड़ा कार्यक्रम हुआ जिसमें बहुत सारे लोग आए थे।\n"},
	{"datelines", "auto", "@पानीपत में चार लोग बीमार\n\nपानीपत, जेएनएन । शहर में चार लोगों के बीमार होने से हड़कंप मच गया और उन्हें अस्पताल में भर्ती कराया गया।\n\nचारों की हालत स्थिर है।\n\n@लखनऊ में बारिश से राहत मिली\n\nलखनऊ, जेएनएन । शहर में बुधवार को हुई तेज बारिश से लोगों को गर्मी से राहत मिली और तापमान भी गिर गया।\n"},
	{"one article with subheads", "auto", "@बारिश से कई जगह जलभराव, लोग परेशान\n\nपटना। शहर में बुधवार को हुई तेज बारिश से कई जगह पानी भर गया और लोगों को परेशानी हुई।\n\nनिगम ने लगाए पंप\n\nनिगम ने पानी निकालने के लिए दस पंप लगाए हैं और कर्मचारियों की छुट्टी रद्द कर दी गई है।\n"},
}

func TestCut(t *testing.T) {
	for _, c := range files {
		s, err := ParseSplitting(c.mode)
		if err != nil {
			t.Fatal(err)
		}
		raw := strings.ReplaceAll(c.text, "@", "")
		got := ""
		at := 0
		for _, a := range s.Cut(raw) {
			got += raw[at:a.Start] + "@"
			at = a.Start
		}
		got += raw[at:]
		if got != c.text {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.text)
		}
	}
	for _, bad := range []string{"", "lines", "regex:", "regex:("} {
		if _, err := ParseSplitting(bad); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

func FuzzCut(f *testing.F) {
	for _, c := range files {
		f.Add(strings.ReplaceAll(c.text, "@", ""))
	}
	f.Fuzz(func(t *testing.T, raw string) {
		at := 0
		for _, a := range Split(raw) {
			if a.Start < at || a.End < a.Start || a.End > len(raw) {
				t.Fatalf("%v after byte %d of %d", a, at, len(raw))
			}
			if lost := trim(raw, span0(at, a.Start)); !lost.Empty() {
				t.Fatalf("%q lost", lost.In(raw))
			}
			at = a.End
		}
		if lost := trim(raw, span0(at, len(raw))); !lost.Empty() {
			t.Fatalf("%q lost", lost.In(raw))
		}
	})
}

func span0(start, end int) span.Span { return span.Span{Start: start, End: end} }
