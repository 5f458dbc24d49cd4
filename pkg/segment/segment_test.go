package segment

import (
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/span"
)

// cuts lists lines with their sentence ends marked by ‖. A case is one line.
const cuts = `
नाहन.‖ वैश्विक महामारी कोरोना के बीच वार जारी है.‖ उन्होंने कहा।
डॉ. राजीव बिंदल ने कहा कि 3.5 लाख लोग आए।‖ श्री. मोदी आए।
जे.पी. नड्डा ने कहा।‖ जे. पी. नड्डा ने कहा।‖ एस. जयशंकर पहुंचे.‖ वह बोले.
रु. 500 की बचत हुई है.‖ उन्होंने कहा.
सबने कहा गांधी जी.‖ वे आए थे.
तेज बारिश आई.‖ सड़क बह गई.
‘‘हम जीतेंगे।’’‖ उन्होंने कहा।
"हम जीतेंगे।"‖ उन्होंने कहा।
उन्होंने कहा, "हम जीतेंगे। "‖ वह आए।
क्या यह सच है?‖ हां!
वह आए है.‖उन्होंने कहा।‖ग्वालियर में।
यह खेल है |‖ वे आए।
राज्य | देश | खेल
http://etvbharat.com पर देखें।
1. पहला नियम है।‖ 2. दूसरा नियम है।
बैठक हुई ।।‖ वे गए ॥
उन्होंने कहा...
`

func TestSentences(t *testing.T) {
	lx := lexicon.Default()
	for _, line := range strings.Split(strings.TrimSpace(cuts), "\n") {
		raw := strings.ReplaceAll(line, "‖", "")
		var got []string
		at := 0
		for _, s := range Plain(raw, lx).Sentences() {
			got = append(got, raw[at:s.End])
			at = s.End
		}
		if s := strings.Join(got, "‖"); s != line {
			t.Errorf("got  %s\nwant %s", s, line)
		}
	}
}

// words lists text and its tokens.
var words = []struct{ text, tokens string }{
	{"27अगस्त 7,773 बूथों कोविड-19", "27|अगस्त|7,773|बूथों|कोविड|-|19"},
	{"जे.पी. नड्डा", "जे|.|पी|.|नड्डा"},
	{"नाहनः बारिश, अतः रुकें", "नाहन|ः|बारिश|,|अतः|रुकें"},
	{"View In Appगुजरात", "view|in|app|गुजरात"},
	{"&quot;हां&quot;&nbsp;कहा", "\"|हां|\"|कहा"},
	{"पक्ष में <strong>298</strong> वोट<br />पड़े 5 < 6", "पक्ष|में|298|वोट|पडे|5|<|6"},
	{"१२.५ फीसदी", "12.5|फीसदी"},
	{"स्\u200dवास्\u200dथ्\u200dय ¨सह", "स्वास्थ्य|सिंह"},
	{"18/05/2020 10:06", "18|/|05|/|2020|10|:|06"},
}

func TestTokens(t *testing.T) {
	for _, c := range words {
		var keys []string
		for _, tok := range Plain(c.text, lexicon.Default()).Tokens() {
			keys = append(keys, tok.Key)
		}
		if got := strings.Join(keys, "|"); got != c.tokens {
			t.Errorf("%q: got %s, want %s", c.text, got, c.tokens)
		}
	}
}

func FuzzPlain(f *testing.F) {
	f.Add(cuts)
	for _, c := range words {
		f.Add(c.text)
	}
	f.Add("\xff\xe0\xa4अ\u200dः¨&#;&#x0;...")
	lx := lexicon.Default()
	f.Fuzz(func(t *testing.T, raw string) {
		d := Plain(raw, lx)
		at := 0
		for i, tok := range d.Tokens() {
			if tok.Start < at || tok.End <= tok.Start || tok.End > len(raw) {
				t.Fatalf("token %d %v after byte %d of %d", i, tok.Span, at, len(raw))
			}
			if !utf8.ValidString(raw) {
				at = tok.End
				continue
			}
			for _, r := range dropTags(raw[at:tok.Start]) {
				if !unicode.IsSpace(r) && !devanagari.IsInvisible(r) && r >= 0x20 && r != 0x7f && !strings.Contains(raw[at:tok.Start], "&") {
					t.Errorf("%q between tokens is neither space nor invisible", r)
				}
			}
			at = tok.End
		}
		n := 0
		for _, s := range d.Sentences() {
			if s.Tokens.First != n || s.Tokens.Len() == 0 {
				t.Fatalf("sentence tokens %v after %d", s.Tokens, n)
			}
			n = s.Tokens.End
		}
		if n != d.Len() {
			t.Fatalf("sentences cover %d of %d tokens", n, d.Len())
		}
	})
}

// dropTags returns s without its HTML tags.
func dropTags(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		if n := Tag(s[i:]); s[i] == '<' && n > 0 {
			i += n
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// TestRebuildIsBuild cuts texts into lines, then into other blocks, both ways.
func TestRebuildIsBuild(t *testing.T) {
	lx := lexicon.Default()
	raw := cuts + "\nView In Appगुजरात में 27अगस्त को बारिश हुईI\nडॉ. राणा आए।\n"
	for step := 1; step < 60; step++ {
		var blocks []document.Block
		for at := 0; at < len(raw); at += 7 * step {
			blocks = append(blocks, document.Block{Span: span.Span{Start: at, End: min(at+5*step, len(raw))}, Kind: document.Body})
		}
		if got, want := Rebuild(Plain(raw, lx), blocks, lx), Build(raw, blocks, lx); !reflect.DeepEqual(got, want) {
			t.Fatalf("step %d: Rebuild differs from Build", step)
		}
	}
}
