import PeptideSearch

/// The second walk through the runs of a search with entrapments: it counts matches and notes which peptidoforms are
/// entrapments and what peptides were shuffled from.
///
/// A peptide is an entrapment where all proteins of its pair are, seen over all runs. Beside the assessment it needs 10 bytes
/// for each pair, less than was reserved for rows of identifications, which are not made here.
struct EntrapmentWalk {
    private let assessment: Assessment
    /// For each peptide pair, whether it is an entrapment.
    let isEntrapment: [Bool]
    /// For each peptidoform pair, whether it is an entrapment.
    private(set) var isEntrapmentForm: [Bool]
    private(set) var psms: EntrapmentTally
    /// For each peptide pair, the key of the pair it was shuffled from; 0 where none is known.
    private var origins: [UInt64]
    /// Keys of targets without a decoy, which the table of pairs has under other keys, and the pairs they are there.
    private var lonelyKeys = KeyNumbers()
    private var lonelyPairs: [UInt32] = []

    init(_ assessment: Assessment, rates: ClaimedRates) {
        self.assessment = assessment
        let pairCount = assessment.peptides.pairs.pairCount
        isEntrapment = (0..<pairCount).map { pair in
            let proteins = assessment.pairProteins.proteins(of: pair)
            return !proteins.isEmpty && proteins.allSatisfy { assessment.isEntrapment[$0] }
        }
        isEntrapmentForm = Array(repeating: false, count: assessment.peptidoforms.pairs.pairCount)
        origins = Array(repeating: 0, count: pairCount)
        psms = EntrapmentTally(rates)
    }

    /// Walks through all runs.
    ///
    /// - Throws: ``ConfidenceError/changedMatches(run:)``, and what the sources of matches throw.
    mutating func walk() throws {
        for run in assessment.runs {
            try Task.checkCancellation()
            try add(try RunEvidence(of: run.source))
        }
    }

    /// The pair of the peptide that a peptide was shuffled from; `nil` where no match names it or it is not known.
    func partner(of pair: Int) -> Int? {
        let key = origins[pair]
        guard key != 0 else { return nil }
        return assessment.peptides.pairs.pair(of: key) ?? lonelyKeys.find(key).map { Int(lonelyPairs[$0]) }
    }

    /// What a match to a peptide is.
    private enum Kind { case decoy, target, entrapment }

    private mutating func add(_ evidence: RunEvidence) throws {
        let kinds = try addPeptides(of: evidence)
        for match in evidence.matches where kinds[match.peptide] != .decoy {
            psms.add(
                isEntrapment: kinds[match.peptide] == .entrapment,
                qValue: assessment.matches.qValue(at: match.score))
        }
    }

    private mutating func addPeptides(of evidence: RunEvidence) throws -> [Kind] {
        var kinds = [Kind](repeating: .decoy, count: evidence.peptideCount)
        try evidence.forEachMatchedPeptide(evidence.bestMatchOfPeptide) { row, peptide in
            let identity = PairIdentity(of: peptide)
            guard let pair = assessment.peptides.pairs.pair(of: identity.peptide),
                let form = assessment.peptidoforms.pairs.pair(of: identity.peptidoform)
            else { throw ConfidenceError.changedMatches(run: evidence.source.run) }
            isEntrapmentForm[form] = isEntrapment[pair]
            if isEntrapment[pair], peptide.originKey != 0 { origins[pair] = peptide.originKey }
            guard !peptide.isDecoy else { return }
            if !peptide.isPaired, lonelyKeys.number(of: peptide.pairKey) == lonelyPairs.count {
                lonelyPairs.append(UInt32(pair))
            }
            kinds[row] = isEntrapment[pair] ? .entrapment : .target
        }
        return kinds
    }
}
