internal import Foundations

/// Carries out a plan: the tasks of the runs side by side, then the joint tasks one after the other.
struct WorkflowRun {
    private let plan: Plan
    private let executor: any Executor
    private let worker: TaskWorker
    private let observer: any RunObserver
    private let reuse: ReuseCheck
    /// Every task that has been dealt with, by fingerprint: the ones whose results may be damaged and made again. Tasks that
    /// differ in the ids of their stages alone have one fingerprint and one result.
    private var known: [String: [PlannedTask]] = [:]
    /// What came of each task, in the order of the plan.
    private(set) var outcomes: [RunOutcome.TaskOutcome] = []

    /// Whether the calling task was cancelled before all was done.
    var isInterrupted: Bool { Task.isCancelled && outcomes.contains { $0.status == .notDone } }

    init(plan: Plan, executor: any Executor, worker: TaskWorker) {
        self.plan = plan
        self.executor = executor
        self.worker = worker
        observer = worker.observer
        reuse = ReuseCheck(store: worker.store, isFresh: plan.options.isFresh)
    }

    mutating func perform() async {
        let runTasks = plan.tasks.filter { !$0.isJoint }
        await perform(runTasks)
        let failed = outcomes.filter { !$0.status.hasResult }
        let lost = Set(failed.compactMap(\.label.run))
        let surviving = runTasks.filter { task in !lost.contains(task.label.run ?? "") }
        if Task.isCancelled || (plan.options.isStrict && !failed.isEmpty) || surviving.isEmpty {
            let reason =
                Task.isCancelled
                ? "the run was interrupted"
                : surviving.isEmpty ? "no run succeeded" : "a run failed, and the run is strict"
            for task in plan.tasks where task.isJoint { skip(task, reason) }
            return
        }
        await performJoint(lost.isEmpty ? plan.tasks.filter(\.isJoint) : jointTasks(over: surviving))
    }

    // MARK: Tasks of runs

    private mutating func perform(_ tasks: [PlannedTask]) async {
        var fingerprints: Set<String> = []
        let pending = tasks.filter { fingerprints.insert($0.fingerprint).inserted && reusedReport(of: $0) == nil }
        let done = await executor.execute(
            pending, by: worker, jobs: plan.options.jobs, stopsAtFailure: plan.options.isStrict)
        let results = Dictionary(uniqueKeysWithValues: zip(pending.map(\.fingerprint), done))
        for task in tasks {
            let isTwin = isKnown(task)
            known[task.fingerprint, default: []].append(task)
            if let result = results[task.fingerprint] {
                add(task, isTwin ? share(result, with: task) : result)
            } else {
                reuse(task)
            }
        }
    }

    private func isKnown(_ task: PlannedTask) -> Bool { known[task.fingerprint] != nil }

    /// The result of a task, as that of another with the same fingerprint.
    private func share(_ result: TaskResult, with task: PlannedTask) -> TaskResult {
        switch result {
        case .finished(let report):
            let report = report.named(as: task)
            observer.observe(.taskReused(task.label, report))
            return .finished(report)
        case .failed(let message):
            observer.observe(.taskFailed(task.label, message: message))
            return result
        case .lackedMemory, .damagedSource, .notDone: return result
        }
    }

    private func reusedReport(of task: PlannedTask) -> TaskReport? {
        task.state == .reused ? worker.store.report(of: task) : nil
    }

    private mutating func reuse(_ task: PlannedTask) {
        guard let report = reusedReport(of: task) else { return }
        observer.observe(.taskReused(task.label, report))
        outcomes.append(.init(label: task.label, status: .reused, reason: nil, report: report))
    }

    // MARK: Joint tasks

    private func jointTasks(over runTasks: [PlannedTask]) -> [PlannedTask] {
        TaskPlanner(workflow: plan.workflow, inputs: plan.inputs).jointTasks(over: runTasks).map { task in
            var task = task
            task.state = reuse.state(of: task)
            return task
        }
    }

    private mutating func performJoint(_ tasks: [PlannedTask]) async {
        worker.loader.expect(tasks)
        var results: [String: TaskResult] = [:]
        for task in tasks {
            known[task.fingerprint, default: []].append(task)
            defer { worker.loader.release(task) }
            if let missing = missingProvider(of: task) {
                skip(task, "'\(missing)' has no result")
            } else if plan.options.isStrict, outcomes.contains(where: { $0.status == .failed }) {
                skip(task, "another task failed, and the run is strict")
            } else if task.state == .reused, reusedReport(of: task) != nil {
                reuse(task)
            } else if let result = results[task.fingerprint] {
                add(task, share(result, with: task))
            } else {
                let result = await performWithRepair(task)
                results[task.fingerprint] = result
                add(task, result)
            }
        }
    }

    /// The id of a stage whose joint result the task takes and which has none.
    private func missingProvider(of task: PlannedTask) -> String? {
        let lacking = outcomes.filter { $0.label.run == nil && !$0.status.hasResult }.flatMap(\.label.stages)
        return Set(task.stages[0].providers.values).intersection(lacking).min()
    }

    /// Does a task; where a value it takes turns out damaged, does the task that keeps it again, once for each.
    private mutating func performWithRepair(_ task: PlannedTask) async -> TaskResult {
        var repaired: Set<String> = []
        while true {
            let results = await executor.execute(
                [task], by: worker, jobs: plan.options.jobs, stopsAtFailure: false)
            guard let result = results.first, case .damagedSource(let damage) = result else {
                return results.first ?? .notDone("the run was interrupted")
            }
            guard var keeper = known[damage.fingerprint]?.first, repaired.insert(damage.file).inserted else {
                return .failed("\(damage)")
            }
            keeper.state = .pending(reason: "\(damage)")
            observer.observe(.warning("\(keeper.label) is done again: \(damage)", keeper.label))
            let again = await performWithRepair(keeper)
            replace(keeper, again)
            guard case .finished = again else {
                return .notDone("'\(keeper.label)' could not be done again after its result was damaged")
            }
        }
    }

    // MARK: Outcomes

    private mutating func skip(_ task: PlannedTask, _ reason: String) {
        outcomes.append(.init(label: task.label, status: .notDone, reason: reason, report: nil))
    }

    private mutating func add(_ task: PlannedTask, _ result: TaskResult) {
        outcomes.append(outcome(of: task, result))
    }

    /// Replaces the outcomes of all tasks that have the result of this one.
    private mutating func replace(_ task: PlannedTask, _ result: TaskResult) {
        for var twin in known[task.fingerprint] ?? [] {
            guard let index = outcomes.firstIndex(where: { $0.label == twin.label }) else { continue }
            twin.state = task.state
            outcomes[index] = outcome(of: twin, result)
        }
    }

    private func outcome(of task: PlannedTask, _ result: TaskResult) -> RunOutcome.TaskOutcome {
        switch result {
        case .finished(let report):
            var why: String?
            if case .pending(let reason) = task.state { why = reason }
            return .init(label: task.label, status: .done, reason: why, report: report.named(as: task))
        case .failed(let message), .lackedMemory(let message):
            return .init(label: task.label, status: .failed, reason: message, report: nil)
        case .damagedSource(let damage):
            return .init(label: task.label, status: .failed, reason: "\(damage)", report: nil)
        case .notDone(let reason): return .init(label: task.label, status: .notDone, reason: reason, report: nil)
        }
    }
}

extension RunOutcome.Status {
    /// Whether there is a result to go on with.
    var hasResult: Bool { self == .done || self == .reused }
}
