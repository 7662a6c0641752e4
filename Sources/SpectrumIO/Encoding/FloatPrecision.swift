/// How many bits a number of a binary array has (IEEE 754).
public enum FloatPrecision: Int, Sendable, Hashable, CaseIterable {
    /// 32 bits: m/z are exact to 0.06 ppm.
    case bits32 = 32
    /// 64 bits: numbers read back to the same value.
    case bits64 = 64

    /// 32 bits where each of the numbers reads back to the same value from them, else 64.
    static func holding(_ numbers: [Double]) -> FloatPrecision {
        let isExact = numbers.withUnsafeBufferPointer { $0.allSatisfy { Double(Float($0)) == $0 } }
        return isExact ? .bits32 : .bits64
    }

    /// Bytes of one number.
    var byteCount: Int { rawValue / 8 }
}
