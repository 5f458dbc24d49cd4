package encode

import (
	"bytes"
	"encoding/json"
	"fmt"

	"khabar/pkg/record"
)

// feature is one article on the map. The properties are what a map shows on a click.
type feature struct {
	Type       string     `json:"type"`
	ID         string     `json:"id"`
	Geometry   point      `json:"geometry"`
	Properties properties `json:"properties"`
}

type point struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"` // longitude, latitude: RFC 7946
}

type properties struct {
	Headline  *string       `json:"headline"`
	Published *string       `json:"published"`
	Date      *string       `json:"date"`
	Publisher *string       `json:"publisher"`
	Place     string        `json:"place"`
	PlaceEn   *string       `json:"place_en"`
	Kind      *string       `json:"kind"`
	District  *string       `json:"district_en"`
	State     *string       `json:"state_en"`
	Code      *string       `json:"code"`
	Source    record.Source `json:"source"`
}

// Located reports whether r stands on a map: its place has coordinates.
func Located(r *record.Record) bool {
	return r.Place != nil && r.Place.Lat != nil && r.Place.Lon != nil
}

// appendFeature appends r as a Feature, nothing where its place has no coordinates.
func appendFeature(dst []byte, r *record.Record) ([]byte, error) {
	if !Located(r) {
		return dst, nil
	}
	p := r.Place
	buf := bytes.NewBuffer(dst)
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(feature{
		Type: "Feature", ID: r.ID,
		Geometry: point{"Point", [2]float64{*p.Lon, *p.Lat}},
		Properties: properties{
			Headline: r.Headline, Published: r.Published, Date: r.Date, Publisher: r.Publisher,
			Place: p.Name, PlaceEn: p.NameEn, Kind: p.Kind, District: p.DistrictEn, State: p.StateEn, Code: p.Code, Source: r.Source,
		},
	}); err != nil {
		return dst, fmt.Errorf("encode feature: %w", err)
	}
	return bytes.TrimSuffix(buf.Bytes(), []byte{'\n'}), nil
}
