package tagger

import (
	"math/bits"
	"unicode/utf8"

	"khabar/pkg/document"
)

// What the model sees of a token is a fixed number of features, each one 64-bit
// hash of a template number and of one or two facts about the token and its
// neighbours. Training and tagging call the same function, so they cannot disagree.

// facts is what is known of one token before its neighbours are looked at. It
// depends on nothing but the token's key and kind and the model's word table.
type facts struct {
	hash   uint64 // of the key, digits as 0
	prefix uint64 // first 8 letters, one byte each, first letter lowest
	suffix uint64 // last 8 letters, last letter lowest
	class  Attr   // from the word table
	paths  uint64 // of the word's cluster: prefixes of its bit string, see clusterPaths
	place  uint32 // listed name that covers the token: its kinds and the position in it
	shape  uint32
	letter int  // letters in the key
	small  bool // a function word or punctuation mark
}

// Attr is what the word table says of a word: its cluster in the low bits, list
// memberships above.
type Attr uint32

// The parts of an Attr.
const (
	ClusterBits      = 10
	ClusterMask Attr = 1<<ClusterBits - 1
)

// List memberships of a word, or of a name of several words.
const (
	GivenMale Attr = 1 << (ClusterBits + iota)
	GivenFemale
	GivenAny
	Surname
	SurnameOften
	Honorific
	Function  // postposition, conjunction, pronoun, auxiliary, particle
	Common    // a word that names no one and no place
	OrgHead   // पार्टी, मंत्रालय, विश्वविद्यालय … (last word of an organisation's name)
	OrgScope  // भारतीय, राष्ट्रीय, स्वास्थ्य … (what stands before such a head)
	Role      // मंत्री, अध्यक्ष, प्रवक्ता … (last word of an office)
	PlaceHead // जिला, गांव, नदी … (what stands behind a place's name)
	First     // first word of a name of several words

	PlaceState // country or state
	PlaceDistrict
	PlaceCity // city or town
	PlaceLocal
	PlaceRegion
	PlaceWorld
	PlaceWeak // a railway station
	OrgName   // a party, agency, paper or body
)

const (
	nameMask = GivenMale | GivenFemale | GivenAny | Surname | SurnameOften | Common
	headMask = Honorific | OrgHead | OrgScope | Role | PlaceHead
	// kindMask are the kinds of names that are looked up as wholes.
	kindMask = PlaceState | PlaceDistrict | PlaceCity | PlaceLocal | PlaceRegion | PlaceWorld | PlaceWeak | OrgName
)

// Hash constants: odd 64-bit numbers with well-spread bits (from the digits of pi and of
// the golden ratio).
const (
	mul1 = 0x9e3779b97f4a7c15
	mul2 = 0xbf58476d1ce4e5b9
	mul3 = 0x94d049bb133111eb
	mul4 = 0xd6e8feb86659fd93
)

// mix spreads every bit of x over the result.
func mix(x uint64) uint64 {
	x ^= x >> 32
	x *= mul4
	x ^= x >> 29
	return x
}

// code returns one byte for r: Devanagari letters and ASCII keep theirs apart, other
// scripts share what is left.
func code(r rune) uint64 {
	switch {
	case r < 0x80:
		return uint64(r)
	case r >= 0x900 && r <= 0x97f:
		return uint64(r&0x7f) | 0x80
	}
	return uint64(r*31)&0x1f | 0x80
}

// HashKey returns the hash of a folded key, under which the word table holds it. Every digit
// counts as 0, so that all years are one word.
func HashKey(key string) uint64 {
	var f facts
	f.read(key)
	return f.hash
}

// HashPhrase extends the hash of a phrase by its next word.
func HashPhrase(phrase, word uint64) uint64 {
	return mix(bits.RotateLeft64(phrase, 17)*mul1 + word)
}

// read sets hash, prefix, suffix and letter from the key.
func (f *facts) read(key string) {
	h := uint64(0x243f6a8885a308d3)
	var pre, suf uint64
	n := 0
	for i := 0; i < len(key); n++ {
		var c uint64
		if b := key[i]; b == 0xe0 && i+2 < len(key) && key[i+1]|1 == 0xa5 {
			c = uint64(key[i+1]&1)<<6 | uint64(key[i+2]&0x3f) | 0x80
			i += 3
		} else if b < 0x80 {
			if b >= '0' && b <= '9' {
				b = '0'
			}
			c = uint64(b)
			i++
		} else {
			r, size := utf8.DecodeRuneInString(key[i:])
			c = code(r)
			h ^= uint64(r) << 8
			i += size
		}
		h = (h ^ c) * mul2
		if n < 8 {
			pre |= c << (8 * n)
		}
		suf = suf<<8 | c
	}
	f.hash, f.prefix, f.suffix, f.letter = mix(h), pre, suf, n
}

// Template numbers. Those of the first part are for every token, those of the second
// not for function words and punctuation marks, which rarely stand in a name, and those
// of the third only where a listed name is near. The order is part of the model file: a
// change means training anew.
const (
	tBias = iota
	tW0
	tWm1
	tWp1
	tWm1W0
	tW0Wp1
	tWm1Wp1
	tHeads
	tCm1
	tCp1
	tCm1C0
	tC0Cp1
	tCm1Cp1
	tNext
	tPrevNext
	tHead

	numSmall
)

const (
	tWm2 = numSmall + iota
	tWp2
	tP2
	tP3
	tP4
	tS1
	tS2
	tS3
	tS4
	tS3m1
	tShape
	tShapes
	tName
	tHeadWord
	tNamem1Name
	tNameNamep1
	tHeadm1Name
	tNameHeadp1
	tNamesWp1
	tC0
	tC0a
	tC0b
	tC0c
	tCm2
	tCp2
	tNextW0
	tPrev
	tNextS

	numFull
)

const (
	tPlace = numFull + iota
	tPlacem1
	tPlacep1
	tPlaceWp1
	tPlaceWm1
	tPlaceName
	tHeadPlace

	// NumTemplates is the number of features that a token can have.
	NumTemplates
)

// groups names the feature groups, for the ablation that training prints.
var groups = []struct {
	name      string
	templates []int
}{
	{"word", []int{tBias, tW0}},
	{"context", []int{tWm1, tWp1, tWm1W0, tW0Wp1, tWm1Wp1, tWm2, tWp2}},
	{"affix", []int{tP2, tP3, tP4, tS1, tS2, tS3, tS4, tS3m1}},
	{"shape", []int{tShape, tShapes}},
	{"lists", []int{tHeads, tName, tHeadWord, tNamem1Name, tNameNamep1, tHeadm1Name, tNameHeadp1, tNamesWp1}},
	{"places", []int{tPlace, tPlacem1, tPlacep1, tPlaceWp1, tPlaceWm1, tPlaceName, tHeadPlace}},
	{"clusters", []int{tCm1, tCp1, tCm1C0, tC0Cp1, tCm1Cp1, tC0, tC0a, tC0b, tC0c, tCm2, tCp2}},
	{"phrase", []int{tNext, tPrevNext, tHead, tNextW0, tPrev, tNextS}},
}

// Groups returns the names of the feature groups.
func Groups() []string {
	var out []string
	for _, g := range groups {
		out = append(out, g.name)
	}
	return out
}

// GroupOf returns the name of the group of template t.
func GroupOf(t int) string {
	for _, g := range groups {
		for _, u := range g.templates {
			if t == u {
				return g.name
			}
		}
	}
	return ""
}

// pad is the number of tokens before and behind a sentence that features may look at.
const pad = 2

// Features holds the features of one sentence while it is tagged. Its buffers are
// reused; the zero value is ready.
type Features struct {
	words []facts // with pad boundary tokens on either side
	next  []uint32
	prev  []uint32
	head  []uint32
}

var bos = facts{hash: mul1, suffix: 1, prefix: 1, shape: 99}
var eos = facts{hash: mul3, suffix: 2, prefix: 2, shape: 98}

// Load reads the tokens of one sentence.
func (f *Features) Load(tokens []document.Token, t *WordTable) {
	w := f.size(len(tokens))
	for i := range w {
		w[i].load(&tokens[i], t)
	}
	f.join(t)
}

// size makes room for a sentence of n tokens, sets the boundary tokens and returns the
// facts to be filled in.
func (f *Features) size(n int) []facts {
	if cap(f.words) < n+2*pad {
		f.words = make([]facts, n+2*pad, 2*n+2*pad)
		f.next = make([]uint32, n, 2*n)
		f.prev = make([]uint32, n, 2*n)
		f.head = make([]uint32, n, 2*n)
	}
	f.words = f.words[:n+2*pad]
	f.next, f.prev, f.head = f.next[:n], f.prev[:n], f.head[:n]
	for i := 0; i < pad; i++ {
		f.words[i] = bos
		f.words[pad+n+i] = eos
	}
	return f.words[pad : pad+n]
}

// load sets what is known of a token by itself.
func (f *facts) load(tok *document.Token, t *WordTable) {
	f.read(tok.Key)
	f.class, f.paths = t.lookup(f.hash)
	f.place = 0
	f.shape = shape(tok, f.letter)
	f.small = f.class&Function != 0 || tok.Kind == document.Punct
}

// join adds what the tokens of the sentence tell of each other.
func (f *Features) join(t *WordTable) {
	n := len(f.next)
	w := f.words[pad : pad+n]
	t.places(w)

	// The nearest function word or mark on either side, with its distance: in राजीव
	// बिंदल ने it tells राजीव of the ने behind the whole name.
	last, dist := uint32(0), uint32(0)
	for i := n - 1; i >= 0; i-- {
		f.next[i] = last<<3 | min(dist, 6)
		dist++
		if w[i].small {
			last, dist = uint32(w[i].hash)>>3, 0
		}
	}
	last, dist = 1, 0
	for i := 0; i < n; i++ {
		f.prev[i] = last<<3 | min(dist, 6)
		dist++
		if w[i].small {
			last, dist = uint32(w[i].hash)>>3, 0
		}
	}
	// The head of an organisation's or office's name further right, with no case
	// marker between: in दिल्ली प्रदेश कांग्रेस कमेटी it tells दिल्ली of कमेटी.
	var ahead, d uint32
	for i := n - 1; i >= 0; i-- {
		f.head[i] = ahead<<3 | d
		if ahead != 0 {
			d++
			if d > 5 {
				ahead, d = 0, 0
			}
		}
		switch {
		case w[i].class&(OrgHead|Role|PlaceHead) != 0:
			ahead, d = uint32(w[i].class&(OrgHead|Role|PlaceHead)>>ClusterBits), 0
		case w[i].small:
			ahead, d = 0, 0
		}
	}
}

// shape tells words, digit groups and marks of either script and several lengths apart.
func shape(tok *document.Token, letters int) uint32 {
	s := uint32(tok.Kind)
	if tok.Key == "" {
		return s
	}
	if tok.Kind == document.Punct {
		return s<<8 | uint32(tok.Key[0])&0x7f
	}
	if tok.Key[0] < 0x80 {
		s |= 1 << 2
	}
	if !tok.Space {
		s |= 1 << 3
	}
	return s | uint32(min(letters, 9))<<4
}

// one and two hash the facts of a feature of template t.
func one(t int, a uint64) uint64 {
	x := (a + uint64(t)*mul1) * mul3
	return x ^ x>>32
}

func two(t int, a, b uint64) uint64 {
	x := (a+uint64(t)*mul1)*mul3 ^ bits.RotateLeft64(b*mul2, 23)
	return x ^ x>>32
}

func low(x uint64, letters int) uint64 { return x & (1<<(8*letters) - 1) }

// At writes the features of token i of the loaded sentence, x[t] that of template t, and
// returns how many there are.
func (f *Features) At(i int, x *[NumTemplates]uint64) int {
	w := f.words[i : i+2*pad+1 : i+2*pad+1]
	m2, m1, w0, p1, p2 := &w[0], &w[1], &w[2], &w[3], &w[4]
	n0, nm, np := uint64(w0.class&nameMask), uint64(m1.class&nameMask), uint64(p1.class&nameMask)
	h0, hm, hp := uint64(w0.class&headMask), uint64(m1.class&headMask), uint64(p1.class&headMask)
	c0, cm, cp := w0.paths, m1.paths, p1.paths
	next, prev, head := uint64(f.next[i]), uint64(f.prev[i]), uint64(f.head[i])

	x[tBias] = one(tBias, uint64(w0.shape&3))
	x[tW0] = one(tW0, w0.hash)
	x[tWm1] = one(tWm1, m1.hash)
	x[tWp1] = one(tWp1, p1.hash)
	x[tWm1W0] = two(tWm1W0, m1.hash, w0.hash)
	x[tW0Wp1] = two(tW0Wp1, w0.hash, p1.hash)
	x[tWm1Wp1] = two(tWm1Wp1, m1.hash, p1.hash)
	x[tHeads] = two(tHeads, hm<<32|hp, h0)
	x[tCm1] = one(tCm1, cm&path2)
	x[tCp1] = one(tCp1, cp&path2)
	x[tCm1C0] = two(tCm1C0, cm&path1, c0&path1)
	x[tC0Cp1] = two(tC0Cp1, c0&path1, cp&path1)
	x[tCm1Cp1] = two(tCm1Cp1, cm&path1, cp&path1)
	x[tNext] = one(tNext, next)
	x[tPrevNext] = two(tPrevNext, prev, next)
	x[tHead] = two(tHead, head, n0)
	if w0.small {
		return numSmall
	}

	x[tWm2] = one(tWm2, m2.hash)
	x[tWp2] = one(tWp2, p2.hash)

	x[tP2] = one(tP2, low(w0.prefix, 2))
	x[tP3] = one(tP3, low(w0.prefix, 3))
	x[tP4] = one(tP4, low(w0.prefix, 4))
	x[tS1] = one(tS1, low(w0.suffix, 1))
	x[tS2] = one(tS2, low(w0.suffix, 2))
	x[tS3] = one(tS3, low(w0.suffix, 3))
	x[tS4] = one(tS4, low(w0.suffix, 4))
	x[tS3m1] = one(tS3m1, low(m1.suffix, 3))

	x[tShape] = one(tShape, uint64(w0.shape))
	x[tShapes] = two(tShapes, uint64(w0.shape), uint64(m1.shape)<<16|uint64(p1.shape))

	x[tName] = one(tName, n0)
	x[tHeadWord] = one(tHeadWord, h0)
	x[tNamem1Name] = two(tNamem1Name, nm, n0)
	x[tNameNamep1] = two(tNameNamep1, n0, np)
	x[tHeadm1Name] = two(tHeadm1Name, hm, n0)
	x[tNameHeadp1] = two(tNameHeadp1, n0, hp)
	x[tNamesWp1] = two(tNamesWp1, n0|nm<<32, p1.hash)

	x[tC0] = one(tC0, c0&path3)
	x[tC0a] = one(tC0a, c0&path0)
	x[tC0b] = one(tC0b, c0&path1)
	x[tC0c] = one(tC0c, c0&path2)
	x[tCm2] = one(tCm2, m2.paths&path2)
	x[tCp2] = one(tCp2, p2.paths&path2)

	x[tNextW0] = two(tNextW0, next, w0.hash)
	x[tPrev] = one(tPrev, prev)
	x[tNextS] = two(tNextS, next, low(w0.suffix, 3))

	g0, gm, gp := uint64(w0.place), uint64(m1.place), uint64(p1.place)
	if g0|gm|gp == 0 {
		return numFull
	}
	x[tPlace] = one(tPlace, g0)
	x[tPlacem1] = two(tPlacem1, gm, g0)
	x[tPlacep1] = two(tPlacep1, g0, gp)
	x[tPlaceWp1] = two(tPlaceWp1, g0, p1.hash)
	x[tPlaceWm1] = two(tPlaceWm1, g0, m1.hash)
	x[tPlaceName] = two(tPlaceName, g0, n0)
	x[tHeadPlace] = two(tHeadPlace, head, g0)
	return NumTemplates
}

// numOwn bounds the features of own.
const numOwn = 16

// own computes those features of w, as the token that is tagged, that read no other
// token.
func (w *facts) own(x *[numOwn]uint64) int {
	x[0] = one(tBias, uint64(w.shape&3))
	x[1] = one(tW0, w.hash)
	if w.small {
		return 2
	}
	x[2] = one(tP2, low(w.prefix, 2))
	x[3] = one(tP3, low(w.prefix, 3))
	x[4] = one(tP4, low(w.prefix, 4))
	x[5] = one(tS1, low(w.suffix, 1))
	x[6] = one(tS2, low(w.suffix, 2))
	x[7] = one(tS3, low(w.suffix, 3))
	x[8] = one(tS4, low(w.suffix, 4))
	x[9] = one(tShape, uint64(w.shape))
	x[10] = one(tName, uint64(w.class&nameMask))
	x[11] = one(tHeadWord, uint64(w.class&headMask))
	c0 := w.paths
	x[12] = one(tC0, c0&path3)
	x[13] = one(tC0a, c0&path0)
	x[14] = one(tC0b, c0&path1)
	x[15] = one(tC0c, c0&path2)
	return numOwn
}

// numRare bounds the features of rare.
const numRare = 5

// rare computes the features of At that join a word to another or to what stands near:
// most of these the model has never seen.
func (f *Features) rare(i int, x []uint64) int {
	w := f.words[i : i+2*pad+1 : i+2*pad+1]
	m1, w0, p1 := &w[1], &w[2], &w[3]
	x = x[:numRare]
	x[0] = two(tWm1W0, m1.hash, w0.hash)
	x[1] = two(tW0Wp1, w0.hash, p1.hash)
	x[2] = two(tWm1Wp1, m1.hash, p1.hash)
	if w0.small {
		return 3
	}
	next := uint64(f.next[i])
	x[3] = two(tNextW0, next, w0.hash)
	x[4] = two(tNextS, next, low(w0.suffix, 3))
	return numRare
}

// numPairs bounds the features of pairs.
const numPairs = 21

// pairs computes the other features of At that read more than one token.
func (f *Features) pairs(i int, x []uint64) int {
	x = x[:numPairs]
	w := f.words[i : i+2*pad+1 : i+2*pad+1]
	m1, w0, p1 := &w[1], &w[2], &w[3]
	n0, nm, np := uint64(w0.class&nameMask), uint64(m1.class&nameMask), uint64(p1.class&nameMask)
	h0, hm, hp := uint64(w0.class&headMask), uint64(m1.class&headMask), uint64(p1.class&headMask)
	c0, cm, cp := w0.paths, m1.paths, p1.paths
	next, prev, head := uint64(f.next[i]), uint64(f.prev[i]), uint64(f.head[i])

	x[0] = two(tHeads, hm<<32|hp, h0)
	x[1] = two(tCm1C0, cm&path1, c0&path1)
	x[2] = two(tC0Cp1, c0&path1, cp&path1)
	x[3] = two(tCm1Cp1, cm&path1, cp&path1)
	x[4] = one(tNext, next)
	x[5] = two(tPrevNext, prev, next)
	x[6] = two(tHead, head, n0)
	if w0.small {
		return 7
	}
	x[7] = two(tShapes, uint64(w0.shape), uint64(m1.shape)<<16|uint64(p1.shape))
	x[8] = two(tNamem1Name, nm, n0)
	x[9] = two(tNameNamep1, n0, np)
	x[10] = two(tHeadm1Name, hm, n0)
	x[11] = two(tNameHeadp1, n0, hp)
	x[12] = two(tNamesWp1, n0|nm<<32, p1.hash)
	x[13] = one(tPrev, prev)

	g0, gm, gp := uint64(w0.place), uint64(m1.place), uint64(p1.place)
	if g0|gm|gp == 0 {
		return 14
	}
	x[14] = one(tPlace, g0)
	x[15] = two(tPlacem1, gm, g0)
	x[16] = two(tPlacep1, g0, gp)
	x[17] = two(tPlaceWp1, g0, p1.hash)
	x[18] = two(tPlaceWm1, g0, m1.hash)
	x[19] = two(tPlaceName, g0, n0)
	x[20] = two(tHeadPlace, head, g0)
	return numPairs
}
