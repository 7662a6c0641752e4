import Foundations
import Synchronization
import Testing

@Suite("Two things side by side", .timeLimit(.minutes(5)))
struct SideBySideTests {
    struct Broken: Error, Equatable { let number: Int }

    @Test("both results come back in their places", arguments: [1, 2, 7])
    func results(workers: Int) async throws {
        let both = try await sideBySide(workers: workers) {
            1
        } _: {
            "two"
        }
        #expect(both == (1, "two"))
    }

    @Test("two workers do both at once")
    func atOnce() async throws {
        let (signals, sender) = AsyncStream<Int>.makeStream()
        // The first waits for the second: one after the other they would never end.
        let both = try await sideBySide(workers: 2) {
            await signals.first { _ in true }
        } _: {
            sender.yield(7)
            return 8
        }
        #expect(both == (7, 8))
    }

    @Test("one worker does one after the other")
    func oneByOne() async throws {
        let log = Mutex<[String]>([])
        _ = try await sideBySide(workers: 1) {
            log.withLock { $0.append("first begins") }
            for _ in 0..<20 { await Task.yield() }
            log.withLock { $0.append("first ends") }
        } _: {
            log.withLock { $0.append("second") }
        }
        #expect(log.withLock { $0 } == ["first begins", "first ends", "second"])
    }

    @Test("the error of the first counts, then that of the second", arguments: [1, 2])
    func errors(workers: Int) async {
        await #expect(throws: Broken(number: 1)) {
            try await sideBySide(workers: workers) {
                for _ in 0..<20 { await Task.yield() }
                throw Broken(number: 1)
            } _: {
                throw Broken(number: 2)
            }
        }
        await #expect(throws: Broken(number: 2)) {
            try await sideBySide(workers: workers) {
                1
            } _: {
                throw Broken(number: 2)
            }
        }
    }
}
