/// One unit of work: one run through a chain of per-run stages, or one joint stage.
public struct PlannedTask: Sendable {
    /// A value that the task keeps in a file because a stage outside of it takes it, or the workflow asks for it.
    public struct Artefact: Sendable, Hashable {
        /// Index of the stage in the task.
        public var stage: Int
        /// The port.
        public var port: PortName
        /// Name of the file in the folder `work`.
        public var file: String
    }

    /// A kept value of another task that this one takes.
    public struct Source: Sendable, Hashable {
        /// The port.
        public var port: PortName
        /// Name of the run it belongs to, or nil for a value of all runs.
        public var run: String?
        /// Fingerprint of the task that keeps it.
        public var fingerprint: String
        /// Name of the file in the folder `work`.
        public var file: String
    }

    /// Whether an earlier run finished the task.
    public enum State: Sendable, Hashable {
        /// It did, and what it kept is still there.
        case reused
        /// The task has to be done, for this reason.
        case pending(reason: String)
    }

    /// What it is called.
    public var label: TaskLabel

    /// Its stages, in the order they are done.
    public var stages: [CheckedStage]

    /// Absolute path of the run's spectra file; nil in a joint task.
    public var spectraFile: String?

    /// The runs it sees, by name.
    public var runs: [String]

    /// SHA-256 of everything the result depends on: 64 hexadecimal digits.
    public var fingerprint: String

    /// What it keeps.
    public var artefacts: [Artefact]

    /// What it takes from other tasks.
    public var sources: [Source]

    /// The files it reads, by kind, in the order that counts.
    public var inputs: [InputKind: [InputFile]]

    /// Whether it has to be done.
    public var state: State

    /// The files it writes, relative to the output folder.
    public var writes: [String] { stages.flatMap(\.writes) }

    /// Whether it writes tables and is done every time.
    public var isReport: Bool { !writes.isEmpty }

    /// Whether it sees all runs.
    public var isJoint: Bool { label.run == nil }

    /// What names the task in a plan and in the folder `work`: the beginning of its fingerprint.
    public var id: String { Self.id(of: fingerprint) }

    static func id(of fingerprint: String) -> String { String(fingerprint.prefix(Fingerprint.shortLength)) }

    /// The tasks whose results it takes, by id, each once, in their order.
    var needs: [String] {
        var seen: Set<String> = []
        return sources.map { Self.id(of: $0.fingerprint) }.filter { seen.insert($0).inserted }
    }

    /// Name of the file that says the task is finished, in the folder `work`.
    var reportFile: String { Self.reportFile(of: fingerprint) }

    static func reportFile(of fingerprint: String) -> String { id(of: fingerprint) + reportSuffix }

    /// How names of such files end.
    static let reportSuffix = ".task.json"

    /// The ports of a stage that something takes: a later stage of the task, or a file.
    package func wantedPorts(ofStage index: Int) -> Set<PortName> {
        let id = stages[index].id
        let taken = stages[(index + 1)...].flatMap { later in later.providers.filter { $0.value == id }.keys }
        return Set(taken).union(artefacts.filter { $0.stage == index }.map(\.port))
    }

    func artefact(stage id: String, port: PortName) -> Artefact? {
        artefacts.first { stages[$0.stage].id == id && $0.port == port }
    }
}
