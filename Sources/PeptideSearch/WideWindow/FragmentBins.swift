package import Chemistry

/// Cuts the axis of neutral fragment masses into bins, finer than the fragment tolerance.
///
/// The number of a bin never falls with the mass, and masses beyond either end belong to the bin at that end: whatever
/// lies between two masses lies in the bins between theirs. Bins follow the tolerance: for one in ppm they widen with the
/// mass, for one in Da all are alike.
package struct FragmentBins: Sendable {
    /// Number of bins.
    package let count: Int
    private let scale: Scale

    private enum Scale {
        /// The bit pattern of a float as its logarithm, piecewise linear and without its lowest bits.
        case bits(first: Int, dropped: Int)
        case linear(binsPerDalton: Double)
    }

    private let lightest: Double
    private let heaviest: Double

    /// Lays the bins out.
    ///
    /// - Parameters:
    ///   - tolerance: how far a peak may be from the calculated fragment.
    ///   - heaviestFragment: neutral mass in Da from which on all fragments share a bin.
    package init(tolerance: Tolerance, heaviestFragment: Double) {
        heaviest = heaviestFragment
        switch tolerance {
        case .ppm(let ppm):
            // Lighter than any fragment of two residues.
            lightest = 64
            let first = Int(Float(lightest).bitPattern)
            let dropped = Self.droppedBits(for: ppm)
            scale = .bits(first: first, dropped: dropped)
            count = (Int(Float(heaviest).bitPattern) - first) >> dropped + 1
        case .daltons(let width):
            lightest = 0
            let binsPerDalton = 1 / max(heaviest / Self.mostBins, width / 4)
            scale = .linear(binsPerDalton: binsPerDalton)
            count = Int(heaviest * binsPerDalton) + 1
        }
    }

    /// The bin of a neutral mass in Da.
    @inline(__always) package func bin(of mass: Double) -> Int {
        let inside = min(max(mass, lightest), heaviest)
        switch scale {
        case .bits(let first, let dropped): return (Int(Float(inside).bitPattern) &- first) >> dropped
        case .linear(let binsPerDalton): return Int(inside * binsPerDalton)
        }
    }

    /// Bits without which a bin is at most half as wide as the tolerance; at least 5: from 64 Da on, each
    /// doubling of the mass has 2^18 bins then.
    private static func droppedBits(for ppm: Double) -> Int {
        var dropped = 5
        while dropped < 18, Double(1 << (dropped + 1)) / Double(1 << 23) <= ppm * 0.5e-6 { dropped += 1 }
        return dropped
    }

    /// Bins at the most.
    private static let mostBins = 2e6
}
