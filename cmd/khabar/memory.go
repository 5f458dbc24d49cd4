package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// keepMemoryFlat sets the pace of the garbage collector for a long run: it waits until
// the heap is three times what is alive, but not beyond steadyMemory, so that a run takes
// as much memory on a gigabyte as on a megabyte. Where more is alive (articles of many
// megabytes, the table of --dedup, the columns of Parquet) the bound moves up with it: a
// fixed one would make the collector run without end.
func keepMemoryFlat() {
	debug.SetGCPercent(200) // a tenth of the time, against 100
	debug.SetMemoryLimit(memoryBound(0))
	type cycle struct{ _ [16]byte }
	var next func(c *cycle)
	next = func(c *cycle) { // a finalizer runs after each collection
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		if live[0].Value.Kind() == metrics.KindUint64 {
			debug.SetMemoryLimit(memoryBound(int64(live[0].Value.Uint64())))
		}
		runtime.SetFinalizer(c, next)
	}
	runtime.SetFinalizer(new(cycle), next)
}

// steadyMemory is what two jobs need for articles of the usual size; the program's own
// code and tables add some 24 MB to it.
const steadyMemory = 62 << 20

// memoryBound is how much memory the heap and what belongs to it may take before garbage
// is collected, where so many bytes are alive.
func memoryBound(live int64) int64 { return max(steadyMemory, 2*live+12<<20) }
