import Benchmark
import BenchmarkInputs
import Statistics

/// q-values and error probabilities of a ranked list of targets and decoys.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(metrics: [.wallClock], maxDuration: .seconds(3))
    Benchmark("100,000 scores: q-values") { _, scores in
        let competition = try TargetDecoyCompetition(scores: scores.values, isDecoy: scores.isDecoy)
        let accepted = zip(scores.values.map(competition.qValue), scores.isDecoy).count { $0 <= 0.01 && !$1 }
        try UnexpectedResult.check((30_000...60_000).contains(accepted), is: true, "\(accepted) accepted at 1 %")
    } setup: {
        MadeScores(count: 100_000)
    }
    Benchmark("100,000 scores: posterior error probabilities") { _, scores in
        let competition = try TargetDecoyCompetition(scores: scores.values, isDecoy: scores.isDecoy)
        let probabilities = scores.values.map(competition.posteriorErrorProbability)
        let sure = zip(probabilities, scores.isDecoy).count { $0 <= 0.05 && !$1 }
        try UnexpectedResult.check((30_000...60_000).contains(sure), is: true, "\(sure) below 5 %")
    } setup: {
        MadeScores(count: 100_000)
    }
}

/// Half right targets, a quarter wrong ones, a quarter decoys that score like the wrong ones.
struct MadeScores: Sendable {
    var values: [Double] = []
    var isDecoy: [Bool] = []

    init(count: Int) {
        var numbers = SeededNumbers(seed: 20_260_104)
        for number in 0..<count {
            values.append(numbers.normal() + (number % 2 == 0 ? 6 : 0))
            isDecoy.append(number % 4 == 1)
        }
    }
}
