package main

import "testing"

func TestMemoryBound(t *testing.T) {
	const mb = 1 << 20
	for live, want := range map[int64]int64{0: steadyMemory, 22 * mb: steadyMemory, 100 * mb: 212 * mb} {
		if got := memoryBound(live); got != want {
			t.Errorf("%d MB alive: %d MB, want %d", live/mb, got/mb, want/mb)
		}
	}
}
