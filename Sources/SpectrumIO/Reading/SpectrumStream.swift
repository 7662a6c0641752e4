internal import Foundations

/// The uncompressed bytes of a spectra file, with errors in this module's terms.
final class SpectrumStream {
    let path: String
    private let bytes: ByteStream
    private let checksum: ContentChecksum?

    /// Opens a plain or gzip file.
    ///
    /// - Parameters:
    ///   - takingDigest: whether to compute the SHA-256 of the file while reading it.
    ///   - checksumElement: the element whose SHA-1 is to be held against the content; `nil` for none.
    init(path: String, takingDigest: Bool = false, checksumElement: String? = nil) throws(SpectrumReadError) {
        self.path = path
        checksum = checksumElement.map(ContentChecksum.init)
        do {
            bytes = try ByteStream(path: path, digesting: takingDigest ? .sha256 : nil)
        } catch {
            throw .unreadable(path: path, reason: "\(error)")
        }
    }

    /// Whether the file is gzip.
    var isCompressed: Bool { bytes.isCompressed }
    /// Uncompressed bytes read so far.
    var position: Int { bytes.position }
    /// Bytes of the file used so far.
    var compressedPosition: Int { bytes.compressedPosition }
    /// Size of the file in bytes.
    var fileSize: Int { bytes.fileSize }
    /// SHA-256 of the file in hexadecimal, once its end was reached, where asked for.
    var fileDigest: String? { bytes.fileDigest }

    /// What became of the checksum that the file states; asked for once, at the end, where one is looked for.
    func finishChecksum() -> ContentChecksum.Outcome? { checksum?.finish() }

    /// Appends up to `count` bytes to `buffer` and returns how many; 0 at the end.
    func read(upTo count: Int, appendingTo buffer: inout [UInt8]) throws(SpectrumReadError) -> Int {
        do {
            let count = try bytes.read(upTo: count, appendingTo: &buffer)
            checksum?.add(buffer.suffix(count))
            return count
        } catch {
            throw .unreadable(path: path, reason: "\(error)")
        }
    }
}
