/// The bytes of a file as they lie on disk, read 256 KB at a time, with a digest taken on the way where one is wanted.
final class RawByteSource {
    let fileSize: Int
    /// Bytes of the file used up so far.
    private(set) var position = 0
    /// Digest of the whole file, once its end was reached.
    private(set) var fileDigest: String?

    private let file: ReadableFile
    private var digest: Digest?
    private let buffer: UnsafeMutableRawBufferPointer
    private var unread: Range<Int> = 0..<0
    private var isAtEnd = false

    private static let bufferByteCount = 256 * 1024

    init(path: String, digesting algorithm: Digest.Algorithm?) throws(StreamError) {
        do {
            file = try ReadableFile(path: path)
        } catch {
            throw .file(error)
        }
        fileSize = file.byteCount
        digest = algorithm.map { Digest($0) }
        buffer = .allocate(byteCount: Self.bufferByteCount, alignment: 64)
    }

    deinit { buffer.deallocate() }

    var path: String { file.path }

    /// Whether the file begins as RFC 1952 section 2.3.1 says: ID1 = 1f, ID2 = 8b.
    func startsWithGzipMagic() throws(StreamError) -> Bool {
        let start = try peek(atLeast: 2)
        return start.count >= 2 && start[0] == 0x1f && start[1] == 0x8b
    }

    /// The bytes that come next, at least `count` of them unless the file ends before. They stay unread.
    func peek(atLeast count: Int) throws(StreamError) -> UnsafeRawBufferPointer {
        while unread.count < count, !isAtEnd {
            if unread.lowerBound > 0 { moveUnreadToFront() }
            try fill()
        }
        return UnsafeRawBufferPointer(rebasing: buffer[unread])
    }

    /// Marks bytes as used.
    func consume(_ count: Int) {
        unread = (unread.lowerBound + count)..<unread.upperBound
        position += count
    }

    /// Copies what is at hand, reading on where nothing is; 0 at the end.
    func read(into target: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
        let available = try peek(atLeast: 1)
        let count = min(available.count, target.count)
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: available[..<count]))
        consume(count)
        return count
    }

    private func moveUnreadToFront() {
        let remaining = UnsafeRawBufferPointer(rebasing: buffer[unread])
        buffer.copyMemory(from: remaining)
        unread = 0..<remaining.count
    }

    private func fill() throws(StreamError) {
        let free = UnsafeMutableRawBufferPointer(rebasing: buffer[unread.upperBound...])
        let count: Int
        do {
            count = try file.read(into: free)
        } catch {
            throw .file(error)
        }
        digest?.update(UnsafeRawBufferPointer(rebasing: free[..<count]))
        unread = unread.lowerBound..<(unread.upperBound + count)
        if count == 0 {
            isAtEnd = true
            fileDigest = digest?.finalize()
            digest = nil
        }
    }
}
