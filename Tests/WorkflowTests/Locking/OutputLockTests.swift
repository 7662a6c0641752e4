import Foundation
import TestSupport
import Testing
import Workflow

@Suite("Locks of output folders") struct OutputLockTests {
    /// What a run that holds the folder now says about itself.
    private func holder(in bench: Bench) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(filePath: bench.path("out/work/lock")))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func write(_ holder: [String: Any], in bench: Bench) throws {
        let data = try JSONSerialization.data(withJSONObject: holder)
        try bench.folder.write(String(decoding: data, as: UTF8.self), to: "out/work/lock")
    }

    /// A lock file as a run of this process would write it.
    private func ownHolder() async throws -> [String: Any] {
        let bench = try Bench(runs: ["a": "sleepy"])
        let running = Task { try await bench.run() }
        while !bench.exists("out/log.jsonl") { try await Task.sleep(for: .milliseconds(5)) }
        let holder = try holder(in: bench)
        running.cancel()
        _ = try await running.value
        return holder
    }

    private func refusal(_ bench: Bench) async throws -> String {
        let error = await #expect(throws: WorkflowError.self) { try await bench.run() }
        return try #require(error).description.replacing(bench.folder.url.path, with: "")
    }

    @Test("a second run in the folder of one that goes on is refused and touches nothing")
    func twoAtOnce() async throws {
        let bench = try Bench(runs: ["a": "one", "b": "sleepy"])
        let first = Task { try await bench.run() }
        while try !bench.exists("out/log.jsonl") || bench.artefacts("task.json").isEmpty {
            try await Task.sleep(for: .milliseconds(5))
        }
        let before = try bench.artefacts("")
        let holder = try holder(in: bench)
        let message = try await refusal(bench)
        #expect(
            message.hasPrefix(
                "error: the output folder '/out' is in use by another run, process \(getpid()) on host '"))
        #expect(message.hasSuffix("; wait for it to end, or choose another folder with --output"))
        #expect(message.contains("since \(holder["since"] as? String ?? "?")"))
        #expect(try bench.artefacts("") == before)
        first.cancel()
        #expect(try await first.value.exitStatus == .interrupted)
        #expect(!bench.exists("out/work/lock"), "a run that was interrupted gives the folder free")
        try bench.folder.write("two", to: "runs/b.mgf")
        let outcome = try await bench.run()
        #expect(outcome.exitStatus == .done)
        #expect(outcome.warnings.isEmpty)
        #expect(outcome.runs.map(\.status) == [.reused, .done])
    }

    @Test("of many runs that begin at once, one has the folder at a time")
    func race() async throws {
        let bench = try Bench(runs: ["a": "slow", "b": "slow"])
        let statuses = await withTaskGroup(of: Bool.self) { group in
            for _ in 1...8 { group.addTask { (try? await bench.run().exitStatus) == .done } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.contains(true))
        #expect(bench.text("out/words.tsv") == "word\tcount\nslow\t2\n")
        #expect(!bench.exists("out/work/lock"))
    }

    @Test("the lock goes with a run that fails, and with one that cannot begin")
    func failures() async throws {
        let bench = try Bench(runs: ["a": "poison"])
        try await bench.run()
        #expect(!bench.exists("out/work/lock"))
        try FileManager.default.removeItem(atPath: bench.path("out/log.jsonl"))
        try FileManager.default.createDirectory(atPath: bench.path("out/log.jsonl"), withIntermediateDirectories: true)
        await #expect(throws: (any Error).self) { try await bench.run() }
        #expect(!bench.exists("out/work/lock"))
    }

    @Test("the lock of a process that is gone is taken over with a warning")
    func stale() async throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/true")
        try process.run()
        process.waitUntilExit()
        var holder = try await ownHolder()
        holder["processID"] = process.processIdentifier
        let bench = try Bench()
        try write(holder, in: bench)
        let events = EventList()
        let outcome = try await bench.run(observer: events)
        #expect(outcome.exitStatus == .done)
        let since = try #require(holder["since"] as? String)
        let warning = """
            The run that used '\(bench.output)' before, process \(process.processIdentifier) since \(since), ended without a \
            trace; what it finished is used.
            """
        #expect(outcome.warnings == [warning])
        #expect(events.all.contains("warning -: \(warning)"))
        #expect(try await bench.run().warnings.isEmpty)
    }

    @Test("a later process with the number of a dead one does not hold its lock")
    func numberUsedAgain() async throws {
        var holder = try await ownHolder()
        holder["processStart"] = "00000000-0000-0000-0000-000000000000 1"
        let bench = try Bench()
        try write(holder, in: bench)
        let outcome = try await bench.run()
        #expect(outcome.exitStatus == .done)
        #expect(outcome.warnings.count == 1)
    }

    @Test("the lock of another host stands, and the message says which file to delete")
    func foreign() async throws {
        var holder = try await ownHolder()
        holder["host"] = "node17.cluster"
        holder["processID"] = 4_194_303
        holder["since"] = "2026-01-02T03:04:05.678Z"
        let bench = try Bench()
        try write(holder, in: bench)
        #expect(
            try await refusal(bench) == """
                error: the output folder '/out' is in use by another run, process 4194303 on host 'node17.cluster' since \
                2026-01-02T03:04:05.678Z; wait for it to end, or choose another folder with --output; if that process is \
                gone, delete '/out/work/lock'
                """)
        #expect(bench.exists("out/work/lock"))
        #expect(bench.stages.calls.take().isEmpty)
    }

    @Test("so does that of another machine with the same name")
    func namesake() async throws {
        var holder = try await ownHolder()
        holder["machine"] = "0123456789abcdef0123456789abcdef"
        holder["processStart"] = "00000000-0000-0000-0000-000000000000 1"
        let bench = try Bench()
        try write(holder, in: bench)
        #expect(try await refusal(bench).hasSuffix("if that process is gone, delete '/out/work/lock'"))
    }

    @Test("a lock file that does not say whose it is stands, and the message says so", arguments: ["", "{"])
    func unreadable(_ text: String) async throws {
        let bench = try Bench()
        try bench.folder.write(text, to: "out/work/lock")
        #expect(
            try await refusal(bench) == """
                error: the output folder '/out' is locked, but '/out/work/lock' does not say by whom; if no other run uses \
                the folder, delete that file
                """)
    }
}
