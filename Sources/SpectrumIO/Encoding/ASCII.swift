/// Byte values that the text formats are made of.
enum ASCII {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20

    /// Space, tab, line feed or carriage return: the white space of XML 1.0 (production 3).
    @inline(__always) static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == space || (byte <= carriageReturn && (byte == tab || byte == lineFeed || byte == carriageReturn))
    }

    /// One of `0` to `9`.
    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
