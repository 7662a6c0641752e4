import Foundation
import TestSupport
import Testing
import Workflow

@Suite struct DeterminismTests {
    /// Names and contents of everything kept and written, without times.
    private func content(_ bench: Bench, _ output: String) throws -> [String: Data] {
        let work = bench.path("\(output)/work")
        var content = ["words.tsv": Data(bench.text("\(output)/words.tsv").utf8)]
        for file in try FileManager.default.contentsOfDirectory(atPath: work) where file.hasSuffix(".npz") {
            content[file] = FileManager.default.contents(atPath: "\(work)/\(file)")
        }
        return content
    }

    private func words(_ count: Int) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: (0..<count).map { number in
                ("run\(number)", (0...number).map { "word\(($0 * 7) % 11)" }.joined(separator: " "))
            })
    }

    @Test("any number of jobs gives the same bytes", arguments: [2, 7])
    func jobs(_ jobs: Int) async throws {
        let bench = try Bench(runs: words(12))
        try await bench.run(output: bench.path("one"))
        try await bench.run(jobs: jobs, output: bench.path("many"))
        let one = try content(bench, "one")
        #expect(one.count == 14)
        #expect(try content(bench, "many") == one)
    }

    @Test("the order in which spectra files are named changes nothing")
    func order() async throws {
        let bench = try Bench(runs: words(4))
        try await bench.run(output: bench.path("one"))
        let reversed = "[runs/run3.mgf, runs/run1.mgf, runs/run2.mgf, runs/run0.mgf]"
        try bench.folder.write(Bench.workflow.replacing("[\"runs/*.mgf\"]", with: reversed), to: "words.yaml")
        try await bench.run(output: bench.path("other"))
        #expect(try content(bench, "other") == content(bench, "one"))
    }

    @Test("the workflow as run gives the same tasks again")
    func workflowAsRun() async throws {
        let bench = try Bench()
        try await bench.run(["count-words.skip=[Fine, \"Words\"]", "join.fdr=0.5 %"])
        let first = try bench.artefacts(".npz")
        _ = bench.stages.calls.take()
        try bench.folder.write(bench.text("out/workflow.yaml"), to: "elsewhere/again.yaml")
        let engine = bench.stages.engine()
        let result = engine.check(path: bench.path("elsewhere/again.yaml"))
        #expect(result.diagnostics.isEmpty)
        let workflow = try #require(result.workflow)
        let outcome = try await engine.run(
            workflow, options: RunOptions(outputDirectory: bench.output))
        #expect(outcome.exitStatus == .done)
        #expect(bench.stages.calls.take() == ["table"])
        #expect(try bench.artefacts(".npz") == first)
    }

    @Test(
        "tasks share the jobs: never more at once, and the threads go round",
        arguments: [(3, 3, 1), (7, 5, 1), (10, 5, 2)])
    func threads(_ jobs: Int, _ expectedPeak: Int, _ expectedThreads: Int) async throws {
        let bench = try Bench(runs: ["a": "slow", "b": "slow", "c": "slow", "d": "slow", "e": "slow"])
        try await bench.run(jobs: jobs)
        let (peak, threads) = bench.stages.calls.peakAndThreads
        #expect(peak <= expectedPeak && peak > 1)
        #expect(threads == [expectedThreads])
    }
}
