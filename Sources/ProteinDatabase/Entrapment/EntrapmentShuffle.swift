import Chemistry
import Foundations

/// Makes entrapment sequences: proteins that are in no sample, and whose peptides are like those of a given protein.
///
/// The protein is taken apart where the enzyme cuts, and the inside of every piece is shuffled where it is. Residues that
/// decide where the enzyme cuts, and the ends of a piece, stay. Of several shuffles the one is taken that shares the fewest
/// fragments with the original. So the peptide at some place of the entrapment has the
/// length, composition, mass and missed cleavages of the peptide at the same place of the original, its partner. Equal
/// pieces (I = L) are shuffled alike in whatever protein they stand.
///
/// > Source: Wen et al., Nature Methods 2025, doi:10.1038/s41592-025-02719-x (shuffled entrapments with fixed termini,
/// > each paired with its target).
public struct EntrapmentShuffle: Sendable, Hashable {
    private let enzyme: Enzyme
    private let seed: UInt64

    /// What accessions of shuffled proteins begin with.
    public static let accessionPrefix = "entrapment_"

    /// How many shuffles of a piece are tried.
    private static let attempts: UInt64 = 20

    /// Keeps these shuffles apart from those that make decoys by the same seed.
    private static let stream: UInt64 = 0x454E_5452_4150

    /// Creates a shuffle.
    ///
    /// - Parameters:
    ///   - enzyme: where it cuts, partners are cut as well.
    ///   - seed: another one gives other sequences.
    public init(enzyme: Enzyme, seed: UInt64) {
        self.enzyme = enzyme
        self.seed = seed
    }

    /// The entrapment of a protein.
    public func entrapment(of protein: Protein) -> Protein {
        Protein(
            accession: Self.accessionPrefix + protein.accession, description: "shuffled \(protein.accession)",
            residues: shuffled(protein.residues))
    }

    /// Residues of a protein in their new order.
    func shuffled(_ residues: [UInt8]) -> [UInt8] {
        var result = residues
        var start = 0
        for end in 1..<max(1, residues.count + 1)
        where end == residues.count || enzyme.cuts(between: residues[end - 1], and: residues[end]) {
            shuffle(start..<end, of: residues, into: &result)
            start = end
        }
        return result
    }

    private func shuffle(_ piece: Range<Int>, of residues: [UInt8], into result: inout [UInt8]) {
        let places = freePlaces(in: piece, of: residues)
        guard places.count > 1 else { return }
        var comparison = BondComparison()
        var fewest = piece.count - 1
        let key = ResidueIdentity.pairKey(of: residues[piece])
        for attempt in 0..<Self.attempts {
            var generator = SeededGenerator(
                seed: StableHash.combine(key, StableHash.combine(seed, Self.stream &+ attempt)))
            var order = Array(places.indices)
            for position in stride(from: order.count - 1, to: 0, by: -1) {
                order.swapAt(position, generator.next(upperBound: position + 1))
            }
            var shuffled = Array(residues[piece])
            for (place, source) in zip(places, order) { shuffled[place - piece.lowerBound] = residues[places[source]] }
            let shared = comparison.sharedBonds(shuffled[...], residues[piece])
            guard shared < fewest else { continue }
            fewest = shared
            result.replaceSubrange(piece, with: shuffled)
        }
    }

    /// Places inside a piece whose residues may be exchanged.
    private func freePlaces(in piece: Range<Int>, of residues: [UInt8]) -> [Int] {
        // Behind an initial methionine, which may have been removed, another piece begins.
        let first = piece.lowerBound == 0 && residues[0] == UInt8(ascii: "M") ? 2 : piece.lowerBound + 1
        guard first < piece.upperBound - 1 else { return [] }
        return (first..<piece.upperBound - 1).filter { place in
            !enzyme.mayCut(at: residues[place]) && !enzyme.isProtected(residues[place], behind: residues[place - 1])
        }
    }
}

extension Enzyme {
    /// Whether the enzyme cuts on either side of the residue, unless another keeps it from that.
    fileprivate func mayCut(at residue: UInt8) -> Bool { cutsAfter.contains(residue) || cutsBefore.contains(residue) }

    /// Whether the residue keeps the enzyme from cutting behind the one before it.
    fileprivate func isProtected(_ residue: UInt8, behind previous: UInt8) -> Bool {
        cutsAfter.contains(previous) && unlessBefore.contains(residue)
    }
}
