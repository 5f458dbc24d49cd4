package number_test

import (
	"fmt"

	"khabar/pkg/lexicon"
	"khabar/pkg/number"
	"khabar/pkg/segment"
)

func ExampleFind() {
	text := "पहले चरण में 14 हजार से ज्यादा कार्यकर्ताओं को 38 करोड़ 64 लाख रुपये की योजना बताई गई।"
	d := segment.Plain(text, lexicon.Default())
	for _, n := range number.Find(d, nil) {
		fmt.Printf("%s = %.0f %s (%s) %s.\n", d.Text(n.Span), *n.Value, n.Unit, n.Kind, n.Qualifier)
	}
	// Output:
	// पहले = 1 चरण (ordinal) .
	// 14 हजार = 14000 कार्यकर्ता (count) over.
	// 38 करोड़ 64 लाख = 386400000 INR (money) .
}

func ExampleNormalised() {
	d := segment.Plain("साढ़े तीन लाख कवर", lexicon.Default())
	fmt.Println(number.Normalised(number.Find(d, nil)[0]))
	// Output: 350000
}
