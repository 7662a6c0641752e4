import Foundation
import TestSupport
import Testing
import Workflow

@Suite("The end of what a failed task said") struct LastWordsTests {
    @Test("is shown with the failure, kept in the record and in the log; what a task says that is done is not")
    func shown() async throws {
        let bench = try Bench(runs: ["a": "talkative odd words", "b": "odd"])
        let outcome = try await bench.run()
        // Five sentences at the most, the last ones, and how far the task was.
        let expected =
            (3...6).map { "count-words: Sentence \($0)." } + [
                "count-words: warning: This run is odd.", "count-words: 3 of 3 words (100 %)",
            ]
        #expect(outcome.tasks.map(\.lastWords) == [expected, nil, nil, nil])
        #expect(outcome.failures == ["a: count-words, keep-long: failed: It said too much."], "one sentence")
        let lines = bench.text("out/log.jsonl").split(separator: "\n").filter { $0.contains("\"task-failed\"") }
        #expect(lines.count == 1 && lines.allSatisfy { $0.contains("\"lastWords\":[\"count-words: Sentence 3.\",") })
        #expect(bench.text("out/run.json").contains("\"count-words: Sentence 6.\""))
    }

    @Test("are none where it said nothing")
    func silent() async throws {
        let bench = try Bench(runs: ["a": "poison", "b": "one"])
        #expect(try await bench.run().tasks.first?.lastWords == [])
    }
}
