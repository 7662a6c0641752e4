/// A ranked list of targets and decoys that have already competed, ready to yield error rates.
///
/// Whoever calls has let each target compete with the decoys for its spectrum (or its pair), so that a false target is
/// as likely to stand here as a decoy. The list is walked once from the best score down. What stays are the steps that
/// q-values and posterior error probabilities make along the score, not the list: both depend on the scores and labels
/// alone, entries of one score share them, and there are far fewer steps than entries.
public struct TargetDecoyCompetition: Sendable {
    /// Number of targets in the list, at least 1.
    public let targetCount: Int
    /// Number of decoys in the list.
    public let decoyCount: Int

    let lowestTargetScore: Double
    let qValueSteps: [QValueStep]
    let probabilitySteps: [ProbabilityStep]

    /// Ranks targets and decoys by score.
    ///
    /// - Parameters:
    ///   - scores: One score for each entry; higher is better.
    ///   - isDecoy: Whether the entry is a decoy, parallel to `scores`.
    /// - Throws: ``TargetDecoyError/noTargets(decoyCount:)`` where there is nothing to claim an error rate for,
    ///   ``TargetDecoyError/nonFiniteScore(position:)`` where a score cannot be ranked.
    /// - Precondition: The arrays have equal length.
    /// - Complexity: O(n log n); O(n) where the scores are sorted already.
    public init(scores: [Double], isDecoy: [Bool]) throws(TargetDecoyError) {
        precondition(scores.count == isDecoy.count, "Each score needs a label.")
        if let position = scores.firstIndex(where: { !$0.isFinite }) {
            throw .nonFiniteScore(position: position)
        }
        var targets: [Double] = []
        var decoys: [Double] = []
        for (score, isDecoy) in zip(scores, isDecoy) {
            if isDecoy { decoys.append(score) } else { targets.append(score) }
        }
        targets.sort()
        decoys.sort()
        try self.init(ascendingTargets: targets, ascendingDecoys: decoys)
    }

    /// Ranks targets and decoys whose scores are sorted already.
    ///
    /// - Parameters:
    ///   - targets: Scores of the targets, finite and ascending.
    ///   - decoys: Scores of the decoys, finite and ascending.
    /// - Throws: ``TargetDecoyError/noTargets(decoyCount:)`` where there is nothing to claim an error rate for.
    /// - Precondition: Neither list has more than 2^32 - 1 entries.
    /// - Complexity: O(n) time; memory for the steps only.
    public init(ascendingTargets targets: [Double], ascendingDecoys decoys: [Double]) throws(TargetDecoyError) {
        guard let lowest = targets.first else { throw .noTargets(decoyCount: decoys.count) }
        lowestTargetScore = lowest
        targetCount = targets.count
        decoyCount = decoys.count
        qValueSteps = Self.qValueSteps(targets, decoys)
        var probabilities = ProbabilitySteps()
        Self.forEachTie(targets, decoys) { probabilities.append($0) }
        probabilitySteps = probabilities.steps
    }

    /// The steps of q-values by falling score, in an array of the very size: they are counted first.
    private static func qValueSteps(_ targets: [Double], _ decoys: [Double]) -> [QValueStep] {
        var count = 0
        var counting = QValueSteps(targets: targets.count, decoys: decoys.count)
        forEachTieUpwards(targets, decoys) { if counting.next($0) != nil { count += 1 } }
        return [QValueStep](unsafeUninitializedCapacity: count) { steps, initializedCount in
            var place = count
            var finding = QValueSteps(targets: targets.count, decoys: decoys.count)
            forEachTieUpwards(targets, decoys) { tie in
                guard let step = finding.next(tie) else { return }
                place -= 1
                steps.initializeElement(at: place, to: step)
            }
            initializedCount = count
        }
    }

    /// The smallest q-value that any entry could reach with this many targets: 1/T, with no decoy above the cut.
    public var smallestReachableQValue: Double { 1 / Double(targetCount) }

    /// Entries of one score: they cannot be told apart, so they share every error rate.
    struct Tie {
        let score: Double
        let targets: Int
        let decoys: Int
    }

    /// Walks two ascending lists together, score by score.
    private static func forEachTieUpwards(_ targets: [Double], _ decoys: [Double], _ use: (Tie) -> Void) {
        var (target, decoy) = (0, 0)
        while target < targets.count || decoy < decoys.count {
            let score = min(
                target < targets.count ? targets[target] : .infinity, decoy < decoys.count ? decoys[decoy] : .infinity)
            let (firstTarget, firstDecoy) = (target, decoy)
            while target < targets.count, targets[target] == score { target += 1 }
            while decoy < decoys.count, decoys[decoy] == score { decoy += 1 }
            use(Tie(score: score, targets: target - firstTarget, decoys: decoy - firstDecoy))
        }
    }

    /// Walks two ascending lists together from their ends, score by score.
    private static func forEachTie(_ targets: [Double], _ decoys: [Double], _ use: (Tie) -> Void) {
        var (target, decoy) = (targets.count, decoys.count)
        while target > 0 || decoy > 0 {
            let score = max(target > 0 ? targets[target - 1] : -.infinity, decoy > 0 ? decoys[decoy - 1] : -.infinity)
            let (lastTarget, lastDecoy) = (target, decoy)
            while target > 0, targets[target - 1] == score { target -= 1 }
            while decoy > 0, decoys[decoy - 1] == score { decoy -= 1 }
            use(Tie(score: score, targets: lastTarget - target, decoys: lastDecoy - decoy))
        }
    }
}

extension TargetDecoyCompetition {
    /// The lowest q-value in the list.
    public var lowestQValue: Double { qValueSteps.first?.value ?? 1 }

    /// Memory the steps take, in bytes.
    public var byteCount: Int {
        qValueSteps.count * MemoryLayout<QValueStep>.stride
            + probabilitySteps.capacity * MemoryLayout<ProbabilityStep>.stride
    }
}
