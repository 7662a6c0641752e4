import Foundations
import TestSupport
import Testing

@Suite("Line reader")
struct LineReaderTests {
    let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    @Test(
        "every kind of line end, empty lines, and a last line with or without its end",
        arguments: [
            ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]),
            ("a\rb\r", ["a", "b"]), ("\n\n", ["", ""]), ("\r\n\r\n", ["", ""]), ("\r\r\n\n", ["", "", ""]),
            ("a\n\rb", ["a", "", "b"]), ("µ\n", ["µ"]),
        ] as [(String, [String])])
    func lineEnds(text: String, expected: [String]) throws {
        let reader = try LineReader(path: try folder.write(text, to: "lines.txt"))
        #expect(try lines(of: reader) == expected)
        #expect(reader.lineNumber == expected.count)
    }

    @Test("a line end that lies across two pieces is one line end", arguments: -2...2)
    func acrossPieces(shift: Int) throws {
        let long = String(repeating: "x", count: 262_144 + shift)
        let reader = try LineReader(path: try folder.write(long + "\r\nnext\r\n" + long + "\r", to: "long.txt"))
        #expect(try lines(of: reader) == [long, "next", long])
    }

    @Test("number and offset tell where a line is")
    func places() throws {
        let reader = try LineReader(path: try folder.write("ab\r\n\ncd", to: "places.txt"))
        var places: [[Int]] = []
        while try reader.next() != nil { places.append([reader.lineNumber, reader.lineOffset]) }
        #expect(places == [[1, 0], [2, 4], [3, 5]])
    }

    @Test("many lines from a gzip file, with offsets")
    func many() throws {
        let text = (0..<50_000).map { "line \($0)\n" }.joined()
        let path = try folder.write(Deflater().gzip(Array(text.utf8)), to: "many.txt.gz")
        let reader = try LineReader(path: path)
        var line: [UInt8] = []
        var offset = 0
        while try reader.next(into: &line) {
            #expect(reader.lineOffset == offset)
            #expect(line == Array("line \(reader.lineNumber - 1)".utf8))
            offset += line.count + 1
        }
        #expect(reader.lineNumber == 50_000)
    }

    @Test("a line above the limit is refused with its number")
    func tooLong() throws {
        let path = try folder.write("short\n" + String(repeating: "x", count: 2_000_000), to: "binary")
        let reader = LineReader(try ByteStream(path: path), maximumLineByteCount: 1_000_000)
        #expect(try reader.next() == Array("short".utf8))
        #expect(throws: StreamError.lineTooLong(path: path, lineNumber: 2, maximumByteCount: 1_000_000)) {
            try reader.next()
        }
    }

    private func lines(of reader: LineReader) throws -> [String] {
        var lines: [String] = []
        while let line = try reader.next() { lines.append(String(decoding: line, as: UTF8.self)) }
        return lines
    }
}
