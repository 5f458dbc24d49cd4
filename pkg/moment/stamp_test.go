package moment

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// cases reads a corpus file: tab-separated lines, comments with '#'.
func cases(t testing.TB, name string) [][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for _, l := range strings.Split(string(data), "\n") {
		if l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		out = append(out, strings.Split(l, "\t"))
	}
	return out
}

func describe(line string, list []Stamp) string {
	var parts []string
	for _, s := range list {
		p := s.Role.String() + " | " + s.Value + " | " + s.Text.In(line)
		if s.Value == "" {
			p = s.Role.String() + " | | " + s.Text.In(line)
		}
		parts = append(parts, p)
	}
	if parts == nil {
		return "-"
	}
	return strings.Join(parts, " ;; ")
}

func TestStamps(t *testing.T) {
	n := 0
	for _, c := range cases(t, "stamps.txt") {
		n++
		got := Stamps(c[0])
		if d := describe(c[0], got); d != c[1] {
			t.Errorf("%s\n  want %s\n  got  %s", c[0], c[1], d)
		}
		for _, s := range got {
			if !s.Span.Contains(s.Text) || !s.Label.Empty() && !s.Span.Contains(s.Label) || s.HasClock != (len(s.Value) > 10) {
				t.Errorf("%s: inconsistent %+v", c[0], s)
			}
		}
	}
	if n < 110 {
		t.Errorf("only %d lines", n)
	}
}

func TestStampSpans(t *testing.T) {
	for _, c := range [][3]string{ // line, whole stamp, label
		{"(अपडेटेड 24 जुलाई 2020, 8:05 PM IST)", "(अपडेटेड 24 जुलाई 2020, 8:05 PM IST)", "अपडेटेड"},
		{"Publish Date:Mon, 09 Mar 2020 05:18 PM (IST)जिले", "Publish Date:Mon, 09 Mar 2020 05:18 PM (IST)", "Publish Date"},
		{"Last Updated : Dec 24, 2019, 8:23 PM IST", "Last Updated : Dec 24, 2019, 8:23 PM IST", "Last Updated"},
		{"खबरें (13-04-2021)", "(13-04-2021)", ""},
		{"पटनाWed, 3 Sep 2025 07:31 PM", "Wed, 3 Sep 2025 07:31 PM", ""},
	} {
		s := Stamps(c[0])
		if len(s) != 1 || s[0].Span.In(c[0]) != c[1] || s[0].Label.In(c[0]) != c[2] {
			t.Errorf("%s: got %+v", c[0], s)
		}
	}
}

func TestStampResolve(t *testing.T) {
	ref := ReferenceOf("2020-05-18T10:06:00+05:30")
	day := ReferenceOf("2020-05-18")
	for _, c := range []struct {
		line string
		ref  Reference
		want string
	}{
		{"3 घंटे पहले", ref, "2020-05-18T07:06:00+05:30"},
		{"3 घंटे पहले", day, "2020-05-17"},
		{"एक दिन पहले", ref, "2020-05-17"},
		{"2 weeks ago", ref, "2020-05-04"},
		{"3 months ago", ref, "2020-02-18"},
		{"5 years ago", ref, "2015-05-18"},
		{"5 years ago", Reference{}, ""},
		{"Thursday, January 29", ref, "2020-01-29"},
		{"बदायूं, नवम्बर 12 -- दहगवां", ref, "2019-11-12"},
		{"बदायूं, नवम्बर 12 -- दहगवां", ReferenceOf("2020-11-12"), "2020-11-12"},
		{"बदायूं, जनवरी 2 -- दहगवां", ReferenceOf("2020-12-30"), "2021-01-02"},
		{"बदायूं, दिसम्बर 30 -- दहगवां", ReferenceOf("2021-01-01"), "2020-12-30"},
	} {
		s := Stamps(c.line)
		if len(s) != 1 {
			t.Errorf("%s: %+v", c.line, s)
			continue
		}
		if got, _ := s[0].Resolve(c.ref); got != c.want {
			t.Errorf("%s at %v: got %q, want %q", c.line, c.ref.Time, got, c.want)
		}
	}
}

func TestLabel(t *testing.T) {
	for line, want := range map[string]string{
		"Updated at:":    "updated",
		"Posted On:":     "published",
		"Last Modified:": "updated",
		"Published : ":   "published",
		"प्रकाशित":       "published",
		"अपडेटेड":        "updated",
		"Updated":        "updated",
		"प्रविष्टि तिथि:":              "published",
		"दिनांक:":                      "published",
		"ABP News Bureau | Updated at": "updated",
		"Edited By X, Last Updated:":   "updated",
		"जारी":                         "",
		"रिजल्ट हुआ प्रकाशित":          "",
		"चुनाव की अधिसूचना जारी":       "",
		"Published : May 18, 2020":     "",
		"By":                           "",
		"":                             "",
	} {
		role, at, ok := Label(line)
		got := ""
		if ok {
			got = role.String()
		}
		if got != want || ok && at.Empty() {
			t.Errorf("Label(%q) = %q %v, want %q", line, got, at, want)
		}
	}
}

func TestInName(t *testing.T) {
	for name, want := range map[string]string{
		"2020-05-18.txt":                     "2020-05-18",
		"AU-2020-APR-01.txt":                 "2020-04-01",
		"Amar_Ujala__AU-2020-ARP-02.txt":     "2020-04-02",
		"hp20200415205729944":                "2020-04-15T20:57:29+05:30",
		"/dumps/etv/hp20200415205729944.txt": "2020-04-15T20:57:29+05:30",
		"hrs24062704061":                     "2024-06-27",
		"navbharat_2003_11_30_331823":        "2003-11-30",
		"navbharat_2009_4_5_4361526":         "2009-04-05",
		"dump/2020/05/18/story.txt":          "2020-05-18",
		"18-05-2020.html":                    "2020-05-18",
		"18May2020.txt":                      "2020-05-18",
		"may-18-2020-patna":                  "2020-05-18",
		"20200518.jsonl.gz":                  "2020-05-18",
		"story-201756908071411.html":         "2025-09-03T19:31:11+05:30",
		"1756878625891":                      "2025-09-03T11:20:25+05:30",
		"05-25-2021.txt":                     "2021-05-25",
		"news_2024.02.30.txt":                "",
		"article-1624999.txt":                "",
		"12345678.txt":                       "",
		"d101.txt":                           "",
		"-":                                  "",
		"":                                   "",
		"99999999999999999999999999":         "",
		"covid-19-2020":                      "",
		"bjp-wins-2019-elections-303-seats":  "",
		"patna-news-in-hindi-2024-03-28/aajtak-1912345678": "2024-03-28",
	} {
		got, ok := InName(name)
		if got != want || ok != (want != "") {
			t.Errorf("InName(%q) = %q, want %q", name, got, want)
		}
	}
}

func FuzzStamps(f *testing.F) {
	data, err := os.ReadFile("testdata/stamps.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, l := range strings.Split(string(data), "\n") {
		f.Add(strings.SplitN(l, "\t", 2)[0])
	}
	f.Add("May 18, 2020, 10:06 AM (")
	f.Add("18/0\xe0\xa5")
	f.Fuzz(func(t *testing.T, line string) {
		end := 0
		for _, s := range Stamps(line) {
			if s.Text.Empty() || s.Span.Start < 0 || s.Span.End > len(line) || !s.Span.Contains(s.Text) || s.Text.Start < end {
				t.Fatalf("bad spans in %q: %+v", line, s)
			}
			if utf8.ValidString(line) && !utf8.ValidString(s.Span.In(line)) {
				t.Fatalf("%q: span cuts a character: %+v", line, s)
			}
			end = s.Text.End
			s.Resolve(ReferenceOf("2020-05-18T10:06:00+05:30"))
		}
		Label(line)
		InName(line)
	})
}

func BenchmarkStamps(b *testing.B) {
	lines := []string{
		"Published : May 18, 2020, 10:06 AM IST",
		"कोरोना पर भारी बीजेपी का डिजिटल वार, दूसरे चरण में 5000 से अधिक बैठकों का लक्ष्य",
		"हिमाचल प्रदेश", "Rajeev on meetings", "ये भी पढ़ें: राजनीतिक रोटियां सेंक रहे हैं नेता",
		"नाहन: जिला मुख्यालय में सोमवार को हुई बैठक में सभी 12 मंडलों के पदाधिकारी शामिल हुए और बूथ स्तर तक काम करने का फैसला लिया गया।",
	}
	n := 0
	for _, l := range lines {
		n += len(l)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, l := range lines {
			Stamps(l)
		}
	}
}

func ExampleStamps() {
	line := "Publish Date:Mon, 09 Mar 2020 05:18 PM (IST)जिले में जलापूर्ति ठप है"
	for _, s := range Stamps(line) {
		fmt.Println(s.Role, s.Value, s.Text.In(line))
	}
	// Output: published 2020-03-09T17:18:00+05:30 Mon, 09 Mar 2020 05:18 PM (IST)
}

var roleNames = [...]string{"unlabelled", "published", "updated", "relative", "crawl", "masthead", "tweet"}

// String returns the role's lower-case name.
func (r Role) String() string {
	if int(r) < len(roleNames) {
		return roleNames[r]
	}
	return "unknown"
}
