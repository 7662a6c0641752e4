internal import Foundations

private let file = InputFile("input")
/// Inflaters that live as long as the process, as those of workers do.
private let inflater = Mutexed(Inflater())

extension FuzzTarget {
    /// Most bytes that may come out of one input.
    private static let most = 1 << 20

    /// zlib streams: the result depends on the bytes alone, not on what the caller expected.
    static let zlib = FuzzTarget(
        name: "zlib",
        seeds: {
            let text = Array("m/z and intensity, m/z and intensity".utf8)
            return [
                "empty": Deflater().zlib([]), "fast": Deflater(level: 1).zlib(text), "text": Deflater().zlib(text),
                "best": Deflater(level: 12).zlib((0..<600).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }),
            ]
        },
        check: { bytes in
            let whole = inflate(bytes, expecting: nil)
            for hint in [0, 1, 17, whole?.count ?? 300] {
                require(inflate(bytes, expecting: hint) == whole, "expecting \(hint) bytes gives another result")
            }
            checkFixedRoom(bytes, whole)
            require(inflate(Deflater().zlib(bytes), expecting: bytes.count) == bytes, "own stream comes back otherwise")
        })

    private static func inflate(_ bytes: [UInt8], expecting: Int?) -> [UInt8]? {
        inflater.use { inflater in
            var output: [UInt8] = [1, 2, 3]
            let isDone = bytes.withUnsafeBytes { bytes in
                let limit = most
                let done: Void? = try? inflater.inflateZlib(
                    bytes, expectedByteCount: expecting, maximumByteCount: limit, into: &output)
                return done != nil
            }
            require(output.count <= most, "\(output.count) bytes came out where \(most) are allowed")
            require(isDone || output.isEmpty, "a failed stream leaves bytes behind")
            return isDone ? output : nil
        }
    }

    /// Into memory of the caller: as many bytes as fit, or the stream is refused.
    private static func checkFixedRoom(_ bytes: [UInt8], _ whole: [UInt8]?) {
        for room in [0, (whole?.count ?? 1) - 1, whole?.count ?? 64] where room >= 0 && room < 1 << 20 {
            var target = [UInt8](repeating: 0, count: room)
            let count = inflater.use { inflater in
                bytes.withUnsafeBytes { bytes in
                    target.withUnsafeMutableBytes { try? inflater.inflateZlib(bytes, into: $0) }
                }
            }
            let isExpected = whole.map { $0.count <= room } ?? false
            require((count != nil) == isExpected, "room for \(room) bytes gives another result")
            if let count, let whole { require(target[..<count].elementsEqual(whole), "other bytes came out") }
        }
    }

    /// gzip files: pieces of any size give what one piece gives, and one's own members come back.
    static let gzip = FuzzTarget(
        name: "gzip",
        seeds: {
            let text = Array("BEGIN IONS\n100 1\nEND IONS\n".utf8)
            return [
                "one": Deflater().gzip(text), "two": Deflater().gzip(text) + Deflater().gzip(text),
                "padded": Deflater().gzip(text) + [0, 0, 0, 0], "plain": text,
            ]
        },
        check: { bytes in
            file.hold(bytes)
            let whole = read(pieces: 1 << 20)
            let step = 1 + bytes.reduce(0) { $0 + Int($1) } % 4096
            let inPieces = read(pieces: step)
            require(inPieces == whole, "pieces of \(step) bytes give \(inPieces.inWords), one piece \(whole.inWords)")
            let half = bytes.count / 2
            file.hold(Deflater().gzip(Array(bytes[..<half])) + Deflater().gzip(Array(bytes[half...])))
            require(read(pieces: step).bytes == bytes, "own members come back otherwise")
        })

    /// What a stream gives, and why it ended early.
    private struct Content: Equatable {
        var bytes: [UInt8] = []
        var error: StreamError?

        /// For messages.
        var inWords: String { "\(bytes.count) bytes" + (error.map { ", then \"\($0)\"" } ?? "") }
    }

    private static func read(pieces: Int) -> Content {
        var content = Content()
        do throws(StreamError) {
            let stream = try ByteStream(path: file.path)
            while content.bytes.count < most {
                let count = try stream.read(upTo: pieces, appendingTo: &content.bytes)
                if count == 0 { break }
            }
            require(content.bytes.count == stream.position, "the position is not the number of bytes read")
        } catch {
            content.error = error
        }
        if content.bytes.count >= most { content = Content(bytes: Array(content.bytes.prefix(most))) }
        return content
    }
}
