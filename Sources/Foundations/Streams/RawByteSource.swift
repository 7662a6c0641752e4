/// The bytes of a file as they lie on disk, read at least 256 KB at a time, with a digest taken on the way, by a worker of
/// its own, where one is wanted.
final class RawByteSource {
    let fileSize: Int
    /// Bytes of the file used up so far.
    private(set) var position = 0
    /// Digest of the whole file, once its end was reached.
    private(set) var fileDigest: String?

    private enum Origin {
        case file(ReadableFile)
        case standardInput(StandardInput)
    }

    private let origin: Origin
    /// Bytes taken from the origin.
    private var taken = 0
    private var digest: DigestWorker?
    private let buffer: UnsafeMutableRawBufferPointer
    private var unread: Range<Int> = 0..<0
    private var isAtEnd = false

    private static let bufferByteCount = 256 * 1024

    /// - Parameter path: a file, or `-` for standard input.
    convenience init(path: String, digesting algorithm: Digest.Algorithm?) throws(StreamError) {
        if path == StandardInput.path {
            self.init(.shared, digesting: algorithm)
            return
        }
        do {
            let file = try ReadableFile(path: path)
            self.init(.file(file), fileSize: file.byteCount, digesting: algorithm)
        } catch {
            throw .file(error)
        }
    }

    convenience init(_ input: StandardInput, digesting algorithm: Digest.Algorithm?) {
        self.init(.standardInput(input), fileSize: input.byteCount, digesting: algorithm)
    }

    private init(_ origin: Origin, fileSize: Int, digesting algorithm: Digest.Algorithm?) {
        self.origin = origin
        self.fileSize = fileSize
        digest = algorithm.map { DigestWorker($0) }
        buffer = .allocate(byteCount: Self.bufferByteCount, alignment: 64)
    }

    deinit { buffer.deallocate() }

    var path: String {
        switch origin {
        case .file(let file): file.path
        case .standardInput: StandardInput.path
        }
    }

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
        if unread.isEmpty, target.count >= buffer.count {
            let count = try take(into: target)
            position += count
            return count
        }
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
        let count = try take(into: UnsafeMutableRawBufferPointer(rebasing: buffer[unread.upperBound...]))
        unread = unread.lowerBound..<(unread.upperBound + count)
    }

    /// Takes bytes from the origin; 0 at the end.
    private func take(into free: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
        if isAtEnd { return 0 }
        let count: Int
        do {
            switch origin {
            case .file(let file): count = try file.read(into: free)
            case .standardInput(let input): count = try input.read(after: taken, into: free)
            }
        } catch {
            throw .file(error)
        }
        taken += count
        digest?.update(UnsafeRawBufferPointer(rebasing: free[..<count]))
        if count == 0 {
            isAtEnd = true
            fileDigest = digest?.finalize()
            digest = nil
        }
        return count
    }
}
