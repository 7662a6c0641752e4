public import Foundations

extension WorkflowEngine {
    /// Does one task of a written plan, as a job of a cluster does; several may be done at the same time. A run in the same
    /// output folder then finds it finished.
    ///
    /// - Parameters:
    ///   - id: Beginning of the task's fingerprint, as the plan has it.
    ///   - jobs: Threads; as planned where nil.
    ///   - memory: Memory budget; as planned where nil.
    /// - Returns: How the task ended; ``RunOutcome/Status/reused`` where it was finished already.
    /// - Throws: ``WorkflowError`` where nothing was done: the plan has no such task or does not hold any more, a task
    ///   before it is not finished, or a run uses the output folder; `CancellationError`.
    public func performTask(
        _ id: String, of written: WrittenPlan, jobs: Int? = nil, memory: ByteSize? = nil,
        observer: (any RunObserver)? = nil
    ) async throws -> RunOutcome.TaskOutcome {
        let result = check(text: written.workflowText, path: OutputFolder.workflow)
        guard let workflow = result.workflow else {
            throw WorkflowError(result.diagnostics.filter { $0.severity == .error })
        }
        let options = RunOptions(
            outputDirectory: written.outputDirectory, jobs: jobs ?? written.jobs,
            memory: memory ?? ByteSize(bytes: written.memoryBytes))
        let plan = try await plan(workflow, options: options)
        guard let task = plan.tasks.first(where: { $0.id == id }) else {
            throw Self.refusal(
                "the plan has no task '\(id)'; its 'tasks' say which it has, and where an input changed since the plan was "
                    + "written, write it anew")
        }
        let store = try Self.refusing { try ArtefactStore(outputDirectory: plan.options.outputDirectory) }
        if task.state == .reused, let report = plan.reuse.reports[task.fingerprint] {
            return RunOutcome.TaskOutcome(label: task.label, status: .reused, report: report.named(as: task))
        }
        try requireSources(of: task, in: plan)
        let lock: OutputLock
        do {
            lock = try await OutputLock.acquire(task, store, of: plan.options.outputDirectory)
        } catch let error as CancellationError {
            throw error
        } catch {
            throw Self.refusal("\(error)")
        }
        defer { lock.release() }
        var outcome = await perform(task, of: plan, store: store, observer: observer)
        if let problem = await store.groupCommit.finish() {
            outcome.status = .failed
            outcome.reason = "its result may not be on disk: \(problem)"
        }
        return outcome
    }

    private func perform(
        _ task: PlannedTask, of plan: Plan, store: ArtefactStore, observer: (any RunObserver)?
    ) async -> RunOutcome.TaskOutcome {
        let observers = ObserverGroup(observers: observer.map { [$0] } ?? [])
        let worker = TaskWorker(
            registry: registry, program: program, inputs: plan.inputs, identities: plan.identities,
            outputDirectory: plan.options.outputDirectory,
            store: store, memory: MemoryBudget(bytes: plan.options.memory.bytes),
            loader: PortLoader(registry: registry, store: store), runners: StageRunners(), observer: observers)
        if case .pending(let reason) = task.state { observers.observe(.taskStarted(task.label, reason: reason)) }
        switch await worker.perform(task, jobs: plan.options.jobs) {
        case .finished(let report):
            observers.observe(.taskFinished(task.label, report))
            return RunOutcome.TaskOutcome(label: task.label, status: .done, report: report)
        case .failed(let failure), .lackedMemory(let failure):
            let (message, lastWords) = (failure.message, failure.lastWords)
            observers.observe(.taskFailed(task.label, message: message, lastWords: lastWords))
            return RunOutcome.TaskOutcome(label: task.label, status: .failed, reason: message, lastWords: lastWords)
        case .damagedSource(let damage):
            // A run notices the file by its absence, and so does a plan.
            try? store.discard(damage.file)
            let id = PlannedTask.id(of: damage.fingerprint)
            return RunOutcome.TaskOutcome(
                label: task.label, status: .failed,
                reason: "task \(id) has to be done again: \(damage); the file was removed, so that it will be")
        case .stopped:
            return RunOutcome.TaskOutcome(label: task.label, status: .notDone, reason: "the run was interrupted")
        }
    }

    private func requireSources(of task: PlannedTask, in plan: Plan) throws(WorkflowError) {
        let needs = Set(task.needs)
        guard let source = plan.tasks.first(where: { needs.contains($0.id) && !plan.reuse.isFinished($0) }) else {
            return
        }
        throw Self.refusal(
            "'\(task.label)' takes what '\(source.label)' gives, which is not finished; do task \(source.id) first")
    }

    private static func refusal(_ message: String) -> WorkflowError { WorkflowError([Diagnostic(.error, message)]) }

    private static func refusing<Value>(_ body: () throws -> Value) throws(WorkflowError) -> Value {
        do { return try body() } catch { throw refusal("\(error)") }
    }
}
