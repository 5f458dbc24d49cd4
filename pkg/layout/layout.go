package layout

import (
	"khabar/pkg/document"
	"khabar/pkg/gazetteer"
	"khabar/pkg/lexicon"
	"khabar/pkg/span"
)

// Analyse finds the parts of one article's dump. It reads as the table of contents
// of the package: cut the lines, find furniture lists, find where the body starts
// and ends, name what stands above and below it, collect.
func Analyse(raw string, opts Options) *Page {
	lx := opts.Lexicon
	if lx == nil {
		lx = lexicon.Default()
	}
	gaz := opts.Gazetteer
	if gaz == nil {
		gaz = gazetteer.Default()
	}
	p := &page{raw: raw, lx: lx, gaz: gaz, out: &Page{}, head: -1}
	p.cut()
	p.lists()
	p.skips()
	p.comments()
	p.pictures()
	p.leads()
	p.rows()
	p.letterhead()
	p.pageTitles()
	p.findTail()
	p.findHead()
	p.fillBody()
	p.wrap()
	p.duplicates()
	p.damage()
	p.collect()
	p.out.Language = p.language()
	p.out.Document = p.doc
	return p.out
}

// scalar returns the scalar of s.
func (p *page) scalar(s span.Span) Scalar {
	s = trim(p.raw, s)
	if s.Empty() {
		return Scalar{}
	}
	return Scalar{s, CleanText(p.raw, s)}
}

// collect writes the parts into the Page.
func (p *page) collect() {
	o := p.out
	for i := 0; i < len(p.parts); i++ {
		q := &p.parts[i]
		if q.keep {
			s := q.Span
			for i+1 < len(p.parts) && p.parts[i+1].joined {
				i++
				s.End = p.parts[i].End
			}
			if s = trim(p.raw, s); !s.Empty() {
				o.Blocks = append(o.Blocks, document.Block{Span: s, Kind: q.kind})
			}
			continue
		}
		label := q.label
		if label == "" {
			label = labelTail
		}
		o.Furniture = append(o.Furniture, Piece{q.Span, label})
	}
	p.title()
	// the tag and the publisher's name beside the headline are no part of its block
	for i := range o.Blocks {
		if b := &o.Blocks[i]; b.Kind == document.Headline && !o.Headline.Empty() && b.Contains(o.Headline.Span) {
			b.Span = o.Headline.Span
			break
		}
	}
	if s := p.joinKind(document.Summary); !s.Empty() {
		o.Summary = p.scalar(s)
	}
	p.publisher()
	p.sections()
	p.bylines()
	p.unlisted()
	p.toldTo()
	p.crumbPlaces()
	p.times()
	p.related()
	p.captions()
}
