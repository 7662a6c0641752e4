extension Assessment {
    /// Protein level: groups that cannot be told apart, each against its decoy mirror.
    mutating func assessProteins(
        from peptideCompetition: PairCompetition, facts: (_ accession: String) -> ProteinFacts?
    ) throws(ConfidenceError) {
        let isStrong = peptideCompetition.winners.map { isAccepted(peptideCompetition.qValues[$0]) }
        let grouping = ProteinGrouping(
            pairProteins: catalogue.pairProteins, isStrong: isStrong, proteinCount: catalogue.proteins.count)
        let competition = try ProteinCompetition(
            grouping: grouping, peptides: peptideCompetition, matches: matches, proteins: catalogue.proteins,
            falseDiscoveryRate: parameters.falseDiscoveryRate)
        summaries.append(competition.summary)
        unscoredGroupCount = grouping.groups.count - competition.winners.count
        let collector = ProteinCollector(assessment: self, grouping: grouping, peptideRows: peptideRows)
        proteinGroups = collector.rows(competition, facts: facts)
        giveProteinQValues(competition, grouping: grouping)
    }

    /// Gives each match the best q-value among the groups its peptide points to. Where the mirror of the other label
    /// won, a group's q-value for this label is 1.
    private mutating func giveProteinQValues(_ competition: ProteinCompetition, grouping: ProteinGrouping) {
        var winnerOfGroup = [ProteinCompetition.Winner?](repeating: nil, count: grouping.groups.count)
        for winner in competition.winners { winnerOfGroup[winner.group] = winner }
        for index in psms.indices {
            let isDecoy = psms[index].isDecoy
            psms[index].proteinQValue = grouping.groupsOfPair[catalogue.peptidePairs[index]].lazy
                .compactMap { winnerOfGroup[$0] }
                .map { $0.isDecoy == isDecoy ? $0.qValue : 1 }
                .min()
        }
    }
}
