package grapheme

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"khabar/pkg/span"
)

// pieces returns the clusters of s.
func pieces(s string) []string {
	var out []string
	for _, c := range All(s) {
		out = append(out, c)
	}
	return out
}

func lines(t testing.TB, name string) []string {
	t.Helper()
	f, err := os.Open("../../testdata/unicode/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []string
	for sc := bufio.NewScanner(f); sc.Scan(); {
		line, _, _ := strings.Cut(sc.Text(), "#")
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// conformance returns the cases of the official test: the clusters of each.
func conformance(t testing.TB) [][]string {
	var out [][]string
	for _, line := range lines(t, "GraphemeBreakTest.txt") {
		var want []string
		for _, cluster := range strings.Split(strings.Trim(line, "÷ "), "÷") {
			var b strings.Builder
			for _, hex := range strings.Fields(strings.ReplaceAll(cluster, "×", " ")) {
				r, err := strconv.ParseUint(hex, 16, 32)
				if err != nil {
					t.Fatal(err)
				}
				b.WriteRune(rune(r))
			}
			want = append(want, b.String())
		}
		out = append(out, want)
	}
	return out
}

func TestConformance(t *testing.T) {
	cases := conformance(t)
	if len(cases) != 766 {
		t.Errorf("%d cases, want 766", len(cases))
	}
	passed := 0
	for _, want := range cases {
		s := strings.Join(want, "")
		got := pieces(s)
		if !slices.Equal(got, want) {
			t.Errorf("%+q: got %+q, want %+q", s, got, want)
			continue
		}
		if slow := slowPieces(s); !slices.Equal(slow, want) {
			t.Errorf("%+q: rest gives %+q, want %+q", s, slow, want)
			continue
		}
		if r := reference(t, s); !slices.Equal(r, want) {
			t.Errorf("%+q: the reference gives %+q, want %+q", s, r, want)
			continue
		}
		passed++
	}
	t.Logf("%d of %d cases", passed, len(cases))
}

// slowPieces cuts s without the table.
func slowPieces(s string) []string {
	var out []string
	for len(s) > 0 {
		n := rest(s)
		out = append(out, s[:n])
		s = s[n:]
	}
	return out
}

// Hindi, one case a line, clusters between bars. Plain letters side by side, as in
// जग, are one cluster each.
const hindi = `
मु|ख्य|मं|त्री
क्षे|त्र
श्री
प्र|धा|न|मं|त्री
रा|ष्ट्र|प|ति
स्वा|स्थ्य
उ|न्हों|ने
वि|द्या|र्थी
कें|द्री|य
ज्ञा|न
उ|ज्ज्व|ला
क|र्त्त|व्य
अं|त|र्रा|ष्ट्री|य
हिं|दी
हि|न्दी
पाँ|च
दुः|ख
प्रा|तः
ल|ड़|का
ब|ढ़|ना
ह|ज़ा|र
ख़|ब|र
फ़्रां|स
डॉ|.| |रा|जी|व
ऑ|क्सी|ज|न
जग|त्` + "\u200d" + `
सं|वत्स|र
१|२|.|५
₹|५|०|०
है|।| |“|हाँ|”
है|।|।
3|.|5| |क|रो|ड़
ॐ
ए|वं
अ|र्थ|व्य|व|स्था
क्` + "\u200d" + `ष
क्` + "\u200c|" + `ष
उ|न्` + "\u200d" + `हों|ने
स्` + "\u200d" + `वा|स्` + "\u200d" + `थ्` + "\u200d" + `य
द्` + "\u200c|" + `वि|ती|य
त्|a
a्|क
क्|।| |ष
़|का
क|` + "\u200b" + `|ख
न|ई|` + "\u00a0" + `|दि|ल्ली
🇮🇳| |भा|र|त
👨‍👩‍👧| |प|रि|वा|र
जय|©|हि|न्द
ক্ষ| |ক|র|লা
ક્ષ|મા
క్ష|ణం
ക്ഷ|മ
ਪ੍|ਰ|ਕਾ|ਸ਼
க்|ஷ
ಕ್|ಷ
`

func TestHindi(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(hindi), "\n") {
		want := expand(strings.Split(line, "|"))
		got := pieces(strings.Join(want, ""))
		if !slices.Equal(got, want) {
			t.Errorf("got %s, want %s", strings.Join(got, "|"), strings.Join(want, "|"))
		}
	}
}

// expand cuts plain letters that stand side by side in a cell: जग is ज|ग.
func expand(cells []string) []string {
	var out []string
	for _, cell := range cells {
		from := 0
		for i, r := range cell {
			plain := r >= 'अ' && r <= 'ह'
			before, _ := utf8.DecodeLastRuneInString(cell[:i])
			if i > 0 && plain && before >= 'अ' && before <= 'ह' {
				out = append(out, cell[from:i])
				from = i
			}
		}
		out = append(out, cell[from:])
	}
	return out
}

// properties holds Unicode's data for the reference.
type properties struct{ gcb, incb string }

var unicodeData map[rune]properties

func propertiesOf(t testing.TB, r rune) properties {
	if unicodeData == nil {
		unicodeData = map[rune]properties{}
		for _, line := range lines(t, "GraphemeProperties-17.0.0.tsv") {
			f := strings.Fields(line)
			first, err := strconv.ParseInt(f[0], 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			last, err := strconv.ParseInt(f[1], 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			for c := first; c <= last; c++ {
				unicodeData[rune(c)] = properties{f[2], f[3]}
			}
		}
	}
	if r >= 0xac00 && r <= 0xd7a3 {
		if (r-0xac00)%28 == 0 {
			return properties{"LV", "None"}
		}
		return properties{"LVT", "None"}
	}
	if p, ok := unicodeData[r]; ok {
		return p
	}
	return properties{"Other", "None"}
}

// reference cuts s by the rules of UAX #29 as they are written there, looking at
// the whole string for each pair of characters. It shares no table and no code with
// the package. Invalid bytes are controls.
func reference(t testing.TB, s string) []string {
	type char struct {
		at int
		properties
	}
	var chars []char
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		p := propertiesOf(t, r)
		if r == utf8.RuneError && n == 1 {
			p = properties{"Control", "None"}
		}
		chars = append(chars, char{i, p})
		i += n
	}
	in := func(p string, set ...string) bool { return slices.Contains(set, p) }
	boundary := func(k int) bool {
		a, b := chars[k-1], chars[k]
		switch {
		case a.gcb == "CR" && b.gcb == "LF": // GB3
			return false
		case in(a.gcb, "Control", "CR", "LF"), in(b.gcb, "Control", "CR", "LF"): // GB4, GB5
			return true
		case a.gcb == "L" && in(b.gcb, "L", "V", "LV", "LVT"): // GB6
			return false
		case in(a.gcb, "LV", "V") && in(b.gcb, "V", "T"): // GB7
			return false
		case in(a.gcb, "LVT", "T") && b.gcb == "T": // GB8
			return false
		case in(b.gcb, "Extend", "ZWJ", "SpacingMark"): // GB9, GB9a
			return false
		case a.gcb == "Prepend": // GB9b
			return false
		}
		if b.incb == "Consonant" { // GB9c
			linked := false
			for j := k - 1; j >= 0; j-- {
				if chars[j].incb == "Consonant" {
					if linked {
						return false
					}
					break
				}
				if !in(chars[j].incb, "Linker", "Extend") {
					break
				}
				linked = linked || chars[j].incb == "Linker"
			}
		}
		if a.gcb == "ZWJ" && b.gcb == "ExtPict" { // GB11
			j := k - 2
			for j >= 0 && chars[j].gcb == "Extend" {
				j--
			}
			if j >= 0 && chars[j].gcb == "ExtPict" {
				return false
			}
		}
		if a.gcb == "Regional_Indicator" && b.gcb == a.gcb { // GB12, GB13
			n := 0
			for j := k - 1; j >= 0 && chars[j].gcb == "Regional_Indicator"; j-- {
				n++
			}
			return n%2 == 0
		}
		return true // GB999
	}
	var out []string
	from := 0
	for k := 1; k < len(chars); k++ {
		if boundary(k) {
			out = append(out, s[from:chars[k].at])
			from = chars[k].at
		}
	}
	if from < len(s) {
		out = append(out, s[from:])
	}
	return out
}

// TestTables checks the property of every code point, as far as the rules show it,
// between characters that bring it out.
func TestTables(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		p := propertiesOf(t, r)
		if got := has(linkers, r); got != (p.incb == "Linker") {
			t.Errorf("%U: linker %v, want %s", r, got, p.incb)
		}
		if got := has(consonants, r); got != (p.incb == "Consonant") {
			t.Errorf("%U: consonant %v, want %s", r, got, p.incb)
		}
		if got := has(extends, r); got != (p.incb == "Extend") {
			t.Errorf("%U: extend %v, want %s", r, got, p.incb)
		}
		if p == (properties{"Other", "None"}) && r > 0x3000 && r%16 != 0 && standIn(r) == asItIs {
			continue // most of the plane of Han and the private ones
		}
		c := string(r)
		for _, s := range []string{
			"a" + c + "a", // Extend, SpacingMark, Prepend
			c + "\u0300",  // Control
			"\u0600" + c,  // Control
			"\r" + c + "\n",
			"😀\u200d" + c + "\u200d😀",  // ExtPict
			"😀" + c + "\u200d😀",        // Extend
			"\u1100" + c,               // L, V, LV, LVT
			"\u1160" + c, "\u11a8" + c, // V, T
			c + "\u1160", c + "\u11a8", // L, LV, LVT
			"🇮" + c + "🇳",                 // RI
			"क" + c + "ष", "क्" + c + "ष", // InCB
			"क" + c + "्ष", c + "्ष", "क्" + c, // InCB
		} {
			want := reference(t, s)
			if got := pieces(s); !slices.Equal(got, want) {
				t.Errorf("%U in %+q: got %+q, want %+q", r, s, got, want)
			}
			if got := slowPieces(s); !slices.Equal(got, want) {
				t.Errorf("%U in %+q: rest gives %+q, want %+q", r, s, got, want)
			}
		}
	}
}

// check tests every promise of the package on s.
func check(t *testing.T, s string) {
	t.Helper()
	got := pieces(s)
	if j := strings.Join(got, ""); j != s {
		t.Fatalf("%q: clusters join to %q", s, j)
	}
	if want := reference(t, s); !slices.Equal(got, want) {
		t.Fatalf("%+q: got %+q, want %+q", s, got, want)
	}
	if slow := slowPieces(s); !slices.Equal(got, slow) {
		t.Fatalf("%+q: got %+q, rest gives %+q", s, got, slow)
	}
	if n := Count(s); n != len(got) {
		t.Fatalf("%+q: Count is %d, clusters %d", s, n, len(got))
	}
	if n := Next(s); len(got) > 0 && n != len(got[0]) || len(got) == 0 && n != 0 {
		t.Fatalf("%+q: Next is %d", s, n)
	}
	ix := NewIndex(s)
	if ix.Count() != len(got) {
		t.Fatalf("%+q: Index.Count is %d, clusters %d", s, ix.Count(), len(got))
	}
	all := make([]int, 0, len(s)+3)
	for o := -1; o <= len(s)+1; o++ {
		all = append(all, o)
	}
	numbers := Offsets(s, all)
	if numbers[0] != 0 || numbers[len(numbers)-1] != len(got) || numbers[len(numbers)-2] != len(got) {
		t.Fatalf("%+q: Offsets outside %v", s, numbers)
	}
	at := 0
	for k, c := range got {
		end := at + len(c)
		if o := ix.clusterToByte(k); o != at {
			t.Fatalf("%+q: cluster %d starts at %d, want %d", s, k, o, at)
		}
		for o := at; o < end; o++ {
			if n := ix.byteToCluster(o); n != k || numbers[o+1] != k {
				t.Fatalf("%+q: offset %d is in cluster %d and %d, want %d", s, o, n, numbers[o+1], k)
			}
			up := end
			if o == at {
				up = at
			}
			if d, u := Snap(s, o, Down), Snap(s, o, Up); d != at || u != up {
				t.Fatalf("%+q: Snap of %d is %d, %d, want %d, %d", s, o, d, u, at, up)
			}
			if b := boundary(s, o); b != (o == at) {
				t.Fatalf("%+q: Boundary of %d is %v", s, o, b)
			}
			if r := ix.Range(span.Span{Start: at, End: o + 1}); r != (span.Span{Start: k, End: k + 1}) {
				t.Fatalf("%+q: Range of %d,%d is %v", s, at, o+1, r)
			}
		}
		at = end
	}
	if ix.clusterToByte(len(got)) != len(s) || ix.byteToCluster(len(s)) != len(got) {
		t.Fatalf("%+q: the end converts wrongly", s)
	}
	if r := ix.Range(span.Span{Start: 0, End: len(s)}); r != (span.Span{Start: 0, End: len(got)}) {
		t.Fatalf("%+q: Range of all is %v", s, r)
	}
	slices.Reverse(all)
	unsorted := Offsets(s, all)
	slices.Reverse(unsorted)
	if len(s) < 200 && !slices.Equal(numbers, unsorted) {
		t.Fatalf("%+q: Offsets are %v, from behind %v", s, numbers, unsorted)
	}
}

func TestPromises(t *testing.T) {
	for _, s := range []string{
		"", "a", "\r\n", "\n\r", "\xe0", "\xe0\xa4", "\xa4\x95", "क\xe0\xa4", "\xe0\xa4\x41", "\xe0\xa4\xe0\xa4\x95", "क\xffा", "\xff\u0300", "\u0600\xff",
		"\xe2\x80", "\xe2\x82x", "\xc2", "\xc2\xc2\xa0", "\xed\xa0\x80", "\xf4\x90\x80\x80",
		"क" + strings.Repeat("्\u200d", 300) + "ष" + strings.Repeat("ा", 300) + "ख",
		strings.Repeat("क्", 200) + "ष। अगला",
		"𑄇\U000113d0" + strings.Repeat("\u1ad0", 200) + "क",
		strings.Repeat("🇮", 101) + "क",
		"\U00016d63\U00016d67\U000113d1क",
		strings.Repeat("मुख्यमंत्री ने कहा कि \r\n", 40),
	} {
		check(t, s)
	}
}

func FuzzClusters(f *testing.F) {
	for _, want := range conformance(f) {
		f.Add(strings.Join(want, ""))
	}
	for _, line := range strings.Split(hindi, "\n") {
		f.Add(strings.ReplaceAll(line, "|", ""))
	}
	f.Add("क\xe0\xa4ष्\xff\u200d")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 2000 {
			s = s[:2000]
		}
		check(t, s)
		// The same bytes, read as numbers of characters that have a part in rules.
		var b strings.Builder
		for i := 0; i < len(s) && i < 100; i++ {
			b.WriteRune(alphabet[int(s[i])%len(alphabet)])
		}
		check(t, b.String())
	})
}

// alphabet holds characters of every class, in and outside the table, old and
// changed.
var alphabet = []rune("ab 1\r\n\tकषत्ऱािुंअ।॥“’–₹\u200d\u200c\u200b\u00a0é©®‼😀🇮🇳\u0300\u0600ক্ষਕ੍ககா్కക്\u1100\u1160\u11a8가각" +
	"★☭\u0897\u1ad0\U000113d1\U000113d0\U00011380\U00016d63\U00016d67\U00011b60\U00011a3a\u1b44\u1b13\u17d2\u1780\ufeff中\u034f")

func ExampleAll() {
	for i, c := range All("मुख्यमंत्री") {
		fmt.Print(i, c, " ")
	}
	fmt.Println()
	// Output: 0मु 6ख्य 15मं 21त्री
}

func ExampleCount() {
	s := "श्री क्षेत्रपाल"
	fmt.Println(Count(s), utf8.RuneCountInString(s), len(s))
	// Output: 6 15 43
}

func ExampleNext() {
	s := "प्रधान"
	fmt.Println(s[:Next(s)])
	// Output: प्र
}

func ExampleSnap() {
	s := "क्षेत्र"
	fmt.Println(Snap(s, 3, Down), Snap(s, 3, Up))
	// Output: 0 12
}

func ExampleOffsets() {
	// The bytes of शिमला and of प्रदेश in a line.
	s := "शिमला, हिमाचल प्रदेश"
	fmt.Println(Offsets(s, []int{0, 15, 36, 54}))
	// Output: [0 3 10 13]
}

func ExampleIndex() {
	s := "शिमला, हिमाचल प्रदेश"
	ix := NewIndex(s)
	r := ix.Range(span.Span{Start: 36, End: 54})
	fmt.Println(r, ix.Count())
	// Output: {10 13} 13
}
