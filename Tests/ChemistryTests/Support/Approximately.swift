/// Whether two numbers differ by at most `tolerance`.
func isClose(_ one: Double, _ other: Double, within tolerance: Double) -> Bool { abs(one - other) <= tolerance }
