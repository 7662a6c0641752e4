/// A workflow without errors: what to do, with every default filled in.
public struct CheckedWorkflow: Sendable {
    /// What the workflow calls itself; the name of its file where it says nothing.
    public var name: String

    /// Path of the workflow file as it was given.
    public var path: String

    /// Absolute paths of the input files by kind; spectra are ordered by name of the run.
    public var inputs: [InputKind: [String]]

    /// Kinds of input that the stages need and the workflow does not give; a workflow with any cannot run.
    public var absentInputs: [InputKind]

    /// The stages, in the order of the file.
    public var stages: [CheckedStage]
}

/// A stage of a checked workflow.
public struct CheckedStage: Sendable {
    /// Its id, unique in the workflow.
    public var id: String

    /// What it is.
    public var definition: StageDefinition

    /// All its parameters.
    public var parameters: ParameterValues

    /// What it asks of stages before it with these parameters.
    public var requests: [PortRequest]

    /// What later stages ask of it, each port once, ordered by name.
    public var requested: [PortRequest]

    /// Which stage each port it takes comes from, by id.
    public var providers: [PortName: String]

    /// What the workflow file said under `needs`.
    public var needs: [String]

    /// What the workflow file said under `keep`: ports whose values are kept although no stage takes them.
    public var keep: [PortName]

    /// The ports it takes: those that it always takes, then those it asks for, then those that are given.
    public var takes: [PortName] {
        definition.consumes + requests.map(\.port) + definition.takesIfGiven.filter { providers[$0] != nil }
    }

    /// The files it writes, relative to the output folder.
    public var writes: [String] { definition.writes + takes.flatMap { definition.writesWith[$0] ?? [] } }

    /// The kinds of input files it reads.
    public var reads: Set<InputKind> {
        requested.reduce(definition.reads) { $0.union(definition.readsOnRequest[$1] ?? []) }
    }

    /// How its ports are to be made: the options of what later stages ask of it.
    var optionsByPort: [PortName: String] {
        Dictionary(requested.map { ($0.port, $0.options) }) { first, _ in first }
    }
}

/// What checking a workflow found.
public struct CheckResult: Sendable {
    /// The workflow, or nil where there are errors.
    public var workflow: CheckedWorkflow?

    /// Everything there is to say, ordered by place.
    public var diagnostics: [Diagnostic]

    /// Whether any of it is an error.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
