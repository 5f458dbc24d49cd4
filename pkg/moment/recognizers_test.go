package moment

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"khabar/pkg/document"
	"khabar/pkg/lexicon"
	"khabar/pkg/segment"
)

var update = flag.Bool("update", false, "rewrite the score files")

const recognizersDir = "../../testdata/recognizers_datetime/"

type recognizersValue struct{ Timex, Value, Start, End string }

type recognizersResult struct {
	Text, Type string
	Values     []recognizersValue
}

// TestRecognizers runs the supported DateTimeModel cases of Recognizers-Text and
// compares the score, with every miss and its reason, with the file SCORES. The mapping
// from their TIMEX to our values is in testdata/recognizers_datetime/README.md.
func TestRecognizers(t *testing.T) {
	data, err := os.ReadFile(recognizersDir + "cases.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	reasons := map[string]string{}
	if b, err := os.ReadFile(recognizersDir + "reasons.tsv"); err == nil {
		for _, l := range strings.Split(string(b), "\n") {
			if f := strings.SplitN(l, "\t", 2); len(f) == 2 {
				reasons[f[0]] = f[1]
			}
		}
	}
	outside := map[string]string{}
	if b, err := os.ReadFile(recognizersDir + "excluded.tsv"); err == nil {
		for _, l := range strings.Split(string(b), "\n") {
			if f := strings.SplitN(l, "\t", 2); len(f) == 2 && !strings.HasPrefix(l, "#") {
				outside[f[0]] = f[1]
			}
		}
	}
	type tally struct{ n, ok int }
	score := map[string]*tally{}
	excluded := map[string]int{}
	var misses []string
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		var c struct {
			Input, Reference string
			Results          []recognizersResult
		}
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			t.Fatal(err)
		}
		ref := Reference{}
		if tm, err := time.ParseInLocation("2006-01-02T15:04:05", c.Reference, IST); err == nil {
			ref = Reference{Time: tm, Known: true, HasClock: true}
		}
		d := segment.Plain(c.Input, lexicon.Default())
		found := (&parser{ref: ref}).expressions(d, nil)
		count := func(typ string, ok bool, want, got string) {
			s := score[typ]
			if s == nil {
				s = &tally{}
				score[typ] = s
			}
			s.n++
			if ok {
				s.ok++
				return
			}
			key := strings.Join(strings.Fields(c.Input), " ")
			if r := []rune(key); len(r) > 90 {
				key = string(r[:90]) + "…"
			}
			reason := reasons[key]
			if reason == "" {
				reason = "?"
			}
			misses = append(misses, fmt.Sprintf("%s\t%s\twant %s\tgot %s\t%s", typ, key, want, got, reason))
		}
		if len(c.Results) == 0 {
			got := ""
			for _, e := range found {
				if e.report {
					got += d.Text(d.SpanOf(document.Range{First: e.first, End: e.end})) + " "
				}
			}
			count("none", got == "", "nothing", got)
			continue
		}
		for _, r := range c.Results {
			if r.Type == "set" {
				excluded["a repetition (type set) has no place in the calendar"]++
				continue
			}
			if why := outside[strings.Join(strings.Fields(r.Text), " ")]; why != "" {
				excluded[why]++
				continue
			}
			at := strings.Index(c.Input, r.Text)
			got := ""
			ok := false
			for _, v := range r.Values {
				ok = ok || v.Value == "not resolved"
			}
			if r.Type == "duration" {
				for _, x := range Durations(d) {
					if x.Span.Start >= at {
						got = strconv.FormatFloat(x.Seconds(), 'f', -1, 64)
						want, _ := strconv.ParseFloat(r.Values[0].Value, 64)
						ok = math.Abs(x.Seconds()-want) < 0.001
						break
					}
				}
			}
			clock := r.Type == "time" || r.Type == "timerange"
			for _, c := range Clocks(d) {
				if !clock || c.Span.End <= at || c.Span.Start >= at+len(r.Text) || ok {
					continue
				}
				got += c.Value + " "
				for _, v := range r.Values {
					ok = ok || sameClock(r.Type, v, c)
				}
			}
			for _, e := range found {
				s := d.SpanOf(document.Range{First: e.first, End: e.end})
				if clock || r.Type == "duration" || s.End <= at || s.Start >= at+len(r.Text) || ok {
					continue
				}
				got += e.when.String() + " "
				if len(r.Values) > 0 && r.Values[0].Value == "not resolved" {
					ok = !e.when.known
					break
				}
				for _, v := range r.Values {
					if sameAsRecognizers(r.Type, v, e, ref) {
						ok = true
					}
				}
			}
			want := r.Text + " ="
			for _, v := range r.Values {
				want += " " + v.Timex
			}
			count(r.Type, ok, want, got)
		}
	}
	var out strings.Builder
	var types []string
	total := tally{}
	for k, s := range score {
		types = append(types, k)
		if k != "none" {
			total.n += s.n
			total.ok += s.ok
		}
	}
	sort.Strings(types)
	for _, k := range types {
		fmt.Fprintf(&out, "%s: %d of %d\n", k, score[k].ok, score[k].n)
	}
	fmt.Fprintf(&out, "all but none: %d of %d (%.1f%%)\n", total.ok, total.n, 100*float64(total.ok)/float64(total.n))
	var whys []string
	for w := range excluded {
		whys = append(whys, w)
	}
	sort.Strings(whys)
	for _, w := range whys {
		fmt.Fprintf(&out, "excluded: %d, %s\n", excluded[w], w)
	}
	out.WriteString("\n# misses: type, input, want, got, reason\n")
	for _, m := range misses {
		out.WriteString(m + "\n")
		if strings.HasSuffix(m, "\t?") {
			t.Errorf("a miss without a reason: %s", m)
		}
	}
	if *update {
		if err := os.WriteFile(recognizersDir+"SCORES", []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(recognizersDir + "SCORES")
	if err != nil || string(want) != out.String() {
		t.Errorf("the score differs from %sSCORES (run with -update and read the difference):\n%s", recognizersDir, out.String())
	}
	if float64(total.ok) < 0.8*float64(total.n) {
		t.Errorf("%d of %d: under 80 %%", total.ok, total.n)
	}
}

// sameClock reports whether c has the value v of a Recognizers result. Where the half of
// the day is not known, both are right.
func sameClock(typ string, v recognizersValue, c Clock) bool {
	same := func(ours, theirs string) bool {
		a, e1 := time.Parse("15:04:05", (ours + ":00")[:8])
		b, e2 := time.Parse("15:04:05", theirs)
		return e1 == nil && e2 == nil && (a.Equal(b) || !c.Sure && a.Add(12*time.Hour).Format("15:04:05") == b.Format("15:04:05"))
	}
	from, to, interval := strings.Cut(c.Value, "/")
	if typ == "time" {
		return !interval && same(from, v.Value)
	}
	return same(from, v.Start) && (v.End == "" || interval && same(to, v.End))
}

// sameAsRecognizers reports whether e has the value v of a Recognizers result.
func sameAsRecognizers(typ string, v recognizersValue, e expr, ref Reference) bool {
	if !e.when.known {
		return false
	}
	w := e.when
	at := func(s string) (time.Time, bool) {
		for _, f := range []string{"2006-01-02 15:04:05", "2006-01-02", "15:04:05"} {
			if t, err := time.ParseInLocation(f, s, IST); err == nil {
				return t, true
			}
		}
		return time.Time{}, false
	}
	// Their two readings of 7 बजे are one to us: the half of the day is not known.
	same := func(c clockTime, t time.Time) bool {
		secs := (t.Hour()*60+t.Minute())*60 + t.Second()
		ours := (c.h*60+c.mi)*60 + c.s
		return ours == secs || !c.sure && (ours+12*3600)%86400 == secs
	}
	switch typ {
	case "date":
		t, ok := at(v.Value)
		return ok && !w.interval && w.a.d != 0 && !w.a.hasClock && w.a.time().Equal(t)
	case "datetime":
		t, ok := at(v.Value)
		return ok && !w.interval && (w.a.hasClock && w.a.time().Equal(t) || e.clock.ok && !e.clock.a.sure && dayPoint(t) == w.a && same(e.clock.a, t))
	}
	s, ok1 := at(v.Start)
	f, ok2 := at(v.End)
	if !ok1 && !ok2 {
		return false
	}
	a, b := w.a.time(), w.a.time()
	if w.interval {
		b = w.b.time()
	}
	last := w.a
	if w.interval {
		last = w.b
	}
	switch { // ours are inclusive, theirs mostly not: the day after the last is also right
	case last.hasClock:
	case last.m == 0:
		b = time.Date(last.y+1, 1, 1, 0, 0, 0, 0, IST)
	case last.d == 0:
		b = time.Date(last.y, time.Month(last.m)+1, 1, 0, 0, 0, 0, IST)
	default:
		b = b.AddDate(0, 0, 1)
	}
	switch {
	case typ == "datetimerange" && !last.hasClock && !e.clock.ok: // मंगलवार सुबह is a day to us
		return ok1 && !w.interval && w.a.d != 0 && a.Equal(time.Date(s.Year(), s.Month(), s.Day(), 0, 0, 0, 0, IST))
	case ok1 && !ok2: // an open range: कल से starts with the date, 2018 के बाद behind it
		return a.Equal(s) || b.Equal(s)
	case ok2 && !ok1:
		return a.Equal(f)
	case typ == "datetimerange" && e.clock.ok && e.clock.interval && !e.clock.a.sure: // कल 3:00 से 4:00 बजे
		return dayPoint(s) == w.a && same(e.clock.a, s) && same(e.clock.b, f)
	}
	if !a.Equal(s) {
		return false
	}
	if b.Equal(f) {
		return true
	}
	if !last.hasClock && last.d != 0 && b.AddDate(0, 0, -1).Equal(f) {
		return true
	}
	if last.m == 0 && w.interval && b.AddDate(-1, 0, 0).Equal(f) {
		return true // 2014-2018: theirs ends where 2018 begins
	}
	return !last.hasClock && last.d == 0 && last.m != 0 && w.interval && b.AddDate(0, -1, 0).Equal(f) // मई से मार्च
}
