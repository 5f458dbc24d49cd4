package number

import "khabar/pkg/devanagari"

// foldKeys returns m with folded keys.
func foldKeys(m map[string]bool) map[string]bool {
	out := make(map[string]bool, len(m))
	for k, v := range m {
		out[devanagari.Fold(k)] = v
	}
	return out
}
