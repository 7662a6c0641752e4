/// Why compressed bytes could not be inflated. Offsets count from the start of the compressed bytes; the caller knows
/// the file and the spectrum they are from and adds them.
public enum InflateError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The bytes are not what a compressor wrote; a checksum that does not fit counts too.
    case damaged(byteOffset: Int, reason: String)
    /// The bytes end before the stream does.
    case truncated(byteCount: Int)
    /// More comes out than the caller allows.
    case tooLarge(maximumByteCount: Int)
    /// After the end of the stream come more bytes.
    case trailingGarbage(byteOffset: Int, byteCount: Int)

    /// One sentence: what is wrong and where.
    public var description: String {
        switch self {
        case .damaged(let offset, let reason):
            "the compressed bytes are damaged at byte \(offset) (\(reason))"
        case .truncated(let count):
            "the compressed bytes end too early, after \(count) bytes"
        case .tooLarge(let maximum):
            "the compressed bytes inflate to more than the \(maximum) bytes expected at most"
        case .trailingGarbage(let offset, let count):
            "after the end of the compressed bytes, at byte \(offset), come \(count) bytes that do not belong there"
        }
    }
}
