import Foundation

/// A small seeded generator for tests: the same seed gives the same numbers on every machine and in every version.
///
/// The draws below are written out instead of taken from the standard library, whose algorithms may change between
/// versions and would change every synthetic run with them.
///
/// > Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014,
/// > DOI 10.1145/2660193.2660195.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Creates a generator; every seed is a good one.
    public init(seed: UInt64) { state = seed }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, 1.
    public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number of the range, evenly spread.
    public mutating func uniform(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * unit()
    }

    /// A whole number of the range, evenly spread (the bias is below 1 in 2^64 per value).
    public mutating func integer(_ range: Range<Int>) -> Int {
        precondition(!range.isEmpty, "A number can only be drawn from a range that has one.")
        return range.lowerBound + Int(next().multipliedFullWidth(by: UInt64(range.count)).high)
    }

    /// Whether an event of the given probability happens.
    public mutating func happens(withProbability probability: Double) -> Bool { unit() < probability }

    /// A normally distributed number (Box and Muller, Ann. Math. Stat. 29:610, 1958).
    public mutating func normal(mean: Double = 0, standardDeviation: Double = 1) -> Double {
        let radius = (-2 * log(1 - unit())).squareRoot()
        return mean + standardDeviation * radius * cos(2 * Double.pi * unit())
    }

    /// The values in a random order (Fisher and Yates).
    public mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
        var result = values
        for position in result.indices.reversed() where position > 0 {
            result.swapAt(position, integer(0..<position + 1))
        }
        return result
    }
}
