// Package dump reads piles of raw articles and hands them on one at a time.
//
// It takes paths (files, folders, "-" for standard input) and promises: articles
// come in a stable order (arguments as given, folders by name); an Article's Raw is
// valid UTF-8 whatever the bytes were, with a warning that says what was repaired;
// an input that cannot be read is an *Error with path, record and byte offset, and
// the inputs after it still come. Nothing is held in memory but the article at hand.
package dump
