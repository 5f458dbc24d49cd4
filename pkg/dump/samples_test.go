package dump

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
)

var update = flag.Bool("update", false, "write testdata/dumps anew")

// sampleIDs are the articles of testdata/articles that the sample dumps hold: short ones.
var sampleIDs = []string{"d107", "d206", "d212"}

// pageID is the article of the sample page. It shows no time of its own.
const pageID = "d110"

// sample is one article and what a dump says of it.
type sample struct{ ID, URL, Date, Text string }

func samples(t testing.TB, ids ...string) []sample {
	var out []sample
	for i, id := range ids {
		text, err := os.ReadFile(filepath.Join("../../testdata/articles", id+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, sample{id, "https://news.example/" + id + ".html", fmt.Sprintf("2021-03-%02dT06:30:00Z", i+1), string(text)})
	}
	return out
}

// makeDumps writes the samples in every container that khabar reads.
func makeDumps(t testing.TB) map[string][]byte {
	all := samples(t, sampleIDs...)
	out := make(map[string][]byte)

	var lines, table bytes.Buffer
	w := csv.NewWriter(&table)
	w.Write([]string{"id", "url", "date", "text"})
	for _, s := range all {
		b, err := json.Marshal(map[string]string{"id": s.ID, "url": s.URL, "date": s.Date, "text": s.Text})
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(b, '\n'))
		w.Write([]string{s.ID, s.URL, s.Date, s.Text})
	}
	w.Flush()
	out["articles.jsonl.gz"] = gz(lines.String())
	out["articles.csv"] = table.Bytes()

	var wet, warc bytes.Buffer
	wet.Write(gz(warcRecord("warcinfo", "application/warc-fields", sample{}, "software: khabar\r\n")))
	warc.Write(gz(warcRecord("warcinfo", "application/warc-fields", sample{}, "software: khabar\r\n")))
	for _, s := range all {
		wet.Write(gz(warcRecord("conversion", "text/plain", s, s.Text)))
		warc.Write(gz(warcRecord("request", "application/http; msgtype=request", s, "GET /"+s.ID+".html HTTP/1.1\r\nHost: news.example\r\n\r\n")))
		warc.Write(gz(warcRecord("response", "application/http; msgtype=response", s, httpResponse(samplePage(s)))))
	}
	out["crawl.warc.wet.gz"] = wet.Bytes()
	out["crawl.warc.gz"] = warc.Bytes()
	out["page.html"] = []byte(samplePage(samples(t, pageID)[0]))

	type row struct {
		ID   string `parquet:"id"`
		URL  string `parquet:"url"`
		Date string `parquet:"date"`
		Text string `parquet:"text,zstd"`
	}
	var pq bytes.Buffer
	pw := parquet.NewGenericWriter[row](&pq, parquet.MaxRowsPerRowGroup(2), parquet.SkipPageBounds("text"), parquet.SkipPageStatistics("text"))
	for _, s := range all {
		if _, err := pw.Write([]row{row(s)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := pw.Close(); err != nil {
		t.Fatal(err)
	}
	out["articles.parquet"] = pq.Bytes()
	return out
}

// warcRecord writes one record.
func warcRecord(kind, contentType string, s sample, block string) string {
	h := "WARC/1.0\r\nWARC-Type: " + kind + "\r\n"
	if s.ID != "" {
		h += "WARC-Target-URI: " + s.URL + "\r\nWARC-Date: " + s.Date + "\r\n"
	}
	return h + fmt.Sprintf("WARC-Record-ID: <urn:example:%s-%s>\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, s.ID, contentType, len(block), block)
}

func httpResponse(page string) string {
	return fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s", len(page), page)
}

// samplePage writes an article as a web page: the headline as h1 and in JSON-LD, with
// the time and the publisher that the text does not show.
func samplePage(s sample) string {
	headline, body, _ := strings.Cut(strings.TrimSpace(s.Text), "\n")
	ld, _ := json.Marshal(map[string]any{
		"@context": "https://schema.org", "@type": "NewsArticle", "headline": headline,
		"datePublished": strings.Replace(s.Date, "T06:30:00Z", "T12:00:00+05:30", 1), "publisher": map[string]string{"@type": "Organization", "name": "उदाहरण समाचार"},
	})
	var b strings.Builder
	fmt.Fprintf(&b, "<!doctype html>\n<html lang=\"hi\">\n<head>\n<meta charset=\"utf-8\">\n<title>%s | उदाहरण समाचार</title>\n<link rel=\"canonical\" href=\"%s\">\n<script type=\"application/ld+json\">%s</script>\n</head>\n<body>\n", html.EscapeString(headline), s.URL, ld)
	fmt.Fprintf(&b, "<nav><a href=\"/\">होम</a> <a href=\"/desh\">देश</a> <a href=\"/khel\">खेल</a></nav>\n<article>\n<h1>%s</h1>\n", html.EscapeString(headline))
	for p := range strings.SplitSeq(body, "\n") {
		if p = strings.TrimSpace(p); p != "" {
			fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(p))
		}
	}
	b.WriteString("</article>\n<footer><a href=\"/about\">हमारे बारे में</a></footer>\n</body>\n</html>\n")
	return b.String()
}

// TestSampleDumps reads the shipped dumps: each gives the articles it was made from.
// `go test ./pkg/dump -run SampleDumps -update` writes them anew.
func TestSampleDumps(t *testing.T) {
	dir := "../../testdata/dumps"
	made := makeDumps(t)
	if *update {
		for name, data := range made {
			if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name := range made {
		want := samples(t, sampleIDs...)
		if name == "page.html" {
			want = samples(t, pageID)
		}
		n := 0
		for a, err := range Articles(Paths([]string{filepath.Join(dir, name)}), Options{}) {
			if err == nil {
				err = a.Load()
			}
			if err != nil || n >= len(want) {
				t.Fatalf("%s: %v, record %d", name, err, n)
			}
			s := want[n]
			n++
			if a.URL != s.URL || name != "page.html" && a.Date != s.Date {
				t.Errorf("%s: %s of %s", name, a.URL, a.Date)
			}
			page := name == "page.html" || name == "crawl.warc.gz"
			if !page && a.Raw != s.Text {
				t.Errorf("%s: %s differs: %.80q", name, s.ID, a.Raw)
			}
			if page && (squeeze(a.Raw) != squeeze(s.Text) || a.Publisher != "उदाहरण समाचार" || a.Published == "") {
				t.Errorf("%s: %s differs: %q %q\n%s\n%s", name, s.ID, a.Publisher, a.Published, squeeze(a.Raw), squeeze(s.Text))
			}
		}
		if n != len(want) {
			t.Errorf("%s: %d articles", name, n)
		}
	}
}

// squeeze drops what HTML does not keep: the spaces.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
