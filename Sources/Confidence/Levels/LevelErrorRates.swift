import Statistics

/// q-values and posterior error probabilities of the entries of one level, by their score.
struct LevelErrorRates {
    /// `nil` where only decoys are left: nothing can be accepted then, and every value is 1.
    private let competition: TargetDecoyCompetition?
    let summary: LevelSummary

    /// Estimates from the scores of entries that have competed, ascending and finite.
    init(
        level: ConfidenceLevel, run: String? = nil, ascendingTargets targets: [Double],
        ascendingDecoys decoys: [Double], falseDiscoveryRate: Double
    ) throws(ConfidenceError) {
        do {
            competition =
                targets.isEmpty
                ? nil : try TargetDecoyCompetition(ascendingTargets: targets, ascendingDecoys: decoys)
        } catch {
            throw .estimation(level: level, error)
        }
        let accepted = competition?.accepted(within: falseDiscoveryRate)
        summary = LevelSummary(
            level: level, run: run, targetCount: targets.count, decoyCount: decoys.count,
            acceptedTargetCount: accepted?.targetCount ?? 0, scoreThreshold: accepted?.lowestScore)
    }

    /// The same from winners of a competition in any order.
    init(
        level: ConfidenceLevel, run: String? = nil, winners: some Sequence<PairWinner>, falseDiscoveryRate: Double
    ) throws(ConfidenceError) {
        var targets: [Double] = []
        var decoys: [Double] = []
        for winner in winners {
            if winner.isDecoy { decoys.append(winner.score) } else { targets.append(winner.score) }
        }
        targets.sort()
        decoys.sort()
        try self.init(
            level: level, run: run, ascendingTargets: targets, ascendingDecoys: decoys,
            falseDiscoveryRate: falseDiscoveryRate)
    }

    /// Memory in use, in bytes.
    var byteCount: Int { competition?.byteCount ?? 0 }

    /// The lowest q-value there is; 1 where no target is.
    var lowestQValue: Double { competition?.lowestQValue ?? 1 }

    /// The q-value at a score.
    func qValue(at score: Double) -> Double { competition?.qValue(at: score) ?? 1 }

    /// The probability at a score that an entry is false.
    func posteriorErrorProbability(at score: Double) -> Double {
        competition?.posteriorErrorProbability(at: score) ?? 1
    }
}
