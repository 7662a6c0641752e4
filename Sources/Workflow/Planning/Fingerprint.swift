internal import Foundations

/// The fingerprint of a task: a digest of everything its result depends on, and of nothing else. Names of files, of
/// stages in the workflow (ids) and the number of threads are not part of it.
struct Fingerprint {
    /// Raised when the engine keeps its artefacts in another way.
    static let artefactFormatVersion = 1

    /// How many digits of a fingerprint names of files carry.
    static let shortLength = 16

    private var lines: [String]

    /// A fingerprint of a task of this run, or of all runs.
    init(run: String?) {
        lines = ["artefact format \(Self.artefactFormatVersion)"]
        lines.append(run.map { "run \(ConfigurationValue.text($0).canonicalText)" } ?? "joint")
    }

    mutating func add(runs: [String]) {
        lines.append("over \(ConfigurationValue.list(runs.map { .text($0) }).canonicalText)")
    }

    mutating func add(_ stage: CheckedStage) {
        let parameters = ConfigurationValue.mapping(stage.parameters.all).canonicalText
        lines.append("stage \(stage.definition.name) version \(stage.definition.version) with \(parameters)")
    }

    /// A later stage asks the one added last for a port.
    mutating func add(_ request: PortRequest) {
        lines.append("asked for \(request.port) as \"\(request.options)\"")
    }

    /// The stage added last takes a port from an earlier stage of the same task.
    mutating func addLink(_ port: PortName, fromStage index: Int) { lines.append("takes \(port) from stage \(index)") }

    /// The stage added last takes a port from another task.
    mutating func add(_ source: PlannedTask.Source) {
        let run = source.run.map { ConfigurationValue.text($0).canonicalText } ?? "all runs"
        // The part of the name after the fingerprint tells which of a task's values it is.
        let value = source.file.dropFirst(Self.shortLength)
        lines.append("takes \(source.port) of \(run) from task \(source.fingerprint)\(value)")
    }

    mutating func addKept(_ port: PortName, ofStage index: Int) { lines.append("keeps \(port) of stage \(index)") }

    mutating func add(_ kind: InputKind, _ files: [InputFile]) {
        lines.append("reads \(kind.rawValue) \(files.map(\.sha256).joined(separator: " "))")
    }

    /// 64 hexadecimal digits.
    func finalize() -> String { Digest.sha256(of: lines.joined(separator: "\n")) }
}
