import PeptideSearch

/// The first walk through all runs: it gathers what error rates need and keeps no match.
///
/// Of a match stays its score, 8 bytes; of a peptide its pair with the best match of either member. Error rates within a
/// run are worked out on the way, since the run is at hand.
struct EvidenceCollector {
    let falseDiscoveryRate: Double
    let proteins: ProteinTable

    /// Scores of the matches to targets, in pieces that ascend.
    private(set) var targetScores: [Double] = []
    /// Scores of the matches to decoys, in pieces that ascend.
    private(set) var decoyScores: [Double] = []
    private(set) var peptides = PairTable()
    private(set) var peptidoforms = PairTable()
    private(set) var pairProteins = PairProteins()
    private(set) var sample = MatchSample()
    private(set) var runs: [AssessedRun] = []

    /// Number of matches of rank 1 so far.
    var entryCount: Int { targetScores.count + decoyScores.count }

    /// Memory in use, in bytes.
    var byteCount: Int {
        entryCount * MemoryLayout<Double>.stride + peptides.byteCount + peptidoforms.byteCount + pairProteins.byteCount
            + sample.byteCount + runs.reduce(0) { $0 + $1.rates.byteCount }
    }

    /// - Parameter matchLimit: no more matches will come. Room for them is taken at once, for targets and for decoys: what
    ///   is not written to is no memory, while arrays that grow are copied and end up too large.
    init(falseDiscoveryRate: Double, proteins: ProteinTable, matchLimit: Int) {
        self.falseDiscoveryRate = falseDiscoveryRate
        self.proteins = proteins
        targetScores.reserveCapacity(matchLimit)
        decoyScores.reserveCapacity(matchLimit)
    }

    /// What a peptide of a run is.
    private struct Row {
        var peptide: UInt32 = 0
        var peptidoform: UInt32 = 0
        var isDecoy = false
        var figures = MatchSample.Figures()
    }

    /// Adds a run. Runs come by name.
    mutating func add(_ source: any MatchSource) throws {
        let evidence = try RunEvidence(of: source)
        let first = entryCount
        guard first + evidence.matches.count < PairTable.entryLimit else {
            throw ConfidenceError.tooManyMatches(limit: PairTable.entryLimit)
        }
        let rows = try addPeptides(of: evidence)
        var targets: [Double] = []
        var decoys: [Double] = []
        for (position, match) in evidence.matches.enumerated() {
            let row = rows[match.peptide]
            let (score, entry) = (match.score, first + position)
            peptides.offer(.member(row.peptide, row.isDecoy), score: score, entry: entry)
            peptidoforms.offer(.member(row.peptidoform, row.isDecoy), score: score, entry: entry)
            sample.add(entry: entry, score: score, isDecoy: row.isDecoy, row.figures)
            if row.isDecoy { decoys.append(score) } else { targets.append(score) }
        }
        targets.sort()
        decoys.sort()
        targetScores += targets
        decoyScores += decoys
        let rates = try LevelErrorRates(
            level: .psm, run: source.run, ascendingTargets: targets, ascendingDecoys: decoys,
            falseDiscoveryRate: falseDiscoveryRate)
        runs.append(AssessedRun(source: source, firstEntry: first, rates: rates))
    }

    /// PSM level: best match per spectrum over the experiment. The scores are sorted where they are, and gone afterwards.
    ///
    /// The search kept the better of target and decoy for each spectrum, so the matches have competed already. Several
    /// spectra of one peptide tend to be right or wrong together, which makes this estimate less sure than that of
    /// peptides; the peptide level is the one to quote.
    mutating func assessMatches() throws(ConfidenceError) -> LevelErrorRates {
        defer { (targetScores, decoyScores) = ([], []) }
        targetScores.sort()
        decoyScores.sort()
        return try LevelErrorRates(
            level: .psm, ascendingTargets: targetScores, ascendingDecoys: decoyScores,
            falseDiscoveryRate: falseDiscoveryRate)
    }

    /// Numbers the peptides of a run that its best matches name.
    private mutating func addPeptides(of evidence: RunEvidence) throws -> [Row] {
        var rows = [Row](repeating: Row(), count: evidence.peptideCount)
        let best = evidence.bestMatchOfPeptide
        let positions = try proteins.positions(in: evidence.source)
        try evidence.forEachMatchedPeptide(best) { row, peptide in
            guard peptide.proteins.allSatisfy(positions.indices.contains) else {
                let first = evidence.matches.first { $0.peptide == row }
                throw ConfidenceError.danglingReference(
                    run: evidence.source.run, spectrumIndex: first?.spectrumIndex ?? -1)
            }
            let identity = PairIdentity(of: peptide)
            let pair = peptides.addPair(identity.peptide)
            pairProteins.add(peptide.proteins.map { positions[$0] }, to: pair)
            rows[row] = Row(
                peptide: UInt32(pair), peptidoform: UInt32(peptidoforms.addPair(identity.peptidoform)),
                isDecoy: peptide.isDecoy, figures: MatchSample.Figures(of: peptide))
        }
        return rows
    }
}

extension Int {
    /// See ``PairTable/member(pair:isDecoy:)``.
    fileprivate static func member(_ pair: UInt32, _ isDecoy: Bool) -> Int {
        PairTable.member(pair: Int(pair), isDecoy: isDecoy)
    }
}

/// A run whose matches were walked through.
struct AssessedRun {
    let source: any MatchSource
    /// Entry of its first match.
    let firstEntry: Int
    /// Error rates within the run.
    let rates: LevelErrorRates
}
