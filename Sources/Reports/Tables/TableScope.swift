/// Which rows a table holds.
public enum TableScope: String, Sendable, Hashable, CaseIterable {
    /// Targets within the accepted false discovery rate of the table's own level.
    case accepted
    /// Every row that took part, decoys and rejected ones too.
    case all

    func includes(isDecoy: Bool, qValue: Double, limit: Double) -> Bool {
        self == .all || (!isDecoy && qValue <= limit)
    }
}

/// How accessions are written.
package enum Accessions {
    /// Stands in front of the accession of a decoy, so that nobody who overlooks `is_decoy` counts it as a protein.
    package static let decoyPrefix = "rev_"

    /// Accessions joined by `;`, as every table writes them.
    static func joined(_ accessions: some Sequence<String>, isDecoy: Bool) -> String {
        accessions.map { isDecoy ? decoyPrefix + $0 : $0 }.joined(separator: ";")
    }
}
