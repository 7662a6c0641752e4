/// The rows of peptides, and what is gathered about them on the walk through the runs.
struct PeptideRows {
    let places: PeptidePlaces
    /// Matches accepted at PSM level, by row.
    private var psmCounts: [UInt32]
    /// Sequences of the peptides that are accepted, by row.
    var acceptedSequences: [Int: String] = [:]

    init(_ pairs: PairTable, entryCount: Int) {
        places = PeptidePlaces(pairs, entryCount: entryCount)
        psmCounts = Array(repeating: 0, count: places.count)
    }

    /// Counts an accepted match.
    mutating func countPSM(ofRow row: Int) { psmCounts[row] += 1 }

    /// Matches accepted at PSM level.
    func psmCount(ofRow row: Int) -> Int { Int(psmCounts[row]) }
}

/// Where the peptides are in the table of peptides as it is stored: by the entry of their best match. A run's best
/// matches can then be written while the run is at hand.
struct PeptidePlaces {
    private let pairs: PairTable
    private let ranks: RankedBits

    init(_ pairs: PairTable, entryCount: Int) {
        self.pairs = pairs
        let entries = (0..<2 * pairs.pairCount).lazy.compactMap { pairs.bestEntry(of: $0) }
        ranks = RankedBits(entries, below: entryCount)
    }

    /// Number of rows.
    var count: Int { ranks.count }

    /// The row of a member; `nil` where it has no match.
    func row(ofMember member: Int) -> Int? { pairs.bestEntry(of: member).map(ranks.rank) }

    /// The row of a member of a pair.
    func row(ofPair pair: Int, isDecoy: Bool) -> Int? {
        row(ofMember: PairTable.member(pair: pair, isDecoy: isDecoy))
    }
}

/// A set of whole numbers that knows how many of its members lie below each: a bit for each possible one and 4 bytes
/// for 64.
struct RankedBits {
    private var words: [UInt64]
    private var before: [UInt32] = []
    /// Number of members.
    let count: Int

    init(_ members: some Sequence<Int>, below limit: Int) {
        words = [UInt64](repeating: 0, count: limit / 64 + 1)
        for member in members { words[member / 64] |= 1 << UInt64(member % 64) }
        before.reserveCapacity(words.count)
        var count = 0
        for word in words {
            before.append(UInt32(count))
            count += word.nonzeroBitCount
        }
        self.count = count
    }

    /// Number of members below a number.
    func rank(_ number: Int) -> Int {
        let below = words[number / 64] & ((1 << UInt64(number % 64)) - 1)
        return Int(before[number / 64]) + below.nonzeroBitCount
    }
}
