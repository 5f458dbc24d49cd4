package number

import (
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"khabar/pkg/lexicon"
	"khabar/pkg/moment"
	"khabar/pkg/segment"
)

// TestLinear holds that no text makes the search grow with the square of its length:
// four times the text may take no more than about eight times the processor time of this
// thread, which other work on the machine does not change.
func TestLinear(t *testing.T) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	used := func() time.Duration {
		var u syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_THREAD, &u); err != nil {
			t.Fatal(err)
		}
		return time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
	lx := lexicon.Default()
	for _, piece := range []string{"5-", "1,", "12 ", "तीन 4 ", "एक को 5 ", "5 लाख करोड़ ", "2-1, ", "धारा 1, 2 और ", "http://a.b/5", "20 डिग्री अधिकतम 5 ", "(5)", "3 और ", "साढ़े सवा ", "86.7 प्रति डॉलर ", "एक ", "18 मई को संख्या 5 हुई। ", "शुक्रवार को 5 "} {
		cost := func(n int) time.Duration {
			text := strings.Repeat(piece, n)
			d := segment.Plain(text, lx)
			claimed := new(moment.Claims).Of(d)
			best := time.Hour
			for range 3 {
				start := used()
				Find(d, claimed)
				best = min(best, used()-start)
			}
			return best
		}
		small := cost(4000)
		if big := cost(16000); big > 8*small+50*time.Millisecond {
			t.Errorf("%q: %v for 4,000, %v for 16,000", piece, small, big)
		}
	}
}
