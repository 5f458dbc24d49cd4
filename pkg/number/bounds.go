package number

import (
	"math"
	"strconv"
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/numeral"
)

// Bounds is the interval that a phrase of comparison names.
type Bounds struct {
	Range    document.Range
	Lo, Hi   float64 // infinite where open
	LoIn     bool    // the end belongs to the interval
	HiIn     bool
	compares bool // names a limit, so that a second one may join it
	runs     bool // a range from one number to the other
}

// String writes the interval in the usual way: (20,35], [500,), (,100].
func (b Bounds) String() string {
	var s strings.Builder
	end := func(v float64) {
		if !math.IsInf(v, 0) {
			s.WriteString(strconv.FormatFloat(v, 'g', 15, 64))
		}
	}
	s.WriteByte("(["[b2i(b.LoIn)])
	end(b.Lo)
	s.WriteByte(',')
	end(b.Hi)
	s.WriteByte(")]"[b2i(b.HiIn)])
	return s.String()
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// boundsAt returns the interval whose phrase starts at token i, the longest one:
//
//	20 से 100, 1000-5000, 20 और 30 के बीच            [20,100]
//	20 से अधिक, 20 के पार, 20 से बड़ी                 (20,)
//	20 से कम, 20 के नीचे, 20 से छोटी                  (,20)
//	कम से कम 20, 20 या ज्यादा, 20 से कम नहीं            [20,)
//	ज्यादा से ज्यादा 20, 20 या उससे कम, 20 तक           (,20]
//	20 के बराबर                                    [20,20]
//	20 से बड़ी और 35 से कम या उसके बराबर              (20,35]
func boundsAt(d *document.Document, i int) (Bounds, bool) {
	f := finder{d: d, t: d.Tokens(), tab: table()}
	if i < 0 || i >= len(f.t) {
		return Bounds{}, false
	}
	s := d.SentenceOf(i)
	f.first, f.end = s.Tokens.First, s.Tokens.End
	a, ok := f.bound(i)
	if !ok {
		return a, false
	}
	if !a.compares {
		return a, true
	}
	// a second limit on the other side joins the first: … और … से कम
	j := a.Range.End
	for f.key(j) == "है" || f.key(j) == "," || f.key(j) == "और" || f.key(j) == "पर" || f.key(j) == "लेकिन" || f.key(j) == "बडी" {
		j++
	}
	if j == a.Range.End {
		return a, true
	}
	if b, ok := f.bound(j); ok && b.compares {
		switch {
		case math.IsInf(a.Hi, 1) && math.IsInf(b.Lo, -1) && a.Lo <= b.Hi:
			a.Hi, a.HiIn, a.Range.End = b.Hi, b.HiIn, b.Range.End
		case math.IsInf(a.Lo, -1) && math.IsInf(b.Hi, 1) && b.Lo <= a.Hi:
			a.Lo, a.LoIn, a.Range.End = b.Lo, b.LoIn, b.Range.End
		}
	}
	return a, true
}

// bound reads one limit or range at i.
func (f *finder) bound(i int) (Bounds, bool) {
	inf := math.Inf(1)
	b := Bounds{Lo: -inf, Hi: inf, compares: true}
	set := func(op string, v float64, end int) (Bounds, bool) {
		switch op {
		case "<":
			b.Hi = v
		case "<=":
			b.Hi, b.HiIn = v, true
		case ">":
			b.Lo = v
		case ">=":
			b.Lo, b.LoIn = v, true
		case "=":
			b.Lo, b.Hi, b.LoIn, b.HiIn, b.compares = v, v, true, true, false
		}
		b.Range = document.Range{First: i, End: end}
		return b, true
	}
	// >= 30, < -30
	if k := f.key(i); k == "<" || k == ">" {
		if p := f.key(i - 1); i > f.first && !f.t[i].Space && (p == "<" || p == "=") {
			return b, false
		}
		op, j := k, i+1
		if f.key(j) == "=" {
			op += "="
			j++
		}
		if v, end, ok := f.quantity(j); ok {
			return set(op, v, end)
		}
		return b, false
	}
	start, pre := i, ""
	switch {
	case f.key(i) == "कम" && f.key(i+1) == "से" && f.key(i+2) == "कम":
		pre, start = ">=", i+3
	case (f.key(i) == "ज्यादा" || f.key(i) == "अधिक") && f.key(i+1) == "से" && f.key(i+2) == f.key(i):
		pre, start = "<=", i+3
	}
	v, end, ok := f.quantity(start)
	if !ok {
		return b, false
	}
	if pre != "" {
		if f.key(end) == "या" && f.equal(end+1) > 0 {
			end = f.equal(end + 1)
		}
		return set(pre, v, end)
	}
	// A और B के बीच
	if f.key(end) == "और" || f.key(end) == "से" {
		if w, e, ok := f.quantity(end + 1); ok && f.key(e) == "के" && f.key(e+1) == "बीच" && w > v {
			b.Lo, b.Hi, b.LoIn, b.HiIn, b.compares, b.runs = v, w, true, true, false, true
			b.Range = document.Range{First: i, End: e + 2}
			return b, true
		}
	}
	// A से [लेकर] B, A-B, A~B
	if n, ok := numeral.At(f.d, i); ok && n.HasMax && n.Form == numeral.Cardinal && !(f.t[i].Kind == document.Number && f.t[i].Key[0] == '1' && len(f.t[i].Key) == 4 && n.Max < 13) && (i == f.first || f.t[i].Space) {
		b.Lo, b.Hi, b.LoIn, b.HiIn, b.compares, b.runs, b.Range = n.Value, n.Max, true, true, false, true, n.Range
		return b, true
	}
	if f.key(end) == "~" {
		if w, e, ok := f.quantity(end + 1); ok && w > v {
			b.Lo, b.Hi, b.LoIn, b.HiIn, b.compares, b.runs = v, w, true, true, false, true
			b.Range = document.Range{First: i, End: e}
			return b, true
		}
	}
	if op, e := f.comparison(end); op != "" {
		return set(op, v, e)
	}
	// तीस साल से ज्यादा: a unit between
	if u, e, ok := f.unitOf(end); ok && u.kind == "time" {
		if op, e := f.comparison(e); op != "" {
			return set(op, v, e)
		}
	}
	return b, false
}

// quantity reads a number, signed, and as a share where it is one (5 में से 2).
func (f *finder) quantity(i int) (float64, int, bool) {
	n, ok := numeral.Expression(f.d, i)
	if !ok || i > f.first && !f.t[i].Space && (f.key(i-1) == "-" || f.key(i-1) == "/" || f.key(i-1) == "+") {
		return 0, 0, false
	}
	return n.Value, n.Range.End, true
}

// comparison reads the words behind a number and returns their operator and the token
// after them.
func (f *finder) comparison(j int) (string, int) {
	op := ""
	k := j
	switch f.key(j) {
	case "से":
		k++
		if f.key(k) == "भी" || f.key(k) == "कहीं" {
			k++
		}
		switch f.key(k) {
		case "ज्यादा", "अधिक", "बडी", "बडा", "बडे", "ऊपर":
			op = ">"
			k++
			if f.key(k) == "बडी" || f.key(k) == "बडा" {
				k++
			}
		case "कम", "छोटी", "छोटा", "छोटे", "नीचे":
			op = "<"
			k++
		}
		if op != "" && f.key(k) == "नहीं" {
			return map[string]string{">": "<=", "<": ">="}[op], k + 1
		}
	case "के":
		switch f.key(j + 1) {
		case "पार", "ऊपर":
			return ">", j + 2
		case "नीचे":
			return "<", j + 2
		case "समान", "बराबर":
			op, k = "=", j+2
			if f.key(k) == "या" && (f.key(k+1) == "उससे" || f.key(k+1) == "इससे") {
				switch f.key(k + 2) {
				case "कम":
					return "<=", k + 3
				case "अधिक", "ज्यादा":
					return ">=", k + 3
				}
			}
			return op, k
		}
	case "तक":
		return "<=", j + 1
	case "या", "और":
		k++
		if f.key(k) == "उससे" || f.key(k) == "इससे" {
			k++
		}
		switch f.key(k) {
		case "ज्यादा", "अधिक":
			return ">=", k + 1
		case "कम":
			if f.key(k+1) != "से" {
				return "<=", k + 1
			}
		}
		return "", j
	}
	if op != "" && f.key(k) == "या" {
		if e := f.equal(k + 1); e > 0 {
			return op + "=", e
		}
	}
	return op, k
}

// equal reads उसके बराबर, उसके समान, बराबर, समान and returns the token after it, 0 where
// there is none.
func (f *finder) equal(j int) int {
	if f.key(j) == "उसके" || f.key(j) == "इसके" {
		j++
	}
	if f.key(j) == "बराबर" || f.key(j) == "समान" {
		return j + 1
	}
	return 0
}
