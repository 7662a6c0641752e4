import TestSupport
import Workflow

/// Plays a run by the rules of a ``RunState``: tasks end in an order and in ways that chance decides, and what the rules
/// say is held against what they promise.
struct SimulatedRun {
    /// What becomes of the tasks, by fingerprint.
    struct Fate {
        var failing: Set<String> = []
        /// Memory that a task takes while it is at work, in percent of what there is.
        var memory: [String: Int] = [:]
        /// Chance that a joint task finds a source damaged, and that the user ends the run before an event.
        var damage = 0.0
        var interruption = 0.0
    }

    let limits: RunState.Limits
    let fate: Fate
    private(set) var tasks: [RunState.Item]
    private(set) var state: RunState
    private(set) var actions: [RunState.Action] = []
    /// What was not as promised.
    private(set) var violations: [String] = []
    private(set) var peak = 0
    private(set) var isInterrupted = false
    private var chance: SplitMix64
    /// Attempts at work with their threads, in the order in which they were begun.
    private var active: [(task: Int, threads: Int)] = []
    private var isStopped = false
    private var repaired: Set<String> = []
    private var ended: Set<TaskLabel> = []

    init(tasks: [RunState.Item], limits: RunState.Limits, fate: Fate = Fate(), seed: UInt64) {
        self.tasks = tasks
        self.limits = limits
        self.fate = fate
        state = RunState(tasks: tasks, limits: limits)
        chance = SplitMix64(seed: seed)
    }

    /// How each task ended, by name.
    var endings: [String: RunState.Ending] {
        let ended = zip(tasks, state.endings).compactMap { task, ending in ending.map { ("\(task.label)", $0) } }
        return Dictionary(ended) { first, _ in first }
    }

    mutating func perform() {
        apply(.begun)
        while !active.isEmpty {
            if !isInterrupted, chance.happens(withProbability: fate.interruption) {
                isInterrupted = true
                apply(.interrupted)
            }
            let place = chance.integer(0..<active.count)
            let end = end(of: active[place].task)
            apply(.ended(active.remove(at: place).task, end))
        }
        promise(state.isOver, "the run is over where nothing is at work")
        for (task, ending) in zip(tasks, state.endings) { promise(ending != nil, "\(task.label) has an end") }
    }

    private mutating func end(of task: Int) -> RunState.End {
        let item = tasks[task]
        if isStopped, chance.happens(withProbability: 0.8) { return .stopped }
        let memory = active.reduce(0) { $0 + (fate.memory[tasks[$1.task].fingerprint] ?? 0) }
        if memory > 100 { return .lackedMemory("memory") }
        if fate.failing.contains(item.fingerprint) { return .failed("failing") }
        if !item.sources.isEmpty, chance.happens(withProbability: fate.damage) {
            let source = item.sources[chance.integer(item.sources.indices)]
            return .damagedSource(DamagedArtefact(file: "\(source).npz", fingerprint: source, reason: "bad"))
        }
        return .finished
    }

    private mutating func apply(_ event: RunState.Event) {
        for action in state.apply(event) {
            actions.append(action)
            switch action {
            case .start(let task, let threads): start(task, threads)
            case .stop: isStopped = true
            case .repair(let task, let damage):
                promise(hasResult(damage.fingerprint), "what is repaired was finished")
                promise(tasks[task].fingerprint == damage.fingerprint, "the keeper of a damaged file is repaired")
                repaired.insert(damage.fingerprint)
            case .settle(let task, let ending, _): settle(task, ending)
            case .planJoint(let survivors): plan(over: survivors)
            }
        }
    }

    private mutating func start(_ task: Int, _ threads: Int) {
        let item = tasks[task]
        promise(!active.contains { $0.task == task }, "\(item.label) is not begun twice at once")
        promise(state.endings[task] == nil || repaired.contains(item.fingerprint), "\(item.label) had not ended")
        promise(!isStopped && !isInterrupted, "nothing is begun after the run was stopped")
        for source in item.sources { promise(hasResult(source), "\(item.label) finds \(source)") }
        active.append((task, threads))
        peak = max(peak, active.count)
        promise(active.reduce(0) { $0 + $1.threads } <= limits.jobs, "no more threads than jobs")
        if item.label.run == nil { promise(active.count == 1, "joint tasks are alone") }
    }

    private mutating func settle(_ task: Int, _ ending: RunState.Ending) {
        let item = tasks[task]
        promise(ended.insert(item.label).inserted || repaired.contains(item.fingerprint), "\(item.label) ends once")
        let need = fate.memory[item.fingerprint] ?? 0
        promise(ending != .failed("memory") || need > 100, "\(item.label) lacks memory only where it is alone")
    }

    /// Gives the joint tasks anew; what they take from lost runs is left out, and they are others then.
    private mutating func plan(over survivors: [Int]) {
        let runTasks = tasks.indices.filter { tasks[$0].label.run != nil }
        let lost = Set(runTasks.filter { !(state.endings[$0]?.hasResult ?? false) }.compactMap { tasks[$0].label.run })
        let expected = runTasks.filter { !lost.contains(tasks[$0].label.run ?? "") }
        promise(survivors == expected, "runs that came through are joined")
        let gone = Set(runTasks.map { tasks[$0].fingerprint }).subtracting(survivors.map { tasks[$0].fingerprint })
        let joint = tasks.filter { $0.label.run == nil }.map { task in
            var task = task
            task.sources.removeAll { gone.contains($0) }
            return task
        }
        tasks = runTasks.map { tasks[$0] } + joint
        apply(.jointTasks(joint))
    }

    private func hasResult(_ fingerprint: String) -> Bool {
        zip(tasks, state.endings).contains { $0.fingerprint == fingerprint && ($1?.hasResult ?? false) }
    }

    private mutating func promise(_ holds: Bool, _ what: @autoclosure () -> String) {
        if !holds { violations.append(what()) }
    }
}

extension SimulatedRun {
    /// Tasks of a made-up workflow: chains of stages over runs, some of which do the same, and joint tasks that take what
    /// these and joint tasks before gave.
    static func tasks(runs: Int, chains: Int, joint: Int, by chance: inout SplitMix64) -> [RunState.Item] {
        let isTwin = chance.happens(withProbability: 0.3)
        var tasks = (0..<chains).flatMap { chain in
            (0..<runs).map { run in
                RunState.Item(
                    label: TaskLabel(stages: ["chain\(chain)"], run: "run\(run)"),
                    fingerprint: "\(isTwin ? 0 : chain)/\(run)", isFinished: run % 7 == 6)
            }
        }
        for number in 0..<joint {
            let sources = Set(tasks.map(\.fingerprint)).sorted().filter { _ in chance.happens(withProbability: 0.5) }
            tasks.append(
                RunState.Item(
                    label: TaskLabel(stages: ["joint\(number)"], run: nil), fingerprint: "joint\(number)",
                    sources: sources))
        }
        return tasks
    }
}
