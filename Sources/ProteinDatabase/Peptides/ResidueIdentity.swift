import Foundations

/// Residues that a mass spectrometer cannot tell apart.
public enum ResidueIdentity {
    /// The letter that stands for the residue in comparisons: L for I and J, itself for all others.
    @inline(__always) public static func normalised(_ residue: UInt8) -> UInt8 {
        residue == UInt8(ascii: "I") || residue == UInt8(ascii: "J") ? UInt8(ascii: "L") : residue
    }

    /// Whether two residues are the same or have the same mass by being I, J or L.
    @inline(__always) static func same(_ left: UInt8, _ right: UInt8) -> Bool {
        left == right || normalised(left) == normalised(right)
    }

    /// The key a target sequence shares with its decoy and with every sequence that equals it up to I = L.
    public static func pairKey(of sequence: some Sequence<UInt8>) -> UInt64 {
        StableHash.hash(sequence.lazy.map { normalised($0) })
    }
}
