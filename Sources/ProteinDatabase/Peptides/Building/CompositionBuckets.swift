import Foundations

/// Shares peptides out by their composition, so that the shares can be worked on side by side.
///
/// A bucket holds all peptides of a composition (I = L): equal sequences, a target and its decoy, and every target the
/// decoy could collide with. No bucket needs to know of another.
struct CompositionBuckets: Sendable {
    /// Number of buckets, a power of two.
    let count: Int
    private let shift: UInt64
    /// A number for each letter, by ASCII byte; a composition is known by the sum over its residues.
    private let weights: [UInt64]

    /// Peptides in a bucket, about: few enough for an index of them to stay in a core's cache.
    private static let peptidesPerBucket = 1 << 15
    /// Enough to go round for any number of workers, and few enough to cost nothing themselves.
    private static let maximumCount = 256

    /// Chooses the number of buckets for about so many peptides.
    init(expectedPeptides: Int) {
        var count = 1
        while count < Self.maximumCount, count * Self.peptidesPerBucket < expectedPeptides { count *= 2 }
        self.count = count
        shift = UInt64(64 - count.trailingZeroBitCount)
        weights = (0...255).map { StableHash.combine(UInt64(ResidueIdentity.normalised($0)), 0xC0_4905) }
    }

    /// Running sums of the weights of a protein's residues: a stretch has the difference of two.
    func runningSums(of protein: [UInt8]) -> [UInt64] {
        var sums: [UInt64] = [0]
        sums.reserveCapacity(protein.count + 1)
        var sum: UInt64 = 0
        for residue in protein {
            sum &+= weights[Int(residue)]
            sums.append(sum)
        }
        return sums
    }

    /// The bucket of a stretch of a protein.
    @inline(__always) func bucket(of residues: Range<Int>, in runningSums: [UInt64]) -> Int {
        let sum = runningSums[residues.upperBound] &- runningSums[residues.lowerBound]
        // The weights are random, their sums not quite: small multiples of one weight differ in few high bits.
        return Int(truncatingIfNeeded: (sum &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }
}
