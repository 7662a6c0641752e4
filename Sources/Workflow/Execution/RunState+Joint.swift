/// The joint tasks: one after the other, each with all threads, and what has to be done again for them.
extension RunState {
    mutating func beginJoint(_ joint: [Item]) {
        let first = tasks.firstIndex { $0.label.run == nil } ?? tasks.count
        tasks[first...] = joint[...]
        endings = Array(endings[..<first]) + Array(repeating: nil, count: joint.count)
        twins = [:]
        for (index, task) in tasks.enumerated() { twins[task.fingerprint, default: []].append(index) }
        nextJoint = first
        phase = .joint
    }

    mutating func advanceJoint() {
        while active.isEmpty {
            if let stopReason { while !repairs.isEmpty { conclude(.notDone(stopReason)) } }
            guard nextJoint < tasks.count else {
                phase = .over
                return
            }
            let task = nextJoint
            nextJoint += 1
            beginJoint(task)
        }
    }

    private mutating func beginJoint(_ task: Int) {
        if let stopReason {
            settle(task, .notDone(stopReason))
        } else if let missing = missingSource(of: task) {
            settle(task, .notDone("'\(missing)' has no result"))
        } else if limits.isStrict, endings.contains(where: { if case .failed = $0 { true } else { false } }) {
            settle(task, .notDone(Self.strict))
        } else if tasks[task].isFinished {
            settle(task, .reused)
        } else if let twin = twins[tasks[task].fingerprint]?.first, twin < task, let ending = endings[twin] {
            settle(task, ending, like: twin)
        } else {
            repairs = [Repair(task: task)]
            start(task, threads: limits.jobs)
        }
    }

    /// A task that this one takes a value from and that has none.
    private func missingSource(of task: Int) -> TaskLabel? {
        for source in tasks[task].sources {
            guard let keeper = twins[source]?.first, !hasResult(keeper) else { continue }
            return tasks[keeper].label
        }
        return nil
    }

    mutating func endedJoint(_ task: Int, _ end: End) {
        switch end {
        case .finished:
            conclude(.done)
            resume()
        case .failed(let reason), .lackedMemory(let reason):
            conclude(.failed(reason))
            giveUp(after: task)
        case .damagedSource(let damage): if stopReason == nil { repair(damage, for: task) }
        case .stopped: break
        }
    }

    /// Ends the task on top, and with it those that had its result before it was done again.
    private mutating func conclude(_ ending: Ending) {
        guard let task = repairs.popLast()?.task else { return }
        settle(task, ending)
        for twin in twins[tasks[task].fingerprint] ?? [] where twin != task && endings[twin] != nil {
            settle(twin, ending, like: task)
        }
    }

    /// Goes on with the task that waited for the one that was done again.
    private mutating func resume() {
        guard stopReason == nil, let next = repairs.last else { return }
        start(next.task, threads: limits.jobs)
    }

    /// What waited for a task that could not be done again cannot be done either.
    private mutating func giveUp(after task: Int) {
        var lost = task
        while let next = repairs.last?.task {
            conclude(.notDone("'\(tasks[lost].label)' could not be done again after its result was damaged"))
            lost = next
        }
    }

    private mutating func repair(_ damage: DamagedArtefact, for task: Int) {
        let place = repairs.count - 1
        guard let keeper = twins[damage.fingerprint]?.first, endings[keeper] != nil,
            repairs[place].files.insert(damage.file).inserted
        else {
            conclude(.failed("\(damage)"))
            return giveUp(after: task)
        }
        repairs.append(Repair(task: keeper))
        emit(.repair(keeper, damage))
        start(keeper, threads: limits.jobs)
    }
}
