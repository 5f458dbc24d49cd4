package main

type clusters struct {
	of    map[string]int
	paths [][]byte
}
