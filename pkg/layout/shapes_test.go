package layout

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// Every shape of a publish line must give the right time to the right field of a page, and
// leave the body alone: 70 shapes, one case each or more.
func TestStampShapes(t *testing.T) {
	data, err := os.ReadFile("testdata/stamp_shapes.tsv")
	if err != nil {
		t.Fatal(err)
	}
	const (
		headline = "सड़क चौड़ी करने का काम शुरू, व्यापारियों ने जताया विरोध"
		first    = "शहर की मुख्य सड़क को चौड़ा करने का काम शुरू हो गया है। व्यापारियों ने मुआवजे की मांग को लेकर बाजार बंद रखा।"
		second   = "नगर आयुक्त ने बताया कि काम छह महीने में पूरा होगा और किसी का नुकसान नहीं होने दिया जाएगा।"
	)
	seen := map[int]bool{}
	for i, l := range strings.Split(string(data), "\n") {
		if l == "" || l[0] == '#' {
			continue
		}
		f := append(strings.Split(l, "\t"), "", "")
		n, err := strconv.Atoi(f[0])
		if err != nil || n < 1 || n > 70 {
			t.Fatalf("line %d: shape %q", i+1, f[0])
		}
		seen[n] = true
		line := strings.ReplaceAll(f[2], `\n`, "\n")
		var page []string
		switch f[1] {
		case "head":
			page = []string{headline, line, first, second}
		case "head+text":
			page = []string{headline, line + first, second}
		case "top":
			page = []string{line, headline, first, second}
		case "body":
			page = []string{headline, line + first, second}
		case "end":
			page = []string{headline, first, second, line}
		case "list":
			page = []string{headline, first, second, "संबंधित खबरें", "नदी पर पुल का काम अधूरा, ग्रामीण परेशान", line, "मंडी में आग से लाखों का नुकसान"}
		default:
			t.Fatalf("line %d: where is %q", i+1, f[1])
		}
		p := Analyse(strings.Join(page, "\n"), Options{})
		if p.Published.Value != f[3] || p.Updated.Value != f[4] {
			t.Errorf("shape %d, %q: published %q updated %q, want %q %q", n, f[2], p.Published.Value, p.Updated.Value, f[3], f[4])
		}
		if n == 35 || n == 36 {
			if p.Relative == nil {
				t.Errorf("shape %d, %q: no relative time", n, f[2])
			}
		}
		if p.Headline.Value != headline {
			t.Errorf("shape %d: headline %q", n, p.Headline.Value)
		}
		text := ""
		for _, b := range p.Blocks {
			text += b.In(p.Document.Raw()) + "\n"
		}
		if !strings.Contains(text, first) || !strings.Contains(text, second) {
			t.Errorf("shape %d: text lost: %q", n, text)
		}
		if f[1] != "body" && strings.Contains(text, strings.TrimSpace(strings.Split(line, "\n")[0])) {
			t.Errorf("shape %d: %q left in the text", n, line)
		}
	}
	for n := 1; n <= 70; n++ {
		if !seen[n] {
			t.Errorf("no case for shape %d", n)
		}
	}
}
