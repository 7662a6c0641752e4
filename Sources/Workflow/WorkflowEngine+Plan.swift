internal import Foundations

extension WorkflowEngine {
    /// Finds out which tasks a workflow has and which of them an earlier run in the same output folder finished.
    ///
    /// Input files that have not been read before are read for their digests, which are remembered in the folder.
    ///
    /// `onInput` is told of each file whose digest is known.
    ///
    /// - Throws: ``WorkflowError`` where inputs are absent, cannot be read or would be overwritten, or the output folder cannot
    ///   be made; `CancellationError`.
    public func plan(
        _ workflow: CheckedWorkflow, options: RunOptions,
        onInput: @escaping @Sendable (TaskProgress) -> Void = { _ in }
    ) async throws -> Plan {
        try requireInputs(of: workflow)
        let options = options.withAbsoluteFolder
        try requireOtherFiles(than: workflow, in: options.outputDirectory)
        let store: ArtefactStore
        let files: [InputDigests.Entry]
        do {
            store = try ArtefactStore(outputDirectory: options.outputDirectory)
            let digests = InputDigests(folder: store.folder)
            let paths = InputKind.allCases.flatMap { workflow.inputs[$0] ?? [] }
            files = try await digests.files(at: paths, jobs: options.jobs, onFile: onInput)
        } catch let error as CancellationError {
            throw error
        } catch {
            throw WorkflowError([Diagnostic(.error, "\(error)")])
        }
        let inputs = resolve(workflow, files: files)
        let planner = TaskPlanner(workflow: workflow, inputs: inputs)
        let runTasks = planner.runTasks()
        let reuse = ReuseCheck(store: store, isFresh: options.isFresh)
        var first: [String: TaskLabel] = [:]
        let tasks = (runTasks + planner.jointTasks(over: runTasks)).map { task in
            var task = task
            task.state = reuse.state(of: task)
            if let twin = first[task.fingerprint], task.state != .reused {
                task.state = .pending(reason: "the same as '\(twin)' and done once")
            }
            first[task.fingerprint] = first[task.fingerprint] ?? task.label
            return task
        }
        return Plan(
            workflow: workflow, inputs: inputs, options: options, tasks: tasks, reuse: reuse,
            identities: Dictionary(files.map { ($0.identity.path, $0.identity) }) { first, _ in first })
    }

    func requireInputs(of workflow: CheckedWorkflow) throws {
        let place = SourceLocation(file: workflow.path, line: 1, column: 1)
        let errors = workflow.absentInputs.map { kind in
            let advice = "give \(kind.pronoun) with --\(kind.rawValue) or under 'inputs:'"
            return Diagnostic(.error, at: place, "the workflow names no \(kind.rawValue); \(advice)")
        }
        if !errors.isEmpty { throw WorkflowError(errors) }
    }

    /// A run must not overwrite what it reads.
    func requireOtherFiles(than workflow: CheckedWorkflow, in outputDirectory: String) throws {
        let errors = OverwrittenInputs(workflow: workflow, outputDirectory: outputDirectory).diagnostics
        if !errors.isEmpty { throw WorkflowError(errors) }
    }

    private func resolve(_ workflow: CheckedWorkflow, files: [InputDigests.Entry]) -> ResolvedInputs {
        let byPath = Dictionary(files.map { ($0.identity.path, $0.file) }) { first, _ in first }
        let resolved = { (kind: InputKind) in (workflow.inputs[kind] ?? []).compactMap { byPath[$0] } }
        return ResolvedInputs(
            spectra: resolved(.spectra), proteins: resolved(.proteins), contaminants: resolved(.contaminants),
            entrapment: resolved(.entrapment), samples: resolved(.samples).first, truth: resolved(.truth).first)
    }
}
