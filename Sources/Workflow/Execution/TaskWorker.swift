internal import Foundation
internal import Foundations

/// Does one task: runs its stages, keeps their values, and says when it is finished.
struct TaskWorker: Executor {
    let registry: StageRegistry
    let program: ProgramInfo
    let inputs: ResolvedInputs
    /// What tells that an input file is still the one that was planned for, by path.
    let identities: [String: FileIdentity]
    let outputDirectory: String
    let store: ArtefactStore
    let memory: MemoryBudget
    let loader: PortLoader
    let runners: StageRunners
    let observer: any RunObserver

    /// A task that is being done.
    private struct Attempt: Sendable {
        var task: PlannedTask
        /// Threads it may use.
        var jobs: Int
        var lastWords = LastWords()
    }

    /// Does a task in this process. An error of a stage is a result, not an error of the run. Observers hear of what the
    /// task says, not of how it ends, which may not be the last word.
    func perform(_ task: PlannedTask, jobs: Int) async -> TaskResult {
        if Task.isCancelled { return .stopped }
        let attempt = Attempt(task: task, jobs: jobs)
        do {
            return .finished(try await finish(attempt))
        } catch let damage as DamagedArtefact {
            return .damagedSource(damage)
        } catch {
            if let damage = damagedSource(of: task, error) { return .damagedSource(damage) }
            if error is CancellationError || Task.isCancelled { return .stopped }
            let failure = TaskFailure(message: "\(error)", lastWords: attempt.lastWords.lines)
            if case MemoryError.exhausted = error { return .lackedMemory(failure) }
            return .failed(failure)
        }
    }

    /// The source of a task that an error is about. Stages may read what they take bit by bit, so that damage shows late.
    private func damagedSource(of task: PlannedTask, _ error: any Error) -> DamagedArtefact? {
        guard let path = (error as? ArtefactError)?.path,
            let source = task.sources.first(where: { store.path(of: $0.file) == path })
        else { return nil }
        return DamagedArtefact(file: source.file, fingerprint: source.fingerprint, reason: "\(error)")
    }

    private func finish(_ attempt: Attempt) async throws -> TaskReport {
        let task = attempt.task
        let started = Timestamp.now()
        let clock = ContinuousClock.now
        try store.forget(task)
        let stages = try await perform(attempt)
        let report = TaskReport(
            fingerprint: task.fingerprint, label: task.label, program: program, stages: stages,
            inputs: inputs(of: task),
            sources: task.sources.map { .init(run: $0.run, port: $0.port, fingerprint: $0.fingerprint) },
            artefacts: try artefacts(of: task), outputs: task.writes.sorted(),
            started: started, finished: Timestamp.now(), seconds: (ContinuousClock.now - clock).inSeconds)
        try store.finish(task, report)
        return report
    }

    private func perform(_ attempt: Attempt) async throws -> [TaskReport.Stage] {
        let task = attempt.task
        let scratch = try store.makeScratch(for: task)
        defer { store.removeScratch(scratch) }
        do {
            let stages =
                task.isJoint
                ? try await performJoint(attempt, scratch: scratch)
                : try await performChain(attempt, scratch: scratch)
            try checkInputs(of: task)
            return stages
        } catch {
            // What a failed task kept so far is of no use; a file that cannot be removed is not trusted either.
            try? store.forget(task)
            throw error
        }
    }

    /// The files that were read have to be those that were planned for. One that was only touched is read again.
    private func checkInputs(of task: PlannedTask) throws {
        for file in InputKind.allCases.flatMap({ task.inputs[$0] ?? [] }) {
            try Task.checkCancellation()
            if try FileIdentity(of: file.path) == identities[file.path] { continue }
            guard try Digest.sha256(ofFile: file.path) == file.sha256 else { throw InputChangedError(path: file.path) }
        }
    }

    private func inputs(of task: PlannedTask) -> [TaskReport.Input] {
        InputKind.allCases.flatMap { kind in
            (task.inputs[kind] ?? []).map { TaskReport.Input(kind: kind, path: $0.path, sha256: $0.sha256) }
        }
    }

    private func artefacts(of task: PlannedTask) throws -> [TaskReport.Artefact] {
        try task.artefacts.map { artefact in
            let size = try FileIdentity(of: store.path(of: artefact.file)).byteCount
            return TaskReport.Artefact(port: artefact.port, file: artefact.file, byteCount: size)
        }
    }

    // MARK: Stages

    /// The memory budget below which stages do not prepare themselves early, in bytes: what they took before the first
    /// stage of the first task has what it needs, that stage could not get.
    private static let leastMemoryForPreparation = 256_000_000

    /// Runs a chain. Its later stages prepare themselves meanwhile, if there is more than one job and memory enough.
    private func performChain(_ attempt: Attempt, scratch: String) async throws -> [TaskReport.Stage] {
        guard attempt.jobs > 1, memory.total >= Self.leastMemoryForPreparation else {
            return try await performStages(attempt, scratch: scratch)
        }
        var prepared: [(runner: any RunStageRunner, context: TaskContext)] = []
        for (index, stage) in attempt.task.stages.enumerated().dropFirst() {
            guard let runner = try runners.runner(for: stage) as? any RunStageRunner else { continue }
            prepared.append((runner, context(for: attempt, stage: index, scratch: scratch)))
        }
        let later = prepared
        // Not a child of this task: other runs may wait for the same, so that it goes on where this run fails.
        let preparation = Task { for (runner, context) in later { await runner.prepare(in: context) } }
        return try await withTaskCancellationHandler {
            try await performStages(attempt, scratch: scratch)
        } onCancel: {
            preparation.cancel()
        }
    }

    /// Runs the stages of a chain one after the other; a value is let go when no later stage takes it.
    private func performStages(_ attempt: Attempt, scratch: String) async throws -> [TaskReport.Stage] {
        let task = attempt.task
        var values: [String: PortValues] = [:]
        var done: [TaskReport.Stage] = []
        for (index, stage) in task.stages.enumerated() {
            guard let runner = try runners.runner(for: stage) as? any RunStageRunner else {
                throw ScopeError(stage: stage.definition)
            }
            var ports = PortValues()
            for (port, provider) in stage.providers { ports[port] = values[provider]?[port] }
            let taken = ports
            let context = context(for: attempt, stage: index, scratch: scratch)
            let (output, report) = try await timed(stage, context) { try await runner.process(taken, in: context) }
            try keep(output, ofStage: index, of: task)
            values[stage.id] = output
            drop(&values, after: index, of: task)
            done.append(report)
        }
        return done
    }

    private func drop(_ values: inout [String: PortValues], after index: Int, of task: PlannedTask) {
        let later = task.stages[(index + 1)...]
        for (id, ports) in values {
            var kept = PortValues()
            for port in ports.names where later.contains(where: { $0.providers[port] == id }) {
                kept[port] = ports[port]
            }
            values[id] = kept
        }
    }

    private func performJoint(_ attempt: Attempt, scratch: String) async throws -> [TaskReport.Stage] {
        let task = attempt.task
        let stage = task.stages[0]
        guard let runner = try runners.runner(for: stage) as? any JointStageRunner else {
            throw ScopeError(stage: stage.definition)
        }
        let loaded = try await loader.load(task.sources, jobs: attempt.jobs)
        var portsOfRuns: [String: PortValues] = [:]
        var joint = PortValues()
        for (source, value) in zip(task.sources, loaded) {
            if let run = source.run {
                portsOfRuns[run, default: PortValues()][source.port] = value
            } else {
                joint[source.port] = value
            }
        }
        let runs = task.runs.map { RunPorts(run: $0, ports: portsOfRuns[$0] ?? PortValues()) }
        let shared = joint
        let context = context(for: attempt, stage: 0, scratch: scratch)
        let (output, report) = try await timed(stage, context) {
            try await runner.process(runs, joint: shared, in: context)
        }
        try keep(output, ofStage: 0, of: task)
        return [report]
    }

    private func timed(
        _ stage: CheckedStage, _ context: TaskContext, _ process: () async throws -> PortValues
    ) async throws -> (PortValues, TaskReport.Stage) {
        let clock = ContinuousClock.now
        let output = try await process()
        let report = TaskReport.Stage(
            id: stage.id, name: stage.definition.name, version: stage.definition.version,
            parameters: stage.parameters.all.mapValues(\.canonicalText),
            requests: stage.requested.isEmpty ? nil : stage.requested,
            seconds: (ContinuousClock.now - clock).inSeconds, entries: context.journal.snapshot)
        return (output, report)
    }

    private func keep(_ output: PortValues, ofStage index: Int, of task: PlannedTask) throws {
        for artefact in task.artefacts where artefact.stage == index {
            guard let value = output[artefact.port] else { throw PortError.missing(artefact.port) }
            guard let port = registry.port(artefact.port) else { throw PortError.undefined(artefact.port) }
            try port.write(value, store.path(of: artefact.file))
        }
    }

    private func context(for attempt: Attempt, stage: Int, scratch: String) -> TaskContext {
        let task = attempt.task
        return TaskContext(
            run: task.label.run, spectraFile: task.spectraFile, inputs: inputs, jobs: attempt.jobs, memory: memory,
            outputDirectory: outputDirectory, scratchDirectory: scratch, journal: journal(for: attempt, stage: stage),
            wantedPorts: task.wantedPorts(ofStage: stage), requests: task.stages[stage].optionsByPort)
    }

    /// What a stage says is passed on as it comes, and its end kept for the case that the task fails.
    private func journal(for attempt: Attempt, stage: Int) -> TaskJournal {
        let (observer, lastWords) = (observer, attempt.lastWords)
        let (label, id) = (attempt.task.label, attempt.task.stages[stage].id)
        return TaskJournal(
            onWarning: {
                lastWords.add("warning: \($0)", ofStage: id)
                observer.observe(.warning($0, label))
            },
            onNote: { lastWords.add($0, ofStage: id) },
            onAnnouncement: {
                lastWords.add($0, ofStage: id)
                observer.observe(.announcement($0))
            },
            onProgress: { progress in
                var progress = progress
                progress.stage = id
                lastWords.add(progress)
                observer.observe(.taskProgress(label, progress))
            })
    }
}
