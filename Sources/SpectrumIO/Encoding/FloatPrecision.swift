/// How many bits a number of a binary array has (IEEE 754).
public enum FloatPrecision: Int, Sendable, Hashable, CaseIterable {
    /// 32 bits: m/z are exact to 0.06 ppm.
    case bits32 = 32
    /// 64 bits: numbers read back to the same value.
    case bits64 = 64

    /// Bytes of one number.
    var byteCount: Int { rawValue / 8 }
}
