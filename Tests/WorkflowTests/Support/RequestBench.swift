import Foundation
import Foundations
import Synchronization
import TestSupport
import Workflow

/// A workflow in which stages ask for letters: `spell` counts the words of a run, and its letters where it is asked to;
/// `tally` (of all runs) and `tint` (of one) take the letters where their parameter `letters` says so.
struct RequestBench {
    let bench: Bench
    let toys = ToyStages()
    /// What `spell` was asked when its work was estimated.
    let estimated = RequestLog()

    static let letters = PortName("letter-counts")
    static let sum = PortName("letter-sum")

    static func workflow(_ stages: String, inputs: String = "") -> String {
        "moselle: 1\nname: Letters\ninputs: { spectra: \"runs/*.mgf\"\(inputs) }\nstages:\n\(stages)  - uses: table\n"
    }

    /// Stages by lines; `table` follows. `inputs` are added to the spectra.
    init(
        _ stages: String = "  - uses: spell\n  - uses: tally\n", inputs: String = "",
        runs: [String: String] = ["a": "Aa aa b"]
    ) throws {
        bench = try Bench(runs: runs, workflow: Self.workflow(stages, inputs: inputs))
        try bench.folder.write("xy", to: "foreign.fasta")
        try bench.folder.write("xyz", to: "other.fasta")
    }

    func rewrite(_ stages: String, inputs: String = "") throws {
        try bench.folder.write(Self.workflow(stages, inputs: inputs), to: "words.yaml")
    }

    var registry: StageRegistry {
        let plain = toys.registry()
        let port = PortDefinition(
            Self.letters, summary: "Letters.", write: ToyStages.counts.write, read: ToyStages.counts.read)
        let sum = PortDefinition(
            Self.sum, summary: "Letters of all runs.", write: ToyStages.counts.write, read: ToyStages.counts.read)
        return StageRegistry(stages: plain.stages + [spell, tally, tint, spread], ports: plain.ports + [port, sum])
    }

    var engine: WorkflowEngine {
        WorkflowEngine(registry: registry, program: ProgramInfo(name: "toy", version: "1.2.3"))
    }

    func check(_ overrides: WorkflowOverrides = WorkflowOverrides()) -> CheckResult {
        engine.check(path: bench.path("words.yaml"), overrides: overrides)
    }

    func diagnostics(_ overrides: WorkflowOverrides = WorkflowOverrides()) -> [String] {
        check(overrides).diagnostics.map { "\($0)".replacing(bench.folder.url.path + "/", with: "") }
    }

    func workflow(_ settings: [String] = []) throws -> CheckedWorkflow {
        let result = check(WorkflowOverrides(settings: settings))
        guard let workflow = result.workflow else { throw WorkflowError(result.diagnostics) }
        return workflow
    }

    func plan(_ settings: [String] = []) async throws -> Plan {
        try await engine.plan(workflow(settings), options: RunOptions(outputDirectory: bench.output))
    }

    @discardableResult func run(_ settings: [String] = []) async throws -> RunOutcome {
        try await engine.run(workflow(settings), options: RunOptions(outputDirectory: bench.output))
    }

    // MARK: Stages

    private var spell: StageDefinition {
        StageDefinition(
            name: "spell", version: 1, scope: .perRun, summary: "Counts words, and letters if asked.",
            parameters: [
                ParameterDefinition("ignore-case", .boolean, default: .boolean(false), summary: "Whether A is a.")
            ],
            provides: [ToyStages.counts.name], providesOnRequest: [Self.letters], reads: [.spectra],
            readsOnRequest: [PortRequest(port: Self.letters, options: "listed"): [.entrapment]],
            checkRequest: { values, request in
                guard values.boolean("ignore-case"), request.options == "upper" else { return [] }
                return [ParameterIssue(parameter: "ignore-case", message: "capitals are lost; set it to false")]
            },
            checkInputs: { _, files in
                let texts = (files[.entrapment] ?? []).map { (try? String(contentsOfFile: $0, encoding: .utf8)) ?? "" }
                return texts.contains { $0.contains(">") } ? [InputIssue(.entrapment, message: "it has a '>'")] : []
            },
            estimate: { _, request in
                estimated.add(request.requests)
                return StageEstimate(facts: [])
            },
            make: { SpellRunner(ignoresCase: $0.boolean("ignore-case"), calls: toys.calls) })
    }

    private static let parameter = ParameterDefinition(
        "letters", .choice(["none", "lower", "upper", "listed"]), default: .text("none"), summary: "Letters to add.")

    private static func requests(_ values: ParameterValues) -> [PortRequest] {
        let way = values.text("letters")
        return way == "none" ? [] : [PortRequest(port: letters, options: way)]
    }

    private var tally: StageDefinition {
        StageDefinition(
            name: "tally", version: 1, scope: .joint, summary: "Adds up words and letters of all runs.",
            parameters: [Self.parameter], consumes: [ToyStages.counts.name], optionalPorts: [Self.letters],
            provides: [ToyStages.joined.name], providesWith: [Self.sum: Self.letters], requests: Self.requests,
            make: { _ in TallyRunner(calls: toys.calls) })
    }

    /// Writes a file of its own, and one of letters where it gets any.
    private var spread: StageDefinition {
        StageDefinition(
            name: "spread", version: 1, scope: .joint, summary: "Writes files.", consumes: [ToyStages.joined.name],
            takesIfGiven: [Self.sum], writes: ["spread.txt"], writesWith: [Self.sum: ["letters.txt", "more.txt"]],
            make: { _ in SpreadRunner() })
    }

    private var tint: StageDefinition {
        StageDefinition(
            name: "tint", version: 1, scope: .perRun, summary: "Adds letters to the words of a run.",
            parameters: [Self.parameter], consumes: [ToyStages.counts.name], optionalPorts: [Self.letters],
            provides: [ToyStages.long.name], requests: Self.requests, make: { _ in TintRunner(calls: toys.calls) })
    }
}

/// Keeps what was asked.
final class RequestLog: Sendable {
    private let requests = Mutex<[[PortName: String]]>([])

    var all: [[PortName: String]] { requests.withLock { $0 } }

    func add(_ request: [PortName: String]) { requests.withLock { $0.append(request) } }
}

/// Counts words, and where it is asked the letters `lower` or `upper`, or those in the files of entrapments.
private struct SpellRunner: RunStageRunner {
    let ignoresCase: Bool
    let calls: CallLog

    func process(_ ports: PortValues, in context: TaskContext) async throws -> PortValues {
        let asked = context.requests.map { "\($0.key)=\($0.value)" }.sorted()
        let wanted = context.wantedPorts.map(\.rawValue).sorted()
        calls.add("spell \(context.run ?? "?") for \(wanted.joined(separator: " ")), asked \(asked)")
        let text = try String(contentsOfFile: context.spectraFile ?? "", encoding: .utf8)
        let words = (ignoresCase ? text.lowercased() : text).split(separator: " ").map(String.init)
        var values = PortValues([ToyStages.counts.name: Self.counts(words)])
        guard let way = context.requests[RequestBench.letters] else { return values }
        let listed = try context.inputs.entrapment.map { try String(contentsOfFile: $0.path, encoding: .utf8) }
        let own = text.filter { way == "upper" ? $0.isUppercase : $0.isLowercase }
        let letters = way == "listed" ? listed.joined() : own
        values[RequestBench.letters] = Self.counts(letters.map { String($0) })
        return values
    }

    private static func counts(_ words: [String]) -> [String: Int] {
        words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}

/// Adds up what each run gives.
private struct TallyRunner: JointStageRunner {
    let calls: CallLog

    func process(_ runs: [RunPorts], joint: PortValues, in context: TaskContext) async throws -> PortValues {
        var total: [String: Int] = [:]
        for run in runs {
            calls.add("tally \(run.run): \(run.ports.names.map(\.rawValue).joined(separator: " "))")
            for port in run.ports.names {
                let counts: [String: Int] = try run.ports.require(port)
                total.merge(counts.mapKeys { port == RequestBench.letters ? "'\($0)'" : $0 }, uniquingKeysWith: +)
            }
        }
        return PortValues([ToyStages.joined.name: total, RequestBench.sum: total])
    }
}

/// Writes what it gets.
private struct SpreadRunner: JointStageRunner {
    func process(_ runs: [RunPorts], joint: PortValues, in context: TaskContext) async throws -> PortValues {
        let folder = URL(filePath: context.outputDirectory)
        try Data("spread\n".utf8).write(to: folder.appending(path: "spread.txt"))
        guard let sum = joint[RequestBench.sum] as? [String: Int] else { return PortValues() }
        for name in ["letters.txt", "more.txt"] {
            try Data("\(sum.count)\n".utf8).write(to: folder.appending(path: name))
        }
        return PortValues()
    }
}

/// Adds letters to words.
private struct TintRunner: RunStageRunner {
    let calls: CallLog

    func process(_ ports: PortValues, in context: TaskContext) async throws -> PortValues {
        calls.add("tint \(context.run ?? "?"): \(ports.names.map(\.rawValue).joined(separator: " "))")
        return PortValues([ToyStages.long.name: try ports.require(ToyStages.counts.name, as: [String: Int].self)])
    }
}

extension Dictionary {
    fileprivate func mapKeys(_ name: (Key) -> Key) -> [Key: Value] {
        Dictionary(map { (name($0.key), $0.value) }) { first, _ in first }
    }
}
