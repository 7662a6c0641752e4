import PeptideSearch

/// The proteins of all runs as one list, and where a run's proteins are in it.
struct ProteinTable {
    /// Each protein once, by accession (Unicode scalars). A contaminant in one run is one everywhere.
    let proteins: [MatchedProtein]
    /// For each protein whether it is an entrapment, in every run. Identifications are not told so: to error rates
    /// entrapments are targets like others.
    let isEntrapment: [Bool]
    private let positions: [String: Int]

    init(of sources: [any MatchSource]) throws {
        var merged: [String: MatchedProtein] = [:]
        for source in sources {
            for protein in try source.readProteins() {
                var known = merged[protein.accession] ?? protein
                known.isContaminant = known.isContaminant || protein.isContaminant
                known.isEntrapment = known.isEntrapment && protein.isEntrapment
                merged[protein.accession] = known
            }
        }
        let sorted = merged.values.sorted {
            $0.accession.unicodeScalars.lexicographicallyPrecedes($1.accession.unicodeScalars)
        }
        proteins = sorted.map { MatchedProtein(accession: $0.accession, isContaminant: $0.isContaminant) }
        isEntrapment = sorted.map(\.isEntrapment)
        positions = Dictionary(uniqueKeysWithValues: proteins.enumerated().map { ($1.accession, $0) })
    }

    /// Where the proteins of a run are in the common list.
    func positions(in source: any MatchSource) throws -> [Int] {
        try source.readProteins().compactMap { positions[$0.accession] }
    }
}
