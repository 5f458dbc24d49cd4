package normalize

import (
	"strings"
	"testing"
	"unicode/utf8"
)

var all = Options{Entities: true, Spaces: true, Quotes: true, Danda: true}

// cases lists options, a line, and its clean form.
var cases = []struct {
	o        Options
	in, want string
}{
	{Options{}, "हज़ार", "हज़ार"},
	{Options{}, "ऩ  आगे ", "ऩ  आगे "},
	{Options{Form: Fold}, "हज़ार पाँच हिन्दी ३५", "हजार पांच हिंदी 35"},
	{Options{Digits: Latin}, "२५ सितम्बर २०१७", "25 सितम्बर 2017"},
	{Options{Digits: Devanagari}, "25 सितम्बर 2017", "२५ सितम्बर २०१७"},
	{Options{Digits: Devanagari}, "12 &#2309; &#x905; A&#1 5", "१२ &#2309; &#x905; A&#१ ५"},
	{Options{Entities: true}, "&quot;हां&quot;&nbsp;कहा &amp;quot; &#2360;&#x930; AT&T", "\"हां\"\u00a0कहा \" सर AT&T"},
	{Options{Entities: true}, "क&#10;ख &&#97;mp;", "क ख &"},
	{Options{Spaces: true}, "\ufeff  नाहन\u200b में\u00a0\u2008बारिश\t\x00 ", "नाहन में बारिश"},
	{Options{Spaces: true}, "उन्\u200dहोंने कहा सुन\u00adवाई", "उन्\u200dहोंने कहा सुनवाई"},
	{Options{Quotes: true}, "‘‘हां’’ “ठीक” ‘वाह‘ ''ना'' `क`", "\"हां\" \"ठीक\" 'वाह' \"ना\" 'क'"},
	{Options{Danda: true}, "वह आया है ।वह गया था ।। बारिश हुई | राज्य | देश", "वह आया है।वह गया था। बारिश हुई। राज्य | देश"},
	{Options{Danda: true}, "काम हो गया हैI वह Iran गया", "काम हो गया है। वह Iran गया"},
	{all, "उन्होंने कहा,&nbsp;‘‘काम पूरा हो गया है |’’", "उन्होंने कहा, \"काम पूरा हो गया है।\""},
	{all, "", ""},
	{Options{}, "\xff\xfe", "\ufffd"},
}

func TestLine(t *testing.T) {
	for _, c := range cases {
		if got := Line(c.in, c.o); got != c.want {
			t.Errorf("%+v %q: got %q, want %q", c.o, c.in, got, c.want)
		}
	}
}

func FuzzLine(f *testing.F) {
	for i, c := range cases {
		f.Add(c.in, uint8(i*11))
	}
	f.Add("&amp;amp;amp;lt;p&gt;|।|है|I।'‘’", uint8(255))
	f.Fuzz(func(t *testing.T, line string, bits uint8) {
		o := Options{Form: Form(bits & 1), Digits: Digits(bits >> 1 % 3), Entities: bits&8 != 0, Spaces: bits&16 != 0, Quotes: bits&32 != 0, Danda: bits&64 != 0}
		got := Line(line, o)
		if !utf8.ValidString(got) {
			t.Fatalf("%q is not UTF-8", got)
		}
		if strings.ContainsAny(got, "\n\r") {
			t.Fatalf("%q has a line end", got)
		}
		if again := Line(got, o); again != got {
			t.Fatalf("%+v %q: %q, then %q", o, line, got, again)
		}
	})
}

func BenchmarkLine(b *testing.B) {
	line := strings.Repeat("उन्होंने कहा,&nbsp;‘‘काम पूरा हो गया है ।’’ जिले में ७,७७३ बूथ हैं। ", 20)
	b.SetBytes(int64(len(line)))
	b.ReportAllocs()
	for b.Loop() {
		Line(line, all)
	}
}
