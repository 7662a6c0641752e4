internal import Synchronization

/// A source behind a lock, so that workers can take turns at it.
final class SpectrumFeed<Source: SpectrumSource>: Sendable {
    /// A block with how far the file had been read when it was cut.
    struct Item: Sendable {
        var block: Source.Block
        var bytesRead: Int
        var fileSize: Int
    }

    /// What is known of the file once it has been read.
    struct End: Sendable {
        var notes: SpectrumNotes
        var claims: DocumentClaims
        var checksum: ContentChecksum.Outcome?
        var uncompressedBytes: Int
        var fileSHA256: String?
    }

    private let source: Mutex<Source>

    init(_ source: sending Source) { self.source = Mutex(source) }

    /// The next block, or `nil` at the end.
    func next() throws -> Item? {
        try source.withLock { source in
            guard let block = try source.nextBlock() else { return nil }
            let stream = source.stream
            return Item(block: block, bytesRead: stream.compressedPosition, fileSize: stream.fileSize)
        }
    }

    /// What is known at the end; asked for once, after ``next()`` has returned `nil`.
    func finish() -> End {
        source.withLock { source in
            End(
                notes: source.notes, claims: source.claims, checksum: source.stream.finishChecksum(),
                uncompressedBytes: source.stream.position,
                fileSHA256: source.stream.fileDigest)
        }
    }
}
