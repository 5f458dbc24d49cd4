package number

import (
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
)

// Tables of a paper come as lines whose cells are parted by tabs:
//
//	राज्य	कुल मामले	मौत
//	1	असम	35	1
//
// A number takes what is counted from the head of its column and from no other cell; the
// first cell, where it is a number before a word, numbers the rows.

// rows settles the numbers of the sentence where it is a row.
func (f *finder) rows() {
	at := f.at
	s := &f.d.Sentences()[at]
	if strings.IndexByte(s.In(f.d.Raw()), '\t') < 0 {
		return
	}
	head, cells := f.head(at), 0
	shift := 0
	if c := &f.cands[0]; c.first == f.first && c.end == f.first+1 && f.t[c.first].Kind == document.Number && f.key(c.end) != "" && f.t[c.end].Kind == document.Word && f.cell(f.first, c.end) == 1 {
		c.kind = "" // the number of the row
	}
	if head >= 0 {
		cells = f.width(head)
		w := f.width(at)
		if w == cells+1 && f.cands[0].kind == "" {
			shift = 1 // the column of the row numbers has no head
		} else if w > cells {
			f.runs = true // two tabs part two cells
			defer func() { f.runs = false }()
		}
	}
	for k := range f.cands {
		c := &f.cands[k]
		if c.kind != Count && c.kind != Measure || c.bracket {
			continue
		}
		col := f.cell(f.first, c.first)
		if c.unit != "" && (c.unitRange.First >= c.unitRange.End || f.cell(f.first, c.unitRange.First) != col) {
			c.unit, c.unitRange, c.kind = "", document.Range{}, Count
		}
		if c.unit == "" && head >= 0 && col-shift >= 0 && col-shift < cells {
			f.headed(c, head, col-shift)
		}
	}
}

// head returns the index of the sentence that holds the heads of the columns of the row at
// index at, -1 where there is none: the nearest line above with tabs and without numbers,
// with nothing but rows between.
func (f *finder) head(at int) int {
	if f.rowAt == at-1 && f.rowHead >= 0 && f.rowAt > f.rowHead {
		f.rowAt = at
		return f.rowHead
	}
	f.rowAt, f.rowHead = at, -1
	raw, all := f.d.Raw(), f.d.Sentences()
	for i := at - 1; i >= 0 && i > at-80; i-- {
		if strings.IndexByte(all[i].In(raw), '\t') < 0 {
			break
		}
		numbers := false
		for j := all[i].Tokens.First; j < all[i].Tokens.End; j++ {
			numbers = numbers || f.t[j].Kind == document.Number && (j == all[i].Tokens.First || f.t[j-1].Key != "(")
		}
		if !numbers {
			f.rowHead = i
			break
		}
	}
	return f.rowHead
}

// cell returns the column of token i in the line that starts with token first.
func (f *finder) cell(first, i int) int {
	line := f.d.Raw()[f.t[first].Start:f.t[i].Start]
	if !f.runs {
		return strings.Count(line, "\t")
	}
	n := 0
	for j := 0; j < len(line); j++ {
		if line[j] == '\t' && (j == 0 || line[j-1] != '\t') {
			n++
		}
	}
	return n
}

// cellBehind reports whether the tokens [i, e) are a cell of a row behind the first, under heads
// that name no column of years.
func (f *finder) cellBehind(i, e int) bool {
	raw := f.d.Raw()
	if p := int(f.t[i].Start); p == 0 || raw[p-1] != '\t' {
		return false
	}
	if p := int(f.t[e-1].End); p < len(raw) && raw[p] != '\t' && raw[p] != '\n' {
		return false
	}
	h := f.head(f.at)
	if h < 0 {
		return false
	}
	r := f.d.Sentences()[h].Tokens
	for k := r.First; k < r.End; k++ {
		switch f.t[k].Key {
		case "वर्ष", "साल", "सन", "सत्र", "year":
			return false
		}
	}
	return true
}

// width returns the number of cells of a sentence.
func (f *finder) width(at int) int {
	return 1 + strings.Count(f.d.Sentences()[at].In(f.d.Raw()), "\t")
}

// headed gives c what the head of its column names: कुल मामले, मौत, संक्रमितों की संख्या, तापमान.
func (f *finder) headed(c *candidate, head, col int) {
	first, end := f.first, f.end
	r := f.d.Sentences()[head].Tokens
	f.first, f.end = r.First, r.End
	defer func() { f.first, f.end = first, end }()
	unit, at := "", document.Range{}
	for i := r.First; i < r.End; i++ {
		if f.t[i].Key == "(" && unit != "" && f.cell(r.First, i) == col {
			break // केस (66 विदेशी)
		}
		if f.cell(r.First, i) != col || f.t[i].Kind != document.Word || f.t[i].Class.Has(lexicon.Postposition) {
			continue
		}
		if temperatureWords[f.key(i)] || f.key(i) == "तीव्रता" {
			c.kind = Measure
			if m := c.first - 1; m >= first && f.t[m].Key == "-" && !f.t[c.first].Space && f.t[m].Space {
				c.first, c.neg = m, true
			}
			return
		}
		if u, _, ok := f.unitOf(i); ok && u.kind == "percent" && c.num.Value <= 100 {
			c.kind, c.unit, c.conf = Percent, u.name, 2
			return
		}
		if n, ok := f.nounOf(i); ok && f.key(i) != "संख्या" && (f.flags(i)&(predicate|verb) == 0 || n.class == person) {
			unit, at = n.lemma, document.Range{First: i, End: i + 1}
		} else if s, ok := state[f.key(i)]; ok && unit == "" {
			unit, at = s[0], document.Range{First: i, End: i + 1}
		}
	}
	if unit != "" {
		c.unit, c.unitRange, c.conf, c.kind = unit, at, 2, Count
	}
}
