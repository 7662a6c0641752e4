import TestSupport
import Testing
import Workflow

/// Workflows in which two chains of stages go through each run.
@Suite struct TwinTests {
    private func bench(_ second: String, runs: [String: String] = ["a": "one two at", "b": "three"]) throws -> Bench {
        try Bench(
            runs: runs,
            workflow: """
                moselle: 1
                inputs: { spectra: "runs/*.mgf" }
                stages:
                  - uses: count-words
                  - uses: summarise
                  \(second)
                  - { id: sum, uses: summarise, needs: [again] }
                  - { uses: table, needs: [sum] }

                """)
    }

    private let same = "- { id: again, uses: count-words }"

    private func separated(_ bench: Bench) throws -> Bench {
        let text = bench.text("words.yaml")
            .replacing("- uses: summarise", with: "- { uses: summarise, needs: [count-words], keep: [joined-counts] }")
        try bench.folder.write(text, to: "words.yaml")
        return bench
    }

    @Test("chains and joint stages that differ in their ids alone are done once, and each has its outcome")
    func doneOnce() async throws {
        let bench = try separated(bench(same))
        #expect(
            try await bench.plan().text.contains(
                "do      a: again  (the same as 'a: count-words' and done once)\n"))
        let outcome = try await bench.run(jobs: 4)
        #expect(bench.stages.calls.take() == ["count a", "count b", "join a b", "table"])
        #expect(outcome.exitStatus == .done)
        #expect(
            outcome.tasks.map { "\($0.label)" } == [
                "a: count-words", "b: count-words", "a: again", "b: again", "summarise", "sum", "table",
            ])
        #expect(outcome.tasks.allSatisfy { $0.report?.label == $0.label })
        #expect(outcome.jointCounts == ["summarise": ["distinct": 4], "sum": ["distinct": 4], "table": [:]])
        #expect(bench.text("out/words.tsv") == "word\tcount\nat\t1\none\t1\nthree\t1\ntwo\t1\n")
        #expect(try bench.artefacts("task.json").count == 4)

        let again = try await bench.run()
        #expect(bench.stages.calls.take() == ["table"])
        #expect(again.tasks.map(\.report?.label) == outcome.tasks.map(\.label))
        #expect(again.jointCounts == outcome.jointCounts)
    }

    @Test("where one of them fails, so do the others")
    func failure() async throws {
        let bench = try separated(bench(same, runs: ["a": "poison", "b": "three"]))
        let events = EventList()
        let outcome = try await bench.run(observer: events)
        #expect(bench.stages.calls.take() == ["count a", "count b", "join b", "table"])
        #expect(outcome.failures == ["a: failed: The file of 'a' is poisoned."])
        #expect(events.all.count { $0.hasPrefix("failed ") } == 2)
    }

    @Test("a damaged result is made again for all of them")
    func damage() async throws {
        let bench = try separated(bench(same))
        try await bench.run()
        _ = bench.stages.calls.take()
        for file in try bench.artefacts("counts.npz") {
            try bench.folder.write(bench.text("out/work/\(file)").replacing("toy", with: "yot"), to: "out/work/\(file)")
        }
        let outcome = try await bench.run()
        #expect(outcome.exitStatus == .done)
        #expect(bench.stages.calls.take() == ["count a", "count b", "join a b", "table"])
        #expect(outcome.tasks.allSatisfy { $0.status == .done })
        #expect(outcome.tasks.allSatisfy { $0.report?.label == $0.label })
    }

    @Test("what two chains set aside is counted once")
    func setAside() async throws {
        let bench = try separated(bench("- { id: again, uses: count-words, with: { minimum-length: 3 } }"))
        let outcome = try await bench.run(["count-words.minimum-length=4"])
        #expect(outcome.tasks.prefix(4).map { $0.report?.setAside["too short"] } == [3, 0, 1, 0])
        #expect(outcome.runs.map(\.counts) == [["words": 3], ["words": 1]])
        #expect(outcome.runs.map(\.setAside) == [["too short": 1], ["too short": 0]], "of the last chain")
        #expect(outcome.setAside == ["too short": 1])
    }
}
