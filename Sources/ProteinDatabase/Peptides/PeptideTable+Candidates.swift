import Chemistry

/// Which member of a row's pair is meant.
public enum CandidateLabel: UInt8, Sendable, Hashable {
    /// The target, a sequence of the database.
    case target
    /// The decoy.
    case decoy
}

/// A neutral loss that fragments of one end of a candidate may show.
public struct FragmentLoss: Sendable, Hashable {
    /// Fragments with fewer residues do not hold the modification; `Int.max` where there is none.
    public var leastOrdinal: Int
    /// Mass of what is lost, in Da.
    public var massDaltons: Double

    /// No loss.
    static let none = FragmentLoss(leastOrdinal: .max, massDaltons: 0)
}

/// The residue masses of one candidate, in a buffer that is used again for the next.
public struct CandidateMasses {
    /// Masses in Da of the residues with their modifications, in the order of the candidate's sequence; only the first
    /// `count` entries hold.
    public internal(set) var residues: [Double]
    /// Number of residues.
    public internal(set) var count = 0
    /// Mass of the N-terminal end in Da.
    public internal(set) var nTerminus = 0.0
    /// Mass of the C-terminal end in Da, water included.
    public internal(set) var cTerminus = 0.0
    /// What N-terminal fragments may lose: that of the modified residue nearest to the N-terminus.
    public internal(set) var nTerminalLoss = FragmentLoss.none
    /// What C-terminal fragments may lose: that of the modified residue nearest to the C-terminus.
    public internal(set) var cTerminalLoss = FragmentLoss.none
    /// Mass in Da of the N-terminal end and the first n residues, by n up to ``count``: what fragments are worked out from.
    public internal(set) var prefixes: [Double]
    /// The target's residues while they are brought into the decoy's order.
    var target: [Double]

    /// Mass of the whole candidate in Da.
    public var neutralMass: Double { prefixes[count] + cTerminus }

    /// Longest peptide a table can hold.
    public static let capacity = 253

    /// Creates an empty buffer.
    public init() {
        residues = [Double](repeating: 0, count: Self.capacity)
        target = residues
        prefixes = [Double](repeating: 0, count: Self.capacity + 1)
    }

    /// Sums the residues up once they stand.
    mutating func sumUp() {
        let (start, count) = (nTerminus, count)
        residues.withUnsafeBufferPointer { residues in
            prefixes.withUnsafeMutableBufferPointer { prefixes in
                // Bounds: `count` is at most the capacity, of which `prefixes` holds one more.
                var mass = start
                prefixes[0] = mass
                for i in 0..<count {
                    mass += residues[i]
                    prefixes[i &+ 1] = mass
                }
            }
        }
    }
}

extension PeptideTable {
    /// Which candidates a row stands for.
    public func labels(ofRow row: Int) -> (target: Bool, decoy: Bool) {
        switch peptides[Int(rowPeptides[row])].pairing {
        case .reversed, .shuffled: (true, true)
        case .unpaired, .target: (true, false)
        case .decoy: (false, true)
        }
    }

    /// Whether fragments of any candidate may have lost something from a modification.
    public var hasFragmentLosses: Bool { chemistry.hasFragmentLosses }

    /// Number of residues of a row's candidates.
    public func residueCount(ofRow row: Int) -> Int { Int(peptides[Int(rowPeptides[row])].length) }

    /// Rows whose residues are called at a time; see ``callResidues(ofRows:)``.
    public static let rowsCalled = 32

    /// Has the processor fetch the residues of some rows, so that comparing them does not wait for one after the other.
    ///
    /// Peptides lie in the order of their masses, their residues in that of the proteins: each is another place in memory.
    /// The processor fetches many such places at once, but only where it need not know what one holds to ask for the next.
    ///
    /// - Returns: a number that depends on the residues and means nothing; a caller keeps it, so that nothing is left out.
    @inline(__always) public func callResidues(ofRows rows: Range<Int>) -> UInt8 {
        var sum: UInt8 = 0
        rowPeptides.withUnsafeBufferPointer { rowPeptides in
            peptides.withUnsafeBufferPointer { peptides in
                residues.withUnsafeBufferPointer { residues in
                    // Bounds: rows are those of the table; a peptide begins inside `residues`.
                    for row in rows { sum &+= residues[Int(peptides[Int(rowPeptides[row])].start)] }
                }
            }
        }
        return sum
    }

    /// Writes the residue masses of a candidate into a buffer, ready for summing up fragments.
    ///
    /// - Complexity: proportional to the number of residues; allocates nothing.
    public func fill(_ buffer: inout CandidateMasses, row: Int, label: CandidateLabel) {
        let peptide = peptides[Int(rowPeptides[row])]
        let count = Int(peptide.length)
        let isReordered = label == .decoy && peptide.pairing != .decoy
        let channel = rowTags[row].channel
        buffer.count = count
        buffer.nTerminus = chemistry.nTerminus + chemistry.channels.nTermini[channel]
        buffer.cTerminus = chemistry.cTerminus + chemistry.channels.cTermini[channel]
        let start = Int(peptide.start)
        let first = 256 * channel
        chemistry.channels.residues.withUnsafeBufferPointer { masses in
            residues.withUnsafeBufferPointer { letters in
                // Bounds: a peptide's residues lie inside `residues`, a byte indexes 256 masses of a channel, `count` is
                // at most the capacity of the buffer.
                if isReordered {
                    for i in 0..<count { buffer.target[i] = masses[first + Int(letters[start + i])] }
                } else {
                    for i in 0..<count { buffer.residues[i] = masses[first + Int(letters[start + i])] }
                }
            }
        }
        if rowTags[row].placements > 0 {
            addModifications(ofRow: row, of: peptide, isReordered: isReordered, to: &buffer)
        }
        if chemistry.hasFragmentLosses { addLosses(ofRow: row, of: peptide, isReordered: isReordered, to: &buffer) }
        if isReordered { reorder(peptide, in: &buffer) }
        buffer.sumUp()
    }

    private func addModifications(
        ofRow row: Int, of peptide: Peptide, isReordered: Bool, to buffer: inout CandidateMasses
    ) {
        let channel = rowTags[row].channel
        for placement in placements(ofRow: row) {
            let position = Int(placement.position)
            let modification = chemistry.variableMasses[Int(placement.modification)]
            if position == 0 {
                buffer.nTerminus = modification
            } else if position > buffer.count {
                buffer.cTerminus = ParticleMass.water + modification
            } else {
                let letter = residues[Int(peptide.start) + position - 1]
                let mass = chemistry.channels.bareResidues[256 * channel + Int(letter)] + modification
                if isReordered { buffer.target[position - 1] = mass } else { buffer.residues[position - 1] = mass }
            }
        }
    }

    /// Finds the modified residues nearest to either end that fragments can lose something from.
    private func addLosses(
        ofRow row: Int, of peptide: Peptide, isReordered: Bool, to buffer: inout CandidateMasses
    ) {
        (buffer.nTerminalLoss, buffer.cTerminalLoss) = (.none, .none)
        for placement in placements(ofRow: row) {
            let residue = Int(placement.position) - 1
            guard 0..<buffer.count ~= residue else { continue }
            let letter = residues[Int(peptide.start) + residue]
            let loss = chemistry.fragmentLoss(ofModification: Int(placement.modification), on: letter)
            guard loss > 0 else { continue }
            let place = isReordered ? decoyPlace(ofResidue: residue, in: peptide) : residue
            if place + 1 < buffer.nTerminalLoss.leastOrdinal {
                buffer.nTerminalLoss = FragmentLoss(leastOrdinal: place + 1, massDaltons: loss)
            }
            if buffer.count - place < buffer.cTerminalLoss.leastOrdinal {
                buffer.cTerminalLoss = FragmentLoss(leastOrdinal: buffer.count - place, massDaltons: loss)
            }
        }
    }

    /// Where a residue of the target stands in the decoy.
    private func decoyPlace(ofResidue residue: Int, in peptide: Peptide) -> Int {
        let count = Int(peptide.length)
        if peptide.pairing == .shuffled {
            let order = orders[Int(peptide.firstOrder)..<Int(peptide.firstOrder) + count]
            return (order.firstIndex(of: UInt8(residue)) ?? order.startIndex) - order.startIndex
        }
        return decoys.reversedPlace(of: residue, in: count)
    }

    private func reorder(_ peptide: Peptide, in buffer: inout CandidateMasses) {
        let count = buffer.count
        if peptide.pairing == .shuffled {
            let first = Int(peptide.firstOrder)
            for i in 0..<count { buffer.residues[i] = buffer.target[Int(orders[first + i])] }
        } else {
            let first = decoys.keepsFirstResidue ? 1 : 0
            let last = count - 1
            for i in 0..<first { buffer.residues[i] = buffer.target[i] }
            for i in first..<last { buffer.residues[i] = buffer.target[first + last - 1 - i] }
            buffer.residues[last] = buffer.target[last]
        }
    }

    /// The order in which the candidate takes the residues of its row's sequence.
    func order(ofPeptide index: Int, label: CandidateLabel) -> [Int] {
        let peptide = peptides[index]
        let count = Int(peptide.length)
        var order = Array(0..<count)
        guard label == .decoy else { return order }
        switch peptide.pairing {
        case .reversed:
            decoys.fillOrder(attempt: 0, length: count, key: 0, into: &order)
        case .shuffled:
            order = orders[Int(peptide.firstOrder)..<Int(peptide.firstOrder) + count].map(Int.init)
        case .unpaired, .target, .decoy:
            break
        }
        return order
    }
}
