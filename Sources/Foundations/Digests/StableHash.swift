/// A 64-bit hash that is the same in every process, on every machine and in every release. Folds and file names depend
/// on it, so it must never change. It is no protection against intent.
///
/// FNV-1a spreads the last bytes badly into the high bits; the finaliser of MurmurHash3 mends that.
///
/// > Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, "The FNV Non-Cryptographic Hash Algorithm",
/// > draft-eastlake-fnv (FNV-1a, 64 bits). A. Appleby, MurmurHash3 (`fmix64`), public domain, 2011.
public enum StableHash {
    private static let offsetBasis: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x0000_0100_0000_01b3

    /// Hash of bytes.
    /// - Complexity: O(n)
    public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        finalise(fnv1a(bytes))
    }

    /// Hash of the UTF-8 bytes of a text, as they are: two texts that differ only in Unicode normalisation differ.
    public static func hash(_ text: String) -> UInt64 {
        hash(text.utf8)
    }

    /// Hash of two hashes; the order counts. For records: combine the hashes of the fields one after another, which keeps
    /// ("ab", "c") apart from ("a", "bc").
    public static func combine(_ first: UInt64, _ second: UInt64) -> UInt64 {
        // The constant is 2^64 divided by the golden ratio; it keeps (0, 0) from being a fixed point.
        finalise((first &* prime) ^ finalise(second &+ 0x9e37_79b9_7f4a_7c15))
    }

    /// FNV-1a without the finaliser, as published.
    package static func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var state = offsetBasis
        for byte in bytes { state = (state ^ UInt64(byte)) &* prime }
        return state
    }

    /// `fmix64` of MurmurHash3: a permutation in which every bit of the input changes about half of the output.
    package static func finalise(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 33)) &* 0xff51_afd7_ed55_8ccd
        mixed = (mixed ^ (mixed >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        return mixed ^ (mixed >> 33)
    }
}
