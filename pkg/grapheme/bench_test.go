package grapheme

import (
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"khabar/pkg/span"
)

// news is written for this benchmark, in the shape of newspaper text.
var news = strings.Repeat(`शिमला: मुख्यमंत्री ने सोमवार को कहा कि राज्य के 12 जिलों में 3.5 करोड़ रुपये की लागत से 140 नए स्वास्थ्य केंद्र खोले जाएंगे। उन्होंने बताया, "पहले चरण में पहाड़ी क्षेत्रों को प्राथमिकता दी जाएगी।" विपक्ष ने इस घोषणा पर सवाल उठाए हैं। कृषि मंत्री डॉ. रामस्वरूप शर्मा ने बताया कि इस बार गेहूं की खरीद पिछले वर्ष से 18 प्रतिशत अधिक रही।
विद्यार्थियों के लिए छात्रवृत्ति की अंतिम तिथि 31 मार्च तक बढ़ा दी गई है – विश्वविद्यालय के कुलसचिव ने इसकी पुष्टि की। उन्`+"\u200d"+`होंने कहा, ‘आवेदन केवल ऑनलाइन स्वीकार होंगे।’
`, 40)

func BenchmarkCount(b *testing.B) {
	b.SetBytes(int64(len(news)))
	b.ReportAllocs()
	for b.Loop() {
		Count(news)
	}
}

// BenchmarkCountUniseg is the fastest way to count with uniseg alone. Its answer is
// another one, since it cuts conjuncts.
func BenchmarkCountUniseg(b *testing.B) {
	b.SetBytes(int64(len(news)))
	b.ReportAllocs()
	for b.Loop() {
		state, rest := -1, news
		for len(rest) > 0 {
			_, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		}
	}
}

// BenchmarkCountRest counts without the table: the path of scripts outside it.
func BenchmarkCountRest(b *testing.B) {
	b.SetBytes(int64(len(news)))
	b.ReportAllocs()
	for b.Loop() {
		for s := news; len(s) > 0; s = s[rest(s):] {
		}
	}
}

func BenchmarkCountBengali(b *testing.B) {
	s := strings.Repeat("মুখ্যমন্ত্রী সোমবার বলেছেন যে রাজ্যের ১২টি জেলায় নতুন স্বাস্থ্যকেন্দ্র খোলা হবে। ", 100)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Count(s)
	}
}

func BenchmarkAll(b *testing.B) {
	b.SetBytes(int64(len(news)))
	b.ReportAllocs()
	for b.Loop() {
		for range All(news) {
		}
	}
}

func BenchmarkNewIndex(b *testing.B) {
	b.SetBytes(int64(len(news)))
	b.ReportAllocs()
	for b.Loop() {
		NewIndex(news)
	}
}

func BenchmarkIndexRange(b *testing.B) {
	ix := NewIndex(news)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i = (i + 7919) % (len(news) - 60)
		ix.Range(span.Span{Start: i, End: i + 60})
	}
}

// BenchmarkOffsets converts 500 spans of one article of 50 kB.
func BenchmarkOffsets(b *testing.B) {
	var offsets []int
	for i := range 1000 {
		offsets = append(offsets, i*len(news)/1000)
	}
	b.SetBytes(int64(len(news)))
	b.ReportAllocs()
	for b.Loop() {
		Offsets(news, offsets)
	}
}

func BenchmarkSnap(b *testing.B) {
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i = (i + 7919) % len(news)
		Snap(news, i, Down)
	}
}
