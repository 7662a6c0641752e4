import PeptideSearch

/// Error rates within one run above the level of matches: peptidoforms, peptides and protein groups compete with what this
/// run alone shows of them.
///
/// Which proteins are a group, and which peptides a group is scored by, was decided over all runs: the groups of a table are
/// the same in each. Of an experiment of one run the rates are those of the experiment.
struct RunLevels {
    /// q-values by peptide of the run; those of peptides that no best match names mean nothing.
    let qValues: [RunQValues]
    /// How the competitions went, from peptidoforms up.
    let summaries: [LevelSummary]

    /// Lets what a run shows compete.
    ///
    /// - Parameters:
    ///   - evidence: the matches of the run.
    ///   - places: what each peptide of the run is.
    ///   - scoringGroups: see ``ProteinGrouping/scoringGroups``.
    init(
        of evidence: RunEvidence, places: [PSMRows.Place], scoringGroups: [Int32], in assessment: Assessment
    ) throws(ConfidenceError) {
        (qValues, summaries) =
            assessment.runs.count > 1
            ? try Self.ofOneOfMany(evidence, places, scoringGroups, in: assessment)
            : Self.ofTheOnlyOne(evidence, places, in: assessment)
    }

    private typealias Rates = (qValues: [RunQValues], summaries: [LevelSummary])

    private static func ofOneOfMany(
        _ evidence: RunEvidence, _ places: [PSMRows.Place], _ scoringGroups: [Int32], in assessment: Assessment
    ) throws(ConfidenceError) -> Rates {
        let run = evidence.source.run
        let rate = assessment.parameters.falseDiscoveryRate
        let peptidoforms = try PairCompetition(
            level: .peptidoform, run: run,
            pairs: PairTable(of: evidence, assessment.peptidoforms.pairs) { places[$0].form },
            falseDiscoveryRate: rate)
        let peptides = try PairCompetition(
            level: .peptide, run: run, pairs: PairTable(of: evidence, assessment.peptides.pairs) { places[$0].peptide },
            falseDiscoveryRate: rate)
        let groups = try RunGroups(
            of: evidence, peptides: peptides, places: places, scoringGroups: scoringGroups, in: assessment)
        var qValues = [RunQValues](repeating: RunQValues(), count: evidence.peptideCount)
        for peptide in evidence.matchedPeptides {
            let place = places[peptide]
            qValues[peptide] = RunQValues(
                peptidoform: peptidoforms.qValue(of: place.form, in: assessment.peptidoforms.pairs),
                peptide: peptides.qValue(of: place.peptide, in: assessment.peptides.pairs),
                protein: groups.qValue(of: place.peptide))
        }
        return (qValues, [peptidoforms.rates, peptides.rates, groups.rates].map(\.summary))
    }

    private static func ofTheOnlyOne(
        _ evidence: RunEvidence, _ places: [PSMRows.Place], in assessment: Assessment
    ) -> Rates {
        var qValues = [RunQValues](repeating: RunQValues(), count: evidence.peptideCount)
        for peptide in evidence.matchedPeptides {
            let (form, member) = (places[peptide].form, places[peptide].peptide)
            qValues[peptide] = RunQValues(
                peptidoform: assessment.peptidoforms.qValue(of: form.number),
                peptide: assessment.peptides.qValue(of: member.number),
                protein: assessment.proteinCompetition.qValue(ofPair: member.pair, isDecoy: member.isDecoy))
        }
        let levels = [assessment.peptidoforms.rates, assessment.peptides.rates, assessment.proteinCompetition.rates]
        let summaries = levels.map { rates in
            var summary = rates.summary
            summary.run = evidence.source.run
            return summary
        }
        return (qValues, summaries)
    }
}

/// Competition of protein groups with their decoy mirrors by the peptides of one run.
private struct RunGroups {
    private let grouping: ProteinGrouping
    /// The better member of each group that has a peptide of its own here.
    private let winners: [Int: PairWinner]
    let rates: LevelErrorRates

    init(
        of evidence: RunEvidence, peptides: PairCompetition, places: [PSMRows.Place], scoringGroups: [Int32],
        in assessment: Assessment
    ) throws(ConfidenceError) {
        grouping = assessment.proteinCompetition.grouping
        var best: [Int: ProteinCompetition.BestScores] = [:]
        for peptide in evidence.matchedPeptides {
            let member = places[peptide].peptide
            let group = Int(scoringGroups[member.pair])
            guard group >= 0, let score = peptides.winningScore(of: member, in: assessment.peptides.pairs) else {
                continue
            }
            best[group, default: ProteinCompetition.BestScores()].offer(score, isDecoy: member.isDecoy)
        }
        var winners: [Int: PairWinner] = [:]
        for (group, scores) in best {
            winners[group] = ProteinCompetition.winner(of: group, scores, in: grouping, proteins: assessment.proteins)
        }
        self.winners = winners
        rates = try LevelErrorRates(
            level: .protein, run: evidence.source.run, winners: winners.values,
            falseDiscoveryRate: assessment.parameters.falseDiscoveryRate)
    }

    /// As ``ProteinCompetition/qValue(ofPair:isDecoy:)``, of the groups that have a peptide of their own in the run.
    func qValue(of member: PairMember) -> Double? {
        grouping.groupsOfPair[member.pair].lazy.compactMap { winners[$0] }
            .map { $0.isDecoy == member.isDecoy ? rates.qValue(at: $0.score) : 1 }.min()
    }
}

/// One side of a target-decoy pair of the experiment.
struct PairMember {
    /// The pair, in the table of the experiment.
    let pair: Int
    let isDecoy: Bool

    /// Its number in that table.
    var number: Int { PairTable.member(pair: pair, isDecoy: isDecoy) }
}

extension PairTable {
    /// The pairs that a run has matches of, by the keys they have in the table of the experiment.
    fileprivate init(of evidence: RunEvidence, _ all: PairTable, _ member: (_ peptide: Int) -> PairMember) {
        self.init()
        for (position, match) in evidence.matches.enumerated() {
            let member = member(match.peptide)
            let pair = addPair(all.key(of: member.pair))
            offer(PairTable.member(pair: pair, isDecoy: member.isDecoy), score: match.score, entry: position)
        }
    }
}

extension PairCompetition {
    /// q-value within a run of a member of the experiment's table.
    fileprivate func qValue(of member: PairMember, in all: PairTable) -> Double {
        own(member, in: all).map { qValue(of: $0) } ?? 1
    }

    /// Best score of a member that won within a run; `nil` where its partner did.
    fileprivate func winningScore(of member: PairMember, in all: PairTable) -> Double? {
        guard let own = own(member, in: all), isWinner(own) else { return nil }
        return pairs.bestScore(of: own)
    }

    private func own(_ member: PairMember, in all: PairTable) -> Int? {
        pairs.pair(of: all.key(of: member.pair)).map { PairTable.member(pair: $0, isDecoy: member.isDecoy) }
    }
}
