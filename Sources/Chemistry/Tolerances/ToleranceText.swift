/// Reading of numbers with a mass unit.
enum ToleranceText {
    /// Reads one number with its unit from a part of `text`; errors quote the part where the number stands alone.
    static func quantity(_ part: Substring, of text: String) throws(ToleranceError) -> (Double, MassUnit) {
        let trimmed = trim(part)
        let number = trimmed.prefix { $0.isASCII && ($0.isNumber || "+-.".contains($0)) }
        guard let value = DecimalText.parse(number) else { throw .notANumber(text) }
        let unitText = trim(trimmed[number.endIndex...])
        guard !unitText.isEmpty else { throw .missingUnit(String(trimmed)) }
        guard let unit = unit(named: unitText) else { throw .unknownUnit(unit: String(unitText), text: text) }
        return (value, unit)
    }

    /// Place of the `..` between two limits.
    static func firstDots(in text: String) -> Range<String.Index>? {
        var index = text.startIndex
        while index < text.endIndex {
            if text[index...].hasPrefix("..") { return index..<text.index(index, offsetBy: 2) }
            index = text.index(after: index)
        }
        return nil
    }

    private static func unit(named text: Substring) -> MassUnit? {
        MassUnit.allCases.first { $0.symbol.lowercased() == text.lowercased() }
    }

    private static func trim(_ text: Substring) -> Substring {
        var trimmed = text.drop(while: \.isWhitespace)
        while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
        return trimmed
    }
}
