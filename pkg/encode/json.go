package encode

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"khabar/pkg/record"
)

// A record is written as JSON by the functions below and not by encoding/json, which
// takes three times as long for it. A test holds them to what that package writes.

// jsonField writes the value of a top-level field.
type jsonField struct {
	name   string
	append func(b []byte, r *record.Record) []byte
}

// jsonFields are the fields of a record in their order.
var jsonFields = []jsonField{
	{"schema_version", func(b []byte, r *record.Record) []byte { return appendString(b, r.SchemaVersion) }},
	{"id", func(b []byte, r *record.Record) []byte { return appendString(b, r.ID) }},
	{"source", func(b []byte, r *record.Record) []byte {
		b = appendString(append(b, `{"path":`...), r.Source.Path)
		b = strconv.AppendInt(append(b, `,"record":`...), int64(r.Source.Record), 10)
		b = strconv.AppendInt(append(b, `,"start":`...), r.Source.Start, 10)
		b = strconv.AppendInt(append(b, `,"end":`...), r.Source.End, 10)
		return append(b, '}')
	}},
	{"publisher", func(b []byte, r *record.Record) []byte { return appendOptional(b, r.Publisher) }},
	{"section", func(b []byte, r *record.Record) []byte { return appendList(b, r.Section, appendEach) }},
	{"headline", func(b []byte, r *record.Record) []byte { return appendOptional(b, r.Headline) }},
	{"topic", func(b []byte, r *record.Record) []byte { return appendOptional(b, r.Topic) }},
	{"summary", func(b []byte, r *record.Record) []byte { return appendOptional(b, r.Summary) }},
	{"byline", func(b []byte, r *record.Record) []byte { return appendList(b, r.Byline, appendEach) }},
	{"captions", func(b []byte, r *record.Record) []byte { return appendList(b, r.Captions, appendEach) }},
	{"published", func(b []byte, r *record.Record) []byte { return appendOptional(b, r.Published) }},
	{"updated", func(b []byte, r *record.Record) []byte { return appendOptional(b, r.Updated) }},
	{"published_text", func(b []byte, r *record.Record) []byte { return appendOptional(b, r.PublishedText) }},
	{"updated_text", func(b []byte, r *record.Record) []byte { return appendOptional(b, r.UpdatedText) }},
	{"date", func(b []byte, r *record.Record) []byte { return appendOptional(b, r.Date) }},
	{"date_from", func(b []byte, r *record.Record) []byte { return appendOptional(b, r.DateFrom) }},
	{"place", func(b []byte, r *record.Record) []byte {
		if r.Place == nil {
			return append(b, "null"...)
		}
		return appendPlace(b, r.Place)
	}},
	{"language", func(b []byte, r *record.Record) []byte { return appendString(b, r.Language) }},
	{"text", func(b []byte, r *record.Record) []byte { return appendString(b, r.Text) }},
	{"places", func(b []byte, r *record.Record) []byte { return appendList(b, r.Places, appendPlace) }},
	{"people", func(b []byte, r *record.Record) []byte { return appendList(b, r.People, appendPerson) }},
	{"organizations", func(b []byte, r *record.Record) []byte {
		return appendList(b, r.Organizations, appendOrganization)
	}},
	{"quotes", func(b []byte, r *record.Record) []byte { return appendList(b, r.Quotes, appendQuote) }},
	{"numbers", func(b []byte, r *record.Record) []byte { return appendList(b, r.Numbers, appendNumber) }},
	{"dates", func(b []byte, r *record.Record) []byte { return appendList(b, r.Dates, appendDate) }},
	{"related", func(b []byte, r *record.Record) []byte { return appendList(b, r.Related, appendEach) }},
	{"furniture", func(b []byte, r *record.Record) []byte { return appendList(b, r.Furniture, appendFurniture) }},
	{"stats", func(b []byte, r *record.Record) []byte {
		b = strconv.AppendInt(append(b, `{"bytes":`...), int64(r.Stats.Bytes), 10)
		b = strconv.AppendInt(append(b, `,"clusters":`...), int64(r.Stats.Clusters), 10)
		b = strconv.AppendInt(append(b, `,"words":`...), int64(r.Stats.Words), 10)
		b = strconv.AppendInt(append(b, `,"sentences":`...), int64(r.Stats.Sentences), 10)
		b = appendFloat(append(b, `,"devanagari":`...), r.Stats.Devanagari)
		return append(b, '}')
	}},
	{"spans", appendSpans},
	{"warnings", func(b []byte, r *record.Record) []byte { return appendList(b, r.Warnings, appendEach) }},
	{"input", nil}, // left out where it is empty, see appendJSON
}

// appendJSON appends r as one line: an object with the given fields, nil for all. Of all
// fields, an empty input is left out.
func appendJSON(dst []byte, r *record.Record, fields []field) ([]byte, error) {
	for i := range r.Numbers {
		for _, v := range [...]*float64{r.Numbers[i].Value, r.Numbers[i].Max} {
			if v != nil && (math.IsInf(*v, 0) || math.IsNaN(*v)) {
				_, err := json.Marshal(*v)
				return dst, fmt.Errorf("encode record: %w", err)
			}
		}
	}
	b, sep := dst, byte('{')
	put := func(f *jsonField) error {
		b = append(append(append(b, sep, '"'), f.name...), `":`...)
		sep = ','
		if f.append != nil {
			b = f.append(b, r)
			return nil
		}
		buf := bytes.NewBuffer(b)
		enc := json.NewEncoder(buf)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(r.Input); err != nil {
			return fmt.Errorf("encode field %s: %w", f.name, err)
		}
		b = bytes.TrimSuffix(buf.Bytes(), []byte("\n"))
		return nil
	}
	for i := range fields {
		if err := put(&jsonFields[fields[i].index]); err != nil {
			return dst, err
		}
	}
	if fields == nil {
		for i := range jsonFields {
			f := &jsonFields[i]
			if f.append == nil && len(r.Input) == 0 {
				continue
			}
			if err := put(f); err != nil {
				return dst, err
			}
		}
	}
	return append(b, '}', '\n'), nil
}

func appendList[T any](b []byte, list []T, item func([]byte, *T) []byte) []byte {
	if list == nil {
		return append(b, "null"...)
	}
	b = append(b, '[')
	for i := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = item(b, &list[i])
	}
	return append(b, ']')
}

func appendEach(b []byte, s *string) []byte { return appendString(b, *s) }

func appendOptional(b []byte, s *string) []byte {
	if s == nil {
		return append(b, "null"...)
	}
	return appendString(b, *s)
}

func appendSpan(b []byte, s *record.Span) []byte {
	if s == nil {
		return append(b, "null"...)
	}
	b = strconv.AppendInt(append(b, '['), int64(s[0]), 10)
	b = strconv.AppendInt(append(b, ','), int64(s[1]), 10)
	return append(b, ']')
}

func appendSpans(b []byte, r *record.Record) []byte {
	if r.Spans == nil {
		return append(b, "null"...)
	}
	var few [8]string
	names := few[:0]
	for name := range r.Spans {
		names = append(names, name)
	}
	slices.Sort(names)
	b = append(b, '{')
	for i, name := range names {
		if i > 0 {
			b = append(b, ',')
		}
		s := r.Spans[name]
		b = appendSpan(append(appendString(b, name), ':'), &s)
	}
	return append(b, '}')
}

func appendPosition(b []byte, p *record.Position) []byte {
	b = appendSpan(append(b, `,"span":`...), &p.Span)
	b = appendSpan(append(b, `,"clusters":`...), &p.Clusters)
	if p.Runes != nil {
		b = appendSpan(append(b, `,"runes":`...), p.Runes)
	}
	if p.UTF16 != nil {
		b = appendSpan(append(b, `,"utf16":`...), p.UTF16)
	}
	return b
}

// appendWhy writes the rule, where there is one, and closes the object.
func appendWhy(b []byte, w *record.Why) []byte {
	if w.Rule != "" {
		b = appendString(append(b, `,"rule":`...), w.Rule)
	}
	return append(b, '}')
}

func appendPlace(b []byte, p *record.Place) []byte {
	b = appendString(append(b, `{"text":`...), p.Text)
	b = appendString(append(b, `,"name":`...), p.Name)
	b = appendOptional(append(b, `,"name_en":`...), p.NameEn)
	b = appendOptional(append(b, `,"kind":`...), p.Kind)
	b = appendOptional(append(b, `,"district":`...), p.District)
	b = appendOptional(append(b, `,"district_en":`...), p.DistrictEn)
	b = appendOptional(append(b, `,"state":`...), p.State)
	b = appendOptional(append(b, `,"state_en":`...), p.StateEn)
	b = appendOptional(append(b, `,"country":`...), p.Country)
	b = appendOptional(append(b, `,"code":`...), p.Code)
	b = appendNumeral(append(b, `,"lat":`...), p.Lat)
	b = appendNumeral(append(b, `,"lon":`...), p.Lon)
	b = appendString(append(b, `,"from":`...), p.From)
	b = strconv.AppendInt(append(b, `,"count":`...), int64(p.Count), 10)
	b = appendPosition(b, &p.Position)
	b = appendList(append(b, `,"mentions":`...), p.Mentions, appendSpan)
	b = appendWhy(b, &p.Why)
	if len(p.Candidates) == 0 {
		return b
	}
	b = append(b[:len(b)-1], `,"candidates":`...)
	return append(appendList(b, p.Candidates, appendCandidate), '}')
}

func appendCandidate(b []byte, c *record.Candidate) []byte {
	b = appendString(append(b, `{"name_en":`...), c.NameEn)
	b = appendString(append(b, `,"kind":`...), c.Kind)
	b = appendOptional(append(b, `,"district_en":`...), c.DistrictEn)
	b = appendOptional(append(b, `,"state_en":`...), c.StateEn)
	b = appendOptional(append(b, `,"country":`...), c.Country)
	b = appendOptional(append(b, `,"code":`...), c.Code)
	return append(b, '}')
}

func appendPerson(b []byte, p *record.Person) []byte {
	b = appendString(append(b, `{"text":`...), p.Text)
	b = appendString(append(b, `,"name":`...), p.Name)
	b = appendOptional(append(b, `,"honorific":`...), p.Honorific)
	b = appendList(append(b, `,"roles":`...), p.Roles, appendEach)
	b = appendOptional(append(b, `,"jurisdiction":`...), p.Jurisdiction)
	b = strconv.AppendBool(append(b, `,"official":`...), p.Official)
	b = appendOptional(append(b, `,"organization":`...), p.Organization)
	b = strconv.AppendInt(append(b, `,"count":`...), int64(p.Count), 10)
	b = appendPosition(b, &p.Position)
	b = appendList(append(b, `,"mentions":`...), p.Mentions, appendSpan)
	return appendWhy(b, &p.Why)
}

func appendOrganization(b []byte, o *record.Organization) []byte {
	b = appendString(append(b, `{"text":`...), o.Text)
	b = appendString(append(b, `,"name":`...), o.Name)
	b = appendOptional(append(b, `,"name_en":`...), o.NameEn)
	b = appendString(append(b, `,"kind":`...), o.Kind)
	b = strconv.AppendInt(append(b, `,"count":`...), int64(o.Count), 10)
	b = appendPosition(b, &o.Position)
	b = appendList(append(b, `,"mentions":`...), o.Mentions, appendSpan)
	return appendWhy(b, &o.Why)
}

func appendQuote(b []byte, q *record.Quote) []byte {
	b = appendString(append(b, `{"text":`...), q.Text)
	b = appendString(append(b, `,"kind":`...), q.Kind)
	b = appendOptional(append(b, `,"speaker":`...), q.Speaker)
	b = appendOptional(append(b, `,"speaker_text":`...), q.SpeakerText)
	b = appendString(append(b, `,"resolved":`...), q.Resolved)
	b = appendOptional(append(b, `,"role":`...), q.Role)
	b = strconv.AppendBool(append(b, `,"official":`...), q.Official)
	b = appendOptional(append(b, `,"via":`...), q.Via)
	b = appendOptional(append(b, `,"cue":`...), q.Cue)
	b = appendString(append(b, `,"act":`...), q.Act)
	b = appendPosition(b, &q.Position)
	b = appendSpan(append(b, `,"cue_span":`...), q.CueSpan)
	b = appendSpan(append(b, `,"speaker_span":`...), q.SpeakerSpan)
	return appendWhy(b, &q.Why)
}

func appendNumber(b []byte, n *record.Number) []byte {
	b = appendString(append(b, `{"text":`...), n.Text)
	b = appendNumeral(append(b, `,"value":`...), n.Value)
	b = appendNumeral(append(b, `,"max":`...), n.Max)
	b = appendOptional(append(b, `,"unit":`...), n.Unit)
	b = appendOptional(append(b, `,"unit_text":`...), n.UnitText)
	b = appendString(append(b, `,"kind":`...), n.Kind)
	b = appendOptional(append(b, `,"qualifier":`...), n.Qualifier)
	b = appendPosition(b, &n.Position)
	return appendWhy(b, &n.Why)
}

func appendDate(b []byte, d *record.Date) []byte {
	b = appendString(append(b, `{"text":`...), d.Text)
	b = appendOptional(append(b, `,"value":`...), d.Value)
	b = appendString(append(b, `,"grain":`...), d.Grain)
	b = strconv.AppendBool(append(b, `,"relative":`...), d.Relative)
	b = appendPosition(b, &d.Position)
	return appendWhy(b, &d.Why)
}

func appendFurniture(b []byte, f *record.Furniture) []byte {
	b = appendString(append(b, `{"text":`...), f.Text)
	b = appendString(append(b, `,"label":`...), f.Label)
	b = appendPosition(b, &f.Position)
	return append(b, '}')
}

func appendNumeral(b []byte, f *float64) []byte {
	if f == nil {
		return append(b, "null"...)
	}
	return appendFloat(b, *f)
}

// appendFloat writes f as encoding/json does: as ECMAScript prints numbers.
func appendFloat(b []byte, f float64) []byte {
	if a := math.Abs(f); a != 0 && (a < 1e-6 || a >= 1e21) {
		b = strconv.AppendFloat(b, f, 'e', -1, 64)
		if n := len(b); n >= 4 && b[n-4] == 'e' && (b[n-3] == '-' || b[n-3] == '+') && b[n-2] == '0' { // e-09 is e-9
			b[n-2] = b[n-1]
			b = b[:n-1]
		}
		return b
	}
	return strconv.AppendFloat(b, f, 'f', -1, 64)
}

// appendString writes s in quotes, as encoding/json does without HTML escapes.
func appendString(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	start := 0 // of what is not written yet
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == 0xe0 && i+2 < len(s) && s[i+1]&0xe0 == 0xa0 && s[i+2]&0xc0 == 0x80: // Devanagari and its kin
			i += 3
		case c >= 0x80:
			r, n := utf8.DecodeRuneInString(s[i:])
			switch {
			case r == utf8.RuneError && n == 1:
				b = append(append(b, s[start:i]...), `\ufffd`...)
				start = i + n
			case r == '\u2028' || r == '\u2029':
				b = append(append(b, s[start:i]...), '\\', 'u', '2', '0', '2', hex[r&0xf])
				start = i + n
			}
			i += n
		case c >= ' ' && c != '"' && c != '\\':
			i++
		default:
			b = append(b, s[start:i]...)
			switch c {
			case '"', '\\':
				b = append(b, '\\', c)
			case '\b':
				b = append(b, '\\', 'b')
			case '\f':
				b = append(b, '\\', 'f')
			case '\n':
				b = append(b, '\\', 'n')
			case '\r':
				b = append(b, '\\', 'r')
			case '\t':
				b = append(b, '\\', 't')
			default:
				b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&0xf])
			}
			i++
			start = i
		}
	}
	return append(append(b, s[start:]...), '"')
}
