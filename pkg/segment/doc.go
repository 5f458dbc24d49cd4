// Package segment turns raw text into a document.Document: tokens, sentences and
// blocks, each with its bytes in the raw text.
//
// It takes the raw text and the blocks that a reader found in it (Build), or plain
// text of which nothing is known (Plain), and promises never to panic on any bytes,
// never to change the text, and to cut at grapheme cluster boundaries.
//
// Tokens: a word is a run of letters of one script with its matras and joiners; a
// number is a run of digits with inner ',' or '.' before another digit; every other
// visible character is a token of its own (a run of dots is one). So 27अगस्त is two
// tokens, कोविड-19 three, जे.पी. four, 7,773 one. A leaked HTML tag gets no token.
//
// Sentences end at । ॥ ? ! at a block's end, and at a full stop that is not part of
// an abbreviation (डॉ. राजीव, उ.प्र. में), of initials (जे.पी. नड्डा, डॉक्टर आर. गंगाखेड़कर), of a
// number (3.5), a list marker (1. पहला) or an address; a stop before a case marker
// (ने में का) is none either. Closing quotes and brackets stay with their sentence,
// also where they are of the wrong direction. A danda that a converter or a typist
// wrote as '|', 'I' or 'l' behind a verb (हो गया l) becomes a Punct token with the key
// of a danda. An ellipsis is a pause, unless it stands behind a finite verb or
// closes a quote; a bullet opens a sentence.
//
//	एस. जयशंकर ने कहा, "3.5 लाख आए।" | वे डॉ. राव से मिले.
//
// Units cuts a stream of any size into clusters, words, sentences or paragraphs for
// khabar segment.
//
// Decision, 2026-11: tokens may end inside a cluster in one case, a visarga that
// stands for a colon (नाहनः is नाहन and ः), since the word is wanted without it. A cluster
// range that is made from bytes takes the whole cluster then.
package segment
