// Package grapheme counts and cuts text by extended grapheme clusters, the units
// that a reader of Hindi takes as one letter: क्ष, प्र, श्री and त्री are one each.
//
// It takes strings in UTF-8 and follows UAX #29 in Unicode 17.0, rule GB9c (Indic
// conjuncts) included:
//
//	मुख्यमंत्री    मु|ख्य|मं|त्री        4 clusters, 11 code points, 33 bytes
//	क् + ZWJ + ष   one cluster
//	क् + ZWNJ + ष  two, क्+ZWNJ and ष
//
// It promises never to panic and never to lose a byte: the clusters of any string
// joined together are that string. A byte that is not part of valid UTF-8 is a
// cluster of its own, to which nothing attaches on either side.
//
// Every position in the package is a byte offset. Next, All and Count read forward;
// Snap looks at one offset; Offsets turns a sorted list of offsets into cluster numbers
// in one pass; Index turns byte ranges into cluster ranges in any order.
//
// # How
//
// ASCII, Latin-1, Devanagari and the marks that Hindi papers use (quotes, dashes,
// joiners, ₹) go through a state machine: one table gives the class of a
// character, a second one the next state and whether a cluster starts. It counts
// Hindi text more than ten times as fast as uniseg. Whatever is not in the table goes
// to github.com/rivo/uniseg, with two corrections on top: conjuncts are joined, and
// code points whose property changed since uniseg's Unicode version are shown to it
// as others that have the new property.
//
// # Versions
//
//	this package                   Unicode 17.0 (the official test, 766 of 766 cases)
//	github.com/rivo/uniseg 0.4.7   Unicode 15.0, without GB9c (749 of 766)
//	package unicode of Go 1.26     Unicode 15.0; not used here
//
// # Decisions
//
// 2026-11: No other package imports uniseg, so that there is one answer to "how
// many clusters". Its Graphemes type is not used either: the function form that
// takes a string is five times as fast.
//
// 2026-11: The linkers and consonants of rule GB9c are tables of this package and
// not derived from virama and consonant classes: Unicode lists the scripts in which
// conjuncts join (Devanagari, Bengali, Gujarati, Odia, Telugu, Malayalam and some
// others; not Gurmukhi, Tamil or Kannada).
package grapheme
