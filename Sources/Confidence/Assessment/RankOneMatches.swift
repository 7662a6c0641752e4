import PeptideSearch

/// The best match of every spectrum over all runs, checked and in the one order everything later relies on: by falling
/// score, then run name, then spectrum index.
struct RankOneMatches {
    /// One match of rank 1.
    struct Entry {
        /// Position of the run among the runs sorted by name.
        let run: Int
        /// Position in the run's matches.
        let match: Int
        let spectrumIndex: Int
        /// Position in the run's peptides.
        let peptide: Int
        let isDecoy: Bool
        let score: Double
    }

    let entries: [Entry]

    /// Collects the matches of rank 1 from runs sorted by name.
    init(of runs: [RunMatches]) throws(ConfidenceError) {
        var entries: [Entry] = []
        for (position, run) in runs.enumerated() {
            let first = entries.count
            try Self.append(run, position: position, to: &entries)
            try Self.checkSpectraOccurOnce(entries[first...], run: run.run)
        }
        let decoyCount = entries.lazy.filter(\.isDecoy).count
        guard !entries.isEmpty else { throw .noMatches(runCount: runs.count) }
        guard decoyCount > 0 else { throw .noDecoys(targetCount: entries.count) }
        guard decoyCount < entries.count else { throw .noTargets(decoyCount: decoyCount) }
        entries.sort(by: Self.precedes)
        self.entries = entries
    }

    private static func append(
        _ run: RunMatches, position: Int, to entries: inout [Entry]
    ) throws(ConfidenceError) {
        for (index, match) in run.matches.enumerated() where match.rank == 1 {
            guard run.peptides.indices.contains(match.peptide) else {
                throw .danglingReference(run: run.run, spectrumIndex: match.spectrumIndex)
            }
            guard match.score.isFinite else {
                throw .nonFiniteScore(run: run.run, spectrumIndex: match.spectrumIndex)
            }
            entries.append(
                Entry(
                    run: position, match: index, spectrumIndex: match.spectrumIndex, peptide: match.peptide,
                    isDecoy: run.peptides[match.peptide].isDecoy, score: match.score))
        }
    }

    private static func checkSpectraOccurOnce(_ entries: ArraySlice<Entry>, run: String) throws(ConfidenceError) {
        let indices = entries.map(\.spectrumIndex).sorted()
        for (index, next) in zip(indices, indices.dropFirst()) where index == next {
            throw .repeatedSpectrum(run: run, spectrumIndex: index)
        }
    }

    private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
        if left.score != right.score { return left.score > right.score }
        if left.run != right.run { return left.run < right.run }
        return left.spectrumIndex < right.spectrumIndex
    }
}
