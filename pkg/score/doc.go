// Package score measures extractors against annotated cases.
//
// It takes cases and what was found in them, and promises figures with their counts:
// precision, recall and F1 of spans, exact and by overlap, and shares of right values.
// Nothing here knows a file of the repository: `khabar eval` and the tests hand the
// cases in.
package score
