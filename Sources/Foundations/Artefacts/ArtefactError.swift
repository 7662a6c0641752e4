/// Why an artefact could not be written or read.
public enum ArtefactError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The operating system refused.
    case file(FileError)
    /// The file is not an artefact, or only the beginning of one.
    case notAnArtefact(path: String, reason: String)
    /// A part of the file is not what was written.
    case damaged(path: String, member: String, reason: String)
    /// The artefact is another than the one expected.
    case wrongKind(path: String, expected: String, found: String)
    /// There is no such table, row group or column.
    case missing(path: String, what: String)
    /// A column was asked for as another type than it has.
    case wrongType(path: String, column: String, requested: ArtefactColumnType, actual: ArtefactColumnType)
    /// What was given to the writer does not fit the schema.
    case rejected(path: String, reason: String)

    /// The artefact it is about; `nil` where the operating system refused.
    public var path: String? {
        switch self {
        case .file: nil
        case .notAnArtefact(let path, _), .damaged(let path, _, _), .wrongKind(let path, _, _), .missing(let path, _),
            .wrongType(let path, _, _, _), .rejected(let path, _):
            path
        }
    }

    /// One sentence: what is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .file(let error):
            error.description
        case .notAnArtefact(let path, let reason):
            "'\(path)' is not a whole artefact (\(reason)); remove it, and the next run makes it again"
        case .damaged(let path, let member, let reason):
            "'\(path)' is damaged in '\(member)' (\(reason)); remove it, and the next run makes it again"
        case .wrongKind(let path, let expected, let found):
            "'\(path)' holds \(found) where \(expected) was expected; name another file or make it again"
        case .missing(let path, let what):
            "'\(path)' has no \(what); \(Self.otherVersion)"
        case .wrongType(let path, let column, let requested, let actual):
            "'\(path)' holds '\(column)' as \(actual.rawValue), not as \(requested.rawValue); \(Self.otherVersion)"
        case .rejected(let path, let reason):
            "cannot write '\(path)': \(reason)"
        }
    }

    private static let otherVersion = "another version may have made it: remove it, and the next run makes it again"
}
