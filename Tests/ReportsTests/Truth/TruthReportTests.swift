import Reports
import TestSupport
import Testing

@Suite struct TruthReportTests {
    private static let match = KnownExperiment.Match(sequence: "AAAK")

    @Test("has a row for each level and kind of spectrum, in a fixed order")
    func rows() throws {
        let folder = try TemporaryDirectory()
        // Three right, one wrong; nothing is accepted of peptides and proteins.
        let spectra: [KnownExperiment.Spectrum] = [
            .of("AAAK", match: Self.match), .of("AAAK", match: Self.match), .of("AAAK", match: Self.match),
            .of("GLVK", match: Self.match),
        ]
        let comparison = try KnownExperiment(runs: [("a", spectra)]).compare()
        try TruthReport(comparison: comparison).write(to: folder.path(TruthReport.fileName))
        let table = try Table(path: folder.path("truth.tsv"))
        #expect(
            table.columns == [
                "level", "subset", "spectra", "identifiable", "accepted", "right", "wrong", "wrong_form", "missed",
                "true_error", "true_error_lower", "true_error_upper", "claimed_error",
            ])
        #expect(try table.column("level") == [String](repeating: "psm", count: 7) + ["peptide", "protein"])
        #expect(
            try table.column("subset") == [
                "all", "clean", "co-isolated", "wrong isotope", "missing charge", "foreign", "noise", "all", "all",
            ])
        #expect(table.rows[0].prefix(10) == ["psm", "all", "4", "4", "4", "3", "1", "0", "1", "0.25"])
        // Wilson for 1 of 4: (0.25 + z2/8 -+ z sqrt(0.1875/4 + z2/64)) / (1 + z2/4) with z2 = 3.841459.
        #expect(try table.field(0, "true_error_lower").hasPrefix("0.0455"))
        #expect(try table.field(0, "true_error_upper").hasPrefix("0.6993"))
        #expect(try table.column("claimed_error") == ["0.01", "", "", "", "", "", "", "0.01", "0.01"])
        #expect(table.rows[6] == ["psm", "noise", "0", "0", "0", "0", "0", "0", "0", "", "", "", ""])
        #expect(table.rows[7] == ["peptide", "all", "", "2", "0", "0", "0", "", "2", "", "", "", "0.01"])
    }
}
