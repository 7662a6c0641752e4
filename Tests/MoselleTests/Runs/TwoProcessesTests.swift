import Foundation
import TestSupport
import Testing

@Suite("Two programs in one output folder")
struct TwoProcessesTests {
    private struct Lock: Decodable {
        var processID: Int32
    }

    /// Starts a run and stops it in its tracks as soon as it holds the folder.
    private func halted(_ experiment: Experiment) throws -> (program: RunningExecutable, processID: Int32) {
        let program = try MoselleExecutable.start(experiment.arguments(["--jobs", "1"]))
        let url = URL(filePath: experiment.path("out/work/lock"))
        while program.isRunning {
            if let lock = try? JSONDecoder().decode(Lock.self, from: Data(contentsOf: url)) {
                kill(lock.processID, SIGSTOP)
                return (program, lock.processID)
            }
            usleep(500)
        }
        throw NeverLocked()
    }

    private struct NeverLocked: Error {}

    @Test("the second ends with status 2 and touches nothing; one killed leaves the folder to the next")
    func killed() throws {
        let experiment = try Experiment(runCount: 2, fragmentSpectra: 300)
        let (program, processID) = try halted(experiment)
        let second = try experiment.search()
        #expect(second.exitStatus == 2)
        #expect(
            second.standardError.hasPrefix(
                "error: the output folder '\(experiment.path("out"))' is in use by another run, process \(processID) on host '"
            ))
        #expect(second.standardOutput.isEmpty && !experiment.exists("out/run.json"))
        kill(processID, SIGKILL)
        #expect(try program.wait().exitStatus == 128 + 9)
        #expect(experiment.exists("out/work/lock"))

        let third = try experiment.search()
        #expect(third.exitStatus == 0)
        let warning = "The run that used '\(experiment.path("out"))' before, process \(processID) since "
        #expect(third.standardOutput.contains("warning: \(warning)"))
        #expect(!experiment.exists("out/work/lock"))
        try #require(try experiment.search(output: "other").exitStatus == 0)
        #expect(try experiment.tables(of: "out") == experiment.tables(of: "other"))
    }
}
