internal import Foundation
internal import Foundations

extension WorkflowEngine {
    /// Plans a workflow, does what has to be done, and writes the run record, the workflow as run and the log into the
    /// output folder, which nobody else can use meanwhile.
    ///
    /// Tasks that fail are part of the outcome. Where the calling task is cancelled, the run stops, keeps what is
    /// finished, and the outcome has the status `interruptedStatus` gives, which may depend on the signal that came.
    ///
    /// - Throws: ``WorkflowError`` where nothing was run: as for planning, and where another run uses the output folder;
    ///   `CancellationError` where planning was cancelled; other errors where the output folder cannot be written.
    public func run(
        _ workflow: CheckedWorkflow, options: RunOptions, observer: (any RunObserver)? = nil,
        interruptedStatus: @Sendable () -> ExitStatus = { .interrupted }
    ) async throws -> RunOutcome {
        try requireInputs(of: workflow)
        let options = options.withAbsoluteFolder
        let store: ArtefactStore
        let lock: OutputLock
        do {
            store = try ArtefactStore(outputDirectory: options.outputDirectory)
            lock = try await OutputLock.acquire(store, of: options.outputDirectory)
        } catch let error as CancellationError {
            throw error
        } catch {
            throw WorkflowError([Diagnostic(.error, "\(error)")])
        }
        defer { lock.release() }
        store.removeLeftovers(
            besides: OutputFolder.files + workflow.stages.flatMap(\.writes), in: options.outputDirectory)
        let plan = try await plan(workflow, options: options) { observer?.observe(.inputsRead($0)) }
        return try await perform(
            plan, store: store, warning: lock.warning, observer: observer, interruptedStatus: interruptedStatus)
    }

    private func perform(
        _ plan: Plan, store: ArtefactStore, warning: String?, observer: (any RunObserver)?,
        interruptedStatus: @Sendable () -> ExitStatus
    ) async throws -> RunOutcome {
        let folder = plan.options.outputDirectory
        let started = Timestamp.now()
        let clock = ContinuousClock.now
        try write(WorkflowWriter.text(of: plan.workflow), to: "\(folder)/\(OutputFolder.workflow)")
        let log = try EventLog(
            path: "\(folder)/\(OutputFolder.log)", program: program, groupCommit: store.groupCommit)
        let observers = ObserverGroup(observers: [log] + (observer.map { [$0] } ?? []))
        let reused = plan.tasks.count { $0.state == .reused }
        observers.observe(.planned(workflow: plan.workflow.name, tasks: plan.tasks.count, reused: reused))
        // Where the log tells what became of the last run, that it left its lock behind is no more news.
        let warnings = [log.earlier.unfinished ?? warning, log.earlier.foreign].compactMap(\.self)
        for warning in warnings { observers.observe(.warning(warning, nil)) }

        let worker = TaskWorker(
            registry: registry, program: program, inputs: plan.inputs, identities: plan.identities,
            outputDirectory: folder, store: store,
            memory: MemoryBudget(bytes: plan.options.memory.bytes),
            loader: PortLoader(registry: registry, store: store), runners: StageRunners(), observer: observers)
        var run = WorkflowRun(plan: plan, executor: worker, loader: worker.loader, observer: observers)
        await run.perform()
        let problem = await store.groupCommit.finish()

        let builder = OutcomeBuilder(
            plan: plan, tasks: run.outcomes, interruption: run.isInterrupted ? interruptedStatus() : nil,
            ownWarnings: warnings + (log.problem.map { [$0] } ?? []), started: started,
            seconds: (ContinuousClock.now - clock).inSeconds)
        var outcome = builder.outcome()
        if let problem { outcome.add(fault: "what was finished may have to be done again: \(problem)") }
        try addFiles(to: &outcome)
        writeRecord(of: plan, &outcome)
        observers.observe(.runFinished(outcome))
        // Everything else is written: a log that cannot be brought to disk does not change how the run ended.
        _ = await store.groupCommit.finish()
        return outcome
    }

    /// Writes the record, and the same as a research object that states the record's digest. What came of the run has to be
    /// said also where they cannot be written, as on a full disk, so that this is a fault of the outcome.
    private func writeRecord(of plan: Plan, _ outcome: inout RunOutcome) {
        let folder = outcome.outputDirectory
        do {
            let record = RunRecord(plan: plan, program: program, outcome: outcome)
            try JSONFile.write(record, to: "\(folder)/\(OutputFolder.record)")
            guard let file = try Self.file(OutputFolder.record, in: folder) else { return }
            try JSONFile.write(
                ResearchCrate(record: record, recordFile: file).document, to: "\(folder)/\(OutputFolder.crate)")
        } catch {
            outcome.add(fault: "the run record is not that of this run: \(error)")
        }
    }

    private func write(_ text: String, to path: String) throws {
        let file = try AtomicFile(path: path)
        try file.write(text)
        try file.commit()
    }

    /// Adds everything the run wrote for its user, except the record itself and the log, which still grows. A file that is
    /// not there any more is a fault: somebody else works in the folder.
    private func addFiles(to outcome: inout RunOutcome) throws {
        let reports = outcome.tasks.filter { $0.status == .done }.compactMap(\.report)
        for path in Set(reports.flatMap(\.outputs) + [OutputFolder.workflow]).sorted() {
            if let file = try Self.file(path, in: outcome.outputDirectory) {
                outcome.files.append(file)
            } else {
                outcome.add(fault: "'\(path)' was written and is not there any more; run again.")
            }
        }
    }

    /// A file that the run wrote; nil where it is gone.
    private static func file(_ path: String, in folder: String) throws(FileError) -> RunOutcome.OutputFile? {
        let full = "\(folder)/\(path)"
        do throws(FileError) {
            let size = try FileIdentity(of: full).byteCount
            return RunOutcome.OutputFile(path: path, byteCount: size, sha256: try Digest.sha256(ofFile: full))
        } catch {
            if case .missing = error { return nil }
            throw error
        }
    }
}
