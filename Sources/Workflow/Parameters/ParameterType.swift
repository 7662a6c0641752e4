/// What values a parameter takes. It describes itself in words, checks a value, and brings it to its one normal form.
public indirect enum ParameterType: Sendable {
    /// `true` or `false`.
    case boolean
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// A number without unit in a range.
    case number(ClosedRange<Double>)
    /// Text.
    case text
    /// One of these words.
    case choice([String])
    /// A number with one of these units, such as `10 ppm`; a bare number is an error.
    case quantity([QuantityUnit])
    /// A percentage such as `1 %`; the range is of the fraction (0.01). A bare number is an error.
    case percentage(ClosedRange<Double>)
    /// A range of whole numbers such as `2..4`, or one of them, within these bounds.
    case integerRange(ClosedRange<Int>)
    /// A list of values of one type.
    case list(ParameterType)
    /// A value of any of these types; the first that fits is taken.
    case either([ParameterType])
    /// A mapping with these members.
    case record([ParameterDefinition])
    /// A value whose form only a stage knows.
    case domain(DomainType)
}

/// A type of value that a stage brings along: its name, how it is written, and how it is checked. Its values are neither
/// lists nor mappings.
public struct DomainType: Sendable {
    /// What it is, in the singular, such as `modification`.
    public var name: String

    /// How it is written, such as `Name@site`.
    public var syntax: String

    /// Checks a value and returns its normal form, which must itself normalise to the same.
    public var normalise: @Sendable (ConfigurationValue) -> Result<ConfigurationValue, ParameterProblem>

    /// A type of value.
    public init(
        name: String, syntax: String,
        normalise: @escaping @Sendable (ConfigurationValue) -> Result<ConfigurationValue, ParameterProblem>
    ) {
        self.name = name
        self.syntax = syntax
        self.normalise = normalise
    }
}
