/// Encodes MS-Numpress, plainly: the inverse of what is tested, and the source of seeds.
///
/// > Source: J. Teleman et al., Mol Cell Proteomics 13, 1537 (2014), doi:10.1074/mcp.O114.037879.
struct NumpressEncoder {
    private(set) var bytes: [UInt8] = []
    private var halves: [UInt8] = []

    /// Whole numbers, as the positive-integer method has them.
    static func positiveIntegers(_ values: [UInt32]) -> [UInt8] {
        var encoder = NumpressEncoder()
        for value in values { encoder.append(value) }
        return encoder.finished
    }

    /// Fixed-point numbers, as the linear method has them; the values are already multiplied by the factor.
    ///
    /// - Precondition: each value differs from the line through the two before by less than 2^31.
    static func linear(_ values: [UInt32], factor: Double) -> [UInt8] {
        var encoder = NumpressEncoder()
        encoder.append(factor: factor)
        for (index, value) in values.enumerated() {
            if index < 2 {
                encoder.bytes += (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
            } else {
                let predicted = 2 * Int64(values[index - 1]) - Int64(values[index - 2])
                encoder.append(UInt32(bitPattern: Int32(Int64(value) - predicted)))
            }
        }
        return encoder.finished
    }

    /// Logarithms, as the short-logged-float method has them: each word is `log(value + 1)` times the factor.
    static func shortLoggedFloats(_ words: [UInt16], factor: Double) -> [UInt8] {
        var encoder = NumpressEncoder()
        encoder.append(factor: factor)
        for word in words { encoder.bytes += [UInt8(truncatingIfNeeded: word), UInt8(word >> 8)] }
        return encoder.bytes
    }

    private mutating func append(factor: Double) {
        bytes += (0..<8).reversed().map { UInt8(truncatingIfNeeded: factor.bitPattern >> (8 * UInt64($0))) }
    }

    /// The head says how many hexadecimal digits at the top are left out: 0 to 8 zeros, or for 9 to 15 one to seven `f`.
    private mutating func append(_ value: UInt32) {
        let digits = (0..<8).map { UInt8(truncatingIfNeeded: value >> (4 * UInt32($0)) & 15) }
        let zeros = digits.reversed().prefix { $0 == 0 }.count
        let fills = min(digits.reversed().prefix { $0 == 15 }.count, 7)
        halves.append(UInt8(zeros > 0 || fills == 0 ? zeros : fills + 8))
        halves += digits.prefix(8 - (zeros > 0 || fills == 0 ? zeros : fills))
    }

    private var finished: [UInt8] {
        let padded = halves.count % 2 == 0 ? halves : halves + [0]
        return bytes + stride(from: 0, to: padded.count, by: 2).map { padded[$0] << 4 | padded[$0 + 1] }
    }
}
