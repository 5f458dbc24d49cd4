// Package segment turns raw text into a document.Document: tokens, sentences and
// blocks, each with its bytes in the raw text.
//
// It takes the raw text and the blocks that a reader found in it (Build), or plain
// text of which nothing is known (Plain), and promises never to panic on any bytes,
// never to change the text, and to cut only at grapheme cluster boundaries.
//
// Tokens: a word is a run of letters of one script with its matras and joiners; a
// number is a run of digits with inner ',' or '.' before another digit; every other
// visible character is a token of its own (a run of dots is one). So 27अगस्त is two
// tokens, कोविड-19 three, जे.पी. four, 7,773 one.
//
// Sentences end at । ॥ ? ! at a block's end, and at a full stop that is not part of
// an abbreviation (डॉ. राजीव), of initials (जे.पी. नड्डा) or of a number (3.5); closing
// quotes and brackets stay with their sentence. The danda is a danda also when a
// converter wrote it as '|'.
package segment
