internal import CDeflate

/// Compresses whole arrays with libdeflate. One per worker: it holds working memory that is used again.
///
/// Equal bytes give equal output for one version of libdeflate; another version may compress differently.
public final class Deflater {
    private let compressor: OpaquePointer

    /// Prepares a compressor.
    /// - Parameter level: how hard to try, from 1 (fast) to 12 (small); 6 is the usual compromise.
    /// - Precondition: `level` is 1 to 12.
    public init(level: Int = 6) {
        precondition((1...12).contains(level), "libdeflate has the levels 1 to 12")
        // As everywhere in Swift, a process that cannot get its memory ends; there is no error to throw.
        guard let made = libdeflate_alloc_compressor(Int32(level)) else {
            preconditionFailure("libdeflate cannot allocate its working memory")
        }
        compressor = made
    }

    deinit { libdeflate_free_compressor(compressor) }

    /// The bytes as a zlib stream (RFC 1950).
    public func zlib(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        compress(bytes, bound: libdeflate_zlib_compress_bound, with: libdeflate_zlib_compress)
    }

    /// The bytes as a zlib stream (RFC 1950).
    public func zlib(_ bytes: [UInt8]) -> [UInt8] { bytes.withUnsafeBytes { zlib($0) } }

    /// The bytes as a gzip file of one member (RFC 1952), without file name and time stamp.
    public func gzip(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        compress(bytes, bound: libdeflate_gzip_compress_bound, with: libdeflate_gzip_compress)
    }

    /// The bytes as a gzip file of one member (RFC 1952), without file name and time stamp.
    public func gzip(_ bytes: [UInt8]) -> [UInt8] { bytes.withUnsafeBytes { gzip($0) } }

    private func compress(
        _ bytes: UnsafeRawBufferPointer,
        bound: (OpaquePointer?, Int) -> Int,
        with function: (OpaquePointer?, UnsafeRawPointer?, Int, UnsafeMutableRawPointer?, Int) -> Int
    ) -> [UInt8] {
        let capacity = bound(compressor, bytes.count)
        return [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            count = function(compressor, bytes.baseAddress, bytes.count, output.baseAddress, capacity)
            // 0 means that the bound was too small, which libdeflate promises does not happen.
            precondition(count > 0, "libdeflate broke its own bound")
        }
    }
}
