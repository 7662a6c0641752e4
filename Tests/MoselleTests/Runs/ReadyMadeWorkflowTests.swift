import Foundation
import TestSupport
import Testing

@Suite("Ready-made workflows")
struct ReadyMadeWorkflowTests {
    private static let folder = TestData.packageRoot.appending(path: "Workflows")
    private static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

    private let output: TemporaryDirectory

    init() throws { output = try TemporaryDirectory() }

    @Test("are there for each kind of search")
    func kinds() {
        #expect(
            Self.names == [
                "closed-search.yaml", "demo.yaml", "entrapment.yaml", "immunopeptides.yaml", "ion-trap.yaml",
                "known-truth.yaml", "phospho.yaml", "profile.yaml", "semi-tryptic.yaml", "wide-window.yaml",
            ])
    }

    @Test("say at their top when to use them and how, and check finds no error in them", arguments: names)
    func checked(_ name: String) throws {
        let path = Self.folder.appending(path: name).path
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let comment = text.split(separator: "\n").prefix { $0.hasPrefix("#") }.joined(separator: "\n")
        #expect(comment.count > 150 && comment.contains("moselle run Workflows/\(name)"))
        let result = try MoselleExecutable.run(["check", path])
        #expect(result.exitStatus == 0)
        #expect(result.standardOutput.hasSuffix("\(path): no errors\n"), "\(result.standardOutput)")
    }

    /// Runs a workflow on runs of the demonstration study and on its proteins, or on some of them.
    private func search(_ name: String, runs: [String], _ options: [String] = []) throws -> ExecutableResult {
        let spectra = TestData.packageRoot.appending(path: "Spectra")
        return try MoselleExecutable.run(
            ["run", Self.folder.appending(path: name).path, "--output", output.path("out"), "--progress", "none"]
                + ["--spectra"] + runs.map { spectra.appending(path: $0).path }
                + ["--proteins", spectra.appending(path: "plasma.fasta").path] + options)
    }

    @Test(
        "find peptides in the demonstration study: nearly as many as a closed search where it is no special sample",
        arguments: [
            ("closed-search.yaml", 200), ("semi-tryptic.yaml", 150), ("phospho.yaml", 150), ("profile.yaml", 200),
            ("ion-trap.yaml", 150), ("wide-window.yaml", 50),
        ])
    func searched(_ name: String, least: Int) throws {
        let result = try search(name, runs: ["control_1.mzML.gz", "control_3.mzML.gz"])
        #expect(result.exitStatus == 0, "\(result.standardError)\(result.standardOutput)")
        let psms = try Table(contentsOf: output.path("out/psms.tsv"))
        #expect(psms.rows.count >= least, "\(psms.rows.count)")
        if name == "profile.yaml" {
            let work = try FileManager.default.contentsOfDirectory(atPath: output.path("out/work"))
            #expect(work.count { $0.hasSuffix(".ms1-peaks.npz") } == 2)
        }
    }

    @Test("include the demonstration, which finds what the README shows")
    func demonstration() throws {
        let readme = try String(contentsOf: TestData.packageRoot.appending(path: "README.md"), encoding: .utf8)
        let lines = readme.split(separator: "\n", omittingEmptySubsequences: false)
        let shown = lines.drop { !$0.hasPrefix("Accepted, each") }.prefix { $0 != "```" }
        try #require(shown.count == 9)
        let result = try MoselleExecutable.run(
            ["run", "Workflows/demo.yaml", "--output", output.path("out"), "--progress", "none"],
            in: TestData.packageRoot)
        #expect(result.standardOutput.contains(shown.joined(separator: "\n") + "\n"), "\(result.standardOutput)")
    }

    @Test("hold the rates against entrapments, and leave the tables as they are without them")
    func entrapment() throws {
        let names = ["psms.tsv", "peptides.tsv", "proteins.tsv", "spectra.tsv"]
        let runs = ["control_1.mzML.gz", "case_1.mzML.gz"]
        #expect(try search("closed-search.yaml", runs: runs).exitStatus == 0)
        let without = try names.map { try Data(contentsOf: URL(filePath: output.path("out/\($0)"))) }
        let result = try search("entrapment.yaml", runs: runs)
        #expect(result.exitStatus == 0, "\(result.standardError)")
        #expect(try names.map { try Data(contentsOf: URL(filePath: output.path("out/\($0)"))) } == without)
        #expect(result.standardOutput.contains("Held against entrapments\n  PSMs: claimed 1 %"))
        let table = try Table(contentsOf: output.path("out/entrapment.tsv"))
        #expect(Set(table.column("level")) == ["psm", "peptidoform", "peptide", "protein"])
        let curve = try String(contentsOfFile: output.path("out/entrapment.svg"), encoding: .utf8)
        #expect(curve.hasPrefix("<") && curve.hasSuffix("</svg>\n"))
        // Proteins shuffled by someone else are as foreign as those of another organism.
        let foreign = try search(
            "entrapment.yaml", runs: runs,
            ["--set", "confidence.entrapment=foreign", "--entrapment", try shuffledProteins()])
        #expect(foreign.exitStatus == 0, "\(foreign.standardError)")
        #expect(try names.map { try Data(contentsOf: URL(filePath: output.path("out/\($0)"))) } == without)
        let other = try Table(contentsOf: output.path("out/entrapment.tsv"))
        #expect(other.column("paired").allSatisfy { $0.isEmpty } && other.rows.count == table.rows.count)
    }

    /// A FASTA whose proteins are those of the study backwards.
    private func shuffledProteins() throws -> String {
        let fasta = TestData.packageRoot.appending(path: "Spectra/plasma.fasta")
        let entries = try String(contentsOf: fasta, encoding: .utf8).split(separator: ">")
        let backwards = entries.enumerated().map { number, entry in
            let residues = entry.split(separator: "\n").dropFirst().joined()
            return ">X\(number)\n\(String(residues.reversed()))\n"
        }
        let path = output.path("foreign.fasta")
        try backwards.joined().write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    @Test("of immunopeptides runs, and finds next to none in a tryptic digest")
    func immunopeptides() throws {
        let result = try search("immunopeptides.yaml", runs: ["control_1.mzML.gz"])
        #expect([0, 1].contains(result.exitStatus), "\(result.standardError)")
        let psms = try Table(contentsOf: output.path("out/psms.tsv"))
        #expect(psms.rows.count < 100 && psms.column("sequence").allSatisfy { (8...12).contains($0.count) })
    }
}
