extension TargetDecoyCompetition {
    /// The probability that an entry with this score is false.
    ///
    /// The share p of decoys at a score is fitted by isotonic regression, so that it never falls when the score falls.
    /// As many false targets as decoys are expected at any score, which makes the share of false ones among the targets
    /// p/(1 - p); it is capped at 1. One decoy more is put above the best entry: none is then 0, and the best stretch
    /// of n targets without a decoy gets 1/n, the counterpart of the "+ 1" in the q-values.
    ///
    /// > Source: Käll, Storey, MacCoss and Noble, J. Proteome Res. 7 (2008), doi:10.1021/pr700739d (the quantity);
    /// > Ayer, Brunk, Ewing, Reid and Silverman, Ann. Math. Stat. 26 (1955), doi:10.1214/aoms/1177728423 (the fit).
    ///
    /// - Complexity: O(log s) with s steps.
    public func posteriorErrorProbability(at score: Double) -> Double {
        let step = probabilitySteps.partitionPoint { $0.lowestScore <= score }
        guard step < probabilitySteps.count else { return 1 }
        let share = probabilitySteps[step].decoyShare
        return share < 0.5 ? share / (1 - share) : 1
    }
}

/// Entries that share a fitted share of decoys: those from the step before down to a score.
struct ProbabilityStep: Sendable {
    let decoyShare: Double
    let lowestScore: Double
}

/// The fitted shares of decoys, built from the best score down.
struct ProbabilitySteps {
    private var fit = IsotonicRegression()
    private var lowestScores: [Double] = []

    /// No entry yet but the decoy above all.
    init() {
        fit.append(1, weight: 1)
        lowestScores.append(.infinity)
    }

    mutating func append(_ tie: TargetDecoyCompetition.Tie) {
        let count = Double(tie.targets + tie.decoys)
        fit.append(Double(tie.decoys) / count, weight: count)
        lowestScores.removeLast(lowestScores.count - (fit.blocks.count - 1))
        lowestScores.append(tie.score)
    }

    var steps: [ProbabilityStep] {
        zip(fit.blocks, lowestScores).map { ProbabilityStep(decoyShare: $0.mean, lowestScore: $1) }
    }
}
