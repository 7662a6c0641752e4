internal import Synchronization

/// The cycles of a run, each given once to whichever worker asks.
final class CycleQueue: Sendable {
    private let cycles: [AcquisitionPlan.Cycle]
    private let following = Mutex(0)

    init(_ cycles: [AcquisitionPlan.Cycle]) { self.cycles = cycles }

    /// The next cycle; `nil` after the last.
    func next() -> AcquisitionPlan.Cycle? {
        following.withLock { position in
            guard position < cycles.count else { return nil }
            defer { position += 1 }
            return cycles[position]
        }
    }
}
