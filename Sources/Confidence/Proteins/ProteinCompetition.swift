import PeptideSearch

/// Competition of protein groups with their decoy mirrors.
///
/// A member of a group is scored by the best peptide of its label among the pairs that point to no other group; shared
/// peptides do not score, since they do not say which group they came from. Of group and mirror the better member is
/// kept. A group without a pair of its own has no score and takes no part.
///
/// > Source: Savitski, Wilhelm, Hahne, Kuster and Bantscheff, Mol. Cell. Proteomics 14 (2015), 2394-2404,
/// > doi:10.1074/mcp.M114.046995 (picked competition).
struct ProteinCompetition {
    /// The better member of a group and its mirror.
    struct Winner {
        /// Position of the group in the grouping.
        let group: Int
        let isDecoy: Bool
        let score: Double
        let qValue: Double
        let posteriorErrorProbability: Double
    }

    /// Winners of the groups that have a score, in the order of the groups.
    let winners: [Winner]
    let summary: LevelSummary

    init(
        grouping: ProteinGrouping, peptides: PairCompetition, matches: RankOneMatches, proteins: [MatchedProtein],
        falseDiscoveryRate: Double
    ) throws(ConfidenceError) {
        let picked = grouping.groups.indices.compactMap { group in
            Self.pick(group, grouping: grouping, peptides: peptides, matches: matches, proteins: proteins)
        }
        let rates = try LevelErrorRates(
            level: .protein, scores: picked.map(\.score), isDecoy: picked.map(\.isDecoy),
            falseDiscoveryRate: falseDiscoveryRate)
        winners = picked.indices.map { index in
            Winner(
                group: picked[index].group, isDecoy: picked[index].isDecoy, score: picked[index].score,
                qValue: rates.qValues[index],
                posteriorErrorProbability: rates.posteriorErrorProbabilities[index])
        }
        summary = rates.summary
    }

    /// The better member of one group. Winners of pairs suffice: the best of both members is among them.
    private static func pick(
        _ group: Int, grouping: ProteinGrouping, peptides: PairCompetition, matches: RankOneMatches,
        proteins: [MatchedProtein]
    ) -> (group: Int, isDecoy: Bool, score: Double)? {
        var target: Double?
        var decoy: Double?
        for pair in grouping.groups[group].pairs where grouping.groupsOfPair[pair].count == 1 {
            let entry = matches.entries[peptides.bestEntries[peptides.winners[pair]]]
            if entry.isDecoy {
                decoy = max(decoy ?? entry.score, entry.score)
            } else {
                target = max(target ?? entry.score, entry.score)
            }
        }
        switch (target, decoy) {
        case (nil, nil): return nil
        case (let score?, nil): return (group, false, score)
        case (nil, let score?): return (group, true, score)
        case (let target?, let decoy?):
            guard target == decoy else { return (group, decoy > target, max(target, decoy)) }
            let accessions = grouping.groups[group].proteins.map { proteins[$0].accession }
            let key = TieCoin.key(0, accessions.joined(separator: ";"))
            return (group, !TieCoin.favoursTarget(key), target)
        }
    }
}
