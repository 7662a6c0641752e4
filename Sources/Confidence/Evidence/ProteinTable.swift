import PeptideSearch

/// The proteins of all runs as one list, and where each run's proteins are in it.
struct ProteinTable {
    /// Each protein once, by accession (Unicode scalars). A contaminant in one run is one everywhere.
    let proteins: [MatchedProtein]
    private let positionsByRun: [[Int]]

    init(of runs: [RunMatches]) {
        var isContaminant: [String: Bool] = [:]
        for protein in runs.lazy.flatMap(\.proteins) {
            isContaminant[protein.accession, default: false] =
                isContaminant[protein.accession, default: false] || protein.isContaminant
        }
        let proteins = isContaminant.map { MatchedProtein(accession: $0.key, isContaminant: $0.value) }
            .sorted { $0.accession.unicodeScalars.lexicographicallyPrecedes($1.accession.unicodeScalars) }
        var positions: [String: Int] = [:]
        for (position, protein) in proteins.enumerated() { positions[protein.accession] = position }
        self.proteins = proteins
        positionsByRun = runs.map { run in run.proteins.compactMap { positions[$0.accession] } }
    }

    /// Whether a run holds proteins at all these positions.
    func holds(_ proteins: [Int], ofRun run: Int) -> Bool {
        proteins.allSatisfy(positionsByRun[run].indices.contains)
    }

    /// Where a run's protein is in the common list.
    func position(of protein: Int, ofRun run: Int) -> Int { positionsByRun[run][protein] }
}
