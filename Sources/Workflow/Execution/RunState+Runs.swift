/// The tasks of runs: as many at once as there are jobs, which they share evenly, and as the memory is enough for.
extension RunState {
    /// Why nothing is begun any more where the run is strict.
    static let strict = "another task failed, and the run is strict"

    /// The share of the memory budget that each of several tasks at once is to have at least, in bytes. With less, they
    /// would mostly wait for each other, and divide their work into very small parts.
    private static let memoryPerTask = 64_000_000

    private var runTasks: [Int] { tasks.indices.filter { tasks[$0].label.run != nil } }

    /// How many tasks are at work at once.
    private var concurrent: Int {
        max(1, min(limits.jobs, toDoCount, limits.memoryBytes / Self.memoryPerTask))
    }

    mutating func beginRuns() {
        for task in runTasks {
            if tasks[task].isFinished {
                settle(task, .reused)
            } else if twins[tasks[task].fingerprint]?.first == task {
                queue.append(task)
            }
        }
        toDoCount = queue.count
        queue.reverse()
    }

    mutating func advanceRuns() {
        if stopReason == nil {
            // Waiting tasks keep their places: others in these would want the memory that they wait for.
            if active.isEmpty { startFirstWaiting() }
            while active.count + waiting.count < concurrent, let task = queue.popLast() { startRun(task) }
        }
        if active.isEmpty { endRuns() }
    }

    mutating func endedRun(_ task: Int, _ end: End, wasAlone: Bool) {
        // A task fails for want of memory only where it was alone, as it would with one job.
        if case .lackedMemory = end, !wasAlone {
            waiting.append(task)
            return
        }
        switch end {
        case .finished: settleAll(like: task, .done)
        case .failed(let reason), .lackedMemory(let reason): settleAll(like: task, .failed(reason))
        case .damagedSource(let damage): settleAll(like: task, .failed("\(damage)"))
        case .stopped: break
        }
        if limits.isStrict, case .failed = endings[task] { stop(Self.strict) }
        if stopReason == nil { startFirstWaiting() }
    }

    private mutating func startFirstWaiting() {
        if !waiting.isEmpty { startRun(waiting.removeFirst()) }
    }

    private mutating func startRun(_ task: Int) { start(task, threads: max(1, limits.jobs / concurrent)) }

    private mutating func settleAll(like task: Int, _ ending: Ending) {
        for twin in twins[tasks[task].fingerprint] ?? [] { settle(twin, ending, like: twin == task ? nil : task) }
    }

    private mutating func endRuns() {
        let runTasks = runTasks
        for task in runTasks where endings[task] == nil {
            settle(task, .notDone(stopReason ?? "the run was interrupted"))
        }
        let lost = Set(runTasks.filter { !hasResult($0) }.compactMap { tasks[$0].label.run })
        let surviving = runTasks.filter { !lost.contains(tasks[$0].label.run ?? "") }
        if stopReason != nil || surviving.isEmpty {
            phase = .over
            let reason = stopReason.map { $0 == Self.strict ? "a run failed, and the run is strict" : $0 }
            for task in tasks.indices where tasks[task].label.run == nil {
                settle(task, .notDone(reason ?? "no run succeeded"))
            }
        } else {
            phase = .planning
            emit(.planJoint(over: surviving))
        }
    }
}
