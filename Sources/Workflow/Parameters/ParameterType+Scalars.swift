extension ParameterType {
    /// Checks a value against a type that is not a collection.
    func normalise(scalar value: ConfigurationValue) -> Result<ConfigurationValue, ParameterProblem> {
        switch (self, value) {
        case (.boolean, .boolean): .success(value)
        case (.integer(let range), .integer(let number)) where range.contains(number): .success(value)
        case (.number(let range), .number(let number)) where range.contains(number): .success(value)
        case (.number(let range), .integer(let number)) where range.contains(Double(number)):
            .success(.number(Double(number)))
        case (.text, .text): .success(value)
        case (.text, .integer), (.text, .number), (.text, .boolean):
            .failure(mismatch(value, suggestion: ConfigurationValue.quoted(value.canonicalText)))
        case (.choice(let words), _): normalise(value, choice: words)
        case (.quantity(let units), _): normalise(value, quantity: units)
        case (.percentage(let range), _): normalise(value, percentage: range)
        case (.integerRange(let range), _): normalise(value, integerRange: range)
        case (.domain(let domain), _): domain.normalise(value)
        default: .failure(mismatch(value))
        }
    }

    private func normalise(
        _ value: ConfigurationValue, choice words: [String]
    ) -> Result<ConfigurationValue, ParameterProblem> {
        guard case .text(let word) = value else { return .failure(mismatch(value)) }
        if words.contains(word) { return .success(value) }
        return .failure(mismatch(value, suggestion: Suggestion.nearest(to: word, among: words)))
    }

    private func normalise(
        _ value: ConfigurationValue, quantity units: [QuantityUnit]
    ) -> Result<ConfigurationValue, ParameterProblem> {
        let bare: Double? =
            switch value {
            case .integer(let number): Double(number)
            case .number(let number): number
            default: nil
            }
        if let bare {
            let examples = units.map { "'\(ConfigurationValue.plainText(of: bare)) \($0.name)'" }
            return .failure(ParameterProblem("needs a unit: write \(Self.enumeration(examples))"))
        }
        guard case .text(let text) = value, let quantity = Quantity(text) else { return .failure(mismatch(value)) }
        // An exact spelling goes before one that differs in case: mDa is not MDa.
        let exact = units.first { $0.name == quantity.unit || $0.aliases.contains(quantity.unit) }
        guard let unit = exact ?? units.first(where: { $0.isNamed(quantity.unit) }) else {
            let names = units.map(\.name)
            let suggestion = Suggestion.nearest(to: quantity.unit, among: names)
                .map { Quantity(value: quantity.value, unit: $0).description }
            let message = "does not take the unit '\(quantity.unit)'; it takes \(Self.enumeration(names))"
            return .failure(ParameterProblem(message, suggestion: suggestion))
        }
        guard unit.range.contains(quantity.value) else { return .failure(mismatch(value)) }
        return .success(.text(Quantity(value: quantity.value, unit: unit.name).description))
    }

    private func normalise(
        _ value: ConfigurationValue, percentage range: ClosedRange<Double>
    ) -> Result<ConfigurationValue, ParameterProblem> {
        switch value {
        case .integer, .number:
            return .failure(ParameterProblem(Self.percentAdvice(value)))
        default: break
        }
        guard let fraction = value.fraction, range.contains(fraction), case .text(let text) = value,
            let percent = Quantity(text)?.value
        else { return .failure(mismatch(value)) }
        return .success(.text("\(Self.plain(percent)) %"))
    }

    /// What to write instead of a bare number: 0.01 may be meant as a share, and both readings are shown.
    private static func percentAdvice(_ value: ConfigurationValue) -> String {
        let percent = value.canonicalText
        var advice = "needs a percent sign: write '\(percent) %' for \(percent) in a hundred"
        if case .number(let share) = value, share > 0, share < 1 {
            advice += ", or '\(plain(share * 100)) %' where \(percent) is the share"
        }
        return advice
    }

    private func normalise(
        _ value: ConfigurationValue, integerRange bounds: ClosedRange<Int>
    ) -> Result<ConfigurationValue, ParameterProblem> {
        guard let range = value.integerRange, bounds.contains(range.lowerBound), bounds.contains(range.upperBound)
        else { return .failure(mismatch(value)) }
        let isOne = range.lowerBound == range.upperBound
        return .success(
            isOne ? .integer(range.lowerBound) : .text("\(range.lowerBound)..\(range.upperBound)"))
    }
}
