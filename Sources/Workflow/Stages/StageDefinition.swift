/// What a stage sees: one run, or all of them.
public enum StageScope: String, Sendable, Hashable, Codable {
    /// One run at a time.
    case perRun
    /// All runs at once.
    case joint
}

/// A kind of input file of a workflow.
public enum InputKind: String, CaseIterable, Sendable, Hashable, Codable {
    /// The runs.
    case spectra
    /// The protein sequences searched.
    case proteins
    /// Protein sequences flagged as contaminants.
    case contaminants
    /// Protein sequences known not to be in the samples.
    case entrapment
    /// The design of the experiment.
    case samples
    /// What is known to be true of the runs, to compare the outcome with.
    case truth
}

/// Something about the parameters of a stage taken together, or about one whose value is allowed but unwise.
public struct ParameterIssue: Sendable, Hashable {
    /// Name of the parameter it is about; its place in the file is where the message points.
    public var parameter: String

    /// Which part of the parameter's value it is about; empty for the value as a whole.
    public var path: [ParameterProblem.Step]

    /// What is wrong, and what to do: a sentence without its full stop.
    public var message: String

    /// What the user probably meant, for "did you mean", or nil.
    public var suggestion: String?

    /// Error, warning or note.
    public var severity: Diagnostic.Severity

    /// An issue.
    public init(
        parameter: String, path: [ParameterProblem.Step] = [], message: String, suggestion: String? = nil,
        severity: Diagnostic.Severity = .error
    ) {
        self.parameter = parameter
        self.path = path
        self.message = message
        self.suggestion = suggestion
        self.severity = severity
    }
}

/// Something about an input file, found before anything is run.
public struct InputIssue: Sendable, Hashable {
    /// The kind of input it is about.
    public var kind: InputKind

    /// The file it is about, or nil where it is about all of the kind together.
    public var path: String?

    /// What is wrong, where in the file, and what to do: a sentence without its full stop.
    public var message: String

    /// An issue.
    public init(_ kind: InputKind, path: String? = nil, message: String) {
        self.kind = kind
        self.path = path
        self.message = message
    }
}

/// A stage: all the engine knows about it. Checks, defaults, help and wiring come from this one table entry.
public struct StageDefinition: Sendable {
    /// Name in the workflow file, in kebab-case.
    public var name: String
    /// Raised whenever the same input and parameters give another result; earlier artefacts are then made again.
    public var version: Int
    /// Whether it sees one run or all.
    public var scope: StageScope
    /// One sentence on what it does.
    public var summary: String
    /// What a user should know beyond that; may be empty.
    public var discussion: String
    /// Its parameters, in the order in which help lists them.
    public var parameters: [ParameterDefinition]
    /// The ports it takes.
    public var consumes: [PortName]
    /// The ports it takes with some values of its parameters alone, as ``requests`` says.
    public var optionalPorts: [PortName]
    /// The ports it takes where a stage before it gives them.
    public var takesIfGiven: [PortName]
    /// The ports it gives.
    public var provides: [PortName]
    /// The ports it gives only where a later stage asks for them.
    public var providesOnRequest: [PortName]
    /// The ports it gives only where it takes another, which is the value: one of ``optionalPorts``.
    public var providesWith: [PortName: PortName]
    /// The input files it reads; their content is part of the fingerprint.
    public var reads: Set<InputKind>
    /// The input files it reads beyond those to meet a request.
    public var readsOnRequest: [PortRequest: Set<InputKind>]
    /// The files it writes, relative to the output folder, each every time it is run.
    public var writes: [String]
    /// The files it writes beyond those where it takes a port.
    public var writesWith: [PortName: [String]]
    /// Checks the values against each other.
    public var check: @Sendable (ParameterValues) -> [ParameterIssue]
    /// What it asks of stages before it with these parameters: each of ``optionalPorts`` once at most, and no others. It
    /// gets what it asks for as it gets what it consumes.
    public var requests: @Sendable (ParameterValues) -> [PortRequest]
    /// Says why the stage cannot do with these parameters what a later one asks for. The request is for a port it gives; its
    /// options may be any word.
    public var checkRequest: @Sendable (ParameterValues, PortRequest) -> [ParameterIssue]
    /// Looks at the input files before anything is run: that they are of the right kind and go with the parameters. It
    /// gets the paths by kind; the files exist.
    public var checkInputs: @Sendable (ParameterValues, [InputKind: [String]]) -> [InputIssue]
    /// Says how large its work will be, before any of it is done and in about a second; nil where there is nothing to say.
    public var estimate: (@Sendable (ParameterValues, EstimateRequest) async throws -> StageEstimate)?
    /// Makes the runner: a ``RunStageRunner`` or a ``JointStageRunner``, as the scope says.
    public var make: @Sendable (ParameterValues) throws -> any StageRunner

    /// A stage.
    public init(
        name: String, version: Int, scope: StageScope, summary: String, discussion: String = "",
        parameters: [ParameterDefinition] = [], consumes: [PortName] = [], optionalPorts: [PortName] = [],
        takesIfGiven: [PortName] = [], provides: [PortName] = [], providesOnRequest: [PortName] = [],
        providesWith: [PortName: PortName] = [:], reads: Set<InputKind> = [],
        readsOnRequest: [PortRequest: Set<InputKind>] = [:], writes: [String] = [],
        writesWith: [PortName: [String]] = [:],
        check: @escaping @Sendable (ParameterValues) -> [ParameterIssue] = { _ in [] },
        requests: @escaping @Sendable (ParameterValues) -> [PortRequest] = { _ in [] },
        checkRequest: @escaping @Sendable (ParameterValues, PortRequest) -> [ParameterIssue] = { _, _ in [] },
        checkInputs: @escaping @Sendable (ParameterValues, [InputKind: [String]]) -> [InputIssue] = { _, _ in [] },
        estimate: (@Sendable (ParameterValues, EstimateRequest) async throws -> StageEstimate)? = nil,
        make: @escaping @Sendable (ParameterValues) throws -> any StageRunner
    ) {
        self.name = name
        self.version = version
        self.scope = scope
        self.summary = summary
        self.discussion = discussion
        self.parameters = parameters
        self.consumes = consumes
        self.optionalPorts = optionalPorts
        self.takesIfGiven = takesIfGiven
        self.provides = provides
        self.providesOnRequest = providesOnRequest
        self.providesWith = providesWith
        self.reads = reads
        self.readsOnRequest = readsOnRequest
        self.writes = writes
        self.writesWith = writesWith
        self.check = check
        self.requests = requests
        self.checkRequest = checkRequest
        self.checkInputs = checkInputs
        self.estimate = estimate
        self.make = make
    }

    /// Whether it writes into the output folder. Such a stage is run every time.
    public var isReport: Bool { !writes.isEmpty }

    /// All ports it can give.
    var offers: [PortName] { provides + providesOnRequest + providesWith.keys.sorted { $0.rawValue < $1.rawValue } }

    /// All ports it can take.
    var mayTake: [PortName] { consumes + optionalPorts + takesIfGiven }

    /// The ports it gives unasked where it asks for these.
    func gives(asking requests: [PortRequest]) -> [PortName] {
        offers.filter { port in
            provides.contains(port) || requests.contains { $0.port == providesWith[port] }
        }
    }

    /// All files it can write.
    var mayWrite: [String] { writes + writesWith.values.flatMap(\.self).sorted() }

    /// All input files it may read.
    var mayRead: Set<InputKind> { readsOnRequest.values.reduce(reads) { $0.union($1) } }
}
