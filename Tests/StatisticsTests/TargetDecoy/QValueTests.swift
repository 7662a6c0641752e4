import Foundations
import Statistics
import Testing

@Suite("q-values")
struct QValueTests {
    @Test("a small list has the q-values of a hand calculation")
    func handCalculation() throws {
        // Cut below each entry: (D + 1)/T = 1/1, 1/2, 2/2, 2/3, 2/4, 3/4; q is the least from there downwards.
        let list = try RankedList(
            scores: [10, 9, 8, 7, 6, 5], isDecoy: [false, false, true, false, false, true])
        #expect(list.qValues() == [0.5, 0.5, 0.5, 0.5, 0.5, 0.75])
        #expect(list.competition.targetCount == 4)
        #expect(list.competition.decoyCount == 2)
        #expect(list.competition.smallestReachableQValue == 0.25)
    }

    @Test("entries of one score share a q-value, targets and decoys alike")
    func tiesShare() throws {
        // Cuts: below 9 -> 1/2; below 5 -> (1 + 1)/3; below 1 -> (2 + 1)/4.
        let list = try RankedList(
            scores: [5, 9, 1, 5, 9, 1], isDecoy: [true, false, false, false, false, true])
        #expect(list.qValues() == [2.0 / 3, 0.5, 0.75, 2.0 / 3, 0.5, 0.75])
    }

    @Test("a decoy at the same score counts for every target there, wherever it stands in the list")
    func tiesDoNotDependOnPlace() throws {
        let first = try RankedList(scores: [3, 3, 3, 3], isDecoy: [true, false, false, false]).qValues()
        let last = try RankedList(scores: [3, 3, 3, 3], isDecoy: [false, false, false, true]).qValues()
        #expect(first == last)
        #expect(first == Array(repeating: 2.0 / 3, count: 4))
    }

    @Test("zero and minus zero are one score")
    func signedZeros() throws {
        let values = try RankedList(scores: [0.0, -0.0], isDecoy: [false, true]).qValues()
        #expect(values[0] == values[1])
    }

    @Test("without decoys every target has the smallest reachable q-value")
    func onlyTargets() throws {
        let list = try RankedList(scores: [4, 3, 2, 1], isDecoy: [false, false, false, false])
        #expect(list.qValues() == [0.25, 0.25, 0.25, 0.25])
    }

    @Test("a single target cannot be better than 1")
    func single() throws {
        #expect(try RankedList(scores: [7], isDecoy: [false]).qValues() == [1])
    }

    @Test("no q-value is above 1, even where decoys outnumber targets")
    func capped() throws {
        let values = try RankedList(scores: [5, 4, 3, 2], isDecoy: [true, true, true, false]).qValues()
        #expect(values == [1, 1, 1, 1])
    }

    @Test("a list without targets is refused")
    func onlyDecoys() {
        #expect(throws: TargetDecoyError.noTargets(decoyCount: 2)) {
            try RankedList(scores: [2, 1], isDecoy: [true, true])
        }
        #expect(throws: TargetDecoyError.noTargets(decoyCount: 0)) {
            try RankedList(scores: [], isDecoy: [])
        }
    }

    @Test("a score that cannot be ranked is refused by its position", arguments: [Double.nan, .infinity, -.infinity])
    func nonFinite(score: Double) {
        #expect(throws: TargetDecoyError.nonFiniteScore(position: 1)) {
            try RankedList(scores: [1, score, 2], isDecoy: [false, false, true])
        }
    }

    @Test("random lists full of ties agree with the definition worked out cut by cut", arguments: 0..<40)
    func bruteForce(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let count = 1 + generator.next(upperBound: 120)
        let scores = (0..<count).map { _ in Double(generator.next(upperBound: 1 + count / 2)) }
        var isDecoy = (0..<count).map { _ in generator.next(upperBound: 3) == 0 }
        isDecoy[generator.next(upperBound: count)] = false
        let values = try RankedList(scores: scores, isDecoy: isDecoy).qValues()
        #expect(values == Self.qValuesByDefinition(scores: scores, isDecoy: isDecoy))
    }

    @Test("the order of the list does not matter", arguments: 0..<10)
    func orderDoesNotMatter(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let scores = (0..<200).map { _ in Double(generator.next(upperBound: 50)) }
        let isDecoy = (0..<200).map { _ in generator.next(upperBound: 4) == 0 }
        let list = try RankedList(scores: scores, isDecoy: isDecoy)
        var order = Array(0..<200)
        generator.shuffle(&order)
        let shuffled = try RankedList(scores: order.map { scores[$0] }, isDecoy: order.map { isDecoy[$0] })
        #expect(shuffled.qValues() == order.map { list.qValues()[$0] })
        #expect(
            shuffled.posteriorErrorProbabilities() == order.map { list.posteriorErrorProbabilities()[$0] })
    }

    @Test("accepted at a rate is what has a q-value within it, with the lowest score of a target", arguments: 0..<40)
    func accepted(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let scores = (0..<150).map { _ in Double(generator.next(upperBound: 90)) }
        let isDecoy = (0..<150).map { generator.next(upperBound: 90) > Int(scores[$0]) }
        let list = try RankedList(scores: scores, isDecoy: isDecoy)
        for rate in [0, 0.01, 0.05, 0.2, 0.5, 0.999, 1] {
            let targets = zip(scores, zip(isDecoy, list.qValues())).filter { !$1.0 && $1.1 <= rate }
            let accepted = list.competition.accepted(within: rate)
            #expect(accepted.targetCount == targets.count)
            #expect(accepted.lowestScore == targets.map(\.0).min())
        }
        #expect(list.competition.lowestQValue == list.qValues().min())
    }

    @Test("memory is taken by steps, not by entries")
    func steps() throws {
        // Decoys only at the end: one step of q-values for all targets, and one for each decoy.
        let scores = (0..<100_000).map { Double($0) }
        let competition = try TargetDecoyCompetition(ascendingTargets: scores, ascendingDecoys: [-3, -2, -1])
        #expect(competition.qValue(at: 0) == 1e-5 && competition.qValue(at: -1) == 2e-5)
        #expect(competition.qValue(at: -3) == 4e-5)
        #expect(competition.byteCount < 1000)
    }

    /// The definition, without sorting: the least (D + 1)/T over all cuts that keep the entry.
    private static func qValuesByDefinition(scores: [Double], isDecoy: [Bool]) -> [Double] {
        scores.map { score in
            let estimates = scores.filter { $0 <= score }.compactMap { cut -> Double? in
                let kept = scores.indices.filter { scores[$0] >= cut }
                let decoys = kept.filter { isDecoy[$0] }.count
                return kept.count == decoys ? nil : Double(decoys + 1) / Double(kept.count - decoys)
            }
            return min(1, estimates.min() ?? 1)
        }
    }
}
