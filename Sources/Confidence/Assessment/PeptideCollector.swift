import PeptideSearch

/// Makes the rows of peptides out of the best matches and the outcome of their competition.
struct PeptideCollector {
    /// By falling score, then sequence, then targets before decoys.
    let rows: [IdentifiedPeptide]
    /// For each member of a pair, its row; -1 for those without a match.
    let rowOfMember: [Int]

    init(assessment: Assessment, competition: PairCompetition) {
        var isWinner = [Bool](repeating: false, count: competition.bestEntries.count)
        for member in competition.winners { isWinner[member] = true }
        let tallies = Self.tallies(assessment, memberCount: isWinner.count)
        let members = Self.ordered(assessment, competition: competition)
        rows = members.map { member in
            Self.row(
                member: member, isWinner: isWinner[member], tally: tallies[member], assessment: assessment,
                competition: competition)
        }
        var rowOfMember = [Int](repeating: -1, count: isWinner.count)
        for (position, member) in members.enumerated() { rowOfMember[member] = position }
        self.rowOfMember = rowOfMember
    }

    /// What the matches of one member add up to.
    private struct Tally {
        var psmCount = 0
        var peptidoforms: [String] = []
    }

    /// Members that have a match, in the order of their rows.
    private static func ordered(_ assessment: Assessment, competition: PairCompetition) -> [Int] {
        let matched = competition.bestEntries.indices.filter { competition.bestEntries[$0] >= 0 }
        return matched.sorted { left, right in
            let (bestLeft, bestRight) = (competition.bestEntries[left], competition.bestEntries[right])
            let (entryLeft, entryRight) = (assessment.matches.entries[bestLeft], assessment.matches.entries[bestRight])
            if entryLeft.score != entryRight.score { return entryLeft.score > entryRight.score }
            let sequenceLeft = assessment.runs[entryLeft.run].peptides[entryLeft.peptide].sequence
            let sequenceRight = assessment.runs[entryRight.run].peptides[entryRight.peptide].sequence
            if sequenceLeft != sequenceRight {
                return sequenceLeft.utf8.lexicographicallyPrecedes(sequenceRight.utf8)
            }
            if entryLeft.isDecoy != entryRight.isDecoy { return entryRight.isDecoy }
            return bestLeft < bestRight
        }
    }

    private static func tallies(_ assessment: Assessment, memberCount: Int) -> [Tally] {
        var tallies = [Tally](repeating: Tally(), count: memberCount)
        for (index, entry) in assessment.matches.entries.enumerated() {
            let member = PairCompetition.member(
                pair: assessment.catalogue.peptidePairs[index], isDecoy: entry.isDecoy)
            let isAccepted = assessment.isAccepted(assessment.psms[index].qValue)
            if isAccepted { tallies[member].psmCount += 1 }
            // Matches come by falling score, so that the first of a member is its best.
            guard isAccepted || tallies[member].peptidoforms.isEmpty else { continue }
            let peptidoform = assessment.runs[entry.run].peptides[entry.peptide].peptidoform
            if !tallies[member].peptidoforms.contains(peptidoform) {
                tallies[member].peptidoforms.append(peptidoform)
            }
        }
        return tallies
    }

    private static func row(
        member: Int, isWinner: Bool, tally: Tally, assessment: Assessment, competition: PairCompetition
    ) -> IdentifiedPeptide {
        let best = competition.bestEntries[member]
        let entry = assessment.matches.entries[best]
        let catalogue = assessment.catalogue
        let proteins = catalogue.pairProteins[member / 2]
        return IdentifiedPeptide(
            sequence: assessment.runs[entry.run].peptides[entry.peptide].sequence,
            peptidoforms: tally.peptidoforms, proteins: proteins, isDecoy: entry.isDecoy,
            isContaminant: proteins.contains { catalogue.proteins[$0].isContaminant },
            isBeatenByPartner: !isWinner, psmCount: tally.psmCount, bestPSM: best, score: entry.score,
            qValue: competition.qValues[member],
            posteriorErrorProbability: competition.posteriorErrorProbabilities[member])
    }
}
