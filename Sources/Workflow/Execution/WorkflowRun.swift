internal import Foundations

/// Carries out a plan: does what ``RunState`` says, in child tasks, and tells it what came of it.
struct WorkflowRun {
    private typealias Attempts = TaskGroup<(task: Int, result: TaskResult)>

    private let plan: Plan
    private let executor: any Executor
    private let loader: PortLoader
    private let observer: any RunObserver
    private var state: RunState
    /// The tasks of the plan; where runs were lost, the joint tasks are those over the others.
    private var tasks: [PlannedTask]
    /// Reports of finished tasks, by fingerprint.
    private var reports: [String: TaskReport]
    /// What tasks that failed said last, by fingerprint.
    private var lastWords: [String: [String]] = [:]
    private var ended: [RunOutcome.TaskOutcome?]

    /// What came of each task, in the order of the plan.
    var outcomes: [RunOutcome.TaskOutcome] { ended.compactMap(\.self) }

    /// Whether the calling task was cancelled before all was done.
    var isInterrupted: Bool { Task.isCancelled && outcomes.contains { $0.status == .notDone } }

    init(plan: Plan, executor: any Executor, loader: PortLoader, observer: any RunObserver) {
        self.plan = plan
        self.executor = executor
        self.loader = loader
        self.observer = observer
        tasks = plan.tasks
        reports = plan.reuse.reports
        ended = Array(repeating: nil, count: plan.tasks.count)
        let options = plan.options
        state = RunState(
            tasks: plan.tasks.map(RunState.Item.init),
            limits: RunState.Limits(
                jobs: options.jobs, memoryBytes: options.memory.bytes, isStrict: options.isStrict))
    }

    mutating func perform() async {
        await withTaskGroup(of: (task: Int, result: TaskResult).self) { attempts in
            carryOut(.begun, in: &attempts)
            while let (task, result) = await attempts.next() {
                if Task.isCancelled { carryOut(.interrupted, in: &attempts) }
                carryOut(.ended(task, keep(result, of: task)), in: &attempts)
            }
        }
    }

    private mutating func carryOut(_ event: RunState.Event, in attempts: inout Attempts) {
        for action in state.apply(event) {
            switch action {
            case .start(let task, let threads): start(task, threads: threads, in: &attempts)
            case .stop: attempts.cancelAll()
            case .repair(let task, let damage): announceRepair(of: task, damage)
            case .settle(let task, let ending, let twin): settle(task, ending, like: twin)
            case .planJoint(let survivors): carryOut(.jointTasks(planJoint(over: survivors)), in: &attempts)
            }
        }
    }

    // MARK: Attempts

    private func start(_ index: Int, threads: Int, in attempts: inout Attempts) {
        let (task, executor) = (tasks[index], executor)
        if case .pending(let reason) = task.state { observer.observe(.taskStarted(task.label, reason: reason)) }
        attempts.addTask { (index, await executor.perform(task, jobs: threads)) }
    }

    /// Keeps what an attempt gave, of which the rules need to know only how it ended.
    private mutating func keep(_ result: TaskResult, of task: Int) -> RunState.End {
        let fingerprint = tasks[task].fingerprint
        switch result {
        case .finished(let report):
            reports[fingerprint] = report
            return .finished
        case .failed(let failure):
            lastWords[fingerprint] = failure.lastWords
            return .failed(failure.message)
        case .lackedMemory(let failure):
            lastWords[fingerprint] = failure.lastWords
            return .lackedMemory(failure.message)
        case .damagedSource(let damage): return .damagedSource(damage)
        case .stopped: return .stopped
        }
    }

    private mutating func announceRepair(of task: Int, _ damage: DamagedArtefact) {
        for twin in tasks.indices where tasks[twin].fingerprint == damage.fingerprint {
            tasks[twin].state = .pending(reason: "\(damage)")
        }
        let label = tasks[task].label
        observer.observe(.warning("\(label) is done again: \(damage)", label))
    }

    // MARK: Joint tasks

    private mutating func planJoint(over survivors: [Int]) -> [RunState.Item] {
        let runTasks = tasks.filter { !$0.isJoint }
        if survivors.count < runTasks.count {
            let planner = TaskPlanner(workflow: plan.workflow, inputs: plan.inputs)
            let joint = planner.jointTasks(over: survivors.map { tasks[$0] }).map { task in
                var task = task
                task.state = plan.reuse.state(of: task)
                return task
            }
            tasks = runTasks + joint
            ended = Array(ended[..<runTasks.count]) + Array(repeating: nil, count: joint.count)
        }
        let joint = tasks.filter(\.isJoint)
        loader.expect(joint)
        return joint.map(RunState.Item.init)
    }

    // MARK: Outcomes

    private mutating func settle(_ index: Int, _ ending: RunState.Ending, like twin: Int?) {
        let task = tasks[index]
        if task.isJoint, ended[index] == nil { loader.release(task) }
        let outcome = outcome(of: task, ending)
        ended[index] = outcome
        switch (ending, outcome.report) {
        case (.reused, let report?): observer.observe(.taskReused(task.label, report))
        case (.done, let report?):
            observer.observe(twin == nil ? .taskFinished(task.label, report) : .taskReused(task.label, report))
        case (.failed(let message), _):
            observer.observe(.taskFailed(task.label, message: message, lastWords: outcome.lastWords ?? []))
        default: break
        }
    }

    private func outcome(of task: PlannedTask, _ ending: RunState.Ending) -> RunOutcome.TaskOutcome {
        let report = reports[task.fingerprint]?.named(as: task)
        var why: String?
        if case .pending(let reason) = task.state { why = reason }
        return switch ending {
        case .reused: .init(label: task.label, status: .reused, report: report)
        case .done: .init(label: task.label, status: .done, reason: why, report: report)
        case .failed(let message):
            .init(label: task.label, status: .failed, reason: message, lastWords: lastWords[task.fingerprint])
        case .notDone(let reason): .init(label: task.label, status: .notDone, reason: reason)
        }
    }
}

extension RunState.Item {
    /// What the rules have to know of a planned task.
    fileprivate init(_ task: PlannedTask) {
        self.init(
            label: task.label, fingerprint: task.fingerprint, sources: task.sources.map(\.fingerprint),
            isFinished: task.state == .reused)
    }
}

extension RunOutcome.Status {
    /// Whether there is a result to go on with.
    var hasResult: Bool { self == .done || self == .reused }
}
