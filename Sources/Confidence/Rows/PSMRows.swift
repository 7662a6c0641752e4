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
        private var pair: UInt32 = 0
        private var peptidoformPair: UInt32 = 0
        private(set) var isDecoy = false

        init() {}

        init(pair: Int, peptidoformPair: Int, isDecoy: Bool) {
            (self.pair, self.peptidoformPair, self.isDecoy) = (UInt32(pair), UInt32(peptidoformPair), isDecoy)
        }

        /// The peptide.
        var peptide: PairMember { PairMember(pair: Int(pair), isDecoy: isDecoy) }
        /// The peptide with its modifications.
        var form: PairMember { PairMember(pair: Int(peptidoformPair), isDecoy: isDecoy) }
    }

    /// The row of a match.
    ///
    /// - Parameters:
    ///   - place: what its peptide is.
    ///   - inRun: q-values of its peptide within the run.
    func row(_ match: BestMatch, _ place: Place, _ inRun: RunQValues) -> IdentifiedPSM {
        let member = place.peptide.number
        return IdentifiedPSM(
            run: position, match: match.match, spectrumIndex: match.spectrumIndex, isDecoy: place.isDecoy,
            score: match.score, qValue: assessment.matches.qValue(at: match.score),
            posteriorErrorProbability: assessment.matches.posteriorErrorProbability(at: match.score),
            runQValue: run.rates.qValue(at: match.score),
            peptidoformQValue: assessment.peptidoforms.qValue(of: place.form.number),
            peptideQValue: assessment.peptides.qValue(of: member),
            proteinQValue: assessment.proteinCompetition.qValue(ofPair: place.peptide.pair, isDecoy: place.isDecoy),
            inRun: inRun, peptide: peptides.row(ofMember: member) ?? 0)
    }
}
