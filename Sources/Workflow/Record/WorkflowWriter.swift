/// Writes a checked workflow as a workflow file in which nothing is left to defaults: absolute inputs, every parameter.
public enum WorkflowWriter {
    /// How every such file begins.
    static let firstLine =
        "# The workflow as it was run: overrides applied, inputs absolute, every parameter after defaults."

    /// The text of the file. Reading it gives the same tasks.
    public static func text(of workflow: CheckedWorkflow) -> String {
        var lines = [
            firstLine,
            "moselle: \(WorkflowChecker.formatVersion)", "name: \(ConfigurationValue.quoted(workflow.name))", "inputs:",
        ]
        for kind in InputKind.allCases {
            let files = workflow.inputs[kind] ?? []
            lines.append(files.isEmpty ? "  \(kind.rawValue): null" : "  \(kind.rawValue):")
            lines += files.map { "    - \(ConfigurationValue.quoted($0))" }
        }
        lines.append("stages:")
        for stage in workflow.stages { lines += Self.lines(of: stage) }
        return (lines + ["execution:", "  executor: local"]).joined(separator: "\n") + "\n"
    }

    private static func lines(of stage: CheckedStage) -> [String] {
        var lines = ["  - id: \(ConfigurationValue.quoted(stage.id))", "    uses: \(stage.definition.name)"]
        if !stage.needs.isEmpty {
            lines.append("    needs: \(ConfigurationValue.list(stage.needs.map { .text($0) }).canonicalText)")
        }
        if !stage.keep.isEmpty {
            let ports = ConfigurationValue.list(stage.keep.map { .text($0.rawValue) })
            lines.append("    keep: \(ports.canonicalText)")
        }
        if stage.definition.parameters.isEmpty { return lines }
        lines.append("    with:")
        return lines
            + stage.definition.parameters.map { parameter in
                "      \(parameter.name): \(stage.parameters.value(parameter.name).canonicalText)"
            }
    }
}
