package grapheme

// The classes of the characters in the table. They merge the properties
// Grapheme_Cluster_Break and Indic_Conjunct_Break of Unicode as far as the rules
// need them apart.
const (
	other     = iota // a character that starts a cluster: अ १ । a “
	consonant        // InCB=Consonant: क ज़ ॹ
	linker           // InCB=Linker, the virama: ्
	extend           // InCB=Extend: nukta, ु ं, ZWJ
	mark             // attaches, and ends a chance of a conjunct: ा ि ो, ZWNJ
	control          // GCB=Control and LF: a boundary on both sides
	carriage         // CR
	feed             // LF
	untabled         // not in the table: read by rest
)

// The states of the machine: what stands before the next character.
const (
	start    = iota // a boundary that is already counted
	open            // a cluster to which only marks attach
	single          // a cluster that ends in a consonant and marks
	linked          // … and a linker among the marks: a consonant joins (GB9c)
	closed          // a control, to which nothing attaches
	returned        // CR, to which only LF attaches
)

const (
	starts = 0x80 // in a transition: a cluster starts with the character
	states = 0x38 // in a transition: the new state, shifted by 3
)

// transitions holds, for a state and a class, the new state and whether a cluster
// starts. Rule numbers are those of UAX #29.
var transitions = func() (t [64]uint8) {
	for state := start; state <= returned; state++ {
		for class := other; class <= feed; class++ {
			next, boundary := open, true // GB999
			switch class {
			case consonant:
				next = single
				boundary = state != linked // GB9c
			case linker, extend:
				boundary = false // GB9
				switch {
				case state == single && class == extend:
					next = single
				case state == single || state == linked:
					next = linked
				}
			case mark:
				boundary = false // GB9, GB9a
			case control:
				next = closed // GB5
			case carriage:
				next = returned // GB5
			case feed:
				next = closed
				boundary = state != returned // GB3, GB5
			}
			switch {
			case state == closed || state == returned && class != feed:
				boundary = true // GB4
			case state == start:
				boundary = false // GB1, and the boundary before it is counted
			}
			t[state<<3|class] = uint8(next << 3)
			if boundary {
				t[state<<3|class] |= starts
			}
		}
	}
	return t
}()

// The class tables, by the last bytes of a character.
var (
	// ascii is indexed by the byte.
	ascii = func() (t [128]uint8) {
		for c := range t {
			switch {
			case c == '\r':
				t[c] = carriage
			case c == '\n':
				t[c] = feed
			case c < 0x20 || c == 0x7f:
				t[c] = control
			}
		}
		return t
	}()

	// deva holds U+0900..U+097F, indexed by the low bit of the second byte and the
	// whole third byte. Source: Unicode 17.0, GraphemeBreakProperty.txt and
	// DerivedCoreProperties.txt (InCB); the block is the same since 15.1.
	deva = func() (t [512]uint8) {
		for i := range t {
			t[i] = untabled // a third byte that is no continuation
		}
		for c := 0x900; c <= 0x97f; c++ {
			class := uint8(other)
			switch {
			case c >= 0x915 && c <= 0x939, c >= 0x958 && c <= 0x95f, c >= 0x978:
				class = consonant
			case c == 0x94d:
				class = linker
			case c <= 0x902, c == 0x93a, c == 0x93c, c >= 0x941 && c <= 0x948, c >= 0x951 && c <= 0x957, c == 0x962, c == 0x963:
				class = extend // Mn: ँ ं ़ ु ू ृ े ै
			case c == 0x903, c == 0x93b, c >= 0x93e && c <= 0x940, c >= 0x949 && c <= 0x94c, c == 0x94e, c == 0x94f:
				class = mark // Mc: ः ा ि ी ो ौ
			}
			t[(c>>6&1)<<8|0x80|c&0x3f] = class
		}
		return t
	}()

	// general holds U+2000..U+203F, the spaces, joiners, dashes and quotes of the
	// General Punctuation block, indexed by the third byte. Source: as deva.
	general = func() (t [256]uint8) {
		for i := range t {
			t[i] = untabled
		}
		for c := 0x2000; c <= 0x203f; c++ {
			class := uint8(other)
			switch {
			case c == 0x200b, c == 0x200e, c == 0x200f, c >= 0x2028 && c <= 0x202e:
				class = control
			case c == 0x200c: // ZWNJ has no InCB value
				class = mark
			case c == 0x200d: // ZWJ
				class = extend
			case c == 0x203c: // ‼ is an emoji
				class = untabled
			}
			t[0x80|c&0x3f] = class
		}
		return t
	}()

	// latin1 holds U+0080..U+00FF, indexed by the low bit of the first byte and the
	// second byte. Source: as deva.
	latin1 = func() (t [512]uint8) {
		for i := range t {
			t[i] = untabled
		}
		for c := 0x80; c <= 0xff; c++ {
			class := uint8(other)
			switch {
			case c < 0xa0 || c == 0xad: // C1 controls, soft hyphen
				class = control
			case c == 0xa9 || c == 0xae: // © and ® are emoji
				class = untabled
			}
			t[(c>>6&1)<<8|0x80|c&0x3f] = class
		}
		return t
	}()
)

// class returns the class of the character of s at i and its length in bytes. The
// length of an untabled one is 0.
func class(s string, i int) (c uint8, n int) {
	switch b := s[i]; {
	case b < 0x80:
		return ascii[b], 1
	case b == 0xe0:
		if i+2 < len(s) && s[i+1]&^1 == 0xa4 {
			if c = deva[int(s[i+1]&1)<<8|int(s[i+2])]; c < untabled {
				return c, 3
			}
		}
	case b == 0xe2:
		if i+2 < len(s) {
			switch s[i+1] {
			case 0x80:
				if c = general[s[i+2]]; c < untabled {
					return c, 3
				}
			case 0x82: // U+2080..U+20BF: subscripts and ₹
				if s[i+2]&0xc0 == 0x80 {
					return other, 3
				}
			}
		}
	case b&^1 == 0xc2:
		if i+1 < len(s) {
			if c = latin1[int(b&1)<<8|int(s[i+1])]; c < untabled {
				return c, 2
			}
		}
	}
	return untabled, 0
}

// advance passes clusters of s from the boundary at up to the first boundary at or
// behind limit, which it returns with the number of clusters passed.
func advance(s string, at, limit int) (n, end int) {
	i := at
	first := at // where the open cluster starts
	state := uint8(start)
	for i < len(s) {
		var c uint8
		var w int
		switch b := s[i]; {
		case b < 0x80:
			c, w = ascii[b], 1
		case b == 0xe0 && i+2 < len(s) && s[i+1]&^1 == 0xa4:
			c, w = deva[int(s[i+1]&1)<<8|int(s[i+2])], 3
		default:
			c, w = class(s, i)
		}
		if c == untabled {
			first += rest(s[first:])
			n++
			if i, state = first, start<<3; i >= limit {
				return n, i
			}
			continue
		}
		t := transitions[(state|c)&63]
		if i >= limit && t&starts != 0 {
			return n + 1, i
		}
		// Without a branch, since whether a cluster starts is hard to foresee.
		started := int(t >> 7)
		n += started
		first += (i - first) & -started
		state = t & states
		i += w
	}
	if first < i {
		n++
	}
	return n, i
}
