internal import Foundations

/// Base64 text to bytes, inflated where need be; one per worker, whose buffers it keeps.
final class BinaryArrayDecoder {
    /// Why an array did not decode.
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// Bytes that one byte of zlib can stand for at most, rounded up: a declared size beyond that is not believed, so
    /// that memory is not filled for it.
    ///
    /// > Source: zlib technical details, "Maximum Compression Factor": 1032 to 1.
    private static let maximumExpansion = 1040

    private var decoded: [UInt8] = []
    private var inflated: [UInt8] = []
    private let inflater = Inflater()

    /// Decodes `text` and hands the bytes to `body`.
    ///
    /// - Parameters:
    ///   - expectedByteCount: what the file declares, where it does; a hint for the size of the buffer.
    ///   - body: gets bytes that are valid only during the call.
    func withBytes<Result>(
        of text: UnsafeBufferPointer<UInt8>, compressed: Bool, expectedByteCount: Int?,
        _ body: (UnsafeRawBufferPointer) -> Result
    ) throws(Failure) -> Result {
        guard Base64.maximumDecodedCount(ofTextCount: text.count) <= ReadLimits.maximumArrayBytes else {
            throw Failure(description: "the array is larger than \(ReadLimits.maximumArrayBytes) bytes")
        }
        let count: Int
        do {
            count = try Base64.decode(text, into: &decoded)
        } catch {
            throw Failure(description: "\(error)")
        }
        guard compressed, count > 0 else {
            return decoded.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
        let inflatedCount: Int
        do {
            inflatedCount = try inflate(count: count, expected: expectedByteCount)
        } catch {
            throw Failure(description: "zlib: \(error)")
        }
        return inflated.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<inflatedCount])) }
    }

    /// Inflates the first `count` decoded bytes into the beginning of the buffer; where the file declares the size
    /// right, in one go and without filling the buffer first.
    private func inflate(count: Int, expected: Int?) throws(InflateError) -> Int {
        let mostPossible = Self.maximumExpansion * count
        if let expected, expected > 0, expected <= min(ReadLimits.maximumArrayBytes, mostPossible) {
            if inflated.count < expected { inflated = [UInt8](repeating: 0, count: expected) }
            do throws(InflateError) {
                return try decoded.withUnsafeBufferPointer { source throws(InflateError) in
                    try inflated.withUnsafeMutableBufferPointer { target throws(InflateError) in
                        try inflater.inflateZlib(
                            UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(source)[..<count]),
                            into: UnsafeMutableRawBufferPointer(target))
                    }
                }
            } catch .tooLarge {
                // More came out than declared: inflate again with room for it, so that the caller can say how much.
            }
        }
        try decoded.withUnsafeBufferPointer { source throws(InflateError) in
            try inflater.inflateZlib(
                UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(source)[..<count]), expectedByteCount: nil,
                maximumByteCount: ReadLimits.maximumArrayBytes, into: &inflated)
        }
        return inflated.count
    }
}
