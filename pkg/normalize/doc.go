// Package normalize cleans lines of Hindi text for shell pipelines: one line in, one
// line out.
//
// It takes any bytes and promises: the output is valid UTF-8 in NFC (or the fold that
// khabar compares words by), it holds no line end that the input line did not have,
// and cleaning it again with the same Options changes nothing.
//
//	Options{Entities: true, Spaces: true, Danda: true, Quotes: true}
//	उन्होंने कहा,&nbsp;‘‘काम पूरा हो गया है |’’   →   उन्होंने कहा, "काम पूरा हो गया है।"
//
// What is only spelling (nukta, chandrabindu, class nasals) is changed by Form Fold and
// by nothing else. A bar becomes a danda only behind a verb, so that राज्य | देश stays.
package normalize
