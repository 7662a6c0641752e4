/// Random numbers that are the same for the same seed in every process and release: SplitMix64.
///
/// Use its own ``next(upperBound:)-(Int)`` and ``shuffle(_:)``: how the standard library turns generators into ranges and
/// shuffles is not promised to stay.
///
/// > Source: G. L. Steele Jr., D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014,
/// > doi:10.1145/2660193.2660195; constants as in S. Vigna's public-domain splitmix64.c.
public struct SeededGenerator: RandomNumberGenerator, Sendable, Hashable {
    private var state: UInt64

    /// Begins the sequence of a seed. Any seed is good, 0 too.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A number of `0..<upperBound`, each as likely as any other.
    ///
    /// > Source: D. Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019) 3,
    /// > doi:10.1145/3230636, algorithm 5.
    /// - Precondition: `upperBound` is above 0.
    public mutating func next(upperBound: Int) -> Int {
        precondition(upperBound > 0, "a range of random numbers must not be empty")
        let bound = UInt64(upperBound)
        var product = next().multipliedFullWidth(by: bound)
        if product.low < bound {
            let threshold = (0 &- bound) % bound
            while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
        }
        return Int(product.high)
    }

    /// A number from 0 up to, but not including, 1: the upper 53 bits, evenly spaced.
    public mutating func nextUnit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// Puts elements in random order, each order as likely as any other.
    ///
    /// > Source: R. Durstenfeld, "Algorithm 235: Random permutation", Comm. ACM 7 (1964) 420, doi:10.1145/364520.364540.
    public mutating func shuffle<Element>(_ elements: inout [Element]) {
        var last = elements.count - 1
        while last > 0 {
            elements.swapAt(last, next(upperBound: last + 1))
            last -= 1
        }
    }
}
