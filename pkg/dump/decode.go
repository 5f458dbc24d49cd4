package dump

import (
	"bytes"
	"errors"
	"html"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

var errBinary = errors.New("not text: it holds NUL bytes or is mostly invalid UTF-8")

// decode returns data as valid UTF-8, and what it had to repair.
//
// UTF-16 is read where a byte order mark says so, or where the bytes are plainly
// UTF-16 text (ASCII or Devanagari, U+0900–U+097F, in every other byte). Each invalid
// UTF-8 byte becomes U+FFFD. A text whose letters are written as numbers (&#2309;&#2350;
// for अम) is decoded: that is an encoding too. A UTF-8 byte order mark stays: offsets count it.
func decode(data []byte) (text string, warnings []string, err error) {
	if len(data) == 0 {
		return "", []string{WarnEmpty}, nil
	}
	if little, ok := sniffUTF16(data); ok {
		return decodeUTF16(data, little), []string{WarnUTF16}, nil
	}
	if err := notText(data, 1); err != nil {
		return "", nil, err
	}
	if utf8.Valid(data) {
		s := string(data)
		if strings.TrimSpace(strings.TrimPrefix(s, "\ufeff")) == "" {
			warnings = append(warnings, WarnEmpty)
		}
		if entityText(s) {
			return html.UnescapeString(s), append(warnings, WarnEntities), nil
		}
		return s, warnings, nil
	}
	bad := 0
	var b strings.Builder
	b.Grow(len(data) + 64)
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		}
		b.WriteRune(r)
		i += n
	}
	if bad*10 > len(data)*3 {
		return "", nil, errBinary
	}
	return b.String(), []string{WarnInvalidUTF8}, nil
}

// notText says what data is that is no text in UTF-8, nil where it may be text: so many NUL
// bytes are none.
func notText(data []byte, nul int) error {
	switch {
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return errors.New("a PDF: take its text out first, as pdftotext does")
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return errors.New("a zip archive, as .docx and .xlsx are: unpack it, or save what it holds as text")
	}
	if n := bytes.Count(data, []byte{0}); n >= nul && n*200 > len(data) {
		return errBinary
	}
	return nil
}

// entityText reports whether Devanagari is written in s as numeric HTML references,
// most of it at least. A text with a few entities in it is left as it is.
func entityText(s string) bool {
	refs, letters := 0, 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '&' && (strings.HasPrefix(s[i:], "&#23") || strings.HasPrefix(s[i:], "&#24") || strings.HasPrefix(s[i:], "&#x9") || strings.HasPrefix(s[i:], "&#x09")):
			refs++
		case s[i] == 0xe0:
			letters++
		}
	}
	return refs >= 20 && refs > letters
}

// sniffUTF16 reports whether data is UTF-16, and whether it is little-endian.
func sniffUTF16(data []byte) (little, ok bool) {
	if len(data) >= 2 {
		switch {
		case data[0] == 0xff && data[1] == 0xfe:
			return true, true
		case data[0] == 0xfe && data[1] == 0xff:
			return false, true
		}
	}
	n := min(len(data), 4096) &^ 1
	if n < 32 {
		return false, false
	}
	var high [2]int // bytes 0x00 or 0x09 at even and at odd positions
	for i := 0; i < n; i++ {
		if data[i] == 0 || data[i] == 0x09 {
			high[i&1]++
		}
	}
	half := n / 2
	if high[1]*10 >= half*9 && high[0]*4 < half && bytes.IndexByte(data[:n], 0) >= 0 {
		return true, true
	}
	if high[0]*10 >= half*9 && high[1]*4 < half && bytes.IndexByte(data[:n], 0) >= 0 {
		return false, true
	}
	return false, false
}

func decodeUTF16(data []byte, little bool) string {
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		u := uint16(data[i])<<8 | uint16(data[i+1])
		if little {
			u = u>>8 | u<<8
		}
		units = append(units, u)
	}
	if len(units) > 0 && units[0] == 0xfeff {
		units = units[1:]
	}
	return string(utf16.Decode(units))
}
