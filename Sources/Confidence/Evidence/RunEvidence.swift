import PeptideSearch

/// The best match of every spectrum of one run, checked and by spectrum, and what its peptides belong to.
struct RunEvidence {
    /// Matches of rank 1 by spectrum.
    let matches: [BestMatch]
    let source: any MatchSource
    /// Number of peptides of the run.
    let peptideCount: Int

    /// Reads the matches of a run.
    ///
    /// - Throws: ``ConfidenceError`` for matches that cannot be, and what the source throws.
    init(of source: any MatchSource) throws {
        self.source = source
        peptideCount = try source.readSize().peptides
        var matches = try source.readBestMatches()
        for match in matches {
            guard (0..<peptideCount).contains(match.peptide) else {
                throw ConfidenceError.danglingReference(run: source.run, spectrumIndex: match.spectrumIndex)
            }
            guard match.score.isFinite else {
                throw ConfidenceError.nonFiniteScore(run: source.run, spectrumIndex: match.spectrumIndex)
            }
        }
        matches.sort { $0.spectrumIndex < $1.spectrumIndex }
        for (match, next) in zip(matches, matches.dropFirst()) where match.spectrumIndex == next.spectrumIndex {
            throw ConfidenceError.repeatedSpectrum(run: source.run, spectrumIndex: match.spectrumIndex)
        }
        self.matches = matches
    }

    /// For each peptide the position of its best match in ``matches``, of equal scores the first; -1 where it has none.
    var bestMatchOfPeptide: [Int32] {
        var best = [Int32](repeating: -1, count: peptideCount)
        for (position, match) in matches.enumerated() {
            let known = Int(best[match.peptide])
            if known < 0 || match.score > matches[known].score { best[match.peptide] = Int32(position) }
        }
        return best
    }

    /// The peptides that best matches name, each once.
    var matchedPeptides: [Int] {
        var isMatched = [Bool](repeating: false, count: peptideCount)
        for match in matches { isMatched[match.peptide] = true }
        return isMatched.indices.filter { isMatched[$0] }
    }

    /// Hands over the peptides that are matched, with their rows.
    func forEachMatchedPeptide(
        _ best: [Int32], _ use: (_ row: Int, _ peptide: PeptideEvidence) throws -> Void
    ) throws {
        try source.readPeptides { first, peptides in
            for (index, peptide) in peptides.enumerated() where best[first + index] >= 0 {
                try use(first + index, peptide)
            }
        }
    }
}
