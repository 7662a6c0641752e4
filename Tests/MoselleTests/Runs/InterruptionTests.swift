import Foundation
import TestSupport
import Testing

@Suite("Interrupted runs", .serialized)
struct InterruptionTests {
    private static let experiment = Result { try Experiment(runCount: 20, fragmentSpectra: 80) }

    @Test(
        "a signal ends a run with the status of the signal, and the same command goes on from there",
        arguments: [(name: "SIGINT", status: 130), (name: "SIGTERM", status: 143)])
    func signal(_ signal: (name: String, status: Int)) throws {
        let experiment = try Self.experiment.get()
        let whole = "whole-\(signal.name)"
        try #require(try experiment.search(output: whole).exitStatus == 0)
        let interrupted = try interrupt(experiment, output: signal.name, by: signal.name)
        #expect(interrupted.exitStatus == signal.status)
        #expect(interrupted.standardError.contains("the same command goes on from there"))
        for name in Table.names { #expect(!experiment.exists("\(signal.name)/\(name)"), "\(name)") }
        let record = try experiment.record(of: signal.name).outcome
        #expect(record.exitStatus == signal.status)
        let finished = record.runs.count { $0.status == "done" }
        #expect(finished >= 1)
        #expect(record.runs.contains { $0.status == "notDone" })
        let work = try FileManager.default.contentsOfDirectory(atPath: experiment.path("\(signal.name)/work"))
        #expect(!work.contains { $0.hasPrefix("scratch") }, "temporary files are gone")
        #expect(!work.contains("lock"), "the folder is free again")

        let resumed = try experiment.search(output: signal.name)
        #expect(resumed.exitStatus == 0)
        let reused = try experiment.record(of: signal.name).outcome.runs.count { $0.status == "reused" }
        #expect(reused == finished)
        #expect(try experiment.tables(of: signal.name) == experiment.tables(of: whole))
    }

    /// Runs until the first file is finished and sends the signal then. On a busy machine a run may end before the
    /// signal comes; it is then done anew.
    private func interrupt(_ experiment: Experiment, output: String, by signal: String) throws -> ExecutableResult {
        var result: ExecutableResult?
        for _ in 1...5 {
            try? FileManager.default.removeItem(atPath: experiment.path(output))
            let options = ["--jobs", "1", "--progress", "json"]
            let program = try MoselleExecutable.start(experiment.arguments(output: output, options))
            while program.isRunning, try !program.errorSoFar().contains(#""event":"finished""#) { usleep(500) }
            if signal == "SIGTERM" { program.terminate() } else { program.interrupt() }
            let ended = try program.wait()
            result = ended
            if ended.exitStatus != 0 { break }
        }
        return try #require(result)
    }
}
