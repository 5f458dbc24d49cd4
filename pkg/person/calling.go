package person

import (
	"strings"

	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
)

// calling returns the office of a trade that no list has and whose form tells it.
func calling(name string) *office { return &office{name: name, class: "society"} }

// service returns the office of an officer whose letters no list has: बीसीएमओ.
func service(letters string) *office {
	return &office{name: letters, class: "administration", public: always, place: true}
}

// callingEnds are the ends by which Hindi makes the word for one who does something out of
// the word for what is done: what stands before them is never a whole name.
//
//	-दार जागीरदार, -साज घड़ीसाज, -बाज दंगाबाज, -वाला फूलवाला, -नवीस अर्जीनवीस, -फरोश मेवाफरोश,
//	-कर्मी निगमकर्मी, -कर्ता आयोजनकर्ता, -शास्त्री जलशास्त्री, -लॉजिस्ट हेमेटोलॉजिस्ट, -सेविका ग्रामसेविका
var callingEnds = strings.Fields(devanagari.Fold(`दार साज बाज वाला वाली नवीस फरोश बरदार कर्मी कर्मचारी कर्ता कर्त्ता कर्त्री शास्त्री विज्ञानी वेत्ता शिल्पी
लॉजिस्ट ोलॉजिस्ट ोलोजिस्ट ियाट्रिस्ट थेरेपिस्ट ीशियन मास्टर कीपर इंचार्ज ड्राइवर इंजीनियर मैनेजर इंस्पेक्टर ऑफिसर डायरेक्टर
चालक पालक वादक गायक लेखक शिक्षक रक्षक संचालक चिंतक विश्लेषक निरीक्षक अधीक्षक संपादक उत्पादक सेविका गायिका शिक्षिका चालिका लेखिका
संचालिका देशिका योजिका वाचिका ाध्यापिका निरीक्षिका अधीक्षिका व्यवसायी कारोबारी विक्रेता व्यापारी अभिनेता नेत्री अधिकारी ाधिकारी ाध्यक्ष ाध्यक्षा
निदेशक मंत्री सचिव ायुक्त अभियंता प्रतिनिधि प्रभारी सदस्य सदस्या प्रत्याशी विजेता खिलाडी थ्रोअर जंपर लिफ्टर स्प्रिंटर विशेषज्ञ प्रशिक्षक ीकार ाकार ंगकार पत्रकार चित्रकार`))

// callingAt reports whether the word at token i, which is in no list of words or names, has
// the form of a calling and two words of a name stand behind it:
//
//	घड़ीसाज इस्माइल पठान ने, हेपेटोलॉजिस्ट निवेदिता राउत, भूगर्भवेत्ता अनिल मेहता का
func (f *finder) callingAt(i int) bool {
	tokens := f.d.Tokens()
	if i+2 >= len(tokens) || tokens[i].Class&^lexicon.CommonWord != 0 || tokens[i].Kind != document.Word || tokens[i+1].Class&(lexicon.GivenName|lexicon.Surname) == 0 || tokens[i+1].Class&grammar != 0 {
		return false
	}
	t := &tokens[i]
	if len(t.Key) < 15 || t.Class.Has(lexicon.CommonWord) || tokens[i+2].Sentence != t.Sentence || f.orgAt[i] >= 0 || f.place[i] != 0 || f.t.words.Of(t.Word).has(stopWord) {
		return false
	}
	if p := i - 1; p >= 0 && tokens[p].Sentence == t.Sentence && tokens[p].Class.Has(lexicon.GivenName|lexicon.Honorific) && !tokens[p].Class.Has(lexicon.CommonWord|grammar) {
		return false // रूसी मोदी | दारूवाला: a surname
	}
	for _, e := range callingEnds {
		if len(t.Key) >= len(e)+6 && strings.HasSuffix(t.Key, e) {
			return f.fullName(i+1) && tokens[i+2].Class&grammar == 0 && tokens[i+2].Kind == document.Word
		}
	}
	return false
}

// serviceAt reports whether the letters at token i, which no list has, are those of an
// officer: they end in ओ (अधिकारी, officer) and a name stands behind them.
//
//	बीसीएमओ डॉ. नरेश बोकोलिया, एडीपीओ कविता सोनगरा ने
func (f *finder) serviceAt(i int) bool {
	tokens := f.d.Tokens()
	if i+2 >= len(tokens) {
		return false
	}
	t := &tokens[i]
	if t.Kind != document.Word || !strings.HasSuffix(t.Key, "ओ") || t.Class != 0 || tokens[i+2].Sentence != t.Sentence || f.orgAt[i] >= 0 || f.place[i] != 0 || countLetters(t.Key) < 3 || !spelt(t.Key) {
		return false
	}
	if tokens[i+1].Class.Has(lexicon.Honorific) && f.titleAt(i+1) {
		return true
	}
	return tokens[i+1].Class.Has(lexicon.GivenName) && tokens[i+1].Class&grammar == 0 && f.fullName(i+1)
}

// titleAt reports whether an honorific and a name stand at token i: डा. रमिंदर, श्री अजय.
func (f *finder) titleAt(i int) bool {
	n := f.honorific(i)
	return n > 0 && i+n < f.d.Len() && f.nameLike(i+n)
}
