extension ParameterType {
    /// The type in words that finish "expects ...": "a whole number from 0 to 10".
    public var inWords: String {
        switch self {
        case .boolean: "true or false"
        case .integer(let range): "a whole number" + Self.bounds(range)
        case .number(let range): "a number" + Self.bounds(range, Self.plain)
        case .text: "text"
        case .choice(let words): words.count == 1 ? "'\(words[0])'" : "one of " + Self.enumeration(words)
        case .quantity(let units):
            "a number with a unit: "
                + Self.enumeration(units.map { $0.name + Self.bounds($0.range, Self.plain, open: " (", close: ")") })
        case .percentage(let range): "a percentage" + Self.bounds(range, Self.percentage)
        case .integerRange(let range): "a whole number or a range such as 2..4" + Self.bounds(range, open: ", ")
        case .list(let element): "a list, each element " + element.inWords
        case .either(let types): types.map(\.inWords).joined(separator: "; or ")
        case .record(let members):
            "a mapping { " + members.map { "\($0.name): \($0.type.inWords)" }.joined(separator: ", ") + " }"
        case .domain(let domain): "\(Self.article(domain.name)) \(domain.name), written \(domain.syntax)"
        }
    }

    /// `a, b or c`.
    static func enumeration(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }

    static func article(_ noun: String) -> String {
        "aeiou".contains(noun.lowercased().first ?? "x") ? "an" : "a"
    }

    static func plain(_ value: Double) -> String { ConfigurationValue.plainText(of: value) }

    /// `1 %` for 0.01.
    static func percentage(_ fraction: Double) -> String { "\(plain(percent(of: fraction))) %" }

    /// The percentage whose hundredth is `fraction`, without the noise of a binary product: 0.07 gives 7.
    static func percent(of fraction: Double) -> Double {
        let product = fraction * 100
        let rounded = (product * 1e9).rounded() / 1e9
        return rounded / 100 == fraction ? rounded : product
    }

    /// " from 0 to 10", with a side left out where it has no bound.
    static func bounds(_ range: ClosedRange<Int>, open: String = " ") -> String {
        switch (range.lowerBound == .min, range.upperBound == .max) {
        case (true, true): ""
        case (true, false): "\(open)at most \(range.upperBound)"
        case (false, true): "\(open)at least \(range.lowerBound)"
        case (false, false): "\(open)from \(range.lowerBound) to \(range.upperBound)"
        }
    }

    /// " from 0 to 10", with a side left out where it has no bound.
    static func bounds(
        _ range: ClosedRange<Double>, _ show: (Double) -> String, open: String = " ", close: String = ""
    ) -> String {
        let hasLower = range.lowerBound > -.greatestFiniteMagnitude
        let hasUpper = range.upperBound < .greatestFiniteMagnitude
        switch (hasLower, hasUpper) {
        case (false, false): return ""
        case (false, true): return "\(open)at most \(show(range.upperBound))\(close)"
        case (true, false): return "\(open)at least \(show(range.lowerBound))\(close)"
        case (true, true): return "\(open)from \(show(range.lowerBound)) to \(show(range.upperBound))\(close)"
        }
    }
}
