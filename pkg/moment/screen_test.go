package moment

import (
	"os"
	"path/filepath"
	"testing"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
)

// TestPlainNumber holds that no rule reads an expression at digits that plainNumber turns
// away, in the articles, in the cases of the suites and in what is put together here.
func TestPlainNumber(t *testing.T) {
	var texts []string
	for _, dir := range []string{"articles", "gold/dev", "held", "recognizers"} {
		files, _ := filepath.Glob("../../testdata/" + dir + "/*.*")
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, string(b))
		}
	}
	behind := []string{"मई", "मई 2020", "जन. 2020", "बजे", "बजकर 10 मिनट", "am", "a.m", "pm", ":30 बजे", ":30", ".30 बजे", "-10 बजे", " से 12 मई", " और 6 मई", ", 30 मई", ",31 मई", "/5/2020",
		"-5-2020", ".05.2020", "साल पहले", "दिन बाद होगा", "दर्जन साल पहले", "तारीख", "के दशक", "वीं सदी", "वीं मई", "th May", "ईसा पूर्व", "ई.पू.", "ई. में", "में", "तक", "को", "के चुनाव",
		"लोग", "%", "।", ")", ", जिनमें", ", 000 साल पहले", "/4 साल पहले", "- 31 मई", "–31 मई", "वर्ष पूर्व", "हजार", "घंटे पहले", "जुलाई को", "अपराह्न", "पूर्वाह्न", "शाम",
		"से ज्यादा", "से शाम 5 बजे तक", "से नौ मई", "से लेकर 5 मई", "और नौ मई", "और जून", "के मई", "की मई", "का दशक", "के अंत में", "में मई", "के बाद मई"}
	for _, before := range []string{"", "शक ", "शक-", "विक्रम संवत ", "साल ", "सुबह ", "बीते ", "26/"} {
		for _, digits := range []string{"5", "05", "२६", "30", "90", "150", "900", "1942", "2020", "12,13", "19,20,21", "1,000", "8.30", "18.05", "18.05.2020", "10000", "202005", "एक", "पांच", "दो हजार", "पहली", "तीसरे", "बीस", "साढ़े नौ"} {
			for _, b := range behind {
				texts = append(texts, before+digits+b, before+digits+" "+b)
			}
		}
	}
	n := 0
	for _, text := range texts {
		d := segment.Plain(text, lexicon.Default())
		p := parser{d: d, t: d.Tokens(), ref: ReferenceOf("2020-05-18")}
		p.today = dayPoint(p.ref.Time.In(IST))
		for _, s := range d.Sentences() {
			p.start, p.end, p.tenseFrom = s.Tokens.First, s.Tokens.End, -1
			for i := p.start; i < p.end; i++ {
				if p.t[i].Kind == document.Punct || p.t[i].Kind == document.Word && (senses.Of(p.t[i].Word).sense != noSense || !p.t[i].Class.Has(lexicon.Numeral)) || !p.plainNumber(i) {
					continue
				}
				n++
				if e, ok := p.numberRules(i); ok {
					t.Errorf("%q: %q is read as %s", d.Text(s.Span), d.Text(d.SpanOf(document.Range{First: e.first, End: e.end})), e.rule)
				}
			}
		}
	}
	if n < 1000 {
		t.Errorf("only %d plain numbers: the test sees too little", n)
	}
}
