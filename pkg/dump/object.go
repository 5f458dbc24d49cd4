package dump

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// Dumps hold flat objects of strings and numbers, a text of thousands of letters among
// them. plainObject and plainString read these in one pass each, several times faster
// than encoding/json, which reads whatever they refuse: what is unusual or wrong comes
// out as that package says.

// plainObject returns the fields of a JSON object as encoding/json does, and true: the
// payload is valid UTF-8. It returns nil for what it leaves to encoding/json.
func plainObject(payload []byte) (map[string]json.RawMessage, bool) {
	if !utf8.Valid(payload) {
		return nil, false
	}
	s := bytes.TrimRight(payload, " \t\r\n")
	i := blanks(s, 0)
	if i >= len(s) || s[i] != '{' || s[len(s)-1] != '}' {
		return nil, false
	}
	obj := make(map[string]json.RawMessage, 8)
	for i++; ; i++ {
		i = blanks(s, i)
		end := stringEnd(s, i)
		if end < 0 {
			return nil, false
		}
		key, ok := plainString(s[i:end])
		if !ok {
			return nil, false
		}
		if i = blanks(s, end); i >= len(s) || s[i] != ':' {
			return nil, false
		}
		i = blanks(s, i+1)
		if end = valueEnd(s, i); end < 0 {
			return nil, false
		}
		obj[key] = json.RawMessage(s[i:end:end])
		if i = blanks(s, end); i >= len(s) {
			return nil, false
		}
		switch s[i] {
		case ',':
		case '}':
			if i < len(s)-1 {
				return nil, false
			}
			return obj, true
		default:
			return nil, false
		}
	}
}

// blanks returns the index of the first byte of s from i on that is not white space.
func blanks(s []byte, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\t' || s[i] == '\n' || s[i] == '\r') {
		i++
	}
	return i
}

// valueEnd returns the end of the string, number, true, false, null or object at i, -1
// where it is none or wrong.
func valueEnd(s []byte, i int) int {
	if i >= len(s) {
		return -1
	}
	if s[i] == '"' {
		return stringEnd(s, i)
	}
	end := i
	if s[i] == '{' || s[i] == '[' {
		end = nestedEnd(s, i)
	} else {
		for end < len(s) && s[end] != ',' && s[end] != '}' && s[end] > ' ' {
			end++
		}
	}
	if end < 0 || !json.Valid(s[i:end]) {
		return -1
	}
	return end
}

// nestedEnd returns the end of the object or array at i by its brackets, -1 where they
// do not close.
func nestedEnd(s []byte, i int) int {
	depth := 0
	for i < len(s) {
		switch s[i] {
		case '"':
			end := stringEnd(s, i)
			if end < 0 {
				return -1
			}
			i = end
			continue
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
		i++
	}
	return -1
}

// stringEnd returns the end of the JSON string that opens at i, -1 where there is none, it
// does not close or it holds what a string may not.
func stringEnd(s []byte, i int) int {
	if i >= len(s) || s[i] != '"' {
		return -1
	}
	start := i + 1
	for end := start; ; end++ {
		n := bytes.IndexByte(s[end:], '"')
		if n < 0 {
			return -1
		}
		end += n
		escapes := 0
		for s[end-1-escapes] == '\\' { // the opening quote ends the loop
			escapes++
		}
		if escapes%2 == 0 {
			if !legal(s[start:end]) {
				return -1
			}
			return end + 1
		}
	}
}

// legal reports whether the inside of a string holds no control character and no escape
// that JSON does not have.
func legal(s []byte) bool {
	for _, c := range s {
		if c < ' ' {
			return false
		}
	}
	for {
		n := bytes.IndexByte(s, '\\')
		if n < 0 {
			return true
		}
		if n+1 >= len(s) {
			return false
		}
		c := s[n+1]
		s = s[n+2:]
		switch c {
		case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		case 'u':
			if _, ok := hex4(s); !ok {
				return false
			}
		default:
			return false
		}
	}
}

// plainString decodes a JSON string that plainObject read. It refuses other values, and
// the escapes of surrogates and of \b and \f.
func plainString(s []byte) (string, bool) {
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return "", false
	}
	s = s[1 : len(s)-1]
	n := bytes.IndexByte(s, '\\')
	if n < 0 {
		return string(s), true
	}
	var out strings.Builder
	out.Grow(len(s))
	for ; n >= 0; n = bytes.IndexByte(s, '\\') {
		out.Write(s[:n])
		if n+1 >= len(s) {
			return "", false
		}
		c := s[n+1]
		s = s[n+2:]
		switch c {
		case '"', '\\', '/':
		case 'n':
			c = '\n'
		case 'r':
			c = '\r'
		case 't':
			c = '\t'
		case 'u':
			r, ok := hex4(s)
			if !ok || r >= 0xd800 && r <= 0xdfff {
				return "", false
			}
			out.WriteRune(r)
			s = s[4:]
			continue
		default:
			return "", false
		}
		out.WriteByte(c)
	}
	out.Write(s)
	return out.String(), true
}

// hex4 reads four hexadecimal digits.
func hex4(s []byte) (r rune, ok bool) {
	if len(s) < 4 {
		return 0, false
	}
	for _, c := range s[:4] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}
