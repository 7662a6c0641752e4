import Foundation
import TestSupport
import Testing

@Suite("Explaining proteins of a run", .serialized)
struct ExplainTests {
    private static let searched = Result {
        let experiment = try Experiment(runCount: 2, fragmentSpectra: 250)
        return (experiment, try experiment.search(["--set", "tables.include=all"]))
    }

    private let experiment: Experiment

    init() throws {
        let (experiment, result) = try Self.searched.get()
        try #require(result.exitStatus == 0, "\(result.standardOutput)")
        self.experiment = experiment
    }

    private func explain(_ names: [String], of folder: String = "out") throws -> ExecutableResult {
        try MoselleExecutable.run(["explain", experiment.path(folder)] + names)
    }

    @Test("what is said agrees with the tables, for every group there is")
    func agreesWithTables() throws {
        let table = try experiment.table("proteins.tsv")
        let leaders = table.column("leading_protein")
        let result = try explain(leaders + ["--json"])
        #expect(result.exitStatus == 0)
        let report = try JSONDecoder().decode(Report.self, from: Data(result.standardOutput.utf8))
        #expect(report.answers.count == leaders.count && leaders.count > 100)
        let (decoys, qValues) = (table.column("is_decoy"), table.numbers("q_value"))
        let counts = table.numbers("unique_peptide_count")
        for (row, answer) in report.answers.enumerated() {
            let protein = try #require(answer.proteins.first)
            let isDecoy = decoys[row] == "true"
            #expect(answer.isDecoyName == isDecoy)
            #expect(protein.standing == (isDecoy ? "lost-to-decoy" : qValues[row] <= 0.01 ? "in-table" : "above-limit"))
            #expect(protein.groups[0].qValue == qValues[row])
            guard !isDecoy else { continue }
            #expect(protein.peptides.count { $0.fate == "unique" } == Int(counts[row]))
        }
    }

    @Test("peptides are those of the database by the rules of the run, each once")
    func peptides() throws {
        let protein = experiment.proteins[experiment.proteins.count - 1]
        let result = try explain([protein.accession, "--json"])
        let report = try JSONDecoder().decode(Report.self, from: Data(result.standardOutput.utf8))
        let found = try #require(report.answers.first?.proteins.first?.peptides.map(\.sequence))
        #expect(Set(found).count == found.count && !found.isEmpty)
        for peptide in found {
            #expect(protein.sequence.contains(peptide) && (7...50).contains(peptide.count))
            // Trypsin: two missed cleavages at the most.
            let inner = zip(peptide, peptide.dropFirst()).count { "KR".contains($0) && $1 != "P" }
            #expect(inner <= 2)
        }
    }

    @Test("misspelt names get a suggestion and status 1, the others their answer")
    func misspelt() throws {
        let accession = try #require(experiment.table("proteins.tsv").column("leading_protein").first)
        let result = try explain([String(accession.dropLast()) + "!", "sp|\(accession)|WHATEVER", "rev_\(accession)"])
        #expect(result.exitStatus == 1)
        #expect(result.standardOutput.contains("Did you mean '"))
        #expect(result.standardOutput.components(separatedBy: "\n\(accession)").count == 3)
        #expect(result.standardOutput.contains("A decoy, made to estimate errors"))
    }

    @Test("what is missing is named, and what to do")
    func missing() throws {
        let folder = experiment.path("damaged")
        let files = FileManager.default
        try files.copyItem(atPath: experiment.path("out"), toPath: folder)
        defer { try? files.removeItem(atPath: folder) }
        let accession = experiment.proteins[0].accession
        let names = try files.contentsOfDirectory(atPath: "\(folder)/work").sorted()
        let matches = try #require(names.first { $0.hasSuffix(".matches.npz") })
        try files.removeItem(atPath: "\(folder)/work/\(matches)")
        let gone = try explain([accession], of: "damaged")
        #expect(gone.exitStatus == 2)
        #expect(gone.standardError.contains("work/\(matches)', matches of a run 'b"))
        #expect(gone.standardError.contains("moselle run \(folder)/workflow.yaml --output \(folder)"))
        try Data("not an artefact".utf8).write(to: URL(filePath: "\(folder)/work/\(matches)"))
        #expect(try explain([accession], of: "damaged").standardError.contains("cannot be read"))
        try files.removeItem(atPath: "\(folder)/run.json")
        let empty = try explain([accession], of: "damaged")
        #expect(empty.exitStatus == 2 && empty.standardError.contains("There is no run.json in '\(folder)'"))
    }

    @Test("without spectra files all is said, without the protein files what can be, and that they are missing")
    func withoutInputs() throws {
        let files = FileManager.default
        let accession = try #require(experiment.table("proteins.tsv").column("leading_protein").first)
        let unmatched = try #require(experiment.proteins.last).accession
        let whole = try explain([accession]).standardOutput
        for path in experiment.spectra { try files.moveItem(atPath: path, toPath: path + ".away") }
        defer { for path in experiment.spectra { try? files.moveItem(atPath: path + ".away", toPath: path) } }
        #expect(try explain([accession]).standardOutput == whole)

        let fasta = experiment.path("proteins.fasta")
        let content = try Data(contentsOf: URL(filePath: fasta))
        defer { try? content.write(to: URL(filePath: fasta)) }
        try (content + Data(">other\nMAGICK\n".utf8)).write(to: URL(filePath: fasta))
        let changed = try explain([accession])
        #expect(changed.exitStatus == 0)
        #expect(changed.standardOutput.contains("'\(fasta)' is not the file that was searched any more"))
        #expect(
            changed.standardOutput.contains("In the table, q-value")
                && !changed.standardOutput.contains("without any match:"))
        #expect(whole.contains("without any match:"))
        try files.removeItem(atPath: fasta)
        let gone = try explain([accession, unmatched + "X"])
        #expect(gone.exitStatus == 1)
        #expect(
            gone.standardOutput.contains("no such file") && gone.standardOutput.contains("No candidate of any spectrum")
        )
    }

    private struct Report: Decodable {
        struct Group: Decodable { let qValue: Double }
        struct Peptide: Decodable { let sequence, fate: String }
        struct Protein: Decodable {
            let standing: String
            let groups: [Group]
            let peptides: [Peptide]
        }
        struct Answer: Decodable {
            let isDecoyName: Bool
            let proteins: [Protein]
        }
        let answers: [Answer]
    }
}
