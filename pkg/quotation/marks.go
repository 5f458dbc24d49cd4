package quotation

import (
	"khabar/pkg/document"
)

// mark is the class of a quotation mark.
type mark uint8

const (
	noMark mark = iota
	single      // ' ‘ ’
	double      // " “ ” « » and two singles written together
)

// quoted is a stretch between quote marks.
type quoted struct {
	open   int            // first token of the opening mark
	inner  document.Range // what stands between the marks
	end    int            // token behind the closing mark
	class  mark
	closed bool
	used   bool // reported already
}

// markAt returns the class of the mark at token i and its width in tokens.
func markAt(d *document.Document, i, end int) (mark, int) {
	if i < 0 || i >= end {
		return noMark, 0
	}
	t := &d.Tokens()[i]
	if t.Kind != document.Punct {
		return noMark, 0
	}
	switch t.Key {
	case "\"", "“", "”", "„", "‟", "«", "»", "″":
		// ““ written twice by a bad converter is one mark
		if i+1 < end {
			if n := &d.Tokens()[i+1]; n.Kind == document.Punct && !n.Space && (n.Key == "“" || n.Key == "”") && t.Key != "\"" {
				return double, 2
			}
		}
		return double, 1
	case "'", "‘", "’", "‚", "‛", "`", "´":
		if i+1 < end {
			n := &d.Tokens()[i+1]
			if n.Kind == document.Punct && !n.Space {
				switch n.Key {
				case "'", "‘", "’", "`", "´":
					return double, 2
				}
			}
		}
		return single, 1
	}
	return noMark, 0
}

// pairMarks returns the quoted stretches of the block with tokens r, in order of
// their opening. Marks pair by class, whatever their shape: “ … " is a pair. A double
// mark that is never closed runs to the end of the block, a single one is kept to its
// sentence's end and counts only behind a cue.
func pairMarks(d *document.Document, r document.Range, dst []quoted) []quoted {
	any := false
	for i := r.First; i < r.End; i++ {
		if t := &d.Tokens()[i]; t.Kind == document.Punct {
			if m, _ := markAt(d, i, r.End); m != noMark {
				any = true
				break
			}
		}
	}
	if !any {
		return dst
	}
	first := len(dst)
	dst = pairClass(d, r, double, dst)
	dst = pairClass(d, r, single, dst)
	// order by opening: the two runs are sorted already
	out := dst[first:]
	for i := 1; i < len(out); i++ {
		for j := i; j > 0 && out[j].open < out[j-1].open; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return dst
}

func pairClass(d *document.Document, r document.Range, class mark, dst []quoted) []quoted {
	toks := d.Tokens()
	open, width, depth := -1, 0, 0
	for i := r.First; i < r.End; i++ {
		m, w := markAt(d, i, r.End)
		if m == noMark {
			continue
		}
		if m != class {
			i += w - 1
			continue
		}
		leftGlued := i > r.First && !toks[i].Space && toks[i-1].Kind != document.Punct
		rightGlued := i+w < r.End && !toks[i+w].Space
		if class == single && leftGlued && rightGlued && toks[i+w].Kind != document.Punct {
			continue // an apostrophe
		}
		if open < 0 && leftGlued && toks[i-1].Kind == document.Number {
			i += w - 1
			continue // feet and inches
		}
		opening := !leftGlued && (i == r.First || toks[i].Space || toks[i-1].Kind == document.Punct && !stops[toks[i-1].Key] || toks[i].Key == "“" || toks[i].Key == "‘")
		switch {
		case open < 0 && (opening || rightGlued && leftGlued && class == double):
			if i+w < r.End {
				open, width = i, w
			}
		case open >= 0 && (toks[i].Key == "“" || toks[i].Key == "‘") && toks[i].Space && rightGlued && nested(d, i+w, r.End, class):
			depth++
		case open >= 0 && depth > 0:
			depth--
		case open >= 0 && toks[i].Space && rightGlued && i > open+width && plainNested(d, i+w, r.End, class):
			depth++
		case open >= 0 && toks[i].Space && rightGlued && toks[i+w].Kind != document.Punct && !stops[toks[i-1].Key] && i > open+width:
			// it opens again: the first was never closed
			dst = append(dst, unclosed(d, r, open, width, class, i))
			open, width = i, w
		case open >= 0 && i > open+width-1:
			if i > open+width {
				dst = append(dst, quoted{open, document.Range{First: open + width, End: i}, i + w, class, true, false})
			}
			open = -1
		}
		i += w - 1
	}
	if open >= 0 {
		dst = append(dst, unclosed(d, r, open, width, class, r.End))
	}
	return dst
}

func unclosed(d *document.Document, r document.Range, open, width int, class mark, limit int) quoted {
	end := limit
	if class == single || limit < r.End {
		end = min(end, d.SentenceOf(open).Tokens.End)
	}
	if end < open+width {
		end = open + width
	}
	return quoted{open, document.Range{First: open + width, End: end}, end, class, false, false}
}

// plainNested is nested for marks of one shape, '… 'X' …': a mark opens where a blank stands
// before it and none behind; more close behind token i than open.
func plainNested(d *document.Document, i, end int, class mark) bool {
	toks := d.Tokens()
	open := 2
	for ; i < end; i++ {
		m, w := markAt(d, i, end)
		if m != class {
			if m != noMark {
				i += w - 1
			}
			continue
		}
		right := i+w < end && !toks[i+w].Space && toks[i+w].Kind != document.Punct
		switch {
		case toks[i].Space && right:
			open++
		case !toks[i].Space && !right:
			if open--; open == 0 {
				return true
			}
		}
		i += w - 1
	}
	return false
}

// nested reports whether the opening mark before token i is a quote within a quote of
// the same class: two closing marks follow before the next opening one.
func nested(d *document.Document, i, end int, class mark) bool {
	closers := 0
	for ; i < end && closers < 2; i++ {
		m, w := markAt(d, i, end)
		if m != class {
			if m != noMark {
				i += w - 1
			}
			continue
		}
		switch d.Key(i) {
		case "“", "‘":
			return false
		}
		closers++
		i += w - 1
	}
	return closers == 2
}
