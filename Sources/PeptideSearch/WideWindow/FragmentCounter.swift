/// Counts for every candidate of a partition how many of its fragments are near peaks of a spectrum.
///
/// The counters of a whole partition take 64 kB. They belong to one worker.
final class FragmentCounter {
    /// A candidate of the partition and its count.
    struct Hit {
        var id: UInt16
        var count: UInt8
    }

    private let counters = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2 * FragmentIndex.rowLimit)
    private var found: [Hit] = []
    private var places = [Int](repeating: 0, count: 257)
    /// What ``collect(ids:minimum:)`` found: by falling count, then by ascending candidate.
    private(set) var hits: [Hit] = []

    init() {
        counters.initialize(repeating: 0)
    }

    deinit { counters.deallocate() }

    /// Adds one to the counters of all candidates with a fragment in a run, for each such fragment.
    ///
    /// Kernel. Bounds: bins are below the number of bins of the index, which made the runs from the same ``FragmentBins``;
    /// starts are positions in `ids`; a candidate is below 65,536. A candidate has at most 255 ions in the index, each of
    /// which lies in at most one run of its charge: no counter overflows.
    func count(_ runs: [FragmentRuns.Run], in index: FragmentIndex) {
        let (starts, ids, counters) = (index.starts, index.ids, counters)
        for run in runs {
            let end = Int(starts[Int(run.last) &+ 1])
            var entry = Int(starts[Int(run.first)])
            while entry < end {
                counters[Int(ids[entry])] &+= 1
                entry &+= 1
            }
        }
    }

    /// Gathers the candidates with counts from a minimum on, and sets all counters back to 0.
    ///
    /// Kernel. Bounds: `ids` is cut to words of eight counters below their number.
    ///
    /// - Parameters:
    ///   - ids: candidates that are looked at.
    ///   - minimum: smallest count wanted.
    func collect(ids: Range<Int>, minimum: Int) {
        found.removeAll(keepingCapacity: true)
        if minimum <= Int(UInt8.max) { scan(ids, minimum: UInt8(max(0, minimum))) }
        counters.update(repeating: 0)
        sortHits()
    }

    private func scan(_ ids: Range<Int>, minimum: UInt8) {
        // A byte of `word` is at least m <= 128 where adding 128 - m to its low bits carries into the highest, or where
        // that bit is set.
        let added = UInt64(128 - min(minimum, 128)) &* 0x0101_0101_0101_0101
        let words = UnsafeRawBufferPointer(counters)
        for first in stride(from: ids.lowerBound & ~7, to: ids.upperBound, by: 8) {
            let word = words.load(fromByteOffset: first, as: UInt64.self)
            guard ((word & 0x7F7F_7F7F_7F7F_7F7F) &+ added | word) & 0x8080_8080_8080_8080 != 0 else { continue }
            for id in max(first, ids.lowerBound)..<min(first + 8, ids.upperBound) where counters[id] >= minimum {
                found.append(Hit(id: UInt16(id), count: counters[id]))
            }
        }
    }

    /// A counting sort: the first hits of a spectrum can be thousands.
    private func sortHits() {
        for count in places.indices { places[count] = 0 }
        for hit in found { places[255 - Int(hit.count) + 1] += 1 }
        for count in 1..<places.count { places[count] += places[count - 1] }
        hits.removeAll(keepingCapacity: true)
        hits.append(contentsOf: repeatElement(Hit(id: 0, count: 0), count: found.count))
        for hit in found {
            hits[places[255 - Int(hit.count)]] = hit
            places[255 - Int(hit.count)] += 1
        }
    }
}
