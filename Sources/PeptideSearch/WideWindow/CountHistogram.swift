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
    /// Words whose bytes can be added up in one byte each.
    private static let wordsPerChunk = 255

    /// Adds the candidates of a range to a histogram, except to its count of all.
    func add(_ ids: Range<Int>, to histogram: inout CountHistogram) {
        var first = min(ids.upperBound, (ids.lowerBound + 7) & ~7)
        let last = max(first, ids.upperBound & ~7)
        addSingly(ids.lowerBound..<first, to: &histogram)
        while first < last {
            let end = min(last, first + Self.wordsPerChunk * 8)
            for number in 1...CountHistogram.most {
                let count = countAtLeast(number, words: first / 8..<end / 8)
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

    /// Kernel. Bounds: the words, of eight counters each, are below an eighth of the number of counters; at most 255.
    private func countAtLeast(_ number: Int, words: Range<Int>) -> Int {
        // A byte is at least m <= 128 where adding 128 - m to its low bits carries into the highest, or where that bit
        // is set.
        let added = UInt64(128 - number) &* 0x0101_0101_0101_0101
        return counters.withMemoryRebound(to: UInt64.self) { counters in
            var sums: UInt64 = 0
            var place = words.lowerBound
            while place < words.upperBound {
                let word = counters[place]
                sums &+= ((((word & 0x7F7F_7F7F_7F7F_7F7F) &+ added) | word) >> 7) & 0x0101_0101_0101_0101
                place &+= 1
            }
            let pairs = (sums & 0x00FF_00FF_00FF_00FF) &+ ((sums >> 8) & 0x00FF_00FF_00FF_00FF)
            return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
        }
    }
}
