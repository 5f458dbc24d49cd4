package encode

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"khabar/pkg/record"
)

// rowGroupBytes is about how much of records goes into a row group: it bounds the
// memory that Parquet output takes.
const rowGroupBytes = 8 << 20

// span is a Span as Parquet has it.
type span struct {
	Start int64 `parquet:"start"`
	End   int64 `parquet:"end"`
}

// named is an entry of the record's spans: a column cannot have keys that change from
// row to row.
type named struct {
	Name  string `parquet:"name"`
	Start int64  `parquet:"start"`
	End   int64  `parquet:"end"`
}

// rowType makes the Parquet row of records, or of a table's rows.
type rowType struct {
	schema *parquet.Schema
	t      reflect.Type
	fields []int // nested rows: the fields of Record in the order of t's
}

// recordRows returns the row type with the given top-level fields: the same names and
// nesting as in JSON, lists as LIST, objects as STRUCT.
func recordRows(fields []field) (*rowType, error) {
	rt := &rowType{}
	rec := reflect.TypeFor[record.Record]()
	var list []reflect.StructField
	for i, f := range fields {
		sf := rec.Field(f.index)
		rt.fields = append(rt.fields, f.index)
		list = append(list, columnOf(i, sf))
	}
	return rt.build(list)
}

// tableRows returns the row type of a table: one column for each of the table's, a cell
// without a value null.
func tableRows(columns []string) (*rowType, error) {
	var list []reflect.StructField
	for i, name := range columns {
		list = append(list, parquetColumn(i, name+",optional", reflect.PointerTo(cellType(name))))
	}
	return (&rowType{}).build(list)
}

func (rt *rowType) build(list []reflect.StructField) (*rowType, error) {
	rt.t = reflect.StructOf(list)
	if err := caught(func() { rt.schema = parquet.SchemaOf(reflect.New(rt.t).Interface()) }); err != nil {
		return nil, err
	}
	return rt, nil
}

// caught makes an error of the library's panic.
func caught(do func()) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("parquet: %v", p)
		}
	}()
	do()
	return nil
}

// cellType is the type of a table's column: what its name promises in every table.
func cellType(name string) reflect.Type {
	switch name {
	case "value", "max", "lat", "lon", "place_lat", "place_lon":
		return reflect.TypeFor[float64]()
	case "source_record", "count", "start", "end", "words", "sentences", "quotes", "numbers":
		return reflect.TypeFor[int64]()
	case "official", "relative":
		return reflect.TypeFor[bool]()
	}
	return reflect.TypeFor[string]()
}

var (
	spanType  = reflect.TypeFor[record.Span]()
	inputType = reflect.TypeFor[record.Input]()
	spansType = reflect.TypeFor[map[string]record.Span]()
)

// columnOf is the i-th column, for a field of a record: what JSON leaves out or writes
// as null is null.
func columnOf(i int, sf reflect.StructField) reflect.StructField {
	tag, omit, _ := strings.Cut(sf.Tag.Get("json"), ",")
	if omit == "omitempty" || sf.Type.Kind() == reflect.Pointer {
		tag += ",optional"
	}
	if sf.Type == spansType || sf.Type.Kind() == reflect.Slice && sf.Type != inputType {
		tag += ",list"
	}
	return parquetColumn(i, tag, sf.Type)
}

func parquetColumn(i int, tag string, t reflect.Type) reflect.StructField {
	return reflect.StructField{Name: "F" + strconv.Itoa(i), Type: mirror(t), Tag: reflect.StructTag(`parquet:"` + tag + `"`)}
}

// mirror returns the type that stands for t in a row.
func mirror(t reflect.Type) reflect.Type {
	switch {
	case t == spanType:
		return reflect.TypeFor[span]()
	case t == spansType:
		return reflect.TypeFor[[]named]()
	case t == inputType: // JSON in a string
		return reflect.TypeFor[string]()
	}
	switch t.Kind() {
	case reflect.Int:
		return reflect.TypeFor[int64]()
	case reflect.Pointer:
		return reflect.PointerTo(mirror(t.Elem()))
	case reflect.Slice:
		return reflect.SliceOf(mirror(t.Elem()))
	case reflect.Struct:
		var list []reflect.StructField
		flat(t, func(sf reflect.StructField) { list = append(list, columnOf(len(list), sf)) })
		return reflect.StructOf(list)
	}
	return t
}

// flat goes over the JSON fields of a struct; those of an embedded one are its own.
func flat(t reflect.Type, do func(sf reflect.StructField)) {
	for _, sf := range reflect.VisibleFields(t) {
		if !sf.Anonymous {
			do(sf)
		}
	}
}

// fill gives dst the value of src.
func fill(dst, src reflect.Value) {
	switch t := src.Type(); {
	case t == spanType:
		s := src.Interface().(record.Span)
		dst.Set(reflect.ValueOf(span{int64(s[0]), int64(s[1])}))
		return
	case t == spansType:
		m := src.Interface().(map[string]record.Span)
		list := make([]named, 0, len(m))
		for _, name := range slices.Sorted(maps.Keys(m)) {
			list = append(list, named{name, int64(m[name][0]), int64(m[name][1])})
		}
		dst.Set(reflect.ValueOf(list))
		return
	case t == inputType:
		if src.Len() > 0 {
			if b, err := json.Marshal(src.Interface()); err == nil {
				dst.SetString(string(b))
			}
		}
		return
	}
	switch src.Kind() {
	case reflect.Int:
		dst.SetInt(src.Int())
	case reflect.Pointer:
		if !src.IsNil() {
			dst.Set(reflect.New(dst.Type().Elem()))
			fill(dst.Elem(), src.Elem())
		}
	case reflect.Slice:
		if src.IsNil() {
			return // null where the column may be, else a list of nothing
		}
		dst.Set(reflect.MakeSlice(dst.Type(), src.Len(), src.Len()))
		for i := range src.Len() {
			fill(dst.Index(i), src.Index(i))
		}
	case reflect.Struct:
		i := 0
		flat(src.Type(), func(sf reflect.StructField) {
			fill(dst.Field(i), src.FieldByIndex(sf.Index))
			i++
		})
	default:
		dst.Set(src)
	}
}

// row returns the row of r.
func (rt *rowType) row(r *record.Record) parquet.Row {
	v := reflect.New(rt.t)
	src := reflect.ValueOf(r).Elem()
	for i, f := range rt.fields {
		fill(v.Elem().Field(i), src.Field(f))
	}
	return rt.schema.Deconstruct(nil, v.Interface())
}

// cells returns the row of a table's cells.
func (rt *rowType) cells(cells []string) parquet.Row {
	v := reflect.New(rt.t)
	for i, c := range cells {
		if c == "" {
			continue
		}
		f := v.Elem().Field(i)
		value := reflect.New(f.Type().Elem())
		switch f.Type().Elem().Kind() {
		case reflect.Float64:
			n, err := strconv.ParseFloat(c, 64)
			if err != nil {
				continue
			}
			value.Elem().SetFloat(n)
		case reflect.Int64:
			n, err := strconv.ParseInt(c, 10, 64)
			if err != nil {
				continue
			}
			value.Elem().SetInt(n)
		case reflect.Bool:
			value.Elem().SetBool(c == "true")
		default:
			value.Elem().SetString(c)
		}
		f.Set(value)
	}
	return rt.schema.Deconstruct(nil, v.Interface())
}

// parquetWriter writes rows, a row group for every few megabytes of them.
type parquetWriter struct {
	w    *parquet.GenericWriter[any]
	held int
}

func newParquetWriter(w io.Writer, rt *rowType) *parquetWriter {
	options := []parquet.WriterOption{rt.schema, parquet.Compression(&zstd.Codec{Level: zstd.SpeedDefault}), parquet.CreatedBy("khabar", "", ""), parquet.PageBufferSize(32 << 10)}
	for _, path := range rt.schema.Columns() {
		if name := path[len(path)-1]; name == "text" || name == "input" { // bounds of long texts help nobody
			options = append(options, parquet.SkipPageBounds(path...), parquet.SkipPageStatistics(path...))
		}
	}
	return &parquetWriter{w: parquet.NewGenericWriter[any](w, options...)}
}

func (p *parquetWriter) rows(rows []parquet.Row) error {
	for _, row := range rows {
		for _, v := range row {
			p.held += 8
			if k := v.Kind(); k == parquet.ByteArray {
				p.held += len(v.ByteArray())
			}
		}
	}
	if _, err := p.w.WriteRows(rows); err != nil {
		return err
	}
	if p.held < rowGroupBytes {
		return nil
	}
	p.held = 0
	return p.w.Flush()
}
