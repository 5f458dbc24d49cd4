// Package moment reads time: the publish and update stamps of a page (Stamps), the
// date in a file's name (InName), and the calendar and clock expressions of running
// Hindi text (Find).
//
// It takes one line of raw text, a name, or an analysed document with the article's
// own date, and promises ISO 8601 values in Indian Standard Time, byte spans that
// point at the evidence, and no guess: what cannot be decided has the Value "".
// Nothing here asks the clock of the machine.
//
//	Stamps("Publish Date:Mon, 09 Mar 2020 05:18 PM (IST)जिले में …")
//	  → Published, 2020-03-09T17:18:00+05:30, text "Mon, 09 Mar 2020 05:18 PM (IST)"
//	Find("सोमवार को …", reference 2020-05-20)  → "सोमवार" = 2020-05-18
//
// # Stamps: what a written time means
//
//   - No zone means +05:30; another written zone is converted to it.
//   - 19:15 PM is 19:15 and 00:49 AM is 00:49: an hour that the 12-hour clock does
//     not have is read on the 24-hour clock, the mark behind it is a template's.
//   - 12:00 AM and 00:00 are how content systems print "no time known" (Zee), so they
//     give a date without a clock. A story published at midnight to the minute loses
//     its clock; that is rarer than the default by far.
//   - 18/05/2020 is day, month, year, as India writes it. It is read month first only
//     where the day-first reading is no date (5/25/2021), and where a time with
//     seconds and AM/PM follows with no leading zeros (5/2/2021 10:47:00 am: the
//     shape of American blog software).
//   - A date with a weekday that stands alone on its line (Saturday, August 02, 2025)
//     is a Masthead: the day of the crawl on some pages, a day heading on others. The
//     caller uses it only where nothing better stands.
//
// # Dates of running text: what is read and how it is resolved
//
// Find reads the calendar expressions of newspaper Hindi, day.go (3 मई, बुधवार, कल, ranges
// and lists of them, with the clock time behind them), hour.go (the clock), period.go
// (weeks, months, quarters, years, financial years, decades, centuries) and festival.go
// (गणतंत्र दिवस पर). Each file states its grammar at its functions.
//
// A day that the text does not give in full is resolved in three steps.
//
//   - What the expression says itself: बीते and गत point back, आगामी and अगले ahead, a weekday
//     beside a date fixes its year (सोमवार, 18 मई), a date behind यानी fixes the कल before it.
//   - The tense of the clause (tense.go): the first verb behind the expression that
//     decides. करेंगे, खेला जाएगा, होना है, होने की संभावना है are ahead; किया, गई थी are past; "गुरुवार तक
//     के लिए स्थगित कर दी" is ahead although its verb is past. शनिवार in a past clause is the
//     last Saturday on or before the article's day, ahead it is the next one.
//   - Nearness: a day and month without a year is the nearest one where no verb decides,
//     and a verb is not believed against a date that lies within six weeks on its other
//     side. Of weekdays that no verb decides, tomorrow's is tomorrow (a paper does not
//     call a day six days back by its bare name), all others are past.
//
// What it leaves alone: times of day without a day (सुबह 9 बजे is claimed, not reported),
// repetitions (हर सोमवार), vague times (हाल ही में, इन दिनों), counts from an event (चुनाव से दो दिन
// पहले), feasts of the lunar calendar, working days.
//
// Years need a context (में, के चुनाव, वर्ष, बैच, (…)) and must not count anything: 2019 करोड़, 2000
// के नोट, 2020 बूथ are quantities. मार्च is the month only where no protest can stand.
//
// # Notes
//
// 2026-11: one value is given where a suite like Recognizers-Text gives two (the last
// and the next Friday; 7 and 19 o'clock). Where the half of the day is not known (रविवार
// चार बजे), the value is the day.
//
// 2026-11: night hours after midnight belong to the next day (शनिवार रात 2 बजे is Sunday
// 02:00), as the events of the night are told.
package moment
