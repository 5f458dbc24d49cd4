// Gen compiles the gazetteer's source tables (data/*.tsv) into table.bin. Run it through
// go generate in pkg/gazetteer.
package main

import (
	"fmt"
	"os"

	"khabar/pkg/gazetteer"
)

func main() {
	out, err := gazetteer.Compile(os.DirFS("data"))
	if err == nil {
		err = os.WriteFile("table.bin", out, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
	fmt.Printf("table.bin: %d bytes\n", len(out))
}
