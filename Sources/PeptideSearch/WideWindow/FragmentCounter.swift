/// Counts for every candidate of a partition how many of its fragments are near peaks of a spectrum.
///
/// The counters of a whole partition take 64 kB. They belong to one worker.
final class FragmentCounter {
    /// A candidate of the partition and its count.
    struct Hit {
        var id: UInt16
        var count: UInt8
    }

    let counters = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2 * FragmentIndex.rowLimit)
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
    /// Kernel. Bounds: blocks of 32 counters reach as far as `ids` rounded up, and the number of counters is a multiple of
    /// 32.
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
        // A byte is at least m <= 128 where adding 128 - m to its low bits carries into the highest, or where that bit
        // is set.
        let added = UInt64(128 - min(minimum, 128)) &* 0x0101_0101_0101_0101
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        counters.withMemoryRebound(to: UInt64.self) { words in
            for block in stride(from: (ids.lowerBound & ~31) / 8, to: (ids.upperBound + 31) / 32 * 4, by: 4) {
                let (a, b, c, d) = (words[block], words[block &+ 1], words[block &+ 2], words[block &+ 3])
                let one = ((a & low) &+ added) | a | ((b & low) &+ added) | b
                let other = ((c & low) &+ added) | c | ((d & low) &+ added) | d
                guard (one | other) & ~low != 0 else { continue }
                gather(max(block * 8, ids.lowerBound)..<min(block * 8 + 32, ids.upperBound), minimum)
            }
        }
    }

    private func gather(_ ids: Range<Int>, _ minimum: UInt8) {
        for id in ids where counters[id] >= minimum { found.append(Hit(id: UInt16(id), count: counters[id])) }
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
