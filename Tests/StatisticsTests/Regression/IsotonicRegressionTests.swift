import Foundations
import Statistics
import Testing

@Suite("Isotonic regression")
struct IsotonicRegressionTests {
    @Test("neighbours that fall are pooled into their mean")
    func handCalculation() {
        #expect(IsotonicRegression.nonDecreasing([1, 3, 2, 4], weights: [1, 1, 1, 1]) == [1, 2.5, 2.5, 4])
    }

    @Test("pooled means are weighted")
    func weights() {
        #expect(IsotonicRegression.nonDecreasing([4, 0], weights: [3, 1]) == [3, 3])
    }

    @Test("pooling reaches back as far as it must")
    func cascades() {
        #expect(IsotonicRegression.nonDecreasing([1, 2, 3, -6], weights: [1, 1, 1, 1]) == [0, 0, 0, 0])
    }

    @Test("a list that never falls is left as it is")
    func unchanged() {
        #expect(IsotonicRegression.nonDecreasing([-1, 0, 0, 5], weights: [1, 2, 3, 4]) == [-1, 0, 0, 5])
        #expect(IsotonicRegression.nonDecreasing([], weights: []) == [])
    }

    @Test("the fit is that of the min-max formula", arguments: 0..<40)
    func minMaxFormula(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let count = 1 + generator.next(upperBound: 30)
        let values = (0..<count).map { _ in Double(generator.next(upperBound: 20)) }
        let weights = (0..<count).map { _ in Double(1 + generator.next(upperBound: 5)) }
        let fitted = IsotonicRegression.nonDecreasing(values, weights: weights)
        for (value, expected) in zip(fitted, Self.minMax(values, weights: weights)) {
            #expect(abs(value - expected) < 1e-12)
        }
    }

    /// The closed form: the greatest over starts up to here of the least over ends from here of the weighted mean
    /// between (Barlow, Bartholomew, Bremner and Brunk, "Statistical Inference under Order Restrictions", 1972).
    private static func minMax(_ values: [Double], weights: [Double]) -> [Double] {
        values.indices.map { index in
            (0...index).map { start in
                (index..<values.count).map { end in
                    let weight = weights[start...end].reduce(0, +)
                    return (start...end).reduce(0.0) { $0 + values[$1] * weights[$1] } / weight
                }.min() ?? .nan
            }.max() ?? .nan
        }
    }
}
