import Statistics

/// A list of targets and decoys with the error rates of each entry, in the order of the list.
struct RankedList {
    let scores: [Double]
    let competition: TargetDecoyCompetition

    init(scores: [Double], isDecoy: [Bool]) throws(TargetDecoyError) {
        self.scores = scores
        competition = try TargetDecoyCompetition(scores: scores, isDecoy: isDecoy)
    }

    func qValues() -> [Double] { scores.map(competition.qValue) }

    func posteriorErrorProbabilities() -> [Double] { scores.map(competition.posteriorErrorProbability) }
}
