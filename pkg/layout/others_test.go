package layout

import (
	"strings"
	"testing"

	"khabar/pkg/document"
)

// Where sub-headings stand right above their text, a title between blank lines is a link to
// another story, whatever it says.
func TestLinkBetweenBlankLines(t *testing.T) {
	const (
		own  = "ग्रामीणों ने दिखाई हिम्मत"
		link = "नदी में डूबने की घटनाएं रोकने का क्या है उपाय, यहां देखें"
	)
	page := func(above, below string) *Page {
		return Analyse(strings.Join([]string{
			"नदी में डूबने से दो छात्रों की मौत, तीन को बचाया गया",
			"कटनी: नदी में नहाने गए पांच छात्र शनिवार को गहरे पानी में चले गए। दो छात्रों की डूबने से मौत हो गई और तीन को ग्रामीणों ने बचा लिया।",
			"",
			"स्कूल से सीधे नदी पर पहुंचे",
			"पुलिस ने बताया कि सभी छात्र स्कूल की छुट्टी के बाद सीधे नदी पर पहुंचे थे और उन्होंने घर वालों को कुछ नहीं बताया था।",
			above + link,
			below + own,
			"ग्रामीणों ने रस्सी फेंककर तीन छात्रों को बाहर निकाला और उन्हें अस्पताल पहुंचाया, जहां उनकी हालत ठीक बताई गई है।",
		}, "\n"), Options{})
	}
	if p := page("\n", "\n"); len(p.Related) != 1 || p.Related[0].Value != link {
		t.Errorf("between blank lines: related %v, want the link", p.Related)
	}
	for _, p := range []*Page{page("\n", ""), page("", ""), page("\n", "\n")} {
		heads := 0
		for _, b := range p.Blocks {
			if b.Kind == document.Subhead {
				heads++
			}
		}
		if heads < 2 {
			t.Errorf("%d sub-headings left: %v", heads, p.Blocks)
		}
	}
}

// A line without a stop that is a sentence stays in the text.
func TestUnstoppedSentences(t *testing.T) {
	for _, line := range []string{
		"मौसम विभाग के अनुसार अगले दो दिन तक जिले के सभी हिस्सों में बारिश का दौर जारी रहने वाला है",
		"सभी नागरिक घर से निकलते समय छाता और रेनकोट साथ रखें और बच्चों को नदी नाले के पास जाने से रोकें",
		"अगले दो दिन तक जिले में भारी बारिश की चेतावनी जारी की गई है: मौसम विभाग के निदेशक",
		"राहत शिविर वाले गांव: सोनपुर, मदनपुर, रामपुर, किशनपुर, हरिपुर, गोविंदपुर और लक्ष्मणपुर की पंचायत",
		"रद्द गाड़ियां 12951 मुंबई राजधानी 12953 अगस्त क्रांति 12925 पश्चिम एक्सप्रेस 19019 देहरादून एक्सप्रेस 22413",
		"नदी किनारे के गांवों में रहने वाले परिवारों को अगले दो दिन तक अपने पशुओं के साथ ऊंचे स्थान पर रहना",
		"बाढ़ राहत दल ने सोमवार रात तक गांव से दो सौ लोगों को निकालकर स्कूल के शिविर में पहुंचाया",
		"टीम ने सुबह से शाम तक चले अभियान में नदी किनारे के गांवों से दो सौ परिवारों को निकाला और",
	} {
		p := Analyse("बाढ़ से कई गांव घिरे, राहत कार्य जारी\n\nबक्सर। गंगा का पानी बढ़ने से कई गांव घिर गए हैं। प्रशासन ने राहत शिविर खोले हैं।\n\n"+line+"\n\nजिलाधिकारी ने कहा कि हालात पर नजर रखी जा रही है और नावें तैनात हैं।\n", Options{})
		found := false
		for _, b := range p.Blocks {
			found = found || b.Kind == document.Body && strings.Contains(p.Document.Raw()[b.Start:b.End], line)
		}
		if !found {
			t.Errorf("lost from the text: %s (%v)", line, p.Related)
		}
	}
}
