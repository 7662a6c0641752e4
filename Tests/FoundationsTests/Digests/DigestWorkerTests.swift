import Foundations
import Testing

@Suite struct DigestWorkerTests {
    @Test("gives the digest of all pieces in their order", arguments: [1, 7, 1 << 20, 3_000_001])
    func order(pieceCount: Int) {
        let bytes = (0..<9_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        let worker = DigestWorker(.sha256)
        bytes.withUnsafeBytes { bytes in
            // Small pieces first, then the rest in one.
            var start = 0
            for _ in 0..<20 where start < bytes.count {
                let end = min(bytes.count, start + pieceCount)
                worker.update(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
                start = end
            }
            worker.update(UnsafeRawBufferPointer(rebasing: bytes[start...]))
        }
        #expect(worker.finalize() == Digest.sha256(of: bytes))
    }

    @Test("of nothing is that of no bytes")
    func nothing() {
        #expect(DigestWorker(.sha1).finalize() == "da39a3ee5e6b4b0d3255bfef95601890afd80709")
    }
}
