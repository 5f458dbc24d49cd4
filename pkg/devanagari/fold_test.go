package devanagari

import (
	"testing"
	"unicode/utf8"
)

// meet lists spellings of one word: each line must fold to one key.
var meet = [][]string{
	{"हिन्दी", "हिंदी", "हिँदी"},
	{"हज़ार", "हजार", "हज\u093cार"},
	{"पाँच", "पांच", "पाञ्च"},
	{"मुम्बई", "मुंबई"},
	{"केन्द्रीय", "केंद्रीय"},
	{"नवम्बर", "नवंबर"},
	{"रुपये", "रुपए"},
	{"गयी", "गई"},
	{"आयें", "आएं"},
	{"चाहिये", "चाहिए"},
	{"पढ़ें", "पढे\u093cं", "पढें"},
	{"उन्\u200dहोंने", "उन्होंने"},
	{"डाॅ", "डॉ"},
	{"काे", "को"},
	{"अाॅफ", "ऑफ"},
	{"सीएमअो", "सीएमओ"},
	{"¨सह", "सिंह", "सिन्ह"},
	{"ब¨ठडा", "बठिंडा", "बठिण्डा"},
	{"१५००", "1500"},
	{"COVID", "covid"},
	{"नई\u00a0 दिल्ली ", "नई दिल्ली"},
	{"\u095cा", "डा", "ड\u093cा"},
}

// apart lists words that must keep different keys.
var apart = [][2]string{
	{"जून", "जन"}, {"दिन", "दीन"}, {"जन्म", "जंम"}, {"ये", "ए"}, {"की", "कि"},
	{"में", "मे"}, {"बाढ़", "बाद"}, {"कल", "काल"}, {"अन्य", "अंय"},
}

func TestFoldMeets(t *testing.T) {
	for _, group := range meet {
		want := Fold(group[0])
		for _, s := range group[1:] {
			if got := Fold(s); got != want {
				t.Errorf("Fold(%q) = %q, Fold(%q) = %q: must meet", s, got, group[0], want)
			}
		}
	}
}

func TestFoldKeepsApart(t *testing.T) {
	for _, p := range apart {
		if Fold(p[0]) == Fold(p[1]) {
			t.Errorf("%q and %q both fold to %q", p[0], p[1], Fold(p[0]))
		}
	}
}

func TestFoldPlainAllocatesNothing(t *testing.T) {
	for _, s := range []string{"सरकार", "कार्यकर्ता", "bjp", "2020", "राज्य", "मेरठ"} {
		if n := testing.AllocsPerRun(100, func() { Fold(s) }); n != 0 {
			t.Errorf("Fold(%q): %v allocations", s, n)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, g := range meet {
		for _, s := range g {
			f.Add(s)
		}
	}
	f.Add("\xff\xe0\xa4")
	f.Add("गयेये ये¨¨क")
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if !utf8.ValidString(s) {
			return // only: no panic
		}
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, again = %q", s, once, twice)
		}
		if plain(s) && string(AppendFold(nil, s)) != s {
			t.Errorf("plain(%q) but folds to %q", s, AppendFold(nil, s))
		}
	})
}
