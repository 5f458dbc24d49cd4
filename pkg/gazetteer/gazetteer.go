package gazetteer

import (
	_ "embed"
	"encoding/binary"
	"math"
	"sync"
)

//go:embed table.bin
var embedded string

// Kind says what sort of place an entry is.
type Kind uint8

// The kinds of place, in the words of the record (String) and finer ones that the
// record calls other or region.
const (
	None Kind = iota
	Country
	State
	District
	Subdistrict
	City
	Town
	Village
	Locality  // a part of a town
	Region    // बुंदेलखंड, विदर्भ, पूर्वांचल
	Continent // एशिया
	Province  // first-level unit of a foreign country
	Mountain
	Valley
	Pass
	River
	Sea
	Lake
	Park // national parks, sanctuaries, forests
	Dam
	Shrine   // places of pilgrimage
	Sight    // tourist places
	Landmark // buildings, borders, canals
)

// String returns the kind as the record writes it.
func (k Kind) String() string {
	switch k {
	case Country:
		return "country"
	case State, Province:
		return "state"
	case District:
		return "district"
	case Subdistrict:
		return "subdistrict"
	case City:
		return "city"
	case Town:
		return "town"
	case Village:
		return "village"
	case Region, Continent, Valley, Mountain:
		return "region"
	}
	return "other"
}

// Trust says how sure the Hindi spelling of an entry is.
type Trust uint8

// The grades of trust. Weak names are station names and unreviewed matches: they are
// places only where the context says so.
const (
	Weak Trust = iota
	Fair
	Sure
)

// Clash says what a name may be besides a place.
type Clash uint8

// The clashes of a name, a bit set.
const (
	Noun   Clash = 1 << iota // मंडी (market), बस्ती (settlement), बाढ़ (flood)
	Verb                     // गया (went), गिरा (fell)
	Person                   // सागर, आनंद, शर्मा
	Many                     // several places of weight: राजगढ़, औरंगाबाद
	Rarely                   // hardly ever a place: needs a word that proves it (शाम, धान)
)

// Table is an opened gazetteer. It is read-only and safe for concurrent use.
type Table struct {
	data    string
	entries string // fixed-width records, entry 0 is no place
	slots   string // open-addressing hash of first words
	phrases string // the names, grouped by first word, longest first
	lists   string // entry numbers by name
	strings string
	bits    string // one bit per hash: most words of a text fail here, in the cache
	mask    uint32
	over    *Table // names added by the user, asked first
	base    *Table // the table that the parents of added places stand in
}

// Default returns the gazetteer that ships with khabar. A broken table is a bug in the
// program and panics.
var Default = sync.OnceValue(func() *Table {
	t, err := Open(embedded)
	if err != nil {
		panic(err)
	}
	return t
})

// Entry is one place of a table. The zero Entry is no place. Entries compare with ==.
type Entry struct {
	t  *Table
	id uint32
}

// Valid reports whether e is a place.
func (e Entry) Valid() bool { return e.id != 0 }

// The record of an entry: field offsets in bytes.
const (
	recName     = 0
	recNameEn   = 4
	recCode     = 8
	recDistrict = 12
	recState    = 16
	recFace     = 20 // the next face of the same place
	recHead     = 24 // its first face
	recLat      = 28
	recLon      = 32
	recPop      = 36
	recKind     = 40
	recTrust    = 41
	recCountry  = 42
	recWeight   = 44
	recSize     = 48
)

// Marks of a parent that stands in another table.
const (
	inBase = 1 << 31 // the one which the names were added to
	inOver = 1 << 30 // the one of the added names
)

func u32(s string, at int) uint32 {
	_ = s[at+3]
	return uint32(s[at]) | uint32(s[at+1])<<8 | uint32(s[at+2])<<16 | uint32(s[at+3])<<24
}

func (e Entry) field(f int) uint32 { return u32(e.t.entries, int(e.id)*recSize+f) }

func (e Entry) byteAt(f int) byte { return e.t.entries[int(e.id)*recSize+f] }

func (t *Table) str(ref uint32) string {
	n := int(t.strings[ref])
	return t.strings[ref+1 : int(ref)+1+n]
}

func (e Entry) other(f int) Entry {
	if e.id == 0 {
		return Entry{}
	}
	id := e.field(f)
	if id == 0 {
		return Entry{}
	}
	if id&inBase != 0 {
		return Entry{e.t.base, id &^ inBase}
	}
	if id&inOver != 0 {
		return Entry{e.t.over, id &^ inOver}
	}
	return Entry{e.t, id}
}

func (e Entry) text(f int) string {
	if e.id == 0 {
		return ""
	}
	return e.t.str(e.field(f))
}

// Name returns the usual Hindi name.
func (e Entry) Name() string { return e.text(recName) }

// NameEn returns the English name.
func (e Entry) NameEn() string { return e.text(recNameEn) }

// Code returns the LGD or ISO 3166 code (lgd:25, iso:IN-HP), "" where none is known.
// Urban bodies and blocks have numbers of their own in the directory: lgd:ulb/248194,
// lgd:block/7028.
func (e Entry) Code() string { return e.text(recCode) }

// Kind returns what sort of place e is.
func (e Entry) Kind() Kind {
	if e.id == 0 {
		return None
	}
	return Kind(e.byteAt(recKind))
}

// Trust returns how sure the Hindi spelling is.
func (e Entry) Trust() Trust {
	if e.id == 0 {
		return Weak
	}
	return Trust(e.byteAt(recTrust))
}

// Added reports whether the user added e (see Table.With).
func (e Entry) Added() bool { return e.t != nil && e.t.base != nil }

// Country returns the ISO 3166-1 alpha-2 code, "" where there is none (continents, seas).
func (e Entry) Country() string {
	if e.id == 0 || e.byteAt(recCountry) == 0 {
		return ""
	}
	at := int(e.id)*recSize + recCountry
	return e.t.entries[at : at+2]
}

// District returns the district that e lies in, or e's own district face; none where
// unknown.
func (e Entry) District() Entry { return e.other(recDistrict) }

// State returns the state or union territory of India that e lies in, e itself for a
// state; none elsewhere. A region of several states has none.
func (e Entry) State() Entry { return e.other(recState) }

// Position returns the coordinates in degrees, and whether they are known.
func (e Entry) Position() (lat, lon float64, ok bool) {
	if e.id == 0 {
		return 0, 0, false
	}
	a, b := int32(e.field(recLat)), int32(e.field(recLon))
	if a == math.MinInt32 {
		return 0, 0, false
	}
	return float64(a) / 1e5, float64(b) / 1e5, true
}

// Population returns the number of inhabitants, 0 where unknown.
func (e Entry) Population() int {
	if e.id == 0 {
		return 0
	}
	return int(e.field(recPop))
}

// Weight returns the prominence by which entries of one name are ordered.
func (e Entry) Weight() int {
	if e.id == 0 {
		return 0
	}
	return int(e.byteAt(recWeight)) | int(e.byteAt(recWeight+1))<<8
}

// Face returns the face of the same place that has kind k (the district of सोलन), and
// e itself where there is no such face.
func (e Entry) Face(k Kind) Entry {
	for f := e.Head(); f.Valid(); f = f.other(recFace) {
		if f.Kind() == k {
			return f
		}
	}
	return e
}

// Has reports whether the place has a face of kind k.
func (e Entry) Has(k Kind) bool { return e.Face(k).Kind() == k }

// Head returns the first face of e's place, the one that look-ups give.
func (e Entry) Head() Entry {
	if e.id == 0 {
		return e
	}
	return Entry{e.t, e.field(recHead)}
}

// Len returns the number of entries of t, faces counted.
func (t *Table) Len() int { return len(t.entries)/recSize - 1 }

// At returns entry i of t, 0 <= i < Len.
func (t *Table) At(i int) Entry { return Entry{t, uint32(i + 1)} }

const (
	magic      = "KBGZ0003"
	headerSize = 96
)

// Open opens a compiled table without reading it. It fails only on a string that is no
// table.
func Open(data string) (*Table, error) {
	if len(data) < headerSize || data[:8] != magic {
		return nil, errTable
	}
	t := &Table{data: data}
	var at [7]int
	for i := range at {
		at[i] = int(u32(data, 40+4*i))
		if at[i] < headerSize || at[i] > len(data) || i > 0 && at[i] < at[i-1] {
			return nil, errTable
		}
	}
	if at[6] != len(data) || at[6]-at[5] != bitBytes {
		return nil, errTable
	}
	t.entries = data[at[0]:at[1]]
	t.slots = data[at[1]:at[2]]
	t.phrases = data[at[2]:at[3]]
	t.lists = data[at[3]:at[4]]
	t.strings = data[at[4]:at[5]]
	t.bits = data[at[5]:at[6]]
	n := len(t.slots) / slotSize
	if n == 0 || n&(n-1) != 0 {
		return nil, errTable
	}
	t.mask = uint32(n - 1)
	return t, nil
}

// Checksum returns the SHA-256 of the sources that t was compiled from.
func (t *Table) Checksum() string { return t.data[8:40] }

type tableError string

func (e tableError) Error() string { return string(e) }

const errTable = tableError("gazetteer: not a compiled table")

var order = binary.LittleEndian
