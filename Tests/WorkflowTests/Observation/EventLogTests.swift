import Foundation
import Foundations
import TestSupport
import Testing
import Workflow

@Suite struct EventLogTests {
    @Test("observers hear of each task in turn")
    func events() async throws {
        let bench = try Bench(runs: ["a": "one odd"])
        let events = EventList()
        try await bench.run(observer: events)
        #expect(
            events.all == [
                "planned 3 0", "started a: count-words, keep-long: not done yet",
                "warning a: count-words, keep-long: This run is odd.",
                "progress a: count-words, keep-long: 2 words", "finished a: count-words, keep-long",
                "started join: not done yet", "finished join",
                "started table: tables are written every time", "finished table", "over done",
            ])
        let again = EventList()
        try await bench.run(observer: again)
        #expect(again.all.contains("reused a: count-words, keep-long"))
    }

    @Test("an announcement is heard while its task runs, and stands in the log without the name of the task")
    func announcement() async throws {
        let bench = try Bench(runs: ["a": "one public"])
        let events = EventList()
        try await bench.run(observer: events)
        let (said, end) = (
            events.all.firstIndex(of: "announced: many words"),
            events.all.firstIndex(of: "finished a: count-words, keep-long")
        )
        #expect(try #require(said) < #require(end))
        let lines = bench.text("out/log.jsonl").split(separator: "\n").filter { $0.contains("announcement") }
        #expect(lines.count == 1 && lines[0].contains("\"many words\"") && !lines[0].contains("\"task\""))
    }

    @Test("a folder in the place of the log is named in a sentence")
    func folderInTheWay() async throws {
        let bench = try Bench()
        try bench.folder.write("", to: "out/log.jsonl/file")
        let error = await #expect(throws: FileError.self) { try await bench.run() }
        #expect(error == .isDirectory(path: bench.path("out/log.jsonl"), operation: .open))
    }

    @Test("the log has a JSON object with its time for each event, and goes on after an earlier one")
    func log() async throws {
        let bench = try Bench(runs: ["a": "one"])
        try await bench.run()
        try await bench.run()
        let lines = bench.text("out/log.jsonl").split(separator: "\n")
        let events = try lines.map { line in
            try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(
            events.compactMap { $0["event"] as? String } == [
                "run-started", "planned", "task-started", "task-finished", "task-started", "task-finished",
                "task-started", "task-finished", "run-finished", "run-started", "planned", "task-reused", "task-reused",
                "task-started", "task-finished", "run-finished",
            ])
        #expect(events.allSatisfy { ($0["time"] as? String)?.hasSuffix("Z") == true })
        #expect(events[0]["program"] as? String == "toy 1.2.3")
        #expect(events[0]["processID"] as? Int32 == ProcessInfo.processInfo.processIdentifier)
        #expect((events[3]["counts"] as? [String: Int]) == ["words": 1])
        let report = try #require(bench.artefacts("task.json").first { bench.text("out/work/\($0)").contains("a.mgf") })
        let fingerprint = try #require(events[3]["fingerprint"] as? String)
        #expect(fingerprint.hasPrefix(report.prefix(16)) && fingerprint.count == 64)
        #expect((events[3]["artefacts"] as? [String: Int]) == ["\(report.prefix(16)).long-words.npz": 10])
    }
}
