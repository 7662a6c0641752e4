import Foundations

/// Decides a tie between a target and its decoy.
///
/// A false target must win as often as it loses. Were every tie given to the target, false targets would outnumber
/// decoys and the claimed error rate would be too low; were it given to the decoy, true targets would be lost and the
/// result needlessly poor. So a coin is thrown, and it is a hash of what names the pair: the same whenever and wherever
/// the program runs, and blind to the label.
enum TieCoin {
    /// A key for the pair with the given stable key, at a level where `detail` tells its pairs apart.
    static func key(_ pairKey: UInt64, _ detail: String) -> UInt64 {
        StableHash.combine(pairKey, StableHash.hash(detail))
    }

    /// Whether the target wins the tie of the pair with this key.
    static func favoursTarget(_ key: UInt64) -> Bool { key >> 63 == 1 }
}
