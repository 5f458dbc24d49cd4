// Package comparative times the gazetteer's matcher beside Go's Aho-Corasick libraries
// on the same names and the same text. It is a module of its own, so that the rivals
// never become dependencies of khabar:
//
//	cd pkg/gazetteer/comparative && go test -bench .
//
// All search the folded text for all Hindi names of the gazetteer. The libraries report
// every occurrence, also inside words (गया in बताया गया and in गयाजी); khabar reports the
// longest names at word boundaries, so it has the harder task. Both start from what is
// there in khabar when places are looked for: the libraries from the folded text, khabar
// from the folded tokens (BenchmarkKhabarTokens) or, cutting the words itself, from the folded
// text (BenchmarkKhabarScan).
package comparative
