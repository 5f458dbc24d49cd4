package dump

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"golang.org/x/text/encoding/charmap"
)

// story is a page body that readability takes for an article.
func story(word string) string {
	return word + ". मेले में हजारों लोग पहुंचे हैं. डीसी अजय राणा ने कहा कि पचास बसें चलेंगी और रात तक भोजन मिलेगा. पुलिस ने रास्ते बदले हैं, दुकानें खुली हैं."
}

func TestHTML(t *testing.T) {
	body := "<p>" + story("नाहन") + "</p><p>" + story("सोलन") + "</p>"
	text := story("नाहन") + "\n\n" + story("सोलन")
	page := func(head, body string) string {
		return "<!DOCTYPE html>\n<html><head>" + head + "</head><body>" + body + "</body></html>"
	}
	for _, c := range []struct {
		name, in, want string
		opt            Options
	}{
		{"h1 is the headline", page("<title>मेला | साइट</title>", "<h1>मेला शुरू</h1>"+body), "मेला शुरू\n\n" + text, Options{}},
		{"title where there is no h1", page("<title>मेला शुरू</title>", body), "मेला शुरू\n\n" + text, Options{}},
		{"json-ld", page(`<script type="application/ld+json">[{"@type":["NewsArticle"],"headline":"मेला &amp; बाजार","datePublished":"2020-05-18","mainEntityOfPage":{"@id":"https://a.example/1"},"publisher":{"name":"प"}}]</script>`, body), "मेला & बाजार\n\n" + text + "|2020-05-18|https://a.example/1|मेला & बाजार", Options{}},
		{"broken json-ld", page(`<script type="application/ld+json">{"@type":"NewsArticle",</script><meta property="og:title" content="मेला"><meta property="article:published_time" content="2020-05-18T10:06:00+05:30">`, body), "मेला\n\n" + text + "|2020-05-18T10:06:00+05:30|मेला", Options{}},
		{"an organisation is no article", page(`<script type="application/ld+json">{"@type":"Organization","name":"प","url":"https://a.example/"}</script>`, "<h1>मेला</h1>"+body), "मेला\n\n" + text, Options{}},
		{"scripts and menus go", page("<style>p{}</style>", "<nav><ul><li><a href=/>होम</a></li><li><a href=/x>खेल</a></li></ul></nav><script>var x = 'क'</script>"+body+"<footer><a href=/>© साइट</a></footer>"), text, Options{}},
		{"two sentences are a body too", page("", "<p>नाहन. बारिश है.</p><p>स्कूल बंद हैं.</p>"), "नाहन. बारिश है.\n\nस्कूल बंद हैं.", Options{}},
		{"comment and declaration before", "<?xml version=\"1.0\"?>\n<!-- x -->\n" + page("", "<p>नाहन.</p>"), "नाहन.", Options{}},
		{"no body", "<html></html>", "", Options{}},
		{"a piece of a page, said to be HTML", "<p>नाहन.</p>", "नाहन.", Options{Format: FormatHTML}},
		{"a bracket is no page", "<b> नाहन.\n", "<b> नाहन.\n", Options{}},
	} {
		got := read(t, []byte(c.in), c.opt)
		if len(got) != 1 || got[0] != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
	latin, err := charmap.Windows1252.NewEncoder().String(page(`<meta charset="windows-1252">`, "<p>Café “été”.</p>"))
	if err != nil {
		t.Fatal(err)
	}
	if got := read(t, []byte(latin), Options{}); fmt.Sprint(got) != "[Café “été”.]" {
		t.Errorf("windows-1252: %q", got)
	}
	if got := read(t, encode16(page("", "<p>नाहन.</p>"), true, true), Options{Format: FormatHTML}); fmt.Sprint(got) != "[नाहन.]" {
		t.Errorf("utf-16: %q", got)
	}
	deep := page("", strings.Repeat("<div>", 100_000)+"x")
	if got := read(t, []byte(deep), Options{}); fmt.Sprint(got) != "[!bad_format@0]" {
		t.Errorf("deep: %.80q", got)
	}
	wide := page("", strings.Repeat("<i>x</i>", 100_000))
	if got := read(t, []byte(wide), Options{}); fmt.Sprint(got) != "[!too_large@0]" {
		t.Errorf("wide: %.80q", got)
	}
}

func TestWARC(t *testing.T) {
	s := func(id string) sample { return sample{ID: id, URL: "u/" + id, Date: "2021-03-01T00:00:00Z"} }
	wet := func(id, text string) string { return warcRecord("conversion", "text/plain", s(id), text) }
	resp := func(id, head, body string) string {
		return warcRecord("response", "application/http; msgtype=response", s(id), head+"\r\n\r\n"+body)
	}
	page := "<html><body><p>" + story("नाहन") + "</p></body></html>"
	const ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html"
	meta := func(kind, id string) string {
		return "|<urn:example:" + kind + "-" + id + ">|2021-03-01T00:00:00Z|u/" + id
	}
	con := func(id string) string { return meta("conversion", id) }
	wrong := func(record, length string) string {
		at := strings.Index(record, "Content-Length: ") + len("Content-Length: ")
		end := at + strings.Index(record[at:], "\r\n")
		return record[:at] + length + record[end:]
	}
	for _, c := range []struct{ name, in, want string }{
		{"two", wet("1", "क") + wet("2", "ख"), "[क" + con("1") + " ख" + con("2") + "]"},
		{"lf only, nothing behind", strings.ReplaceAll(strings.TrimSpace(wet("1", "क")), "\r", ""), "[क" + con("1") + "]"},
		{"page", resp("1", ok, page), "[" + story("नाहन") + meta("response", "1") + "]"},
		{"chunked", resp("1", ok+"\r\nTransfer-Encoding: chunked", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(page), page)), "[" + story("नाहन") + meta("response", "1") + "]"},
		{"gzip inside", resp("1", ok+"\r\nContent-Encoding: gzip", string(gz(page))), "[" + story("नाहन") + meta("response", "1") + "]"},
		{"gzip said, not done", resp("1", ok+"\r\nContent-Encoding: gzip", page), "[" + story("नाहन") + meta("response", "1") + "]"},
		{"plain text page", resp("1", "HTTP/1.1 200 OK\r\nContent-Type: text/plain", "क"), "[क" + meta("response", "1") + "]"},
		{"passed over", resp("1", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html", page) + resp("2", "HTTP/1.1 200 OK\r\nContent-Type: image/png", "\x89PNG") + warcRecord("metadata", "application/warc-fields", s("3"), "a: b") + wet("4", "क"), "[क" + con("4") + "]"},
		{"no http", warcRecord("response", "application/http", s("1"), "क") + wet("2", "ख"), "[!bad_format@0 ख" + con("2") + "]"},
		{"length too large", wrong(wet("1", "क"), "40") + wet("2", "ख"), "[!bad_format@0 ख" + con("2") + "]"},
		{"length far too large", wrong(wet("1", "क"), "90000") + wet("2", "ख"), "[!bad_format@0 ख" + con("2") + "]"},
		{"length beyond the limit", wrong(wet("1", "क"), "900000000000") + wet("2", "ख"), "[!too_large@0 ख" + con("2") + "]"},
		{"length too small", wrong(wet("1", "कखग"), "2") + wet("2", "ख"), "[!bad_format@0 ख" + con("2") + "]"},
		{"no length", wrong(wet("1", "क"), "x") + wet("2", "ख"), "[!bad_format@0 ख" + con("2") + "]"},
		{"junk between", wet("1", "क") + "junk\nmore\n" + wet("2", "ख"), "[क" + con("1") + " !bad_format@1 ख" + con("2") + "]"},
		{"header without a colon", "WARC/1.0\r\nbad\r\n\r\nx\r\n\r\n" + wet("2", "ख"), "[!bad_format@0 ख" + con("2") + "]"},
		{"cut off", wet("1", "क") + wet("2", "खखख")[:150] + "", "[क" + con("1") + " !bad_format@1]"},
		{"cut off in the block", wet("1", "क") + strings.TrimSuffix(wet("2", strings.Repeat("ख", 99)), "ख\r\n\r\n"), "[क" + con("1") + " !truncated@1]"},
	} {
		got := fmt.Sprint(read(t, []byte(c.in), Options{MaxBytes: 1 << 20, Format: FormatWARC}))
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
		if got := fmt.Sprint(read(t, gz(c.in), Options{MaxBytes: 1 << 20})); got != c.want {
			t.Errorf("%s, gzip:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestParquet(t *testing.T) {
	type inner struct {
		URL string `parquet:"url"`
	}
	type row struct {
		ID   int64    `parquet:"id"`
		Text *string  `parquet:"text,optional"`
		When int64    `parquet:"date,timestamp(millisecond)"`
		Day  int32    `parquet:"day,date"`
		Meta inner    `parquet:"meta"`
		Tags []string `parquet:"tags,list"`
		N    float64  `parquet:"n"`
	}
	texts := []string{"क", "ख", "ग", strings.Repeat("घ", 400)}
	var rows []row
	for i := range texts {
		rows = append(rows, row{ID: int64(i), Text: &texts[i], When: 1589776560000, Day: 18400, Meta: inner{"u"}, Tags: []string{"a", "b"}, N: 1.5})
	}
	rows = append(rows, row{ID: 9})
	var b bytes.Buffer
	w := parquet.NewGenericWriter[row](&b, parquet.MaxRowsPerRowGroup(2))
	for i := range rows {
		if _, err := w.Write(rows[i : i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	const when = "2020-05-18T04:36:00Z"
	for _, c := range []struct {
		name, want string
		opt        Options
	}{
		{"usual names", "[क|0|" + when + " ख|1|" + when + " ग|2|" + when + " !too_large@3 !no_text@4]", Options{MaxBytes: 1000}},
		{"by path", "[u|0|" + when + "|n=1.5|day=\"2020-05-18\" u|1|" + when + "|n=1.5|day=\"2020-05-18\" u|2|" + when + "|n=1.5|day=\"2020-05-18\" u|3|" + when + "|n=1.5|day=\"2020-05-18\" |9|1970-01-01T00:00:00Z|n=0|day=\"1970-01-01\"]", Options{Fields: Fields{Text: "meta.url", Keep: []string{"day", "n"}}}},
		{"no such column", "[!no_text@-1]", Options{Fields: Fields{Text: "body"}}},
		{"a column of numbers", "[!no_text@-1]", Options{Fields: Fields{Text: "n"}}},
		{"a column of lists", "[!no_text@-1]", Options{Fields: Fields{Text: "tags.list.element"}}},
	} {
		got := fmt.Sprint(read(t, data, c.opt))
		if c.name == "by path" {
			got = strings.ReplaceAll(got, "|day=\"2020-05-18\"|n=1.5", "|n=1.5|day=\"2020-05-18\"")
			got = strings.ReplaceAll(got, "|day=\"1970-01-01\"|n=0", "|n=0|day=\"1970-01-01\"")
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
	if got := fmt.Sprint(read(t, gz(string(data)), Options{})); got != "[!bad_format@-1]" {
		t.Errorf("in gzip: %s", got)
	}
	if got := fmt.Sprint(read(t, data[:len(data)-9], Options{})); got != "[!bad_format@-1]" {
		t.Errorf("cut off: %s", got)
	}
	bad := bytes.Clone(data) // the first row group's text, unreadable
	i := bytes.Index(bad, []byte("क"))
	for k := max(4, i-40); k < i; k++ {
		bad[k] = 0xff
	}
	if got := fmt.Sprint(read(t, bad, Options{Fields: Fields{ID: "x", Date: "x"}})); got != "[!bad_format@0 ग "+texts[3]+" !no_text@4]" {
		t.Errorf("damaged group: %.300s", got)
	}
}

// TestWARCLengthThatEndsInTheNextHeader: the record seems to end where it should, before
// a blank line, and yet holds the start of the next.
func TestWARCLengthThatEndsInTheNextHeader(t *testing.T) {
	record := func(i int) string {
		return warcRecord("conversion", "text/plain", sample{ID: fmt.Sprint(i), URL: "u", Date: "d"}, fmt.Sprintf("नाहन में %d लोग", i))
	}
	head, _, _ := strings.Cut(record(1), "\r\n\r\n")
	block := len(record(1)) - len(head) - 2*len("\r\n\r\n")
	far := strings.Index(record(1), "Content-Length: ")
	next, _, _ := strings.Cut(record(2), "\r\n\r\n")
	wrong := fmt.Sprintf("%sContent-Length: %d", record(1)[:far], block+len("\r\n\r\n")+len(next))
	in := record(0) + wrong + record(1)[len(head):] + record(2) + record(3)
	var got []string
	for _, s := range read(t, []byte(in), Options{}) {
		s, _, _ = strings.Cut(s, "|")
		got = append(got, s)
	}
	if want := "[नाहन में 0 लोग !bad_format@1 नाहन में 2 लोग नाहन में 3 लोग]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}
