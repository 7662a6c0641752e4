import Foundations
import Synchronization
import Testing

@Suite("Ordered parallel map: errors and cancellation", .timeLimit(.minutes(5)))
struct OrderedParallelMapErrorTests {
    struct Broken: Error, Equatable { let number: Int }

    @Test("the error of the earliest input wins, though a later one fails first", arguments: 1...8)
    func earliestWins(workers: Int) async throws {
        for seed in 0..<20 as Range<UInt64> {
            let outputs = Log()
            await #expect(throws: Broken(number: 40)) {
                try await self.map(workers: workers, count: 200, delivering: outputs) { number in
                    // Input 40 is the slowest to fail; 41 to 45 fail before it.
                    var generator = SeededGenerator(seed: seed &+ UInt64(number))
                    let turns = number == 40 ? 30 : generator.next(upperBound: 10)
                    for _ in 0..<turns { await Task.yield() }
                    if (40...45).contains(number) { throw Broken(number: number) }
                    return number
                }
            }
            #expect(outputs.numbers == Array(0..<40))
        }
    }

    @Test("a failing source counts at its place: everything before it is delivered", arguments: [1, 4])
    func sourceFails(workers: Int) async throws {
        let inputs = Source(count: 100)
        let outputs = Log()
        await #expect(throws: Broken(number: 50)) {
            try await orderedParallelMap(
                workers: workers,
                next: {
                    let number = inputs.next()
                    if number == 50 { throw Broken(number: 50) }
                    return number
                },
                transform: { number in
                    await Task.yield()
                    return number
                }, deliver: { outputs.append($0) })
        }
        #expect(outputs.numbers == Array(0..<50))
        #expect(inputs.claimed == 51)
    }

    @Test("a failing delivery ends the map, and nothing after it is delivered", arguments: [1, 4])
    func deliveryFails(workers: Int) async throws {
        let inputs = Source(count: 10_000)
        let outputs = Log()
        await #expect(throws: Broken(number: 30)) {
            try await orderedParallelMap(
                workers: workers, window: 6, next: { inputs.next() }, transform: { $0 },
                deliver: { number in
                    if number == 30 { throw Broken(number: 30) }
                    outputs.append(number)
                })
        }
        #expect(outputs.numbers == Array(0..<30))
        #expect(inputs.claimed <= 30 + 6)
    }

    @Test("a state that cannot be made ends the map", arguments: [1, 4])
    func stateFails(workers: Int) async throws {
        await #expect(throws: Broken(number: -1)) {
            _ = try await orderedParallelMap(
                workers: workers, count: 10, state: { throw Broken(number: -1) },
                transform: { (_: inout Void, number: Int) in number })
        }
    }

    @Test("an error cancels the work that has become useless")
    func errorCancels() async throws {
        await #expect(throws: Broken(number: 0)) {
            _ = try await orderedParallelMap(workers: 4, count: 4) { number in
                if number == 0 { throw Broken(number: 0) }
                try await Task.sleep(for: .seconds(600))
            }
        }
    }

    @Test("cancelling ends work that waits, and says so", arguments: [1, 4])
    func cancellation(workers: Int) async throws {
        let outputs = Log()
        let started = Gauge()
        let task = Task {
            try await self.map(workers: workers, count: 1_000, delivering: outputs) { number in
                if number == 100 {
                    started.up()
                    try await Task.sleep(for: .seconds(600))
                }
                return number
            }
        }
        while started.highest == 0 { try await Task.sleep(for: .milliseconds(1)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(outputs.numbers == Array(0..<outputs.numbers.count))
        #expect(outputs.numbers.count <= 100)
    }

    @Test("cancelling stops the claims of work that does not look at its task")
    func cancellationOfDeafWork() async throws {
        let inputs = Source(count: Int.max)
        let task = Task {
            try await orderedParallelMap(workers: 3, next: { inputs.next() }, transform: { $0 }, deliver: { _ in })
        }
        while inputs.claimed < 1_000 { try await Task.sleep(for: .milliseconds(1)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("a task cancelled beforehand claims nothing")
    func cancelledBefore() async throws {
        let inputs = Source(count: 10)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await orderedParallelMap(workers: 2, next: { inputs.next() }, transform: { $0 }, deliver: { _ in })
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(inputs.claimed == 0)
    }

    private func map(
        workers: Int, count: Int, delivering outputs: Log, transform: @escaping @Sendable (Int) async throws -> Int
    ) async throws {
        let inputs = Source(count: count)
        try await orderedParallelMap(
            workers: workers, next: { inputs.next() }, transform: transform, deliver: { outputs.append($0) })
    }
}
