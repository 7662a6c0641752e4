internal import Foundations

/// Numbers to base64 of zlib; one per worker, whose working memory it keeps.
final class BinaryArrayEncoder {
    /// An array as it stands in a file.
    struct EncodedArray {
        var base64: String
        /// Bytes of the zlib stream that ``base64`` spells.
        var compressedByteCount: Int
    }

    /// Centroids hardly compress: level 6 takes 1.3 to 3.4 times as long as level 1 and ends within 1.5 % of its size.
    /// Only profile signal gets smaller, by 10 %.
    private let deflater = Deflater(level: 1)
    private var bytes: [UInt8] = []

    /// One array, little-endian as in mzML.
    func array(_ values: [Double], _ precision: FloatPrecision) -> EncodedArray {
        PeakArrays.store(values, precision: precision, order: .little, into: &bytes)
        return compress()
    }

    /// Pairs of m/z and intensity, big-endian as in mzXML.
    ///
    /// - Precondition: the two arrays have equal length.
    func pairs(mz: [Double], intensities: [Double], _ precision: FloatPrecision) -> EncodedArray {
        precondition(mz.count == intensities.count, "Pairs are made of arrays of equal length.")
        PeakArrays.store(mz, precision: precision, order: .big, first: 0, stride: 2, into: &bytes)
        PeakArrays.store(intensities, precision: precision, order: .big, first: 1, stride: 2, into: &bytes)
        return compress()
    }

    private func compress() -> EncodedArray {
        let compressed = deflater.zlib(bytes)
        return EncodedArray(base64: Base64.encode(compressed), compressedByteCount: compressed.count)
    }
}
