extension Assessment {
    /// Peptidoform level: each composition of modifications on a peptide against the same on its decoy.
    mutating func assessPeptidoforms() throws(ConfidenceError) {
        let competition = try PairCompetition(
            level: .peptidoform, matches: matches, pairs: catalogue.peptidoformPairs,
            tieKeys: catalogue.peptidoformTieKeys, falseDiscoveryRate: parameters.falseDiscoveryRate)
        summaries.append(competition.summary)
        for index in psms.indices {
            let member = PairCompetition.member(pair: catalogue.peptidoformPairs[index], isDecoy: psms[index].isDecoy)
            psms[index].peptidoformQValue = competition.qValues[member]
        }
    }

    /// Peptide level: each peptide, whatever its modifications, against its decoy.
    ///
    /// - Returns: the competition, from which proteins are assessed.
    mutating func assessPeptides() throws(ConfidenceError) -> PairCompetition {
        let competition = try PairCompetition(
            level: .peptide, matches: matches, pairs: catalogue.peptidePairs, tieKeys: catalogue.peptideTieKeys,
            falseDiscoveryRate: parameters.falseDiscoveryRate)
        summaries.append(competition.summary)
        let collector = PeptideCollector(assessment: self, competition: competition)
        peptides = collector.rows
        peptideRows = collector.rowOfMember
        for index in psms.indices {
            let member = PairCompetition.member(pair: catalogue.peptidePairs[index], isDecoy: psms[index].isDecoy)
            psms[index].peptideQValue = competition.qValues[member]
            psms[index].peptide = collector.rowOfMember[member]
        }
        return competition
    }
}
