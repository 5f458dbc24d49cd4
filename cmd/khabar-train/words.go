package main

import (
	"os"
	"path/filepath"
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/lexicon"
	"khabar/pkg/tagger"
)

// orgHeads are the last words of names of bodies, in direct and oblique form.
const orgHeads = `पार्टी दल मोर्चा कांग्रेस सेना संघ संगठन परिषद समिति कमेटी आयोग मंत्रालय विभाग निदेशालय प्राधिकरण बोर्ड निगम
पालिका पंचायत सभा विधानसभा लोकसभा राज्यसभा संसद न्यायालय कोर्ट हाईकोर्ट अदालत पीठ ट्रिब्यूनल न्यायाधिकरण पुलिस थाना कोतवाली
ब्यूरो एजेंसी एजेंसियों बैंक कंपनी कंपनियों लिमिटेड इंडस्ट्रीज कॉर्पोरेशन कारपोरेशन कॉरपोरेशन ग्रुप समूह टेलीकॉम मोटर्स एयरलाइंस एयरवेज
विश्वविद्यालय यूनिवर्सिटी कॉलेज कालेज महाविद्यालय विद्यालय स्कूल संस्थान इंस्टीट्यूट अकादमी अकैडमी एकेडमी अस्पताल हॉस्पिटल मेडिकल
ट्रस्ट न्यास फाउंडेशन सोसाइटी सोसायटी एसोसिएशन फेडरेशन महासंघ यूनियन क्लब लीग इलेवन टीम बटालियन रेजिमेंट बल फोर्स गार्ड
चैनल टीवी अखबार टाइम्स न्यूज पत्रिका प्रेस मिल फैक्ट्री डेयरी मिशन परियोजना योजना सरकार प्रशासन कैबिनेट मंत्रिमंडल
मंडल महासभा परिवार सम्मेलन मजलिस जमात अखाड़ा मठ वक्फ मंच गठबंधन केंद्र सेंटर सर्विस सेवा एक्सचेंज फंड कोष`

// roleHeads are the last words of offices.
const roleHeads = `मंत्री मुख्यमंत्री उपमुख्यमंत्री प्रधानमंत्री गृहमंत्री रक्षामंत्री वित्तमंत्री विदेशमंत्री राष्ट्रपति उपराष्ट्रपति राज्यपाल उपराज्यपाल अध्यक्ष उपाध्यक्ष
महासचिव सचिव संयोजक प्रवक्ता विधायक सांसद पार्षद मेयर महापौर सरपंच प्रधान मुखिया प्रमुख अधिकारी अधीक्षक उपाधीक्षक एसपी एसएसपी डीएसपी
एएसपी सीओ डीआईजी आईजी एडीजी डीजीपी कमिश्नर आयुक्त उपायुक्त डीएम एडीएम एसडीएम कलेक्टर जिलाधिकारी तहसीलदार बीडीओ सीडीओ सीएमओ
निरीक्षक इंस्पेक्टर दरोगा थानाध्यक्ष थानेदार प्रभारी कांस्टेबल सिपाही जज न्यायाधीश मजिस्ट्रेट वकील अधिवक्ता निदेशक महानिदेशक प्रबंधक चेयरमैन
कुलपति प्राचार्य प्रधानाचार्य प्रोफेसर शिक्षक छात्र कप्तान कोच खिलाड़ी बल्लेबाज गेंदबाज अभिनेता अभिनेत्री निर्देशक गायक लेखक कवि पत्रकार संपादक
नेता कार्यकर्ता प्रत्याशी उम्मीदवार सीईओ एमडी वैज्ञानिक डॉक्टर चिकित्सक इंजीनियर सेनापति जनरल मेजर कर्नल राजदूत किसान व्यापारी`

// placeHeads are the words that stand behind the name of a place.
const placeHeads = `जिला जिले जिलों जनपद तहसील प्रखंड ब्लॉक मंडल संभाग प्रांत प्रान्त राज्य प्रदेश देश शहर नगर कस्बा कस्बे गांव गाँव ग्राम मोहल्ला मोहल्ले
कॉलोनी कालोनी नदी झील पर्वत घाटी द्वीप महासागर सागर मार्ग रोड चौक चौराहा बाजार बाईपास हवाईअड्डा एयरपोर्ट स्टेशन सीमा क्षेत्र इलाके इलाका`

// wordTable collects what the lists say of words: names and function words from the
// lexicon, places from a gazetteer folder, clusters.
func wordTable(lx *lexicon.Lexicon, gazetteer string, vocabulary []string, cl *clusters) (*tagger.WordTable, error) {
	attrs := make(map[uint64]tagger.Attr)
	add := func(word string, a tagger.Attr) {
		for _, w := range strings.Fields(devanagari.Fold(word)) {
			attrs[tagger.HashKey(w)] |= a
			break
		}
	}
	for _, r := range lexicon.Rows("given_names") {
		a := tagger.GivenAny
		switch r.Field(4) {
		case "M":
			a = tagger.GivenMale
		case "F":
			a = tagger.GivenFemale
		}
		add(r.Field(0), a)
	}
	for _, r := range lexicon.Rows("surnames") {
		add(r.Field(0), tagger.Surname)
	}
	const function = lexicon.Postposition | lexicon.Pronoun | lexicon.Demonstrative | lexicon.Conjunction | lexicon.Auxiliary | lexicon.Particle
	for _, w := range vocabulary {
		c := lx.Classes(w)
		if c.Has(function) {
			add(w, tagger.Function)
		}
		if c.Has(lexicon.Honorific | lexicon.HonorificTail) {
			add(w, tagger.Honorific)
		}
	}
	for _, l := range []struct {
		words string
		attr  tagger.Attr
	}{{orgHeads, tagger.OrgHead}, {roleHeads, tagger.Role}, {placeHeads, tagger.PlaceHead}} {
		for _, w := range strings.Fields(l.words) {
			add(w, l.attr)
		}
	}
	if gazetteer != "" {
		if err := addPlaces(attrs, gazetteer); err != nil {
			return nil, err
		}
	}
	paths := make([]uint64, 1)
	if cl != nil {
		for _, w := range vocabulary {
			c, ok := cl.of[w]
			if !ok {
				continue
			}
			attrs[tagger.HashKey(w)] |= tagger.Attr(c + 1)
		}
		for _, p := range cl.paths {
			paths = append(paths, tagger.Paths(p))
		}
	}
	return tagger.NewWordTable(attrs, paths), nil
}

// addPlaces reads places.tsv, regions.tsv and world.tsv of the gazetteer folder.
func addPlaces(attrs map[uint64]tagger.Attr, dir string) error {
	add := func(names string, a tagger.Attr) {
		for _, name := range strings.Split(names, "|") {
			words := lexicon.Words(name)
			if len(words) == 0 || len(words) > 4 || len([]rune(words[0])) < 2 {
				continue
			}
			h := tagger.HashKey(words[0])
			if len(words) > 1 {
				attrs[h] |= tagger.PlaceFirst
				for _, w := range words[1:] {
					h = tagger.HashPhrase(h, tagger.HashKey(w))
				}
			}
			attrs[h] |= a
		}
	}
	read := func(file string) ([]lexicon.Row, error) {
		data, err := os.ReadFile(filepath.Join(dir, file))
		return lexicon.ParseRows(string(data)), err
	}
	rows, err := read("places.tsv")
	if err != nil {
		return err
	}
	for _, r := range rows {
		if r.Field(10) == "machine" {
			continue
		}
		a := tagger.PlaceLocal
		switch r.Field(0) {
		case "kind":
			continue
		case "country", "state":
			a = tagger.PlaceState
		case "district":
			a = tagger.PlaceDistrict
		case "city", "town":
			a = tagger.PlaceCity
		case "region", "river_valley", "dam", "pilgrimage", "tourist":
			a = tagger.PlaceRegion
		case "worldcity":
			a = tagger.PlaceWorld
		}
		add(r.Field(1), a)
		add(r.Field(2), a)
	}
	if rows, err = read("regions.tsv"); err != nil {
		return err
	}
	for _, r := range rows {
		add(r.Field(0), tagger.PlaceRegion)
	}
	if rows, err = read("world.tsv"); err != nil {
		return err
	}
	for _, r := range rows {
		a := tagger.PlaceWorld
		switch r.Field(3) {
		case "kind", "adjective":
			continue
		case "country", "former_country", "country_part":
			a = tagger.PlaceState
		}
		add(r.Field(0), a)
	}
	if rows, err = read("new_districts.tsv"); err != nil {
		return err
	}
	for _, r := range rows {
		add(r.Field(0), tagger.PlaceDistrict)
	}
	return nil
}
