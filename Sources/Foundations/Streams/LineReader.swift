/// The lines of a stream of text, ended by `\n`, `\r\n` or a lone `\r`; the last may lack its end.
public final class LineReader {
    /// Number of the line returned last, counted from 1; 0 before the first.
    public private(set) var lineNumber = 0
    /// Byte of the (inflated) stream at which the line returned last begins.
    public private(set) var lineOffset = 0
    /// The stream the lines come from. Reading from it elsewhere loses text.
    public let stream: ByteStream

    private let maximumLineByteCount: Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var bufferOffset = 0
    private var isAtEnd = false

    private static let chunkByteCount = 256 * 1024

    /// Reads lines from a stream.
    /// - Parameters:
    ///   - stream: where the lines come from.
    ///   - maximumLineByteCount: a longer line is refused, so that a file without line ends does not fill the memory. The
    ///     default is 256 MB, more than the longest chromosome on one line.
    public init(_ stream: ByteStream, maximumLineByteCount: Int = 256_000_000) {
        self.stream = stream
        self.maximumLineByteCount = maximumLineByteCount
    }

    /// Reads lines from a plain or gzip file.
    /// - Throws: ``StreamError/file(_:)`` where it cannot be opened.
    public convenience init(path: String) throws(StreamError) {
        self.init(try ByteStream(path: path))
    }

    /// The next line as bytes, without its end; nil after the last.
    /// - Throws: ``StreamError`` from the stream, or where the line is too long.
    public func next() throws(StreamError) -> [UInt8]? {
        var line: [UInt8] = []
        return try next(into: &line) ? line : nil
    }

    /// Replaces the content of `line` by the next line, keeping its storage: for loops over many lines.
    /// - Returns: false after the last line; `line` is empty then.
    /// - Throws: as ``next()``.
    public func next(into line: inout [UInt8]) throws(StreamError) -> Bool {
        line.removeAll(keepingCapacity: true)
        guard let end = try findLineEnd() else { return false }
        lineOffset = bufferOffset + start
        lineNumber += 1
        line.append(contentsOf: buffer[start..<end.text])
        start = end.next
        return true
    }

    /// Where the line that begins at `start` ends, and where the next begins; nil where nothing is left.
    private func findLineEnd() throws(StreamError) -> (text: Int, next: Int)? {
        var searched = start
        while true {
            if let end = firstLineEnd(from: searched) {
                let isPair = buffer[end] == 0x0d && end + 1 < buffer.count && buffer[end + 1] == 0x0a
                // A \r at the very end of what was read may be half of \r\n.
                if buffer[end] == 0x0a || end + 1 < buffer.count || isAtEnd { return (end, end + (isPair ? 2 : 1)) }
                searched = end
            } else {
                searched = buffer.count
            }
            if isAtEnd { return start < buffer.count ? (buffer.count, buffer.count) : nil }
            guard searched - start <= maximumLineByteCount else {
                throw .lineTooLong(
                    path: stream.path, lineNumber: lineNumber + 1, maximumByteCount: maximumLineByteCount)
            }
            searched -= try readOn()
        }
    }

    /// Drops the lines already returned and reads a chunk.
    /// - Returns: by how much the positions in the buffer moved down.
    private func readOn() throws(StreamError) -> Int {
        let dropped = start
        buffer.removeSubrange(..<start)
        bufferOffset += dropped
        start = 0
        if try stream.read(upTo: Self.chunkByteCount, appendingTo: &buffer) == 0 { isAtEnd = true }
        return dropped
    }

    private func firstLineEnd(from position: Int) -> Int? {
        buffer.withUnsafeBufferPointer { bytes in
            var index = position
            while index < bytes.count {
                if bytes[index] == 0x0a || bytes[index] == 0x0d { return index }
                index &+= 1
            }
            return nil
        }
    }
}
