extension ConfigurationValue {
    /// The quantity that text such as `10 ppm` stands for, else nil.
    public var quantity: Quantity? {
        guard case .text(let text) = self else { return nil }
        return Quantity(text)
    }

    /// The fraction that text such as `1 %` stands for (0.01), else nil.
    public var fraction: Double? {
        guard let quantity, quantity.unit == "%" else { return nil }
        return quantity.value / 100
    }

    /// The range that text such as `2..4` or a whole number stands for, else nil.
    public var integerRange: ClosedRange<Int>? {
        switch self {
        case .integer(let value): return value...value
        case .text(let text):
            guard let dots = text.firstRange(of: "..") else { return nil }
            let lower = Int(text[..<dots.lowerBound].filter { $0 != " " })
            let upper = Int(text[dots.upperBound...].filter { $0 != " " })
            guard let lower, let upper, lower <= upper else { return nil }
            return lower...upper
        default: return nil
        }
    }

    /// The text, else nil.
    public var text: String? {
        if case .text(let value) = self { value } else { nil }
    }

    /// The whole number, else nil.
    public var integer: Int? {
        if case .integer(let value) = self { value } else { nil }
    }

    /// The number, whole or not, else nil.
    public var number: Double? {
        switch self {
        case .number(let value): value
        case .integer(let value): Double(value)
        default: nil
        }
    }

    /// The truth value, else nil.
    public var boolean: Bool? {
        if case .boolean(let value) = self { value } else { nil }
    }

    /// The elements, else nil.
    public var list: [ConfigurationValue]? {
        if case .list(let elements) = self { elements } else { nil }
    }

    /// The members, else nil.
    public var mapping: [String: ConfigurationValue]? {
        if case .mapping(let members) = self { members } else { nil }
    }
}
