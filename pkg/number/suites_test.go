package number

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
)

var update = flag.Bool("update", false, "rewrite the golden SCORES and the list of misses")

const suites = "../../testdata/recognizers"

// suiteCase is one case of Recognizers-Text.
type suiteCase struct {
	Input        string
	NotSupported string
	Results      []struct {
		Text       string
		Resolution map[string]any
	}
}

// found is a value as a suite compares it.
type found struct{ text, value string }

// TestRecognizers computes the share of Recognizers-Text cases that are read right and
// compares it, and every miss with its reason, with testdata/recognizers/SCORES and
// misses.tsv.
func TestRecognizers(t *testing.T) {
	reasons := readReasons(t)
	var scores, misses strings.Builder
	for _, m := range []struct {
		name string
		want float64 // the share that must be reached
		read func(d *document.Document) []found
		unit bool
	}{
		{"NumberModel", 0.95, readNumbers, false},
		{"OrdinalModel", 0.95, readOrdinals, false},
		{"PercentModel", 0.95, readPercents, false},
		{"NumberRangeModel", 0.90, readBounds, false},
		{"CurrencyModel", 0.90, readKind(Money), true},
		{"DimensionModel", 0.90, readKind(Measure), true},
		{"TemperatureModel", 0.90, readKind("temperature"), true},
		{"AgeModel", 0.90, readKind(Age), true},
	} {
		right, n, unsupported := 0, 0, 0
		for _, c := range readSuite(t, m.name) {
			if c.NotSupported != "" {
				unsupported++
				continue
			}
			n++
			var want []found
			for _, r := range c.Results {
				v, _ := r.Resolution["value"].(string)
				if v == "" && m.unit {
					continue // a unit without a number
				}
				if m.unit {
					v += " " + fmt.Sprint(r.Resolution["unit"])
				}
				want = append(want, found{fold(r.Text), v})
			}
			got := m.read(segment.Plain(c.Input, lexicon.Default()))
			if agree(want, got, m.unit) {
				right++
				continue
			}
			reason := reasons[m.name+"\t"+strings.TrimSpace(c.Input)]
			if reason == "" {
				t.Errorf("%s: %q\n got  %v\n want %v\n no reason listed", m.name, c.Input, got, want)
			}
			fmt.Fprintf(&misses, "%s\t%s\t%s\n", m.name, strings.TrimSpace(c.Input), reason)
		}
		share := float64(right) / float64(n)
		fmt.Fprintf(&scores, "%-18s %3d of %3d right  %5.1f %%   (%d more not supported by their own code)\n", m.name, right, n, 100*share, unsupported)
		if share < m.want {
			t.Errorf("%s: %.1f %%, want %.0f %%", m.name, 100*share, 100*m.want)
		}
	}
	golden(t, filepath.Join(suites, "SCORES"), scores.String())
	golden(t, filepath.Join(suites, "misses.tsv"), "# Cases of Recognizers-Text that khabar reads otherwise: model, input, reason.\n"+misses.String())
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, _ := os.ReadFile(path)
	if string(want) != got {
		t.Errorf("%s has changed (go test -update rewrites it):\n%s", path, got)
	}
}

func readSuite(t *testing.T, name string) []suiteCase {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(suites, name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []suiteCase
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

func readReasons(t *testing.T) map[string]string {
	f, err := os.Open(filepath.Join(suites, "misses.tsv"))
	if err != nil {
		return nil
	}
	defer f.Close()
	m := make(map[string]string)
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		p := strings.Split(sc.Text(), "\t")
		if len(p) == 3 {
			m[p[0]+"\t"+p[1]] = p[2]
		}
	}
	return m
}

func fold(s string) string { return devanagari.Fold(strings.TrimSpace(s)) }

// agree compares results. With units, the values and units must be the same in any
// order; without, the texts too.
func agree(want, got []found, unit bool) bool {
	if len(want) != len(got) {
		return false
	}
	used := make([]bool, len(got))
next:
	for _, w := range want {
		for i, g := range got {
			if !used[i] && same(w.value, g.value) && (unit || w.text == g.text) {
				used[i] = true
				continue next
			}
		}
		return false
	}
	return true
}

func same(a, b string) bool {
	x, ra, _ := strings.Cut(a, " ")
	y, rb, _ := strings.Cut(b, " ")
	if ra != rb {
		return false
	}
	fx, e1 := strconv.ParseFloat(strings.TrimSuffix(x, "%"), 64)
	fy, e2 := strconv.ParseFloat(strings.TrimSuffix(y, "%"), 64)
	if e1 != nil || e2 != nil {
		return x == y
	}
	return math.Abs(fx-fy) <= 1e-9*math.Max(math.Abs(fx), 1e-12)
}

func num(v float64) string { return strconv.FormatFloat(v, 'g', 15, 64) }

func readNumbers(d *document.Document) (out []found) {
	for _, n := range Figures(d) {
		out = append(out, found{fold(d.Text(n.Span)), num(n.Value)})
	}
	return out
}

func readOrdinals(d *document.Document) (out []found) {
	for _, p := range Places(d, nil) {
		v := num(p.Value)
		if p.From != "start" {
			v = fmt.Sprintf("%s%+d", p.From, int(p.Value))
		}
		out = append(out, found{fold(d.Text(p.Span)), v})
	}
	return out
}

func readPercents(d *document.Document) (out []found) {
	for _, n := range Find(d, nil) {
		if n.Kind == Percent {
			out = append(out, found{fold(d.Text(n.Span.Cover(n.UnitSpan))), num(*n.Value) + "%"})
		}
	}
	return out
}

func readBounds(d *document.Document) (out []found) {
	for _, b := range Limits(d) {
		b.HiIn = b.HiIn && !b.runs // they leave out the end of 20 से 30, we do not
		out = append(out, found{fold(d.Text(d.SpanOf(b.Range))), b.String()})
	}
	return out
}

// theirs maps our units to the names of Recognizers-Text.
var theirs = map[string]string{
	"USD": "Dollar", "GBP": "Pound", "सेंट": "Cent", "JPY": "Japanese yen", "CNY": "Chinese yuan", "फ्रैंक": "Franc", "पेंस": "Pence", "AUD": "Australian dollar",
	"EUR": "Euro", "FIM": "Finnish markka", "HKD": "Hong Kong dollar", "ESP": "Peseta", "NLG": "Netherlands guilder", "पेनी": "Penny", "CHF": "Swiss franc",
	"CRC": "Costa Rican colón", "GEL": "Georgian lari", "LAK": "Lao kip", "LKR": "Sri Lankan rupee", "CAD": "Canadian dollar",
	"मील": "Mile", "फीट": "Foot", "गैलन": "Gallon", "km": "Kilometer", "m": "Meter", "इंच": "Inch", "m²": "Square meter", "mm": "Millimeter",
	"ml": "Milliliter", "बैरल": "Volume unit", "औंस": "Ounce", "एकड़": "Acre", "घन फीट": "Cubic foot", "बिट": "Bit", "मील प्रति घंटा": "Mile per hour",
	"km²": "Square kilometer", "dm": "Decimeter", "MB": "Megabyte", "pm": "Picometer", "टन": "Ton",
	"°C": "C", "°F": "F", "डिग्री": "Degree", "वर्ष": "Year", "साल": "Year", "महीना": "Month", "हफ्ता": "Week", "सप्ताह": "Week", "दिन": "Day",
}

// readKind reads the quantities of a kind. What Recognizers-Text calls the age of a thing
// (दस साल पुरानी) is a span of time to us.
func readKind(kind string) func(*document.Document) []found {
	return func(d *document.Document) (out []found) {
		for _, n := range Find(d, nil) {
			ok := n.Kind == kind
			text := fold(d.Text(n.Span.Cover(n.UnitSpan)))
			unit := theirs[n.Unit]
			switch kind {
			case Measure:
				ok = ok && !timeUnit(n.Unit) && n.Unit != "डिग्री" && n.Unit != "°C" && n.Unit != "अंक" && n.Unit != "यूनिट" && n.Unit != ""
				if n.Unit == "टन" && strings.Contains(text, "मीटरिक टन") || strings.Contains(text, "मीट्रिक टन") {
					unit = "Metric ton"
				}
				if strings.Contains(text, "पाउंड") {
					ok, unit = true, "Pound"
				}
			case Money:
				if strings.Contains(text, "अमेरिकी डॉलर") || strings.Contains(text, "us") || strings.Contains(text, "यू. एस.") {
					unit = "United States dollar"
				}
			case "temperature":
				ok = n.Unit == "°C" || n.Unit == "°F" || n.Unit == "डिग्री"
			case Age:
				tail := d.RangeOf(n.UnitSpan).End
				switch d.Key(tail) {
				case "पुरानी", "पुराने", "पुराना":
					ok = n.Kind == Measure
				case "पहले":
					ok = d.Key(tail+1) == "की"
				case "का", "की", "के":
					ok = n.Kind == Age || n.Kind == Measure
				case "से":
					ok = ok || n.Kind == Measure && (d.Key(tail+2) == "पुरानी" || d.Key(tail+2) == "पुराने")
				}
			}
			if !ok || n.Value == nil {
				continue
			}
			v := *n.Value
			if n.Max != nil {
				v = *n.Max
			}
			out = append(out, found{text, num(v) + " " + unit})
		}
		return out
	}
}

func TestDuckling(t *testing.T) {
	f, err := os.Open("../../testdata/duckling/temperature.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	units := map[string]string{"Celsius": "°C", "Fahrenheit": "°F", "Degree": "डिग्री"}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		text, want, _ := strings.Cut(sc.Text(), "\t")
		if text == "input" {
			continue
		}
		unit, value, _ := strings.Cut(want, " ")
		got := Find(segment.Plain(text, lexicon.Default()), nil)
		if len(got) != 1 || got[0].Value == nil || num(*got[0].Value) != value || got[0].Unit != units[unit] {
			t.Errorf("%q: got %v, want %s", text, got, want)
		}
	}
}
