package gazetteer

import (
	"bytes"
	"os"
	"testing"
)

func TestTableIsUpToDate(t *testing.T) {
	out, err := Compile(os.DirFS("data"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out, []byte(embedded)) {
		t.Error("table.bin does not match data/*.tsv: run go generate ./pkg/gazetteer")
	}
}

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		name, en, state, district, kind string
	}{
		{"नाहन", "Nahan", "Himachal Pradesh", "Sirmaur", "town"},
		{"यूपी", "Uttar Pradesh", "Uttar Pradesh", "", "state"},
		{"उ.प्र.", "Uttar Pradesh", "Uttar Pradesh", "", "state"},
		{"हिमाचल", "Himachal Pradesh", "Himachal Pradesh", "", "state"},
		{"जम्मू-कश्मीर", "Jammu and Kashmir", "Jammu and Kashmir", "", "state"},
		{"इलाहाबाद", "Prayagraj", "Uttar Pradesh", "Prayagraj", "city"},
		{"प्रयागराज", "Prayagraj", "Uttar Pradesh", "Prayagraj", "city"},
		{"सोलन", "Solan", "Himachal Pradesh", "Solan", "city"},
		{"दिल्ली", "Delhi", "Delhi", "", "city"},
		{"नई दिल्ली", "New Delhi", "Delhi", "New Delhi", "city"},
		{"गया", "Gaya", "Bihar", "Gaya", "city"},
		{"अमेरिका", "United States", "", "", "country"},
		{"बीजिंग", "Beijing", "", "", "city"},
		{"बुंदेलखंड", "Bundelkhand", "", "", "region"},
		{"Pilibhit", "Pilibhit", "Uttar Pradesh", "Pilibhit", "city"},
		{"Ahmedabad", "Ahmadabad", "Gujarat", "Ahmadabad", "city"},
		{"Bangalore", "Bengaluru", "Karnataka", "Bengaluru Urban", "city"},
		{"Orissa", "Odisha", "Odisha", "", "state"},
		{"गुड़गांव", "Gurugram", "Haryana", "Gurugram", "city"},
		{"होशंगाबाद", "Narmadapuram", "Madhya Pradesh", "Narmadapuram", "city"},
		{"कोलकाता", "Kolkata", "West Bengal", "Kolkata", "city"},
		{"मुंबई", "Mumbai", "Maharashtra", "Mumbai", "city"},
	} {
		es := Default().Lookup(c.name)
		if len(es) == 0 {
			t.Errorf("%s: not found", c.name)
			continue
		}
		e := es[0]
		if e.NameEn() != c.en || e.State().NameEn() != c.state || e.District().NameEn() != c.district || e.Kind().String() != c.kind {
			t.Errorf("%s = %s, %s, %s, %s; want %s, %s, %s, %s", c.name, e.NameEn(), e.State().NameEn(), e.District().NameEn(), e.Kind(), c.en, c.state, c.district, c.kind)
		}
	}
}

// TestOpenIsCheap: the table is used as it lies in the binary. All of it in memory is under
// 25 MiB, and opening it makes no copy.
func TestOpenIsCheap(t *testing.T) {
	if n := len(embedded); n > 25<<20 {
		t.Errorf("the table has %d bytes", n)
	}
	if n := testing.AllocsPerRun(10, func() { Open(embedded) }); n > 5 {
		t.Errorf("opening the table allocates %v times", n)
	}
}

// BenchmarkOpen is what the gazetteer adds to start-up.
func BenchmarkOpen(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		t, err := Open(embedded)
		if err != nil || len(t.Lookup("शिमला")) == 0 {
			b.Fatal(err)
		}
	}
}

func TestOpenRejectsGarbage(t *testing.T) {
	for _, s := range []string{"", "KBGZ0002", embedded[:len(embedded)-1], embedded[1:], "KBGZ0002" + embedded[8:200]} {
		if _, err := Open(s); err == nil {
			t.Errorf("opened %d bytes of garbage", len(s))
		}
	}
}
