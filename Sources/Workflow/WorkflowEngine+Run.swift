internal import Foundation
internal import Foundations

extension WorkflowEngine {
    /// Does what a plan says, and writes the run record, the workflow as run and the log into the output folder.
    ///
    /// Tasks that fail are part of the outcome. Where the calling task is cancelled, the run stops, keeps what is
    /// finished, and the outcome has the status `interruptedStatus` gives, which may depend on the signal that came.
    ///
    /// - Throws: Where the output folder cannot be written.
    public func run(
        _ plan: Plan, observer: (any RunObserver)? = nil,
        interruptedStatus: @Sendable () -> ExitStatus = { .interrupted }
    ) async throws -> RunOutcome {
        let folder = plan.options.outputDirectory
        let started = Timestamp.now()
        let clock = ContinuousClock.now
        let store = try ArtefactStore(outputDirectory: folder)
        try write(WorkflowWriter.text(of: plan.workflow), to: "\(folder)/workflow.yaml")
        let log = try EventLog(path: "\(folder)/log.jsonl")
        let observers = ObserverGroup(observers: [log] + (observer.map { [$0] } ?? []))
        let reused = plan.tasks.count { $0.state == .reused }
        observers.observe(.planned(workflow: plan.workflow.name, tasks: plan.tasks.count, reused: reused))

        let worker = TaskWorker(
            registry: registry, program: program, inputs: plan.inputs, outputDirectory: folder, store: store,
            memory: MemoryBudget(bytes: plan.options.memory.bytes),
            loader: PortLoader(registry: registry, store: store), runners: StageRunners(), observer: observers)
        var run = WorkflowRun(plan: plan, executor: LocalExecutor(), worker: worker)
        await run.perform()

        let builder = OutcomeBuilder(
            plan: plan, tasks: run.outcomes, interruption: run.isInterrupted ? interruptedStatus() : nil,
            ownWarnings: log.problem.map { [$0] } ?? [], started: started,
            seconds: (ContinuousClock.now - clock).inSeconds)
        var outcome = builder.outcome()
        outcome.files = try outputFiles(of: outcome)
        try JSONFile.write(RunRecord(plan: plan, program: program, outcome: outcome), to: "\(folder)/run.json")
        observers.observe(.runFinished(outcome))
        return outcome
    }

    private func write(_ text: String, to path: String) throws {
        let file = try AtomicFile(path: path)
        try file.write(text)
        try file.commit()
    }

    /// Everything the run wrote for its user, except the record itself and the log, which still grows.
    private func outputFiles(of outcome: RunOutcome) throws -> [RunOutcome.OutputFile] {
        let reports = outcome.tasks.filter { $0.status == .done }.compactMap(\.report)
        let paths = Set(reports.flatMap(\.outputs) + ["workflow.yaml"]).sorted()
        return try paths.map { path in
            let full = "\(outcome.outputDirectory)/\(path)"
            return RunOutcome.OutputFile(
                path: path, byteCount: try FileIdentity(of: full).byteCount, sha256: try Digest.sha256(ofFile: full))
        }
    }
}
