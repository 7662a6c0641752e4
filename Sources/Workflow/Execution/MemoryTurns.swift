/// Lets tasks that did not get the memory they need, because others held it, try again when one of those has ended.
///
/// What a task does then is what it would have done with one job: a task fails for want of memory only where it was alone.
/// Nobody waits while holding memory, and somebody is always at work, so that no task waits for ever.
actor MemoryTurns {
    /// Attempts that are under way.
    private var active = 0
    /// Attempts that were ever begun.
    private var begun = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Makes attempts until one ends otherwise than for want of memory, or no other task was there to hold any.
    func perform(_ attempt: @Sendable () async -> TaskResult) async -> TaskResult {
        while true {
            active += 1
            begun += 1
            let (number, isFirst) = (begun, active == 1)
            let result = await attempt()
            active -= 1
            let wasAlone = isFirst && begun == number
            guard case .lackedMemory = result, !wasAlone else {
                wakeFirst()
                return result
            }
            // Where none is at work any more, this one goes on at once, or the one that has waited longest does.
            if active == 0, waiting.isEmpty { continue }
            if active == 0 { wakeFirst() }
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func wakeFirst() {
        if !waiting.isEmpty { waiting.removeFirst().resume() }
    }
}
