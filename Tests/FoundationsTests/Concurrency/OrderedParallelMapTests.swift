import Foundations
import Synchronization
import Testing

@Suite("Ordered parallel map", .timeLimit(.minutes(5)))
struct OrderedParallelMapTests {
    @Test("outputs come in the order of the inputs under random delays", arguments: [1, 2, 3, 8])
    func order(workers: Int) async throws {
        let inputs = Source(count: 300)
        let outputs = Log()
        try await orderedParallelMap(
            workers: workers, next: { inputs.next() },
            transform: { number in
                var generator = SeededGenerator(seed: UInt64(number))
                for _ in 0..<generator.next(upperBound: 20) { await Task.yield() }
                return number * number
            }, deliver: { outputs.append($0) })
        #expect(outputs.numbers == (0..<300).map { $0 * $0 })
    }

    @Test("ten thousand tiny inputs pass with any number of workers", arguments: 1...8)
    func stress(workers: Int) async throws {
        let inputs = Source(count: 10_000)
        let outputs = Log()
        try await orderedParallelMap(
            workers: workers, window: workers == 5 ? 1 : nil, next: { inputs.next() }, transform: { $0 },
            deliver: { number in
                if number % 97 == 0 { await Task.yield() }
                outputs.append(number)
            })
        #expect(outputs.numbers == Array(0..<10_000))
    }

    @Test("no more inputs than the window are claimed and not delivered", arguments: [(1, 1), (4, 4), (4, 9), (8, 2)])
    func bound(workers: Int, window: Int) async throws {
        let gauge = Gauge()
        let inputs = Source(count: 500)
        try await orderedParallelMap(
            workers: workers, window: window,
            next: {
                guard let number = inputs.next() else { return Int?.none }
                gauge.up()
                return number
            },
            transform: { number in
                // The first input of each ten is slow: the others run ahead as far as they may.
                if number % 10 == 0 { try await Task.sleep(for: .microseconds(300)) }
                return number
            },
            deliver: { _ in gauge.down() })
        #expect(gauge.highest <= window)
        #expect(gauge.highest >= min(window, 2))
    }

    @Test("next and deliver are never called twice at once")
    func exclusive() async throws {
        let claiming = Gauge()
        let delivering = Gauge()
        let inputs = Source(count: 2_000)
        try await orderedParallelMap(
            workers: 8, window: 32,
            next: {
                claiming.up()
                defer { claiming.down() }
                return inputs.next()
            },
            transform: { $0 },
            deliver: { _ in
                delivering.up()
                await Task.yield()
                delivering.down()
            })
        #expect(claiming.highest == 1)
        #expect(delivering.highest == 1)
    }

    @Test("each worker keeps its own state, which need not be sendable")
    func state() async throws {
        final class Scratch { var uses = 0 }
        let made = Gauge()
        let uses = try await orderedParallelMap(
            workers: 3, count: 100,
            state: {
                made.up()
                return Scratch()
            },
            transform: { (scratch: inout Scratch, _: Int) in
                scratch.uses += 1
                await Task.yield()
                return scratch.uses
            })
        #expect(uses.count == 100)
        // Every worker counts its own uses from 1 on, so there are as many ones as states.
        #expect(uses.filter { $0 == 1 }.count == made.highest)
        #expect((1...3).contains(made.highest))
    }

    @Test("no inputs: no state is made and nothing is delivered")
    func empty() async throws {
        let made = Gauge()
        let outputs = try await orderedParallelMap(
            workers: 4, count: 0, state: { made.up() }, transform: { (_: inout Void, number: Int) in number })
        #expect(outputs.isEmpty)
        #expect(made.highest == 0)
    }

    @Test("more workers than inputs", arguments: [1, 2, 7])
    func fewInputs(count: Int) async throws {
        #expect(try await orderedParallelMap(workers: 8, count: count) { $0 + 1 } == Array(1...count))
    }
}

/// The numbers from 0 on.
final class Source: Sendable {
    private let state: Mutex<Int>
    private let count: Int

    init(count: Int) {
        self.count = count
        state = Mutex(0)
    }

    var claimed: Int { state.withLock { $0 } }

    func next() -> Int? {
        state.withLock { following in
            guard following < count else { return nil }
            defer { following += 1 }
            return following
        }
    }
}

/// Numbers in the order they came.
final class Log: Sendable {
    private let state = Mutex<[Int]>([])

    var numbers: [Int] { state.withLock { $0 } }

    func append(_ number: Int) { state.withLock { $0.append(number) } }
}

/// How many are inside, and how many were at most.
final class Gauge: Sendable {
    private let state = Mutex((inside: 0, highest: 0))

    var highest: Int { state.withLock { $0.highest } }

    func up() {
        state.withLock { state in
            state.inside += 1
            state.highest = max(state.highest, state.inside)
        }
    }

    func down() { state.withLock { $0.inside -= 1 } }
}
