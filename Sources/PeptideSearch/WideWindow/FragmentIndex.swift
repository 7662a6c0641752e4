import ProteinDatabase

/// The fragments of one partition of a peptide table, by mass: which candidates have a fragment in which bin.
///
/// ```
/// bin      ... 141,207  141,208  141,209 ...        starts:  first entry of each bin
/// entries  ... 17 204   9        3 17 80 ...        ids:     2 x (row - first row of the partition) + (decoy ? 1 : 0)
/// ```
/// An entry takes two bytes: masses are not kept, as the bins are finer than the tolerance and counts are upper bounds
/// anyway. An index belongs to one worker, and its memory is used again for the next partition.
///
/// > Source: the bin-by-bin layout of fragment indexes is that of Kong et al., Nature Methods 14 (2017) 513,
/// > doi:10.1038/nmeth.4256.
final class FragmentIndex {
    /// Rows of a partition at the most: a candidate is numbered by two bytes.
    static let rowLimit = 32_768

    /// Rows of the table the index stands for.
    private(set) var rows = 0..<0
    /// Rows with more ions than a counter can count; they are not in the index.
    private(set) var longRows: [Int] = []
    /// Candidates of the rows before each row of the partition, one more entry than rows.
    private(set) var candidatesBefore: [UInt32] = []
    /// First entry of each bin, and the number of entries.
    private(set) var starts: UnsafeMutableBufferPointer<UInt32>
    /// Candidates by bin, in ascending order within a bin.
    private(set) var ids = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: 0)

    private let bins: FragmentBins
    private let kinds: FragmentKinds
    private let minimumOrdinal: Int
    private let maximumCharge: Int
    private var masses = CandidateMasses()

    init(bins: FragmentBins, kinds: FragmentKinds, parameters: SearchParameters) {
        self.bins = bins
        self.kinds = kinds
        minimumOrdinal = parameters.minimumFragmentOrdinal
        maximumCharge = parameters.maximumFragmentCharge
        starts = .allocate(capacity: bins.count + 1)
    }

    deinit {
        starts.deallocate()
        ids.deallocate()
    }

    /// Indexes the fragments of some rows of a table, in place of what was indexed before.
    ///
    /// - Precondition: there are at most ``rowLimit`` rows.
    func build(_ table: PeptideTable, rows: Range<Int>) {
        precondition(rows.count <= Self.rowLimit, "a candidate is numbered by two bytes")
        self.rows = rows
        starts.initialize(repeating: 0)
        count(table)
        sumUp()
        place(table)
    }

    /// Counts the fragments of each bin, and the candidates.
    private func count(_ table: PeptideTable) {
        longRows.removeAll(keepingCapacity: true)
        candidatesBefore.removeAll(keepingCapacity: true)
        var candidates: UInt32 = 0
        for row in rows {
            candidatesBefore.append(candidates)
            let labels = table.labels(ofRow: row)
            candidates += (labels.target ? 1 : 0) + (labels.decoy ? 1 : 0)
            table.fill(&masses, row: row, label: labels.target ? .target : .decoy)
            if ionCount > UInt8.max { longRows.append(row) }
            if labels.target { forEachBin { starts[$0] &+= 1 } }
            guard labels.decoy else { continue }
            if labels.target { table.fill(&masses, row: row, label: .decoy) }
            forEachBin { starts[$0] &+= 1 }
        }
        candidatesBefore.append(candidates)
    }

    /// Replaces the count of each bin by its end.
    private func sumUp() {
        var sum: UInt32 = 0
        for bin in starts.indices {
            sum += starts[bin]
            starts[bin] = sum
        }
        guard Int(sum) > ids.count else { return }
        ids.deallocate()
        ids = .allocate(capacity: Int(sum))
    }

    /// Fills each bin from its end, so that candidates ascend and its start is left where the end was.
    private func place(_ table: PeptideTable) {
        for row in rows.reversed() {
            let labels = table.labels(ofRow: row)
            let id = UInt16(truncatingIfNeeded: (row - rows.lowerBound) * 2)
            if labels.decoy { place(table, row, .decoy, as: id | 1) }
            if labels.target { place(table, row, .target, as: id) }
        }
    }

    private func place(_ table: PeptideTable, _ row: Int, _ label: CandidateLabel, as id: UInt16) {
        table.fill(&masses, row: row, label: label)
        forEachBin { bin in
            let place = starts[bin] &- 1
            starts[bin] = place
            ids[Int(place)] = id
        }
    }

    /// Ions of the candidate at hand at the most, of all series and charges, with and without loss.
    private var ionCount: Int {
        let ways = masses.nTerminalLoss.leastOrdinal < masses.count ? 2 : 1
        return kinds.count * max(0, masses.count - minimumOrdinal) * maximumCharge * ways
    }

    /// The bins of a candidate's fragments, with the masses the matcher works out; they are below ``FragmentBins/count``.
    @inline(__always) private func forEachBin(_ body: (Int) -> Void) {
        guard ionCount <= UInt8.max else { return }
        kinds.forEachFragment(of: masses, minimumOrdinal: minimumOrdinal) { _, _, mass, _ in body(bins.bin(of: mass)) }
    }
}
