package person

import (
	"strings"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
)

// spacedInitials notes the letters of initials without stops where one of them is also a
// word of grammar: एन के गुप्ता ने, पी के सिंह, and before a clause or a name के के शर्मा. The words
// बिहार के सी त्यागी stay a genitive.
func (f *finder) spacedInitials() {
	tokens := f.d.Tokens()
	for i := 0; i < len(tokens); i++ {
		n := i
		for n < len(tokens) && n-i < 4 && tokens[n].Class.Has(lexicon.Letter) && tokens[n].Sentence == tokens[i].Sentence {
			n++
		}
		if n-i < 2 || n-i > 3 || n >= len(tokens) || tokens[n].Sentence != tokens[i].Sentence {
			continue
		}
		c := tokens[n].Class
		if !c.Has(lexicon.Surname) || c.Has(grammar) {
			continue
		}
		if tokens[i].Class.Has(grammar) && i > 0 && tokens[i-1].Sentence == tokens[i].Sentence && tokens[i-1].Kind != document.Punct && !tokens[i-1].Class.Has(lexicon.Honorific|lexicon.Conjunction) {
			if k, _ := f.headEndingBefore(i); k == 0 {
				continue
			}
		}
		for k := i; k < n; k++ {
			f.initial[k] = true
		}
		i = n
	}
}

// initials reports whether initials stand at token i: जेपी, के. or के के.
func (f *finder) initials(i int) bool {
	if i >= f.d.Len() {
		return false
	}
	t := &f.d.Tokens()[i]
	if t.Kind != document.Word {
		return false
	}
	if t.Class.Has(lexicon.Letter) {
		return f.initial[i] || f.d.Key(i+1) == "." || i+1 < f.d.Len() && f.d.Tokens()[i+1].Class.Has(lexicon.Letter) || !t.Class.Has(grammar) && i+1 < f.d.Len() && f.kindOf(i+1) >= unknown
	}
	return !t.Class.Has(lexicon.CommonWord|lexicon.GivenName|lexicon.Surname|grammar) && spelt(t.Key)
}

// letterNames are the names of the Latin letters, by their first letter.
var letterNames = func() (by [128][]string) {
	for _, l := range strings.Fields("डब्ल्यू डब्लू क्यू एक्स एच एफ आई आइ एल एम एन आर एस यू वी वाई वाइ जेड ए बी सी डी ई जी जे के ओ पी टी") {
		by[firstLetter(l)] = append(by[firstLetter(l)], l)
	}
	return by
}()

// firstLetter returns the place in the Devanagari block of the letter that key opens with,
// 0, where no letter stands, for other keys.
func firstLetter(key string) byte {
	if len(key) < 3 || key[0] != 0xe0 || key[1]|1 != 0xa5 {
		return 0
	}
	return key[1]&1<<6 | key[2]&0x3f
}

// letterAt returns the letter name that opens key, "" for none: the longest syllables first,
// and no name goes on with a vowel sign.
func letterAt(key string) string {
	for _, l := range letterNames[firstLetter(key)] {
		if strings.HasPrefix(key, l) {
			rest := key[len(l):]
			if rest != "" && (strings.HasPrefix(rest, "ा") || strings.HasPrefix(rest, "ं") || strings.HasPrefix(rest, "्") || strings.HasPrefix(rest, "ि") || strings.HasPrefix(rest, "ी") || strings.HasPrefix(rest, "ु") || strings.HasPrefix(rest, "ू") || strings.HasPrefix(rest, "े") || strings.HasPrefix(rest, "ै") || strings.HasPrefix(rest, "ो") || strings.HasPrefix(rest, "ौ")) {
				continue
			}
			return l
		}
	}
	return ""
}

// letters returns the letters that key is spelt of: जेपी → जे पी; nil where it is not.
func letters(key string) []string {
	n := countLetters(key)
	if n == 0 {
		return nil
	}
	out := make([]string, 0, n)
	for key != "" {
		l := letterAt(key)
		out = append(out, l)
		key = key[len(l):]
	}
	return out
}

// countLetters returns the number of letters that key is spelt of, 0 where it is not.
func countLetters(key string) int {
	n := 0
	for key != "" {
		l := letterAt(key)
		if l == "" {
			return 0
		}
		key = key[len(l):]
		n++
	}
	return n
}

// spelt reports whether key is two to four letter names: जेपी, सीबी, केसी.
func spelt(key string) bool {
	if len(key) > 40 {
		return false
	}
	n := countLetters(key)
	return n >= 2 && n <= 4
}

// afterInitial reports whether a name may go on at token i behind "आर.".
func (f *finder) afterInitial(i int) bool {
	return i < f.d.Len() && (f.d.Tokens()[i].Class.Has(lexicon.Letter) || f.nameLike(i))
}

func (f *finder) onlyInitials(r document.Range) bool {
	for i := r.First; i < r.End; i++ {
		t := &f.d.Tokens()[i]
		if t.Kind == document.Word && !t.Class.Has(lexicon.Letter) && !(spelt(t.Key) && !t.Class.Has(lexicon.GivenName|lexicon.Surname)) {
			return false
		}
	}
	return true
}
