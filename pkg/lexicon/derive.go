package lexicon

import "sync"

// Rows returns the lines of the table name: the user's own, and behind them the shipped
// ones (of which the table of people has none) but for the names that the user takes away.
// A table that takes the first of two lines for one name takes the user's.
func (lx *Lexicon) Rows(name string) []Row {
	own := lx.own[name]
	if name == People {
		return own
	}
	rows := shipped(name)
	if taken, ok := lx.away[name]; ok {
		rows = taken.from(rows)
	}
	return append(own[:len(own):len(own)], rows...)
}

// Own returns the lines of the table name that the user added.
func (lx *Lexicon) Own(name string) []Row { return lx.own[name] }

// Derive returns the function that gives the table which build makes of a lexicon:
//
//	var tables = lexicon.Derive(func(lx *lexicon.Lexicon) *table { … lx.Rows("roles") … })
//	t := tables(d.Lexicon())
//
// The table is built on first use, once for each lexicon, and belongs to it: that of the
// shipped lexicon is shared, that of a lexicon with a user's names goes with it. build
// must read nothing but lx, and its result must not be written to.
func Derive[T any](build func(lx *Lexicon) T) func(lx *Lexicon) T {
	shared := sync.OnceValue(func() T { return build(Default()) })
	id := new(int) // tells this table from others
	return func(lx *Lexicon) T {
		if lx == nil || lx.own == nil {
			return shared()
		}
		made, ok := lx.derived.Load(id)
		if !ok {
			made, _ = lx.derived.LoadOrStore(id, sync.OnceValue(func() T { return build(lx) }))
		}
		return made.(func() T)()
	}
}
