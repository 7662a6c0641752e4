import Testing
import Workflow

@Suite("Tasks that share the memory") struct MemoryTests {
    @Test("a task that finds no memory because of others waits for them instead of failing")
    func waits() async throws {
        let names = (0..<6).map { "run\($0)" }
        let bench = try Bench(runs: Dictionary(uniqueKeysWithValues: names.map { ($0, "hungry \($0)") }))
        let events = EventList()
        let outcome = try await bench.run(jobs: 6, observer: events)
        #expect(outcome.exitStatus == .done, "\(outcome.failures)")
        #expect(bench.stages.calls.peakAndThreads.peak > 1, "they did meet")
        #expect(bench.stages.calls.take().count { $0.hasPrefix("count") } > 6, "some tried again")
        #expect(!events.all.contains { $0.hasPrefix("failed") })
    }

    @Test("a task for which the memory is too little also when it is alone fails with the sentence about memory")
    func tooLittle() async throws {
        let bench = try Bench(runs: ["a": "hungry one", "b": "hungry greedy", "c": "hungry two"])
        let events = EventList()
        let outcome = try await bench.run(jobs: 3, observer: events)
        #expect(outcome.runs.map(\.status) == [.done, .failed, .done])
        #expect(
            outcome.runs[1].reason?.hasPrefix("more words needs 2 GB, but only 1.6 GB of the memory budget") == true)
        #expect(events.all.count { $0.hasPrefix("failed b") } == 1)
    }

    @Test("a budget for one task lets one run at a time, which has all threads; no stage takes memory early")
    func smallBudget() async throws {
        let bench = try Bench(runs: ["a": "slow", "b": "slow", "c": "slow"])
        #expect(try await bench.run(jobs: 3, memory: 127_000_000).exitStatus == .done)
        let (peak, threads) = bench.stages.calls.peakAndThreads
        #expect(peak == 1 && threads == [3])
        #expect(bench.stages.calls.preparationCount == 0)
    }

    @Test("a run that is stopped does not leave tasks waiting for memory")
    func cancelled() async throws {
        let names = (0..<6).map { "run\($0)" }
        let bench = try Bench(runs: Dictionary(uniqueKeysWithValues: names.map { ($0, "hungry sleepy") }))
        let running = Task { try await bench.run(jobs: 6) }
        while bench.stages.calls.peakAndThreads.peak < 2 { try await Task.sleep(for: .milliseconds(5)) }
        running.cancel()
        #expect(try await running.value.exitStatus == .interrupted)
    }
}
