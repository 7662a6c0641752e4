import PeptideSearch

/// Competition of protein groups with their decoy mirrors.
///
/// A member of a group is scored by the best peptide of its label among the pairs that point to no other group (see
/// ``ProteinGrouping/scoringPairs(of:)``). Of group and mirror the better member is kept.
///
/// > Source: Savitski, Wilhelm, Hahne, Kuster and Bantscheff, Mol. Cell. Proteomics 14 (2015), 2394-2404,
/// > doi:10.1074/mcp.M114.046995 (picked competition).
struct ProteinCompetition {
    let grouping: ProteinGrouping
    /// The better member of each group and its mirror, by group.
    let winners: [PairWinner]
    let rates: LevelErrorRates
    /// q-value of each winner, by group.
    private let qValues: [Double]

    init(
        grouping: ProteinGrouping, peptides: PairCompetition, proteins: [MatchedProtein], falseDiscoveryRate: Double
    ) throws(ConfidenceError) {
        self.grouping = grouping
        winners = grouping.groups.indices.map { group in
            Self.pick(group, grouping: grouping, peptides: peptides, proteins: proteins)
        }
        let rates = try LevelErrorRates(level: .protein, winners: winners, falseDiscoveryRate: falseDiscoveryRate)
        self.rates = rates
        qValues = winners.map { rates.qValue(at: $0.score) }
    }

    /// The best q-value among the groups that a member of a peptide pair points to. Where the mirror of the other label
    /// won, a group's q-value for this label is 1. `nil` where the peptide points to no group that is reported.
    func qValue(ofPair pair: Int, isDecoy: Bool) -> Double? {
        grouping.groupsOfPair[pair].lazy.map { winners[$0].isDecoy == isDecoy ? qValues[$0] : 1 }.min()
    }

    /// The better member of one group. Winners of pairs suffice: the best of both members is among them.
    private static func pick(
        _ group: Int, grouping: ProteinGrouping, peptides: PairCompetition, proteins: [MatchedProtein]
    ) -> PairWinner {
        var best = BestScores()
        for pair in grouping.scoringPairs(of: group) {
            let winner = peptides.winner(of: pair)
            best.offer(winner.score, isDecoy: winner.isDecoy)
        }
        return winner(of: group, best, in: grouping, proteins: proteins)
    }

    /// The best scores of the peptides of a group and of its mirror.
    struct BestScores {
        private(set) var target: Double?
        private(set) var decoy: Double?

        mutating func offer(_ score: Double, isDecoy: Bool) {
            if isDecoy { decoy = max(decoy ?? score, score) } else { target = max(target ?? score, score) }
        }
    }

    /// The better of a group and its mirror; one of them has a score.
    static func winner(
        of group: Int, _ best: BestScores, in grouping: ProteinGrouping, proteins: [MatchedProtein]
    ) -> PairWinner {
        PairWinner(target: best.target, decoy: best.decoy) {
            let accessions = grouping.groups[group].proteins.map { proteins[$0].accession }
            return TieCoin.key(0, accessions.joined(separator: ";"))
        }
    }
}
