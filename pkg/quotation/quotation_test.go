package quotation

import (
	"fmt"
	"strings"
	"testing"

	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
)

// find returns the quotes of a text in which nobody was recognised beforehand, as
// "speaker | content | act".
func find(text string) []string {
	d := segment.Plain(text, lexicon.Default())
	var out []string
	for _, q := range Find(d, Input{}) {
		out = append(out, q.Speaker+" | "+d.Text(q.Span)+" | "+q.Kind+" "+q.Act)
	}
	return out
}

func TestConstructions(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"पुलिस ने बताया कि दो आरोपी पकड़े गए हैं।", "पुलिस | दो आरोपी पकड़े गए हैं | indirect say"},
		{"पुलिस के मुताबिक, चोर खिड़की से घुसे थे।", "पुलिस | चोर खिड़की से घुसे थे | indirect say"},
		{"चोर खिड़की से घुसे थे, पुलिस के मुताबिक।", "पुलिस | चोर खिड़की से घुसे थे | indirect say"},
		{"विभाग का कहना है कि पानी कल से आएगा।", "विभाग | पानी कल से आएगा | indirect say"},
		{"ग्रामीणों का यह भी आरोप है कि सड़क दो महीने में टूट गई।", "ग्रामीणों | सड़क दो महीने में टूट गई | indirect allege"},
		{"मंत्रालय ने कहा, \"सीमा पर हालात सामान्य हैं। सेना सतर्क है।\"", "मंत्रालय | सीमा पर हालात सामान्य हैं। सेना सतर्क है। | direct say"},
		{"\"हमें मुआवजा नहीं मिला,\" किसानों ने कहा।", "किसानों | हमें मुआवजा नहीं मिला | direct say"},
		{"प्रशासन ने लोगों से अपील की है कि वे घरों में रहें।", "प्रशासन | वे घरों में रहें | indirect appeal"},
		{"पुलिस ने कहा कि चोर पकड़ा गया और परिजनों ने बताया कि वह बीमार था।", "पुलिस | चोर पकड़ा गया | indirect say; परिजनों | वह बीमार था | indirect say"},
		{"बिजली दो दिन बंद रहेगी। यह जानकारी विभाग ने दी।", "विभाग | बिजली दो दिन बंद रहेगी | indirect say"},
		{"पुलिस के मुताबिक आरोपी ने पूछताछ में कहा कि उसने नशे में गोली चलाई।", "आरोपी | उसने नशे में गोली चलाई | indirect say"},
		// who issued the statement speaks
		{"आयोग की ओर से जारी वक्तव्य के अनुसार, बांध में जलस्तर 463 मीटर पहुंच गया है।", "आयोग | बांध में जलस्तर 463 मीटर पहुंच गया है | indirect say"},
		{"मौसम विभाग की ओर से जारी पूर्वानुमान के अनुसार अगले दो दिन बारिश होगी।", "मौसम विभाग | अगले दो दिन बारिश होगी | indirect say"},
		// the owner of the words in the genitive
		{"'कागज पर नाव चलाना कोई इनसे सीखे', यह तंज प्रशासन का था।", "प्रशासन | कागज पर नाव चलाना कोई इनसे सीखे | direct say"},
		{"‘बिना पानी के खेत नहीं चलेंगे’, यह शिकायत किसानों की है।", "किसानों | बिना पानी के खेत नहीं चलेंगे | direct allege"},
		{"“बेटा लौट आए, बस यही चाहिए”, ये शब्द थे पिता के।", "पिता | बेटा लौट आए, बस यही चाहिए | direct say"},
		// number plates do not end a sentence
		{"पुलिस ने बताया कि ट्रक (आर.जे. 13 जी.ए. 2208) का टायर फट गया था।", "पुलिस | ट्रक (आर.जे. 13 जी.ए. 2208) का टायर फट गया था | indirect say"},
		// a court's order is a deed
		{"अदालत ने जुर्माने की 80 प्रतिशत रकम परिवार को देने का आदेश दिया है।", ""},
		{"हाईकोर्ट ने सरकार को चार हफ्ते में जवाब दाखिल करने का आदेश दिया।", ""},
		// the paper's own voice and hearsay
		{"बता दें कि यह पुल तीन साल पहले बना था।", ""},
		{"गौरतलब है कि चुनाव अगले साल हैं।", ""},
		{"कहा जा रहा है कि मंत्री नाराज हैं।", ""},
		{"माना जाता है कि यह मंदिर हजार साल पुराना है।", ""},
		{"नियम के अनुसार आवेदन तीन दिन में निपटना चाहिए।", ""},
		{"पुलिस ने कुछ नहीं बताया।", ""},
	} {
		if got := strings.Join(find(c.text), "; "); got != c.want {
			t.Errorf("%s\n  got  %s\n  want %s", c.text, got, c.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"पुलिस ने कहा, \"ठीक है।", "उन्होंने कहा कि", "के मुताबिक", "''", "“”", "यह जानकारी ने दी", "X: \"S\"", "कहा- ''ठीक", "ने कहा कि कि कि",
		"राम: श्याम ने कहा\n“एक\n“दो”", "का कहना है कि", "\"यह\" कहना है राम का।", "बकौल", "की मांग की", "‘‘ ’ ” ''",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := segment.Plain(s, lexicon.Default())
		for _, q := range Find(d, Input{}) {
			if q.Span.Empty() || q.Span.End > len(s) || q.Span.Start < 0 || q.Act == "" || q.Rule == "" {
				t.Fatalf("bad quote %+v", q)
			}
			if q.CueSpan.Empty() && q.Rule != "quote/signature" || d.Text(q.CueSpan) != q.Cue || d.Text(q.SpeakerSpan) != q.SpeakerText {
				t.Fatalf("bad cue or speaker %+v", q)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	var sb strings.Builder
	for i := range 40 { // no sentence twice: a repeat is passed over
		fmt.Fprintf(&sb, "पुलिस अधीक्षक ने %d मार्च को पत्रकारों से कहा कि %d आरोपी पकड़े गए हैं और तीसरे की तलाश जारी है। गांव में %d महीने से पानी नहीं आया था, जिससे लोग परेशान थे। ग्रामीणों का कहना है कि %d शिकायतों के बाद भी कोई नहीं आया। मंत्रालय ने कहा, \"हालात सामान्य हैं। काम %d गांवों में जारी है।\" इस योजना पर %d करोड़ रुपये खर्च हुए हैं और 40 गांवों को लाभ मिला है।\n", i, i, i, i, i, i)
	}
	text := sb.String()
	d := segment.Plain(text, lexicon.Default())
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(d, Input{})
	}
}
