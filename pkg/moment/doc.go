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
package moment
