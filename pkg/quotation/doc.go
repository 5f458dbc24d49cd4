// Package quotation finds who said what: the reported and quoted speech of an
// article, with its source, its reporting word and the act that the word stands for.
//
// It takes the analysed document and the people and organisations that were found in
// it, and returns the quotes in text order. It promises that every span is a byte
// range of the raw text, that nothing is reported twice (a sentence that repeats an
// earlier one is passed over), and that what only looks like speech is left alone:
// the paper's own voice (बता दें कि, गौरतलब है कि) and hearsay without a source (कहा जा
// रहा है, माना जाता है) are no quotes.
//
// How it works. Hindi puts the reporting verb at the end of its clause and the speech
// behind it, opened by कि, a comma, a colon, a dash or a quote mark:
//
//	जिलाधिकारी रमेश वर्मा ने मंगलवार को पत्रकारों से कहा कि पुल मार्च तक बन जाएगा।
//	└ source ───────────┘ne                      cue  कि  └ content ─────────┘
//
// So the finder reads every sentence once from the left, looks each word up among the
// forms of the reporting verbs (pkg/lexicon/data/reporting.tsv), and for each hit
// (a cue) looks left for the source in the case that the verb asks for (ने, का, के
// मुताबिक, none) and right for the content. Where no content follows, it looks left of
// the source (“…,” रमेश वर्मा ने कहा।) or to the sentence before (यह जानकारी … ने दी।).
// A second cue inside the content is either coordinated with the first (… और उन्होंने
// कहा कि …: two quotes) or belongs to what was said (उन्होंने कहा कि मंत्री ने कहा था कि …:
// one).
//
// The source is resolved to a person by its mention, by its office (जिलाधिकारी ने) or,
// for a pronoun or no subject at all, by the discourse: the last speaker, unless a new
// subject came between.
package quotation
