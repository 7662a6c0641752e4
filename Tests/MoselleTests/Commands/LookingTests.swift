import Foundation
import SpectrumModel
import TestSupport
import Testing

@Suite("Looking at files, plans and artefacts")
struct LookingTests {
    private static let searched = Result {
        let experiment = try Experiment(runCount: 1, fragmentSpectra: 300)
        return (experiment, try experiment.search())
    }

    private let experiment: Experiment

    init() throws {
        let (experiment, result) = try Self.searched.get()
        try #require(result.exitStatus == 0, "\(result.standardOutput)")
        self.experiment = experiment
    }

    // MARK: inspect

    @Test("inspect reads standard input, plain and gzip, as it reads the file", arguments: ["cat", "gzip -c"])
    func inspectStandardInput(command: String) throws {
        let path = experiment.spectra[0]
        let expected = try MoselleExecutable.run(["inspect", "--json", "--no-checksum", path]).standardOutput
        let program = try MoselleExecutable.url().path
        let result = try RunningExecutable(
            executable: URL(filePath: "/bin/sh"),
            arguments: ["-c", "\(command) \"$1\" | \"$0\" inspect --json --no-checksum -", program, path], folder: nil,
            environment: [:], input: ""
        ).wait()
        #expect(result.exitStatus == 0, "\(result.standardError)")
        let isGzip = command.hasPrefix("gzip")
        #expect(
            result.standardOutput
                == expected.replacing("\"path\":\"\(path)\"", with: "\"path\":\"-\"")
                .replacing("\"isCompressed\":false", with: "\"isCompressed\":\(isGzip)"))
    }

    @Test("a run refuses standard input and says why")
    func runRefusesStandardInput() throws {
        let result = try MoselleExecutable.run(["check", Experiment.workflow, "--spectra", "-"])
        #expect(result.exitStatus == 2)
        let said = result.standardError + result.standardOutput
        #expect(said.contains("'-', standard input, cannot be an input of a run"))
    }

    // MARK: plan

    @Test("plan says what would be re-used, what not, and why, and runs nothing")
    func plan() throws {
        let arguments = ["plan"] + experiment.arguments().dropFirst()
        let same = try MoselleExecutable.run(arguments)
        #expect(same.exitStatus == 0)
        #expect(same.standardOutput.contains("re-use  b1: pick-peaks, search\n"))
        #expect(same.standardOutput.contains("re-use  confidence\n"))
        let other = try MoselleExecutable.run(arguments + ["--set", "search.max-peaks=100"])
        #expect(other.standardOutput.contains("do      b1: pick-peaks, search  (search.max-peaks is 100, was 150)\n"))
        let stricter = try MoselleExecutable.run(arguments + ["--set", "confidence.fdr=0.5 %"])
        #expect(stricter.standardOutput.contains("re-use  b1: pick-peaks, search\n"))
        #expect(stricter.standardOutput.contains("do      confidence  (confidence.fdr is \"0.5 %\", was \"1 %\")\n"))
    }

    // MARK: show

    private func artefact(_ port: String) throws -> String {
        let work = experiment.path("out/work")
        let names = try FileManager.default.contentsOfDirectory(atPath: work).sorted()
        return "\(work)/\(try #require(names.first { $0.hasSuffix(".\(port).npz") }))"
    }

    @Test("show prints an artefact as a table")
    func show() throws {
        let result = try MoselleExecutable.run(["show", artefact("spectrum-table")])
        #expect(result.exitStatus == 0)
        let table = try Table(text: result.standardOutput)
        #expect(table.column("native_id") == experiment.runs["b1"]?.spectra.map(\.nativeID))
        #expect(table.numbers("ms_level") == experiment.runs["b1"]?.spectra.map { Double($0.msLevel) })
    }

    @Test("show names the tables it does not show, and shows the one that is asked for")
    func tables() throws {
        let matches = try artefact("matches")
        let first = try MoselleExecutable.run(["show", matches])
        #expect(first.standardError.contains("--table shows another: "))
        let ions = try MoselleExecutable.run(["show", matches, "--table", "ions"])
        #expect(try Table(text: ions.standardOutput).rows.count > 1000)
        let none = try MoselleExecutable.run(["show", matches, "--table", "none"])
        #expect(none.exitStatus == 64)
        #expect(none.standardError.contains("has no table 'none'; its tables are "))
        let schema = try MoselleExecutable.run(["show", matches, "--schema"])
        #expect(schema.standardOutput.contains("\ntable ions: "))
    }

    @Test("show refuses what is no artefact without advice to remove it")
    func noArtefact() throws {
        let result = try MoselleExecutable.run(["show", experiment.path("out/psms.tsv")])
        #expect(result.exitStatus == 1)
        #expect(result.standardError.contains("an artefact (.npz) was expected"))
        #expect(!result.standardError.contains("remove"))
    }

    // MARK: progress

    @Test("progress goes to stderr as plain lines, as JSON or not at all, and results to stdout alone")
    func progress() throws {
        let plain = try experiment.search(output: "plain")
        #expect(plain.standardError.contains("] b1: pick-peaks, search: begun (not done yet)\n"))
        #expect(plain.standardError.contains("] tables: done in "))
        let json = try experiment.search(output: "plain", ["--progress", "json"])
        let lines = json.standardError.split(separator: "\n")
        #expect(lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
        #expect(lines.last?.contains(#""event":"run-finished""#) == true)
        let silent = try experiment.search(output: "plain", ["--progress", "none"])
        #expect(silent.standardError.isEmpty)
    }
}
