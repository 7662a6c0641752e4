/// How many candidates of a spectrum have how many fragments near peaks.
///
/// What a score calibrated by the candidates of a spectrum can be fitted to where they are too many to be scored one by
/// one: the tail of chance matches. The counts are those of the index, upper limits of the matched fragments: fragments in the
/// same bin as a match count, and two that take the same peak. They do not depend on partitions or workers.
package struct CountHistogram: Sendable, Hashable {
    /// Candidates with at least so many fragments near peaks, by number; the first entry counts all candidates.
    package var atLeast = [Int](repeating: 0, count: Self.most + 1)

    /// Largest number that is told apart from more.
    package static let most = 12

    package init() {}

    mutating func add(_ other: CountHistogram) {
        for number in atLeast.indices { atLeast[number] += other.atLeast[number] }
    }
}

extension FragmentCounter {
    /// Vectors whose lanes can be added up in one byte.
    private static let vectorsPerChunk = 255
    private static let lanes = 16

    /// Adds the candidates of a range to a histogram, except to its count of all.
    func add(_ ids: Range<Int>, to histogram: inout CountHistogram) {
        var first = min(ids.upperBound, (ids.lowerBound + Self.lanes - 1) / Self.lanes * Self.lanes)
        let last = max(first, ids.upperBound / Self.lanes * Self.lanes)
        addSingly(ids.lowerBound..<first, to: &histogram)
        while first < last {
            let end = min(last, first + Self.vectorsPerChunk * Self.lanes)
            for number in 1...CountHistogram.most {
                let count = countAtLeast(UInt8(number), from: first, to: end)
                histogram.atLeast[number] += count
                if count == 0 { break }
            }
            first = end
        }
        addSingly(last..<ids.upperBound, to: &histogram)
    }

    private func addSingly(_ ids: Range<Int>, to histogram: inout CountHistogram) {
        for id in ids {
            for number in 1..<max(1, min(Int(counters[id]), CountHistogram.most) + 1) { histogram.atLeast[number] += 1 }
        }
    }

    /// Kernel. Bounds: both ends are multiples of 16 and not above the number of counters; at most 255 vectors.
    private func countAtLeast(_ number: UInt8, from first: Int, to end: Int) -> Int {
        counters.withMemoryRebound(to: SIMD16<UInt8>.self) { vectors in
            var sums = SIMD16<UInt8>()
            for vector in first / Self.lanes..<end / Self.lanes {
                sums = sums.replacing(with: sums &+ 1, where: vectors[vector] .>= number)
            }
            return sums.indices.reduce(0) { $0 + Int(sums[$1]) }
        }
    }
}
