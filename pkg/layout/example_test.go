package layout_test

import (
	"fmt"

	"khabar/pkg/document"
	"khabar/pkg/layout"
)

func ExampleAnalyse() {
	raw := "ऐलनाबाद में नई मंडी का काम शुरू\n" +
		"Publish Date:Sat, 17 Oct 2020 05:18 PM (IST)ऐलनाबाद में नई अनाज मंडी का काम शुरू हो गया है।\n" +
		"संवाद सूत्र, ऐलनाबाद (सिरसा) : कस्बे में नई अनाज मंडी का काम शनिवार को शुरू हो गया। इस पर चार करोड़ रुपये खर्च होंगे। Posted By: Jagran\n"
	page := layout.Analyse(raw, layout.Options{})
	fmt.Println(page.Headline.Value)
	fmt.Println(page.Publisher.Value, page.Published.Value, page.Byline[0].Value)
	fmt.Println(page.Summary.Value)
	for _, b := range page.Blocks {
		if b.Kind == document.Body {
			fmt.Println(layout.CleanText(raw, b.Span))
		}
	}
	// Output:
	// ऐलनाबाद में नई मंडी का काम शुरू
	// Dainik Jagran 2020-10-17T17:18:00+05:30 संवाद सूत्र
	// ऐलनाबाद में नई अनाज मंडी का काम शुरू हो गया है।
	// संवाद सूत्र, ऐलनाबाद (सिरसा) : कस्बे में नई अनाज मंडी का काम शनिवार को शुरू हो गया। इस पर चार करोड़ रुपये खर्च होंगे।
}
