internal import Foundations
internal import Glibc

/// Random numbers for one purpose. Each purpose, and each thing it is about, has a stream of its own, so that what one
/// spectrum draws does not depend on how many threads made the others.
package struct RandomStream: Sendable {
    private var generator: SeededGenerator
    /// The second of the two numbers that a Box-Muller step gives.
    private var spareNormal: Double?

    /// The stream of a seed for a purpose and up to two numbers, such as run and scan.
    package init(seed: UInt64, _ purpose: Purpose, _ first: UInt64 = 0, _ second: UInt64 = 0) {
        let purposeHash = StableHash.hash(purpose.rawValue)
        let about = StableHash.combine(first, second)
        generator = SeededGenerator(seed: StableHash.combine(seed, StableHash.combine(purposeHash, about)))
    }

    /// What random numbers are for.
    package enum Purpose: String {
        case abundance, change, biology, technique, loading
        case foreignProtein, peptide, bond
        case retention, drift, acquisition, spectrum
    }

    /// Evenly spread over 0 up to, but not including, 1.
    package mutating func unit() -> Double { generator.nextUnit() }

    /// Evenly spread over a range.
    package mutating func uniform(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * unit()
    }

    /// A number of `0..<count`.
    package mutating func index(below count: Int) -> Int { generator.next(upperBound: count) }

    /// True with a probability.
    package mutating func happens(_ probability: Double) -> Bool { unit() < probability }

    /// Normally distributed.
    ///
    /// > Source: G. E. P. Box, M. E. Muller, Ann. Math. Statist. 29 (1958) 610, doi:10.1214/aoms/1177706645.
    package mutating func normal(mean: Double = 0, deviation: Double) -> Double {
        if let spare = spareNormal {
            spareNormal = nil
            return mean + deviation * spare
        }
        let radius = (-2 * log(1 - unit())).squareRoot()
        let angle = 2 * Double.pi * unit()
        spareNormal = radius * sin(angle)
        return mean + deviation * radius * cos(angle)
    }

    /// A factor whose logarithm to base 2 is normally distributed around 0.
    package mutating func factor(deviationLog2: Double) -> Double { exp2(normal(deviation: deviationLog2)) }

    /// How many of many independent rare events happen.
    ///
    /// Below a mean of 30 by multiplying uniform numbers (D. E. Knuth, The Art of Computer Programming 2, 3.4.1), above
    /// it the rounded normal approximation.
    package mutating func poisson(_ mean: Double) -> Double {
        guard mean > 0 else { return 0 }
        if mean > 30 { return max(0, normal(mean: mean, deviation: mean.squareRoot()).rounded()) }
        let limit = exp(-mean)
        var product = unit()
        var count = 0.0
        while product > limit {
            product *= unit()
            count += 1
        }
        return count
    }
}
