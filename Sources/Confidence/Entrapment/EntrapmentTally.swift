/// Counts the identifications of one level that each claimed rate accepts, targets and entrapments apart.
///
/// They come in any order and none is kept, so that the memory does not depend on their number.
package struct EntrapmentTally: Sendable {
    /// An accepted peptide that an entrapment was shuffled from.
    package struct Partner: Sendable {
        let score: Double
        let qValue: Double

        /// Creates a partner; higher scores are better.
        package init(score: Double, qValue: Double) {
            self.score = score
            self.qValue = qValue
        }
    }

    private let rates: ClaimedRates
    /// For each rate, what it accepts and no lower one does.
    private var targets: [Int]
    private var entrapments: [Int]
    private var pairedFalseTargets: [Int]

    /// Starts at nothing.
    package init(_ rates: ClaimedRates) {
        self.rates = rates
        targets = Array(repeating: 0, count: rates.rates.count)
        (entrapments, pairedFalseTargets) = (targets, targets)
    }

    /// Counts an identification that won against its decoy.
    package mutating func add(isEntrapment: Bool, qValue: Double) {
        guard let first = rates.first(accepting: qValue) else { return }
        if isEntrapment { entrapments[first] += 1 } else { targets[first] += 1 }
    }

    /// Counts an entrapment and, at each rate, how many false targets it speaks for by its pair.
    ///
    /// A false target and the entrapment shuffled from it score alike, so that either is the better one in half of all
    /// pairs. Among false targets, those accepted without their entrapment are therefore as many as entrapments accepted
    /// without their target (each speaks for 1), and pairs accepted whole are twice those whose entrapment is better (each
    /// speaks for 2). Where both score the same a coin would be thrown; what it gives on average is counted (1).
    ///
    /// - Parameter partner: The target it was shuffled from; `nil` where that was not found or lost to its own decoy, as it
    ///   is accepted nowhere then.
    package mutating func addEntrapment(score: Double, qValue: Double, partner: Partner?) {
        guard let alone = rates.first(accepting: qValue) else { return }
        entrapments[alone] += 1
        pairedFalseTargets[alone] += 1
        guard let partner, let found = rates.first(accepting: partner.qValue) else { return }
        let weight = partner.score < score ? 2 : partner.score == score ? 1 : 0
        pairedFalseTargets[max(alone, found)] += weight - 1
    }

    /// A row for each rate, ascending.
    ///
    /// - Parameters:
    ///   - ratio: Entrapments for each target among the candidates.
    ///   - isPaired: Whether entrapments were added with their partners.
    package func rows(level: ConfidenceLevel, ratio: Double, isPaired: Bool = false) -> [EntrapmentRow] {
        var (target, entrapment, falseTargets) = (0, 0, 0)
        return rates.rates.indices.map { index in
            target += targets[index]
            entrapment += entrapments[index]
            falseTargets += pairedFalseTargets[index]
            return EntrapmentRow(
                level: level, claimedRate: rates.rates[index], targetCount: target, entrapmentCount: entrapment,
                pairedFalseTargetCount: isPaired ? falseTargets : nil, ratio: ratio)
        }
    }
}
