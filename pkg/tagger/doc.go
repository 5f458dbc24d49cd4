// Package tagger proposes person, place and organisation names in running text, by a
// model that was trained on annotated Hindi (see README.md).
//
// It takes a document.Document and gives one Tag a token: its label (O, B-PER, I-PER,
// B-LOC, I-LOC, B-ORG, I-ORG) and how sure the model is of it. It promises the same
// answer for the same text, never to panic, and to allocate nothing per token.
//
//	दिल्ली      B-LOC
//	के        O
//	मुख्यमंत्री   O
//	अरविंद    B-PER
//	केजरीवाल  I-PER
//	ने        O
//
// Lists alone miss most names of people, and they cannot tell the town गया from the
// verb. The model weighs the word, its first and last letters, its neighbours, name and place
// lists, and clusters of words that occur in like places in news text; a linear-chain
// CRF then chooses the best labelling of the whole sentence. It only proposes: the
// rules of person, organization and place decide, since they know roles, honorifics
// and the rest of the article.
//
// A Model is one file that is embedded and read in place: nothing is parsed at start.
// cmd/khabar-train makes it.
package tagger
