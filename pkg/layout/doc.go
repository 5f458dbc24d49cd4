// Package layout finds the parts of one article in the raw text of a news page:
// headline, topic tag, standfirst, section, publisher, byline, times, captions,
// titles of other stories, body paragraphs and sub-headings; all the rest is
// furniture.
//
// It takes raw text (UTF-8, any bytes) and promises: every part points into the raw
// bytes; blocks come in text order and do not overlap; each line that is not blank
// ends up in a block or in Furniture; a long Hindi sentence that nothing marks as
// furniture stays body.
//
//	हिमाचल प्रदेश                                nav
//	ETV Bharat / state                         nav: publisher, section
//	कांग्रेस का बूथ मिशन शुरू - कांग्रेस समिति          headline, topic
//	कांग्रेस ने बूथ स्तर पर काम शुरू कर दिया है.        summary
//	कांग्रेस की बैठक                              caption
//	By                                         byline
//	Published : Jun 24, 2020, 5:32 PM IST      time
//	सोलन. प्रदेश में इस साल …                      body
//	ये भी पढ़ें: सेब सीजन …                         related
//	ABOUT THE AUTHOR                           author_box
//
// # How
//
// Publisher-independent first. Lines are cut, glued lines into several parts
// (split.go); each part is measured (line.go) and looked up in the marker lexicon
// (marker.go, lexicon/data/markers.tsv); a small grammar then reads the page from the
// top: nav, headline, captions, standfirst, dividers, body, tail (grammar.go). What
// publishers print differently is data: a new marker, publisher, section or agency is
// one line in markers.tsv, publishers.tsv, sections.tsv, agencies.tsv. A publisher whose
// name the dump has lost is known by the shape of its lines (templates.tsv: a weather
// strip, "Edited By X, Updated: 19 Sep, 2025 11:42 AM"); where nothing tells, it stays
// unknown.
//
// Several articles in one text are cut apart before, by Splitting (articles.go).
//
// The page cases in testdata are invented, facts and people alike: one file is one
// layout, one line of it a line of the page with its label.
//
// Decisions:
//
//   - The dateline stays in the body; a place alone on the line before the body is a
//     body block of its own and a Hint.
//   - A headline printed again is furniture; a standfirst printed again in the body
//     stays (segment marks its sentences Repeat). A whole paragraph printed twice is
//     kept once, with a warning.
//   - Sub-headings are Subhead blocks: neither body nor furniture.
//   - An also-read line takes only itself away; the body goes on behind it.
package layout
