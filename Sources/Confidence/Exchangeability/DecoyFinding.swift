import Glibc
import Statistics

/// Something that decoys do not have in common with wrong targets.
public enum DecoyFinding: Hashable, Sendable, CustomStringConvertible {
    /// They are matched more or less often.
    case share(DecoyShare)
    /// Their peptides are others.
    case figure(DecoyFigure)

    /// Whether error rates would mean nothing.
    var isSevere: Bool {
        switch self {
        case .share(let share): !Exchangeability.Limits.refusedShares.contains(share.share)
        case .figure(let figure): figure.distance > Exchangeability.Limits.refusedDistance
        }
    }

    /// What was found, with figures, in a sentence.
    public var description: String {
        switch self {
        case .share(let share): share.description
        case .figure(let figure): figure.description
        }
    }
}

/// The share of decoys among the lowest-scoring matches, which should be about a half.
public struct DecoyShare: Hashable, Sendable, CustomStringConvertible {
    /// Number of decoys among the lowest-scoring matches.
    public let decoyCount: Int
    /// Number of the lowest-scoring matches.
    public let matchCount: Int

    /// The share, 0 to 1.
    public var share: Double { Double(decoyCount) / Double(max(1, matchCount)) }

    /// A finding; `nil` where the share may well be a half.
    init?(of low: LowScores) {
        let (decoys, targets) = (low.decoys.count, low.targets.count)
        decoyCount = decoys
        matchCount = decoys + targets
        guard !Exchangeability.Limits.oddShares.contains(share) else { return nil }
        let chance = BinomialTail.logProbability(ofAtLeast: max(decoys, targets), of: matchCount, probability: 0.5)
        guard chance < log(Exchangeability.Limits.chance / 2) else { return nil }
    }

    /// What was found, with figures.
    public var description: String {
        let found =
            "Of the \(matchCount) lowest-scoring matches, nearly all of them wrong, \(Percent.text(share)) are to decoys "
            + "where about half should be: "
        return share < 0.5
            ? found + "decoys are matched less often than wrong targets, so error rates come out too low, about by a "
                + "factor of \(factor)."
            : found + "decoys are matched more often than wrong targets, so error rates come out too high."
    }

    /// Wrong targets for each decoy, as people say it.
    private var factor: String {
        let targets = matchCount - decoyCount
        guard decoyCount > 0 else { return "more than \(targets)" }
        let tenths = Int((Double(targets) / Double(decoyCount) * 10).rounded())
        return tenths >= 100 ? "\((tenths + 5) / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}

/// A figure of peptides that is spread differently among decoys and among targets of the lowest-scoring matches.
public struct DecoyFigure: Hashable, Sendable, CustomStringConvertible {
    /// What is compared.
    public enum Kind: Hashable, Sendable, CaseIterable {
        /// Number of residues.
        case length
        /// Monoisotopic mass in Da.
        case mass
        /// The score that ranks matches.
        case score
    }

    /// What is compared.
    public let kind: Kind
    /// Largest difference between the cumulated shares of decoys and of targets (Kolmogorov and Smirnov), 0 to 1.
    public let distance: Double
    /// Median of the decoys.
    public let decoyMedian: Double
    /// Median of the targets.
    public let targetMedian: Double
    /// Number of decoys compared.
    public let decoyCount: Int
    /// Number of targets compared.
    public let targetCount: Int

    /// A finding; `nil` where both may well be alike.
    init?(_ kind: Kind, of low: LowScores) {
        let value: (MatchSample.Match) -> Double =
            switch kind {
            case .length: { Double($0.figures.length) }
            case .mass: { Double($0.figures.massDaltons) }
            case .score: \.score
            }
        let (decoys, targets) = (low.decoys.map(value), low.targets.map(value))
        distance = KolmogorovSmirnov.distance(decoys, targets)
        guard distance > Exchangeability.Limits.oddDistance,
            distance
                > KolmogorovSmirnov.criticalDistance(
                    decoys.count, targets.count, probability: Exchangeability.Limits.chance)
        else { return nil }
        self.kind = kind
        (decoyCount, targetCount) = (decoys.count, targets.count)
        decoyMedian = decoys.sorted()[decoys.count / 2]
        targetMedian = targets.sorted()[targets.count / 2]
    }

    /// What was found, with figures.
    public var description: String {
        let (name, unit, steps) =
            switch kind {
            case .length: ("length", " residues", 1.0)
            case .mass: ("mass", " Da", 1.0)
            case .score: ("score", "", 100.0)
            }
        func text(_ value: Double) -> String {
            let rounded = (value * steps).rounded() / steps
            return (steps == 1 ? "\(Int(rounded))" : "\(rounded)") + unit
        }
        return "Among the lowest-scoring matches, nearly all of them wrong, decoys and targets differ in \(name): the "
            + "median of \(decoyCount) decoys is \(text(decoyMedian)), that of \(targetCount) targets \(text(targetMedian)), "
            + "and their distributions are up to \(Percent.text(distance)) apart; decoys that are unlike wrong targets say "
            + "little about them."
    }
}
