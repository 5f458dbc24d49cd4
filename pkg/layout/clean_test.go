package layout

import (
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"khabar/pkg/devanagari"
	"khabar/pkg/span"
)

// The quick looks must agree with NFC: text that they let through is in NFC already.
func TestStable(t *testing.T) {
	var runes []rune
	for r := rune(0x900); r <= 0x97f; r++ {
		runes = append(runes, r)
	}
	for _, r := range "aé ीं“”‘’–—…\u200b\u200c\u200d\u00a0₹।.\u0301ΩÅÅক়\ufeff" {
		runes = append(runes, r)
	}
	check := func(s string) {
		nfc := norm.NFC.String(s)
		if plain(s) && nfc != s {
			t.Errorf("%q (%x): taken as plain, is not", s, []rune(s))
		}
		if !stable(s) {
			return
		}
		var b strings.Builder
		for _, r := range s {
			if base := builtIn(r); base != 0 {
				b.WriteRune(base)
				r = devanagari.Nukta
			}
			b.WriteRune(r)
		}
		if b.String() != nfc {
			t.Errorf("%q (%x): taken as NFC, is not", s, []rune(s))
		}
	}
	for _, a := range runes {
		check(string(a))
		for _, b := range runes {
			check(string([]rune{a, b}))
			check("क" + string([]rune{a, b}))
		}
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		s := make([]rune, 3+rng.IntN(4))
		for i := range s {
			s[i] = runes[rng.IntN(len(runes))]
		}
		check(string(s))
	}
}

func TestCleanText(t *testing.T) {
	for _, c := range [][2]string{
		{"नई दिल्ली", "नई दिल्ली"},
		{"क\u093cलम और सड\u093cक", "क\u093cलम और सड\u093cक"},
		{"\u0958लम, \u095dाई", "क\u093cलम, ढ\u093cाई"},    // letters with a built-in nukta are taken apart
		{"न\u093cमक, र\u093cात", "ऩमक, ऱात"},              // these three are joined
		{"राज\u094d\u093cय", "राज\u093c\u094dय"},          // the nukta stands before the virama
		{"उन्\u200dहोंने", "उन्\u200dहोंने"},              // a joiner is spelling
		{"कहा \u200dकि", "कहा कि"},                        // but not outside a word
		{"“बात” – ‘ना’…", "“बात” – ‘ना’…"},                // marks stay
		{" एक\u00a0 \t\nदो ", "एक दो"},                    // blanks
		{"एक\u200b\ufeffदो", "एकदो"},                      // no width
		{"&amp;quot;हां&quot; &#2325;", "\"हां\" क"},      // entities, twice
		{"<strong>298</strong> लोग<br/>आए", "298 लोग आए"}, // tags
		{"क\xffख", "क\ufffdख"},                            // broken bytes
		{"सिर्फ 5<10 और &", "सिर्फ 5<10 और &"},
		{"हर¨वद्र ¨सह ब¨ठडा के क¨स्टग ¨ठ¨ड ¨", "हरविंद्र सिंह बठिंडा के कस्टिंग ठिंडिं ¨"},
		{"पहले<script type=\"x\">var a = 1;</script>बाद", "पहले बाद"},
		{"", ""},
	} {
		if got := CleanText(c[0], span.Span{End: len(c[0])}); got != c[1] {
			t.Errorf("CleanText(%q) = %q, want %q", c[0], got, c[1])
		}
	}
	long := strings.Repeat("राज्य के मंत्री ने कहा, “बाढ\u093c से बचाव होगा।” ", 20)
	long = strings.TrimSpace(long)
	if n := testing.AllocsPerRun(10, func() { CleanText(long, span.Span{End: len(long)}) }); n > 0 {
		t.Errorf("clean text costs %v allocations", n)
	}
}
