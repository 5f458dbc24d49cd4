package lexicon

import (
	"sort"
	"strings"
	"testing"
)

// TestDataFilesSayWhereTheyComeFrom: a list without a source and a licence does not
// enter. Rows have no stray white space around their cells and no two lines are the same.
func TestDataFilesSayWhereTheyComeFrom(t *testing.T) {
	for _, name := range dataNames() {
		data, err := files.ReadFile("data/" + name + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range []string{"# source:", "# licence:", "# columns:", "# maintained-by:"} {
			if !strings.Contains(string(data), key) {
				t.Errorf("%s.tsv: no line %q", name, key)
			}
		}
		seen := make(map[string]int)
		for _, r := range Rows(name) {
			line := strings.Join(r.Fields, "\t")
			if first, ok := seen[line]; ok {
				t.Errorf("%s.tsv:%d: the same as line %d: %s", name, r.Line, first, line)
			}
			seen[line] = r.Line
		}
	}
}

// dataNames returns the names of the embedded data files, without folder and suffix.
func dataNames() []string {
	entries, err := files.ReadDir("data")
	if err != nil {
		panic(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, strings.TrimSuffix(e.Name(), ".tsv"))
	}
	sort.Strings(out)
	return out
}
