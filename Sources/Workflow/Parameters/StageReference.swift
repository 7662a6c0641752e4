/// The reference of a stage as text, from the same table that checks workflows.
public struct StageReference: Sendable {
    private static let width = 100

    private let registry: StageRegistry

    /// The reference of these stages.
    public init(registry: StageRegistry) { self.registry = registry }

    /// All stages, one line each.
    public func overview() -> String {
        let width = registry.stages.map(\.name.count).max() ?? 0
        let lines = registry.stages.map { stage in
            stage.name + String(repeating: " ", count: width - stage.name.count + 2) + stage.summary
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Everything about one stage.
    public func text(of stage: StageDefinition) -> String {
        var sections = ["\(stage.name): \(stage.summary)"]
        if !stage.discussion.isEmpty { sections.append(wrapped(stage.discussion, indent: 0)) }
        sections.append(facts(of: stage).joined(separator: "\n"))
        if !stage.parameters.isEmpty { sections.append("Parameters:") }
        sections += stage.parameters.map(text(of:))
        return sections.joined(separator: "\n\n") + "\n"
    }

    private func facts(of stage: StageDefinition) -> [String] {
        var facts = ["Sees:     " + (stage.scope == .perRun ? "one run at a time" : "all runs at once")]
        if !stage.consumes.isEmpty { facts.append("Takes:    " + stage.consumes.map(\.rawValue).listed) }
        if !stage.optionalPorts.isEmpty {
            facts.append("May take: \(stage.optionalPorts.map(\.rawValue).listed), where its parameters ask for it")
        }
        if !stage.takesIfGiven.isEmpty {
            facts.append("Takes:    \(stage.takesIfGiven.map(\.rawValue).listed), where a stage before it gives it")
        }
        if !stage.provides.isEmpty { facts.append("Provides: " + stage.provides.map(\.rawValue).listed) }
        if !stage.providesOnRequest.isEmpty {
            let ports = stage.providesOnRequest.map(\.rawValue).listed
            facts.append("If asked: \(ports), where parameters of a later stage ask for it")
        }
        for (port, taken) in stage.providesWith.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            facts.append("Provides: \(port), where it takes \(taken)")
        }
        let keepable = registry.keepablePorts(of: stage).map(\.rawValue)
        if let example = keepable.first {
            facts.append("Can keep: \(keepable.listed), for 'moselle show', by 'keep: [\(example)]' beside 'uses'")
        }
        let reads = InputKind.allCases.filter(stage.reads.contains).map(\.rawValue)
        if !reads.isEmpty { facts.append("Reads:    " + reads.listed) }
        let perhaps = InputKind.allCases.filter(stage.mayRead.subtracting(stage.reads).contains).map(\.rawValue)
        if !perhaps.isEmpty { facts.append("May read: \(perhaps.listed), for what a later stage asks for") }
        return facts + ["Version:  \(stage.version)"]
    }

    private func text(of parameter: ParameterDefinition) -> String {
        var lines = ["  \(parameter.name): \(parameter.summary)"]
        lines.append(wrapped("Value: \(parameter.type.inWords).", indent: 6))
        lines.append("      Default: \(parameter.defaultValue)")
        if !parameter.details.isEmpty { lines.append(wrapped(parameter.details, indent: 6)) }
        return lines.joined(separator: "\n")
    }

    /// Breaks text into lines at blanks; line breaks of the text stay.
    private func wrapped(_ text: String, indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = ""
            for word in paragraph.split(separator: " ") {
                if !line.isEmpty, line.count + 1 + word.count > Self.width - indent {
                    lines.append(margin + line)
                    line = ""
                }
                line += (line.isEmpty ? "" : " ") + word
            }
            lines.append(line.isEmpty ? "" : margin + line)
        }
        return lines.joined(separator: "\n")
    }
}
