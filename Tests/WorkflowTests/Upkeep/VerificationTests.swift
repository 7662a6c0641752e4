import Foundation
import Foundations
import TestSupport
import Testing
import Workflow

@Suite("Verification of a run") struct VerificationTests {
    private func verify(_ bench: Bench) async throws -> RunVerification {
        try await RunVerification.verify(folder: bench.output, jobs: 2)
    }

    @Test("finds nothing where all is as the record says")
    func sound() async throws {
        let bench = try Bench()
        try await bench.run()
        let verification = try await verify(bench)
        #expect(verification.isSound && verification.findings.isEmpty)
        // Three runs and a protein file; the table, the workflow and the record itself.
        #expect(
            verification.description == "\(bench.output): 4 inputs and 3 outputs: all as the run record says\n")
    }

    @Test("names inputs and outputs that differ or are gone, also where size and time are the same")
    func differences() async throws {
        let bench = try Bench()
        try await bench.run()
        try bench.folder.write("one two two thrEE", to: "runs/a.mgf")
        try FileManager.default.removeItem(atPath: bench.path("runs/b.mgf"))
        try bench.folder.write(bench.text("out/words.tsv") + "four\t1\n", to: "out/words.tsv")
        try bench.folder.write(bench.text("out/run.json") + "\n", to: "out/run.json")
        let verification = try await verify(bench)
        #expect(!verification.isSound)
        let digest = Digest.sha256(of: "one two two thrEE")
        let before = Digest.sha256(of: "one two two three")
        #expect(
            verification.findings.prefix(3) == [
                .differs(path: bench.path("runs/a.mgf"), reason: "SHA-256 \(digest), \(before) in the record"),
                .missing(path: bench.path("runs/b.mgf")),
                .differs(path: "words.tsv", reason: "38 bytes, 31 in the record"),
            ])
        #expect(verification.findings.count == 4, "and the record, whose digest the crate has")
        #expect(verification.description.contains("differs  run.json: "))
        #expect(verification.description.hasSuffix(": 4 not as the run record says\n"))
    }

    @Test("names files the record does not know, which are no fault")
    func extras() async throws {
        let bench = try Bench()
        try await bench.run()
        try bench.folder.write("mine", to: "out/notes/mine.txt")
        let verification = try await verify(bench)
        #expect(verification.findings == [.extra(path: "notes/mine.txt")] && verification.isSound)
        #expect(verification.description.hasSuffix(": all as the run record says; 1 other file\n"))
    }

    @Test("needs a record that can be read", arguments: ["", "{}", "{\"formatVersion\": 1}"])
    func unreadable(_ text: String) async throws {
        let bench = try Bench()
        var error = await #expect(throws: (any Error).self) { try await verify(bench) }
        #expect("\(try #require(error))".contains("has no run record (run.json)"))
        try bench.folder.write(text, to: "out/run.json")
        error = await #expect(throws: (any Error).self) { try await verify(bench) }
        #expect("\(try #require(error))".contains("run.json' cannot be read: it "))
    }
}
