extension TargetDecoyCompetition {
    /// The probability that each entry is false given its score, in the order the entries were handed over.
    ///
    /// The share p of decoys at a score is fitted by isotonic regression, so that it never falls when the score falls.
    /// As many false targets as decoys are expected at any score, which makes the share of false ones among the targets
    /// p/(1 - p); it is capped at 1. One decoy more is put above the best entry: none is then 0, and the best stretch
    /// of n targets without a decoy gets 1/n, the counterpart of the "+ 1" in the q-values.
    ///
    /// > Source: Käll, Storey, MacCoss and Noble, J. Proteome Res. 7 (2008), doi:10.1021/pr700739d (the quantity);
    /// > Ayer, Brunk, Ewing, Reid and Silverman, Ann. Math. Stat. 26 (1955), doi:10.1214/aoms/1177728423 (the fit).
    ///
    /// - Complexity: O(n).
    public func posteriorErrorProbabilities() -> [Double] {
        let shares = [1.0] + ties.map { Double($0.decoyCount) / Double($0.range.count) }
        let weights = [1.0] + ties.map { Double($0.range.count) }
        let fitted = IsotonicRegression.nonDecreasing(shares, weights: weights)
        var values = [Double](repeating: 1, count: order.count)
        for (tie, share) in zip(ties, fitted.dropFirst()) {
            let value = share < 0.5 ? share / (1 - share) : 1
            for position in order[tie.range] { values[position] = value }
        }
        return values
    }
}
