import PeptideSearch

/// The proteins of all runs as one list, and where a run's proteins are in it.
struct ProteinTable {
    /// Each protein once, by accession (Unicode scalars). A contaminant in one run is one everywhere.
    let proteins: [MatchedProtein]
    private let positions: [String: Int]

    init(of sources: [any MatchSource]) throws {
        var isContaminant: [String: Bool] = [:]
        for source in sources {
            for protein in try source.readProteins() {
                isContaminant[protein.accession, default: false] =
                    isContaminant[protein.accession, default: false] || protein.isContaminant
            }
        }
        proteins = isContaminant.map { MatchedProtein(accession: $0.key, isContaminant: $0.value) }
            .sorted { $0.accession.unicodeScalars.lexicographicallyPrecedes($1.accession.unicodeScalars) }
        positions = Dictionary(uniqueKeysWithValues: proteins.enumerated().map { ($1.accession, $0) })
    }

    /// Where the proteins of a run are in the common list.
    func positions(in source: any MatchSource) throws -> [Int] {
        try source.readProteins().compactMap { positions[$0.accession] }
    }
}
