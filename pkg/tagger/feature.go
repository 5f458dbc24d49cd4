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
	place  uint32 // place-list entry that covers the token: its kinds and the position in it
	shape  uint32
	letter int // letters in the key
}

// Attr is what the word table says of a word: its cluster in the low bits, list
// memberships above.
type Attr uint32

// The parts of an Attr.
const (
	ClusterBits      = 10
	ClusterMask Attr = 1<<ClusterBits - 1
)

// List memberships of a word (or, for places, of a phrase).
const (
	GivenMale Attr = 1 << (ClusterBits + iota)
	GivenFemale
	GivenAny
	Surname
	Honorific
	Function   // postposition, conjunction, pronoun, auxiliary, particle
	OrgHead    // पार्टी, मंत्रालय, विश्वविद्यालय … (last word of an organisation's name)
	Role       // मंत्री, अध्यक्ष, प्रवक्ता … (last word of an office)
	PlaceFirst // first word of a place name of several words
	PlaceState // country or state
	PlaceDistrict
	PlaceCity // city or town
	PlaceLocal
	PlaceRegion
	PlaceWorld
	OrgName // a party, agency or body known by this one word
	PlaceHead
)

const (
	nameMask  = GivenMale | GivenFemale | GivenAny | Surname | Honorific
	placeMask = PlaceState | PlaceDistrict | PlaceCity | PlaceLocal | PlaceRegion | PlaceWorld
	roleMask  = OrgHead | Role | OrgName | PlaceHead
	listMask  = nameMask | placeMask | roleMask
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

// Template numbers. Their order is part of the model file: append only, and retrain.
const (
	tBias = iota
	tW0
	tWm1
	tWp1
	tWm2
	tWp2
	tWm1W0
	tW0Wp1
	tWm1Wp1
	tWp1Wp2
	tWm2Wm1
	tP2
	tP3
	tP4
	tS1
	tS2
	tS3
	tS4
	tS3m1
	tS3p1
	tP3p1
	tS2P2
	tShape
	tShapes
	tList
	tListm1
	tListp1
	tListm1List
	tListListp1
	tListW
	tPlace
	tPlacem1
	tPlacep1
	tPlaceWp1
	tPlaceWm1
	tPlaceList
	tC0
	tC0a
	tC0b
	tC0c
	tCm1
	tCp1
	tCm2
	tCp2
	tCm1C0
	tC0Cp1
	tCm1Cp1
	tNext
	tNextW0
	tPrev
	tPrevNext
	tNextS
	tHeadAhead
	// NumTemplates is the number of features of every token.
	NumTemplates
)

// Groups names the feature groups, for the ablation that training prints.
var Groups = []string{"word", "context", "affix", "shape", "lists", "places", "clusters", "phrase"}

// GroupOf returns the index in Groups of template t.
func GroupOf(t int) int {
	switch {
	case t <= tW0:
		return 0
	case t <= tWm2Wm1:
		return 1
	case t <= tS2P2:
		return 2
	case t <= tShapes:
		return 3
	case t <= tListW:
		return 4
	case t <= tPlaceList:
		return 5
	case t <= tCm1Cp1:
		return 6
	}
	return 7
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
	n := len(tokens)
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
	w := f.words[pad : pad+n]
	for i := range w {
		tok := &tokens[i]
		w[i].read(tok.Key)
		w[i].class, w[i].paths = t.lookup(w[i].hash)
		w[i].place = 0
		w[i].shape = shape(tok, w[i].letter)
	}
	t.places(w)

	// The nearest function word or mark on either side, with its distance: in राजीव
	// बिंदल ने it tells राजीव of the ने behind the whole name.
	last, dist := uint32(0), uint32(0)
	for i := n - 1; i >= 0; i-- {
		f.next[i] = last<<3 | min(dist, 6)
		dist++
		if w[i].class&Function != 0 || tokens[i].Kind == document.Punct {
			last, dist = uint32(w[i].hash)>>3, 0
		}
	}
	last, dist = 1, 0
	for i := 0; i < n; i++ {
		f.prev[i] = last<<3 | min(dist, 6)
		dist++
		if w[i].class&Function != 0 || tokens[i].Kind == document.Punct {
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
		case w[i].class&Function != 0 || tokens[i].Kind == document.Punct:
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
	return mix((a + uint64(t)*mul1) * mul3)
}

func two(t int, a, b uint64) uint64 {
	return mix((a+uint64(t)*mul1)*mul3 ^ bits.RotateLeft64(b*mul2, 23))
}

func low(x uint64, letters int) uint64 { return x & (1<<(8*letters) - 1) }

// At writes the features of token i of the loaded sentence.
func (f *Features) At(i int, x *[NumTemplates]uint64) {
	w := f.words[i : i+2*pad+1 : i+2*pad+1]
	m2, m1, w0, p1, p2 := &w[0], &w[1], &w[2], &w[3], &w[4]

	x[tBias] = one(tBias, 0)
	x[tW0] = one(tW0, w0.hash)
	x[tWm1] = one(tWm1, m1.hash)
	x[tWp1] = one(tWp1, p1.hash)
	x[tWm2] = one(tWm2, m2.hash)
	x[tWp2] = one(tWp2, p2.hash)
	x[tWm1W0] = two(tWm1W0, m1.hash, w0.hash)
	x[tW0Wp1] = two(tW0Wp1, w0.hash, p1.hash)
	x[tWm1Wp1] = two(tWm1Wp1, m1.hash, p1.hash)
	x[tWp1Wp2] = two(tWp1Wp2, p1.hash, p2.hash)
	x[tWm2Wm1] = two(tWm2Wm1, m2.hash, m1.hash)

	x[tP2] = one(tP2, low(w0.prefix, 2))
	x[tP3] = one(tP3, low(w0.prefix, 3))
	x[tP4] = one(tP4, low(w0.prefix, 4))
	x[tS1] = one(tS1, low(w0.suffix, 1))
	x[tS2] = one(tS2, low(w0.suffix, 2))
	x[tS3] = one(tS3, low(w0.suffix, 3))
	x[tS4] = one(tS4, low(w0.suffix, 4))
	x[tS3m1] = one(tS3m1, low(m1.suffix, 3))
	x[tS3p1] = one(tS3p1, low(p1.suffix, 3))
	x[tP3p1] = one(tP3p1, low(p1.prefix, 3))
	x[tS2P2] = two(tS2P2, low(w0.suffix, 2), low(w0.prefix, 2))

	x[tShape] = one(tShape, uint64(w0.shape))
	x[tShapes] = two(tShapes, uint64(w0.shape), uint64(m1.shape)<<16|uint64(p1.shape))

	l0, lm, lp := uint64(w0.class&listMask), uint64(m1.class&listMask), uint64(p1.class&listMask)
	n0, nm, np := l0&uint64(nameMask|roleMask), lm&uint64(nameMask|roleMask), lp&uint64(nameMask|roleMask)
	x[tList] = one(tList, n0)
	x[tListm1] = one(tListm1, nm)
	x[tListp1] = one(tListp1, np)
	x[tListm1List] = two(tListm1List, nm, n0)
	x[tListListp1] = two(tListListp1, n0, np)
	x[tListW] = two(tListW, n0|nm<<32, p1.hash)

	g0, gm, gp := uint64(w0.place), uint64(m1.place), uint64(p1.place)
	x[tPlace] = one(tPlace, g0)
	x[tPlacem1] = two(tPlacem1, gm, g0)
	x[tPlacep1] = two(tPlacep1, g0, gp)
	x[tPlaceWp1] = two(tPlaceWp1, g0, p1.hash)
	x[tPlaceWm1] = two(tPlaceWm1, g0, m1.hash)
	x[tPlaceList] = two(tPlaceList, g0, n0)

	c0, cm, cp := w0.paths, m1.paths, p1.paths
	x[tC0] = one(tC0, c0&path3)
	x[tC0a] = one(tC0a, c0&path0)
	x[tC0b] = one(tC0b, c0&path1)
	x[tC0c] = one(tC0c, c0&path2)
	x[tCm1] = one(tCm1, cm&path2)
	x[tCp1] = one(tCp1, cp&path2)
	x[tCm2] = one(tCm2, m2.paths&path2)
	x[tCp2] = one(tCp2, p2.paths&path2)
	x[tCm1C0] = two(tCm1C0, cm&path1, c0&path1)
	x[tC0Cp1] = two(tC0Cp1, c0&path1, cp&path1)
	x[tCm1Cp1] = two(tCm1Cp1, cm&path1, cp&path1)

	x[tNext] = one(tNext, uint64(f.next[i]))
	x[tNextW0] = two(tNextW0, uint64(f.next[i]), w0.hash)
	x[tPrev] = one(tPrev, uint64(f.prev[i]))
	x[tPrevNext] = two(tPrevNext, uint64(f.prev[i]), uint64(f.next[i]))
	x[tNextS] = two(tNextS, uint64(f.next[i]), low(w0.suffix, 3))
	x[tHeadAhead] = two(tHeadAhead, uint64(f.head[i]), g0)
}
