package layout

import (
	"testing"

	"khabar/pkg/document"
)

// check fails where a page breaks a promise of the package.
func check(t *testing.T, raw string, pg *Page) {
	t.Helper()
	at := 0
	for _, b := range pg.Blocks {
		if b.Start < at || b.End <= b.Start || b.End > len(raw) {
			t.Fatalf("block %v after byte %d of %d", b.Span, at, len(raw))
		}
		at = b.End
		CleanText(raw, b.Span)
	}
	for _, f := range pg.Furniture {
		if f.Start < 0 || f.End <= f.Start || f.End > len(raw) || f.Label == "" {
			t.Fatalf("furniture %v %q", f.Span, f.Label)
		}
		for _, b := range pg.Blocks {
			if b.Overlaps(f.Span) {
				t.Fatalf("furniture %q overlaps block %q", f.In(raw), b.In(raw))
			}
		}
	}
	for _, s := range append(append(append(append([]Scalar{pg.Publisher, pg.Headline, pg.Topic, pg.Summary}, pg.Section...), pg.Byline...), pg.Captions...), pg.Related...) {
		if s.End > len(raw) || s.Start > s.End {
			t.Fatalf("scalar %v", s)
		}
	}
}

func FuzzAnalyse(f *testing.F) {
	f.Add("हिमाचल प्रदेश\n\nETV Bharat / state\n\nशीर्षक यहां है पांच शब्द - टैग\n\nBy\n\nPublished : May 18, 2020, 10:06 AM IST\n\nनाहन. यह एक लंबा वाक्य है जिसमें कई शब्द हैं.\n\nये भी पढ़ें: दूसरी खबर\n\nABOUT THE AUTHOR")
	f.Add("<p>हाइलाइट्स\n- एक\n- दो\n&nbsp;\xff\u2028सार\nविस्तार\nView In Appगुजरात के लोग आज बहुत खुश हैं और नाच रहे हैं।</p>")
	f.Add("2 / 5वहीं यह सब हुआ है जो नहीं होना था।  Posted By: Jagran")
	f.Fuzz(func(t *testing.T, raw string) {
		check(t, raw, Analyse(raw, Options{}))
	})
}

func TestWalkthrough(t *testing.T) {
	raw := "हिमाचल प्रदेश\n\nhimachal pradesh\n\nETV Bharat / state\n\nसोलन में सेब मंडी का काम शुरू, किसानों को मिलेगा लाभ - सेब मंडी सोलन\n\nसोलन में सेब मंडी का काम शुरू हो गया है. इससे किसानों को लाभ मिलेगा.\n\nApple market in solan\nसोलन की सेब मंडी\n\nBy\n\nPublished : Jun 24, 2020, 5:32 PM IST\n\nसोलन. जिले में सेब मंडी का काम बुधवार से शुरू हो गया है. मंडी में सौ दुकानें होंगी.\n\nये भी पढ़ें: ऊना में नई सड़क का काम पूरा\n\nABOUT THE AUTHOR\n\n...view details\n"
	pg := Analyse(raw, Options{})
	check(t, raw, pg)
	for _, c := range []struct{ name, got, want string }{
		{"publisher", pg.Publisher.Value, "ETV Bharat"},
		{"headline", pg.Headline.Value, "सोलन में सेब मंडी का काम शुरू, किसानों को मिलेगा लाभ"},
		{"topic", pg.Topic.Value, "सेब मंडी सोलन"},
		{"summary", pg.Summary.Value, "सोलन में सेब मंडी का काम शुरू हो गया है. इससे किसानों को लाभ मिलेगा."},
		{"published", pg.Published.Value, "2020-06-24T17:32:00+05:30"},
		{"related", pg.Related[0].Value, "ऊना में नई सड़क का काम पूरा"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, c.got, c.want)
		}
	}
	n := 0
	for _, b := range pg.Blocks {
		if b.Kind == document.Body {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d body blocks, want 1", n)
	}
}
