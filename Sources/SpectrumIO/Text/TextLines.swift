/// The lines of a text in bytes, ended by `\n`, `\r\n` or a lone `\r`.
struct TextLines {
    /// A line without the white space around it.
    struct Line {
        var bytes: UnsafeBufferPointer<UInt8>
        /// Number of the line in the file.
        var number: Int
        /// Position of the line's first byte in the text.
        var start: Int
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var number: Int

    /// - Parameter firstNumber: number of the first line in the file.
    init(_ bytes: UnsafeBufferPointer<UInt8>, firstNumber: Int) {
        self.bytes = bytes
        number = firstNumber
    }

    /// The next line; `nil` after the last.
    mutating func next() -> Line? {
        guard position < bytes.count else { return nil }
        let start = position
        var end = start
        while end < bytes.count, !Self.isLineBreak(bytes[end]) { end &+= 1 }
        let isPair =
            end + 1 < bytes.count && bytes[end] == ASCII.carriageReturn && bytes[end + 1] == ASCII.lineFeed
        defer {
            position = end + (isPair ? 2 : 1)
            number += 1
        }
        let line = DecimalNumber.trimmed(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        return Line(bytes: line, number: number, start: start)
    }

    /// Line feed or carriage return.
    @inline(__always) static func isLineBreak(_ byte: UInt8) -> Bool {
        byte == ASCII.lineFeed || byte == ASCII.carriageReturn
    }

    /// Number of lines that end in `bytes`: `\n`, `\r\n` and lone `\r` count once each. A `\r` at the very end counts,
    /// and `previousIsCarriageReturn` says whether the byte before was one, so that a pair cut in two is not counted twice.
    static func lineCount(_ bytes: UnsafeBufferPointer<UInt8>, previousIsCarriageReturn: Bool = false) -> Int {
        var count = 0
        var previous: UInt8 = previousIsCarriageReturn ? ASCII.carriageReturn : 0
        for byte in bytes {
            if byte == ASCII.carriageReturn || (byte == ASCII.lineFeed && previous != ASCII.carriageReturn) {
                count &+= 1
            }
            previous = byte
        }
        return count
    }
}
