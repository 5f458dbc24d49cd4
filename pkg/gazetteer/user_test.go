package gazetteer

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

func lines(t testing.TB, data string) []Line {
	t.Helper()
	rows, err := parse("own.tsv", data)
	if err != nil {
		t.Fatal(err)
	}
	var out []Line
	for _, r := range rows {
		out = append(out, Line{r.file, r.line, r.fields})
	}
	return out
}

func own(t testing.TB, data string) *Table {
	t.Helper()
	out, err := Default().With(lines(t, data))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// describe says what the first place of the name is.
func describe(t *Table, name string) string {
	es := t.Lookup(name)
	if len(es) == 0 {
		return "none"
	}
	e := es[0]
	return strings.Join([]string{e.NameEn(), e.Kind().String(), e.District().NameEn(), e.State().NameEn()}, ", ")
}

func TestOwnPlaces(t *testing.T) {
	g := own(t, `village	झिलमिलपुर		Jhilmilpur	हरियाणा	झिलमिलगढ़
village	टोटोपुर		Totopur		Jhilmilgarh
village	बबलूपुर		Bablupur	Haryana	सिरसा
town	झिलमिलगढ़		Jhilmilgarh	Haryana	Jhilmilgarh
district	झिलमिलगढ़		Jhilmilgarh	Haryana
district	सोलन		Solan	Himachal Pradesh		own:1	31	77	600000
village	मंडी		Mandi	Bihar
village	औरंगाबाद		Aurangabad	Bihar
city	अहमदनगर	अमदनगर	Ahmednagar	Maharashtra	Ahmednagar
city	टिंबकटू		Timbuktu	ML
`)
	for _, c := range []struct{ name, want string }{
		{"झिलमिलपुर", "Jhilmilpur, village, Jhilmilgarh, Haryana"},
		{"टोटोपुर", "Totopur, village, Jhilmilgarh, Haryana"},
		{"बबलूपुर", "Bablupur, village, Sirsa, Haryana"},
		{"झिलमिलगढ़", "Jhilmilgarh, town, Jhilmilgarh, Haryana"},
		{"सोलन", "Solan, district, Solan, Himachal Pradesh"},
		{"कसौली", "Kasauli, town, Solan, Himachal Pradesh"},
		{"अमदनगर", "Ahmednagar, city, Ahilyanagar, Maharashtra"},
		{"टिंबकटू", "Timbuktu, city, , "},
		{"हिसार", describe(Default(), "हिसार")},
	} {
		if got := describe(g, c.name); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	// the places of a shipped district that the file has too lie in the file's
	if solan, kasauli := g.Lookup("सोलन")[0], g.Lookup("कसौली")[0]; kasauli.District() != solan || solan.Population() != 600000 {
		t.Error("कसौली does not lie in the file's सोलन")
	}
	if got := g.Find("मंडी").Clash(); got&Noun == 0 {
		t.Errorf("an own village makes every मंडी a place: clash %b", got)
	}
	if got := g.Find("औरंगाबाद").Clash(); got&Many != 0 || g.Find("औरंगाबाद").Len() != 1 {
		t.Errorf("the file's औरंगाबाद is one of several: clash %b", got)
	}
}

// TestShippedFilesAreOwn: copies of the shipped tables with the columns of the help are
// taken as they are, and change next to nothing.
func TestShippedFilesAreOwn(t *testing.T) {
	for _, file := range []string{"india.tsv", "localities.tsv"} {
		data, err := os.ReadFile("data/" + file)
		if err != nil {
			t.Fatal(err)
		}
		g, err := Default().With(lines(t, string(data)))
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		names, other := 0, 0
		Default().Each(func(key string, n Name) bool {
			e := n.Entry(0)
			if e.Country() != "IN" || e.Trust() == Weak {
				return true
			}
			names++
			if got := g.Lookup(key)[0]; got.State().NameEn() != e.State().NameEn() {
				other++
			}
			return true
		})
		if other > names/100 {
			t.Errorf("%s: %d of %d names lie in another state", file, other, names)
		}
		for _, name := range []string{"गया", "मंडी", "सागर"} {
			if got, want := g.Find(name).Clash(), Default().Find(name).Clash(); got != want {
				t.Errorf("%s: clash of %s is %b, want %b", file, name, got, want)
			}
		}
	}
}

func TestAway(t *testing.T) {
	g := own(t, "-\tमंडी\n-\tदिगोद\n-\tजम्मू कश्मीर\n-\tयूपी\n-\tबिलासपुर\ntown\tबिलासपुर\t\tBilaspur\tHimachal Pradesh\tBilaspur\n")
	for _, c := range []struct{ name, want string }{
		{"मंडी", "none"},
		{"दिगोद", "none"},
		{"यूपी", "none"},
		{"जम्मू-कश्मीर", "none"},
		{"जम्मू", describe(Default(), "जम्मू")},
		{"मंडी गोबिंदगढ़", describe(Default(), "मंडी गोबिंदगढ़")},
		{"उत्तर प्रदेश", describe(Default(), "उत्तर प्रदेश")},
		{"Mandi", describe(Default(), "Mandi")},
		{"बिलासपुर", "Bilaspur, town, Bilaspur, Himachal Pradesh"},
	} {
		if got := describe(g, c.name); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	if Default().Similar("दीगोद").Valid() == g.Similar("दीगोद").Valid() {
		t.Error("दिगोद is found as another spelling still, or was not before")
	}
	if g.Find("बिलासपुर").Len() != 1 {
		t.Error("the बिलासपुर of other states are there still")
	}
	g.Each(func(key string, n Name) bool {
		if n.Len() == 0 || key == "यूपी" {
			t.Errorf("%q is among the names", key)
		}
		return true
	})
	for _, fuzzy := range []bool{false, true} {
		for _, h := range NewSearcher(g).Find("मंडी", Query{Fuzzy: fuzzy}) {
			if h.Key == "मंडी" {
				t.Errorf("found with fuzzy %v", fuzzy)
			}
		}
	}
	if describe(Default(), "मंडी") == "none" {
		t.Error("the shipped table has lost मंडी")
	}
}

func TestOwnPlacesProblems(t *testing.T) {
	_, err := Default().With(lines(t, "village\tक\t\t\tझिलमिल राज्य\nhut\tक\n-\tझिंगालालापुर\nvillage\tख\t\t\tBihar\tSolan\nvillage\tग\t\t\t\t\t\t99\t200\n"))
	want := `own.tsv:1: state "झिलमिल राज्य" is not in the gazetteer
own.tsv:2: unknown kind "hut"
own.tsv:3: no place is called "झिंगालालापुर"
own.tsv:4: district "Solan" is not in the gazetteer
own.tsv:5: bad coordinates "99" "200"`
	if err == nil || err.Error() != want {
		t.Errorf("got:\n%v\nwant:\n%s", err, want)
	}
}

func FuzzOwnPlaces(f *testing.F) {
	f.Add("village\tनया गांव\tनयागांव\tNaya Gaon\tHaryana\tSirsa\n-\tमंडी\n")
	f.Add("state\tबिहार\t\tBihar\ndistrict\tगया\t\tGaya\tBihar\t\tlgd:1\ntown\tगया\t\t\tBihar\tGaya\n")
	f.Add("country\tक\t\t\t\t\tiso:XX\n-\tबिहार\n-\tBihar\n")
	f.Fuzz(func(t *testing.T, data string) {
		rows, err := parse("f", data)
		if err != nil {
			return
		}
		var ls []Line
		for _, r := range rows {
			ls = append(ls, Line{r.file, r.line, r.fields})
		}
		g, err := Default().With(ls)
		if err != nil {
			return
		}
		for _, l := range ls {
			r := ownRow(l)
			if n := len(Words(r.col(1))); r.col(0) != Away && n > 0 && n <= 12 && utf8.ValidString(r.col(1)) && !g.Find(r.col(1)).Valid() {
				t.Errorf("%q is not found", r.col(1))
			}
			for i := range g.Lookup("पटना") {
				e := g.Lookup("पटना")[i]
				_, _, _, _ = e.State().Name(), e.District().Name(), e.Face(District).Name(), e.Head().Name()
			}
		}
	})
}
