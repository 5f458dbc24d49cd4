// Package place finds the places that an article names and the place that it reports
// from.
package place
