extension ParameterType {
    /// Checks a value and returns its normal form; nil where it does not fit, and then at least one problem is added.
    ///
    /// The normal form is a valid way to write the value, and normalises to itself.
    public func normalise(
        _ value: ConfigurationValue, problems: inout [ParameterProblem]
    ) -> ConfigurationValue? {
        switch self {
        case .list(let element): Self.normalise(list: value, of: element, problems: &problems)
        case .record(let members): Self.normalise(record: value, members: members, problems: &problems)
        case .either(let types): Self.normalise(value, either: types, problems: &problems)
        default:
            switch normalise(scalar: value) {
            case .success(let normal): normal
            case .failure(let problem): Self.fail(problem, &problems)
            }
        }
    }

    private static func fail(
        _ problem: ParameterProblem, _ problems: inout [ParameterProblem]
    ) -> ConfigurationValue? {
        problems.append(problem)
        return nil
    }

    func mismatch(_ value: ConfigurationValue, suggestion: String? = nil) -> ParameterProblem {
        ParameterProblem("expects \(inWords), not \(value.inWords)", suggestion: suggestion)
    }

    // MARK: Collections

    private static func normalise(
        list value: ConfigurationValue, of element: ParameterType, problems: inout [ParameterProblem]
    ) -> ConfigurationValue? {
        guard case .list(let elements) = value else {
            var ignored: [ParameterProblem] = []
            let asOne = element.normalise(value, problems: &ignored)
            let suggestion = asOne.map { ConfigurationValue.list([$0]).description }
            return fail(ParameterType.list(element).mismatch(value, suggestion: suggestion), &problems)
        }
        var normal: [ConfigurationValue] = []
        for (index, value) in elements.enumerated() {
            var own: [ParameterProblem] = []
            if let value = element.normalise(value, problems: &own) { normal.append(value) }
            problems += own.map { $0.within(.element(index)) }
        }
        return normal.count == elements.count ? .list(normal) : nil
    }

    private static func normalise(
        record value: ConfigurationValue, members: [ParameterDefinition], problems: inout [ParameterProblem]
    ) -> ConfigurationValue? {
        guard case .mapping(let given) = value else {
            return fail(ParameterType.record(members).mismatch(value), &problems)
        }
        let known = members.map(\.name)
        var isWhole = true
        for key in given.keys.sorted() where !known.contains(key) {
            let suggestion = Suggestion.nearest(to: key, among: known)
            let message = "does not have a key '\(key)'; it has \(enumeration(known))"
            problems.append(ParameterProblem(message, suggestion: suggestion, path: [.key(key)]))
            isWhole = false
        }
        var normal: [String: ConfigurationValue] = [:]
        for member in members {
            var own: [ParameterProblem] = []
            let value = given[member.name] ?? member.defaultValue
            normal[member.name] = member.type.normalise(value, problems: &own)
            let isGiven = given[member.name] != nil
            problems += own.map { isGiven ? $0.within(.member(member.name)) : missing(member, $0) }
            isWhole = isWhole && own.isEmpty
        }
        return isWhole ? .mapping(normal) : nil
    }

    /// A member that has no usable default has to be given.
    private static func missing(_ member: ParameterDefinition, _ problem: ParameterProblem) -> ParameterProblem {
        ParameterProblem("needs the key '\(member.name)': it expects \(member.type.inWords)")
    }

    /// Takes the first type that fits. Where none does and only one has the shape of the value, its problems are the
    /// ones that help.
    private static func normalise(
        _ value: ConfigurationValue, either types: [ParameterType], problems: inout [ParameterProblem]
    ) -> ConfigurationValue? {
        var attempts: [(type: ParameterType, problems: [ParameterProblem])] = []
        for type in types {
            var own: [ParameterProblem] = []
            if let normal = type.normalise(value, problems: &own) { return normal }
            attempts.append((type, own))
        }
        let fitting = attempts.filter { $0.type.hasShape(of: value) }
        if fitting.count == 1, types.count > 1, fitting[0].type.explainsItself {
            problems += fitting[0].problems
            return nil
        }
        let suggestion = fitting.lazy.flatMap(\.problems).compactMap(\.suggestion).first
        return fail(ParameterType.either(types).mismatch(value, suggestion: suggestion), &problems)
    }

    /// Whether its problems tell more than that the value is of another type.
    private var explainsItself: Bool {
        switch self {
        case .domain, .list, .record: true
        case .either(let types): types.contains(where: \.explainsItself)
        default: false
        }
    }

    private func hasShape(of value: ConfigurationValue) -> Bool {
        switch (self, value) {
        case (.either(let types), _): types.contains { $0.hasShape(of: value) }
        case (.list, .list), (.record, .mapping): true
        case (.list, _), (.record, _), (_, .list), (_, .mapping): false
        default: true
        }
    }
}
