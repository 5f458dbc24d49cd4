package moment

import (
	"unicode"
	"unicode/utf8"

	"khabar/pkg/devanagari"
)

// The pieces of a line of page furniture. They are finer than document tokens: the
// parts of a stamp are glued to each other and to the text around (पटनाWed, read9,
// JagranMon, 202511:06), so a piece ends wherever the script or the class changes, and
// Latin words are cut at their capitals.
type pieceKind uint8

const (
	pieceWord pieceKind = iota
	pieceNumber
	pieceMark
)

type piece struct {
	start, end int
	n          int // value of a number, -1 where it has more than 18 digits
	digits     int // how many digits a number has
	r          rune
	kind       pieceKind
	latin      bool
}

// pieces appends the pieces of line to dst. White space and invisible characters are
// between pieces, never in one, except joiners inside a Devanagari word.
func pieces(dst []piece, line string) []piece {
	for i := 0; i < len(line); {
		r, n := rune(line[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(line[i:])
		}
		start := i
		switch {
		case digit(r) >= 0:
			p := piece{start: start, kind: pieceNumber}
			for i < len(line) {
				r, n := utf8.DecodeRuneInString(line[i:])
				v := digit(r)
				if v < 0 {
					break
				}
				if p.digits++; p.digits <= 18 {
					p.n = p.n*10 + v
				} else {
					p.n = -1
				}
				i += n
			}
			p.end = i
			if at := gluedDate(line, p); at > 0 {
				zone := p
				zone.end, zone.digits, zone.n = at, 2, p.n/10000
				dst = append(dst, zone)
				p.start, p.digits, p.n = at, 4, p.n%10000
			}
			dst = append(dst, p)
		case devanagari.IsLetter(r):
			for i < len(line) {
				r, n := utf8.DecodeRuneInString(line[i:])
				if !devanagari.IsLetter(r) && r != devanagari.ZWJ && r != devanagari.ZWNJ {
					break
				}
				i += n
			}
			dst = append(dst, piece{start: start, end: i, kind: pieceWord})
		case r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z':
			for i < len(line) && letter(line[i]) {
				if i > start && upper(line[i]) && (!upper(line[i-1]) || i+1 < len(line) && letter(line[i+1]) && !upper(line[i+1])) {
					break // Jagran|Mon, PM|By
				}
				i++
			}
			dst = append(dst, piece{start: start, end: i, kind: pieceWord, latin: true})
		case unicode.IsSpace(r) || devanagari.IsInvisible(r) || r < ' ':
			i += n
		case unicode.IsLetter(r):
			for i < len(line) {
				r, n := utf8.DecodeRuneInString(line[i:])
				if r < utf8.RuneSelf || devanagari.IsLetter(r) || !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) {
					break
				}
				i += n
			}
			dst = append(dst, piece{start: start, end: i, kind: pieceWord})
		default:
			i += n
			dst = append(dst, piece{start: start, end: i, kind: pieceMark, r: r})
		}
	}
	return dst
}

// gluedDate returns where the year starts in a number that holds the minutes of a zone and
// the year of the next date, 0 where it is none: …+5:30|2024-11-23T20:05:22+5:30.
func gluedDate(line string, p piece) int {
	if p.digits != 6 || p.end-p.start != 6 || p.start == 0 || line[p.start-1] != ':' || p.n/10000 >= 60 || len(line) < p.end+6 {
		return 0
	}
	for i, c := range []byte(line[p.end : p.end+6]) {
		if i%3 == 0 && c != '-' || i%3 != 0 && (c < '0' || c > '9') {
			return 0
		}
	}
	return p.start + 2
}

// digit returns the value of an ASCII or Devanagari digit, else -1.
func digit(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '०' && r <= '९':
		return int(r - '०')
	}
	return -1
}

func letter(c byte) bool { return upper(c) || c >= 'a' && c <= 'z' }
func upper(c byte) bool  { return c >= 'A' && c <= 'Z' }
