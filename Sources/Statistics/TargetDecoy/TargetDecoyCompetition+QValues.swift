extension TargetDecoyCompetition {
    /// The q-value of an entry with this score, target or decoy.
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
    /// - Complexity: O(log s) with s steps.
    public func qValue(at score: Double) -> Double {
        let step = qValueSteps.partitionPoint { $0.lowestScore <= score }
        return step < qValueSteps.count ? qValueSteps[step].value : 1
    }

    /// What is accepted at a false discovery rate: how many targets, and the lowest score among them.
    public func accepted(within rate: Double) -> (targetCount: Int, lowestScore: Double?) {
        let above = qValueSteps.partitionPoint { $0.value > rate }
        guard above > 0 else { return (0, nil) }
        // A decoy alone raises the estimate and makes a step of its own, so that steps with targets end with one; but for
        // the last, at 1, which may go on with decoys.
        var last = above - 1
        while last > 0, qValueSteps[last - 1].targetCount == qValueSteps[last].targetCount { last -= 1 }
        return (qValueSteps[last].targetCount, max(qValueSteps[last].lowestScore, lowestTargetScore))
    }
}

/// Entries that share a q-value: those from the step before down to a score. Lists of many million decoys have millions
/// of steps, so that they are kept small.
struct QValueStep: Sendable {
    let lowestScore: Double
    private let targets: UInt32
    private let decoys: UInt32

    init(lowestScore: Double, targets: Int, decoys: Int) {
        self.lowestScore = lowestScore
        (self.targets, self.decoys) = (UInt32(targets), UInt32(decoys))
    }

    /// Targets of this step and of all before.
    var targetCount: Int { Int(targets) }

    var value: Double { Self.estimate(targets: Int(targets), decoys: Int(decoys)) }

    static func estimate(targets: Int, decoys: Int) -> Double {
        targets == 0 ? 1 : min(1, Double(decoys + 1) / Double(targets))
    }
}

/// Finds the steps of q-values, from the worst score up: a step ends where the estimate falls below the least so far.
struct QValueSteps {
    private var targets: Int
    private var decoys: Int
    private var least = Double.infinity

    /// - Parameters:
    ///   - targets: number of all targets.
    ///   - decoys: number of all decoys.
    init(targets: Int, decoys: Int) {
        (self.targets, self.decoys) = (targets, decoys)
    }

    /// The step that ends with the next entries, which all have one score; `nil` where they belong to the one that was found
    /// last.
    mutating func next(_ tie: TargetDecoyCompetition.Tie) -> QValueStep? {
        defer {
            targets -= tie.targets
            decoys -= tie.decoys
        }
        let estimate = QValueStep.estimate(targets: targets, decoys: decoys)
        guard estimate < least else { return nil }
        least = estimate
        return QValueStep(lowestScore: tie.score, targets: targets, decoys: decoys)
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first position from which on `holds` is true, found by halving: it must not turn false again. `endIndex`
    /// where it is never true.
    func partitionPoint(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
