package import SpectrumModel

/// Charges as MGF writes them: `2+`, `2`, `+2`, `3-`, `2.0+`, and lists such as `2+ and 3+` or `2,3`.
package struct MGFCharge: Sendable, Hashable {
    /// Numbers of charges, ascending, without repeats; empty where the text gives none (`0`).
    package var charges: [Int]
    /// Sign of the charges, where they all have the same one and it is written.
    package var polarity: Polarity?

    /// Reads the value of a CHARGE parameter; `nil` where it is none (`Mr`, `null`).
    package init?(_ text: String) {
        var charges: [Int] = []
        var signs: Set<Character> = []
        for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }) where word != "and" {
            var digits = word
            if let sign = digits.last, sign == "+" || sign == "-" {
                signs.insert(sign)
                digits.removeLast()
            } else if let sign = digits.first, sign == "+" || sign == "-" {
                signs.insert(sign)
                digits.removeFirst()
            }
            guard let value = Double(digits), let charge = Int(exactly: value), charge >= 0, charge < 1000 else {
                return nil
            }
            if charge > 0 { charges.append(charge) }
        }
        self.charges = charges.uniqueAscending
        polarity = signs.count == 1 ? (signs.first == "+" ? .positive : .negative) : nil
    }

    /// Whether a word can only be a charge: digits with a sign at the end.
    static func isPlain(_ word: some StringProtocol) -> Bool { word.hasSuffix("+") || word.hasSuffix("-") }
}
