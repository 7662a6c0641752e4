import Statistics

/// Whether decoys behave as wrong targets do, as far as the matches show it.
///
/// Every error rate rests on one thing: a wrong match is to a decoy as often as to a target, whatever its score. Where
/// nearly all matches are wrong this can be seen. With as many decoys as wrong targets about half of all wrong matches
/// are decoys, so that among as many of the lowest-scoring matches as there are decoys nearly all are wrong: half of
/// these should be decoys, and their peptides should have the lengths and masses of the targets there.
///
/// With thousands of matches the smallest difference is significant and none matters that is small; with few matches
/// large ones come by chance. So a finding must be both: larger than ``Limits`` and less likely by chance than one in a
/// million.
struct Exchangeability {
    /// What is odd and can be lived with, in sentences.
    let warnings: [String]

    /// Looks at matches.
    ///
    /// - Throws: ``ConfidenceError/decoysUnlikeTargets(_:)`` where decoys are not what wrong targets are.
    init(of sample: MatchSample) throws(ConfidenceError) {
        let low = LowScores(of: sample.matches)
        let findings =
            [DecoyShare(of: low).map(DecoyFinding.share)]
            + DecoyFigure.Kind.allCases.map { kind in
                DecoyFigure(kind, of: low).map(DecoyFinding.figure)
            }
        let odd = findings.compactMap { $0 }
        if let worst = odd.first(where: \.isSevere) { throw .decoysUnlikeTargets(worst) }
        warnings = odd.map(\.description)
    }

    /// How far decoys may be from wrong targets, and how unlikely it must be that they are so by chance.
    ///
    /// In searches with reversed and with shuffled decoys, simulated and real, closed and open, the share is 0.45 to 0.51
    /// and distances are below 0.11 where there are enough decoys for them to mean anything. Other proteomes as decoys,
    /// and decoys that are digested into longer peptides, come to 0.33 and less.
    enum Limits {
        /// Shares of decoys among the lowest-scoring matches that are odd outside (error rates off by a factor of 1.5),
        /// and that are refused outside (by a factor of 2).
        static let oddShares = 0.4...0.6
        static let refusedShares = 1.0 / 3...2.0 / 3
        /// Largest differences of cumulated shares (Kolmogorov and Smirnov) above which figures are odd, and refused.
        static let oddDistance = 0.15
        static let refusedDistance = 0.3
        /// The probability of chance, for each finding.
        static let chance = 1e-6
    }
}

/// The lowest-scoring matches: as many as there are decoys, and more where the last of them have one score.
struct LowScores {
    let targets: [MatchSample.Match]
    let decoys: [MatchSample.Match]

    init(of matches: [MatchSample.Match]) {
        let decoyCount = matches.count { $0.isDecoy }
        guard decoyCount > 0 else {
            (targets, decoys) = ([], [])
            return
        }
        let highest = matches.map(\.score).sorted()[decoyCount - 1]
        let low = matches.filter { $0.score <= highest }
        targets = low.filter { !$0.isDecoy }
        decoys = low.filter(\.isDecoy)
    }
}
