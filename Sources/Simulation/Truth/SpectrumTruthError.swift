public import Foundations

/// What is wrong with a table of what is true, where, and what to do about it. Lines and columns count from 1.
public enum SpectrumTruthError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file cannot be opened or read.
    case unreadable(reason: StreamError)
    /// The file has no line.
    case empty(path: String)
    /// The first line is not the header of such a table; `expected` is `nil` behind the last column, `found` where the
    /// line has ended.
    case wrongHeader(path: String, position: Int, expected: String?, found: String?)
    /// A line that is not text.
    case notUTF8(path: String, line: Int)
    /// A row with too few or too many fields.
    case wrongFieldCount(path: String, line: Int, found: Int, expected: Int)
    /// A field that does not hold what its column needs.
    case wrongValue(path: String, line: Int, column: String, value: String, expected: String)

    /// One sentence for people.
    public var description: String {
        switch self {
        case .unreadable(let reason):
            "\(reason)"
        case .empty(let path):
            "\(path): the file is empty; a table of what is true begins with its header row."
        case .wrongHeader(let path, let position, let expected, let found):
            """
            \(path):1:\(position): the header \(Self.header(expected: expected, found: found)); give the table of what is \
            true that was written with the runs (\(SpectrumTruthTable.fileName)).
            """
        case .notUTF8(let path, let line):
            "\(path):\(line): the line is not UTF-8 text; save the table as UTF-8."
        case .wrongFieldCount(let path, let line, let found, let expected):
            """
            \(path):\(line): the row has \(found) field\(found == 1 ? "" : "s") and needs \(expected), separated by tabs; \
            the file may be truncated: write or copy it again.
            """
        case .wrongValue(let path, let line, let column, let value, let expected):
            """
            \(path):\(line):\(column): \(value.isEmpty ? "the field is empty" : "'\(value)' does not fit"); write \
            \(expected).
            """
        }
    }

    private static func header(expected: String?, found: String?) -> String {
        switch (expected, found) {
        case (let expected?, let found?): "has '\(found)' where '\(expected)' belongs"
        case (let expected?, nil): "lacks the column '\(expected)'"
        case (nil, let found): "has a column '\(found ?? "")' too many"
        }
    }
}
