import Foundations

/// A share of all places where peptides begin, chosen by the residues that follow, so that equal peptides are in it
/// together or not at all: what is counted of it, times ``factor``, estimates the count of all, of distinct ones too.
struct StartSample: Sendable, Hashable {
    /// One of so many places is in the sample, on average.
    var factor: Int { 1 << level }

    /// Places whose hash ends in so many zero bits are in the sample.
    private let level: Int
    /// Number of residues looked at, at most the length of the shortest peptide.
    let length: Int

    /// Every place.
    static let all = StartSample(level: 0, length: 0)

    private init(level: Int, length: Int) {
        self.level = level
        self.length = length
    }

    /// The densest sample with about so many peptides.
    ///
    /// - Parameters:
    ///   - peptideCount: how many peptides are wanted at the most.
    ///   - expected: how many there may be in all.
    ///   - shortest: length of the shortest peptide, in residues.
    init(peptideCount: Int, of expected: Int, shortest: Int) {
        length = min(shortest, 8)
        // Of short beginnings there are too few to choose among: each level halves the 20^n there are to about 1,000.
        let deepest = max(0, Int(4.32 * Double(length)) - 10)
        var level = 0
        while level < deepest, expected >> level > peptideCount { level += 1 }
        self.level = level
    }

    /// Whether peptides that begin at this place of a protein are in the sample.
    ///
    /// - Precondition: the shortest peptide fits between the place and the protein's end.
    @inline(__always) func contains(_ protein: [UInt8], at start: Int) -> Bool {
        guard level > 0 else { return true }
        var beginning: UInt64 = 0
        for position in start..<start + length { Self.shift(protein[position], into: &beginning) }
        return isChosen(beginning)
    }

    /// Whether a protein has a place in the sample where a peptide may begin.
    ///
    /// - Complexity: linear in the protein's length; a few operations for each residue.
    func isAny(in protein: [UInt8], where canBegin: (Int) -> Bool) -> Bool {
        guard level > 0 else { return true }
        let mask = UInt64.max >> UInt64(64 - 8 * length)
        var beginning: UInt64 = 0
        for (position, residue) in protein.enumerated() {
            Self.shift(residue, into: &beginning)
            let start = position - length + 1
            if start >= 0, isChosen(beginning & mask), canBegin(start) { return true }
        }
        return false
    }

    /// Beginnings of at most eight residues are told apart by their letters themselves.
    @inline(__always) private static func shift(_ residue: UInt8, into beginning: inout UInt64) {
        beginning = beginning << 8 | UInt64(ResidueIdentity.normalised(residue))
    }

    @inline(__always) private func isChosen(_ beginning: UInt64) -> Bool {
        StableHash.combine(beginning, 0).trailingZeroBitCount >= level
    }
}
