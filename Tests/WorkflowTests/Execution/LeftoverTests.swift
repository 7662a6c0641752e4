import Foundation
import TestSupport
import Testing
import Workflow

@Suite("What a run that was killed left") struct LeftoverTests {
    @Test("temporary files are removed by the next run, files of others are not")
    func temporaries() async throws {
        let bench = try Bench()
        let left = [
            "out/work/.0123456789abcdef.long-words.npz.4711-0.tmp", "out/work/scratch-0123456789abcdef/x",
            "out/.words.tsv.4711-0.tmp", "out/.run.json.4711-3.tmp",
        ]
        let foreign = ["out/.notes.txt.tmp", "out/notes.tmp", "out/work/notes"]
        for name in left + foreign { try bench.folder.write("x", to: name) }
        try await bench.run()
        for name in left { #expect(!bench.exists(name), "\(name)") }
        for name in foreign { #expect(bench.exists(name), "\(name)") }
    }

    @Test("a report of a finished task that is changed by a letter is not believed")
    func changedReport() async throws {
        let bench = try Bench()
        try await bench.run()
        let file = try #require(
            bench.artefacts("task.json").first { bench.text("out/work/\($0)").contains("\"words\"") })
        let text = bench.text("out/work/\(file)")
        try bench.folder.write(
            text.replacing(/"words" : (\d)/) { "\"words\" : 1\($0.output.1)" }, to: "out/work/\(file)")
        let outcome = try await bench.run()
        #expect(outcome.counts == ["words": 8])
        #expect(outcome.runs.count { $0.status == .done } == 1)
    }
}
