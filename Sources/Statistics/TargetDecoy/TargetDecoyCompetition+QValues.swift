extension TargetDecoyCompetition {
    /// The q-value of each entry, in the order the entries were handed over; decoys get that of their score.
    ///
    /// The false discovery rate among the targets at or above a score is estimated as (D + 1)/T, with D decoys and T
    /// targets there. The q-value of an entry is the least estimate over all cuts that keep the entry, capped at 1: it
    /// never falls when the score falls, and entries of one score share it. Without the "+ 1" the estimate would be too
    /// low on average, most of all in short lists.
    ///
    /// > Source: Elias and Gygi, Nature Methods 4 (2007), doi:10.1038/nmeth1019 (competition); Levitsky, Ivanov, Lobas
    /// > and Gorshkov, J. Proteome Res. 16 (2017), doi:10.1021/acs.jproteome.6b00144 (the "+ 1"); Storey, J. R. Stat.
    /// > Soc. B 64 (2002), doi:10.1111/1467-9868.00346 (q-values).
    ///
    /// - Complexity: O(n).
    public func qValues() -> [Double] {
        var values = [Double](repeating: 1, count: order.count)
        var least = 1.0
        for (tie, estimate) in zip(ties, estimates()).reversed() {
            least = min(least, estimate)
            for position in order[tie.range] { values[position] = least }
        }
        return values
    }

    /// (D + 1)/T with the cut just below each tie, by falling score; 1 where no target is above the cut.
    private func estimates() -> [Double] {
        var targets = 0
        var decoys = 0
        return ties.map { tie in
            decoys += tie.decoyCount
            targets += tie.range.count - tie.decoyCount
            return targets == 0 ? 1 : Double(decoys + 1) / Double(targets)
        }
    }
}
