extension PeakArrays {
    /// Puts numbers into the bytes of a binary array, as every `stride`-th number from index `first`: the inverse of
    /// ``doubles(_:type:order:first:stride:)``.
    ///
    /// `bytes` gets the size of `stride` times as many numbers. What it holds between the numbers stays, so that arrays
    /// of equal length can be put in one after the other.
    package static func store(
        _ values: [Double], precision: FloatPrecision, order: ByteOrder, first: Int = 0, stride: Int = 1,
        into bytes: inout [UInt8]
    ) {
        resize(&bytes, to: values.count * stride * precision.byteCount)
        switch (precision, order) {
        case (.bits64, .little): store(values, first, stride, &bytes) { $0.bitPattern.littleEndian }
        case (.bits64, .big): store(values, first, stride, &bytes) { $0.bitPattern.bigEndian }
        case (.bits32, .little): store(values, first, stride, &bytes) { Float($0).bitPattern.littleEndian }
        case (.bits32, .big): store(values, first, stride, &bytes) { Float($0).bitPattern.bigEndian }
        }
    }

    /// The kernel: one conversion and one unaligned store for each number.
    @inline(__always) private static func store<Word: BitwiseCopyable>(
        _ values: [Double], _ first: Int, _ stride: Int, _ bytes: inout [UInt8], _ word: (Double) -> Word
    ) {
        let width = MemoryLayout<Word>.size
        bytes.withUnsafeMutableBytes { target in
            values.withUnsafeBufferPointer { values in
                for index in values.indices {
                    let offset = (first &+ index &* stride) &* width
                    target.storeBytes(of: word(values[index]), toByteOffset: offset, as: Word.self)
                }
            }
        }
    }

    /// Keeps the memory of a buffer that is used again.
    private static func resize(_ bytes: inout [UInt8], to count: Int) {
        if bytes.count > count {
            bytes.removeLast(bytes.count - count)
        } else {
            bytes.append(contentsOf: repeatElement(0, count: count - bytes.count))
        }
    }
}
