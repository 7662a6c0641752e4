/// How the numbers of a binary array are stored.
package enum NumberType: Sendable, Hashable {
    /// IEEE 754, 32 bits (MS:1000521).
    case float32
    /// IEEE 754, 64 bits (MS:1000523).
    case float64
    /// Two's complement, 32 bits (MS:1000519).
    case int32
    /// Two's complement, 64 bits (MS:1000522).
    case int64

    /// Bytes of one number.
    var byteCount: Int { self == .float32 || self == .int32 ? 4 : 8 }
}

/// The order of the bytes of a number.
package enum ByteOrder: Sendable, Hashable {
    /// Least significant byte first (mzML).
    case little
    /// Most significant byte first, "network" (mzXML).
    case big
}

/// Turns the bytes of binary arrays into numbers.
package enum PeakArrays {
    /// Every `stride`-th number of `bytes`, starting with the number at index `first`, as doubles.
    ///
    /// mzML arrays have `stride` 1; mzXML interleaves m/z (`first` 0) and intensity (`first` 1) with `stride` 2.
    ///
    /// - Precondition: the length of `bytes` is a multiple of `stride` numbers.
    package static func doubles(
        _ bytes: UnsafeRawBufferPointer, type: NumberType, order: ByteOrder, first: Int = 0, stride: Int = 1
    ) -> [Double] {
        precondition(bytes.count % (type.byteCount * stride) == 0, "Arrays are whole numbers.")
        switch (type, order) {
        case (.float64, .little):
            return convert(bytes, first, stride, UInt64.self) { Double(bitPattern: UInt64(littleEndian: $0)) }
        case (.float64, .big):
            return convert(bytes, first, stride, UInt64.self) { Double(bitPattern: UInt64(bigEndian: $0)) }
        case (.float32, .little):
            return convert(bytes, first, stride, UInt32.self) { Double(Float(bitPattern: UInt32(littleEndian: $0))) }
        case (.float32, .big):
            return convert(bytes, first, stride, UInt32.self) { Double(Float(bitPattern: UInt32(bigEndian: $0))) }
        case (.int32, .little): return convert(bytes, first, stride, Int32.self) { Double(Int32(littleEndian: $0)) }
        case (.int32, .big): return convert(bytes, first, stride, Int32.self) { Double(Int32(bigEndian: $0)) }
        case (.int64, .little): return convert(bytes, first, stride, Int64.self) { Double(Int64(littleEndian: $0)) }
        case (.int64, .big): return convert(bytes, first, stride, Int64.self) { Double(Int64(bigEndian: $0)) }
        }
    }

    /// The kernel: one unaligned load and one conversion for each number.
    @inline(__always) private static func convert<Word: BitwiseCopyable>(
        _ bytes: UnsafeRawBufferPointer, _ first: Int, _ stride: Int, _ type: Word.Type,
        _ value: (Word) -> Double
    ) -> [Double] {
        let width = MemoryLayout<Word>.size
        let count = bytes.count / (width * stride)
        return [Double](unsafeUninitializedCapacity: count) { target, initialized in
            for index in 0..<count {
                let offset = (first &+ index &* stride) &* width
                target.initializeElement(at: index, to: value(bytes.loadUnaligned(fromByteOffset: offset, as: type)))
            }
            initialized = count
        }
    }
}
