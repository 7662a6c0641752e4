// Defaults of parameters read best as they stand in a workflow file: `3`, `"10 ppm"`, `[1, 2]`.

extension ConfigurationValue: ExpressibleByBooleanLiteral {
    /// A truth value.
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension ConfigurationValue: ExpressibleByIntegerLiteral {
    /// A whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
}

extension ConfigurationValue: ExpressibleByFloatLiteral {
    /// A number.
    public init(floatLiteral value: Double) { self = .number(value) }
}

extension ConfigurationValue: ExpressibleByStringLiteral {
    /// Text.
    public init(stringLiteral value: String) { self = .text(value) }
}

extension ConfigurationValue: ExpressibleByArrayLiteral {
    /// A list.
    public init(arrayLiteral elements: ConfigurationValue...) { self = .list(elements) }
}

extension ConfigurationValue: ExpressibleByDictionaryLiteral {
    /// A mapping.
    ///
    /// - Precondition: keys are unique.
    public init(dictionaryLiteral elements: (String, ConfigurationValue)...) {
        self = .mapping(Dictionary(uniqueKeysWithValues: elements))
    }
}
