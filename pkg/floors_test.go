// Package pkg_test holds the architecture of khabar as a table that fails.
package pkg_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors lists every package, from the ground up. A package may import packages of
// lower floors only: never a sibling on its own floor, never one above. A new package
// or a new edge upwards means editing this table, in review.
var floors = [][]string{
	{"span", "devanagari"},
	{"lexicon", "grapheme", "gazetteer"},
	{"document"},
	{"segment", "similar", "numeral", "tagger", "normalize"},
	{"moment"},
	{"number", "dateline"},
	{"layout", "place"},
	{"organization"},
	{"person"},
	{"quotation"},
	{"dump"},
	{"record"},
	{"encode", "batch", "score", "listing"},
	{"job"},
}

func TestImportsPointDown(t *testing.T) {
	floor := make(map[string]int)
	for i, row := range floors {
		for _, p := range row {
			floor[p] = i
		}
	}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() == "testdata" {
			return fs.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || !strings.Contains(path, string(filepath.Separator)) {
			return nil
		}
		from, _, _ := strings.Cut(filepath.ToSlash(path), "/")
		at, known := floor[from]
		if !known {
			t.Errorf("package %s stands on no floor: add it to the table", from)
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, imp := range file.Imports {
			p, _ := strconv.Unquote(imp.Path.Value)
			if p == "github.com/rivo/uniseg" && from != "grapheme" {
				t.Errorf("%s imports uniseg: only pkg/grapheme may", path)
			}
			to, ok := strings.CutPrefix(p, "khabar/pkg/")
			if !ok {
				if strings.HasPrefix(p, "khabar/") {
					t.Errorf("%s imports %s", path, p)
				}
				continue
			}
			to, _, _ = strings.Cut(to, "/")
			if to == from {
				continue
			}
			if below, known := floor[to]; !known || below >= at {
				t.Errorf("%s (floor %d) imports %s (floor %d): imports must point down", from, at, to, below)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
