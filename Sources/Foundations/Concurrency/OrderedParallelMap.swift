/// Transforms a sequence of inputs on several workers and delivers the outputs in the order of the inputs.
///
/// Memory is bounded: at most `window` inputs are claimed and not yet delivered, counted from before `next` is called. A
/// worker that is ahead is suspended, its thread is free for others.
///
/// **Errors.** The error of the earliest input wins, whatever the number of workers and their speed: inputs before it
/// are finished and delivered, no input after it is delivered, none is claimed any more. An input that `next` fails to
/// produce and an output that `deliver` fails to take count at their place in the order. Other workers finish the
/// input they are at; where the error is certain, their task is cancelled.
///
/// **Cancellation.** Where the calling task is cancelled, no input is claimed any more and `CancellationError` is thrown,
/// unless everything had been delivered by then.
///
/// - Parameters:
///   - workers: number of inputs transformed at a time, at least 1.
///   - window: number of inputs that may be claimed and not yet delivered; 2 x `workers` where nil. Less than `workers`
///     leaves some of them idle.
///   - makeState: makes what one worker keeps to itself, such as a parser or scratch memory; called when a worker begins its
///     first input. It need not be `Sendable`.
///   - next: gives the next input, nil after the last. Called by one worker at a time, in order.
///   - transform: the work, called concurrently.
///   - deliver: takes one output after the other, in the order of the inputs.
/// - Throws: what `makeState`, `next`, `transform` or `deliver` throw, or `CancellationError`.
public func orderedParallelMap<Input: Sendable, Output: Sendable, State>(
    workers: Int,
    window: Int? = nil,
    state makeState: @escaping @Sendable () throws -> State,
    next: @escaping @Sendable () throws -> Input?,
    transform: @escaping @Sendable (inout State, Input) async throws -> Output,
    deliver: @escaping @Sendable (Output) async throws -> Void
) async throws {
    precondition(workers >= 1, "at least one worker is needed")
    let coordinator = OrderedMapCoordinator<Output>(window: max(1, window ?? 2 * workers))
    let worker = OrderedMapWorker(
        coordinator: coordinator, makeState: makeState, next: next, transform: transform, deliver: deliver)
    try await withTaskCancellationHandler {
        try await withThrowingTaskGroup { group in
            for _ in 0..<workers { group.addTask { try await worker.run() } }
            // Not waitForAll(): it may wait for work that has become useless before it throws, where this throws at the
            // first error, and leaving the group cancels what is left.
            for try await _ in group {}
        }
    } onCancel: {
        coordinator.stop()
    }
    if !coordinator.isComplete { throw CancellationError() }
}

/// Transforms a sequence of inputs on several workers that keep nothing to themselves. Order, bounds, errors and
/// cancellation are those of ``orderedParallelMap(workers:window:state:next:transform:deliver:)``.
public func orderedParallelMap<Input: Sendable, Output: Sendable>(
    workers: Int,
    window: Int? = nil,
    next: @escaping @Sendable () throws -> Input?,
    transform: @escaping @Sendable (Input) async throws -> Output,
    deliver: @escaping @Sendable (Output) async throws -> Void
) async throws {
    try await orderedParallelMap(
        workers: workers, window: window, state: {}, next: next,
        transform: { (_: inout Void, input: Input) in try await transform(input) }, deliver: deliver)
}

/// Transforms the numbers `0..<count` on several workers and delivers the outputs in their order. Errors and
/// cancellation are those of ``orderedParallelMap(workers:window:state:next:transform:deliver:)``.
public func orderedParallelMap<Output: Sendable, State>(
    workers: Int,
    count: Int,
    state makeState: @escaping @Sendable () throws -> State,
    transform: @escaping @Sendable (inout State, Int) async throws -> Output,
    deliver: @escaping @Sendable (Output) async throws -> Void
) async throws {
    let numbers = SharedCounter(limit: count)
    try await orderedParallelMap(
        workers: workers, state: makeState, next: { numbers.next() }, transform: transform, deliver: deliver)
}

/// Transforms the numbers `0..<count` on several workers and returns the outputs in their order. Errors and
/// cancellation are those of ``orderedParallelMap(workers:window:state:next:transform:deliver:)``.
public func orderedParallelMap<Output: Sendable, State>(
    workers: Int,
    count: Int,
    state makeState: @escaping @Sendable () throws -> State,
    transform: @escaping @Sendable (inout State, Int) async throws -> Output
) async throws -> [Output] {
    let outputs = SharedList<Output>(capacity: count)
    try await orderedParallelMap(
        workers: workers, count: count, state: makeState, transform: transform, deliver: { outputs.append($0) })
    return outputs.elements
}

/// Transforms the numbers `0..<count` on several workers that keep nothing to themselves, and returns the outputs in
/// their order.
public func orderedParallelMap<Output: Sendable>(
    workers: Int, count: Int, transform: @escaping @Sendable (Int) async throws -> Output
) async throws -> [Output] {
    try await orderedParallelMap(
        workers: workers, count: count, state: {},
        transform: { (_: inout Void, number: Int) in try await transform(number) })
}
