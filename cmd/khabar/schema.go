package main

import (
	"github.com/spf13/cobra"

	"khabar/pkg/record"
)

func newSchema(io streams) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of the record",
		Long: `Print the JSON Schema (draft 2020-12) of the record that extract writes. Every record
validates against it.`,
		Example: `  khabar schema > record.schema.json`,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := io.out.Write(record.Schema())
			return err
		},
	}
}
