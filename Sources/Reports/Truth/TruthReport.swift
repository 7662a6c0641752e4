import Confidence
import Foundations

/// `truth.tsv`: how many accepted matches, peptides and protein groups are right, wrong and missed, where that is known.
///
/// One row for each level and subset: matches of all spectra, then by kind of spectrum, then peptides, then protein
/// groups. What counts as right, identifiable and missed is defined in ``TruthComparison``, the subsets in
/// ``SpectrumKind``; subsets overlap, so that their rows do not add up.
///
/// | column | meaning |
/// |---|---|
/// | `level` | `psm`, `peptide` or `protein` |
/// | `subset` | `all`, or the kind of spectra the row is about |
/// | `spectra` | MS2 spectra of the subset; empty above the level of matches |
/// | `identifiable` | what could have been found |
/// | `accepted` | targets within the false discovery rate of the level: `right` + `wrong` |
/// | `right` | accepted, and true |
/// | `wrong` | accepted, and not true |
/// | `wrong_form` | of `wrong`, matches whose sequence is in the spectrum with other modifications; empty above matches |
/// | `missed` | identifiable, and not found |
/// | `true_error` | `wrong` / `accepted`; empty where nothing is accepted |
/// | `true_error_lower`, `true_error_upper` | bounds of `true_error` at 95 % (``WilsonInterval``) |
/// | `claimed_error` | accepted false discovery rate; empty for parts of the spectra, for which none is claimed |
public struct TruthReport {
    /// Name of the file in the output folder.
    public static let fileName = "truth.tsv"

    private let comparison: TruthComparison

    /// Creates the table.
    public init(comparison: TruthComparison) {
        self.comparison = comparison
    }

    static let columns = [
        "level", "subset", "spectra", "identifiable", "accepted", "right", "wrong", "wrong_form", "missed",
        "true_error", "true_error_lower", "true_error_upper", "claimed_error",
    ]

    /// Writes the table.
    ///
    /// - Throws: `FileError`.
    public func write(to path: String) throws {
        let table = try TSVFile(path: path, columns: Self.columns)
        for tally in comparison.tallies { try table.append(row(tally)) }
        try table.finish()
    }

    private func row(_ tally: TruthTally) -> [TSVField] {
        [
            .text(tally.level.rawValue), .text(tally.kind.rawValue), .integer(tally.spectra),
            .integer(tally.identifiable), .integer(tally.accepted), .integer(tally.right), .integer(tally.wrong),
            .integer(tally.level == .psm ? tally.wrongForm : nil), .integer(tally.missed), .number(tally.trueError),
            .number(tally.trueErrorBounds?.lowerBound),
            .number(tally.trueErrorBounds?.upperBound),
            tally.kind == .all ? .number(comparison.claimedError) : .missing,
        ]
    }
}
