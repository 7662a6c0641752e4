/// A ranked list of targets and decoys that have already competed, ready to yield error rates.
///
/// Whoever calls has let each target compete with the decoys for its spectrum (or its pair), so that a false target is
/// as likely to stand here as a decoy. The list is sorted once; q-values and posterior error probabilities are read
/// from it. Both depend on the scores and labels alone, never on the order they are handed over in.
public struct TargetDecoyCompetition: Sendable {
    /// Number of targets in the list, at least 1.
    public let targetCount: Int
    /// Number of decoys in the list.
    public let decoyCount: Int

    /// Positions of the entries as they were handed over, by falling score.
    let order: [Int]
    /// Runs of equal score in ``order``, by falling score.
    let ties: [Tie]

    /// Entries of one score: they cannot be told apart, so they share every error rate.
    struct Tie: Sendable {
        /// Where the entries are in ``TargetDecoyCompetition/order``.
        let range: Range<Int>
        /// How many of them are decoys.
        let decoyCount: Int
    }

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
        let decoyCount = isDecoy.lazy.filter { $0 }.count
        guard decoyCount < scores.count else { throw .noTargets(decoyCount: decoyCount) }
        self.decoyCount = decoyCount
        targetCount = scores.count - decoyCount
        order = Self.positionsByFallingScore(scores)
        ties = Self.ties(in: order, scores: scores, isDecoy: isDecoy)
    }

    /// The smallest q-value that any entry could reach with this many targets: 1/T, with no decoy above the cut.
    public var smallestReachableQValue: Double { 1 / Double(targetCount) }

    private static func positionsByFallingScore(_ scores: [Double]) -> [Int] {
        scores.withUnsafeBufferPointer { scores in
            var order = Array(scores.indices)
            order.sort { scores[$0] > scores[$1] }
            return order
        }
    }

    private static func ties(in order: [Int], scores: [Double], isDecoy: [Bool]) -> [Tie] {
        var ties: [Tie] = []
        var start = 0
        while start < order.count {
            var end = start
            var decoys = 0
            while end < order.count, scores[order[end]] == scores[order[start]] {
                if isDecoy[order[end]] { decoys += 1 }
                end += 1
            }
            ties.append(Tie(range: start..<end, decoyCount: decoys))
            start = end
        }
        return ties
    }
}
