/// The rules of an ordered parallel map as plain values: no lock, no task, no time.
struct OrderedMapState<Output: Sendable>: Sendable {
    /// What a worker has to do next for the common good.
    enum Step: Sendable {
        /// Nothing: it goes on with its own work.
        case proceed
        /// Deliver this output, then report.
        case deliver(Output, index: Int)
        /// Throw this error: it is certain that no earlier one will come.
        case end(any Error)
    }

    /// A worker that waited, and the input it may claim; nil where there is none left.
    struct Grant: Sendable {
        let continuation: CheckedContinuation<Int?, Never>
        let index: Int?
    }

    private let window: Int
    private var claimedCount = 0
    private var deliveredCount = 0
    private var isClaiming = false
    private var isExhausted = false
    private var isStopped = false
    private var isDelivering = false
    private var failure: (index: Int, error: any Error)?
    /// Outputs that came before their turn, by the place of their input: at most `window`.
    private var waitingOutputs: [Int: Output] = [:]
    private var waitingWorkers: [CheckedContinuation<Int?, Never>] = []

    init(window: Int) {
        self.window = window
    }

    /// Whether every input was delivered.
    var isComplete: Bool { isExhausted && failure == nil && deliveredCount == claimedCount }

    private var isClosed: Bool { isExhausted || isStopped || failure != nil }

    /// Adds a worker to those who wait for an input.
    mutating func enqueue(_ continuation: CheckedContinuation<Int?, Never>) {
        waitingWorkers.append(continuation)
    }

    /// The workers that can go on now. All go where there is nothing left to claim; else the first, where nobody is
    /// claiming and the window has room.
    mutating func takeGrants() -> [Grant] {
        if isClosed {
            defer { waitingWorkers.removeAll() }
            return waitingWorkers.map { Grant(continuation: $0, index: nil) }
        }
        guard !isClaiming, claimedCount - deliveredCount < window, !waitingWorkers.isEmpty else { return [] }
        isClaiming = true
        return [Grant(continuation: waitingWorkers.removeFirst(), index: claimedCount)]
    }

    /// Ends a turn of claiming.
    mutating func endClaim(isLast: Bool) {
        isClaiming = false
        if isLast { isExhausted = true } else { claimedCount += 1 }
    }

    /// Takes an output: it is delivered at once where its turn has come and nobody is delivering.
    mutating func complete(_ output: Output, at index: Int) -> Step {
        waitingOutputs[index] = output
        return isDelivering ? .proceed : nextStep()
    }

    /// Goes on after a delivery.
    mutating func delivered() -> Step {
        deliveredCount += 1
        isDelivering = false
        return nextStep()
    }

    /// Notes the failure of an input. Those before it were all claimed earlier, so waiting for them makes the winner the
    /// same whatever the timing.
    mutating func fail(_ error: any Error, at index: Int) -> Step {
        isClaiming = index == claimedCount ? false : isClaiming
        guard index < failure?.index ?? Int.max else { return .proceed }
        failure = (index, error)
        return isDelivering ? .proceed : nextStep()
    }

    /// Notes the failure of a delivery: everything before it is delivered, so it is certain.
    mutating func failDelivery(_ error: any Error, at index: Int) -> Step {
        isDelivering = false
        failure = (index, error)
        return .end(error)
    }

    /// Ends claiming without an error of its own.
    mutating func stop() { isStopped = true }

    private mutating func nextStep() -> Step {
        if let failure, failure.index == deliveredCount { return .end(failure.error) }
        guard let output = waitingOutputs.removeValue(forKey: deliveredCount) else { return .proceed }
        isDelivering = true
        return .deliver(output, index: deliveredCount)
    }
}
