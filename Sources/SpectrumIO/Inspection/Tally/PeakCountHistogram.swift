/// How many spectra have how many peaks, in bounded memory: counts below 2048 are kept exactly, larger ones in bins whose
/// width is a 1024th of the power of two below, so that the middle is right to 0.1 %.
///
/// There are as many bins as the largest spectrum needs, at most 17,000 for the 50 million peaks that are the limit.
struct PeakCountHistogram: Sendable {
    /// Counts below this have a bin each.
    private static let exactBelow = 2048

    /// How many spectra fall into each bin.
    private var bins: [Int] = []
    private(set) var total = 0
    private var minimum = Int.max
    private var maximum = 0

    /// Adds a spectrum.
    mutating func add(_ peakCount: Int) {
        let bin = Self.bin(of: peakCount)
        reach(bin)
        bins[bin] += 1
        total += peakCount
        minimum = min(minimum, peakCount)
        maximum = max(maximum, peakCount)
    }

    /// Adds the spectra of another.
    mutating func merge(_ other: PeakCountHistogram) {
        reach(other.bins.count - 1)
        for (bin, count) in other.bins.enumerated() { bins[bin] += count }
        total += other.total
        minimum = min(minimum, other.minimum)
        maximum = max(maximum, other.maximum)
    }

    /// The smallest, the middle (the lower of two) and the largest; all 0 where there is none.
    var spread: SpectrumFileInspection.Spread {
        let middle = (bins.reduce(0, +) - 1) / 2
        var below = 0
        for (bin, count) in bins.enumerated() {
            below += count
            // The smallest count of a bin stands for all of it.
            if below > middle {
                return .init(minimum: minimum, median: max(Self.smallest(of: bin), minimum), maximum: maximum)
            }
        }
        return .init()
    }

    private mutating func reach(_ bin: Int) {
        if bin >= bins.count { bins.append(contentsOf: repeatElement(0, count: bin - bins.count + 1)) }
    }

    /// The bin of a count: from 2048 on, 1024 bins for each power of two.
    private static func bin(of count: Int) -> Int {
        guard count >= exactBelow else { return count }
        let shift = Int.bitWidth - 1 - count.leadingZeroBitCount - 10
        return shift << 10 + count >> shift
    }

    /// The smallest count of a bin.
    private static func smallest(of bin: Int) -> Int {
        guard bin >= exactBelow else { return bin }
        let shift = bin >> 10 - 1
        return (bin - shift << 10) << shift
    }
}
