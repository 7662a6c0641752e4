/// Decides what a run does next: which task begins when another has ended, and how each ends for good. Plain values,
/// without time, threads or files: it is told what happened, and answers what is to be done.
///
/// First come the tasks of the runs, side by side, in their order. A task that finds too little memory because of others
/// waits until one of them has ended. When all have ended, the joint tasks of the runs that came through are done one after
/// the other; where one finds a value damaged, the task that keeps it is done again first.
///
/// - SeeAlso: ``WorkflowRun``, which does what it says.
package struct RunState: Sendable {
    enum Phase { case runs, planning, joint, over }

    /// A joint task at work, or one that waits in it for another to be done again.
    struct Repair {
        var task: Int
        /// Files that were made again for it; none is made twice.
        var files: Set<String> = []
    }

    let limits: Limits
    var tasks: [Item]
    /// How each task ended; nil where it has not.
    package internal(set) var endings: [Ending?]
    var phase = Phase.runs
    /// Why nothing is begun any more.
    var stopReason: String?
    /// Tasks of one fingerprint, which have one result, in their order.
    var twins: [String: [Int]] = [:]
    /// Tasks of runs that are to be begun, the last first.
    var queue: [Int] = []
    /// How many those were.
    var toDoCount = 0
    /// Attempts under way, and whether each was alone all the time.
    var active: [Int: Bool] = [:]
    /// Tasks that wait for memory.
    var waiting: [Int] = []
    /// The first joint task that has had no turn yet.
    var nextJoint = 0
    /// The joint task at work, on top of those that wait for it.
    var repairs: [Repair] = []
    private var actions: [Action] = []

    /// A run of these tasks: those of runs, then joint ones.
    package init(tasks: [Item], limits: Limits) {
        self.tasks = tasks
        self.limits = limits
        endings = Array(repeating: nil, count: tasks.count)
        for (index, task) in tasks.enumerated() { twins[task.fingerprint, default: []].append(index) }
    }

    /// Takes in what happened.
    ///
    /// - Returns: What is to be done now, in this order. Nothing is at work and nothing will be where ``isOver``.
    package mutating func apply(_ event: Event) -> [Action] {
        switch event {
        case .begun: beginRuns()
        case .interrupted: stop("the run was interrupted")
        case .ended(let task, let end): ended(task, end)
        case .jointTasks(let joint): beginJoint(joint)
        }
        advance()
        defer { actions = [] }
        return actions
    }

    /// Whether all has ended.
    package var isOver: Bool { phase == .over && active.isEmpty }

    private mutating func advance() {
        switch phase {
        case .runs: advanceRuns()
        case .joint: advanceJoint()
        case .planning, .over: break
        }
    }

    private mutating func ended(_ task: Int, _ end: End) {
        let wasAlone = active.removeValue(forKey: task) ?? false
        if case .stopped = end { return stop("the run was interrupted") }
        switch phase {
        case .runs: endedRun(task, end, wasAlone: wasAlone)
        case .joint: endedJoint(task, end)
        case .planning, .over: break
        }
    }

    // MARK: Steps that both phases take

    mutating func emit(_ action: Action) { actions.append(action) }

    mutating func start(_ task: Int, threads: Int) {
        let isAlone = active.isEmpty
        if !isAlone { for other in active.keys { active[other] = false } }
        active[task] = isAlone
        emit(.start(task, threads: threads))
    }

    /// Nothing is begun any more, and what is at work is to stop.
    mutating func stop(_ reason: String) {
        guard stopReason == nil, phase != .over else { return }
        stopReason = reason
        if !active.isEmpty { emit(.stop) }
    }

    mutating func settle(_ task: Int, _ ending: Ending, like twin: Int? = nil) {
        endings[task] = ending
        emit(.settle(task, ending, like: twin))
    }

    func hasResult(_ task: Int) -> Bool { endings[task]?.hasResult ?? false }
}
