import Confidence
import PeptideSearch
import Reports
import TestSupport
import Testing

@Suite struct EntrapmentTableTests {
    @Test("has a row for each level and claimed rate, with empty fields where nothing is known")
    func rows() throws {
        let folder = try TemporaryDirectory()
        let analysis = EntrapmentAnalysis(
            falseDiscoveryRate: 0.01,
            census: EntrapmentCensus(targetPeptides: 4, entrapmentPeptides: 2, isPaired: true),
            rows: [
                EntrapmentRow(level: .psm, claimedRate: 0.01, targetCount: 3, entrapmentCount: 1, ratio: 0.5),
                EntrapmentRow(
                    level: .peptide, claimedRate: 0.1, targetCount: 5, entrapmentCount: 3, pairedFalseTargetCount: 1,
                    ratio: 0.5),
                EntrapmentRow(
                    level: .protein, claimedRate: 0.001, targetCount: 0, entrapmentCount: 0, ratio: 0.5),
            ])
        let count = try EntrapmentTable(analysis: analysis).write(to: folder.path(EntrapmentTable.fileName))
        let table = try Table(path: folder.path("entrapment.tsv"))
        #expect(count == 3)
        #expect(
            table.columns == [
                "level", "claimed", "targets", "entrapments", "ratio", "lower", "lower_low", "lower_high", "combined",
                "combined_low", "combined_high", "paired", "verdict",
            ])
        #expect(table.rows[0].prefix(6) == ["psm", "0.01", "3", "1", "0.5", "0.25"])
        // Wilson for 1 of 4 (see the tests of truth.tsv), and three times that.
        #expect(try table.field(0, "lower_low").hasPrefix("0.0455"))
        #expect(try table.field(0, "lower_high").hasPrefix("0.6993"))
        #expect(try table.field(0, "combined") == "0.75")
        #expect(try table.field(0, "combined_low").hasPrefix("0.1367"))
        #expect(try table.field(0, "combined_high").hasPrefix("2.0980"))
        // (3 + 1/0.5)/8.
        #expect(try table.column("paired") == ["", "0.625", ""])
        #expect(try table.column("verdict") == ["refuted", "refuted", "inconclusive"])
        #expect(
            table.rows[2] == ["protein", "0.001", "0", "0", "0.5", "", "", "", "", "", "", "", "inconclusive"])
    }
}
