package numeral

import (
	"math"
	"strconv"
)

// decimal is m·10^exp. Hindi scales are powers of ten, so that almost every numeral
// is exact in it where a float64 product would not be (2.56 × 100000).
type decimal struct {
	m   float64
	exp int
}

func whole(v float64) decimal { return decimal{v, 0} }

func (a decimal) times(b decimal) decimal { return decimal{a.m * b.m, a.exp + b.exp} }

func (a decimal) plus(b decimal) decimal {
	e := min(a.exp, b.exp)
	return decimal{a.m*pow10(a.exp-e) + b.m*pow10(b.exp-e), e}
}

func (a decimal) value() float64 {
	if a.exp >= 0 {
		return a.m * pow10(a.exp)
	}
	return a.m / pow10(-a.exp)
}

func pow10(e int) float64 {
	if e >= 0 && e < len(tens) {
		return tens[e]
	}
	return math.Pow(10, float64(e))
}

var tens = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22}

// digits reads the folded key of a Number token: plain digits, one decimal point,
// commas in Indian (1,25,000) or western (110,000) groups. Dates (18.05.2020), lists
// (147,148) and whatever else a digit token may be are refused.
func digits(key string) (decimal, bool) {
	point := -1
	group := 0 // digits since the last comma
	commas := 0
	var m float64
	n := 0
	for i := 0; i < len(key); i++ {
		c := key[i]
		switch {
		case c >= '0' && c <= '9':
			m = m*10 + float64(c-'0')
			group++
			n++
		case c == ',':
			if point >= 0 || commas == 0 && (group == 0 || group > 3) || commas > 0 && group != 2 && group != 3 {
				return decimal{}, false
			}
			commas++
			group = 0
		case c == '.':
			if point >= 0 || commas > 0 && group != 3 {
				return decimal{}, false
			}
			point = i
			group = 0
		default:
			return decimal{}, false
		}
	}
	if n == 0 || point < 0 && commas > 0 && group != 3 {
		return decimal{}, false
	}
	exp := 0
	if point >= 0 {
		exp = -group
	}
	if n > 15 { // past exact integers: let strconv round
		s := make([]byte, 0, len(key))
		for i := 0; i < len(key); i++ {
			if key[i] != ',' {
				s = append(s, key[i])
			}
		}
		v, err := strconv.ParseFloat(string(s), 64)
		return decimal{v, 0}, err == nil
	}
	for exp < 0 && math.Mod(m, 10) == 0 { // 799.60
		m /= 10
		exp++
	}
	return decimal{m, exp}, true
}
