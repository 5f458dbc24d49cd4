package moment

import (
	"fmt"

	"khabar/pkg/document"
	"khabar/pkg/span"
)

// Clock is a time of day: सुबह साढ़े नौ बजे, शाम 5 से 7 बजे, 10:30.
type Clock struct {
	Span  span.Span
	Value string // 09:30, 17:00/19:00, with seconds where they are written
	Sure  bool   // the half of the day is known: सुबह, रात, a 24-hour clock
}

// Clocks returns the times of day that d names, in text order, also those of a date
// (रविवार शाम 4 बजे). A part of the day without an hour is none. Where the text does not say
// which half of the day is meant, the hour is as written.
func Clocks(d *document.Document) []Clock {
	var out []Clock
	for _, e := range new(parser).expressions(d, nil) {
		c := e.clock
		if !c.ok {
			continue
		}
		x := Clock{Span: d.SpanOf(document.Range{First: c.first, End: c.end}), Value: c.a.String(), Sure: c.a.sure}
		if c.interval {
			x.Value += "/" + c.b.String()
			x.Sure = x.Sure && c.b.sure
		}
		out = append(out, x)
	}
	return out
}

// String writes the time as hh:mm or hh:mm:ss.
func (c clockTime) String() string {
	if c.hasSecond {
		return fmt.Sprintf("%02d:%02d:%02d", c.h, c.mi, c.s)
	}
	return fmt.Sprintf("%02d:%02d", c.h, c.mi)
}
