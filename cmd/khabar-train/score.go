package main

import (
	"fmt"
	"io"
	"strings"

	"khabar/pkg/tagger"
)

// counts are the figures of one type: right, found, wanted.
type counts struct{ right, found, want int }

func (c counts) precision() float64 { return ratio(c.right, c.found) }
func (c counts) recall() float64    { return ratio(c.right, c.want) }
func (c counts) f1() float64        { return ratio(2*c.right, c.found+c.want) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// result holds the counts by type.
type result [tagger.Organization + 1]counts

// weighted is the mean of the types' F1, weighted by how many names each has.
func (r *result) weighted() float64 {
	sum, n := 0.0, 0
	for _, c := range r {
		sum += c.f1() * float64(c.want)
		n += c.want
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

func (r *result) micro() counts {
	var all counts
	for _, c := range r {
		all.right += c.right
		all.found += c.found
		all.want += c.want
	}
	return all
}

// evaluate tags the examples and counts names whose words and type are exactly right.
func evaluate(m *tagger.Model, examples []example, misses io.Writer) result {
	var r result
	var tags []tagger.Tag
	var labels []tagger.Label
	for i := range examples {
		ex := &examples[i]
		tags = m.Tag(ex.doc, tags[:0])
		labels = labels[:0]
		for _, t := range tags {
			labels = append(labels, t.Label)
		}
		want := make(map[entity]bool, len(ex.entities))
		for _, e := range ex.entities {
			want[e] = true
			r[e.typ].want++
		}
		var wrong []string
		for _, e := range ex.spans(labels) {
			r[e.typ].found++
			if want[e] {
				r[e.typ].right++
				delete(want, e)
			} else {
				wrong = append(wrong, fmt.Sprintf("+%s %s", e.typ, strings.Join(ex.words[e.first:e.end], " ")))
			}
		}
		if misses != nil && len(wrong)+len(want) > 0 {
			for _, e := range ex.entities {
				if want[e] {
					wrong = append(wrong, fmt.Sprintf("-%s %s", e.typ, strings.Join(ex.words[e.first:e.end], " ")))
				}
			}
			fmt.Fprintf(misses, "%s\n\t%s\n", strings.Join(wrong, "; "), strings.Join(ex.words, " "))
		}
	}
	return r
}

func (r *result) print(w io.Writer, title string) {
	fmt.Fprintf(w, "%s\n", title)
	for t := tagger.Person; t <= tagger.Organization; t++ {
		c := r[t]
		fmt.Fprintf(w, "  %s  n %5d  P %.4f  R %.4f  F1 %.4f\n", t, c.want, c.precision(), c.recall(), c.f1())
	}
	m := r.micro()
	fmt.Fprintf(w, "  all  n %5d  P %.4f  R %.4f  micro F1 %.4f  weighted F1 %.4f\n", m.want, m.precision(), m.recall(), m.f1(), r.weighted())
}
