import Foundation
import TestSupport

/// Simulated runs of several seeds, searched together, and the truth about every fragment spectrum.
///
/// Seeds differ so that the runs share no peptide that is in no protein: the same wrong match in every run would make one
/// mistake count many times.
final class SimulatedStudies: Sendable {
    let folder: TemporaryDirectory
    /// Components of each fragment spectrum, the selected ion first, by run and spectrum.
    let truth: [String: [[String: String]]]

    static let seeds = 1...5
    static let fragmentSpectra = 1_200

    static let shared = Result { try SimulatedStudies() }

    private init() throws {
        folder = try TemporaryDirectory()
        // Random sequences: what a peptide of one protein has in common with another is chance.
        try folder.write(SyntheticProtein.fasta(SyntheticProtein.make(count: 700, seed: 11)), to: "proteins.fasta")
        var truth: [String: [[String: String]]] = [:]
        for seed in Self.seeds {
            let result = try MoselleExecutable.run([
                "simulate", "--proteins", folder.path("proteins.fasta"), "--output", folder.path("s\(seed)"),
                "--groups", "s\(seed)=1", "--seed", "\(seed)", "--fragment-spectra", "\(Self.fragmentSpectra)",
                "--wrong-isotope", "8 %", "--missing-charge", "8 %", "--foreign", "30 %", "--progress", "none",
            ])
            guard result.exitStatus == 0 else { throw Failure(message: result.standardError) }
            for row in try Table(contentsOf: folder.path("s\(seed)/truth.spectra.tsv")).rows {
                truth[Self.key(of: row), default: []].append(row)
            }
        }
        self.truth = truth
    }

    struct Failure: Error {
        var message: String
    }

    /// Searches all runs and gives the best match of each spectrum that has one, by run and spectrum; options are added to
    /// those of the workflow. Precursors are as stated unless asked otherwise, so that the faults of the runs show.
    func search(_ options: [String] = [], precursors: String = "as-stated") throws -> [String: [String: String]] {
        let options = options + ["pick-peaks.precursors=\(precursors)"]
        let output = "out-\(options.joined(separator: "-").filter { $0.isLetter || $0.isNumber })"
        let spectra = Self.seeds.map { folder.path("s\($0)/s\($0)_1.mzML") }
        let workflow = TestData.packageRoot.appending(path: "Workflows/closed-search.yaml").path
        let result = try MoselleExecutable.run(
            ["run", workflow, "--proteins", folder.path("proteins.fasta"), "--output", folder.path(output)]
                + ["--spectra"] + spectra + ["--set", "tables.include=all"] + options.flatMap { ["--set", $0] })
        guard result.exitStatus == 0 else { throw Failure(message: result.standardError) }
        let rows = try Table(contentsOf: folder.path("\(output)/psms.tsv")).rows
        return Dictionary(rows.map { (Self.key(of: $0), $0) }) { first, _ in first }
    }

    /// Whether a match names a peptide of the FASTA that is in its spectrum; I and L count as one.
    func isRight(_ match: [String: String]) -> Bool {
        (truth[Self.key(of: match)] ?? []).contains { Self.isRight(match, about: $0) }
    }

    /// Whether a match names the peptide of a component.
    static func isRight(_ match: [String: String], about component: [String: String]) -> Bool {
        guard match["is_decoy"] == "false", component["origin"] == "database" else { return false }
        return comparable(component["sequence"] ?? "") == comparable(match["sequence"] ?? "")
    }

    private static func comparable(_ sequence: String) -> String {
        String(sequence.map { $0 == "I" ? "L" : $0 })
    }

    private static func key(of row: [String: String]) -> String { "\(row["run"] ?? "") \(row["spectrum_id"] ?? "")" }
}

extension [String: String] {
    /// A field that is a number.
    func number(_ column: String) -> Double? { self[column].flatMap(Double.init) }
}
