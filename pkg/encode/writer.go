package encode

import (
	"bytes"
	"encoding/json"
	"io"
)

// Writer puts encoded records out in the order given. Each call to Write of the
// underlying writer holds whole records.
type Writer struct {
	w    io.Writer
	e    *Encoder
	n    int    // records so far
	held []byte // the first record of JSON and Auto, until it is known whether it is the only one
	buf  []byte
	size int // bytes to gather before a write
	pq   *parquetWriter
}

// NewWriter returns a Writer of e's format on w. It gathers up to size bytes of
// whole records before it writes; 0 writes each record at once.
func NewWriter(w io.Writer, e *Encoder, size int) *Writer {
	out := &Writer{w: w, e: e, size: size}
	switch {
	case e.rows != nil:
		out.pq = newParquetWriter(w, e.rows)
	case e.table != nil:
		out.buf = e.table.header()
	}
	return out
}

// Resume returns a Writer that goes on with an output whose start was written before:
// no header.
func Resume(w io.Writer, e *Encoder, size int) *Writer {
	return &Writer{w: w, e: e, size: size}
}

// Put puts out one record, encoded by the Writer's Encoder.
func (w *Writer) Put(p Piece) error {
	if w.pq != nil {
		return w.pq.rows(p.rows)
	}
	return w.Record(p.bytes)
}

// Record puts out one record that is bytes.
func (w *Writer) Record(b []byte) error {
	if w.e.opt.Format == GeoJSON {
		if len(b) == 0 {
			return nil
		}
		sep := ",\n"
		if w.n == 0 {
			sep = collection
		}
		w.n++
		w.buf = append(w.buf, sep...)
		return w.put(b)
	}
	w.n++
	switch w.e.opt.Format {
	case JSON, Auto:
		if w.n == 1 {
			w.held = append(w.held, b...)
			return nil
		}
		if w.n == 2 {
			if err := w.first(); err != nil {
				return err
			}
		}
		if w.e.opt.Format == JSON {
			w.buf = append(w.buf, ",\n"...)
			return w.put(pretty(b))
		}
	}
	return w.put(b)
}

// first puts out the record that was held back, now that a second one has come.
func (w *Writer) first() error {
	b := w.held
	w.held = nil
	if w.e.opt.Format == Auto {
		return w.put(b)
	}
	w.buf = append(w.buf, "[\n"...)
	return w.put(pretty(b))
}

func (w *Writer) put(b []byte) error {
	w.buf = append(w.buf, b...)
	if len(w.buf) > w.size {
		return w.Flush()
	}
	return nil
}

// Flush writes what was gathered.
func (w *Writer) Flush() error {
	if len(w.buf) == 0 {
		return nil
	}
	_, err := w.w.Write(w.buf)
	w.buf = w.buf[:0]
	return err
}

// collection opens the one object of GeoJSON output.
const collection = `{"type":"FeatureCollection","features":[` + "\n"

// Close ends the output: one JSON object for one article, an array otherwise.
func (w *Writer) Close() error {
	if w.pq != nil {
		return w.pq.w.Close()
	}
	switch w.e.opt.Format {
	case GeoJSON:
		if w.n == 0 {
			w.buf = append(w.buf, collection...)
		} else {
			w.buf = append(w.buf, '\n')
		}
		w.buf = append(w.buf, "]}\n"...)
	case JSON:
		switch w.n {
		case 0:
			w.buf = append(w.buf, "[]\n"...)
		case 1:
			w.buf = append(append(w.buf, pretty(w.held)...), '\n')
		default:
			w.buf = append(w.buf, "\n]\n"...)
		}
	case Auto:
		if w.n == 1 {
			w.buf = append(append(w.buf, pretty(w.held)...), '\n')
		}
	}
	return w.Flush()
}

// pretty indents one line of JSON by two spaces a level, without a line end.
func pretty(b []byte) []byte {
	var buf bytes.Buffer
	if err := json.Indent(&buf, bytes.TrimSpace(b), "", "  "); err != nil {
		return b
	}
	return buf.Bytes()
}
