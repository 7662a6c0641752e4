internal import CDeflate

/// Inflates zlib streams (RFC 1950), such as the binary arrays of mzML and mzXML. One per worker: it holds working
/// memory that is used again.
///
/// libdeflate does the work, about twice as fast as zlib, but needs room for the whole result. What does not fit the
/// room, and whatever libdeflate calls bad, goes to zlib, which grows the room step by step and says what is wrong where.
public final class Inflater {
    private let decompressor: OpaquePointer
    private let fallback = StreamInflater()

    /// Prepares an inflater.
    public init() {
        // As everywhere in Swift, a process that cannot get its memory ends; there is no error to throw.
        guard let made = libdeflate_alloc_decompressor() else {
            preconditionFailure("libdeflate cannot allocate 11 KB of working memory")
        }
        decompressor = made
    }

    deinit { libdeflate_free_decompressor(decompressor) }

    /// Inflates a zlib stream into an array, which afterwards holds exactly what came out. The array's storage is used
    /// again where it is large enough.
    /// - Parameters:
    ///   - input: the stream, and nothing behind it.
    ///   - expectedByteCount: size of the result where it is known; more or less may come out, and the caller checks.
    ///   - maximumByteCount: size above which the result is refused, so that a small file cannot fill the memory.
    ///   - output: receives what comes out.
    /// - Throws: ``InflateError``; the array is empty then.
    public func inflateZlib(
        _ input: UnsafeRawBufferPointer, expectedByteCount: Int?, maximumByteCount: Int, into output: inout [UInt8]
    ) throws(InflateError) {
        let room = min(expectedByteCount ?? Self.estimatedByteCount(of: input), maximumByteCount)
        output.resize(to: max(room, 1))
        let outcome = output.withUnsafeMutableBytes { decompress(input, into: $0) }
        do {
            if case .done(let consumed, let produced) = outcome, produced <= maximumByteCount {
                output.resize(to: produced)
                try checkEnd(of: input, consumed: consumed)
            } else {
                let consumed = try fallback.inflateZlib(input, maximumByteCount: maximumByteCount, into: &output)
                try checkEnd(of: input, consumed: consumed)
            }
        } catch {
            output.removeAll(keepingCapacity: true)
            throw error
        }
    }

    /// Inflates a zlib stream into memory of the caller.
    /// - Returns: the number of bytes that came out.
    /// - Throws: ``InflateError``; ``InflateError/tooLarge(maximumByteCount:)`` where the result does not fit.
    public func inflateZlib(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) throws(InflateError) -> Int {
        if case .done(let consumed, let produced) = decompress(input, into: output) {
            try checkEnd(of: input, consumed: consumed)
            return produced
        }
        var grown: [UInt8] = []
        let consumed = try fallback.inflateZlib(input, maximumByteCount: output.count, into: &grown)
        try checkEnd(of: input, consumed: consumed)
        output.copyBytes(from: grown)
        return grown.count
    }

    private enum Outcome {
        case done(consumed: Int, produced: Int)
        case refused
    }

    private func decompress(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Outcome {
        var consumed = 0
        var produced = 0
        let result = libdeflate_zlib_decompress_ex(
            decompressor, input.baseAddress, input.count, output.baseAddress, output.count, &consumed, &produced)
        return result == LIBDEFLATE_SUCCESS ? .done(consumed: consumed, produced: produced) : .refused
    }

    private func checkEnd(of input: UnsafeRawBufferPointer, consumed: Int) throws(InflateError) {
        guard consumed == input.count else {
            throw .trailingGarbage(byteOffset: consumed, byteCount: input.count - consumed)
        }
    }

    /// Room that is usually enough: arrays of m/z and intensity shrink to a half or a third.
    private static func estimatedByteCount(of input: UnsafeRawBufferPointer) -> Int {
        let (product, overflow) = input.count.multipliedReportingOverflow(by: 4)
        return overflow ? Int.max : product + 64
    }
}

extension [UInt8] {
    /// Makes the array as long as asked for, keeping its storage; new elements are 0.
    mutating func resize(to newCount: Int) {
        if newCount < count {
            removeLast(count - newCount)
        } else {
            append(contentsOf: repeatElement(0, count: newCount - count))
        }
    }
}
