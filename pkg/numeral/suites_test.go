package numeral

import (
	"bufio"
	"encoding/json"
	"math/rand"
	"os"
	"strconv"
	"strings"
	"testing"

	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
)

// table reads a tab-separated file of two columns with a header line.
func table(t *testing.T, path string, visit func(a, b string)) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		a, b, ok := strings.Cut(sc.Text(), "\t")
		if ok && a != "input" && a != "value" {
			visit(a, b)
		}
	}
}

// whole reads text as one numeral; ok only if all of it is read.
func readWhole(text string) (Numeral, bool) {
	d := segment.Plain(text, lexicon.Default())
	n, ok := Single(d, 0)
	return n, ok && n.Range.End == d.Len()
}

func TestDuckling(t *testing.T) {
	count := 0
	for _, file := range []string{"numeral", "ordinal"} {
		table(t, "../../testdata/duckling/"+file+".tsv", func(text, value string) {
			count++
			want, _ := strconv.ParseFloat(value, 64)
			n, ok := readWhole(text)
			if !ok || n.Value != want || (n.Form == Ordinal) != (file == "ordinal" && want > 0) {
				t.Errorf("%s %q: got %v %v, want %v", file, text, ok, n, want)
			}
		})
	}
	if count < 80 {
		t.Errorf("%d cases", count)
	}
}

// rbnf is a rule set of CLDR: what a number from base on is written as.
type rbnf []struct {
	base int64
	text string
}

func readRBNF(t *testing.T) rbnf {
	t.Helper()
	b, err := os.ReadFile("../../testdata/cldr/cldr_rbnf_hi.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Rbnf struct {
			Rbnf map[string]json.RawMessage
		}
	}
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	var sets map[string]json.RawMessage
	if err := json.Unmarshal(file.Rbnf.Rbnf["SpelloutRules"], &sets); err != nil {
		t.Fatal(err)
	}
	var rules [][2]string
	if err := json.Unmarshal(sets["%spellout-cardinal"], &rules); err != nil {
		t.Fatal(err)
	}
	var out rbnf
	for _, r := range rules {
		if base, err := strconv.ParseInt(r[0], 10, 64); err == nil {
			out = append(out, struct {
				base int64
				text string
			}{base, strings.TrimSuffix(r[1], ";")})
		}
	}
	return out
}

// spell writes n by the rules: ←← the count of the rule's power of ten, →→ the rest,
// [ ] only where there is a rest.
func (r rbnf) spell(n int64) string {
	k := 0
	for k+1 < len(r) && r[k+1].base <= n {
		k++
	}
	text, base := r[k].text, r[k].base
	if !strings.Contains(text, "←←") {
		return text
	}
	power := int64(1) // the highest power of ten in the base
	for power*10 <= base {
		power *= 10
	}
	rest := n % power
	if open := strings.IndexByte(text, '['); open >= 0 {
		shut := strings.IndexByte(text, ']')
		inner := text[open+1 : shut]
		if rest == 0 {
			inner = ""
		}
		text = text[:open] + inner + text[shut+1:]
	}
	text = strings.Replace(text, "←←", r.spell(n/power), 1)
	return strings.Replace(text, "→→", r.spell(rest), 1)
}

func TestCLDR(t *testing.T) {
	rules := readRBNF(t)
	check := func(n int64, text string) {
		got, ok := readWhole(text)
		if !ok || got.Value != float64(n) {
			t.Errorf("%d %q: got %v %v", n, text, ok, got.Value)
		}
	}
	count := 0
	table(t, "../../testdata/cldr/cldr_hi_0_99.tsv", func(value, word string) {
		n, _ := strconv.ParseInt(value, 10, 64)
		if s := rules.spell(n); s != word {
			t.Errorf("the rules spell %d as %q, the table as %q", n, s, word)
		}
		check(n, word)
		count++
	})
	if count != 100 {
		t.Errorf("%d words, want 100", count)
	}
	rnd := rand.New(rand.NewSource(48))
	for i := 0; i < 10000 && !t.Failed(); i++ {
		// equally many of each length, up to 10^13
		limit := int64(10)
		for k := rnd.Intn(13); k > 0; k-- {
			limit *= 10
		}
		n := rnd.Int63n(limit + 1)
		check(n, rules.spell(n))
	}
}
