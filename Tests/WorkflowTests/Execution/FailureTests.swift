import Foundation
import TestSupport
import Testing
import Workflow

@Suite struct FailureTests {
    private let runs = ["a": "one two two", "b": "poison", "c": "three"]

    @Test("a run that fails does not stop the others, and the outcome says which and why")
    func oneFails() async throws {
        let bench = try Bench(runs: runs)
        let events = EventList()
        let outcome = try await bench.run(observer: events)
        #expect(outcome.exitStatus == .incomplete)
        #expect(outcome.runs.map(\.status) == [.done, .failed, .done])
        #expect(outcome.failures == ["b: count-words, keep-long: failed: The file of 'b' is poisoned."])
        #expect(bench.stages.calls.take().contains("join a c"))
        #expect(bench.text("out/words.tsv") == "word\tcount\none\t1\nthree\t1\ntwo\t2\n")
        #expect(events.all.contains("failed b: count-words, keep-long: The file of 'b' is poisoned."))
        #expect(try bench.artefacts("task.json").count == 4, "two runs, join and table")
    }

    @Test("a run that failed is tried again, and joining includes it when it is well")
    func repaired() async throws {
        let bench = try Bench(runs: runs)
        try await bench.run()
        _ = bench.stages.calls.take()
        try bench.folder.write("cured", to: "runs/b.mgf")
        let outcome = try await bench.run()
        #expect(outcome.exitStatus == .done)
        #expect(bench.stages.calls.take() == ["count b", "join a b c", "keep b", "table"])
    }

    @Test("a spectra file that changes while it is read fails its run")
    func changing() async throws {
        let bench = try Bench(runs: ["a": "growing", "b": "one"])
        let outcome = try await bench.run()
        #expect(outcome.exitStatus == .incomplete)
        #expect(
            outcome.runs.first?.reason
                == "The file '\(bench.path("runs/a.mgf"))' changed while it was read; run again when it is complete.")
    }

    @Test("a strict run stops at the first failure and joins nothing")
    func strict() async throws {
        let bench = try Bench(runs: runs)
        let outcome = try await bench.run(strict: true)
        #expect(outcome.exitStatus == .incomplete)
        #expect(outcome.runs.map(\.status) == [.done, .failed, .notDone])
        #expect(outcome.runs[2].reason == "another task failed, and the run is strict")
        #expect(bench.stages.calls.take() == ["count a", "count b", "keep a"])
        #expect(!bench.exists("out/words.tsv"))
    }

    @Test("where no run succeeds nothing is joined")
    func allFail() async throws {
        let bench = try Bench(runs: ["a": "poison", "b": "poison"])
        let outcome = try await bench.run(jobs: 2)
        #expect(outcome.exitStatus == .incomplete)
        #expect(bench.stages.calls.take() == ["count a", "count b"])
        #expect(outcome.tasks.last?.reason == "no run succeeded")
        #expect(outcome.failures.last == "join and table: not done: no run succeeded")
        #expect(bench.exists("out/run.json"))
    }

    @Test("a joint stage that fails takes those after it with it, and a table of an earlier run is pointed out")
    func jointFails() async throws {
        let bench = try Bench()
        try await bench.run()
        try bench.folder.write("unjoinable", to: "runs/b.mgf")
        let outcome = try await bench.run()
        #expect(outcome.exitStatus == .incomplete)
        #expect(
            outcome.failures == [
                "join: failed: It cannot be joined.", "table: not done: 'join' has no result",
            ])
        #expect(outcome.runs.map(\.status) == [.reused, .done, .reused])
        #expect(outcome.warnings == ["'words.tsv' is from an earlier run; this run did not write it."])
    }

    @Test("a fault lets the results stand but not the exit status, also when it is re-used")
    func fault() async throws {
        let bench = try Bench(runs: ["a": "faulty words", "b": "odd words"])
        for _ in 1...2 {
            let outcome = try await bench.run()
            #expect(outcome.exitStatus == .incomplete)
            #expect(outcome.failures.isEmpty)
            #expect(outcome.faults == ["a: count-words, keep-long: Nothing was found."])
            #expect(outcome.warnings == ["b: count-words, keep-long: This run is odd."])
            #expect(bench.text("out/words.tsv") == "word\tcount\nfaulty\t1\nodd\t1\nwords\t2\n")
        }
    }

    @Test("a cancelled run stops at once, keeps what is finished, and can be taken up again")
    func cancellation() async throws {
        let bench = try Bench(runs: ["a": "one", "b": "sleepy", "c": "three"])
        let events = EventList()
        let running = Task { try await bench.run(observer: events) }
        while !events.all.contains(where: { $0.hasPrefix("started b") }) { try await Task.sleep(for: .milliseconds(5)) }
        running.cancel()
        let outcome = try await running.value
        #expect(outcome.exitStatus == .interrupted)
        #expect(outcome.runs.map(\.status) == [.done, .notDone, .notDone])
        #expect(outcome.seconds < 500)
        #expect(bench.exists("out/run.json"))
        #expect(try bench.artefacts("scratch").isEmpty)
        _ = bench.stages.calls.take()
        try bench.folder.write("awake", to: "runs/b.mgf")
        #expect(try await bench.run().exitStatus == .done)
        #expect(bench.stages.calls.take() == ["count b", "count c", "join a b c", "keep b", "keep c", "table"])
    }
}
