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

    @Test("what two chains set aside is counted once")
    func setAside() async throws {
        let bench = try bench("- { id: again, uses: count-words, with: { minimum-length: 3 } }")
        try bench.folder.write(
            bench.text("words.yaml").replacing("- uses: summarise", with: "- { uses: summarise, needs: [count-words] }"),
            to: "words.yaml")
        let outcome = try await bench.run(["count-words.minimum-length=4"])
        #expect(outcome.tasks.prefix(4).map { $0.report?.setAside["too short"] } == [3, 0, 1, 0])
        #expect(outcome.runs.map(\.counts) == [["words": 3], ["words": 1]])
        #expect(outcome.runs.map(\.setAside) == [["too short": 1], ["too short": 0]], "of the last chain")
        #expect(outcome.setAside == ["too short": 1])
    }
}
