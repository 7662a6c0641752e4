import Foundation
import TestSupport
import Testing

@Suite("Runs that are killed")
struct KillTests {
    private static let undisturbed = Result {
        let experiment = try Experiment(runCount: 6, fragmentSpectra: 80, proteinCount: 240)
        let clock = ContinuousClock.now
        let result = try experiment.search(output: "whole", ["--jobs", "2"])
        try #require(result.exitStatus == 0, "\(result.standardError)")
        return (experiment, (ContinuousClock.now - clock) / .seconds(1), try experiment.tables(of: "whole"))
    }

    /// How often the program is killed before it is let be.
    private static let kills = 52

    @Test("at any moment go on with the next command, also where files were damaged, and write the same tables")
    func killed() throws {
        let (experiment, duration, tables) = try Self.undisturbed.get()
        var vandal = Vandal(seed: 20_261_122)
        var (killed, folder, finished, told) = (0, 0, 0, 0)
        while true {
            let output = "killed-\(folder)"
            let program = try MoselleExecutable.start(
                experiment.arguments(output: output, ["--jobs", "\(1 + killed % 3)"]))
            if killed < Self.kills { kill(program, after: vandal.share() * 1.1 * duration) }
            let result = try program.wait()
            if result.standardError.contains("did not come to its end; it was at work on '") { told += 1 }
            if result.exitStatus == 128 + 9 {
                killed += 1
                if vandal.share() < 0.4, experiment.exists("\(output)/work") {
                    try vandal.visit(experiment.path(output))
                }
                continue
            }
            try #require(result.exitStatus == 0, "\(result.standardError)\(result.standardOutput)")
            finished += 1
            #expect(try experiment.tables(of: output) == tables, "after \(killed) kills")
            #expect(try leftovers(in: experiment.path(output)) == [])
            if killed == Self.kills { break }
            folder += 1
        }
        #expect(killed == Self.kills && finished >= 1)
        #expect(told >= 1, "a run says what the one before was at when it was killed")
    }

    private func kill(_ program: RunningExecutable, after seconds: Double) {
        let end = ContinuousClock.now + .seconds(seconds)
        while program.isRunning, ContinuousClock.now < end { usleep(500) }
        program.killAtOnce()
    }

    /// Temporary files and locks, which no run that ended leaves.
    private func leftovers(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
            path.hasSuffix(".tmp") || path.contains("scratch-") || path.hasSuffix("lock")
        }
    }
}
