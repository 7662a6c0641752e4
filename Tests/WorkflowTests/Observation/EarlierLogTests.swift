import TestSupport
import Testing
import Workflow

@Suite("The log of the run before") struct EarlierLogTests {
    private func line(_ event: String, _ task: String? = nil) -> String {
        let who = event == "run-started" ? #","host":"node7","processID":4711"# : ""
        let task = task.map { #","task":"\#($0)""# } ?? ""
        return #"{"event":"\#(event)"\#(who)\#(task),"time":"2026-11-22T05:00:00.000Z"}"# + "\n"
    }

    /// A bench in which a run left such a log, and the warnings of the next run.
    private func warnings(after log: String) async throws -> (bench: Bench, warnings: [String]) {
        let bench = try Bench(runs: ["a": "one"])
        try bench.folder.write(log, to: "out/log.jsonl")
        return (bench, try await bench.run().warnings)
    }

    private let whole =
        "The run of process 4711 on host 'node7', begun 2026-11-22T05:00:00.000Z, did not come to its end"

    @Test("says which tasks a run was at that did not come to its end")
    func unfinished() async throws {
        let log = [
            line("run-started"), line("task-started", "a"), line("task-started", "b"), line("task-finished", "a"),
            line("task-started", "c"), line("task-started", "d"), line("task-failed", "c"),
        ].joined()
        #expect(
            try await warnings(after: log).warnings == [
                whole + "; it was at work on 'b' and 'd'; what it finished is used."
            ])
    }

    @Test("counts tasks that are too many to name, and says nothing of a run before the last")
    func many() async throws {
        let names = (1...8).map { "t\($0)" }
        let log = line("run-started") + line("task-started", "old") + line("run-started")
        let all = log + names.map { line("task-started", $0) }.joined()
        #expect(
            try await warnings(after: all).warnings
                == [whole + "; it was at work on 't1', 't2', 't3', 't4', 't5' and 3 others; what it finished is used."])
        #expect(try await warnings(after: log).warnings == [whole + "; what it finished is used."])
    }

    @Test("has nothing to say where the run came to its end, or none was there")
    func finished() async throws {
        #expect(try await warnings(after: line("run-started") + line("run-finished")).warnings == [])
        #expect(try await warnings(after: "").warnings == [])
        let bench = try Bench()
        try await bench.run()
        #expect(try await bench.run().warnings == [])
    }

    @Test("half a line at its end is cut off, and a whole one gets its end")
    func halfLine() async throws {
        let (start, half) = (line("run-started"), #"{"event":"run-fini"#)
        let cut = try await warnings(after: start + half)
        #expect(cut.warnings == [whole + "; what it finished is used."])
        let lines = cut.bench.text("out/log.jsonl").split(separator: "\n")
        #expect(lines[0] == start.dropLast() && lines[1].contains(#""event":"run-started""#))
        #expect(lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
        let ended = try await warnings(after: start + line("run-finished").dropLast())
        #expect(ended.bench.text("out/log.jsonl").hasPrefix(start + line("run-finished")))
    }

    @Test("a line that no run writes is named, and stays")
    func foreign() async throws {
        let log = line("run-finished") + line("run-started") + "notes of mine\n" + line("run-finished")
        let (bench, warnings) = try await warnings(after: log)
        #expect(
            warnings == [
                "Line 3 of the log '\(bench.path("out/log.jsonl"))' is not of a run; it was changed or damaged, and what "
                    + "became of the run before may not be known."
            ])
        #expect(bench.text("out/log.jsonl").hasPrefix(log))
    }
}
