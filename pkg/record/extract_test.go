package record

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"khabar/pkg/dump"
)

// articles returns the shipped articles by name.
func articles(t testing.TB) map[string]string {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	out := make(map[string]string)
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(p)] = string(data)
	}
	return out
}

func TestRecordsMatchTheSchema(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("record.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("record.json")
	if err != nil {
		t.Fatal(err)
	}
	in := articles(t)
	in["empty.txt"] = ""
	in["noise.txt"] = "\x00\u00a0।।\n\n‘‘ ।"
	for _, offsets := range []bool{false, true} {
		x := NewExtractor(Options{Offsets: offsets, Explain: offsets})
		for name, raw := range in {
			b, err := json.Marshal(x.Extract(dump.Article{Path: name, Raw: raw, Keep: []dump.Kept{{Name: "n", Value: []byte("1")}}}))
			if err != nil {
				t.Fatal(err)
			}
			v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(v); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// TestSchemaHasTheRecordsFields holds the schema's properties to the Go types.
func TestSchemaHasTheRecordsFields(t *testing.T) {
	var s struct {
		Properties map[string]any
		Required   []string
	}
	if err := json.Unmarshal(Schema(), &s); err != nil {
		t.Fatal(err)
	}
	var names, optional []string
	for f := range fieldsOf(reflect.TypeFor[Record]()) {
		names = append(names, f)
	}
	for p := range s.Properties {
		if !strings.Contains(strings.Join(names, " ")+" ", p+" ") {
			optional = append(optional, p)
		}
	}
	if len(names) != len(s.Properties) || len(optional) > 0 {
		t.Errorf("schema has %d properties, the record %d; only in the schema: %v", len(s.Properties), len(names), optional)
	}
}

func fieldsOf(t reflect.Type) map[string]bool {
	out := make(map[string]bool)
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		out[name] = true
	}
	return out
}

// check fails where a record breaks its promises: spans inside the text, surface equal
// to the bytes, lists in text order, order-free counts.
func check(t *testing.T, raw string, r *Record) {
	t.Helper()
	inside := func(what string, s Span) bool {
		if s[0] < 0 || s[0] > s[1] || s[1] > len(raw) {
			t.Errorf("%s: span %v of %d bytes", what, s, len(raw))
			return false
		}
		return true
	}
	item := func(what, text string, p Position) {
		if !inside(what, p.Span) {
			return
		}
		if got := raw[p.Span[0]:p.Span[1]]; got != text {
			t.Errorf("%s: text %q, bytes %q", what, text, got)
		}
		if p.Clusters[0] > p.Clusters[1] || p.Clusters[1] > p.Span[1] || p.Span[0] < p.Span[1] && p.Clusters[0] == p.Clusters[1] {
			t.Errorf("%s: clusters %v for bytes %v", what, p.Clusters, p.Span)
		}
	}
	mentions := func(what string, count int, first Span, list []Span) {
		if count != len(list) || count == 0 {
			t.Errorf("%s: count %d, %d mentions", what, count, len(list))
			return
		}
		for _, m := range list {
			inside(what, m)
		}
		_ = first
	}
	last := -1
	order := func(what string, p Position) {
		if p.Span[0] < last {
			t.Errorf("%s at %d after %d", what, p.Span[0], last)
		}
		last = p.Span[0]
	}
	for _, x := range r.Places {
		item("place", x.Text, x.Position)
		mentions("place "+x.Name, x.Count, x.Span, x.Mentions)
	}
	if r.Place != nil {
		item("article place", r.Place.Text, r.Place.Position)
	}
	for _, x := range r.People {
		item("person", x.Text, x.Position)
		mentions("person "+x.Name, x.Count, x.Span, x.Mentions)
		if x.Name == "" {
			t.Errorf("person without a name at %v", x.Span)
		}
	}
	for _, x := range r.Organizations {
		item("organization", x.Text, x.Position)
		mentions("organization "+x.Name, x.Count, x.Span, x.Mentions)
	}
	last = -1
	for _, x := range r.Quotes {
		item("quote", x.Text, x.Position)
		order("quote", x.Position)
		if x.CueSpan != nil && inside("cue", *x.CueSpan) && raw[x.CueSpan[0]:x.CueSpan[1]] != value(x.Cue) {
			t.Errorf("cue %q is not its bytes", value(x.Cue))
		}
		if x.SpeakerSpan != nil && inside("speaker", *x.SpeakerSpan) && raw[x.SpeakerSpan[0]:x.SpeakerSpan[1]] != value(x.SpeakerText) {
			t.Errorf("speaker %q is not its bytes %q", value(x.SpeakerText), raw[x.SpeakerSpan[0]:x.SpeakerSpan[1]])
		}
	}
	last = -1
	for _, x := range r.Numbers {
		item("number", x.Text, x.Position)
		order("number", x.Position)
	}
	last = -1
	for _, x := range r.Dates {
		item("date", x.Text, x.Position)
		order("date", x.Position)
	}
	for _, x := range r.Furniture {
		item("furniture", x.Text, x.Position)
	}
	for name, s := range r.Spans {
		inside(name, s)
	}
	if !utf8.ValidString(r.Text) {
		t.Error("text is not UTF-8")
	}
}

func TestRecordsKeepTheirPromises(t *testing.T) {
	x := NewExtractor(Options{})
	for name, raw := range articles(t) {
		t.Run(name, func(t *testing.T) {
			r := x.Extract(dump.Article{Path: name, Raw: raw})
			check(t, raw, r)
			again := x.Extract(dump.Article{Path: name, Raw: raw})
			if !reflect.DeepEqual(r, again) {
				t.Error("two runs differ")
			}
		})
	}
}

func TestNamesAreWrittenOut(t *testing.T) {
	raw := "बठिंडा। डीएसपी जस¨वदर ¨सह ने कहा कि दो आरोपित पकड़े गए हैं और पूछताछ जारी है।\n"
	r := NewExtractor(Options{}).Extract(dump.Article{Raw: raw})
	if len(r.People) != 1 || r.People[0].Name != "जसविंदर सिंह" || r.People[0].Text != "जस¨वदर ¨सह" {
		t.Fatalf("people %+v", r.People)
	}
	if len(r.Quotes) != 1 || value(r.Quotes[0].Speaker) != "जसविंदर सिंह" {
		t.Errorf("quotes %+v", r.Quotes)
	}
}

func TestExplain(t *testing.T) {
	raw := "बिलासपुर। मेले में 40 लोग मंगलवार को आए। डीसी अजय राणा ने कहा कि भाजपा ने 5 बसें चलाईं।\n"
	r := NewExtractor(Options{Explain: true}).Extract(dump.Article{Raw: raw})
	if len(r.Places) == 0 || len(r.Places[0].Candidates) == 0 || r.Places[0].Candidates[0].NameEn == "" {
		t.Errorf("places: %+v", r.Places)
	}
	for what, rule := range map[string]string{
		"place": r.Places[0].Rule, "person": r.People[0].Rule, "organization": r.Organizations[0].Rule,
		"quote": r.Quotes[0].Rule, "number": r.Numbers[0].Rule, "date": r.Dates[0].Rule,
	} {
		if rule == "" {
			t.Errorf("%s without a rule", what)
		}
	}
	if r := NewExtractor(Options{}).Extract(dump.Article{Raw: raw}); r.Places[0].Candidates != nil || r.Numbers[0].Rule != "" {
		t.Error("rules without asking")
	}
}

func TestDate(t *testing.T) {
	body := "नाहन. बारिश से सड़कें बंद हैं. लोग परेशान हैं और प्रशासन राहत में जुटा है.\n"
	for _, c := range []struct {
		name, date, raw, want, from string
	}{
		{"a.txt", "", "Published : May 18, 2020, 10:06 AM IST\n\n" + body, "2020-05-18T10:06:00+05:30", "published"},
		{"a.txt", "2020-01-02", "Published : May 18, 2020, 10:06 AM IST\n\n" + body, "2020-05-18T10:06:00+05:30", "published"},
		{"a.txt", "2020-01-02T03:04:05Z", body, "2020-01-02T08:34:05+05:30", "input"},
		{"a.txt", "2020/01/02 10:00", body, "2020-01-02T10:00:00+05:30", "input"},
		{"AU-2020-APR-01.txt", "", body, "2020-04-01", "filename"},
		{"AU-2020-APR-01.txt", "nonsense", body, "2020-04-01", "filename"},
		{"a.txt", "", body, "", ""},
		{"a.txt", "", "इंदौर, 14 अगस्त 2024 (भाषा) " + body, "2024-08-14", "published"}, // a full date in the dateline is a publish date
		{"a.txt", "", "नाहन 14 अगस्त, 2024: " + body, "2024-08-14", "published"},
		{"a.txt", "", "इंदौर, 14 अगस्त (भाषा) " + body, "", ""},
	} {
		r := NewExtractor(Options{}).Extract(dump.Article{Path: "dir/" + c.name, Date: c.date, Raw: c.raw})
		if value(r.Date) != c.want || value(r.DateFrom) != c.from {
			t.Errorf("%+v: got %q from %q", c, value(r.Date), value(r.DateFrom))
		}
	}
}

func TestAReferenceDatesAnUndatedArticle(t *testing.T) {
	x := NewExtractor(Options{Reference: time.Date(2024, 8, 16, 9, 0, 0, 0, IST)})
	r := x.Extract(dump.Article{Raw: "इंदौर, 14 अगस्त (भाषा) मेले में मंगलवार को भीड़ रही। लोग देर रात तक झूले पर रहे।\n"})
	if value(r.Date) != "2024-08-14" || value(r.DateFrom) != "dateline" {
		t.Errorf("date %q from %q", value(r.Date), value(r.DateFrom))
	}
	r = x.Extract(dump.Article{Raw: "इंदौर। मेले में बुधवार को भीड़ रही। लोग देर रात तक झूले पर रहे।\n"})
	if r.Date != nil || len(r.Dates) == 0 || value(r.Dates[0].Value) != "2024-08-14" {
		t.Errorf("date %q, %+v", value(r.Date), r.Dates)
	}
}

func TestRelativePublishTimeNeedsAReference(t *testing.T) {
	raw := "शिमला में बारिश का कहर, कई सड़कें बंद\nशिमला3 घंटे पहले\n- कॉपी लिंक\nशिमला में रात से बारिश जारी है। लोग परेशान हैं और प्रशासन राहत में जुटा है।\n"
	r := NewExtractor(Options{}).Extract(dump.Article{Raw: raw})
	if r.Published != nil || !strings.Contains(strings.Join(r.Warnings, " "), "relative_time") {
		t.Errorf("without: %v %v", value(r.Published), r.Warnings)
	}
	ref := time.Date(2022, 6, 1, 12, 0, 0, 0, IST)
	r = NewExtractor(Options{Reference: ref}).Extract(dump.Article{Raw: raw})
	if value(r.Published) != "2022-06-01T09:00:00+05:30" || value(r.PublishedText) != "3 घंटे पहले" {
		t.Errorf("with: %q %q %v", value(r.Published), value(r.PublishedText), r.Warnings)
	}
}

func FuzzExtract(f *testing.F) {
	for _, raw := range articles(f) {
		f.Add(raw)
	}
	f.Add("\xff\xe0\xa4")
	f.Add("सकती!\n0000जा\xe0\xa5!")
	f.Add("‘‘’’ उन्होंने कहा, \"")
	x := NewExtractor(Options{Offsets: true})
	f.Fuzz(func(t *testing.T, raw string) {
		if !utf8.ValidString(raw) {
			raw = strings.ToValidUTF8(raw, "\ufffd") // as dump hands it on
		}
		check(t, raw, x.Extract(dump.Article{Raw: raw}))
	})
}

func BenchmarkExtract(b *testing.B) {
	var list []string
	size := 0
	for _, raw := range articles(b) {
		list = append(list, raw)
		size += len(raw)
	}
	x := NewExtractor(Options{})
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, raw := range list {
			x.Extract(dump.Article{Raw: raw})
		}
	}
}

// What reaches up to the point where a sentence was cut off is not known: neither the end
// of the quote nor the last digits of the number.
func TestCutClauses(t *testing.T) {
	raw := "खेल नीति लागू, खिलाड़ियों को लाभ\n\n" +
		"रायपुर। राज्य सरकार ने मंगलवार को नई खेल नीति लागू कर दी है। इसके तहत 250 खिलाड़ियों को छात्रवृत्ति दी जाएगी।\n\n" +
		"खेल मंत्री रमेश वर्मा ने कहा कि इस योजना पर सरकार हर साल 35…\n\n" +
		"मुख्यमंत्री ने कहा कि योजना से दो लाख खिलाड़ी... पढ़ें पूरी खबर\n"
	r := NewExtractor(Options{}).Extract(dump.Article{Raw: raw})
	var numbers []string
	for _, n := range r.Numbers {
		numbers = append(numbers, n.Text)
	}
	if got := strings.Join(numbers, " "); got != "250 दो लाख" || len(r.Quotes) != 0 {
		t.Errorf("numbers %s, quotes %v", got, r.Quotes)
	}
	if strings.Contains(r.Text, "पूरी खबर") || !strings.Contains(r.Text, "हर साल 35…") {
		t.Errorf("text %q", r.Text)
	}
	// a sentence with its verb is whole
	r = NewExtractor(Options{}).Extract(dump.Article{Raw: "पटना। मंत्री रमेश वर्मा ने कहा कि इस साल 350 स्कूल खुलेंगे...\n\nअधिकारियों ने बताया कि काम शुरू हो चुका है।\n"})
	if len(r.Quotes) != 2 || len(r.Numbers) != 1 {
		t.Errorf("whole sentence: quotes %v, numbers %v", r.Quotes, r.Numbers)
	}
}

// People, organisations and quotes are found by the grammar of Hindi: on a page in another
// language they are empty lists, and a warning says why.
func TestOtherLanguages(t *testing.T) {
	raw := "पुण्यात चोरी प्रकरणी तिघांना अटक\n\nपुणे: पुणे शहरात मंगळवारी तीन जणांना चोरी प्रकरणी अटक करण्यात आली आहे. त्यांच्याकडून 25 मोबाईल जप्त करण्यात आले आहेत, असे पोलीस निरीक्षक राजेश पाटील यांनी सांगितले. या प्रकरणी आणखी काही जणांची चौकशी होणार आहे आणि ते लवकरच पकडले जातील असे त्यांनी म्हटले आहे.\n"
	r := NewExtractor(Options{}).Extract(dump.Article{Raw: raw})
	if r.Language != "mr" || r.Headline == nil || r.Text == "" || len(r.Numbers) == 0 || len(r.Places) == 0 {
		t.Errorf("language %s, headline %v, %d numbers, %d places", r.Language, r.Headline, len(r.Numbers), len(r.Places))
	}
	if r.People == nil || len(r.People)+len(r.Organizations)+len(r.Quotes) != 0 || len(r.Warnings) != 1 || r.Warnings[0] != "not_hindi" {
		t.Errorf("people %v, organizations %v, quotes %v, warnings %v", r.People, r.Organizations, r.Quotes, r.Warnings)
	}
}
