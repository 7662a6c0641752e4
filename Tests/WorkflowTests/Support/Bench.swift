import Foundation
import Foundations
import Synchronization
import TestSupport
import Workflow

/// A folder with a workflow, its inputs and its output, and the toy stages to run it with.
struct Bench {
    let folder: TemporaryDirectory
    let stages = ToyStages()

    static let workflow = """
        moselle: 1
        name: Words
        inputs:
          spectra: ["runs/*.mgf"]
          proteins: [words.fasta]
        stages:
          - uses: count-words
          - uses: keep-long
          - uses: join
          - uses: table

        """

    /// Runs by name with their text.
    init(
        runs: [String: String] = ["a": "one two two three", "b": "three three at", "c": "one"],
        workflow: String = Bench.workflow
    ) throws {
        folder = try TemporaryDirectory()
        for (name, text) in runs { try folder.write(text, to: "runs/\(name).mgf") }
        try folder.write("some words", to: "words.fasta")
        try folder.write(workflow, to: "words.yaml")
    }

    func path(_ name: String) -> String { folder.path(name) }

    var output: String { folder.path("out") }

    func text(_ name: String) -> String { (try? String(contentsOfFile: folder.path(name), encoding: .utf8)) ?? "" }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.path(name)) }

    /// Files in `out/work` whose names end so.
    func artefacts(_ ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path("out/work")).filter { $0.hasSuffix(ending) }
            .sorted()
    }

    /// Checks the workflow.
    func check(_ overrides: WorkflowOverrides = WorkflowOverrides()) -> CheckResult {
        stages.engine().check(path: folder.path("words.yaml"), overrides: overrides)
    }

    /// Diagnostics as they are printed, with the name of the folder left out.
    func diagnostics(_ overrides: WorkflowOverrides = WorkflowOverrides()) -> [String] {
        check(overrides).diagnostics.map { "\($0)".replacing(folder.url.path + "/", with: "") }
    }

    /// The workflow, which has to be without errors.
    func workflow(_ settings: [String] = [], countVersion: Int = 1) throws -> CheckedWorkflow {
        let engine = stages.engine(countVersion: countVersion)
        let result = engine.check(path: folder.path("words.yaml"), overrides: WorkflowOverrides(settings: settings))
        guard let workflow = result.workflow else { throw WorkflowError(result.diagnostics) }
        return workflow
    }

    /// Plans the workflow.
    func plan(
        _ settings: [String] = [], jobs: Int = 1, output: String? = nil, countVersion: Int = 1
    ) async throws -> Plan {
        try await stages.engine(countVersion: countVersion).plan(
            workflow(settings, countVersion: countVersion),
            options: RunOptions(outputDirectory: output ?? self.output, jobs: jobs))
    }

    /// Runs the workflow.
    @discardableResult func run(
        _ settings: [String] = [], jobs: Int = 1, memory: Int = 4_000_000_000, strict: Bool = false,
        fresh: Bool = false, output: String? = nil, countVersion: Int = 1, observer: (any RunObserver)? = nil
    ) async throws -> RunOutcome {
        let options = RunOptions(
            outputDirectory: output ?? self.output, jobs: jobs, memory: ByteSize(bytes: memory), isStrict: strict,
            isFresh: fresh, facts: ["blas": "none"])
        return try await stages.engine(countVersion: countVersion).run(
            workflow(settings, countVersion: countVersion), options: options, observer: observer)
    }
}

extension CheckedWorkflow {
    /// The stage with this id.
    func stage(_ id: String) -> CheckedStage? { stages.first { $0.id == id } }
}

/// Keeps what happened, in short.
final class EventList: RunObserver {
    private let events = Mutex<[String]>([])

    var all: [String] { events.withLock { $0 } }

    func observe(_ event: RunEvent) {
        if case .inputsRead = event { return }
        let text =
            switch event {
            case .inputsRead: ""
            case .planned(_, let tasks, let reused): "planned \(tasks) \(reused)"
            case .taskStarted(let label, let reason): "started \(label): \(reason)"
            case .taskProgress(let label, let progress): "progress \(label): \(progress.done) \(progress.unit)"
            case .taskFinished(let label, _): "finished \(label)"
            case .taskReused(let label, _): "reused \(label)"
            case .taskFailed(let label, let message, _): "failed \(label): \(message)"
            case .warning(let message, let label): "warning \(label.map { "\($0)" } ?? "-"): \(message)"
            case .announcement(let message): "announced: \(message)"
            case .runFinished(let outcome): "over \(outcome.exitStatus)"
            }
        events.withLock { $0.append(text) }
    }
}
