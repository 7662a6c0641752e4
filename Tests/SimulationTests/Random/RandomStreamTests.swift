import Simulation
import Testing

@Suite struct RandomStreamTests {
    private static let count = 100_000

    @Test("normal numbers have the mean and the deviation asked for, and a third lies beyond one deviation")
    func normal() {
        var stream = RandomStream(seed: 5, .change)
        let numbers = Numbers(Self.count) { stream.normal(mean: 3, deviation: 2) }
        // Five standard errors: 2 / sqrt(n) of the mean, 2 / sqrt(2n) of the deviation.
        #expect(isNear(numbers.mean, 3, 0.032))
        #expect(isNear(numbers.deviation, 2, 0.023))
        #expect(isNear(numbers.share { abs($0 - 3) > 2 }, 0.3173, 0.0074))
        #expect(isNear(numbers.share { abs($0 - 3) > 4 }, 0.0455, 0.0033))
    }

    @Test("both numbers of one step are used, and they are not related")
    func pairs() {
        var stream = RandomStream(seed: 5, .change)
        var (first, second): ([Double], [Double]) = ([], [])
        for _ in 0..<20_000 {
            first.append(stream.normal(deviation: 1))
            second.append(stream.normal(deviation: 1))
        }
        #expect(abs(Numbers(first).correlation(with: Numbers(second))) < 5 / 20_000.0.squareRoot())
        #expect(isNear(Numbers(second).deviation, 1, 0.025))
    }

    @Test(
        "Poisson counts have mean and variance alike, by either method",
        arguments: [0.05, 1, 7, 29.9, 30.1, 80, 2_500])
    func poisson(mean: Double) {
        var stream = RandomStream(seed: 11, .spectrum)
        let counts = Numbers(Self.count) { stream.poisson(mean) }
        let number = Double(Self.count)
        #expect(isNear(counts.mean, mean, 5 * (mean / number).squareRoot()))
        // The variance of a variance of Poisson counts; rounding the normal approximation adds a twelfth.
        let error = ((mean + 2 * mean * mean) / number).squareRoot()
        #expect(isNear(counts.variance, mean, 5 * error + (mean > 30 ? 1.0 / 12 : 0)))
        #expect(counts.values.allSatisfy { $0 >= 0 && $0 == $0.rounded() })
    }

    @Test("small Poisson counts are 0, 1 and 2 as often as they should be")
    func poissonShares() {
        var stream = RandomStream(seed: 11, .spectrum)
        let counts = Numbers(Self.count) { stream.poisson(1.5) }
        // e^-1.5, 1.5 e^-1.5, 1.125 e^-1.5.
        for (count, share) in [(0.0, 0.22313), (1, 0.33470), (2, 0.25102)] {
            #expect(isNear(counts.share { $0 == count }, share, 0.0075))
        }
    }

    @Test("nothing happens where nothing is expected")
    func poissonZero() {
        var stream = RandomStream(seed: 1, .spectrum)
        #expect(stream.poisson(0) == 0)
        #expect(stream.poisson(-1) == 0)
    }

    @Test("even numbers fill their range and every whole number of a range is as likely")
    func uniform() {
        var stream = RandomStream(seed: 3, .drift)
        let numbers = Numbers(Self.count) { stream.uniform(-2...4) }
        #expect(numbers.values.allSatisfy { (-2..<4).contains($0) })
        #expect(isNear(numbers.mean, 1, 5 * 6 / (12 * Double(Self.count)).squareRoot()))
        #expect(isNear(numbers.deviation, 6 / 12.0.squareRoot(), 0.02))
        let indices = Numbers(Self.count) { Double(stream.index(below: 7)) }
        for value in 0..<7 { #expect(isNear(indices.share { $0 == Double(value) }, 1.0 / 7, 0.0056)) }
    }

    @Test("a probability is how often something happens; 0 is never and 1 always")
    func happens() {
        var stream = RandomStream(seed: 3, .loading)
        let count = (0..<Self.count).count { _ in stream.happens(0.2) }
        #expect(isNear(Double(count) / Double(Self.count), 0.2, 0.0064))
        #expect((0..<1_000).count { _ in stream.happens(0) } == 0)
        #expect((0..<1_000).count { _ in stream.happens(1) } == 1_000)
    }

    @Test("factors are symmetrical around 1 as powers of two")
    func factors() {
        var stream = RandomStream(seed: 3, .technique)
        let factors = Numbers(Self.count) { stream.factor(deviationLog2: 0.5) }
        #expect(isNear(factors.quantile(0.5), 1, 0.01))
        // One deviation up and down: 2^0.5 and 2^-0.5.
        #expect(isNear(factors.quantile(0.8413), 1.4142, 0.02))
        #expect(isNear(factors.quantile(0.1587), 0.7071, 0.01))
    }

    @Test("the same seed, purpose and numbers give the same sequence")
    func reproducible() {
        var (one, other) = (RandomStream(seed: 9, .peptide, 4, 7), RandomStream(seed: 9, .peptide, 4, 7))
        for _ in 0..<100 {
            #expect(one.normal(deviation: 1) == other.normal(deviation: 1))
            #expect(one.poisson(12) == other.poisson(12))
            #expect(one.unit() == other.unit())
        }
    }

    @Test("another seed, purpose, first or second number gives an unrelated sequence")
    func unrelated() {
        let streams = [
            RandomStream(seed: 9, .peptide, 4, 7), RandomStream(seed: 10, .peptide, 4, 7),
            RandomStream(seed: 9, .bond, 4, 7), RandomStream(seed: 9, .peptide, 5, 7),
            RandomStream(seed: 9, .peptide, 4, 8), RandomStream(seed: 9, .peptide, 7, 4),
            RandomStream(seed: 9, .peptide), RandomStream(seed: 0, .peptide),
        ]
        let sequences = streams.map { stream in
            var stream = stream
            return Numbers(5_000) { stream.unit() }
        }
        for (position, one) in sequences.enumerated() {
            for other in sequences[..<position] {
                #expect(one.values.first != other.values.first)
                #expect(abs(one.correlation(with: other)) < 5 / 5_000.0.squareRoot())
            }
        }
    }
}
