import Statistics
import Testing

@Suite("Binomial tail")
struct BinomialTailTests {
    /// Summed term by term with 60 decimal digits.
    static let known: [(successes: Int, trials: Int, probability: Double, logarithm: Double)] = [
        (1, 1, 0.25, -1.3862943611198906), (3, 10, 0.1, -2.6565376545521717), (8, 40, 0.05, -7.248123280957872),
        (20, 60, 0.04, -29.956292406910645), (150, 200, 0.001, -926.4788709634693),
        (30, 100, 0.3, -0.6205283978700195), (2, 50, 0.9, -4.51e-48),
    ]

    @Test("agrees with sums of many digits from all but certain to all but impossible", arguments: known)
    func matches(_ known: (successes: Int, trials: Int, probability: Double, logarithm: Double)) {
        let found = BinomialTail.logProbability(
            ofAtLeast: known.successes, of: known.trials, probability: known.probability)
        #expect(abs(found - known.logarithm) <= 1e-9 * max(1, abs(known.logarithm)))
    }

    @Test("no success is needed: certain; more than all trials: impossible")
    func ends() {
        #expect(BinomialTail.logProbability(ofAtLeast: 0, of: 5, probability: 0.1) == 0)
        #expect(BinomialTail.logProbability(ofAtLeast: 6, of: 5, probability: 0.1) == -.infinity)
        #expect(BinomialTail.logProbability(ofAtLeast: 1, of: 0, probability: 0.1) == -.infinity)
    }
}
