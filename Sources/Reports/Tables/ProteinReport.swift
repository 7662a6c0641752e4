public import Confidence
import Foundations
import PeptideSearch

/// `proteins.tsv`: one row for each protein group, by falling score, then leading accession.
public struct ProteinReport {
    /// Name of the file in the output folder.
    public static let fileName = "proteins.tsv"

    private let identifications: Identifications

    /// Creates the table.
    public init(identifications: Identifications) {
        self.identifications = identifications
    }

    static let columns = [
        "protein_group", "leading_protein", "gene", "description", "is_contaminant", "peptide_count",
        "unique_peptide_count", "razor_peptide_count", "psm_count", "coverage", "score", "q_value",
        "posterior_error_probability", "is_decoy", "subset_proteins",
    ]

    /// Writes the table and returns the number of rows.
    ///
    /// - Throws: `FileError`.
    @discardableResult public func write(to path: String, scope: TableScope) throws -> Int {
        let table = try TSVFile(path: path, columns: Self.columns)
        var count = 0
        let limit = identifications.parameters.falseDiscoveryRate
        for group in identifications.proteinGroups
        where scope.includes(isDecoy: group.isDecoy, qValue: group.qValue, limit: limit) {
            let members = group.proteins.map { identifications.proteins[$0].accession }
            let subsets = group.subsetProteins.map { identifications.proteins[$0].accession }
            try table.append([
                .text(Accessions.joined(members, isDecoy: group.isDecoy)),
                .text(Accessions.joined(members.prefix(1), isDecoy: group.isDecoy)), .text(group.gene),
                .text(group.description), .flag(group.isContaminant), .integer(group.peptideCount),
                .integer(group.uniquePeptideCount), .integer(group.razorPeptideCount), .integer(group.psmCount),
                .number(group.coverage), .number(group.score), .number(group.qValue),
                .number(group.posteriorErrorProbability), .flag(group.isDecoy),
                .text(Accessions.joined(subsets, isDecoy: group.isDecoy)),
            ])
            count += 1
        }
        try table.finish()
        return count
    }
}
