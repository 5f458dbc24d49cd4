package gazetteer

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"khabar/pkg/devanagari"
)

// Compile reads the source tables of fsys (*.tsv) and returns the compiled table. The
// same sources give the same bytes.
func Compile(fsys fs.FS) ([]byte, error) {
	names, err := fs.Glob(fsys, "*.tsv")
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	sum := sha256.New()
	src := make(map[string][]row)
	for _, n := range names {
		data, err := fs.ReadFile(fsys, n)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(sum, "%s %d\n", n, len(data))
		sum.Write(data)
		rows, err := parse(n, string(data))
		if err != nil {
			return nil, err
		}
		src[strings.TrimSuffix(path.Base(n), ".tsv")] = rows
	}
	b := newBuilder()
	for _, step := range []struct {
		table string
		load  func(*builder, []row) error
	}{
		{"india", (*builder).india},
		{"districts_changed", (*builder).districtsChanged},
		{"localities", (*builder).india},
		{"stations", (*builder).stations},
		{"regions", (*builder).regions},
		{"world", (*builder).world},
		{"abroad", (*builder).abroad},
		{"provinces", (*builder).provinces},
		{"variants", (*builder).variants},
		{"ambiguous", (*builder).ambiguous},
	} {
		rows, ok := src[step.table]
		if !ok {
			continue
		}
		if err := step.load(b, rows); err != nil {
			return nil, fmt.Errorf("gazetteer: %s.tsv: %w", step.table, err)
		}
	}
	return b.encode([32]byte(sum.Sum(nil)))
}

// row is one line of a source table.
type row struct {
	file   string
	line   int
	fields []string
}

func (r row) col(i int) string {
	if i < len(r.fields) {
		return r.fields[i]
	}
	return ""
}

func (r row) list(i int, sep string) []string {
	var out []string
	for _, s := range strings.Split(r.col(i), sep) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", r.file, r.line, fmt.Sprintf(format, args...))
}

// parse reads tab-separated lines; '#' starts a comment line.
func parse(file, data string) ([]row, error) {
	var rows []row
	line := 0
	for text := range strings.Lines(data) {
		line++
		text = strings.TrimRight(text, "\r\n")
		if text == "" || text[0] == '#' {
			continue
		}
		rows = append(rows, row{file, line, strings.Split(text, "\t")})
	}
	return rows, nil
}

// place is an entry while it is being built.
type place struct {
	id       uint32
	name     string
	variants []string
	nameEn   string
	code     string
	kind     Kind
	trust    Trust
	country  string
	state    *place
	district *place
	lat, lon float64
	located  bool
	pop      int
	weight   int
	order    int // position in the sources, the last tie-break
	faces    []*place
	head     *place
	base     uint32 // its number in the table that the places are added to, for parents
}

// ref is what other records write for p.
func (p *place) ref() uint32 {
	if p.base != 0 {
		return p.base | inBase
	}
	return p.id
}

type builder struct {
	places    []*place
	states    map[string]*place // by folded English name
	districts map[string]*place // by state and folded English name
	families  map[string][]*place
	countries map[string]*place // by ISO code
	clash     map[string]Clash
	prefer    map[string]string // folded name → "State/District" that comes first
}

func newBuilder() *builder {
	return &builder{
		states: make(map[string]*place), districts: make(map[string]*place),
		families: make(map[string][]*place), countries: make(map[string]*place),
		clash: make(map[string]Clash), prefer: make(map[string]string),
	}
}

func english(s string) string { return strings.Join(Words(s), " ") }

func (b *builder) add(p *place) *place {
	p.order = len(b.places)
	p.head = p
	b.places = append(b.places, p)
	return p
}

var kinds = map[string]Kind{
	"country": Country, "state": State, "district": District, "subdistrict": Subdistrict, "tehsil": Subdistrict,
	"city": City, "town": Town, "village": Village, "locality": Locality, "area": Locality, "region": Region,
	"region_context": Region, "division": Region, "metro": Region, "proposed_state": Region, "desert": Region,
	"continent": Continent, "province": Province, "province_context": Province, "country_part": Province,
	"island": Region, "mountains": Mountain, "valley": Valley, "river_valley": Valley, "pass": Pass, "river": River,
	"sea": Sea, "lake": Lake, "glacier": Mountain, "park": Park, "forest": Park, "dam": Dam, "pilgrimage": Shrine,
	"tourist": Sight, "landmark": Landmark, "border": Landmark, "canal": Landmark, "worldcity": City,
	"city_context": City, "state_context": Province, "former_country": Region,
}

var trusts = map[string]Trust{
	"reviewed": Sure, "authored": Sure, "official": Sure, "cldr": Sure, "geonames": Sure, "matched": Sure,
	"geonames-alt": Fair, "matched-fuzzy": Fair, "other": Fair, "railway": Weak, "": Sure,
}

// fill reads the columns that most source tables share.
func fill(r row) (*place, error) {
	k, ok := kinds[r.col(0)]
	if !ok {
		return nil, r.errorf("unknown kind %q", r.col(0))
	}
	p := &place{kind: k, name: r.col(1), variants: r.list(2, "|"), nameEn: r.col(3), code: r.col(6)}
	if p.name == "" {
		return nil, r.errorf("no name")
	}
	if err := position(p, r, 7); err != nil {
		return nil, err
	}
	if s := r.col(9); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			return nil, r.errorf("population %q is no number", s)
		}
		p.pop = n
	}
	t, ok := trusts[r.col(10)]
	if !ok {
		return nil, r.errorf("unknown trust %q", r.col(10))
	}
	p.trust = t
	return p, nil
}

func position(p *place, r row, i int) error {
	if r.col(i) == "" || r.col(i+1) == "" {
		return nil
	}
	lat, err1 := strconv.ParseFloat(r.col(i), 64)
	lon, err2 := strconv.ParseFloat(r.col(i+1), 64)
	if err1 != nil || err2 != nil || math.Abs(lat) > 90 || math.Abs(lon) > 180 {
		return r.errorf("bad coordinates %q %q", r.col(i), r.col(i+1))
	}
	p.lat, p.lon, p.located = lat, lon, true
	return nil
}

// india reads kind, name, variants, English name, state, district, code, latitude,
// longitude, population, trust. States come before districts, districts before the rest.
func (b *builder) india(rows []row) error {
	for _, r := range rows {
		p, err := fill(r)
		if err != nil {
			return err
		}
		p.country = "IN"
		if p.kind == State {
			p.state = p
			b.states[english(p.nameEn)] = p
		} else if s := r.col(4); s != "" {
			if p.state = b.states[english(s)]; p.state == nil {
				return r.errorf("unknown state %q", s)
			}
		}
		key := english(r.col(4)) + "/" + english(r.col(5))
		if p.kind == District {
			p.district = p
			if d := r.col(5); d != "" {
				b.districts[key] = p
				if english(d) != english(p.nameEn) {
					p.variants = append(p.variants, d) // the directory's name: Kaimur (bhabua)
				}
			}
			b.districts[english(r.col(4))+"/"+english(p.nameEn)] = p
		} else if r.col(5) != "" {
			p.district = b.districts[key]
		}
		b.join(p)
	}
	return nil
}

// join adds p, as a face of a place of its name where there is one in the same state and
// district: सोलन the town, the sub-district and the district are one place.
func (b *builder) join(p *place) {
	keys := b.familyKeys(p)
	for _, k := range keys {
		for _, h := range b.families[k] {
			if !oneFamily(h, p) {
				continue
			}
			for _, f := range append([]*place{h}, h.faces...) {
				if f.kind == p.kind || f.kind == Town && p.kind == City || f.kind == City && p.kind == Town ||
					p.kind == Village && (f.kind == Town || f.kind == City || f.kind == Subdistrict) ||
					p.kind == Locality || p.kind == Sight || p.kind == Shrine {
					merge(f, p)
					return
				}
			}
			b.add(p)
			p.head = h
			h.faces = append(h.faces, p)
			return
		}
	}
	b.add(p)
	for _, k := range keys {
		b.families[k] = append(b.families[k], p)
	}
}

func (b *builder) familyKeys(p *place) []string {
	state := ""
	if p.state != nil {
		state = p.state.nameEn
	}
	return []string{state + "/" + devanagari.Fold(p.name), state + "/" + english(p.nameEn)}
}

// oneFamily reports whether p may be a face of the place h.
func oneFamily(h, p *place) bool {
	settled := func(k Kind) bool {
		return k == State || k == District || k == Subdistrict || k == City || k == Town || k == Village || k == Locality || k == Sight || k == Shrine
	}
	if !settled(h.kind) || !settled(p.kind) {
		return h.kind == p.kind
	}
	if h.kind == State && p.kind != City && p.kind != District && p.kind != State && p.kind != Subdistrict && p.kind != Town {
		return false
	}
	for _, f := range append([]*place{h}, h.faces...) {
		if f.district != nil && p.district != nil && f.district != p.district {
			return false
		}
		if f.kind == District && p.district == nil && p.kind != City && p.kind != Town {
			return false
		}
		if f.kind == p.kind && f.district == nil && p.district == nil && f.located && p.located && math.Abs(f.lat-p.lat)+math.Abs(f.lon-p.lon) > 0.5 {
			return false
		}
	}
	return true
}

// merge adds what p knows to f, which is the same place.
func merge(f, p *place) {
	f.variants = append(append(f.variants, p.name), p.variants...)
	if !f.located && p.located {
		f.lat, f.lon, f.located = p.lat, p.lon, true
	}
	if f.pop < p.pop {
		f.pop = p.pop
		if p.kind == City && f.kind == Town {
			f.kind = City
		}
	}
	if f.code == "" {
		f.code = p.code
	}
	if f.district == nil {
		f.district = p.district
	}
	f.trust = max(f.trust, p.trust)
}

// districtsChanged reads names, English name, state, headquarters, change, old names,
// note. A renamed district keeps its old names; a new one is added.
func (b *builder) districtsChanged(rows []row) error {
	for _, r := range rows {
		names := r.list(0, "|")
		state := b.states[english(r.col(2))]
		if len(names) == 0 || state == nil {
			return r.errorf("no name, or unknown state %q", r.col(2))
		}
		old := r.list(5, "|")
		find := func(kind func(Kind) bool, names []string) *place {
			for _, n := range names {
				for _, p := range b.places {
					if kind(p.kind) && p.state == state && (devanagari.Fold(p.name) == devanagari.Fold(n)) {
						return p
					}
				}
			}
			return nil
		}
		district := func(k Kind) bool { return k == District }
		town := func(k Kind) bool { return k == Town || k == City || k == Village }
		switch r.col(4) {
		case "renamed":
			p := find(district, append(slices.Clone(names), old...))
			if p == nil {
				p = b.districts[english(r.col(2))+"/"+english(r.col(1))]
			}
			if p == nil {
				return r.errorf("no district to rename")
			}
			b.districts[english(r.col(2))+"/"+english(r.col(1))] = p
			b.rename(p, names, r.col(1), old)
			for _, f := range append([]*place{p.head}, p.head.faces...) {
				if f != p && slices.Contains(old, f.name) {
					b.rename(f, names, r.col(1), old)
				}
			}
			if t := find(town, old); t != nil && t.district == p {
				b.rename(t, names, r.col(1), old)
			}
		case "town-renamed":
			p := find(town, append(old, names...))
			if p == nil {
				p = &place{kind: Town, name: names[0], nameEn: r.col(1), state: state, country: "IN", trust: Sure}
				b.join(p)
			}
			b.rename(p, names, r.col(1), old)
		case "also":
			p := find(town, old)
			if p == nil {
				return r.errorf("no town of that name")
			}
			p.variants = append(p.variants, names...)
		case "new", "announced":
			p := find(district, names)
			if p == nil {
				p = b.districts[english(r.col(2))+"/"+english(r.col(1))]
			}
			if p == nil {
				p = &place{kind: District, name: names[0], nameEn: r.col(1), state: state, country: "IN", trust: Sure}
				p.district = p
				b.districts[english(r.col(2))+"/"+english(r.col(1))] = p
				if hq := find(town, []string{r.col(3)}); hq != nil && hq.located {
					p.lat, p.lon, p.located = hq.lat, hq.lon, true
				}
				b.join(p)
			}
			p.variants = append(p.variants, names...)
		default:
			return r.errorf("unknown change %q", r.col(4))
		}
	}
	return nil
}

func (b *builder) rename(p *place, names []string, en string, old []string) {
	p.variants = append(append(append(p.variants, p.name), names...), old...)
	if p.nameEn != "" {
		p.variants = append(p.variants, p.nameEn) // Ahmednagar, Osmanabad
	}
	p.name, p.nameEn = names[0], en
	for _, k := range b.familyKeys(p) {
		if !slices.Contains(b.families[k], p.head) {
			b.families[k] = append(b.families[k], p.head)
		}
	}
}

// stations adds the railway stations whose state has no place of that name yet.
func (b *builder) stations(rows []row) error {
	for _, r := range rows {
		p, err := fill(r)
		if err != nil {
			return err
		}
		p.country = "IN"
		if r.col(4) == "" {
			continue // a station of no known state tells nothing
		}
		if p.state = b.states[english(r.col(4))]; p.state == nil {
			return r.errorf("unknown state %q", r.col(4))
		}
		known := false
		for _, k := range b.familyKeys(p) {
			known = known || len(b.families[k]) > 0
		}
		if known || len([]rune(p.name)) < 3 {
			continue
		}
		b.add(p)
		for _, k := range b.familyKeys(p) {
			b.families[k] = append(b.families[k], p)
		}
	}
	return nil
}

// regions reads names, English name, states, kind.
func (b *builder) regions(rows []row) error {
	for _, r := range rows {
		names := r.list(0, "|")
		k, ok := kinds[r.col(3)]
		if !ok {
			if r.col(3) == "nickname" {
				continue
			}
			return r.errorf("unknown kind %q", r.col(3))
		}
		if r.col(3) == "division" && divisionOfTown(names[0]) {
			continue // कोटा संभाग is said of कोटा
		}
		p := &place{kind: k, name: names[0], variants: names[1:], nameEn: r.col(1), country: "IN", trust: Sure}
		st := r.list(2, ",")
		if len(st) == 1 {
			if p.state = b.states[english(st[0])]; p.state == nil {
				return r.errorf("unknown state %q", st[0])
			}
		}
		if known := b.region(names[0]); known != nil && k == Region {
			merge(known, p)
			if len(st) > 1 {
				known.state, known.district = nil, nil
			}
			continue
		}
		b.join(p)
	}
	return nil
}

// region returns the region that localities.tsv calls name, or nil.
func (b *builder) region(name string) *place {
	for _, p := range b.places {
		if p.kind == Region && devanagari.Fold(p.name) == devanagari.Fold(name) {
			return p
		}
	}
	return nil
}

// divisionOfTown reports whether the name of an administrative division is its seat's
// name with the word for division: पटना प्रमंडल, इंदौर संभाग.
func divisionOfTown(name string) bool {
	w := Words(name)
	switch w[len(w)-1] {
	case "संभाग", "मंडल", "प्रमंडल", "डिवीजन":
		return true
	}
	return false
}

// world reads the columns of india for countries and foreign cities; the state column
// of a city holds its country.
func (b *builder) world(rows []row) error {
	byName := make(map[string]string)
	for _, r := range rows {
		p, err := fill(r)
		if err != nil {
			return err
		}
		if p.kind == Country {
			p.country = strings.TrimPrefix(p.code, "iso:")
			byName[english(p.nameEn)] = p.country
			b.countries[p.country] = p
			b.add(p)
			continue
		}
		p.country = byName[english(r.col(4))]
		if p.country == "" {
			return r.errorf("unknown country %q", r.col(4))
		}
		b.add(p)
		b.families[p.country+"/"+english(p.nameEn)] = append(b.families[p.country+"/"+english(p.nameEn)], p)
	}
	return nil
}

// abroad reads names, English name, country, kind, latitude, longitude: the newspaper
// names of countries and foreign places.
func (b *builder) abroad(rows []row) error {
	for _, r := range rows {
		names := r.list(0, "|")
		switch r.col(3) {
		case "adjective", "nickname", "bloc":
			continue // भारतीय, अमेरिकी, ईयू are no places
		}
		k, ok := kinds[r.col(3)]
		if !ok {
			return r.errorf("unknown kind %q", r.col(3))
		}
		if k == Country {
			if p := b.countries[r.col(2)]; p != nil {
				p.variants = append(append(p.variants, p.name), names[1:]...)
				p.name, p.nameEn = names[0], r.col(1)
				continue
			}
		}
		p := &place{kind: k, name: names[0], variants: names[1:], nameEn: r.col(1), country: r.col(2), trust: Sure}
		if err := position(p, r, 4); err != nil {
			return err
		}
		if strings.HasSuffix(r.col(3), "_context") {
			p.trust = Weak
		}
		if k == City && p.trust == Sure {
			merged := false
			for _, q := range b.families[p.country+"/"+english(p.nameEn)] {
				merge(q, p)
				q.name = p.name
				merged = true
			}
			if merged {
				continue
			}
			p.pop = 300000 // in the news, so of some size
		}
		b.add(p)
	}
	return nil
}

// provinces reads the columns of abroad: names of foreign places that add spellings to
// a place that is there already, or the place.
func (b *builder) provinces(rows []row) error {
	known := make(map[string]*place)
	for _, p := range b.places {
		if p.country != "IN" {
			known[p.country+"/"+english(p.nameEn)] = p
		}
	}
	for _, r := range rows {
		names := r.list(0, "|")
		k, ok := kinds[r.col(3)]
		if !ok || len(names) == 0 {
			return r.errorf("no name, or unknown kind %q", r.col(3))
		}
		if p := known[r.col(2)+"/"+english(r.col(1))]; p != nil {
			p.variants = append(p.variants, names...)
			p.trust = Sure
			continue
		}
		b.add(&place{kind: k, name: names[0], variants: names[1:], nameEn: r.col(1), country: r.col(2), trust: Sure})
	}
	return nil
}

// variants reads name, state or country, variants: further names of known places. A Hindi
// name is added to the first place that is so called; an English one (Ahmedabad, which the
// LGD spells Ahmadabad) to all of them, so that the look-up finds what the Hindi name finds.
func (b *builder) variants(rows []row) error {
	for _, r := range rows {
		found := false
		for _, p := range b.places {
			if devanagari.Fold(p.name) != devanagari.Fold(r.col(0)) || p.trust == Weak {
				continue
			}
			if p.state != nil && english(p.state.nameEn) == english(r.col(1)) || p.state == nil && p.country == r.col(1) {
				for _, v := range r.list(2, "|") {
					if !found || v[0] < utf8.RuneSelf {
						p.variants = append(p.variants, v)
					}
				}
				found = true
			}
		}
		if !found {
			return r.errorf("no place %q in %q", r.col(0), r.col(1))
		}
	}
	return nil
}

// ambiguous reads name, clash, default, context.
func (b *builder) ambiguous(rows []row) error {
	clashes := map[string]Clash{"noun": Noun, "verb": Verb, "person": Person, "two_places": Many}
	for _, r := range rows {
		c, ok := clashes[r.col(1)]
		if !ok {
			return r.errorf("unknown clash %q", r.col(1))
		}
		if r.col(2) == "none" {
			c |= Rarely
		}
		key := strings.Join(Words(r.col(0)), " ")
		b.clash[key] |= c
		if d, _, _ := strings.Cut(r.col(2), ";"); d != "" && d != "none" {
			b.prefer[key] = d
		}
	}
	return nil
}

// weigh sets the prominence of each place: what a bare name most likely means.
func weigh(p *place) int {
	size := 0.0
	switch {
	case p.pop > 0:
		size = math.Log10(float64(p.pop))
	case p.country == "IN" && p.kind == City: // a municipal corporation has 100,000 people or more
		size = 5.3
	case p.country == "IN" && p.kind == Town:
		size = 3.7
	case p.kind == City: // a foreign city that Hindi papers name
		size = 5
	}
	w := 0.0
	switch p.kind {
	case State:
		w = 1000
	case Country:
		w = 980
	case City, Town:
		if p.country == "IN" {
			w = 350 + 60*size
		} else {
			w = 200 + 70*size
		}
	case District:
		w = 640
	case Region:
		w = 500
	case Continent:
		w = 900
	case Province:
		w = 550
	case Subdistrict:
		w = 400
	case Village, Locality:
		w = 200
	default:
		w = 300
	}
	return int(w) + 5*int(p.trust)
}

// nameEntry is one name and the places that bear it.
type nameEntry struct {
	words  []string
	places []*place
}

// rejoin makes one place of two that came to share name and district when a town or
// district was renamed (प्रयागराज and its cantonment board, listed as इलाहाबाद).
func (b *builder) rejoin() {
	byKey := make(map[string]*place)
	for _, p := range b.places {
		if p.head != p || p.country != "IN" || p.district == nil || p.trust == Weak {
			continue
		}
		switch p.kind {
		case District, Subdistrict, City, Town:
		default:
			continue
		}
		key := b.familyKeys(p)[0] + "/" + p.district.nameEn
		h := byKey[key]
		if h == nil {
			byKey[key] = p
			continue
		}
		for _, f := range append([]*place{p}, p.faces...) {
			f.head = h
			h.faces = append(h.faces, f)
		}
		p.faces = nil
	}
}

func (b *builder) encode(sum [32]byte) ([]byte, error) {
	b.rejoin()
	// Heads: the town stands for the family, else the district.
	for _, p := range b.places {
		p.weight = weigh(p)
	}
	var heads []*place
	for _, p := range b.places {
		if p.head != p {
			continue
		}
		h := p
		w := p.weight
		for _, f := range p.faces {
			w = max(w, f.weight)
			if rank(f) > rank(h) {
				h = f
			}
		}
		if h != p {
			all := append([]*place{p}, p.faces...)
			p.faces = nil
			for _, f := range all {
				f.head = h
				if f != h {
					h.faces = append(h.faces, f)
				}
			}
		}
		h.weight = w
		heads = append(heads, h)
	}
	var all []*place
	for _, h := range heads {
		all = append(all, h)
		all = append(all, h.faces...)
	}
	for i, p := range all {
		p.id = uint32(i + 1)
	}

	// Names of each family.
	byKey := make(map[string]*nameEntry)
	addName := func(s string, h *place) {
		w := Words(s)
		if len(w) == 0 || len(w) > 12 {
			return
		}
		key := strings.Join(w, " ")
		n := byKey[key]
		if n == nil {
			n = &nameEntry{words: w}
			byKey[key] = n
		}
		if !slices.Contains(n.places, h) {
			n.places = append(n.places, h)
		}
	}
	enter := func(key string, h *place) {
		if n := byKey[key]; n == nil {
			byKey[key] = &nameEntry{words: []string{key}, places: []*place{h}}
		} else if !slices.Contains(n.places, h) {
			n.places = append(n.places, h)
		}
	}
	for _, h := range heads {
		for _, f := range append([]*place{h}, h.faces...) {
			if key, ok := loose(f.name); ok && f.country == "IN" && f.trust > Weak {
				enter(key, h)
				if f.kind == District || f.kind == State || f.pop >= 5000 {
					for _, v := range append([]string{f.name}, f.variants...) {
						if key, ok := loose(v); ok {
							if key, ok = looser(key); ok {
								enter(key, h)
							}
						}
					}
				}
			}
			addName(f.name, h)
			for _, v := range f.variants {
				addName(v, h)
			}
			addName(f.nameEn, h)
		}
	}
	keys := make([]string, 0, len(byKey))
	for k := range byKey {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	pool := newPool()

	// Lists of entries and phrases by first word.
	var lists []byte
	groups := make(map[string][]string)
	listAt := make(map[string]uint32)
	for _, k := range keys {
		n := byKey[k]
		prefer := b.prefer[k]
		slices.SortStableFunc(n.places, func(x, y *place) int {
			if c := cmp.Compare(preferred(y, prefer), preferred(x, prefer)); c != 0 {
				return c
			}
			if c := cmp.Compare(y.weight, x.weight); c != 0 {
				return c
			}
			return cmp.Compare(x.order, y.order)
		})
		listAt[k] = uint32(len(lists))
		for _, p := range n.places {
			lists = order.AppendUint32(lists, p.id)
		}
		groups[n.words[0]] = append(groups[n.words[0]], k)
	}
	firsts := make([]string, 0, len(groups))
	for w := range groups {
		firsts = append(firsts, w)
	}
	slices.Sort(firsts)
	size := 1
	for size < 2*len(firsts) {
		size *= 2
	}
	slots := make([]byte, size*slotSize)
	filter := make([]byte, bitBytes)
	var phrases []byte
	for _, w := range firsts {
		ks := groups[w]
		slices.SortStableFunc(ks, func(x, y string) int {
			return cmp.Or(cmp.Compare(len(byKey[y].words), len(byKey[x].words)), strings.Compare(x, y))
		})
		ref, err := pool.ref(w)
		if err != nil {
			return nil, err
		}
		h := uint32(devanagari.Hash(w))
		filter[h>>(32-bitLog)>>3] |= 1 << (h >> (32 - bitLog) & 7)
		i := h & uint32(size-1)
		for order.Uint32(slots[i*slotSize+4:]) != 0 {
			i = (i + 1) & uint32(size-1)
		}
		order.PutUint32(slots[i*slotSize:], h)
		order.PutUint32(slots[i*slotSize+4:], ref)
		order.PutUint32(slots[i*slotSize+8:], uint32(len(phrases)))
		for j, k := range ks {
			n := byKey[k]
			rest, err := pool.ref(strings.Join(n.words[1:], " "))
			if err != nil {
				return nil, err
			}
			var rec [phSize]byte
			order.PutUint32(rec[phRest:], rest)
			order.PutUint32(rec[phList:], listAt[k])
			order.PutUint16(rec[phCount:], uint16(len(n.places)))
			rec[phWords] = byte(len(n.words))
			rec[phClash] = byte(b.clash[k])
			if j == len(ks)-1 {
				rec[phLast] = 1
			}
			if len(n.words) > 1 {
				rec[phMark] = Mark(n.words[1])
			}
			phrases = append(phrases, rec[:]...)
		}
	}

	entries := make([]byte, recSize)
	for _, p := range all {
		var rec [recSize]byte
		for _, f := range []struct {
			at   int
			text string
		}{{recName, p.name}, {recNameEn, p.nameEn}, {recCode, p.code}} {
			ref, err := pool.ref(f.text)
			if err != nil {
				return nil, err
			}
			order.PutUint32(rec[f.at:], ref)
		}
		district := p.district
		if district == nil {
			for _, f := range append([]*place{p.head}, p.head.faces...) {
				if f.district != nil && p.kind != State {
					district = f.district
				}
			}
		}
		if district != nil {
			order.PutUint32(rec[recDistrict:], district.ref())
		}
		if p.state != nil {
			order.PutUint32(rec[recState:], p.state.ref())
		}
		chain := append([]*place{p.head}, p.head.faces...)
		if i := slices.Index(chain, p); i+1 < len(chain) {
			order.PutUint32(rec[recFace:], chain[i+1].id)
		}
		order.PutUint32(rec[recHead:], p.head.id)
		lat, lon := int32(math.MinInt32), int32(math.MinInt32)
		if p.located {
			lat, lon = int32(math.Round(p.lat*1e5)), int32(math.Round(p.lon*1e5))
		}
		order.PutUint32(rec[recLat:], uint32(lat))
		order.PutUint32(rec[recLon:], uint32(lon))
		order.PutUint32(rec[recPop:], uint32(p.pop))
		rec[recKind], rec[recTrust] = byte(p.kind), byte(p.trust)
		if len(p.country) == 2 {
			copy(rec[recCountry:], p.country)
		}
		order.PutUint16(rec[recWeight:], uint16(p.weight))
		entries = append(entries, rec[:]...)
	}

	out := make([]byte, headerSize)
	copy(out, magic)
	copy(out[8:], sum[:])
	at := headerSize
	for i, sec := range [][]byte{entries, slots, phrases, lists, pool.data, filter} {
		order.PutUint32(out[40+4*i:], uint32(at))
		at += len(sec)
		out = append(out, sec...)
	}
	order.PutUint32(out[40+24:], uint32(at))
	return out, nil
}

// rank orders the faces of one place: which one a bare name means.
func rank(p *place) int {
	switch p.kind {
	case City:
		return 6
	case Town:
		return 5
	case State:
		return 4
	case District:
		return 3
	case Subdistrict:
		return 2
	case Village:
		return 1
	}
	return 0
}

// preferred reports (1) whether p is the place that ambiguous.tsv names first: a state,
// Bihar/Gaya, Bihar/district, or country Korea.
func preferred(p *place, prefer string) int {
	if prefer == "" {
		return 0
	}
	prefer = strings.TrimPrefix(prefer, "country ")
	state, part, _ := strings.Cut(prefer, "/")
	part, _, _ = strings.Cut(part, ",")
	in := p.state != nil && english(p.state.nameEn) == english(state)
	if p.state == nil {
		in = english(p.nameEn) == english(state)
	}
	if !in {
		return 0
	}
	if part == "" {
		return 1
	}
	for _, f := range append([]*place{p}, p.faces...) {
		if part == "district" && f.kind == District || english(f.nameEn) == english(part) ||
			f.district != nil && english(f.district.nameEn) == english(part) {
			return 1
		}
	}
	return 0
}

// pool keeps each string once, its length in a byte before it.
type pool struct {
	data []byte
	at   map[string]uint32
}

func newPool() *pool { return &pool{data: []byte{0}, at: map[string]uint32{"": 0}} }

func (p *pool) ref(s string) (uint32, error) {
	if r, ok := p.at[s]; ok {
		return r, nil
	}
	if len(s) > 255 {
		return 0, fmt.Errorf("gazetteer: name of %d bytes: %s", len(s), s)
	}
	r := uint32(len(p.data))
	p.data = append(append(p.data, byte(len(s))), s...)
	p.at[s] = r
	return r, nil
}
