package dump

import (
	"fmt"
	"strings"
	"testing"
)

func TestEntityText(t *testing.T) {
	const want = "नगर निगम ने शनिवार को तीन बाजारों से अतिक्रमण हटाया।"
	var b strings.Builder
	for _, r := range want {
		if r < 0x80 {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "&#%d;", r)
		}
	}
	got, warnings, err := decode([]byte(b.String()))
	if err != nil || got != want || len(warnings) != 1 || warnings[0] != WarnEntities {
		t.Errorf("%q %v %v", got, warnings, err)
	}
	const mixed = "उन्होंने कहा, &quot;हां&quot; &#2309;"
	if got, warnings, err := decode([]byte(mixed)); err != nil || got != mixed || warnings != nil {
		t.Errorf("%q %v %v", got, warnings, err)
	}
}
