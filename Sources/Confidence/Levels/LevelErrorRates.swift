import Statistics

/// q-values and posterior error probabilities of the entries of one level, parallel to what was handed over.
struct LevelErrorRates {
    let qValues: [Double]
    let posteriorErrorProbabilities: [Double]
    let summary: LevelSummary

    /// Estimates from scores and labels of entries that have competed. Where only decoys are left nothing can be
    /// accepted, and every value is 1.
    init(
        level: ConfidenceLevel, run: String? = nil, scores: [Double], isDecoy: [Bool], falseDiscoveryRate: Double
    ) throws(ConfidenceError) {
        do {
            let competition = try TargetDecoyCompetition(scores: scores, isDecoy: isDecoy)
            qValues = competition.qValues()
            posteriorErrorProbabilities = competition.posteriorErrorProbabilities()
        } catch .noTargets {
            qValues = Array(repeating: 1, count: scores.count)
            posteriorErrorProbabilities = qValues
        } catch {
            throw .estimation(level: level, error)
        }
        summary = Self.summary(
            level: level, run: run, scores: scores, isDecoy: isDecoy, qValues: qValues,
            falseDiscoveryRate: falseDiscoveryRate)
    }

    private static func summary(
        level: ConfidenceLevel, run: String?, scores: [Double], isDecoy: [Bool], qValues: [Double],
        falseDiscoveryRate: Double
    ) -> LevelSummary {
        var summary = LevelSummary(
            level: level, run: run, targetCount: 0, decoyCount: 0, acceptedTargetCount: 0, scoreThreshold: nil)
        for index in scores.indices {
            guard !isDecoy[index] else {
                summary.decoyCount += 1
                continue
            }
            summary.targetCount += 1
            guard qValues[index] <= falseDiscoveryRate else { continue }
            summary.acceptedTargetCount += 1
            summary.scoreThreshold = min(summary.scoreThreshold ?? scores[index], scores[index])
        }
        return summary
    }
}
