/// Competition of targets with their own decoys: best match per member, best member per pair, then error rates among
/// the winners.
///
/// > Source: Lin, Short, Noble and Keich, "Improving peptide-level mass spectrometry analysis via double competition",
/// > J. Proteome Res. 21 (2022), 2412-2420, PubMed 36166314.
struct PairCompetition {
    /// For each member (`2 * pair`, `+ 1` for the decoy), the first entry of the matches, its best; -1 where it has
    /// none.
    let bestEntries: [Int]
    /// The winning member of each pair.
    let winners: [Int]
    /// q-value of each member; 1 for those beaten by their partner.
    let qValues: [Double]
    /// Posterior error probability of each member; 1 for those beaten by their partner.
    let posteriorErrorProbabilities: [Double]
    let summary: LevelSummary

    /// Lets the members of pairs compete.
    ///
    /// - Parameters:
    ///   - pairs: Pair of each entry of the matches.
    ///   - tieKeys: For each pair, what a tie between its members is broken by.
    init(
        level: ConfidenceLevel, matches: RankOneMatches, pairs: [Int], tieKeys: [UInt64], falseDiscoveryRate: Double
    ) throws(ConfidenceError) {
        bestEntries = Self.bestEntries(matches, pairs: pairs, pairCount: tieKeys.count)
        winners = Self.winners(bestEntries, matches: matches, tieKeys: tieKeys)
        let winningEntries = winners.map { [bestEntries] in matches.entries[bestEntries[$0]] }
        let rates = try LevelErrorRates(
            level: level, scores: winningEntries.map(\.score), isDecoy: winningEntries.map(\.isDecoy),
            falseDiscoveryRate: falseDiscoveryRate)
        var qValues = [Double](repeating: 1, count: bestEntries.count)
        var probabilities = qValues
        for (index, member) in winners.enumerated() {
            qValues[member] = rates.qValues[index]
            probabilities[member] = rates.posteriorErrorProbabilities[index]
        }
        self.qValues = qValues
        posteriorErrorProbabilities = probabilities
        summary = rates.summary
    }

    /// The member an entry of the matches stands for.
    static func member(pair: Int, isDecoy: Bool) -> Int { 2 * pair + (isDecoy ? 1 : 0) }

    private static func bestEntries(_ matches: RankOneMatches, pairs: [Int], pairCount: Int) -> [Int] {
        var best = [Int](repeating: -1, count: 2 * pairCount)
        for (index, entry) in matches.entries.enumerated() {
            let member = member(pair: pairs[index], isDecoy: entry.isDecoy)
            if best[member] < 0 { best[member] = index }
        }
        return best
    }

    private static func winners(_ best: [Int], matches: RankOneMatches, tieKeys: [UInt64]) -> [Int] {
        tieKeys.indices.map { pair in
            let target = best[2 * pair]
            let decoy = best[2 * pair + 1]
            guard target >= 0, decoy >= 0 else { return 2 * pair + (target >= 0 ? 0 : 1) }
            let targetScore = matches.entries[target].score
            let decoyScore = matches.entries[decoy].score
            let targetWins = targetScore == decoyScore ? TieCoin.favoursTarget(tieKeys[pair]) : targetScore > decoyScore
            return 2 * pair + (targetWins ? 0 : 1)
        }
    }
}
