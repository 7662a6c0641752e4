import Foundation
import Foundations
import TestSupport
import Testing
import Workflow

@Suite("Cleaning of an output folder") struct CleaningTests {
    private func clean(_ bench: Bench, dryRun: Bool = false) async throws -> RunCleaning {
        try await RunCleaning.clean(folder: bench.output, isDryRun: dryRun)
    }

    private func refusal(_ bench: Bench) async throws -> String {
        try #require(await #expect(throws: WorkflowError.self) { try await clean(bench) }).description
    }

    @Test("removes what the run kept, says how much that was, and leaves tables and record")
    func clean() async throws {
        let bench = try Bench()
        try await bench.run()
        let table = bench.text("out/words.tsv")
        let files = try bench.artefacts("")
        let bytes = try files.map { try Data(contentsOf: URL(filePath: bench.path("out/work/\($0)"))).count }
        let trial = try await clean(bench, dryRun: true)
        #expect(trial.removed == files.map { "work/\($0)" } && trial.freed.bytes == bytes.reduce(0, +))
        #expect(try bench.artefacts("") == files, "a dry run removes nothing")
        #expect(trial.description == "\(bench.output): would remove 10 intermediate files, \(trial.freed)\n")

        let done = try await clean(bench)
        #expect(done.removed == trial.removed && done.freed == trial.freed)
        #expect(!bench.exists("out/work"))
        #expect(bench.text("out/words.tsv") == table && bench.exists("out/run.json"))
        #expect(try await RunVerification.verify(folder: bench.output).isSound)
        #expect(try await clean(bench).description == "\(bench.output): nothing to remove\n")
        #expect(try await bench.run().exitStatus == .done)
        #expect(bench.text("out/words.tsv") == table)
    }

    @Test("leaves files that no run makes, and removes what a run that was killed left")
    func foreign() async throws {
        let bench = try Bench()
        try await bench.run()
        for name in ["notes.txt", "0123456789abcdeX.matches.npz", "0123456789abcdef"] {
            try bench.folder.write("x", to: "out/work/\(name)")
        }
        for name in ["scratch-0123456789abcdef/x", ".a.npz.7-0.tmp"] {
            try bench.folder.write("x", to: "out/work/\(name)")
        }
        let kept = ["work/0123456789abcdeX.matches.npz", "work/0123456789abcdef", "work/notes.txt"]
        #expect(try await clean(bench).foreign == kept)
        #expect(try bench.artefacts("").map { "work/\($0)" } == kept)
    }

    @Test("is refused for a folder that is not that of a run")
    func notOfARun() async throws {
        let bench = try Bench()
        try bench.folder.write("x", to: "out/work/0123456789abcdef.matches.npz")
        #expect(
            try await refusal(bench).hasSuffix(
                "is not the output folder of a run, so that nothing in it is removed; check the path"))
        try bench.folder.write("stages: []", to: "out/workflow.yaml")
        #expect(try await refusal(bench).contains("not the output folder of a run"))
        #expect(bench.exists("out/work/0123456789abcdef.matches.npz"))
    }

    @Test("is refused while a run uses the folder")
    func inUse() async throws {
        let bench = try Bench(runs: ["a": "one", "b": "sleepy"])
        let running = Task { try await bench.run() }
        // One run is finished, and the other at work, so that nothing changes any more.
        while try !bench.exists("out/log.jsonl") || bench.artefacts("task.json").isEmpty
            || !bench.artefacts("").contains(where: { $0.hasPrefix("scratch-") })
        {
            try await Task.sleep(for: .milliseconds(5))
        }
        let before = try bench.artefacts("")
        #expect(try await refusal(bench).contains("is in use by another run"))
        #expect(try bench.artefacts("") == before)
        running.cancel()
        _ = try await running.value
        #expect(try await clean(bench).removed.count > 1, "what was left unfinished is known by its workflow.yaml")
    }
}
