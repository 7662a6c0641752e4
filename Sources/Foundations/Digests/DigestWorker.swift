internal import Dispatch
internal import Synchronization

/// A ``Digest`` taken on a thread of its own, so that reading a file does not wait for it.
///
/// Bytes are copied, at most ``maximumPending`` pieces of ``pieceByteCount`` at a time; whoever adds more than the digest
/// can take waits. One task at a time adds bytes.
public final class DigestWorker: Sendable {
    private static let pieceByteCount = 1 << 20
    private static let maximumPending = 4

    private let digest: Mutex<Digest>
    private let queue = DispatchQueue(label: "moselle.digest")
    private let free = DispatchSemaphore(value: maximumPending)

    /// Begins a digest of nothing.
    public init(_ algorithm: Digest.Algorithm) { digest = Mutex(Digest(algorithm)) }

    /// Adds bytes.
    public func update(_ bytes: UnsafeRawBufferPointer) {
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + Self.pieceByteCount)
            let piece = [UInt8](UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
            free.wait()
            queue.async {
                self.digest.withLock { $0.update(piece) }
                self.free.signal()
            }
            start = end
        }
    }

    /// The digest of all bytes, in lower-case hexadecimal.
    /// - Precondition: called once, after all bytes were added.
    public func finalize() -> String { queue.sync { digest.withLock { $0.finalize() } } }
}
