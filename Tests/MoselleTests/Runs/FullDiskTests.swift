import Foundation
import TestSupport
import Testing

@Suite("Runs on a full disk")
struct FullDiskTests {
    private static let undisturbed = Result {
        let experiment = try Experiment(runCount: 2, fragmentSpectra: 400)
        let result = try experiment.search(output: "whole")
        try #require(result.exitStatus == 0, "\(result.standardError)")
        return (experiment, try experiment.tables(of: "whole"))
    }

    private func shell(_ script: String, _ arguments: [String]) throws -> ExecutableResult {
        try RunningExecutable(
            executable: URL(filePath: "/bin/sh"),
            arguments: ["-c", script, try MoselleExecutable.url().path] + arguments,
            folder: nil, environment: [:], input: ""
        ).wait()
    }

    @Test("that allows no file as large as is needed end with a sentence, and go on where there is room")
    func limited() throws {
        let (experiment, tables) = try Self.undisturbed.get()
        // POSIX counts in blocks of 512 bytes.
        let result = try shell("ulimit -f 100; exec \"$0\" \"$@\"", experiment.arguments(output: "limited"))
        #expect(result.exitStatus == 1, "\(result.standardError)")
        let said = result.standardOutput + result.standardError
        #expect(said.contains("File too large; free some space or choose another folder"), "\(said)")
        #expect(try experiment.search(output: "limited").exitStatus == 0)
        #expect(try experiment.tables(of: "limited") == tables)
    }

    /// Whether a file system can be mounted here that nobody else sees.
    private static let canMount: Bool = {
        let folder = try? TemporaryDirectory()
        let result = try? RunningExecutable(
            executable: URL(filePath: "/bin/sh"),
            arguments: ["-c", "unshare -rm mount -t tmpfs -o size=1m tmpfs \"$0\"", folder?.url.path ?? ""],
            folder: nil,
            environment: [:], input: ""
        ).wait()
        return result?.exitStatus == 0
    }()

    @Test(
        "without room for anything end with a sentence, and go on after the folder was moved to another disk",
        .enabled(if: canMount, "needs user namespaces, which this machine does not allow"),
        arguments: [120, 320, 640])
    func full(kilobytes: Int) throws {
        let (experiment, tables) = try Self.undisturbed.get()
        let output = "full-\(kilobytes)"
        let disk = experiment.path("disk-\(kilobytes)")
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
        // The disk is gone with the shell, so that what is on it is copied before.
        let script = """
            mount -t tmpfs -o size=\(kilobytes)k tmpfs "$OUT" && "$0" "$@"; status=$?; cp -a "$OUT/." "$KEPT"; exit $status
            """
        var arguments = experiment.arguments(output: "disk-\(kilobytes)")
        arguments.insert(contentsOf: ["-rm", "/bin/sh", "-c", script, try MoselleExecutable.url().path], at: 0)
        try FileManager.default.createDirectory(atPath: experiment.path(output), withIntermediateDirectories: true)
        let result = try RunningExecutable(
            executable: URL(filePath: "/usr/bin/unshare"), arguments: arguments, folder: nil,
            environment: ["OUT": disk, "KEPT": experiment.path(output)], input: ""
        ).wait()
        #expect(result.exitStatus == 1, "\(result.standardError)")
        let said = result.standardOutput + result.standardError
        #expect(said.contains("No space left on device; free some space or choose another folder"), "\(said)")
        let again = try experiment.search(output: output)
        #expect(again.exitStatus == 0, "\(again.standardError)")
        #expect(try experiment.tables(of: output) == tables)
    }
}
