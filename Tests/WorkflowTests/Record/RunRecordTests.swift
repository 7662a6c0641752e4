import Foundation
import Foundations
import TestSupport
import Testing
import Workflow

@Suite struct RunRecordTests {
    @Test("the run record says who ran what on which files, and what came of it")
    func record() async throws {
        let bench = try Bench(runs: ["a": "one two odd", "b": "poison"])
        try await bench.run(["count-words.minimum-length=4"], jobs: 2)
        let data = try #require(FileManager.default.contents(atPath: bench.path("out/run.json")))
        let record = try JSONDecoder().decode(RunRecord.self, from: data)
        #expect(record.program == ProgramInfo(name: "toy", version: "1.2.3"))
        #expect(record.facts == ["blas": "none"])
        #expect(!record.system.host.isEmpty && !record.system.user.isEmpty && !record.system.cpuModel.isEmpty)
        #expect(record.stages.map(\.uses) == ["count-words", "keep-long", "join", "table"])
        #expect(
            record.stages.first?.parameters == [
                "ignore-case": .boolean(false), "minimum-length": .integer(4), "tolerance": .text("10 ppm"),
                "skip": .list([]),
            ])
        #expect(record.inputs.spectra.map(\.byteCount) == [11, 6])
        #expect(record.inputs.proteins.map(\.sha256) == [Digest.sha256(of: "some words")])
        #expect(record.settings.jobs == 2 && record.settings.memoryBytes == 4_000_000_000)

        let outcome = record.outcome
        #expect(outcome.exitStatus == .incomplete)
        #expect(outcome.tasks.map(\.status) == [.done, .failed, .done, .done])
        #expect(outcome.runs.map(\.setAside) == [["too short": 3], [:]])
        #expect(outcome.counts == ["words": 3] && outcome.jointCounts == ["join": ["distinct": 0], "table": [:]])
        #expect(outcome.files.map(\.path) == ["words.tsv", "workflow.yaml"])
        for file in outcome.files {
            #expect(try file.sha256 == Digest.sha256(ofFile: bench.path("out/\(file.path)")))
        }
        #expect(outcome.peakResidentBytes > 1_000_000 && outcome.cpuSeconds > 0)
        #expect(try Date(outcome.started, strategy: .iso8601FractionalSeconds) <= .now)
    }

    @Test("a record that cannot be written is a fault of the run, whose tables are there")
    func unwritable() async throws {
        let bench = try Bench()
        try bench.folder.write("", to: "out/run.json/file")
        let outcome = try await bench.run()
        #expect(outcome.exitStatus == .incomplete && bench.exists("out/words.tsv"))
        #expect(outcome.faults.count == 1)
        #expect(outcome.faults.first?.hasPrefix("the run record is not that of this run: cannot ") == true)
    }

    @Test("the record has sorted keys, so that two of them can be compared line by line")
    func sorted() async throws {
        let bench = try Bench()
        try await bench.run()
        let keys = bench.text("out/run.json").split(separator: "\n")
            .filter { $0.hasPrefix("  \"") }.compactMap { $0.split(separator: "\"").dropFirst().first.map(String.init) }
        #expect(keys == keys.sorted() && keys.count == 9)
    }
}

extension ParseStrategy where Self == Date.ISO8601FormatStyle {
    fileprivate static var iso8601FractionalSeconds: Self { .init(includingFractionalSeconds: true) }
}
