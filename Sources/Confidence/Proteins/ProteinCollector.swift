import PeptideSearch

/// Makes the rows of protein groups out of the outcome of their competition.
struct ProteinCollector {
    let assessment: Assessment
    let grouping: ProteinGrouping
    /// For each member of a peptide pair, its row in the assessment's peptides; -1 where it has none.
    let peptideRows: [Int]

    /// Rows by falling score, then leading accession.
    func rows(
        _ competition: ProteinCompetition, facts: (_ accession: String) -> ProteinFacts?
    ) -> [IdentifiedProteinGroup] {
        competition.winners.map { row($0, facts: facts) }.sorted { left, right in
            left.score != right.score
                ? left.score > right.score : left.proteins.lexicographicallyPrecedes(right.proteins)
        }
    }

    private func row(
        _ winner: ProteinCompetition.Winner, facts: (_ accession: String) -> ProteinFacts?
    ) -> IdentifiedProteinGroup {
        let group = grouping.groups[winner.group]
        let accepted = acceptedPairs(of: group, isDecoy: winner.isDecoy)
        let peptides = accepted.map { peptideRow($0, isDecoy: winner.isDecoy) }.sorted()
        // All proteins of a group have the same accepted peptides, so that the first by accession leads.
        let known = facts(assessment.catalogue.proteins[group.proteins[0]].accession)
        return IdentifiedProteinGroup(
            proteins: group.proteins, subsetProteins: group.subsetProteins, gene: known?.gene,
            description: known?.description,
            isContaminant: group.proteins.contains { assessment.catalogue.proteins[$0].isContaminant },
            isDecoy: winner.isDecoy, peptideCount: peptides.count,
            uniquePeptideCount: accepted.lazy.filter { grouping.groupsOfPair[$0].count == 1 }.count,
            psmCount: peptides.reduce(0) { $0 + assessment.peptides[$1].psmCount },
            coverage: winner.isDecoy ? nil : coverage(of: known?.sequence, peptides: peptides),
            score: winner.score, qValue: winner.qValue,
            posteriorErrorProbability: winner.posteriorErrorProbability, peptides: peptides)
    }

    /// Pairs of the group whose member of the given label is accepted at peptide level.
    private func acceptedPairs(of group: ProteinGrouping.Group, isDecoy: Bool) -> [Int] {
        group.pairs.filter { pair in
            let row = peptideRow(pair, isDecoy: isDecoy)
            return row >= 0 && assessment.isAccepted(assessment.peptides[row].qValue)
        }
    }

    private func peptideRow(_ pair: Int, isDecoy: Bool) -> Int {
        peptideRows[PairCompetition.member(pair: pair, isDecoy: isDecoy)]
    }

    private func coverage(of sequence: String?, peptides: [Int]) -> Double? {
        guard let sequence else { return nil }
        return SequenceCoverage.share(of: sequence, in: peptides.map { assessment.peptides[$0].sequence })
    }
}
