package layout

import (
	"khabar/pkg/document"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
	"khabar/pkg/moment"
	"khabar/pkg/span"
)

// Page is what one article's dump holds, part by part.
type Page struct {
	Publisher Scalar   // canonical name; its span is where the first sign of it stands
	Section   []Scalar // breadcrumb, outermost first
	Headline  Scalar   // without topic tag and publisher
	Topic     Scalar   // tag behind the headline, or kicker before it
	Summary   Scalar   // standfirst
	Byline    []Scalar // authors, desks, agencies
	Captions  []Scalar
	Related   []Scalar // titles of other stories

	Published Stamp
	Updated   Stamp
	// Relative is the page's time where it is told only from the time of the crawl
	// (3 घंटे पहले): resolve it with a reference time.
	Relative     *moment.Stamp
	RelativeSpan span.Span

	// Document is the whole text, every line a block. segment.Rebuild makes the analysed
	// article of Blocks from it without reading the text again.
	Document *document.Document

	// Cuts are the sentences that break off at an ellipsis, without it: what they say is
	// not known to the end.
	Cuts []span.Span

	Places    []Hint // places that the furniture names, most telling first
	Blocks    []document.Block
	Furniture []Piece
	Language  string
	Warnings  []string // stable codes: duplicate_paragraph, truncated, legacy_font, mojibake
}

// Scalar is a found value with its bytes in the raw text. The zero Scalar means
// "not found".
type Scalar struct {
	span.Span
	Value string // cleaned text
}

// Stamp is a publish or update time. The zero Stamp means "not found".
type Stamp struct {
	span.Span
	Value    string // RFC 3339 with offset, or YYYY-MM-DD (YYYY-MM from a crawler's stamp)
	HasClock bool
}

// Hint is a place that stands in the furniture: the town of a byline (अमर उजाला,
// हाथरस), a breadcrumb, a line of its own before the body.
type Hint struct {
	span.Span
	Text string
	From string // "dateline" (a place alone on the line before the body), "byline", "breadcrumb"
}

// Piece is a stretch of furniture: text of the page that is not the article's.
type Piece struct {
	span.Span
	Label string
}

// Options tune Analyse. The zero value is the normal use.
type Options struct {
	Lexicon   *lexicon.Lexicon // nil: lexicon.Default()
	Gazetteer *gazetteer.Table // nil: gazetteer.Default()
}

// The labels of furniture.
const (
	labelNav       = "nav"        // menus, breadcrumbs, page title
	labelTicker    = "ticker"     // breaking-news strip
	labelByline    = "byline"     // author, desk
	labelTime      = "time"       // publish, update, crawl, masthead time
	labelCaption   = "caption"    // picture caption or credit
	labelSlug      = "slug"       // image name, English slug of a picture
	labelRelated   = "related"    // also-read line, item of a related list
	labelHighlight = "highlights" // summary bullets
	labelRepeat    = "repeat"     // headline or paragraph printed again
	labelMedia     = "media"      // video, photo slot
	labelTail      = "tail"       // what stands below the article
	labelSkip      = "skip"       // skip links and what they skip
	labelEmbed     = "embed"      // embedded post or player
	labelForeign   = "foreign"    // English paraphrase, foreign-language copy
	labelMark      = "mark"       // separators, counters, leaked code
	labelSummary   = "summary"    // सार
)
