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
//
// # Warnings
//
// A record says in Warnings what a reader of it should know:
//
//	invalid_utf8, utf16, html_entities, empty   how the bytes were read
//	duplicate_paragraph   a paragraph was printed twice and stands once in Text
//	duplicate_of:ID       the whole article came before in this run
//	truncated             the text, or its container, breaks off
//	legacy_font           Hindi in the keys of a font before Unicode: not readable
//	mojibake              UTF-8 that was read as another encoding and written again
//	not_hindi             the page is in another language (Language says which): text, page
//	                      fields, numbers, dates and places are given, but People,
//	                      Organizations and Quotes, which need Hindi grammar, are empty;
//	                      a page without Devanagari gives no text either
//
// Where a sentence breaks off at an ellipsis (… हर साल 35…), Text keeps what there is, but
// no quote or number is read that reaches up to the break.
package record
