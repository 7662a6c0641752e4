internal import Glibc

/// Decodes MS-Numpress, the lossy encodings that mzML has for m/z, intensities and times.
///
/// > Source: J. Teleman et al., Numerical compression schemes for proteomics mass spectrometry data, Mol Cell Proteomics
/// > 13, 1537 (2014), doi:10.1074/mcp.O114.037879.
public enum Numpress {
    /// One of the three encodings.
    public enum Method: Sendable, Hashable {
        /// Fixed-point numbers, each as its difference from the line through the two before it (MS:1002312).
        case linear
        /// Whole numbers that are not negative (MS:1002313).
        case positiveInteger
        /// Logarithms in 16 bits (MS:1002314).
        case shortLoggedFloat
    }

    /// Bytes that no encoder of the method makes, or more values than there should be.
    public enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
        /// The bytes end in the middle of a value.
        case truncated(byteCount: Int)
        /// The factor that the values were multiplied with is no such factor.
        case invalidFixedPoint(Double)
        /// A value of the linear encoding leaves the range in which fixed-point numbers are exact.
        case valueOutOfRange(index: Int)
        /// There are more values than the caller has room for.
        case tooManyValues(limit: Int)

        /// A sentence fragment.
        public var description: String {
            switch self {
            case .truncated(let count): "numpress data of \(count) bytes end in the middle of a value"
            case .invalidFixedPoint(let factor): "numpress data have the fixed point \(factor)"
            case .valueOutOfRange(let index): "numpress value \(index) is out of range"
            case .tooManyValues(let limit): "numpress data hold more than \(limit) values"
            }
        }
    }

    /// The values that `bytes` stand for; none where there are no bytes.
    ///
    /// - Parameter maximumCount: most values there may be, which is also the room that is made for them.
    public static func decode(
        _ bytes: UnsafeRawBufferPointer, _ method: Method, maximumCount: Int
    ) throws(Failure) -> [Double] {
        if bytes.isEmpty { return [] }
        var failure: Failure?
        let capacity = min(maximumCount, mostValues(ofByteCount: bytes.count, method))
        let values = [Double](unsafeUninitializedCapacity: capacity) { target, count in
            do throws(Failure) {
                switch method {
                case .linear: try linear(bytes, into: target, count: &count)
                case .positiveInteger: try positiveIntegers(bytes, into: target, count: &count)
                case .shortLoggedFloat: try shortLoggedFloats(bytes, into: target, count: &count)
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return values
    }

    /// The shortest integer takes half a byte.
    private static func mostValues(ofByteCount count: Int, _ method: Method) -> Int {
        method == .shortLoggedFloat ? max(0, count - 8) / 2 : 2 * count
    }

    /// The factor, eight bytes with the most significant first, that the two scaled methods begin with.
    ///
    /// An array without values may have any factor, also 0.
    private static func fixedPoint(_ bytes: UnsafeRawBufferPointer) throws(Failure) -> Double {
        guard bytes.count >= 8 else { throw .truncated(byteCount: bytes.count) }
        let factor = Double(bitPattern: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)))
        guard bytes.count == 8 || (factor > 0 && factor < .infinity) else { throw .invalidFixedPoint(factor) }
        return factor
    }

    // MARK: - Kernels; each counts the elements of `target` that it has initialized

    /// The first two values lie in four bytes each, least significant first; of every further one there is the
    /// difference from its extrapolation.
    private static func linear(
        _ bytes: UnsafeRawBufferPointer, into target: UnsafeMutableBufferPointer<Double>, count: inout Int
    ) throws(Failure) {
        let factor = try fixedPoint(bytes)
        var last: (Int64, Int64) = (0, 0)
        for start in [8, 12] where bytes.count > start {
            guard bytes.count >= start + 4 else { throw .truncated(byteCount: bytes.count) }
            let value = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self))
            last = (last.1, Int64(value))
            try append(Double(value) / factor, to: target, &count)
        }
        var integers = NumpressIntegers(bytes, firstByte: 16)
        while integers.hasMore {
            guard let difference = integers.next() else { throw .truncated(byteCount: bytes.count) }
            let value = 2 * last.1 - last.0 + Int64(Int32(bitPattern: difference))
            guard value.magnitude < 1 << 53 else { throw .valueOutOfRange(index: count) }
            last = (last.1, value)
            try append(Double(value) / factor, to: target, &count)
        }
    }

    private static func positiveIntegers(
        _ bytes: UnsafeRawBufferPointer, into target: UnsafeMutableBufferPointer<Double>, count: inout Int
    ) throws(Failure) {
        var integers = NumpressIntegers(bytes, firstByte: 0)
        while integers.hasMore {
            guard let value = integers.next() else { throw .truncated(byteCount: bytes.count) }
            try append(Double(value), to: target, &count)
        }
    }

    /// Two bytes a value, least significant first, of `log(value + 1)` times the factor.
    private static func shortLoggedFloats(
        _ bytes: UnsafeRawBufferPointer, into target: UnsafeMutableBufferPointer<Double>, count: inout Int
    ) throws(Failure) {
        let factor = try fixedPoint(bytes)
        guard bytes.count % 2 == 0 else { throw .truncated(byteCount: bytes.count) }
        var position = 8
        while position < bytes.count {
            let word = UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt16.self))
            try append(exp(Double(word) / factor) - 1, to: target, &count)
            position &+= 2
        }
    }

    @inline(__always) private static func append(
        _ value: Double, to target: UnsafeMutableBufferPointer<Double>, _ count: inout Int
    ) throws(Failure) {
        guard count < target.count else { throw .tooManyValues(limit: target.count) }
        target.initializeElement(at: count, to: value)
        count &+= 1
    }
}
