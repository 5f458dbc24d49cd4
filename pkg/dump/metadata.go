package dump

import (
	"encoding/json"
	"html"
	"strings"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metadata is what an HTML page says about its article in places that a reader does
// not see: JSON-LD (schema.org), meta tags (Open Graph and older names), microdata, the
// canonical link. The first good value of the strongest source counts, in that order.
type metadata struct {
	headline, title, heading      string // of the article; of the page; its first h1
	published, updated, publisher string
	url                           string
}

// metaNames gives the field that a meta name, property or itemprop stands for.
var metaNames = map[string]func(*metadata) *string{
	"og:title":                     func(m *metadata) *string { return &m.headline },
	"twitter:title":                func(m *metadata) *string { return &m.headline },
	"article:published_time":       func(m *metadata) *string { return &m.published },
	"og:article:published_time":    func(m *metadata) *string { return &m.published },
	"datepublished":                func(m *metadata) *string { return &m.published },
	"publish-date":                 func(m *metadata) *string { return &m.published },
	"publish_date":                 func(m *metadata) *string { return &m.published },
	"pubdate":                      func(m *metadata) *string { return &m.published },
	"dc.date.issued":               func(m *metadata) *string { return &m.published },
	"article:modified_time":        func(m *metadata) *string { return &m.updated },
	"og:updated_time":              func(m *metadata) *string { return &m.updated },
	"datemodified":                 func(m *metadata) *string { return &m.updated },
	"og:site_name":                 func(m *metadata) *string { return &m.publisher },
	"article:publisher:name":       func(m *metadata) *string { return &m.publisher },
	"og:url":                       func(m *metadata) *string { return &m.url },
	"twitter:url":                  func(m *metadata) *string { return &m.url },
	"parsely-pub-date":             func(m *metadata) *string { return &m.published },
	"sailthru.date":                func(m *metadata) *string { return &m.published },
	"cxenseparse:recs:publishtime": func(m *metadata) *string { return &m.published },
}

// pageMetadata reads the metadata of a parsed page.
func pageMetadata(doc *xhtml.Node) metadata {
	var ld, meta metadata
	canonical := ""
	for n := range doc.Descendants() {
		if n.Type != xhtml.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Title:
			set(&meta.title, text(n))
		case atom.H1:
			set(&meta.heading, text(n))
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				set(&canonical, attr(n, "href"))
			}
		case atom.Meta:
			for _, key := range []string{"property", "name", "itemprop"} {
				if field := metaNames[strings.ToLower(attr(n, key))]; field != nil {
					set(field(&meta), attr(n, "content"))
				}
			}
		case atom.Time:
			if strings.EqualFold(attr(n, "itemprop"), "datePublished") {
				set(&meta.published, attr(n, "datetime"))
			}
		case atom.Script:
			if strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") {
				var v any
				if json.Unmarshal([]byte(text(n)), &v) == nil {
					ld.schema(v, 0)
				}
			}
		}
	}
	set(&ld.headline, meta.headline)
	set(&ld.title, meta.title)
	set(&ld.heading, meta.heading)
	set(&ld.published, meta.published)
	set(&ld.updated, meta.updated)
	set(&ld.publisher, meta.publisher)
	if canonical != "" { // says it of the page itself
		ld.url = ""
	}
	set(&ld.url, canonical)
	set(&ld.url, meta.url)
	return ld
}

// schema reads an object of schema.org vocabulary: an article, or a list or graph that
// holds one.
func (m *metadata) schema(v any, depth int) {
	const deep = 8
	if depth > deep {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			m.schema(e, depth+1)
		}
	case map[string]any:
		if graph, ok := v["@graph"]; ok {
			m.schema(graph, depth+1)
		}
		if !isArticle(v["@type"]) {
			return
		}
		set(&m.headline, str(v["headline"]))
		set(&m.headline, str(v["name"]))
		set(&m.published, str(v["datePublished"]))
		set(&m.updated, str(v["dateModified"]))
		if p, ok := v["publisher"].(map[string]any); ok {
			set(&m.publisher, str(p["name"]))
		}
		set(&m.url, str(v["url"]))
		switch page := v["mainEntityOfPage"].(type) {
		case string:
			set(&m.url, page)
		case map[string]any:
			set(&m.url, str(page["@id"]))
		}
	}
}

// isArticle reports whether a schema.org type is an article: NewsArticle, Article,
// ReportageNewsArticle, BlogPosting, LiveBlogPosting …
func isArticle(t any) bool {
	switch t := t.(type) {
	case string:
		return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report"
	case []any:
		for _, e := range t {
			if isArticle(e) {
				return true
			}
		}
	}
	return false
}

// set gives dst a value where it has none: one line, without entities that were
// escaped twice.
func set(dst *string, s string) {
	if *dst == "" {
		*dst = strings.Join(strings.Fields(html.UnescapeString(strings.ToValidUTF8(s, "\ufffd"))), " ")
	}
}

func str(v any) string {
	s, _ := v.(string)
	return s
}

func attr(n *xhtml.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// text returns the text below n.
func text(n *xhtml.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == xhtml.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
