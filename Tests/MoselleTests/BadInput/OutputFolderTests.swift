import Foundation
import TestSupport
import Testing

@Suite("Output folders that cannot be used")
struct OutputFolderTests {
    private static let experiment = Result { try Experiment(runCount: 1, fragmentSpectra: 300) }
    private let experiment: Experiment

    init() throws { experiment = try Self.experiment.get() }

    @Test("a file in the way is named, and nothing is run")
    func fileInTheWay() throws {
        try experiment.folder.write("", to: "file")
        for output in ["file", "file/below"] {
            let result = try experiment.search(output: output)
            #expect(result.exitStatus == 2)
            #expect(
                result.standardError.hasPrefix(
                    "error: the output folder '\(experiment.path(output))' cannot be made: Not a directory; choose"))
        }
    }

    @Test("a folder the user may not write to is named", .enabled(if: geteuid() != 0))
    func forbidden() throws {
        let result = try experiment.search(output: "../../../../../../proc/moselle")
        #expect(result.exitStatus == 2)
        #expect(result.standardError.contains("cannot be made"))
    }

    @Test("a full disk fails the run with a sentence and leaves nothing that a later run would trust")
    func fullDisk() throws {
        // A limit on the size of files stands for the full disk.
        let command = try [MoselleExecutable.url().path] + experiment.arguments(output: "full", ["--progress", "none"])
        let quoted = command.map { "'\($0)'" }.joined(separator: " ")
        let program = try RunningExecutable(
            executable: URL(filePath: "/bin/bash"), arguments: ["-c", "ulimit -f 20; exec \(quoted)"], folder: nil,
            environment: [:], input: "")
        let result = try program.wait()
        #expect(result.exitStatus == 1, "\(result.standardError)")
        #expect(result.standardOutput.contains("free some space or choose another folder"))
        #expect(!experiment.exists("full/psms.tsv"))
        let repeated = try experiment.search(output: "full")
        #expect(repeated.exitStatus == 0)
        #expect(repeated.standardOutput.hasPrefix("Closed search, 1 % FDR: 1 of 1 run done\n"), "nothing was re-used")
        #expect(try experiment.search(output: "fresh").exitStatus == 0)
        #expect(try experiment.tables(of: "full") == experiment.tables(of: "fresh"))
    }

    @Test("a memory budget that nothing fits in says what to give")
    func noMemory() throws {
        let result = try experiment.search(output: "memory", ["--memory", "1 MB"])
        #expect(result.exitStatus == 1)
        #expect(result.standardOutput.contains("more than the whole memory budget of 1 MB; give a larger --memory"))
    }
}
