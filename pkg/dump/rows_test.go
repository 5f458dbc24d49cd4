package dump

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"math/rand/v2"
	"slices"
	"testing"
)

// rowsOf cuts data with csvReader.
func rowsOf(data []byte) (rows [][]string, err error) {
	c := &csvReader{rewinder: rewinder{r: bufio.NewReader(bytes.NewReader(data))}, limit: 1 << 20}
	for {
		n, _, err := c.row()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return rows, err
		}
		rows = append(rows, c.split(n))
	}
}

// sameAsCSV compares with encoding/csv: the same rows, or both say that one is broken.
func sameAsCSV(t *testing.T, data []byte) {
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	want, werr := r.ReadAll()
	got, gerr := rowsOf(data)
	if (werr == nil) != (gerr == nil) {
		t.Fatalf("%q: %v, encoding/csv %v", data, gerr, werr)
	}
	if werr == nil && !slices.EqualFunc(got, want, slices.Equal) {
		t.Fatalf("%q: %q, encoding/csv %q", data, got, want)
	}
}

func TestRowsAreThoseOfEncodingCSV(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	parts := []string{"a", "क", ",", "\"", "\"\"", "\n", "\r\n", " ", ",\"", "\",", "\"\n"}
	for range 50_000 {
		var data []byte
		for range random.IntN(14) {
			data = append(data, parts[random.IntN(len(parts))]...)
		}
		sameAsCSV(t, data)
	}
}
