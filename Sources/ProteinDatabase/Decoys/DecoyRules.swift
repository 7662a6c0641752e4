import Foundations

/// Where decoys come from.
public enum DecoySource: Sendable, Hashable {
    /// Each target peptide reversed, its fixed ends kept in place.
    case reversed
    /// Each target peptide shuffled by a seed, its fixed ends kept in place.
    case shuffled
    /// Entries of the FASTA whose accession carries this prefix. Their pairing with targets is unknown.
    case fromFASTA(prefix: String)
}

/// How a decoy peptide is made from its target.
///
/// Both ends stay, which the enzyme made: a tryptic decoy ends as its target does, and no residue that the enzyme keeps
/// from the start of a peptide, as trypsin does proline, is kept from a place inside its decoys. Mass, length, composition
/// and modifications are the target's own. Where the reversed sequence is a target itself (I = L), seeded shuffles are
/// tried.
///
/// > Source: Elias and Gygi, Nature Methods 2007, doi:10.1038/nmeth1019 (pseudo-reversed decoys); that both ends should
/// > stay: `Benchmarks/README.md`, "Claimed rates and entrapments".
public struct DecoyRules: Sendable, Hashable {
    /// Where decoys come from.
    public var source: DecoySource
    /// Whether the first residue stays in place as the last does.
    public var keepsFirstResidue: Bool
    /// Seed of the shuffles.
    public var seed: UInt64

    /// How many shuffles are tried before a target is left without a decoy.
    public static let shuffleAttempts = 20

    /// Creates rules; the defaults are those of the `search` stage.
    public init(source: DecoySource = .reversed, keepsFirstResidue: Bool = true, seed: UInt64 = 1) {
        self.source = source
        self.keepsFirstResidue = keepsFirstResidue
        self.seed = seed
    }

    /// Where a residue of the target stands in its reversed decoy, and the other way round.
    ///
    /// - Parameters:
    ///   - place: position in the target, from 0.
    ///   - length: number of residues.
    @inline(__always) func reversedPlace(of place: Int, in length: Int) -> Int {
        let (first, last) = (keepsFirstResidue ? 1 : 0, length - 1)
        return place >= first && place < last ? first + last - 1 - place : place
    }

    /// The order in which a decoy takes its target's residues: `decoy[i] = target[order[i]]`.
    ///
    /// - Parameters:
    ///   - attempt: 0 for the reversed sequence, 1 and above for the shuffle of that number.
    ///   - length: number of residues.
    ///   - key: the target's pair key, so that a shuffle depends on the sequence alone and not on its place in a file.
    ///   - order: receives the order; its content before is ignored.
    func fillOrder(attempt: Int, length: Int, key: UInt64, into order: inout [Int]) {
        order.removeAll(keepingCapacity: true)
        order.append(contentsOf: 0..<length)
        let first = keepsFirstResidue ? 1 : 0
        let last = length - 1
        guard last - first >= 2 else { return }
        if attempt == 0 {
            order[first..<last].reverse()
        } else {
            var generator = SeededGenerator(seed: StableHash.combine(key, seed &+ UInt64(attempt)))
            for position in stride(from: last - 1, to: first, by: -1) {
                order.swapAt(position, first + generator.next(upperBound: position - first + 1))
            }
        }
    }
}
