import Testing
import Workflow

@Suite struct PreparationTests {
    @Test("with two jobs a later stage prepares itself while the first is at work")
    func concurrent() async throws {
        let bench = try Bench(runs: ["a": "patient three"])
        #expect(try await bench.run(jobs: 2).exitStatus == .done)
        #expect(bench.stages.calls.preparationCount == 1)
    }

    @Test("with one job no stage begins before its turn")
    func oneJob() async throws {
        let bench = try Bench(runs: ["a": "one three"])
        #expect(try await bench.run(jobs: 1).exitStatus == .done)
        #expect(bench.stages.calls.preparationCount == 0)
    }
}
