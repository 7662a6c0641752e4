public import Confidence
import Foundations

/// `entrapment.tsv`: what is claimed at each level, and what entrapments say of it.
///
/// Rows by level, from PSMs to protein groups, then by claimed rate, ascending. Bounds and their meaning are defined in
/// `EntrapmentRow`; all are shares and empty where nothing is accepted.
///
/// | column | meaning |
/// |---|---|
/// | `level` | `psm`, `peptidoform`, `peptide` or `protein` |
/// | `claimed` | claimed false discovery rate |
/// | `targets` | accepted identifications that may be in the sample |
/// | `entrapments` | accepted entrapments |
/// | `ratio` | entrapments for each target among the peptides that could be found |
/// | `lower`, `lower_low`, `lower_high` | lower bound of the false discovery proportion, and its bounds at 95 % |
/// | `combined`, `combined_low`, `combined_high` | upper bound of it, and its bounds at 95 % |
/// | `paired` | tighter upper bound, for peptides whose entrapments were shuffled from them; else empty. Its counts have different weights, so that it has no interval |
/// | `verdict` | `supported`, `inconclusive` or `refuted` |
public struct EntrapmentTable {
    /// Name of the file in the output folder.
    public static let fileName = "entrapment.tsv"

    private let analysis: EntrapmentAnalysis

    /// Creates the table.
    public init(analysis: EntrapmentAnalysis) {
        self.analysis = analysis
    }

    static let columns = [
        "level", "claimed", "targets", "entrapments", "ratio", "lower", "lower_low", "lower_high", "combined",
        "combined_low", "combined_high", "paired", "verdict",
    ]

    /// Writes the table and returns the number of rows.
    ///
    /// - Throws: `FileError`.
    @discardableResult public func write(to path: String) throws -> Int {
        let table = try TSVFile(path: path, columns: Self.columns)
        for row in analysis.rows { try table.append(Self.fields(row)) }
        try table.finish()
        return analysis.rows.count
    }

    private static func fields(_ row: EntrapmentRow) -> [TSVField] {
        [
            .text(row.level.rawValue), .number(row.claimedRate), .integer(row.targetCount),
            .integer(row.entrapmentCount), .number(row.ratio), .number(row.lower),
            .number(row.lowerInterval?.lowerBound), .number(row.lowerInterval?.upperBound), .number(row.combined),
            .number(row.combinedInterval?.lowerBound), .number(row.combinedInterval?.upperBound),
            .number(row.paired), .text(row.verdict.rawValue),
        ]
    }
}
