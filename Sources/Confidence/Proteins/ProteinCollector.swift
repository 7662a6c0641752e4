import PeptideSearch

/// Makes the rows of protein groups out of the outcome of their competition.
struct ProteinCollector {
    let assessment: Assessment
    let rows: PeptideRows
    /// Groups in the order of their rows.
    private let order: [Int]

    init(assessment: Assessment, rows: PeptideRows) {
        self.assessment = assessment
        self.rows = rows
        order = Self.order(assessment.proteinCompetition)
    }

    /// Rows by falling score, then leading accession.
    func groups() -> [IdentifiedProteinGroup] {
        let winners = assessment.proteinCompetition.winners
        return order.map { row($0, winners[$0]) }
    }

    /// What is not reported, by first protein, with the rows of the groups that explain it.
    func explained() -> [ExplainedProteins] {
        var rowOfGroup = [Int](repeating: 0, count: order.count)
        for (row, group) in order.enumerated() { rowOfGroup[group] = row }
        return assessment.proteinCompetition.grouping.explained.map { explained in
            ExplainedProteins(proteins: explained.proteins, groups: explained.groups.map { rowOfGroup[$0] }.sorted())
        }
    }

    /// Groups in the order of their rows.
    private static func order(_ competition: ProteinCompetition) -> [Int] {
        let (groups, winners) = (competition.grouping.groups, competition.winners)
        return groups.indices.sorted { left, right in
            winners[left].score != winners[right].score
                ? winners[left].score > winners[right].score : groups[left].proteins[0] < groups[right].proteins[0]
        }
    }

    private func row(_ position: Int, _ winner: PairWinner) -> IdentifiedProteinGroup {
        let grouping = assessment.proteinCompetition.grouping
        let group = grouping.groups[position]
        let accepted = acceptedPairs(of: group, isDecoy: winner.isDecoy)
        func peptideRows(_ pairs: [Int]) -> [Int] {
            pairs.compactMap { rows.places.row(ofPair: $0, isDecoy: winner.isDecoy) }.sorted()
        }
        let peptides = peptideRows(accepted)
        let razor = accepted.filter { !grouping.isUnique($0) && grouping.razorGroup(of: $0) == position }
        let proteins = assessment.proteins
        // All proteins of a group have the same accepted peptides, so that the first by accession leads.
        let known = assessment.proteinFacts[proteins[group.proteins[0]].accession]
        return IdentifiedProteinGroup(
            proteins: group.proteins, subsetProteins: group.subsetProteins, gene: known?.gene,
            description: known?.description, isContaminant: group.proteins.contains { proteins[$0].isContaminant },
            isDecoy: winner.isDecoy, peptideCount: peptides.count,
            uniquePeptideCount: accepted.count(where: grouping.isUnique),
            psmCount: peptides.reduce(0) { $0 + rows.psmCount(ofRow: $1) },
            coverage: winner.isDecoy ? nil : coverage(of: known?.sequence, peptides: peptides),
            score: winner.score, qValue: assessment.proteinCompetition.rates.qValue(at: winner.score),
            posteriorErrorProbability: assessment.proteinCompetition.rates.posteriorErrorProbability(
                at: winner.score),
            peptides: peptides, razorPeptides: peptideRows(razor))
    }

    /// Pairs of the group whose member of the given label is there and accepted at peptide level.
    private func acceptedPairs(of group: ProteinGrouping.Group, isDecoy: Bool) -> [Int] {
        group.pairs.filter { pair in
            let member = PairTable.member(pair: pair, isDecoy: isDecoy)
            return rows.places.row(ofPair: pair, isDecoy: isDecoy) != nil
                && assessment.isAccepted(assessment.peptides.qValue(of: member))
        }
    }

    private func coverage(of sequence: String?, peptides: [Int]) -> Double? {
        guard let sequence else { return nil }
        return SequenceCoverage.share(of: sequence, in: peptides.compactMap { rows.acceptedSequences[$0] })
    }
}
