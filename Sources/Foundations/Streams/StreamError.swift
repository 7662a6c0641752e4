/// Why a stream of bytes could not be read on.
public enum StreamError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The operating system refused.
    case file(FileError)
    /// The gzip data are not what a compressor wrote; a checksum that does not fit counts too.
    case damagedGzip(path: String, compressedOffset: Int, reason: String)
    /// The file ends inside a gzip member.
    case truncatedGzip(path: String, compressedOffset: Int)
    /// After the last gzip member come bytes that are neither another member nor zero padding.
    case trailingGarbage(path: String, compressedOffset: Int)
    /// A line is longer than any this program accepts; the file is hardly a text file.
    case lineTooLong(path: String, lineNumber: Int, maximumByteCount: Int)

    /// One sentence: what is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .file(let error):
            error.description
        case .damagedGzip(let path, let offset, let reason):
            "'\(path)' is damaged at byte \(offset) of the gzip file (\(reason)); copy or download it again"
        case .truncatedGzip(let path, let offset):
            "'\(path)' ends inside its gzip data, at byte \(offset); copy or download it again"
        case .trailingGarbage(let path, let offset):
            "'\(path)' has bytes that are not gzip after its last member, from byte \(offset); remove them"
        case .lineTooLong(let path, let lineNumber, let maximum):
            "'\(path)', line \(lineNumber) has more than \(maximum) bytes, which no text file has; name another file"
        }
    }
}
