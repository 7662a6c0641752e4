/// A number with its unit.
public struct Quantity: Sendable, Hashable, CustomStringConvertible {
    /// The number, in ``unit``.
    public var value: Double

    /// Name of the unit, as its ``QuantityUnit`` has it.
    public var unit: String

    /// A number with its unit.
    public init(value: Double, unit: String) {
        self.value = value
        self.unit = unit
    }

    /// `10 ppm`: the form a workflow file has.
    public var description: String { "\(ConfigurationValue.plainText(of: value)) \(unit)" }

    /// Reads `10 ppm` or `10ppm`: a number, then a unit, which is not checked here.
    package init?(_ text: String) {
        let trimmed = text.drop { $0 == " " }
        let digits = trimmed.prefix { ("0"..."9").contains($0) || ".+-".contains($0) }
        var number = digits
        let afterDigits = trimmed[digits.endIndex...]
        if let mark = afterDigits.first, mark == "e" || mark == "E" {
            let exponent = afterDigits.dropFirst().prefix { ("0"..."9").contains($0) || "+-".contains($0) }
            if exponent.contains(where: \.isNumber) { number = trimmed[..<exponent.endIndex] }
        }
        let unit = trimmed[number.endIndex...].drop { $0 == " " }
        guard let value = Double(number), value.isFinite, let last = unit.lastIndex(where: { $0 != " " }) else {
            return nil
        }
        self.init(value: value, unit: String(unit[...last]))
    }
}

/// A unit a quantity may be given in.
public struct QuantityUnit: Sendable {
    /// The name the field uses, such as `ppm` or `Da`.
    public var name: String

    /// Other spellings that are accepted.
    public var aliases: [String]

    /// The values that make sense, in this unit.
    public var range: ClosedRange<Double>

    /// A unit with the values that make sense in it.
    public init(_ name: String, aliases: [String] = [], range: ClosedRange<Double>) {
        self.name = name
        self.aliases = aliases
        self.range = range
    }

    /// Whether `text` names this unit; upper and lower case are told apart only by the unit's own spellings.
    func isNamed(_ text: String) -> Bool {
        ([name] + aliases).contains { $0 == text || $0.lowercased() == text.lowercased() }
    }
}
