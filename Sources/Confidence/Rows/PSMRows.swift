import PeptideSearch

/// Makes the rows of the matches of one run.
struct PSMRows {
    let assessment: Assessment
    let peptides: PeptidePlaces
    let run: AssessedRun
    /// Position of the run.
    let position: Int

    /// What the matches of a peptide of a run have in common.
    struct Place {
        var pair: UInt32 = 0
        var peptidoformPair: UInt32 = 0
        var isDecoy = false
    }

    /// The row of a match.
    func row(_ match: BestMatch, _ place: Place) -> IdentifiedPSM {
        let pair = Int(place.pair)
        let member = PairTable.member(pair: pair, isDecoy: place.isDecoy)
        let form = PairTable.member(pair: Int(place.peptidoformPair), isDecoy: place.isDecoy)
        return IdentifiedPSM(
            run: position, match: match.match, spectrumIndex: match.spectrumIndex, isDecoy: place.isDecoy,
            score: match.score, qValue: assessment.matches.qValue(at: match.score),
            posteriorErrorProbability: assessment.matches.posteriorErrorProbability(at: match.score),
            runQValue: run.rates.qValue(at: match.score),
            peptidoformQValue: assessment.peptidoforms.qValue(of: form),
            peptideQValue: assessment.peptides.qValue(of: member),
            proteinQValue: assessment.proteinCompetition.qValue(ofPair: pair, isDecoy: place.isDecoy),
            peptide: peptides.row(ofMember: member) ?? 0)
    }
}
