import PeptideSearch

/// Makes the rows of protein groups out of the outcome of their competition.
struct ProteinCollector {
    let assessment: Assessment
    let rows: PeptideRows

    /// Rows by falling score, then leading accession.
    func groups() -> [IdentifiedProteinGroup] {
        let winners = assessment.proteinCompetition.winners.enumerated()
        return winners.compactMap { group, winner in winner.map { row(group, $0) } }.sorted { left, right in
            left.score != right.score
                ? left.score > right.score : left.proteins.lexicographicallyPrecedes(right.proteins)
        }
    }

    private func row(_ position: Int, _ winner: PairWinner) -> IdentifiedProteinGroup {
        let grouping = assessment.proteinCompetition.grouping
        let group = grouping.groups[position]
        let accepted = acceptedPairs(of: group, isDecoy: winner.isDecoy)
        let peptides = accepted.compactMap { rows.row(ofPair: $0, isDecoy: winner.isDecoy) }.sorted()
        let proteins = assessment.proteins
        // All proteins of a group have the same accepted peptides, so that the first by accession leads.
        let known = assessment.proteinFacts[proteins[group.proteins[0]].accession]
        return IdentifiedProteinGroup(
            proteins: group.proteins, subsetProteins: group.subsetProteins, gene: known?.gene,
            description: known?.description, isContaminant: group.proteins.contains { proteins[$0].isContaminant },
            isDecoy: winner.isDecoy, peptideCount: peptides.count,
            uniquePeptideCount: accepted.lazy.filter { grouping.groupsOfPair.count(of: $0) == 1 }.count,
            psmCount: peptides.reduce(0) { $0 + rows.psmCount(ofRow: $1) },
            coverage: winner.isDecoy ? nil : coverage(of: known?.sequence, peptides: peptides),
            score: winner.score, qValue: assessment.proteinCompetition.rates.qValue(at: winner.score),
            posteriorErrorProbability: assessment.proteinCompetition.rates.posteriorErrorProbability(
                at: winner.score),
            peptides: peptides)
    }

    /// Pairs of the group whose member of the given label is there and accepted at peptide level.
    private func acceptedPairs(of group: ProteinGrouping.Group, isDecoy: Bool) -> [Int] {
        group.pairs.filter { pair in
            let member = PairTable.member(pair: pair, isDecoy: isDecoy)
            return rows.row(ofPair: pair, isDecoy: isDecoy) != nil
                && assessment.isAccepted(assessment.peptides.qValue(of: member))
        }
    }

    private func coverage(of sequence: String?, peptides: [Int]) -> Double? {
        guard let sequence else { return nil }
        return SequenceCoverage.share(of: sequence, in: peptides.compactMap { rows.acceptedSequences[$0] })
    }
}
