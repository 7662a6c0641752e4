import Foundations
import Testing

@Suite("Inflater")
struct InflaterTests {
    private let inflater = Inflater()

    @Test("what Deflater packs comes back at every level", arguments: [1, 6, 12])
    func roundTrip(level: Int) throws {
        for content in [[], [7], Bytes.random(100_000), Array(repeating: 3, count: 1_000_000)] as [[UInt8]] {
            let packed = Deflater(level: level).zlib(content)
            #expect(try inflate(packed, expecting: content.count) == content)
            #expect(try inflate(packed, expecting: nil) == content)
        }
    }

    @Test("a stream that another zlib packed comes back")
    func foreign() throws {
        // zlib.compress(b"hello hello hello hello") of Python 3.11.
        let packed = Bytes.hexadecimal("789ccb48cdc9c957c8402701680308b1")
        #expect(try inflate(packed, expecting: 23) == Array("hello hello hello hello".utf8))
    }

    @Test("what Python's zlib packs comes back, and the other way round", .enabled(if: Python.hasNumPy))
    func python() throws {
        let packed = try Python.run(
            "import zlib; print(zlib.compress(b'm/z and intensity '*5000, 9).hex(), end='')")
        let content = Array(repeating: Array("m/z and intensity ".utf8), count: 5_000).flatMap { $0 }
        #expect(try inflate(Bytes.hexadecimal(packed), expecting: nil) == content)

        let ours = Deflater().zlib(content).map { String($0, radix: 16) }.joined(separator: ",")
        let check = "import zlib,sys; d=zlib.decompress(bytes(int(x,16) for x in sys.argv[1].split(',')))"
        #expect(try Python.run(check + "; print(d == b'm/z and intensity '*5000)", ours) == "True\n")
    }

    @Test("a wrong guess of the size, too small or too large, changes nothing", arguments: [0, 1, 999, 1_001, 50_000])
    func wrongGuess(expected: Int) throws {
        let content = Bytes.random(1_000)
        #expect(try inflate(Deflater().zlib(content), expecting: expected) == content)
    }

    @Test("a result above the limit is refused, known size or not", arguments: [nil, 10, 10_000_000])
    func bomb(expected: Int?) throws {
        let packed = Deflater().zlib([UInt8](repeating: 0, count: 50_000_000))
        #expect(packed.count < 100_000)
        var output: [UInt8] = [1]
        #expect(throws: InflateError.tooLarge(maximumByteCount: 1_000_000)) {
            try packed.withUnsafeBytes { input in
                try inflater.inflateZlib(
                    input, expectedByteCount: expected, maximumByteCount: 1_000_000, into: &output)
            }
        }
        #expect(output.isEmpty)
        #expect(output.capacity < 10_000_000)
    }

    @Test("a result that just fits the limit is given")
    func exactLimit() throws {
        let packed = Deflater().zlib([UInt8](repeating: 9, count: 5_000))
        #expect(try inflate(packed, expecting: nil, maximum: 5_000).count == 5_000)
        #expect(throws: InflateError.tooLarge(maximumByteCount: 4_999)) {
            try inflate(packed, expecting: nil, maximum: 4_999)
        }
    }

    @Test("bytes cut off are noticed", arguments: [0, 1, 2, 10, -5, -1])
    func truncated(kept: Int) throws {
        let packed = Deflater().zlib(Bytes.random(2_000))
        let cut = Array(packed.prefix(kept >= 0 ? kept : packed.count + kept))
        #expect(throws: InflateError.truncated(byteCount: cut.count)) { try inflate(cut, expecting: 2_000) }
    }

    @Test("bytes after the end are noticed, with their place")
    func garbage() throws {
        let packed = Deflater().zlib([1, 2, 3])
        #expect(throws: InflateError.trailingGarbage(byteOffset: packed.count, byteCount: 2)) {
            try inflate(packed + [0, 0], expecting: 3)
        }
        #expect(throws: InflateError.trailingGarbage(byteOffset: packed.count, byteCount: 1)) {
            try inflate(packed + [0], expecting: 1)
        }
    }

    @Test("any flipped bit is noticed, except the few before the checksum that only fill a byte")
    func flipped() throws {
        let content = Bytes.random(300).map { $0 & 7 }
        let packed = Deflater().zlib(content)
        var unnoticed: [Int] = []
        for place in packed.indices {
            var damaged = packed
            damaged[place] ^= 0x20
            guard let output = try? inflate(damaged, expecting: 300) else { continue }
            #expect(output == content)
            unnoticed.append(place)
        }
        #expect(unnoticed.allSatisfy { $0 == packed.count - 5 })
    }

    @Test("bytes that were never compressed are refused with zlib's reason")
    func notCompressed() throws {
        #expect(throws: InflateError.damaged(byteOffset: 2, reason: "incorrect header check")) {
            try inflate(Array("plain text".utf8), expecting: 10)
        }
    }

    @Test("a stream that needs a dictionary is refused with that reason", .enabled(if: Python.hasNumPy))
    func dictionary() throws {
        let packed = try Python.run(
            "import zlib; c=zlib.compressobj(zdict=b'abc'); print((c.compress(b'abcabc')+c.flush()).hex(), end='')")
        #expect(throws: InflateError.damaged(byteOffset: 6, reason: "it needs a dictionary")) {
            try inflate(Bytes.hexadecimal(packed), expecting: 6)
        }
    }

    @Test("the inflater is good as new after an error")
    func afterError() throws {
        let content = Bytes.random(1_000)
        let packed = Deflater().zlib(content)
        for _ in 0..<3 {
            #expect(throws: InflateError.self) { try inflate(Array(packed.dropLast(3)), expecting: nil) }
            #expect(try inflate(packed, expecting: 1) == content)
        }
    }

    @Test("memory of the caller is filled; what does not fit is refused")
    func intoMemory() throws {
        let content = Bytes.random(1_000)
        let packed = Deflater().zlib(content)
        var memory = [UInt8](repeating: 0, count: 1_200)
        let count = try packed.withUnsafeBytes { input in
            try memory.withUnsafeMutableBytes { try inflater.inflateZlib(input, into: $0) }
        }
        #expect(Array(memory.prefix(count)) == content)
        #expect(throws: InflateError.tooLarge(maximumByteCount: 999)) {
            try packed.withUnsafeBytes { input in
                try memory.withUnsafeMutableBytes {
                    try inflater.inflateZlib(input, into: UnsafeMutableRawBufferPointer(rebasing: $0[..<999]))
                }
            }
        }
    }

    private func inflate(_ packed: [UInt8], expecting: Int?, maximum: Int = 10_000_000) throws -> [UInt8] {
        var output: [UInt8] = [42]
        try packed.withUnsafeBytes { input in
            try inflater.inflateZlib(input, expectedByteCount: expecting, maximumByteCount: maximum, into: &output)
        }
        return output
    }
}

@Suite("Deflater and CRC-32")
struct DeflaterTests {
    @Test("gzip carries no time stamp and no name, so equal bytes give equal files")
    func gzip() {
        let packed = Deflater().gzip([1, 2, 3])
        #expect(Array(packed.prefix(8)) == [0x1f, 0x8b, 8, 0, 0, 0, 0, 0])
        #expect(packed == Deflater().gzip([1, 2, 3]))
    }

    @Test("CRC-32 gives the check value of the catalogue, in one piece and in two")
    func crc32() {
        let digits = Array("123456789".utf8)
        #expect(CRC32.checksum(digits) == 0xcbf4_3926)
        let second = Array(digits[4...])
        #expect(second.withUnsafeBytes { CRC32.continued(CRC32.checksum(Array(digits[..<4])), $0) } == 0xcbf4_3926)
        #expect(CRC32.checksum([]) == 0)
    }
}
