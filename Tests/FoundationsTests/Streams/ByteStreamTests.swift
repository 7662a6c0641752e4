import Foundation
import Foundations
import TestSupport
import Testing

@Suite("Byte stream")
struct ByteStreamTests {
    let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    @Test("a plain file comes out as it is, in pieces of any size", arguments: [1, 7, 4096, 262_144, 10_000_000])
    func plain(pieceByteCount: Int) throws {
        let content = Bytes.random(pieceByteCount == 1 ? 5_000 : 700_001)
        let path = try folder.write(content, to: "plain.bin")
        let stream = try ByteStream(path: path)
        #expect(!stream.isCompressed)
        #expect(try readAll(stream, by: pieceByteCount) == content)
        #expect(stream.position == content.count)
        #expect(stream.compressedPosition == content.count)
        #expect(stream.fileSize == content.count)
    }

    @Test("a gzip file comes out inflated, whatever its name", arguments: [1, 4096, 1_000_000])
    func gzip(pieceByteCount: Int) throws {
        let content = Array(repeating: Bytes.random(1_000), count: pieceByteCount == 1 ? 3 : 900).flatMap { $0 }
        let packed = Deflater().gzip(content)
        let stream = try ByteStream(path: try folder.write(packed, to: "run.mzML"))
        #expect(stream.isCompressed)
        #expect(try readAll(stream, by: pieceByteCount) == content)
        #expect(stream.compressedPosition == packed.count)
    }

    @Test("several members are one stream; one of them may be empty, zeros at the end are padding")
    func members() throws {
        let first = Bytes.random(300_000, seed: 1)
        let second = Bytes.random(5, seed: 2)
        let packed = [first, [], second].flatMap { Deflater().gzip($0) } + [UInt8](repeating: 0, count: 600_000)
        let stream = try ByteStream(path: try folder.write(packed, to: "members.gz"))
        #expect(try readAll(stream, by: 65_536) == first + second)
        #expect(stream.compressedPosition == packed.count)
    }

    @Test("gzip with file name, comment and time stamp, as Python writes it", .enabled(if: Python.hasNumPy))
    func foreignGzip() throws {
        let path = folder.path("foreign.gz")
        try Python.run(
            "import gzip,sys; f=gzip.GzipFile(sys.argv[1],'wb',mtime=123456789); f.write(b'abc\\n'*100000); f.close()",
            path)
        let stream = try ByteStream(path: path)
        #expect(
            try readAll(stream, by: 100_000) == Array(repeating: Array("abc\n".utf8), count: 100_000).flatMap { $0 })
    }

    @Test("an empty file is an empty stream")
    func empty() throws {
        let stream = try ByteStream(path: try folder.write([UInt8](), to: "empty"))
        #expect(try readAll(stream, by: 10) == [])
        #expect(!stream.isCompressed)
    }

    @Test("a gzip file cut anywhere gives an error that names the path and the place, after the bytes before it")
    func truncated() throws {
        let content = Bytes.random(20_000)
        let packed = Deflater().gzip(content)
        for kept in [2, 5, 10, 11, 5_000, packed.count - 8, packed.count - 1] {
            let path = try folder.write(Array(packed.prefix(kept)), to: "cut-\(kept).gz")
            let stream = try ByteStream(path: path)
            var bytes: [UInt8] = []
            let expected = StreamError.truncatedGzip(path: path, compressedOffset: kept)
            #expect(throws: expected) { while try stream.read(upTo: 1_000, appendingTo: &bytes) > 0 {} }
            #expect(content.starts(with: bytes))
            #expect(throws: expected, "the error stays") { try stream.read(upTo: 1, appendingTo: &bytes) }
            #expect(expected.description.contains(path) && expected.description.contains("byte \(kept)"))
        }
    }

    @Test("a flipped byte in the middle and a wrong checksum are noticed")
    func damaged() throws {
        let packed = Deflater().gzip(Bytes.random(100_000).map { $0 & 15 })
        for place in [packed.count / 2, packed.count - 8] {
            var damaged = packed
            damaged[place] ^= 0x55
            let path = try folder.write(damaged, to: "damaged-\(place).gz")
            let stream = try ByteStream(path: path)
            let error = #expect(throws: StreamError.self) { try readAll(stream, by: 1_000_000) }
            guard case .damagedGzip(path, let offset, _) = error else {
                Issue.record("\(String(describing: error)) is not about damage")
                continue
            }
            #expect(offset <= packed.count)
        }
    }

    @Test("the bytes before the damage come out first, in pieces of any size", arguments: [1, 11, 1_000_000])
    func damagedAfterContent(pieceByteCount: Int) throws {
        let content = Array("BEGIN IONS\n100 1\nEND IONS\n".utf8)
        var damaged = Deflater().gzip(content)
        damaged[damaged.count - 4] ^= 0xFF
        let path = try folder.write(damaged, to: "length.gz")
        let stream = try ByteStream(path: path)
        var bytes: [UInt8] = []
        let expected = StreamError.damagedGzip(
            path: path, compressedOffset: damaged.count, reason: "incorrect length check")
        #expect(throws: expected) { while try stream.read(upTo: pieceByteCount, appendingTo: &bytes) > 0 {} }
        #expect(bytes == content)
    }

    @Test("bytes after the last member that are no member are refused, with their place")
    func garbage() throws {
        let packed = Deflater().gzip([1, 2, 3])
        let path = try folder.write(packed + [0, 0, 7], to: "garbage.gz")
        let stream = try ByteStream(path: path)
        #expect(throws: StreamError.trailingGarbage(path: path, compressedOffset: packed.count + 2)) {
            while try readAll(stream, by: 100).isEmpty == false {}
        }
    }

    @Test("the digest taken on the way is that of the file on disk")
    func digest() throws {
        let packed = Deflater().gzip(Bytes.random(400_000))
        let path = try folder.write(packed, to: "digest.gz")
        let stream = try ByteStream(path: path, digesting: .sha256)
        var bytes: [UInt8] = []
        _ = try stream.read(upTo: 10, appendingTo: &bytes)
        #expect(stream.fileDigest == nil)
        #expect(try stream.finishDigest() == Digest.sha256(of: packed))

        let plain = try ByteStream(path: try folder.write("abc", to: "abc.txt"), digesting: .sha1)
        #expect(try readAll(plain, by: 3) == Array("abc".utf8))
        #expect(plain.fileDigest == "a9993e364706816aba3e25717850c26c9cd0d89d")
    }

    @Test("a missing file and a folder are refused with advice")
    func refused() throws {
        let missing = folder.path("nothing.mzML")
        #expect(throws: StreamError.file(.missing(path: missing, operation: .open))) { try ByteStream(path: missing) }
        let path = folder.url.path
        #expect(throws: StreamError.file(.isDirectory(path: path, operation: .open))) { try ByteStream(path: path) }
    }

    @Test(
        "real gzip files inflate to what Python's zlib gives",
        .enabled(if: Python.hasNumPy && TestData.isAvailable("bsa-lfq/BSA1.mzML.gz")))
    func realFile() throws {
        let path = TestData.path("bsa-lfq/BSA1.mzML.gz")
        let digest = Digest(.sha256)
        let stream = try ByteStream(path: path)
        var piece: [UInt8] = []
        while try stream.read(upTo: 1 << 20, appendingTo: &piece) > 0 {
            digest.update(piece)
            piece.removeAll(keepingCapacity: true)
        }
        let expected = try Python.run(
            "import gzip,hashlib,sys; print(hashlib.sha256(gzip.open(sys.argv[1]).read()).hexdigest())", path)
        #expect(digest.finalize() + "\n" == expected)
    }

    private func readAll(_ stream: ByteStream, by count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let before = bytes.count
            let got = try stream.read(upTo: count, appendingTo: &bytes)
            #expect(bytes.count - before == got)
            if got == 0 { return bytes }
        }
    }
}
