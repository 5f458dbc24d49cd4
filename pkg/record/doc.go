// Package record assembles one structured record per article.
//
// It takes a raw article (dump.Article), runs layout, segmentation and every field
// extractor over it in a fixed order, and returns a Record whose names and meanings
// are the published contract. Extract reads as the table of contents of khabar.
//
// It promises that every item's span lies inside the raw text, that
// raw[span[0]:span[1]] is the item's text byte for byte, and that the result depends
// on nothing but the article and the options: no clock, no environment, no order of
// calls.
package record
