package job

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"khabar/pkg/encode"
	"khabar/pkg/record"
)

// count adds a record that was written.
func (r *Report) count(rec *record.Record) {
	r.Articles++
	r.Bytes += int64(rec.Stats.Bytes)
	r.Languages[rec.Language]++
	for _, name := range []string{"publisher", "headline", "summary", "byline", "published", "updated", "place"} {
		if rec.Has(name) {
			r.Fields[name]++
		}
	}
	if encode.Located(rec) {
		r.Fields["located"]++
	}
	for name, n := range map[string]int{
		"places": len(rec.Places), "people": len(rec.People), "organizations": len(rec.Organizations),
		"quotes": len(rec.Quotes), "numbers": len(rec.Numbers), "dates": len(rec.Dates),
	} {
		r.Fields[name] += n
	}
}

// Failures is the number of articles and inputs that failed.
func (r Report) Failures() int {
	n := 0
	for _, k := range r.Rejected {
		n += k
	}
	return n
}

// Print writes the report as a table for people.
func (r Report) Print(w io.Writer) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(tw, "records\t%d\n", r.Articles)
	fmt.Fprintf(tw, "raw text\t%.1f MB\n", float64(r.Bytes)/1e6)
	for _, part := range []struct {
		name   string
		counts map[string]int
	}{{"language", r.Languages}, {"kept back", r.Dropped}, {"failed", r.Rejected}} {
		for _, k := range byCount(part.counts) {
			fmt.Fprintf(tw, "%s %s\t%d\n", part.name, k, part.counts[k])
		}
	}
	for _, k := range []string{"publisher", "headline", "summary", "byline", "published", "updated", "place"} {
		fmt.Fprintf(tw, "with %s\t%d\n", k, r.Fields[k])
	}
	for _, k := range []string{"places", "people", "organizations", "quotes", "numbers", "dates"} {
		fmt.Fprintf(tw, "%s\t%d\n", k, r.Fields[k])
	}
	return tw.Flush()
}

// byCount returns the keys, the largest count first.
func byCount(m map[string]int) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if m[a] != m[b] {
			return m[b] - m[a]
		}
		return strings.Compare(a, b)
	})
	return keys
}

// errorLine writes the line that stands for an input line without a record.
func (r *run) errorLine(code, message string) error {
	type detail struct {
		Code    string `json:"code"`
		Message string `json:"message"`
	}
	b, err := json.Marshal(struct {
		Error detail `json:"error"`
	}{detail{code, message}})
	if err != nil {
		return err
	}
	if err := r.out.record(nil, encode.Bytes(append(b, '\n'))); err != nil {
		return fmt.Errorf("write output: %w", err)
	}
	return nil
}
