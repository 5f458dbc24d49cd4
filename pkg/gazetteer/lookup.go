package gazetteer

import (
	"strings"
	"unicode/utf8"

	"khabar/pkg/devanagari"
)

// A slot of the hash of first words: hash, the word, its first phrase.
const slotSize = 12

// A phrase: the words after the first (one string, parted by spaces), its entries
// (position and number in lists), the number of words, its clashes, a flag on the last
// phrase of a first word, and the Mark of the second word, 0 where there is none.
const (
	phRest  = 0
	phList  = 4
	phCount = 8
	phWords = 10
	phClash = 11
	phLast  = 12
	phMark  = 13
	phSize  = 16
)

// The bit filter before the hash table: 128 KiB stay in a core's cache where the table
// does not, and one word in twenty-five that starts no name gets through.
const (
	bitLog   = 20
	bitBytes = 1 << bitLog / 8
)

// Name is a name in the table: one spelling, and the places that bear it. The zero
// Name is none.
type Name struct {
	t  *Table
	at uint32 // position in phrases, plus one
}

// Valid reports whether n is a name.
func (n Name) Valid() bool { return n.at != 0 }

// Words returns the number of words of the name.
func (n Name) Words() int {
	if n.at == 0 {
		return 0
	}
	return int(n.t.phrases[n.at-1+phWords])
}

// Clash returns what the name may be besides a place.
func (n Name) Clash() Clash {
	if n.at == 0 {
		return 0
	}
	return Clash(n.t.phrases[n.at-1+phClash])
}

// Len returns the number of places that bear the name.
func (n Name) Len() int {
	if n.at == 0 {
		return 0
	}
	return int(n.t.phrases[n.at-1+phCount]) | int(n.t.phrases[n.at+phCount])<<8
}

// Entry returns the i-th place that bears the name, by prominence.
func (n Name) Entry(i int) Entry {
	list := u32(n.t.phrases, int(n.at)-1+phList)
	return Entry{n.t, u32(n.t.lists, int(list)+4*i)}
}

// Entries returns all places that bear the name, the most prominent first.
func (n Name) Entries() []Entry {
	out := make([]Entry, n.Len())
	for i := range out {
		out[i] = n.Entry(i)
	}
	return out
}

// May reports whether a name may start with w: most words of a text do not pass this one
// bit, without their letters being read.
func (t *Table) May(w devanagari.Word) bool {
	b := uint32(w.Hash) >> (32 - bitLog)
	return t.bits[b>>3]>>(b&7)&1 != 0
}

// group returns the position of the phrases whose first word is word, -1 for none.
func (t *Table) group(word devanagari.Word) int {
	if !t.May(word) {
		return -1
	}
	h := uint32(word.Hash)
	for i := h & t.mask; ; i = (i + 1) & t.mask {
		at := int(i) * slotSize
		w := u32(t.slots, at+4)
		if w == 0 {
			return -1
		}
		if u32(t.slots, at) == h && t.str(w) == word.Key {
			return int(u32(t.slots, at+8))
		}
	}
}

// Starts reports whether a name starts with the folded word.
func (t *Table) Starts(word string) bool {
	return t.group(devanagari.WordOf(word)) >= 0 || t.over != nil && t.over.Starts(word)
}

// Match returns the longest name that the words spell. word(i) gives the folded key of
// the i-th word, "" where the text ends.
func (t *Table) Match(word func(i int) string) Name {
	var best Name
	if t.over != nil {
		best = t.over.Match(word)
	}
	at := t.group(devanagari.WordOf(word(0)))
	if at < 0 {
		return best
	}
next:
	for ; ; at += phSize {
		n := int(t.phrases[at+phWords])
		if n <= best.Words() {
			return best
		}
		rest := t.str(u32(t.phrases, at+phRest))
		for i := 1; i < n; i++ {
			w := rest
			if j := strings.IndexByte(rest, ' '); j >= 0 {
				w, rest = rest[:j], rest[j+1:]
			}
			if word(i) != w {
				if t.phrases[at+phLast] != 0 {
					return best
				}
				continue next
			}
		}
		return Name{t, uint32(at + 1)}
	}
}

// First returns the longest name of the table whose first word is word; Next gives the
// shorter ones. It is Match for callers that have the words at hand and count cycles:
// names added with With are not among them (see Added).
func (t *Table) First(word devanagari.Word) Name {
	at := t.group(word)
	return Name{t, uint32(at + 1)}
}

// Added returns the table of the names added with With, nil where there are none.
func (t *Table) Added() *Table { return t.over }

// Next returns the next shorter name with the same first word, or none.
func (n Name) Next() Name {
	if n.at == 0 || n.t.phrases[n.at-1+phLast] != 0 {
		return Name{}
	}
	return Name{n.t, n.at + phSize}
}

// Mark returns the byte of a folded word that tells most Hindi words apart: the third, the
// last of its first letter.
func Mark(word string) byte {
	if word == "" {
		return 0
	}
	return word[min(2, len(word)-1)]
}

// Second returns the Mark of the second word of the name, 0 where it has one word: with it
// a caller turns away the names that a text does not go on to spell, without reading them.
func (n Name) Second() byte {
	if n.at == 0 {
		return 0
	}
	return n.t.phrases[n.at-1+phMark]
}

// Rest returns the folded words after the first, parted by single spaces.
func (n Name) Rest() string { return n.t.str(u32(n.t.phrases, int(n.at)-1+phRest)) }

// looseMark opens the keys under which Similar finds names; no word starts with it.
const looseMark = '~'

// loose returns the key that names share which differ only as towns are spelt from paper
// to paper: the length or presence of ि ी ु ू (दीगोद, दिगोद; वारिसलीगंज, वारसलीगंज), a final
// anusvara (नैनवां, नैनवा), ण for न and ष for श, a space (सवाईमाधोपुर). Names of fewer than
// three consonants would meet too many others and have none.
func loose(name string) (string, bool) {
	out := []byte{looseMark}
	letters, kept := 0, 0
	fold := devanagari.Fold(name)
	for i, r := range fold {
		switch r {
		case 'ि', 'ी', 'ु', 'ू', ' ', '-', '.':
			continue
		case 'ं':
			if i+len("ं") == len(fold) {
				continue
			}
		case 'ण':
			r = 'न'
		case 'ष':
			r = 'श'
		case 'ई':
			r = 'इ'
		case 'ऊ':
			r = 'उ'
		}
		switch {
		case devanagari.IsConsonant(r) || devanagari.IsVowel(r):
			letters++
		case r < 0x80 || !devanagari.IsLetter(r):
			return "", false
		}
		out = utf8.AppendRune(out, r)
		kept++
	}
	return string(out), letters >= 3 && kept >= 4
}

// looser returns the key for names that other languages lend, which Hindi papers spell by
// ear; key is what loose returns. Beyond loose, one sibilant stands for another and व for ब
// (सिवाकाशी, शिवाकासी), a doubled consonant is one (नल्लूर, नलूर), and the full name of the
// south is the one without its ending (नीलेश्वरम, नीलेश्वर). Names of fewer than four consonants
// have none.
func looser(key string) (string, bool) {
	out := []byte{looseMark, looseMark}
	letters := 0
	key = key[1:]
	if strings.HasSuffix(key, "ेश्वरम") {
		key = strings.TrimSuffix(key, "म")
	}
	var last rune // the consonant before
	joined := false
	for _, r := range key {
		switch r {
		case 'श':
			r = 'स'
		case 'व':
			r = 'ब'
		case devanagari.Virama:
			joined = last != 0
			continue
		}
		if joined {
			joined = false
			if r == last {
				continue
			}
			out = utf8.AppendRune(out, devanagari.Virama)
		}
		last = 0
		if devanagari.IsConsonant(r) {
			last = r
		}
		if last != 0 || devanagari.IsVowel(r) {
			letters++
		}
		out = utf8.AppendRune(out, r)
	}
	return string(out), letters >= 4
}

// Similar returns the Indian places whose name is the folded word in another spelling:
// see loose. It is for words that Match does not know and that the text marks as places.
func (t *Table) Similar(word string) Name {
	key, ok := loose(word)
	if !ok {
		return Name{}
	}
	if n := t.single(key); n.Valid() {
		return n
	}
	if key, ok = looser(key); ok {
		return t.single(key)
	}
	return Name{}
}

// single returns the name that is the one word key.
func (t *Table) single(key string) Name {
	for n := t.First(devanagari.WordOf(key)); n.Valid(); n = n.Next() {
		if n.Words() == 1 {
			return n
		}
	}
	return Name{}
}

// Words folds a name and splits it into words as the table does: at spaces, hyphens,
// full stops and commas (जम्मू-कश्मीर is जम्मू कश्मीर, हि.प्र. is हि प्र).
func Words(name string) []string {
	return strings.FieldsFunc(devanagari.Fold(name), func(r rune) bool {
		switch r {
		case ' ', '-', '‑', '–', '—', '.', ',', '/', '(', ')', '\'', '’':
			return true
		}
		return false
	})
}

// Find returns the name that is spelt name, Hindi or English, or none.
func (t *Table) Find(name string) Name {
	words := Words(name)
	if len(words) == 0 {
		return Name{}
	}
	n := t.Match(func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	})
	if n.Words() != len(words) {
		return Name{}
	}
	return n
}

// Lookup returns the places that are called name, in Hindi or English, the most
// prominent first.
func (t *Table) Lookup(name string) []Entry {
	n := t.Find(name)
	if !n.Valid() {
		return nil
	}
	return n.Entries()
}

// Each calls f with every name of the table, its words parted by single spaces, in the
// order of the first words' hashes, until f returns false. The keys of Similar are left
// out.
func (t *Table) Each(f func(key string, n Name) bool) {
	for at := 0; at < len(t.slots); at += slotSize {
		w := u32(t.slots, at+4)
		if w == 0 {
			continue
		}
		word := t.str(w)
		if word[0] == looseMark {
			continue
		}
		for n := (Name{t, u32(t.slots, at+8) + 1}); n.Valid(); n = n.Next() {
			key := word
			if n.Words() > 1 {
				key += " " + n.Rest()
			}
			if n.Len() > 0 && !f(key, n) { // 0: taken away
				return
			}
		}
	}
	if t.over != nil {
		t.over.Each(f)
	}
}

// Scan calls f with the longest names in the folded text, by their bytes, in text order
// and without overlaps. A word is a run of Devanagari letters; a name's words are parted
// by one space or hyphen. It is Match for callers without tokens.
func (t *Table) Scan(text string, f func(start, end int, n Name)) {
	for i := 0; i < len(text); {
		if text[i] != 0xe0 { // no Devanagari letter
			i++
			continue
		}
		w, end := devanagari.WordAt(text, i)
		if end == i {
			i++
			continue
		}
		if t.May(w) {
			if n, to := t.scanned(text, end, w); to > 0 {
				f(i, to, n)
				end = to
			}
		}
		i = end
	}
}

// scanned returns the longest name whose first word w ends at end, and its own end, 0
// for none.
func (t *Table) scanned(text string, end int, w devanagari.Word) (Name, int) {
	var next byte // the Mark of the word behind a space or hyphen
	if end+3 < len(text) {
		next = text[end+3]
	}
	for n := t.First(w); n.Valid(); n = n.Next() {
		switch n.Second() {
		case 0:
			return n, end
		case next:
			if to := spellsAt(text, end, n.Rest()); to > 0 {
				return n, to
			}
		}
	}
	return Name{}, 0
}

// spellsAt reports whether rest stands in s from i on, each word behind one space or
// hyphen: the end of it, 0 for no.
func spellsAt(s string, i int, rest string) int {
	for rest != "" {
		w := rest
		if k := strings.IndexByte(rest, ' '); k >= 0 {
			w, rest = rest[:k], rest[k+1:]
		} else {
			rest = ""
		}
		if i >= len(s) || s[i] != ' ' && s[i] != '-' || !strings.HasPrefix(s[i+1:], w) {
			return 0
		}
		i += 1 + len(w)
	}
	if devanagari.WordEnd(s, i) > i {
		return 0
	}
	return i
}
