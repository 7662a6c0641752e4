/// Does two things that do not need each other, at the same time where there are two workers for them, else one after the
/// other.
///
/// - Parameters:
///   - workers: how many tasks may run at once, at least 1.
///   - first: one thing.
///   - second: the other; it is cancelled where the first fails.
/// - Returns: what came of both.
/// - Throws: what `first` throws, else what `second` throws, for any number of workers.
public func sideBySide<First: Sendable, Second: Sendable>(
    workers: Int,
    _ first: @Sendable () async throws -> First,
    _ second: @Sendable () async throws -> Second
) async throws -> (First, Second) {
    precondition(workers >= 1, "at least one worker is needed")
    guard workers > 1 else { return (try await first(), try await second()) }
    async let other = second()
    let one = try await first()
    return (one, try await other)
}
