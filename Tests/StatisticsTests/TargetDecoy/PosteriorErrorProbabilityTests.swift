import Foundations
import Statistics
import Testing

@Suite("Posterior error probabilities")
struct PosteriorErrorProbabilityTests {
    @Test("a small list has the values of a hand calculation")
    func handCalculation() throws {
        // Decoy shares from the top, pseudo-decoy first: 1 | 0 0 0 | 1 0 | 1. Pooled: 1/4, 1/2, 1; p/(1 - p): 1/3, 1, 1.
        let list = try RankedList(
            scores: [9, 8, 7, 6, 5, 4], isDecoy: [false, false, false, true, false, true])
        let values = list.posteriorErrorProbabilities()
        for (value, expected) in zip(values, [1.0 / 3, 1.0 / 3, 1.0 / 3, 1, 1, 1]) {
            #expect(abs(value - expected) < 1e-15)
        }
    }

    @Test("n targets without a decoy have 1/n, never 0")
    func pseudoDecoy() throws {
        let values = try RankedList(
            scores: (0..<200).map(Double.init), isDecoy: Array(repeating: false, count: 200)
        ).posteriorErrorProbabilities()
        #expect(values.allSatisfy { abs($0 - 1.0 / 200) < 1e-15 })
    }

    @Test("entries of one score share a value, which their decoy share gives")
    func tiesShare() throws {
        // 99 targets at 2 with the pseudo-decoy: 1/100 -> 1/99. Four at 1, one a decoy: 1/4 -> 1/3.
        let scores = Array(repeating: 2.0, count: 99) + [1, 1, 1, 1]
        let isDecoy = Array(repeating: false, count: 99) + [false, true, false, false]
        let values = try RankedList(scores: scores, isDecoy: isDecoy).posteriorErrorProbabilities()
        #expect(values[..<99].allSatisfy { abs($0 - 1.0 / 99) < 1e-15 })
        #expect(values[99...].allSatisfy { abs($0 - 1.0 / 3) < 1e-15 })
    }

    @Test("a single target may as well be false")
    func single() throws {
        #expect(try RankedList(scores: [7], isDecoy: [false]).posteriorErrorProbabilities() == [1])
    }

    @Test("values never fall when the score falls, and lie above 0 and at most at 1", arguments: 0..<20)
    func monotone(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let scores = (0..<500).map { _ in Double(generator.next(upperBound: 80)) }
        let isDecoy = (0..<500).map { generator.next(upperBound: 80) > Int(scores[$0]) }
        let values = try RankedList(scores: scores, isDecoy: isDecoy).posteriorErrorProbabilities()
        let byScore = zip(scores, values).sorted { $0.0 > $1.0 }
        for (above, below) in zip(byScore, byScore.dropFirst()) { #expect(above.1 <= below.1) }
        #expect(values.allSatisfy { $0 > 0 && $0 <= 1 })
    }

    /// False targets and decoys are normal around 0, true targets around 3. Over 20 lists of 6,000 the false targets
    /// that were planted are counted in bands of the claimed probability and compared with the sum of the claims. The
    /// bound is 5 standard errors of a count of independent events, once for the planted and once for the claims
    /// (which rest on as many decoys): 5 * sqrt(2 * sum p), plus the pseudo-decoy's 1 a list where it matters.
    @Test(
        "as many targets are false as the probabilities claim, in every band",
        arguments: [0.0..<0.02, 0.02..<0.1, 0.1..<0.3, 0.3..<0.8])
    func calibrated(band: Range<Double>) throws {
        var claimed = 0.0
        var planted = 0.0
        var lists = 0.0
        for seed in 0..<20 {
            var generator = SeededGenerator(seed: UInt64(seed) &* 7919)
            let isFalse = (0..<6000).map { _ in generator.next(upperBound: 10) < 6 }
            let isDecoy = isFalse.map { $0 && generator.next(upperBound: 2) == 0 }
            let scores = isFalse.map { generator.nextNormal() + ($0 ? 0 : 3) }
            let values = try RankedList(scores: scores, isDecoy: isDecoy).posteriorErrorProbabilities()
            lists += 1
            for index in scores.indices where !isDecoy[index] && band.contains(values[index]) {
                claimed += values[index]
                planted += isFalse[index] ? 1 : 0
            }
        }
        #expect(claimed > 10)
        let pseudoDecoys = band.lowerBound == 0 ? lists : 0
        #expect(planted <= claimed + 5 * (2 * claimed).squareRoot())
        #expect(planted >= claimed - 5 * (2 * claimed).squareRoot() - pseudoDecoys)
    }
}
