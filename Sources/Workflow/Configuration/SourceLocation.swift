/// A place in a workflow file, or the command-line option that stands for one.
public struct SourceLocation: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Path of the file as the user gave it, or the option as it was typed, such as `--set search.fdr`.
    public var file: String

    /// Line, counted from 1; 0 for an option, which has neither line nor column.
    public var line: Int

    /// Column in characters, counted from 1; 0 for an option.
    public var column: Int

    /// A place in a file.
    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// A command-line option, which has neither line nor column.
    public static func option(_ text: String) -> SourceLocation { SourceLocation(file: text, line: 0, column: 0) }

    /// Whether this is an option of the command line, not a place in a file.
    public var isOption: Bool { line == 0 }

    /// `path:line:column`, the form editors and terminals follow; an option as it was typed.
    public var description: String { isOption ? file : "\(file):\(line):\(column)" }
}
