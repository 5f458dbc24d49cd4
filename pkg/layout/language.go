package layout

import (
	"khabar/pkg/devanagari"
	"khabar/pkg/document"
	"khabar/pkg/lexicon"
)

// language names the language of headline, standfirst and body by its function words,
// as BCP 47: hi mr ne bho mai sa en, und where nothing tells.
func (p *page) language() string {
	var latin, deva int
	var score [len(languages)]int
	for i := range p.parts {
		q := &p.parts[i]
		if !q.keep {
			continue
		}
		deva += q.deva
		latin += q.letters - q.deva
		for k := q.tok.First; k < q.tok.End; k++ {
			if t := &p.doc.Tokens()[k]; t.Kind == document.Word && native(t.Key) {
				for _, l := range functionIndex.Of(t.Word) {
					score[l]++
				}
			}
		}
	}
	if deva == 0 && latin == 0 {
		for i := range p.parts {
			deva += p.parts[i].deva
			latin += p.parts[i].letters - p.parts[i].deva
		}
		if latin > 40 && deva*5 < latin {
			return "en"
		}
		return "und"
	}
	if deva*4 < latin {
		return "en"
	}
	best := 0
	for l := 1; l < len(languages); l++ {
		// the neighbours share words with Hindi; they must outweigh it clearly
		if score[l] >= 3 && score[l]*2 > score[0] && (best == 0 || score[l] > score[best]) {
			best = l
		}
	}
	if best == 0 && score[0] == 0 && deva < 20 {
		return "und"
	}
	return languages[best]
}

// languages are the languages in Devanagari that khabar tells apart, Hindi first.
var languages = [...]string{"hi", "mr", "ne", "bho", "mai", "sa"}

// functionWords gives the languages that a word is a function word of.
var functionWords = func() map[string][]int {
	m := map[string][]int{}
	for lang, words := range [...]string{
		0: "है हैं था थे थी थीं में ने को से का के की पर और यह वह वे ये कि नहीं ना न भी ही हुए हुई हुआ गया गई गए रहा रही रहे लिए किया कहा हो तो एक इस उस इन उन जो जा ले कर करे सबै त लो सब यो र च अपि ते ओ आ हे सो मा भए होता होती होते एव अति चा ची",
		1: "आहे आहेत होते होता होती आणि मध्ये नाही झाली झाले झाला या च्या ची चे चा केली केले केला असून असे त्यांनी यांनी म्हणाले आले करण्यात साठी मात्र तर हे ते ही",
		2: "छ छन् छन हो थियो थिए गरेको गरेका भएको भएका गर्ने गर्न र पनि तथा को का लाई बाट मा ले हुने भने उनले यो त्यो गरी सबै",
		3: "बा बाड़ें बाड़े बानी रहल भइल गइल के से में कइल कहलें कहले हवे हउवे ना त इ ऊ लो होखे करे भइया ओकर हमनी",
		4: "अछि छैक छल छथि अछि। केर सँ सं मे भेल गेल कहलनि ओ एहि आ जे नहि लेल क एकटा अपन",
		5: "अस्ति सन्ति च न इति अपि तु एव भवति तस्य तत् सः अहम् यत् ते कृत्वा अत्र तत्र स्म आसीत्",
	} {
		start := 0
		for i := 0; i <= len(words); i++ {
			if i == len(words) || words[i] == ' ' {
				w := devanagari.Fold(words[start:i])
				m[w] = append(m[w], lang)
				start = i + 1
			}
		}
	}
	// a word that Hindi has too tells nothing about its neighbours
	for w, langs := range m {
		for _, l := range langs {
			if l == 0 {
				m[w] = []int{0}
				break
			}
		}
	}
	return m
}()

// functionIndex is functionWords, for fast reading.
var functionIndex = lexicon.NewIndex(functionWords)
