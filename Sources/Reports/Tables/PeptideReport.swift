public import Confidence
import Foundations
import PeptideSearch

/// `peptides.tsv`: one row for each sequence, I and L taken as one, by falling score, then sequence.
public struct PeptideReport {
    /// Name of the file in the output folder.
    public static let fileName = "peptides.tsv"

    private let identifications: Identifications

    /// Creates the table.
    public init(identifications: Identifications) {
        self.identifications = identifications
    }

    static let columns = [
        "sequence", "peptidoforms", "proteins", "psm_count", "best_score", "q_value", "posterior_error_probability",
        "is_decoy", "is_contaminant",
    ]

    /// Writes the table and returns the number of rows.
    ///
    /// - Throws: `FileError`.
    @discardableResult public func write(to path: String, scope: TableScope) throws -> Int {
        let table = try TSVFile(path: path, columns: Self.columns)
        var count = 0
        let limit = identifications.parameters.falseDiscoveryRate
        for peptide in identifications.peptides
        where scope.includes(isDecoy: peptide.isDecoy, qValue: peptide.qValue, limit: limit) {
            let proteins = peptide.proteins.map { identifications.proteins[$0].accession }
            try table.append([
                .text(peptide.sequence), .text(peptide.peptidoforms.joined(separator: ";")),
                .text(Accessions.joined(proteins, isDecoy: peptide.isDecoy)), .integer(peptide.psmCount),
                .number(peptide.score), .number(peptide.qValue), .number(peptide.posteriorErrorProbability),
                .flag(peptide.isDecoy), .flag(peptide.isContaminant),
            ])
            count += 1
        }
        try table.finish()
        return count
    }
}
