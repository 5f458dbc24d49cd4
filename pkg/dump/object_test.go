package dump

import (
	"encoding/json"
	"reflect"
	"testing"
	"unicode/utf8"
)

// What plainObject and plainString accept is what encoding/json says.
func FuzzPlainObject(f *testing.F) {
	for _, s := range []string{
		`{"id":"a","text":"नाहन।\nमेला \"शुरू\" \\ \/ हुआ","n":1.5e3,"ok":true,"none":null}`,
		`{"text":"\u0915\u0941\u091b","b":"\ud83d\ude00","c":"\u0000"}`, `{}`, ` { } `, `{"a":1,}`, `{"a":01}`, `{"a":tru}`, `{"a" "b"}`, `{"a":"b"`,
		`{"a":{"b":[1,"]}",{}]},"a":2}`, `{"a":[1,2}`, `{"a":"x\"}`, `{"a":"\x"}`, "{\"a\":\"\n\"}", "{\"a\":\"\xff\"}", `{"a":"b"} x`, `{"a":"b"}}`, `["a"]`, `null`, `{"a":}`, `{,}`, "{\"a\":1\v}", `{"a":"\u12"}`, `{"a":1 2}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, payload []byte) {
		got, valid := plainObject(payload)
		if got == nil {
			return
		}
		if !valid || !utf8.Valid(payload) {
			t.Fatalf("%q: accepted, valid %v", payload, valid)
		}
		var want map[string]json.RawMessage
		if err := json.Unmarshal(payload, &want); err != nil {
			t.Fatalf("%q: accepted, but %v", payload, err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%q: got %s, want %s", payload, got, want)
		}
		for _, v := range got {
			if s, ok := plainString(v); ok {
				var w string
				if err := json.Unmarshal(v, &w); err != nil || s != w {
					t.Fatalf("%q: got %q, want %q, %v", v, s, w, err)
				}
			}
		}
	})
}

// The common shapes must not fall back to the slow way.
func TestPlainObjectReads(t *testing.T) {
	for _, s := range []string{
		`{"id":"a","text":"नाहन।\nमेला \"शुरू\" हुआ","n":1.5e3,"ok":true,"none":null}`,
		` { "a" : { "b" : [ 1 , "]}" ] } , "c" : "\u0915" } `,
	} {
		if obj, valid := plainObject([]byte(s)); obj == nil || !valid {
			t.Errorf("%s is left to encoding/json", s)
		}
	}
}
