internal import Synchronization

/// The shared side of an ordered parallel map: who may claim, what waits for delivery, and which error wins.
///
/// ``OrderedMapState`` decides, without lock or time; this class adds the lock and resumes those who wait outside it.
final class OrderedMapCoordinator<Output: Sendable>: Sendable {
    typealias Step = OrderedMapState<Output>.Step
    private let state: Mutex<OrderedMapState<Output>>

    init(window: Int) {
        state = Mutex(OrderedMapState(window: window))
    }

    /// Whether every input was delivered.
    var isComplete: Bool { state.withLock { $0.isComplete } }

    /// Waits for the turn to call `next`.
    /// - Returns: place of the input in the order; nil where nothing more is to be claimed.
    func beginClaim() async -> Int? {
        await withCheckedContinuation { continuation in
            update { $0.enqueue(continuation) }
        }
    }

    /// Ends a turn that ``beginClaim()`` gave.
    func endClaim(isLast: Bool) { update { $0.endClaim(isLast: isLast) } }

    /// Takes an output. The caller does the step that is returned.
    func complete(_ output: Output, at index: Int) -> Step { update { $0.complete(output, at: index) } }

    /// Notes that the output handed out last was taken.
    func delivered() -> Step { update { $0.delivered() } }

    /// Notes that an input failed.
    func fail(_ error: any Error, at index: Int) -> Step { update { $0.fail(error, at: index) } }

    /// Notes that the output handed out last was not taken.
    func failDelivery(_ error: any Error, at index: Int) -> Step { update { $0.failDelivery(error, at: index) } }

    /// Ends claiming: the task was cancelled.
    func stop() { update { $0.stop() } }

    /// Changes the state, then resumes those whose turn it is.
    private func update<Result: Sendable>(_ change: (inout OrderedMapState<Output>) -> Result) -> Result {
        let (result, grants) = state.withLock { state in (change(&state), state.takeGrants()) }
        for grant in grants { grant.continuation.resume(returning: grant.index) }
        return result
    }
}
