/// The bytes of a file from start to end, inflated where the file is gzip.
///
/// The path `-` is standard input; it can be opened again as long as no more than 32 MB of it were read.
///
/// Gzip is told by its first two bytes (1f 8b), not by the name. Several members one after another are one stream, as
/// RFC 1952 section 2.2 has it. Holds about 0.5 MB. An error is delivered after the bytes before it, and again by each
/// call from then on.
public final class ByteStream {
    /// The path the stream was opened by.
    public var path: String { source.path }
    /// Size of the file in bytes, as it lies on disk; 0 for a pipe.
    public var fileSize: Int { source.fileSize }
    /// Whether the file is gzip.
    public let isCompressed: Bool
    /// Number of bytes delivered, after inflating.
    public private(set) var position = 0
    /// Number of bytes of the file that were used to deliver them. For progress: `compressedPosition / fileSize`.
    public var compressedPosition: Int { source.position }

    private let source: RawByteSource
    private let gzip: GzipDecoder?
    private var failure: StreamError?

    private static let scratchByteCount = 256 * 1024

    /// Opens a plain or gzip file.
    /// - Parameters:
    ///   - path: the file.
    ///   - algorithm: digest to take of the file while it is read; see ``fileDigest``.
    /// - Throws: ``StreamError/file(_:)`` where it cannot be opened.
    public init(path: String, digesting algorithm: Digest.Algorithm? = nil) throws(StreamError) {
        source = try RawByteSource(path: path, digesting: algorithm)
        isCompressed = try source.startsWithGzipMagic()
        gzip = isCompressed ? GzipDecoder() : nil
    }

    /// Digest of the file as it lies on disk, in hexadecimal; nil until the end was reached or where none was asked for.
    public var fileDigest: String? { source.fileDigest }

    /// Reads what is left, for readers that stop before the end of the file, so that the digest covers all of it.
    /// - Returns: ``fileDigest``.
    /// - Throws: as ``read(into:)``.
    public func finishDigest() throws(StreamError) -> String? {
        let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.scratchByteCount, alignment: 64)
        defer { scratch.deallocate() }
        while try read(into: scratch) > 0 {}
        return fileDigest
    }

    /// Fills a buffer.
    /// - Returns: the number of bytes; less than fits only at the end of the stream or before an error; 0 at the end.
    /// - Throws: ``StreamError`` where the file cannot be read or its gzip data are damaged.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
        if let failure { throw failure }
        var filled = 0
        do throws(StreamError) {
            while filled < buffer.count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
                let count = if let gzip { try gzip.read(from: source, into: rest) } else { try source.read(into: rest) }
                if count == 0 { break }
                filled += count
            }
        } catch {
            failure = error
            if filled == 0 { throw error }
        }
        position += filled
        return filled
    }

    /// Appends up to `count` bytes to an array.
    /// - Returns: the number of bytes; less than `count` only at the end of the stream or before an error; 0 at the end.
    /// - Throws: as ``read(into:)``.
    public func read(upTo count: Int, appendingTo buffer: inout [UInt8]) throws(StreamError) -> Int {
        let before = buffer.count
        // Straight into the array's own memory: files of gigabytes come this way.
        try buffer.append(addingCapacity: count) { (free: inout OutputSpan<UInt8>) throws(StreamError) in
            try free.withUnsafeMutableBufferPointer { bytes, filled throws(StreamError) in
                let wanted = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: bytes[filled...]))
                filled += try read(into: UnsafeMutableRawBufferPointer(rebasing: wanted[..<count]))
            }
        }
        return buffer.count - before
    }
}
