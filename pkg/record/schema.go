package record

import _ "embed"

//go:embed schema.json
var schema []byte

// Schema returns the JSON Schema (draft 2020-12) that every Record validates
// against.
func Schema() []byte { return schema }
