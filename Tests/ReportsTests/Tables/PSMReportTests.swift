import Confidence
import PeptideSearch
import Reports
import SpectrumModel
import TestSupport
import Testing

@Suite("psms.tsv")
struct PSMReportTests {
    private let folder: TemporaryDirectory
    private let report = PSMReport(identifications: TinyExperiment.identifications, runs: TinyExperiment.evidence)

    init() throws { folder = try TemporaryDirectory() }

    private func table(_ scope: TableScope) async throws -> Table {
        let path = folder.path(PSMReport.fileName)
        let count = try await report.write(to: path, scope: scope)
        let table = try Table(path: path)
        #expect(count == table.rows.count)
        return table
    }

    @Test("the columns are those that are promised, in their order")
    func columns() async throws {
        let promised = """
            run spectrum_id scan retention_time_min precursor_mz precursor_mz_measured charge peptidoform sequence \
            previous_residue next_residue proteins is_decoy is_contaminant rank calculated_mass delta_mass \
            precursor_error_ppm isotope_error precursor_purity missed_cleavages matched_fragments \
            matched_n_terminal matched_c_terminal longest_series matched_intensity_fraction fragment_error_ppm \
            fragment_error_spread_ppm candidates cross_correlation hyperscore delta_hyperscore score q_value \
            posterior_error_probability run_q_value peptidoform_q_value peptide_q_value protein_q_value \
            run_peptidoform_q_value run_peptide_q_value run_protein_q_value
            """
        #expect(try await table(.accepted).columns == promised.split(separator: " ").map(String.init))
    }

    @Test("a match that the run does not hold, or that is to another spectrum, is an error", arguments: [7, -1, 0])
    func unknownMatch(_ position: Int) async throws {
        var identifications = TinyExperiment.identifications
        identifications.psms[0].match = position
        if position == 0 { identifications.psms[0].spectrumIndex = 99 }
        let psm = identifications.psms[0]
        let report = PSMReport(identifications: identifications, runs: TinyExperiment.evidence)
        let error = await #expect(throws: UnknownMatchError.self) {
            try await report.write(to: folder.path(PSMReport.fileName), scope: .all)
        }
        #expect(error == UnknownMatchError(run: "a", match: psm.match, spectrumIndex: psm.spectrumIndex))
    }

    @Test("a row says what the match, its spectrum and its error rates say")
    func row() async throws {
        let table = try await table(.accepted)
        #expect(table.rows.count == 1)
        let fields = [
            "run": "a", "spectrum_id": "controllerType=0 scan=11", "scan": "11", "retention_time_min": "1.5",
            "precursor_mz": "502.510631301614", "precursor_mz_measured": "502.5", "charge": "2",
            "peptidoform": "[Acetyl]-PEPTIDEK", "sequence": "PEPTIDEK", "previous_residue": "R", "next_residue": "-",
            "proteins": "P1;P2", "is_decoy": "false", "is_contaminant": "true", "rank": "1",
            "calculated_mass": "1000.0", "isotope_error": "1", "precursor_purity": "0.75", "missed_cleavages": "1",
            "matched_fragments": "12",
            "matched_intensity_fraction": "0.5", "fragment_error_ppm": "-1.5", "hyperscore": "30.25",
            "delta_hyperscore": "4.125", "score": "30.5", "q_value": "0.01", "posterior_error_probability": "1e-05",
            "run_q_value": "0.0099", "peptidoform_q_value": "0.011", "peptide_q_value": "0.25",
            "protein_q_value": "0.5", "run_peptidoform_q_value": "0.0125", "run_peptide_q_value": "0.375",
            "run_protein_q_value": "0.625",
        ]
        for (name, text) in fields { #expect(try table.field(0, name) == text, "\(name)") }
        let delta = try #require(Double(table.field(0, "delta_mass")))
        let error = try #require(Double(table.field(0, "precursor_error_ppm")))
        #expect(abs(delta - 3.00670967007) < 1e-8)
        // (1002.003354835 - 1000) / 1000: the isotope is taken off before.
        #expect(abs(error - 2003.354835) < 1e-4)
    }

    @Test("the purity is that of the precursor the match is to; of another one nothing is said")
    func purity() async throws {
        var evidence = TinyExperiment.evidence
        let run = try #require(evidence.firstIndex { $0.matches.run == "a" })
        evidence[run].spectra[1].refinement?.mz = 503
        let path = folder.path(PSMReport.fileName)
        try await PSMReport(identifications: TinyExperiment.identifications, runs: evidence)
            .write(to: path, scope: .all)
        #expect(try Table(path: path).column("precursor_purity") == ["", "", ""])
        #expect(try await table(.all).column("precursor_purity") == ["0.75", "", ""])
    }

    @Test("accepted means targets whose q-value is at most the rate, to the last bit")
    func accepted() async throws {
        #expect(try await table(.accepted).column("q_value") == ["0.01"])
        #expect(try await table(.all).column("q_value") == ["0.01", "0.005", "0.010000000000000002"])
    }

    @Test("all rows are written in the order of the identifications, decoys marked and prefixed")
    func all() async throws {
        let table = try await table(.all)
        #expect(try table.column("run") == ["a", "b", "b"])
        #expect(try table.column("sequence") == ["PEPTIDEK", "EDITPEPK", "MAGICK"])
        #expect(try table.column("is_decoy") == ["false", "true", "false"])
        #expect(try table.column("proteins") == ["P1;P2", "rev_P1;rev_P3", "P3"])
        #expect(try table.column("previous_residue") == ["R", "K", "-"])
    }

    @Test("what is not available is an empty field, and a spectrum without account is named by its index")
    func missing() async throws {
        let table = try await table(.all)
        #expect(try table.column("spectrum_id") == ["controllerType=0 scan=11", "index=4", "index=2"])
        for name in ["scan", "retention_time_min", "protein_q_value"] {
            #expect(try table.column(name).dropFirst() == ["", ""], "\(name)")
        }
        #expect(try table.column("peptide_q_value") == ["0.25", "1.0", "0.25"])
    }

    @Test("numbers read back to the same value")
    func exactNumbers() async throws {
        let table = try await table(.all)
        for (row, psm) in TinyExperiment.identifications.psms.enumerated() {
            #expect(try Double(table.field(row, "q_value")) == psm.qValue)
            #expect(try Double(table.field(row, "posterior_error_probability")) == psm.posteriorErrorProbability)
        }
        #expect(try Double(table.field(2, "precursor_mz")) == 501.0072764665789)
        #expect(try Double(table.field(2, "delta_mass")) == 501.0072764665789 - 1.0072764665789 - 500)
    }

    @Test("the order in which evidence is given does not matter")
    func order() async throws {
        let turned = PSMReport(
            identifications: TinyExperiment.identifications, runs: TinyExperiment.evidence.reversed())
        let (one, other) = (folder.path("one.tsv"), folder.path("other.tsv"))
        try await report.write(to: one, scope: .all)
        try await turned.write(to: other, scope: .all)
        #expect(try Table(path: one).rows == Table(path: other).rows)
    }

    /// A run of so many accepted matches, each with a score of its own.
    private func long(_ count: Int) throws -> PSMReport {
        var identifications = TinyExperiment.identifications
        let (psm, runA) = (identifications.psms[0], try #require(TinyExperiment.evidence.last?.matches))
        var run = runA
        run.matches = (0..<count).map { number in
            var match = runA.matches[0]
            match.spectrumIndex = number
            match.score = 1 / Double(number + 3)
            return match
        }
        identifications.psms = (0..<count).map { number in
            var psm = psm
            (psm.match, psm.spectrumIndex) = (number, number)
            return psm
        }
        return PSMReport(
            identifications: identifications, runs: [PSMReport.RunEvidence(matches: run, spectra: [])])
    }

    @Test("any number of workers writes the rows in their order", arguments: [1, 2, 5])
    func workers(_ count: Int) async throws {
        let path = folder.path("psms.tsv")
        #expect(try await long(3000).write(to: path, scope: .all, workers: count) == 3000)
        let table = try Table(path: path)
        #expect(table.rows.count == 3000)
        for number in [0, 1, 511, 512, 1024, 2999] {
            #expect(try table.field(number, "spectrum_id") == "index=\(number)")
            #expect(try Double(table.field(number, "score")) == 1 / Double(number + 3))
        }
    }
}
