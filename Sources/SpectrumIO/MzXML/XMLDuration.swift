/// Durations as XML Schema writes them.
package enum XMLDuration {
    /// Seconds of an `xs:duration` without years and months: `PT12.5S`, `P1DT2H3M4.5S`.
    ///
    /// > Source: XML Schema Part 2, section 3.2.6. Years and months have no fixed length and are refused.
    package static func seconds(_ text: String) -> Double? {
        var rest = Substring(text.trimmingSpaces)
        let isNegative = rest.first == "-"
        if isNegative { rest.removeFirst() }
        guard rest.first == "P" else { return nil }
        rest.removeFirst()
        let parts = rest.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let date = sum(of: parts[0], units: [("D", 86_400)]) else { return nil }
        var time: Double = 0
        if parts.count == 2 {
            guard !parts[1].isEmpty, let sum = sum(of: parts[1], units: [("H", 3600), ("M", 60), ("S", 1)]) else {
                return nil
            }
            time = sum
        } else if parts[0].isEmpty {
            return nil
        }
        return isNegative ? -(date + time) : date + time
    }

    /// The sum of numbers that are each followed by one of the units, in the order of the units.
    private static func sum(of text: Substring, units: [(Character, Double)]) -> Double? {
        var rest = text
        var total: Double = 0
        for (unit, seconds) in units {
            guard let end = rest.firstIndex(of: unit) else { continue }
            guard let value = Double(rest[..<end]), value >= 0, value.isFinite else { return nil }
            total += value * seconds
            rest = rest[rest.index(after: end)...]
        }
        return rest.isEmpty ? total : nil
    }
}

extension String {
    /// The text without white space at either end.
    var trimmingSpaces: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
