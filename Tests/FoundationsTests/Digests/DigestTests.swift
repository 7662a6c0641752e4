import Foundations
import TestSupport
import Testing

/// Vectors: NIST, "Cryptographic Standards and Guidelines, Example Values", SHA-1 and SHA-256.
@Suite("Digest")
struct DigestTests {
    private static let twoBlocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"

    @Test(
        "SHA-256 gives NIST's example values",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (Self.twoBlocks, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        ])
    func sha256(text: String, expected: String) {
        #expect(Digest.sha256(of: text) == expected)
    }

    @Test(
        "SHA-1 gives NIST's example values",
        arguments: [
            ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
            ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (Self.twoBlocks, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
        ])
    func sha1(text: String, expected: String) {
        let digest = Digest(.sha1)
        digest.update(Array(text.utf8))
        #expect(digest.finalize() == expected)
    }

    @Test("a million times 'a' in pieces of any size gives NIST's value", arguments: [1, 63, 64, 65, 99_991])
    func pieces(pieceByteCount: Int) {
        let digest = Digest(.sha256)
        let piece = [UInt8](repeating: 0x61, count: pieceByteCount)
        var left = 1_000_000
        while left > 0 {
            digest.update(Array(piece.prefix(left)))
            left -= min(left, pieceByteCount)
        }
        #expect(digest.finalize() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("a file has the digest of its bytes")
    func file() throws {
        let folder = try TemporaryDirectory()
        let content = Bytes.random(600_000)
        let path = try folder.write(content, to: "file.bin")
        #expect(try Digest.sha256(ofFile: path) == Digest.sha256(of: content))
        let abc = try folder.write("abc", to: "abc.txt")
        #expect(try Digest.digest(.sha1, ofFile: abc) == "a9993e364706816aba3e25717850c26c9cd0d89d")
        let missing = folder.path("none")
        #expect(throws: FileError.missing(path: missing, operation: .open)) { try Digest.sha256(ofFile: missing) }
    }
}
