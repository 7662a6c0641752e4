import Foundation
import TestSupport
import Testing

@Suite("Running programs")
struct MoselleExecutableTests {
    @Test("finds the built executable beside the tests")
    func executable() throws {
        let url = try MoselleExecutable.url()
        #expect(url.lastPathComponent == "moselle")
        #expect(url.path.contains(".build"))
    }

    @Test("hands over input, variables and folder, and returns status, output and errors")
    func result() throws {
        let folder = try TemporaryDirectory()
        let script = "read line; echo \"$line $WORD $(basename \"$PWD\")\"; echo wrong >&2; exit 3"
        let result = try shell(script, in: folder.url, environment: ["WORD": "there"], input: "hello\n").wait()
        #expect(result.exitStatus == 3)
        #expect(result.standardOutput == "hello there \(folder.url.lastPathComponent)\n")
        #expect(result.standardError == "wrong\n")
    }

    @Test("output larger than a pipe does not block")
    func largeOutput() throws {
        let result = try shell("head -c 1000000 /dev/zero | tr '\\0' x; head -c 1000000 /dev/zero | tr '\\0' y >&2")
            .wait()
        #expect(result.standardOutput.utf8.count == 1_000_000)
        #expect(result.standardError.utf8.count == 1_000_000)
    }

    @Test("a program that a signal ends has the status a shell gives")
    func signal() throws {
        let program = try shell("exec sleep 60")
        program.terminate()
        #expect(try program.wait().exitStatus == 143)
    }

    private func shell(
        _ script: String, in folder: URL? = nil, environment: [String: String] = [:], input: String = ""
    ) throws -> RunningExecutable {
        try RunningExecutable(
            executable: URL(filePath: "/bin/sh"), arguments: ["-c", script], folder: folder, environment: environment,
            input: input)
    }
}
