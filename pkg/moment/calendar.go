package moment

import (
	"strings"
	"time"

	"khabar/pkg/devanagari"
)

// IST is Indian Standard Time, UTC+05:30, which has no summer time.
var IST = time.FixedZone("IST", 5*3600+1800)

// Reference is the time that relative dates are resolved against: the article's own
// date. The zero Reference knows nothing.
type Reference struct {
	Time     time.Time // in IST
	Known    bool
	HasClock bool
}

// ReferenceOf reads a value of the record (2020-05-18T10:06:00+05:30 or 2020-05-18).
// Anything else gives the zero Reference.
func ReferenceOf(value string) Reference {
	if t, err := time.Parse(time.RFC3339, value); err == nil {
		return Reference{Time: t.In(IST), Known: true, HasClock: true}
	}
	if t, err := time.ParseInLocation("2006-01-02", value, IST); err == nil {
		return Reference{Time: t, Known: true}
	}
	return Reference{}
}

// monthNames gives every spelling of the months in use, January first. Variants that
// the fold unites (सितम्बर, अक्‍टूबर) are given once.
var monthNames = [12]string{
	"जनवरी जनवरि january jan",
	"फरवरी फरवरि february feb",
	"मार्च march mar",
	"अप्रैल अप्रेल एप्रिल april apr",
	"मई may",
	"जून june jun",
	"जुलाई जूलाई जुलाइ july jul",
	"अगस्त august aug",
	"सितंबर सितबंर सितंवर september sept sep",
	"अक्टूबर अक्तूबर अक्टुबर अक्तुबर अक्टूवर october oct",
	"नवंबर नवबंर नवंवर november nov",
	"दिसंबर दिसबंर दिसंवर december dec",
}

// shortMonths are the Hindi abbreviations, which are words of their own (जन, नव) and
// count only where a date's other parts stand beside them.
var shortMonths = [12]string{"जन जन. जनव", "फर फर. फरव", "", "अप्रै अप्र", "", "", "जुला", "अग", "सितं सित", "अक्टू अक्तू अक्ट", "नव नवं", "दिस दिसं"}

// weekdayNames gives every spelling of the weekdays, Sunday first as in time.Weekday.
var weekdayNames = [7]string{
	"रविवार इतवार रबिवार sunday sun",
	"सोमवार सोमबार monday mon",
	"मंगलवार मंगलबार भौमवार tuesday tues tue",
	"बुधवार बुद्धवार बुधबार wednesday wed weds",
	"गुरुवार गुरूवार बृहस्पतिवार वृहस्पतिवार ब्रहस्पतिवार वीरवार बीरवार जुमेरात thursday thurs thur thu",
	"शुक्रवार शुक्रबार जुम्मे friday fri",
	"शनिवार सनीचर शनिचर शनिश्चरवार शनैश्चरवार saturday sat",
}

// shortWeekdays count only before a written date (सोम, 18 मई 2020).
var shortWeekdays = [7]string{"रवि", "सोम", "मंगल", "बुध", "गुरु गुरू बृहस्पति", "शुक्र", "शनि"}

var (
	months        = index(monthNames[:])
	monthsShort   = index(shortMonths[:])
	weekdays      = index(weekdayNames[:])
	weekdaysShort = index(shortWeekdays[:])
)

// index maps each folded word to its line number in lists plus one, so that 0 is "none".
func index(lists []string) map[string]int {
	m := make(map[string]int)
	for i, l := range lists {
		for _, w := range strings.Fields(l) {
			m[devanagari.Fold(w)] = i + 1
		}
	}
	return m
}

// daysIn returns the number of days of a month.
func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// validDay reports whether the day exists. Year 0 stands for "not written" and allows
// 29 February.
func validDay(year, month, day int) bool {
	if month < 1 || month > 12 || day < 1 {
		return false
	}
	if year == 0 {
		year = 2000
	}
	return day <= daysIn(year, month)
}
