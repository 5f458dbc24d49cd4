package record

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"khabar/pkg/span"
)

// TestOffsetsCountAsOtherProgramsDo compares every position with a plain count.
func TestOffsetsCountAsOtherProgramsDo(t *testing.T) {
	raw := strings.Repeat("क्षेत्र 😀 प्र\u200da\n", 90) + "श्री"
	p := newPositions(raw, true)
	for i := range raw {
		got := p.at(span.Span{Start: i, End: len(raw)})
		if want := utf8.RuneCountInString(raw[:i]); got.Runes[0] != want {
			t.Fatalf("byte %d: rune %d, want %d", i, got.Runes[0], want)
		}
		if want := len(utf16.Encode([]rune(raw[:i]))); got.UTF16[0] != want {
			t.Fatalf("byte %d: utf16 %d, want %d", i, got.UTF16[0], want)
		}
	}
	if got := newPositions(raw, false).at(span.Span{Start: 0, End: 21}); got.Clusters != (Span{0, 2}) || got.Runes != nil {
		t.Errorf("क्षेत्र: %+v", got) // क्षे त्र
	}
}
