import Foundations
import Statistics
import Testing

@Suite("Kolmogorov and Smirnov")
struct KolmogorovSmirnovTests {
    @Test("distances are those of a hand calculation, whatever the order and also among ties")
    func handCalculation() {
        // At or below 1: 1/4 and 0; 2: 3/4 and 0; 3: 3/4 and 1/3; 5: 1 and 2/3; 9: 1 and 1.
        #expect(KolmogorovSmirnov.distance([5, 2, 1, 2], [9, 3, 5]) == 0.75)
        #expect(KolmogorovSmirnov.distance([9, 3, 5], [5, 2, 1, 2]) == 0.75)
        #expect(KolmogorovSmirnov.distance([1, 1, 2], [1, 2, 2]) == 1.0 / 3)
        #expect(KolmogorovSmirnov.distance([1, 2], [2, 1, 1, 2]) == 0)
        #expect(KolmogorovSmirnov.distance([1, 2], [3, 4]) == 1)
        #expect(KolmogorovSmirnov.distance([1, 2], []) == 0)
    }

    @Test("random samples agree with the definition", arguments: 0..<30)
    func bruteForce(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let one = (0..<1 + generator.next(upperBound: 40)).map { _ in Double(generator.next(upperBound: 12)) }
        let other = (0..<1 + generator.next(upperBound: 40)).map { _ in Double(generator.next(upperBound: 15)) }
        func share(_ values: [Double], _ limit: Double) -> Double {
            Double(values.count { $0 <= limit }) / Double(values.count)
        }
        let expected = (one + other).map { abs(share(one, $0) - share(other, $0)) }.max()
        #expect(KolmogorovSmirnov.distance(one, other) == expected)
    }

    @Test("critical distances are those of the tables")
    func critical() {
        // c(0.05) = 1.358, c(0.001) = 1.949 for large samples: times sqrt((n + m)/(n m)).
        #expect(abs(KolmogorovSmirnov.criticalDistance(100, 100, probability: 0.05) - 1.358 * 0.02.squareRoot()) < 1e-3)
        #expect(
            abs(KolmogorovSmirnov.criticalDistance(50, 200, probability: 0.001) - 1.949 * 0.025.squareRoot()) < 1e-3)
        #expect(KolmogorovSmirnov.criticalDistance(0, 5, probability: 0.05) == .infinity)
    }
}
