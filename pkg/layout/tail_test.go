package layout

import (
	"strings"
	"testing"
)

// A bare day among the furniture below the text is no publish time of a page that tells its
// update time above it; where nothing else tells the time, it is.
func TestDayBelow(t *testing.T) {
	const story = "शहर की मुख्य सड़क को चौड़ा करने का काम शुरू हो गया है। व्यापारियों ने मुआवजे की मांग को लेकर बाजार बंद रखा।\n" +
		"नगर आयुक्त ने बताया कि काम छह महीने में पूरा होगा और किसी का नुकसान नहीं होने दिया जाएगा।\n"
	for _, c := range []struct{ head, tail, published string }{
		{"Updated: 5 Mar 2025, 06:12:40 PM IST", "4 मार्च 2025\nMumbai News", ""},
		{"अपडेटेड 05 मार्च 2025, 6:12 PM IST", "Follow us on Google News\n04 Mar 2025", ""},
		{"Last Updated: March 5, 2025, 18:12 IST", "4 मार्च 2025", ""},
		{"रमेश कुमार", "4 मार्च 2025", "2025-03-04"},
		{"प्रकाशित: 3 मार्च 2025, 10:00 AM IST", "4 मार्च 2025", "2025-03-03T10:00:00+05:30"},
	} {
		p := Analyse("सड़क चौड़ी करने का काम शुरू, व्यापारियों ने जताया विरोध\n"+c.head+"\n"+story+c.tail+"\n", Options{})
		if p.Published.Value != c.published {
			t.Errorf("%s … %s: published %q, want %q", c.head, c.tail, p.Published.Value, c.published)
		}
	}
}

// The line below the story that names the agency in full and the reporter is the byline; the
// agency's letters in the dateline are not a second author. Alone they stay one.
func TestAgencyCredited(t *testing.T) {
	const story = "लीग: टाइगर्स ने वॉरियर्स को हराया, रमेश के 17 अंक\n\nकोटा, 19 जनवरी (हि.स.)। कप्तान रमेश के 17 अंकों की बदौलत टीम ने शनिवार रात खेले गए मुकाबले में दूसरी टीम को शिकस्त दे दी।\n\n" +
		"पहले हाफ में टीम 21-14 से आगे थी और दर्शकों ने खूब तालियां बजाईं।\n"
	for _, c := range []struct{ tail, want string }{
		{"\nहिन्दुस्थान समाचार / एस. कल्याणी\n", "एस. कल्याणी"},
		{"\n---------------\n\nहिन्दुस्थान समाचार/राजेश तिवारी\n", "राजेश तिवारी"},
		{"\nहिंदुस्थान समाचार / डॉ. राजेश\n", "डॉ. राजेश"},
		{"", "हि.स."},
	} {
		var got []string
		for _, v := range Analyse(story+c.tail, Options{}).Byline {
			got = append(got, v.Value)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q: byline %q, want %q", c.tail, s, c.want)
		}
	}
}
