import Foundation
import SpectrumModel
import TestSupport
import Testing

@Suite("Tables of a search whose truth is known")
struct TableTests {
    /// One search serves all tests of the suite.
    private static let searched = Result {
        let experiment = try Experiment(runCount: 2, fragmentSpectra: 400)
        return (experiment, try experiment.search())
    }

    private let experiment: Experiment
    private let result: ExecutableResult

    init() throws { (experiment, result) = try Self.searched.get() }

    @Test("the search ends well and says in short what it found and where")
    func summary() throws {
        #expect(result.exitStatus == 0, "\(result.standardError)")
        let text = result.standardOutput
        #expect(text.hasPrefix("Closed search, 1 % FDR: 2 of 2 runs done\n"))
        for line in ["Spectra read  ", "  PSMs  ", "  Peptides  ", "  Protein groups  "] {
            #expect(text.contains(line))
        }
        #expect(text.hasSuffix("\(experiment.path("out")): peptides.tsv, proteins.tsv, psms.tsv, spectra.tsv\n"))
    }

    @Test("the tables begin with the columns that are promised, in their order")
    func columns() throws {
        let psms = """
            run spectrum_id scan retention_time_min precursor_mz precursor_mz_measured charge peptidoform sequence \
            previous_residue next_residue proteins is_decoy is_contaminant rank calculated_mass delta_mass \
            precursor_error_ppm isotope_error precursor_purity missed_cleavages matched_fragments \
            matched_n_terminal matched_c_terminal longest_series matched_intensity_fraction fragment_error_ppm \
            fragment_error_spread_ppm candidates cross_correlation hyperscore delta_hyperscore score q_value \
            posterior_error_probability run_q_value peptidoform_q_value peptide_q_value protein_q_value \
            run_peptidoform_q_value run_peptide_q_value run_protein_q_value
            """
        let peptides = "sequence peptidoforms proteins psm_count best_score q_value posterior_error_probability"
        let proteins = """
            protein_group leading_protein gene description is_contaminant peptide_count unique_peptide_count razor_peptide_count psm_count \
            coverage score q_value
            """
        for (name, promised) in [("psms.tsv", psms), ("peptides.tsv", peptides), ("proteins.tsv", proteins)] {
            let names = promised.split(separator: " ").map(String.init)
            #expect(try experiment.table(name).columns.prefix(names.count) == names[...], "\(name)")
        }
        #expect(try experiment.table("spectra.tsv").columns == ["run", "status", "reason", "spectra"])
    }

    @Test("most peptides that can be found are found, and no more are wrong than one per cent allows")
    func truth() throws {
        let psms = try experiment.table("psms.tsv")
        var wrong = 0
        for row in psms.rows {
            let run = try #require(experiment.runs[row["run"] ?? ""])
            let truth = try #require(run.truth.first { $0.nativeID == row["spectrum_id"] })
            let found = Self.comparable(row["sequence"] ?? "")
            if !truth.isInProteins || Self.comparable(truth.peptide.sequence) != found { wrong += 1 }
        }
        let findable = experiment.runs.values.flatMap(\.truth).count(where: \.isInProteins)
        #expect(psms.rows.count - wrong >= findable * 85 / 100, "\(psms.rows.count - wrong) of \(findable)")
        // Three standard deviations above what a true rate of 1 % gives.
        let expected = Double(psms.rows.count) * 0.01
        #expect(Double(wrong) <= expected + 3 * expected.squareRoot(), "\(wrong) of \(psms.rows.count) are wrong")
    }

    @Test("tables hold accepted targets only, best first, and every rate lies between 0 and 1")
    func rates() throws {
        for name in ["psms.tsv", "peptides.tsv", "proteins.tsv"] {
            let table = try experiment.table(name)
            #expect(!table.rows.isEmpty)
            #expect(table.numbers("q_value").count == table.rows.count)
            #expect(table.numbers("q_value").allSatisfy { $0 > 0 && $0 <= 0.01 })
            #expect(table.numbers("posterior_error_probability").allSatisfy { $0 > 0 && $0 <= 1 })
            #expect(Set(table.column("is_decoy")) == ["false"])
            let scores = table.numbers(name == "peptides.tsv" ? "best_score" : "score")
            #expect(scores == scores.sorted(by: >), "\(name)")
        }
    }

    @Test("numbers of a match fit each other")
    func arithmetic() throws {
        let proton = 1.007_276_466_621
        for row in try experiment.table("psms.tsv").rows {
            let mz = try #require(row["precursor_mz"].flatMap(Double.init))
            let charge = try #require(row["charge"].flatMap(Double.init))
            let calculated = try #require(row["calculated_mass"].flatMap(Double.init))
            let delta = try #require(row["delta_mass"].flatMap(Double.init))
            #expect(abs((mz - proton) * charge - calculated - delta) < 1e-6)
            let ppm = try #require(row["precursor_error_ppm"].flatMap(Double.init))
            #expect(abs(ppm) <= 10)
        }
    }

    @Test("the counts of spectra.tsv add up to the spectra of each file")
    func account() throws {
        let spectra = try experiment.table("spectra.tsv")
        for (name, run) in experiment.runs {
            let rows = spectra.rows.filter { $0["run"] == name }
            #expect(rows.compactMap { $0["spectra"].flatMap(Int.init) }.reduce(0, +) == run.spectra.count)
            let surveys = rows.first { $0["reason"] == "not a searched MS level" }
            #expect(surveys?["spectra"] == "\(run.spectra.count { $0.msLevel == 1 })")
        }
        #expect(Set(spectra.column("status")).isSubset(of: ["matched", "unmatched", "set aside"]))
    }

    @Test("'include: all' adds decoys and matches that are not accepted")
    func all() throws {
        let accepted = try experiment.table("psms.tsv")
        let result = try experiment.search(output: "all", ["--set", "tables.include=all"])
        #expect(result.exitStatus == 0)
        let all = try experiment.table("psms.tsv", of: "all")
        #expect(all.rows.count > accepted.rows.count)
        #expect(Set(all.column("is_decoy")) == ["true", "false"])
        let kept = all.rows.filter { $0["is_decoy"] == "false" && (Double($0["q_value"] ?? "") ?? 1) <= 0.01 }
        #expect(kept == accepted.rows)
    }

    private static func comparable(_ sequence: String) -> String { sequence.replacing("I", with: "L") }
}
