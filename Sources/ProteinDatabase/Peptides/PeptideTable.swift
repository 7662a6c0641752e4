/// All candidate peptidoforms of a mass range, ordered by mass, each sequence once with all its proteins.
///
/// One row stands for a target peptidoform and, where decoys are made, for its decoy as well: the decoy has the same mass
/// and modifications, and its sequence is a reordering that is worked out when it is asked for. A table therefore costs
/// the same with decoys as without.
///
/// Rows are columns of plain numbers, so that a search walks a mass window without touching anything else:
/// ```
/// masses    peptide  labels    modifications        peptides[p]             occurrences
/// 799.360   3                                       residues 120..<127      protein 0 at 120
/// 799.361   0                  Oxidation at 4       residues 16..<23        protein 0 at 16, protein 9 at 311
/// 807.374   3        heavy
/// ```
public struct PeptideTable: Sendable {
    /// Where a decoy takes its residues from, or why there is none.
    enum Pairing: UInt8, Sendable {
        /// The decoy is the reversed target.
        case reversed
        /// The decoy follows an order kept in ``orders``.
        case shuffled
        /// No decoy could be made: every reordering tried is a target.
        case unpaired
        /// A target whose decoys come from the FASTA.
        case target
        /// A peptide of decoy proteins of the FASTA.
        case decoy
    }

    /// One sequence, I and L taken as equal.
    struct Peptide: Sendable {
        /// Position of the first residue in ``residues``.
        var start: UInt32
        /// First entry in ``occurrences``; the next peptide's first entry ends the list.
        var firstOccurrence: UInt32
        /// First entry in ``orders`` for a shuffled decoy.
        var firstOrder: UInt32
        var length: UInt8
        var missedCleavages: UInt8
        var pairing: Pairing
    }

    /// A place where a sequence stands in a protein.
    struct Occurrence: Sendable {
        var protein: UInt32
        var start: UInt32
        var isProteinNTerminal: Bool
        var isProteinCTerminal: Bool
        /// Whether the protein is a decoy of the FASTA.
        var isDecoy: Bool
    }

    /// Monoisotopic masses of the neutral peptidoforms in Da, ascending; one for each row.
    public internal(set) var masses: [Double] = []
    /// Rows of each level of ``CandidateSample``, from the lowest kept level on.
    var samples: [[UInt32]] = []
    /// Peptide of each row.
    var rowPeptides: [UInt32] = []
    /// First placement of each row; the count stands in ``rowTags``.
    var rowPlacementStarts: [UInt32] = []
    var rowTags: [FormTag] = []
    /// Variable modifications of all rows that have any.
    var placements: [Placement] = []
    var peptides: [Peptide] = []
    var occurrences: [Occurrence] = []
    /// Reordering of residues for shuffled decoys.
    var orders: [UInt8] = []
    /// Residues of all proteins, end to end, each protein followed by `-`.
    var residues: [UInt8] = []
    /// Position of each protein's first residue in ``residues``.
    var proteinStarts: [UInt32] = []
    /// Which of the proteins are entrapments.
    var entrapment: EntrapmentPlaces?
    /// How decoys are made.
    let decoys: DecoyRules
    /// Masses of residues, ends and modifications.
    package let chemistry: PeptideMasses
    /// What was counted while the table was made.
    public internal(set) var census = Census()

    init(decoys: DecoyRules, chemistry: PeptideMasses) {
        self.decoys = decoys
        self.chemistry = chemistry
    }

    /// Counts of what went into a table.
    public struct Census: Sendable, Hashable {
        /// Distinct sequences (I = L), targets only.
        public var peptides = 0
        /// Rows: peptidoforms of targets, and of decoys from a FASTA.
        public var peptidoforms = 0
        /// Target sequences no decoy could be made for.
        public var unpaired = 0
        /// Distinct sequences (I = L) of entrapments alone; 0 where there are none.
        public var entrapments = 0
        /// Distinct sequences (I = L) that entrapments share with other proteins.
        public var sharedWithEntrapments = 0
        /// Distinct sequences (I = L) of other proteins, those shared included, counted like ``entrapments``; 0 where there are none of these.
        public var entrapmentTargets = 0
        /// Stretches left out because a residue has no mass (B, X, Z, `*`).
        public var withoutMass = 0
    }

    /// Number of rows.
    public var count: Int { masses.count }

    /// Bytes the table holds.
    public var byteCount: Int {
        masses.count * (8 + 4 + 4 + 1) + samples.reduce(0) { $0 + 4 * $1.count }
            + placements.count * MemoryLayout<Placement>.stride
            + peptides.count * MemoryLayout<Peptide>.stride + occurrences.count * MemoryLayout<Occurrence>.stride
            + orders.count + residues.count + proteinStarts.count * 4
    }

    /// The variable modifications of a row.
    @inline(__always) func placements(ofRow row: Int) -> ArraySlice<Placement> {
        let start = Int(rowPlacementStarts[row])
        return placements[start..<start + rowTags[row].placements]
    }

    /// Rows whose mass lies in a window, both ends included.
    ///
    /// - Complexity: logarithmic in the number of rows.
    public func rows(in window: ClosedRange<Double>) -> Range<Int> {
        let start = firstRow(where: { $0 >= window.lowerBound })
        let end = firstRow(where: { $0 > window.upperBound })
        return start..<max(start, end)
    }

    private func firstRow(where isBehind: (Double) -> Bool) -> Int {
        var low = 0
        var high = masses.count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(masses[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// A variable modification at its place in a peptidoform.
struct Placement: Sendable, Hashable {
    /// 0 is the N-terminus, 1 to n are residues, n + 1 is the C-terminus.
    var position: UInt8
    /// Index in ``PeptideMasses/variable``.
    var modification: UInt8
}
