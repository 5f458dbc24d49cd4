package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"khabar/pkg/lexicon"
	"khabar/pkg/tagger"
)

// placeHeads are the words that stand behind the name of a place.
const placeHeads = `जिला जिले जिलों जनपद तहसील प्रखंड ब्लॉक मंडल संभाग प्रांत प्रान्त राज्य प्रदेश देश शहर नगर कस्बा कस्बे गांव गाँव ग्राम मोहल्ला मोहल्ले
कॉलोनी कालोनी नदी झील पर्वत घाटी द्वीप महासागर सागर मार्ग रोड चौक चौराहा बाजार बाईपास हवाईअड्डा एयरपोर्ट स्टेशन सीमा क्षेत्र इलाके इलाका`

// wordList collects what the lists say of words and names.
type wordList map[uint64]tagger.Attr

// word adds a to one word; an entry of several words is left out.
func (l wordList) word(entry string, a tagger.Attr) {
	if words := lexicon.Words(entry); len(words) == 1 {
		l[tagger.HashKey(words[0])] |= a
	}
}

// last adds a to the last word of each entry.
func (l wordList) last(entries string, a tagger.Attr) {
	for _, e := range strings.Split(entries, "|") {
		if words := lexicon.Words(e); len(words) > 0 {
			l[tagger.HashKey(words[len(words)-1])] |= a
		}
	}
}

// name adds a to each of the names as a whole.
func (l wordList) name(names string, a tagger.Attr) {
	for _, name := range strings.Split(names, "|") {
		if strings.Contains(name, "*") { // is also a word
			continue
		}
		words := lexicon.Words(name)
		if len(words) == 0 || len(words) > 4 || len([]rune(words[0])) < 2 {
			continue
		}
		h := tagger.HashKey(words[0])
		if len(words) > 1 {
			l[h] |= tagger.First
			for _, w := range words[1:] {
				h = tagger.HashPhrase(h, tagger.HashKey(w))
			}
		}
		l[h] |= a
	}
}

// wordTable collects what khabar's lists say of words: people's names, function words,
// offices, heads of organisations' names, places, and the clusters.
func wordTable(lx *lexicon.Lexicon, gazetteer string, vocabulary []string, cl *clusters) (*tagger.WordTable, error) {
	l := make(wordList)
	for _, r := range lexicon.Rows("given_names") {
		a := tagger.GivenAny
		switch r.Field(4) {
		case "M":
			a = tagger.GivenMale
		case "F":
			a = tagger.GivenFemale
		}
		l.word(r.Field(0), a)
	}
	for _, r := range lexicon.Rows("surnames") {
		a := tagger.Surname
		if n, _ := strconv.Atoi(r.Field(1)); n >= 20 {
			a = tagger.SurnameOften
		}
		l.word(r.Field(0), a)
	}
	for _, r := range lexicon.Rows("common_words") {
		l.word(r.Field(0), tagger.Common)
	}
	for _, r := range lexicon.Rows("roles") {
		switch r.Field(1) {
		case "modifier", "wing", "unit", "kin", "incident", "society", "local":
		default:
			l.last(r.Field(0), tagger.Role)
		}
	}
	for _, r := range lexicon.Rows("organization_heads") {
		switch r.Field(1) {
		case "subject", "scope":
			l.word(r.Field(0), tagger.OrgScope)
		case "follows", "linker":
		default:
			l.last(r.Field(0), tagger.OrgHead)
		}
	}
	for _, r := range lexicon.Rows("organizations") {
		l.name(r.Field(0), tagger.OrgName)
		l.name(r.Field(1), tagger.OrgName)
	}
	for _, w := range strings.Fields(placeHeads) {
		l.word(w, tagger.PlaceHead)
	}
	const function = lexicon.Postposition | lexicon.Pronoun | lexicon.Demonstrative | lexicon.Conjunction | lexicon.Auxiliary | lexicon.Particle
	for _, w := range vocabulary {
		c := lx.Classes(w)
		if c.Has(function) {
			l.word(w, tagger.Function)
		}
		if c.Has(lexicon.Honorific | lexicon.HonorificTail) {
			l.word(w, tagger.Honorific)
		}
	}
	if gazetteer != "" {
		if err := addPlaces(l, gazetteer); err != nil {
			return nil, err
		}
	}
	paths := make([]uint64, 1)
	if cl != nil {
		for _, w := range vocabulary {
			if c, ok := cl.of[w]; ok {
				l[tagger.HashKey(w)] |= tagger.Attr(c + 1)
			}
		}
		for i, p := range cl.paths {
			paths = append(paths, tagger.Paths(p, i+1))
		}
	}
	return tagger.NewWordTable(l, paths), nil
}

// addPlaces reads the tables of pkg/gazetteer/data.
func addPlaces(l wordList, dir string) error {
	kinds := map[string]tagger.Attr{
		"country": tagger.PlaceState, "state": tagger.PlaceState, "province": tagger.PlaceState, "former_country": tagger.PlaceState,
		"district": tagger.PlaceDistrict,
		"city":     tagger.PlaceCity, "town": tagger.PlaceCity,
		"worldcity": tagger.PlaceWorld,
		"region":    tagger.PlaceRegion, "river_valley": tagger.PlaceRegion, "dam": tagger.PlaceRegion, "pilgrimage": tagger.PlaceRegion,
		"tourist": tagger.PlaceRegion, "continent": tagger.PlaceRegion, "sea": tagger.PlaceRegion, "river": tagger.PlaceRegion,
	}
	for _, t := range []struct {
		file        string
		names, more int // columns; -1 for none
		kind        int // column, or -1 and
		attr        tagger.Attr
	}{
		{"india.tsv", 1, 2, 0, tagger.PlaceLocal},
		{"localities.tsv", 1, 2, 0, tagger.PlaceLocal},
		{"world.tsv", 1, 2, 0, tagger.PlaceWorld},
		{"abroad.tsv", 0, -1, 3, tagger.PlaceWorld},
		{"regions.tsv", 0, -1, -1, tagger.PlaceRegion},
		{"districts_changed.tsv", 0, 5, -1, tagger.PlaceDistrict},
		{"variants.tsv", 2, -1, -1, tagger.PlaceCity},
		{"stations.tsv", 1, -1, -1, tagger.PlaceWeak},
	} {
		data, err := os.ReadFile(filepath.Join(dir, t.file))
		if err != nil {
			return err
		}
		for _, r := range lexicon.ParseRows(string(data)) {
			a := t.attr
			if t.kind >= 0 {
				if k, ok := kinds[r.Field(t.kind)]; ok {
					a = k
				}
			}
			l.name(r.Field(t.names), a)
			if t.more >= 0 {
				l.name(r.Field(t.more), a)
			}
		}
	}
	return nil
}
