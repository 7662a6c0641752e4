/// Why no error rate can be read from a list of targets and decoys.
public enum TargetDecoyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The list holds no target.
    case noTargets(decoyCount: Int)
    /// A score is infinite or not a number; the position counts from 0 in the order of the call.
    case nonFiniteScore(position: Int)

    /// What is wrong and what to do, in a sentence.
    public var description: String {
        switch self {
        case .noTargets(let decoyCount):
            "No target is left among \(decoyCount) decoys, so there is nothing to estimate an error rate for; check "
                + "that the matches carry the right decoy labels."
        case .nonFiniteScore(let position):
            "The score at position \(position) is not a finite number and cannot be ranked; check the scoring step."
        }
    }
}
