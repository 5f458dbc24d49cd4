package moment

// festival reads a day that is known by its name (गणतंत्र दिवस पर).
func (p *parser) festival(i int) (expr, bool) { return expr{}, false }
