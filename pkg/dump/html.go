package dump

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"codeberg.org/readeck/go-readability/v2/render"
	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// maxElements bounds the work on one page; a long news page has a few thousand
// elements.
const maxElements = 50_000

// looksHTML reports whether head, without leading white space, opens an HTML page.
func looksHTML(head []byte) bool {
	for range 8 { // comments and an XML declaration may stand before
		head = bytes.TrimLeft(head, " \t\r\n\f")
		switch {
		case bytes.HasPrefix(head, []byte("<!--")):
			_, rest, ok := bytes.Cut(head, []byte("-->"))
			if !ok {
				return false
			}
			head = rest
			continue
		case bytes.HasPrefix(head, []byte("<?xml")):
			_, rest, ok := bytes.Cut(head, []byte("?>"))
			if !ok {
				return false
			}
			head = rest
			continue
		}
		break
	}
	start := bytes.ToLower(head[:min(len(head), 16)])
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta"} {
		if rest, ok := bytes.CutPrefix(start, []byte(tag)); ok && (len(rest) == 0 || strings.ContainsRune(" >\t\r\n/", rune(rest[0]))) {
			return true
		}
	}
	return false
}

// loadHTML decodes the payload as an HTML page.
func (opt *Options) loadHTML(a *Article) error { return opt.page(a, a.payload, "") }

// page turns an HTML page into the article's raw text: the headline, a blank line, and
// the paragraphs of the body as the readability library finds them. Where it finds
// none (a page of two sentences), all visible text of the page is the body. contentType
// is what the server said, "" where unknown.
func (opt *Options) page(a *Article, data []byte, contentType string) error {
	if len(bytes.TrimSpace(data)) == 0 {
		a.Warnings = append(a.Warnings, WarnEmpty)
		return nil
	}
	src, warnings, err := decodeHTML(data, contentType)
	if err != nil {
		return a.fail(CodeBinary, err)
	}
	doc, err := xhtml.Parse(strings.NewReader(src))
	if err != nil { // deeper than any page is
		return a.fail(CodeBadFormat, fmt.Errorf("HTML: %w", err))
	}
	n := 0
	for range doc.Descendants() {
		if n++; n > maxElements {
			return a.fail(CodeTooLarge, fmt.Errorf("HTML page has over %d elements", maxElements))
		}
	}
	m := pageMetadata(doc)
	prune(doc)
	body, err := readable(doc, a.URL)
	if err != nil {
		return a.fail(CodeBadFormat, err)
	}
	a.Title, a.Published, a.Updated, a.Publisher = m.headline, m.published, m.updated, m.publisher
	if u := m.address(a.URL); u != "" {
		a.URL = u
	}
	if a.Date == "" {
		a.Date = m.published
	}
	headline := m.heading
	for _, s := range []string{m.headline, m.title} {
		set(&headline, s)
	}
	a.Raw = body
	if headline != "" && !strings.HasPrefix(strings.Join(strings.Fields(body), " "), headline) {
		a.Raw = headline + "\n\n" + body
	}
	if strings.TrimSpace(body) == "" {
		warnings = append(warnings, WarnEmpty)
	}
	a.Warnings = append(a.Warnings, warnings...)
	return nil
}

// address returns the page's own address, made whole with the one that it was read
// from.
func (m *metadata) address(base string) string {
	u, err := url.Parse(m.url)
	if err != nil || m.url == "" {
		return ""
	}
	if b, err := url.Parse(base); err == nil && base != "" {
		u = b.ResolveReference(u)
	}
	return u.String()
}

// readable returns the text of the article's body. A panic of the library costs this
// page only.
func readable(doc *xhtml.Node, address string) (body string, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("HTML: %v", p)
		}
	}()
	var base *url.URL
	if u, perr := url.Parse(address); perr == nil && address != "" {
		base = u
	}
	parser := readability.NewParser()
	parser.MaxElemsToParse = maxElements
	parser.DisableJSONLD = true
	article, err := parser.ParseDocument(doc, base)
	if err == nil && article.Node != nil {
		var b strings.Builder
		if err := article.RenderText(&b); err == nil && strings.TrimSpace(b.String()) != "" {
			return tidy(b.String()), nil
		}
	}
	return tidy(visible(doc)), nil
}

// prune takes away what is no part of an article on any page: menus, page feet, side
// columns, forms, and what is not shown.
func prune(doc *xhtml.Node) {
	var drop []*xhtml.Node
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg,
			atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Button, atom.Select:
			drop = append(drop, n)
		}
	}
	for _, n := range drop {
		n.Parent.RemoveChild(n)
	}
}

// visible returns the text of a page that a reader sees.
func visible(doc *xhtml.Node) string {
	body := doc
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Body {
			body = n
			break
		}
	}
	return render.InnerText(body)
}

// tidy makes paragraphs parted by one blank line, with no spaces at line ends.
func tidy(s string) string {
	var b strings.Builder
	blank := 0
	for line := range strings.SplitSeq(strings.ToValidUTF8(s, "\ufffd"), "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			blank++
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
			if blank > 0 {
				b.WriteByte('\n')
			}
		}
		blank = 0
		b.WriteString(line)
	}
	return b.String()
}

// decodeHTML returns the page as UTF-8: valid UTF-8 stays what it is, whatever the page
// says of itself; else a byte order mark, the server's or the page's charset decides.
func decodeHTML(data []byte, contentType string) (string, []string, error) {
	if utf8.Valid(data) {
		s, warnings, err := decode(data)
		return s, warnings, err
	}
	if _, ok := sniffUTF16(data); ok {
		return decode(data)
	}
	enc, name, certain := charset.DetermineEncoding(data[:min(len(data), 1024)], contentType)
	said := certain || bytes.Contains(bytes.ToLower(data[:min(len(data), 1024)]), []byte("charset"))
	if !said || name == "utf-8" {
		return decode(data) // repaired UTF-8, or binary
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", nil, err
	}
	if bytes.Count(out, []byte{0})*200 > len(out) {
		return "", nil, errBinary
	}
	return strings.ToValidUTF8(string(out), "\ufffd"), nil, nil
}

var errNotHTTP = errors.New("not an HTTP response")
