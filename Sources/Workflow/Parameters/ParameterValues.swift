/// The parameters of one stage after checking: every one that is defined has a value, in its normal form.
///
/// Asking for a name the stage does not define, or for another type than it was defined with, is a mistake of the
/// program and stops it.
public struct ParameterValues: Sendable, Hashable {
    /// All values after defaults, by name.
    public let all: [String: ConfigurationValue]

    /// Values that have been checked.
    package init(checked all: [String: ConfigurationValue]) { self.all = all }

    /// Checks `given` against the definitions and adds the defaults.
    ///
    /// - Throws: The first ``ParameterProblem``.
    public init(
        _ given: [String: ConfigurationValue] = [:], for definitions: [ParameterDefinition]
    ) throws(ParameterProblem) {
        var problems: [ParameterProblem] = []
        let normal = ParameterType.record(definitions).normalise(.mapping(given), problems: &problems)
        if let problem = problems.first { throw problem }
        all = normal?.mapping ?? [:]
    }

    /// The value as it stands.
    public func value(_ name: String) -> ConfigurationValue {
        // The workflow was checked against the definitions, which give every name a value; only a stage that asks for
        // what it did not define comes here.
        guard let value = all[name] else { preconditionFailure("The stage has no parameter '\(name)'.") }
        return value
    }

    /// A truth value.
    public func boolean(_ name: String) -> Bool { require(name, \.boolean, "boolean") }
    /// A whole number.
    public func integer(_ name: String) -> Int { require(name, \.integer, "integer") }
    /// A number.
    public func number(_ name: String) -> Double { require(name, \.number, "number") }
    /// Text, or the word of a choice.
    public func text(_ name: String) -> String { require(name, \.text, "text") }
    /// The elements of a list.
    public func list(_ name: String) -> [ConfigurationValue] { require(name, \.list, "list") }
    /// The elements of a list of texts, choices or quantities.
    public func texts(_ name: String) -> [String] { list(name).map { element(name, $0, \.text, "text") } }
    /// The elements of a list of whole numbers.
    public func integers(_ name: String) -> [Int] { list(name).map { element(name, $0, \.integer, "integer") } }
    /// A range of whole numbers; a single one gives a range of one.
    public func integerRange(_ name: String) -> ClosedRange<Int> { require(name, \.integerRange, "integer range") }
    /// A number with its unit.
    public func quantity(_ name: String) -> Quantity { require(name, \.quantity, "quantity") }
    /// A percentage, as a fraction: `1 %` is 0.01.
    public func fraction(_ name: String) -> Double { require(name, \.fraction, "percentage") }

    private func require<T>(_ name: String, _ read: (ConfigurationValue) -> T?, _ type: String) -> T {
        element(name, value(name), read, type)
    }

    private func element<T>(
        _ name: String, _ value: ConfigurationValue, _ read: (ConfigurationValue) -> T?, _ type: String
    ) -> T {
        // The value was checked against its definition; only a stage that asks for another type comes here.
        guard let result = read(value) else {
            preconditionFailure("The parameter '\(name)' is not of type \(type): \(value).")
        }
        return result
    }
}
