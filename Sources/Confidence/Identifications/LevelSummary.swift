/// How a level's competition went: what took part, what was accepted, and how fine its q-values can be.
public struct LevelSummary: Sendable, Hashable {
    /// The level.
    public var level: ConfidenceLevel
    /// The run, for q-values within a run; `nil` over the whole experiment.
    public var run: String?
    /// Targets that took part; those beaten by their decoy partner are not among them.
    public var targetCount: Int
    /// Decoys that took part; those beaten by their target partner are not among them.
    public var decoyCount: Int
    /// Targets with a q-value within the accepted rate.
    public var acceptedTargetCount: Int
    /// Lowest score of an accepted target; `nil` where none is accepted.
    public var scoreThreshold: Double?

    /// Creates a summary from its parts.
    public init(
        level: ConfidenceLevel, run: String? = nil, targetCount: Int, decoyCount: Int, acceptedTargetCount: Int,
        scoreThreshold: Double?
    ) {
        self.level = level
        self.run = run
        self.targetCount = targetCount
        self.decoyCount = decoyCount
        self.acceptedTargetCount = acceptedTargetCount
        self.scoreThreshold = scoreThreshold
    }

    /// The smallest q-value that can be reached with this many targets, 1/T, at most 1.
    public var smallestReachableQValue: Double { targetCount > 1 ? 1 / Double(targetCount) : 1 }
}
