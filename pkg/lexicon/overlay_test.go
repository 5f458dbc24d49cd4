package lexicon

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"khabar/pkg/devanagari"
)

// TestShippedFilesAreOverlays: a copy of a shipped file works as a user's file.
func TestShippedFilesAreOverlays(t *testing.T) {
	shipped := dataNames()
	for _, name := range TableNames() {
		if name == Places || name == People {
			continue
		}
		if !slices.Contains(shipped, name) {
			t.Errorf("no file data/%s.tsv", name)
			continue
		}
		data, err := files.ReadFile("data/" + name + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		o, err := ReadOverlay(name+".tsv", string(data))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got, want := len(o.Rows(name)), len(Rows(name)); got != want {
			t.Errorf("%s: %d rows, want %d", name, got, want)
		}
		lx, err := Default().With(o)
		if err != nil {
			t.Error(err)
			continue
		}
		for key, class := range Default().classes.Each {
			if got := lx.Classes(key); got != class {
				t.Errorf("%s given again: class of %s is %b, want %b", name, key, got, class)
			}
		}
	}
}

func TestOverlayProblems(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"no header", "झिलमिल टोटो\nबबलू टोटो\n", `f:1: no line "# table: NAME" above`},
		{"unknown table", "# table: persons\nझिलमिल टोटो\n", `f:1: unknown table "persons": want one of places, people,`},
		{"columns of another table", "# table: roles\n# columns: name\tkind\n", "f:2: these are not the columns of the table roles: want head of a role, class, official, flags (parted by tabs; the first 2 must be there)"},
		{"columns of two tables", "# columns: name\nझिलमिल टोटो\n", "f:1: the columns do not tell the table"},
		{"too few columns", "# table: organizations\nझिलमिल मंच\t\tJhilmil Manch\n", "f:2: 3 columns, the table organizations has 4 to 5"},
		{"blanks for tabs", "# table: surnames\nझिलमिल टोटो टोटो\n\n# table: roles\nशाखापाल business no\n", "f:2: surname \"झिलमिल टोटो टोटो\": want one word\nf:5: 1 columns, the table roles has 2 to 4; columns are parted by tabs, not by blanks"},
		{"too many columns", "# table: sections\nगपशप\tx\n", "f:2: 2 columns, the table sections has 1"},
		{"unknown kind", "# table: organizations\nझिलमिल मंच\t\t\tclub\n", `f:2: kind "club": want party, government,`},
		{"unknown class", "# table: roles\nशाखापाल\tbank\tno\n", `f:2: class "bank": want administration,`},
		{"unknown official", "# table: roles\nशाखापाल\tbusiness\tmaybe\n", `f:2: official "maybe": want yes, no, body or gov`},
		{"no official", "# table: roles\nशाखापाल\tbusiness\n", "f:2: no official: want yes, no, body or gov"},
		{"unknown flag", "# table: roles\nशाखापाल\tbusiness\tno\tx\n", `f:2: flags "x": want letters of jwkf`},
		{"unknown label", "# table: markers\nयह भी सुनें\tstart\tradio\n", `f:2: label "radio": want ad, app,`},
		{"no name", "# table: people\n\tपप्पू\n", "f:2: no name"},
		{"no letters", "# table: organizations\n*\t\t\tngo\n", `f:2: name "*": no letters in it`},
		{"empty among names", "# table: people\nझिलमिल टोटो\tटोटोजी||झिलु\n", "f:2: other names \"टोटोजी||झिलु\": an empty name between '|'"},
		{"one common name", "# table: people\nशर्मा\n", `f:2: name "शर्मा": one word, which is no one's name in particular: give a full name`},
		{"role without office", "# table: people\nझिलमिल टोटो\t\t\tझंडाबरदारी\n", `f:2: role "झंडाबरदारी" ends in no office of the table roles`},
		{"not UTF-8", "# table: surnames\nटोटो\n\xff\xfe\nझिलो\n", "f:3: not UTF-8"},
		{"the same line", "# table: people\nझिलमिल टोटो\nबबलू टोटो\nझिलमिल  टोटो\tझिलु बाबू\n", "f:4: the same as line 2"},
		{"every bad line", "# table: surnames\nक ख\nटोटो\nग घ\n", "f:2: surname \"क ख\": want one word\nf:4: surname \"ग घ\": want one word"},
		{"away with nothing", "# table: sections\n-\n", "f:2: 1 columns: a line that takes a name away has 2, - and the name"},
		{"away with a whole line", "# table: surnames\n-\tवर्मा\t12\n", "f:2: 3 columns: a line that takes a name away has 2"},
		{"away with no name", "# table: surnames\n-\t:*\n", "f:2: no name to take away"},
		{"away with what is not there", "# table: surnames\n-\tझिंगालालो\n", `f:2: the table surnames has no "झिंगालालो" to take away`},
		{"away with a person", "# table: people\n-\tझिलमिल टोटो\n", "f:2: khabar ships no people"},
		{"away twice", "# table: surnames\n-\tवर्मा\n-\tवर्मा \n", "f:3: the same as line 2"},
		{"very many", "# table: surnames\n" + strings.Repeat("क ख\n", 100), "f: and 80 more bad lines"},
	} {
		o, err := ReadOverlay("f", c.data)
		if err == nil {
			_, err = Default().With(o)
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v\nwant %s", c.name, err, c.want)
		}
	}
}

func TestOverlayTwoFiles(t *testing.T) {
	a, err := ReadOverlay("a.tsv", "\ufeff# table: people\r\nझिलमिल टोटो\r\n")
	if err != nil {
		t.Fatal(err)
	}
	b, err := ReadOverlay("b.tsv", "# table: people\nबबलू टोटो\n\nझिलमिल टोटो\n")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Default().With(a, b); err == nil || err.Error() != "b.tsv:4: the same as a.tsv:2" {
		t.Errorf("two files with one name: %v", err)
	}
	if lx, err := Default().With(); err != nil || lx != Default() {
		t.Errorf("With of nothing: %v, %v", lx, err)
	}
}

// TestWithLeavesTheShippedAlone: overlays add, and lexicons with different ones do not
// know of each other.
func TestWithLeavesTheShippedAlone(t *testing.T) {
	count := Derive(func(lx *Lexicon) int { return len(lx.Rows("surnames")) })
	shipped := count(Default())
	var wg sync.WaitGroup
	for _, name := range []string{"झिंगालालो", "टिंबकटूवाल"} {
		wg.Go(func() {
			o, err := ReadOverlay("own.tsv", "# table: surnames\n"+name+"\n"+name+"िया\n")
			if err != nil {
				t.Error(err)
				return
			}
			lx, err := Default().With(o)
			if err != nil {
				t.Error(err)
				return
			}
			for range 10 {
				if got := count(lx); got != shipped+2 {
					t.Errorf("%d surnames, want %d", got, shipped+2)
				}
				if key := devanagari.Fold(name); !lx.Classes(key).Has(Surname) || Default().Classes(key).Has(Surname) {
					t.Errorf("%s: with the file %b, without %b", name, lx.Classes(key), Default().Classes(key))
				}
			}
		})
	}
	wg.Wait()
	if got := count(Default()); got != shipped {
		t.Errorf("%d surnames in the shipped lexicon, were %d", got, shipped)
	}
}

// TestAway: a line of - and a name takes a line of the shipped table away, or the name out
// of a cell of several, whatever the file adds.
func TestAway(t *testing.T) {
	o, err := ReadOverlay("f", `# table: surnames
-	वर्मा
झिंगालालो
# table: organizations
-	समाजवादी पार्टी
-	बीजेपी
-	आप
# table: roles
-	सीएम
-	राज्यपाल
# table: markers
-	ये भी पढ़ें
`)
	if err != nil {
		t.Fatal(err)
	}
	lx, err := Default().With(o)
	if err != nil {
		t.Fatal(err)
	}
	if verma := devanagari.Fold("वर्मा"); lx.Classes(verma).Has(Surname) || !Default().Classes(verma).Has(Surname) || !lx.Classes(devanagari.Fold("झिंगालालो")).Has(Surname) {
		t.Error("वर्मा is a surname still, or its neighbours are none")
	}
	cells := func(lx *Lexicon, table string, columns ...int) map[string]bool {
		m := make(map[string]bool)
		for _, r := range lx.Rows(table) {
			for _, i := range columns {
				for _, s := range r.List(i) {
					m[s] = true
				}
			}
		}
		return m
	}
	for _, c := range []struct {
		table      string
		columns    []int
		gone, left string
	}{
		{"organizations", []int{0, 1}, "समाजवादी पार्टी|सपा|बीजेपी|*आप", "भारतीय जनता पार्टी|भाजपा|आम आदमी पार्टी|आप पार्टी"},
		{"roles", []int{0}, "सीएम|राज्यपाल", "मुख्यमंत्री|मुख्य मंत्री|उपराष्ट्रपति"},
		{"markers", []int{0}, "ये भी पढ़ें:|ये भी पढ़ें", "यह भी पढ़ें:"},
	} {
		before, after := cells(Default(), c.table, c.columns...), cells(lx, c.table, c.columns...)
		for _, s := range strings.Split(c.gone, "|") {
			if after[s] || !before[s] && c.table != "markers" {
				t.Errorf("%s: %q is there: before %v, after %v", c.table, s, before[s], after[s])
			}
		}
		for _, s := range strings.Split(c.left, "|") {
			if !after[s] {
				t.Errorf("%s: %q is gone", c.table, s)
			}
		}
	}
	// what is added comes back
	again, err := ReadOverlay("g", "# table: surnames\n-\tवर्मा\nवर्मा\n")
	if err != nil {
		t.Fatal(err)
	}
	if lx, err = Default().With(again); err != nil || !lx.Classes(devanagari.Fold("वर्मा")).Has(Surname) {
		t.Errorf("वर्मा taken away and given: %v", err)
	}
}

func FuzzReadOverlay(f *testing.F) {
	f.Add("# table: people\nझिलमिल टोटो\tझिलु बाबू\t\tविधायक\n")
	f.Add("# columns: surname\tcount\nटोटो\t3\n")
	f.Add("# table: roles\nक|ख\tcourt\tyes\tj\n# table: places\nvillage\tग\n")
	f.Fuzz(func(t *testing.T, data string) {
		o, err := ReadOverlay("f", data)
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without words")
			}
			return
		}
		for _, name := range TableNames() {
			for _, r := range o.Rows(name) {
				if r.Line < 1 || r.Field(0) == "" && r.Field(1) == "" {
					t.Errorf("%s: row %+v", name, r)
				}
			}
		}
		if lx, err := Default().With(o); err == nil && lx == nil {
			t.Error("no lexicon")
		}
	})
}
