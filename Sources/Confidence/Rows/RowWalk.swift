import PeptideSearch

/// The second walk through all runs: it makes the rows, now that all error rates are known.
struct RowWalk<Sink: IdentificationSink> {
    let assessment: Assessment
    var sink: Sink
    private var rows: PeptideRows
    private var forms = FormSightings()
    private let scoringGroups: [Int32]
    /// How the competitions within each run went above the level of matches.
    private(set) var runSummaries: [LevelSummary] = []

    /// Rows that are handed on at once.
    private static var pieceLength: Int { 1 << 17 }

    init(_ assessment: Assessment, into sink: Sink) {
        self.assessment = assessment
        self.sink = sink
        rows = PeptideRows(assessment.peptides.pairs, entryCount: assessment.entryCount)
        scoringGroups = assessment.runs.count > 1 ? assessment.proteinCompetition.grouping.scoringGroups : []
    }

    /// Walks through all runs and hands every row to the sink.
    mutating func walk() throws {
        for (position, run) in assessment.runs.enumerated() {
            try Task.checkCancellation()
            try add(run, position: position)
        }
        try sink.append(forms.forms())
        let proteins = ProteinCollector(assessment: assessment, rows: rows)
        try sink.append(proteins.groups())
        try sink.append(proteins.explained())
    }

    private mutating func add(_ run: AssessedRun, position: Int) throws {
        let evidence = try RunEvidence(of: run.source)
        let places = try addPeptides(of: evidence, firstEntry: run.firstEntry)
        let levels = try RunLevels(of: evidence, places: places, scoringGroups: scoringGroups, in: assessment)
        runSummaries += levels.summaries
        // A value of its own: in a closure, self would be copied for every match.
        let maker = PSMRows(assessment: assessment, peptides: rows.places, run: run, position: position)
        for start in stride(from: 0, to: evidence.matches.count, by: Self.pieceLength) {
            let piece = evidence.matches[start..<min(start + Self.pieceLength, evidence.matches.count)]
            let psms = piece.map { maker.row($0, places[$0.peptide], levels.qValues[$0.peptide]) }
            for psm in psms where assessment.isAccepted(psm.qValue) { rows.countPSM(ofRow: psm.peptide) }
            try sink.append(psms)
        }
    }

    /// Hands on the peptides whose best match is in this run, and notes the forms of accepted matches.
    private mutating func addPeptides(of evidence: RunEvidence, firstEntry: Int) throws -> [PSMRows.Place] {
        var places = [PSMRows.Place](repeating: PSMRows.Place(), count: evidence.peptideCount)
        var found: [IdentifiedPeptide] = []
        let best = evidence.bestMatchOfPeptide
        let (assessment, rowPlaces) = (assessment, rows.places)
        try evidence.forEachMatchedPeptide(best) { number, peptide in
            let identity = PairIdentity(of: peptide)
            guard let pair = assessment.peptides.pairs.pair(of: identity.peptide),
                let formPair = assessment.peptidoforms.pairs.pair(of: identity.peptidoform),
                let row = rowPlaces.row(ofPair: pair, isDecoy: peptide.isDecoy)
            else { throw ConfidenceError.changedMatches(run: evidence.source.run) }
            places[number] = PSMRows.Place(pair: pair, peptidoformPair: formPair, isDecoy: peptide.isDecoy)
            let (score, entry) = (evidence.matches[Int(best[number])].score, firstEntry + Int(best[number]))
            if assessment.isAccepted(assessment.matches.qValue(at: score)) {
                forms.add(peptide.peptidoform, ofRow: row, score: score, entry: entry)
            }
            let member = PairTable.member(pair: pair, isDecoy: peptide.isDecoy)
            guard assessment.peptides.pairs.bestEntry(of: member) == entry else { return }
            let identified = assessment.identified(peptide, member: member, entry: entry, score: score)
            if assessment.isAccepted(identified.qValue) { rows.acceptedSequences[row] = peptide.sequence }
            found.append(identified)
        }
        found.sort { $0.bestPSM < $1.bestPSM }
        try sink.append(found)
        return places
    }
}

extension Assessment {
    /// The row of a peptide that has its best match here.
    fileprivate func identified(
        _ peptide: PeptideEvidence, member: Int, entry: Int, score: Double
    ) -> IdentifiedPeptide {
        let proteins = pairProteins.proteins(of: member / 2)
        return IdentifiedPeptide(
            sequence: peptide.sequence, peptidoforms: [peptide.peptidoform], proteins: proteins,
            isDecoy: peptide.isDecoy, isContaminant: proteins.contains { self.proteins[$0].isContaminant },
            isBeatenByPartner: !peptides.isWinner(member), psmCount: 0, bestPSM: entry, score: score,
            qValue: peptides.qValue(of: member),
            posteriorErrorProbability: peptides.posteriorErrorProbability(of: member))
    }
}
