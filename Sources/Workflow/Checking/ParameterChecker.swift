/// Checks the parameters of one stage against its definition and fills in the defaults.
struct ParameterChecker {
    let definition: StageDefinition
    let id: String
    let log: DiagnosticLog

    /// All values after defaults, or nil where there are errors.
    func check(_ with: LocatedValue) -> ParameterValues? {
        let names = definition.parameters.map(\.name)
        guard let given = with.members else {
            log.error(with.location, "'with' has to be a mapping of parameters, not \(with.value.inWords)")
            return nil
        }
        var isWhole = true
        for member in given where !names.contains(member.key) {
            isWhole = false
            let suggestion = Suggestion.nearest(to: member.key, among: names)
            var message = "the stage '\(definition.name)' has no parameter '\(member.key)'"
            // All names help only where none is near.
            if suggestion == nil { message += names.isEmpty ? "; it has none" : "; it has \(names.listed)" }
            log.error(member.keyLocation, message, suggestion: suggestion)
        }
        var normal: [String: ConfigurationValue] = [:]
        for parameter in definition.parameters {
            if let value = value(of: parameter, in: with) {
                normal[parameter.name] = value
            } else {
                isWhole = false
            }
        }
        guard isWhole else { return nil }
        let values = ParameterValues(checked: normal)
        return checkSense(of: values, with: with) ? values : nil
    }

    private func value(of parameter: ParameterDefinition, in with: LocatedValue) -> ConfigurationValue? {
        let given = with.member(parameter.name)?.value
        var problems: [ParameterProblem] = []
        let normal = parameter.type.normalise(given?.value ?? parameter.defaultValue, problems: &problems)
        for problem in problems {
            guard let given else {
                let message = "the stage '\(id)' needs the parameter '\(parameter.name)': it \(problem.message)"
                log.error(with.location, message)
                continue
            }
            let place = given.location(of: problem.path)
            log.error(place, "'\(parameter.name)' \(problem.message)", suggestion: problem.suggestion)
        }
        return normal
    }

    /// Lets the stage check its values against each other.
    private func checkSense(of values: ParameterValues, with: LocatedValue) -> Bool {
        let issues = definition.check(values)
        for issue in issues { log.add(issue, about: with) }
        return !issues.contains { $0.severity == .error }
    }
}
